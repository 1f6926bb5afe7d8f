#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "burden/brief/display_width.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/terminal_grid.hpp"
#include "burden/brief/terminal_lines.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/brief/write.hpp"

namespace burden::brief {
namespace {

/// Screens narrower than this are written as if they were not.
constexpr int narrowest = 40;
/// Longer lines of running text are hard to read.
constexpr int longest_text_line = 100;

/// The ground of a shaded figure, from light to dark blue, under black digits.
std::string_view shaded(const std::optional<double>& shade, const Style& style) {
    static constexpr std::array<std::string_view, 5> grounds = {
        "\x1b[38;5;16;48;5;231m", "\x1b[38;5;16;48;5;195m", "\x1b[38;5;16;48;5;153m",
        "\x1b[38;5;16;48;5;117m", "\x1b[38;5;16;48;5;75m"};
    if (!shade || !style.colour) {
        return plain_look;
    }
    const auto step = static_cast<std::size_t>(std::clamp(*shade, 0.0, 1.0) * grounds.size());
    return grounds[std::min(step, grounds.size() - 1)];
}

/// Texts put at columns of one line, from left to right.
class LineOfPieces {
public:
    /// `look` is that of the text alone; none for that of the line.
    void put(int start, std::string_view text, std::string_view look = {}) {
        text_ += spaces(start - used_);
        text_ += look;
        text_ += text;
        text_ += look.empty() ? "" : look_ends;
        used_ = std::max(used_, start) + display_width(text);
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
    int used_ = 0;
};

/// A text of one or more lines within columns of a block.
struct Setting {
    enum class Side { left, right, centre };

    int start = 0;
    int width = 0;
    std::vector<std::string> lines;
    Side side = Side::left;
    std::string_view look = {};

    int start_of(const std::string& line) const {
        const int spare = std::max(0, width - display_width(line));
        return start + (side == Side::left ? 0 : side == Side::right ? spare : spare / 2);
    }
};

/// Settings side by side, their first lines level, or their last ones.
std::string side_by_side(const std::vector<Setting>& settings, bool level_below, std::string_view look,
                         const Style& style) {
    std::size_t height = 0;
    for (const Setting& setting : settings) {
        height = std::max(height, setting.lines.size());
    }
    std::string text;
    for (std::size_t at = 0; at < height; ++at) {
        LineOfPieces line;
        for (const Setting& setting : settings) {
            const std::size_t above = level_below ? height - setting.lines.size() : 0;
            if (at >= above && at - above < setting.lines.size()) {
                const std::string& words = setting.lines[at - above];
                line.put(setting.start_of(words), words, setting.look);
            }
        }
        text += line_of(line.text(), look, style);
    }
    return text;
}

std::string group_heads(const Grid& grid, const Block& block, const Style& style) {
    std::vector<Setting> settings;
    for (std::size_t first = 0; first < block.columns.size();) {
        const std::string& group = grid.columns[block.columns[first].column].group;
        std::size_t last = first;
        while (last + 1 < block.columns.size() &&
               grid.columns[block.columns[last + 1].column].group == group) {
            ++last;
        }
        if (!group.empty()) {
            const int start = block.columns[first].start;
            const int width = block.columns[last].edge() - start;
            settings.push_back({start, width, wrapped(group, width), Setting::Side::centre});
        }
        first = last + 1;
    }
    return side_by_side(settings, true, bold, style);
}

std::string column_heads(const Grid& grid, const Block& block, std::string GridColumn::* part,
                         bool level_below, const Style& style) {
    std::vector<Setting> settings;
    for (const Placed& place : block.columns) {
        const GridColumn& column = grid.columns[place.column];
        if (!(column.*part).empty()) {
            settings.push_back({place.start, place.body, wrapped(column.*part, place.body),
                                column.words ? Setting::Side::left : Setting::Side::right});
        }
    }
    return side_by_side(settings, level_below, bold, style);
}

std::string row_text(const Grid& grid, const Block& block, std::size_t row, const Style& style) {
    std::vector<Setting> settings;
    for (std::size_t at = 0; at < block.columns.size(); ++at) {
        const Placed& place = block.columns[at];
        const GridColumn& column = grid.columns[place.column];
        const Piece& piece = grid.rows[row][place.column];
        if (piece.kind == Piece::Kind::blank) {
            continue;
        }
        const Span span = span_of(column, place, piece);
        if (piece.kind == Piece::Kind::figure) {
            settings.push_back(
                {span.start, span.width, {piece.text}, Setting::Side::left, shaded(piece.shade, style)});
        } else if (column.words) {
            const int room = room_for(grid, block, row, at);
            settings.push_back({span.start, room, wrapped(piece.text, room), Setting::Side::left});
        } else {
            settings.push_back(
                {span.start, span.width, wrapped(piece.text, span.width), Setting::Side::right});
        }
    }
    const std::string text = side_by_side(settings, false, plain_look, style);
    return text.empty() ? "\n" : text;
}

std::string rule(int width) {
    std::string line;
    for (int column = 0; column < width; ++column) {
        line += "─";
    }
    return line + '\n';
}

/// Whether a row has its figures in other blocks only.
bool says_nothing(const Grid& grid, const Block& block, std::size_t row) {
    const auto& pieces = grid.rows[row];
    const auto in_other_block = [&](std::size_t column) {
        return std::none_of(block.columns.begin(), block.columns.end(),
                            [&](const Placed& place) { return place.column == column; });
    };
    bool elsewhere = false;
    for (std::size_t column = 0; column < pieces.size(); ++column) {
        const bool blank = pieces[column].kind == Piece::Kind::blank;
        if (!blank && column > 0 && !in_other_block(column)) {
            return false;
        }
        elsewhere = elsewhere || (!blank && in_other_block(column));
    }
    return elsewhere;
}

std::string block_text(const Table& table, const Grid& grid, const Block& block, const Style& style) {
    std::string text = group_heads(grid, block, style);
    text += column_heads(grid, block, &GridColumn::label, true, style);
    text += column_heads(grid, block, &GridColumn::unit, false, style);
    bool ruled = false;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        ruled = ruled || table.rows[row].rule_above;
        if (says_nothing(grid, block, row)) {
            continue;
        }
        text += ruled ? rule(std::min(block.width, style.width)) : "";
        text += row_text(grid, block, row, style);
        ruled = false;
    }
    return text;
}

std::string table_text(const Table& table, int text_width, const Style& style) {
    const Grid grid = grid_of(table);
    const std::vector<Block> blocks = blocks_of(grid, style.width);
    int width = text_width;
    for (const Block& block : blocks) {
        width = std::max(width, std::min(block.width, style.width));
    }
    std::string text = title_lines(table.title, table.caption, width, style);
    for (const Block& block : blocks) {
        const std::string lines = block_text(table, grid, block, style);
        text += text.empty() || lines.empty() ? "" : "\n";
        text += lines;
    }
    return text;
}

/// What stands below the tables: a name at the left of its first line, and texts hanging at the right of it.
class Part {
public:
    Part(std::string_view name, std::string_view look, int width, const Style& style)
        : look_(look), width_(width), style_(style), name_(" " + std::string(name)) {
        name_ += spaces(hanging_ - display_width(name_));
    }

    /// A text from a new line on, `number` before it if there is one.
    void add(const std::string& words, const std::string& number = "") {
        const std::string head = number.empty() ? "" : number + "  ";
        const int indent = hanging_ + display_width(head);
        const auto lines = wrapped(harmless(words), width_ - indent);
        for (std::size_t at = 0; at < lines.size(); ++at) {
            lines_.push_back((at == 0 ? beginning() + head : spaces(indent)) + lines[at]);
        }
    }

    /// A text at the right of the last line, or of one more.
    void end_with(std::string_view words) {
        const int size = display_width(words);
        if (lines_.empty() || display_width(lines_.back()) + column_gap + size > width_) {
            lines_.emplace_back();
        }
        lines_.back() += spaces(width_ - size - display_width(lines_.back())) + std::string(words);
    }

    std::string text() const {
        std::string result;
        for (const std::string& line : lines_) {
            result += line_of(line, look_, style_);
        }
        return result;
    }

private:
    std::string beginning() const { return lines_.empty() ? name_ : spaces(hanging_); }

    static constexpr int hanging_ = 9;
    std::string_view look_;
    int width_;
    const Style& style_;
    std::string name_;
    std::vector<std::string> lines_;
};

std::string part_text(std::string_view name, const std::vector<std::string>& texts, int width,
                      const Style& style) {
    Part part(name, plain_look, width, style);
    for (const std::string& text : texts) {
        part.add(text);
    }
    return part.text();
}

std::string notes_text(std::string_view name, const std::vector<std::string>& notes, int width,
                       const Style& style) {
    Part part(name, dim, width, style);
    const std::size_t digits = std::to_string(notes.size()).size();
    for (std::size_t at = 0; at < notes.size(); ++at) {
        const std::string number = std::to_string(at + 1);
        part.add(notes[at], std::string(digits - number.size(), ' ') + number);
    }
    return part.text();
}

std::string sources_text(std::string_view name, const std::vector<Citation>& sources, int width,
                         const Style& style) {
    if (sources.empty()) {
        return {};
    }
    std::string keys;
    for (const Citation& source : sources) {
        keys += (keys.empty() ? "" : ", ") + source.key;
    }
    Part part(name, dim, width, style);
    part.add(keys);
    part.end_with("burden sources KEY");
    return part.text();
}

std::string legend(const Answer& answer) {
    std::string text;
    for (const auto& [mark, meaning] : marks_borne(tables_for_people(answer))) {
        text += (text.empty() ? "" : " · ") + mark + "\u00A0" + meaning;
    }
    return text;
}

}  // namespace

std::string write_terminal(const Answer& answer, const Style& asked) {
    Style style = asked;
    style.width = std::max(asked.width, narrowest);
    const int width = std::min(style.width, longest_text_line);
    std::string text;
    for (const Table* table : tables_for_people(answer)) {
        text += text.empty() ? "" : "\n";
        text += table_text(*table, width, style);
    }
    if (style.charts) {
        for (const Chart& chart : answer.charts) {
            text += text.empty() ? "" : "\n";
            text += terminal_chart(chart, style);
        }
    }
    const auto own = [&](const char* word) { return translated(word, answer.basis.language); };
    const std::string marks = legend(answer);
    std::string below = marks.empty() ? "" : part_text(own("Marks"), {marks}, width, style);
    below += part_text(own("Basis"), basis_lines(answer), width, style);
    below += part_text(own("Warning"), answer.warnings, width, style);
    below += notes_text(own("Notes"), answer.notes, width, style);
    below += sources_text(own("Sources"), answer.sources, width, style);
    below += part_text(own("See"), answer.see, width, style);
    text += text.empty() || below.empty() ? "" : "\n";
    text += below;
    return text.empty() ? "\n" : text;
}

}  // namespace burden::brief
