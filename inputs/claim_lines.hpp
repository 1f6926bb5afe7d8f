/// What the ways of checking a claim share. Private to the claim runs.
#pragma once

#include <string>
#include <vector>

#include "burden/inputs/claim_run.hpp"

namespace burden::inputs {

/// Whether a claim over a fact is one within a tolerance.
bool fits(const calc::Decimal& factor, const calc::Decimal& tolerance);

/// Those that fit first, the stated before the others; then by how near they are.
void rank(std::vector<ClaimLine>& lines);

/// Leaves out readings that are farther from the claim than a thousand times: they say nothing.
void drop_far(std::vector<ClaimLine>& lines);

/// Whether leaving out one digit of a figure of the same size gives the claimed one: 1.055 and 1.55.
bool digit_lost(const calc::Decimal& claimed, const calc::Decimal& fact);

/// "5.0 times too high", "0.2 of it: too low": what a factor says.
std::string factor_words(const calc::Decimal& factor);

}  // namespace burden::inputs
