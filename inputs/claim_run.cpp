#include "burden/inputs/claim_run.hpp"

#include <algorithm>

#include "burden/inputs/chosen.hpp"
#include "burden/inputs/claim_lines.hpp"
#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/rates.hpp"
#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using models::ReadingKind;
using models::ReadingOutcome;
using models::Verdict;

namespace {

/// The kind of unit that a claim's figure can be held against.
bool suits(const FactUnit& unit, const ClaimFigure& figure) {
    using Kind = FactUnit::Kind;
    switch (figure.kind) {
        case ClaimFigure::Kind::share:
            return unit.kind == Kind::percent;
        case ClaimFigure::Kind::amount:
            return unit.kind == Kind::money;
        case ClaimFigure::Kind::count:
            return unit.kind == Kind::persons || unit.kind == Kind::days || unit.kind == Kind::count;
        default:
            return false;
    }
}

/// A figure of the facts in words: "7.2 %", "355 days", "$336 bn".
std::string fact_words(const FactSeries& series, const Decimal& value) {
    switch (series.unit.kind) {
        case FactUnit::Kind::percent:
            return percent_words(value, 3);
        case FactUnit::Kind::money:
            return signed_words(value, *series.unit.currency);
        default:
            return number_words(value, 3) + " " +
                   (series.unit.kind == FactUnit::Kind::persons ? "persons"
                    : series.unit.kind == FactUnit::Kind::days  ? "days"
                                                                : "times");
    }
}

/// When a figure was published, as far as it is known: of itself, else of its sources the first.
std::optional<calc::Date> published(const Facts& facts, const Observation& observation) {
    if (const auto date = calc::read_date(observation.published)) {
        return *date;
    }
    std::optional<calc::Date> first;
    for (const std::string& key : observation.sources) {
        const auto source = facts.sources.find(key);
        if (source == facts.sources.end()) {
            continue;
        }
        const auto date = calc::read_date(source->second.published);
        if (date && (!first || *date < *first)) {
            first = *date;
        }
    }
    return first;
}

/// A date of which only the year or month is known is not after one within it.
bool is_after(calc::Date date, calc::Date other) {
    if (date.month == 0 || other.month == 0) {
        date.month = other.month = 0;
    }
    if (date.day == 0 || other.day == 0) {
        date.day = other.day = 0;
    }
    return other < date;
}

/// Checks one claim reading by reading.
class ReadingCheck {
public:
    ReadingCheck(const Facts& facts, const Claim& claim, const ClaimFigure& figure)
        : facts_(facts),
          claim_(claim),
          figure_(figure),
          tolerance_(claim.tolerance.value_or(usual_tolerance)) {}

    Reading<ClaimLine> line(const ClaimReading& reading) const {
        ClaimLine line{.words = reading.words,
                       .fact = {},
                       .factor = std::nullopt,
                       .kind = reading.stated ? ReadingKind::stated : ReadingKind::other,
                       .remark = {},
                       .sources = {}};
        if (!reading.end_of.empty()) {
            return end_line(reading, std::move(line));
        }
        const auto fact = referred(facts_, *reading.fact);
        if (!fact) {
            return Diagnostic{.message = "the claim '" + claim_.key + "' rests on '" + reading.fact->text +
                                         "', which the facts do not hold"};
        }
        line.sources = fact->observation->sources;
        const auto date = published(facts_, *fact->observation);
        if (!reading.stated && date && claim_.said.year != 0 && is_after(*date, claim_.said)) {
            line.kind = ReadingKind::later;
            line.remark = "published later";
        }
        if (!fact->observation->superseded.empty()) {
            line.remark = "superseded";
        }
        return compared(reading, *fact, std::move(line));
    }

private:
    Reading<ClaimLine> end_line(const ClaimReading& reading, ClaimLine line) const {
        const Arrangement* const arrangement = facts_.find_arrangement(reading.end_of);
        if (arrangement == nullptr || !arrangement->end) {
            return Diagnostic{.message = "no end of '" + reading.end_of + "' is known"};
        }
        line.fact = "in force to " + calc::to_text(*arrangement->end);
        line.fits = figure_.value == Decimal(arrangement->end->year);
        line.sources = arrangement->sources;
        return line;
    }

    Reading<ClaimLine> compared(const ClaimReading& reading, const ReferredFact& fact, ClaimLine line) const {
        Decimal value = whole(*fact.series, *fact.observation);
        line.fact = fact_words(*fact.series, value);
        switch (claim_.comparison) {
            case ClaimComparison::rank:
                return ranked(fact, std::move(line));
            case ClaimComparison::multiple:
                return multiplied(reading, fact, std::move(line));
            case ClaimComparison::below:
            case ClaimComparison::above:
                line.fits = claim_.comparison == ClaimComparison::below ? value < figure_.value
                                                                        : figure_.value < value;
                return line;
            case ClaimComparison::year:
                value = Decimal(fact.observation->date.year != 0 ? fact.observation->date.year
                                                                 : fact.observation->to.number);
                line.fits = figure_.value == value;
                return line;
            case ClaimComparison::equal:
                break;
        }
        if (value != Decimal(0) && figure_.value != Decimal(0)) {
            line.factor = models::claim_factor(figure_.value, value);
            line.fits = fits(*line.factor, tolerance_);
            line.ground.fact = input_of(*fact.country, *fact.series, *fact.observation);
        } else {
            line.fits = figure_.value == value;
        }
        return line;
    }

    /// The place of a country among all that have this series in this year.
    Reading<ClaimLine> ranked(const ReferredFact& fact, ClaimLine line) const {
        const Decimal own = whole(*fact.series, *fact.observation);
        int place = 1;
        int among = 0;
        for (const Country& country : facts_.countries) {
            const FactSeries* const series = country.find(fact.series->key);
            const Observation* const one = series == nullptr ? nullptr : series->at(fact.observation->year);
            if (one == nullptr || series->unit.currency != fact.series->unit.currency) {
                continue;
            }
            ++among;
            if (own < whole(*series, *one)) {
                ++place;
                line.fact += "; " + country.name + " " + fact_words(*series, whole(*series, *one));
            }
        }
        line.fits = figure_.value == Decimal(place);
        line.remark = "place " + std::to_string(place) + " of the " + std::to_string(among) + " known here";
        return line;
    }

    Reading<ClaimLine> multiplied(const ClaimReading& reading, const ReferredFact& fact,
                                  ClaimLine line) const {
        const auto over = referred(facts_, *reading.over);
        if (!over || !over->series->unit.currency || !fact.series->unit.currency) {
            return Diagnostic{.message = "the claim '" + claim_.key + "' divides by '" + reading.over->text +
                                         "', which is no amount of the facts"};
        }
        calc::Yearly<Decimal> top(whole(*fact.series, *fact.observation), {*fact.series->unit.currency});
        calc::Yearly<Decimal> bottom(whole(*over->series, *over->observation),
                                     {*over->series->unit.currency});
        add_keys(line.sources, over->observation->sources);
        line.fact += " over " + fact_words(*over->series, bottom.in(bottom.unit()));
        if (top.unit() != bottom.unit()) {
            const auto rate = rate_between(facts_, bottom.unit().currency, top.unit().currency,
                                           {.method = calc::RateMethod::average}, over->observation->year,
                                           calendar_of(*over->country, *over->series));
            if (!rate) {
                return rate.diagnostics();
            }
            bottom = calc::convert(bottom, rate->rate);
            line.ground.rate = *rate;
            add_keys(line.sources, rate->sources);
            line.fact += " (" + number_words(rate->rate.value) + " " + rate->rate.quote.code() + "/" +
                         rate->rate.base.code() + ", " + rate->rate.date + ")";
        }
        const Decimal times = top / bottom;
        line.fact += ": " + number_words(times, 1) + " times";
        line.factor = models::claim_factor(figure_.value, times);
        line.fits = fits(*line.factor, tolerance_);
        line.ground.fact = input_of(*fact.country, *fact.series, *fact.observation);
        line.ground.over = input_of(*over->country, *over->series, *over->observation);
        return line;
    }

    const Facts& facts_;
    const Claim& claim_;
    const ClaimFigure& figure_;
    Decimal tolerance_;
};

std::vector<ReadingOutcome> outcomes(const std::vector<ClaimLine>& lines) {
    std::vector<ReadingOutcome> result;
    for (const ClaimLine& line : lines) {
        result.push_back({line.kind, line.fits});
    }
    return result;
}

/// The conclusion in words: the reading that decides, and what stands against it.
void conclude(ClaimRun& run) {
    run.verdict = models::verdict(outcomes(run.lines));
    const auto with =
        std::find_if(run.lines.begin(), run.lines.end(), [](const ClaimLine& line) { return line.fits; });
    const auto against =
        std::find_if(run.lines.begin(), run.lines.end(), [](const ClaimLine& line) { return !line.fits; });
    if (with != run.lines.end()) {
        run.reading = with->words + ": " + with->fact;
        run.factor = with->factor;
    }
    if (against == run.lines.end() || run.verdict == Verdict::supported) {
        return;
    }
    if (with == run.lines.end()) {
        run.reading = run.verdict == Verdict::unknown ? "no reading fits; the nearest is " : "";
        run.factor = against->factor;
    } else {
        run.reading += run.verdict == Verdict::overtaken ? "; later, " : "; but ";
    }
    run.reading += against->words + ": " + against->fact;
}

}  // namespace

Reading<ClaimRun> claim_run(const Facts& facts, const Claim& claim) {
    const auto figure = read_claim_figure(claim.figure);
    calc::require(static_cast<bool>(figure), "a claim's figure was checked when it was read");
    const Decimal tolerance = claim.tolerance.value_or(usual_tolerance);
    const Arrangement* const arrangement = claim.of.empty() ? nullptr : facts.find_arrangement(claim.of);
    ClaimRun run{.claimed = figure->value, .unit = unit_of(*figure), .tolerance = tolerance};
    if (arrangement != nullptr) {
        const auto checked = arrangement_claim(facts, *arrangement, claim.text, *figure, tolerance);
        if (!checked) {
            return checked;
        }
        run = *checked;
    } else {
        const ReadingCheck check(facts, claim, *figure);
        for (const ClaimReading& reading : claim.readings) {
            const auto line = check.line(reading);
            if (!line) {
                return line.diagnostics();
            }
            run.lines.push_back(*line);
            add_keys(run.sources, line->sources);
        }
        rank(run.lines);
        conclude(run);
    }
    run.key = claim.key;
    run.text = claim.text;
    run.figure = claim.figure;
    run.said_by = claim.sources;
    if (!claim.note.empty()) {
        run.remarks.push_back(claim.note);
    }
    return run;
}

Reading<ClaimRun> series_claim(const Country& country, const std::string& series, const std::string& text,
                               const ClaimFigure& figure, const Decimal& tolerance) {
    using FigureKind = ClaimFigure::Kind;
    if (figure.kind != FigureKind::share && figure.kind != FigureKind::amount &&
        figure.kind != FigureKind::count) {
        return refused("claim", "a series is not held against " + std::string(in_words(figure.kind)),
                       {"a share: 7.2%", "an amount: 8.6 bn USD", "a count: 355 days"});
    }
    std::vector<const FactSeries*> asked;
    std::vector<std::string> known;
    for (const FactSeries& one : country.series) {
        if (!suits(one.unit, figure)) {
            continue;
        }
        if (one.key == series || one.measure == series) {
            asked.push_back(&one);
        }
        add_keys(known, {one.measure});
    }
    if (asked.empty()) {
        Diagnostic wrong = refused("--of",
                                   country.name + " has no series or measure '" + series + "' that " +
                                       std::string(in_words(figure.kind)) + " can be held against",
                                   known);
        return wrong;
    }
    ClaimRun run{.text = text,
                 .figure = text,
                 .claimed = figure.value,
                 .of = country.name + ", " + series,
                 .tolerance = tolerance};
    for (const FactSeries* one : asked) {
        if (one->unit.kind == FactUnit::Kind::money && one->unit.currency != figure.amount->currency) {
            continue;
        }
        for (const Observation& observation : one->observations) {
            const Decimal value = whole(*one, observation);
            if (value <= Decimal(0)) {
                continue;
            }
            ClaimLine line{
                .words = one->title + " (" + one->definition + "), " + when_of(country, *one, observation),
                .fact = fact_words(*one, value),
                .factor = models::claim_factor(figure.value, value),
                .kind = ReadingKind::other,
                .remark = observation.superseded.empty() ? "" : "superseded",
                .sources = observation.sources,
                .ground = {.fact = input_of(country, *one, observation)}};
            line.fits = fits(*line.factor, tolerance);
            run.lines.push_back(std::move(line));
        }
    }
    rank(run.lines);
    constexpr std::size_t shown = 12;
    if (run.lines.size() > shown) {
        run.lines.erase(run.lines.begin() + shown, run.lines.end());
    }
    for (const ClaimLine& line : run.lines) {
        add_keys(run.sources, line.sources);
    }
    conclude(run);
    return run;
}

}  // namespace burden::inputs
