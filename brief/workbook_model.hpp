/// The grid of a recording in a workbook: one cell for each named result, over the cells of its
/// inputs. Private to write_workbook.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "burden/brief/formula.hpp"
#include "burden/inputs/recording.hpp"

namespace burden::brief {

/// "D", "AA": a column counted from 0.
std::string column_name(std::size_t column);

/// A cell of the grid.
struct ModelCell {
    std::size_t node = 0;  ///< of the model
    std::size_t column = 0;
    std::size_t row = 0;
};

/// A result by year.
struct ModelRow {
    std::string what;     ///< "share"
    std::string unit;     ///< "%", "JPY"; empty for a bare number
    bool helper = false;  ///< holds what several formulas have in common
    std::vector<ModelCell> cells;
    std::size_t row = 0;
};

/// The results of a country; those of none first.
struct ModelBlock {
    std::string whose;    ///< "jpn"
    bool fiscal = false;  ///< whether its years are labelled as fiscal years
    std::vector<ModelRow> rows;
    std::size_t head = 0;  ///< the row of its heading
};

/// What was recorded, as cells over one another.
class WorkbookModel {
public:
    /// Column of what holds for every year; those of years follow.
    static constexpr std::size_t any_year_column = 2;

    /// `first_row` is where the first heading stands, counted from 0.
    WorkbookModel(const inputs::Recording& recording, std::size_t first_row);

    const std::vector<ModelBlock>& blocks() const { return blocks_; }
    int first_year() const { return first_year_; }
    int last_year() const { return last_year_; }
    std::size_t column_of(int year) const {
        return any_year_column + 1 + static_cast<std::size_t>(year - first_year_);
    }

    /// The formula of a cell, "=D5*D7", where inputs stand at `address_of_input(number)`; none of a constant.
    std::optional<std::string> formula(const ModelCell& cell,
                                       const std::function<std::string(std::size_t)>& address_of_input) const;
    const calc::Decimal& value(const ModelCell& cell) const { return nodes_[cell.node].value; }

    /// Where a cell of the recording stands, "jpn.spending[FY2030]"; null where it is not recorded.
    const ModelCell* find(const std::string& name) const;
    /// Whether any cell rests on an input.
    bool uses(std::size_t input) const;

private:
    struct Place {
        std::string whose;
        std::string what;
        std::optional<int> year;
        bool fiscal = false;
    };
    static Place place_named(const std::string& name);

    void gather(const inputs::Recording& recording);
    void choose_helpers();
    void place_nodes();
    void lay_out(std::size_t first_row);
    /// The operations of a part, whatever they are applied to.
    std::string shape_of(std::size_t node) const;
    void find_places_below(std::size_t node, const Place& place);

    std::vector<calc::DerivationStep> nodes_;  ///< each once, operands before what is made of them
    std::vector<std::string> units_;
    std::vector<std::optional<std::size_t>> inputs_;
    std::vector<bool> helpers_;
    std::vector<std::optional<Place>> places_;  ///< of nodes with a cell
    std::vector<std::optional<ModelCell>> cells_;
    std::map<std::string, std::size_t> named_cells_;
    std::vector<ModelBlock> blocks_;
    int first_year_ = 0;
    int last_year_ = -1;
};

}  // namespace burden::brief
