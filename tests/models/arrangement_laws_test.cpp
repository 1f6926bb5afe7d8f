/// What holds for every arrangement, tested with fractions that never round; Decimal is held to forty digits,
/// double to twelve. Two futures side by side show that no formula branches on a value.
#include <rapidcheck.h>

#include "burden/calc/exchange.hpp"
#include "burden/models/arrangement.hpp"
#include "models/economies.hpp"
#include "models/futures.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;

namespace {

constexpr Year first{2027};

enum class Rule { held, indexed, stated };

/// What decides a random renewal. Shares are in thousandths.
struct Drawn {
    Rule rule = Rule::held;
    int base = 0;
    std::vector<int> rises;  ///< from ten years before the first on
    std::optional<int> cap;
    std::optional<int> floor;
    std::optional<int> step;
    int lag = 0;
    int bridge = 0;
    std::vector<int> stated;
    int years = 0;
};

template <typename T>
std::optional<T> perhaps(const rc::Gen<T>& gen, const char* name) {
    return *rc::gen::arbitrary<bool>() ? std::optional<T>(*rc::Gen<T>(gen).as(name)) : std::nullopt;
}

Drawn draw(Rule rule) {
    Drawn drawn;
    drawn.rule = rule;
    drawn.base = *rc::gen::inRange(1, 1'000'000).as("base");
    drawn.rises = *rc::gen::container<std::vector<int>>(30, rc::gen::inRange(-200, 300)).as("rises");
    drawn.cap = perhaps(rc::gen::inRange(-50, 200), "cap");
    drawn.floor = perhaps(rc::gen::inRange(-100, 150), "floor");
    drawn.step = perhaps(rc::gen::inRange(-100, 300), "step");
    drawn.lag = *rc::gen::inRange(0, 4).as("lag");
    drawn.bridge = *rc::gen::inRange(0, 8).as("bridge, years");
    drawn.stated = *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(0, 1'000'000)).as("stated");
    drawn.years = *rc::gen::inRange(1, 16).as("years");
    return drawn;
}

Drawn draw() { return draw(*rc::gen::element(Rule::held, Rule::indexed, Rule::stated).as("rule")); }

Year last_of(const Drawn& drawn) { return first + (drawn.years - 1); }

template <calc::Number N>
N thousandths(int drawn) {
    return N(N(drawn) / N(1000));
}

template <calc::Number N>
std::optional<N> thousandths(const std::optional<int>& drawn) {
    return drawn ? std::optional<N>(thousandths<N>(*drawn)) : std::nullopt;
}

template <calc::Number N>
models::IndexedAmount<N> indexed_of(const Drawn& drawn) {
    calc::Series<N> rises(first - 10);
    for (const int rise : drawn.rises) {
        rises.push_back(thousandths<N>(rise));
    }
    return {in_yen<N>(N(drawn.base)),
            {.rises = rises,
             .cap = thousandths<N>(drawn.cap),
             .floor = thousandths<N>(drawn.floor),
             .lag = drawn.lag,
             .first = thousandths<N>(drawn.step)}};
}

template <calc::Number N>
models::HeldAmount<N> flat_of(const Drawn& drawn) {
    return {in_yen<N>(N(drawn.base))};
}

template <calc::Number N>
models::Renewal<N> renewal_of(const Drawn& drawn) {
    std::vector<calc::Yearly<N>> bridge(static_cast<std::size_t>(drawn.bridge), in_yen<N>(N(drawn.base)));
    if (drawn.rule == Rule::held) {
        return {std::move(bridge), flat_of<N>(drawn)};
    }
    if (drawn.rule == Rule::indexed) {
        return {std::move(bridge), indexed_of<N>(drawn)};
    }
    calc::Series<calc::Yearly<N>> stated(first);
    for (const int amount : drawn.stated) {
        stated.push_back(in_yen<N>(N(amount)));
    }
    return {std::move(bridge), models::StatedAmounts<N>{stated}};
}

template <calc::Number N>
calc::Series<calc::Yearly<N>> amounts_of(const Drawn& drawn) {
    return models::renewed(renewal_of<N>(drawn), first, last_of(drawn));
}

template <calc::Number N>
calc::Series<calc::Yearly<N>> amounts_of(const models::RenewalRule<N>& rule, const Drawn& drawn) {
    return models::renewed<N>({.rule = rule}, first, last_of(drawn));
}

template <calc::Number N>
models::RenewalPath<N> path_of(const Drawn& drawn) {
    return models::held_against<N>(amounts_of<N>(drawn), amounts_of<N>(flat_of<N>(drawn), drawn));
}

/// Items with what of them goes on, in thousandths.
struct DrawnItems {
    std::vector<std::pair<int, int>> items;
    int years = 0;
};

DrawnItems draw_items() {
    const auto item = rc::gen::pair(rc::gen::inRange(0, 1'000'000), rc::gen::inRange(0, 1001));
    return {*rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(item)).as("items"),
            *rc::gen::inRange(1, 12).as("years")};
}

template <calc::Number N>
std::vector<models::TermItem<N>> items_of(const DrawnItems& drawn) {
    std::vector<models::TermItem<N>> items;
    for (const auto& [total, goes_on] : drawn.items) {
        items.push_back({calc::Total<N>(N(total), yen), thousandths<N>(goes_on)});
    }
    return items;
}

calc::Total<Exact> sum_of(const std::vector<models::TermItem<Exact>>& items) {
    calc::Total<Exact> sum(Exact(0), yen);
    for (const auto& item : items) {
        sum = sum + item.total;
    }
    return sum;
}

}  // namespace

TEST_CASE("parts and what they leave add to the total", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const calc::Total<Exact> total(Exact(*rc::gen::inRange(0, 1'000'000).as("total")), yen);
        std::vector<calc::Total<Exact>> parts;
        auto sum = calc::Total<Exact>(Exact(0), yen);
        for (const int part : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1'000'000))) {
            parts.push_back(calc::Total<Exact>(Exact(part), yen));
            sum = sum + parts.back();
        }
        RC_ASSERT(sum + models::residual(total, parts) == total);
    }));
}

TEST_CASE("what stops and what goes on are the average of the items", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const DrawnItems drawn = draw_items();
        const auto items = items_of<Exact>(drawn);
        RC_ASSERT(models::lapsing(items, drawn.years) + models::going_on(items, drawn.years) ==
                  calc::average(sum_of(items), drawn.years));
    }));
}

TEST_CASE("a flat renewal changes nothing", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const int years = *rc::gen::inRange(1, 16).as("years");
        const calc::Total<Exact> term(Exact(*rc::gen::inRange(0, 1'000'000).as("total")), yen);
        const auto average = calc::average(term, years);
        const auto flat =
            models::renewed<Exact>({.rule = models::HeldAmount<Exact>{average}}, first, first + (years - 1));
        const auto path = models::held_against(flat, flat);
        for (Year year = first; year <= flat.last(); ++year) {
            RC_ASSERT(path.difference[year].in(yen) == Exact(0));
        }
        RC_ASSERT(path.total_difference.in(yen) == Exact(0));
        RC_ASSERT(path.total == term);
    }));
}

TEST_CASE("an index that does not rise is flat", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        Drawn drawn = draw(Rule::indexed);
        std::fill(drawn.rises.begin(), drawn.rises.end(), 0);
        drawn.cap = drawn.floor = drawn.step = std::nullopt;
        RC_ASSERT(amounts_of<Exact>(indexed_of<Exact>(drawn), drawn) ==
                  amounts_of<Exact>(flat_of<Exact>(drawn), drawn));
    }));
}

TEST_CASE("once the amount is flat", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw(Rule::held);
        const models::HeldAmount<Exact> once{in_yen(Exact(drawn.base)) * Exact(1)};
        RC_ASSERT(amounts_of<Exact>(once, drawn) == amounts_of<Exact>(flat_of<Exact>(drawn), drawn));
    }));
}

TEST_CASE("a cap never raises an amount", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw(Rule::indexed);
        auto rule = indexed_of<Exact>(drawn);
        rule.index.cap = std::nullopt;
        const auto free = amounts_of<Exact>(rule, drawn);
        rule.index.cap = thousandths<Exact>(*rc::gen::inRange(-200, 300).as("new cap"));
        const auto capped = amounts_of<Exact>(rule, drawn);
        for (Year year = first; year <= free.last(); ++year) {
            RC_ASSERT((capped[year].in(yen) <= free[year].in(yen)));
        }
    }));
}

TEST_CASE("a floor never lowers an amount", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw(Rule::indexed);
        auto rule = indexed_of<Exact>(drawn);
        rule.index.floor = std::nullopt;
        const auto free = amounts_of<Exact>(rule, drawn);
        rule.index.floor = thousandths<Exact>(*rc::gen::inRange(-200, 300).as("new floor"));
        const auto held = amounts_of<Exact>(rule, drawn);
        for (Year year = first; year <= free.last(); ++year) {
            RC_ASSERT((free[year].in(yen) <= held[year].in(yen)));
        }
    }));
}

TEST_CASE("a cap and a floor at one rise leave no other", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        Drawn drawn = draw(Rule::indexed);
        const int rise = *rc::gen::inRange(-100, 200).as("rise");
        drawn.step = std::nullopt;
        drawn.cap = drawn.floor = rise;
        Exact amount(drawn.base);
        for (const auto& one : amounts_of<Exact>(indexed_of<Exact>(drawn), drawn)) {
            amount = amount * (Exact(1) + thousandths<Exact>(rise));
            RC_ASSERT(one.in(yen) == amount);
        }
    }));
}

TEST_CASE("a lag counts the rise of so many years before", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw(Rule::indexed);
        auto rule = indexed_of<Exact>(drawn);
        const auto lagged = amounts_of<Exact>(rule, drawn);
        const auto rises = rule.index.rises;
        rule.index.lag = 0;
        rule.index.rises = calc::series_of(rises.first() + drawn.lag, rises.last() + drawn.lag,
                                           [&](Year year) { return rises[year - drawn.lag]; });
        RC_ASSERT(lagged == amounts_of<Exact>(rule, drawn));
    }));
}

TEST_CASE("a bridge is the years before a rule that begins later", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto renewal = renewal_of<Exact>(drawn);
        const auto bridged = amounts_of<Exact>(drawn);
        const Year begins = first + drawn.bridge;
        const auto later = models::renewed<Exact>({.rule = renewal.rule}, begins, last_of(drawn));
        RC_ASSERT(bridged.last() == last_of(drawn));
        for (Year year = first; year <= bridged.last(); ++year) {
            RC_ASSERT(bridged[year] == (year < begins ? in_yen(Exact(drawn.base)) : later[year]));
        }
    }));
}

TEST_CASE("stated amounts hold the last", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        Drawn drawn = draw(Rule::stated);
        drawn.bridge = 0;
        const auto amounts = amounts_of<Exact>(drawn);
        for (int at = 0; at < drawn.years; ++at) {
            const auto stated = std::min(static_cast<std::size_t>(at), drawn.stated.size() - 1);
            RC_ASSERT(amounts[first + at].in(yen) == Exact(drawn.stated[stated]));
        }
    }));
}

TEST_CASE("the difference of the totals is the total of the differences", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto path = path_of<Exact>(drawn);
        const auto flat = amounts_of<Exact>(flat_of<Exact>(drawn), drawn);
        RC_ASSERT(path.total_difference == path.total - models::sum(flat));
        for (Year year = first; year <= flat.last(); ++year) {
            RC_ASSERT(path.difference[year] == path.amounts[year] - flat[year]);
        }
    }));
}

TEST_CASE("the rate at which two amounts break even turns one into the other", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const calc::Currency home("JPY");
        const calc::Currency guest("USD");
        const auto at_home = in_yen(Exact(*rc::gen::inRange(1, 1'000'000).as("at home")));
        const calc::Yearly<Exact> abroad(Exact(*rc::gen::inRange(1, 1'000'000).as("abroad")), {guest});
        calc::ExchangeRate<Exact> rate{
            guest, home, models::break_even_rate(at_home, abroad), calc::RateMethod::fixed, "", ""};
        RC_ASSERT(calc::convert(abroad, rate) == at_home);
        RC_ASSERT(calc::convert(at_home, rate) == abroad);

        rate.value = thousandths<Exact>(*rc::gen::inRange(1, 1'000'000).as("rate"));
        RC_ASSERT(models::break_even_rate(at_home, calc::convert(at_home, rate)) == rate.value);
    }));
}

TEST_CASE("arrangements in Decimal keep to fractions by forty digits, in double by twelve",
          "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto exact = path_of<Exact>(drawn);
        const auto decimal = path_of<Decimal>(drawn);
        const auto binary = path_of<double>(drawn);
        for (Year year = first; year <= exact.amounts.last(); ++year) {
            const Decimal amount = exact.amounts[year].in(yen).to_decimal();
            RC_ASSERT(same(decimal.amounts[year].in(yen), amount));
            RC_ASSERT(same(binary.amounts[year].in(yen), amount.nearest_double()));
        }
        const Decimal total = exact.total.in(yen).to_decimal();
        RC_ASSERT(same(decimal.total.in(yen), total));
        RC_ASSERT(same(binary.total.in(yen), total.nearest_double()));
    }));
}

TEST_CASE("what goes on keeps to fractions too", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const DrawnItems drawn = draw_items();
        const auto going_on = [&]<calc::Number N>(const N&) {
            return models::going_on(items_of<N>(drawn), drawn.years).in(yen);
        };
        const Decimal exact = going_on(Exact()).to_decimal();
        RC_ASSERT(same(going_on(Decimal()), exact));
        RC_ASSERT(same(going_on(0.0), exact.nearest_double()));
    }));
}

TEST_CASE("two futures run side by side come out as each does alone", "[models][arrangement][law]") {
    CHECK(rc::check([] {
        const Drawn one = draw(Rule::indexed);
        Drawn other = one;
        other.base = *rc::gen::inRange(1, 1'000'000).as("other base");
        other.rises =
            *rc::gen::container<std::vector<int>>(30, rc::gen::inRange(-200, 300)).as("other rises");

        const auto rule_of_one = indexed_of<Exact>(one);
        const auto rule_of_other = indexed_of<Exact>(other);
        const auto both = [](const std::optional<Exact>& share) {
            return share ? std::optional<Futures>(Futures(*share, *share)) : std::nullopt;
        };
        const auto& rises = rule_of_one.index.rises;
        const models::IndexedAmount<Futures> rule{
            in_yen(Futures(Exact(one.base), Exact(other.base))),
            {.rises = calc::series_of(
                 rises.first(), rises.last(),
                 [&](Year year) { return Futures(rises[year], rule_of_other.index.rises[year]); }),
             .cap = both(rule_of_one.index.cap),
             .floor = both(rule_of_one.index.floor),
             .lag = one.lag,
             .first = both(rule_of_one.index.first)}};
        const auto flat = amounts_of<Futures>(models::HeldAmount<Futures>{rule.base}, one);
        const auto path = models::held_against(amounts_of<Futures>(rule, one), flat);

        Drawn unbridged = one;
        unbridged.bridge = other.bridge = 0;
        const auto path_of_one = path_of<Exact>(unbridged);
        const auto path_of_other = path_of<Exact>(other);
        for (Year year = first; year <= flat.last(); ++year) {
            RC_ASSERT(path.amounts[year].in(yen).one() == path_of_one.amounts[year].in(yen));
            RC_ASSERT(path.amounts[year].in(yen).other() == path_of_other.amounts[year].in(yen));
        }
        const auto a_year = calc::average(path.total_difference, one.years).in(yen);
        RC_ASSERT(a_year.one() == calc::average(path_of_one.total_difference, one.years).in(yen));
        RC_ASSERT(a_year.other() == calc::average(path_of_other.total_difference, one.years).in(yen));
    }));
}
