#include "burden/brief/headline_answer.hpp"

#include "burden/brief/citations.hpp"
#include "burden/brief/hosting_answer.hpp"
#include "burden/inputs/words.hpp"
#include "burden/models/comparison.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::HeadlineRun;
using inputs::HostingRun;

namespace {

const Decimal trillion("1e12");

/// The arrangement in force, in lines of words.
Table present_table(const HostingRun& run) {
    const inputs::Arrangement& arrangement = *run.arrangement;
    const auto in = [&](const auto& amount) {
        return inputs::signed_words(amount.in(run.unit), run.unit.currency);
    };
    Table table{
        .id = "present",
        .title = run.host_name + ": what hosting costs now",
        .caption = arrangement.title,
        .columns = {{.key = "what", .label = "", .words = true}, {.key = "text", .label = "", .words = true}},
        .rows = {}};
    table.rows.push_back({.cells = {"Total", in(*run.total) + " over " + inputs::count_words(run.term_years) +
                                                 " years, " + in(*run.average) + " a year on average"}});
    std::string budgets;
    for (const inputs::TermYear& year : run.term) {
        if (year.budget) {
            budgets +=
                (budgets.empty() ? "" : ", ") + label(year.year, run.calendar) + " " + in(*year.budget);
        }
    }
    table.rows.push_back({.cells = {"Budgets", budgets}});
    table.rows.push_back(
        {.cells = {"In force", calc::to_text(*arrangement.start) + " to " + calc::to_text(*arrangement.end) +
                                   ", " + inputs::days_words(*run.days_left) + " left on " +
                                   calc::to_text(run.as_of) + "; no amount of a successor is known here"}});
    return table;
}

/// Targets, what they cost, and what that is of the rival's spending.
Table targets_table(const HeadlineRun& run) {
    const inputs::TargetRun& targets = run.targets;
    const std::string unit = targets.unit.currency.code() + " tn";
    const std::string due = label(targets.due, targets.calendar);
    Table table{.id = "targets",
                .title = targets.name + ": what a share of GDP by " + due + " costs, beside " +
                         run.rival_name + " at +" + inputs::percent_words(run.rival_growth) + " a year",
                .caption = unit + ", current prices",
                .columns = {{.key = "target", .label = "Target", .words = true},
                            {.key = "spending", .label = due, .unit = unit, .places = 1},
                            {.key = "extra", .label = "extra to then", .unit = unit, .places = 1},
                            {.key = "fastest_growth", .label = "fastest year", .unit = "%", .places = 1},
                            {.key = "of_rival_first",
                             .label = std::to_string(targets.from.number),
                             .unit = "%",
                             .places = 0,
                             .group = "of " + run.rival_name + "'s spending"},
                            {.key = "of_rival_due",
                             .label = std::to_string(targets.due.number),
                             .unit = "%",
                             .places = 0,
                             .group = "of " + run.rival_name + "'s spending"},
                            {.key = "quarter",
                             .label = "a quarter in",
                             .group = "of " + run.rival_name + "'s spending",
                             .words = true},
                            {.key = "third",
                             .label = "a third in",
                             .group = "of " + run.rival_name + "'s spending",
                             .words = true}},
                .rows = {}};
    const auto reached = [&](const calc::Series<Decimal>& shares, int part) -> Cell {
        const auto year = models::first_year_at(shares, Decimal(1) / Decimal(part));
        return year ? Cell(label(*year, targets.calendar)) : Cell("not by then");
    };
    for (std::size_t at = 0; at < targets.cases.size(); ++at) {
        const inputs::TargetCase& one = targets.cases[at];
        const auto& shares = run.shares[at].of_rival;
        const auto& summary = one.summary;
        table.rows.push_back(
            {.cells = {
                 inputs::percent_words(one.share),
                 one.years[targets.due].spending.in(targets.unit) / trillion,
                 summary.extra.in(targets.unit) / trillion,
                 summary.fastest_growth ? Cell(Figure{.value = *summary.fastest_growth * 100, .plus = true})
                                        : Cell(),
                 shares.front() * 100, shares[targets.due] * 100, reached(shares, 4), reached(shares, 3)}});
    }
    return table;
}

Table claim_table(const HeadlineRun& run) {
    return {
        .id = "claim",
        .title = "Said in the press: \"" + run.claim.text + "\"",
        .caption = std::string(inputs::to_text(run.claim.verdict)),
        .columns = {{.key = "what", .label = "", .words = true}, {.key = "text", .label = "", .words = true}},
        .rows = {{.cells = {"Because", run.claim.reading}}}};
}

}  // namespace

Answer headline_answer(const HeadlineRun& run, const inputs::Facts& facts) {
    Answer answer{.command = "", .tables = {}};
    answer.tables.push_back(present_table(run.renewals));
    answer.tables.push_back(renewal_table(run.renewals));
    answer.tables.push_back(targets_table(run));
    answer.tables.push_back(claim_table(run));
    answer.basis.words = {run.targets.name + ": " + run.targets.spending_words, run.rival_words,
                          "Targets: linear in the share from " +
                              label(run.targets.from, run.targets.calendar) + ", extra over " +
                              run.targets.baseline_words,
                          "Dollars at " + run.renewals.rate->words};
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, run.sources);
    answer.see = {std::string("burden hns ") + run.renewals.arrangement->key,
                  "burden target jpn --share 5% --by 2035", "burden claims", "burden --help"};
    return answer;
}

}  // namespace burden::brief
