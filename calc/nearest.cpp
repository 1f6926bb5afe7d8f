#include "burden/calc/nearest.hpp"

#include <algorithm>
#include <vector>

#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

/// Longer words than this are no slips of a name.
constexpr std::size_t longest = 80;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Optimal string alignment distance.
std::size_t slips(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, std::span<const std::string> known) {
    if (typed.empty() || typed.size() > longest) {
        return {};
    }
    std::string best;
    std::size_t fewest = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (const std::string& name : known) {
        if (name.size() > longest) {
            continue;
        }
        const std::size_t count = slips(typed, name);
        // Every letter another is no slip: 'm' is not near 'k'.
        if (count < fewest && count < std::max(typed.size(), name.size())) {
            fewest = count;
            best = name;
        }
    }
    return best;
}

Fault unknown_name(const std::string& what, std::string_view name, std::vector<std::string> allowed,
                   std::size_t at) {
    std::string near = nearest(name, allowed);
    return {.message = "unknown " + what + " " + quoted(name),
            .at = at,
            .length = std::max<std::size_t>(1, name.size()),
            .allowed = std::move(allowed),
            .nearest = std::move(near)};
}

}  // namespace burden::calc
