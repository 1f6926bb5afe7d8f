/// JSON as values, read within limits. Private to the readers of this room.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/inputs/diagnostic.hpp"

namespace burden::brief {

/// A value of JSON. A number is kept as it is written, so that none is rounded.
struct Json {
    enum class Kind { null, truth, number, text, list, object };

    Kind kind = Kind::null;
    std::string text = {};               ///< of a text; digits of a number; "true" or "false"
    std::vector<Json> items = {};        ///< of a list
    std::vector<std::string> keys = {};  ///< of an object, in order, each with an item; one may stand twice

    /// The item of a key, the first of that name; null where there is none.
    const Json* find(std::string_view key) const;
    /// "a text", "a list"
    std::string kind_in_words() const;
};

/// Reads UTF-8 that is nested no deeper than `deepest`, `name` being its file.
inputs::Reading<Json> read_json(std::string_view text, std::string_view name, std::size_t deepest);

}  // namespace burden::brief
