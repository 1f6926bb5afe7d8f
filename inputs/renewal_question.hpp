/// What may follow an arrangement, as a user asks for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/calc/parse.hpp"

namespace burden::inputs {

/// The amount of the ending term that a renewal starts from.
enum class RenewalBase { average, last };

/// What is counted as the cost of a presence.
enum class CostBase { guest, guest_and_host, no_military_pay };

/// Bounds of an index.
struct AskedIndex {
    std::optional<calc::Decimal> cap = {};
    std::optional<calc::Decimal> floor = {};
    int lag = 0;
};

/// A renewal as it was typed:
///
///     lapse[:mixed=18%]                   bridge[:years=1][:RULE…]
///     flat                                xK
///     cpi[:cap=5%][:floor=0%][:lag=1]     budget[:cap=…][:floor=…][:lag=…]
///     step:8.3%[+cpi|+budget|+flat][:cap=…][:floor=…][:lag=…]
///     cost-plus:50%:base=guest|guest+host|no-military-pay[:credit=AMOUNT]
///     share:75%[:base=…]                  per-head:AMOUNT
///     amounts:FY2027=220 bn JPY,FY2028=…
///
/// flat, xK, cpi, budget, step and bridge also take base=average or base=last.
struct AskedRenewal {
    enum class Kind {
        lapse,
        bridge,
        flat,
        cpi,
        budget,
        step,
        multiple,
        cost_plus,
        cost_share,
        per_head,
        amounts
    };

    std::string text;  ///< as it was typed
    Kind kind = Kind::flat;
    std::optional<RenewalBase> base = {};
    AskedIndex index = {};
    calc::Decimal number = 0;   ///< K, the step, the margin, the share
    Kind follow = Kind::cpi;    ///< of a step: cpi, budget or flat
    bool follow_named = false;  ///< whether the step named it
    std::optional<CostBase> cost = {};
    std::optional<calc::Amount> amount = {};  ///< per head; what is credited against a cost
    std::optional<calc::Decimal> mixed = {};  ///< of a lapse: the part of items on both bases that goes on
    int years = 1;                            ///< of a bridge
    std::vector<AskedRenewal> then = {};      ///< of a bridge: the one rule after it; empty for flat
    std::vector<std::pair<calc::YearText, calc::Amount>> amounts = {};  ///< in order of year
};

/// The names of the rules: "lapse", "bridge", …, "x4".
std::vector<std::string> renewal_names();

/// A list of renewals with commas between them.
calc::Parsed<std::vector<AskedRenewal>> read_renewals(std::string_view text);

/// "average" or "last".
calc::Parsed<RenewalBase> read_renewal_base(std::string_view text);

std::string_view to_text(CostBase base);

}  // namespace burden::inputs
