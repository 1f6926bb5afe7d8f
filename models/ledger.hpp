/// What a presence costs the two sides.
#pragma once

#include "burden/calc/money.hpp"

namespace burden::models {

/// Cost of a presence over one period, by who pays it, under one counting rule.
template <calc::Number N>
struct PresenceCost {
    calc::Total<N> host;
    calc::Total<N> guest;
};

/// H / (H + U): the host's share of what is counted.  source  docs/models/ledger.md
template <calc::Number N>
N host_share(const PresenceCost<N>& cost) {
    return cost.host / (cost.host + cost.guest);
}

/// (1 + margin) of a cost, less what is credited against it: "cost plus 50".
template <calc::Number N>
calc::Yearly<N> cost_plus(const calc::Yearly<N>& cost, const N& margin, const calc::Yearly<N>& credit) {
    return cost * N(N(1) + margin) - credit;
}

}  // namespace burden::models
