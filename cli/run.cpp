#include "burden/cli/run.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <ostream>
#include <set>

#include "burden/brief/headline_answer.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/table_options.hpp"
#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/embedded.hpp"

namespace burden::cli {
namespace {

constexpr const char* welcome = R"(Burden: what defence targets and burden sharing between allies cost.
Every figure with its unit, its year, its definition and its source.
)";

constexpr const char* examples = R"(Start here:
  burden target jpn --share 2% --share 3.4% --share 5% --by 2035     what a target costs
  burden hns jpn-sma-2022 --renewals flat,cpi:cap=5%,x4              what a new arrangement would cost
  burden claim "8.6 billion USD per year" --of jpn-sma-2022          is this quoted number right?
  burden ledger jpn                                                  who pays for a presence
  burden run jpn-3-4-constant+faster-growth                          a scenario, year by year
  burden diff baseline jpn-3-4-constant+faster-growth --why          what it changes, and why
  burden ratio jpn FY2025                                            one budget on every basis
  burden convert "11 tn JPY" --over FY2025 --to USD                  an amount in other money
  burden facts japan defence                                         what is known
  burden sources WEO2026                                             and from whom

'burden' alone prints a one-page brief.

Exit status: 0 done, 1 the program failed, 2 the request or a file is wrong, 3 the answer is no.)";

/// The program's own words for a wrong command line, where the parser's would show its innards.
struct Complaint {
    std::string message;
    std::vector<std::string> allowed;
    std::string nearest;
};

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (!command->get_group().empty()) {
            names.push_back(command->get_name());
        }
    }
    return names;
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

/// A command or an option that does not exist, before the parser sees it.
std::optional<Complaint> unknown_name(CLI::App& app, const std::vector<std::string>& args) {
    CLI::App* command = nullptr;
    for (const std::string& arg : args) {
        if (arg == "--") {
            break;
        }
        if (arg.starts_with("--")) {
            const std::string name = arg.substr(0, arg.find('='));
            const auto known = option_names(command != nullptr ? *command : app);
            if (std::find(known.begin(), known.end(), name) == known.end()) {
                return Complaint{"unknown option '" + name + "'" +
                                     (command != nullptr ? " of 'burden " + command->get_name() + "'" : ""),
                                 {},
                                 calc::nearest(name, known)};
            }
        } else if (command == nullptr && !arg.starts_with("-")) {
            const auto known = command_names(app);
            if (std::find(known.begin(), known.end(), arg) != known.end()) {
                command = app.get_subcommand(arg);
            } else {
                return Complaint{"unknown command '" + arg + "'", known, calc::nearest(arg, known)};
            }
        }
    }
    return std::nullopt;
}

/// An option without its value, or one given twice that is taken once, before the parser sees it.
std::optional<Complaint> wrong_values(const CLI::App& app, const std::vector<std::string>& args) {
    const CLI::App* command = nullptr;
    std::set<std::string> seen;
    for (std::size_t at = 0; at < args.size(); ++at) {
        const std::string name = args[at].substr(0, args[at].find('='));
        if (command == nullptr) {
            command = args[at].starts_with("-") ? nullptr : app.get_subcommand(args[at]);
            continue;
        }
        const CLI::Option* option = args[at].starts_with("-") ? command->get_option_no_throw(name) : nullptr;
        if (option == nullptr || option->get_type_name().empty()) {
            continue;
        }
        const bool has_value = name != args[at] || (at + 1 < args.size() && !args[at + 1].starts_with("--"));
        if (!has_value) {
            return Complaint{name + " needs a value: " + option->get_type_name(), {}, {}};
        }
        if (option->get_items_expected_max() == 1 && !seen.insert(option->get_name()).second) {
            return Complaint{name + " is given twice", {}, {}};
        }
    }
    return std::nullopt;
}

/// `--growth -1%` as `--growth=-1%`: the parser would take the second for an option.
std::vector<std::string> with_negative_values_joined(const std::vector<std::string>& args) {
    std::vector<std::string> joined;
    for (const std::string& arg : args) {
        const bool negative =
            arg.size() > 1 && arg[0] == '-' && ((arg[1] >= '0' && arg[1] <= '9') || arg[1] == '.');
        if (negative && !joined.empty() && joined.back().starts_with("--") &&
            joined.back().find('=') == std::string::npos) {
            joined.back() += "=" + arg;
        } else {
            joined.push_back(arg);
        }
    }
    return joined;
}

ExitCode complain(const Complaint& complaint, const std::string& help, Session& session) {
    inputs::Diagnostic diagnostic{.file = "burden",
                                  .message = complaint.message,
                                  .allowed = complaint.allowed,
                                  .nearest = complaint.nearest,
                                  .hint = "see  " + help};
    session.err << to_text(diagnostic);
    return ExitCode::refused;
}

/// What the program says before it is asked.
ExitCode headline(brief::Language language, Session& session) {
    const auto codes = inputs::headline_countries();
    const inputs::Facts facts = inputs::embedded_facts(codes);
    const auto run = inputs::headline_run(facts);
    if (!run) {
        for (const inputs::Diagnostic& diagnostic : run.diagnostics()) {
            session.err << to_text(diagnostic);
        }
        return ExitCode::failed;
    }
    session.out << brief::written(in_language(brief::headline_answer(*run, facts), language),
                                  brief::Format::table, session.style);
    return ExitCode::done;
}

ExitCode parse(CLI::App& app, const std::vector<std::string>& args, Session& session) {
    const auto joined = with_negative_values_joined(args);
    if (const auto complaint = unknown_name(app, joined)) {
        return complain(*complaint, "burden --help", session);
    }
    if (const auto complaint = wrong_values(app, joined)) {
        return complain(*complaint, "burden --help", session);
    }
    std::vector<std::string> reversed(joined.rbegin(), joined.rend());
    const auto help_of = [&] {
        const auto parsed = app.get_subcommands();
        return "burden " + (parsed.empty() ? "" : parsed.front()->get_name() + " ") + "--help";
    };
    try {
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        const auto parsed = app.get_subcommands();
        session.out << (parsed.empty() ? app.help() : parsed.front()->help("burden"));
        return ExitCode::done;
    } catch (const CLI::CallForVersion&) {
        session.out << "burden " << BURDEN_VERSION << "\n";
        return ExitCode::done;
    } catch (const CLI::ExtrasError&) {
        return complain(
            {"one argument too many: words that belong together stand in quotes, \"43 tn JPY\"", {}, {}},
            help_of(), session);
    } catch (const CLI::RequiredError& error) {
        // "year is required": the parser begins with the name.
        const std::string said = error.what();
        return complain({said.substr(0, said.find(' ')) + " is missing", {}, {}}, help_of(), session);
    } catch (const CLI::ParseError& error) {
        return complain({error.what(), {}, {}}, help_of(), session);
    }
    return session.exit_code;
}

}  // namespace

ExitCode run(const std::vector<std::string>& args, Session& session) {
    try {
        CLI::App app(welcome, "burden");
        app.footer(examples);
        app.set_help_flag("-h,--help", "Show this help");
        app.set_version_flag("--version", BURDEN_VERSION, "Show the version");
        app.require_subcommand(0, 1);
        app.get_formatter()->column_width(34);
        app.get_formatter()->label("OPTIONS", "OPTIONS");
        CommandLine commands(app);
        add_target(commands, session);
        add_hns(commands, session);
        add_ledger(commands, session);
        add_claim(commands, session);
        add_claims(commands, session);
        add_run(commands, session);
        add_show(commands, session);
        add_init(commands, session);
        add_keys(commands, session);
        add_verify(commands, session);
        add_diff(commands, session);
        add_explain(commands, session);
        add_sweep(commands, session);
        add_solve(commands, session);
        add_tornado(commands, session);
        add_fiscal(commands, session);
        add_brief(commands, session);
        add_chart(commands, session);
        add_ratio(commands, session);
        add_convert(commands, session);
        add_facts(commands, session);
        add_sources(commands, session);
        add_completion(commands, session);
        add_man(commands, session);
        if (args.empty()) {
            return headline(brief::Language::en, session);
        }
        if (args.size() == 2 && args.front() == "--lang") {
            TableOptions options;
            options.language = args.back();
            const auto language = language_asked(options, session);
            return language ? headline(*language, session) : ExitCode::refused;
        }
        return parse(app, args, session);
    } catch (const std::exception& error) {
        session.err
            << "burden: the program failed: " << error.what() << "\n"
            << "This is a fault of the program and not of your request: please report the command line.\n";
        return ExitCode::failed;
    }
}

}  // namespace burden::cli
