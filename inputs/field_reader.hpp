/// Fields that several tables of a facts file have. Private to the readers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "burden/inputs/facts_file_reader.hpp"

namespace burden::inputs {

/// Most bytes of a key.
constexpr std::size_t longest_key = 60;

/// The name under 'key', in small letters, digits and hyphens; empty when it is none.
std::string read_key(TableReader& table);

/// The same, noted as set.
std::string read_key(TableReader& table, Mention::Of of, Mentions& mentions);

/// Refuses the second of two items of a file that have one key.
class Keys {
public:
    void add(const std::string& key, const TomlNode& table, FileProblems& problems);

private:
    std::map<std::string, Place> places_;
};

/// The code of a country, in capitals; empty when it is none. `what` is "country", "host".
std::string read_code(const TomlNode& node, const std::string& what, FileProblems& problems);

/// The host and the guest that must be there; the host is noted as used.
std::pair<std::string, std::string> read_parties(TableReader& table, Mentions& mentions);

/// The fact that a text names, noted as used: counted in `kind`, or like the fact `like`, where they are
/// given.
std::optional<FactReference> read_reference(TableReader& table, const std::string& key, Mentions& mentions,
                                            std::optional<FactUnit::Kind> kind, const std::string& like = {});

/// The unit that must be there.
std::optional<FactUnit> read_unit(TableReader& table);

/// The prices that stand with money, and only there.
calc::Prices read_prices(TableReader& table, const std::optional<FactUnit>& unit);

/// The year of a key in `values`.
std::optional<calc::Year> year_of_key(const TomlEntry& entry, FileProblems& problems);

}  // namespace burden::inputs
