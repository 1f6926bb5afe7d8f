/// Tables and charts of a document on sheets of a workbook. Private to write_workbook.
#pragma once

#include <vector>

#include "burden/brief/document.hpp"
#include "burden/brief/workbook_file.hpp"
#include "burden/brief/workbook_runs.hpp"

namespace burden::brief {

/// The format that shows a figure as the other writers do, with the notes that stand at it.
std::string number_format(const Figure& figure, const Column& column, const std::vector<int>& notes = {});

/// Writes a table on its sheet; says whether any figure of it is a formula.
bool write_table(const Table& table, const Document& document, const WorkbookRuns& runs,
                 WorkbookSheet& sheet);

/// Writes the values of charts, and beside them charts of the spreadsheet's own where it has one of that
/// kind. A chart follows its inputs as a whole or not at all; says whether one does.
bool write_charts(const std::vector<const Chart*>& charts, const Document& document, const WorkbookRuns& runs,
                  WorkbookSheet& sheet);

}  // namespace burden::brief
