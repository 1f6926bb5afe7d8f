/// Sheets of charts as JSON, and back.
#include "burden/brief/chart_json.hpp"

#include <rapidcheck.h>

#include "brief/answers.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::brief;
using calc::Decimal;

namespace {

ChartSheet sheet() {
    ChartSheet result{.answer = tests::two_targets(),
                      .again = "burden chart path jpn-5-by-2035",
                      .scenario = std::string(64, 'a')};
    Chart chart{.kind = ChartKind::fan,
                .id = "fan",
                .title = "A \"fan\"",
                .caption = "JPY tn",
                .place_label = "Year",
                .places = {"FY2025", "FY2026"},
                .value_label = "Spending",
                .unit = "JPY tn",
                .digits = 2,
                .from_zero = false,
                .series = {},
                .events = {{0.1, "review"}},
                .lines = {{Decimal("1.5"), "as promised"}},
                .marks = {{"p", "projection"}},
                .language = Language::ja};
    chart.series.push_back(
        {.key = "all",
         .label = "all points",
         .definition = "security-related total",
         .stage = "projection",
         .mark = ChartMark::band,
         .points = {{.place = 0, .value = Decimal(1) / Decimal(8), .from = Decimal(-3)},
                    {.place = 1,
                     .value = Decimal("12345678901234567890.123456789012345678901234567891"),
                     .mark = "p",
                     .total = true}}});
    result.answer.charts = {chart};
    return result;
}

void check_same(const ChartSheet& one, const ChartSheet& other) {
    // Every member is written, so that equal texts are equal sheets.
    CHECK(chart_json(one) == chart_json(other));
    CHECK(one.again == other.again);
    REQUIRE(one.answer.charts.size() == other.answer.charts.size());
    for (std::size_t at = 0; at < one.answer.charts.size(); ++at) {
        const Chart& a = one.answer.charts[at];
        const Chart& b = other.answer.charts[at];
        CHECK(a.kind == b.kind);
        CHECK(a.places == b.places);
        CHECK(a.marks == b.marks);
        REQUIRE(a.series.size() == b.series.size());
        for (std::size_t series = 0; series < a.series.size(); ++series) {
            CHECK(a.series[series].mark == b.series[series].mark);
            REQUIRE(a.series[series].points.size() == b.series[series].points.size());
            for (std::size_t point = 0; point < a.series[series].points.size(); ++point) {
                CHECK(a.series[series].points[point].value == b.series[series].points[point].value);
                CHECK(a.series[series].points[point].from == b.series[series].points[point].from);
                CHECK(a.series[series].points[point].total == b.series[series].points[point].total);
            }
        }
    }
}

/// The sheet with a piece of its JSON replaced, and what its reader says.
std::string refused(const std::string& piece, const std::string& by) {
    std::string text = chart_json(sheet());
    const std::size_t at = text.find(piece);
    REQUIRE(at != std::string::npos);
    text.replace(at, piece.size(), by);
    const auto read = read_chart_json(text, "stdin");
    REQUIRE_FALSE(read);
    std::string said;
    for (const auto& diagnostic : read.diagnostics()) {
        said += to_text(diagnostic);
    }
    return said;
}

}  // namespace

TEST_CASE("a sheet of charts comes back from JSON as it was, to fifty digits", "[brief][chart][json]") {
    const auto read = read_chart_json(chart_json(sheet()), "stdin");
    REQUIRE(read);
    check_same(sheet(), *read);
    CHECK(read->answer.basis.words == sheet().answer.basis.words);
    CHECK(read->answer.sources.back().address == "https://example.org/weo");
    CHECK(read->answer.charts[0].events[0].at == 0.1);
    CHECK(read->answer.charts[0].language == Language::ja);
}

TEST_CASE("any value and any text comes back from JSON as it was", "[brief][chart][json]") {
    CHECK(rc::check("whatever they are", [] {
        ChartSheet one = sheet();
        auto& points = one.answer.charts[0].series[0].points;
        for (ChartPoint& point : points) {
            const auto digits = *rc::gen::arbitrary<long long>();
            const auto scale = *rc::gen::inRange(-20, 20);
            point.value = Decimal(digits) * Decimal("1e" + std::to_string(scale));
        }
        const auto words = *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
        one.answer.charts[0].title = words;
        one.answer.notes = {words};
        one.answer.charts[0].events[0].at = *rc::gen::inRange(0, 1000) / 7.0;
        const auto read = read_chart_json(chart_json(one), "stdin");
        RC_ASSERT(static_cast<bool>(read));
        RC_ASSERT(chart_json(*read) == chart_json(one));
        RC_ASSERT(read->answer.charts[0].title == words);
        RC_ASSERT(read->answer.charts[0].events[0].at == one.answer.charts[0].events[0].at);
        for (std::size_t at = 0; at < points.size(); ++at) {
            RC_ASSERT(read->answer.charts[0].series[0].points[at].value == points[at].value);
        }
    }));
}

TEST_CASE("every fault of a sheet is told with its place and what may stand there", "[brief][chart][json]") {
    CHECK(refused("\"kind\":\"fan\"", "\"kind\":\"fann\"") ==
          "stdin: error: 'charts[0].kind' is 'fann'\n"
          "  = allowed: path, stack, renewals, waterfall, tornado, fan, slope, ratio\n"
          "  = nearest: 'fan'\n");
    CHECK(refused("\"digits\":2", "\"digits\":-1") == "stdin: error: 'charts[0].digits' is -1\n");
    CHECK(
        refused("\"digits\":2", "\"digit\":2") ==
        "stdin: error: 'charts[0].digits' is missing\n"
        "stdin: error: 'charts[0]' has the unknown key 'digit'\n"
        "  = allowed: kind, id, title, caption, place_label, places, value_label, unit, digits, from_zero,\n"
        "             series, events, lines, marks, language\n"
        "  = nearest: 'digits'\n");
    CHECK(refused("\"value\":\"0.125\"", "\"value\":\"nan\"") ==
          "stdin: error: 'charts[0].series[0].points[0].value' is 'nan', which is no number\n"
          "  = allowed: digits with at most one point\n");
    CHECK(refused("\"value\":\"0.125\"", "\"value\":0.125")
              .find("is a number\n  = allowed: a number as a text") != std::string::npos);
    CHECK(refused("\"places\":[\"FY2025\",", "\"places\":[").find("has a point at place 1") !=
          std::string::npos);
    CHECK(refused("\"place\":1,", "\"place\":0,").find("has places that do not ascend") != std::string::npos);
    CHECK(refused("\"at\":0.1", "\"at\":-5").find("'charts[0].events[0].at' is -5") != std::string::npos);
    CHECK(refused("burden-chart-1", "burden-chart-9").find("another 'schema'") != std::string::npos);
    CHECK(refused("\"again\":", "\"again\":\"\",\"again\":").find("has 'again' twice") != std::string::npos);
}

TEST_CASE("a sheet that is no JSON, too deep or too large is refused", "[brief][chart][json]") {
    CHECK_FALSE(read_chart_json("", "stdin"));
    CHECK_FALSE(read_chart_json("[]", "stdin"));
    CHECK_FALSE(read_chart_json(std::string(100, '['), "stdin"));
    CHECK_FALSE(read_chart_json(std::string(largest_sheet + 1, ' '), "stdin"));
}
