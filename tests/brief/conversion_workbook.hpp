/// Workbooks of conversions, for tests.
#pragma once

#include <set>
#include <string>

#include "burden/brief/conversion_answer.hpp"
#include "burden/brief/write_workbook.hpp"
#include "burden/inputs/conversion_recording.hpp"
#include "burden/inputs/target_question.hpp"
#include "inputs/known_facts.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// A question as it is typed; `over` and `to` may be empty.
inline inputs::ConversionQuestion conversion_question(const std::string& amount, const std::string& over,
                                                      const std::string& to, const std::string& rate,
                                                      const std::string& prices, bool all_methods = false) {
    inputs::ConversionQuestion question{.text = amount,
                                        .amount = *calc::read_amount(amount),
                                        .constant_prices = *inputs::read_prices(prices),
                                        .rate = *inputs::RateRequest::read(rate),
                                        .all_methods = all_methods};
    if (!over.empty()) {
        question.over = *calc::read_years(over);
    }
    if (!to.empty()) {
        question.to = calc::Currency(to);
    }
    return question;
}

/// What a question comes to on these facts, with the recording of how.
inline std::string conversion_workbook(const inputs::ConversionQuestion& question,
                                       const inputs::Facts& facts = known_facts()) {
    const auto run = inputs::conversion_run(facts, question);
    for (const inputs::Diagnostic& one : run.diagnostics()) {
        UNSCOPED_INFO(to_text(one));
    }
    REQUIRE(run);
    const auto record = [&](inputs::Recorder& recorder, const std::set<std::string>&) {
        return inputs::conversion_recording(recorder, *run);
    };
    return brief::write_workbook(
        brief::document_of(brief::conversion_answer(*run, facts)),
        {{.title = "Conversion", .name = "Conversion", .facts = &facts, .record = record}});
}

}  // namespace burden::tests
