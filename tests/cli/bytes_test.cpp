/// The command and the library are one thing: what the command prints is what a writer makes of the library's
/// answer.
#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/write.hpp"
#include "burden/inputs/embedded.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;

TEST_CASE("a scenario gives the same bytes from the command and from the library", "[cli][scenario]") {
    const auto facts = inputs::embedded_facts();
    const auto no_file = [](const std::string& name, const std::string&) {
        return inputs::Reading<inputs::FileText>(inputs::Diagnostic{.file = name, .message = "no file here"});
    };
    for (const inputs::ReadyMade& one : inputs::ready_made_scenarios()) {
        CAPTURE(one.name);
        const auto scenario = inputs::scenario_of(one.name, no_file);
        REQUIRE(scenario);
        const auto run = inputs::scenario_run(facts, *scenario);
        REQUIRE(run);
        const auto answer = brief::scenario_answer(*run, facts);
        for (const auto& [name, format] :
             {std::pair{"table", brief::Format::table}, std::pair{"md", brief::Format::md},
              std::pair{"csv", brief::Format::csv}, std::pair{"json", brief::Format::json}}) {
            const auto printed = called({"run", std::string(one.name), "--format", name});
            CHECK(printed.code == cli::ExitCode::done);
            CHECK(printed.out == brief::written(answer, format, {.width = 100}));
        }
    }
}
