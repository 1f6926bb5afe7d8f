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
std::vector<std::string> legal_basis_names() {
    return names(LegalBasis::special_agreement, LegalBasis::both);
}
std::vector<std::string> manner_names() { return names(Manner::cash, Manner::not_stated); }
std::vector<std::string> firmness_names() { return names(Firmness::fixed, Firmness::about); }
std::vector<std::string> ledger_part_names() {
    return names(LedgerPart::cash, LedgerPart::without_military_pay);
}
std::vector<std::string> aside_kind_names() {
    return names(LedgerAside::Kind::quoted_share, LedgerAside::Kind::unpriced);
}
std::vector<std::string> comparison_names() { return names(ClaimComparison::equal, ClaimComparison::year); }

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
