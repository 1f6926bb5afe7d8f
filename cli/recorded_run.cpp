#include "burden/cli/recorded_run.hpp"

#include <algorithm>
#include <filesystem>

#include "burden/brief/shared.hpp"
#include "burden/brief/write.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_composition.hpp"

namespace burden::cli {
namespace fs = std::filesystem;

inputs::Reading<inputs::Scenario> scenario_from(const std::string& names, const std::vector<NamedText>& files,
                                                const std::vector<std::string>& set) {
    std::vector<inputs::ReadyMade> ready_made;
    for (const NamedText& file : files) {
        if (!inputs::is_file_name(file.name)) {
            ready_made.push_back({file.name, file.text});
        }
    }
    const auto open = [&](const std::string& name,
                          const std::string& beside) -> inputs::Reading<inputs::FileText> {
        const fs::path path = (fs::path(beside).parent_path() / name).lexically_normal();
        const auto found = std::find_if(files.begin(), files.end(), [&](const NamedText& file) {
            return inputs::is_file_name(file.name) && fs::path(file.name).lexically_normal() == path;
        });
        if (found == files.end()) {
            return inputs::Diagnostic{
                .message = calc::quoted(name) + " is not among the files of the run",
                .hint = "a run on record holds files that are named from where others stand, not from /"};
        }
        return inputs::FileText{found->name, found->text};
    };
    const auto scenario = inputs::composed(names, open, ready_made);
    return scenario && !set.empty() ? inputs::with_settings(*scenario, set) : scenario;
}

std::vector<ResultFile> result_files(const brief::Answer& answer) {
    std::vector<ResultFile> files;
    for (const brief::Table* const table : brief::tables_for_programs(answer)) {
        brief::Answer one = answer;
        one.tables = {*table};
        files.push_back({table->id + ".csv", brief::write_csv(one, {})});
    }
    files.push_back({"result.json", brief::write_json(answer)});
    return files;
}

}  // namespace burden::cli
