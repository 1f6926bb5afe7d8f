#include "burden/inputs/claim_candidates.hpp"

#include "burden/inputs/chosen.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;

namespace {

/// Gathers the candidates of one arrangement.
class Candidates {
public:
    Candidates(const HostingRun& term, const Country& host, const calc::Amount& claimed)
        : term_(term), host_(host), claimed_(claimed) {}

    std::vector<Candidate> all() {
        add_all();
        return std::move(result_);
    }

private:
    const Arrangement& arrangement() const { return *term_.arrangement; }
    std::string years_words() const { return count_words(term_.term_years); }

    void add_all() {
        const calc::Unit& unit = term_.unit;
        const bool known = term_.total && term_.average && term_.term_years > 0;
        if (term_.total && !known) {
            result_.push_back({.words = "total",
                               .says = "the total",
                               .amount = term_.total->in(unit),
                               .primary = true,
                               .sources = arrangement().sources});
        }
        if (known) {
            const Decimal total = term_.total->in(unit);
            const Decimal average = term_.average->in(unit);
            result_.push_back({.words = "total over " + years_words() + " years",
                               .says = "the " + years_words() + "-year total",
                               .amount = total,
                               .of_the_signing = true,
                               .primary = true,
                               .sources = arrangement().sources});
            result_.push_back({.words = "a year, average",
                               .says = "the average of a year",
                               .amount = average,
                               .yearly = true,
                               .of_the_signing = true,
                               .primary = true,
                               .sources = arrangement().sources});
            if (claimed_.period == calc::StatedPeriod::in_total && claimed_.years &&
                *claimed_.years != term_.term_years) {
                result_.push_back({.words = "average over " + count_words(*claimed_.years) + " years",
                                   .says = count_words(*claimed_.years) + " years at the average",
                                   .amount = average * Decimal(*claimed_.years),
                                   .remark = "not the term",
                                   .sources = arrangement().sources});
            }
            add_special_items(total);
            add_per_member(total, average);
        }
        for (const TermYear& year : term_.term) {
            const auto& amount = year.budget ? year.budget : year.amount;
            if (amount && (year.budget || year.certainty != Certainty::projection)) {
                result_.push_back(
                    {.words = "a year, " + label(year.year, term_.calendar) + (year.budget ? " budget" : ""),
                     .says = label(year.year, term_.calendar) + (year.budget ? "'s budget" : ""),
                     .amount = amount->in(unit),
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
    void add_special_items(const Decimal& total) {
        Decimal other = 0;
        for (const PresentItem& item : term_.items) {
            if (item.basis == LegalBasis::status_of_forces_agreement && item.total) {
                other += item.total->in(term_.unit);
            }
        }
        if (other > Decimal(0)) {
            const Decimal special = total - other;
            result_.push_back({.words = "total without status-of-forces items",
                               .says = "the total without status-of-forces items",
                               .amount = special,
                               .remark = "net of them",
                               .sources = arrangement().sources});
            result_.push_back({.words = "a year, without status-of-forces items",
                               .says = "the average without status-of-forces items",
                               .amount = special / Decimal(term_.term_years),
                               .yearly = true,
                               .remark = "net of them",
                               .sources = arrangement().sources});
        }
    }

    void add_per_member(const Decimal& total, const Decimal& average) {
        if (!term_.members) {
            return;
        }
        result_.push_back({.words = "a year, per service member",
                           .says = "the average of a year per service member",
                           .amount = average / *term_.members,
                           .yearly = true,
                           .of_the_signing = true,
                           .remark = "per head",
                           .sources = arrangement().sources});
        result_.push_back({.words = "total over " + years_words() + " years, per service member",
                           .says = "the " + years_words() + "-year total per service member",
                           .amount = total / *term_.members,
                           .of_the_signing = true,
                           .remark = "per head",
                           .sources = arrangement().sources});
    }

    void add_wider_cost() {
        const auto wider = chosen(host_, "stationing-cost");
        if (!wider || wider->series->unit.currency != term_.unit.currency) {
            return;
        }
        const Observation* latest = nullptr;
        for (const Observation& one : wider->series->observations) {
            if (one.superseded.empty() && one.year == one.to) {
                latest = &one;
            }
        }
        if (latest != nullptr) {
            result_.push_back(
                {.words = "a year, " + wider->series->title + ", " + when_of(host_, *wider->series, *latest),
                 .says = wider->series->title + " of " + when_of(host_, *wider->series, *latest),
                 .amount = whole(*wider->series, *latest),
                 .yearly = true,
                 .remark = "another thing",
                 .year = latest->year,
                 .sources = latest->sources});
        }
    }

    const HostingRun& term_;
    const Country& host_;
    const calc::Amount& claimed_;
    std::vector<Candidate> result_;
};

}  // namespace

std::vector<Candidate> claim_candidates(const HostingRun& term, const Country& host,
                                        const calc::Amount& claimed) {
    return Candidates(term, host, claimed).all();
}

}  // namespace burden::inputs
