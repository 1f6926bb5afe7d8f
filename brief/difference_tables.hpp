/// Tables of a difference. Private to difference_answer.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/brief/scale.hpp"
#include "burden/inputs/scenario_difference.hpp"

namespace burden::brief {

/// The units of one country's figures: fine enough that the difference shows.
class DifferenceAmounts {
public:
    DifferenceAmounts(const inputs::ScenarioDifference& difference, const inputs::CountryDifference& country);

    /// "JPY tn", "%", "mn persons"; of a difference of percentages "pp".
    std::string unit(bool of_difference) const;
    int places() const { return places_; }
    /// A value in whole units in that unit.
    calc::Decimal shown(const calc::Decimal& value) const { return value * factor_; }
    /// "¥66.4 tn", "1.75 pp": how large it is, without a sign.
    std::string in_words(const calc::Decimal& value) const;
    /// "JPY tn, current prices"
    std::string caption() const;
    /// "current prices", "prices of FY2025"; empty of what is no amount.
    const std::string& prices() const { return prices_; }

private:
    std::optional<calc::Currency> currency_;
    std::string unit_;
    std::string prices_;
    calc::Decimal factor_ = 1;
    int places_ = 1;
};

/// "plan.toml", "baseline with --set".
std::string name_of_first(const inputs::ScenarioDifference& difference);
std::string name_of_second(const inputs::ScenarioDifference& difference);

/// "Spending FY2026–35: plan.toml is ¥66.4 tn above baseline"
std::string difference_heading(const inputs::ScenarioDifference& difference,
                               const inputs::CountryDifference& country);

/// Both sides by year.
Table difference_table(const inputs::ScenarioDifference& difference, const inputs::CountryDifference& country,
                       const std::string& title, Audience audience);
/// What stands for all years, for programs.
Table difference_totals(const inputs::ScenarioDifference& difference,
                        const inputs::CountryDifference& country);
/// What makes the difference, with bars for people.
Table parts_table(const inputs::ScenarioDifference& difference, const inputs::CountryDifference& country,
                  const std::string& title, Audience audience);
/// The parts by year.
Table part_years_table(const inputs::ScenarioDifference& difference, const inputs::CountryDifference& country,
                       Audience audience);
/// Keys that differ, for programs.
Table changes_table(const inputs::ScenarioDifference& difference);

/// What differs in a group, in words: "target share 3.4% instead of none (plan.toml:7)". Keys without effect
/// are left out.
std::string words_on_group(const inputs::ScenarioDifference& difference,
                           const inputs::CountryDifference& country, inputs::ChangeGroup group);
/// Whether keys are named with their country.
bool names_subjects(const inputs::ScenarioDifference& difference);

}  // namespace burden::brief
