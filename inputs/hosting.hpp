/// What hosting is agreed to cost, what it is counted to cost, and what is said of it, as files state it:
/// docs/hosting-format.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/money.hpp"
#include "burden/calc/parse.hpp"
#include "burden/inputs/fact_unit.hpp"

namespace burden::inputs {

/// What an item of an arrangement rests on; what rests on the special agreement stops with it.
enum class LegalBasis { special_agreement, status_of_forces_agreement, both };

/// How a host bears a cost.
enum class Manner { cash, in_kind, cash_and_in_kind, not_stated };

/// How firm an amount is.
enum class Firmness { fixed, at_most, about };

/// An amount of one year of an arrangement.
struct ArrangementYear {
    calc::Year year;
    calc::Decimal amount;  ///< whole units of the arrangement's currency
    std::string text;      ///< as its source prints it
};

/// One item of an arrangement. With neither years nor total it is the residual: the arrangement's total less
/// all other items.
struct ArrangementItem {
    std::string key;
    std::string title;
    LegalBasis basis = LegalBasis::special_agreement;
    Manner manner = Manner::not_stated;
    Firmness firmness = Firmness::fixed;
    bool residual = false;
    std::vector<ArrangementYear> years;  ///< in order; empty where only the total is known
    std::optional<calc::Decimal> total;  ///< over the term, whole units, where it is stated by itself
    std::string total_text;
    std::string note;
    std::vector<std::string> sources;
};

/// A figure that is quoted for an arrangement and that its sources refute.
struct QuotedReading {
    std::string key;   ///< "as-quoted"
    std::string text;  ///< "8.6 billion USD per year"
    /// "XXX" is no currency, ISO 4217: what stands until the figure is read.
    calc::Amount amount = {.value = 0, .currency = calc::Currency("XXX"), .years = {}};
    std::string refuted;  ///< why it is not so
    std::vector<std::string> sources;
};

/// Who hosts whom, for how long, at what cost.
struct Arrangement {
    std::string key;    ///< "jpn-sma-2022"
    std::string title;  ///< "Special measures agreement of 2022"
    std::string host;   ///< code of a country of the facts
    std::string guest;
    std::optional<calc::Date> signed_on;
    std::optional<calc::Date> start;  ///< as far as it is known
    std::optional<calc::Date> end;    ///< the last day, as far as it is known; none while it is open
    bool renewable = true;            ///< whether a new term follows; a project has none
    PeriodBasis period = PeriodBasis::per_fiscal_year;
    FactUnit unit;  ///< money
    calc::Prices prices = calc::Prices::current();
    std::optional<calc::Decimal> total;  ///< over the term, whole units
    std::string total_text;
    Firmness total_firmness = Firmness::fixed;
    std::vector<ArrangementYear> years;  ///< amounts of the whole, in order; not every year need be known
    std::string escalator;               ///< the renewal rule by which later years of the term follow the
                                         ///< last stated one: "cpi:cap=5%"; empty for none
    std::vector<ArrangementItem> items;
    std::string budgets;  ///< key of the host's series with the budget of each year; empty for none
    std::string follows;  ///< key of the arrangement before; empty for none
    std::vector<QuotedReading> quoted;
    std::string note;
    std::vector<std::string> sources;
    std::string file;  ///< where it was read; empty when compiled in

    const ArrangementItem* item(std::string_view item_key) const;
    const QuotedReading* reading(std::string_view reading_key) const;
};

/// A figure of the facts by its place: "JPN host-support-initial FY2025",
/// "USA presence-obligations-japan 2016..2019".
struct FactReference {
    std::string country;
    std::string series;
    calc::Year from;
    calc::Year to;
    bool fiscal = false;  ///< whether the years are written as FY
    std::string text;     ///< as it was written

    static calc::Parsed<FactReference> read(std::string_view text);
};

/// The two sides of a ledger, and what stands on them.
enum class LedgerPart {
    cash,
    in_kind,
    cash_and_in_kind,
    forgone_rent,
    waived_taxes,
    all_obligations,  ///< of the guest, where no split is published
    military_pay,
    operation_and_maintenance,
    family_housing,
    construction,
    other_obligations,
    without_military_pay,  ///< of the guest, everything but military pay, where only that is published
};
constexpr bool is_hosts(LedgerPart part) { return part <= LedgerPart::waived_taxes; }

/// One line of an account.
struct LedgerEntry {
    LedgerPart part = LedgerPart::cash;
    std::string title;
    FactReference fact;
    bool each_year = false;  ///< the figure of one year stands for every year of the account
    std::string note;
};

/// What host and guest paid over one period.
struct LedgerAccount {
    std::string key;  ///< "jpn-gao-2016-2019"
    std::string title;
    std::string host;
    std::string guest;
    calc::Year from;
    calc::Year to;
    std::string years;  ///< as written: "2016..2019"
    std::vector<LedgerEntry> entries;
    std::string note;
    std::string file;
};

/// What stands beside a ledger and is never part of a share.
struct LedgerAside {
    enum class Kind { quoted_share, wider_cost, offset, one_off, unpriced };

    std::string key;
    Kind kind = Kind::unpriced;
    std::string host;
    std::string guest;
    std::string title;
    std::optional<FactReference> fact;           ///< none where nobody has put a figure to it
    std::optional<calc::Decimal> additionality;  ///< of an offset, 0 to 1; none where it is not known
    std::optional<bool> in_budget;  ///< of an offset: whether the defence budget holds it already
    std::string note;
    std::vector<std::string> sources;  ///< of what has no figure
    std::string file;
};

/// How a claim's figure is held against a fact.
enum class ClaimComparison { equal, below, above, rank, multiple, year };

/// One way to read a claim.
struct ClaimReading {
    std::string words;
    std::optional<FactReference> fact;
    std::optional<FactReference> over;  ///< of a multiple, what the fact is divided by
    std::string end_of;                 ///< of a year, the arrangement that ends in it
    bool stated = false;                ///< what the claim's own words mean
};

/// A figure that somebody put in print.
struct Claim {
    std::string key;
    std::string text;    ///< in the words of who said it, or close to them
    std::string figure;  ///< "7.2%", "8.6 billion USD per year", "355 days", "4 times", "rank 2", "2027"
    ClaimComparison comparison = ClaimComparison::equal;
    calc::Date said;  ///< as far as it is known
    std::string of;   ///< an arrangement, for amounts that are read every way there is; else empty
    std::optional<calc::Decimal> tolerance;  ///< a share; none for the usual one
    std::vector<ClaimReading> readings;
    std::string note;
    std::vector<std::string> sources;  ///< who said it
    std::string file;
};

std::string_view to_text(LegalBasis basis);
std::string_view to_text(Manner manner);
std::string_view to_text(Firmness firmness);
std::string_view to_text(LedgerPart part);
std::string_view to_text(LedgerAside::Kind kind);
std::string_view to_text(ClaimComparison comparison);
std::optional<LegalBasis> legal_basis_of(std::string_view text);
std::optional<Manner> manner_of(std::string_view text);
std::optional<Firmness> firmness_of(std::string_view text);
std::optional<LedgerPart> ledger_part_of(std::string_view text);
std::optional<LedgerAside::Kind> aside_kind_of(std::string_view text);
std::optional<ClaimComparison> comparison_of(std::string_view text);

}  // namespace burden::inputs
