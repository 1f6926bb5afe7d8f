#include "burden/brief/scale.hpp"

#include <array>

namespace burden::brief {

Scale scale_for(const calc::Decimal& largest_whole_units) {
    static const std::array<Scale, 5> scales = {Scale{"", calc::Decimal(1)},
                                                {"k", calc::Decimal("1e3")},
                                                {"mn", calc::Decimal("1e6")},
                                                {"bn", calc::Decimal("1e9")},
                                                {"tn", calc::Decimal("1e12")}};
    const calc::Decimal size = greatest(largest_whole_units, -largest_whole_units);
    for (const Scale& scale : scales) {
        if (size < scale.units * calc::Decimal(10000)) {
            return scale;
        }
    }
    return scales.back();
}

std::string unit_text(const calc::Currency& currency, const Scale& scale) {
    return scale.word.empty() ? currency.code() : currency.code() + ' ' + std::string(scale.word);
}

}  // namespace burden::brief
