/// Which known name a mistyped one was probably meant to be.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace burden::calc {

/// The known name that is the fewest slips from `typed` (a letter left out, added, changed, or two swapped),
/// letters compared without case; empty when none is within a third of its length. Of equals, the first.
std::string nearest(std::string_view typed, std::span<const std::string> known);

}  // namespace burden::calc
