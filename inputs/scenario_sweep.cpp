#include "burden/inputs/scenario_sweep.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "burden/calc/parallel.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::inputs {

using calc::Decimal;

namespace {

/// Of axes of numbers, so many values are put to the planner one by one.
constexpr std::size_t most_values_planned = 50;
/// Points that are worth a thread.
constexpr std::size_t points_for_a_thread = 16;

/// The number of fast sweeps as it is shown. Nothing is computed from it.
std::optional<Decimal> shown(double value) {
    if (!std::isfinite(value)) {
        return std::nullopt;
    }
    std::array<char, 40> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
    return Decimal(std::string_view(text.data(), static_cast<std::size_t>(end.ptr - text.data())));
}
Decimal shown(const Decimal& value) { return value; }

template <calc::Number N>
std::vector<N> in(const std::vector<Decimal>& numbers) {
    std::vector<N> result;
    result.reserve(numbers.size());
    for (const Decimal& number : numbers) {
        result.push_back(calc::as<N>(number));
    }
    return result;
}

/// The place on each axis of the point `at`, the last axis changing fastest.
std::vector<std::size_t> places_at(std::size_t at, const std::vector<SweepAxis>& axes) {
    std::vector<std::size_t> places(axes.size());
    for (std::size_t axis = axes.size(); axis-- > 0;) {
        places[axis] = at % axes[axis].size();
        at /= axes[axis].size();
    }
    return places;
}

}  // namespace

/// Plans every combination of words, and looks at every value.
class SweepBuilder {
public:
    SweepBuilder(const Facts& facts, const Scenario& scenario, SweepQuestion question)
        : facts_(facts), scenario_(scenario) {
        sweep_.question_ = std::move(question);
    }

    Reading<Sweep> sweep() {
        if (auto refusal = too_large()) {
            return *refusal;
        }
        for (std::size_t axis = 0; axis < axes().size(); ++axis) {
            (axes()[axis].is_of_numbers() ? sweep_.number_axes_ : sweep_.word_axes_).push_back(axis);
        }
        auto first = std::make_shared<Scenario>(at(std::vector<std::size_t>(axes().size(), 0)));
        auto plan = plan_of(facts_, *first);
        if (!plan) {
            return named(plan.diagnostics(), {});
        }
        sweep_.scenario_ = first;
        sweep_.plan_ = std::make_shared<ScenarioPlan>(*plan);
        for (const std::size_t axis : sweep_.number_axes_) {
            if (auto refusals = refused_numbers(axis); !refusals.empty()) {
                return refusals;
            }
        }
        auto refusals = sweep_.question_.fast ? add_plans<double>() : add_plans<Decimal>();
        if (!refusals.empty()) {
            return refusals;
        }
        for (std::size_t at = 0; at < sweep_.number_axes_.size(); ++at) {
            const SweepAxis& axis = axes()[sweep_.number_axes_[at]];
            if (!reached_[at]) {
                sweep_.idle_.push_back(axis.key);
            }
            if (sweep_.question_.fast) {
                sweep_.doubles_.push_back(in<double>(axis.numbers));
            }
        }
        return std::move(sweep_);
    }

private:
    const std::vector<SweepAxis>& axes() const { return sweep_.question_.axes; }

    std::optional<Diagnostic> too_large() {
        Decimal plans = 1;
        Decimal points = 1;
        for (const SweepAxis& axis : axes()) {
            points *= Decimal(axis.size());
            plans *= Decimal(axis.is_of_numbers() ? 1 : axis.size());
        }
        const Decimal cells = points * Decimal(sweep_.question_.cells.size());
        if (cells > Decimal(most_sweep_cells)) {
            return Diagnostic{.file = "--grid",
                              .message = "the grid has " + points.to_text(0) + " points, and " +
                                         cells.to_text(0) + " cells are asked for",
                              .allowed = {"at most " + std::to_string(most_sweep_cells) + " cells"}};
        }
        if (plans > Decimal(most_sweep_plans)) {
            return Diagnostic{
                .file = "--grid",
                .message = "words and figures by year make " + plans.to_text(0) + " combinations",
                .allowed = {"at most " + std::to_string(most_sweep_plans)}};
        }
        sweep_.points_ = 1;
        for (const SweepAxis& axis : axes()) {
            sweep_.points_ *= axis.size();
        }
        return std::nullopt;
    }

    /// The scenario with the values of the axes at these places over it; of numbers, the first.
    Scenario at(const std::vector<std::size_t>& places) const {
        Scenario result = scenario_;
        for (std::size_t axis = 0; axis < axes().size(); ++axis) {
            const SweepAxis& one = axes()[axis];
            result.settings.push_back(one.values[one.is_of_numbers() ? 0 : places[axis]]);
        }
        return result;
    }

    /// What the planner says, with the values that it says it of.
    std::vector<Diagnostic> named(std::vector<Diagnostic> diagnostics,
                                  const std::vector<std::size_t>& places) const {
        std::string values;
        for (std::size_t axis = 0; axis < places.size(); ++axis) {
            values += (values.empty() ? "" : ", ") + to_text(axes()[axis].key) + "=" +
                      axes()[axis].text(places[axis]);
        }
        for (Diagnostic& diagnostic : diagnostics) {
            if (!values.empty()) {
                diagnostic.message += " (at " + values + ")";
            }
        }
        return diagnostics;
    }

    /// Puts numbers of an axis to the planner, with the first value of all other axes.
    std::vector<Diagnostic> refused_numbers(std::size_t axis) const {
        const SweepAxis& one = axes()[axis];
        std::vector<std::size_t> places(axes().size(), 0);
        Scenario scenario = at(places);
        Setting& setting = scenario.settings[scenario_.settings.size() + axis];
        for (std::size_t value = 1; value < one.size(); ++value) {
            // Between the first and the last number nothing new is allowed or forbidden; few are all looked
            // at.
            if (one.size() > most_values_planned && value + 1 < one.size()) {
                continue;
            }
            SettingNumber number = *one.like;
            number.value = one.numbers[value];
            setting.text = one.text(value);
            setting.value = value_with(number);
            if (const auto plan = plan_of(facts_, scenario); !plan) {
                places[axis] = value;
                return named(plan.diagnostics(), places);
            }
        }
        return {};
    }

    /// The plans of all combinations of words; what is wrong with one.
    template <calc::Number N>
    std::vector<Diagnostic> add_plans() {
        std::vector<SweepAxis> words;
        for (const std::size_t axis : sweep_.word_axes_) {
            words.push_back(axes()[axis]);
        }
        std::size_t count = 1;
        for (const SweepAxis& axis : words) {
            count *= axis.size();
        }
        std::deque<VariedPlan<N>> plans;
        reached_.assign(sweep_.number_axes_.size(), false);
        for (std::size_t combination = 0; combination < count; ++combination) {
            const auto of_words = places_at(combination, words);
            std::vector<std::size_t> places(axes().size(), 0);
            for (std::size_t at = 0; at < of_words.size(); ++at) {
                places[sweep_.word_axes_[at]] = of_words[at];
            }
            const Scenario scenario = at(places);
            const auto plan = plan_of(facts_, scenario);
            if (!plan) {
                return named(plan.diagnostics(), places);
            }
            std::vector<PlacedCell> cells;
            for (const ScenarioCell& cell : sweep_.question_.cells) {
                const auto place = placed(cell, *plan, "--metric");
                if (!place) {
                    return count == 1 ? place.diagnostics() : named(place.diagnostics(), places);
                }
                cells.push_back(*place);
            }
            if (combination == 0) {
                sweep_.cells_ = cells;
            }
            std::vector<const Setting*> varied;
            for (const std::size_t axis : sweep_.number_axes_) {
                varied.push_back(&scenario.settings[scenario_.settings.size() + axis]);
            }
            plans.emplace_back(*plan, cells, varied);
            for (std::size_t at = 0; at < varied.size(); ++at) {
                reached_[at] = reached_[at] || plans.back().reaches(at);
            }
        }
        sweep_.plans_ = std::make_shared<Sweep::Plans>(std::move(plans));
        return {};
    }

    const Facts& facts_;
    const Scenario& scenario_;
    Sweep sweep_;
    std::vector<bool> reached_;  ///< of each axis of numbers, whether some plan has its number
};

namespace {

/// A copy of each plan that a thread has met.
template <calc::Number N>
class OwnPlans {
public:
    explicit OwnPlans(const std::deque<VariedPlan<N>>& plans) : plans_(plans), own_(plans.size()) {}

    VariedPlan<N>& operator[](std::size_t at) {
        if (!own_[at]) {
            own_[at] = std::make_unique<VariedPlan<N>>(plans_[at]);
        }
        return *own_[at];
    }

private:
    const std::deque<VariedPlan<N>>& plans_;
    std::vector<std::unique_ptr<VariedPlan<N>>> own_;
};

}  // namespace

std::vector<std::size_t> Sweep::places(std::size_t point) const { return places_at(point, question_.axes); }

std::vector<std::optional<Decimal>> Sweep::values(std::size_t first, std::size_t count) const {
    const std::size_t width = cells_.size();
    std::vector<std::optional<Decimal>> values(count * width);
    const auto run = [&]<typename N>(const std::deque<VariedPlan<N>>& plans, const auto& number_of_axis) {
        calc::in_parallel(count, points_for_a_thread, question_.threads,
                          [&](std::size_t begin, std::size_t end) {
                              OwnPlans<N> own(plans);
                              for (std::size_t at = begin; at < end; ++at) {
                                  const auto where = places(first + at);
                                  std::size_t combination = 0;
                                  for (const std::size_t axis : word_axes_) {
                                      combination = combination * question_.axes[axis].size() + where[axis];
                                  }
                                  VariedPlan<N>& plan = own[combination];
                                  for (std::size_t axis = 0; axis < number_axes_.size(); ++axis) {
                                      plan.set(axis, number_of_axis(axis)[where[number_axes_[axis]]]);
                                  }
                                  const auto cells = plan.values();
                                  for (std::size_t cell = 0; cell < width; ++cell) {
                                      if (cells[cell]) {
                                          values[at * width + cell] = shown(*cells[cell]);
                                      }
                                  }
                              }
                          });
    };
    if (const auto* const exact = std::get_if<0>(plans_.get())) {
        run(*exact, [&](std::size_t axis) -> const std::vector<Decimal>& {
            return question_.axes[number_axes_[axis]].numbers;
        });
    } else {
        run(*std::get_if<1>(plans_.get()),
            [&](std::size_t axis) -> const std::vector<double>& { return doubles_[axis]; });
    }
    return values;
}

Reading<Sweep> Sweep::ready(const Facts& facts, const Scenario& scenario, SweepQuestion question) {
    return SweepBuilder(facts, scenario, std::move(question)).sweep();
}

}  // namespace burden::inputs
