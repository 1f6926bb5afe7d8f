/// Workbooks of ledgers, for tests.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "burden/brief/ledger_answer.hpp"
#include "burden/brief/write_workbook.hpp"
#include "burden/inputs/ledger_recording.hpp"
#include "inputs/known_facts.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// The ledgers of hosts, with the recording of how.
inline std::string ledger_workbook(const inputs::Facts& facts, const std::vector<std::string>& hosts) {
    std::vector<inputs::LedgerRun> runs;
    for (const std::string& host : hosts) {
        const auto run = inputs::ledger_run(facts, *facts.find_country(host), std::nullopt);
        for (const inputs::Diagnostic& one : run.diagnostics()) {
            UNSCOPED_INFO(to_text(one));
        }
        REQUIRE(run);
        runs.push_back(*run);
    }
    const auto record = [&](inputs::Recorder& recorder, const std::set<std::string>&) {
        return inputs::ledger_recording(recorder, runs);
    };
    return brief::write_workbook(brief::document_of(brief::ledger_answer(runs, facts)),
                                 {{.title = "Ledger", .name = "Ledger", .facts = &facts, .record = record}});
}

}  // namespace burden::tests
