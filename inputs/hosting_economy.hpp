/// What an arrangement is measured against: GDP, the defence budget, consumer prices, service members.
/// Private to the hosting run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/economy.hpp"
#include "burden/inputs/renewal_ground.hpp"

namespace burden::inputs {

/// The years that are asked for, in the years of the arrangement.
struct HostingYears {
    calc::Year first;
    calc::Year last;
    std::optional<calc::Year> growth_from;  ///< first year of the budget's growth; none where no rule asks
};

struct HostingEconomy {
    calc::Series<calc::Yearly<calc::Decimal>> gdp;
    calc::Series<Certainty> certainty;
    std::string gdp_words;
    std::optional<calc::Series<calc::Yearly<calc::Decimal>>> defence;  ///< none where no spending is known
    std::string defence_words;
    std::optional<SourcedRises> budget;  ///< growth of the defence budget, where it was asked for
    std::vector<std::string> sources;
};

/// GDP as published and carried on, and defence spending as the latest published share of it, held. `given`
/// stands in place of the growth that follows from that.
Reading<HostingEconomy> hosting_economy(const Country& host, const calc::FiscalCalendar& calendar,
                                        const HostingYears& years, const std::optional<calc::ByYear>& given);

/// Rises of consumer prices from `first` to `last` in the years of `calendar`: published ones put into these
/// years by the price level, the last one held; those of `given` stand instead.
Reading<SourcedRises> consumer_prices(const Country& country, const calc::FiscalCalendar& calendar,
                                      calc::Year first, calc::Year last,
                                      const std::optional<calc::ByYear>& given);

/// Service members in a host country.
struct HeadCount {
    calc::Decimal members;
    std::string words;  ///< "54,288 service members (…, Defense Manpower Data Center)"
    std::vector<std::string> sources;
};

/// The latest published head-count; none where there is none.
std::optional<HeadCount> head_count(const Country& host);

}  // namespace burden::inputs
