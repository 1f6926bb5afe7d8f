/// Japanese, whole: every text of the answers that the pages ask for has a translation, and every line of the
/// catalogue is asked for.
#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "brief/xlsx_reader.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/brief/japanese.hpp"
#include "burden/cli/give.hpp"
#include "burden/inputs/scenario.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"
#include "support/path_instead.hpp"

namespace fs = std::filesystem;
using namespace burden;
using namespace burden::tests;

namespace {

/// The words of a command line; none for one that a shell would do more with.
std::vector<std::string> words_of(const std::string& whole) {
    std::vector<std::string> words;
    std::string word;
    // What follows is a pipe, or says what a command is for.
    const std::string line =
        whole.substr(0, std::min({whole.find(" | "), whole.find(" > "), whole.find("  ")}));
    char quote = '\0';
    bool begun = false;
    for (const char c : line) {
        if (quote != '\0') {
            if (c == quote) {
                quote = '\0';
            } else {
                word += c;
            }
        } else if (c == '"' || c == '\'') {
            quote = c;
            begun = true;
        } else if (c == ' ') {
            if (begun) {
                words.push_back(word);
            }
            word.clear();
            begun = false;
        } else if (std::string_view("|><;&#$").find(c) != std::string_view::npos) {
            return {};
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun) {
        words.push_back(word);
    }
    return words;
}

/// Command lines of the pages and transcripts.
std::set<std::string> lines_of_pages() {
    static const std::regex line(R"((?:^|\n|`)(?:\$ )?(?:\./run|burden)( [a-z][^\n`]*))");
    std::set<std::string> lines;
    const fs::path root(BURDEN_SOURCE_DIR);
    std::vector<fs::path> files = {root / "README.md"};
    for (const char* folder : {"docs", "tests/cli/transcripts"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.path().extension() == ".md" || entry.path().extension() == ".console") {
                files.push_back(entry.path());
            }
        }
    }
    for (const fs::path& file : files) {
        const std::string text = text_of(file);
        for (std::sregex_iterator match(text.begin(), text.end(), line), end; match != end; ++match) {
            lines.insert((*match)[1].str().substr(1));
        }
    }
    return lines;
}

/// Every ready-made scenario put to every question.
std::set<std::string> lines_of_scenarios() {
    std::set<std::string> lines;
    for (const auto& scenario : inputs::ready_made_scenarios()) {
        const std::string name(scenario.name);
        lines.insert("run " + name);
        lines.insert("show " + name);
        lines.insert("diff baseline " + name + " --why");
        lines.insert("diff baseline " + name + " --metric hosting");
        lines.insert("fiscal jpn " + name + " --tax 50% --debt 50% --interest 1%");
        lines.insert("tornado " + name + " --metric jpn.spending[FY2035]");
        lines.insert("solve " + name +
                     " --vary jpn.target.share --so-that 'jpn.spending[FY2035] <= 30 tn JPY'");
        lines.insert("sweep " + name + " --grid jpn.target.share=2%,3% --metric jpn.spending[FY2035]");
    }
    for (const char* country : {"aus", "chn", "deu", "gbr", "jpn", "kor", "phl", "pol", "usa"}) {
        const std::string name(country);
        lines.insert("target " + name + " --share 3.5% --by 2035 --path linear,geometric,s-curve,step");
        lines.insert("ratio " + name + " 2024");
        lines.insert("ledger " + name);
        lines.insert("facts --country " + name);
        lines.insert("hns " + name);
    }
    lines.insert(
        "hns jpn-sma-2022 --renewals lapse,bridge,flat,cpi:cap=5%,budget,step:8.3%,x4,"
        "cost-plus:50%:base=guest,share:75%:base=guest+host,per-head:30000USD");
    lines.insert("keys");
    lines.insert("sources");
    lines.insert("claims");
    return lines;
}

/// The answers to a command line; none where it is refused, names files, or writes its answer in pieces.
std::vector<brief::Answer> answers_to(const std::string& line) {
    const auto words = words_of(line);
    static const std::set<std::string> asked = {"target", "hns",     "ledger", "claim",   "claims",  "run",
                                                "show",   "diff",    "fiscal", "ratio",   "convert", "sweep",
                                                "solve",  "tornado", "facts",  "sources", "keys"};
    const bool writes = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "-o" || word.starts_with("--output") || word.starts_with("--format") ||
               word == "--help";
    });
    if (words.empty() || !asked.contains(words.front()) || writes) {
        return {};
    }
    std::ostringstream out;
    std::ostringstream err;
    std::vector<cli::Given> given;
    cli::Session session{.out = out, .err = err, .given = &given};
    cli::run(words, session);
    std::vector<brief::Answer> answers;
    for (const cli::Given& one : given) {
        answers.push_back(one.answer);
    }
    return answers;
}

/// All answers, with the command lines that gave them.
const std::vector<std::pair<std::string, brief::Answer>>& all_answers() {
    static const auto once = [] {
        std::vector<std::pair<std::string, brief::Answer>> all;
        auto lines = lines_of_pages();
        lines.merge(lines_of_scenarios());
        for (const std::string& line : lines) {
            for (brief::Answer& answer : answers_to(line)) {
                all.emplace_back(line, std::move(answer));
            }
        }
        return all;
    }();
    return once;
}

/// Every text that people read in an answer, but keys and titles of sources.
std::vector<std::string> texts_of(const brief::Answer& answer) {
    std::vector<std::string> texts;
    const auto add_all = [&](const std::vector<std::string>& more) {
        texts.insert(texts.end(), more.begin(), more.end());
    };
    for (const brief::Table& table : answer.tables) {
        const bool sources = table.id == "sources" || table.id == "source";
        if (table.id != "source") {
            texts.push_back(table.title);
        }
        texts.push_back(table.caption);
        for (const auto& mark : table.marks) {
            texts.push_back(mark.second);
        }
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const brief::Column& column = table.columns[at];
            add_all({column.label, column.group});
            const bool stays = column.key == "key" || column.key == "sources" || column.key == "publisher" ||
                               (sources && (column.key == "title" || column.key == "text"));
            if (stays || table.audience == brief::Audience::programs) {
                continue;
            }
            for (const brief::Row& row : table.rows) {
                if (const auto* words = std::get_if<std::string>(&row.cells[at].content)) {
                    texts.push_back(*words);
                }
            }
        }
    }
    for (const brief::Chart& chart : answer.charts) {
        add_all({chart.title, chart.caption, chart.place_label, chart.value_label});
        add_all(chart.places);
        for (const auto& series : chart.series) {
            add_all({series.label, series.definition, series.stage});
        }
        for (const auto& event : chart.events) {
            texts.push_back(event.label);
        }
        for (const auto& line : chart.lines) {
            texts.push_back(line.label);
        }
    }
    add_all(answer.notes);
    add_all(answer.warnings);
    add_all(answer.basis.words);
    add_all({answer.basis.definition, answer.basis.denominator, answer.basis.gdp, answer.basis.rate,
             answer.basis.currency, answer.basis.prices});
    return texts;
}

/// Texts, each with a command line that asks for it.
const std::map<std::string, std::string>& all_texts() {
    static const auto once = [] {
        std::map<std::string, std::string> all;
        for (const auto& [line, answer] : all_answers()) {
            for (const std::string& text : texts_of(answer)) {
                all.emplace(text, line);
            }
        }
        return all;
    }();
    return once;
}

/// English words that are left: small letters side by side that are no part of a name, a key or a command.
std::vector<std::string> words_left(const std::string& japanese) {
    static const std::regex command(R"(burden [a-z]+( [A-Za-z0-9.,:=+%_-]+)*)");
    static const std::regex piece(R"([A-Za-z0-9._:/=+@#%&×\[\]-]+)");
    static const std::set<std::string> names = {
        "Burden",   "Foreign", "Policy",     "American", "Action",        "Forum",
        "baseline", "offsets", "stagnation", "lapse",    "bridge",        "flat",
        "cpi",      "budget",  "to",         "linear",   "geometric",     "front",
        "back",     "step",    "growth",     "true",     "allow_extreme", "why",
        "ranges",   "xK",      "json",       "pp",       "share"};
    const std::string text = std::regex_replace(japanese, command, "");
    std::vector<std::string> left;
    for (std::sregex_iterator match(text.begin(), text.end(), piece), end; match != end; ++match) {
        const std::string word = match->str();
        const bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        const bool key = word.find_first_of("-._:/=+@#[]0123456789") != std::string::npos;
        if (word.size() > 1 && small && !key && !names.contains(word)) {
            left.push_back(word);
        }
    }
    return left;
}

}  // namespace

TEST_CASE("every text of every answer that the pages ask for is put into Japanese", "[cli][language]") {
    REQUIRE(all_answers().size() > 300);
    REQUIRE(all_texts().size() > 2000);
    for (const auto& [text, line] : all_texts()) {
        const auto translation = brief::japanese(text);
        INFO("burden " << line << '\n' << text << '\n' << translation.text);
        CHECK(translation.whole);
        CHECK(words_left(translation.text).empty());
    }
}

TEST_CASE("a ready-made brief is Japanese from its title to its sources", "[cli][language]") {
    static const std::regex code("`[^`]*`");
    for (const char* name : {"renewal", "targets", "allies", "jpn-5-by-2035", "jpn-5-half-taxed"}) {
        const auto brief = called({"brief", name, "--lang", "ja", "--format", "md"});
        REQUIRE(brief.code == cli::ExitCode::done);
        const std::string text = brief.out.substr(0, brief.out.find("出典**"));
        REQUIRE(text.size() < brief.out.size());
        std::string plain;
        for (const char c : std::regex_replace(text, code, "")) {
            plain += c == '\\' ? "" : std::string(1, c);
        }
        INFO(name);
        CHECK(words_left(plain) == std::vector<std::string>{});
    }
}

TEST_CASE("the page without a command is had in Japanese too", "[cli][language]") {
    const auto page = called({"--lang", "ja"});
    CHECK(page.code == cli::ExitCode::done);
    const std::string text = page.out.substr(0, page.out.find(" 出典 "));
    REQUIRE(text.size() < page.out.size());
    CHECK(words_left(text) == std::vector<std::string>{});
    CHECK(called({"--lang", "jp"}).code == cli::ExitCode::refused);
}

TEST_CASE("no line of the catalogue is there for nothing", "[cli][language]") {
    std::set<std::size_t> used;
    for (const auto& [text, line] : all_texts()) {
        const auto translation = brief::japanese(text);
        used.insert(translation.entries.begin(), translation.entries.end());
    }
    std::set<std::string> rare;
    const std::string listed = text_of(fs::path(BURDEN_SOURCE_DIR) / "tests/cli/rare_texts.txt");
    for (std::size_t at = 0; at < listed.size();) {
        const std::size_t end = listed.find('\n', at);
        rare.insert(listed.substr(at, end - at));
        at = end + 1;
    }
    const auto entries = brief::japanese_catalogue();
    for (std::size_t at = 0; at < entries.size(); ++at) {
        INFO(entries[at].english);
        CHECK((used.contains(at) || rare.contains(std::string(entries[at].english))));
    }
}

TEST_CASE("figures of an answer in Japanese are those of the English one, in the unit of the column",
          "[cli][language]") {
    std::size_t figures = 0;
    for (const auto& [line, answer] : all_answers()) {
        INFO("burden " << line);
        const auto japanese = brief::in_language(answer, brief::Language::ja);
        for (std::size_t t = 0; t < answer.tables.size(); ++t) {
            const brief::Table& before = answer.tables[t];
            const brief::Table& after = japanese.tables[t];
            for (std::size_t column = 0; column < before.columns.size(); ++column) {
                const std::string& unit = before.columns[column].unit;
                const bool grown = unit.ends_with(" bn") && after.columns[column].unit != unit;
                const calc::Decimal times(unit == "mn persons" ? 100 : grown ? 10 : 1);
                for (std::size_t row = 0; row < before.rows.size(); ++row) {
                    const auto* one = std::get_if<brief::Figure>(&before.rows[row].cells[column].content);
                    if (one != nullptr) {
                        const auto& other = std::get<brief::Figure>(after.rows[row].cells[column].content);
                        CHECK(other.value == one->value * times);
                        ++figures;
                    }
                }
            }
        }
    }
    CHECK(figures > 1000);
}

TEST_CASE("a language is asked for by name", "[cli][language]") {
    const auto japanese = called({"target", "jpn", "--share", "2%", "--by", "2030", "--lang", "ja"});
    CHECK(japanese.code == cli::ExitCode::done);
    CHECK(japanese.out.find("日本：2030年度までに対GDP比2%とする費用") == 0);
    CHECK(japanese.out.find(" 出典 ") != std::string::npos);
    const auto english = called({"target", "jpn", "--share", "2%", "--by", "2030"});
    CHECK(called({"target", "jpn", "--share", "2%", "--by", "2030", "--lang", "en"}).out == english.out);
    const auto unknown = called({"target", "jpn", "--share", "2%", "--by", "2030", "--lang", "jp"});
    CHECK(unknown.code == cli::ExitCode::refused);
    CHECK(unknown.err ==
          "--lang: error: unknown language 'jp'\n  | jp\n  | ^^\n  = allowed: en, ja\n"
          "  = nearest: 'ja'\n");
}

TEST_CASE("programs read the same rows in every language", "[cli][language]") {
    for (const char* format : {"csv", "json"}) {
        std::vector<std::string> call = {
            "sweep",    "baseline", "--grid", "jpn.target.share=2%,3%", "--metric", "jpn.spending[FY2030]",
            "--format", format};
        const auto english = called(call);
        call.insert(call.end(), {"--lang", "ja"});
        const auto japanese = called(call);
        CHECK(english.code == cli::ExitCode::done);
        if (std::string(format) == "csv") {
            CHECK(japanese.out == english.out);
        } else {
            CHECK(japanese.out != english.out);
        }
    }
}

namespace {

/// Text between marks, with the few signs that files of marks write otherwise.
std::string without_marks(const std::string& text) {
    static const std::regex mark("<[^>]*>");
    static const std::regex address("https?://[^ <]*");
    return std::regex_replace(std::regex_replace(text, mark, " "), address, "");
}

/// The digits of every cell that is a figure, in order.
std::vector<std::string> digits_of_cells(const std::string& page) {
    static const std::regex cell("<td[^>]*>(.*?)</td>");
    static const std::regex figure("[+−]?[0-9][0-9,.]*");
    static const std::regex notes("<sup>[^<]*</sup>");
    std::vector<std::string> all;
    for (std::sregex_iterator match(page.begin(), page.end(), cell), end; match != end; ++match) {
        const std::string text = std::regex_replace((*match)[1].str(), notes, "");
        if (std::regex_match(text, figure)) {
            std::string digits;
            for (const char c : text) {
                digits += c >= '0' && c <= '9' && (c != '0' || !digits.empty()) ? std::string(1, c) : "";
            }
            all.push_back(digits);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a brief in Japanese has the English figures in a word processor's file, and no English word",
          "[cli][language]") {
    const Folder folder;
    // What a document is made of, in place of the document.
    const auto stand_in = folder.file("pandoc", "#!/bin/sh\nprintf PK; /bin/cat\n");
    fs::permissions(stand_in, fs::perms::owner_all);
    const PathInstead path(folder.path().string());
    for (const char* name : {"renewal", "targets", "allies"}) {
        INFO(name);
        const auto page_in = [&](const std::string& language) {
            const std::string file = (folder.path() / (language + name + ".docx")).string();
            const auto made = called({"brief", name, "--lang", language, "--format", "docx", "-o", file});
            INFO(made.err);
            REQUIRE(made.code == cli::ExitCode::done);
            return text_of(file);
        };
        const std::string japanese = page_in("ja");
        const auto figures = digits_of_cells(page_in("en"));
        CHECK(figures.size() > 30);
        CHECK(figures == digits_of_cells(japanese));
        const std::size_t sources = japanese.find(">出典<");
        REQUIRE(sources != std::string::npos);
        const std::string before_sources = japanese.substr(0, japanese.rfind('<', sources));
        static const std::regex code("<code>[^<]*</code>");
        const std::string body = before_sources.substr(before_sources.find("<body"));
        CHECK(words_left(without_marks(std::regex_replace(body, code, ""))) == std::vector<std::string>{});
    }
}

TEST_CASE("a workbook in Japanese has the inputs and results of the English one, called in Japanese",
          "[cli][language]") {
    const Folder folder;
    for (const std::vector<std::string>& line : std::vector<std::vector<std::string>>{
             {"brief", "targets"},
             {"target", "jpn", "--core", "3.5%", "--related", "1.5%", "--by", "2035", "--currency", "USD"},
             {"hns", "jpn-sma-2022", "--renewals", "lapse:mixed=18%,flat,cpi:cap=5%,step:8.3%,x4", "--fx",
              "120"},
             {"fiscal", "jpn", "jpn-5-half-taxed"},
             {"ratio", "jpn", "FY2022"},
             {"ratio", "usa", "FY2025"},
             {"ratio", "gbr", "2025"},
             {"convert", "43 tn JPY", "--over", "FY2023..FY2027", "--to", "USD", "--prices", "constant:2025",
              "--all-methods"},
             {"convert", "1.5 bn KRW", "--to", "EUR", "--all-methods"},
             {"claim", "8.6 billion USD per year", "--of", "jpn-sma-2022"},
             {"claim", "7.2%", "--of", "chn:defence-growth"},
             {"ledger", "jpn"},
             {"tornado", "jpn-5-by-2035", "--metric", "jpn.extra[total]"},
             {"sweep", "jpn-5-by-2035", "--grid", "jpn.target.share=3%:5%:1%", "--metric",
              "jpn.spending[FY2030]"}}) {
        const auto sheets_in = [&](const std::string& language) {
            std::vector<std::string> words = line;
            const std::string file = (folder.path() / (language + ".xlsx")).string();
            words.insert(words.end(), {"--lang", language, "-o", file});
            if (line.front() == "brief") {
                words.insert(words.end(), {"--format", "xlsx"});
            }
            const auto made = called(words);
            INFO(made.err);
            // A claim that is refuted says so.
            REQUIRE((made.code == cli::ExitCode::done || made.code == cli::ExitCode::no));
            return xlsx_sheets(text_of(file));
        };
        const auto english = sheets_in("en");
        const auto japanese = sheets_in("ja");
        REQUIRE(english.size() == japanese.size());
        std::size_t compared = 0;
        for (std::size_t at = 0; at < english.size(); ++at) {
            const bool whole_units = english[at].name == "Inputs" || english[at].name.starts_with("Model");
            for (const auto& [address, cell] : english[at].cells) {
                const auto& other = japanese[at].cells.at(address);
                INFO(line.front() << " " << english[at].name << " " << address << " " << other.text);
                CHECK(cell.formula.empty() == other.formula.empty());
                if (cell.value && whole_units) {
                    CHECK(cell.value == other.value);
                    ++compared;
                }
                const bool is_label = address.front() == 'A' || (address.front() == 'C' && at > 0);
                if (cell.text.starts_with("How the results follow")) {
                    CHECK(words_left(other.text) == std::vector<std::string>{});
                }
                if (whole_units && is_label) {
                    CHECK(words_left(other.text) == std::vector<std::string>{});
                }
            }
        }
        CHECK(compared > 10);
    }
}
