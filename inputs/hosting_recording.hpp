/// How the figures of arrangements and their renewals are computed, down to facts and to what was typed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/recording.hpp"

namespace burden::inputs {

/// Results that a recording has. Those of a renewal that are no year's stand in its last one.
namespace hosting_results {
inline constexpr std::string_view amount = "amount";
inline constexpr std::string_view abroad = "amount abroad";
inline constexpr std::string_view against_flat = "against flat";
inline constexpr std::string_view share_of_gdp = "share of GDP";
inline constexpr std::string_view share_of_defence = "share of defence";
inline constexpr std::string_view per_member = "per member";
inline constexpr std::string_view total = "amount, summed";
inline constexpr std::string_view total_abroad = "amount abroad, summed";
inline constexpr std::string_view total_against_flat = "against flat, summed";
inline constexpr std::string_view mean_share_of_gdp = "mean share of GDP";
inline constexpr std::string_view mean_share_of_defence = "mean share of defence";
inline constexpr std::string_view mean_per_member = "mean per member";
inline constexpr std::string_view break_even = "break-even rate";

// Of the present term: of the whole, or of an item.
inline constexpr std::string_view budget = "budget of the year";
inline constexpr std::string_view average = "average of the term";
}  // namespace hosting_results

/// The name of a recorded result of the renewal at that place: "jpn-sma-2022#1.amount[FY2027]".
std::string renewal_cell(const HostingRun& run, std::size_t at, std::string_view what, calc::Year year);

/// What a renewal is a year on average at another rate, in the host's currency or in the guest's.
std::string renewal_cell_at_rate(const HostingRun& run, std::size_t at, const calc::Decimal& rate,
                                 bool abroad);

/// The name of a recorded result of the present term: of an item, or of the whole where `item` is null. Sums
/// and averages stand in the last year, and in none where the years of the term are not known.
std::string term_cell(const HostingRun& run, const PresentItem* item, std::string_view what,
                      std::optional<calc::Year> year = {});

/// The figures of a term, recorded: in whole units of the host's currency.
struct RecordedTerm {
    std::optional<calc::Traced> total = {};
    std::optional<calc::Traced> average = {};
    std::vector<std::optional<calc::Traced>> items = {};  ///< totals, in the order of the run's items
    std::map<calc::Year, calc::Traced> amounts = {};
    std::map<calc::Year, calc::Traced> budgets = {};
    std::optional<calc::Traced> members = {};
};

/// Records the term of a run that asks for no renewals.
RecordedTerm recorded_term(Recorder& recorder, const Facts& facts, const HostingRun& run);

/// Records all results of runs of one question on these facts, those that the runs themselves have.
Recording hosting_recording(Recorder& recorder, const Facts& facts, const std::vector<HostingRun>& runs,
                            const HostingQuestion& question);

}  // namespace burden::inputs
