/// Figures, dates, years and units as Japanese writes them; no digit is lost or rounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace burden::brief {

/// The figures within a text in Japanese, the rest as it stands: "¥1,055.1 bn over FY2022–26" is "1兆551億円
/// over 2022–26年度".
std::string japanese_figures(std::string_view text);

/// "2027" as "令和9"; a year before 2019 stays.
std::string reiwa_year(const std::string& year);

/// A Japanese text with its fiscal years counted by the era: 2027年度 as 令和9年度, 2026–35年度 as
/// 令和8–17年度.
std::string in_reiwa(const std::string& text);

/// A text that is one figure, date, year, rate or unit; none where it is more, or something else. A bare
/// "2035" is a year.
std::optional<std::string> japanese_figure(std::string_view text);

/// How a unit of a table reads in Japanese, and by what its figures are multiplied: "JPY bn" is "億円", 10.
struct JapaneseUnit {
    std::string text;
    int shift = 0;  ///< the power of ten
};

/// None for a unit that stays as it is.
std::optional<JapaneseUnit> japanese_unit(std::string_view unit);

}  // namespace burden::brief
