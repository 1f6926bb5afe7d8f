/// Charts as data.
#include <rapidcheck.h>

#include "burden/brief/chart.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::brief;
using calc::Decimal;

namespace {

Chart path() {
    Chart chart{.kind = ChartKind::path,
                .id = "path",
                .title = "A path",
                .caption = "JPY tn, current prices",
                .place_label = "Year",
                .places = {"2025", "2026", "2027"},
                .value_label = "Spending",
                .unit = "JPY tn",
                .digits = 1,
                .series = {}};
    chart.series.push_back({.key = "a",
                            .label = "5 %",
                            .points = {{.place = 0, .value = Decimal(11)},
                                       {.place = 1, .value = Decimal("14.25"), .mark = "p"},
                                       {.place = 2, .value = Decimal(13), .mark = "x"}}});
    chart.marks = {{"p", "projection"}, {"x", "past the last published year"}};
    chart.events = {{.at = 1.5, .label = "arrangement expires 31 Mar 2027"}};
    chart.lines = {{Decimal(12), "as promised"}};
    return chart;
}

}  // namespace

TEST_CASE("round values of an axis hold what is drawn, evenly and few", "[brief][chart]") {
    CHECK(rc::check("whatever the reach", [] {
        const auto scale = *rc::gen::inRange(-6, 7);
        const Decimal unit("1e" + std::to_string(scale));
        Decimal low = Decimal(*rc::gen::inRange(-1'000'000, 1'000'000)) * unit;
        Decimal high = Decimal(*rc::gen::inRange(-1'000'000, 1'000'000)) * unit;
        if (high < low) {
            std::swap(low, high);
        }
        const auto most = *rc::gen::inRange<std::size_t>(3, 12);
        const auto values = ticks(low, high, most);
        RC_ASSERT(values.size() >= 2U);
        RC_ASSERT(values.size() <= most);
        RC_ASSERT(values.front() <= low);
        RC_ASSERT(high <= values.back());
        const Decimal step = values[1] - values[0];
        for (std::size_t at = 1; at < values.size(); ++at) {
            RC_ASSERT(values[at] - values[at - 1] == step);
        }
        std::string digits = step.to_significant(3);
        std::erase_if(digits, [](char c) { return c == '0' || c == '.'; });
        RC_ASSERT((digits == "1" || digits == "2" || digits == "5"));
    }));
}

TEST_CASE("columns reach as far as they stand on one another", "[brief][chart]") {
    Chart chart{.kind = ChartKind::stack,
                .id = "s",
                .title = "",
                .place_label = "",
                .places = {"a"},
                .value_label = "",
                .series = {}};
    for (const int value : {3, 4, -2}) {
        chart.series.push_back({.key = std::to_string(value),
                                .label = "",
                                .mark = ChartMark::column,
                                .points = {{.place = 0, .value = Decimal(value)}}});
    }
    CHECK(reach_of(chart) == std::pair(Decimal(-2), Decimal(7)));
}

TEST_CASE("an axis that begins at zero has zero in its reach, and another has not", "[brief][chart]") {
    Chart chart = path();
    CHECK(reach_of(chart) == std::pair(Decimal(0), Decimal("14.25")));
    chart.from_zero = false;
    CHECK(reach_of(chart) == std::pair(Decimal(11), Decimal("14.25")));
    chart.series.clear();
    chart.lines.clear();
    CHECK(reach_of(chart) == std::pair(Decimal(0), Decimal(1)));
}

TEST_CASE("a chart's table has every value, mark and blank", "[brief][chart]") {
    Chart chart = path();
    chart.series.push_back({.key = "b",
                            .label = "range",
                            .mark = ChartMark::band,
                            .points = {{.place = 2, .value = Decimal(9), .from = Decimal(7)}}});
    const Table table = chart_table(chart);
    REQUIRE(table.columns.size() == 4);
    CHECK(table.columns[2].group == "range");
    CHECK(table.columns[2].label == "from");
    CHECK(table.columns[3].label == "to");
    REQUIRE(table.rows.size() == 3);
    CHECK(std::get<Figure>(table.rows[1].cells[1].content).value == Decimal("14.25"));
    CHECK(table.rows[1].mark == "p");
    CHECK(std::holds_alternative<std::monostate>(table.rows[1].cells[2].content));
    CHECK(std::get<Figure>(table.rows[2].cells[2].content).value == Decimal(7));
    CHECK(table.marks == chart.marks);
}

TEST_CASE("a chart is told in words to those who do not see it", "[brief][chart]") {
    CHECK(alt_text(path()) ==
          "Line chart: A path. Spending in JPY tn, current prices, 2025 to 2027. 5 %: 11.0 tn JPY in 2025, "
          "13.0 tn JPY in "
          "2027, highest 14.3 tn JPY in 2026. Line at 12.0 tn JPY: as promised. Marked: arrangement expires "
          "31 Mar 2027.");
}

TEST_CASE("a waterfall is told by its parts", "[brief][chart]") {
    Chart chart{.kind = ChartKind::waterfall,
                .id = "w",
                .title = "Why",
                .caption = "JPY tn",
                .place_label = "",
                .places = {"policy", "growth", "together"},
                .value_label = "Difference",
                .unit = "JPY tn",
                .series = {}};
    chart.series.push_back(
        {.key = "d",
         .label = "d",
         .mark = ChartMark::bar,
         .points = {{.place = 0, .value = Decimal(5), .from = Decimal(0)},
                    {.place = 1, .value = Decimal(4), .from = Decimal(5)},
                    {.place = 2, .value = Decimal(4), .from = Decimal(0), .total = true}}});
    CHECK(lies(chart));
    CHECK(alt_text(chart) ==
          "Waterfall chart: Why. Difference in JPY tn. policy: +5.0; growth: −1.0; together: 0.0 to 4.0.");
}
