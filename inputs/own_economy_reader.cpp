#include <algorithm>
#include <array>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts_file_reader.hpp"

namespace burden::inputs {
namespace {

using calc::Decimal;

constexpr std::array<std::string_view, 6> own_keys = {"base_year", "gdp",        "growth",
                                                      "inflation", "base_share", "base_spending"};

std::string written(const calc::YearText& year) {
    return (year.fiscal ? "FY" : "") + std::to_string(year.year.number);
}

/// The text of a key that must be there, with its node.
const TomlNode* required_text_node(TableReader& root, std::string_view key) {
    return root.required(key) == nullptr ? nullptr : root.text_node(key, longest_note);
}

/// An amount of one year.
std::optional<calc::Amount> read_yearly(TableReader& root, std::string_view key, const TomlNode* node) {
    auto amount = root.parsed(node, calc::read_amount);
    if (!amount) {
        return std::nullopt;
    }
    const std::string what = "'" + std::string(key) + "'";
    static const Decimal largest("1e30");
    if (amount->period == calc::StatedPeriod::in_total || amount->years) {
        root.problems().error(node->place, what + " is an amount of one year, not a total");
    } else if (amount->value <= Decimal(0)) {
        root.problems().error(node->place, what + " is not above zero");
    } else if (amount->value > largest) {
        root.problems().error(node->place, what + " is larger than any amount that is read, 1e30");
    } else {
        return amount;
    }
    return std::nullopt;
}

/// Rises that a year may bring: all that there was is not lost, and more than double over decades is no
/// forecast.
void check_rise(std::string_view key, const Decimal& rise, const TomlNode& node, FileProblems& problems) {
    if (rise <= Decimal(-1)) {
        problems.error(node.place, "'" + std::string(key) + "' leaves nothing: it is -100 % or less");
    } else if (rise > Decimal(1)) {
        problems.error(node.place, "'" + std::string(key) + "' is over 100 % in a year");
    }
}

std::optional<calc::ByYear> read_rises(TableReader& root, std::string_view key,
                                       const std::optional<calc::YearText>& base) {
    FileProblems& problems = root.problems();
    const TomlNode* const node = required_text_node(root, key);
    auto rises = root.parsed(node, calc::read_shares_by_year);
    if (!rises) {
        return std::nullopt;
    }
    if (rises->always) {
        check_rise(key, *rises->always, *node, problems);
    }
    for (const auto& [year, rise] : rises->years) {
        check_rise(key, rise, *node, problems);
        if (!base || problems.full()) {
            continue;
        }
        if (year.fiscal != base->fiscal) {
            problems.error(node->place, written(year) +
                                            (year.fiscal ? " is a fiscal year" : " is a calendar year") +
                                            ", and 'base_year' is " + written(*base));
        } else if (year.year <= base->year) {
            problems.warning(node->place, "the rate of " + written(year) +
                                              " changes nothing: the path begins after " + written(*base));
        }
    }
    return rises;
}

std::optional<Decimal> read_base_share(TableReader& root, const TomlNode* node) {
    const auto share = root.parsed(node, calc::read_share);
    if (share && (*share < Decimal(0) || *share > Decimal(1))) {
        root.problems().error(
            node->place, *share < Decimal(0) ? "'base_share' is below zero" : "'base_share' is over 100 %");
        return std::nullopt;
    }
    return share;
}

}  // namespace

bool has_own_economy(const TomlNode& root) {
    return std::any_of(root.entries.begin(), root.entries.end(), [](const TomlEntry& entry) {
        return std::find(own_keys.begin(), own_keys.end(), entry.key) != own_keys.end();
    });
}

std::optional<OwnEconomy> read_own_economy(TableReader& root, FileProblems& problems) {
    const std::size_t errors_before = problems.errors();
    const TomlNode* const year_node = required_text_node(root, "base_year");
    const auto base_year = root.parsed(year_node, calc::read_year);
    if (base_year && base_year->fiscal && root.find("fiscal_year") == nullptr) {
        problems.error(year_node->place,
                       written(*base_year) + " is a fiscal year, and the file has no 'fiscal_year'",
                       {.hint = "fiscal_year = { begins = \"April\", named_by = \"start\" }"});
    }
    const TomlNode* const gdp_node = required_text_node(root, "gdp");
    const auto gdp = read_yearly(root, "gdp", gdp_node);
    const auto growth = read_rises(root, "growth", base_year);
    const auto inflation = read_rises(root, "inflation", base_year);

    const TomlNode* const share_node = root.text_node("base_share");
    const TomlNode* const spending_node = root.text_node("base_spending");
    const auto base_share = read_base_share(root, share_node);
    const auto base_spending = read_yearly(root, "base_spending", spending_node);
    if (share_node != nullptr && spending_node != nullptr) {
        problems.error(spending_node->place,
                       "'base_spending' stands in place of 'base_share', not beside it");
    } else if (root.find("base_share") == nullptr && root.find("base_spending") == nullptr) {
        problems.error(root.node().place, "the file has no 'base_share', nor a 'base_spending' in its place");
    }
    if (gdp && base_spending) {
        if (gdp->currency != base_spending->currency) {
            problems.error(spending_node->place, "'base_spending' is in " + base_spending->currency.code() +
                                                     ", and 'gdp' in " + gdp->currency.code());
        } else if (base_spending->value > gdp->value) {
            problems.error(spending_node->place, "'base_spending' is over 100 % of 'gdp'");
        }
    }
    if (problems.errors() != errors_before || !base_year || !gdp || !growth || !inflation) {
        return std::nullopt;
    }
    return OwnEconomy{.base_year = *base_year,
                      .gdp = *gdp,
                      .growth = *growth,
                      .inflation = *inflation,
                      .base_share = base_share,
                      .base_spending = base_spending};
}

}  // namespace burden::inputs
