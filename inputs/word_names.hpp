/// The words that files use for the values of an enumeration. Private.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "burden/calc/invariant.hpp"

namespace burden::inputs {

template <typename Value, std::size_t Size>
using Names = std::array<std::pair<Value, std::string_view>, Size>;

template <typename Value, std::size_t Size>
std::string_view name_of(Value value, const Names<Value, Size>& names) {
    const auto* const found =
        std::find_if(names.begin(), names.end(), [value](const auto& known) { return known.first == value; });
    calc::require(found != names.end(), "a word of the vocabulary has no name");
    return found->second;
}

template <typename Value, std::size_t Size>
std::optional<Value> value_of(std::string_view name, const Names<Value, Size>& names) {
    const auto* const found =
        std::find_if(names.begin(), names.end(), [name](const auto& known) { return known.second == name; });
    return found == names.end() ? std::nullopt : std::optional<Value>(found->first);
}

}  // namespace burden::inputs
