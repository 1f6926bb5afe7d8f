#include "burden/brief/scale.hpp"

#include <array>

namespace burden::brief {

namespace {

/// The smallest scale that shows an amount with fewer than `limit` units, or the largest there is.
Scale scale_below(const calc::Decimal& amount, int limit) {
    static const std::array<Scale, 5> scales = {Scale{"", calc::Decimal(1)},
                                                {"k", calc::Decimal("1e3")},
                                                {"mn", calc::Decimal("1e6")},
                                                {"bn", calc::Decimal("1e9")},
                                                {"tn", calc::Decimal("1e12")}};
    const calc::Decimal size = greatest(amount, -amount);
    for (const Scale& scale : scales) {
        if (size < scale.units * calc::Decimal(limit)) {
            return scale;
        }
    }
    return scales.back();
}

}  // namespace

Scale scale_for(const calc::Decimal& largest_whole_units) { return scale_below(largest_whole_units, 10000); }

Scale headline_scale_for(const calc::Decimal& largest_whole_units) {
    return scale_below(largest_whole_units, 1000);
}

std::string unit_text(const calc::Currency& currency, const Scale& scale) {
    return scale.word.empty() ? currency.code() : currency.code() + ' ' + std::string(scale.word);
}

}  // namespace burden::brief
