#include "burden/inputs/facts.hpp"

#include <algorithm>

namespace burden::inputs {

const Observation* FactSeries::at(calc::Year year) const {
    const auto found =
        std::find_if(observations.begin(), observations.end(), [year](const Observation& known) {
            return known.year == year && known.to == year && known.superseded.empty();
        });
    return found == observations.end() ? nullptr : &*found;
}

const FactSeries* Country::find(std::string_view key) const {
    const auto found = std::find_if(series.begin(), series.end(),
                                    [key](const FactSeries& known) { return known.key == key; });
    return found == series.end() ? nullptr : &*found;
}

std::vector<const FactSeries*> Country::measuring(std::string_view measure) const {
    std::vector<const FactSeries*> result;
    for (const FactSeries& known : series) {
        if (known.measure == measure) {
            result.push_back(&known);
        }
    }
    return result;
}

const Choice* Country::choice(std::string_view measure) const {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [measure](const Choice& known) { return known.measure == measure; });
    return found == choices.end() ? nullptr : &*found;
}

const Country* Facts::find_country(std::string_view code) const {
    const auto found =
        std::lower_bound(countries.begin(), countries.end(), code,
                         [](const Country& known, std::string_view asked) { return known.code < asked; });
    return found == countries.end() || found->code != code ? nullptr : &*found;
}

const Arrangement* Facts::find_arrangement(std::string_view key) const {
    const auto found = std::find_if(arrangements.begin(), arrangements.end(),
                                    [key](const Arrangement& known) { return known.key == key; });
    return found == arrangements.end() ? nullptr : &*found;
}

std::optional<ReferredFact> referred(const Facts& facts, const FactReference& reference) {
    const Country* const country = facts.find_country(reference.country);
    const FactSeries* const series = country == nullptr ? nullptr : country->find(reference.series);
    if (series == nullptr) {
        return std::nullopt;
    }
    const auto found = std::find_if(
        series->observations.begin(), series->observations.end(),
        [&](const Observation& known) { return known.year == reference.from && known.to == reference.to; });
    return found == series->observations.end() ? std::nullopt
                                               : std::optional<ReferredFact>({country, series, &*found});
}

}  // namespace burden::inputs
