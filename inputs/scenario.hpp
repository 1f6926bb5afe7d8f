/// A scenario: what is decided, what the world does, what is counted, and who says so.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "burden/inputs/diagnostic.hpp"
#include "burden/inputs/hosting.hpp"
#include "burden/inputs/renewal_question.hpp"
#include "burden/inputs/scenario_keys.hpp"
#include "burden/inputs/target_question.hpp"
#include "burden/models/change.hpp"

namespace burden::inputs {

/// A number by year or for every year, set or changed: shares and rates as 0.034, amounts in whole units.
struct NumberSetting {
    models::ChangeLayer<calc::Decimal> layer = {};
    std::optional<calc::Currency> currency = {};  ///< of an amount, the same in every year
    std::optional<FactReference> fact = {};       ///< the figure stands in the facts: `layer` is empty then
};

/// The value of a setting, by the form of its key: NumberSetting for share, rate, amount, number and base (a
/// base with a currency is an amount, without one a share); YearText for a year; for a denominator none is
/// the same year's; text for a key of facts and a country (its code in capitals).
using SettingValue = std::variant<NumberSetting, calc::YearText, bool, AskedShape, AskedAfterRule,
                                  std::optional<calc::YearText>, AskedRenewal, std::string,
                                  std::vector<std::string>, calc::Currency>;

/// Where a setting stands.
struct SettingPlace {
    std::string file = {};  ///< as the user named it; "--set"
    std::size_t line = 0;   ///< from 1; 0 for --set
    std::size_t column = 0;
    std::size_t length = 1;
    std::string excerpt = {};

    /// "plan.toml:7", "--set"
    std::string in_words() const;
};

/// One key of a file with its value.
struct Setting {
    KeyOfSubject key;
    std::string text;  ///< the value as it is written: "3.4%"
    SettingValue value;
    SettingPlace place;
};

/// A key and the two values that it is run at where assumptions are compared.
struct SwingRange {
    KeyOfSubject key;
    std::string low;  ///< as --set takes it: "-0.5 pp"
    std::string high;
    SettingPlace place = {};  ///< where it is stated; no file for the range that a key has of itself

    /// "jpn.growth=-1 pp:+1 pp", or with a bar: "jpn.hosting.renewal=flat|x4". Its place is --range.
    static calc::Parsed<SwingRange> read(std::string_view text);
    bool is_usual() const { return place.file.empty(); }
};

/// A diagnostic that points at a setting.
Diagnostic diagnostic_at(const Setting& setting, std::string message, std::vector<std::string> allowed = {});

/// One file as it was read.
struct ScenarioFile {
    std::string name;  ///< "plan.toml", or the name of a ready-made scenario
    bool ready_made = false;
    std::string text;  ///< all of it
    std::string title;
    std::string author;
    std::vector<std::string> leaves_out;  ///< what is not included, in sentences
    bool allow_extreme = false;
    std::vector<std::string> extends;        ///< names of the files below it; put together, as they are shown
    std::vector<SettingPlace> extends_at;    ///< where each of them is named
    std::vector<Setting> settings;           ///< in order of the file
    std::vector<SwingRange> ranges = {};     ///< of keys, for a tornado
    std::map<std::string, std::string> why;  ///< reasons by key, as `to_text` writes keys
};

/// Files put together, those that are extended before those that extend them.
struct Scenario {
    std::string name;  ///< as the user named it: "plan.toml+strong-yen"
    std::vector<ScenarioFile> files = {};
    std::vector<Setting> settings = {};   ///< of all files, in their order; of --set last
    std::vector<SwingRange> ranges = {};  ///< of all files, one a key

    /// "3.4 % of GDP by 2035", or titles with plus signs between them.
    std::string title() const;
    /// The settings of a key, the lowest first.
    std::vector<const Setting*> layers(std::string_view key, std::string_view subject) const;
    /// The one that counts of a key that cannot be changed by degrees; none where nobody sets it.
    const Setting* last(std::string_view key, std::string_view subject) const;
    /// The reason that stands in the file of one of its settings; empty where there is none.
    std::string reason_for(const Setting& setting) const;
    /// Codes of all countries that a setting is about, in the order of first mention.
    std::vector<std::string> countries() const;
};

/// Reads a file of the user, whole. `name` is as it stands in the scenario that extends it; `beside` is the
/// file that names it, empty for one of the command line. Gives text and the name to show.
struct FileText {
    std::string name;
    std::string text;
};
using FileOpener = std::function<Reading<FileText>(const std::string& name, const std::string& beside)>;

/// One file: TOML with 'extends', [policy], [assumptions], [basis], [ranges] and [why]:
/// docs/scenario-format.md.
Reading<ScenarioFile> read_scenario_file(std::string_view bytes, std::string_view name);

/// A setting of the command line: "jpn.target.share=3.4%". `allow_extreme` as in a file.
Reading<Setting> read_setting(std::string_view text, bool allow_extreme);

/// "plan.toml", "parity-2035", "plan.toml+strong-yen": files and ready-made scenarios with what they extend.
/// Two that set one key are refused with both places, unless one of them extends the other. A name with a
/// point or a slash in it is a file; any other is a ready-made scenario.
Reading<Scenario> scenario_of(std::string_view names, const FileOpener& open);

/// The same scenario with settings of the command line over it.
Reading<Scenario> with_settings(Scenario scenario, const std::vector<std::string>& settings);

/// A scenario that is compiled in.
struct ReadyMade {
    std::string_view name;
    std::string_view text;
};
/// All of them, in order of name.
std::span<const ReadyMade> ready_made_scenarios();

}  // namespace burden::inputs
