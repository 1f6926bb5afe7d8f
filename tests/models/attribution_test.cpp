#include "burden/models/attribution.hpp"

#include <rapidcheck.h>

#include <numeric>

#include "models/futures.hpp"
#include "support/generators.hpp"
#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using models::Cells;
using models::CellsByGroup;
using models::Mixtures;

namespace {

using Switched = std::span<const bool>;

/// Spending = share · GDP · deflator, of an old and a new value of each.
template <calc::Number N>
Mixtures<N> three_factors() {
    return models::mixtures_of<N>(3, [](Switched switched) {
        const N share(switched[0] ? 3 : 2);
        const N gdp(switched[1] ? 120 : 100);
        const N deflator = switched[2] ? number<N>("1.5") : N(1);
        return Cells<N>{N(share * gdp * deflator)};
    });
}

/// Results of random mixtures: nothing is known of how they come about.
template <calc::Number N>
Mixtures<N> mixtures_from(const std::vector<int>& drawn, int groups, int cells, const N& divisor) {
    std::size_t next = 0;
    return models::mixtures_of<N>(groups, [&](Switched) {
        Cells<N> result;
        for (int cell = 0; cell < cells; ++cell) {
            result.push_back(N(N(drawn[next++ % drawn.size()]) / divisor));
        }
        return result;
    });
}

struct Drawn {
    int groups, cells;
    std::vector<int> results;
    int divisor;
    std::vector<int> order;
};

Drawn draw(int most_groups = 5) {
    Drawn drawn{*rc::gen::inRange(1, most_groups + 1).as("groups"),
                *rc::gen::inRange(1, 4).as("cells"),
                *rc::gen::container<std::vector<int>>(96, rc::gen::inRange(-1000, 1000)).as("results"),
                *rc::gen::inRange(1, 100).as("divisor"),
                {}};
    drawn.order.resize(static_cast<std::size_t>(drawn.groups));
    std::iota(drawn.order.begin(), drawn.order.end(), 0);
    for (std::size_t last = drawn.order.size(); last > 1; --last) {
        std::swap(drawn.order[last - 1], drawn.order[*rc::gen::inRange<std::size_t>(0, last).as("swap")]);
    }
    return drawn;
}

template <calc::Number N>
Mixtures<N> mixtures_from(const Drawn& drawn) {
    return mixtures_from(drawn.results, drawn.groups, drawn.cells, N(drawn.divisor));
}

template <calc::Number N>
Cells<N> sum(const CellsByGroup<N>& parts, std::size_t cells) {
    Cells<N> result(cells, N(0));
    for (const Cells<N>& part : parts) {
        for (std::size_t cell = 0; cell < cells; ++cell) {
            result[cell] = result[cell] + part[cell];
        }
    }
    return result;
}

}  // namespace

TEMPLATE_TEST_CASE("a difference of 340 between 2 · 100 · 1 and 3 · 120 · 1.5", "[models][attribution]",
                   Decimal, Exact, double) {
    using N = TestType;
    const auto mixtures = three_factors<N>();
    CHECK_THAT(models::whole_difference(mixtures)[0], Is<N>("340"));  // 540 - 200

    SECTION("is split by switching one group after another") {
        const auto parts = models::parts_in_order(mixtures, std::vector{0, 1, 2});
        CHECK_THAT(parts[0][0], Is<N>("100"));  // 3·100·1   - 2·100·1
        CHECK_THAT(parts[1][0], Is<N>("60"));   // 3·120·1   - 3·100·1
        CHECK_THAT(parts[2][0], Is<N>("180"));  // 3·120·1.5 - 3·120·1
    }

    SECTION("is split otherwise in another order, and parts stay with their groups") {
        const auto parts = models::parts_in_order(mixtures, std::vector{2, 1, 0});
        CHECK_THAT(parts[2][0], Is<N>("100"));  // 2·100·1.5 - 2·100·1
        CHECK_THAT(parts[1][0], Is<N>("60"));   // 2·120·1.5 - 2·100·1.5
        CHECK_THAT(parts[0][0], Is<N>("180"));  // 3·120·1.5 - 2·120·1.5
    }

    SECTION("is split by the average of the six orders") {
        const auto parts = models::average_parts(mixtures);
        // share: 2 orders alone 100, after gdp 120, after deflator 150, 2 orders after both 180
        CHECK_THAT(parts[0][0], Is<N>(N(N(2 * 100 + 120 + 150 + 2 * 180) / N(6))));
        // gdp: alone 40, after share 60, after deflator 60, after both 90
        CHECK_THAT(parts[1][0], Is<N>(N(N(2 * 40 + 60 + 60 + 2 * 90) / N(6))));
        // deflator: alone 100, after share 150, after gdp 120, after both 180
        CHECK_THAT(parts[2][0], Is<N>(N(N(2 * 100 + 150 + 120 + 2 * 180) / N(6))));
    }

    SECTION("shows what the groups do only together") {
        const auto alone = models::effects_alone(mixtures);
        CHECK_THAT(alone[0][0], Is<N>("100"));
        CHECK_THAT(alone[1][0], Is<N>("40"));
        CHECK_THAT(alone[2][0], Is<N>("100"));
        CHECK_THAT(models::left_of_whole(mixtures, alone)[0], Is<N>("100"));  // 340 - 240

        const auto together = models::interactions(mixtures);
        REQUIRE(together.size() == 4);
        CHECK(together[0].groups == std::vector{0, 1});
        CHECK_THAT(together[0].effect[0], Is<N>("20"));  // (3-2) · (120-100) · 1
        CHECK(together[1].groups == std::vector{0, 2});
        CHECK_THAT(together[1].effect[0], Is<N>("50"));  // (3-2) · 100 · (1.5-1)
        CHECK(together[2].groups == std::vector{1, 2});
        CHECK_THAT(together[2].effect[0], Is<N>("20"));  // 2 · (120-100) · (1.5-1)
        CHECK(together[3].groups == std::vector{0, 1, 2});
        CHECK_THAT(together[3].effect[0], Is<N>("10"));  // (3-2) · (120-100) · (1.5-1)
    }
}

TEST_CASE("each mixture is evaluated once", "[models][attribution]") {
    std::vector<std::vector<bool>> seen;
    models::mixtures_of<Decimal>(8, [&](Switched switched) {
        seen.emplace_back(switched.begin(), switched.end());
        return Cells<Decimal>{Decimal(0)};
    });
    CHECK(seen.size() == 256);
    std::sort(seen.begin(), seen.end());
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("a difference without groups is nothing", "[models][attribution]") {
    const auto mixtures = models::mixtures_of<Exact>(0, [](Switched) { return Cells<Exact>{Exact(7)}; });
    CHECK(models::whole_difference(mixtures) == Cells<Exact>{Exact(0)});
    CHECK(models::parts_in_order(mixtures, {}).empty());
    CHECK(models::average_parts(mixtures).empty());
    CHECK(models::idle_groups(mixtures).empty());
}

TEST_CASE("an order that leaves a group out, or names one twice, is not taken", "[models][attribution]") {
    const auto mixtures = three_factors<Exact>();
    for (const auto& order :
         std::vector<std::vector<int>>{{0, 1}, {0, 1, 1}, {0, 1, 3}, {0, 1, 2, 2}, {-1, 0, 1}}) {
        CHECK_THROWS_AS(models::parts_in_order(mixtures, order), calc::BrokenInvariant);
    }
    const auto nothing = [](Switched) { return Cells<Exact>(); };
    CHECK_THROWS_AS(models::mixtures_of<Exact>(9, nothing), calc::BrokenInvariant);
    CHECK_THROWS_AS(models::mixtures_of<Exact>(-1, nothing), calc::BrokenInvariant);
}

TEST_CASE("mixtures with other cells than the first are not taken", "[models][attribution]") {
    const auto uneven = [](Switched switched) { return Cells<Exact>(switched[0] ? 2 : 1, Exact(0)); };
    CHECK_THROWS_AS(models::mixtures_of<Exact>(1, uneven), calc::BrokenInvariant);
}

TEST_CASE("a group is without effect when no mixture shows one", "[models][attribution]") {
    // Group 1 counts only where group 0 is switched, group 2 nowhere; group 3 adds what group 4 takes off.
    const auto mixtures = models::mixtures_of<Exact>(5, [](Switched switched) {
        return Cells<Exact>{Exact(switched[0] && switched[1] ? 5 : 0),
                            Exact((switched[3] ? 2 : 0) - (switched[4] ? 2 : 0))};
    });
    CHECK(models::idle_groups(mixtures) == std::vector{2});
    // Alone, and first in an order, group 1 shows nothing; group 0 in an order before it shows nothing
    // either.
    CHECK(models::effects_alone(mixtures)[1] == Cells<Exact>{Exact(0), Exact(0)});
    CHECK(models::parts_in_order(mixtures, std::vector{0, 1, 2, 3, 4})[0][0] == Exact(0));
    CHECK(models::whole_difference(mixtures)[1] == Exact(0));
}

TEST_CASE("parts add to the whole in every order and on average", "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto mixtures = mixtures_from<Exact>(drawn);
        const auto whole = models::whole_difference(mixtures);
        RC_ASSERT(sum(models::parts_in_order(mixtures, drawn.order), whole.size()) == whole);
        RC_ASSERT(sum(models::average_parts(mixtures), whole.size()) == whole);

        auto all = models::effects_alone(mixtures);
        for (const auto& interaction : models::interactions(mixtures)) {
            all.push_back(interaction.effect);
        }
        RC_ASSERT(sum(all, whole.size()) == whole);
    }));
}

TEST_CASE("parts of rounded results leave of the whole less than the fortieth digit",
          "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw(8);
        const auto mixtures = mixtures_from<Decimal>(drawn);
        for (const auto& parts :
             {models::parts_in_order(mixtures, drawn.order), models::average_parts(mixtures)}) {
            for (const Decimal& left : models::left_of_whole(mixtures, parts)) {
                RC_ASSERT((greatest(left, -left) < Decimal("1e-40")));
            }
        }
    }));
}

TEST_CASE("the average over orders is what averaging every order gives", "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw(4);
        const auto mixtures = mixtures_from<Exact>(drawn);
        auto order = drawn.order;
        std::sort(order.begin(), order.end());
        CellsByGroup<Exact> sums(order.size(), Cells<Exact>(mixtures.before().size(), Exact(0)));
        int orders = 0;
        do {
            ++orders;
            const auto parts = models::parts_in_order(mixtures, order);
            for (std::size_t group = 0; group < parts.size(); ++group) {
                sums[group] = sum(CellsByGroup<Exact>{sums[group], parts[group]}, parts[group].size());
            }
        } while (std::next_permutation(order.begin(), order.end()));
        for (auto& cells : sums) {
            for (Exact& cell : cells) {
                cell = cell / Exact(orders);
            }
        }
        RC_ASSERT(models::average_parts(mixtures) == sums);
    }));
}

TEST_CASE("a part is what the group does alone and its place in each interaction",
          "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto mixtures = mixtures_from<Exact>(drawn);
        auto in_order = models::effects_alone(mixtures);
        auto average = in_order;
        const auto place = [&](int group) {
            return std::find(drawn.order.begin(), drawn.order.end(), group) - drawn.order.begin();
        };
        for (const auto& [groups, effect] : models::interactions(mixtures)) {
            const int last = *std::max_element(groups.begin(), groups.end(),
                                               [&](int a, int b) { return place(a) < place(b); });
            for (std::size_t cell = 0; cell < effect.size(); ++cell) {
                auto& whole = in_order[static_cast<std::size_t>(last)][cell];
                whole = whole + effect[cell];
                for (const int group : groups) {
                    auto& shared = average[static_cast<std::size_t>(group)][cell];
                    shared = shared + effect[cell] / Exact(static_cast<int>(groups.size()));
                }
            }
        }
        RC_ASSERT(models::parts_in_order(mixtures, drawn.order) == in_order);
        RC_ASSERT(models::average_parts(mixtures) == average);
    }));
}

TEST_CASE("a result against itself has no parts", "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const Cells<Decimal> same_always(3, Decimal(drawn.results[0]) / Decimal(drawn.divisor));
        const auto mixtures =
            models::mixtures_of<Decimal>(drawn.groups, [&](Switched) { return same_always; });
        const CellsByGroup<Decimal> nothing(static_cast<std::size_t>(drawn.groups),
                                            Cells<Decimal>(3, Decimal(0)));
        RC_ASSERT(models::parts_in_order(mixtures, drawn.order) == nothing);
        RC_ASSERT(models::average_parts(mixtures) == nothing);
        RC_ASSERT(models::effects_alone(mixtures) == nothing);
        RC_ASSERT(models::interactions(mixtures).empty());
        RC_ASSERT(models::idle_groups(mixtures).size() == static_cast<std::size_t>(drawn.groups));
    }));
}

TEST_CASE("groups that do the same get the same on average", "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        // A result that knows only how many groups are switched.
        const auto mixtures = models::mixtures_of<Exact>(drawn.groups, [&](Switched switched) {
            const auto count = static_cast<std::size_t>(std::count(switched.begin(), switched.end(), true));
            return Cells<Exact>{Exact(drawn.results[count]) / Exact(drawn.divisor)};
        });
        const auto parts = models::average_parts(mixtures);
        for (const auto& part : parts) {
            RC_ASSERT(part == parts.front());
        }
    }));
}

TEST_CASE("a group without effect gets nothing and changes nobody's part", "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw(4);
        const auto holds = [&]<calc::Number N>(const Mixtures<N>& mixtures) {
            const auto with_idle = models::mixtures_of<N>(drawn.groups + 1, [&](Switched switched) {
                std::size_t subset = 0;
                for (int group = 0; group < drawn.groups; ++group) {
                    const auto at = static_cast<std::size_t>(group);
                    subset |= switched[at] ? std::size_t{1} << at : 0;
                }
                return mixtures.results[subset];
            });
            const auto idle = models::idle_groups(with_idle);
            RC_ASSERT((std::find(idle.begin(), idle.end(), drawn.groups) != idle.end()));

            auto parts = models::average_parts(with_idle);
            RC_ASSERT(parts.back() == Cells<N>(parts.back().size(), N(0)));
            parts.pop_back();
            const auto alone = models::average_parts(mixtures);
            for (std::size_t group = 0; group < alone.size(); ++group) {
                for (std::size_t cell = 0; cell < alone[group].size(); ++cell) {
                    RC_ASSERT(same(parts[group][cell], alone[group][cell]));
                }
            }
            RC_ASSERT(models::interactions(with_idle).size() == models::interactions(mixtures).size());
        };
        holds(mixtures_from<Exact>(drawn));
        holds(mixtures_from<Decimal>(drawn));
    }));
}

TEST_CASE("the parts of a sum of cells are the sums of their parts", "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        auto mixtures = mixtures_from<Exact>(drawn);
        for (auto& cells : mixtures.results) {
            cells.push_back(std::accumulate(cells.begin(), cells.end(), Exact(0)));
        }
        for (const auto& parts :
             {models::parts_in_order(mixtures, drawn.order), models::average_parts(mixtures)}) {
            for (const auto& part : parts) {
                RC_ASSERT(part.back() == std::accumulate(part.begin(), part.end() - 1, Exact(0)));
            }
        }
    }));
}

TEST_CASE("an exchange of the two sides turns every average part round", "[models][attribution][law]") {
    CHECK(rc::check([] {
        const auto there = mixtures_from<Exact>(draw());
        auto back = there;
        std::reverse(back.results.begin(), back.results.end());
        const auto parts = models::average_parts(there);
        const auto turned = models::average_parts(back);
        for (std::size_t group = 0; group < parts.size(); ++group) {
            RC_ASSERT(sum(CellsByGroup<Exact>{parts[group], turned[group]}, parts[group].size()) ==
                      Cells<Exact>(parts[group].size(), Exact(0)));
        }
    }));
}

TEST_CASE("two futures are split side by side as each is alone", "[models][attribution][law]") {
    CHECK(rc::check([] {
        const Drawn drawn = draw();
        const auto one = mixtures_from<Exact>(drawn);
        auto other = one;
        std::reverse(other.results.begin(), other.results.end());
        std::size_t next = 0;
        const auto both = models::mixtures_of<Futures>(drawn.groups, [&](Switched) {
            Cells<Futures> cells;
            for (std::size_t cell = 0; cell < one.before().size(); ++cell) {
                cells.emplace_back(one.results[next][cell], other.results[next][cell]);
            }
            ++next;
            return cells;
        });
        const auto parts = models::average_parts(both);
        for (std::size_t group = 0; group < parts.size(); ++group) {
            for (std::size_t cell = 0; cell < parts[group].size(); ++cell) {
                RC_ASSERT(parts[group][cell].one() == models::average_parts(one)[group][cell]);
                RC_ASSERT(parts[group][cell].other() == models::average_parts(other)[group][cell]);
            }
        }
    }));
}
