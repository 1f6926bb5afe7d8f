#include "burden/brief/terminal_grid.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/utf8.hpp"

namespace burden::brief {
namespace {

constexpr int margin = 1;
constexpr int group_gap = 3;

/// A piece of a head or text that is longer than this is broken when room is short.
constexpr int longest_unbroken = 16;

/// How hard columns are pressed: each step keeps those before it.
enum class Squeeze {
    none,       ///< every text on one line
    run_over,   ///< texts before blank cells wrap in the room these leave
    two_lines,  ///< labels, group headings and texts among figures wrap once
    heads,      ///< they wrap as often as they can
    words,      ///< columns of words get narrower, their texts wrap
    least       ///< columns of words get as narrow as can be
};

/// The longest beginning that is a number: "+13.2" of "+13.2 %". Its point, or end, is where it is aligned.
std::size_t number_size(std::string_view text) {
    std::size_t at = 0;
    for (const std::string_view sign : {"+", "-", "−", "¥", "$", "€", "£"}) {
        if (text.substr(at).starts_with(sign)) {
            at += sign.size();
        }
    }
    const std::size_t digits = text.find_first_not_of("0123456789,.", at);
    const std::size_t end = std::min(digits, text.size());
    return end > at && text[at] >= '0' && text[at] <= '9' ? end : 0;
}

/// What stands behind a cell, the same for words and figures.
struct Behind {
    std::string mark;
    std::string notes;
};

Piece figure_piece(const std::string& number, const std::string& unit, const Behind& behind) {
    Piece piece;
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::string hanging = unit + behind.mark + behind.notes;
    piece.kind = Piece::Kind::figure;
    piece.text = number + hanging;
    piece.before = display_width(number.substr(0, point));
    piece.after = display_width(number.substr(point));
    piece.hang = display_width(hanging);
    piece.notes = display_width(behind.notes);
    return piece;
}

Piece words_piece(const std::string& text, const Behind& behind) {
    Piece piece;
    piece.text = text + behind.mark + behind.notes;
    piece.kind = piece.text.empty() ? Piece::Kind::blank : Piece::Kind::words;
    return piece;
}

/// Where the number of a text ends that is short enough to be set as a figure: "+13.2 %". 0 where there is
/// none.
std::size_t figure_size(std::string_view text) {
    constexpr std::size_t longest_number = 24;
    constexpr std::size_t longest_unit = 4;
    const std::size_t number = number_size(text);
    return number <= longest_number && text.size() - number <= longest_unit ? number : 0;
}

Piece piece_of(const Cell& cell, const Column& column, bool words, const Behind& behind) {
    if (const auto* figure = std::get_if<Figure>(&cell.content)) {
        return figure_piece(figure_text(*figure, column), "", behind);
    }
    const auto* found = std::get_if<std::string>(&cell.content);
    if (found == nullptr) {
        return words_piece(words ? "" : "–", behind);
    }
    const std::string text = harmless(*found);
    const std::size_t number = words ? 0 : figure_size(text);
    return number > 0 ? figure_piece(text.substr(0, number), text.substr(number), behind)
                      : words_piece(text, behind);
}

/// Whether the first column names its rows in words, as well as in numbers: years, and totals below them.
bool names_rows(const Table& table) {
    return std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) {
        const auto* text = std::get_if<std::string>(&row.cells.front().content);
        return text != nullptr && !text->empty() && figure_size(*text) == 0;
    });
}

using Columns = std::vector<std::size_t>;

int wanted(const std::string& text, Squeeze squeeze) {
    if (squeeze < Squeeze::two_lines) {
        return display_width(text);
    }
    int width = std::min(longest_word(text), longest_unbroken);
    if (squeeze == Squeeze::two_lines) {
        width = std::max(width, display_width(text) / 2);
    }
    // A line of one letter, as Japanese would break, is no heading.
    constexpr std::size_t most_lines = 4;
    while (width < longest_unbroken && wrapped(text, width).size() > most_lines) {
        ++width;
    }
    while (squeeze == Squeeze::two_lines && wrapped(text, width).size() > 2) {
        ++width;
    }
    return width;
}

bool runs_over(const Grid& grid, const Columns& columns, std::size_t row, std::size_t at) {
    return at + 1 < columns.size() && grid.rows[row][columns[at + 1]].kind == Piece::Kind::blank;
}

/// Puts columns side by side. What hangs behind a figure stands in the gap, and pushes the next column away
/// only where a cell of that column would touch it.
void place(const Grid& grid, Block& block) {
    std::vector<int> free_from(grid.rows.size(), margin);
    block.width = 0;
    for (std::size_t at = 0; at < block.columns.size(); ++at) {
        Placed& here = block.columns[at];
        const GridColumn& column = grid.columns[here.column];
        here.start = margin;
        if (at > 0) {
            const Placed& last = block.columns[at - 1];
            const bool same_group = column.group == grid.columns[last.column].group;
            here.start = last.edge() + (same_group ? column_gap : group_gap);
        }
        int push = 0;
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const Piece& piece = grid.rows[row][here.column];
            if (piece.kind != Piece::Kind::blank) {
                push = std::max(push, free_from[row] - span_of(column, here, piece).start);
            }
        }
        here.start += push;
        block.width = std::max(block.width, here.edge());
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const Piece& piece = grid.rows[row][here.column];
            if (piece.kind == Piece::Kind::figure) {
                const Span span = span_of(column, here, piece);
                const int end = span.start + span.width;
                free_from[row] = std::max(end - piece.notes + column_gap, end + 1);
                block.width = std::max(block.width, end);
            }
        }
    }
}

int body_of(const Grid& grid, const Columns& columns, std::size_t at, Squeeze squeeze) {
    const GridColumn& column = grid.columns[columns[at]];
    const int unit = display_width(column.unit);
    int body = std::max({column.before + column.after, wanted(column.label, squeeze),
                         squeeze < Squeeze::two_lines ? unit : std::min(unit, longest_unbroken)});
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        const Piece& piece = grid.rows[row][columns[at]];
        if (piece.kind != Piece::Kind::words || (column.words && runs_over(grid, columns, row, at))) {
            continue;
        }
        body = std::max(body, column.words ? display_width(piece.text) : wanted(piece.text, squeeze));
    }
    return body;
}

/// Widens groups that are narrower than their headings.
void widen_groups(const Grid& grid, Block& block, Squeeze squeeze) {
    for (std::size_t first = 0; first < block.columns.size();) {
        const std::string& group = grid.columns[block.columns[first].column].group;
        std::size_t last = first;
        while (last + 1 < block.columns.size() &&
               grid.columns[block.columns[last + 1].column].group == group) {
            ++last;
        }
        const int span = block.columns[last].edge() - block.columns[first].start;
        block.columns[first].body += std::max(0, wanted(group, squeeze) - span);
        place(grid, block);
        first = last + 1;
    }
}

/// Widens columns of words until their texts stand on one line, blank cells used.
void widen_for_running_over(const Grid& grid, Block& block) {
    for (std::size_t at = 0; at < block.columns.size(); ++at) {
        Placed& here = block.columns[at];
        int missing = 0;
        for (std::size_t row = 0; grid.columns[here.column].words && row < grid.rows.size(); ++row) {
            const int room = room_for(grid, block, row, at);
            missing = std::max(missing, display_width(grid.rows[row][here.column].text) - room);
        }
        here.body += missing;
        place(grid, block);
    }
}

/// Narrows columns of words, the widest first, until the block is no wider than `width`.
void narrow_words(const Grid& grid, Block& block, int width, Squeeze squeeze) {
    const int floor = squeeze == Squeeze::least ? 6 : 12;
    const auto spare = [&](const Placed& here) {
        const GridColumn& column = grid.columns[here.column];
        const int unbroken = squeeze == Squeeze::least ? 0 : std::min(column.longest, longest_unbroken);
        return column.words ? here.body - std::max(floor, unbroken) : 0;
    };
    for (int excess = block.width - width; excess > 0; --excess) {
        Placed* widest = nullptr;
        for (Placed& here : block.columns) {
            if (spare(here) > 0 && (widest == nullptr || here.body > widest->body)) {
                widest = &here;
            }
        }
        if (widest == nullptr) {
            break;
        }
        --widest->body;
    }
    place(grid, block);
}

Block block_of(const Grid& grid, const Columns& columns, int width, Squeeze squeeze) {
    Block block;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        block.columns.push_back({columns[at], 0, body_of(grid, columns, at, squeeze)});
    }
    place(grid, block);
    widen_groups(grid, block, squeeze);
    if (squeeze == Squeeze::none) {
        widen_for_running_over(grid, block);
    }
    if (squeeze >= Squeeze::words) {
        narrow_words(grid, block, width, squeeze);
    }
    return block;
}

/// These columns side by side, pressed no harder than needed.
Block settled(const Grid& grid, const Columns& columns, int width, Squeeze hardest) {
    for (const Squeeze squeeze :
         {Squeeze::none, Squeeze::run_over, Squeeze::two_lines, Squeeze::heads, Squeeze::words}) {
        Block block = block_of(grid, columns, width, squeeze);
        if (block.width <= width || squeeze == hardest) {
            return block;
        }
    }
    return block_of(grid, columns, width, Squeeze::least);
}

bool fits(const Grid& grid, const Columns& columns, int width) {
    return settled(grid, columns, width, Squeeze::words).width <= width;
}

Columns joined(Columns first, const Columns& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// The columns that every block begins with: those before the first group, where they leave half the screen
/// and any other column still fits beside them; else the first.
Columns leading(const Grid& grid, int width) {
    Columns lead;
    while (lead.size() < grid.columns.size() && grid.columns[lead.size()].group.empty()) {
        lead.push_back(lead.size());
    }
    const bool grouped = lead.size() < grid.columns.size();
    if (!grouped || lead.empty() || !fits(grid, lead, width / 2)) {
        return {0};
    }
    for (std::size_t other = lead.size(); other < grid.columns.size(); ++other) {
        if (!fits(grid, joined(lead, {other}), width)) {
            return {0};
        }
    }
    return lead;
}

/// The columns behind the leading ones, those of a group together.
std::vector<Columns> units_of(const Grid& grid, std::size_t first) {
    std::vector<Columns> units;
    for (std::size_t at = first; at < grid.columns.size(); ++at) {
        const std::string& group = grid.columns[at].group;
        if (at > first && !group.empty() && group == grid.columns[at - 1].group) {
            units.back().push_back(at);
        } else {
            units.push_back({at});
        }
    }
    return units;
}

}  // namespace

Grid grid_of(const Table& table) {
    Grid grid;
    for (const Column& column : table.columns) {
        GridColumn asked;
        asked.label = harmless(column.label);
        asked.group = harmless(column.group);
        asked.words = column.words || (grid.columns.empty() && names_rows(table));
        if (!asked.words && !column.unit.empty() && !caption_says(table.caption, column.unit)) {
            asked.unit = "(" + harmless(column.unit) + ")";
        }
        grid.columns.push_back(asked);
    }
    for (const Row& row : table.rows) {
        std::vector<Piece> pieces;
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            GridColumn& column = grid.columns[at];
            // A mark is not parted from what it marks.
            const bool marked = at == 0 && !row.mark.empty();
            const Behind behind{marked ? "\u00A0" + harmless(row.mark) : "",
                                superscript(row.cells[at].notes)};
            Piece piece = piece_of(row.cells[at], table.columns[at], column.words, behind);
            piece.shade = row.cells[at].shade;
            column.before = std::max(column.before, piece.before);
            column.after = std::max(column.after, piece.after);
            if (piece.kind == Piece::Kind::words) {
                column.longest = std::max(column.longest, longest_word(piece.text));
            }
            pieces.push_back(std::move(piece));
        }
        grid.rows.push_back(std::move(pieces));
    }
    return grid;
}

Span span_of(const GridColumn& column, const Placed& place, const Piece& piece) {
    if (piece.kind == Piece::Kind::figure) {
        // In a column of words a figure stands where a word would.
        const int start = column.words ? place.start : place.edge() - column.after - piece.before;
        return {start, display_width(piece.text)};
    }
    const int width = std::min(display_width(piece.text), place.body);
    return {column.words ? place.start : place.edge() - width, width};
}

int room_for(const Grid& grid, const Block& block, std::size_t row, std::size_t at) {
    const auto& pieces = grid.rows[row];
    const Placed& here = block.columns[at];
    for (std::size_t next = at + 1; next < block.columns.size(); ++next) {
        const Placed& place = block.columns[next];
        const Piece& piece = pieces[place.column];
        if (piece.kind != Piece::Kind::blank) {
            const int start = span_of(grid.columns[place.column], place, piece).start;
            return next == at + 1 ? here.body : std::max(here.body, start - column_gap - here.start);
        }
    }
    return std::max(here.body, block.width - here.start);
}

std::vector<Block> blocks_of(const Grid& grid, int width) {
    Columns all(grid.columns.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (all.size() < 2 || fits(grid, all, width)) {
        return {settled(grid, all, width, Squeeze::least)};
    }
    const Columns lead = leading(grid, width);
    std::vector<Block> blocks;
    Columns taken;
    const auto finish = [&] {
        if (!taken.empty()) {
            blocks.push_back(settled(grid, joined(lead, taken), width, Squeeze::least));
            taken.clear();
        }
    };
    const auto take = [&](const Columns& unit) {
        if (!fits(grid, joined(lead, joined(taken, unit)), width)) {
            finish();
        }
        taken = joined(taken, unit);
    };
    for (const Columns& unit : units_of(grid, lead.size())) {
        if (unit.size() == 1 || fits(grid, joined(lead, unit), width)) {
            take(unit);
            continue;
        }
        for (const std::size_t column : unit) {
            take({column});
        }
    }
    finish();
    return blocks;
}

}  // namespace burden::brief
