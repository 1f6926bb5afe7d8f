#include "burden/cli/table_options.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <set>
#include <utility>

#include "burden/brief/files.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/inputs/embedded.hpp"
#include "burden/inputs/facts_reader.hpp"

namespace burden::cli {

using inputs::Country;
using inputs::Diagnostic;

namespace {

Diagnostic unknown_country(const std::string& typed, std::span<const Country> known,
                           const std::vector<Country>& own) {
    std::vector<std::string> names;
    std::vector<std::string> codes;
    for (const auto& list : {known, std::span<const Country>(own)}) {
        for (const Country& country : list) {
            names.push_back(country.code);
            names.push_back(country.name);
            names.insert(names.end(), country.also.begin(), country.also.end());
            codes.push_back(country.code + " " + country.name);
        }
    }
    calc::Fault fault = calc::unknown_name("country", typed, std::move(names));
    fault.allowed = std::move(codes);
    return inputs::argument_diagnostic("country", typed, fault);
}

/// The user's own files, read and checked one by one.
std::optional<std::vector<inputs::FactsFile>> own_files(const std::vector<std::string>& names,
                                                        Session& session) {
    std::vector<inputs::FactsFile> files;
    bool good = true;
    for (const std::string& name : names) {
        const auto paths = taken(brief::facts_files(name), session);
        if (!paths) {
            good = false;
            continue;
        }
        for (const auto& path : *paths) {
            const auto text = taken(brief::file_text(path, inputs::largest_file), session);
            const auto file =
                text ? taken(inputs::read_facts_file(*text, path.string()), session) : std::nullopt;
            if (file) {
                files.push_back(*file);
            } else {
                good = false;
            }
        }
    }
    return good ? std::optional(files) : std::nullopt;
}

}  // namespace

void add_output_options(Command& command, TableOptions& options) {
    command
        .add_option("--format", options.format,
                    "table, md, html, latex, csv, json, xlsx, docx or vega (its charts)")
        .type_name("FORMAT")
        .group("Output");
    command
        .add_option("-o,--output", options.output,
                    "Write into a file instead, whole or not at all; its ending chooses the format")
        .type_name("FILE")
        .group("Output");
    command.add_option("--lang", options.language, "Language of the answer: en or ja")
        .type_name("LANGUAGE")
        .group("Output");
    command.add_flag("--reiwa", options.reiwa, "In Japanese, fiscal years by the era: 令和9年度")
        .group("Output");
    command.add_flag("--chart", options.chart, "Draw charts below the tables, on a terminal").group("Output");
    command
        .add_flag("--metadata", options.metadata,
                  "Begin a CSV with title, units, basis, notes and sources as # lines")
        .group("Output");
}

void add_table_options(Command& command, TableOptions& options) {
    add_output_options(command, options);
    command
        .add_option("--facts", options.facts, "Add or replace facts from a file or a folder of .toml files")
        .type_name("DIR|FILE")
        .one_at_a_time()
        .group("Facts");
}

std::optional<brief::Language> language_asked(const TableOptions& options, Session& session) {
    const std::string name = calc::lower_case(options.language);
    if (name == "en" || name == "ja") {
        return name == "ja" ? brief::Language::ja : brief::Language::en;
    }
    report({inputs::argument_diagnostic("--lang", options.language,
                                        calc::unknown_name("language", options.language, {"en", "ja"}))},
           session);
    return std::nullopt;
}

bool report(const std::vector<Diagnostic>& diagnostics, Session& session) {
    bool error = false;
    for (const Diagnostic& diagnostic : diagnostics) {
        session.err << to_text(diagnostic);
        error = error || diagnostic.severity == inputs::Severity::error;
    }
    return error;
}

std::optional<Ground> ground_for(const std::vector<std::string>& countries,
                                 const std::vector<calc::Currency>& currencies, bool all,
                                 const TableOptions& options, Session& session) {
    const auto files = own_files(options.facts, session);
    if (!files) {
        return std::nullopt;
    }
    std::vector<Country> own;
    for (const auto& file : *files) {
        if (file.country) {
            own.push_back(*file.country);
        }
    }
    Ground ground;
    std::set<std::string> needed;
    std::set<calc::Currency> exchanged(currencies.begin(), currencies.end());
    for (const Country& mine : own) {
        if (!currencies.empty() && mine.own) {
            exchanged.insert(mine.own->gdp.currency);
        }
    }
    std::vector<Diagnostic> unknown;
    const auto known = inputs::embedded_countries();
    for (const std::string& typed : countries) {
        const auto asked = [&](const Country& country) { return is_called(country, typed); };
        const auto own_found = std::find_if(own.begin(), own.end(), asked);
        const auto found = std::find_if(known.begin(), known.end(), asked);
        if (own_found == own.end() && found == known.end()) {
            unknown.push_back(unknown_country(typed, known, own));
            continue;
        }
        const std::string code = found != known.end() ? found->code : own_found->code;
        if (std::find(ground.codes.begin(), ground.codes.end(), code) == ground.codes.end()) {
            ground.codes.push_back(code);
        }
        needed.insert(code);
    }
    if (report(unknown, session)) {
        return std::nullopt;
    }
    for (const Country& country : known) {
        const bool rates = country.currency && exchanged.contains(*country.currency);
        const bool replaced = std::any_of(own.begin(), own.end(),
                                          [&](const Country& mine) { return mine.code == country.code; });
        if (all || rates || replaced) {
            needed.insert(country.code);
        }
    }
    for (const inputs::FactsFile& file : *files) {
        // What a file's arrangements, accounts and claims rest on is checked, and must be there.
        for (const std::string& code : inputs::countries_named(file)) {
            const bool compiled_in = std::any_of(
                known.begin(), known.end(), [&](const Country& country) { return country.code == code; });
            if (compiled_in) {
                needed.insert(code);
            }
        }
    }
    const std::vector<std::string> codes(needed.begin(), needed.end());
    auto facts = inputs::embedded_facts(codes);
    if (!files->empty()) {
        const auto both = taken(inputs::combined(std::move(facts), *files), session);
        if (!both) {
            return std::nullopt;
        }
        facts = *both;
    }
    ground.facts = std::move(facts);
    return ground;
}

bool is_called(const Country& country, const std::string& typed) {
    const std::string name = calc::lower_case(typed);
    return calc::lower_case(country.code) == name || calc::lower_case(country.name) == name ||
           std::any_of(country.also.begin(), country.also.end(),
                       [&](const std::string& other) { return calc::lower_case(other) == name; });
}

Diagnostic unknown_arrangement(const std::string& option, const std::string& typed,
                               const inputs::Facts& facts) {
    std::vector<std::string> keys;
    for (const inputs::Arrangement& one : facts.arrangements) {
        keys.push_back(one.key);
    }
    return inputs::argument_diagnostic(option, typed, calc::unknown_name("arrangement", typed, keys));
}

}  // namespace burden::cli
