/// How a command gives its answer: in the format that was asked for, to standard output, into a file, or to
/// the command that asked it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/brief/document.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/brief/write_workbook.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/scenario_run.hpp"

namespace burden::cli {

/// What an answer's figures come from; each owns all that it points into.
using RunsBehind = std::vector<brief::WorkbookRun>;

/// Whether somebody computes with the figures of an answer: a workbook, or the command that asked.
bool are_computed_with(const TableOptions& options, const Session& session);

/// The runs of these scenarios, on the facts beside each, where somebody computes with them: a workbook, or
/// the command that asked. None otherwise.
RunsBehind runs_behind(const std::vector<std::pair<const inputs::Scenario*, const inputs::Facts*>>& sides,
                       const TableOptions& options, const Session& session);

/// An answer, and the runs that the terms of its figures count.
struct Given {
    brief::Answer answer;
    RunsBehind behind;
};

/// How fiscal years are counted in Japanese.
brief::FiscalYears fiscal_years(const TableOptions& options);

/// The format of a name, "md"; else a fault with those there are.
calc::Parsed<brief::Format> read_format(std::string_view name);

/// The ending of a file in a format: ".tex".
std::string_view ending_of(brief::Format format);

/// The format that was asked for, by name or by the ending of the file; none when it was refused.
std::optional<brief::Format> format_asked(const TableOptions& options, Session& session);

/// A document in a format, whole; what stands in the way is a diagnostic.
inputs::Reading<std::string> document_text(const brief::Document& document, const RunsBehind& behind,
                                           brief::Format format, const brief::Style& style);

/// Writes an answer in the format that was asked for, to standard output or whole into a file.
ExitCode give(const brief::Answer& answer, const TableOptions& options, Session& session,
              const RunsBehind& behind = {});

/// What recorded how all figures of an answer were computed.
struct Computed {
    std::string title = {};  ///< of the recording; that of the answer's first table where it is empty
    std::shared_ptr<const inputs::Facts> facts;
    /// Owns all that it points into but the facts.
    std::function<inputs::Recording(inputs::Recorder&)> record;
};

/// The same of an answer that one recording stands behind, where somebody computes with its figures.
ExitCode give(const brief::Answer& answer, const TableOptions& options, Session& session,
              const Computed& computed);

}  // namespace burden::cli
