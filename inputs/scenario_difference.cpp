#include "burden/inputs/scenario_difference.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_mixing.hpp"
#include "burden/inputs/scenario_run.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/models/attribution.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using models::Metric;

namespace {

using Cells = models::Cells<Decimal>;
using Mixtures = models::Mixtures<Decimal>;

/// Metrics whose sum over years says something.
bool is_summed(Metric metric) {
    return metric == Metric::spending || metric == Metric::extra || metric == Metric::hosting ||
           metric == Metric::contribution;
}

/// A country of a mixture.
struct RanCountry {
    PlannedCountry words;
    calc::FiscalCalendar calendar;
    Year from;
    CellUnit unit;
    calc::Series<std::optional<Decimal>> values;  ///< of the metric
};

/// A mixture as it was run: the countries that are shown, the same ones in each.
struct Ran {
    std::vector<RanCountry> countries;
    std::vector<std::string> sources;
    bool converts = false;
};

/// The years that every mixture knows of a country.
struct Known {
    std::size_t country = 0;
    Year first;
    Year last;

    std::size_t cells() const { return static_cast<std::size_t>(last - first) + 2; }
};

/// The setting among what differs that a definition comes from; none where it comes from the facts.
const Setting* changed_definition(const Mixing& mixing) {
    for (const KeyChange& change : mixing.changes) {
        if (change.group == ChangeGroup::definition) {
            return &change.stands_at();
        }
    }
    return nullptr;
}

/// Runs mixtures and cuts their results into cells.
class Runs {
public:
    Runs(const Mixing& mixing, Metric metric) : mixing_(mixing), metric_(metric) {}

    /// Runs one more; says whether it could be.
    bool run(std::size_t mixture) {
        const Scenario scenario = mixed(mixing_, mixture);
        const auto plan = plan_of(facts_of(mixing_, mixture), scenario);
        if (!plan) {
            if (mixture != mixing_.none() && mixture != mixing_.all()) {
                problems_.push_back({.message = words_on(mixing_, mixture) +
                                                " do not go together: the difference cannot be split",
                                     .hint = "without --why and --order the two sides alone are compared"});
            }
            problems_.insert(problems_.end(), plan.diagnostics().begin(), plan.diagnostics().end());
            return false;
        }
        const auto results = models::projections(plan_as<Decimal>(*plan));
        Ran ran{.countries = {}, .sources = plan->sources, .converts = plan->plan.shown.currency.has_value()};
        for (const std::size_t at : plan->shown) {
            const auto& country = plan->plan.countries[at];
            ran.countries.push_back({.words = plan->countries[at],
                                     .calendar = country.calendar,
                                     .from = country.from,
                                     .unit = unit_of(metric_, at, *plan),
                                     .values = results[at][metric_]});
            ran.converts = ran.converts || (country.hosting && country.hosting->abroad);
            add_keys(ran.sources, plan->countries[at].sources);
        }
        ran_.push_back(std::move(ran));
        return true;
    }

    /// Finds the cells that all mixtures have; says whether there are any.
    bool find_cells() {
        for (std::size_t country = 0; country < ran_.front().countries.size(); ++country) {
            if (!are_alike(country)) {
                return false;
            }
            const Year last = ran_.front().countries[country].values.last();
            Year first = last;
            while (is_known(country, first) && is_known(country, first - 1)) {
                first = first - 1;
            }
            if (is_known(country, last)) {
                known_.push_back({country, first, last});
            }
        }
        if (known_.empty()) {
            problems_.push_back({.file = "--metric",
                                 .message = calc::quoted(name_of(metric_).name) +
                                            " is not known of any country that is shown"});
        }
        return !known_.empty();
    }

    /// Of every country its years, and then what stands for all of them.
    Cells cells(std::size_t run) const {
        Cells cells;
        for (const Known& known : known_) {
            const auto& values = ran_[run].countries[known.country].values;
            Decimal sum = 0;
            for (Year year = known.first; year <= known.last; ++year) {
                cells.push_back(*values[year]);
                sum += *values[year];
            }
            cells.push_back(is_summed(metric_) ? sum : *values[known.last]);
        }
        return cells;
    }

    const std::vector<Ran>& ran() const { return ran_; }
    const std::vector<Known>& known() const { return known_; }
    const std::vector<Diagnostic>& problems() const { return problems_; }

private:
    /// After the base year of every mixture.
    bool is_known(std::size_t country, Year year) const {
        return std::all_of(ran_.begin(), ran_.end(), [&](const Ran& ran) {
            const RanCountry& one = ran.countries[country];
            return one.from < year && one.values.covers(year) && one.values[year].has_value();
        });
    }

    /// Whether every mixture counts a country in the same years and units.
    bool are_alike(std::size_t country) {
        const RanCountry& first = ran_.front().countries[country];
        for (const Ran& ran : ran_) {
            const RanCountry& other = ran.countries[country];
            std::string message;
            if (other.calendar != first.calendar) {
                message = "a year of one is no year of the other: " + first.words.country->name +
                          " is counted by " + label(first.from, first.calendar) + " and by " +
                          label(other.from, other.calendar);
            } else if (other.unit.money != first.unit.money || other.unit.text != first.unit.text) {
                message = first.words.country->name + " is not counted in the same money on both sides";
            }
            if (!message.empty()) {
                const Setting* const definition = changed_definition(mixing_);
                problems_.push_back(definition == nullptr ? Diagnostic{.message = message}
                                                          : diagnostic_at(*definition, message));
                return false;
            }
        }
        return true;
    }

    const Mixing& mixing_;
    Metric metric_;
    std::vector<Ran> ran_;
    std::vector<Known> known_;
    std::vector<Diagnostic> problems_;
};

/// The groups in the order that was asked for, by their places.
Reading<std::vector<int>> order_of(const std::vector<ChangeGroup>& groups, const SplitOrder& asked) {
    std::vector<int> order;
    std::string all;
    for (const ChangeGroup group : groups) {
        all += (all.empty() ? "" : ",") + typed(group);
    }
    const auto wrong = [&](const std::string& message) {
        std::vector<std::string> allowed = {"average"};
        if (!all.empty()) {
            allowed.insert(allowed.begin(), all);
        }
        return Diagnostic{.file = "--order", .message = message, .allowed = std::move(allowed)};
    };
    for (const ChangeGroup group : asked.groups) {
        const auto found = std::find(groups.begin(), groups.end(), group);
        if (found == groups.end()) {
            return wrong("the scenarios do not differ in " + calc::quoted(typed(group)));
        }
        order.push_back(static_cast<int>(found - groups.begin()));
    }
    for (std::size_t at = 0; at < groups.size(); ++at) {
        const int place = static_cast<int>(at);
        const bool named = std::find(order.begin(), order.end(), place) != order.end();
        if (asked.kind == SplitOrder::Kind::in_order && !named) {
            return wrong(calc::quoted(typed(groups[at])) + " is left out, and the scenarios differ in it");
        }
        if (!named) {
            order.push_back(place);
        }
    }
    return order;
}

/// A part with cells of all countries.
struct WholePart {
    std::vector<ChangeGroup> groups;
    Cells cells;
    std::vector<Decimal> weights;
};

Decimal size_of(const Decimal& value) { return greatest(value, -value); }

/// What stays below the fortieth digit of the largest result is what rounding left.
bool is_rounding(const Cells& cells, const Mixtures& mixtures) {
    Decimal largest = 0;
    for (const Cells& result : mixtures.results) {
        for (const Decimal& cell : result) {
            largest = greatest(largest, size_of(cell));
        }
    }
    const Decimal least_seen = largest * Decimal("1e-40");
    return std::all_of(cells.begin(), cells.end(),
                       [&](const Decimal& cell) { return size_of(cell) <= least_seen; });
}

/// Mixtures of which each has a one in a cell of its own.
Mixtures unit_mixtures(int groups) {
    const std::size_t count = std::size_t{1} << static_cast<unsigned>(groups);
    std::size_t next = 0;
    return models::mixtures_of<Decimal>(groups, [&](std::span<const bool>) {
        Cells cells(count, Decimal(0));
        cells[next++] = 1;
        return cells;
    });
}

std::vector<WholePart> parts_of(const Mixtures& mixtures, const Mixing& mixing, const std::vector<int>& order,
                                SplitOrder::Kind kind, const std::vector<int>& idle) {
    const auto by_group_of = [&](const Mixtures& of) {
        return kind == SplitOrder::Kind::alone      ? models::effects_alone(of)
               : kind == SplitOrder::Kind::in_order ? models::parts_in_order(of, order)
                                                    : models::average_parts(of);
    };
    const auto by_group = by_group_of(mixtures);
    // A part is linear in the mixtures: of mixtures that are each one in a cell of its own, it has the
    // weights.
    const Mixtures units = unit_mixtures(mixtures.groups);
    const auto weights = by_group_of(units);
    std::vector<WholePart> parts;
    for (const int place : order) {
        if (std::find(idle.begin(), idle.end(), place) == idle.end()) {
            const auto group = static_cast<std::size_t>(place);
            parts.push_back({{mixing.groups[group]}, by_group[group], weights[group]});
        }
    }
    if (kind == SplitOrder::Kind::alone) {
        const auto unit_effects = models::interactions(units);
        for (const auto& together : models::interactions(mixtures)) {
            if (!is_rounding(together.effect, mixtures)) {
                const auto unit =
                    std::find_if(unit_effects.begin(), unit_effects.end(),
                                 [&](const auto& one) { return one.groups == together.groups; });
                WholePart part{{}, together.effect, unit->effect};
                for (const int place : together.groups) {
                    part.groups.push_back(mixing.groups[static_cast<std::size_t>(place)]);
                }
                parts.push_back(std::move(part));
            }
        }
    }
    return parts;
}

/// The part of `cells` that is a country's.
DifferenceCells cells_of(const Cells& cells, const Known& known, std::size_t begin) {
    const auto first = cells.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto whole = first + static_cast<std::ptrdiff_t>(known.cells()) - 1;
    return {calc::Series<Decimal>(known.first, std::vector<Decimal>(first, whole)), *whole};
}

bool is_nothing(const DifferenceCells& cells) {
    return cells.whole == Decimal(0) && std::all_of(cells.years.begin(), cells.years.end(),
                                                    [](const Decimal& year) { return year == Decimal(0); });
}

/// Whether a group that shows nothing by itself moves a country together with others.
bool does_move(const std::vector<ChangeGroup>& groups, const std::string& country,
               const std::vector<KeyChange>& changes) {
    return groups.size() == 1 && std::any_of(changes.begin(), changes.end(), [&](const KeyChange& change) {
               return change.group == groups.front() &&
                      std::find(change.moves.begin(), change.moves.end(), country) != change.moves.end();
           });
}

std::vector<CountryDifference> countries_of(const Runs& runs, const Mixtures& mixtures,
                                            const std::vector<WholePart>& parts,
                                            const std::vector<KeyChange>& changes) {
    const Cells whole = models::whole_difference(mixtures);
    std::vector<CountryDifference> countries;
    std::size_t begin = 0;
    for (const Known& known : runs.known()) {
        const RanCountry& first = runs.ran().front().countries[known.country];
        const RanCountry& second = runs.ran().back().countries[known.country];
        const auto cut = [&](const Cells& cells) { return cells_of(cells, known, begin); };
        CountryDifference country{.first = first.words,
                                  .second = second.words,
                                  .calendar = first.calendar,
                                  .unit = first.unit,
                                  .first_base = first.from,
                                  .second_base = second.from,
                                  .before = cut(mixtures.before()),
                                  .after = cut(mixtures.after()),
                                  .difference = cut(whole),
                                  .parts = {}};
        for (const WholePart& part : parts) {
            DifferencePart mine{part.groups, cut(part.cells), part.weights};
            // What moves other countries alone is no part here.
            if (!is_nothing(mine.cells) || does_move(part.groups, first.words.country->code, changes)) {
                country.parts.push_back(std::move(mine));
            }
        }
        countries.push_back(std::move(country));
        begin += known.cells();
    }
    return countries;
}

/// The numbers of the mixtures that figures are made of; `all` is that of the second side.
std::vector<std::size_t> behind(const ScenarioDifference& difference, std::size_t all) {
    std::set<std::size_t> counted;
    for (const CountryDifference& country : difference.countries) {
        for (const DifferencePart& part : country.parts) {
            for (std::size_t mixture = 1; mixture + 1 < part.weights.size(); ++mixture) {
                if (part.weights[mixture] != Decimal(0)) {
                    counted.insert(mixture);
                }
            }
        }
    }
    std::vector<std::size_t> numbers = {0, all};
    numbers.insert(numbers.end(), counted.begin(), counted.end());
    return numbers;
}

}  // namespace

Reading<ScenarioDifference> scenario_difference(const ScenarioSide& first, const ScenarioSide& second,
                                                const DifferenceQuestion& question) {
    const auto mixing = mixing_of(first, second);
    if (!mixing) {
        return mixing.diagnostics();
    }
    const auto order = order_of(mixing->groups, question.order);
    if (!order) {
        return order.diagnostics();
    }
    // Where nothing is split, all groups are one.
    const bool whole = !question.split && mixing->groups.size() > 1;
    const int groups = whole ? 1 : static_cast<int>(mixing->groups.size());
    Runs runs(*mixing, question.metric);
    for (std::size_t at = 0; at < std::size_t{1} << static_cast<unsigned>(groups); ++at) {
        if (!runs.run(whole && at > 0 ? mixing->all() : at)) {
            return runs.problems();
        }
    }
    if (!runs.find_cells()) {
        return runs.problems();
    }
    std::size_t run = 0;
    // Mixtures are asked for in the order of their numbers, in which they were run.
    const auto mixtures =
        models::mixtures_of<Decimal>(groups, [&](std::span<const bool>) { return runs.cells(run++); });

    ScenarioDifference difference{.first = first,
                                  .second = second,
                                  .metric = question.metric,
                                  .split = question.split,
                                  .sums = is_summed(question.metric),
                                  .order = question.order,
                                  .groups = mixing->groups,
                                  .idle = {},
                                  .changes = mixing->changes,
                                  .other_facts = mixing->other_facts,
                                  .converts = runs.ran().front().converts || runs.ran().back().converts,
                                  .countries = {},
                                  .behind = {},
                                  .sources = runs.ran().front().sources};
    add_keys(difference.sources, runs.ran().back().sources);
    std::vector<WholePart> parts;
    if (question.split) {
        const auto idle = models::idle_groups(mixtures);
        for (const int group : idle) {
            difference.idle.push_back(mixing->groups[static_cast<std::size_t>(group)]);
        }
        mark_moved(difference.changes, difference.idle, *mixing, question.metric);
        parts = parts_of(mixtures, *mixing, *order, question.order.kind, idle);
    }
    difference.countries = countries_of(runs, mixtures, parts, difference.changes);
    difference.behind = behind(difference, mixing->all());
    return difference;
}

std::vector<DifferenceMixture> mixtures_of(const ScenarioDifference& difference) {
    const auto mixing = mixing_of(difference.first, difference.second);
    calc::require(static_cast<bool>(mixing), "what was split before can be mixed");
    std::vector<DifferenceMixture> mixtures;
    for (const std::size_t mixture : difference.behind) {
        mixtures.push_back({.scenario = mixed(*mixing, mixture),
                            .facts = &facts_of(*mixing, mixture),
                            .words = words_on(*mixing, mixture)});
        // Reasons are those of the files of either side.
        for (const ScenarioSide* const side : {&difference.first, &difference.second}) {
            auto& files = mixtures.back().scenario.files;
            files.insert(files.end(), side->scenario->files.begin(), side->scenario->files.end());
        }
    }
    return mixtures;
}

}  // namespace burden::inputs
