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
#include "burden/inputs/toml_layout.hpp"

namespace burden::inputs {
namespace {

using Path = std::vector<std::string>;

constexpr std::string_view why = "why";

/// "policy.jpn.target" of names `from` to `to`, in small letters.
std::string joined(const Path& path, std::size_t from, std::size_t to) {
    std::string name;
    for (std::size_t i = from; i < to; ++i) {
        name += (i == from ? "" : ".") + calc::lower_case(path[i]);
    }
    return name;
}

std::string joined(const Path& path) { return joined(path, 0, path.size()); }

/// Whether `name` stands below `table`: "policy.jpn.growth" below "policy.jpn", and everything below "".
bool is_below(std::string_view name, std::string_view table) {
    return table.empty() ||
           (name.size() > table.size() && name.starts_with(table) && name[table.size()] == '.');
}

/// Lines of a text.
class Lines {
public:
    explicit Lines(std::string_view text)
        : text_(text), start_(text.starts_with("\uFEFF") ? std::string_view("\uFEFF").size() : 0) {
        const std::size_t first = text.find('\n');
        line_break_ = first != std::string_view::npos && first > 0 && text[first - 1] == '\r' ? "\r\n" : "\n";
    }

    /// Where the text begins, behind a mark of byte order.
    std::size_t start() const { return start_; }
    const std::string& line_break() const { return line_break_; }

    std::size_t begin_of(std::size_t at) const {
        const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
        return before == std::string_view::npos ? start_ : before + 1;
    }
    /// Before the line's break.
    std::size_t end_of(std::size_t at) const {
        const std::size_t next = text_.find('\n', at);
        return next == std::string_view::npos                   ? text_.size()
               : next > begin_of(at) && text_[next - 1] == '\r' ? next - 1
                                                                : next;
    }
    /// Before the break that stands before a line; the line's begin where it is the first.
    std::size_t before_break(std::size_t begin) const {
        if (begin <= start_) {
            return start_;
        }
        const std::size_t at = begin - 1;
        return at > start_ && text_[at - 1] == '\r' ? at - 1 : at;
    }
    /// Behind the break at the end of a line.
    std::size_t behind_break(std::size_t end) const {
        const std::size_t next = text_.find('\n', end);
        return next == std::string_view::npos ? text_.size() : next + 1;
    }
    std::string_view line(std::size_t at) const {
        return text_.substr(begin_of(at), end_of(at) - begin_of(at));
    }
    bool is_blank(std::size_t at) const {
        return line(at).find_first_not_of(" \t") == std::string_view::npos;
    }
    bool is_comment(std::size_t at) const {
        const std::string_view shown = line(at);
        const std::size_t first = shown.find_first_not_of(" \t");
        return first != std::string_view::npos && shown[first] == '#';
    }

private:
    std::string_view text_;
    std::size_t start_;
    std::string line_break_;
};

/// An entry that sets a key, or a part of it.
struct Piece {
    const LaidBlock* block = nullptr;
    const LaidEntry* entry = nullptr;
    std::vector<const LaidEntry*> around = {};  ///< inline tables, the outermost first
    std::size_t depth = 0;  ///< how many names of its path make up the key; the rest is a year

    /// The names of the entry itself that belong to the key.
    std::size_t own_names() const {
        const std::size_t above = entry->path.size() - entry->names.size();
        return depth > above ? depth - above : 0;
    }
    bool is_whole() const { return entry->path.size() == depth; }
};

/// A text, what stands where in it, and changes to it.
class Draft {
public:
    explicit Draft(std::string text) : text_(std::move(text)), blocks_(toml_layout(text_)) {}

    const std::string& text() const { return text_; }

    /// What sets `key`. In any case and with its section before it, as readers take names; with `plainly`
    /// in full-width letters too, which is slow.
    std::vector<Piece> pieces_of(const KeyOfSubject& key) const {
        const auto found = pieces([&, wanted = to_text(key),
                                   section = std::string(to_text(key.key->section))](const Path& path,
                                                                                     std::size_t depth) {
            return path.front() == section && depth > 1 && is_named(joined(path, 1, depth), wanted, section);
        });
        return !found.empty() ? found : pieces([&](const Path& path, std::size_t depth) {
            return path.front() == to_text(key.key->section) && depth > 1 &&
                   stands_for(joined(path, 1, depth), key);
        });
    }

    /// What gives the reason for `key`.
    std::vector<Piece> reasons_of(const KeyOfSubject& key) const {
        return pieces([&](const Path& path, std::size_t depth) {
            return depth > 1 && depth == path.size() && path.front() == why &&
                   stands_for(joined(path, 1, depth), key);
        });
    }

    /// The entry of that name at the top of the file.
    std::vector<Piece> heads_of(std::string_view name) const {
        return pieces(
            [&](const Path& path, std::size_t depth) { return depth == 1 && path.front() == name; });
    }

    void replace(const Span& span, std::string_view by) {
        text_.replace(span.begin, span.end - span.begin, by);
        blocks_ = toml_layout(text_);
    }

    void remove(const Piece& piece) {
        if (piece.around.empty()) {
            remove_line(piece);
            return;
        }
        const std::vector<LaidEntry>& all = piece.around.back()->inside;
        const auto at = static_cast<std::size_t>(piece.entry - all.data());
        if (all.size() == 1) {
            Piece outer = piece;
            outer.entry = piece.around.back();
            outer.around.pop_back();
            remove(outer);
        } else if (at + 1 < all.size()) {
            replace({piece.entry->names.front().begin, all[at + 1].names.front().begin}, "");
        } else {
            replace({all[at - 1].value.end, piece.entry->value.end}, "");
        }
    }

    /// The end of a block's last line that is not blank. Comments right above the next header belong to that.
    std::size_t end_of_block(std::size_t block) const {
        const Lines lines(text_);
        const std::size_t end = end_of_entries(blocks_[block]);
        const bool has_next = block + 1 < blocks_.size();
        std::size_t at =
            has_next ? lines.before_break(lines.begin_of(blocks_[block + 1].header.begin)) : text_.size();
        while (has_next && at > end && lines.is_comment(at)) {
            at = lines.before_break(lines.begin_of(at));
        }
        while (at > end && lines.is_blank(at)) {
            at = lines.before_break(lines.begin_of(at));
        }
        return std::max(end, at);
    }

    const std::vector<LaidBlock>& blocks() const { return blocks_; }

    /// Puts a line behind the last one of a block.
    void add_line(const LaidBlock& block, const std::string& name, const std::string& value) {
        const Lines lines(text_);
        const std::size_t end = end_of_entries(block);
        const std::string line = line_like(block, name, value);
        if (end <= lines.start() && block.header.end == 0) {
            replace({lines.start(), lines.start()}, line + lines.line_break());
        } else {
            replace({end, end}, lines.line_break() + line);
        }
    }

    /// Puts a block of one line behind those of its kind and those that come before them.
    void add_block(const std::string& header, const std::string& name, const std::string& value) {
        const Lines lines(text_);
        const int rank = rank_of(header.substr(0, header.find('.')));
        std::size_t behind = 0;
        for (std::size_t i = 1; i < blocks_.size(); ++i) {
            if (rank_of(blocks_[i].path.front()) <= rank) {
                behind = i;
            }
        }
        const std::size_t end = end_of_block(behind);
        const std::string& line_break = lines.line_break();
        const std::string block = "[" + header + "]" + line_break + name + " = " + value;
        if (end <= lines.start()) {
            const bool alone = text_.size() <= lines.start();
            replace({lines.start(), lines.start()}, block + line_break + (alone ? "" : line_break));
        } else {
            replace({end, end}, line_break + line_break + block);
        }
    }

    /// Puts `name = value` behind what an inline table holds.
    void add_inside(const LaidEntry& table, const std::string& name, const std::string& value) {
        if (table.inside.empty()) {
            replace(table.value, "{ " + name + " = " + value + " }");
        } else {
            const std::size_t end = table.inside.back().value.end;
            replace({end, end}, ", " + name + " = " + value);
        }
    }

private:
    static int rank_of(std::string_view section) {
        constexpr std::string_view order[] = {"policy", "assumptions", "basis", "ranges", why};
        return static_cast<int>(std::find(std::begin(order), std::end(order), section) - std::begin(order));
    }

    static bool is_named(std::string_view name, std::string_view wanted, std::string_view section) {
        return name == wanted || (is_below(name, section) && name.substr(section.size() + 1) == wanted);
    }
    static bool stands_for(const std::string& name, const KeyOfSubject& key) {
        const auto read = read_key_name(name);
        return read && *read == key;
    }

    template <typename Makes>
    std::vector<Piece> pieces(const Makes& makes) const {
        std::vector<Piece> found;
        for (const LaidBlock& block : blocks_) {
            if (!block.is_list) {
                gather(block, block.entries, {}, makes, found);
            }
        }
        return found;
    }

    template <typename Makes>
    static void gather(const LaidBlock& block, const std::vector<LaidEntry>& entries,
                       const std::vector<const LaidEntry*>& around, const Makes& makes,
                       std::vector<Piece>& found) {
        for (const LaidEntry& entry : entries) {
            std::size_t depth = 1;
            while (depth <= entry.path.size() && !makes(entry.path, depth)) {
                ++depth;
            }
            if (depth <= entry.path.size()) {
                found.push_back({.block = &block, .entry = &entry, .around = around, .depth = depth});
            } else if (entry.is_table) {
                auto inner = around;
                inner.push_back(&entry);
                gather(block, entry.inside, inner, makes, found);
            }
        }
    }

    /// The end of the last line that holds an entry, or of the header; the text's begin where there is
    /// neither.
    std::size_t end_of_entries(const LaidBlock& block) const {
        const Lines lines(text_);
        if (!block.entries.empty()) {
            return lines.end_of(block.entries.back().value.end);
        }
        return block.header.end == 0 ? lines.start() : lines.end_of(block.header.end);
    }

    void remove_line(const Piece& piece) {
        const Lines lines(text_);
        const auto block = static_cast<std::size_t>(piece.block - blocks_.data());
        const std::size_t begin = lines.begin_of(piece.entry->names.front().begin);
        const std::size_t end = lines.end_of(piece.entry->value.end);
        const bool last = block > 0 && piece.block->entries.size() == 1;
        if (last && !has_comments(block)) {
            remove_lines(lines.begin_of(piece.block->header.begin), end, true);
            return;
        }
        // A table by year means nothing without years.
        const bool is_key = last && piece.depth <= piece.block->path.size();
        const Span header = piece.block->header;
        remove_lines(begin, end, false);
        if (is_key) {
            const Lines left(text_);
            remove_lines(left.begin_of(header.begin), left.end_of(header.end), false);
        }
    }

    /// Whether a block holds comments of its own, beside that of its only entry.
    bool has_comments(std::size_t block) const {
        const Lines lines(text_);
        const LaidBlock& shown = blocks_[block];
        const std::size_t end = end_of_block(block);
        const std::size_t behind_header = text_.find_first_not_of(" \t", shown.header.end);
        if (behind_header != std::string::npos && text_[behind_header] == '#') {
            return true;
        }
        const std::size_t entry_begin = lines.begin_of(shown.entries.front().names.front().begin);
        const std::size_t entry_end = lines.end_of(shown.entries.front().value.end);
        for (std::size_t at = lines.behind_break(shown.header.end); at < end;
             at = lines.behind_break(lines.end_of(at))) {
            if ((at < entry_begin || at > entry_end) && lines.is_comment(at)) {
                return true;
            }
        }
        return false;
    }

    /// Takes lines out, with the break before them; with the blank line before them too where they are a
    /// block.
    void remove_lines(std::size_t begin, std::size_t end, bool is_block) {
        const Lines lines(text_);
        if (begin <= lines.start()) {
            std::size_t behind = lines.behind_break(end);
            if (is_block && behind < text_.size() && lines.is_blank(behind)) {
                behind = lines.behind_break(behind);
            }
            replace({begin, behind}, "");
            return;
        }
        std::size_t from = lines.before_break(begin);
        if (is_block && lines.begin_of(from) > lines.start() && lines.is_blank(from)) {
            from = lines.before_break(lines.begin_of(from));
        }
        replace({from, end}, "");
    }

    /// A line that is indented and aligned as those of its block are.
    std::string line_like(const LaidBlock& block, const std::string& name, const std::string& value) const {
        if (block.entries.empty()) {
            return name + " = " + value;
        }
        const Lines lines(text_);
        std::vector<std::size_t> signs;
        for (const LaidEntry& entry : block.entries) {
            const std::size_t begin = lines.begin_of(entry.names.front().begin);
            signs.push_back(text_.find('=', entry.names.back().end) - begin);
        }
        const LaidEntry& last = block.entries.back();
        const std::size_t begin = lines.begin_of(last.names.front().begin);
        std::string line = text_.substr(begin, last.names.front().begin - begin) + name + " ";
        const bool aligned =
            std::all_of(signs.begin(), signs.end(), [&](std::size_t sign) { return sign == signs.front(); });
        if (aligned && line.size() < signs.front()) {
            line.append(signs.front() - line.size(), ' ');
        }
        return line + "= " + value;
    }

    std::string text_;
    std::vector<LaidBlock> blocks_;
};

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
            const std::string path = joined(block.path);
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
                           [&](const LaidEntry& entry) { return is_below(joined(entry.path), table); });
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
            const std::string path = joined(entries[i].path);
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
            return one.path == Path{std::string(why)};
        });
        const std::string quoted = toml_text(to_text(key));
        if (block != blocks.end()) {
            draft.add_line(*block, quoted, toml_text(sentence));
        } else {
            draft.add_block(std::string(why), quoted, toml_text(sentence));
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
