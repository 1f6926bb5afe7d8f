#include "burden/brief/scenario_answer.hpp"

#include <algorithm>
#include <array>

#include "burden/brief/answer_charts.hpp"
#include "burden/brief/citations.hpp"
#include "burden/brief/scenario_amounts.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/shell_words.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/hosting_run.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::ScenarioRun;
using models::Metric;

namespace {

/// The columns of a country's years, in order; those that are not known for any year are left out.
constexpr std::array<Metric, 8> year_metrics = {Metric::gdp,      Metric::share,        Metric::spending,
                                                Metric::extra,    Metric::hosting,      Metric::contribution,
                                                Metric::per_head, Metric::of_government};

bool known(const ScenarioRun& run, std::size_t country, Metric metric) {
    const auto& series = run.results[country][metric];
    return std::any_of(series.begin(), series.end(), [](const auto& value) { return value.has_value(); });
}

/// Whether the contribution is more than spending in some year: else the column would say the same twice.
bool contributes_more(const ScenarioRun& run, std::size_t country) {
    const auto& results = run.results[country];
    for (Year year = results.from(); year <= results.to(); ++year) {
        if (results[Metric::contribution][year] != results[Metric::spending][year]) {
            return true;
        }
    }
    return false;
}

std::vector<Metric> columns_of(const ScenarioRun& run, std::size_t country, bool for_people) {
    std::vector<Metric> columns;
    for (const Metric metric : year_metrics) {
        const bool repeats = metric == Metric::contribution && for_people && !contributes_more(run, country);
        if (known(run, country, metric) && !repeats) {
            columns.push_back(metric);
        }
    }
    if (!for_people) {
        for (const Metric metric : {Metric::population, Metric::rate}) {
            if (known(run, country, metric)) {
                columns.push_back(metric);
            }
        }
    }
    return columns;
}

Column column_of(Metric metric, const ScenarioAmounts& amounts) {
    const inputs::MetricName& name = inputs::name_of(metric);
    return {.key = std::string(name.name),
            .label = std::string(name.label),
            .unit = amounts.unit(metric),
            .places = amounts.places(metric)};
}

std::vector<std::pair<std::string, std::string>> marks_of(const ScenarioRun& run, std::size_t country) {
    std::vector<std::pair<std::string, std::string>> marks;
    const auto& results = run.results[country];
    for (const auto& meaning : certainty_marks()) {
        for (Year year = results.from(); year <= results.to(); ++year) {
            if (mark_of(run, country, year) == meaning.first) {
                marks.push_back(meaning);
                break;
            }
        }
    }
    return marks;
}

/// "Japan: 5 % of GDP by FY2035": the country, where the scenario's title does not begin with it.
std::string heading(const ScenarioRun& run, std::size_t country) {
    const std::string& name = run.plan.countries[country].country->name;
    const std::string title = run.scenario->title();
    return title.starts_with(name) ? title : title.empty() ? name : name + ": " + title;
}

/// Whether a country's figures rest on a rate of exchange.
bool rate_counts(const ScenarioRun& run, std::size_t country) {
    const auto& plan = run.plan.plan.countries[country];
    const auto& shown = run.plan.plan.shown;
    return (shown.currency && *shown.currency != plan.unit.currency) ||
           (plan.hosting && plan.hosting->abroad) ||
           std::any_of(plan.offsets.begin(), plan.offsets.end(), [](const auto& one) { return one.abroad; });
}

/// What the files that were named leave out; what they extend is another scenario's business.
std::vector<std::string> left_out(const inputs::Scenario& scenario) {
    std::vector<std::string> sentences;
    for (const inputs::ScenarioFile& file : scenario.files) {
        const bool extended =
            std::any_of(scenario.files.begin(), scenario.files.end(), [&](const inputs::ScenarioFile& other) {
                return std::find(other.extends.begin(), other.extends.end(), file.name) !=
                       other.extends.end();
            });
        if (!extended) {
            sentences.insert(sentences.end(), file.leaves_out.begin(), file.leaves_out.end());
        }
    }
    return sentences;
}

Table year_table(const ScenarioRun& run, std::size_t country, bool for_people) {
    const ScenarioAmounts amounts(run, country);
    const auto& plan = run.plan.plan.countries[country];
    const auto metrics = columns_of(run, country, for_people);
    const bool runs_with_calendar = calc::runs_with_the_calendar(plan.calendar);
    Table table{.id = "run-" + calc::lower_case(plan.code),
                .title = heading(run, country),
                .caption = amounts.unit(Metric::spending) + ", " + amounts.prices(),
                .columns = {{.key = "year",
                             .label = for_people ? (runs_with_calendar ? "Year" : "FY")
                                                 : (runs_with_calendar ? "Year" : "Fiscal year"),
                             .words = !for_people}},
                .rows = {},
                .marks = marks_of(run, country),
                .audience = for_people ? Audience::people : Audience::programs};
    for (const Metric metric : metrics) {
        table.columns.push_back(column_of(metric, amounts));
    }
    const auto& results = run.results[country];
    for (Year year = results.from(); year <= results.to(); ++year) {
        Row row{.cells = {for_people ? std::to_string(year.number) : label(year, plan.calendar)},
                .mark = mark_of(run, country, year)};
        for (const Metric metric : metrics) {
            row.cells.push_back(amounts.of_year(metric, year));
        }
        table.rows.push_back(std::move(row));
    }
    if (for_people) {
        Row total{.cells = {"sum"}, .rule_above = true};
        for (const Metric metric : metrics) {
            const bool sums = metric != Metric::gdp && metric != Metric::per_head;
            total.cells.push_back(sums ? amounts.sum(metric) : Cell());
        }
        table.rows.push_back(std::move(total));
    }
    return table;
}

/// Sums after the base year, for programs: people see them under the years.
Table total_table(const ScenarioRun& run, std::size_t country) {
    const ScenarioAmounts amounts(run, country);
    const auto& results = run.results[country];
    const auto& plan = run.plan.plan.countries[country];
    Table table{.id = "run-totals-" + calc::lower_case(plan.code),
                .title = "Sums from " + label(results.from() + 1, plan.calendar) + " to " +
                         label(results.to(), plan.calendar),
                .caption = amounts.unit(Metric::spending) + ", " + amounts.prices(),
                .columns = {},
                .rows = {},
                .audience = Audience::programs};
    Row row;
    for (const Metric metric : {Metric::spending, Metric::extra, Metric::hosting, Metric::contribution}) {
        if (known(run, country, metric)) {
            table.columns.push_back(column_of(metric, amounts));
            row.cells.push_back(amounts.sum(metric));
        }
    }
    table.rows.push_back(std::move(row));
    return table;
}

/// Whether figures rounded one by one no longer add to their rounded sum.
bool rounding_shows(const ScenarioRun& run, std::size_t country) {
    const ScenarioAmounts amounts(run, country);
    const auto& results = run.results[country];
    const auto shown = [&](Metric metric, const std::optional<Decimal>& value) {
        return rounded(std::get<Figure>(amounts.cell(metric, value).content).value, amounts.places(metric));
    };
    for (const Metric metric : {Metric::spending, Metric::extra, Metric::hosting}) {
        const auto total = results.sum(metric, results.from() + 1, results.to());
        if (!total) {
            continue;
        }
        Decimal sum = 0;
        for (Year year = results.from() + 1; year <= results.to(); ++year) {
            sum += shown(metric, results[metric][year]);
        }
        if (sum != shown(metric, total)) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> words_on(const ScenarioRun& run, std::size_t country, const std::string& whose) {
    const inputs::PlannedCountry& planned = run.plan.countries[country];
    const auto& plan = run.plan.plan.countries[country];
    std::vector<std::string> words = {whose + "Aims at " + planned.target_words +
                                      ". Extra over holding the share of " + label(plan.from, plan.calendar) +
                                      "."};
    if (!planned.hosting_words.empty()) {
        words.push_back(whose + "Hosting: " + planned.hosting_words + ".");
    }
    if (!runs_with_the_calendar(plan.calendar)) {
        words.push_back(label(plan.from, plan.calendar) + " is " + months(plan.from, plan.calendar) + ".");
    }
    return words;
}

/// Those of the aims whose texts the reason of a country's target names.
std::vector<const inputs::Aim*> aims_of(const ScenarioRun& run, std::size_t country,
                                        const inputs::Facts& facts) {
    const inputs::Setting* const share =
        run.scenario->last("target.share", run.plan.plan.countries[country].code);
    const std::string reason = share == nullptr ? std::string() : run.scenario->reason_for(*share);
    std::vector<const inputs::Aim*> aims;
    for (const inputs::Aim& aim : facts.aims) {
        const bool named =
            std::any_of(aim.sources.begin(), aim.sources.end(),
                        [&](const std::string& source) { return reason.find(source) != std::string::npos; });
        if (named) {
            aims.push_back(&aim);
        }
    }
    return aims;
}

/// What lies within the years: the end of the arrangement that hosting goes on from, what becomes of the aim,
/// and the year in which it is due.
std::vector<ChartEvent> events_of(const ScenarioRun& run, std::size_t country, const inputs::Facts& facts) {
    const inputs::PlannedCountry& planned = run.plan.countries[country];
    const auto& plan = run.plan.plan.countries[country];
    std::vector<ChartEvent> events;
    const auto add = [&](Year year, double after, std::string label) {
        if (plan.from <= year && year <= plan.to) {
            events.push_back(
                {.at = static_cast<double>(year - plan.from) + after, .label = std::move(label)});
        }
    };
    if (planned.arrangement != nullptr && planned.arrangement->end) {
        if (const auto last = inputs::term_years(*planned.arrangement, plan.calendar).last) {
            add(*last, 0.5,
                planned.arrangement->title + " expires " + calc::to_text(*planned.arrangement->end));
        }
    }
    for (const inputs::Aim* const aim : aims_of(run, country, facts)) {
        if (aim->review) {
            add(*aim->review, 0, aim->set_by + " reviews the aim, " + std::to_string(aim->review->number));
        }
    }
    if (plan.target) {
        add(plan.target->due, 0, "target due " + label(plan.target->due, plan.calendar));
    }
    return events;
}

/// Shares of GDP of several countries, first year and last.
std::optional<Chart> shares_of(const ScenarioRun& run, const Answer& answer) {
    std::vector<std::pair<std::string, const Table*>> countries;
    for (const std::size_t country : run.plan.shown) {
        const std::string id = "run-" + calc::lower_case(run.plan.plan.countries[country].code);
        for (const Table* table : tables_for_programs(answer)) {
            if (table->id == id) {
                countries.emplace_back(run.plan.countries[country].country->name, table);
            }
        }
    }
    return slope_chart(countries, "Shares of GDP at the beginning and at the end");
}

}  // namespace

Answer scenario_answer(const ScenarioRun& run, const inputs::Facts& facts) {
    Answer answer{.command = "run", .tables = {}};
    const bool several = run.plan.shown.size() > 1;
    std::vector<std::string> keys = run.plan.sources;
    bool rounding = false;
    for (const std::size_t country : run.plan.shown) {
        answer.tables.push_back(year_table(run, country, true));
        answer.tables.push_back(year_table(run, country, false));
        answer.charts.push_back(path_chart(answer.tables.back(), run.scenario->name));
        answer.charts.back().events = events_of(run, country, facts);
        answer.tables.push_back(total_table(run, country));
        const inputs::PlannedCountry& planned = run.plan.countries[country];
        keys.insert(keys.end(), planned.sources.begin(), planned.sources.end());
        if (rate_counts(run, country)) {
            keys.insert(keys.end(), planned.rate_sources.begin(), planned.rate_sources.end());
        }
        for (const inputs::Aim* const aim : aims_of(run, country, facts)) {
            if (aim->review) {
                keys.insert(keys.end(), aim->sources.begin(), aim->sources.end());
            }
        }
        rounding = rounding || rounding_shows(run, country);
        const std::string whose = several ? planned.country->name + ": " : "";
        for (std::string& words : words_on(run, country, whose)) {
            answer.basis.words.push_back(std::move(words));
        }
        for (const std::string& remark : planned.remarks) {
            answer.notes.push_back(whose + remark);
        }
    }
    if (auto slope = shares_of(run, answer)) {
        answer.charts.push_back(std::move(*slope));
    }
    for (const std::string& sentence : left_out(*run.scenario)) {
        answer.notes.push_back("Not included: " + sentence);
    }
    if (rounding) {
        answer.notes.emplace_back(
            "Figures are rounded one by one, so that their sum may be off in the last digit; --format json "
            "has every digit.");
    }
    const auto joined_words = [&](const auto& part) {
        std::vector<std::string> all;
        for (const std::size_t country : run.plan.shown) {
            all.push_back(part(country));
        }
        if (std::all_of(all.begin(), all.end(), [&](const auto& one) { return one == all.front(); })) {
            return all.front();
        }
        std::string text;
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (!all[at].empty()) {
                text += (text.empty() ? "" : "; ") + run.plan.countries[run.plan.shown[at]].country->name +
                        ": " + all[at];
            }
        }
        return text;
    };
    answer.basis.currency = joined_words([&](std::size_t country) {
        return inputs::unit_of(Metric::spending, country, run.plan).money->currency.code();
    });
    answer.basis.prices =
        joined_words([&](std::size_t country) { return ScenarioAmounts(run, country).prices(); });
    answer.basis.definition =
        joined_words([&](std::size_t country) { return run.plan.countries[country].spending_words; });
    answer.basis.gdp =
        joined_words([&](std::size_t country) { return run.plan.countries[country].gdp_words; });
    answer.basis.rate = joined_words([&](std::size_t country) {
        return rate_counts(run, country) ? run.plan.countries[country].rate_words : std::string();
    });
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    const std::string typed = scenario_typed(*run.scenario);
    answer.see = {"burden show " + typed};
    if (typed != "baseline") {
        answer.see.push_back("burden diff baseline " + typed + " --why");
    }
    for (const std::size_t country : run.plan.shown) {
        const auto& plan = run.plan.plan.countries[country];
        if (plan.finance.financing) {
            answer.see.push_back("burden fiscal " + calc::lower_case(plan.code) + " " + typed);
        }
    }
    return answer;
}

}  // namespace burden::brief
