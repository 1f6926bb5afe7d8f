#include "burden/brief/write_vega.hpp"

#include <nlohmann/json.hpp>

#include "burden/brief/figure_text.hpp"
#include "latex/sample.hpp"
#include "support/catch.hpp"

using namespace burden;
using brief::vega_lite;
using nlohmann::json;

namespace {

json parsed(const brief::Chart& chart) { return json::parse(vega_lite(chart)); }

brief::Chart empty_chart(brief::ChartKind kind, const std::vector<std::string>& places) {
    brief::Chart chart;
    chart.kind = kind;
    chart.places = places;
    chart.value_label = "Spending";
    return chart;
}

/// Every text that Vega would take for an expression or a condition.
void collect_expressions(const json& part, std::vector<std::string>& found) {
    if (part.is_object()) {
        for (const auto& [key, value] : part.items()) {
            const bool expression =
                key == "labelExpr" || key == "expr" || key == "filter" || key == "test" || key == "calculate";
            if (expression && value.is_string()) {
                found.push_back(value.get<std::string>());
            }
            collect_expressions(value, found);
        }
    } else if (part.is_array()) {
        for (const json& one : part) {
            collect_expressions(one, found);
        }
    }
}

std::string rows_of(brief::ChartMark mark) {
    switch (mark) {
        case brief::ChartMark::line:
            return "lines";
        case brief::ChartMark::ghost:
            return "ghosts";
        case brief::ChartMark::column:
            return "columns";
        case brief::ChartMark::bar:
            return "bars";
        case brief::ChartMark::band:
            return "bands";
    }
    return {};
}

}  // namespace

TEST_CASE("a chart of every kind is a specification with its description and titled axes", "[brief][vega]") {
    for (const brief::Chart& chart : tests::charts_of_every_kind()) {
        CAPTURE(chart.title);
        const json spec = parsed(chart);
        CHECK(spec["description"] == alt_text(chart));
        CHECK(spec["title"]["subtitle"] == chart.caption);
        const std::string values = lies(chart) ? "x" : "y";
        const std::string title = spec["encoding"][values]["axis"]["title"];
        CHECK(title == chart.value_label + (chart.unit.empty() ? "" : ", " + chart.unit));
        CHECK(spec["layer"].size() > 2);
        CHECK(spec["width"] == "container");
    }
}

TEST_CASE("every point of a chart is a row with its number and, in its tooltip, its text", "[brief][vega]") {
    for (const brief::Chart& chart : tests::charts_of_every_kind()) {
        const json spec = parsed(chart);
        std::map<std::string, std::size_t> next;
        for (const brief::ChartSeries& series : chart.series) {
            const std::string rows = rows_of(series.mark);
            for (const brief::ChartPoint& point : series.points) {
                CAPTURE(chart.title, series.label, point.place);
                const json& row = spec["datasets"][rows].at(next[rows]++);
                if (series.mark != brief::ChartMark::column) {
                    const std::string channel = lies(chart) ? "x" : "y";
                    CHECK(row[channel].dump() ==
                          json::parse(brief::plain_figure({.value = point.value})).dump());
                }
                if (!point.from) {
                    const std::string said = row["tip"].dump();
                    CHECK(said.find('"' + value_text(chart, point.value) + '"') != std::string::npos);
                }
            }
        }
        for (const auto& [rows, count] : next) {
            CHECK(spec["datasets"][rows].size() == count);
        }
    }
}

TEST_CASE("no text of a chart becomes part of an expression", "[brief][vega]") {
    const std::string bad = "'+alert(1)+'\"]</script>";
    for (brief::Chart chart : tests::charts_of_every_kind()) {
        std::vector<std::string> before;
        collect_expressions(parsed(chart), before);
        chart.title = chart.caption = chart.place_label = chart.value_label = chart.unit = bad;
        for (std::string& place : chart.places) {
            place = bad;
        }
        for (brief::ChartSeries& series : chart.series) {
            series.key = series.label = series.definition = series.stage = bad;
        }
        for (brief::ChartEvent& event : chart.events) {
            event.label = bad;
        }
        for (brief::ChartLine& line : chart.lines) {
            line.label = bad;
        }
        std::vector<std::string> after;
        collect_expressions(parsed(chart), after);
        CHECK(before == after);
        CHECK_FALSE(after.empty());
    }
}

TEST_CASE("series differ in colour, dash and shape, also behind the last colour", "[brief][vega]") {
    brief::Chart chart = empty_chart(brief::ChartKind::renewals, {"FY2027", "FY2028"});
    for (int at = 0; at < 12; ++at) {
        chart.series.push_back(
            {.key = std::to_string(at),
             .label = "series " + std::to_string(at),
             .points = {{.place = 0, .value = calc::Decimal(at)}, {.place = 1, .value = calc::Decimal(at)}}});
    }
    std::set<std::pair<int, int>> looks;
    const json spec = parsed(chart);
    for (const json& row : spec["datasets"]["lines"]) {
        looks.insert({row["hue"].get<int>(), row["dash"].get<int>()});
    }
    CHECK(looks.size() == 12);
}

TEST_CASE("names at the ends of lines stand apart, in the order of their values", "[brief][vega]") {
    brief::Chart chart = empty_chart(brief::ChartKind::path, {"FY2027", "FY2028"});
    for (int at = 0; at < 6; ++at) {
        chart.series.push_back({.key = std::to_string(at),
                                .label = "series " + std::to_string(at),
                                .points = {{.place = 1, .value = calc::Decimal(100) + calc::Decimal(at)}}});
    }
    const json spec = parsed(chart);
    const double height = spec["height"];
    const json domain = spec["encoding"]["y"]["scale"]["domain"];
    const double pixel = (domain[1].get<double>() - domain[0].get<double>()) / height;
    double below = -1e9;
    for (const json& label : spec["datasets"]["ends"]) {
        CHECK(label["label_y"].get<double>() >= below + 14 * pixel);
        below = label["label_y"];
    }
}

TEST_CASE("an event between two places stands between them", "[brief][vega]") {
    brief::Chart chart = tests::path_chart();
    chart.events = {{.at = 1.5, .label = "expires"}};
    const json event = parsed(chart)["datasets"]["events"].at(0);
    CHECK(event["x"] == 1.5);
    CHECK(event["label"] == json::array({"expires"}));
}

TEST_CASE("columns stand on one another, those below zero under it", "[brief][vega]") {
    brief::Chart chart = empty_chart(brief::ChartKind::stack, {"FY2027"});
    for (const char* value : {"0.1", "-1", "0.2"}) {
        chart.series.push_back({.key = value,
                                .label = value,
                                .mark = brief::ChartMark::column,
                                .points = {{.place = 0, .value = calc::Decimal(value)}}});
    }
    const json rows = parsed(chart)["datasets"]["columns"];
    CHECK(rows[0]["from"] == 0);
    CHECK(rows[0]["y"] == 0.1);
    CHECK(rows[1]["y"] == -1);
    CHECK(rows[2]["from"] == 0.1);
    CHECK(rows[2]["y"] == 0.3);
}

TEST_CASE("several charts stand in one specification, each with data of its own", "[brief][vega]") {
    const auto charts = tests::charts_of_every_kind();
    const json spec = json::parse(vega_lite(charts));
    CHECK(spec["vconcat"].size() == charts.size());
    for (const json& view : spec["vconcat"]) {
        for (const json& layer : view["layer"]) {
            CHECK(spec["datasets"].contains(layer["data"]["name"].get<std::string>()));
        }
    }
}

TEST_CASE("a chart of nothing is a specification all the same", "[brief][vega]") {
    CHECK(parsed({})["datasets"]["lines"].empty());
}
