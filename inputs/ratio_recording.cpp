#include "burden/inputs/ratio_recording.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/run_recording.hpp"

namespace burden::inputs {

using calc::Traced;
using calc::Year;

namespace {

std::string owner_of(const RatioRun& run) { return calc::lower_case(run.country->code); }

std::string owner_of(const RatioRun& run, const RatioNumerator& budget) {
    return owner_of(run) + "#" + std::to_string(&budget - run.numerators.data() + 1);
}

std::string owner_of_published(const RatioRun& run) { return owner_of(run) + "#published"; }

std::string cell(const std::string& owner, const std::string& what, const std::string& year) {
    return owner + "." + plain(what) + "[" + year + "]";
}

/// Puts the numbers of one run together again, each with the figure that was published.
class RatioRecorder {
public:
    RatioRecorder(Recorder& recorder, const RatioRun& run)
        : recorder_(recorder), run_(run), owner_{.whose = owner_of(run)} {}

    std::vector<RecordedFigure> figures() {
        const std::string money = run_.currency.code();
        std::vector<Traced> gdps;
        for (const RatioDenominator& one : run_.denominators) {
            gdps.push_back(add(gdp_cell(run_, one), money, gdp(one)));
        }
        for (const RatioNumerator& one : run_.numerators) {
            const Traced amount = add(budget_cell(run_, one), money, fact(*one.series, *one.observation));
            for (std::size_t at = 0; at < gdps.size(); ++at) {
                if (one.shares[at]) {
                    add(ratio_cell(run_, one, run_.denominators[at]), "%", amount / gdps[at]);
                }
            }
        }
        for (const PublishedRatio& one : run_.published) {
            add(published_cell(run_, one), "%", fact(*one.series, *one.observation));
        }
        return std::move(figures_);
    }

private:
    Traced fact(const FactSeries& series, const Observation& figure) {
        return recorder_.input(input_of(*run_.country, series, figure), owner_);
    }

    Traced gdp(const RatioDenominator& one) {
        if (one.fixed) {
            return fact(*one.series, one.series->observations.front());
        }
        const auto levels = published(*run_.country, *one.series);
        const auto reached = calc::overlaps(run_.year, one.calendar, levels.calendar);
        const auto values = calc::series_of(reached.front().year, reached.back().year, [&](Year year) {
            return recorder_.input(levels.values[year], owner_);
        });
        return calc::by_months(values, levels.calendar, one.calendar)[run_.year];
    }

    Traced add(const std::string& name, const std::string& unit, const Traced& value) {
        figures_.push_back({name, unit, named(name, value)});
        return figures_.back().value;
    }

    Recorder& recorder_;
    const RatioRun& run_;
    InputOwner owner_;
    std::vector<RecordedFigure> figures_;
};

}  // namespace

std::string budget_cell(const RatioRun& run, const RatioNumerator& budget) {
    return cell(owner_of(run, budget), "amount", budget.year);
}

std::string gdp_cell(const RatioRun& run, const RatioDenominator& gdp) {
    return cell(owner_of(run), "GDP: " + gdp.name, label(gdp.year, gdp.calendar));
}

std::string ratio_cell(const RatioRun& run, const RatioNumerator& budget, const RatioDenominator& gdp) {
    return cell(owner_of(run, budget), "share of GDP: " + gdp.name, budget.year);
}

std::string published_cell(const RatioRun& run, const PublishedRatio& ratio) {
    return cell(owner_of_published(run), ratio.title, ratio.year);
}

Recording ratio_recording(Recorder& recorder, const RatioRun& run) {
    const auto figures = RatioRecorder(recorder, run).figures();
    Recording recording = recorder.recording(figures);
    recording.owners[owner_of(run)] = run.name;
    recording.owners[owner_of_published(run)] = run.name + ": as published";
    for (const RatioNumerator& one : run.numerators) {
        recording.owners[owner_of(run, one)] = run.name + ": " + one.title;
    }
    return recording;
}

}  // namespace burden::inputs
