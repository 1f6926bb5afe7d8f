/// What every command that prints a table takes, and how it reads facts and writes its answer.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/cli/command_line.hpp"
#include "burden/cli/session.hpp"
#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/facts.hpp"

namespace burden::cli {

/// As they were typed.
struct TableOptions {
    std::string format;
    std::string output;
    bool metadata = false;
    bool chart = false;
    std::string language = "en";
    bool reiwa = false;
    std::vector<std::string> facts;
};

/// Adds --format, -o and --metadata: all that a command takes which rests on no facts.
void add_output_options(Command& command, TableOptions& options);

/// Adds those and --facts.
void add_table_options(Command& command, TableOptions& options);

/// The language that was asked for; none when it was refused.
std::optional<brief::Language> language_asked(const TableOptions& options, Session& session);

/// Prints what is wrong; says whether an error was among it.
bool report(const std::vector<inputs::Diagnostic>& diagnostics, Session& session);

/// The value of a reading whose messages are printed; none when it was refused.
template <typename T>
std::optional<T> taken(const inputs::Reading<T>& reading, Session& session) {
    report(reading.diagnostics(), session);
    return reading ? std::optional<T>(*reading) : std::nullopt;
}

/// The same for an argument: `option` is where the text stood.
template <typename T>
std::optional<T> taken(const calc::Parsed<T>& parsed, const std::string& option, const std::string& text,
                       Session& session) {
    if (!parsed) {
        report({inputs::argument_diagnostic(option, text, parsed.fault())}, session);
        return std::nullopt;
    }
    return *parsed;
}

/// What a command rests on: facts, and the countries that were asked for.
struct Ground {
    inputs::Facts facts;
    std::vector<std::string> codes;  ///< of the countries asked for, in order
};

/// Compiled-in facts and those of --facts. `countries` are codes or names as typed; with `all`, every country
/// is loaded. `currencies` are those whose rates of exchange are asked for.
std::optional<Ground> ground_for(const std::vector<std::string>& countries,
                                 const std::vector<calc::Currency>& currencies, bool all,
                                 const TableOptions& options, Session& session);

/// Whether a country goes by a name as it was typed: its code, its name or another of its names, in any case.
bool is_called(const inputs::Country& country, const std::string& typed);

/// A refusal of an arrangement that is not known, with those that are.
inputs::Diagnostic unknown_arrangement(const std::string& option, const std::string& typed,
                                       const inputs::Facts& facts);

}  // namespace burden::cli
