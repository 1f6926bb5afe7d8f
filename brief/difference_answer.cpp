#include "burden/brief/difference_answer.hpp"

#include <algorithm>

#include "burden/brief/answer_charts.hpp"
#include "burden/brief/citations.hpp"
#include "burden/brief/difference_tables.hpp"
#include "burden/brief/scenario_amounts.hpp"
#include "burden/brief/shell_words.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::ChangeGroup;
using inputs::CountryDifference;
using inputs::ScenarioDifference;
using Kind = inputs::SplitOrder::Kind;

namespace {

/// A part of the basis that countries and sides may share: said once where they do.
template <typename Part>
std::string on_all(const ScenarioDifference& difference, const Part& part) {
    std::vector<std::string> each;
    for (const CountryDifference& country : difference.countries) {
        const std::string first = part(country, country.first);
        const std::string second = part(country, country.second);
        each.push_back(first == second ? first
                                       : name_of_first(difference) + ": " + first + "; " +
                                             name_of_second(difference) + ": " + second);
    }
    if (std::all_of(each.begin(), each.end(), [&](const std::string& one) { return one == each.front(); })) {
        return each.front();
    }
    std::vector<std::string> named;
    for (std::size_t at = 0; at < each.size(); ++at) {
        if (!each[at].empty()) {
            named.push_back(difference.countries[at].first.country->name + ": " + each[at]);
        }
    }
    return joined(named, "; ");
}

std::string group_names(const std::vector<ChangeGroup>& groups) {
    std::vector<std::string> names;
    for (const ChangeGroup group : groups) {
        names.emplace_back(to_text(group));
    }
    return joined(names);
}

std::string split_words(const ScenarioDifference& difference) {
    if (!difference.split || difference.groups.size() < 2) {
        return "";
    }
    switch (difference.order.kind) {
        case Kind::in_order:
            return "Order: " + group_names(difference.order.groups) +
                   "; what groups do only together falls to the later one";
        case Kind::average:
            return "Each part is the average over all orders of " + group_names(difference.groups);
        case Kind::alone:
            break;
    }
    return "Each group by itself, then what groups do only together. Order: " +
           group_names(difference.groups);
}

std::vector<std::string> basis_words(const ScenarioDifference& difference) {
    std::vector<std::string> words;
    for (const CountryDifference& country : difference.countries) {
        const std::string& name = country.first.country->name;
        const std::string& before = country.first.target_words;
        const std::string& after = country.second.target_words;
        words.push_back(before == after ? name + " aims at " + before + " on both sides"
                                        : name + " aims at " + before + " in " + name_of_first(difference) +
                                              ", at " + after + " in " + name_of_second(difference));
    }
    words.push_back(split_words(difference));
    return words;
}

/// "exchange rate (JPY fx ×1.2 (weak-yen:14))": groups without effect, and single keys of the others.
std::string idle_note(const ScenarioDifference& difference) {
    // Two sides alone do not tell what moves them.
    if (!difference.split) {
        return "";
    }
    std::vector<std::string> words;
    const bool subjects = names_subjects(difference);
    for (const ChangeGroup group : difference.idle) {
        std::vector<std::string> keys;
        for (const inputs::KeyChange& change : difference.changes) {
            if (change.group == group) {
                keys.push_back(change.in_words(subjects));
            }
        }
        words.push_back(std::string(to_text(group)) + (keys.empty() ? "" : ": " + joined(keys)));
    }
    for (const inputs::KeyChange& change : difference.changes) {
        const bool with_group =
            std::find(difference.idle.begin(), difference.idle.end(), change.group) != difference.idle.end();
        if (change.moves.empty() && !with_group) {
            words.push_back(change.in_words(subjects));
        }
    }
    return words.empty() ? "" : "No effect here: " + joined(words, "; ") + ".";
}

/// Whether parts rounded one by one would not add.
bool footing_shows(const ScenarioDifference& difference) {
    for (const CountryDifference& country : difference.countries) {
        const DifferenceAmounts amounts(difference, country);
        const auto adds = [&](const auto& value_of) {
            Decimal sum = 0;
            for (const auto& part : country.parts) {
                sum += rounded(amounts.shown(value_of(part.cells)), amounts.places());
            }
            return sum == rounded(amounts.shown(value_of(country.difference)), amounts.places());
        };
        bool all = adds([](const auto& cells) { return cells.whole; });
        const auto& years = country.difference.years;
        for (Year year = years.first(); year <= years.last(); ++year) {
            all = all && adds([&](const auto& cells) { return cells.years[year]; });
        }
        if (!all) {
            return true;
        }
    }
    return false;
}

/// Whether the sides, or their years, rounded one by one no longer add to what stands beside or below them.
bool rounding_shows(const ScenarioDifference& difference) {
    for (const CountryDifference& country : difference.countries) {
        const DifferenceAmounts amounts(difference, country);
        const auto shown = [&](const Decimal& value) {
            return rounded(amounts.shown(value), amounts.places());
        };
        const auto foots = [&](const auto& value_of) {
            return shown(value_of(country.after)) - shown(value_of(country.before)) ==
                   shown(value_of(country.difference));
        };
        const auto sums = [&](const auto& cells) {
            Decimal sum = 0;
            for (const Decimal& year : cells.years) {
                sum += shown(year);
            }
            return !difference.sums || sum == shown(cells.whole);
        };
        bool all = foots([](const auto& cells) { return cells.whole; }) && sums(country.before) &&
                   sums(country.after) && sums(country.difference);
        const auto& years = country.difference.years;
        for (Year year = years.first(); year <= years.last(); ++year) {
            all = all && foots([&](const auto& cells) { return cells.years[year]; });
        }
        if (!all) {
            return true;
        }
    }
    return false;
}

void add_notes(const ScenarioDifference& difference, std::vector<std::string>& notes) {
    if (difference.groups.empty()) {
        notes.push_back("No difference: " + name_of_first(difference) + " and " + name_of_second(difference) +
                        " set the same.");
        return;
    }
    if (!difference.split) {
        for (const ChangeGroup group : difference.groups) {
            const std::string words = words_on_group(difference, difference.countries.front(), group);
            notes.push_back("Differs in " + std::string(to_text(group)) + ": " + words + ".");
        }
    }
    if (const std::string idle = idle_note(difference); !idle.empty()) {
        notes.push_back(idle);
    }
    for (const CountryDifference& country : difference.countries) {
        const auto name = [&](Year year) { return label(year, country.calendar); };
        const std::string& who = country.first.country->name;
        const Year first = country.difference.years.first();
        if (country.first_base != country.second_base) {
            notes.push_back("The base year of " + who + " is " + name(country.first_base) + " in " +
                            name_of_first(difference) + " and " + name(country.second_base) + " in " +
                            name_of_second(difference) + ": years after the later one are compared.");
        } else if (country.first_base + 1 < first) {
            notes.push_back("Compared from " + name(first) + " on, the first year that is known in " + who +
                            " with every mixture of the two.");
        }
    }
    if (difference.split && footing_shows(difference)) {
        notes.emplace_back("Parts are rounded so that they add to the difference.");
    }
    if (rounding_shows(difference)) {
        notes.emplace_back(
            "The two sides and their difference are rounded one by one, so that they may be off in "
            "the last digit; --format json has every digit.");
    }
}

std::string call_of(const ScenarioDifference& difference) {
    return "burden diff " + shell_word(difference.first.scenario->name) + " " +
           scenario_typed(*difference.second.scenario);
}

std::vector<std::string> goes_on_with(const ScenarioDifference& difference) {
    if (difference.groups.empty() || difference.other_facts) {
        return {};
    }
    const std::string call = call_of(difference);
    if (!difference.split) {
        return {call + " --why"};
    }
    if (difference.groups.size() - difference.idle.size() > 1 && difference.order.kind != Kind::average) {
        return {call + " --order average"};
    }
    return {};
}

/// Sources of either side, each once, in order of key.
std::vector<Citation> sources_of(const ScenarioDifference& difference) {
    auto sources = citations(*difference.second.facts, difference.sources);
    for (Citation& one : citations(*difference.first.facts, difference.sources)) {
        const bool known = std::any_of(sources.begin(), sources.end(),
                                       [&](const Citation& other) { return other.key == one.key; });
        if (!known) {
            sources.push_back(std::move(one));
        }
    }
    std::sort(sources.begin(), sources.end(),
              [](const Citation& a, const Citation& b) { return a.key < b.key; });
    return sources;
}

}  // namespace

Answer difference_answer(const ScenarioDifference& difference) {
    Answer answer{.command = "diff", .tables = {}};
    for (const CountryDifference& country : difference.countries) {
        const std::string heading = difference_heading(difference, country);
        const std::string by_year =
            difference.countries.size() > 1 ? country.first.country->name + " by year" : "By year";
        const bool has_parts = !country.parts.empty();
        if (has_parts) {
            for (const Audience audience : {Audience::people, Audience::programs}) {
                answer.tables.push_back(parts_table(difference, country, heading, audience));
            }
            answer.charts.push_back(
                waterfall_chart(answer.tables.back(), DifferenceAmounts(difference, country).places()));
        }
        for (const Audience audience : {Audience::people, Audience::programs}) {
            answer.tables.push_back(
                difference_table(difference, country, has_parts ? by_year : heading, audience));
        }
        answer.tables.push_back(difference_totals(difference, country));
        if (has_parts) {
            answer.tables.push_back(part_years_table(difference, country, Audience::programs));
            // One part alone is the difference, which stands beside the two sides.
            if (country.parts.size() > 1) {
                answer.tables.push_back(part_years_table(difference, country, Audience::people));
            }
        }
    }
    if (!difference.changes.empty()) {
        answer.tables.push_back(changes_table(difference));
    }
    add_notes(difference, answer.notes);
    answer.basis.words = basis_words(difference);
    if (difference.countries.front().unit.money) {
        answer.basis.currency = on_all(difference, [](const CountryDifference& country, const auto&) {
            return country.unit.money->currency.code();
        });
        answer.basis.prices = on_all(difference, [&](const CountryDifference& country, const auto&) {
            return DifferenceAmounts(difference, country).prices();
        });
    }
    answer.basis.definition = on_all(
        difference, [](const auto&, const inputs::PlannedCountry& side) { return side.spending_words; });
    answer.basis.gdp =
        on_all(difference, [](const auto&, const inputs::PlannedCountry& side) { return side.gdp_words; });
    if (difference.converts) {
        answer.basis.rate = on_all(
            difference, [](const auto&, const inputs::PlannedCountry& side) { return side.rate_words; });
    }
    answer.basis.as_of = to_text(difference.second.facts->as_of);
    answer.sources = sources_of(difference);
    answer.see = goes_on_with(difference);
    return answer;
}

}  // namespace burden::brief
