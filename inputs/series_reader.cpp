#include <algorithm>
#include <array>
#include <map>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts_file_reader.hpp"
#include "burden/inputs/field_reader.hpp"
#include "burden/inputs/figure_reader.hpp"
#include "burden/inputs/stage_reader.hpp"
#include "burden/inputs/vocabulary_reader.hpp"

namespace burden::inputs {
namespace {

using calc::Year;

/// What the figures of a series or fact share.
struct Common {
    FactSeries series;
    std::optional<FactUnit> unit;
    std::optional<PeriodBasis> period;
    Stages stages;
    std::vector<std::string> sources;
    std::string published;
    std::string superseded;
};

/// Checks that a unit suits its measure.
void check_unit(const FactUnit& unit, std::string_view measure, const TomlNode& node,
                FileProblems& problems) {
    const auto all = measures();
    const auto known = std::find_if(all.begin(), all.end(),
                                    [measure](const Measure& other) { return other.name == measure; });
    if (known == all.end() || known->kinds.empty() ||
        std::find(known->kinds.begin(), known->kinds.end(), unit.kind) != known->kinds.end()) {
        return;
    }
    Help help;
    for (const FactUnit::Kind kind : known->kinds) {
        help.allowed.push_back(in_words(kind));
    }
    problems.error(node.place,
                   "the measure '" + std::string(measure) + "' is not counted in " + calc::quoted(unit.text),
                   std::move(help));
}

Common read_common(TableReader& table, Mentions& mentions) {
    FileProblems& problems = table.problems();
    Common common;
    common.series.file = problems.name();
    common.series.key = read_key(table, Mention::Of::series, mentions);
    common.series.measure = read_measure(table, MeasuresOf::figures);
    common.series.title = table.required_text("title");
    common.unit = read_unit(table);
    if (common.unit) {
        common.series.unit = *common.unit;
        check_unit(*common.unit, common.series.measure, *table.find("unit"), problems);
    }
    common.period = read_word(table, "period", period_basis_of, period_names());
    common.series.period = common.period.value_or(PeriodBasis::per_calendar_year);
    common.series.prices = read_prices(table, common.unit);
    common.series.definition = table.text("definition");
    common.series.vintage = table.text("vintage");
    common.series.note = table.text("note", longest_note);
    common.published = read_published(table, false);
    common.sources = read_cited_sources(table, mentions);
    common.superseded = table.text("superseded", longest_note);
    common.stages = Stages::read(table, common.series.period);
    return common;
}

Observation first_draft(const Common& common) {
    Observation observation;
    observation.sources = common.sources;
    observation.published = common.published;
    observation.superseded = common.superseded;
    return observation;
}

/// A value that is a table: its own stage, source, date, note.
void read_value_table(const TomlNode& node, const std::string& year, const FigureKind& kind,
                      Observation& observation, std::optional<Stage>& own_stage, FileProblems& problems,
                      Mentions& mentions) {
    TableReader table(node, "the value of " + year, problems);
    if (const TomlNode* const figure = table.required("value")) {
        observation.text = figure->text;
        observation.value = read_figure(*figure, "'value'", kind, problems).value_or(0);
    }
    if (node.entries.empty()) {
        return;
    }
    own_stage = read_optional_word(table, "stage", stage_of, stage_names());
    if (auto sources = read_cited_sources(table, mentions); !sources.empty()) {
        observation.sources = std::move(sources);
    }
    if (std::string published = read_published(table, false); !published.empty()) {
        observation.published = std::move(published);
    }
    observation.note = table.text("note", longest_note);
    if (std::string superseded = table.text("superseded", longest_note); !superseded.empty()) {
        observation.superseded = std::move(superseded);
    }
    table.refuse_others();
}

/// Reports values that have no stage or source, neither of their own nor from their series.
void report_missing(const std::string& key, const std::vector<const TomlEntry*>& lacking, std::size_t values,
                    TableReader& series_table) {
    const bool stated = series_table.find(key) != nullptr;
    if (lacking.size() == values && !stated) {
        series_table.required(key);
        return;
    }
    // Where the series' own sources could not be read, that was said already.
    if (stated && key == "source") {
        return;
    }
    for (const TomlEntry* entry : lacking) {
        series_table.problems().error(entry->place, "the value of " + entry->key + " has no '" + key +
                                                        "', of its own or from the series");
    }
}

void read_values(TableReader& series_table, Common& common, Mentions& mentions) {
    FileProblems& problems = series_table.problems();
    const TomlNode* const values = series_table.required("values");
    if (values == nullptr) {
        return;
    }
    if (values->kind != TomlNode::Kind::table) {
        refuse_kind(*values, "'values'", "a table of years", problems);
        return;
    }
    if (values->entries.empty() || values->entries.size() > most_values) {
        problems.error(values->place, values->entries.empty()
                                          ? "the series has no values"
                                          : "the series has " + std::to_string(values->entries.size()) +
                                                " values; at most " + std::to_string(most_values) +
                                                " are read");
        return;
    }
    const FigureKind kind{common.unit, common.series.measure};
    std::vector<const TomlEntry*> without_stage;
    std::vector<const TomlEntry*> without_source;
    for (const TomlEntry& entry : values->entries) {
        const auto year = year_of_key(entry, problems);
        Observation observation = first_draft(common);
        std::optional<Stage> own_stage;
        if (entry.value.kind == TomlNode::Kind::table) {
            read_value_table(entry.value, entry.key, kind, observation, own_stage, problems, mentions);
        } else {
            observation.text = entry.value.text;
            observation.value = read_figure(entry.value, "'" + entry.key + "'", kind, problems).value_or(0);
        }
        if (!year) {
            continue;
        }
        observation.year = observation.to = *year;
        const auto stage = own_stage ? own_stage : common.stages.of(*year);
        observation.stage = stage.value_or(Stage::outturn);
        if (!stage && (common.stages.known() || !common.stages.stated())) {
            without_stage.push_back(&entry);
        }
        if (observation.sources.empty()) {
            without_source.push_back(&entry);
        }
        common.series.observations.push_back(std::move(observation));
    }
    report_missing("stage", without_stage, values->entries.size(), series_table);
    report_missing("source", without_source, values->entries.size(), series_table);
    std::sort(common.series.observations.begin(), common.series.observations.end(),
              [](const Observation& a, const Observation& b) { return a.year < b.year; });
    common.stages.check_years(common.series.observations, problems);
}

/// Which of `year`, `term` and `date` a fact of a period says when by.
std::vector<std::string> whens(const std::optional<PeriodBasis>& period) {
    if (!period) {
        return {"year", "term", "date"};
    }
    switch (*period) {
        case PeriodBasis::per_calendar_year:
        case PeriodBasis::per_fiscal_year:
            return {"year"};
        case PeriodBasis::total_over_a_term:
        case PeriodBasis::total_over_calendar_years:
            return {"term"};
        case PeriodBasis::stock_at_a_date:
            return {"date", "year"};
        case PeriodBasis::one_off:
            break;
    }
    return {"year", "term", "date"};
}

void read_term(const TomlNode& node, Observation& observation, FileProblems& problems) {
    TableReader table(node, "the term", problems);
    const TomlNode* const from_node = table.required("from");
    const TomlNode* const to_node = table.required("to");
    const auto from = table.year("from");
    const auto to = table.year("to");
    table.refuse_others();
    if (!from || !to || from_node == nullptr || to_node == nullptr) {
        return;
    }
    if (*to < *from) {
        problems.error(to_node->place,
                       "the term ends in " + to_node->text + ", before it begins in " + from_node->text);
        return;
    }
    observation.year = *from;
    observation.to = *to;
}

/// Reads when a fact holds.
void read_when(TableReader& fact, const std::optional<PeriodBasis>& period, Observation& observation) {
    FileProblems& problems = fact.problems();
    const TomlNode* const year_node = fact.find("year");
    const TomlNode* const term_node = fact.table("term");
    const TomlNode* const date_node = fact.find("date");
    const auto allowed = whens(period);
    const std::string words = period ? std::string(to_text(*period)) : "";
    int given = 0;
    for (const auto& [name, node] :
         {std::pair{"year", year_node}, {"term", term_node}, {"date", date_node}}) {
        if (node == nullptr) {
            continue;
        }
        ++given;
        if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
            problems.error(node->place, "a figure " + words + " has no '" + name + "'", {.allowed = allowed});
        } else if (given > 1) {
            problems.error(
                node->place,
                "the fact says twice when it holds, the second time by '" + std::string(name) + "'",
                {.allowed = {"one of year, term, date"}});
        }
    }
    if (given == 0) {
        problems.error(fact.node().place, "the fact does not say when it holds", {.allowed = allowed});
    }
    if (const auto year = fact.year("year")) {
        observation.year = observation.to = *year;
    }
    if (term_node != nullptr) {
        read_term(*term_node, observation, problems);
    }
    if (const auto date = fact.date("date")) {
        observation.date = *date;
        observation.year = observation.to = Year{date->year};
    }
}

}  // namespace

FactSeries read_series(const TomlNode& node, FileProblems& problems, Mentions& mentions) {
    TableReader table(node, "the series", problems);
    Common common = read_common(table, mentions);
    if (common.period && is_total(*common.period)) {
        problems.error(table.find("period")->place, "a " + std::string(to_text(*common.period)) +
                                                        " is no series: it is a [[fact]] with a 'term'");
    }
    read_values(table, common, mentions);
    table.refuse_others();
    return std::move(common.series);
}

FactSeries read_fact(const TomlNode& node, FileProblems& problems, Mentions& mentions) {
    TableReader table(node, "the fact", problems);
    Common common = read_common(table, mentions);
    Observation observation = first_draft(common);
    if (const TomlNode* const figure = table.required("value")) {
        observation.text = figure->text;
        observation.value =
            read_figure(*figure, "'value'", {common.unit, common.series.measure}, problems).value_or(0);
    }
    read_when(table, common.period, observation);
    if (!common.stages.stated()) {
        table.required("stage");
    } else if (common.stages.known() && !common.stages.for_all()) {
        problems.error(table.find("stage")->place, "a fact has one stage", {.allowed = stage_names()});
    }
    observation.stage = common.stages.for_all().value_or(Stage::outturn);
    table.required("source");
    table.refuse_others();
    common.series.observations.push_back(std::move(observation));
    return std::move(common.series);
}

}  // namespace burden::inputs
