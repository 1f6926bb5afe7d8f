#include "burden/brief/claim_answer.hpp"

#include "burden/brief/citations.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/claim_recording.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using inputs::ClaimLine;
using inputs::ClaimRun;

namespace {

std::string capitalised(const std::string& text) {
    return text.empty() ? text : calc::upper_case(text.substr(0, 1)) + text.substr(1);
}

Cell factor_cell(const std::optional<calc::Decimal>& factor) { return factor ? Cell(*factor) : Cell(); }

Column factor_column(const char* label) { return {.key = "factor", .label = label, .places = 2}; }

/// What programs read of a claim: the keys of the contract.
std::vector<Column> contract_columns() {
    return {{.key = "text", .label = "Claim", .words = true},
            {.key = "verdict", .label = "Verdict", .words = true},
            {.key = "reading", .label = "Reading", .words = true},
            factor_column("claim / fact"),
            {.key = "sources", .label = "Sources", .words = true}};
}

Row contract_row(const ClaimRun& run) {
    return {.cells = {run.text, std::string(inputs::to_text(run.verdict)), run.reading,
                      factor_cell(run.factor), joined(run.sources, ";")}};
}

Table verdict_table(const ClaimRun& run) {
    Table table{.id = "claim",
                .title = capitalised(std::string(inputs::to_text(run.verdict))) + ": \"" + run.text + "\"",
                .caption = "of " + run.of,
                .columns = {{.key = "what", .label = "What", .words = true},
                            {.key = "text", .label = "Text", .words = true}},
                .rows = {{.cells = {"Verdict", std::string(inputs::to_text(run.verdict))}},
                         {.cells = {"Because", run.reading}}},
                .audience = Audience::people};
    for (const std::string& remark : run.remarks) {
        table.rows.push_back({.cells = {"Note", remark}});
    }
    table.rows.push_back({.cells = {"Held against", joined(run.sources)}});
    if (!run.said_by.empty()) {
        table.rows.push_back({.cells = {"Says so", joined(run.said_by)}});
    }
    return table;
}

Table readings_table(const ClaimRun& run) {
    Table table{.id = "claim-readings",
                .title = "Every reading",
                .columns = {{.key = "reading", .label = "Read as", .words = true},
                            {.key = "fact", .label = "the facts say", .words = true},
                            factor_column("claim / fact"),
                            {.key = "fits", .label = "fits", .words = true},
                            {.key = "remark", .label = "", .words = true}},
                .rows = {}};
    for (std::size_t at = 0; at < run.lines.size(); ++at) {
        const ClaimLine& line = run.lines[at];
        Cell factor;
        if (line.factor) {
            factor = Figure{.value = *line.factor, .terms = {{.cell = inputs::factor_cell(at), .factor = 1}}};
        }
        table.rows.push_back(
            {.cells = {line.words, line.fact, std::move(factor), line.fits ? "fits" : "", line.remark}});
    }
    return table;
}

std::vector<std::string> keys_of(const ClaimRun& run) {
    std::vector<std::string> keys = run.sources;
    keys.insert(keys.end(), run.said_by.begin(), run.said_by.end());
    return keys;
}

std::string tolerance_words(const ClaimRun& run) {
    return "A reading fits within " + inputs::percent_words(run.tolerance) + " of the fact";
}

}  // namespace

Answer claim_answer(const ClaimRun& run, const inputs::Facts& facts) {
    Answer answer{.command = "claim", .tables = {}};
    answer.tables.push_back(verdict_table(run));
    Table contract{.id = "claim",
                   .title = run.text,
                   .columns = contract_columns(),
                   .rows = {contract_row(run)},
                   .audience = Audience::programs};
    answer.tables.push_back(std::move(contract));
    answer.tables.push_back(readings_table(run));
    answer.basis.words.push_back(tolerance_words(run));
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, keys_of(run));
    return answer;
}

Answer claims_answer(const std::vector<ClaimRun>& runs, const inputs::Facts& facts) {
    Answer answer{.command = "claims", .tables = {}};
    std::vector<std::string> keys;
    Table people{.id = "claims",
                 .title = "What was said, and whether it is so",
                 .columns = {{.key = "verdict", .label = "Verdict", .words = true},
                             {.key = "text", .label = "Claim", .words = true},
                             {.key = "reading", .label = "Because", .words = true},
                             {.key = "sources", .label = "Source", .words = true}},
                 .rows = {},
                 .audience = Audience::people};
    Table programs{.id = "claims",
                   .title = people.title,
                   .columns = contract_columns(),
                   .rows = {},
                   .audience = Audience::programs};
    programs.columns.insert(programs.columns.begin(), {.key = "key", .label = "Key", .words = true});
    programs.columns.push_back({.key = "said_by", .label = "Said by", .words = true});
    for (const ClaimRun& run : runs) {
        people.rows.push_back(
            {.cells = {std::string(inputs::to_text(run.verdict)), run.text, run.reading,
                       run.lines.empty() ? Cell() : Cell(joined(run.lines.front().sources))}});
        Row row = contract_row(run);
        row.cells.insert(row.cells.begin(), Cell(run.key));
        row.cells.emplace_back(joined(run.said_by, ";"));
        programs.rows.push_back(std::move(row));
        for (const std::string& key : keys_of(run)) {
            keys.push_back(key);
        }
    }
    answer.tables.push_back(std::move(people));
    answer.tables.push_back(std::move(programs));
    answer.basis.words.emplace_back(
        "Supported: what the words mean fits. Reading-dependent: some readings fit and others do not. "
        "Overtaken: it fitted, and what was published later does not. Refuted: only a slip explains it. A "
        "reading fits within 1 % unless the claim says another tolerance");
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    return answer;
}

}  // namespace burden::brief
