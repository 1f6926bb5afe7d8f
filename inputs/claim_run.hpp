/// A quoted figure held against the facts, read every way that is stated.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/claim_figure.hpp"
#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/facts.hpp"
#include "burden/inputs/rates.hpp"
#include "burden/inputs/scenario_plan.hpp"
#include "burden/models/claim.hpp"

namespace burden::inputs {

/// How far a claim may be from a fact and still fit, unless it is said: 1 %.
inline const calc::Decimal usual_tolerance = calc::Decimal("0.01");

/// An amount of an arrangement's term that a claim is held against.
struct ClaimAmount {
    enum class Kind {
        total,
        average,             ///< of a year
        average_over_years,  ///< as many averages as the claim has years
        special_total,       ///< without items that rest on the status-of-forces agreement alone
        special_average,
        average_per_member,
        total_per_member,
        year,    ///< a year's amount
        budget,  ///< what the host budgeted for a year
        stationing_cost
    };
    Kind kind = Kind::total;
    int years = 0;         ///< of average_over_years
    calc::Year year = {};  ///< of year and budget
};

/// What the factor of a line is made of: the claim, over an amount of a term or a published figure.
struct ClaimGround {
    std::optional<ClaimAmount> amount = {};
    std::optional<PlanInput> fact = {};
    std::optional<PlanInput> over = {};    ///< of a multiple: what the fact is divided by
    std::optional<SourcedRate> rate = {};  ///< at which the amount is converted, or what a multiple is over
    std::optional<ClaimAmount> implied_by =
        {};  ///< amount that is the claim at the rate, which follows from it
};

/// One way to read a claim, and how it came out.
struct ClaimLine {
    std::string words;                    ///< "total over five years, at 122.69 JPY/USD"
    std::string fact;                     ///< "¥1,055.1 bn = $8.6 bn"
    std::optional<calc::Decimal> factor;  ///< the claim over the fact; none where they do not divide
    bool fits = false;
    models::ReadingKind kind = models::ReadingKind::other;
    std::string remark;  ///< "another thing", "published later"
    std::vector<std::string> sources;
    ClaimGround ground = {};  ///< of the factor
};

/// What became of a claim.
struct ClaimRun {
    std::string key = {};   ///< of a claim of the facts; else empty
    std::string text = {};  ///< as it was typed, or in its author's words
    std::string figure = {};
    calc::Decimal claimed = {};                ///< the figure's value
    std::string unit = {};                     ///< what it is counted in: "USD", "%"; empty for a bare number
    const Arrangement* arrangement = nullptr;  ///< that it is held against; null for other facts
    std::string of = {};                       ///< "Japan, Special measures agreement of 2022"
    models::Verdict verdict = models::Verdict::unknown;
    std::string reading = {};  ///< the conclusion in words
    std::optional<calc::Decimal> factor =
        {};  ///< the claim over what its words mean; none where that is not known
    calc::Decimal tolerance = usual_tolerance;
    std::vector<ClaimLine> lines = {};      ///< those that fit first, then the nearest
    std::vector<std::string> sources = {};  ///< of the facts it was held against
    std::vector<std::string> said_by = {};  ///< who is known to have said it
    std::vector<std::string> remarks = {};
};

/// "supported", "refuted", "reading-dependent", "overtaken", "unknown".
std::string_view to_text(models::Verdict verdict);

/// An amount, or the year of the end, held against an arrangement. `text` is shown as the claim.
Reading<ClaimRun> arrangement_claim(const Facts& facts, const Arrangement& arrangement,
                                    const std::string& text, const ClaimFigure& figure,
                                    const calc::Decimal& tolerance);

/// A figure held against every figure of a country's series: `series` is a key or a measure.
Reading<ClaimRun> series_claim(const Country& country, const std::string& series, const std::string& text,
                               const ClaimFigure& figure, const calc::Decimal& tolerance);

/// A claim of the facts, by its own readings.
Reading<ClaimRun> claim_run(const Facts& facts, const Claim& claim);

}  // namespace burden::inputs
