#include "burden/inputs/claim_lines.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "burden/inputs/words.hpp"

namespace burden::inputs {

using calc::Decimal;
using models::Verdict;

namespace {

/// How far a factor is from one, the same for twice and half.
Decimal distance(const std::optional<Decimal>& factor) {
    static const Decimal farthest("1e40");
    if (!factor || *factor <= Decimal(0)) {
        return farthest;
    }
    return greatest(*factor, Decimal(1) / *factor);
}

}  // namespace

std::string_view to_text(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported:
            return "supported";
        case Verdict::refuted:
            return "refuted";
        case Verdict::reading_dependent:
            return "reading-dependent";
        case Verdict::overtaken:
            return "overtaken";
        case Verdict::unknown:
            break;
    }
    return "unknown";
}

bool fits(const Decimal& factor, const Decimal& tolerance) {
    return Decimal(1) - tolerance <= factor && factor <= Decimal(1) + tolerance;
}

void rank(std::vector<ClaimLine>& lines) {
    std::stable_sort(lines.begin(), lines.end(), [](const ClaimLine& a, const ClaimLine& b) {
        const auto order = [](const ClaimLine& line) {
            return std::tuple(!line.fits, line.fits ? static_cast<int>(line.kind) : 0);
        };
        if (order(a) != order(b)) {
            return order(a) < order(b);
        }
        return distance(a.factor) < distance(b.factor);
    });
}

void drop_far(std::vector<ClaimLine>& lines) {
    static const Decimal far(1000);
    std::erase_if(lines, [](const ClaimLine& line) {
        return line.factor && !line.fits && distance(line.factor) > far;
    });
}

std::string factor_words(const Decimal& factor) {
    if (factor >= Decimal(1)) {
        return factor.to_text(1) + " times too high";
    }
    return (Decimal(1) / factor).to_text(1) + " times too low";
}

}  // namespace burden::inputs
