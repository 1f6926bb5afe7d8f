/// Options of one call, read one after another so that every mistake is told at once.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "burden/cli/table_options.hpp"

namespace burden::cli {

/// Reads options one after another, prints what is wrong with each, and remembers whether anything was.
class OptionReader {
public:
    explicit OptionReader(Session& session) : session_(session) {}

    /// The value of an option that was given; none when it was not, or could not be read.
    template <typename Read>
    auto value(const std::string& option, const std::string& text, const Read& read)
        -> std::optional<std::decay_t<decltype(*read(text))>> {
        if (text.empty()) {
            return std::nullopt;
        }
        auto result = taken(read(text), option, text, session_);
        good_ = good_ && result.has_value();
        return result;
    }
    /// The same of what carries its own messages.
    template <typename T>
    std::optional<T> value(const inputs::Reading<T>& reading) {
        auto result = taken(reading, session_);
        good_ = good_ && result.has_value();
        return result;
    }
    void refuse(const std::string& option, const std::string& message,
                std::vector<std::string> allowed = {}) {
        report({{.file = option, .message = message, .allowed = std::move(allowed)}}, session_);
        good_ = false;
    }
    bool good() const { return good_; }

private:
    Session& session_;
    bool good_ = true;
};

}  // namespace burden::cli
