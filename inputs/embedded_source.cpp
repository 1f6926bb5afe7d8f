#include "burden/inputs/embedded_source.hpp"

#include <algorithm>
#include <map>

#include "burden/calc/number_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/embedded_data.hpp"
#include "burden/inputs/packed.hpp"

namespace burden::inputs {
namespace {

/// Digits of a figure that fit in 64 bits for certain.
constexpr std::size_t most_digits = 18;

std::string braced(const std::vector<std::string>& fields) {
    std::string text = "{";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        text += (i > 0 ? ", " : "") + fields[i];
    }
    return text + "}";
}

template <typename Enumeration>
std::string number(Enumeration value) {
    return std::to_string(static_cast<int>(value));
}

/// A text as it is written between quotes in C++.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result;
}

/// All texts, each once, in chunks.
class TextPool {
public:
    std::string add(const std::string& text) {
        const auto [known, is_new] = places_.emplace(text, place_of_next(text.size()));
        if (is_new && !text.empty()) {
            chunks_.back() += "    \"" + escaped(text) + "\"\n";
            used_ += text.size();
        }
        return braced({std::to_string(known->second), std::to_string(text.size())});
    }

    std::string definition() const {
        std::string text;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            names.push_back("chunk" + std::to_string(i));
            text += "constexpr char " + names.back() + "[] =\n" +
                    (chunks_[i].empty() ? "    \"\"\n" : chunks_[i]) + "    ;\n";
        }
        return text + "constexpr std::array<const char*, " + std::to_string(names.size()) + "> chunks = {" +
               braced(names) + "};\n";
    }

private:
    std::size_t place_of_next(std::size_t size) {
        if (used_ + size >= embedded::chunk_size) {
            chunks_.emplace_back();
            used_ = 0;
        }
        return (chunks_.size() - 1) * embedded::chunk_size + used_;
    }

    std::map<std::string, std::size_t> places_;
    std::vector<std::string> chunks_ = {""};
    std::size_t used_ = 0;
};

/// Rows of one array.
class Rows {
public:
    Rows(std::string type, std::string name) : type_(std::move(type)), name_(std::move(name)) {}

    std::size_t size() const { return size_; }
    void add(const std::string& row) {
        rows_ += "    " + row + ",\n";
        ++size_;
    }
    std::string definition() const {
        return "constexpr std::array<" + type_ + ", " + std::to_string(size_) + "> " + name_ +
               (size_ == 0 ? " = {};\n" : " = {{\n" + rows_ + "}};\n");
    }

private:
    std::string type_;
    std::string name_;
    std::string rows_;
    std::size_t size_ = 0;
};

/// A long text as an array of pieces that are literals, none of them cut within a character.
std::string pieces_definition(std::string_view text, const std::string& name) {
    constexpr std::size_t line_size = 100;
    std::string literals;
    std::vector<std::string> views;
    std::size_t piece_size = embedded::chunk_size;
    while (!text.empty()) {
        if (piece_size + line_size > embedded::chunk_size) {
            const std::string piece = name + std::to_string(views.size());
            literals += (views.empty() ? "" : "    ;\n") + ("constexpr char " + piece) + "[] =\n";
            views.push_back("std::string_view(" + piece + ", sizeof " + piece + " - 1)");
            piece_size = 0;
        }
        std::size_t length = 0;
        while (length < line_size && length < text.size()) {
            length += std::max<std::size_t>(1, calc::character_length(text.substr(length)));
        }
        literals += "    \"" + escaped(text.substr(0, length)) + "\"\n";
        text.remove_prefix(length);
        piece_size += length;
    }
    return literals + (views.empty() ? "" : "    ;\n") + "constexpr std::array<std::string_view, " +
           std::to_string(views.size()) + "> " + name + " = " +
           (views.empty() ? "{}" : braced({braced(views)})) + ";\n";
}

std::string stretch(std::size_t first, std::size_t end) {
    return braced({std::to_string(first), std::to_string(end - first)});
}

class Writer {
public:
    std::string written(const Facts& facts, std::string_view fingerprint) {
        for (const auto& [key, source] : facts.sources) {
            add(source);
        }
        for (const Country& country : facts.countries) {
            add(country);
        }
        for (const Arrangement& one : facts.arrangements) {
            arrangements_.add(braced({texts_.add(one.key), texts_.add(one.title), texts_.add(one.host)}));
        }
        std::string text =
            "// Made by compile_facts from inputs/facts/*.toml.\n"
            "#include <array>\n#include <string_view>\n\n#include \"burden/inputs/embedded_data.hpp\"\n\n"
            "namespace burden::inputs::embedded {\nnamespace {\n\n" +
            texts_.definition();
        for (const Rows* rows : {&lists_, &units_, &countries_, &series_, &observations_, &choices_,
                                 &sources_, &arrangements_}) {
            text += rows->definition();
        }
        text += pieces_definition(packed_hosting(facts), "hosting");
        return text +
               "\n}  // namespace\n\n"
               "constinit const Data data = {chunks, lists, units, countries, series, observations, choices, "
               "sources, arrangements, hosting,\n    " +
               std::to_string(facts.as_of.year) + ", " + std::to_string(facts.as_of.month) + ", " +
               std::to_string(facts.as_of.day) + ", \"" + std::string(fingerprint) +
               "\"};\n\n}  // namespace burden::inputs::embedded\n";
    }

private:
    /// A list of texts; the same list stands once.
    std::string list(const std::vector<std::string>& texts) {
        const auto known = list_places_.find(texts);
        if (known != list_places_.end()) {
            return known->second;
        }
        const std::size_t first = lists_.size();
        for (const std::string& text : texts) {
            lists_.add(texts_.add(text));
        }
        return list_places_.emplace(texts, stretch(first, lists_.size())).first->second;
    }

    std::string unit(const FactUnit& unit) {
        const auto [known, is_new] = unit_places_.emplace(unit.text, units_.size());
        if (is_new) {
            units_.add(texts_.add(unit.text));
        }
        return std::to_string(known->second);
    }

    void add(const Source& source) {
        sources_.add(braced({texts_.add(source.key), texts_.add(source.title), texts_.add(source.publisher),
                             texts_.add(source.published), texts_.add(source.address), number(source.grade),
                             texts_.add(source.note)}));
    }

    void add(const Observation& one) {
        const auto figure = calc::scan_grouped_number(one.text);
        calc::require(static_cast<bool>(figure), "a figure that was read is read again");
        std::string digits = figure->plain;
        std::erase(digits, '.');
        const bool negative = digits.starts_with('-');
        digits.erase(0, std::min(digits.find_first_not_of("-0"), digits.size() - 1));
        const bool fits = digits.size() <= most_digits;
        observations_.add(
            braced({fits ? (negative ? "-" : "") + digits : "0",
                    fits ? std::to_string(figure->places) : std::to_string(embedded::long_figure),
                    number(one.stage), std::to_string(one.year.number), std::to_string(one.to.number),
                    std::to_string(one.date.year), std::to_string(one.date.month),
                    std::to_string(one.date.day), texts_.add(one.text), list(one.sources),
                    texts_.add(one.published), texts_.add(one.note), texts_.add(one.superseded)}));
    }

    void add(const FactSeries& one) {
        const std::size_t first = observations_.size();
        for (const Observation& observation : one.observations) {
            add(observation);
        }
        series_.add(braced({texts_.add(one.key), texts_.add(one.measure), texts_.add(one.title),
                            unit(one.unit), number(one.period), std::to_string(one.prices.year().value_or(0)),
                            texts_.add(one.definition), texts_.add(one.vintage), texts_.add(one.note),
                            stretch(first, observations_.size())}));
    }

    void add(const Country& country) {
        const std::size_t first_series = series_.size();
        const std::size_t first_choice = choices_.size();
        for (const FactSeries& one : country.series) {
            add(one);
        }
        for (const Choice& choice : country.choices) {
            choices_.add(
                braced({texts_.add(choice.measure), texts_.add(choice.use), texts_.add(choice.why)}));
        }
        countries_.add(
            braced({texts_.add(country.code), texts_.add(country.name), list(country.also),
                    texts_.add(country.currency ? country.currency->code() : ""),
                    std::to_string(country.fiscal_year.first_month), number(country.fiscal_year.named_by),
                    stretch(first_series, series_.size()), stretch(first_choice, choices_.size())}));
    }

    TextPool texts_;
    Rows lists_{"Text", "lists"};
    Rows units_{"Text", "units"};
    Rows countries_{"Country", "countries"};
    Rows series_{"Series", "series"};
    Rows observations_{"Observation", "observations"};
    Rows choices_{"Choice", "choices"};
    Rows sources_{"Source", "sources"};
    Rows arrangements_{"ArrangementName", "arrangements"};
    std::map<std::vector<std::string>, std::string> list_places_;
    std::map<std::string, std::size_t> unit_places_;
};

}  // namespace

std::string embedded_source(const Facts& facts, std::string_view fingerprint) {
    return Writer().written(facts, fingerprint);
}

}  // namespace burden::inputs
