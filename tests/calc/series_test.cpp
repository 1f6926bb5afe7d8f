#include "burden/calc/series.hpp"

#include <string>

#include "support/catch.hpp"

using burden::calc::BrokenInvariant;
using burden::calc::part;
using burden::calc::Series;
using burden::calc::series_of;
using burden::calc::Year;

TEST_CASE("a series holds one value for each year", "[calc][series]") {
    const Series<int> series({2025}, {10, 20, 30});
    CHECK(series.first() == Year{2025});
    CHECK(series.last() == Year{2027});
    CHECK(series.size() == 3);
    CHECK(series[{2026}] == 20);
    CHECK(series.front() == 10);
    CHECK(series.back() == 30);
    CHECK(series.find({2027}) == 30);
}

TEST_CASE("a year outside a series is refused with the range", "[calc][series]") {
    const Series<int> series({2025}, {10, 20, 30});
    CHECK_FALSE(series.covers({2024}));
    CHECK_FALSE(series.find({2028}));
    CHECK_THROWS_AS(series[{2028}], BrokenInvariant);
    CHECK_THROWS_WITH(series[{2028}], "year 2028 is outside 2025 to 2027");
    CHECK_THROWS_WITH(series[{2024}], "year 2024 is outside 2025 to 2027");
}

TEST_CASE("an empty series covers no year", "[calc][series]") {
    const Series<int> empty(Year{2025});
    CHECK(empty.size() == 0);
    CHECK(empty.last() == Year{2024});
    CHECK_FALSE(empty.covers({2025}));
    CHECK_THROWS_WITH(empty[{2025}], "year 2025 was asked of an empty series");
    CHECK_THROWS_AS(empty.front(), BrokenInvariant);
    CHECK_THROWS_AS(empty.back(), BrokenInvariant);
}

TEST_CASE("a part of a series keeps its years", "[calc][series]") {
    const Series<int> series({2025}, {10, 20, 30});
    CHECK(part(series, {2026}, {2027}) == Series<int>({2026}, {20, 30}));
    CHECK(part(series, {2025}, {2027}) == series);
    CHECK_THROWS_AS(part(series, {2024}, {2026}), BrokenInvariant);
}

TEST_CASE("a series is made by a rule over its years", "[calc][series]") {
    const auto squares = series_of({2}, {4}, [](Year year) { return year.number * year.number; });
    CHECK(squares == Series<int>({2}, {4, 9, 16}));
    CHECK(series_of({2}, {1}, [](Year year) { return year.number; }).size() == 0);
}
