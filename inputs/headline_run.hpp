/// The questions that the program answers before it is asked: Japan's arrangement, what would follow it, what
/// a target costs, China beside it, and a figure that is wrong by five.
#pragma once

#include <string>
#include <vector>

#include "burden/inputs/claim_run.hpp"
#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/target_run.hpp"

namespace burden::inputs {

/// A target of the headline beside the rival's spending.
struct RivalShare {
    std::string target;                    ///< "3.4%"
    calc::Series<calc::Decimal> of_rival;  ///< spending over the rival's, by year
};

struct HeadlineRun {
    HostingRun renewals;
    TargetRun targets;
    calc::Series<calc::CalendarYearly<calc::Decimal>> rival;  ///< the rival's spending, in dollars
    calc::Decimal rival_growth;                               ///< a year, a share
    std::string rival_name;
    std::string rival_words;  ///< whose count, grown at which rate
    std::vector<RivalShare> shares;
    ClaimRun claim;
    std::vector<std::string> sources;
};

/// Codes of the countries whose facts it rests on.
std::vector<std::string> headline_countries();

/// The headline on facts that hold those countries.
Reading<HeadlineRun> headline_run(const Facts& facts);

}  // namespace burden::inputs
