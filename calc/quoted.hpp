/// What stands in a text, fit to be shown in a message.
#pragma once

#include <string>
#include <string_view>

namespace burden::calc {

/// `'text'`: at most forty bytes, cut between characters and then ended by an ellipsis, with bytes that would
/// steer a terminal or are no UTF-8 written as `\x1b`.
std::string quoted(std::string_view text);

/// Bytes of the UTF-8 character at the start of `text`, 1 to 4; 0 when none begins there or it is cut short.
std::size_t character_length(std::string_view text);

}  // namespace burden::calc
