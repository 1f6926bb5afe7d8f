// What holds in every format for tables of any size and any figures.
#include <rapidcheck.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "answers.hpp"
#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "csv_reader.hpp"
#include "support/catch.hpp"

using namespace burden;
using brief::Format;

namespace {

/// A figure of up to twelve digits before the point and up to six behind it.
calc::Decimal any_figure() {
    const auto digits = *rc::gen::inRange<long long>(-999'999'999'999, 1'000'000'000'000);
    const int places = *rc::gen::inRange(0, 7);
    return calc::Decimal(std::to_string(digits) + "e-" + std::to_string(places));
}

/// A table of figures only, behind the names of its rows.
brief::Answer any_answer(int most_columns) {
    brief::Answer answer;
    brief::Table table;
    table.id = "any";
    table.title = "Any table";
    table.columns = {{.key = "row", .label = "row", .words = true}};
    const int columns = *rc::gen::inRange(1, most_columns + 1);
    for (int at = 0; at < columns; ++at) {
        table.columns.push_back({.key = "c" + std::to_string(at),
                                 .label = "column " + std::to_string(at),
                                 .places = *rc::gen::inRange(1, 4),
                                 .group = *rc::gen::element<std::string>("", "one group", "other")});
    }
    const int rows = *rc::gen::inRange(1, 6);
    for (int row = 0; row < rows; ++row) {
        brief::Row any{.cells = {"r" + std::to_string(row)}, .rule_above = *rc::gen::arbitrary<bool>()};
        for (int at = 0; at < columns; ++at) {
            any.cells.emplace_back(brief::Figure{.value = any_figure(), .plus = *rc::gen::arbitrary<bool>()});
        }
        table.rows.push_back(any);
    }
    answer.tables = {table};
    return answer;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream stream(line);
    return {std::istream_iterator<std::string>(stream), {}};
}

/// The words behind the name of each row, blocks of the same row joined.
std::vector<std::vector<std::string>> rows_on_screen(const std::string& text, std::size_t rows) {
    std::vector<std::vector<std::string>> result(rows);
    for (const std::string& line : lines_of(text)) {
        const auto words = words_of(line);
        if (words.size() > 1 && words.front().front() == 'r' && words.front() != "row") {
            auto& row = result.at(std::stoul(words.front().substr(1)));
            row.insert(row.end(), words.begin() + 1, words.end());
        }
    }
    return result;
}

std::string shown(const brief::Table& table, std::size_t row, std::size_t column) {
    return figure_text(std::get<brief::Figure>(table.rows[row].cells[column].content), table.columns[column]);
}

std::string plain(const brief::Table& table, std::size_t row, std::size_t column) {
    return plain_figure(std::get<brief::Figure>(table.rows[row].cells[column].content));
}

}  // namespace

TEST_CASE("every figure stands on every screen, whole and in its order, on lines no wider than the screen",
          "[brief][terminal]") {
    CHECK(rc::check([] {
        const brief::Answer answer = any_answer(12);
        const brief::Table& table = answer.tables.front();
        const int width = *rc::gen::inRange(40, 140);
        const std::string text = written(answer, Format::table, {.width = width});
        for (const std::string& line : lines_of(text)) {
            RC_ASSERT(brief::display_width(line) <= width);
            RC_ASSERT_FALSE(line.ends_with(' '));
        }
        const auto rows = rows_on_screen(text, table.rows.size());
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            // Blocks may repeat the columns that they begin with.
            auto found = rows[row].begin();
            for (std::size_t column = 1; column < table.columns.size(); ++column) {
                found = std::find(found, rows[row].end(), shown(table, row, column));
                RC_ASSERT(found != rows[row].end());
                ++found;
            }
        }
    }));
}

TEST_CASE("the points of a column stand under each other", "[brief][terminal]") {
    CHECK(rc::check([] {
        const brief::Answer answer = any_answer(4);
        const std::string text = written(answer, Format::table, {.width = 200});
        std::vector<int> points;
        for (const std::string& line : lines_of(text)) {
            if (line.size() < 2 || line[1] != 'r' || line.starts_with(" row")) {
                continue;
            }
            std::vector<int> here;
            for (std::size_t at = line.find('.'); at != std::string::npos; at = line.find('.', at + 1)) {
                here.push_back(brief::display_width(line.substr(0, at)));
            }
            RC_ASSERT(here.size() == answer.tables.front().columns.size() - 1);
            RC_ASSERT((points.empty() || here == points));
            points = here;
        }
    }));
}

TEST_CASE("every figure stands in Markdown as it does on a screen", "[brief][markdown]") {
    CHECK(rc::check([] {
        const brief::Answer answer = any_answer(6);
        const brief::Table& table = answer.tables.front();
        const auto lines = lines_of(written(answer, Format::md, {}));
        // Title and rule of the table stand before its rows, each with an empty line or without.
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const auto words = words_of(lines.at(row + 4));
            for (std::size_t column = 1; column < table.columns.size(); ++column) {
                RC_ASSERT(words.at(2 * column + 1) == shown(table, row, column));
            }
        }
    }));
}

TEST_CASE("every figure stands in CSV and in JSON with all its digits", "[brief][csv][json]") {
    CHECK(rc::check([] {
        const brief::Answer answer = any_answer(6);
        const brief::Table& table = answer.tables.front();
        const auto rows = tests::csv_rows(written(answer, Format::csv, {}));
        RC_ASSERT(rows.has_value());
        const std::string text = written(answer, Format::json, {});
        const auto json = nlohmann::json::parse(text);
        std::size_t at = 0;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t column = 1; column < table.columns.size(); ++column) {
                const std::string digits = plain(table, row, column);
                RC_ASSERT(rows->at(row + 1).at(column) == digits);
                RC_ASSERT(calc::Decimal(digits) ==
                          std::get<brief::Figure>(table.rows[row].cells[column].content).value);
                const std::string& key = table.columns[column].key;
                RC_ASSERT(json["tables"][0]["rows"][row][key].is_number());
                // Keys stand in the order of columns, each followed by its digits as they are.
                at = text.find('"' + key + "\": " + digits, at);
                RC_ASSERT(at != std::string::npos);
                ++at;
            }
        }
    }));
}
