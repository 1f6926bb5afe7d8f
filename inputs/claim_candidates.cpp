#include "burden/inputs/claim_candidates.hpp"

#include "burden/inputs/chosen.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using Kind = ClaimAmount::Kind;

namespace {

/// Gathers the candidates of one arrangement.
class Candidates {
public:
    Candidates(const HostingRun& term, const Country& host, const calc::Amount& claimed)
        : term_(term), host_(host), claimed_(claimed), figures_(figures_of(term)) {}

    std::vector<Candidate> all() {
        add_all();
        return std::move(result_);
    }

private:
    const Arrangement& arrangement() const { return *term_.arrangement; }
    std::string years_words() const { return count_words(term_.term_years); }

    static TermFigures<Decimal> figures_of(const HostingRun& term) {
        const auto bare = [&](const auto& amount) {
            return amount ? std::optional(amount->in(term.unit)) : std::nullopt;
        };
        TermFigures<Decimal> figures{
            .total = bare(term.total), .average = bare(term.average), .members = term.members};
        for (const PresentItem& item : term.items) {
            if (item.basis == LegalBasis::status_of_forces_agreement && item.total) {
                figures.status_of_forces.push_back(*bare(item.total));
            }
        }
        for (const TermYear& year : term.term) {
            if (year.amount) {
                figures.amounts.emplace(year.year, *bare(year.amount));
            }
            if (year.budget) {
                figures.budgets.emplace(year.year, *bare(year.budget));
            }
        }
        return figures;
    }

    void add(Candidate candidate) {
        candidate.amount = amount_of(candidate.made, figures_, term_.term_years);
        result_.push_back(std::move(candidate));
    }

    void add_all() {
        const bool known = term_.total && term_.average && term_.term_years > 0;
        if (term_.total && !known) {
            add({.words = "total",
                 .says = "the total",
                 .made = {.kind = Kind::total},
                 .primary = true,
                 .sources = arrangement().sources});
        }
        if (known) {
            add({.words = "total over " + years_words() + " years",
                 .says = "the " + years_words() + "-year total",
                 .made = {.kind = Kind::total},
                 .of_the_signing = true,
                 .primary = true,
                 .sources = arrangement().sources});
            add({.words = "a year, average",
                 .says = "the average of a year",
                 .made = {.kind = Kind::average},
                 .yearly = true,
                 .of_the_signing = true,
                 .primary = true,
                 .sources = arrangement().sources});
            if (claimed_.period == calc::StatedPeriod::in_total && claimed_.years &&
                *claimed_.years != term_.term_years) {
                add({.words = "average over " + count_words(*claimed_.years) + " years",
                     .says = count_words(*claimed_.years) + " years at the average",
                     .made = {.kind = Kind::average_over_years, .years = *claimed_.years},
                     .remark = "not the term",
                     .sources = arrangement().sources});
            }
            add_special_items();
            add_per_member();
        }
        for (const TermYear& year : term_.term) {
            const auto& amount = year.budget ? year.budget : year.amount;
            if (amount && (year.budget || year.certainty != Certainty::projection)) {
                add({.words = "a year, " + label(year.year, term_.calendar) + (year.budget ? " budget" : ""),
                     .says = label(year.year, term_.calendar) + (year.budget ? "'s budget" : ""),
                     .made = {.kind = year.budget ? Kind::budget : Kind::year, .year = year.year},
                     .yearly = true,
                     .year = year.year,
                     .sources = sources_of_budget(year.year)});
            }
        }
        add_wider_cost();
    }

    std::vector<std::string> sources_of_budget(calc::Year year) const {
        const FactSeries* const budgets =
            arrangement().budgets.empty() ? nullptr : host_.find(arrangement().budgets);
        const Observation* const one = budgets == nullptr ? nullptr : budgets->at(year);
        return one == nullptr ? arrangement().sources : one->sources;
    }

    /// The term without the items that rest on the status-of-forces agreement alone.
    void add_special_items() {
        const Decimal special = amount_of({.kind = Kind::special_total}, figures_, term_.term_years);
        if (special < *figures_.total) {
            add({.words = "total without status-of-forces items",
                 .says = "the total without status-of-forces items",
                 .made = {.kind = Kind::special_total},
                 .remark = "net of them",
                 .sources = arrangement().sources});
            add({.words = "a year, without status-of-forces items",
                 .says = "the average without status-of-forces items",
                 .made = {.kind = Kind::special_average},
                 .yearly = true,
                 .remark = "net of them",
                 .sources = arrangement().sources});
        }
    }

    void add_per_member() {
        if (!term_.members) {
            return;
        }
        add({.words = "a year, per service member",
             .says = "the average of a year per service member",
             .made = {.kind = Kind::average_per_member},
             .yearly = true,
             .of_the_signing = true,
             .remark = "per head",
             .sources = arrangement().sources});
        add({.words = "total over " + years_words() + " years, per service member",
             .says = "the " + years_words() + "-year total per service member",
             .made = {.kind = Kind::total_per_member},
             .of_the_signing = true,
             .remark = "per head",
             .sources = arrangement().sources});
    }

    void add_wider_cost() {
        const auto [series, latest] = wider_cost(host_, term_.unit.currency);
        if (latest == nullptr) {
            return;
        }
        figures_.stationing_cost = whole(*series, *latest);
        const std::string when = when_of(host_, *series, *latest);
        add({.words = "a year, " + series->title + ", " + when,
             .says = series->title + " of " + when,
             .made = {.kind = Kind::stationing_cost},
             .yearly = true,
             .remark = "another thing",
             .year = latest->year,
             .sources = latest->sources});
    }

    const HostingRun& term_;
    const Country& host_;
    const calc::Amount& claimed_;
    TermFigures<Decimal> figures_;
    std::vector<Candidate> result_;
};

}  // namespace

WiderCost wider_cost(const Country& host, const calc::Currency& currency) {
    const auto wider = chosen(host, "stationing-cost");
    if (!wider || wider->series->unit.currency != currency) {
        return {};
    }
    WiderCost cost{.series = wider->series};
    for (const Observation& one : wider->series->observations) {
        if (one.superseded.empty() && one.year == one.to) {
            cost.latest = &one;
        }
    }
    return cost;
}

std::vector<Candidate> claim_candidates(const HostingRun& term, const Country& host,
                                        const calc::Amount& claimed) {
    return Candidates(term, host, claimed).all();
}

}  // namespace burden::inputs
