/// What is wrong with a piece of text, said by a room that does not know which file it came from.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "burden/calc/invariant.hpp"

namespace burden::calc {

/// One mistake in a text that a person wrote.
struct Fault {
    std::string message;                    ///< what stands there, in words of the subject
    std::size_t at = 0;                     ///< first byte at fault, counted from the start of the text
    std::size_t length = 1;                 ///< bytes at fault, at least one
    std::vector<std::string> allowed = {};  ///< what may stand there; may be empty
    std::string nearest = {};               ///< the nearest known name; may be empty

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// A value read from text, or the fault that stopped the reading.
template <typename T>
class Parsed {
public:
    Parsed(T value) : state_(std::move(value)) {}
    Parsed(Fault fault) : state_(std::move(fault)) {}

    explicit operator bool() const { return state_.index() == 0; }
    const T& operator*() const {
        require(state_.index() == 0, "a value was asked of a text that could not be read");
        return *std::get_if<0>(&state_);
    }
    const T* operator->() const { return &**this; }
    const Fault& fault() const {
        require(state_.index() == 1, "a fault was asked of a text that was read");
        return *std::get_if<1>(&state_);
    }

private:
    std::variant<T, Fault> state_;
};

}  // namespace burden::calc
