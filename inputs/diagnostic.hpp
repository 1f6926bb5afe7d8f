/// What is wrong with a file or an argument, and a value that may come with such messages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/calc/fault.hpp"
#include "burden/calc/invariant.hpp"

namespace burden::inputs {

enum class Severity { error, warning };

/// One message to the author of a file or of a command line.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file = {};   ///< name as the user gave it; "--share" for an option; empty for the whole call
    std::size_t line = 0;    ///< from 1; 0 when there is no line to show
    std::size_t column = 0;  ///< from 1, in characters
    std::size_t length = 1;  ///< characters at fault
    std::string message = {};               ///< what stands there, in words of the subject
    std::string excerpt = {};               ///< the line itself
    std::vector<std::string> allowed = {};  ///< what may stand there
    std::string nearest = {};               ///< the nearest known name
    std::string hint = {};  ///< what else helps: "shares above 25 % need  allow_extreme = true"

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// As it is shown:
///
///     plan.toml:7:10: error: unknown period 'per fiscal yaer'
///     7 | period = "per fiscal yaer"
///       |          ^^^^^^^^^^^^^^^^^
///       = allowed: per calendar year, per fiscal year
///       = nearest: 'per fiscal year'
///
/// Control characters of the excerpt are shown as spaces, and a long line is cut around the fault. Ends with
/// a line break.
std::string to_text(const Diagnostic& diagnostic);

/// A fault of an argument, `where` being the option or argument it was given to: the argument's text is the
/// excerpt.
Diagnostic argument_diagnostic(std::string_view where, std::string_view argument, const calc::Fault& fault);

/// A value, unless a diagnostic is an error; there may be warnings beside it.
template <typename T>
class Reading {
public:
    Reading(T value, std::vector<Diagnostic> warnings = {})
        : value_(std::move(value)), diagnostics_(std::move(warnings)) {}
    Reading(std::vector<Diagnostic> diagnostics) : diagnostics_(std::move(diagnostics)) {
        calc::require(!diagnostics_.empty(), "a reading without value says why");
    }
    Reading(Diagnostic diagnostic) : diagnostics_{std::move(diagnostic)} {}

    explicit operator bool() const { return value_.has_value(); }
    const T& operator*() const {
        calc::require(value_.has_value(), "a value was asked of a reading that has none");
        return *value_;
    }
    const T* operator->() const { return &**this; }
    const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    std::optional<T> value_;
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace burden::inputs
