#include "burden/brief/facts_answer.hpp"

#include <algorithm>
#include <tuple>

#include "burden/brief/citations.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/chosen.hpp"

namespace burden::brief {

using inputs::Country;
using inputs::FactSeries;
using inputs::Observation;
using inputs::Source;

namespace {

bool holds(const std::string& text, const std::vector<std::string>& words) {
    const std::string all = calc::lower_case(text);
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return all.find(calc::lower_case(word)) != std::string::npos;
    });
}

std::string searched_text(const Country& country, const FactSeries& series) {
    return country.code + ' ' + country.name + ' ' + joined(country.also) + ' ' + series.key + ' ' +
           series.measure + ' ' + series.title + ' ' + series.definition + ' ' + series.vintage + ' ' +
           series.note + ' ' + joined(inputs::sources_of(series));
}

bool within(const FactsQuery& query, const Observation& observation) {
    return !query.years ||
           (query.years->first.year <= observation.to && observation.year <= query.years->second.year);
}

struct Found {
    const Country* country;
    const FactSeries* series;
    bool chosen;
};

std::vector<Found> found(const FactsQuery& query, const inputs::Facts& facts) {
    std::vector<Found> result;
    for (const Country& country : facts.countries) {
        const bool asked =
            query.countries.empty() ||
            std::find(query.countries.begin(), query.countries.end(), country.code) != query.countries.end();
        if (!asked) {
            continue;
        }
        const std::size_t first = result.size();
        for (const FactSeries& series : country.series) {
            const bool in_years = std::any_of(series.observations.begin(), series.observations.end(),
                                              [&](const Observation& one) { return within(query, one); });
            if (in_years && (!query.measure || *query.measure == series.measure) &&
                holds(searched_text(country, series), query.words)) {
                const auto* choice = country.choice(series.measure);
                result.push_back({&country, &series, choice != nullptr && choice->use == series.key});
            }
        }
        // What measures the same thing stands together: that is where figures disagree. Series of one country
        // lie in one array, in the order of its file.
        std::sort(result.begin() + static_cast<std::ptrdiff_t>(first), result.end(),
                  [](const Found& a, const Found& b) {
                      return std::tie(a.series->measure, a.series) < std::tie(b.series->measure, b.series);
                  });
    }
    return result;
}

std::string definition_of(const FactSeries& series) {
    return series.definition + (series.vintage.empty() ? "" : ", " + series.vintage);
}

Table series_table(const std::vector<Found>& matches) {
    Table table{
        .id = "facts",
        .title = std::to_string(matches.size()) + (matches.size() == 1 ? " series" : " series of facts"),
        .columns = {{.key = "country", .label = "Country", .words = true},
                    {.key = "measure", .label = "Measure", .words = true},
                    {.key = "key", .label = "Key", .words = true},
                    {.key = "definition", .label = "Definition", .words = true},
                    {.key = "years", .label = "Years", .words = true},
                    {.key = "latest", .label = "Latest", .words = true},
                    {.key = "unit", .label = "Unit", .words = true}},
        .rows = {},
        .marks = {{"*", "chosen for runs, where series of one measure disagree"}}};
    for (const Found& match : matches) {
        const auto& [country, series, chosen] = match;
        const Observation& first = series->observations.front();
        const Observation& last = series->observations.back();
        const std::string from = inputs::when_of(*country, *series, first);
        const std::string to = inputs::when_of(*country, *series, last);
        table.rows.push_back({.cells = {country->code, series->measure, series->key, definition_of(*series),
                                        from == to ? from : from + " to " + to, last.text, series->unit.text},
                              .mark = chosen ? "*" : ""});
    }
    return table;
}

/// Every figure; for programs as a number too.
Table values_table(const std::vector<Found>& matches, const FactsQuery& query, Audience audience) {
    Table table{.id = "facts",
                .title = "Figures as published",
                .columns = {{.key = "country", .label = "Country", .words = true},
                            {.key = "key", .label = "Key", .words = true},
                            {.key = "year", .label = "Year", .words = true},
                            {.key = "value", .label = "Figure", .words = true},
                            {.key = "unit", .label = "Unit", .words = true},
                            {.key = "stage", .label = "Stage", .words = true},
                            {.key = "period", .label = "Period", .words = true},
                            {.key = "sources", .label = "Sources", .words = true}},
                .rows = {},
                .marks = {{"*", "chosen for runs, where series of one measure disagree"},
                          {"s", "superseded: kept because it is quoted"}},
                .audience = audience};
    const bool numbers = audience == Audience::programs;
    if (numbers) {
        table.columns.push_back({.key = "number", .label = "Number"});
    }
    for (const Found& match : matches) {
        for (const Observation& observation : match.series->observations) {
            if (within(query, observation)) {
                table.rows.push_back(
                    {.cells = {match.country->code, match.series->key,
                               inputs::when_of(*match.country, *match.series, observation), observation.text,
                               match.series->unit.text, std::string(to_text(observation.stage)),
                               std::string(to_text(match.series->period)), joined(observation.sources)},
                     .mark = !observation.superseded.empty() ? "s"
                             : match.chosen                  ? "*"
                                                             : ""});
                if (numbers) {
                    table.rows.back().cells.emplace_back(observation.value);
                }
            }
        }
    }
    return table;
}

/// Reasons and remarks on the matched series, where they are few enough to be read.
std::vector<std::string> notes_on(const std::vector<Found>& matches, const FactsQuery& query) {
    constexpr std::size_t readable = 12;
    std::vector<std::string> notes;
    if (matches.size() > readable) {
        return notes;
    }
    for (const Found& match : matches) {
        if (!match.series->note.empty()) {
            notes.push_back(match.country->code + " " + match.series->key + ": " + match.series->note + ".");
        }
        if (match.chosen) {
            notes.push_back(match.country->code + " " + match.series->key + " is chosen for " +
                            match.series->measure + ": " + match.country->choice(match.series->measure)->why +
                            ".");
        }
        for (const Observation& observation : match.series->observations) {
            if (!within(query, observation)) {
                continue;
            }
            const std::string year = match.country->code + " " + match.series->key + ", " +
                                     inputs::when_of(*match.country, *match.series, observation) + ": ";
            if (!observation.note.empty() && observation.note != match.series->note) {
                notes.push_back(year + observation.note + ".");
            }
            if (!observation.superseded.empty()) {
                notes.push_back(year + "superseded: " + observation.superseded + ".");
            }
        }
    }
    return notes;
}

bool source_holds(const Source& source, const std::vector<std::string>& words) {
    return holds(
        source.key + ' ' + source.title + ' ' + source.publisher + ' ' + source.published + ' ' + source.note,
        words);
}

}  // namespace

Answer facts_answer(const FactsQuery& query, const inputs::Facts& facts) {
    Answer answer{.command = "facts", .tables = {}};
    const auto matches = found(query, facts);
    const bool values = query.values || query.years || matches.size() == 1;
    if (values) {
        answer.tables.push_back(values_table(matches, query, Audience::people));
        answer.tables.push_back(values_table(matches, query, Audience::programs));
    } else {
        answer.tables.push_back(series_table(matches));
    }
    answer.notes = notes_on(matches, query);
    bool own = false;
    for (const Country& country : facts.countries) {
        if (country.own && (query.countries.empty() || query.countries.front() == country.code)) {
            answer.notes.push_back(country.code +
                                   " is an economy of the user's own: its figures are the lines of " +
                                   country.file + ".");
            own = true;
        }
    }
    if (matches.empty() && !own) {
        answer.warnings.emplace_back("Nothing that is known fits. 'burden facts' alone lists everything.");
    } else if (!matches.empty() && !values) {
        answer.see.push_back("burden facts " + matches.front().series->key + " --values");
    }
    std::vector<std::string> keys;
    for (const Found& match : matches) {
        for (const Observation& observation : match.series->observations) {
            if (within(query, observation)) {
                keys.insert(keys.end(), observation.sources.begin(), observation.sources.end());
            }
        }
    }
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    return answer;
}

Answer sources_answer(const std::vector<std::string>& words, const inputs::Facts& facts) {
    Answer answer{.command = "sources", .tables = {}};
    Table table{.id = "sources",
                .title = "Sources",
                .columns = {{.key = "key", .label = "Key", .words = true},
                            {.key = "published", .label = "Published", .words = true},
                            {.key = "grade", .label = "Grade", .words = true},
                            {.key = "publisher", .label = "Publisher", .words = true},
                            {.key = "title", .label = "Title", .words = true}},
                .rows = {}};
    for (const auto& [key, source] : facts.sources) {
        if (source_holds(source, words)) {
            table.rows.push_back({.cells = {key, source.published, std::string(to_text(source.grade)),
                                            source.publisher, source.title}});
        }
    }
    table.title = std::to_string(table.rows.size()) + (table.rows.size() == 1 ? " source" : " sources");
    if (table.rows.empty()) {
        answer.warnings.emplace_back("No source fits. 'burden sources' alone lists them all.");
    }
    answer.tables.push_back(std::move(table));
    answer.basis.as_of = to_text(facts.as_of);
    return answer;
}

Answer source_answer(const Source& source, const inputs::Facts& facts) {
    Answer answer{.command = "sources", .tables = {}};
    Table record{.id = "source",
                 .title = source.title,
                 .caption = source.key,
                 .columns = {{.key = "what", .label = "What", .words = true},
                             {.key = "text", .label = "Text", .words = true}},
                 .rows = {{.cells = {"Publisher", source.publisher}},
                          {.cells = {"Published", source.published}},
                          {.cells = {"Address", source.address.empty() ? Cell() : Cell(source.address)}},
                          {.cells = {"Grade", std::string(to_text(source.grade))}}}};
    if (!source.note.empty()) {
        record.rows.push_back({.cells = {"Note", source.note}});
    }
    answer.tables.push_back(std::move(record));
    Table used{.id = "source-facts",
               .title = "What rests on it",
               .columns = {{.key = "country", .label = "Country", .words = true},
                           {.key = "key", .label = "Key", .words = true},
                           {.key = "title", .label = "Title", .words = true},
                           {.key = "years", .label = "Years", .words = true}},
               .rows = {}};
    for (const Country& country : facts.countries) {
        for (const FactSeries& series : country.series) {
            std::vector<std::string> years;
            for (const Observation& observation : series.observations) {
                if (std::find(observation.sources.begin(), observation.sources.end(), source.key) !=
                    observation.sources.end()) {
                    years.push_back(inputs::when_of(country, series, observation));
                }
            }
            if (!years.empty()) {
                const bool run_of_years = years.size() > 3;
                used.rows.push_back(
                    {.cells = {country.code, series.key, series.title,
                               run_of_years ? years.front() + " to " + years.back() : joined(years)}});
            }
        }
    }
    if (used.rows.empty()) {
        answer.notes.emplace_back("No figure of the facts rests on it yet.");
    } else {
        answer.tables.push_back(std::move(used));
    }
    answer.basis.as_of = to_text(facts.as_of);
    return answer;
}

}  // namespace burden::brief
