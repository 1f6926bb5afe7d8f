/// A target table's figures: a question put to the facts and the model.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/defence.hpp"
#include "burden/inputs/target_question.hpp"
#include "burden/models/target_summary.hpp"

namespace burden::inputs {

/// One target by one path.
struct TargetCase {
    std::string target;  ///< the share as it was typed, or "3.5%+1.5%" for a split one
    std::string path;    ///< the shape as it was typed
    calc::Decimal share;
    AskedShape shape;
    models::TargetPath<calc::Decimal> years;  ///< in the unit that was asked for
    std::optional<models::TargetPath<calc::Decimal>> core = {};
    std::optional<models::TargetPath<calc::Decimal>> related = {};
    models::TargetSummary summary;
};

/// All targets of one country, and what they rest on.
struct TargetRun {
    std::string code;  ///< "JPN"; empty when only the command line speaks
    std::string name;
    calc::FiscalCalendar calendar;  ///< of the years
    calc::Year from;
    calc::Year due;
    calc::Year to;
    calc::Unit unit;           ///< of every amount
    calc::Decimal base_share;  ///< of the denominator
    calc::Series<Certainty> certainty;
    std::string base_mark;                 ///< of the base year's spending
    std::vector<TargetCase> cases;         ///< shapes within shares
    std::optional<OwnEconomy> own = {};    ///< a user's own economy; none where facts speak
    std::string given = {};                ///< where that stands: "in uto.toml"
    std::optional<SourcedRate> rate = {};  ///< none without conversion
    const FactSeries* plan = nullptr;      ///< that is the baseline; none where another is

    std::string spending_words;
    std::string why;  ///< of the choice of that spending
    std::string gdp_words;
    std::string denominator_words;
    std::string baseline_words;
    std::string after_words;  ///< empty when no year follows the year due
    std::string prices_words;
    std::vector<std::string>
        remarks;  ///< what a reader must know: target already met, own rule of the country, …
    std::vector<std::string> sources;
};

/// The targets of a country with published facts, or of one that a user's file defines.
Reading<TargetRun> target_run(const Facts& facts, const Country& country, const TargetQuestion& question);

/// The targets of an economy that only the user's words make; `where` says where they stand: "on the command
/// line".
Reading<TargetRun> target_run(const Facts& facts, const OwnEconomy& own, const std::string& where,
                              const TargetQuestion& question);

}  // namespace burden::inputs
