#include "burden/inputs/claim_recording.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/claim_candidates.hpp"
#include "burden/inputs/hosting_recording.hpp"
#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/plan_builder.hpp"

namespace burden::inputs {

using calc::Traced;

namespace {

std::string owner_of(std::size_t line) { return "claim#" + std::to_string(line + 1); }

std::string cell(std::size_t line, std::string_view what) {
    return owner_of(line) + "." + std::string(what) + "[]";
}

/// Puts the numbers of one claim together again, each with its origin.
class ClaimRecorder {
public:
    ClaimRecorder(Recorder& recorder, const Facts& facts, const ClaimRun& run)
        : recorder_(recorder), facts_(facts), run_(run) {}

    std::vector<RecordedFigure> figures() {
        InputOwner claim{.whose = "claim"};
        claimed_ = recorder_.input(given_input(run_.claimed, "Claimed", "as it is quoted", run_.unit), claim);
        if (run_.arrangement != nullptr) {
            set_term();
        }
        for (std::size_t at = 0; at < run_.lines.size(); ++at) {
            if (run_.lines[at].factor) {
                add_line(at, run_.lines[at].ground);
            }
        }
        return std::move(figures_);
    }

private:
    Traced published(const PlanInput& of) {
        InputOwner owner{.whose = of.country == nullptr ? "" : calc::lower_case(of.country->code)};
        return recorder_.input(of, owner);
    }
    Traced leg(const PublishedRate& one) {
        return published(input_of(*one.country, *one.series, *one.observation));
    }

    /// The figures of the arrangement's term that amounts of lines are made of.
    void set_term() {
        const auto term = hosting_run(facts_, *run_.arrangement, {});
        calc::require(static_cast<bool>(term), "an arrangement that was run can be run again");
        term_years_ = term->term_years;
        home_ = term->unit.currency.code();
        const Country& host = *facts_.find_country(run_.arrangement->host);
        RecordedTerm recorded = recorded_term(recorder_, facts_, *term);
        figures_of_term_ = {.total = std::move(recorded.total),
                            .average = std::move(recorded.average),
                            .amounts = std::move(recorded.amounts),
                            .budgets = std::move(recorded.budgets),
                            .members = std::move(recorded.members)};
        for (std::size_t at = 0; at < term->items.size(); ++at) {
            if (term->items[at].basis == LegalBasis::status_of_forces_agreement && recorded.items.at(at)) {
                figures_of_term_.status_of_forces.push_back(*recorded.items[at]);
            }
        }
        const auto [series, latest] = wider_cost(host, term->unit.currency);
        if (latest != nullptr) {
            figures_of_term_.stationing_cost = published(input_of(host, *series, *latest));
        }
    }

    Traced add(std::size_t line, std::string_view what, const std::string& unit, const Traced& value) {
        const std::string name = cell(line, what);
        figures_.push_back({name, unit, named(name, value)});
        return figures_.back().value;
    }

    /// A rate as it is published: units of its quote for one of its base.
    Traced rate_of(std::size_t line, const SourcedRate& rate) {
        const auto& made = rate.made_of;
        return add(line, "rate of exchange", rate.rate.quote.code() + " per " + rate.rate.base.code(),
                   made.size() == 1 ? leg(made.front()) : leg(made.front()) / leg(made.back()));
    }

    void add_line(std::size_t line, const ClaimGround& ground) {
        const auto fact = ground.amount ? amount_of_line(line, ground)
                          : ground.over ? multiple_of_line(line, ground)
                          : ground.fact ? std::optional(published(*ground.fact))
                                        : std::nullopt;
        if (fact) {
            add(line, "claim over fact", "", models::claim_factor(claimed_, *fact));
        }
    }

    std::optional<Traced> amount_of_line(std::size_t line, const ClaimGround& ground) {
        const Traced amount =
            add(line, "the fact", home_, amount_of(*ground.amount, figures_of_term_, term_years_));
        if (ground.implied_by) {
            const Traced whole = amount_of(*ground.implied_by, figures_of_term_, term_years_);
            return amount / add(line, "rate of exchange", home_ + " per " + run_.unit, whole / claimed_);
        }
        if (!ground.rate) {
            return amount;
        }
        const Traced rate = rate_of(line, *ground.rate);
        return ground.rate->rate.quote.code() == home_ ? amount / rate : amount * rate;
    }

    std::optional<Traced> multiple_of_line(std::size_t line, const ClaimGround& ground) {
        const Traced top = published(*ground.fact);
        Traced bottom = published(*ground.over);
        if (ground.rate) {
            const auto& rate = ground.rate->rate;
            const Traced value = rate_of(line, *ground.rate);
            bottom = ground.over->series->unit.currency == rate.base ? bottom * value : bottom / value;
        }
        return add(line, "the fact", "", top / bottom);
    }

    Recorder& recorder_;
    const Facts& facts_;
    const ClaimRun& run_;
    Traced claimed_;
    TermFigures<Traced> figures_of_term_;
    int term_years_ = 0;
    std::string home_;
    std::vector<RecordedFigure> figures_;
};

}  // namespace

std::string factor_cell(std::size_t line) { return cell(line, "claim over fact"); }

Recording claim_recording(Recorder& recorder, const Facts& facts, const ClaimRun& run) {
    const auto figures = ClaimRecorder(recorder, facts, run).figures();
    Recording recording = recorder.recording(figures);
    recording.owners["claim"] = run.text;
    for (const Country& country : facts.countries) {
        recording.owners[calc::lower_case(country.code)] = country.name;
    }
    for (std::size_t at = 0; at < run.lines.size(); ++at) {
        recording.owners[owner_of(at)] = run.lines[at].words;
    }
    return recording;
}

}  // namespace burden::inputs
