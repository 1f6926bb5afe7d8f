// What a target costs to compute, and where the time of a whole run goes. Measured, never judged:
// bench/README.md.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "burden/inputs/embedded.hpp"
#include "burden/models/target.hpp"

namespace {

using namespace burden;
using calc::Decimal;
using calc::Year;

constexpr Year base{2025};
constexpr Year due{2035};

calc::Unit yen() { return {calc::Currency("JPY")}; }

/// GDP of 619 trillion that grows by 2 % a year over ten years.
models::Economy<Decimal> economy() {
    const auto growth = calc::series_of(base + 1, due, [](Year) { return Decimal("0.02"); });
    const auto inflation = calc::series_of(base + 1, due, [](Year) { return Decimal(0); });
    return models::grown_economy(calc::Yearly<Decimal>(619'000'000'000'000, yen()), growth, inflation);
}

/// From 1.8 % to 3.5 % and a little more with every `step`, so that no two targets are the same.
models::Target<Decimal> target(const calc::PathShape<Decimal>& shape, int step) {
    return {.from = base,
            .due = due,
            .to = due,
            .base_spending = calc::Yearly<Decimal>(11'142'000'000'000, yen()),
            .share = Decimal("0.035") + Decimal(step) * Decimal("0.00001"),
            .shape = shape};
}

/// A thousand targets over ten years, every column of them.
void thousand_targets(benchmark::State& state, const calc::PathShape<Decimal>& shape) {
    const auto years = economy();
    constexpr int count = 1000;
    std::vector<models::Target<Decimal>> targets;
    targets.reserve(count);
    for (int step = 0; step < count; ++step) {
        targets.push_back(target(shape, step));
    }
    for (auto _ : state) {
        for (const auto& one : targets) {
            benchmark::DoNotOptimize(models::target_path(years, one));
        }
    }
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK_CAPTURE(thousand_targets, linear, calc::Linear{})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(thousand_targets, geometric, calc::Geometric{})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(thousand_targets, constant_growth, calc::ConstantGrowth{})->Unit(benchmark::kMillisecond);

/// One operation on two numbers that fill their fifty digits.
template <typename Operation>
void decimal(benchmark::State& state, Operation operation) {
    Decimal a = Decimal(619) / Decimal(7);
    Decimal b = Decimal(11) / Decimal(13);
    for (auto _ : state) {
        benchmark::DoNotOptimize(a);
        benchmark::DoNotOptimize(b);
        benchmark::DoNotOptimize(operation(a, b));
    }
}
BENCHMARK_CAPTURE(decimal, sum, [](const Decimal& a, const Decimal& b) { return a + b; });
BENCHMARK_CAPTURE(decimal, product, [](const Decimal& a, const Decimal& b) { return a * b; });
BENCHMARK_CAPTURE(decimal, quotient, [](const Decimal& a, const Decimal& b) { return a / b; });
BENCHMARK_CAPTURE(decimal, power, [](const Decimal& a, const Decimal& b) { return power(a, b); });

/// What a command about these countries reads before it computes.
void facts(benchmark::State& state, const std::vector<std::string>& countries) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(inputs::embedded_facts(countries));
    }
}
BENCHMARK_CAPTURE(facts, one_country, {"JPN"})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(facts, two_countries, {"JPN", "USA"})->Unit(benchmark::kMicrosecond);

void all_facts(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(inputs::embedded_facts());
    }
}
BENCHMARK(all_facts)->Unit(benchmark::kMicrosecond);

}  // namespace
