/// burden hns: what hosting costs, and what a new arrangement would.
#include <algorithm>
#include <memory>
#include <utility>

#include "burden/brief/hosting_answer.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/number_text.hpp"
#include "burden/cli/commands.hpp"
#include "burden/cli/give.hpp"
#include "burden/cli/option_reader.hpp"
#include "burden/inputs/hosting_recording.hpp"
#include "burden/inputs/target_question.hpp"

namespace burden::cli {
namespace {

using inputs::Arrangement;
using inputs::HostingQuestion;

struct Options {
    std::vector<std::string> arrangements;
    std::vector<std::string> renewals;
    std::string years = "5";
    std::string base = "average";
    std::string reading, as_of, cpi, budget, members, fx, break_even;
    std::string rate = "average";
    TableOptions table;
};

/// A head-count, its digits grouped or not.
calc::Parsed<calc::Decimal> read_head_count(std::string_view text) {
    const auto number = calc::scan_grouped_number(text);
    if (!number) {
        return number.fault();
    }
    const calc::Decimal value(number->plain);
    if (number->length != text.size() || value <= calc::Decimal(0)) {
        return calc::Fault{.message = "a head-count is a number above zero", .at = 0, .length = text.size()};
    }
    return value;
}

/// Years of a renewal.
calc::Parsed<int> read_year_count(std::string_view text) {
    constexpr int most = 50;
    const auto number = calc::Decimal::read(text);
    for (int years = 1; number && years <= most; ++years) {
        if (*number == calc::Decimal(years)) {
            return years;
        }
    }
    return calc::Fault{.message = "a renewal runs for 1 to 50 years",
                       .at = 0,
                       .length = std::max<std::size_t>(1, text.size())};
}

/// An amount of a year, above zero.
calc::Parsed<calc::Amount> read_amount_a_year(std::string_view text) {
    const auto amount = calc::read_amount(text);
    if (amount && (amount->value <= calc::Decimal(0) || amount->period == calc::StatedPeriod::in_total)) {
        return calc::Fault{.message = "an amount of a year is wanted, above zero",
                           .at = 0,
                           .length = text.size(),
                           .allowed = {"8 bn USD"}};
    }
    return amount;
}

/// Rates with commas between them.
calc::Parsed<std::vector<calc::Decimal>> read_rates(std::string_view text) {
    constexpr std::size_t most = 6;
    std::vector<calc::Decimal> rates;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const auto rate = calc::Decimal::read(text.substr(at, comma - at));
        if (!rate) {
            calc::Fault fault = rate.fault();
            fault.at += at;
            return fault;
        }
        if (*rate <= calc::Decimal(0) || rates.size() == most) {
            return calc::Fault{
                .message = rates.size() == most ? "more than six rates" : "a rate of exchange is above zero",
                .at = at,
                .length = std::max<std::size_t>(1, comma - at)};
        }
        if (std::find(rates.begin(), rates.end(), *rate) != rates.end()) {
            return calc::Fault{.message = "a rate is given twice", .at = at, .length = comma - at};
        }
        rates.push_back(*rate);
        at = comma + 1;
    }
    return rates;
}

std::optional<HostingQuestion> question_of(const Options& options, Session& session) {
    OptionReader read(session);
    HostingQuestion question;
    for (const std::string& text : options.renewals) {
        if (const auto renewals = read.value("--renewals", text, inputs::read_renewals)) {
            for (const inputs::AskedRenewal& asked : *renewals) {
                const bool twice = std::any_of(question.renewals.begin(), question.renewals.end(),
                                               [&](const auto& other) { return other.text == asked.text; });
                if (twice) {
                    read.refuse("--renewals", "'" + asked.text + "' is given twice");
                }
                question.renewals.push_back(asked);
            }
        }
    }
    if (const auto years = read.value("--years", options.years, read_year_count)) {
        question.years = *years;
    }
    if (const auto base = read.value("--base", options.base, inputs::read_renewal_base)) {
        question.base = *base;
    }
    question.reading = options.reading;
    if (const auto rate = read.value("--rate", options.rate, inputs::RateRequest::read)) {
        question.rate = *rate;
    }
    question.as_of = read.value("--as-of", options.as_of, calc::read_date);
    if (question.as_of && question.as_of->day == 0) {
        read.refuse("--as-of", "a day is wanted", {"2026-11-22"});
    }
    question.cpi = read.value("--cpi", options.cpi, inputs::read_rises);
    question.budget = read.value("--budget-growth", options.budget, inputs::read_rises);
    question.members = read.value("--members", options.members, read_head_count);
    if (const auto fx = read.value("--fx", options.fx, read_rates)) {
        question.fx = *fx;
    }
    question.break_even = read.value("--break-even", options.break_even, read_amount_a_year);
    if (question.renewals.empty() && read.good()) {
        for (const auto& [name, given] :
             {std::pair{"--years", options.years != "5"}, std::pair{"--base", options.base != "average"},
              std::pair{"--budget-growth", !options.budget.empty()},
              std::pair{"--members", !options.members.empty()}, std::pair{"--fx", !options.fx.empty()},
              std::pair{"--break-even", !options.break_even.empty()}}) {
            if (given) {
                read.refuse(name, "it cannot change anything without --renewals", {"--renewals flat,x4"});
            }
        }
    }
    return read.good() ? std::optional(question) : std::nullopt;
}

/// The arrangement of that key; for a country, its latest that has begun and is renewed.
const Arrangement* arrangement_of(const std::string& typed, const inputs::Facts& facts) {
    if (const Arrangement* const known = facts.find_arrangement(calc::lower_case(typed))) {
        return known;
    }
    for (const inputs::Country& country : facts.countries) {
        if (is_called(country, typed)) {
            return inputs::present_arrangement(facts, country);
        }
    }
    return nullptr;
}

ExitCode run(const Options& options, Session& session) {
    const auto question = question_of(options, session);
    auto ground = question ? ground_for({}, {}, true, options.table, session) : std::nullopt;
    if (!ground) {
        return ExitCode::refused;
    }
    if (options.arrangements.empty()) {
        const bool asks = !question->renewals.empty() || !question->reading.empty() || question->as_of ||
                          question->cpi || options.rate != "average";
        if (asks) {
            report({{.file = "arrangement", .message = "which arrangement?", .allowed = {"jpn-sma-2022"}}},
                   session);
            return ExitCode::refused;
        }
        return give(brief::arrangements_answer(ground->facts), options.table, session);
    }
    // Runs point into the facts, and may be recorded later.
    const auto facts = std::make_shared<const inputs::Facts>(std::move(ground->facts));
    std::vector<inputs::HostingRun> runs;
    for (const std::string& typed : options.arrangements) {
        const Arrangement* const arrangement = arrangement_of(typed, *facts);
        if (arrangement == nullptr) {
            report({unknown_arrangement("arrangement", typed, *facts)}, session);
            return ExitCode::refused;
        }
        const auto one = taken(inputs::hosting_run(*facts, *arrangement, *question), session);
        if (!one) {
            return ExitCode::refused;
        }
        const bool twice = std::any_of(runs.begin(), runs.end(), [&](const inputs::HostingRun& other) {
            return other.arrangement == one->arrangement;
        });
        if (twice) {
            report({{.file = "arrangement", .message = "'" + typed + "' is given twice"}}, session);
            return ExitCode::refused;
        }
        runs.push_back(*one);
    }
    return give(brief::hosting_answer(runs, *facts), options.table, session,
                {.title = runs.size() == 1 ? "" : "What hosting costs",
                 .facts = facts,
                 .record = [facts, runs, question](inputs::Recorder& recorder) {
                     return inputs::hosting_recording(recorder, *facts, runs, *question);
                 }});
}

constexpr const char* examples = R"(Examples:
  burden hns                                     every arrangement that is known
  burden hns jpn-sma-2022
  burden hns jpn-sma-2022 --renewals lapse,bridge,flat,cpi:cap=5%,budget,step:8.3%,x4
  burden hns jpn-sma-2022 --renewals cost-plus:50%:base=guest,cost-plus:50%:base=guest+host
  burden hns jpn-sma-2022 --renewals flat:base=last,x4 --fx 120,140,160 --break-even "8 bn USD"
  burden hns jpn-sma-2022 --renewals "amounts:FY2027=220 bn JPY,FY2028=230 bn JPY"
  burden hns jpn-sma-2022 kor-sma-12 --renewals flat,cpi:cap=5% --cpi 2%
  burden hns jpn-sma-2022 --reading as-quoted --renewals flat)";

}  // namespace

void add_hns(CommandLine& app, Session& session) {
    const auto options = std::make_shared<Options>();
    auto command = app.add_subcommand("hns", "What hosting costs, and what a new arrangement would");
    command.footer(examples);
    command
        .add_option("arrangement", options->arrangements,
                    "Arrangements by key, or hosts by country (else a list of them all)")
        .type_name("ARRANGEMENT");
    command
        .add_option("--renewals", options->renewals,
                    "What may follow: lapse, bridge, flat, cpi, budget, step:8.3%, x4, "
                    "cost-plus:50%:base=guest, share:75%:base=guest+host, per-head:AMOUNT, "
                    "amounts:FY2027=AMOUNT; with parameters after colons: base=average or base=last, cap=, "
                    "floor=, lag=, credit=, mixed=, years=")
        .type_name("RENEWALS")
        .one_at_a_time()
        .group("Renewals");
    const auto text = [&](const char* names, std::string& value, const char* help, const char* type,
                          const char* group) {
        return command.add_option(names, value, help).type_name(type).group(group);
    };
    command.add_option("--years", options->years, "Years of a renewal (else 5)")
        .type_name("NUMBER")
        .group("Renewals");
    text("--base", options->base,
         "Where rules start that do not say: average of the ending term, or its last year", "BASE",
         "Renewals");
    text("--cpi", options->cpi, "Rise of consumer prices, for every year or by year: 2027=2%,2028=1.5%",
         "RATES", "Renewals");
    text("--budget-growth", options->budget, "Growth of the defence budget, likewise", "RATES", "Renewals");
    text("--members", options->members, "Service members (else the latest published head-count)", "NUMBER",
         "Renewals");
    text("--reading", options->reading, "Run a figure that is quoted and refuted: as-quoted", "READING",
         "Term");
    text("--as-of", options->as_of, "Day to count from (else that of the facts)", "DATE", "Term");
    text("--rate", options->rate,
         "Rate of exchange: average[:YEAR], budget[:YEAR], spot:DATE, fixed:VALUE, ppp[:YEAR]", "RATE",
         "Units");
    text("--fx", options->fx, "Rates to hold the renewals against: 120,140,160", "RATES", "Units");
    text("--break-even", options->break_even, "Amount a year abroad: at which rate is each renewal that?",
         "AMOUNT", "Units");
    add_table_options(command, options->table);
    command.callback([options, &session] { session.exit_code = run(*options, session); });
}

}  // namespace burden::cli
