#include "burden/inputs/brief_file.hpp"

#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/scenario_settings.hpp"
#include "burden/inputs/table_reader.hpp"

namespace burden::inputs {

namespace {

constexpr std::size_t most_sections = 20;
constexpr std::size_t longest_command = 1'000;

BriefSection read_section(const TomlNode& node, FileProblems& problems) {
    TableReader reader(node, "the section", problems);
    BriefSection section;
    section.heading = reader.text("heading");
    section.text = reader.texts("text", longest_note);
    const TomlNode* const command = reader.text_node("question", longest_command);
    if (command != nullptr) {
        section.place = place_in(problems, command->place);
        if (const auto words = reader.parsed(command, command_words)) {
            section.question = *words;
        }
    }
    section.tables = reader.texts("tables");
    section.charts = reader.truth("charts", true);
    reader.refuse_others();
    if (section.text.empty() && command == nullptr) {
        problems.error(node.place, "a section has 'text' or a 'question'");
    }
    return section;
}

}  // namespace

calc::Parsed<std::vector<std::string>> command_words(std::string_view line) {
    std::vector<std::string> words;
    bool open = false;
    char quote = 0;
    std::size_t quoted_at = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (quote == 0 && c == ' ') {
            open = false;
            continue;
        }
        if (!open) {
            words.emplace_back();
            open = true;
        }
        if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
            quoted_at = at;
        } else if (c == quote) {
            quote = 0;
        } else {
            words.back() += c;
        }
    }
    if (quote != 0) {
        return calc::Fault{
            .message = "a quote is not closed", .at = quoted_at, .length = line.size() - quoted_at};
    }
    if (!words.empty() && words.front() == "burden") {
        words.erase(words.begin());
    }
    if (words.empty()) {
        return calc::Fault{.message = "a question is a command line",
                           .at = 0,
                           .length = std::max<std::size_t>(1, line.size()),
                           .allowed = {"target jpn --share 5% --by 2035"}};
    }
    return words;
}

Reading<BriefFile> read_brief(std::string_view bytes, std::string_view file) {
    const std::string_view text = without_byte_order_mark(bytes);
    FileProblems problems(text.substr(0, std::min(text.size(), largest_file)), file);
    auto root = read_toml(text, problems);
    if (!root) {
        return problems.diagnostics();
    }
    // What the file lacks is missed nowhere in particular.
    root->place = {};
    TableReader reader(*root, "the brief", problems);
    BriefFile brief;
    brief.title = reader.required_text("title");
    brief.question = reader.required_text("question");
    brief.author = reader.text("author");
    brief.assumptions = reader.texts("assumptions", longest_note);
    brief.leaves_out = reader.texts("leaves_out", longest_note);
    for (const TomlNode* section : reader.tables("sections", most_sections)) {
        brief.sections.push_back(read_section(*section, problems));
    }
    if (reader.find("sections") == nullptr) {
        problems.error({}, "a brief has sections",
                       {.allowed = {"[[sections]] with 'heading', 'text' and 'question'"}});
    }
    reader.refuse_others();
    if (problems.has_errors()) {
        return problems.diagnostics();
    }
    return {std::move(brief), problems.diagnostics()};
}

}  // namespace burden::inputs
