#include "burden/brief/target_answer.hpp"

#include <algorithm>
#include <functional>

#include "burden/brief/answer_charts.hpp"
#include "burden/brief/citations.hpp"
#include "burden/brief/scale.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/target_recording.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::TargetCase;
using inputs::TargetRun;
using TargetYear = models::TargetYear<Decimal>;
namespace results = inputs::target_results;

namespace {

/// What the amounts of one run are shown in.
struct Amounts {
    calc::Unit unit;
    Scale scale;
    int places;

    template <calc::Period P>
    Decimal operator()(const calc::Money<Decimal, P>& amount) const {
        return amount.in(unit) / scale.units;
    }
    std::string text() const { return unit_text(unit.currency, scale); }
};

Amounts amounts_of(const TargetRun& run) {
    Decimal largest = 0;
    for (const TargetCase& one : run.cases) {
        for (const auto& year : one.years) {
            largest = greatest(largest, year.spending.in(run.unit));
        }
    }
    const Scale scale = scale_for(largest);
    return {run.unit, scale, largest / scale.units < Decimal(10) ? 2 : 1};
}

/// The figures of one case, each with the recorded result that it is.
class CaseFigures {
public:
    CaseFigures(const TargetRun& run, Amounts amounts, const TargetCase& one)
        : run_(&run), amounts_(std::move(amounts)), at_(static_cast<std::size_t>(&one - run.cases.data())) {}

    template <calc::Period P>
    Figure amount(std::string_view what, Year year, const calc::Money<Decimal, P>& value) const {
        return scaled(what, year, value.in(value.unit()), amounts_.scale.units);
    }
    Figure scaled(std::string_view what, Year year, const Decimal& value, const Decimal& units) const {
        return {.value = value / units, .terms = {term(what, year, Decimal(1) / units)}};
    }
    Figure percent(std::string_view what, Year year, const Decimal& share, bool plus = false) const {
        return {.value = share * 100, .plus = plus, .terms = {term(what, year, 100)}};
    }

private:
    FigureTerm term(std::string_view what, Year year, const Decimal& factor) const {
        return {.cell = inputs::target_cell(*run_, at_, what, year), .factor = factor};
    }

    const TargetRun* run_;
    Amounts amounts_;
    std::size_t at_;
};

bool several_paths(const TargetRun& run) {
    return std::any_of(run.cases.begin(), run.cases.end(),
                       [&](const TargetCase& one) { return one.path != run.cases.front().path; });
}

std::string target_words(const TargetCase& one) {
    return one.core ? inputs::percent_words(one.core->back().share) + " + " +
                          inputs::percent_words(one.related->back().share)
                    : inputs::percent_words(one.share);
}

std::string table_id(const std::string& id, const TargetRun& run, bool several_countries) {
    return several_countries ? id + "-" + calc::lower_case(run.code) : id;
}

std::string question(const TargetRun& run) {
    std::vector<std::string> shares;
    for (const TargetCase& one : run.cases) {
        const std::string share = target_words(one);
        if (std::find(shares.begin(), shares.end(), share) == shares.end()) {
            shares.push_back(share);
        }
    }
    const std::string asked =
        "hat reaching " + listed(shares) + " of GDP by " + label(run.due, run.calendar) + " costs";
    return run.name.empty() ? "W" + asked : run.name + ": w" + asked;
}

std::string prices_in_caption(const TargetRun& run) {
    return run.unit.prices.year() ? "prices of " + label(Year{*run.unit.prices.year()}, run.calendar)
                                  : "current prices";
}

std::string mark_of(const TargetRun& run, Year year) {
    const std::string mark = inputs::mark_of(run.certainty[year]);
    return mark.empty() && year == run.from ? run.base_mark : mark;
}

std::vector<std::pair<std::string, std::string>> marks_of(const TargetRun& run) {
    static const std::vector<std::pair<std::string, std::string>> meanings = {
        {"e", "estimate"},
        {"g", "as given"},
        {"p", "projection, in part or whole"},
        {"x", "past the last published year"}};
    std::vector<std::pair<std::string, std::string>> marks;
    for (const auto& meaning : meanings) {
        for (Year year = run.from; year <= run.to; ++year) {
            if (mark_of(run, year) == meaning.first) {
                marks.push_back(meaning);
                break;
            }
        }
    }
    return marks;
}

/// The columns of one target, for people; all of them when there is only one target.
struct YearColumn {
    Column column;
    std::function<Cell(const TargetCase&, Year)> cell;
};

std::vector<YearColumn> year_columns(const TargetRun& run, const Amounts& amounts, const std::string& group,
                                     bool split, bool whole) {
    const std::string unit = amounts.text();
    std::vector<YearColumn> columns;
    const auto of = [&run, amounts](const TargetCase& one) { return CaseFigures(run, amounts, one); };
    const auto add = [&](const char* key, const char* label, const std::string& in, int places,
                         const auto& cell) {
        columns.push_back({{.key = key, .label = label, .unit = in, .places = places, .group = group}, cell});
    };
    /// A column of amounts of the whole.
    const auto add_amount = [&](const char* key, const char* label, std::string_view what, auto member) {
        add(key, label, unit, amounts.places, [of, what, member](const TargetCase& one, Year y) {
            return Cell(of(one).amount(what, y, one.years[y].*member));
        });
    };
    add("share", "share", "%", 2, [of](const TargetCase& one, Year y) {
        return Cell(of(one).percent(results::share, y, one.years[y].share));
    });
    if (split) {
        add("core", "core", unit, amounts.places, [of](const TargetCase& one, Year y) {
            return Cell(of(one).amount(results::core, y, (*one.core)[y].spending));
        });
        add("related", "related", unit, amounts.places, [of](const TargetCase& one, Year y) {
            return Cell(of(one).amount(results::related, y, (*one.related)[y].spending));
        });
    }
    add_amount("spending", "spending", results::spending, &TargetYear::spending);
    if (whole) {
        add_amount("baseline", "baseline", results::baseline, &TargetYear::baseline);
    }
    add_amount("extra", "extra", results::extra, &TargetYear::extra);
    if (whole) {
        add_amount("cumulative_extra", "summed", results::summed, &TargetYear::cumulative_extra);
        add("growth", "growth", "%", 1, [of, amounts](const TargetCase& one, Year y) {
            const bool from_something =
                one.years.covers(y - 1) && amounts(one.years[y - 1].spending) > Decimal(0);
            return from_something
                       ? Cell(of(one).percent(results::growth, y, models::growth(one.years, y), true))
                       : Cell();
        });
    }
    return columns;
}

Table people_table(const TargetRun& run, const Amounts& amounts, const std::string& id) {
    Table table{.id = id,
                .title = question(run),
                .caption = amounts.text() + ", " + prices_in_caption(run),
                .columns = {{.key = "year",
                             .label = calc::runs_with_the_calendar(run.calendar) ? "Year" : "FY",
                             .words = false},
                            {.key = "gdp", .label = "GDP", .unit = amounts.text(), .places = 1}},
                .rows = {},
                .marks = marks_of(run),
                .audience = Audience::people};
    const bool single = run.cases.size() == 1;
    std::vector<std::vector<YearColumn>> groups;
    for (const TargetCase& one : run.cases) {
        const std::string heading =
            single ? "" : target_words(one) + (several_paths(run) ? ", " + one.path : "");
        groups.push_back(year_columns(run, amounts, heading, one.core.has_value(), single));
        for (const YearColumn& column : groups.back()) {
            table.columns.push_back(column.column);
        }
    }
    for (Year year = run.from; year <= run.to; ++year) {
        const TargetCase& first = run.cases.front();
        Row row{.cells = {std::to_string(year.number),
                          CaseFigures(run, amounts, first).amount(results::gdp, year, first.years[year].gdp)},
                .mark = mark_of(run, year)};
        for (std::size_t at = 0; at < groups.size(); ++at) {
            for (const YearColumn& column : groups[at]) {
                row.cells.push_back(column.cell(run.cases[at], year));
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table programs_table(const TargetRun& run, const Amounts& amounts, const std::string& id) {
    Table table{.id = id,
                .title = question(run),
                .caption = amounts.text() + ", " + prices_in_caption(run),
                .columns = {{.key = "target", .label = "Target", .words = true},
                            {.key = "path", .label = "Path", .words = true},
                            {.key = "year",
                             .label = calc::runs_with_the_calendar(run.calendar) ? "Year" : "Fiscal year",
                             .words = true}},
                .rows = {},
                .marks = marks_of(run),
                .audience = Audience::programs};
    const bool split = run.cases.front().core.has_value();
    auto columns = year_columns(run, amounts, "", split, true);
    // The contract has GDP behind the share.
    columns.insert(columns.begin() + 1,
                   {{.key = "gdp", .label = "GDP", .unit = amounts.text(), .places = 1},
                    [&run, amounts](const TargetCase& one, Year y) {
                        return Cell(CaseFigures(run, amounts, one).amount(results::gdp, y, one.years[y].gdp));
                    }});
    for (const YearColumn& column : columns) {
        table.columns.push_back(column.column);
    }
    for (const TargetCase& one : run.cases) {
        for (Year year = run.from; year <= run.to; ++year) {
            Row row{.cells = {one.target, one.path, label(year, run.calendar)}, .mark = mark_of(run, year)};
            for (const YearColumn& column : columns) {
                row.cells.push_back(column.cell(one, year));
            }
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

std::string span_of_years(const TargetRun& run) {
    const std::string last = std::to_string(run.to.number);
    return label(run.from + 1, run.calendar) +
           (run.to == run.from + 1 ? "" : "\u2013" + last.substr(last.size() - 2));
}

Table summary_table(const TargetRun& run, const Amounts& amounts, const std::string& id) {
    const bool paths = several_paths(run);
    const bool heads = run.cases.front().summary.extra_per_head.has_value();
    Decimal per_head_largest = 0;
    for (const TargetCase& one : run.cases) {
        if (one.summary.extra_per_head) {
            const Decimal value = one.summary.extra_per_head->in(run.unit);
            per_head_largest = greatest(per_head_largest, value < Decimal(0) ? -value : value);
        }
    }
    const Scale head_scale = scale_for(per_head_largest);
    const std::string base_prices = "prices of " + label(run.from, run.calendar);
    Table table{.id = id,
                .title = "Extra spending, " + span_of_years(run),
                .caption = amounts.text() + ", " + prices_in_caption(run),
                .columns = {{.key = "target", .label = "Target", .words = true}},
                .rows = {}};
    const auto add = [&](Column column) { table.columns.push_back(std::move(column)); };
    if (paths) {
        add({.key = "path", .label = "Path", .words = true});
    }
    add({.key = "extra", .label = "extra", .unit = amounts.text(), .places = amounts.places});
    add({.key = "extra_constant", .label = base_prices, .unit = amounts.text(), .places = amounts.places});
    if (heads) {
        add({.key = "extra_per_head",
             .label = "a head, a year",
             .unit = unit_text(run.unit.currency, head_scale),
             .places = 1});
    }
    add({.key = "fastest_growth", .label = "fastest growth", .unit = "%", .places = 1});
    add({.key = "fastest_year", .label = "in", .words = true});
    if (paths) {
        add({.key = "vs_first_path",
             .label = "against " + run.cases.front().path,
             .unit = amounts.text(),
             .places = amounts.places});
    }
    const TargetCase* first_of_share = nullptr;
    for (const TargetCase& one : run.cases) {
        if (first_of_share == nullptr || one.target != first_of_share->target) {
            first_of_share = &one;
        }
        const auto& summary = one.summary;
        Row row{.cells = {one.target}};
        if (paths) {
            row.cells.emplace_back(one.path);
        }
        const CaseFigures figures(run, amounts, one);
        const Figure extra = figures.amount(results::summed, run.to, summary.extra);
        row.cells.emplace_back(extra);
        row.cells.emplace_back(figures.amount(results::summed_constant, run.to, summary.extra_constant));
        if (heads) {
            row.cells.emplace_back(figures.scaled(results::per_head, run.to,
                                                  summary.extra_per_head->in(run.unit), head_scale.units));
        }
        row.cells.push_back(summary.fastest_growth ? Cell(figures.percent(results::fastest, run.to,
                                                                          *summary.fastest_growth, true))
                                                   : Cell());
        row.cells.push_back(summary.fastest_growth ? Cell(label(summary.fastest_year, run.calendar))
                                                   : Cell());
        if (paths) {
            const Figure first = CaseFigures(run, amounts, *first_of_share)
                                     .amount(results::summed, run.to, first_of_share->summary.extra);
            Figure beyond{.value = extra.value - first.value, .plus = true, .terms = extra.terms};
            beyond.terms.push_back({.cell = first.terms.front().cell, .factor = -first.terms.front().factor});
            row.cells.emplace_back(std::move(beyond));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Whether figures rounded one by one no longer add.
bool rounding_shows(const TargetRun& run, const Amounts& amounts) {
    const auto shown = [&](const auto& amount) { return rounded(amounts(amount), amounts.places); };
    return std::any_of(run.cases.begin(), run.cases.end(), [&](const TargetCase& one) {
        Decimal sum = 0;
        for (const auto& year : one.years) {
            sum += shown(year.extra);
            if (shown(year.spending) - shown(year.baseline) != shown(year.extra)) {
                return true;
            }
        }
        return sum != shown(one.summary.extra);
    });
}

std::vector<std::string> basis_words(const TargetRun& run) {
    std::vector<std::string> words;
    std::vector<std::string> paths;
    for (const TargetCase& one : run.cases) {
        const std::string path = inputs::words(one.shape);
        if (std::find(paths.begin(), paths.end(), path) == paths.end()) {
            paths.push_back(path);
        }
    }
    const std::string from = label(run.from, run.calendar);
    words.push_back("Path " + listed(paths) + ", from " + from + ". Extra over " + run.baseline_words + "." +
                    (run.after_words.empty() ? "" : " " + run.after_words));
    if (!runs_with_the_calendar(run.calendar)) {
        words.push_back(from + " is " + months(run.from, run.calendar) + ".");
    }
    return words;
}

}  // namespace

Answer target_answer(const std::vector<TargetRun>& runs, const inputs::Facts& facts) {
    calc::require(!runs.empty(), "an answer on targets has a country or an economy");
    Answer answer{.command = "target", .tables = {}};
    const bool several = runs.size() > 1;
    std::vector<std::string> keys;
    bool rounding = false;
    for (const TargetRun& run : runs) {
        const Amounts amounts = amounts_of(run);
        answer.tables.push_back(people_table(run, amounts, table_id("target", run, several)));
        answer.tables.push_back(programs_table(run, amounts, table_id("target", run, several)));
        answer.charts.push_back(target_chart(answer.tables.back()));
        answer.tables.push_back(summary_table(run, amounts, table_id("target-summary", run, several)));
        keys.insert(keys.end(), run.sources.begin(), run.sources.end());
        rounding = rounding || rounding_shows(run, amounts);
        const std::string whose = several ? run.name + ": " : "";
        for (const std::string& word : basis_words(run)) {
            answer.basis.words.push_back(whose + word);
        }
        for (const std::string& remark : run.remarks) {
            answer.notes.push_back(whose + remark);
        }
    }
    if (rounding) {
        answer.notes.emplace_back(
            "Figures are rounded one by one, so that sums and differences of them may be off in the "
            "last digit; --format json has every digit.");
    }
    const auto joined = [&](const auto& part) {
        const std::string first = part(runs.front());
        if (std::all_of(runs.begin(), runs.end(), [&](const TargetRun& run) { return part(run) == first; })) {
            return first;
        }
        std::string text;
        for (const TargetRun& run : runs) {
            text += (text.empty() ? "" : "; ") + run.name + ": " + part(run);
        }
        return text;
    };
    answer.basis.currency = joined([](const TargetRun& run) { return run.unit.currency.code(); });
    answer.basis.prices = joined([](const TargetRun& run) { return run.prices_words; });
    answer.basis.definition = joined([](const TargetRun& run) {
        return run.spending_words + (run.why.empty() ? "" : "; chosen as " + run.why);
    });
    answer.basis.denominator = joined([](const TargetRun& run) { return run.denominator_words; });
    answer.basis.gdp = joined([](const TargetRun& run) { return run.gdp_words; });
    answer.basis.rate = joined(
        [](const TargetRun& run) { return run.rate ? run.rate->words + ", for every year" : std::string(); });
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    return answer;
}

}  // namespace burden::brief
