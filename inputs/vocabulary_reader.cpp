#include "burden/inputs/vocabulary_reader.hpp"

#include <algorithm>

namespace burden::inputs {
namespace {

/// The names of the values of an enumeration that begins with `first` and ends with `last`.
template <typename Value>
std::vector<std::string> names(Value first, Value last) {
    std::vector<std::string> result;
    for (int value = static_cast<int>(first); value <= static_cast<int>(last); ++value) {
        result.emplace_back(to_text(static_cast<Value>(value)));
    }
    return result;
}

}  // namespace

std::vector<std::string> period_names() {
    return names(PeriodBasis::per_calendar_year, PeriodBasis::stock_at_a_date);
}
std::vector<std::string> stage_names() { return names(Stage::request, Stage::projection); }
std::vector<std::string> grade_names() { return names(Grade::official, Grade::weak); }

std::string read_measure(TableReader& table, MeasuresOf of) {
    const std::string measure = table.required_text("measure");
    std::vector<std::string> known;
    for (const Measure& each : measures()) {
        known.emplace_back(each.name);
    }
    if (of == MeasuresOf::choices) {
        known.emplace_back(defence_base);
    }
    if (measure.empty() || std::find(known.begin(), known.end(), measure) != known.end()) {
        return measure;
    }
    const TomlNode& node = *table.find("measure");
    if (measure == defence_base) {
        table.problems().error(
            node.place, "'defence-base' stands in a [[choice]] only",
            {.hint = "a figure of it is of measure 'defence-spending' or 'defence-share'"});
    } else {
        table.problems().error(node.place, "unknown measure " + calc::quoted(measure),
                               one_of(known, measure));
    }
    return {};
}

}  // namespace burden::inputs
