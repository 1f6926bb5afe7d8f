#include "burden/brief/fiscal_answer.hpp"

#include <algorithm>

#include "burden/brief/citations.hpp"
#include "burden/brief/scenario_amounts.hpp"
#include "burden/brief/shell_words.hpp"
#include "burden/calc/letter_case.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::ScenarioRun;
using models::Metric;

namespace {

struct Part {
    std::string id;
    std::string title;
    std::vector<Metric> metrics;
    bool sums = false;  ///< a last row with the sums of its amounts
};

/// The tables of a country's public finance.
class FiscalTables {
public:
    FiscalTables(const ScenarioRun& run, std::size_t country)
        : run_(run), country_(country), results_(run.results[country]), amounts_(run, country) {}

    std::vector<Table> tables() const {
        std::vector<Table> tables;
        for (const Part& part :
             {Part{"fiscal-financing",
                   "How the extra is paid for",
                   {Metric::extra, Metric::taxed, Metric::borrowed, Metric::reallocated,
                    Metric::extra_interest, Metric::extra_debt},
                   true},
              Part{"fiscal-debt",
                   "Debt of general government to GDP, and what moves it",
                   {Metric::debt_without, Metric::debt, Metric::debt_interest, Metric::debt_growth,
                    Metric::debt_balance, Metric::debt_borrowing}},
              Part{"fiscal-equivalents",
                   "What the extra is beside taxes and budgets",
                   {Metric::tax_points, Metric::extra_points, Metric::extra_per_head,
                    Metric::extra_per_household, Metric::extra_of_account, Metric::extra_of_government}}}) {
            if (auto made = table(part)) {
                tables.push_back(std::move(*made));
            }
        }
        if (!tables.empty()) {
            tables.front().title = heading() + ": how the extra is paid for";
        }
        return tables;
    }

private:
    bool known(Metric metric) const {
        const auto& series = results_[metric];
        return std::any_of(series.begin(), series.end(), [](const auto& value) { return value.has_value(); });
    }

    std::string heading() const {
        const std::string& name = run_.plan.countries[country_].country->name;
        const std::string title = run_.scenario->title();
        return title.starts_with(name) ? title : name + ": " + title;
    }

    Column column(Metric metric) const {
        const inputs::MetricName& name = inputs::name_of(metric);
        Column column{.key = std::string(name.name),
                      .label = std::string(name.label),
                      .unit = amounts_.unit(metric),
                      .places = amounts_.places(metric)};
        switch (metric) {
            case Metric::debt_without:
            case Metric::debt:
                column.group = "debt at the end of the year";
                column.label = metric == Metric::debt ? "with" : column.label;
                break;
            case Metric::debt_interest:
            case Metric::debt_growth:
            case Metric::debt_balance:
            case Metric::debt_borrowing:
                column.group = "what moved it since the year before";
                break;
            case Metric::tax_points:
            case Metric::extra_points:
                column.group = "points of tax";
                column.label = metric == Metric::tax_points ? "for its part" : "for all of it";
                break;
            default:
                break;
        }
        return column;
    }

    /// None where nothing of it is known.
    std::optional<Table> table(const Part& part) const {
        const auto& plan = run_.plan.plan.countries[country_];
        std::vector<Metric> metrics;
        std::copy_if(part.metrics.begin(), part.metrics.end(), std::back_inserter(metrics),
                     [&](Metric metric) { return known(metric); });
        if (metrics.empty()) {
            return std::nullopt;
        }
        Table table{.id = part.id,
                    .title = part.title,
                    .caption = part.sums ? amounts_.unit(Metric::extra) + ", " + amounts_.prices() : "",
                    .columns = {{.key = "year",
                                 .label = runs_with_the_calendar(plan.calendar) ? "Year" : "Fiscal year",
                                 .words = true}},
                    .rows = {}};
        for (const Metric metric : metrics) {
            table.columns.push_back(column(metric));
        }
        // In the base year nothing is extra: only debt is worth a row.
        const bool base_year = part.id == "fiscal-debt";
        for (Year year = base_year ? results_.from() : results_.from() + 1; year <= results_.to(); ++year) {
            Row row{.cells = {label(year, plan.calendar)}, .mark = mark_of(run_, country_, year)};
            for (const Metric metric : metrics) {
                row.cells.push_back(amounts_.of_year(metric, year));
            }
            table.rows.push_back(std::move(row));
        }
        for (const auto& meaning : certainty_marks()) {
            if (std::any_of(table.rows.begin(), table.rows.end(),
                            [&](const Row& row) { return row.mark == meaning.first; })) {
                table.marks.push_back(meaning);
            }
        }
        if (part.sums) {
            table.rows.push_back(sum(metrics));
        }
        return table;
    }

    Row sum(const std::vector<Metric>& metrics) const {
        Row row{.cells = {"sum"}, .rule_above = true};
        for (const Metric metric : metrics) {
            row.cells.push_back(amounts_.sum(metric));
        }
        return row;
    }

    const ScenarioRun& run_;
    std::size_t country_;
    const models::CountryProjection<Decimal>& results_;
    ScenarioAmounts amounts_;
};

}  // namespace

Answer fiscal_answer(const ScenarioRun& run, std::size_t country, const inputs::Facts& facts) {
    const inputs::PlannedCountry& planned = run.plan.countries[country];
    const inputs::FinanceWords& words = planned.finance;
    const auto& plan = run.plan.plan.countries[country];
    Answer answer{.command = "fiscal", .tables = FiscalTables(run, country).tables()};
    const auto says = [&](const std::string& what, const std::string& text) {
        if (!text.empty()) {
            answer.basis.words.push_back(what + text + ".");
        }
    };
    says("Aims at ",
         planned.target_words + ". Extra over holding the share of " + label(plan.from, plan.calendar));
    says("Paid for ", words.mix);
    says("Interest on debt: ", words.interest);
    says("Debt without the extra: ", words.debt);
    says("", words.tax);
    says("", words.account);

    if (plan.finance.debt) {
        answer.notes.emplace_back(
            "The balance is what stands behind the published debt at the published growth and this rate of "
            "interest: the primary balance, and all else that moves debt.");
    } else if (plan.finance.base_debt.empty()) {
        answer.notes.push_back("The debt of " + planned.country->name +
                               " is not known: the ratio is left out.");
    }
    if (!plan.finance.households) {
        answer.notes.push_back("The number of households is not known: " + calc::lower_case(plan.code) +
                               ".households says it.");
    }
    answer.notes.emplace_back(
        "Not included: any effect of spending, taxes or debt on growth, prices and the rate of interest; "
        "what "
        "people do about a tax; which spending makes room, and whether it can.");
    std::vector<std::string> keys = planned.sources;
    keys.insert(keys.end(), words.sources.begin(), words.sources.end());
    const auto money = *inputs::unit_of(Metric::extra, country, run.plan).money;
    answer.basis.currency = money.currency.code();
    answer.basis.prices = ScenarioAmounts(run, country).prices();
    answer.basis.definition = planned.spending_words;
    answer.basis.gdp = planned.gdp_words;
    if (money.currency != plan.unit.currency) {
        answer.basis.rate = planned.rate_words;
        keys.insert(keys.end(), planned.rate_sources.begin(), planned.rate_sources.end());
        keys.insert(keys.end(), run.plan.sources.begin(), run.plan.sources.end());
    }
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    const std::string cell = calc::lower_case(plan.code) + (plan.finance.debt ? ".debt[" : ".extra_debt[") +
                             label(plan.to, plan.calendar) + "]";
    answer.see = {"burden run " + scenario_typed(*run.scenario),
                  "burden explain " + shell_word(run.scenario->name) + " " + shell_word(cell) +
                      settings_typed(*run.scenario)};
    return answer;
}

}  // namespace burden::brief
