/// What an arrangement says that a quoted amount may have meant. Private to the claim runs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/hosting_run.hpp"

namespace burden::inputs {

/// What an arrangement says that a claim may have meant.
struct Candidate {
    std::string words;                    ///< "total over five years"
    std::string says;                     ///< of a conclusion: "the five-year total"
    calc::Decimal amount;                 ///< whole units of the arrangement's currency
    bool yearly = false;                  ///< of one year; else of the term
    bool of_the_signing = false;          ///< what may have been put into other money when it was agreed
    bool primary = false;                 ///< the total or its average
    std::string remark = {};              ///< "another thing"
    std::optional<calc::Year> year = {};  ///< of a year's own figure, which has that year's rate
    std::vector<std::string> sources;
};

/// All of them: the total and its average, budgets by year, both without what rests on the status-of-forces
/// agreement, per service member, and the host's wider costs.
std::vector<Candidate> claim_candidates(const HostingRun& term, const Country& host,
                                        const calc::Amount& claimed);

}  // namespace burden::inputs
