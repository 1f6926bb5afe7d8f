/// The term of an arrangement: its years, items, total and bases. Private to the hosting run.
#pragma once

#include <vector>

#include "burden/inputs/hosting_run.hpp"
#include "burden/inputs/renewal_ground.hpp"

namespace burden::inputs {

/// The items of an arrangement, a residual worked out.
std::vector<PresentItem> present_items(const Arrangement& arrangement, const TermYears& years);

/// The years of the term with the amounts that are stated or follow the escalator, and the host's budgets.
/// `cpi` and `budget` cover them where the escalator asks for them.
Reading<std::vector<TermYear>> present_years(const Arrangement& arrangement, const Country& host,
                                             const TermYears& years, const RenewalGround& ground);

/// Its total: as stated, else the sum of its years where all are known.
std::optional<calc::Total<calc::Decimal>> present_total(const Arrangement& arrangement,
                                                        const std::vector<TermYear>& years);

}  // namespace burden::inputs
