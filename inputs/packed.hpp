/// Arrangements, ledgers, claims and aims as one text, for what is compiled into the program. Private.
#pragma once

#include <string>
#include <string_view>

#include "burden/inputs/facts.hpp"

namespace burden::inputs {

/// The arrangements, accounts, asides, claims and aims of `facts`, without the files they were read from.
std::string packed_hosting(const Facts& facts);

/// Puts into `facts` what packed_hosting made a text of; another text throws BrokenInvariant.
void unpack_hosting(std::string_view text, Facts& facts);

}  // namespace burden::inputs
