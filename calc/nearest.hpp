/// Which known name a mistyped one was probably meant to be.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/fault.hpp"

namespace burden::calc {

/// The known name that is the fewest slips from `typed` (a letter left out, added, changed, or two swapped),
/// letters compared without case; empty when none is within a third of its length. Of equals, the first.
std::string nearest(std::string_view typed, std::span<const std::string> known);

/// A name that is not known: "unknown WHAT 'name'", what is allowed, and the nearest of it. `at` is where the
/// name begins.
Fault unknown_name(const std::string& what, std::string_view name, std::vector<std::string> allowed,
                   std::size_t at = 0);

}  // namespace burden::calc
