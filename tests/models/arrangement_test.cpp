#include "burden/models/arrangement.hpp"

#include "models/economies.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;

// Japan's agreement of 2022, in billions: 1,055.1 over FY2022 to FY2026 (Jiji Press, 25 March 2022);
// utilities and training equipment (Ministry of Foreign Affairs, 1 April 2022); training relocation and
// facilities improvement (Sankei Shimbun, 21 December 2021). Labour is what they leave.

namespace {

const calc::Unit won{calc::Currency("KRW")};
const calc::Unit dollars{calc::Currency("USD")};

template <calc::Number N>
calc::Total<N> total(std::string_view amount) {
    return calc::Total<N>(number<N>(amount), yen);
}

template <calc::Number N>
calc::Series<N> every_year(Year first, Year last, std::string_view rise) {
    return calc::series_of(first, last, [&](Year) { return number<N>(rise); });
}

/// FY2027 to FY2031 of what follows.
template <calc::Number N>
calc::Series<calc::Yearly<N>> five_years(const models::RenewalRule<N>& rule) {
    return models::renewed<N>({.rule = rule}, {2027}, {2031});
}

/// The items of Japan's agreement; `mixed` is the part of labour that goes on.
template <calc::Number N>
std::vector<models::TermItem<N>> items_of_japan(const N& mixed) {
    return {{total<N>("88.5"), N(0)},     // utilities: 23.4 + 23.4 + 15.1 + 13.3 + 13.3
            {total<N>("20.0"), N(0)},     // training equipment
            {total<N>("57.0"), N(0)},     // training relocation: 5 * 11.4
            {total<N>("164.1"), N(1)},    // facilities improvement, by the status-of-forces agreement
            {total<N>("725.5"), mixed}};  // labour, on both
}

}  // namespace

TEMPLATE_TEST_CASE("Japan's agreement of 2022", "[models][arrangement][golden]", Decimal, double, Exact) {
    using N = TestType;
    const auto term = total<N>("1055.1");
    const auto average = calc::average(term, 5);

    SECTION("is 211.02 bn a year on average") { CHECK_THAT(average.in(yen), Is<N>("211.02")); }
    SECTION("leaves labour what the other items do not take") {
        const auto labour =
            models::residual(term, {total<N>("88.5"), total<N>("20.0"), total<N>("57.0"), total<N>("164.1")});
        CHECK_THAT(labour.in(yen), Is<N>("725.5"));
    }
    SECTION("costs the same again when it goes on flat") {
        const auto flat = five_years<N>(models::HeldAmount<N>{average});
        CHECK_THAT(models::sum(flat).in(yen), Is<N>("1055.1"));
    }
    SECTION("costs 844.08 bn a year when it is quadrupled") {
        const auto quadrupled = five_years<N>(models::HeldAmount<N>{average * N(4)});
        const auto path = models::held_against<N>(quadrupled, five_years<N>(models::HeldAmount<N>{average}));
        CHECK_THAT(path.amounts[{2029}].in(yen), Is<N>("844.08"));
        CHECK_THAT(path.total.in(yen), Is<N>("4220.4"));
        CHECK_THAT(path.difference[{2029}].in(yen), Is<N>("633.06"));  // 844.08 - 211.02
        CHECK_THAT(path.total_difference.in(yen), Is<N>("3165.3"));    // 4220.4 - 1055.1
    }
    SECTION("goes on with the facilities alone when it lapses") {
        const auto items = items_of_japan<N>(N(0));
        CHECK_THAT(models::going_on(items, 5).in(yen), Is<N>("32.82"));  // 164.1 / 5
        CHECK_THAT(models::lapsing(items, 5).in(yen), Is<N>("178.2"));   // 211.02 - 32.82
    }
    SECTION("goes on with a part of an item that rests on both agreements, where one is stated") {
        const auto items = items_of_japan<N>(number<N>("0.18"));
        CHECK_THAT(models::going_on(items, 5).in(yen), Is<N>("58.938"));  // (164.1 + 0.18 * 725.5) / 5
        CHECK_THAT(models::lapsing(items, 5).in(yen), Is<N>("152.082"));
    }
    SECTION("rises by a step, then by an index") {
        const auto stepped =
            five_years<N>(models::IndexedAmount<N>{average,
                                                   {.rises = every_year<N>({2027}, {2031}, "0.02"),
                                                    .cap = number<N>("0.05"),
                                                    .first = number<N>("0.083")}});
        CHECK_THAT(stepped[{2027}].in(yen), Is<N>("228.53466"));    // 211.02 * 1.083, above the cap
        CHECK_THAT(stepped[{2028}].in(yen), Is<N>("233.1053532"));  // 228.53466 * 1.02
    }
}

TEST_CASE("Japan's agreement of 2022 is 8.6 bn dollars at 122.69 yen for one",
          "[models][arrangement][golden]") {
    const auto rate_of = []<calc::Number N>(const N&) {
        return models::break_even_rate(total<N>("1055.1"), calc::Total<N>(number<N>("8.6"), dollars));
    };
    CHECK(rate_of(Decimal()).to_significant(15) == "122.686046511628");  // 1055.1 / 8.6
    CHECK(rate_of(Exact()) * number<Exact>("8.6") == number<Exact>("1055.1"));
    CHECK(rate_of(0.0) == Approx(122.686046511628).epsilon(1e-12));
}

// Korea's 12th agreement: 1,519.2 bn won in 2026, then with consumer prices, at most 5 % a year (Korean
// foreign ministry in The Korea Times, 4 October 2024).
TEMPLATE_TEST_CASE("Korea's agreement of 2026", "[models][arrangement][golden]", Decimal, double, Exact) {
    using N = TestType;
    const auto followed = [](std::string_view rise) {
        return models::indexed<N>(
            {.base = calc::Yearly<N>(number<N>("1519.2"), won),
             .index = {.rises = every_year<N>({2027}, {2030}, rise), .cap = number<N>("0.05")}},
            {2027}, {2030});
    };

    SECTION("follows prices that rise by 2 %") {
        const auto amounts = followed("0.02");
        CHECK_THAT(amounts[{2027}].in(won), Is<N>("1549.584"));        // 1519.2 * 1.02
        CHECK_THAT(amounts[{2028}].in(won), Is<N>("1580.57568"));      // * 1.02
        CHECK_THAT(amounts[{2029}].in(won), Is<N>("1612.1871936"));    // * 1.02
        CHECK_THAT(amounts[{2030}].in(won), Is<N>("1644.430937472"));  // * 1.02
    }
    SECTION("is held to 5 % where they rise by 7 %") {
        const auto amounts = followed("0.07");
        CHECK_THAT(amounts[{2027}].in(won), Is<N>("1595.16"));      // 1519.2 * 1.05
        CHECK_THAT(amounts[{2030}].in(won), Is<N>("1846.597095"));  // 1519.2 * 1.05^4
    }
    SECTION("falls with prices, for it has no floor") {
        CHECK_THAT(followed("-0.01")[{2027}].in(won), Is<N>("1504.008"));  // 1519.2 * 0.99
    }
}

TEST_CASE("a cap below the floor has the last word", "[models][arrangement]") {
    const models::IndexRule<Decimal> index{.rises = every_year<Decimal>({2027}, {2027}, "0.04"),
                                           .cap = Decimal("0.01"),
                                           .floor = Decimal("0.03")};
    CHECK(models::counted_rise(index, {2027}) == Decimal("0.01"));
}

TEST_CASE("stated amounts are those of their years, then the last", "[models][arrangement]") {
    const auto amounts = five_years<Decimal>(models::StatedAmounts<Decimal>{
        calc::Series<calc::Yearly<Decimal>>({2027}, {in_yen<Decimal>(220), in_yen<Decimal>(230)})});
    CHECK(amounts[{2027}] == in_yen<Decimal>(220));
    CHECK(amounts[{2028}] == in_yen<Decimal>(230));
    CHECK(amounts[{2031}] == in_yen<Decimal>(230));
}

TEST_CASE("a bridge longer than the table is all of it", "[models][arrangement]") {
    const models::Renewal<Decimal> renewal{.bridge = std::vector(3, in_yen<Decimal>(200)),
                                           .rule = models::HeldAmount<Decimal>{in_yen<Decimal>(300)}};
    const auto amounts = models::renewed(renewal, {2027}, {2028});
    CHECK(amounts.size() == 2);
    CHECK(models::sum(amounts) == calc::Total<Decimal>(400, yen));
}

TEST_CASE("what an arrangement is asked must be there", "[models][arrangement]") {
    const auto base = in_yen<Decimal>(200);
    SECTION("at least one item") { CHECK_THROWS_AS(models::going_on<Decimal>({}, 5), calc::BrokenInvariant); }
    SECTION("a term of at least one year") {
        CHECK_THROWS_AS(models::going_on(items_of_japan<Decimal>(0), 0), calc::BrokenInvariant);
    }
    SECTION("parts in the total's currency") {
        CHECK_THROWS_AS(
            models::residual(total<Decimal>("1055.1"), {calc::Total<Decimal>(Decimal("8.6"), dollars)}),
            calc::BrokenInvariant);
    }
    SECTION("rises that reach back as far as the lag") {
        const models::IndexRule<Decimal> index{.rises = every_year<Decimal>({2027}, {2031}, "0.02"),
                                               .lag = 1};
        CHECK_THROWS_AS(models::indexed<Decimal>({base, index}, {2027}, {2031}), calc::BrokenInvariant);
    }
    SECTION("stated amounts from the first year on") {
        CHECK_THROWS_AS(five_years<Decimal>(models::StatedAmounts<Decimal>{
                            calc::Series<calc::Yearly<Decimal>>({2028}, {base})}),
                        calc::BrokenInvariant);
    }
    SECTION("years to add up") {
        CHECK_THROWS_AS(models::sum(calc::Series<calc::Yearly<Decimal>>({2027})), calc::BrokenInvariant);
    }
}
