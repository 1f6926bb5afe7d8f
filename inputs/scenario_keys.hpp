/// What a scenario may set: the one table that its reader, `burden keys` and the split of a difference use.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/fault.hpp"

namespace burden::inputs {

/// Where a key stands in a file.
enum class Section {
    policy,       ///< what is decided
    assumptions,  ///< what the world does
    basis         ///< what is counted, and how it is shown
};

/// What a changed key counts to when a difference is split.
enum class ChangeGroup {
    policy,
    growth,
    inflation,
    exchange_rate,
    population,
    finance,  ///< interest, balances, yields of taxes
    definition,
    data,
    shown
};

/// What a key is about: its name begins with the code of a country ("jpn.target.share") or stands alone, or
/// names a currency ("fx.jpy").
enum class Subject { country, currency, run };

/// How a value is written.
enum class ValueForm {
    share,         ///< "3.4%"
    rate,          ///< a rise a year: "1.2%"
    amount,        ///< "8 bn USD"; of a year
    number,        ///< "54288", "150"
    year,          ///< "FY2035", 2035
    truth,         ///< true, false
    path,          ///< AskedShape: "linear", "growth:limit=8%"
    after_rule,    ///< AskedAfterRule: "hold-share"
    denominator,   ///< "same-year", "FY2022"
    renewal,       ///< AskedRenewal: "x4"
    base,          ///< an amount, or a share of GDP
    key_of_facts,  ///< of a series or a quoted reading
    country,       ///< "USA"
    countries,     ///< "JPN, USA"
    currency,      ///< "USD"
    prices         ///< "current", "constant:2025"
};

/// One thing that a scenario may set.
struct ScenarioKey {
    std::string_view name;  ///< "target.share", after the country; "fx" before the currency; "to"
    Subject subject = Subject::country;
    Section section = Section::policy;
    ChangeGroup group = ChangeGroup::policy;
    ValueForm form = ValueForm::share;
    bool by_year = false;         ///< may be a table by year
    bool changes = false;         ///< may be a change: "+0.5 pp", "×1.1"; then it may also be a fact
    std::string_view low = {};    ///< least value, as it is written; empty for none
    std::string_view high = {};   ///< most; what lies outside is refused
    std::string_view unit = {};   ///< "% of GDP", "JPY per USD"; empty where it has none
    std::string_view range = {};  ///< in words: "0 to 100 %, above 25 % with allow_extreme"
    std::string_view meaning = {};
    std::string_view otherwise = {};  ///< what holds where nobody sets it
    /// Ends of its range in a tornado, "-0.5 pp" and "+0.5 pp"; empty for a key that takes part only when a
    /// range is given.
    std::string_view swing_low = {};
    std::string_view swing_high = {};
    bool beside_financing = false;  ///< means nothing where nobody says how the extra is paid for
};

/// All of them, in the order of the sections.
std::span<const ScenarioKey> scenario_keys();

/// A key with what it is about.
struct KeyOfSubject {
    const ScenarioKey* key = nullptr;
    std::string subject = {};  ///< "JPN", "JPY"; empty for the run

    friend bool operator==(const KeyOfSubject&, const KeyOfSubject&) = default;
    friend auto operator<=>(const KeyOfSubject&, const KeyOfSubject&) = default;
};

/// "jpn.target.share", with or without its section before it ("policy.jpn.target.share"), in any case. An
/// unknown name comes back as a fault with the nearest one.
calc::Parsed<KeyOfSubject> read_key_name(std::string_view text);

/// "jpn.target.share", "fx.jpy", "to".
std::string to_text(const KeyOfSubject& key);
/// As it is listed: "COUNTRY.target.share", "fx.CURRENCY", "to".
std::string pattern_of(const ScenarioKey& key);

std::string_view to_text(Section section);
std::string_view to_text(ChangeGroup group);

}  // namespace burden::inputs
