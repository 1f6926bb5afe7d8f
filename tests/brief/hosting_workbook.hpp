/// Workbooks of arrangements and renewals, for tests.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "burden/brief/hosting_answer.hpp"
#include "burden/brief/write_workbook.hpp"
#include "burden/inputs/hosting_recording.hpp"
#include "inputs/known_facts.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// What a question about these arrangements comes to, with the recording of how.
inline std::string hosting_workbook(const inputs::HostingQuestion& question,
                                    const std::vector<std::string>& arrangements) {
    std::vector<inputs::HostingRun> runs;
    for (const std::string& key : arrangements) {
        const auto run = inputs::hosting_run(known_facts(), *known_facts().find_arrangement(key), question);
        for (const inputs::Diagnostic& one : run.diagnostics()) {
            UNSCOPED_INFO(to_text(one));
        }
        REQUIRE(run);
        runs.push_back(*run);
    }
    const auto record = [&](inputs::Recorder& recorder, const std::set<std::string>&) {
        return inputs::hosting_recording(recorder, known_facts(), runs, question);
    };
    return brief::write_workbook(
        brief::document_of(brief::hosting_answer(runs, known_facts())),
        {{.title = "Hosting", .name = "Hosting", .facts = &known_facts(), .record = record}});
}

}  // namespace burden::tests
