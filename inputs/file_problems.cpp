#include "burden/inputs/file_problems.hpp"

#include <algorithm>
#include <tuple>

#include "burden/calc/nearest.hpp"

namespace burden::inputs {
namespace {

/// More messages than this help nobody.
constexpr std::size_t most_shown = 100;
/// More are not even gathered: the first in order of place are found among so many.
constexpr std::size_t most_gathered = 2'000;
/// A longer line is not repeated in a message.
constexpr std::size_t longest_excerpt = 8'000;

}  // namespace

Help one_of(std::vector<std::string> allowed, std::string_view typed) {
    std::string nearest = calc::nearest(typed, allowed);
    return {.allowed = std::move(allowed), .nearest = std::move(nearest)};
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

FileProblems::FileProblems(std::string_view text, std::string_view name)
    : text_(text), name_(name), line_starts_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        line_starts_.push_back(at + 1);
    }
}

void FileProblems::error(const Place& place, std::string message, Help help) {
    ++errors_;
    add({Severity::error, place, std::move(message), std::move(help)});
}

void FileProblems::warning(const Place& place, std::string message, Help help) {
    add({Severity::warning, place, std::move(message), std::move(help)});
}

bool FileProblems::full() const { return problems_.size() >= most_gathered; }

std::string_view FileProblems::line(std::size_t number) const {
    if (number == 0 || number > line_starts_.size()) {
        return {};
    }
    const std::size_t start = line_starts_[number - 1];
    const std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : text_.size();
    std::string_view line = text_.substr(start, end - start);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

Diagnostic FileProblems::at(const Place& place) const {
    const std::string_view shown = line(place.line);
    return {.file = name_,
            .line = place.line,
            .column = place.column,
            .length = place.length,
            .excerpt = shown.size() > longest_excerpt ? std::string() : std::string(shown)};
}

std::vector<Diagnostic> FileProblems::diagnostics() const {
    std::vector<const Problem*> ordered;
    for (const Problem& problem : problems_) {
        ordered.push_back(&problem);
    }
    // At one place the one that was found first comes first; all of them lie in one array.
    std::sort(ordered.begin(), ordered.end(), [](const Problem* a, const Problem* b) {
        return std::tie(a->place.line, a->place.column, a) < std::tie(b->place.line, b->place.column, b);
    });
    const std::size_t shown = std::min(ordered.size(), most_shown);
    std::vector<Diagnostic> result;
    for (std::size_t i = 0; i < shown; ++i) {
        Diagnostic diagnostic = at(ordered[i]->place);
        diagnostic.severity = ordered[i]->severity;
        diagnostic.message = ordered[i]->message;
        diagnostic.allowed = ordered[i]->help.allowed;
        diagnostic.nearest = ordered[i]->help.nearest;
        diagnostic.hint = ordered[i]->help.hint;
        result.push_back(std::move(diagnostic));
    }
    if (const std::size_t rest = ordered.size() - shown; rest > 0) {
        result.push_back({.severity = has_errors() ? Severity::error : Severity::warning,
                          .file = name_,
                          .message = (full() ? "more than " : "") + std::to_string(rest) +
                                     " more messages are not shown"});
    }
    return result;
}

void FileProblems::add(Problem problem) {
    if (!full()) {
        problems_.push_back(std::move(problem));
    }
}

}  // namespace burden::inputs
