#include "burden/brief/conversion_answer.hpp"

#include <string_view>

#include "burden/brief/citations.hpp"
#include "burden/brief/scale.hpp"
#include "burden/inputs/conversion_recording.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::Conversion;
namespace results = inputs::conversion_results;

Answer conversion_answer(const inputs::ConversionRun& run, const inputs::Facts& facts) {
    Decimal largest = 0;
    for (const Conversion& conversion : run.conversions) {
        if (conversion.amount) {
            largest =
                greatest(largest, *conversion.amount < Decimal(0) ? -*conversion.amount : *conversion.amount);
        }
    }
    const Scale scale = headline_scale_for(largest);
    const std::string unit = unit_text(run.to, scale);
    Table table{.id = "convert",
                .title = run.question.text +
                         (run.years.empty() ? "" : ", " + run.years.substr(0, run.years.find(','))) + " in " +
                         run.to.code() +
                         (run.constant_year.empty() ? "" : " and in prices of " + run.constant_year),
                .caption = unit,
                .columns = {{.key = "method", .label = "Method", .words = true}},
                .rows = {}};
    const bool converts = !run.rate_unit.empty();
    if (converts) {
        table.columns.push_back({.key = "rate", .label = run.rate_unit, .words = true});
    }
    const Decimal shown = largest / scale.units;
    const int places = shown < Decimal(10) ? 3 : shown < Decimal(100) ? 2 : 1;
    table.columns.push_back({.key = "amount", .label = "current prices", .unit = unit, .places = places});
    const bool constant = !run.constant_year.empty();
    const std::string prices = "prices of " + run.constant_year;
    if (constant) {
        table.columns.push_back({.key = "constant_home",
                                 .label = "deflated in " + run.question.amount.currency.code(),
                                 .unit = unit,
                                 .places = places,
                                 .group = prices});
        if (converts) {
            table.columns.push_back({.key = "constant_foreign",
                                     .label = "deflated in " + run.to.code(),
                                     .unit = unit,
                                     .places = places,
                                     .group = prices});
        }
    }
    table.columns.push_back({.key = "sources", .label = "Sources", .words = true});
    Answer answer{.command = "convert", .tables = {}};
    std::vector<std::string> keys;
    for (std::size_t at = 0; at < run.conversions.size(); ++at) {
        const Conversion& conversion = run.conversions[at];
        Row row{.cells = {conversion.method}};
        if (converts) {
            row.cells.push_back(conversion.rate.empty() ? Cell() : Cell(conversion.rate));
        }
        const auto add = [&](std::string_view what, const std::optional<Decimal>& value) {
            row.cells.push_back(value ? Cell(Figure{.value = *value / scale.units,
                                                    .terms = {{.cell = conversion_cell(run, at, what),
                                                               .factor = Decimal(1) / scale.units}}})
                                      : Cell());
        };
        add(converts ? results::amount : results::unconverted, conversion.amount);
        if (constant) {
            add(converts ? results::constant_home : results::unconverted_constant, conversion.constant_home);
            if (converts) {
                add(results::constant_foreign, conversion.constant_foreign);
            }
        }
        const std::string sources = joined(conversion.sources);
        row.cells.push_back(sources.empty() ? Cell() : Cell(sources));
        if (!conversion.missing.empty()) {
            answer.notes.push_back(conversion.method + ": " + conversion.missing + ".");
            row.cells.front().notes.push_back(static_cast<int>(answer.notes.size()));
        }
        keys.insert(keys.end(), conversion.sources.begin(), conversion.sources.end());
        table.rows.push_back(std::move(row));
    }
    answer.tables.push_back(std::move(table));
    answer.basis = {
        .currency = run.to.code(),
        .prices = constant ? "current prices, and constant prices of " + run.constant_year : "current",
        .rate = run.rate_unit,
        .as_of = to_text(facts.as_of),
        .words = run.words};
    answer.sources = citations(facts, std::move(keys));
    return answer;
}

}  // namespace burden::brief
