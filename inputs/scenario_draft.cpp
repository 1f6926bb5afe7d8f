#include "burden/inputs/scenario_draft.hpp"

#include <algorithm>
#include <utility>

#include "burden/calc/letter_case.hpp"

namespace burden::inputs {
namespace {

int rank_of(std::string_view section) {
    constexpr std::string_view order[] = {"policy", "assumptions", "basis", "ranges", why_table};
    return static_cast<int>(std::find(std::begin(order), std::end(order), section) - std::begin(order));
}

bool is_named(std::string_view name, std::string_view wanted, std::string_view section) {
    return name == wanted || (is_below(name, section) && name.substr(section.size() + 1) == wanted);
}

bool stands_for(const std::string& name, const KeyOfSubject& key) {
    const auto read = read_key_name(name);
    return read && *read == key;
}

template <typename Makes>
void gather(const LaidBlock& block, const std::vector<LaidEntry>& entries,
            const std::vector<const LaidEntry*>& around, const Makes& makes, std::vector<Piece>& found) {
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

}  // namespace

std::string joined_names(const TomlPath& path, std::size_t from, std::size_t to) {
    std::string name;
    for (std::size_t i = from; i < to; ++i) {
        name += (i == from ? "" : ".") + calc::lower_case(path[i]);
    }
    return name;
}

std::string joined_names(const TomlPath& path) { return joined_names(path, 0, path.size()); }

bool is_below(std::string_view name, std::string_view table) {
    return table.empty() ||
           (name.size() > table.size() && name.starts_with(table) && name[table.size()] == '.');
}

Draft::Draft(std::string text) : text_(std::move(text)), blocks_(toml_layout(text_)) {}

std::vector<Piece> Draft::pieces_of(const KeyOfSubject& key) const {
    const auto found = pieces([&, wanted = to_text(key), section = std::string(to_text(key.key->section))](
                                  const TomlPath& path, std::size_t depth) {
        return path.front() == section && depth > 1 &&
               is_named(joined_names(path, 1, depth), wanted, section);
    });
    return !found.empty() ? found : pieces([&](const TomlPath& path, std::size_t depth) {
        return path.front() == to_text(key.key->section) && depth > 1 &&
               stands_for(joined_names(path, 1, depth), key);
    });
}

std::vector<Piece> Draft::reasons_of(const KeyOfSubject& key) const {
    return pieces([&](const TomlPath& path, std::size_t depth) {
        return depth > 1 && depth == path.size() && path.front() == why_table &&
               stands_for(joined_names(path, 1, depth), key);
    });
}

std::vector<Piece> Draft::heads_of(std::string_view name) const {
    return pieces(
        [&](const TomlPath& path, std::size_t depth) { return depth == 1 && path.front() == name; });
}

void Draft::replace(const Span& span, std::string_view by) {
    text_.replace(span.begin, span.end - span.begin, by);
    blocks_ = toml_layout(text_);
}

void Draft::remove(const Piece& piece) {
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

std::size_t Draft::end_of_block(std::size_t block) const {
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

void Draft::add_line(const LaidBlock& block, const std::string& name, const std::string& value) {
    const Lines lines(text_);
    const std::size_t end = end_of_entries(block);
    const std::string line = line_like(block, name, value);
    if (end <= lines.start() && block.header.end == 0) {
        replace({lines.start(), lines.start()}, line + lines.line_break());
    } else {
        replace({end, end}, lines.line_break() + line);
    }
}

void Draft::add_block(const std::string& header, const std::string& name, const std::string& value) {
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

void Draft::add_inside(const LaidEntry& table, const std::string& name, const std::string& value) {
    if (table.inside.empty()) {
        replace(table.value, "{ " + name + " = " + value + " }");
    } else {
        const std::size_t end = table.inside.back().value.end;
        replace({end, end}, ", " + name + " = " + value);
    }
}

std::vector<Piece> Draft::pieces(const Makes& makes) const {
    std::vector<Piece> found;
    for (const LaidBlock& block : blocks_) {
        if (!block.is_list) {
            gather(block, block.entries, {}, makes, found);
        }
    }
    return found;
}

/// The end of the last line that holds an entry, or of the header; the text's begin where there is
/// neither.
std::size_t Draft::end_of_entries(const LaidBlock& block) const {
    const Lines lines(text_);
    if (!block.entries.empty()) {
        return lines.end_of(block.entries.back().value.end);
    }
    return block.header.end == 0 ? lines.start() : lines.end_of(block.header.end);
}

void Draft::remove_line(const Piece& piece) {
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
bool Draft::has_comments(std::size_t block) const {
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
void Draft::remove_lines(std::size_t begin, std::size_t end, bool is_block) {
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
std::string Draft::line_like(const LaidBlock& block, const std::string& name,
                             const std::string& value) const {
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

}  // namespace burden::inputs
