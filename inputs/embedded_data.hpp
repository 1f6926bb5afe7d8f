/// The compiled-in facts as the generated source holds them: flat arrays of numbers that need no start-up.
/// Private.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace burden::inputs::embedded {

/// Texts lie in chunks of at most so many bytes, none over the edge of two.
constexpr std::uint32_t chunk_size = 1U << 15U;

/// A text: the number of its chunk times chunk_size, plus the byte where it begins.
struct Text {
    std::uint32_t at;
    std::uint32_t length;
};

/// A stretch of one of the arrays below.
struct Stretch {
    std::uint32_t first;
    std::uint32_t count;
};

/// `places` of a figure whose digits do not fit in `digits`: it is read from its text.
constexpr std::uint8_t long_figure = 255;

struct Observation {
    std::int64_t digits;  ///< the figure without its point
    std::uint8_t places;  ///< digits after the point
    std::uint8_t stage;
    std::int16_t year;
    std::int16_t to;
    std::int16_t date_year;
    std::int8_t date_month;
    std::int8_t date_day;
    Text text;
    Stretch sources;  ///< of lists
    Text published;
    Text note;
    Text superseded;
};

struct Series {
    Text key;
    Text measure;
    Text title;
    std::uint32_t unit;  ///< of units
    std::uint8_t period;
    std::int16_t prices;  ///< the year of constant prices; 0 for current ones
    Text definition;
    Text vintage;
    Text note;
    Stretch observations;
};

struct Choice {
    Text measure;
    Text use;
    Text why;
};

struct Country {
    Text code;
    Text name;
    Stretch also;   ///< of lists
    Text currency;  ///< empty for none
    std::uint8_t first_month;
    std::uint8_t named_by;
    Stretch series;
    Stretch choices;
};

struct Source {
    Text key;
    Text title;
    Text publisher;
    Text published;
    Text address;
    std::uint8_t grade;
    Text note;
};

/// An arrangement by its name.
struct ArrangementName {
    Text key;
    Text title;
    Text host;
};

struct Data {
    std::span<const char* const> chunks;
    std::span<const Text> lists;
    std::span<const Text> units;
    std::span<const Country> countries;  ///< in order of code
    std::span<const Series> series;
    std::span<const Observation> observations;
    std::span<const Choice> choices;
    std::span<const Source> sources;  ///< in order of key
    std::span<const ArrangementName> arrangements;
    std::span<const std::string_view> hosting;  ///< what packed_hosting makes, in pieces
    std::int16_t year;                          ///< of the day the facts were gathered
    std::int8_t month;
    std::int8_t day;
    std::string_view fingerprint;
};

/// Defined in the generated source.
extern const Data data;

}  // namespace burden::inputs::embedded
