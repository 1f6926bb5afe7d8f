/// A workbook while it is written. It alone knows the library. Private to write_workbook.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/calc/decimal.hpp"

namespace burden::brief {

/// How a cell looks.
struct CellStyle {
    enum class Side { natural, left, right, centre };

    bool bold = false;
    bool italic = false;
    bool dim = false;
    bool wrap = false;
    bool rule_above = false;
    bool rule_below = false;
    bool given = false;   ///< on the ground of what may be changed
    bool shaded = false;  ///< on the ground of a heading
    int size = 11;
    int indent = 0;
    Side side = Side::natural;
    std::string number = {};  ///< a format of numbers: "#,##0.0"

    friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

/// The height of a row, in points, whose wrapped texts stand in columns of so many characters.
double height_of(const std::vector<std::pair<std::string, int>>& texts);

/// A cell of a sheet, counted from 0.
struct CellPlace {
    std::size_t row = 0;
    std::size_t column = 0;
};

/// A sheet of a workbook, which owns it.
class WorkbookSheet;

/// The series of a native chart: cells of one sheet.
struct SheetSeries {
    std::size_t column = 0;
    bool thin = false;  ///< what the others are seen against
};

struct SheetChart {
    enum class Kind { lines, columns, bars };

    Kind kind = Kind::lines;
    std::string title;
    std::string place_label;
    std::string value_label;
    std::string number = {};   ///< format of the axis of values
    std::size_t head_row = 0;  ///< the names of the series
    std::size_t first_row = 0;
    std::size_t last_row = 0;
    std::size_t place_column = 0;
    std::vector<SheetSeries> series = {};
};

/// Texts are kept as texts, whatever they look like: nothing in a cell runs, opens or links because of what
/// it says.
class WorkbookFile {
public:
    /// `date` is that of the file, YYYY-MM-DD; another text stands for the beginning of the year 2000.
    WorkbookFile(const std::string& title, const std::string& date);
    ~WorkbookFile();
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;
    WorkbookFile(WorkbookFile&&) = delete;
    WorkbookFile& operator=(WorkbookFile&&) = delete;

    /// A sheet whose name is made of `wanted`: what a name may not hold is left out, and no two are alike.
    WorkbookSheet& add_sheet(const std::string& wanted, bool landscape);

    /// The whole file; empty where the machine has no room for temporary files. Nothing is written after it.
    std::string bytes();

private:
    friend class WorkbookSheet;
    struct Library;
    std::unique_ptr<Library> library_;
    std::vector<std::unique_ptr<WorkbookSheet>> sheets_;
};

class WorkbookSheet {
public:
    /// "Model", and in formulas "'Model'!".
    const std::string& name() const { return name_; }
    std::string reference() const;

    void text(CellPlace at, std::string_view words, const CellStyle& style = {});
    void number(CellPlace at, const calc::Decimal& value, const CellStyle& style);
    /// A formula, "=D5*D7", and what it gives.
    void formula(CellPlace at, const std::string& formula, const calc::Decimal& value,
                 const CellStyle& style);
    /// The name of another sheet, which it leads to.
    void link(CellPlace at, const WorkbookSheet& other);
    void comment(CellPlace at, std::string_view words);
    /// A heading over several columns.
    void heading(CellPlace at, std::size_t last_column, std::string_view words, const CellStyle& style);
    void width(std::size_t first_column, std::size_t last_column, double characters);
    void height(std::size_t row, double points);
    /// Rows and columns that stay while the rest moves.
    void freeze(std::size_t rows, std::size_t columns);
    /// Rows that stand on every page.
    void repeat(std::size_t first_row, std::size_t last_row);
    void chart(CellPlace at, const SheetChart& chart);

    struct Access;
    WorkbookSheet(WorkbookFile& file, std::string name, void* sheet)
        : file_(file), name_(std::move(name)), sheet_(sheet) {}

private:
    WorkbookFile& file_;
    std::string name_;
    void* sheet_;  ///< the library's
};

}  // namespace burden::brief
