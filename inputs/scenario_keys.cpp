#include "burden/inputs/scenario_keys.hpp"

#include <array>

#include "burden/calc/letter_case.hpp"

namespace burden::inputs {
namespace {

using enum Section;
using enum ValueForm;
using Group = ChangeGroup;

constexpr std::array keys = {
    ScenarioKey{.name = "target.share",
                .section = policy,
                .group = Group::policy,
                .form = share,
                .changes = true,
                .low = "0%",
                .high = "100%",
                .unit = "% of GDP",
                .range = "0 to 100 %; above 25 % with allow_extreme = true",
                .meaning = "Defence spending to be reached in the year due",
                .otherwise = "the base year's share is held"},
    ScenarioKey{.name = "target.by",
                .section = policy,
                .group = Group::policy,
                .form = year,
                .range = "after the base year",
                .meaning = "Year in which the target is due",
                .otherwise = "the last year, 'to'"},
    ScenarioKey{
        .name = "target.path",
        .section = policy,
        .group = Group::policy,
        .form = path,
        .range =
            "linear, geometric, front, back, s-curve, step, growth, table:YEAR=SHARE,…; with :limit=RATE",
        .meaning = "Way from the base year to the target",
        .otherwise = "linear"},
    ScenarioKey{.name = "target.then",
                .section = policy,
                .group = Group::policy,
                .form = after_rule,
                .range = "hold-share, hold-real, hold-nominal",
                .meaning = "What holds after the year due",
                .otherwise = "hold-share"},
    ScenarioKey{.name = "target.denominator",
                .section = policy,
                .group = Group::policy,
                .form = denominator,
                .range = "same-year, or a year such as FY2022",
                .meaning = "GDP that the target is a share of",
                .otherwise = "same-year"},
    ScenarioKey{.name = "target.related",
                .section = policy,
                .group = Group::policy,
                .form = share,
                .changes = true,
                .low = "0%",
                .high = "100%",
                .unit = "% of GDP",
                .range = "0 to 100 %; above 25 % with allow_extreme = true",
                .meaning = "Related spending beside the target: the 1.5 of 3.5 + 1.5",
                .otherwise = "none"},
    ScenarioKey{.name = "target.base_related",
                .section = policy,
                .group = Group::policy,
                .form = share,
                .low = "0%",
                .high = "100%",
                .unit = "% of GDP",
                .range = "0 % to the base year's share",
                .meaning = "Part of the base year's share that is related spending already",
                .otherwise = "0 %: all of it is core"},
    ScenarioKey{.name = "target.parity",
                .section = policy,
                .group = Group::policy,
                .form = country,
                .range = "another country of the facts, which tracks none itself",
                .meaning = "Country whose share is reached in the year due, and followed after it",
                .otherwise = "none"},
    ScenarioKey{
        .name = "hosting.renewal",
        .section = policy,
        .group = Group::policy,
        .form = renewal,
        .range = "lapse, bridge, flat, cpi, budget, step:RATE, xK, cost-plus:RATE:base=…, share:PART:base=…, "
                 "per-head:AMOUNT, amounts:YEAR=AMOUNT,…",
        .meaning = "What follows the host's arrangement when its term ends",
        .otherwise = "flat: the average of the ending term goes on"},
    ScenarioKey{.name = "presence.members",
                .section = policy,
                .group = Group::policy,
                .form = number,
                .changes = true,
                .low = "1",
                .high = "10000000",
                .unit = "persons",
                .range = "1 to 10,000,000",
                .meaning =
                    "Service members that are hosted: per-head rules follow them, and the guest's cost "
                    "in proportion",
                .otherwise = "the latest published head-count"},
    ScenarioKey{.name = "offsets.arms",
                .section = policy,
                .group = Group::policy,
                .form = amount,
                .by_year = true,
                .low = "0",
                .unit = "a currency",
                .range = "0 or above",
                .meaning = "Arms bought from the ally, a year",
                .otherwise = "none"},
    ScenarioKey{.name = "offsets.arms_additional",
                .section = policy,
                .group = Group::policy,
                .form = share,
                .low = "0%",
                .high = "100%",
                .unit = "%",
                .range = "0 to 100 %",
                .meaning = "Part of those purchases that would not have been made anyway",
                .otherwise = "must be said with offsets.arms"},
    ScenarioKey{.name = "offsets.arms_in_budget",
                .section = policy,
                .group = Group::policy,
                .form = truth,
                .range = "true, false",
                .meaning = "Whether defence spending pays for them already",
                .otherwise = "must be said with offsets.arms"},
    ScenarioKey{.name = "offsets.energy",
                .section = policy,
                .group = Group::policy,
                .form = amount,
                .by_year = true,
                .low = "0",
                .unit = "a currency",
                .range = "0 or above",
                .meaning = "Energy bought from the ally, a year",
                .otherwise = "none"},
    ScenarioKey{.name = "offsets.energy_additional",
                .section = policy,
                .group = Group::policy,
                .form = share,
                .low = "0%",
                .high = "100%",
                .unit = "%",
                .range = "0 to 100 %",
                .meaning = "Part of those purchases that would not have been made anyway",
                .otherwise = "must be said with offsets.energy"},
    ScenarioKey{.name = "offsets.energy_in_budget",
                .section = policy,
                .group = Group::policy,
                .form = truth,
                .range = "true, false",
                .meaning = "Whether defence spending pays for it already",
                .otherwise = "must be said with offsets.energy"},
    ScenarioKey{.name = "financing.tax",
                .section = policy,
                .group = Group::policy,
                .form = share,
                .low = "0%",
                .high = "100%",
                .unit = "% of the extra",
                .range = "0 to 100 %, with financing.debt at most 100 %",
                .meaning = "Part of the extra spending that taxes pay for",
                .otherwise = "none of it, where financing.debt is said; what both leave is taken from other "
                             "spending"},
    ScenarioKey{.name = "financing.debt",
                .section = policy,
                .group = Group::policy,
                .form = share,
                .low = "0%",
                .high = "100%",
                .unit = "% of the extra",
                .range = "0 to 100 %, with financing.tax at most 100 %",
                .meaning = "Part of the extra spending that is borrowed",
                .otherwise = "none of it, where financing.tax is said"},

    ScenarioKey{.name = "growth",
                .section = assumptions,
                .group = Group::growth,
                .form = rate,
                .by_year = true,
                .changes = true,
                .low = "-90%",
                .high = "1000%",
                .unit = "% a year",
                .range = "-90 to 1,000 %",
                .meaning = "Real growth of GDP after the base year",
                .otherwise = "as published; the last year's held",
                .swing_low = "-0.5 pp",
                .swing_high = "+0.5 pp"},
    ScenarioKey{.name = "inflation",
                .section = assumptions,
                .group = Group::inflation,
                .form = rate,
                .by_year = true,
                .changes = true,
                .low = "-90%",
                .high = "1000%",
                .unit = "% a year",
                .range = "-90 to 1,000 %",
                .meaning = "Rise of the GDP deflator after the base year",
                .otherwise = "as published; the last year's held",
                .swing_low = "-0.5 pp",
                .swing_high = "+0.5 pp"},
    ScenarioKey{.name = "population",
                .section = assumptions,
                .group = Group::population,
                .form = rate,
                .by_year = true,
                .changes = true,
                .low = "-90%",
                .high = "1000%",
                .unit = "% a year",
                .range = "-90 to 1,000 %",
                .meaning = "Growth of the population after the base year",
                .otherwise = "as published; the last year's held",
                .swing_low = "-0.2 pp",
                .swing_high = "+0.2 pp"},
    ScenarioKey{.name = "consumer_prices",
                .section = assumptions,
                .group = Group::inflation,
                .form = rate,
                .by_year = true,
                .changes = true,
                .low = "-90%",
                .high = "1000%",
                .unit = "% a year",
                .range = "-90 to 1,000 %",
                .meaning = "Rise of consumer prices, which renewals of the kind cpi and step follow",
                .otherwise = "as published; the last year's held",
                .swing_low = "-0.5 pp",
                .swing_high = "+0.5 pp"},
    ScenarioKey{.name = "guest_costs",
                .section = assumptions,
                .group = Group::inflation,
                .form = rate,
                .by_year = true,
                .low = "-90%",
                .high = "1000%",
                .unit = "% a year",
                .range = "-90 to 1,000 %",
                .meaning = "Rise of prices in the guest's cost since the last year of its ledger, which "
                           "cost-plus and share renewals follow",
                .otherwise = "0 %: the cost stays as it was counted"},
    ScenarioKey{.name = "government_expenditure",
                .section = assumptions,
                .group = Group::data,
                .form = share,
                .by_year = true,
                .changes = true,
                .low = "1%",
                .high = "100%",
                .unit = "% of GDP",
                .range = "1 to 100 %",
                .meaning = "Expenditure of general government",
                .otherwise = "as published; the last year's share held",
                .swing_low = "-2 pp",
                .swing_high = "+2 pp"},
    ScenarioKey{.name = "interest",
                .section = assumptions,
                .group = Group::finance,
                .form = rate,
                .by_year = true,
                .changes = true,
                .low = "-90%",
                .high = "1000%",
                .unit = "% a year",
                .range = "-90 to 1,000 %",
                .meaning =
                    "Effective rate of interest on public debt; one that is said for a year holds until "
                    "the next",
                .otherwise = "must be said with financing.tax and financing.debt",
                .beside_financing = true},
    ScenarioKey{.name = "primary_balance",
                .section = assumptions,
                .group = Group::finance,
                .form = rate,
                .by_year = true,
                .changes = true,
                .low = "-90%",
                .high = "100%",
                .unit = "% of GDP",
                .range = "-90 to 100 %",
                .meaning =
                    "Balance of general government before interest, without the extra, and all else that "
                    "moves debt; a deficit is below zero",
                .otherwise = "what stands behind the published debt, at its growth and the stated interest",
                .beside_financing = true},
    ScenarioKey{.name = "tax_point",
                .section = assumptions,
                .group = Group::finance,
                .form = amount,
                .changes = true,
                .unit = "a currency",
                .range = "above 0",
                .meaning =
                    "What a point of a tax brings in the base year, or in the year of its fact; in step "
                    "with GDP in others",
                .otherwise = "as published; in Japan a point of consumption tax, both rates"},
    ScenarioKey{.name = "households",
                .section = assumptions,
                .group = Group::population,
                .form = number,
                .low = "1",
                .high = "10000000000",
                .unit = "households",
                .range = "1 to 10,000,000,000",
                .meaning = "Households that the extra is divided by, the same in every year",
                .otherwise = "not known: no extra per household is shown"},
    ScenarioKey{.name = "fx",
                .subject = Subject::currency,
                .section = assumptions,
                .group = Group::exchange_rate,
                .form = number,
                .by_year = true,
                .changes = true,
                .low = "1e-9",
                .high = "1e9",
                .unit = "units per USD",
                .range = "above 0, at most 1e9",
                .meaning = "Rate of exchange, average of the year",
                .otherwise = "published averages; the last one held",
                .swing_low = "×0.9",
                .swing_high = "×1.1"},

    ScenarioKey{.name = "base.year",
                .section = basis,
                .group = Group::data,
                .form = year,
                .range = "a year of the definition's series",
                .meaning = "Year from which paths start",
                .otherwise = "the latest published one"},
    ScenarioKey{.name = "base.gdp",
                .section = basis,
                .group = Group::data,
                .form = amount,
                .changes = true,
                .unit = "a currency",
                .range = "above 0",
                .meaning = "GDP of the base year",
                .otherwise = "as published"},
    ScenarioKey{.name = "base.spending",
                .section = basis,
                .group = Group::data,
                .form = base,
                .changes = true,
                .unit = "a currency, or % of GDP",
                .range = "0 or above",
                .meaning = "Defence spending of the base year",
                .otherwise = "as published, by the definition"},
    ScenarioKey{.name = "base.debt",
                .section = basis,
                .group = Group::data,
                .form = rate,
                .changes = true,
                .low = "0%",
                .high = "1000%",
                .unit = "% of GDP",
                .range = "0 to 1,000 %",
                .meaning = "Debt of general government at the end of the base year",
                .otherwise = "as published",
                .beside_financing = true},
    ScenarioKey{.name = "definition",
                .section = basis,
                .group = Group::definition,
                .form = key_of_facts,
                .range = "a series on defence spending: burden facts COUNTRY defence",
                .meaning = "Whose count of defence spending",
                .otherwise = "the series that the facts choose"},
    ScenarioKey{
        .name = "hosting.reading",
        .section = basis,
        .group = Group::data,
        .form = key_of_facts,
        .range = "a quoted figure of the arrangement: burden hns ARRANGEMENT",
        .meaning = "Figure that is quoted for the arrangement and run in its place, refuted though it is",
        .otherwise = "the arrangement itself"},
    ScenarioKey{.name = "hosting.in_budget",
                .section = basis,
                .group = Group::definition,
                .form = truth,
                .range = "true, false",
                .meaning = "Whether defence spending, as defined, contains host-nation support",
                .otherwise = "true"},
    ScenarioKey{.name = "to",
                .subject = Subject::run,
                .section = basis,
                .group = Group::shown,
                .form = year,
                .high = "2100",
                .range = "after every base year, up to 2100",
                .meaning = "Last year",
                .otherwise = "2035, or the last year due when it is later"},
    ScenarioKey{.name = "countries",
                .subject = Subject::run,
                .section = basis,
                .group = Group::shown,
                .form = countries,
                .range = "countries of the facts, with commas between them",
                .meaning = "Countries that are shown, in order",
                .otherwise = "those that a setting is about; Japan when there is none"},
    ScenarioKey{.name = "currency",
                .subject = Subject::run,
                .section = basis,
                .group = Group::shown,
                .form = currency,
                .range = "a currency with published rates of exchange",
                .meaning = "Currency of every amount, at each year's rate",
                .otherwise = "each country's own"},
    ScenarioKey{.name = "prices",
                .subject = Subject::run,
                .section = basis,
                .group = Group::shown,
                .form = prices,
                .range = "current, constant:YEAR",
                .meaning = "Prices of every amount",
                .otherwise = "current"},
};

}  // namespace

std::span<const ScenarioKey> scenario_keys() { return keys; }

std::string pattern_of(const ScenarioKey& key) {
    switch (key.subject) {
        case Subject::country:
            return "COUNTRY." + std::string(key.name);
        case Subject::currency:
            return std::string(key.name) + ".CURRENCY";
        case Subject::run:
            break;
    }
    return std::string(key.name);
}

std::string to_text(const KeyOfSubject& key) {
    const std::string subject = calc::lower_case(key.subject);
    switch (key.key->subject) {
        case Subject::country:
            return subject + "." + std::string(key.key->name);
        case Subject::currency:
            return std::string(key.key->name) + "." + subject;
        case Subject::run:
            break;
    }
    return std::string(key.key->name);
}

std::string_view to_text(Section section) {
    switch (section) {
        case policy:
            return "policy";
        case assumptions:
            return "assumptions";
        case basis:
            break;
    }
    return "basis";
}

std::string_view to_text(ChangeGroup group) {
    switch (group) {
        case Group::policy:
            return "policy";
        case Group::growth:
            return "growth";
        case Group::inflation:
            return "inflation";
        case Group::exchange_rate:
            return "exchange rate";
        case Group::population:
            return "population";
        case Group::finance:
            return "public finance";
        case Group::definition:
            return "definition";
        case Group::data:
            return "data";
        case Group::shown:
            break;
    }
    return "shown";
}

}  // namespace burden::inputs
