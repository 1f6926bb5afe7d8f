#include "burden/models/ledger.hpp"

#include <rapidcheck.h>

#include "models/economies.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;

// Billions of dollars over 2016 to 2019 (GAO-21-270, 17 March 2021): Japan 12.6 of direct support beside
// obligations of 20.9, Korea 5.8 beside 13.4.

namespace {

const calc::Unit dollars{calc::Currency("USD")};

template <calc::Number N>
models::PresenceCost<N> cost(const N& host, const N& guest) {
    return {calc::Total<N>(host, dollars), calc::Total<N>(guest, dollars)};
}

template <calc::Number N>
calc::Yearly<N> a_year(const N& amount) {
    return calc::Yearly<N>(amount, dollars);
}

std::string percent(const Decimal& share) { return (share * 100).to_text(1); }

int drawn(const char* name) { return *rc::gen::inRange(0, 1'000'000).as(name); }

}  // namespace

TEST_CASE("the host's share of direct costs in Japan and Korea", "[models][ledger][golden]") {
    CHECK(percent(models::host_share(cost(Decimal("12.6"), Decimal("20.9")))) == "37.6");  // 12.6 / 33.5
    CHECK(percent(models::host_share(cost(Decimal("5.8"), Decimal("13.4")))) == "30.2");   // 5.8 / 19.2
}

TEMPLATE_TEST_CASE("cost plus 50 % in Japan", "[models][ledger][golden]", Decimal, double, Exact) {
    using N = TestType;
    const auto plus_half = [](const N& cost_of_four_years) {
        const auto yearly = calc::average(calc::Total<N>(cost_of_four_years, dollars), 4);
        return models::cost_plus(yearly, number<N>("0.5"), a_year<N>(N(0))).in(dollars);
    };

    SECTION("is 7.8 bn a year on what the United States pays") {
        CHECK_THAT(plus_half(number<N>("20.9")), Is<N>("7.8375"));  // 1.5 * 20.9 / 4
    }
    SECTION("is 12.6 bn a year on what both pay") {
        CHECK_THAT(plus_half(number<N>("33.5")), Is<N>("12.5625"));  // 1.5 * (20.9 + 12.6) / 4
    }
    SECTION("is less by what is credited") {
        const auto net =
            models::cost_plus(a_year(number<N>("5.225")), number<N>("0.5"), a_year(number<N>("3.15")));
        CHECK_THAT(net.in(dollars), Is<N>("4.6875"));  // 7.8375 - 12.6 / 4
    }
}

TEST_CASE("costs in two currencies have no share", "[models][ledger]") {
    const models::PresenceCost<Decimal> mixed{calc::Total<Decimal>(1, yen), calc::Total<Decimal>(1, dollars)};
    CHECK_THROWS_AS(models::host_share(mixed), calc::BrokenInvariant);
}

TEST_CASE("a host's share is between nothing and all", "[models][ledger][law]") {
    CHECK(rc::check([] {
        const Exact host(drawn("host"));
        const Exact guest(1 + drawn("guest"));
        const Exact share = models::host_share(cost(host, guest));
        RC_ASSERT((Exact(0) <= share));
        RC_ASSERT((share < Exact(1)));
        RC_ASSERT(models::host_share(cost(guest, Exact(0))) == Exact(1));
        RC_ASSERT(share + models::host_share(cost(guest, host)) == Exact(1));
    }));
}

TEST_CASE("more on the host's side raises its share, more on the guest's lowers it",
          "[models][ledger][law]") {
    CHECK(rc::check([] {
        const Exact host(1 + drawn("host"));
        const Exact guest(1 + drawn("guest"));
        const Exact more(1 + drawn("more"));
        const Exact share = models::host_share(cost(host, guest));
        RC_ASSERT((share < models::host_share(cost<Exact>(host + more, guest))));
        RC_ASSERT((models::host_share(cost<Exact>(host, guest + more)) < share));
    }));
}

TEST_CASE("cost plus nothing, with nothing credited, is the cost", "[models][ledger][law]") {
    CHECK(rc::check([] {
        const auto cost = a_year(Exact(drawn("cost")));
        RC_ASSERT(models::cost_plus(cost, Exact(0), a_year(Exact(0))) == cost);
    }));
}

TEST_CASE("shares and cost plus keep to fractions: Decimal by forty digits, double by twelve",
          "[models][ledger][law]") {
    CHECK(rc::check([] {
        const int host = drawn("host");
        const int guest = 1 + drawn("guest");
        const int margin = *rc::gen::inRange(0, 3000).as("margin, per mille");
        const auto share = [&]<calc::Number N>(const N&) {
            return models::host_share(cost<N>(N(host), N(guest)));
        };
        const auto plus = [&]<calc::Number N>(const N&) {
            return models::cost_plus(a_year<N>(N(guest)), N(N(margin) / N(1000)), a_year<N>(N(0)))
                .in(dollars);
        };
        for (const auto& [decimal, binary, exact] :
             {std::tuple(share(Decimal()), share(0.0), share(Exact()).to_decimal()),
              std::tuple(plus(Decimal()), plus(0.0), plus(Exact()).to_decimal())}) {
            RC_ASSERT(same(decimal, exact));
            RC_ASSERT(same(binary, exact.nearest_double()));
        }
    }));
}
