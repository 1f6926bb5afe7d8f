/// Workbooks of targets, for tests.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "burden/brief/target_answer.hpp"
#include "burden/brief/write_workbook.hpp"
#include "burden/inputs/target_recording.hpp"
#include "inputs/known_facts.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// What the runs of a question come to, with the recording of how.
inline std::string target_workbook(const inputs::TargetQuestion& question,
                                   const std::vector<inputs::TargetRun>& runs) {
    const auto record = [&](inputs::Recorder& recorder, const std::set<std::string>&) {
        return inputs::target_recording(recorder, known_facts(), runs, question);
    };
    return brief::write_workbook(
        brief::document_of(brief::target_answer(runs, known_facts())),
        {{.title = "Targets", .name = "Targets", .facts = &known_facts(), .record = record}});
}

/// The same of these countries.
inline std::string target_workbook(const inputs::TargetQuestion& question,
                                   const std::vector<std::string>& countries) {
    std::vector<inputs::TargetRun> runs;
    for (const std::string& code : countries) {
        const auto run = inputs::target_run(known_facts(), *known_facts().find_country(code), question);
        for (const inputs::Diagnostic& one : run.diagnostics()) {
            UNSCOPED_INFO(to_text(one));
        }
        REQUIRE(run);
        runs.push_back(*run);
    }
    return target_workbook(question, runs);
}

}  // namespace burden::tests
