/// Workbooks that compute: the bytes of a spreadsheet whose figures are formulas over their inputs.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/document.hpp"
#include "burden/inputs/scenario_plan.hpp"

namespace burden::brief {

/// A run of a scenario behind the tables of a document. What it points at outlives the call.
struct WorkbookRun {
    const inputs::Scenario* scenario = nullptr;
    const inputs::ScenarioPlan* plan = nullptr;
    const inputs::Facts* facts = nullptr;  ///< that the plan was made of
};

/// A document as a workbook (Office Open XML): a sheet of its texts, one for each table that is laid out for
/// people, and one of its charts. With `runs`, in the order that the terms of its figures count them, the
/// sheet "Inputs" has every number they rest on in a cell of its own, a sheet "Model" for each run computes
/// every result from those, and figures with terms are formulas over it: whoever changes an input sees what
/// follows. Every formula stands beside the value that the program computed. Texts are kept as texts. The
/// same document gives the same bytes; empty where the machine has no room for temporary files.
std::string write_workbook(const Document& document, const std::vector<WorkbookRun>& runs = {});

}  // namespace burden::brief
