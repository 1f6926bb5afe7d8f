/// burden fiscal: what extra spending does to public finance.
#include <algorithm>
#include <memory>

#include "burden/brief/fiscal_answer.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/scenario_options.hpp"

namespace burden::cli {
namespace {

struct Options {
    std::string country;
    std::vector<std::string> names;
    std::string tax;
    std::string debt;
    std::string interest;
    ScenarioOptions scenario;
};

/// The settings that --tax, --debt and --interest stand for, and those of --set.
std::vector<std::string> settings_of(const Options& options, const std::string& code) {
    const std::string subject = calc::lower_case(code);
    std::vector<std::string> settings;
    for (const auto& [key, value] :
         {std::pair(".financing.tax=", &options.tax), std::pair(".financing.debt=", &options.debt),
          std::pair(".interest=", &options.interest)}) {
        if (!value->empty()) {
            settings.push_back(subject + key + *value);
        }
    }
    settings.insert(settings.end(), options.scenario.set.begin(), options.scenario.set.end());
    return settings;
}

ExitCode run(const Options& options, Session& session) {
    const auto ground = ground_for({options.country}, {}, true, options.scenario.table, session);
    if (!ground) {
        return ExitCode::refused;
    }
    const std::string& code = ground->codes.front();
    std::string names;
    for (const std::string& name : options.names) {
        names += (names.empty() ? "" : "+") + name;
    }
    const auto scenario = scenario_named(names, settings_of(options, code), session);
    const auto result =
        scenario ? taken(inputs::scenario_run(ground->facts, *scenario), session) : std::nullopt;
    if (!result) {
        return ExitCode::refused;
    }
    std::vector<std::string> shown;
    for (const std::size_t country : result->plan.shown) {
        const auto& plan = result->plan.plan.countries[country];
        shown.push_back(calc::lower_case(plan.code));
        if (plan.code != code) {
            continue;
        }
        if (!plan.finance.financing) {
            report({{.file = "fiscal",
                     .message = "nobody says how the extra of " +
                                result->plan.countries[country].country->name + " is paid for",
                     .allowed = {"--tax 50% --debt 50% --interest 1.5%",
                                 calc::lower_case(code) + ".financing.tax in the scenario"}}},
                   session);
            return ExitCode::refused;
        }
        return give(brief::fiscal_answer(*result, country, ground->facts), options.scenario.table, session,
                    runs_behind({{&*scenario, &ground->facts}}, options.scenario.table, session));
    }
    report({{.file = "country",
             .message = "the scenario does not show " + calc::lower_case(code),
             .allowed = shown}},
           session);
    return ExitCode::refused;
}

constexpr const char* examples = R"(Examples:
  burden fiscal jpn jpn-5-by-2035 --tax 50% --debt 50% --interest 1.5%
  burden fiscal jpn jpn-5-borrowed
  burden fiscal jpn jpn-5-half-taxed+stagnation --format csv
  burden fiscal jpn jpn-5-borrowed --interest 3% --set jpn.households=55000000
  burden explain jpn-5-borrowed "jpn.debt[FY2030]"
  burden solve jpn-5-borrowed --vary jpn.target.share --so-that "jpn.extra_debt[FY2035] <= 100 tn JPY"))";

}  // namespace

void add_fiscal(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("fiscal", "How extra spending is paid for, and what it does to debt");
    command.footer(examples);
    command.add_option("country", options->country, "Country, by ISO code or English name")
        .type_name("COUNTRY")
        .required();
    command
        .add_option(
            "scenario", options->names,
            "Scenario files and ready-made scenarios; several are put together, as with + between them")
        .type_name("SCENARIO")
        .required();
    const auto part = [&](const char* name, std::string& value, const char* help) {
        command.add_option(name, value, help).type_name("SHARE").group("Financing");
    };
    part("--tax", options->tax, "Part of the extra that taxes pay for; the scenario's financing.tax");
    part("--debt", options->debt, "Part that is borrowed; what both leave is taken from other spending");
    command
        .add_option("--interest", options->interest,
                    "Effective rate of interest on public debt: nothing is assumed of it")
        .type_name("RATE")
        .group("Financing");
    add_scenario_options(command, options->scenario);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
