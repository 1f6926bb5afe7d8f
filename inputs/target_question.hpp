/// What a user asks about a spending target, and the readers of its rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "burden/calc/parse.hpp"
#include "burden/inputs/economy.hpp"
#include "burden/inputs/rates.hpp"
#include "burden/models/target.hpp"

namespace burden::inputs {

/// Above this a share of GDP is taken for a slip, unless it is allowed: no country spends more in peace.
inline const calc::Decimal extreme_share = calc::Decimal("0.25");

/// A share as it was typed.
struct AskedShare {
    std::string text;
    calc::Decimal share;
};

/// A share of GDP between 0 and 100 %; above 25 % only when `extreme` is allowed.
calc::Parsed<AskedShare> read_target_share(std::string_view text, bool extreme);

/// GDP or spending of one year: above zero, and no total over a term.
calc::Parsed<calc::Amount> read_yearly_amount(std::string_view text);

/// Rises of GDP or prices, for every year or by year: above -90 %, at most 1,000 %.
calc::Parsed<calc::ByYear> read_rises(std::string_view text);

/// A shape as it was typed: "linear", "geometric", "front", "back", "s-curve", "step", "growth",
/// "table:FY2028=2.2%,FY2035=5%", each with an optional ":limit=8%" on the growth of spending in a year.
struct AskedShape {
    std::string text;
    calc::PathShape<calc::Decimal> shape;
    std::optional<calc::Decimal> most_growth = {};
};
calc::Parsed<std::vector<AskedShape>> read_path_shapes(std::string_view text);

/// How a shape is spoken of: "linear in the share", "late (back-loaded)".
std::string words(const AskedShape& asked);

/// A published plan by its key; empty for the only one.
struct PlanByKey {
    std::string key;
};

/// A baseline as it was typed: "hold-share", "hold-real", "hold-nominal", "share:2%", "plan", "plan:KEY".
struct AskedBaseline {
    std::string text = "hold-share";
    std::variant<models::HoldShare, models::HoldReal, models::HoldNominal, models::StatedShare<calc::Decimal>,
                 PlanByKey>
        rule = models::HoldShare{};
};
calc::Parsed<AskedBaseline> read_baseline(std::string_view text);

/// "hold-share", "hold-real" or "hold-nominal".
struct AskedAfterRule {
    std::string text = "hold-share";
    models::AfterRule rule = models::HoldShare{};
};
calc::Parsed<AskedAfterRule> read_after_rule(std::string_view text);

/// "current" (none), or "constant:2025".
calc::Parsed<std::optional<calc::YearText>> read_prices(std::string_view text);

/// "same-year" (none), or a year whose GDP is held fixed: "FY2022".
calc::Parsed<std::optional<calc::YearText>> read_denominator(std::string_view text);

/// A target of two parts, NATO's 3.5 % core and 1.5 % related.
struct SplitTarget {
    AskedShare core;
    AskedShare related;
    std::optional<calc::Decimal> base_related =
        {};  ///< of the base spending's share, what is related; else none is
};

/// Everything that decides a target table of one country.
struct TargetQuestion {
    std::vector<AskedShare> shares;
    std::optional<SplitTarget> split = {};
    std::optional<calc::YearText> from = {};
    calc::YearText by;
    std::optional<calc::YearText> to = {};
    std::vector<AskedShape> shapes;
    AskedBaseline baseline = {};
    AskedAfterRule then = {};
    std::optional<calc::YearText> fixed_denominator = {};
    std::optional<calc::Currency> currency = {};
    RateRequest rate = {};
    std::optional<calc::YearText> constant_prices = {};
    std::optional<std::string> definition = {};
    EconomyOverrides economy = {};
    std::optional<calc::Decimal> base_share = {};
    std::optional<calc::Amount> base_spending = {};
};

}  // namespace burden::inputs
