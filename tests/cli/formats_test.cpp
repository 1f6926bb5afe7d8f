/// What holds in every format: nothing that must be known to read a figure is left out, and a figure reads
/// the same.
#include <algorithm>
#include <cmath>
#include <regex>
#include <sstream>

#include "brief/xlsx_reader.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"
#include "burden/calc/number.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/run.hpp"
#include "burden/inputs/brief_file.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;

namespace {

/// Letters and digits alone: what no format changes.
std::string bare(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        result += kept ? std::string(1, c) : "";
    }
    return result;
}

std::string without(const std::string& text, const char* pattern, const char* instead = "") {
    return std::regex_replace(text, std::regex(pattern), instead);
}

std::string all_texts_of(const std::string& workbook) {
    std::string text;
    for (const auto& [name, xml] : xlsx_files(workbook)) {
        text += name == "xl/sharedStrings.xml" || name.starts_with("xl/worksheets/sheet") ? xml : "";
    }
    return without(text, "<[^>]*>");
}

/// A page without its script and its marks.
std::string words_of_page(const std::string& page) {
    std::string text;
    bool inside = false;
    std::size_t at = 0;
    // Scripts are long: they are skipped by hand.
    while (at < page.size()) {
        if (page.compare(at, 7, "<script") == 0) {
            at = page.find("</script>", at);
            continue;
        }
        inside = page[at] == '<' || (inside && page[at] != '>');
        text += inside || page[at] == '>' ? "" : std::string(1, page[at]);
        ++at;
    }
    return without(text, "&(amp|lt|gt|quot|#[0-9]+|#x[0-9a-fA-F]+);");
}

std::string words_of_latex(const std::string& text) {
    std::string plain = without(text, R"(\\textsuperscript\{[^}]*\})");
    plain = without(plain, R"(\\[a-zA-Z]+(\{\})?)");
    return plain;
}

/// The answers of a ready-made brief's sections.
std::vector<brief::Answer> answers_of(const inputs::ReadyBrief& ready) {
    const auto file = inputs::read_brief(ready.text, ready.name);
    REQUIRE(file);
    std::vector<brief::Answer> answers;
    for (const inputs::BriefSection& section : file->sections) {
        std::ostringstream sink;
        std::vector<cli::Given> given;
        cli::Session session{.out = sink, .err = sink, .given = &given};
        cli::run(section.question, session);
        REQUIRE(given.size() == 1);
        brief::Answer answer = given.front().answer;
        if (!section.tables.empty()) {
            std::erase_if(answer.tables, [&](const brief::Table& table) {
                return std::find(section.tables.begin(), section.tables.end(), table.id) ==
                       section.tables.end();
            });
        }
        answers.push_back(std::move(answer));
    }
    return answers;
}

/// What must be known to read an answer.
std::vector<std::string> to_be_said(const brief::Answer& answer) {
    std::vector<std::string> texts = answer.notes;
    texts.insert(texts.end(), answer.warnings.begin(), answer.warnings.end());
    texts.insert(texts.end(), answer.basis.words.begin(), answer.basis.words.end());
    for (const std::string* part : {&answer.basis.definition, &answer.basis.denominator, &answer.basis.gdp,
                                    &answer.basis.rate, &answer.basis.as_of}) {
        texts.push_back(*part);
    }
    for (const brief::Citation& source : answer.sources) {
        texts.insert(texts.end(), {source.key, source.title, source.publisher, source.published});
    }
    for (const auto& [mark, meaning] : brief::marks_borne(brief::tables_for_people(answer))) {
        texts.push_back(meaning);
    }
    return texts;
}

std::string written(const std::string& name, const std::string& ending, const Folder& folder) {
    const auto done = outcome("burden brief " + name + " -o out" + ending, folder);
    INFO(done.text);
    REQUIRE(done.status == 0);
    return text_of(folder.path() / ("out" + ending));
}

/// Figures of the tables for people, in their order, as they read: "−1,234.5" is "-1234.5".
std::vector<std::string> figures_of(const std::vector<brief::Answer>& answers) {
    std::vector<std::string> figures;
    for (const brief::Answer& answer : answers) {
        for (const brief::Table* table : brief::tables_for_people(answer)) {
            for (const brief::Row& row : table->rows) {
                for (std::size_t at = 0; at < row.cells.size(); ++at) {
                    if (const auto* figure = std::get_if<brief::Figure>(&row.cells[at].content)) {
                        figures.push_back(brief::figure_text(*figure, table->columns[at]));
                    }
                }
            }
        }
    }
    return figures;
}

std::string as_read(std::string text) {
    text = without(text, "−", "-");
    return without(text, "[,+~ ]|&nbsp;|\u00A0");
}

/// Whether all of these stand among the cells of a format, one behind another.
bool stand_in_order(const std::vector<std::string>& figures, const std::vector<std::string>& cells) {
    auto cell = cells.begin();
    for (const std::string& figure : figures) {
        cell = std::find(cell, cells.end(), as_read(figure));
        if (cell == cells.end()) {
            UNSCOPED_INFO("not found in order: " << figure);
            return false;
        }
        ++cell;
    }
    return true;
}

std::vector<std::string> cells_between(const std::string& text, const char* pattern) {
    std::vector<std::string> cells;
    const std::regex cell(pattern);
    for (std::sregex_iterator match(text.begin(), text.end(), cell), end; match != end; ++match) {
        cells.push_back(as_read(without((*match)[1], "<[^>]*>")));
    }
    return cells;
}

/// Cells of lines that are rows, between `between`, without numbers of notes at their end.
std::vector<std::string> cells_of_lines(const std::string& text, const std::string& between,
                                        const char* notes) {
    std::vector<std::string> cells;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t end = std::min(line.find(between, at), line.size());
            cells.push_back(
                as_read(without(without(line.substr(at, end - at), notes), R"([{}]|\\\\\*?(\[[^\]]*\])?)")));
            at = end + between.size();
        }
    }
    return cells;
}

}  // namespace

TEST_CASE("every note, source, basis and mark of a brief stands in every format", "[cli][formats]") {
    const Folder folder;
    for (const inputs::ReadyBrief& ready : inputs::ready_briefs()) {
        const std::string name(ready.name);
        const std::vector<std::pair<std::string, std::string>> formats = {
            {"md", bare(written(name, ".md", folder))},
            {"html", bare(words_of_page(written(name, ".html", folder)))},
            {"latex", bare(words_of_latex(written(name, ".tex", folder)))},
            {"csv", bare(written(name, ".csv", folder))},
            {"json", bare(without(written(name, ".json", folder), R"(\\u[0-9a-fA-F]{4})"))},
            {"xlsx", bare(all_texts_of(written(name, ".xlsx", folder)))}};
        for (const brief::Answer& answer : answers_of(ready)) {
            for (const std::string& text : to_be_said(answer)) {
                for (const auto& [format, whole] : formats) {
                    INFO(name << ", " << format << ": " << text);
                    CHECK(whole.find(bare(text)) != std::string::npos);
                }
            }
            for (const auto& [format, whole] : formats) {
                const bool for_programs = format == "csv" || format == "json";
                for (const brief::Table* table :
                     for_programs ? brief::tables_for_programs(answer) : brief::tables_for_people(answer)) {
                    INFO(name << ", " << format << ": " << table->title);
                    CHECK(whole.find(bare(table->title)) != std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("a figure of a brief reads the same on every page", "[cli][formats]") {
    const Folder folder;
    for (const inputs::ReadyBrief& ready : inputs::ready_briefs()) {
        const std::string name(ready.name);
        const auto answers = answers_of(ready);
        const auto figures = figures_of(answers);
        REQUIRE(figures.size() > 50);
        INFO(name);
        const std::string page = written(name, ".html", folder);
        CHECK(stand_in_order(figures, cells_between(page, "<td[^>]*>(.*?)</td>")));
        CHECK(stand_in_order(figures, cells_of_lines(written(name, ".md", folder), "|", "[¹²³⁴⁵⁶⁷⁸⁹⁰]+$")));
        CHECK(stand_in_order(figures,
                             cells_of_lines(written(name, ".tex", folder), " & ", R"(\\notes\{[^}]*\})")));
    }
}

TEST_CASE("a figure of a brief has the same value in every file of numbers", "[cli][formats]") {
    const Folder folder;
    for (const inputs::ReadyBrief& ready : inputs::ready_briefs()) {
        const std::string name(ready.name);
        std::vector<double> numbers;
        for (const auto& sheet : xlsx_files(written(name, ".xlsx", folder))) {
            const std::regex value("<v>([-0-9.eE+]+)</v>");
            for (std::sregex_iterator match(sheet.second.begin(), sheet.second.end(), value), end;
                 match != end; ++match) {
                numbers.push_back(std::stod((*match)[1]));
            }
        }
        std::sort(numbers.begin(), numbers.end());
        const auto in_workbook = [&](const brief::Figure& figure) {
            const auto wanted = calc::as<double>(figure.value);
            // Parts that were rounded so that they add stand unrounded in a workbook.
            const double off =
                figure.footed ? std::pow(10, -*figure.footed) : std::max(1e-12, std::abs(wanted) * 1e-12);
            const auto found = std::lower_bound(numbers.begin(), numbers.end(), wanted - off);
            return found != numbers.end() && *found <= wanted + off;
        };
        const std::string csv = written(name, ".csv", folder);
        const std::string json = written(name, ".json", folder);
        for (const brief::Answer& answer : answers_of(ready)) {
            for (const brief::Table* table : brief::tables_for_people(answer)) {
                for (const brief::Row& row : table->rows) {
                    for (const brief::Cell& cell : row.cells) {
                        if (const auto* figure = std::get_if<brief::Figure>(&cell.content)) {
                            INFO(name << " " << table->id << " " << brief::plain_figure(*figure));
                            CHECK(in_workbook(*figure));
                        }
                    }
                }
            }
            for (const brief::Table* table : brief::tables_for_programs(answer)) {
                for (const brief::Row& row : table->rows) {
                    for (const brief::Cell& cell : row.cells) {
                        if (const auto* figure = std::get_if<brief::Figure>(&cell.content)) {
                            INFO(name << " " << table->id << " " << brief::plain_figure(*figure));
                            CHECK(csv.find(brief::plain_figure(*figure)) != std::string::npos);
                            CHECK(json.find(brief::plain_figure(*figure)) != std::string::npos);
                        }
                    }
                }
            }
        }
    }
}
