/// What must hold between two pieces of our own code, and the exception that says it did not.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace burden::calc {

/// Two pieces of this program disagree. Never thrown for what a user wrote: that is a value.
class BrokenInvariant : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Throws BrokenInvariant with `what` unless `holds`.
inline void require(bool holds, std::string_view what) {
    if (!holds) {
        throw BrokenInvariant(std::string(what));
    }
}

}  // namespace burden::calc
