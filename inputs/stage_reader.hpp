/// How far the figures of a series have come, one stage for all years or years for each. Private to the
/// readers.
#pragma once

#include <optional>
#include <vector>

#include "burden/inputs/facts.hpp"
#include "burden/inputs/table_reader.hpp"

namespace burden::inputs {

/// What `stage` says.
class Stages {
public:
    /// Reads `stage = "outturn"` or `stage = { outturn = "2010..2024", estimate = "2025" }`.
    static Stages read(TableReader& table, PeriodBasis period);

    /// Whether there is a `stage`, read or not.
    bool stated() const { return stated_; }
    /// Whether it could be read.
    bool known() const { return known_; }
    /// The one stage of all years.
    std::optional<Stage> for_all() const { return for_all_; }
    /// The stage of a year.
    std::optional<Stage> of(calc::Year year) const;

    /// Reports stages of years before the first or after the last of `observations`, which are in order, and
    /// stages of no observation.
    void check_years(const std::vector<Observation>& observations, FileProblems& problems) const;

private:
    struct Range {
        Stage stage;
        calc::Year from;
        calc::Year to;
        Place place;
    };
    void read_ranges(const TomlEntry& entry, PeriodBasis period, FileProblems& problems);
    void read_range(Stage stage, const TomlNode& node, PeriodBasis period, FileProblems& problems);

    bool stated_ = false;
    bool known_ = false;
    std::optional<Stage> for_all_;
    std::vector<Range> ranges_;
};

}  // namespace burden::inputs
