#include "burden/inputs/run_recording.hpp"

#include "burden/inputs/plan_builder.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Traced;

std::string plain(std::string text) {
    std::erase_if(text, [](char c) { return c == '.' || c == '[' || c == ']'; });
    return text;
}

Traced RunInputs::record(const PlanInput& of) {
    const calc::Origin origin = origin_of(of);
    const std::string key =
        origin.label + '\n' + origin.place + '\n' + of.value.to_significant(Decimal::digits);
    const auto found = known_.find(key);
    return found != known_.end() ? found->second
                                 : known_.emplace(key, recorder_.input(of, owner_)).first->second;
}

Traced RunInputs::fact(const Country& country, const FactSeries& series, const Observation& figure) {
    return record(input_of(country, series, figure));
}

Traced RunInputs::given(const Decimal& value, const std::string& what, const std::string& unit,
                        const std::string& place) {
    return record(given_input(value, what, place, unit));
}

calc::ExchangeRate<Traced> RunInputs::rate(const SourcedRate& rate) {
    const auto leg = [&](const PublishedRate& one) {
        return fact(*one.country, *one.series, *one.observation);
    };
    const auto& [base, quote, value, method, date, source] = rate.rate;
    const auto& legs = rate.made_of;
    const Traced traced = legs.empty()
                              ? given(value, "Rate of exchange", quote.code() + " per " + base.code())
                          : legs.size() == 1 ? leg(legs.front())
                                             : leg(legs.front()) / leg(legs.back());
    return {base, quote, traced, method, date, source};
}

}  // namespace burden::inputs
