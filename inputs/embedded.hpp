/// The facts that are compiled into the program.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/facts.hpp"

namespace burden::inputs {

/// All of them.
Facts embedded_facts();

/// The sources, all of hosting, and the countries with these codes: what a command about them needs, at a
/// fraction of the cost. What ledgers and claims refer to may lie in others.
Facts embedded_facts(std::span<const std::string> countries);

/// Code, name, other names and currency of every country that is compiled in, without their figures.
std::span<const Country> embedded_countries();

/// An arrangement by its name.
struct ArrangementName {
    std::string key;
    std::string title;
    std::string host;  ///< code of a country
};

/// Every arrangement that is compiled in, without its amounts.
std::vector<ArrangementName> embedded_arrangements();

/// A fingerprint of the compiled-in files: the same for the same text, sixteen hexadecimal digits.
std::string_view embedded_fingerprint();

}  // namespace burden::inputs
