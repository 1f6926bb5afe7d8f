#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "burden/inputs/facts_reader.hpp"

namespace {

using namespace burden::inputs;

void check(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// Messages say something, point into the text, and can be shown.
void check_shown(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        const std::string text = to_text(diagnostic);
        check(!diagnostic.message.empty() && text.ends_with('\n'));
        check(text.find_first_of("\x1b\r") == std::string::npos);
        check((diagnostic.line == 0) == (diagnostic.column == 0) && diagnostic.length > 0);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = read_facts_file(text, "fuzz.toml");
    check_shown(file.diagnostics());
    if (file) {
        const auto facts = combined({}, {*file});
        check_shown(facts.diagnostics());
        // The same file twice sets every key twice; over its own facts it changes nothing but the warnings.
        check_shown(combined({}, {*file, *file}).diagnostics());
        if (facts) {
            check(static_cast<bool>(combined(*facts, {*file})));
        }
    }
    return 0;
}
