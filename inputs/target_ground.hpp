/// What one country's targets are computed from: years, economy, the base year's spending.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/defence.hpp"
#include "burden/inputs/target_question.hpp"

namespace burden::inputs {

/// Everything that one country's targets are computed from.
struct TargetGround {
    const Country* country = nullptr;  ///< none when only the user's own figures speak
    calc::FiscalCalendar calendar;     ///< of the years: whoever counts by calendar years is followed by them
    calc::Year from;
    calc::Year due;
    calc::Year to;
    SourcedEconomy economy;
    calc::Yearly<calc::Decimal> base_spending;  ///< current prices, of `from`
    std::string base_mark;
    std::string spending_words;
    std::string why;
    std::vector<std::string> sources;
};

/// The ground of a country with published facts.
Reading<TargetGround> ground_of(const Country& country, const TargetQuestion& question);

/// The ground of a user's own economy; `where` says where its figures stand: "in uto.toml",
/// "on the command line".
Reading<TargetGround> ground_of(const OwnEconomy& own, const calc::FiscalCalendar& calendar,
                                const std::string& where, const TargetQuestion& question);

/// A refusal that points at an option.
Diagnostic refused(std::string option, std::string message, std::vector<std::string> allowed = {});

/// Diagnostics of a room that does not know which option its figures came from, put to that option.
std::vector<Diagnostic> pointing_at(const std::string& option, std::vector<Diagnostic> diagnostics);

/// Adds the keys that are not there yet.
void add_keys(std::vector<std::string>& keys, const std::vector<std::string>& more);

}  // namespace burden::inputs
