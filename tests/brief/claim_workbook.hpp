/// Workbooks of claims, for tests.
#pragma once

#include <set>
#include <string>

#include "burden/brief/claim_answer.hpp"
#include "burden/brief/write_workbook.hpp"
#include "burden/inputs/claim_recording.hpp"
#include "inputs/known_facts.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// What a claim comes to, with the recording of how.
inline std::string claim_workbook(const inputs::ClaimRun& run, const inputs::Facts& facts) {
    const auto record = [&](inputs::Recorder& recorder, const std::set<std::string>&) {
        return inputs::claim_recording(recorder, facts, run);
    };
    return brief::write_workbook(brief::document_of(brief::claim_answer(run, facts)),
                                 {{.title = "Claim", .name = "Claim", .facts = &facts, .record = record}});
}

/// A claim about an arrangement.
inline inputs::ClaimRun arrangement_claim_run(const std::string& text, const std::string& of,
                                              const inputs::Facts& facts) {
    const auto figure = inputs::read_claim_figure(text);
    REQUIRE(figure);
    const auto run =
        inputs::arrangement_claim(facts, *facts.find_arrangement(of), text, *figure, inputs::usual_tolerance);
    for (const inputs::Diagnostic& one : run.diagnostics()) {
        UNSCOPED_INFO(to_text(one));
    }
    REQUIRE(run);
    return *run;
}

}  // namespace burden::tests
