/// Published figures as they were read: what, whose, when, in which unit, from which source.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/calendar.hpp"
#include "burden/calc/money.hpp"
#include "burden/calc/parse.hpp"
#include "burden/inputs/fact_unit.hpp"
#include "burden/inputs/hosting.hpp"

namespace burden::inputs {

/// How far a figure has come from a wish to an account; a figure's certainty grows from projection to
/// outturn.
enum class Stage { request, initial, supplementary, with_supplementary, outturn, estimate, projection };

/// How far a source is to be trusted.
enum class Grade { official, press, weak };

/// One figure of a series.
struct Observation {
    calc::Year year;      ///< its year; the first of a term
    calc::Year to;        ///< the last of a term; else the same year
    calc::Date date;      ///< of a stock or rate at a date; else all zero
    std::string text;     ///< the figure as its source prints it
    calc::Decimal value;  ///< the figure, in the series' unit
    Stage stage = Stage::outturn;
    std::vector<std::string> sources;  ///< keys, at least one
    std::string published;             ///< as far as it is known
    std::string note;
    std::string superseded;  ///< why it is no longer right; never chosen then
};

/// One thing measured one way: a `[[series]]`, or a `[[fact]]` with its one observation.
struct FactSeries {
    std::string key;
    std::string measure;
    std::string title;
    FactUnit unit;
    PeriodBasis period = PeriodBasis::per_calendar_year;
    calc::Prices prices = calc::Prices::current();
    std::string definition;
    std::string vintage;
    std::string note;
    std::vector<Observation> observations;  ///< in order of time
    std::string file;                       ///< where it was read; empty when compiled in

    /// The observation of a year that is not superseded.
    const Observation* at(calc::Year year) const;
};

/// Which of several series of a measure a run uses, and why.
struct Choice {
    std::string measure;
    std::string use;  ///< key of a series
    std::string why;
};

/// The six-line economy of a user's own file.
struct OwnEconomy {
    calc::YearText base_year;
    calc::Amount gdp;
    calc::ByYear growth;
    calc::ByYear inflation;
    std::optional<calc::Decimal> base_share;
    std::optional<calc::Amount> base_spending;
};

struct Country {
    std::string code;  ///< ISO 3166 alpha-3, or a user's own three letters
    std::string name;
    std::vector<std::string> also;
    std::optional<calc::Currency> currency;
    calc::FiscalCalendar fiscal_year;
    std::vector<FactSeries> series;
    std::vector<Choice> choices;
    std::optional<OwnEconomy> own;
    std::string file;  ///< where it was read; empty when compiled in

    const FactSeries* find(std::string_view key) const;
    std::vector<const FactSeries*> measuring(std::string_view measure) const;
    const Choice* choice(std::string_view measure) const;
};

struct Source {
    std::string key;
    std::string title;
    std::string publisher;
    std::string published;  ///< "2026-04-14", "2026-04", "2026" or "undated"
    std::string address;
    Grade grade = Grade::weak;
    std::string note;
};

/// A spending aim that several countries share, as a text sets it.
struct Aim {
    std::string key;
    std::string title;
    std::string set_by;                ///< "NATO"
    std::string asks;                  ///< what is to be reached, in words
    calc::Year due;                    ///< the calendar year it is to be reached in
    std::optional<calc::Year> review;  ///< the calendar year in which those who set it look at it again
    std::string published;             ///< as far as it is known
    std::vector<std::string> sources;  ///< keys, at least one
    std::string note;
};

/// Everything that is known to a run.
struct Facts {
    calc::Date as_of;                       ///< the day the compiled-in facts were gathered
    std::vector<Country> countries;         ///< in order of code
    std::map<std::string, Source> sources;  ///< by key
    std::vector<Aim> aims;                  ///< in order of the files
    // Of hosting, in order of the files.
    std::vector<Arrangement> arrangements;
    std::vector<LedgerAccount> accounts;
    std::vector<LedgerAside> asides;
    std::vector<Claim> claims;

    const Country* find_country(std::string_view code) const;
    const Arrangement* find_arrangement(std::string_view key) const;
};

/// Where a reference leads.
struct ReferredFact {
    const Country* country = nullptr;
    const FactSeries* series = nullptr;
    const Observation* observation = nullptr;
};

/// The figure of a reference, superseded or not; none where there is no such figure.
std::optional<ReferredFact> referred(const Facts& facts, const FactReference& reference);

/// A measure of the vocabulary: docs/facts-format.md, "Measures".
struct Measure {
    std::string_view name;
    std::string_view meaning;
    std::vector<FactUnit::Kind> kinds;  ///< units it may be counted in; empty for any
};
std::span<const Measure> measures();

std::string_view to_text(Stage stage);
std::string_view to_text(Grade grade);
std::optional<Stage> stage_of(std::string_view text);
std::optional<Grade> grade_of(std::string_view text);

}  // namespace burden::inputs
