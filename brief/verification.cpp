#include "burden/brief/verification.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace burden::brief {
namespace {

constexpr std::size_t most_shown = 20;

using Fields = std::vector<std::string>;

/// A CSV in lines of fields; what is no CSV comes out as some lines of some fields.
std::vector<Fields> lines_of(std::string_view csv) {
    std::vector<Fields> lines;
    Fields fields;
    std::string field;
    bool in_quotes = false;
    for (std::size_t at = 0; at < csv.size(); ++at) {
        const char c = csv[at];
        if (in_quotes) {
            if (c == '"' && at + 1 < csv.size() && csv[at + 1] == '"') {
                field += csv[++at];
            } else if (c == '"') {
                in_quotes = false;
            } else {
                field += c;
            }
        } else if (c == '"') {
            in_quotes = true;
        } else if (c == ',' || c == '\n') {
            fields.push_back(std::move(field));
            field.clear();
            if (c == '\n') {
                lines.push_back(std::move(fields));
                fields.clear();
            }
        } else {
            field += c;
        }
    }
    if (!field.empty() || !fields.empty()) {
        fields.push_back(std::move(field));
        lines.push_back(std::move(fields));
    }
    return lines;
}

/// A field where two results part.
struct Difference {
    std::string file;
    std::string row;
    std::string column;
    std::optional<std::string> recorded = {};
    std::optional<std::string> anew = {};
};

template <typename T>
const T* at_or_none(const std::vector<T>& list, std::size_t at) {
    return at < list.size() ? &list[at] : nullptr;
}

std::optional<std::string> field_at(const Fields* line, std::size_t at) {
    const std::string* const field = line == nullptr ? nullptr : at_or_none(*line, at);
    return field == nullptr ? std::nullopt : std::optional(*field);
}

void add_differences_of_tables(const std::string& file, std::string_view recorded, std::string_view anew,
                               std::vector<Difference>& all) {
    const auto before = lines_of(recorded);
    const auto now = lines_of(anew);
    for (std::size_t line = 0; line < std::max(before.size(), now.size()); ++line) {
        const Fields* const old_line = at_or_none(before, line);
        const Fields* const new_line = at_or_none(now, line);
        const std::size_t fields =
            std::max(old_line == nullptr ? 0 : old_line->size(), new_line == nullptr ? 0 : new_line->size());
        for (std::size_t at = 0; at < fields; ++at) {
            const auto one = field_at(old_line, at);
            const auto other = field_at(new_line, at);
            if (one == other) {
                continue;
            }
            const auto first = field_at(new_line != nullptr ? new_line : old_line, 0);
            const auto named = field_at(at_or_none(now, 0), at);
            const auto formerly = field_at(at_or_none(before, 0), at);
            all.push_back(
                {.file = file,
                 .row = line == 0 ? "head" : std::to_string(line) + (at > 0 && first ? ": " + *first : ""),
                 .column = named ? *named : formerly.value_or(""),
                 .recorded = one,
                 .anew = other});
        }
    }
}

/// The first line where two texts part; none where only their breaks at the end do.
void add_first_difference(const std::string& file, std::string_view recorded, std::string_view anew,
                          std::vector<Difference>& all) {
    for (std::size_t line = 1;; ++line) {
        const auto taken_line = [](std::string_view& text) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string result(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            return result.substr(std::min(result.find_first_not_of(' '), result.size()));
        };
        const std::optional<std::string> one =
            recorded.empty() ? std::nullopt : std::optional(taken_line(recorded));
        const std::optional<std::string> other =
            anew.empty() ? std::nullopt : std::optional(taken_line(anew));
        if (one != other) {
            all.push_back({.file = file,
                           .row = "line " + std::to_string(line),
                           .column = "",
                           .recorded = one,
                           .anew = other});
            return;
        }
        if (!one) {
            return;
        }
    }
}

const ResultAnew* anew_of(const Verification& verification, const std::string& path) {
    const auto found = std::find_if(verification.anew.begin(), verification.anew.end(),
                                    [&](const ResultAnew& result) { return result.path == path; });
    return found == verification.anew.end() ? nullptr : &*found;
}

std::vector<const ResultAnew*> unrecorded(const Verification& verification) {
    std::vector<const ResultAnew*> results;
    for (const ResultAnew& result : verification.anew) {
        const bool known =
            std::any_of(verification.results.begin(), verification.results.end(),
                        [&](const FoundFile& found) { return found.record.path == result.path; });
        if (!known) {
            results.push_back(&result);
        }
    }
    return results;
}

std::string state_of(const FoundFile& found, const Verification& verification) {
    const ResultAnew* const anew = anew_of(verification, found.record.path);
    if (anew == nullptr) {
        return "does not come out of this run";
    }
    if (anew->text == found.text) {
        return found.as_recorded ? "identical" : "identical, but the manifest has another fingerprint";
    }
    return found.as_recorded ? "comes out otherwise" : "changed since it was recorded";
}

std::vector<Difference> differences(const Verification& verification) {
    std::vector<Difference> all;
    for (const FoundFile& found : verification.results) {
        const ResultAnew* const anew = anew_of(verification, found.record.path);
        if (anew == nullptr || anew->text == found.text) {
            continue;
        }
        if (found.record.path.ends_with(".csv")) {
            add_differences_of_tables(found.record.path, found.text, anew->text, all);
        } else {
            add_first_difference(found.record.path, found.text, anew->text, all);
        }
    }
    return all;
}

Table files_table(const Verification& verification) {
    Table table{.id = "verify",
                .title = (identical(verification) ? "Identical: " : "Not identical: ") +
                         verification.manifest.scenario,
                .columns = {{.key = "file", .label = "File", .words = true},
                            {.key = "state", .label = "Held against its record", .words = true}},
                .rows = {}};
    for (const FoundFile& found : verification.inputs) {
        table.rows.push_back(
            {.cells = {found.record.path,
                       found.as_recorded ? "as recorded" : "changed since it was recorded"}});
    }
    for (const FoundFile& found : verification.results) {
        table.rows.push_back({.cells = {found.record.path, state_of(found, verification)}});
    }
    for (const ResultAnew* const result : unrecorded(verification)) {
        table.rows.push_back({.cells = {result->path, "not on record"}});
    }
    return table;
}

Table differences_table(const std::vector<Difference>& all) {
    Table table{.id = "verify-differences",
                .title = "What differs",
                .columns = {{.key = "file", .label = "File", .words = true},
                            {.key = "row", .label = "Row", .words = true},
                            {.key = "column", .label = "Column", .words = true},
                            {.key = "recorded", .label = "Recorded", .words = true},
                            {.key = "recomputed", .label = "Recomputed", .words = true}},
                .rows = {}};
    const auto cell = [](const std::optional<std::string>& text) { return text ? Cell(*text) : Cell(); };
    for (std::size_t at = 0; at < std::min(all.size(), most_shown); ++at) {
        const Difference& one = all[at];
        table.rows.push_back({.cells = {one.file, one.row, one.column, cell(one.recorded), cell(one.anew)}});
    }
    return table;
}

}  // namespace

bool identical(const Verification& verification) {
    const auto& results = verification.results;
    return std::all_of(verification.inputs.begin(), verification.inputs.end(),
                       [](const FoundFile& found) { return found.as_recorded; }) &&
           std::all_of(
               results.begin(), results.end(),
               [&](const FoundFile& found) { return state_of(found, verification) == "identical"; }) &&
           unrecorded(verification).empty();
}

Answer verification_answer(const Verification& verification) {
    Answer answer{.command = "verify", .tables = {files_table(verification)}};
    const auto all = differences(verification);
    if (!all.empty()) {
        answer.tables.push_back(differences_table(all));
    }
    if (all.size() > most_shown) {
        answer.notes.push_back("The first " + std::to_string(most_shown) + " of " +
                               std::to_string(all.size()) + " differences.");
    }
    if (verification.manifest.version != verification.version) {
        answer.notes.push_back("Recorded by burden " + verification.manifest.version + "; this is " +
                               verification.version + ".");
    }
    if (verification.manifest.embedded_facts != verification.embedded_facts) {
        answer.notes.push_back(
            "Recorded with other facts compiled in: " + verification.manifest.embedded_facts + ", and here " +
            verification.embedded_facts + ".");
    }
    return answer;
}

}  // namespace burden::brief
