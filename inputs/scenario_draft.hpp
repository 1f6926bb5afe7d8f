/// The text of a scenario file while it is edited. Private to scenario_edit.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/scenario.hpp"
#include "burden/inputs/toml_layout.hpp"

namespace burden::inputs {

using TomlPath = std::vector<std::string>;

/// The table of reasons.
inline constexpr std::string_view why_table = "why";

/// "policy.jpn.target" of all names, or of those from `from` to `to`, in small letters.
std::string joined_names(const TomlPath& path);
std::string joined_names(const TomlPath& path, std::size_t from, std::size_t to);

/// Whether `name` stands below `table`: "policy.jpn.growth" below "policy.jpn", and everything below "".
bool is_below(std::string_view name, std::string_view table);

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
    explicit Draft(std::string text);

    const std::string& text() const { return text_; }
    const std::vector<LaidBlock>& blocks() const { return blocks_; }

    /// What sets `key`. In any case and with its section before it, as readers take names; full-width letters
    /// too where nothing else does, which is slow.
    std::vector<Piece> pieces_of(const KeyOfSubject& key) const;
    /// What gives the reason for `key`.
    std::vector<Piece> reasons_of(const KeyOfSubject& key) const;
    /// The entry of that name at the top of the file.
    std::vector<Piece> heads_of(std::string_view name) const;

    /// The end of a block's last line that is not blank. Comments right above the next header belong to that.
    std::size_t end_of_block(std::size_t block) const;

    void replace(const Span& span, std::string_view by);
    void remove(const Piece& piece);
    /// Puts a line behind the last one of a block.
    void add_line(const LaidBlock& block, const std::string& name, const std::string& value);
    /// Puts a block of one line behind those of its kind and those that come before them.
    void add_block(const std::string& header, const std::string& name, const std::string& value);
    /// Puts `name = value` behind what an inline table holds.
    void add_inside(const LaidEntry& table, const std::string& name, const std::string& value);

private:
    /// Whether the first `depth` names of a path are what is looked for.
    using Makes = std::function<bool(const TomlPath& path, std::size_t depth)>;

    std::vector<Piece> pieces(const Makes& makes) const;
    std::size_t end_of_entries(const LaidBlock& block) const;
    void remove_line(const Piece& piece);
    bool has_comments(std::size_t block) const;
    void remove_lines(std::size_t begin, std::size_t end, bool is_block);
    std::string line_like(const LaidBlock& block, const std::string& name, const std::string& value) const;

    std::string text_;
    std::vector<LaidBlock> blocks_;
};

}  // namespace burden::inputs
