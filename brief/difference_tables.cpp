#include "burden/brief/difference_tables.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "burden/brief/citations.hpp"
#include "burden/calc/footing.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/scenario_derivation.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::CountryDifference;
using inputs::DifferencePart;
using inputs::ScenarioDifference;
using models::Metric;

namespace {

Decimal size_of(const Decimal& value) { return greatest(value, -value); }

/// Columns of the longest bar: what a narrow screen does not break.
constexpr int longest_bar = 16;

/// A bar of eighths of a column, the longest for `largest`; a part that is not zero shows at least an eighth.
std::string bar(const Decimal& part, const Decimal& largest) {
    static constexpr std::array<const char*, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (part == Decimal(0) || largest == Decimal(0)) {
        return "";
    }
    int count = 1;
    while (count < longest_bar * 8 &&
           Decimal(2 * count + 1) * largest <= size_of(part) * Decimal(2 * longest_bar * 8)) {
        ++count;
    }
    std::string text;
    for (int full = 0; full < count / 8; ++full) {
        text += "█";
    }
    text += eighths.at(static_cast<std::size_t>(count % 8));
    return part < Decimal(0) ? text + " (minus)" : text;
}

std::string id_of(const std::string& id, const CountryDifference& country) {
    return id + "-" + calc::lower_case(country.first.country->code);
}

std::string year_heading(const CountryDifference& country, bool for_people) {
    const bool runs_with_calendar = runs_with_the_calendar(country.calendar);
    return runs_with_calendar ? "Year" : for_people ? "FY" : "Fiscal year";
}

Column year_column(const CountryDifference& country, bool for_people) {
    return {.key = "year", .label = year_heading(country, for_people), .words = !for_people};
}

Cell year_cell(const CountryDifference& country, Year year, bool for_people) {
    return for_people ? std::to_string(year.number) : label(year, country.calendar);
}

/// "policy", "policy × growth".
std::string part_name(const DifferencePart& part) {
    std::vector<std::string> names;
    for (const inputs::ChangeGroup group : part.groups) {
        names.emplace_back(to_text(group));
    }
    return joined(names, " × ");
}

/// "policy", "both at once", "three at once".
std::string part_label(const DifferencePart& part) {
    if (part.groups.size() == 1) {
        return part_name(part);
    }
    return part.groups.size() == 2 ? "both at once"
                                   : inputs::count_words(static_cast<int>(part.groups.size())) + " at once";
}

std::string part_words(const ScenarioDifference& difference, const CountryDifference& country,
                       const DifferencePart& part) {
    return part.groups.size() == 1 ? words_on_group(difference, country, part.groups.front())
                                   : part_name(part);
}

Figure with_sign(const Decimal& value) { return {.value = value, .plus = true}; }

/// Cells of one side that a figure is the sum of: those of a year, or of what stands for all years.
void add_terms(Figure& figure, std::size_t run, const ScenarioDifference& difference,
               const CountryDifference& country, const std::optional<Year>& year, const Decimal& factor) {
    const Year last = country.difference.years.last();
    const Year first = year ? *year : difference.sums ? country.difference.years.first() : last;
    for (Year each = first; each <= (year ? *year : last); ++each) {
        figure.terms.push_back({.run = run,
                                .cell = inputs::name_of_cell(country.first.country->code, difference.metric,
                                                             label(each, country.calendar)),
                                .factor = factor});
    }
}

/// Adds what a part is made of, in a year or over all of them.
void add_terms(Figure& figure, const DifferencePart& part, const ScenarioDifference& difference,
               const CountryDifference& country, const std::optional<Year>& year, const Decimal& factor) {
    for (std::size_t run = 0; run < difference.behind.size(); ++run) {
        const Decimal& weight = part.weights.at(difference.behind[run]);
        if (weight != Decimal(0)) {
            add_terms(figure, run, difference, country, year, weight * factor);
        }
    }
}

/// What both sides have in a year, or over all of them, and the difference.
std::vector<Figure> side_by_side(const ScenarioDifference& difference, const CountryDifference& country,
                                 const DifferenceAmounts& amounts, const std::optional<Year>& year) {
    const auto of = [&](const inputs::DifferenceCells& cells) {
        return amounts.shown(year ? cells.years[*year] : cells.whole);
    };
    const Decimal factor = amounts.shown(1);
    Figure before{.value = of(country.before)};
    add_terms(before, 0, difference, country, year, factor);
    Figure after{.value = of(country.after)};
    add_terms(after, 1, difference, country, year, factor);
    Figure less = with_sign(of(country.difference));
    add_terms(less, 1, difference, country, year, factor);
    add_terms(less, 0, difference, country, year, -factor);
    return {before, after, less};
}

/// Parts in shown units, rounded so that they add.
std::vector<Decimal> shown_parts(const std::vector<Decimal>& parts, const DifferenceAmounts& amounts) {
    std::vector<Decimal> shown;
    for (const Decimal& part : parts) {
        shown.push_back(amounts.shown(part));
    }
    return calc::footed(shown, amounts.places());
}

Decimal sum_of(const std::vector<Decimal>& values) {
    Decimal sum = 0;
    for (const Decimal& value : values) {
        sum += value;
    }
    return sum;
}

/// All parts, as they are shown, which is the second side less the first.
Figure together_of(const ScenarioDifference& difference, const CountryDifference& country,
                   const DifferenceAmounts& amounts, const std::optional<Year>& year,
                   const std::vector<Decimal>& shown) {
    Figure together = with_sign(sum_of(shown));
    together.footed = amounts.places();
    add_terms(together, 1, difference, country, year, amounts.shown(1));
    add_terms(together, 0, difference, country, year, -amounts.shown(1));
    return together;
}

/// What the difference is of, at the beginning of a heading.
std::string metric_words(Metric metric, const CountryDifference& country) {
    switch (metric) {
        case Metric::gdp:
            return "GDP";
        case Metric::per_head:
            return "spending per head";
        case Metric::of_government:
            return "share of government expenditure";
        case Metric::rate:
            return country.unit.text;
        default:
            return std::string(inputs::name_of(metric).label);
    }
}

/// "FY2026–35"
std::string years_words(const CountryDifference& country, bool sums) {
    const Year first = country.difference.years.first();
    const Year last = country.difference.years.last();
    if (!sums || first == last) {
        return label(last, country.calendar);
    }
    constexpr int century = 100;
    const std::string end = std::to_string(last.number);
    return label(first, country.calendar) + "–" +
           (first.number / century == last.number / century ? end.substr(end.size() - 2) : end);
}

}  // namespace

DifferenceAmounts::DifferenceAmounts(const ScenarioDifference& difference, const CountryDifference& country) {
    Decimal largest = 0;
    for (const auto* const cells : {&country.before, &country.after}) {
        for (const Decimal& value : cells->years) {
            largest = greatest(largest, size_of(value));
        }
    }
    if (country.unit.money) {
        const Scale scale = scale_for(largest);
        currency_ = country.unit.money->currency;
        unit_ = unit_text(*currency_, scale);
        factor_ = Decimal(1) / scale.units;
        const auto constant = country.unit.money->prices.year();
        prices_ = constant ? "prices of " + label(Year{*constant}, country.calendar) : "current prices";
        places_ = shown(largest) < Decimal(10) ? 2 : 1;
    } else if (difference.metric == Metric::population) {
        unit_ = "mn persons";
        factor_ = Decimal("1e-6");
    } else {
        unit_ = country.unit.text;
        factor_ = unit_ == "%" ? Decimal(100) : Decimal(1);
        places_ = 2;
    }
    Decimal most = size_of(country.difference.whole);
    for (const DifferencePart& part : country.parts) {
        most = greatest(most, size_of(part.cells.whole));
    }
    // Two digits of the largest part, as far as that is sensible.
    constexpr int most_places = 6;
    Decimal digits = 1;
    for (int place = 0; place < places_; ++place) {
        digits *= Decimal(10);
    }
    while (most != Decimal(0) && places_ < most_places && shown(most) * digits < Decimal(10)) {
        ++places_;
        digits *= Decimal(10);
    }
}

std::string DifferenceAmounts::unit(bool of_difference) const {
    return of_difference && unit_ == "%" ? "pp" : unit_;
}

std::string DifferenceAmounts::in_words(const Decimal& value) const {
    if (currency_) {
        return inputs::signed_words(size_of(value), *currency_, places_);
    }
    return inputs::number_words(size_of(shown(value)), places_) + " " + unit(true);
}

std::string DifferenceAmounts::caption() const { return unit_ + (prices_.empty() ? "" : ", " + prices_); }

std::string name_of_first(const ScenarioDifference& difference) {
    return name_with_settings(*difference.first.scenario);
}
std::string name_of_second(const ScenarioDifference& difference) {
    return name_with_settings(*difference.second.scenario);
}

std::string difference_heading(const ScenarioDifference& difference, const CountryDifference& country) {
    const DifferenceAmounts amounts(difference, country);
    std::string what = metric_words(difference.metric, country) + " " + years_words(country, difference.sums);
    if (difference.countries.size() > 1) {
        what = country.first.country->name + ": " + what;
    } else {
        what = calc::upper_case(what.substr(0, 1)) + what.substr(1);
    }
    const Decimal& whole = country.difference.whole;
    if (whole == Decimal(0)) {
        const bool ever = std::any_of(country.difference.years.begin(), country.difference.years.end(),
                                      [](const Decimal& year) { return year != Decimal(0); });
        return what + (ever ? ": the same, though not in every year" : ": no difference");
    }
    return what + ": " + name_of_second(difference) + " is " + amounts.in_words(whole) +
           (whole > Decimal(0) ? " above " : " below ") + name_of_first(difference);
}

Table difference_table(const ScenarioDifference& difference, const CountryDifference& country,
                       const std::string& title, Audience audience) {
    const bool people = audience == Audience::people;
    const DifferenceAmounts amounts(difference, country);
    const auto column = [&](const char* key, const std::string& label, bool of_difference) {
        return Column{
            .key = key, .label = label, .unit = amounts.unit(of_difference), .places = amounts.places()};
    };
    Table table{
        .id = id_of("diff", country),
        .title = title,
        .caption = amounts.caption(),
        .columns = {year_column(country, people), column("a", name_of_first(difference), false),
                    column("b", name_of_second(difference), false), column("difference", "difference", true)},
        .rows = {},
        .audience = audience};
    const auto add_row = [&](const Cell& head, const std::optional<Year>& year) {
        Row row{.cells = {head}};
        for (Figure& figure : side_by_side(difference, country, amounts, year)) {
            row.cells.emplace_back(std::move(figure));
        }
        table.rows.push_back(std::move(row));
    };
    const auto& years = country.difference.years;
    for (Year year = years.first(); year <= years.last(); ++year) {
        add_row(year_cell(country, year, people), year);
    }
    if (people && difference.sums) {
        add_row("sum", std::nullopt);
        table.rows.back().rule_above = true;
    }
    return table;
}

Table difference_totals(const ScenarioDifference& difference, const CountryDifference& country) {
    Table table =
        difference_table(difference, country, difference_heading(difference, country), Audience::programs);
    const DifferenceAmounts amounts(difference, country);
    table.id = id_of("diff-totals", country);
    table.columns.front() = {.key = "years", .label = "Years", .words = true};
    table.rows = {{.cells = {years_words(country, difference.sums)}}};
    for (Figure& figure : side_by_side(difference, country, amounts, std::nullopt)) {
        table.rows.front().cells.emplace_back(std::move(figure));
    }
    return table;
}

Table parts_table(const ScenarioDifference& difference, const CountryDifference& country,
                  const std::string& title, Audience audience) {
    const bool people = audience == Audience::people;
    const DifferenceAmounts amounts(difference, country);
    Table table{.id = id_of("diff-why", country),
                .title = title,
                .caption = amounts.unit(true) + (amounts.prices().empty() ? "" : ", " + amounts.prices()),
                .columns = {},
                .rows = {},
                .audience = audience};
    if (people) {
        table.columns.push_back({.key = "bar", .label = "", .words = true});
    }
    table.columns.push_back({.key = "part", .label = people ? "" : "Part", .words = true});
    table.columns.push_back({.key = "difference",
                             .label = people ? "" : "Difference",
                             .unit = amounts.unit(true),
                             .places = amounts.places()});
    table.columns.push_back({.key = "why", .label = people ? "" : "Why", .words = true});
    std::vector<Decimal> parts;
    Decimal largest = 0;
    for (const DifferencePart& part : country.parts) {
        parts.push_back(part.cells.whole);
        largest = greatest(largest, size_of(part.cells.whole));
    }
    const auto shown = shown_parts(parts, amounts);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const DifferencePart& part = country.parts[at];
        Figure figure = with_sign(people ? shown[at] : amounts.shown(parts[at]));
        add_terms(figure, part, difference, country, std::nullopt, amounts.shown(1));
        if (people) {
            figure.footed = amounts.places();
        }
        Row row;
        if (people) {
            row.cells.emplace_back(bar(parts[at], largest));
        }
        row.cells.emplace_back(people ? part_label(part) : part_name(part));
        row.cells.emplace_back(std::move(figure));
        row.cells.emplace_back(part_words(difference, country, part));
        table.rows.push_back(std::move(row));
    }
    if (people) {
        Figure together = together_of(difference, country, amounts, std::nullopt, shown);
        table.rows.push_back({.cells = {"", difference.sums ? "sum" : "together", std::move(together), ""},
                              .rule_above = true});
    }
    return table;
}

Table part_years_table(const ScenarioDifference& difference, const CountryDifference& country,
                       Audience audience) {
    const bool people = audience == Audience::people;
    const DifferenceAmounts amounts(difference, country);
    const auto figures = [&](const char* key, const std::string& label) {
        return Column{.key = key, .label = label, .unit = amounts.unit(true), .places = amounts.places()};
    };
    Table table{.id = id_of("diff-why-years", country),
                .title = "Parts by year",
                .caption = amounts.unit(true) + (amounts.prices().empty() ? "" : ", " + amounts.prices()),
                .columns = {year_column(country, people)},
                .rows = {},
                .audience = audience};
    if (people) {
        for (const DifferencePart& part : country.parts) {
            table.columns.push_back(figures("part", part_name(part)));
        }
        table.columns.push_back(figures("difference", "together"));
    } else {
        table.columns.push_back({.key = "part", .label = "Part", .words = true});
        table.columns.push_back(figures("difference", "Difference"));
    }
    const auto figure_of = [&](const DifferencePart& part, const std::optional<Year>& year,
                               const Decimal& value) {
        Figure figure = with_sign(value);
        add_terms(figure, part, difference, country, year, amounts.shown(1));
        if (people) {
            figure.footed = amounts.places();
        }
        return figure;
    };
    const auto add_row = [&](Cell head, const std::optional<Year>& year, const auto& value_of) {
        std::vector<Decimal> parts;
        for (const DifferencePart& part : country.parts) {
            parts.push_back(value_of(part.cells));
        }
        if (!people) {
            for (std::size_t at = 0; at < parts.size(); ++at) {
                const DifferencePart& part = country.parts[at];
                table.rows.push_back(
                    {.cells = {head, part_name(part), figure_of(part, year, amounts.shown(parts[at]))}});
            }
            return;
        }
        const auto shown = shown_parts(parts, amounts);
        Row row{.cells = {std::move(head)}};
        for (std::size_t at = 0; at < shown.size(); ++at) {
            row.cells.emplace_back(figure_of(country.parts[at], year, shown[at]));
        }
        row.cells.emplace_back(together_of(difference, country, amounts, year, shown));
        table.rows.push_back(std::move(row));
    };
    const auto& years = country.difference.years;
    for (Year year = years.first(); year <= years.last(); ++year) {
        add_row(year_cell(country, year, people), year, [&](const auto& cells) { return cells.years[year]; });
    }
    if (people && difference.sums) {
        add_row("sum", std::nullopt, [](const auto& cells) { return cells.whole; });
        table.rows.back().rule_above = true;
    }
    return table;
}

Table changes_table(const ScenarioDifference& difference) {
    Table table{.id = "diff-changes",
                .title = "What differs",
                .columns = {{.key = "key", .label = "Key", .words = true},
                            {.key = "group", .label = "Group", .words = true},
                            {.key = "a", .label = "Before", .words = true},
                            {.key = "b", .label = "After", .words = true},
                            {.key = "place", .label = "Place", .words = true}},
                .rows = {},
                .audience = Audience::programs};
    if (difference.split) {
        table.columns.push_back({.key = "effect", .label = "Effect", .words = true});
    }
    for (const inputs::KeyChange& change : difference.changes) {
        Row row{.cells = {to_text(change.key), std::string(to_text(change.group)),
                          inputs::KeyChange::value_words(change.before),
                          inputs::KeyChange::value_words(change.after), change.stands_at().place.in_words()}};
        if (difference.split) {
            row.cells.emplace_back(change.moves.empty() ? "no" : "yes");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

bool names_subjects(const ScenarioDifference& difference) {
    std::set<std::string> countries;
    for (const inputs::KeyChange& change : difference.changes) {
        if (change.key.key->subject == inputs::Subject::country) {
            countries.insert(change.key.subject);
        }
    }
    return difference.countries.size() > 1 || countries.size() > 1;
}

std::string words_on_group(const ScenarioDifference& difference, const CountryDifference& country,
                           inputs::ChangeGroup group) {
    std::vector<std::string> words;
    for (const inputs::KeyChange& change : difference.changes) {
        const auto& moves = change.moves;
        const bool counts = !difference.split ||
                            std::find(moves.begin(), moves.end(), country.first.country->code) != moves.end();
        if (change.group == group && counts) {
            words.push_back(change.in_words(names_subjects(difference)));
        }
    }
    if (group == inputs::ChangeGroup::data && difference.other_facts) {
        const bool same_gdp = country.first.gdp_words == country.second.gdp_words;
        words.push_back(same_gdp ? "other facts"
                                 : "other facts: GDP " + country.second.gdp_words + " instead of " +
                                       country.first.gdp_words);
    }
    return joined(words, "; ");
}

}  // namespace burden::brief
