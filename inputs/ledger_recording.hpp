/// How the figures of ledgers are computed, down to what was published.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "burden/inputs/ledger_run.hpp"
#include "burden/inputs/recording.hpp"

namespace burden::inputs {

/// The name of the recorded amount of an entry: "jpn-gao-2016-2019.Forgone rent[]".
std::string entry_cell(const AccountRun& account, std::size_t entry);

/// That of what the host, or the guest, pays under a rule.
std::string side_cell(const AccountRun& account, CountingRule rule, bool host);

/// That of the host's share under a rule.
std::string share_cell(const AccountRun& account, CountingRule rule);

/// That of a share that somebody publishes.
std::string quoted_cell(const AsideRun& aside);

/// Records the amounts of all entries, the sums and shares under every rule that has one, and quoted shares.
Recording ledger_recording(Recorder& recorder, const std::vector<LedgerRun>& runs);

}  // namespace burden::inputs
