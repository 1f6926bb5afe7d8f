// How the figures of a difference come about. Of which cells each is the sum is tested in
// tests/brief/figure_terms_test.cpp; here that the sum is told, and every cell of it derived.
#include "burden/gui/view/difference_derivation.hpp"

#include <catch2/catch.hpp>

#include "burden/brief/display_width.hpp"
#include "gui/view_ground.hpp"

namespace burden::gui {
namespace {

constexpr auto english = brief::Language::en;

/// Two scenarios that differ in what is decided alone.
DifferencePair by_policy() {
    return {.before = ready_made("baseline"), .after = ready_made("jpn-5-by-2035")};
}

/// Two that differ in three groups: four parts of two or more, seven in all.
DifferencePair by_three() {
    return {.before = ready_made("baseline"),
            .after = {.name = "plan",
                      .path = {},
                      .text = "extends = \"jpn-5-by-2035\"\n[assumptions.jpn]\ngrowth = \"+0.5 pp\"\n"
                              "inflation = \"+0.3 pp\"\n"}};
}

brief::Answer answer_of(const DifferencePair& pair) {
    const auto answer = difference_of(facts(), pair.before, pair.after, pair.metric, no_files);
    REQUIRE(answer);
    return *answer;
}

std::string text_of(const DifferencePair& pair, const std::optional<DifferenceFigure>& asked,
                    brief::Language language = english, int width = 100) {
    REQUIRE(asked);
    const auto text = derivation_of(facts(), pair, *asked, no_files, language, width);
    if (!text) {
        FAIL(to_text(text.diagnostics().front()));
    }
    return *text;
}

/// The place of a table for people among those of an answer.
std::size_t table_named(const brief::Answer& answer, std::string_view id) {
    for (std::size_t at = 0; at < answer.tables.size(); ++at) {
        if (answer.tables[at].id == id && answer.tables[at].audience == brief::Audience::people) {
            return at;
        }
    }
    FAIL("no table " << id);
    return 0;
}

std::size_t row_of(const brief::Table& table, std::string_view head) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto* const words = std::get_if<std::string>(&table.rows[row].cells.front().content);
        if (words != nullptr && *words == head) {
            return row;
        }
    }
    FAIL("no row " << head);
    return 0;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("a year of one side comes about as burden explain tells it", "[view]") {
    const brief::Answer answer = answer_of(by_policy());
    const std::size_t years = table_named(answer, "diff-jpn");
    const std::size_t row = row_of(answer.tables[years], "2030");
    const auto asked = figure_of_cell(answer, years, row, 2);
    REQUIRE(asked);
    CHECK(asked->name == "jpn-5-by-2035");
    CHECK(asked->years == "FY2030");
    const std::string text = text_of(by_policy(), asked);
    CHECK(first_line(text) == "jpn-5-by-2035");
    const ViewQuestion question{.document = by_policy().after, .saved = {}};
    const auto alone = derivation_of(facts(), question, {.cell = "jpn.spending[FY2030]"}, no_files, 100);
    REQUIRE(alone);
    CHECK(text.ends_with(*alone));
}

TEST_CASE("a sum over years is one cell of its side", "[view]") {
    const brief::Answer answer = answer_of(by_policy());
    const std::size_t years = table_named(answer, "diff-jpn");
    const auto asked = figure_of_cell(answer, years, row_of(answer.tables[years], "sum"), 1);
    REQUIRE(asked);
    CHECK(asked->years == "FY2026–35");
    const std::string text = text_of(by_policy(), asked);
    CHECK(first_line(text) == "baseline");
    CHECK_THAT(text, Catch::Contains("jpn.spending[FY2026..FY2035] = "));
    CHECK_THAT(text, Catch::Contains("spending[FY2031]"));
}

TEST_CASE("a difference is the second side less the first, and both are derived, the second before",
          "[view]") {
    const brief::Answer answer = answer_of(by_policy());
    const std::size_t years = table_named(answer, "diff-jpn");
    const auto asked = figure_of_cell(answer, years, row_of(answer.tables[years], "2035"), 3);
    const std::string text = text_of(by_policy(), asked);
    CHECK(first_line(text) == "What jpn-5-by-2035 has beyond baseline");
    // 5 % of 875.44 tn is 43.772 tn.
    CHECK_THAT(text, Catch::Contains("+43.77 tn JPY   jpn-5-by-2035\n"));
    CHECK_THAT(text, Catch::Contains("= +" + asked->value.substr(1, 4)));
    const std::size_t second = text.find("\njpn-5-by-2035\n");
    const std::size_t first = text.find("\nbaseline\n");
    REQUIRE(second != std::string::npos);
    REQUIRE(first != std::string::npos);
    CHECK(second < first);
    CHECK_THAT(text.substr(second, first - second), Catch::Contains("jpn.target.share"));
}

TEST_CASE("a bar of the waterfall has the figure of its part, and the last that of both sides", "[view]") {
    const brief::Answer answer = answer_of(by_three());
    REQUIRE(answer.charts.size() == 1);
    const brief::Chart& chart = answer.charts.front();
    for (std::size_t place = 0; place < chart.places.size(); ++place) {
        CAPTURE(place);
        const auto asked = figure_of_bar(answer, chart.id, place);
        REQUIRE(asked);
        CHECK(asked->name == chart.places[place]);
        const brief::ChartPoint& point = chart.series.front().points[place];
        // The bars are a running sum, which keeps as many digits as there are.
        const calc::Decimal bar =
            point.total ? point.value : point.value - point.from.value_or(calc::Decimal(0));
        CHECK(rounded(asked->figure.value, 30) == rounded(bar, 30));
    }
    CHECK_FALSE(figure_of_bar(answer, chart.id, chart.places.size()));
    CHECK_FALSE(figure_of_bar(answer, "run-jpn-path", 0));
    CHECK_FALSE(figure_of_bar(answer, "diff-why-usa-waterfall", 0));
}

TEST_CASE("a part says which mixtures of both scenarios it is made of, with their values", "[view]") {
    const brief::Answer answer = answer_of(by_three());
    const brief::Chart& chart = answer.charts.front();
    SECTION("of one group") {
        const std::string text = text_of(by_three(), figure_of_bar(answer, chart.id, 0));
        CHECK_THAT(text, Catch::StartsWith("What policy does by itself: taken from plan, all else as in "
                                           "baseline\n"));
        CHECK_THAT(text, Catch::Contains("with policy of plan and growth, inflation of baseline\n"));
        CHECK_THAT(text, Catch::Contains("   baseline\n"));
        CHECK(text.find("\nplan\n") == std::string::npos);
    }
    SECTION("of what groups do only together") {
        const auto asked = figure_of_bar(answer, chart.id, 3);
        REQUIRE(asked);
        CHECK(asked->name == "policy × growth");
        const std::string text = text_of(by_three(), asked);
        CHECK_THAT(text, Catch::StartsWith("What policy × growth do only together, beyond each by itself: "));
        CHECK_THAT(text, Catch::Contains("   with policy, growth of plan and inflation of baseline\n"));
        CHECK_THAT(text, Catch::Contains("   with growth of plan and policy, inflation of baseline\n"));
        // What both have added once too often comes back with the first side.
        std::size_t derived = 0;
        for (std::size_t at = text.find("\njpn.spending["); at != std::string::npos;
             at = text.find("\njpn.spending[", at + 1)) {
            ++derived;
        }
        CHECK(derived == 4);
    }
    SECTION("of all three, the second side first") {
        const std::string text = text_of(by_three(), figure_of_bar(answer, chart.id, 6));
        const std::size_t second = text.find("   plan\n");
        REQUIRE(second != std::string::npos);
        CHECK(second < text.find("   with "));
        CHECK(text.rfind("   with ") < text.find("   baseline\n"));
    }
}

TEST_CASE("a part's name and reason ask for its figure, and words elsewhere for none", "[view]") {
    const brief::Answer answer = answer_of(by_three());
    const std::size_t parts = table_named(answer, "diff-why-jpn");
    for (std::size_t column = 0; column < answer.tables[parts].columns.size(); ++column) {
        const auto asked = figure_of_cell(answer, parts, 3, column);
        REQUIRE(asked);
        CHECK(asked->name == "policy × growth");
    }
    const auto together = figure_of_cell(answer, parts, answer.tables[parts].rows.size() - 1, 2);
    REQUIRE(together);
    CHECK(together->name == "sum");
    CHECK_FALSE(figure_of_cell(answer, table_named(answer, "diff-jpn"), 0, 0));
    CHECK_FALSE(figure_of_cell(answer, 99, 0, 0));
    CHECK_FALSE(figure_of_cell(answer, parts, 99, 0));
}

TEST_CASE("a figure that was rounded with its like says so where that shows", "[view]") {
    const brief::Answer answer = answer_of(by_three());
    bool some = false;
    for (const char* const id : {"diff-why-jpn", "diff-why-years-jpn"}) {
        const std::size_t table = table_named(answer, id);
        const brief::Table& parts = answer.tables[table];
        for (std::size_t row = 0; row < parts.rows.size(); ++row) {
            for (std::size_t column = 0; column < parts.columns.size(); ++column) {
                const auto* const figure = std::get_if<brief::Figure>(&parts.rows[row].cells[column].content);
                if (figure == nullptr) {
                    continue;
                }
                const auto asked = figure_of_cell(answer, table, row, column);
                const std::string text = text_of(by_three(), asked);
                const bool told = text.find("shown as " + asked->value + ", rounded") != std::string::npos;
                some = some || told;
            }
        }
    }
    CHECK(some);
}

TEST_CASE("every figure of a difference can be derived, whatever is compared", "[view]") {
    for (const models::Metric metric : {models::Metric::share, models::Metric::hosting, models::Metric::gdp,
                                        models::Metric::per_head, models::Metric::extra}) {
        DifferencePair pair = by_three();
        pair.metric = metric;
        const brief::Answer answer = answer_of(pair);
        int derived = 0;
        for (std::size_t table = 0; table < answer.tables.size(); ++table) {
            if (answer.tables[table].audience == brief::Audience::programs) {
                continue;
            }
            for (std::size_t row = 0; row < answer.tables[table].rows.size(); row += 4) {
                for (std::size_t column = 0; column < answer.tables[table].columns.size(); ++column) {
                    const auto asked = figure_of_cell(answer, table, row, column);
                    if (asked) {
                        CAPTURE(table, row, column);
                        text_of(pair, asked);
                        ++derived;
                    }
                }
            }
        }
        CHECK(derived > 5);
    }
}

TEST_CASE("what a figure of a difference is made of is told in Japanese, within the width", "[view]") {
    const brief::Answer answer = answer_of(by_three());
    for (const std::size_t place : {0U, 3U, 7U}) {
        const std::string text = text_of(by_three(), figure_of_bar(answer, answer.charts.front().id, place),
                                         brief::Language::ja, 72);
        CHECK_THAT(text, Catch::Contains("兆円"));
        for (const char* const word : {"What", "with ", "policy", "taken", "beyond", "tn JPY"}) {
            CHECK(text.substr(0, text.find("\njpn.")).find(word) == std::string::npos);
        }
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            CHECK(brief::display_width(text.substr(begin, end - begin)) <= 72);
            begin = end + 1;
        }
    }
}

TEST_CASE("a derivation that nobody waits for any more is not made", "[view]") {
    const brief::Answer answer = answer_of(by_policy());
    const auto asked = figure_of_bar(answer, answer.charts.front().id, 0);
    REQUIRE(asked);
    std::stop_source source;
    source.request_stop();
    CHECK_FALSE(derivation_of(facts(), by_policy(), *asked, no_files, english, 80, source.get_token()));
}

}  // namespace burden::gui
