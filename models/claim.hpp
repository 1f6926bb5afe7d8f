/// Whether a quoted figure holds against the facts.
#pragma once

#include <span>

#include "burden/calc/number.hpp"

namespace burden::models {

enum class Verdict { supported, refuted, reading_dependent, overtaken, unknown };

/// What a reading of a claim is to the claim.
enum class ReadingKind {
    stated,  ///< what its own words mean
    other,   ///< another figure that is as good an answer to them
    later,   ///< a figure that was published after it
    slip     ///< what its words do not say: a total for a year, a lost digit
};

/// How one reading came out.
struct ReadingOutcome {
    ReadingKind kind = ReadingKind::other;
    bool fits = false;
};

/// The claim over the fact: 1 where they agree.
template <calc::Number N>
N claim_factor(const N& claimed, const N& fact) {
    return claimed / fact;
}

/// The verdict on a claim from all its readings:
///
///     supported          a stated reading fits and no other or later one is against it, or all others fit
///     overtaken          what it says fits or nothing was known of it, and what was published later does not
///     reading-dependent  some readings fit and others do not
///     refuted            only a slip fits
///     unknown            nothing fits
///
/// source  docs/models/claim.md
Verdict verdict(std::span<const ReadingOutcome> readings);

}  // namespace burden::models
