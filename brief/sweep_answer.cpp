#include "burden/brief/sweep_answer.hpp"

#include <algorithm>

#include "burden/brief/citations.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::Sweep;
using inputs::SweepAxis;
using Values = std::vector<std::optional<Decimal>>;

namespace {

constexpr std::size_t most_columns = 40;

/// The largest of each cell at the ends of the grid, which decides the scale of its column.
std::vector<Decimal> largest_cells(const Sweep& sweep) {
    const std::size_t width = sweep.cells().size();
    std::vector<Decimal> largest(width, Decimal(0));
    for (const std::size_t point : {std::size_t{0}, sweep.points() - 1}) {
        const Values values = sweep.values(point, 1);
        for (std::size_t cell = 0; cell < width; ++cell) {
            if (values[cell]) {
                largest[cell] = greatest(largest[cell], greatest(*values[cell], -*values[cell]));
            }
        }
    }
    return largest;
}

std::string words_of(const SweepAxis& axis, std::size_t place) {
    if (!axis.is_of_numbers()) {
        return axis.values[place].text;
    }
    inputs::SettingNumber number = *axis.like;
    number.value = axis.numbers[place];
    return inputs::setting_words(*axis.key.key, number);
}

}  // namespace

SweepTable::SweepTable(const Sweep& sweep, const inputs::Facts& facts) : sweep_(sweep) {
    for (const SweepAxis& axis : sweep.question().axes) {
        axes_.push_back(axis.is_of_numbers() ? shown_numbers(axis.key, *axis.like, axis.numbers) : ShownIn{});
    }
    const auto largest = largest_cells(sweep);
    for (std::size_t cell = 0; cell < sweep.cells().size(); ++cell) {
        cells_.push_back(shown_cell(sweep.cells()[cell], sweep.plan(), largest[cell]));
    }
    frame_.command = "sweep";
    Table table{.id = "sweep", .title = title(), .columns = {}, .rows = {}};
    for (std::size_t at = 0; at < axes_.size(); ++at) {
        const SweepAxis& axis = sweep.question().axes[at];
        const std::string key = to_text(axis.key);
        table.columns.push_back({.key = key,
                                 .label = key,
                                 .unit = axes_[at].unit,
                                 .places = axes_[at].places,
                                 .words = !axis.is_of_numbers()});
    }
    for (std::size_t at = 0; at < cells_.size(); ++at) {
        const std::string& cell = sweep.question().cells[at].text;
        table.columns.push_back(
            {.key = cell, .label = cell, .unit = cells_[at].unit, .places = cells_[at].places});
    }
    const bool one_unit = std::all_of(cells_.begin(), cells_.end(), [&](const ShownIn& shown) {
        return caption_of(shown) == caption_of(cells_.front());
    });
    table.caption = one_unit ? caption_of(cells_.front()) : cells_.front().prices;
    frame_.tables.push_back(std::move(table));
    add_ground(frame_, sweep.plan(), sweep.cells(), facts);
    const bool basis_moves =
        std::any_of(sweep.question().axes.begin(), sweep.question().axes.end(),
                    [](const SweepAxis& axis) { return axis.key.key->section == inputs::Section::basis; });
    if (basis_moves) {
        // What holds at the first point alone is left unsaid.
        frame_.basis.definition.clear();
        frame_.basis.gdp.clear();
    }
    frame_.basis.words.push_back("Scenario " + sweep.scenario().name + ", run at " +
                                 std::to_string(sweep.points()) +
                                 (sweep.points() == 1 ? " point." : " points."));
    frame_.basis.words.emplace_back(sweep.question().fast
                                        ? "Computed in binary floating point: twelve digits hold."
                                        : "Computed in exact decimals.");
    for (const inputs::KeyOfSubject& key : sweep.idle()) {
        frame_.warnings.push_back(to_text(key) + " changes none of these cells.");
    }
}

std::string SweepTable::title() const {
    std::vector<std::string> cells;
    for (const auto& cell : sweep_.question().cells) {
        cells.push_back(cell.text);
    }
    std::vector<std::string> keys;
    for (const SweepAxis& axis : sweep_.question().axes) {
        keys.push_back(to_text(axis.key));
    }
    return listed(cells) + " by " + listed(keys);
}

Cell SweepTable::axis_cell(std::size_t axis, std::size_t place) const {
    const SweepAxis& one = sweep_.question().axes[axis];
    const bool plus = one.like && one.like->change == models::ChangeKind::add;
    return one.is_of_numbers() ? axes_[axis].cell(one.numbers[place], plus) : Cell(one.values[place].text);
}

Cell SweepTable::value_cell(std::size_t point, std::size_t cell, const std::optional<Decimal>& value) const {
    return sweep_.points() > most_sweep_models
               ? cells_[cell].cell(value)
               : cells_[cell].cell(value, terms_of(sweep_.cells()[cell], sweep_.plan(), cells_[cell], point));
}

Row SweepTable::row(std::size_t point, const Values& values, std::size_t at) const {
    Row row;
    const auto places = sweep_.places(point);
    row.cells.reserve(places.size() + cells_.size());
    for (std::size_t axis = 0; axis < places.size(); ++axis) {
        row.cells.push_back(axis_cell(axis, places[axis]));
    }
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
        row.cells.push_back(value_cell(point, cell, values[at + cell]));
    }
    return row;
}

Answer SweepTable::without_tables() const {
    Answer answer = frame_;
    answer.tables.clear();
    return answer;
}

Table SweepTable::side_by_side(std::size_t cell, const Values& values) const {
    const auto& axes = sweep_.question().axes;
    const SweepAxis& down = axes[0];
    const SweepAxis& across = axes[1];
    const std::size_t width = cells_.size();
    Table table{.id = "sweep",
                .title = sweep_.question().cells[cell].text,
                .caption = caption_of(cells_[cell]),
                .columns = {{.key = to_text(down.key),
                             .label = to_text(down.key),
                             .unit = axes_[0].unit,
                             .places = axes_[0].places,
                             .words = !down.is_of_numbers()}},
                .rows = {},
                .audience = Audience::people};
    for (std::size_t place = 0; place < across.size(); ++place) {
        table.columns.push_back({.key = across.text(place),
                                 .label = words_of(across, place),
                                 .unit = cells_[cell].unit,
                                 .places = cells_[cell].places,
                                 .group = to_text(across.key)});
    }
    const Decimal* low = nullptr;
    const Decimal* high = nullptr;
    for (std::size_t at = cell; at < values.size(); at += width) {
        if (values[at]) {
            low = low == nullptr || *values[at] < *low ? &*values[at] : low;
            high = high == nullptr || *high < *values[at] ? &*values[at] : high;
        }
    }
    for (std::size_t place = 0; place < down.size(); ++place) {
        Row row{.cells = {axis_cell(0, place)}};
        for (std::size_t column = 0; column < across.size(); ++column) {
            const auto& value = values[(place * across.size() + column) * width + cell];
            Cell one = value_cell(place * across.size() + column, cell, value);
            if (value && *low < *high) {
                one.shade = calc::as<double>((*value - *low) / (*high - *low));
            }
            row.cells.push_back(std::move(one));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Answer SweepTable::for_people() const {
    Answer answer = without_tables();
    const auto& axes = sweep_.question().axes;
    const bool square =
        axes.size() == 2 && axes[0].size() <= most_sweep_rows && axes[1].size() <= most_columns;
    if (square) {
        const Values values = sweep_.values(0, sweep_.points());
        for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
            answer.tables.push_back(side_by_side(cell, values));
        }
        return answer;
    }
    const std::size_t rows = std::min(sweep_.points(), most_sweep_rows);
    const Values values = sweep_.values(0, rows);
    Table table = frame_.tables.front();
    for (std::size_t point = 0; point < rows; ++point) {
        table.rows.push_back(row(point, values, point * cells_.size()));
    }
    answer.tables.push_back(std::move(table));
    if (rows < sweep_.points()) {
        answer.notes.push_back("The first " + std::to_string(rows) + " of " +
                               std::to_string(sweep_.points()) +
                               " points; --format csv and --format json have all of them.");
    }
    return answer;
}

}  // namespace burden::brief
