/// Every documented option moves some output.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "burden/cli/command_tree.hpp"
#include "burden/cli/commands.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;

namespace {

using Args = std::vector<std::string>;

/// A call, and the same call with an option added or changed.
struct Pair {
    std::string command;
    std::string option;
    Args without;
    Args with;
};

Args joined(Args args, const Args& more) {
    args.insert(args.end(), more.begin(), more.end());
    return args;
}

const Args target = {"target", "jpn", "--share", "3.5%", "--by", "2035"};
const Args own = {"target", "--gdp",        "619 tn JPY", "--from",  "2025", "--growth", "2%",  "--inflation",
                  "1%",     "--base-share", "1.8%",       "--share", "3.5%", "--by",     "2035"};
const Args split = {"target", "jpn", "--core", "3.5%", "--related", "1.5%", "--by", "2035"};
const Args convert = {"convert", "11 tn JPY", "--over", "FY2025", "--to", "USD"};
const Args facts = {"facts", "gdp"};
const Args hns = {"hns", "jpn-sma-2022", "--renewals", "flat,cpi,budget"};
const Args ledger = {"ledger", "jpn"};
const Args claim = {"claim", "8.6 billion USD over 5 years", "--of", "jpn-sma-2022"};
const Args growth = {"claim", "7.2%", "--of", "chn:defence-growth"};

Args replaced(Args args, const std::string& option, const std::string& value) {
    const auto at = std::find(args.begin(), args.end(), option);
    REQUIRE(at != args.end());
    *(at + 1) = value;
    return args;
}

/// A facts file of a user's own.
Args own_facts(const Folder& folder, const std::string& name, const std::string& text) {
    return {"--facts", folder.file(name, text).string()};
}

Pair add(const std::string& option, const Args& base, const Args& more) {
    return {base.front(), option, base, joined(base, more)};
}

Pair change(const std::string& option, const Args& base, const std::string& value) {
    return {base.front(), option, base, replaced(base, option, value)};
}

/// Of hosting, ledgers and claims.
std::vector<Pair> hosting_pairs(const Folder& folder) {
    return {
        change("--renewals", hns, "x4,cpi,budget"),
        add("--years", hns, {"--years", "3"}),
        add("--base", hns, {"--base", "last"}),
        add("--cpi", hns, {"--cpi", "2%"}),
        add("--cpi", {"hns", "kor-sma-12"}, {"--cpi", "2%"}),
        add("--budget-growth", hns, {"--budget-growth", "3%"}),
        add("--members", hns, {"--members", "50,000"}),
        add("--reading", hns, {"--reading", "as-quoted"}),
        add("--as-of", hns, {"--as-of", "2026-12-01"}),
        add("--rate", hns, {"--rate", "fixed:120"}),
        add("--fx", hns, {"--fx", "120,150"}),
        add("--break-even", hns, {"--break-even", "8 bn USD"}),
        add("--facts", hns,
            own_facts(folder, "cpi.toml",
                      "country = \"JPN\"\n[[choice]]\nmeasure = \"troops\"\n"
                      "use = \"troops-crs-2019\"\nwhy = \"a test\"\n")),
        add("--period", ledger, {"--period", "2010..2012"}),
        add("--facts", ledger,
            own_facts(folder, "aside.toml",
                      "[[aside]]\nkey = \"mine\"\nkind = \"unpriced\"\nhost = \"JPN\"\n"
                      "guest = \"USA\"\ntitle = \"Mine\"\nsource = \"GAO2021\"\n")),
        change("--of", claim, "kor-sma-12"),
        add("--tolerance", growth, {"--tolerance", "5%"}),
        add("--facts", growth,
            own_facts(folder, "growth.toml",
                      "country = \"CHN\"\n[[fact]]\nkey = \"mine\"\nmeasure = \"defence-growth\"\n"
                      "title = \"Mine\"\nvalue = \"7.2\"\nunit = \"%\"\nperiod = \"per calendar year\"\n"
                      "year = 2025\ndefinition = \"mine\"\nstage = \"estimate\"\nsource = \"GAO2021\"\n")),
        add("--facts", {"claims"},
            own_facts(folder, "claim.toml",
                      "[[claim]]\nkey = \"mine\"\ntext = \"Mine\"\nfigure = \"7.2%\"\nsaid = \"2026\"\n"
                      "source = \"GAO2021\"\n[[claim.reading]]\nwords = \"announced\"\n"
                      "fact = \"CHN defence-growth-announced 2024\"\nstated = true\n")),
    };
}

std::vector<Pair> pairs(const Folder& folder) {
    const std::string file = folder
                                 .file("jpn.toml",
                                       "country = \"JPN\"\n[[choice]]\nmeasure = \"defence-base\"\n"
                                       "use = \"sipri-fy\"\nwhy = \"a test\"\n")
                                 .string();
    const std::string mine = folder
                                 .file("one.toml",
                                       "country = \"JPN\"\n[[fact]]\nkey = \"mine\"\nmeasure = "
                                       "\"defence-spending\"\ntitle = \"Mine\"\n"
                                       "value = \"10\"\nunit = \"tn JPY\"\nperiod = \"per fiscal "
                                       "year\"\nyear = 2025\nprices = \"current\"\n"
                                       "definition = \"mine\"\nstage = \"estimate\"\nsource = \"MOF2026\"\n")
                                 .string();
    const Args later = joined(target, {"--to", "2040"});
    const Args in_dollars = joined(target, {"--currency", "USD"});
    std::vector<Pair> all = {
        change("--share", target, "4%"),
        change("--core", split, "3%"),
        change("--related", split, "1%"),
        add("--base-related", split, {"--base-related", "0.2%"}),
        add("--from", {"target", "jpn", "--share", "2%", "--by", "2035", "--definition", "sipri-fy"},
            {"--from", "FY2024"}),
        change("--by", target, "2034"),
        add("--to", target, {"--to", "2037"}),
        add("--path", target, {"--path", "back"}),
        add("--vs", target, {"--vs", "hold-real"}),
        add("--then", later, {"--then", "hold-nominal"}),
        add("--denominator", target, {"--denominator", "FY2022"}),
        add("--definition", target, {"--definition", "defence-initial-incl"}),
        {"target", "--allow-extreme", replaced(target, "--share", "30%"),
         joined(replaced(target, "--share", "30%"), {"--allow-extreme"})},
        change("--gdp", own, "700 tn JPY"),
        change("--growth", own, "3%"),
        change("--inflation", own, "2%"),
        change("--base-share", own, "1.9%"),
        add("--base-spending", target, {"--base-spending", "12 tn JPY"}),
        add("--currency", target, {"--currency", "USD"}),
        add("--rate", in_dollars, {"--rate", "ppp"}),
        add("--prices", target, {"--prices", "constant:2025"}),
        add("--format", target, {"--format", "md"}),
        add("--output", target, {"--output", (folder.path() / "out.txt").string()}),
        add("--metadata", joined(target, {"--format", "csv"}), {"--metadata"}),
        add("--facts", target, {"--facts", file}),
        add("--facts", {"ratio", "jpn", "FY2025"}, {"--facts", mine}),
        change("--over", convert, "FY2024"),
        change("--to", convert, "EUR"),
        add("--prices", convert, {"--prices", "constant:2024"}),
        add("--rate", convert, {"--rate", "fixed:100"}),
        add("--chart", target, {"--chart"}),
        add("--lang", target, {"--lang", "ja"}),
        {"target",
         "--reiwa",
         {"target", "jpn", "--share", "3.5%", "--by", "2035", "--lang", "ja"},
         {"target", "jpn", "--share", "3.5%", "--by", "2035", "--lang", "ja", "--reiwa"}},
        add("--all-methods", convert, {"--all-methods"}),
        add("--facts", convert,
            {"--facts",
             folder
                 .file("rate.toml",
                       "country = \"JPN\"\n[[series]]\nkey = \"exchange-rate-fed-fy\"\nmeasure = "
                       "\"exchange-rate\"\n"
                       "title = \"Mine\"\nunit = \"JPY per USD\"\nperiod = \"per fiscal year\"\ndefinition = "
                       "\"mine\"\n"
                       "stage = \"estimate\"\nsource = \"FRED\"\n[series.values]\n2025 = \"100\"\n")
                 .string()}),
        add("--country", facts, {"--country", "kor"}),
        add("--measure", facts, {"--measure", "gdp"}),
        add("--year", facts, {"--year", "2025"}),
        add("--values", facts, {"--values"}),
        add("--facts", {"facts", "mine"}, {"--facts", mine}),
        add("--facts", {"sources", "FRED"},
            {"--facts", folder
                            .file("source.toml",
                                  "[source.FRED]\ntitle = \"Mine\"\npublisher = \"Me\"\npublished = "
                                  "\"2026\"\naddress = \"https://example.org/\"\n"
                                  "grade = \"weak\"\n")
                            .string()}),
    };
    const auto more = hosting_pairs(folder);
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// Options that every table command takes in the same way; tried on `target`.
bool is_shared(const std::string& option) {
    return option == "--format" || option == "--output" || option == "--metadata" || option == "--chart" ||
           option == "--lang" || option == "--reiwa";
}

}  // namespace

TEST_CASE("every option moves some output", "[cli][options]") {
    const Folder folder;
    for (const Pair& pair : pairs(folder)) {
        const auto before = called(pair.without);
        const auto after = called(pair.with);
        INFO("burden " << pair.command << ' ' << pair.option << '\n' << after.err);
        CHECK(after.code == cli::ExitCode::done);
        CHECK(before.out != after.out);
    }
}

TEST_CASE("no option is left out of that", "[cli][options]") {
    const Folder folder;
    const auto tried = pairs(folder);
    std::ostringstream sink;
    cli::Session session{.out = sink, .err = sink};
    CLI::App parser;
    cli::CommandLine app(parser);
    cli::add_target(app, session);
    cli::add_ratio(app, session);
    cli::add_convert(app, session);
    cli::add_hns(app, session);
    cli::add_ledger(app, session);
    cli::add_claim(app, session);
    cli::add_claims(app, session);
    cli::add_facts(app, session);
    cli::add_sources(app, session);
    for (const auto& command : cli::command_tree(app)) {
        for (const auto& option : command.options) {
            const std::string& name = option.names.back();
            const bool found = std::any_of(tried.begin(), tried.end(), [&](const Pair& pair) {
                return pair.option == name && (pair.command == command.name || is_shared(name));
            });
            INFO("burden " << command.name << ' ' << name);
            CHECK((found || name == "--help"));
        }
    }
}
