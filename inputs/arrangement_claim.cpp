#include <algorithm>

#include "burden/inputs/claim_candidates.hpp"
#include "burden/inputs/claim_lines.hpp"
#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/rates.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using models::ReadingKind;
using models::Verdict;

namespace {

/// A rate that a figure may have been converted at.
struct NamedRate {
    Decimal value;      ///< units of the arrangement's currency per unit of the claim's
    std::string words;  ///< "149.57 JPY/USD, average of 2025"
    std::vector<std::string> sources;
    std::optional<SourcedRate> published = {};
    std::optional<ClaimAmount> implied_by = {};  ///< amount that it was worked out from
};

/// A candidate at the rate that suits it best.
struct Tried {
    Candidate candidate;
    NamedRate rate;
    ClaimLine line;
};

class ArrangementCheck {
public:
    ArrangementCheck(const Facts& facts, const Arrangement& arrangement, const HostingRun& term,
                     const Country& host, const calc::Amount& claimed, Decimal tolerance)
        : facts_(facts),
          arrangement_(arrangement),
          term_(term),
          host_(host),
          claimed_(claimed),
          tolerance_(std::move(tolerance)),
          converts_(claimed.currency != term.unit.currency) {}

    std::vector<Diagnostic> check(ClaimRun& run) {
        candidates_ = claim_candidates(term_, host_, claimed_);
        if (auto wrong = add_rates(); !wrong.empty()) {
            return wrong;
        }
        std::vector<models::ReadingOutcome> outcomes;
        for (const Candidate& candidate : candidates_) {
            tried_.push_back(best_of(candidate));
            const ClaimLine& line = tried_.back().line;
            // A primary figure that does not fit counts against the claim; others say nothing then.
            if (line.fits || (candidate.primary && line.kind != ReadingKind::slip)) {
                outcomes.push_back({line.kind, line.fits});
            }
            add_keys(run.sources, line.sources);
            run.lines.push_back(line);
        }
        find_match();
        if (!match_) {
            try_slips(run, outcomes);
        }
        run.verdict = models::verdict(outcomes);
        add_average_at_match(run);
        rank(run.lines);
        conclude(run);
        drop_far(run.lines);
        return {};
    }

private:
    bool claims_a_year() const { return claimed_.period == calc::StatedPeriod::per_year; }
    bool claims_a_total() const { return claimed_.period == calc::StatedPeriod::in_total; }

    std::string years_words() const { return count_words(term_.term_years); }
    std::string home(const Decimal& amount) const { return signed_words(amount, term_.unit.currency); }
    std::string abroad(const Decimal& amount) const { return signed_words(amount, claimed_.currency); }
    std::string pair() const { return term_.unit.currency.code() + "/" + claimed_.currency.code(); }

    std::vector<Diagnostic> add_rates() {
        if (!converts_) {
            return {};
        }
        const auto latest = rate(std::nullopt);
        if (!latest) {
            return latest.diagnostics();
        }
        latest_ = *latest;
        const auto& signed_on = arrangement_.signed_on ? arrangement_.signed_on : arrangement_.start;
        if (!signed_on) {
            return {};
        }
        // What was put into dollars when it was agreed was put at a rate of about then.
        for (const int year : {signed_on->year - 1, signed_on->year}) {
            if (const auto then = rate(calc::Year{year})) {
                at_signing_.push_back(*then);
            }
        }
        return {};
    }

    Reading<NamedRate> rate(std::optional<calc::Year> year) const {
        const auto found = rate_between(facts_, claimed_.currency, term_.unit.currency,
                                        {.method = calc::RateMethod::average}, year, calc::calendar_year);
        if (!found) {
            return found.diagnostics();
        }
        const calc::ExchangeRate<Decimal>& one = found->rate;
        const bool turned = one.quote != term_.unit.currency;
        const Decimal value = turned ? Decimal(1) / one.value : one.value;
        return NamedRate{value, number_words(value) + " " + pair() + " (" + one.date + ")", found->sources,
                         *found};
    }

    /// The rates that a candidate may have been converted at.
    std::vector<NamedRate> rates_of(const Candidate& candidate) const {
        if (!converts_) {
            return {{Decimal(1), "", {}}};
        }
        if (candidate.year) {
            const auto own = rate(candidate.year);
            return {own ? *own : latest_};
        }
        std::vector<NamedRate> rates = at_signing_;
        rates.push_back(latest_);
        return rates;
    }

    /// The rate at which a candidate is exactly what is claimed, where it lies between those of the signing:
    /// of what was put into other money when it was agreed.
    std::optional<NamedRate> implied(const Candidate& candidate) const {
        if (!converts_ || !candidate.of_the_signing || at_signing_.size() < 2) {
            return std::nullopt;
        }
        const Decimal value = candidate.amount / claimed_.value;
        const auto [low, high] = std::minmax(at_signing_[0].value, at_signing_[1].value);
        if (value < low || high < value) {
            return std::nullopt;
        }
        std::vector<std::string> sources = at_signing_[0].sources;
        add_keys(sources, at_signing_[1].sources);
        return NamedRate{value, number_words(value) + " " + pair(), std::move(sources), {}, candidate.made};
    }

    ReadingKind kind_of(const Candidate& candidate) const {
        if (!claims_a_year() && !claims_a_total()) {
            return ReadingKind::other;
        }
        if (candidate.yearly != claims_a_year()) {
            return ReadingKind::slip;
        }
        return candidate.primary ? ReadingKind::stated : ReadingKind::other;
    }

    ClaimLine line_of(const Candidate& candidate, const NamedRate& rate) const {
        const Decimal converted = candidate.amount / rate.value;
        ClaimLine line{
            .words = candidate.words + (converts_ ? ", at " + rate.words : ""),
            .fact = home(candidate.amount) + (converts_ ? " = " + abroad(converted) : ""),
            .factor = models::claim_factor(claimed_.value, converted),
            .kind = kind_of(candidate),
            .remark = candidate.remark,
            .sources = candidate.sources,
            .ground = {.amount = candidate.made, .rate = rate.published, .implied_by = rate.implied_by}};
        add_keys(line.sources, rate.sources);
        line.fits = fits(*line.factor, tolerance_);
        return line;
    }

    /// A candidate at the rate that suits it best, which alone decides: that a figure was put into dollars at
    /// one rate is no word against it at another.
    Tried best_of(const Candidate& candidate) const {
        if (const auto exact = implied(candidate)) {
            return {candidate, *exact, line_of(candidate, *exact)};
        }
        std::optional<Tried> best;
        for (const NamedRate& rate : rates_of(candidate)) {
            if (!best || !best->line.fits) {
                best = Tried{candidate, rate, line_of(candidate, rate)};
            }
        }
        return *best;
    }

    /// The reading that decides: of those that fit the one nearest to the claim's words.
    void find_match() {
        for (const Tried& one : tried_) {
            if (one.line.fits && (match_ == nullptr || one.line.kind < match_->line.kind)) {
                match_ = &one;
            }
        }
    }

    /// The yearly figure beside a total that fits, at the same rate: what the claim should have said.
    void add_average_at_match(ClaimRun& run) {
        if (match_ == nullptr || match_->candidate.yearly || match_->line.kind != ReadingKind::slip) {
            return;
        }
        for (const Tried& one : tried_) {
            const Candidate& candidate = one.candidate;
            if (candidate.yearly && !candidate.year && candidate.remark == match_->candidate.remark) {
                ClaimLine line = line_of(candidate, match_->rate);
                line.remark = factor_words(*line.factor);
                run.factor = line.factor;
                if (converts_) {
                    run.lines.push_back(std::move(line));
                }
            }
        }
    }

    /// Powers of ten and lost digits, of what the claim's words mean.
    void try_slips(ClaimRun& run, std::vector<models::ReadingOutcome>& outcomes) {
        for (const Candidate& candidate : candidates_) {
            if (!candidate.primary) {
                continue;
            }
            for (const NamedRate& rate : rates_of(candidate)) {
                try_powers(candidate, rate, run, outcomes);
            }
            if (!converts_ && digit_lost(claimed_.value, candidate.amount)) {
                ClaimLine line = line_of(candidate, {Decimal(1), "", {}});
                line.words += ", a digit lost";
                line.kind = ReadingKind::slip;
                line.fits = true;
                line.remark = "a digit was lost";
                outcomes.push_back({line.kind, true});
                lost_digit_ = candidate;
                run.factor = line.factor;
                run.lines.push_back(std::move(line));
            }
        }
    }

    void try_powers(const Candidate& candidate, const NamedRate& rate, ClaimRun& run,
                    std::vector<models::ReadingOutcome>& outcomes) {
        for (const int power : {10, 100, 1000}) {
            for (const bool larger : {true, false}) {
                const Decimal times = larger ? Decimal(power) : Decimal(1) / Decimal(power);
                ClaimLine line = line_of(candidate, rate);
                if (!fits(*line.factor / times, tolerance_)) {
                    continue;
                }
                line.kind = ReadingKind::slip;
                line.fits = true;
                line.words += ", " + std::string(larger ? "times " : "divided by ") + std::to_string(power);
                line.remark = factor_words(*line.factor);
                outcomes.push_back({line.kind, true});
                run.factor = line.factor;
                slip_ = slip_.empty() ? candidate.says + " of " + home(candidate.amount) +
                                            (larger ? " with too many zeros" : " with too few zeros")
                                      : slip_;
                run.lines.push_back(std::move(line));
                return;
            }
        }
    }

    void conclude(ClaimRun& run) const {
        const std::string average =
            term_.average ? home(term_.average->in(term_.unit)) + " a year" : std::string();
        if (lost_digit_) {
            const Decimal claimed_year =
                lost_digit_->yearly ? claimed_.value : claimed_.value / Decimal(term_.term_years);
            run.reading = "inconsistent with " + average + " of the same source (it would be " +
                          home(claimed_year) + " a year); " + lost_digit_->says + " is " +
                          home(lost_digit_->amount) + ": a digit was lost";
            return;
        }
        if (!slip_.empty()) {
            run.reading = slip_ + "; " + factor_words(*run.factor);
            return;
        }
        const auto best = run.lines.begin();
        if (best == run.lines.end() || !best->fits) {
            run.reading = best == run.lines.end() ? "the amounts of '" + arrangement_.key + "' are not known"
                                                  : "no reading fits within " + percent_words(tolerance_) +
                                                        stated_words("; its words mean ");
            return;
        }
        const Candidate& match = match_->candidate;
        run.reading = "matches " + match.says + " of " + home(match.amount) +
                      (converts_ ? " at " + match_->rate.words : std::string());
        switch (match_->line.kind) {
            case ReadingKind::slip:
                conclude_slip(match, run);
                return;
            case ReadingKind::other:
                run.reading += !claims_a_year() && !claims_a_total()
                                   ? "; whether a year or the term is meant is not said"
                                   : stated_words("; but ");
                break;
            default:
                break;
        }
        run.factor = match_->line.factor;
    }

    /// "; but a year, average, at …: …": what the claim's words mean, where it does not fit.
    std::string stated_words(const std::string& before) const {
        const auto stated = std::find_if(tried_.begin(), tried_.end(), [](const Tried& one) {
            return one.line.kind == ReadingKind::stated;
        });
        return stated == tried_.end() ? "" : before + stated->line.words + ": " + stated->line.fact;
    }

    /// A year was taken for the term, or the term for a year.
    void conclude_slip(const Candidate& match, ClaimRun& run) const {
        if (term_.term_years == 0) {
            run.reading += ": a total of years that are not known, taken for one";
            return;
        }
        const Decimal years(term_.term_years);
        if (match.yearly) {
            run.factor = Decimal(1) / years;
            run.reading += "; the term's total is " + home(term_.total->in(term_.unit)) +
                           ": a year was taken for the total";
            return;
        }
        run.factor = run.factor ? run.factor : std::optional(years);
        run.reading +=
            "; a year is " + home(match.amount / years) +
            (converts_ ? ", " + abroad(match.amount / years / match_->rate.value) + " at that rate" : "") +
            "; " + factor_words(*run.factor);
    }

    const Facts& facts_;
    const Arrangement& arrangement_;
    const HostingRun& term_;
    const Country& host_;
    const calc::Amount& claimed_;
    Decimal tolerance_;
    bool converts_;
    std::vector<Candidate> candidates_;
    NamedRate latest_;
    std::vector<NamedRate> at_signing_;  ///< of the year before and the year of it
    std::vector<Tried> tried_;
    const Tried* match_ = nullptr;  ///< of tried_
    std::optional<Candidate> lost_digit_;
    std::string slip_;
};

std::string term_words(const HostingRun& term) {
    const Arrangement& arrangement = *term.arrangement;
    if (!arrangement.start || !arrangement.end) {
        return "";
    }
    std::string words =
        "In force " + calc::to_text(*arrangement.start) + " to " + calc::to_text(*arrangement.end);
    if (term.days_left && *term.days_left >= 0) {
        words += "; " + days_words(*term.days_left) + " left on " + calc::to_text(term.as_of);
    }
    return words + ".";
}

}  // namespace

Reading<ClaimRun> arrangement_claim(const Facts& facts, const Arrangement& arrangement,
                                    const std::string& text, const ClaimFigure& figure,
                                    const Decimal& tolerance) {
    const auto term = hosting_run(facts, arrangement, {});
    if (!term) {
        return term.diagnostics();
    }
    ClaimRun run{.text = text,
                 .figure = text,
                 .claimed = figure.value,
                 .unit = unit_of(figure),
                 .arrangement = &arrangement,
                 .of = term->host_name + ", " + arrangement.title,
                 .tolerance = tolerance};
    if (figure.kind == ClaimFigure::Kind::year && arrangement.end) {
        ClaimLine line{.words = "year in which it ends",
                       .fact = "in force to " + calc::to_text(*arrangement.end),
                       .factor = std::nullopt,
                       .fits = figure.value == Decimal(arrangement.end->year),
                       .kind = ReadingKind::stated,
                       .remark = {},
                       .sources = arrangement.sources};
        run.verdict = line.fits ? Verdict::supported : Verdict::refuted;
        run.reading = line.fact;
        run.sources = line.sources;
        run.lines.push_back(std::move(line));
        return run;
    }
    if (figure.kind == ClaimFigure::Kind::amount && figure.amount->value <= Decimal(0)) {
        return refused("claim", "an amount that is paid is above zero");
    }
    if (figure.kind != ClaimFigure::Kind::amount) {
        return refused("claim",
                       "an arrangement is held against an amount or the year of its end, not " +
                           std::string(in_words(figure.kind)),
                       {"\"8.6 billion USD per year\"", "\"2027\""});
    }
    ArrangementCheck check(facts, arrangement, *term, *facts.find_country(arrangement.host), *figure.amount,
                           tolerance);
    if (auto wrong = check.check(run); !wrong.empty()) {
        return wrong;
    }
    for (const QuotedReading& quoted : arrangement.quoted) {
        if (quoted.amount.value == figure.amount->value &&
            quoted.amount.currency == figure.amount->currency &&
            quoted.amount.period == figure.amount->period) {
            add_keys(run.said_by, quoted.sources);
            run.remarks.push_back("Quoted so, and refuted: " + quoted.refuted + ".");
        }
    }
    if (const std::string words = term_words(*term); !words.empty()) {
        run.remarks.push_back(words);
    }
    return run;
}

}  // namespace burden::inputs
