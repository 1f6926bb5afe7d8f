#include "burden/inputs/hosting_term.hpp"

#include <algorithm>
#include <chrono>

#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;
using Sum = calc::Total<Decimal>;
using Yearly = calc::Yearly<Decimal>;

namespace {

/// The year of a calendar that a date falls in; a date without month is taken for that year's number.
Year year_of(const calc::Date& date, const calc::FiscalCalendar& calendar) {
    const Year year{date.year};
    if (date.month == 0 || calc::runs_with_the_calendar(calendar)) {
        return year;
    }
    const bool begun = date.month >= calendar.first_month;
    return calendar.named_by == calc::FiscalCalendar::NamedBy::start ? year - (begun ? 0 : 1)
                                                                     : year + (begun ? 1 : 0);
}

/// The day of a date; of a month or year without one, its first or last.
std::chrono::sys_days day_of(const calc::Date& date, bool last) {
    using namespace std::chrono;
    const year_month month{
        year(date.year),
        std::chrono::month(static_cast<unsigned>(date.month != 0 ? date.month : (last ? 12 : 1)))};
    if (date.day != 0) {
        return sys_days(month / day(static_cast<unsigned>(date.day)));
    }
    return last ? sys_days(month / std::chrono::last) : sys_days(month / day(1));
}

/// The sum of an item's years where every year of the term is known.
std::optional<Sum> total_of(const ArrangementItem& item, const calc::Unit& unit, const TermYears& years) {
    if (item.total) {
        return Sum(*item.total, unit);
    }
    if (!years.first || !years.last || item.years.empty() ||
        static_cast<int>(item.years.size()) != *years.last - *years.first + 1) {
        return std::nullopt;
    }
    Sum sum(0, unit);
    for (const ArrangementYear& year : item.years) {
        sum = sum + Sum(year.amount, unit);
    }
    return sum;
}

void add_years(PresentItem& present, const ArrangementItem& item, const calc::Unit& unit,
               const TermYears& years) {
    if (!years.first || !years.last) {
        return;
    }
    const int count = *years.last - *years.first + 1;
    present.years.resize(static_cast<std::size_t>(count));
    for (const ArrangementYear& year : item.years) {
        if (*years.first <= year.year && year.year <= *years.last) {
            present.years[static_cast<std::size_t>(year.year - *years.first)] = Yearly(year.amount, unit);
        }
    }
}

/// The residual's total, and how it is come by, once all other items are known.
void complete_residual(std::vector<PresentItem>& items, const Arrangement& arrangement,
                       const calc::Unit& unit) {
    const auto residual =
        std::find_if(items.begin(), items.end(), [](const PresentItem& item) { return item.residual; });
    if (residual == items.end() || !arrangement.total) {
        return;
    }
    const Sum total(*arrangement.total, unit);
    std::vector<Sum> parts;
    std::string derivation = signed_words(*arrangement.total, unit.currency);
    for (const PresentItem& item : items) {
        if (item.residual) {
            continue;
        }
        if (!item.total) {
            return;
        }
        parts.push_back(*item.total);
        derivation += " less " + item.title + " " + signed_words(item.total->in(unit), unit.currency);
    }
    residual->total = models::residual(total, parts);
    residual->derivation = derivation;
}

const FactSeries* budgets_of(const Arrangement& arrangement, const Country& host) {
    return arrangement.budgets.empty() ? nullptr : host.find(arrangement.budgets);
}

}  // namespace

TermYears term_years(const Arrangement& arrangement, const calc::FiscalCalendar& calendar) {
    TermYears years;
    if (arrangement.start) {
        years.first = year_of(*arrangement.start, calendar);
    }
    if (arrangement.end) {
        years.last = year_of(*arrangement.end, calendar);
    }
    return years;
}

const Arrangement* present_arrangement(const Facts& facts, const Country& host) {
    const Arrangement* latest = nullptr;
    for (const Arrangement& one : facts.arrangements) {
        // One whose start is not known began before all others.
        const bool begun = !one.start || *one.start <= facts.as_of;
        if (one.host == host.code && one.renewable && begun &&
            (latest == nullptr || latest->start <= one.start)) {
            latest = &one;
        }
    }
    return latest;
}

int days_between(const calc::Date& from, const calc::Date& to) {
    return static_cast<int>((day_of(to, true) - day_of(from, false)).count());
}

std::vector<PresentItem> present_items(const Arrangement& arrangement, const TermYears& years) {
    const calc::Unit unit{*arrangement.unit.currency, arrangement.prices};
    std::vector<PresentItem> items;
    for (const ArrangementItem& item : arrangement.items) {
        PresentItem present{.key = item.key,
                            .title = item.title,
                            .basis = item.basis,
                            .manner = item.manner,
                            .firmness = item.firmness,
                            .residual = item.residual,
                            .years = {},
                            .total = item.residual ? std::nullopt : total_of(item, unit, years),
                            .derivation = {},
                            .note = item.note};
        add_years(present, item, unit, years);
        items.push_back(std::move(present));
    }
    complete_residual(items, arrangement, unit);
    return items;
}

Reading<std::vector<TermYear>> present_years(const Arrangement& arrangement, const Country& host,
                                             const TermYears& years, const RenewalGround& ground) {
    std::vector<TermYear> term;
    const calc::Unit unit{*arrangement.unit.currency, arrangement.prices};
    if (!years.first || !years.last) {
        // Of an open term, what is stated.
        for (const ArrangementYear& year : arrangement.years) {
            term.push_back({.year = year.year,
                            .amount = Yearly(year.amount, unit),
                            .certainty = Certainty::outturn,
                            .budget = std::nullopt});
        }
        return term;
    }
    const FactSeries* const budgets = budgets_of(arrangement, host);
    for (Year year = *years.first; year <= *years.last; ++year) {
        TermYear one{.year = year, .amount = std::nullopt, .budget = std::nullopt};
        const auto stated = std::find_if(arrangement.years.begin(), arrangement.years.end(),
                                         [&](const ArrangementYear& known) { return known.year == year; });
        if (stated != arrangement.years.end()) {
            one.amount = Yearly(stated->amount, unit);
            one.certainty = Certainty::outturn;
        }
        const Observation* const budget = budgets == nullptr ? nullptr : budgets->at(year);
        const bool budgeted = budget != nullptr && budget->stage != Stage::projection &&
                              budgets->unit.currency == arrangement.unit.currency;
        if (budgeted) {
            const Yearly amount(whole(*budgets, *budget), unit);
            // Where the agreement itself fixes the year, the budget says nothing more.
            one.budget = one.amount && *one.amount == amount ? std::nullopt : std::optional(amount);
        }
        term.push_back(std::move(one));
    }
    if (arrangement.escalator.empty() || arrangement.years.empty()) {
        return term;
    }
    // The years after the last stated one follow it by the rule, as a renewal would.
    const ArrangementYear& last_stated = arrangement.years.back();
    const Year first = last_stated.year + 1;
    if (*years.last < first) {
        return term;
    }
    RenewalGround within = ground;
    within.first = first;
    within.last = *years.last;
    within.base = RenewalBase::last;
    within.last_year = Yearly(last_stated.amount, unit);
    const auto rule = read_renewals(arrangement.escalator);
    calc::require(static_cast<bool>(rule), "an escalator was checked when it was read");
    const auto sized_rule = sized(rule->front(), within, std::nullopt);
    if (!sized_rule) {
        return sized_rule.diagnostics();
    }
    const auto amounts = models::renewed(sized_rule->renewal, first, *years.last);
    for (TermYear& one : term) {
        if (amounts.covers(one.year)) {
            one.amount = amounts[one.year];
            one.certainty = Certainty::projection;
        }
    }
    return term;
}

std::optional<Sum> present_total(const Arrangement& arrangement, const std::vector<TermYear>& years) {
    const calc::Unit unit{*arrangement.unit.currency, arrangement.prices};
    if (arrangement.total) {
        return Sum(*arrangement.total, unit);
    }
    const bool closed = arrangement.start && arrangement.end;
    const bool known =
        closed && !years.empty() &&
        std::all_of(years.begin(), years.end(), [](const TermYear& year) { return year.amount.has_value(); });
    if (!known) {
        return std::nullopt;
    }
    Sum sum(0, unit);
    for (const TermYear& year : years) {
        sum = sum + calc::as_part_of_total(*year.amount);
    }
    return sum;
}

}  // namespace burden::inputs
