#include "burden/brief/scenario_renewals_answer.hpp"

#include <algorithm>

#include "burden/brief/answer_charts.hpp"
#include "burden/brief/citations.hpp"
#include "burden/brief/hosting_tables.hpp"
#include "burden/brief/scenario_amounts.hpp"
#include "burden/brief/shell_words.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/scenario_derivation.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::ScenarioRenewal;
using inputs::ScenarioRenewals;
using models::Metric;

namespace {

/// Every amount in one unit, with the cell that it is.
class RenewalAmounts {
public:
    explicit RenewalAmounts(const ScenarioRenewals& renewals)
        : renewals_(renewals), shown_(unit_of_hosting(renewals), largest(renewals)) {}

    const Shown& shown() const { return shown_; }
    const auto& numbers() const {
        return renewals_.renewals.front().run.plan.plan.countries[renewals_.country];
    }

    Cell of_year(std::size_t rule, Year year) const {
        const auto& value = amount(rule, year);
        if (!value) {
            return {};
        }
        return Figure{.value = *value / shown_.scale.units, .terms = {term(rule, year, Decimal(1))}};
    }

    /// The sum of all years, less that of another rule where one is given; empty where a year is not known.
    Cell sum(std::size_t rule, std::optional<std::size_t> less = {}) const {
        Figure figure{.value = 0, .plus = less.has_value()};
        for (Year year = renewals_.first; year <= renewals_.to; ++year) {
            const auto& value = amount(rule, year);
            const auto& other = amount(less.value_or(rule), year);
            if (!value || !other) {
                return {};
            }
            figure.value += (less ? Decimal(*value - *other) : *value) / shown_.scale.units;
            if (rule != less) {
                figure.terms.push_back(term(rule, year, Decimal(1)));
                if (less) {
                    figure.terms.push_back(term(*less, year, Decimal(-1)));
                }
            }
        }
        return figure;
    }

private:
    static calc::Unit unit_of_hosting(const ScenarioRenewals& renewals) {
        return *inputs::unit_of(Metric::hosting, renewals.country, renewals.renewals.front().run.plan).money;
    }

    /// Of the years: a total may take a digit more, where the years would lose theirs.
    static Decimal largest(const ScenarioRenewals& renewals) {
        std::vector<Decimal> years;
        for (const ScenarioRenewal& one : renewals.renewals) {
            const auto& hosting = one.run.results[renewals.country][Metric::hosting];
            for (Year year = renewals.first; year <= renewals.to; ++year) {
                if (hosting[year]) {
                    years.push_back(*hosting[year]);
                }
            }
        }
        return largest_of(years);
    }

    const std::optional<Decimal>& amount(std::size_t rule, Year year) const {
        return renewals_.renewals[rule].run.results[renewals_.country][Metric::hosting][year];
    }

    FigureTerm term(std::size_t rule, Year year, const Decimal& times) const {
        return {.run = rule,
                .cell = inputs::name_of_cell(renewals_.renewals[rule].run.plan, renewals_.country,
                                             Metric::hosting, year),
                .factor = times / shown_.scale.units};
    }

    const ScenarioRenewals& renewals_;
    Shown shown_;
};

/// What the others are held against: a rule that is flat, else the first.
std::size_t reference_of(const ScenarioRenewals& renewals) {
    const auto& all = renewals.renewals;
    const auto flat = std::find_if(all.begin(), all.end(),
                                   [](const ScenarioRenewal& one) { return one.rule.text == "flat"; });
    return flat == all.end() ? 0 : static_cast<std::size_t>(flat - all.begin());
}

Table table_for_people(const ScenarioRenewals& renewals, const RenewalAmounts& amounts, const Table& head) {
    Table table = head;
    const std::size_t reference = reference_of(renewals);
    table.columns = {{.key = "renewal", .label = "Renewal", .words = true}};
    const auto add = [&](const std::string& key, const std::string& label) {
        table.columns.push_back(
            {.key = key, .label = label, .unit = amounts.shown().text(), .places = amounts.shown().places});
    };
    for (Year year = renewals.first; year <= renewals.to; ++year) {
        const std::string name = label(year, amounts.numbers().calendar);
        add(name, name);
    }
    add("total", "total");
    add("difference", "vs " + renewals.renewals[reference].words);
    for (std::size_t rule = 0; rule < renewals.renewals.size(); ++rule) {
        Row row{.cells = {renewals.renewals[rule].words}};
        for (Year year = renewals.first; year <= renewals.to; ++year) {
            row.cells.push_back(amounts.of_year(rule, year));
        }
        row.cells.push_back(amounts.sum(rule));
        row.cells.push_back(amounts.sum(rule, reference));
        table.rows.push_back(std::move(row));
    }
    table.audience = Audience::people;
    return table;
}

Table table_for_programs(const ScenarioRenewals& renewals, const RenewalAmounts& amounts, const Table& head) {
    Table table = head;
    table.columns = {{.key = "renewal", .label = "Renewal", .words = true},
                     {.key = "year", .label = "Year", .words = true},
                     {.key = "amount",
                      .label = "Amount",
                      .unit = amounts.shown().text(),
                      .places = amounts.shown().places}};
    for (std::size_t rule = 0; rule < renewals.renewals.size(); ++rule) {
        for (Year year = renewals.first; year <= renewals.to; ++year) {
            table.rows.push_back(
                {.cells = {renewals.renewals[rule].rule.text, label(year, amounts.numbers().calendar),
                           amounts.of_year(rule, year)}});
        }
    }
    table.audience = Audience::programs;
    return table;
}

}  // namespace

Answer scenario_renewals_answer(const ScenarioRenewals& renewals, const inputs::Facts& facts) {
    Answer answer{.command = "renewals", .tables = {}};
    if (renewals.renewals.empty()) {
        return answer;
    }
    const RenewalAmounts amounts(renewals);
    const inputs::ScenarioRun& first = renewals.renewals.front().run;
    const inputs::PlannedCountry& planned = first.plan.countries[renewals.country];
    const std::string prices = ScenarioAmounts(first, renewals.country).prices();
    const std::string end = calc::to_text(*renewals.arrangement->end);
    const Table head{.id = "renewals-" + calc::lower_case(planned.country->code),
                     .title = planned.country->name + ": after " + end + ", under each renewal",
                     .caption = amounts.shown().text() + ", " + prices,
                     .columns = {},
                     .rows = {}};
    answer.tables = {table_for_people(renewals, amounts, head), table_for_programs(renewals, amounts, head)};
    std::vector<std::pair<std::string, std::string>> words;
    for (const ScenarioRenewal& one : renewals.renewals) {
        words.emplace_back(one.rule.text, one.words);
    }
    answer.charts = {
        renewals_chart(answer.tables.back(), words, amounts.shown().places,
                       renewals.arrangement->title + " expires " + end + ", before the first year")};
    std::vector<std::string> keys = first.plan.sources;
    for (const ScenarioRenewal& one : renewals.renewals) {
        const inputs::PlannedCountry& country = one.run.plan.countries[renewals.country];
        keys.insert(keys.end(), country.sources.begin(), country.sources.end());
        keys.insert(keys.end(), country.rate_sources.begin(), country.rate_sources.end());
        answer.basis.words.push_back(one.words + ": " + country.hosting_words + ".");
        for (const std::string& remark : country.remarks) {
            if (std::find(answer.notes.begin(), answer.notes.end(), remark) == answer.notes.end()) {
                answer.notes.push_back(remark);
            }
        }
    }
    answer.basis.currency = amounts.shown().unit.currency.code();
    answer.basis.prices = prices;
    answer.basis.rate = planned.rate_words;
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    return answer;
}

}  // namespace burden::brief
