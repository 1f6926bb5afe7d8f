#include <algorithm>

#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

calc::Parsed<SwingRange> SwingRange::read(std::string_view text) {
    const std::size_t sign = text.find('=');
    const auto wrong = [&](std::string message) {
        return calc::Fault{.message = std::move(message),
                           .at = 0,
                           .length = std::max<std::size_t>(1, text.size()),
                           .allowed = {"KEY=LOW:HIGH", "KEY=LOW|HIGH"}};
    };
    if (sign == std::string_view::npos) {
        return wrong("no '=' parts the key from its range");
    }
    const auto key = read_key_name(text.substr(0, sign));
    if (!key) {
        return key.fault();
    }
    const std::string_view values = text.substr(sign + 1);
    const bool bar = values.find('|') != std::string_view::npos;
    const auto ends = calc::pieces(values, bar ? '|' : ':');
    if (ends.size() != 2 || ends[0].empty() || ends[1].empty()) {
        return wrong("a range has two ends");
    }
    if (ends[0] == ends[1]) {
        return wrong("both ends of the range are " + calc::quoted(ends[0]));
    }
    return SwingRange{*key,
                      std::string(ends[0]),
                      std::string(ends[1]),
                      {.file = "--range", .length = text.size(), .excerpt = std::string(text)}};
}

}  // namespace burden::inputs
