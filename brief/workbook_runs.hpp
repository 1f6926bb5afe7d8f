/// The sheets of a workbook that compute: inputs, and a model for each run. Private to write_workbook.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "burden/brief/table.hpp"
#include "burden/brief/workbook_file.hpp"
#include "burden/brief/workbook_model.hpp"
#include "burden/brief/write_workbook.hpp"

namespace burden::brief {

/// Runs behind a workbook, recorded.
class WorkbookRuns {
public:
    /// Records the runs: of each at least the figures with those names.
    WorkbookRuns(const std::vector<WorkbookRun>& runs, const std::vector<std::set<std::string>>& names);

    /// Whether there is anything to compute.
    bool any() const { return !runs_.empty(); }
    std::size_t size() const { return runs_.size(); }

    /// Fills the sheets, one for each run in `models`.
    void write(WorkbookSheet& inputs, const std::vector<WorkbookSheet*>& models, Language language);

    /// A formula, "='Model'!D12/1E+12", and what it gives.
    struct Computed {
        std::string formula;
        calc::Decimal value;
    };
    /// How a figure is computed over the sheets that were written. None where it is not the sum of its terms,
    /// or one of them is not recorded.
    std::optional<Computed> computed(const Figure& figure) const;

private:
    void write_inputs(WorkbookSheet& sheet, Language language);
    std::size_t write_input_rows(WorkbookSheet& sheet, std::size_t row, const std::string& heading,
                                 const std::vector<std::size_t>& which, Language language);
    void write_model(WorkbookSheet& sheet, std::size_t run, Language language) const;
    std::string how_set(const inputs::RecordedInput& input, Language language) const;
    std::string commented(const inputs::RecordedInput& input, Language language) const;
    /// Whose results or inputs they are, in words.
    std::string owner_in(std::size_t run, const std::string& whose) const;
    std::string owner(const std::string& whose) const;
    std::string used_by(std::size_t input) const;

    const std::vector<WorkbookRun>& runs_;
    inputs::Recorder recorder_;
    std::deque<WorkbookModel> models_;
    std::vector<std::map<std::string, std::string>> owners_;  ///< of each run
    std::vector<std::optional<CellPlace>> input_places_;
    std::string inputs_reference_;
    std::vector<std::string> model_references_;
};

}  // namespace burden::brief
