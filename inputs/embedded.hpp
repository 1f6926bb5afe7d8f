/// The facts that are compiled into the program.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "burden/inputs/facts.hpp"

namespace burden::inputs {

/// All of them.
Facts embedded_facts();

/// The sources, and the countries with these codes: what a command about them needs, at a fraction of the
/// cost.
Facts embedded_facts(std::span<const std::string> countries);

/// Code, name, other names and currency of every country that is compiled in, without their figures.
std::span<const Country> embedded_countries();

/// A fingerprint of the compiled-in files: the same for the same text, sixteen hexadecimal digits.
std::string_view embedded_fingerprint();

}  // namespace burden::inputs
