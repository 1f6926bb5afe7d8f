/// Charts made ready for drawing.
#include "burden/gui/view/plot.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "burden/brief/chart_json.hpp"
#include "burden/brief/set_apart.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::gui;
using brief::Chart;
using brief::ChartKind;
using brief::ChartMark;
using calc::Decimal;

namespace {

brief::ChartSeries series(const std::string& key, ChartMark mark, const std::vector<const char*>& values) {
    brief::ChartSeries result{.key = key, .label = key, .mark = mark, .points = {}};
    for (const char* value : values) {
        result.points.push_back({.place = result.points.size(), .value = Decimal(value)});
    }
    return result;
}

/// Two lines that end close to one another, over a baseline.
Chart path() {
    Chart chart{.kind = ChartKind::path,
                .id = "path",
                .title = "A path",
                .caption = "JPY tn, current prices",
                .place_label = "Year",
                .places = {"FY2025", "FY2026", "FY2027"},
                .value_label = "Spending",
                .unit = "JPY tn",
                .series = {series("baseline", ChartMark::ghost, {"11", "11.5", "12"}),
                           series("5 %", ChartMark::line, {"11", "20", "43.7721"}),
                           series("4.9 %", ChartMark::line, {"11", "19.5", "43.2"})},
                .events = {{1.5, "arrangement expires 31 Mar 2027"}},
                .lines = {{Decimal(22), "as promised"}},
                .marks = {{"p", "projection"}}};
    chart.series[1].points[2].mark = "p";
    chart.series[1].definition = "security-related total";
    return chart;
}

Chart waterfall() {
    Chart chart{.kind = ChartKind::waterfall,
                .id = "w",
                .title = "Why",
                .place_label = "Part",
                .places = {"policy", "growth", "together"},
                .value_label = "Difference",
                .unit = "JPY tn",
                .series = {{.key = "d", .label = "difference", .mark = ChartMark::bar, .points = {}}}};
    chart.series[0].points = {{.place = 0, .value = Decimal(5), .from = Decimal(0)},
                              {.place = 1, .value = Decimal("3.96"), .from = Decimal(5)},
                              {.place = 2, .value = Decimal("3.96"), .from = Decimal(0), .total = true}};
    return chart;
}

std::vector<std::string> texts(const std::vector<PlotTick>& ticks) {
    std::vector<std::string> result;
    for (const PlotTick& tick : ticks) {
        result.push_back(tick.lines.front());
    }
    return result;
}

/// Luminance of "#0072b2" after WCAG 2.2.
double luminance(std::string_view colour) {
    const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (std::size_t at = 0; at < 3; ++at) {
        const double part = std::stoi(std::string(colour.substr(1 + 2 * at, 2)), nullptr, 16) / 255.0;
        sum += weights[at] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(std::string_view one, std::string_view other) {
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

}  // namespace

TEST_CASE("an axis of values bears round values from below the lowest to above the highest", "[view][plot]") {
    const Plot plot = plot_of(path());
    CHECK(texts(plot.value_ticks) == std::vector<std::string>{"0", "10", "20", "30", "40", "50"});
    CHECK(plot.values == PlotSpan{0, 50});
    CHECK(plot.share_of_values(25) == Approx(0.5));
    CHECK(texts(plot.place_ticks) == std::vector<std::string>{"FY2025", "FY2026", "FY2027"});
    CHECK(plot.subtitle == "Spending, JPY tn, current prices");
}

TEST_CASE("where a part of a chart is seen, its axes bear what lies there", "[view][plot]") {
    const Plot plot = plot_of(path(), {.places = PlotSpan{0.5, 2.5}, .values = PlotSpan{18.5, 22.1}});
    CHECK(texts(plot.place_ticks) == std::vector<std::string>{"FY2026", "FY2027"});
    CHECK(texts(plot.value_ticks) ==
          std::vector<std::string>{"18.5", "19.0", "19.5", "20.0", "20.5", "21.0", "21.5", "22.0"});
    CHECK(plot.all_values == PlotSpan{0, 50});
    CHECK(plot.share_of_values(18.5) == Approx(0));
}

TEST_CASE("a scale of ratios bears ones, twos and fives, and equal ratios are equally far", "[view][plot]") {
    const Plot plot = plot_of(path(), {.log = true});
    CHECK(plot.log);
    CHECK(plot.subtitle == "Spending, JPY tn, current prices, log scale");
    CHECK(plot.log_refused.empty());
    CHECK(texts(plot.value_ticks) == std::vector<std::string>{"10", "20", "50"});
    CHECK(plot.share_of_values(20) - plot.share_of_values(10) ==
          Approx(plot.share_of_values(40) - plot.share_of_values(20)));
    Chart wide = path();
    wide.series[1].points[2].value = Decimal("4e7");
    CHECK(texts(plot_of(wide, {.log = true}).value_ticks) ==
          std::vector<std::string>{"10", "100", "1,000", "10,000", "100,000", "1,000,000", "10,000,000"});
}

TEST_CASE("a scale of ratios is refused in words where there is nothing above zero, and for bars",
          "[view][plot]") {
    Chart chart = path();
    chart.series[1].points[0].value = Decimal(0);
    const Plot plot = plot_of(chart, {.log = true});
    CHECK_FALSE(plot.log);
    CHECK(plot.log_refused == "A log scale has only values above zero. 5 %, FY2025: 0.0");
    CHECK(plot.values == PlotSpan{0, 50});
    CHECK(plot_of(chart, {.log = true, .hidden = {"5 %"}}).log);
    CHECK(plot_of(waterfall(), {.log = true}).log_refused ==
          "Bars begin at zero, which a log scale does not have.");
}

TEST_CASE("names at the ends of lines do not cover one another", "[view][plot]") {
    const Plot plot = plot_of(path(), {.height = 300, .line_height = 16});
    REQUIRE(plot.ends.size() == 3);
    for (std::size_t at = 1; at < plot.ends.size(); ++at) {
        CHECK(plot.ends[at].middle - plot.ends[at - 1].middle >= 16);
    }
    CHECK(plot.ends[0].lines == std::vector<std::string>{"baseline  12.0"});
    CHECK(plot.ends[2].lines == std::vector<std::string>{"5 %  43.8"});
    // Above them is room, so that the two stand around where their lines end: (43.7721 + 43.2) / 2 of 50.
    CHECK((plot.ends[1].middle + plot.ends[2].middle) / 2 == Approx(300 * 43.48605 / 50));
}

TEST_CASE("labels are set apart in order and within bounds, and stay where they can", "[view][plot]") {
    CHECK(rc::check("whatever they would like", [] {
        auto middles = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 450));
        RC_PRE(middles.size() < 15U);
        std::sort(middles.begin(), middles.end());
        std::vector<brief::WantedLabel> labels;
        for (const int middle : middles) {
            labels.push_back({static_cast<double>(middle), 20});
        }
        const auto stand = brief::set_apart(labels, 0, 400);
        RC_ASSERT(stand.size() == labels.size());
        for (std::size_t at = 0; at < stand.size(); ++at) {
            RC_ASSERT(stand[at] >= 10 - 1e-9);
            RC_ASSERT(stand[at] <= 390 + 1e-9);
            RC_ASSERT((at == 0 || stand[at] - stand[at - 1] >= 20 - 1e-9));
        }
        if (labels.size() == 1) {
            RC_ASSERT(stand[0] == std::min(std::max(labels[0].middle, 10.0), 390.0));
        }
    }));
}

TEST_CASE("a hidden series is neither drawn nor named nor found, and takes no room", "[view][plot]") {
    const Plot plot = plot_of(path(), {.hidden = {"5 %", "4.9 %"}});
    CHECK(plot.series[1].hidden);
    CHECK_FALSE(plot.series[0].hidden);
    CHECK(plot.ends.size() == 1);
    CHECK(plot.values.high == 25);  // the line at 22
    CHECK(nearest(plot, 1, 1) == PlotSpot{0, 2});
    CHECK_FALSE(nearest(plot_of(path(), {.hidden = {"5 %", "4.9 %", "baseline"}}), 1, 1));
    // Others keep their colours.
    CHECK(plot_of(path(), {.hidden = {"5 %"}}).series[2].look.hue == plot_of(path()).series[2].look.hue);
}

TEST_CASE("a pointer finds the nearest place first and the nearest value there", "[view][plot]") {
    const Plot plot = plot_of(path());
    CHECK(nearest(plot, plot.share_of_places(1.9), plot.share_of_values(44)) == PlotSpot{1, 2});
    CHECK(nearest(plot, plot.share_of_places(1.9), plot.share_of_values(43)) == PlotSpot{2, 2});
    CHECK(nearest(plot, plot.share_of_places(1.9), plot.share_of_values(14)) == PlotSpot{0, 2});
    CHECK(nearest(plot, plot.share_of_places(0.6), plot.share_of_values(50)) == PlotSpot{1, 1});
    const auto at = position_of(plot, {1, 2});
    REQUIRE(at);
    CHECK(at->up == Approx(43.7721 / 50));
    CHECK(at->right == Approx(plot.share_of_places(2)));
}

TEST_CASE("keys go along the places of a series and between series by their values", "[view][plot]") {
    const Plot plot = plot_of(path());
    CHECK(moved(plot, std::nullopt, PlotMove::right) == PlotSpot{1, 0});
    CHECK(moved(plot, PlotSpot{1, 0}, PlotMove::right) == PlotSpot{1, 1});
    CHECK(moved(plot, PlotSpot{1, 0}, PlotMove::left) == PlotSpot{1, 0});
    CHECK(moved(plot, PlotSpot{1, 2}, PlotMove::down) == PlotSpot{2, 2});
    CHECK(moved(plot, PlotSpot{2, 2}, PlotMove::down) == PlotSpot{0, 2});
    CHECK(moved(plot, PlotSpot{0, 2}, PlotMove::up) == PlotSpot{2, 2});
    // All three are 11 at the first place: each is reached.
    CHECK(moved(plot, PlotSpot{0, 0}, PlotMove::up) == PlotSpot{1, 0});
    CHECK(moved(plot, PlotSpot{1, 0}, PlotMove::up) == PlotSpot{2, 0});
    const Plot bars = plot_of(waterfall());
    CHECK(moved(bars, PlotSpot{0, 0}, PlotMove::down) == PlotSpot{0, 1});
    CHECK(moved(bars, PlotSpot{0, 0}, PlotMove::right) == PlotSpot{0, 0});
}

TEST_CASE("parts of a waterfall begin where the one before ended, in the colour of their sign",
          "[view][plot]") {
    const Plot plot = plot_of(waterfall());
    REQUIRE(plot.boxes.size() == 3);
    CHECK(plot.lies);
    CHECK(plot.boxes[0].text == "+5.0");
    CHECK(plot.boxes[1].text == "−1.0");
    CHECK(plot.boxes[1].side == PlotSide::before);
    CHECK(plot.boxes[2].text == "4.0");
    CHECK(plot.boxes[0].hue != plot.boxes[1].hue);
    CHECK(plot.boxes[2].hue == brief::whole_hue);
    REQUIRE(plot.joins.size() == 2);
    CHECK(plot.joins[0].value == 5);
    CHECK(plot.joins[0].last == Approx(plot.boxes[1].first));
}

TEST_CASE("columns stand on one another in a plot", "[view][plot]") {
    Chart chart{.kind = ChartKind::stack,
                .id = "s",
                .title = "",
                .place_label = "",
                .places = {"term"},
                .value_label = "",
                .series = {series("a", ChartMark::column, {"3"}), series("b", ChartMark::column, {"4"}),
                           series("c", ChartMark::column, {"-2"})}};
    const Plot plot = plot_of(chart);
    REQUIRE(plot.boxes.size() == 3);
    CHECK(plot.boxes[1].from == 3);
    CHECK(plot.boxes[1].to == 7);
    CHECK(plot.boxes[2].from == 0);
    CHECK(plot.boxes[2].to == -2);
    REQUIRE(plot.ends.size() == 3);
    CHECK(plot.ends.back().lines == std::vector<std::string>{"b  4.0"});
    CHECK(plot_of(chart, {.hidden = {"a"}}).boxes[0].from == 0);
}

TEST_CASE("a tornado has the figure of each end at its side", "[view][plot]") {
    Chart chart{.kind = ChartKind::tornado,
                .id = "t",
                .title = "",
                .place_label = "",
                .places = {"growth"},
                .value_label = "",
                .from_zero = false,
                .series = {{.key = "low", .label = "low", .mark = ChartMark::bar, .points = {}},
                           {.key = "high", .label = "high", .mark = ChartMark::bar, .points = {}}},
                .lines = {{Decimal(10), "as it is"}}};
    chart.series[0].points = {{.place = 0, .value = Decimal(8), .from = Decimal(10)}};
    chart.series[1].points = {{.place = 0, .value = Decimal(13), .from = Decimal(10)}};
    const Plot plot = plot_of(chart);
    REQUIRE(plot.boxes.size() == 2);
    CHECK(plot.boxes[0].side == PlotSide::before);
    CHECK(plot.boxes[1].side == PlotSide::behind);
    CHECK(plot.boxes[0].first == plot.boxes[1].first);
    CHECK(plot.boxes[0].from_text.empty());
    CHECK(plot.above > 0);
    chart.series.erase(chart.series.begin());
    chart.series[0].points[0].from = Decimal(8);
    const Plot one = plot_of(chart);
    CHECK(one.boxes[0].from_text == "8.0");
    CHECK(one.boxes[0].text == "13.0");
    CHECK(one.boxes[0].side == PlotSide::behind);
}

TEST_CASE("events stand above the plot where their place is seen, in one row where they have room",
          "[view][plot]") {
    Chart chart = path();
    chart.events = {{0.1, "review"}, {1.5, "arrangement expires"}};
    const Plot apart = plot_of(chart, {.width = 600});
    REQUIRE(apart.events.size() == 2);
    CHECK(apart.events[0].foot == apart.events[1].foot);
    CHECK(apart.above > apart.events[0].foot);
    // 60 pixels between the two are too few for 42.
    chart.events[0].at = 1.4;
    const Plot close = plot_of(chart, {.width = 600, .beside = 60});
    CHECK(close.events[1].foot >= close.events[0].foot + 16);
    CHECK_FALSE(close.events[0].leftwards);
    // At the right end a text turns to the left.
    chart.events = {{2, "arrangement expires"}};
    CHECK(plot_of(chart, {.width = 600}).events[0].leftwards);
    CHECK(plot_of(chart, {.places = PlotSpan{0, 1}}).events.empty());
}

TEST_CASE("no text of an event is covered by another or crossed by a line", "[view][plot]") {
    CHECK(rc::check("wherever they are", [] {
        Chart chart = path();
        chart.events.clear();
        const auto places = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 120));
        RC_PRE(places.size() < 7U);
        for (const int place : places) {
            chart.events.push_back({place / 100.0, "review of the aim"});  // 17 columns, 119 pixels
        }
        const Plot plot = plot_of(chart, {.width = 600});
        for (std::size_t at = 0; at < plot.events.size(); ++at) {
            const PlotEvent& one = plot.events[at];
            const double left = plot.share_of_places(one.at) * 600 + 4;
            RC_ASSERT(!one.leftwards);
            for (std::size_t other = at + 1; other < plot.events.size(); ++other) {
                const PlotEvent& before = plot.events[other];
                const double line = plot.share_of_places(before.at) * 600;
                const bool beside = line + 4 + 119 < left;
                RC_ASSERT((beside || before.foot >= one.foot + 16));
            }
        }
    }));
}

TEST_CASE("a band is found by both its ends", "[view][plot]") {
    Chart chart = path();
    chart.series = {{.key = "all", .label = "all", .mark = ChartMark::band, .points = {}}};
    chart.series[0].points = {{.place = 0, .value = Decimal(40), .from = Decimal(10)}};
    const Plot plot = plot_of(chart);
    CHECK(plot.series[0].points[0].from == 10);
    CHECK(nearest(plot, 0, plot.share_of_values(11)) == PlotSpot{0, 0});
    CHECK(told(chart, 0, 0) == "all, FY2025: 10.0 – 40.0 tn JPY");
    chart.series[0].points[0].from = Decimal("9.96");
    CHECK(told(chart, 0, 0) == "all, FY2025: 10.0 – 40.0 tn JPY (exactly 9.96 – 40 tn JPY)");
}

TEST_CASE("a point says its series, its place, its figure with every digit, what it counts and its mark",
          "[view][plot]") {
    CHECK(told(path(), 1, 2) ==
          "5 %, FY2027: 43.8 tn JPY (exactly 43.7721 tn JPY; security-related total; projection)");
    CHECK(told(path(), 0, 1) == "baseline, FY2026: 11.5 tn JPY");
    CHECK(told_lines(path(), 1, 2) == std::vector<std::string>{"5 %, FY2027", "43.8 tn JPY",
                                                               "exactly 43.7721 tn JPY",
                                                               "security-related total", "projection"});
    CHECK(told(waterfall(), 0, 1) == "growth: −1.0 tn JPY (exactly −1.04 tn JPY)");
    CHECK(told(waterfall(), 0, 2) == "together: 4.0 tn JPY (exactly 3.96 tn JPY)");
    CHECK(told(path(), 7, 0).empty());
    CHECK(told(path(), 0, 9).empty());
    Chart japanese = path();
    japanese.language = brief::Language::ja;
    japanese.unit = "兆円";
    CHECK(told(japanese, 1, 2) ==
          "5 %、FY2027：43.8兆円（正確には 43.7721兆円；security-related total；projection）");
}

TEST_CASE("a chart of the same series and places keeps its shape when its values move", "[view][plot]") {
    Chart other = path();
    other.series[1].points[1].value = Decimal(25);
    CHECK(same_shape(plot_of(path()), plot_of(other)));
    CHECK_FALSE(same_shape(plot_of(path()), plot_of(path(), {.hidden = {"5 %"}})));
    other.series.pop_back();
    CHECK_FALSE(same_shape(plot_of(path()), plot_of(other)));
    CHECK_FALSE(same_shape(plot_of(path()), plot_of(waterfall())));
}

TEST_CASE("a chart without anything in it has axes and nothing to point at", "[view][plot]") {
    Chart chart = path();
    chart.series.clear();
    chart.places.clear();
    chart.lines.clear();
    chart.events.clear();
    const Plot plot = plot_of(chart, {.log = true});
    CHECK(plot.value_ticks.size() >= 2);
    CHECK_FALSE(nearest(plot, 0.5, 0.5));
    CHECK_FALSE(moved(plot, std::nullopt, PlotMove::left));
}

TEST_CASE("whatever another program hands over is laid out or refused", "[view][plot]") {
    const std::vector<Chart> charts = {path(), waterfall()};
    CHECK(rc::check("a sheet that was changed anywhere", [&] {
        brief::ChartSheet sheet{.answer = {.command = "test", .tables = {}, .charts = charts}};
        std::string text = chart_json(sheet);
        const auto changes = *rc::gen::inRange(1, 4);
        for (int change = 0; change < changes; ++change) {
            const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
            text[at] = *rc::gen::element('0', '1', '9', '-', '.', 'e', '"', '{', ']', ',', 'n', 'a');
        }
        const auto read = brief::read_chart_json(text, "stdin");
        RC_TAG(read ? "read" : "refused");
        if (!read) {
            return;
        }
        for (const Chart& chart : read->answer.charts) {
            for (const bool log : {false, true}) {
                const Plot plot = plot_of(chart, {.log = log});
                RC_ASSERT(plot.value_ticks.size() >= 2U);
                RC_ASSERT(std::isfinite(plot.values.length()));
                const auto spot = nearest(plot, 0.5, 0.5);
                RC_ASSERT((!spot || !told(chart, spot->series, spot->place).empty()));
            }
        }
    }));
}

TEST_CASE("every colour of a chart stands off its ground, light and dark", "[view][plot]") {
    for (const brief::ChartHue& hue : brief::chart_hues) {
        CAPTURE(hue.light, hue.dark);
        CHECK(contrast(hue.light, brief::light_ground.ground) >= 3);
        CHECK(contrast(hue.dark, brief::dark_ground.ground) >= 3);
    }
    for (const brief::ChartGround& ground : {brief::light_ground, brief::dark_ground}) {
        CHECK(contrast(ground.ink, ground.ground) >= 7);
        CHECK(contrast(ground.quiet, ground.ground) >= 4.5);
    }
}

TEST_CASE("pages have the colours of the table", "[view][plot]") {
    std::ifstream file(std::string(BURDEN_SOURCE_DIR) + "/brief/web/page.css");
    std::stringstream text;
    text << file.rdbuf();
    for (std::size_t at = 0; at < brief::chart_hues.size(); ++at) {
        const std::string name = "--series-" + std::to_string(at + 1) + ": ";
        CAPTURE(name);
        CHECK(text.str().find(name + std::string(brief::chart_hues[at].light)) != std::string::npos);
        CHECK(text.str().find(name + std::string(brief::chart_hues[at].dark)) != std::string::npos);
    }
}
