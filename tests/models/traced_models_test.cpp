/// Models on traced numbers: the values are those of Decimal to the last digit, and what was recorded for one
/// set of inputs gives for another what the model gives for it.
#include <rapidcheck.h>

#include <map>

#include "burden/calc/calendar.hpp"
#include "burden/calc/deflator.hpp"
#include "burden/calc/exchange.hpp"
#include "burden/calc/traced.hpp"
#include "burden/models/arrangement.hpp"
#include "burden/models/comparison.hpp"
#include "burden/models/ledger.hpp"
#include "models/economies.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Traced;
using calc::Year;

namespace {

constexpr Year base{2025};
constexpr Year due{2031};
constexpr Year last{2033};

/// Inputs of a model by label; the label says what range they are in.
using Figures = std::map<std::string, Decimal>;

Figures draw_figures() {
    Figures figures;
    const auto thousandths = [](int from, int to) {
        return Decimal(*rc::gen::inRange(from, to)) * Decimal("0.001");
    };
    for (const char* amount : {"GDP", "spending", "amount", "other amount", "rate"}) {
        figures[amount] = *positive_decimals();
    }
    for (const char* share : {"share", "way-point", "stated share"}) {
        figures[share] = thousandths(1, 100);
    }
    for (const char* rise : {"limit", "cap", "floor", "first rise"}) {
        figures[rise] = thousandths(-50, 150);
    }
    for (Year year = base; year <= last; ++year) {
        figures["growth " + std::to_string(year.number)] = thousandths(-50, 100);
        figures["inflation " + std::to_string(year.number)] = thousandths(-50, 100);
        figures["plan " + std::to_string(year.number)] = *positive_decimals();
    }
    return figures;
}

/// The figures as numbers of one type: as they are, or as inputs that can be told apart.
template <calc::Number N>
class Given {
public:
    explicit Given(const Figures& figures) : figures_(&figures) {}

    N operator()(const std::string& label) const {
        if constexpr (std::same_as<N, Traced>) {
            return Traced(figures_->at(label), {.label = label});
        } else {
            return calc::as<N>(figures_->at(label));
        }
    }
    calc::Yearly<N> yearly(const std::string& label) const { return in_yen<N>((*this)(label)); }
    calc::Total<N> total(const std::string& label) const { return {(*this)(label), yen}; }
    calc::Series<N> by_year(const std::string& label, Year from) const {
        return calc::series_of(from, last,
                               [&](Year year) { return (*this)(label + " " + std::to_string(year.number)); });
    }
    models::Economy<N> economy() const {
        return models::grown_economy(yearly("GDP"), by_year("growth", base + 1),
                                     by_year("inflation", base + 1));
    }

private:
    const Figures* figures_;
};

/// The law of this page for a model that gives a list of numbers, `model(given)`.
template <typename Model>
void require_traced(const Model& model) {
    const Figures figures = draw_figures();
    const Figures others = draw_figures();
    const std::vector<Traced> traced = model(Given<Traced>(figures));
    const std::vector<Decimal> expected = model(Given<Decimal>(figures));
    const std::vector<Decimal> changed = model(Given<Decimal>(others));
    const auto other = [&](const calc::Origin& origin) -> std::optional<Decimal> {
        return others.at(origin.label);
    };
    RC_ASSERT(traced.size() == expected.size());
    for (std::size_t at = 0; at < traced.size(); ++at) {
        RC_ASSERT(traced[at].value() == expected[at]);
        RC_ASSERT(recomputed(traced[at]) == expected[at]);
        RC_ASSERT(recomputed(traced[at], other) == changed[at]);
    }
}

template <calc::Number N>
void append(std::vector<N>& numbers, const N& number) {
    numbers.push_back(number);
}

template <calc::Number N, calc::Period P>
void append(std::vector<N>& numbers, const calc::Money<N, P>& amount) {
    numbers.push_back(amount.in(amount.unit()));
}

template <calc::Number N, typename T>
void append_last_two(std::vector<N>& numbers, const calc::Series<T>& series) {
    append(numbers, series[series.last() - 1]);
    append(numbers, series.back());
}

/// Every shape, as many as there are.
template <calc::Number N>
std::vector<calc::PathShape<N>> shapes(const Given<N>& given) {
    return {
        calc::Linear{},         calc::Geometric{},
        calc::BackLoaded{},     calc::FrontLoaded{},
        calc::SCurve{},         calc::Step{},
        calc::ConstantGrowth{}, calc::WayPoints<N>{{{base + 2, given("way-point")}, {due, given("share")}}}};
}

template <calc::Number N>
std::vector<models::Baseline<N>> baselines(const Given<N>& given) {
    const auto plan = given.by_year("plan", base + 1);
    return {models::HoldShare{}, models::HoldReal{}, models::HoldNominal{},
            models::StatedShare<N>{given("stated share")},
            models::PublishedPlan<N>{
                calc::series_of(plan.first(), plan.last(), [&](Year year) { return in_yen(plan[year]); })}};
}

const std::vector<models::AfterRule> after_rules = {models::HoldShare{}, models::HoldReal{},
                                                    models::HoldNominal{}};

/// What of a target is not a figure.
struct Structure {
    std::size_t shape;
    std::size_t baseline = 0;
    std::size_t then = 0;
    bool limited = false;
    bool fixed = false;
};

/// Every column, of the first year, the last on the way and the last of all; and one growth.
template <calc::Number N>
std::vector<N> target_numbers(const Given<N>& given, const Structure& structure) {
    models::Target<N> target{.from = base,
                             .due = due,
                             .to = last,
                             .base_spending = given.yearly("spending"),
                             .share = given("share"),
                             .shape = shapes(given).at(structure.shape),
                             .then = after_rules.at(structure.then),
                             .baseline = baselines(given).at(structure.baseline)};
    if (structure.limited) {
        target.most_growth = given("limit");
    }
    if (structure.fixed) {
        target.fixed_denominator = given.yearly("GDP");
    }
    const auto path = models::target_path(given.economy(), target);
    std::vector<N> numbers;
    for (const Year year : {base, due - 1, last}) {
        numbers.push_back(path[year].share);
        append(numbers, path[year].gdp);
        append(numbers, path[year].spending);
        append(numbers, path[year].baseline);
        append(numbers, path[year].extra);
        append(numbers, path[year].cumulative_extra);
    }
    numbers.push_back(models::growth(path, due));
    return numbers;
}

}  // namespace

TEST_CASE("a target path of any shape is traced", "[models][traced][law]") {
    const auto shape = GENERATE(range<std::size_t>(0, std::variant_size_v<calc::PathShape<Decimal>>));
    CHECK(rc::check([&] {
        const Structure structure{.shape = shape,
                                  .baseline = *rc::gen::inRange<std::size_t>(0, 5).as("baseline"),
                                  .then = *rc::gen::inRange<std::size_t>(0, 3).as("after-rule"),
                                  .limited = *rc::gen::arbitrary<bool>().as("limited"),
                                  .fixed = *rc::gen::arbitrary<bool>().as("fixed denominator")};
        require_traced([&]<typename N>(const Given<N>& given) { return target_numbers(given, structure); });
    }));
}

TEST_CASE("an economy is traced, from rates and past its last year", "[models][traced][law]") {
    CHECK(rc::check([] {
        require_traced([]<typename N>(const Given<N>& given) {
            auto economy = given.economy();
            economy.population = economy.deflator;
            const auto longer = models::extended(economy, last + 5);
            std::vector<N> numbers;
            append_last_two(numbers, longer.gdp);
            append_last_two(numbers, *longer.population);
            append_last_two(numbers, models::rises(longer.deflator));
            append_last_two(numbers, models::real_growth(longer));
            append_last_two(numbers, calc::rebased(longer.deflator, base));
            append_last_two(numbers, calc::by_months(longer.deflator, {}, {.first_month = 4}));
            append_last_two(numbers, models::grown(given.yearly("amount"), given("limit"), base, last));
            append_last_two(numbers, models::as_shares_of(longer.gdp, longer.gdp));
            append(numbers, calc::deflated(given.yearly("amount"), longer.deflator, due, base));
            return numbers;
        });
    }));
}

TEST_CASE("a renewal by any rule is traced", "[models][traced][law]") {
    const auto rule = GENERATE(range<std::size_t>(0, std::variant_size_v<models::RenewalRule<Decimal>>));
    CHECK(rc::check([&] {
        const auto bridge = *rc::gen::inRange<std::size_t>(0, 3).as("bridge, years");
        const bool capped = *rc::gen::arbitrary<bool>().as("capped");
        const bool floored = *rc::gen::arbitrary<bool>().as("floored");
        const bool steps = *rc::gen::arbitrary<bool>().as("first rise stated");
        const int lag = *rc::gen::inRange(0, 3).as("lag");
        require_traced([&]<typename N>(const Given<N>& given) {
            const auto perhaps = [&](bool is_there, const char* label) {
                return is_there ? std::optional<N>(given(label)) : std::nullopt;
            };
            const std::vector<models::RenewalRule<N>> rules = {
                models::HeldAmount<N>{
                    models::cost_plus(given.yearly("amount"), given("limit"), given.yearly("rate"))},
                models::IndexedAmount<N>{given.yearly("amount"),
                                         {.rises = given.by_year("inflation", base),
                                          .cap = perhaps(capped, "cap"),
                                          .floor = perhaps(floored, "floor"),
                                          .lag = lag,
                                          .first = perhaps(steps, "first rise")}},
                models::StatedAmounts<N>{calc::Series<calc::Yearly<N>>(
                    base + 2, {given.yearly("amount"), given.yearly("other amount")})}};
            const std::vector<calc::Yearly<N>> before(bridge, given.yearly("other amount"));
            const auto path =
                models::held_against(models::renewed<N>({before, rules.at(rule)}, base + 2, last),
                                     models::renewed<N>({.rule = rules.front()}, base + 2, last));
            std::vector<N> numbers;
            append_last_two(numbers, path.amounts);
            append_last_two(numbers, path.difference);
            append(numbers, path.total);
            append(numbers, path.total_difference);
            return numbers;
        });
    }));
}

TEST_CASE("parts of an arrangement, shares of a cost and conversions are traced", "[models][traced][law]") {
    CHECK(rc::check([] {
        require_traced([]<typename N>(const Given<N>& given) {
            const std::vector<models::TermItem<N>> items = {{given.total("amount"), given("share")},
                                                            {given.total("other amount"), N(1)}};
            const calc::ExchangeRate<N> rate{calc::Currency("USD"),     yen.currency, given("rate"),
                                             calc::RateMethod::average, "",           ""};
            const auto average = calc::average(given.total("amount"), 5);
            std::vector<N> numbers = {
                models::host_share<N>({given.total("amount"), given.total("other amount")}),
                models::break_even_rate(average, calc::convert(average, rate))};
            append(numbers, models::going_on(items, 5));
            append(numbers, models::lapsing(items, 5));
            append(numbers, models::residual(given.total("GDP"), {given.total("amount")}));
            return numbers;
        });
    }));
}
