#include "burden/calc/footing.hpp"

#include <algorithm>
#include <numeric>

namespace burden::calc {
namespace {

/// The largest multiple of `unit` that is not above `value`.
Decimal cut(const Decimal& value, int places, const Decimal& unit) {
    const Decimal near = rounded(value, places);
    return near > value ? near - unit : near;
}

}  // namespace

std::vector<Decimal> footed(const std::vector<Decimal>& parts, int places) {
    const Decimal unit("1e-" + std::to_string(places));
    std::vector<Decimal> result;
    Decimal sum;
    Decimal cut_sum;
    for (const Decimal& part : parts) {
        result.push_back(cut(part, places, unit));
        sum += part;
        cut_sum += result.back();
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto larger = (parts[a] - result[a]) <=> (parts[b] - result[b]);
        return larger != 0 ? larger > 0 : a < b;
    });
    Decimal missing = rounded(sum, places) - cut_sum;
    for (std::size_t at = 0; at < order.size() && missing >= unit; ++at, missing -= unit) {
        result[order[at]] += unit;
    }
    require(missing < unit, "footed parts fell short of their sum");
    return result;
}

}  // namespace burden::calc
