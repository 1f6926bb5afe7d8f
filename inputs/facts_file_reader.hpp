/// The parts of a facts file, one reader each. Private to the readers.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/table_reader.hpp"

namespace burden::inputs {

/// What one file may hold at most.
constexpr std::size_t most_series = 400;
constexpr std::size_t most_facts = 1'000;
constexpr std::size_t most_values = 500;
constexpr std::size_t most_sources = 2'000;
constexpr std::size_t most_aims = 200;
constexpr std::size_t most_of_hosting = 500;  ///< arrangements, and accounts, asides, claims
constexpr std::size_t most_items = 200;       ///< of an arrangement; entries of an account
constexpr std::size_t most_readings = 50;     ///< of a claim, quoted of an arrangement

/// The names that a file sets or uses, and where.
class Mentions {
public:
    explicit Mentions(FileProblems& problems) : problems_(problems) {}

    void set(Mention::Of of, std::string name, const Place& place);
    /// A source that a figure rests on; only its first place is kept.
    void cite(const std::string& source, const Place& place);

    void use(Use use, const Place& place);

    std::vector<Mention> all() const { return all_; }
    std::vector<Use> uses() const { return uses_; }

private:
    FileProblems& problems_;
    std::vector<Mention> all_;
    std::vector<Use> uses_;
    std::set<std::string> cited_;
};

/// The sources of `source = "A"` or `source = ["A", "B"]`, each noted as cited.
std::vector<std::string> read_cited_sources(TableReader& table, Mentions& mentions);

/// A `[[series]]`; what could be read of it, while `problems` says what could not.
FactSeries read_series(const TomlNode& node, FileProblems& problems, Mentions& mentions);

/// A `[[fact]]`, likewise.
FactSeries read_fact(const TomlNode& node, FileProblems& problems, Mentions& mentions);

/// Whether one of the keys of an economy in six lines stands in a file.
bool has_own_economy(const TomlNode& root);

/// The economy in six lines; none when it could not be read.
std::optional<OwnEconomy> read_own_economy(TableReader& root, FileProblems& problems);

/// The `[source.KEY]` of a file.
std::map<std::string, Source> read_sources(TableReader& root, FileProblems& problems, Mentions& mentions);

/// The `[[aim]]`s of a file.
std::vector<Aim> read_aims(TableReader& root, FileProblems& problems, Mentions& mentions);

/// The country at the head of a file with its series, facts and choices; none in a file of sources alone.
std::optional<Country> read_country(TableReader& root, FileProblems& problems, Mentions& mentions);

/// The `[[arrangement]]`s of a file, its ledgers, what stands beside them, and its claims.
std::vector<Arrangement> read_arrangements(TableReader& root, FileProblems& problems, Mentions& mentions);
std::vector<LedgerAccount> read_accounts(TableReader& root, FileProblems& problems, Mentions& mentions);
std::vector<LedgerAside> read_asides(TableReader& root, FileProblems& problems, Mentions& mentions);
std::vector<Claim> read_claims(TableReader& root, FileProblems& problems, Mentions& mentions);

/// "2026-04" as far as it is known, of a bare or quoted date; "undated" where that is allowed. Empty without
/// a key.
std::string read_published(TableReader& table, bool may_be_undated);

}  // namespace burden::inputs
