#include <algorithm>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts_file_reader.hpp"
#include "burden/inputs/field_reader.hpp"
#include "burden/inputs/vocabulary_reader.hpp"

namespace burden::inputs {
namespace {

using calc::FiscalCalendar;

constexpr std::size_t most_choices = 100;

std::vector<std::string> month_names() {
    return {"January", "February", "March",     "April",   "May",      "June",
            "July",    "August",   "September", "October", "November", "December"};
}

std::optional<FiscalCalendar::NamedBy> named_by_of(std::string_view text) {
    return text == "start" ? std::optional(FiscalCalendar::NamedBy::start)
           : text == "end" ? std::optional(FiscalCalendar::NamedBy::end)
                           : std::nullopt;
}

FiscalCalendar read_fiscal_year(TableReader& root) {
    const TomlNode* const node = root.table("fiscal_year");
    if (node == nullptr) {
        return calc::calendar_year;
    }
    TableReader table(*node, "the fiscal year", root.problems());
    FiscalCalendar calendar;
    if (const TomlNode* const begins = table.required("begins")) {
        if (const auto month = word_of(*begins, "month", calc::month_of, month_names(), root.problems())) {
            calendar.first_month = *month;
        }
    }
    const TomlNode* const named = table.required("named_by");
    if (named != nullptr) {
        if (const auto by =
                word_of(*named, "end of a year", named_by_of, {"start", "end"}, root.problems())) {
            calendar.named_by = *by;
        }
    }
    table.refuse_others();
    // A month that could not be read is January here, which would be said to be at odds with "end".
    const TomlNode* const begins = table.find("begins");
    const bool january = begins != nullptr && calc::month_of(begins->text) == 1;
    if (january && calendar.named_by == FiscalCalendar::NamedBy::end) {
        root.problems().error(named->place, "a year that begins in January begins and ends in one year",
                              {.hint = "named_by = \"start\""});
    }
    return calendar;
}

void read_head(TableReader& root, Country& country, FileProblems& problems, Mentions& mentions) {
    country.name = root.text("name");
    country.also = root.texts("also");
    if (const TomlNode* const node = root.text_node("currency")) {
        country.currency = root.parsed(node, calc::Currency::read);
    }
    country.fiscal_year = read_fiscal_year(root);
    if (has_own_economy(root.node())) {
        country.own = read_own_economy(root, problems);
        mentions.set(Mention::Of::country_key, "base_year", root.find("country")->place);
    }
    if (country.own) {
        const calc::Currency currency = country.own->gdp.currency;
        if (country.currency && *country.currency != currency) {
            problems.error(root.find("gdp")->place, "'gdp' is in " + currency.code() +
                                                        ", and 'currency' is " + country.currency->code());
        }
        country.currency = currency;
    }
    for (const std::string key : {"name", "also", "currency", "fiscal_year"}) {
        if (const TomlNode* const node = root.find(key)) {
            mentions.set(Mention::Of::country_key, key, node->place);
        }
    }
}

void read_figures(TableReader& root, Country& country, FileProblems& problems, Mentions& mentions) {
    Keys keys;
    const auto add = [&](FactSeries series, const TomlNode& node) {
        keys.add(series.key, node, problems);
        country.series.push_back(std::move(series));
    };
    for (const TomlNode* const node : root.tables("series", most_series)) {
        if (!problems.full()) {
            add(read_series(*node, problems, mentions), *node);
        }
    }
    for (const TomlNode* const node : root.tables("fact", most_facts)) {
        if (!problems.full()) {
            add(read_fact(*node, problems, mentions), *node);
        }
    }
}

void read_choices(TableReader& root, Country& country, FileProblems& problems, Mentions& mentions) {
    for (const TomlNode* const node : root.tables("choice", most_choices)) {
        TableReader table(*node, "the choice", problems);
        Choice choice{.measure = read_measure(table, MeasuresOf::choices),
                      .use = table.required_text("use"),
                      .why = table.required_text("why", longest_note)};
        table.refuse_others();
        if (choice.measure.empty()) {
            continue;
        }
        const Place place = table.find("measure")->place;
        if (country.choice(choice.measure) != nullptr) {
            problems.error(place, "two choices are made for the measure '" + choice.measure + "'");
            continue;
        }
        mentions.set(Mention::Of::choice, choice.measure, place);
        if (const TomlNode* const use = table.find("use")) {
            mentions.set(Mention::Of::chosen_series, choice.measure, use->place);
        }
        country.choices.push_back(std::move(choice));
    }
}

}  // namespace

std::optional<Country> read_country(TableReader& root, FileProblems& problems, Mentions& mentions) {
    const TomlNode* const code = root.find("country");
    if (code == nullptr) {
        for (const std::string_view key :
             {"name", "also", "currency", "fiscal_year", "base_year", "gdp", "growth", "inflation",
              "base_share", "base_spending", "series", "fact", "choice"}) {
            if (const TomlNode* const node = root.find(key)) {
                problems.error(
                    {.line = node->place.line,
                     .column = 1,
                     .length = character_count(problems.line(node->place.line))},
                    "'" + std::string(key) + "' is said of a country, and the file has no 'country'");
                break;
            }
        }
        return std::nullopt;
    }
    Country country;
    country.code = read_code(*code, "country", problems);
    country.file = problems.name();
    read_head(root, country, problems, mentions);
    read_figures(root, country, problems, mentions);
    read_choices(root, country, problems, mentions);
    if (!has_own_economy(root.node())) {
        // Asked for, so that a slip in one of them is told from a key that no file has.
        for (const char* const key :
             {"base_year", "gdp", "growth", "inflation", "base_share", "base_spending"}) {
            root.find(key);
        }
    }
    return country;
}

}  // namespace burden::inputs
