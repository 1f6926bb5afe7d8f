#include "burden/inputs/target_ground.hpp"

#include <algorithm>

#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Amounts = calc::Series<calc::Yearly<Decimal>>;

namespace {

/// A year as typed, in the years of `calendar`; none where a fiscal year was typed and calendar years count.
std::optional<Year> year_in(const calc::YearText& text, const calc::FiscalCalendar& calendar,
                            const calc::FiscalCalendar& countrys) {
    if (text.fiscal && runs_with_the_calendar(calendar) && !runs_with_the_calendar(countrys)) {
        return std::nullopt;
    }
    return text.year;
}

/// What was given on the command line as the base year's spending.
std::optional<Reading<calc::Yearly<Decimal>>> given_base(const TargetQuestion& question, const Amounts& gdp,
                                                         Year from) {
    const calc::Unit unit = gdp[from].unit();
    if (question.base_share) {
        return Reading<calc::Yearly<Decimal>>(gdp[from] * *question.base_share);
    }
    if (!question.base_spending) {
        return std::nullopt;
    }
    if (question.base_spending->currency != unit.currency) {
        return Reading<calc::Yearly<Decimal>>(refused(
            "--base-spending", "spending in " + question.base_spending->currency.code() + " and GDP in " +
                                   unit.currency.code() + ": currencies do not mix"));
    }
    return Reading<calc::Yearly<Decimal>>(calc::Yearly<Decimal>(question.base_spending->value, unit));
}

std::string given_words(const TargetQuestion& question) {
    return question.base_share
               ? "as given, " + percent_words(*question.base_share) + " of GDP in the base year"
               : "as given, " +
                     amount_words(question.base_spending->value, question.base_spending->currency) +
                     " in the base year";
}

std::optional<Diagnostic> years_out_of_order(Year from, Year due, Year to,
                                             const calc::FiscalCalendar& calendar) {
    if (due <= from) {
        return refused("--by", label(due, calendar) + " is not after the base year " + label(from, calendar),
                       {"a year from " + label(from + 1, calendar) + " on"});
    }
    if (to < due) {
        return refused("--to", label(to, calendar) + " is before the year due, " + label(due, calendar),
                       {"a year from " + label(due, calendar) + " on"});
    }
    return std::nullopt;
}

/// A rate for a year outside the path, which could not change anything.
std::optional<Diagnostic> idle_rate(const EconomyOverrides& overrides, Year from, Year to,
                                    const calc::FiscalCalendar& calendar) {
    for (const auto& [option, rates] :
         {std::pair{"--growth", &overrides.growth}, std::pair{"--inflation", &overrides.inflation}}) {
        for (const auto& [when, rate] : *rates ? (*rates)->years : decltype((*rates)->years){}) {
            if (when.year <= from || to < when.year) {
                return refused(option, "a rate for " + label(when.year, calendar) + " cannot change anything",
                               {"years from " + label(from + 1, calendar) + " to " + label(to, calendar)});
            }
        }
    }
    return std::nullopt;
}

}  // namespace

Diagnostic refused(std::string option, std::string message, std::vector<std::string> allowed) {
    return {.file = std::move(option), .message = std::move(message), .allowed = std::move(allowed)};
}

std::vector<Diagnostic> pointing_at(const std::string& option, std::vector<Diagnostic> diagnostics) {
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.file.empty()) {
            diagnostic.file = option;
        }
    }
    return diagnostics;
}

void add_keys(std::vector<std::string>& keys, const std::vector<std::string>& more) {
    for (const std::string& key : more) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            keys.push_back(key);
        }
    }
}

Reading<TargetGround> ground_of(const Country& country, const TargetQuestion& question) {
    const auto series = defence_series(country, question.definition);
    const bool given = question.base_share || question.base_spending;
    if (!series && !given) {
        return series.diagnostics();
    }
    // Whoever counts by calendar years (NATO, SIPRI) is followed by calendar years.
    const auto calendar = series ? calendar_of(country, *series->series) : country.fiscal_year;
    const auto in_years = [&](const calc::YearText& text) {
        return year_in(text, calendar, country.fiscal_year);
    };
    for (const auto& [option, text] :
         {std::pair{"--from", question.from}, std::pair{"--by", std::optional(question.by)},
          std::pair{"--to", question.to}}) {
        if (text && !in_years(*text)) {
            return refused(option,
                           "'" + series->series->title + "' is counted by calendar years, not by FY" +
                               std::to_string(text->year.number),
                           {std::to_string(text->year.number)});
        }
    }
    const auto latest = series ? latest_year(*series->series) : std::nullopt;
    if (!question.from && !latest) {
        return refused("--from", "the base year is not known: say it", {"a year, such as 2025"});
    }
    const Year from = question.from ? question.from->year : *latest;
    const Year due = question.by.year;
    const Year to = question.to ? question.to->year : due;
    if (const auto wrong = years_out_of_order(from, due, to, calendar)) {
        return *wrong;
    }
    if (const auto idle = idle_rate(question.economy, from, to, calendar)) {
        return *idle;
    }
    const Year first = question.constant_prices ? std::min(from, question.constant_prices->year) : from;
    const Year last = question.constant_prices ? std::max(to, question.constant_prices->year) : to;
    const auto economy = economy_of(country, calendar, first, from, last, question.economy);
    if (!economy) {
        return pointing_at(first < from ? "--prices" : "--from", economy.diagnostics());
    }
    if (const auto given_amount = given_base(question, economy->economy.gdp, from)) {
        if (!*given_amount) {
            return given_amount->diagnostics();
        }
        return TargetGround{
            &country, calendar,        from, due, to, *economy, **given_amount, "g", given_words(question),
            "",       economy->sources};
    }
    const auto base = base_spending(country, *series->series, from, economy->economy.gdp);
    if (!base) {
        return base.diagnostics();
    }
    TargetGround ground{&country,       calendar,   from,        due,         to,           *economy,
                        base->spending, base->mark, base->words, series->why, base->sources};
    add_keys(ground.sources, economy->sources);
    return ground;
}

Reading<TargetGround> ground_of(const OwnEconomy& own, const calc::FiscalCalendar& calendar,
                                const std::string& where, const TargetQuestion& question) {
    const Year from = own.base_year.year;
    const Year due = question.by.year;
    const Year to = question.to ? question.to->year : due;
    if (question.from && question.from->year != from) {
        return refused("--from", "the base year " + where + " is " + std::to_string(from.number),
                       {std::to_string(from.number)});
    }
    if (const auto wrong = years_out_of_order(from, due, to, calendar)) {
        return *wrong;
    }
    if (question.constant_prices &&
        (question.constant_prices->year < from || to < question.constant_prices->year)) {
        return refused("--prices",
                       "no price level is known for " + std::to_string(question.constant_prices->year.number),
                       {label(from, calendar) + " to " + label(to, calendar)});
    }
    if (question.definition) {
        return refused("--definition", "what stands " + where +
                                           " is one count of spending: there is no definition to choose");
    }
    const auto economy = economy_of(own, to, where);
    if (!economy) {
        return economy.diagnostics();
    }
    TargetQuestion with_base = question;
    if (!with_base.base_share && !with_base.base_spending) {
        with_base.base_share = own.base_share;
        with_base.base_spending = own.base_spending;
    }
    const auto given = given_base(with_base, economy->economy.gdp, from);
    if (!given) {
        return refused("--base-share", "what is spent in the base year is not known: say it",
                       {"--base-share 1.8%", "--base-spending \"11 tn JPY\""});
    }
    if (!*given) {
        return given->diagnostics();
    }
    return TargetGround{nullptr, calendar, from, due, to, *economy, **given, "g", given_words(with_base),
                        "",      {}};
}

}  // namespace burden::inputs
