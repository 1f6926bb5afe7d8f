/// Workbooks that compute: the bytes of a spreadsheet whose figures are formulas over their inputs.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "burden/brief/document.hpp"
#include "burden/inputs/recording.hpp"

namespace burden::brief {

/// What figures of a document were computed by.
struct WorkbookRun {
    std::string title;                     ///< of its sheet
    std::string name;                      ///< of what the sheet is, where there are several
    const inputs::Facts* facts = nullptr;  ///< that have the sources of its inputs
    /// Records how figures were computed, those with these names at least.
    std::function<inputs::Recording(inputs::Recorder& recorder, const std::set<std::string>& names)> record;
};

/// The run of a scenario. What is given outlives it.
WorkbookRun workbook_run(const inputs::Scenario& scenario, const inputs::ScenarioPlan& plan,
                         const inputs::Facts& facts);

/// A document as a workbook (Office Open XML): a sheet of its texts, one for each table that is laid out for
/// people, and one of its charts. With `runs`, in the order that the terms of its figures count them, the
/// sheet "Inputs" has every number they rest on in a cell of its own, a sheet "Model" for each run computes
/// every result from those, and figures with terms are formulas over it: whoever changes an input sees what
/// follows. Every formula stands beside the value that the program computed. Texts are kept as texts. The
/// same document gives the same bytes; empty where the machine has no room for temporary files.
std::string write_workbook(const Document& document, const std::vector<WorkbookRun>& runs = {});

}  // namespace burden::brief
