#include "burden/inputs/scenario_edit.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

#include "burden/calc/in_order.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/parse.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/inputs/scenario_changes.hpp"
#include "burden/inputs/scenario_draft.hpp"

namespace burden::inputs {
namespace {

struct YearFigure {
    std::string_view year;
    std::string_view figure;
};

/// "2026=1%,2027=2%" apart; none where the value is no list of years.
std::optional<std::vector<YearFigure>> figures_apart(const ScenarioKey& key, std::string_view value) {
    if (!key.by_year || value.find('=') == std::string_view::npos) {
        return std::nullopt;
    }
    std::vector<YearFigure> figures;
    for (std::size_t from = 0; from <= value.size();) {
        // A comma within a figure has no year behind it.
        std::size_t to = value.find(',', from);
        while (to != std::string_view::npos &&
               !calc::read_year(calc::trimmed(value.substr(to + 1, value.find('=', to) - to - 1)))) {
            to = value.find(',', to + 1);
        }
        const std::string_view piece = value.substr(from, std::min(to, value.size()) - from);
        const std::size_t sign = piece.find('=');
        if (sign == std::string_view::npos || !calc::read_year(calc::trimmed(piece.substr(0, sign)))) {
            return std::nullopt;
        }
        figures.push_back({calc::trimmed(piece.substr(0, sign)), calc::trimmed(piece.substr(sign + 1))});
        from = to == std::string_view::npos ? value.size() + 1 : to + 1;
    }
    return figures;
}

bool is_bare_number(std::string_view text) {
    constexpr std::size_t most_digits = 18;
    return !text.empty() && text.size() <= most_digits && (text == "0" || text.front() != '0') &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A value as a file has it, written as the one that stands there: bare, or in its quotes.
std::string written(const ScenarioKey& key, std::string_view value, std::string_view old) {
    if (key.form == ValueForm::truth) {
        return std::string(value);
    }
    if ((key.form == ValueForm::year || key.form == ValueForm::number) && is_bare_number(old) &&
        is_bare_number(value)) {
        return std::string(value);
    }
    const bool plain = value.find_first_of("'\n\r") == std::string_view::npos;
    if (old.starts_with('\'') && !old.starts_with("'''") && plain) {
        return "'" + std::string(value) + "'";
    }
    return toml_text(value);
}

/// The same, with a table for figures by year unless a text of them stands there.
std::string value_written(const ScenarioKey& key, std::string_view value, std::string_view old) {
    const auto figures = figures_apart(key, value);
    const bool is_text = old.starts_with('"') || old.starts_with('\'');
    if (!figures || (is_text && old.find('=') != std::string_view::npos)) {
        return written(key, value, old);
    }
    std::string table = "{ ";
    for (const YearFigure& one : *figures) {
        table +=
            (&one == &figures->front() ? "" : ", ") + toml_name(one.year) + " = " + toml_text(one.figure);
    }
    return table + " }";
}

/// Brings lines of one year each in line with `figures`: each year's line keeps its place and its comment.
/// False, with nothing done, where no line can stay.
bool replace_years(Draft& draft, const KeyOfSubject& key, const std::vector<YearFigure>& figures) {
    const auto year_of = [](std::string_view text) {
        const auto year = calc::read_year(text);
        return year ? std::optional(year->year) : std::nullopt;
    };
    const auto figure_of = [&](const Piece& piece) {
        return std::find_if(figures.begin(), figures.end(), [&](const YearFigure& one) {
            return year_of(one.year) == year_of(piece.entry->path.back());
        });
    };
    const auto pieces = draft.pieces_of(key);
    const bool lines = std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
        return piece.around.empty() && !piece.is_whole() && !piece.entry->is_table;
    });
    const bool some_stay = std::any_of(pieces.begin(), pieces.end(),
                                       [&](const Piece& piece) { return figure_of(piece) != figures.end(); });
    if (!lines || !some_stay) {
        return false;
    }
    const std::string text = draft.text();
    const Lines lines_of(text);
    const auto part = [&](std::size_t begin, std::size_t end) { return text.substr(begin, end - begin); };
    const auto stands = [&](const YearFigure& one) {
        return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            return year_of(piece.entry->path.back()) == year_of(one.year);
        });
    };
    std::vector<std::pair<Span, std::string>> edits;
    for (const Piece& piece : pieces) {
        const auto figure = figure_of(piece);
        if (figure == figures.end()) {
            continue;
        }
        const LaidEntry& entry = *piece.entry;
        const Span name = entry.names.back();
        const std::string old = part(entry.value.begin, entry.value.end);
        const std::size_t begin = lines_of.begin_of(entry.names.front().begin);
        const std::size_t end = lines_of.end_of(entry.value.end);
        const auto line_of = [&](const YearFigure& one) {
            return part(begin, name.begin) + toml_name(one.year) + part(name.end, entry.value.begin) +
                   written(*key.key, one.figure, old);
        };
        // A new year follows the one that it follows in the list; what comes before all others, stands there.
        std::string above;
        if (std::none_of(figures.begin(), figure, stands)) {
            for (auto one = figures.begin(); one != figure; ++one) {
                above += line_of(*one) + lines_of.line_break();
            }
        }
        std::string below;
        for (auto one = figure + 1; one != figures.end() && !stands(*one); ++one) {
            below += lines_of.line_break() + line_of(*one);
        }
        edits.emplace_back(Span{begin, begin}, above);
        edits.emplace_back(
            name, entry.path.back() == figure->year ? part(name.begin, name.end) : toml_name(figure->year));
        edits.emplace_back(entry.value, written(*key.key, figure->figure, old));
        edits.emplace_back(Span{end, end}, below);
    }
    // From the end to the start, so that what was found stays where it is.
    for (const auto& [span, by] : std::views::reverse(edits)) {
        draft.replace(span, by);
    }
    const auto gone = [&] {
        const auto all = draft.pieces_of(key);
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const Piece& piece) { return figure_of(piece) == figures.end(); });
        return found == all.end() ? std::nullopt : std::optional(*found);
    };
    for (auto piece = gone(); piece; piece = gone()) {
        draft.remove(*piece);
    }
    return true;
}

/// Where a new key may come, and how well it stands there.
struct Home {
    int merit = 0;
    std::optional<std::size_t> block = {};
    std::vector<std::size_t> inside = {};  ///< the way to an inline table: of entries, one within the other
    std::string header = {};               ///< of a new block
    std::string name = {};                 ///< of the key, there
};

/// Finds homes for a key by its whole name: "policy.jpn.target.share".
class Homes {
public:
    Homes(const Draft& draft, const KeyOfSubject& key) : draft_(draft) {
        const std::string section(to_text(key.key->section));
        full_ = section + "." + to_text(key);
        home_ =
            key.key->subject == Subject::country ? section + "." + calc::lower_case(key.subject) : section;
    }

    /// The best first.
    std::vector<Home> all() {
        for (std::size_t i = 0; i < draft_.blocks().size(); ++i) {
            const LaidBlock& block = draft_.blocks()[i];
            if (block.is_list) {
                continue;
            }
            const std::string path = joined_names(block.path);
            if (is_below(full_, path) && (i > 0 || holds_some(block.entries, home_))) {
                homes_.push_back(
                    {.merit = merit_of(path, block.entries), .block = i, .name = name_below(path)});
            }
            look_inside(i, block.entries, {});
        }
        homes_.push_back({.merit = new_block, .header = home_, .name = name_below(home_)});
        calc::put_in_order(homes_, [](const Home& a, const Home& b) { return a.merit > b.merit; });
        return homes_;
    }

private:
    static constexpr int own = 2'000'000;
    static constexpr int shared = 1'000'000;
    static constexpr int new_block = 500'000;

    static bool holds_some(const std::vector<LaidEntry>& entries, std::string_view table) {
        return std::any_of(entries.begin(), entries.end(),
                           [&](const LaidEntry& entry) { return is_below(joined_names(entry.path), table); });
    }

    std::string name_below(const std::string& path) const {
        return path.empty() ? full_ : full_.substr(path.size() + 1);
    }

    int merit_of(const std::string& path, const std::vector<LaidEntry>& entries) const {
        const int length = static_cast<int>(path.size());
        return path.size() >= home_.size()  ? own + length
               : holds_some(entries, home_) ? shared + length
                                            : length;
    }

    void look_inside(std::size_t block, const std::vector<LaidEntry>& entries,
                     const std::vector<std::size_t>& way) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const std::string path = joined_names(entries[i].path);
            if (entries[i].is_table && is_below(full_, path)) {
                auto inner = way;
                inner.push_back(i);
                // Nothing else can stand below a name whose inline table is closed.
                homes_.push_back({.merit = own + static_cast<int>(path.size()),
                                  .block = block,
                                  .inside = inner,
                                  .name = name_below(path)});
                look_inside(block, entries[i].inside, inner);
            }
        }
    }

    const Draft& draft_;
    std::string full_;
    std::string home_;
    std::vector<Home> homes_;
};

void add(Draft& draft, const Home& home, const std::string& value) {
    if (!home.block) {
        draft.add_block(home.header, home.name, value);
        return;
    }
    const LaidBlock& block = draft.blocks()[*home.block];
    if (home.inside.empty()) {
        draft.add_line(block, home.name, value);
        return;
    }
    const LaidEntry* table = &block.entries[home.inside.front()];
    for (std::size_t i = 1; i < home.inside.size(); ++i) {
        table = &table->inside[home.inside[i]];
    }
    draft.add_inside(*table, home.name, value);
}

const Setting* setting_of(const ScenarioFile& file, const KeyOfSubject& key) {
    const auto found = std::find_if(file.settings.begin(), file.settings.end(),
                                    [&](const Setting& setting) { return setting.key == key; });
    return found == file.settings.end() ? nullptr : &*found;
}

/// A reading of the text that was made, if it sets what it should and nothing else.
Reading<std::string> checked(const std::string& text, const std::vector<Setting>& wanted,
                             std::string_view name) {
    const auto file = read_scenario_file(text, name);
    if (!file) {
        return file.diagnostics();
    }
    if (!key_changes({.name = {}, .settings = wanted}, {.name = {}, .settings = file->settings}).empty()) {
        return Diagnostic{.file = std::string(name),
                          .message = "the file cannot be edited here without changing more"};
    }
    return text;
}

/// Takes out all pieces that `find` finds, one after another.
template <typename Find>
void remove_all(Draft& draft, const Find& find) {
    for (auto pieces = find(); !pieces.empty(); pieces = find()) {
        draft.remove(pieces.back());
    }
}

/// The text with a text or a list at its top, in the order of `order`; without it where `value` is empty.
Reading<std::string> with_head(std::string_view text, std::string_view head, const std::string& value,
                               std::string_view name) {
    constexpr std::string_view order[] = {"title", "author", "extends", "leaves_out", "allow_extreme"};
    const auto before = read_scenario_file(text, name);
    if (!before) {
        return before.diagnostics();
    }
    Draft draft{std::string(text)};
    const auto pieces = draft.heads_of(head);
    if (value.empty()) {
        remove_all(draft, [&] { return draft.heads_of(head); });
    } else if (!pieces.empty()) {
        draft.replace(pieces.front().entry->value, value);
    } else {
        // Behind those that come before it, else before all others.
        LaidBlock above;
        const auto& entries = draft.blocks().front().entries;
        const auto* const own = std::find(std::begin(order), std::end(order), head);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (std::find(std::begin(order), own, entries[i].path.front()) != own) {
                above.entries.assign(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            }
        }
        if (!above.entries.empty()) {
            draft.add_line(above, std::string(head), value);
        } else {
            const Lines lines(draft.text());
            std::size_t at = lines.start();
            while (at < draft.text().size() && lines.is_comment(at)) {
                at = lines.behind_break(lines.end_of(at));
            }
            const bool ends = at > lines.start() && draft.text()[at - 1] != '\n';
            const bool to_header = entries.empty() && at < draft.text().size() && !lines.is_blank(at);
            draft.replace({at, at}, (ends ? lines.line_break() : "") + std::string(head) + " = " + value +
                                        lines.line_break() + (to_header ? lines.line_break() : ""));
        }
    }
    return checked(draft.text(), before->settings, name);
}

}  // namespace

Reading<std::string> with_key(std::string_view text, const KeyOfSubject& key, std::string_view value,
                              std::string_view name) {
    const auto before = read_scenario_file(text, name);
    if (!before) {
        return before.diagnostics();
    }
    const auto setting = read_setting(to_text(key) + "=" + std::string(value), before->allow_extreme);
    if (!setting) {
        return setting.diagnostics();
    }
    const bool* const truth = std::get_if<bool>(&setting->value);
    const std::string taken = truth != nullptr ? (*truth ? "true" : "false") : setting->text;
    const Setting* const old = setting_of(*before, key);
    if (old != nullptr && old->text == taken) {
        return std::string(text);
    }
    std::vector<Setting> wanted;
    std::copy_if(before->settings.begin(), before->settings.end(), std::back_inserter(wanted),
                 [&](const Setting& other) { return other.key != key; });
    wanted.push_back(*setting);

    Draft draft{std::string(text)};
    if (old != nullptr) {
        const auto pieces = draft.pieces_of(key);
        const auto figures = figures_apart(*key.key, taken);
        if (pieces.size() == 1 && pieces.front().is_whole()) {
            const Span span = pieces.front().entry->value;
            draft.replace(span,
                          value_written(*key.key, taken, text.substr(span.begin, span.end - span.begin)));
            return checked(draft.text(), wanted, name);
        }
        if (figures && replace_years(draft, key, *figures)) {
            return checked(draft.text(), wanted, name);
        }
        remove_all(draft, [&] { return draft.pieces_of(key); });
    }
    Reading<std::string> result =
        Diagnostic{.file = std::string(name), .message = "the file has no place for it"};
    for (const Home& home : Homes(draft, key).all()) {
        Draft attempt = draft;
        add(attempt, home, value_written(*key.key, taken, ""));
        result = checked(attempt.text(), wanted, name);
        if (result) {
            break;
        }
    }
    return result;
}

Reading<std::string> without_key(std::string_view text, const KeyOfSubject& key, std::string_view name) {
    const auto before = read_scenario_file(text, name);
    if (!before) {
        return before.diagnostics();
    }
    if (setting_of(*before, key) == nullptr) {
        return std::string(text);
    }
    std::vector<Setting> wanted;
    std::copy_if(before->settings.begin(), before->settings.end(), std::back_inserter(wanted),
                 [&](const Setting& other) { return other.key != key; });
    Draft draft{std::string(text)};
    remove_all(draft, [&] { return draft.reasons_of(key); });
    remove_all(draft, [&] { return draft.pieces_of(key); });
    return checked(draft.text(), wanted, name);
}

Reading<std::string> with_reason(std::string_view text, const KeyOfSubject& key, std::string_view sentence,
                                 std::string_view name) {
    const auto before = read_scenario_file(text, name);
    if (!before) {
        return before.diagnostics();
    }
    const auto known = before->why.find(to_text(key));
    if (known != before->why.end() && known->second == sentence) {
        return std::string(text);
    }
    Draft draft{std::string(text)};
    const auto pieces = draft.reasons_of(key);
    if (sentence.empty()) {
        remove_all(draft, [&] { return draft.reasons_of(key); });
    } else if (!pieces.empty()) {
        draft.replace(pieces.front().entry->value, toml_text(sentence));
    } else {
        const auto& blocks = draft.blocks();
        const auto block = std::find_if(blocks.begin(), blocks.end(), [](const LaidBlock& one) {
            return one.path == TomlPath{std::string(why_table)};
        });
        const std::string quoted = toml_text(to_text(key));
        if (block != blocks.end()) {
            draft.add_line(*block, quoted, toml_text(sentence));
        } else {
            draft.add_block(std::string(why_table), quoted, toml_text(sentence));
        }
    }
    return checked(draft.text(), before->settings, name);
}

Reading<std::string> with_title(std::string_view text, std::string_view title, std::string_view name) {
    return with_head(text, "title", title.empty() ? "" : toml_text(title), name);
}

Reading<std::string> with_author(std::string_view text, std::string_view author, std::string_view name) {
    return with_head(text, "author", author.empty() ? "" : toml_text(author), name);
}

Reading<std::string> with_extends(std::string_view text, const std::vector<std::string>& extends,
                                  std::string_view name) {
    std::string list;
    for (const std::string& one : extends) {
        list += (list.empty() ? "" : ", ") + toml_text(one);
    }
    return with_head(text, "extends", extends.size() > 1 ? "[" + list + "]" : list, name);
}

}  // namespace burden::inputs
