// What a sweep costs: ten thousand cells of a ready-made scenario, exact and fast. Measured, never judged:
// bench/README.md.
#include <benchmark/benchmark.h>

#include "burden/inputs/embedded.hpp"
#include "burden/inputs/scenario_sweep.hpp"

namespace {

using namespace burden;

inputs::Scenario scenario() {
    const auto no_files = [](const std::string& name, const std::string&) {
        return inputs::Reading<inputs::FileText>(inputs::Diagnostic{.file = name, .message = "no file"});
    };
    return *inputs::scenario_of("jpn-5-by-2035", no_files);
}

void ten_thousand_cells(benchmark::State& state, bool fast) {
    const inputs::Facts facts = inputs::embedded_facts();
    const inputs::Scenario swept = scenario();
    inputs::SweepQuestion question;
    question.axes = {*inputs::read_axis("jpn.growth=0%:1.98%:0.02%", false),
                     *inputs::read_axis("jpn.inflation=0%:1.98%:0.02%", false)};
    question.cells = {*inputs::ScenarioCell::read("jpn.spending[FY2035]")};
    question.fast = fast;
    for (auto _ : state) {
        const auto sweep = inputs::Sweep::ready(facts, swept, question);
        benchmark::DoNotOptimize(sweep->values(0, sweep->points()));
    }
    state.SetItemsProcessed(state.iterations() * 10'000);
}
BENCHMARK_CAPTURE(ten_thousand_cells, exact, false)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(ten_thousand_cells, fast, true)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
