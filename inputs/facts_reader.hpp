/// Readers of facts files: docs/facts-format.md, docs/hosting-format.md. They take text and a name, open
/// nothing, and report all they find.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/facts.hpp"

namespace burden::inputs {

/// Largest file that is read, in bytes, and deepest nesting.
constexpr std::size_t largest_file = 4'000'000;
constexpr int deepest_nesting = 16;

/// Where a file sets or uses a name, for messages about files that do not fit together.
struct Mention {
    enum class Of {
        country_key,
        series,
        choice,
        chosen_series,
        source,
        cited_source,
        arrangement,
        account,
        aside,
        claim,
        aim
    };

    Of of;
    std::string name;  ///< a key of the file's country, the key of a series, source, arrangement, account,
                       ///< aside, claim or aim, a choice's measure
    Diagnostic place = {};  ///< with no message yet
};

/// What a table of hosting takes from all facts together.
struct Use {
    enum class Of { host, arrangement, ended, followed, fact, budgets, term_year };

    Of of;
    std::string name;  ///< of a host its code, of a fact its reference, of an arrangement, whether it has
                       ///< ended or not, its key; else the key of the arrangement that uses something
    Diagnostic place = {};                    ///< with no message yet
    std::optional<FactUnit::Kind> kind = {};  ///< of a fact, what it is counted in
    std::string like = {};                    ///< of a fact, another that is counted alike
    calc::Year year = {};                     ///< of a year
};

/// What one file holds: a country, sources, aims, what concerns hosting, any of them.
struct FactsFile {
    std::optional<Country> country;
    std::map<std::string, Source> sources;
    std::vector<Arrangement> arrangements;
    std::vector<LedgerAccount> accounts;
    std::vector<LedgerAside> asides;
    std::vector<Claim> claims;
    std::vector<Aim> aims;
    std::optional<calc::Date> as_of;
    std::string name;
    std::vector<Mention> mentions;  ///< in order of the file
    std::vector<Use> uses;          ///< in order of the file
};

/// Reads one file, whatever its bytes are. Syntax, types, names and units are checked here; what needs other
/// files is not.
Reading<FactsFile> read_facts_file(std::string_view bytes, std::string_view name);

/// The countries, by code, that the tables of hosting of a file speak of: `combined` needs their figures.
std::set<std::string> countries_named(const FactsFile& file);

/// Puts files together over `base`, and checks what needs them all: every source is known, every choice names
/// a series (or, for "defence-base", a series of measure defence-spending or defence-share), no two of
/// `files` set one key, and what their tables of hosting name is there: hosts, arrangements, figures, years
/// within a term. A series, choice, source, arrangement, account, aside or claim of `files` replaces that of
/// `base` with the same key; a country of `base` keeps the rest. An economy in six lines stands instead of
/// all series and choices of a country of `base`, with a warning. The day of `base` stays where it has one.
Reading<Facts> combined(Facts base, std::vector<FactsFile> files);

}  // namespace burden::inputs
