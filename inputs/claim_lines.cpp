#include "burden/inputs/claim_lines.hpp"

#include <algorithm>
#include <map>
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
    std::multimap<std::tuple<bool, int, Decimal>, ClaimLine> ranked;
    for (ClaimLine& line : lines) {
        const int kind = line.fits ? static_cast<int>(line.kind) : 0;
        const std::tuple place(!line.fits, kind, distance(line.factor));
        ranked.emplace(place, std::move(line));
    }
    lines.clear();
    for (auto& [place, line] : ranked) {
        lines.push_back(std::move(line));
    }
}

void drop_far(std::vector<ClaimLine>& lines) {
    static const Decimal far(1000);
    std::erase_if(lines, [](const ClaimLine& line) {
        return line.factor && !line.fits && distance(line.factor) > far;
    });
}

bool digit_lost(const Decimal& claimed, const Decimal& fact) {
    if (claimed <= Decimal(0) || fact <= Decimal(0)) {
        return false;
    }
    const auto digits = [](const Decimal& value) {
        std::string text = value.to_significant(Decimal::digits);
        std::erase(text, '.');
        text.erase(0, text.find_first_not_of('0'));
        return text;
    };
    const auto without_end = [](std::string text) {
        text.erase(text.find_last_not_of('0') + 1);
        return text;
    };
    const std::string said = without_end(digits(claimed));
    const bool same_size = claimed < fact * 10 && fact < claimed * 10;
    if (!same_size || said.size() < 2) {
        return false;
    }
    // The fact as it would be written with one digit more than was said.
    std::string full = digits(fact);
    full.resize(std::max(full.size(), said.size() + 1), '0');
    const Decimal scaled(full.substr(0, said.size() + 1) + "." +
                         (full.size() > said.size() + 1 ? full.substr(said.size() + 1) : "0"));
    const std::string written = rounded(scaled, 0).to_text(0);
    for (std::size_t at = 0; at < written.size(); ++at) {
        std::string left = written;
        left.erase(at, 1);
        // A figure without its last digit is cut off, not mistyped.
        if (left == said && !written.starts_with(said)) {
            return true;
        }
    }
    return false;
}

std::string factor_words(const Decimal& factor) {
    if (factor >= Decimal(1)) {
        return factor.to_text(1) + " times too high";
    }
    return (Decimal(1) / factor).to_text(1) + " times too low";
}

}  // namespace burden::inputs
