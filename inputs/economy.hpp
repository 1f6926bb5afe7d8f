/// A country's economy for a model: published figures put into the years of a budget, carried on, or
/// overridden.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/inputs/chosen.hpp"
#include "burden/models/economy.hpp"

namespace burden::inputs {

/// How certain a year is. A year made of parts of two is as certain as the less certain of them.
enum class Certainty { outturn, estimate, given, projection, extended };

/// "", "e", "g", "p" or "x": the mark behind a year.
std::string mark_of(Certainty certainty);

/// What a user puts in place of a country's own figures.
struct EconomyOverrides {
    std::optional<calc::Amount> gdp = {};        ///< of the base year
    std::optional<calc::ByYear> growth = {};     ///< real growth after the base year
    std::optional<calc::ByYear> inflation = {};  ///< rise of the GDP deflator after the base year
};

/// An economy and where it comes from.
struct SourcedEconomy {
    models::Economy<calc::Decimal> economy;  ///< by the years of `calendar`, over the years asked for
    calc::Series<Certainty> certainty;       ///< of its GDP
    std::string gdp_words;  ///< whose GDP, which vintage, how put into these years, from when extended
    std::string vintage;    ///< of GDP: "IMF, April 2026"
    std::vector<std::string> sources;
};

/// The economy of a country over `first` to `last` in the years of `calendar`, with what the user overrides
/// after `base`. Its GDP and deflator are of one definition and vintage, else a diagnostic.
Reading<SourcedEconomy> economy_of(const Country& country, const calc::FiscalCalendar& calendar,
                                   calc::Year first, calc::Year base, calc::Year last,
                                   const EconomyOverrides& overrides);

/// The deflator that goes with a series of GDP: of the same definition and vintage; none where there is none.
const FactSeries* deflator_of(const Country& country, const FactSeries& gdp);

/// How certain the GDP of each year of `calendar` is.
calc::Series<Certainty> certainty_of(const Country& country, const FactSeries& gdp,
                                     const calc::FiscalCalendar& calendar, calc::Year first, calc::Year last);

/// Whose GDP, which vintage, how it is put into the years of `calendar`, and from when on it is carried on
/// when it is asked for up to `last`.
std::string gdp_words(const Country& country, const FactSeries& gdp, const calc::FiscalCalendar& calendar,
                      calc::Year last);

/// The economy of an OwnEconomy, from its base year to `last`. `where` says where its figures stand: "in
/// uto.toml", "on the command line".
Reading<SourcedEconomy> economy_of(const OwnEconomy& own, calc::Year last, const std::string& where);

}  // namespace burden::inputs
