#include "burden/inputs/stage_reader.hpp"

#include <algorithm>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/vocabulary_reader.hpp"

namespace burden::inputs {

Stages Stages::read(TableReader& table, PeriodBasis period) {
    Stages stages;
    FileProblems& problems = table.problems();
    const TomlNode* const node = table.find("stage");
    if (node == nullptr) {
        return stages;
    }
    stages.stated_ = true;
    const std::size_t errors_before = problems.errors();
    if (node->kind != TomlNode::Kind::table) {
        stages.for_all_ = word_of(*node, "stage", stage_of, stage_names(), problems);
    } else if (node->entries.empty()) {
        problems.error(node->place, "'stage' names no stage", {.allowed = stage_names()});
    } else {
        for (const TomlEntry& entry : node->entries) {
            stages.read_ranges(entry, period, problems);
        }
    }
    stages.known_ = problems.errors() == errors_before;
    return stages;
}

void Stages::read_ranges(const TomlEntry& entry, PeriodBasis period, FileProblems& problems) {
    const auto stage = stage_of(entry.key);
    if (!stage) {
        problems.error(entry.place, "unknown stage " + calc::quoted(entry.key),
                       one_of(stage_names(), entry.key));
        return;
    }
    if (entry.value.kind != TomlNode::Kind::list) {
        read_range(*stage, entry.value, period, problems);
        return;
    }
    for (const TomlNode& item : entry.value.items) {
        if (ranges_.size() > 100 || problems.full()) {
            problems.error(item.place, "more than a hundred stretches of years with a stage");
            return;
        }
        read_range(*stage, item, period, problems);
    }
}

void Stages::read_range(Stage stage, const TomlNode& node, PeriodBasis period, FileProblems& problems) {
    const std::string name(to_text(stage));
    const std::string text = text_of(node, "'" + name + "'", longest_title, problems);
    if (text.empty()) {
        return;
    }
    const auto years = calc::read_years(text);
    if (!years) {
        add_fault(years.fault(), node, problems);
        return;
    }
    if (years->first.fiscal && period != PeriodBasis::per_fiscal_year) {
        problems.error(node.place,
                       calc::quoted(text) + " are fiscal years, and the series is not per fiscal year");
        return;
    }
    const Range range{stage, years->first.year, years->second.year, node.place};
    for (const Range& other : ranges_) {
        if (range.from <= other.to && other.from <= range.to) {
            const int shared = std::max(range.from, other.from).number;
            problems.error(node.place, std::to_string(shared) + " has two stages, '" +
                                           std::string(to_text(other.stage)) + "' and '" + name + "'");
            return;
        }
    }
    ranges_.push_back(range);
}

std::optional<Stage> Stages::of(calc::Year year) const {
    const auto found = std::find_if(ranges_.begin(), ranges_.end(), [year](const Range& range) {
        return range.from <= year && year <= range.to;
    });
    return found == ranges_.end() ? for_all_ : std::optional<Stage>(found->stage);
}

void Stages::check_years(const std::vector<Observation>& observations, FileProblems& problems) const {
    if (observations.empty()) {
        return;
    }
    const calc::Year first = observations.front().year;
    const calc::Year last = observations.back().year;
    for (const Range& range : ranges_) {
        const std::string given = "the stage '" + std::string(to_text(range.stage)) + "' is given for ";
        const bool has_value = std::any_of(
            observations.begin(), observations.end(),
            [&](const Observation& known) { return range.from <= known.year && known.year <= range.to; });
        if (range.from < first || last < range.to) {
            const calc::Year outside = range.from < first ? range.from : range.to;
            problems.error(range.place, given + std::to_string(outside.number) +
                                            ", and the values run from " + std::to_string(first.number) +
                                            " to " + std::to_string(last.number));
        } else if (!has_value) {
            problems.error(range.place, given + "years without a value");
        }
    }
}

}  // namespace burden::inputs
