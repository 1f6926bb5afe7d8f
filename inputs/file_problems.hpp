/// What is wrong with a file, gathered while it is read. Private to the readers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/diagnostic.hpp"

namespace burden::inputs {

/// A stretch of one line of a file.
struct Place {
    std::size_t line = 0;    ///< from 1; 0 for the file as a whole
    std::size_t column = 0;  ///< from 1, in characters
    std::size_t length = 1;  ///< characters
};

/// What may stand beside a message.
struct Help {
    std::vector<std::string> allowed = {};
    std::string nearest = {};
    std::string hint = {};
};

/// The help that names what may stand somewhere, and what `typed` was probably meant to be.
Help one_of(std::vector<std::string> allowed, std::string_view typed);

/// Gathers messages about one file, whose text outlives it.
class FileProblems {
public:
    FileProblems(std::string_view text, std::string_view name);

    void error(const Place& place, std::string message, Help help = {});
    void warning(const Place& place, std::string message, Help help = {});

    /// So much is wrong that it is no longer worth looking for more.
    bool full() const;
    bool has_errors() const { return errors_ > 0; }
    /// How many errors there are: unchanged when what was read since was right.
    std::size_t errors() const { return errors_; }

    const std::string& name() const { return name_; }
    /// A line without its break; empty outside the text.
    std::string_view line(std::size_t number) const;
    /// A diagnostic that points to a place and says nothing yet.
    Diagnostic at(const Place& place) const;
    /// All of them in order of place; of very many the first, and how many are left out.
    std::vector<Diagnostic> diagnostics() const;

private:
    struct Problem {
        Severity severity;
        Place place;
        std::string message;
        Help help;
    };
    void add(Problem problem);

    std::string_view text_;
    std::string name_;
    std::vector<std::size_t> line_starts_;
    std::vector<Problem> problems_;
    std::size_t errors_ = 0;
};

/// Characters of a text in UTF-8.
std::size_t character_count(std::string_view text);

}  // namespace burden::inputs
