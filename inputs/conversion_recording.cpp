#include "burden/inputs/conversion_recording.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "burden/calc/deflator.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/run_recording.hpp"
#include "burden/models/economy.hpp"

namespace burden::inputs {

using calc::Traced;
using calc::Year;
using Amount = calc::Yearly<Traced>;
using Amounts = calc::Series<Amount>;
using Index = calc::Series<Traced>;

namespace results = conversion_results;

namespace {

const std::string whole_amount = "convert";

std::string owner_of(std::size_t at) { return whole_amount + "#" + std::to_string(at + 1); }

std::string owner_of(const Country& country) { return calc::lower_case(country.code); }

std::string year_words(const ConversionRun& run, Year year) {
    return run.question.over ? label(year, run.calendar) : std::string();
}

std::string cell(const ConversionRun& run, const std::string& owner, std::string_view what, Year year) {
    return owner + "." + std::string(what) + "[" + year_words(run, year) + "]";
}

/// Puts the numbers of one run together again, each with its origin, and converts them.
class ConversionRecorder {
public:
    ConversionRecorder(Recorder& recorder, const ConversionRun& run) : recorder_(recorder), run_(run) {}

    std::vector<RecordedFigure> figures() {
        set_parts();
        know_facts_by_country();
        home_prices_ = index_of(run_.home_prices);
        foreign_prices_ = index_of(run_.foreign_prices);
        for (std::size_t at = 0; at < run_.conversions.size(); ++at) {
            if (run_.conversions[at].amount) {
                add_conversion(at);
            }
        }
        return std::move(figures_);
    }

private:
    Traced fact(const Country& country, const PlanInput& of) {
        InputOwner owner{.whose = owner_of(country)};
        return recorder_.input(of, owner);
    }
    Traced leg(const PublishedRate& one) {
        return fact(*one.country, input_of(*one.country, *one.series, *one.observation));
    }
    Traced given(const calc::Decimal& value, const std::string& what, const std::string& unit) {
        InputOwner owner{.whose = whole_amount};
        return recorder_.input(given_input(value, what, command_line, unit), owner);
    }

    Traced add(const std::string& name, const std::string& unit, const Traced& value) {
        figures_.push_back({name, unit, named(name, value)});
        return figures_.back().value;
    }
    Amounts add(const std::string& owner, std::string_view what, const Amounts& amounts) {
        return calc::series_of(amounts.first(), amounts.last(), [&](Year year) {
            const calc::Unit unit = amounts[year].unit();
            return Amount(add(cell(run_, owner, what, year), unit.currency.code(), amounts[year].in(unit)),
                          unit);
        });
    }
    void add_sum(std::size_t at, std::string_view what, const Amounts& amounts) {
        Amount sum = amounts.front();
        for (Year year = amounts.first() + 1; year <= amounts.last(); ++year) {
            sum = sum + amounts[year];
        }
        add(conversion_cell(run_, at, what), sum.unit().currency.code(), sum.in(sum.unit()));
    }

    void set_parts() {
        const calc::Amount& amount = run_.question.amount;
        const Traced all = given(amount.value, "Amount", amount.currency.code());
        const bool each = amount.period == calc::StatedPeriod::per_year;
        const Traced part = each ? all : all / Traced(calc::Decimal(run_.parts.size()));
        parts_ = add(whole_amount, "amount",
                     calc::series_of(run_.parts.first(), run_.parts.last(),
                                     [&](Year) { return Amount(part, {amount.currency}); }));
    }

    /// Facts stand on the sheet in the order in which they are first asked for: one country after another.
    void know_facts_by_country() {
        std::vector<const Country*> countries;
        std::vector<PublishedRate> legs;
        const auto know = [&](const SourcedRate& rate) {
            for (const PublishedRate& one : rate.made_of) {
                legs.push_back(one);
                countries.push_back(one.country);
            }
        };
        for (const Country* const country : {run_.home_prices, run_.foreign_prices}) {
            if (country != nullptr) {
                countries.push_back(country);
            }
        }
        for (const Conversion& one : run_.conversions) {
            std::for_each(one.rates.begin(), one.rates.end(), know);
            if (one.constant_rate) {
                know(*one.constant_rate);
            }
        }
        for (const Country* const country : countries) {
            if (country == run_.home_prices || country == run_.foreign_prices) {
                deflator_of(*country);
            }
            for (const PublishedRate& one : legs) {
                if (one.country == country) {
                    leg(one);
                }
            }
        }
    }

    models::Published<Traced> deflator_of(const Country& country) {
        const auto levels =
            published(country, *inputs::deflator_of(country, *chosen(country, "gdp")->series));
        return {calc::series_of(levels.values.first(), levels.values.last(),
                                [&](Year year) { return fact(country, levels.values[year]); }),
                levels.calendar};
    }

    /// The deflator of a country in the years of the amount and of constant prices.
    std::optional<Index> index_of(const Country* country) {
        if (country == nullptr) {
            return std::nullopt;
        }
        const Year first = std::min(*run_.base, run_.parts.first());
        const Year last = std::max(*run_.base, run_.parts.last());
        const Index index = models::carried_on(deflator_of(*country), run_.calendar, last);
        return calc::series_of(first, last, [&](Year year) {
            return add(cell(run_, owner_of(*country), "GDP deflator", year), "", index[year]);
        });
    }

    calc::ExchangeRate<Traced> rate_of(const SourcedRate& rate) {
        const auto& made = rate.made_of;
        const std::string pair = rate.rate.quote.code() + " per " + rate.rate.base.code();
        const Traced value = made.empty()       ? given(rate.rate.value, "Rate of exchange", pair)
                             : made.size() == 1 ? leg(made.front())
                                                : leg(made.front()) / leg(made.back());
        return {rate.rate.base, rate.rate.quote, value, rate.rate.method, rate.rate.date, rate.rate.source};
    }

    Amounts deflated(const Amounts& amounts, const Index& index) const {
        return calc::series_of(amounts.first(), amounts.last(), [&](Year year) {
            return calc::deflated(amounts[year], index, year, *run_.base);
        });
    }

    void add_conversion(std::size_t at) {
        const Conversion& one = run_.conversions[at];
        const std::string owner = owner_of(at);
        if (one.rates.empty()) {
            add_sum(at, results::unconverted, parts_);
            if (one.constant_home) {
                add_sum(at, results::unconverted_constant,
                        add(owner, "deflated", deflated(parts_, *home_prices_)));
            }
            return;
        }
        const Amounts converted =
            add(owner, "amount converted", calc::series_of(parts_.first(), parts_.last(), [&](Year year) {
                    auto rate = rate_of(one.rates[static_cast<std::size_t>(year - parts_.first())]);
                    rate.value = add(cell(run_, owner, "rate of exchange", year), run_.rate_unit, rate.value);
                    return calc::convert(parts_[year], rate);
                }));
        add_sum(at, results::amount, converted);
        if (one.constant_home) {
            const auto rate = rate_of(*one.constant_rate);
            const Amounts at_home = add(owner, "deflated", deflated(parts_, *home_prices_));
            add_sum(at, results::constant_home,
                    add(owner, "deflated, then converted",
                        calc::series_of(at_home.first(), at_home.last(),
                                        [&](Year year) { return calc::convert(at_home[year], rate); })));
        }
        if (one.constant_foreign) {
            add_sum(at, results::constant_foreign,
                    add(owner, "converted, then deflated", deflated(converted, *foreign_prices_)));
        }
    }

    Recorder& recorder_;
    const ConversionRun& run_;
    Amounts parts_ = Amounts(Year{});
    std::optional<Index> home_prices_;
    std::optional<Index> foreign_prices_;
    std::vector<RecordedFigure> figures_;
};

}  // namespace

std::string conversion_cell(const ConversionRun& run, std::size_t at, std::string_view what) {
    return cell(run, owner_of(at), what, run.parts.last());
}

Recording conversion_recording(Recorder& recorder, const ConversionRun& run) {
    const auto figures = ConversionRecorder(recorder, run).figures();
    Recording recording = recorder.recording(figures);
    recording.owners[whole_amount] = run.question.text;
    for (std::size_t at = 0; at < run.conversions.size(); ++at) {
        recording.owners[owner_of(at)] = run.conversions[at].method;
        for (const SourcedRate& rate : run.conversions[at].rates) {
            for (const PublishedRate& one : rate.made_of) {
                recording.owners[owner_of(*one.country)] = one.country->name;
            }
        }
    }
    for (const Country* const country : {run.home_prices, run.foreign_prices}) {
        if (country != nullptr) {
            recording.owners[owner_of(*country)] = country->name;
        }
    }
    return recording;
}

}  // namespace burden::inputs
