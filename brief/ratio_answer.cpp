#include "burden/brief/ratio_answer.hpp"

#include <algorithm>

#include "burden/brief/answer_charts.hpp"
#include "burden/brief/citations.hpp"
#include "burden/brief/scale.hpp"
#include "burden/inputs/ratio_recording.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::PublishedRatio;
using inputs::RatioDenominator;
using inputs::RatioNumerator;
using inputs::RatioRun;

namespace {

Scale scale_of(const RatioRun& run) {
    Decimal largest = 0;
    for (const RatioNumerator& numerator : run.numerators) {
        largest = greatest(largest, numerator.amount);
    }
    return scale_for(largest);
}

Figure amount_figure(const RatioRun& run, const RatioNumerator& budget, const Scale& scale) {
    return {.value = budget.amount / scale.units,
            .terms = {{.cell = budget_cell(run, budget), .factor = Decimal(1) / scale.units}}};
}

Figure gdp_figure(const RatioRun& run, const RatioDenominator& gdp, const Scale& scale) {
    return {.value = gdp.amount / scale.units,
            .terms = {{.cell = gdp_cell(run, gdp), .factor = Decimal(1) / scale.units}}};
}

/// The ratio of a budget to the GDP at that place; nothing where their years differ.
Cell share_cell(const RatioRun& run, const RatioNumerator& budget, std::size_t at) {
    if (!budget.shares[at]) {
        return {};
    }
    return Figure{.value = *budget.shares[at] * 100,
                  .terms = {{.cell = ratio_cell(run, budget, run.denominators[at]), .factor = 100}}};
}

/// Publishers' own digits: 1.4 stays one digit, 1.412 three.
int places_of(const std::vector<PublishedRatio>& published) {
    int places = 1;
    for (const PublishedRatio& ratio : published) {
        const std::string text = (ratio.share * 100).to_significant(Decimal::digits);
        const std::size_t point = text.find('.');
        places = std::max(places, point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1));
    }
    return places;
}

Table people_table(const RatioRun& run, const Scale& scale, std::vector<std::string>& notes) {
    const std::string unit = unit_text(run.currency, scale);
    Table table{
        .id = "ratio",
        .title = run.name + ": the defence budget of " + label(run.year, run.calendar) + " on every basis",
        .caption = "% of GDP",
        .columns = {{.key = "definition", .label = "What is counted", .words = true},
                    {.key = "stage", .label = "Stage", .words = true},
                    {.key = "year", .label = "Year", .words = true},
                    {.key = "amount", .label = unit, .places = 2}},
        .rows = {},
        .audience = Audience::people};
    std::vector<std::size_t> used;
    for (std::size_t at = 0; at < run.denominators.size(); ++at) {
        const bool any = std::any_of(run.numerators.begin(), run.numerators.end(),
                                     [&](const RatioNumerator& one) { return one.shares[at].has_value(); });
        if (!any) {
            continue;
        }
        const RatioDenominator& denominator = run.denominators[at];
        used.push_back(at);
        notes.push_back(denominator.words + ".");
        table.columns.push_back({.key = "share_" + std::to_string(used.size()),
                                 .label = "of GDP " + std::to_string(notes.size()),
                                 .unit = "%",
                                 .places = 2});
    }
    for (const RatioNumerator& numerator : run.numerators) {
        Row row{.cells = {numerator.title, numerator.stage, numerator.year,
                          amount_figure(run, numerator, scale)}};
        for (const std::size_t at : used) {
            row.cells.push_back(share_cell(run, numerator, at));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table programs_table(const RatioRun& run, const Scale& scale) {
    const std::string unit = unit_text(run.currency, scale);
    Table table{
        .id = "ratio",
        .title = run.name + ": the defence budget of " + label(run.year, run.calendar) + " on every basis",
        .columns = {{.key = "key", .label = "Series", .words = true},
                    {.key = "definition", .label = "Definition", .words = true},
                    {.key = "stage", .label = "Stage", .words = true},
                    {.key = "year", .label = "Year", .words = true},
                    {.key = "amount", .label = "Amount", .unit = unit},
                    {.key = "denominator", .label = "Denominator", .words = true},
                    {.key = "gdp", .label = "GDP", .unit = unit},
                    {.key = "share", .label = "Share", .unit = "%"},
                    {.key = "sources", .label = "Sources", .words = true}},
        .rows = {},
        .audience = Audience::programs};
    for (const RatioNumerator& numerator : run.numerators) {
        for (std::size_t at = 0; at < run.denominators.size(); ++at) {
            if (!numerator.shares[at]) {
                continue;
            }
            const RatioDenominator& denominator = run.denominators[at];
            std::vector<std::string> sources = numerator.sources;
            sources.insert(sources.end(), denominator.sources.begin(), denominator.sources.end());
            table.rows.push_back(
                {.cells = {numerator.key, numerator.title + " (" + numerator.definition + ")",
                           numerator.stage, numerator.year, amount_figure(run, numerator, scale),
                           denominator.words, gdp_figure(run, denominator, scale),
                           share_cell(run, numerator, at), joined(sources, ";")}});
        }
    }
    return table;
}

Table published_table(const RatioRun& run) {
    Table table{
        .id = "ratio-published",
        .title = "As published",
        .caption = "% of GDP",
        .columns = {{.key = "definition", .label = "Whose ratio", .words = true},
                    {.key = "stage", .label = "Stage", .words = true},
                    {.key = "year", .label = "Year", .words = true},
                    {.key = "share", .label = "share", .unit = "%", .places = places_of(run.published)},
                    {.key = "sources", .label = "Sources", .words = true}},
        .rows = {}};
    for (const PublishedRatio& ratio : run.published) {
        const std::string text = (ratio.share * 100).to_significant(Decimal::digits);
        const std::size_t point = text.find('.');
        const int places = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
        table.rows.push_back(
            {.cells = {ratio.title + " (" + ratio.definition + ")", ratio.stage, ratio.year,
                       Figure{.value = ratio.share * 100,
                              .places = std::max(1, places),
                              .terms = {{.cell = published_cell(run, ratio), .factor = 100}}},
                       joined(ratio.sources)}});
    }
    return table;
}

/// GDPs by their words: "GDP IMF, April 2026", the publisher and the date, without what lies between.
std::vector<std::pair<std::string, std::string>> denominator_names(const RatioRun& run) {
    std::vector<std::pair<std::string, std::string>> names;
    for (const RatioDenominator& one : run.denominators) {
        const std::size_t first = one.name.find(',');
        const std::size_t last = one.name.rfind(',');
        names.emplace_back(
            one.words,
            "GDP " + (first == last ? one.name : one.name.substr(0, first) + one.name.substr(last)));
    }
    return names;
}

}  // namespace

Answer ratio_answer(const RatioRun& run, const inputs::Facts& facts) {
    Answer answer{.command = "ratio", .tables = {}};
    const Scale scale = scale_of(run);
    std::vector<std::string> keys;
    if (!run.numerators.empty()) {
        answer.tables.push_back(people_table(run, scale, answer.notes));
        answer.tables.push_back(programs_table(run, scale));
        const auto names = denominator_names(run);
        answer.charts.push_back(ratio_chart(answer.tables.back(), names));
        for (const RatioNumerator& numerator : run.numerators) {
            keys.insert(keys.end(), numerator.sources.begin(), numerator.sources.end());
        }
        for (const RatioDenominator& denominator : run.denominators) {
            keys.insert(keys.end(), denominator.sources.begin(), denominator.sources.end());
        }
    }
    if (!run.published.empty()) {
        answer.tables.push_back(published_table(run));
        for (const PublishedRatio& ratio : run.published) {
            keys.insert(keys.end(), ratio.sources.begin(), ratio.sources.end());
        }
    }
    answer.basis.currency = run.currency.code();
    answer.basis.prices = "current";
    if (!runs_with_the_calendar(run.calendar)) {
        answer.basis.words.push_back(
            label(run.year, run.calendar) + " is " + months(run.year, run.calendar) +
            ". Budgets of fiscal years are set against GDP of fiscal years, calendar years "
            "against calendar years.");
    }
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    return answer;
}

}  // namespace burden::brief
