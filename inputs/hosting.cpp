#include "burden/inputs/hosting.hpp"

#include <algorithm>

#include "burden/calc/letter_case.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/word_names.hpp"

namespace burden::inputs {
namespace {

using calc::Fault;
using calc::Parsed;
using Kind = LedgerAside::Kind;

constexpr Names<LegalBasis, 3> legal_bases = {
    {{LegalBasis::special_agreement, "special agreement"},
     {LegalBasis::status_of_forces_agreement, "status-of-forces agreement"},
     {LegalBasis::both, "both"}}};
constexpr Names<Manner, 4> manners = {{{Manner::cash, "cash"},
                                       {Manner::in_kind, "in kind"},
                                       {Manner::cash_and_in_kind, "cash and in kind"},
                                       {Manner::not_stated, "not stated"}}};
constexpr Names<Firmness, 3> firmnesses = {
    {{Firmness::fixed, "fixed"}, {Firmness::at_most, "at most"}, {Firmness::about, "about"}}};
constexpr Names<LedgerPart, 12> parts = {
    {{LedgerPart::cash, "cash"},
     {LedgerPart::in_kind, "in kind"},
     {LedgerPart::cash_and_in_kind, "cash and in kind"},
     {LedgerPart::forgone_rent, "forgone rent"},
     {LedgerPart::waived_taxes, "waived taxes"},
     {LedgerPart::all_obligations, "all obligations"},
     {LedgerPart::military_pay, "military pay"},
     {LedgerPart::operation_and_maintenance, "operation and maintenance"},
     {LedgerPart::family_housing, "family housing"},
     {LedgerPart::construction, "construction"},
     {LedgerPart::other_obligations, "other obligations"},
     {LedgerPart::without_military_pay, "without military pay"}}};
constexpr Names<Kind, 5> aside_kinds = {{{Kind::quoted_share, "quoted share"},
                                         {Kind::wider_cost, "wider cost"},
                                         {Kind::offset, "offset"},
                                         {Kind::one_off, "one-off"},
                                         {Kind::unpriced, "unpriced"}}};
constexpr Names<ClaimComparison, 6> comparisons = {{{ClaimComparison::equal, "equal"},
                                                    {ClaimComparison::below, "below"},
                                                    {ClaimComparison::above, "above"},
                                                    {ClaimComparison::rank, "rank"},
                                                    {ClaimComparison::multiple, "multiple"},
                                                    {ClaimComparison::year, "year"}}};

/// The first of `items` with a key.
template <typename Item>
const Item* with_key(const std::vector<Item>& items, std::string_view key) {
    const auto found =
        std::find_if(items.begin(), items.end(), [key](const Item& known) { return known.key == key; });
    return found == items.end() ? nullptr : &*found;
}

bool is_code(std::string_view text) {
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Parsed<FactReference> read_plain_reference(std::string_view plain) {
    const std::vector<std::string> allowed = {"JPN host-support-initial FY2025",
                                              "USA presence-obligations-japan 2016..2019"};
    const std::size_t first = std::min(plain.find(' '), plain.size());
    const std::string_view typed_code = plain.substr(0, first);
    const std::string_view rest = calc::trimmed(plain.substr(first));
    const std::size_t second = std::min(rest.find(' '), rest.size());
    const std::string_view series = rest.substr(0, second);
    const std::string_view years = calc::trimmed(rest.substr(second));
    FactReference reference;
    reference.country = calc::upper_case(std::string(typed_code));
    reference.series = std::string(series);
    if (!is_code(reference.country)) {
        return Fault{.message = "a fact is named by country, series and year, and " +
                                calc::quoted(typed_code) + " is no country in three letters",
                     .at = 0,
                     .length = std::max<std::size_t>(1, typed_code.size()),
                     .allowed = allowed};
    }
    if (series.empty() || years.empty()) {
        return Fault{.message = "a fact is named by country, series and year, and " + calc::quoted(plain) +
                                " has no " + (series.empty() ? "series" : "year"),
                     .at = 0,
                     .length = plain.size(),
                     .allowed = allowed};
    }
    const auto range = calc::read_years(years);
    if (!range) {
        return calc::moved(range.fault(), calc::place_of(years, plain));
    }
    reference.from = range->first.year;
    reference.to = range->second.year;
    reference.fiscal = range->first.fiscal;
    return reference;
}

}  // namespace

const ArrangementItem* Arrangement::item(std::string_view item_key) const {
    return with_key(items, item_key);
}

const QuotedReading* Arrangement::reading(std::string_view reading_key) const {
    return with_key(quoted, reading_key);
}

Parsed<FactReference> FactReference::read(std::string_view text) {
    auto reference = calc::read_plainly<FactReference>(text, calc::longest_figure, read_plain_reference);
    if (!reference) {
        return reference;
    }
    FactReference result = *reference;
    result.text = std::string(text);
    return result;
}

std::string_view to_text(LegalBasis basis) { return name_of(basis, legal_bases); }
std::string_view to_text(Manner manner) { return name_of(manner, manners); }
std::string_view to_text(Firmness firmness) { return name_of(firmness, firmnesses); }
std::string_view to_text(LedgerPart part) { return name_of(part, parts); }
std::string_view to_text(LedgerAside::Kind kind) { return name_of(kind, aside_kinds); }
std::string_view to_text(ClaimComparison comparison) { return name_of(comparison, comparisons); }
std::optional<LegalBasis> legal_basis_of(std::string_view text) { return value_of(text, legal_bases); }
std::optional<Manner> manner_of(std::string_view text) { return value_of(text, manners); }
std::optional<Firmness> firmness_of(std::string_view text) { return value_of(text, firmnesses); }
std::optional<LedgerPart> ledger_part_of(std::string_view text) { return value_of(text, parts); }
std::optional<LedgerAside::Kind> aside_kind_of(std::string_view text) { return value_of(text, aside_kinds); }
std::optional<ClaimComparison> comparison_of(std::string_view text) { return value_of(text, comparisons); }

}  // namespace burden::inputs
