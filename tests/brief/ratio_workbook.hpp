/// Workbooks of one budget on every basis, for tests.
#pragma once

#include <set>
#include <string>

#include "burden/brief/ratio_answer.hpp"
#include "burden/brief/write_workbook.hpp"
#include "burden/inputs/ratio_recording.hpp"
#include "inputs/known_facts.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// What the budget of a year comes to on these facts, with the recording of how.
inline std::string ratio_workbook(const inputs::Facts& facts, const std::string& country,
                                  const std::string& year) {
    const auto run = inputs::ratio_run(*facts.find_country(country), *calc::read_year(year));
    REQUIRE(run);
    const auto record = [&](inputs::Recorder& recorder, const std::set<std::string>&) {
        return inputs::ratio_recording(recorder, *run);
    };
    return brief::write_workbook(brief::document_of(brief::ratio_answer(*run, facts)),
                                 {{.title = "Ratios", .name = "Ratios", .facts = &facts, .record = record}});
}

}  // namespace burden::tests
