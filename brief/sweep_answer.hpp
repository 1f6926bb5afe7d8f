/// A sweep as tables.
#pragma once

#include <vector>

#include "burden/brief/cell_column.hpp"
#include "burden/inputs/scenario_sweep.hpp"

namespace burden::brief {

/// The most rows that people are shown; programs get them all.
constexpr std::size_t most_sweep_rows = 200;

/// The most points that are runs behind a table, each with a model of its own in a workbook: in a larger
/// sweep figures do not say what they are made of.
constexpr std::size_t most_sweep_models = 64;

/// The table of a sweep: a row for each point of the grid, a column for each key and each cell. The run
/// behind a figure has the number of its point.
class SweepTable {
public:
    SweepTable(const inputs::Sweep& sweep, const inputs::Facts& facts);

    /// The answer of `burden sweep` for programs, without the rows of its table.
    const Answer& frame() const { return frame_; }
    /// The row of a point; its cells begin at `at` in `values`.
    Row row(std::size_t point, const std::vector<std::optional<calc::Decimal>>& values, std::size_t at) const;

    /// The answer for people: one key in a table, two side by side with the cells shaded, more in a long
    /// table of the first points.
    Answer for_people() const;

private:
    Cell value_cell(std::size_t point, std::size_t cell, const std::optional<calc::Decimal>& value) const;
    Cell axis_cell(std::size_t axis, std::size_t place) const;
    Answer without_tables() const;
    Table side_by_side(std::size_t cell, const std::vector<std::optional<calc::Decimal>>& values) const;
    std::string title() const;

    const inputs::Sweep& sweep_;
    std::vector<ShownIn> axes_;
    std::vector<ShownIn> cells_;
    Answer frame_;
};

}  // namespace burden::brief
