#include "burden/inputs/scenario_settings.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_value.hpp"
#include "burden/inputs/table_reader.hpp"

namespace burden::inputs {
namespace {

using Kind = TomlNode::Kind;

/// Characters that a value may have.
constexpr std::size_t longest_value = longest_note;

bool is_code(std::string_view text) {
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Whether keys begin with a name in small letters and a point: "jpn", "jpn.target", "fx".
bool goes_on(std::string_view name) {
    const std::size_t point = std::min(name.find('.'), name.size());
    const std::string_view first = name.substr(0, point);
    if (point == name.size()) {
        return is_code(first) || first == "fx";
    }
    const std::string rest = std::string(name.substr(point + 1)) + ".";
    const auto keys = scenario_keys();
    return is_code(first) && std::any_of(keys.begin(), keys.end(), [&](const ScenarioKey& key) {
               return key.subject == Subject::country && key.name.starts_with(rest);
           });
}

bool begins_with_section(std::string_view name) {
    return name.starts_with("policy.") || name.starts_with("assumptions.") || name.starts_with("basis.");
}

/// Keys that TOML takes for those of a section when they are written below it.
bool stands_on_top(std::string_view key) {
    return key == "title" || key == "author" || key == "extends" || key == "leaves_out" ||
           key == "allow_extreme";
}

/// Where a fault of a text lies: the whole of it is shown with its quotes.
Place place_of_value(const calc::Fault& fault, const TomlNode& node, const FileProblems& problems) {
    const bool whole = fault.at == 0 && fault.length >= node.text.size();
    return whole ? node.place : place_of(fault, node, problems);
}

/// Gathers settings from tables within tables.
class SettingsReader {
public:
    SettingsReader(bool allow_extreme, FileProblems& problems)
        : allow_extreme_(allow_extreme), problems_(problems) {}

    void read(Section section, const TomlNode& table, const std::string& prefix) {
        for (const TomlEntry& entry : table.entries) {
            if (problems_.full()) {
                return;
            }
            const std::string name = prefix + calc::lower_case(entry.key);
            const auto key =
                read_key_name(begins_with_section(name) ? name : std::string(to_text(section)) + "." + name);
            const bool is_table = entry.value.kind == Kind::table;
            if (key && key->key->section != section) {
                const std::string right(to_text(key->key->section));
                problems_.error(entry.place,
                                calc::quoted(to_text(*key)) + " stands in [" + right + "], not in [" +
                                    std::string(to_text(section)) + "]",
                                {.nearest = right + "." + to_text(*key)});
            } else if (key) {
                result_.mentioned.insert(*key);
                add(*key, entry);
            } else if (is_table && goes_on(name)) {
                read(section, entry.value, name + ".");
            } else {
                refuse(entry, name, prefix.empty(), key.fault());
            }
        }
    }

    FileSettings result() {
        std::vector<Setting>& all = result_.settings;
        std::sort(all.begin(), all.end(), [](const Setting& a, const Setting& b) {
            return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
        });
        std::map<KeyOfSubject, std::size_t> lines;
        for (const Setting& setting : all) {
            const auto [known, is_new] = lines.emplace(setting.key, setting.place.line);
            if (!is_new) {
                problems_.error({setting.place.line, setting.place.column, setting.place.length},
                                calc::quoted(to_text(setting.key)) + " is set twice: in line " +
                                    std::to_string(known->second) + " too");
            }
        }
        return std::move(result_);
    }

private:
    /// Reports what is no key, with what it may have been.
    void refuse(const TomlEntry& entry, std::string_view name, bool outermost, const calc::Fault& fault) {
        const bool unknown = fault.message.starts_with("unknown key");
        if (unknown && stands_on_top(entry.key)) {
            problems_.error(entry.place, calc::quoted(entry.key) + " is no setting of a section",
                            {.hint = "it stands at the top of the file, before the first section"});
        } else if (unknown && outermost && entry.value.kind == Kind::table) {
            problems_.error(entry.place, calc::quoted(name) + " is no country in three letters",
                            {.allowed = {"a code of ISO 3166, such as JPN"}});
        } else {
            problems_.error(
                entry.place, fault.message,
                {.allowed = fault.allowed,
                 .nearest = fault.nearest,
                 .hint = fault.allowed.empty() && fault.nearest.empty() ? "burden keys  lists what may be set"
                                                                        : ""});
        }
    }

    void add(const KeyOfSubject& key, const TomlEntry& entry) {
        const std::string what = "'" + to_text(key) + "'";
        auto setting =
            entry.value.kind == Kind::table ? by_year(key, entry, what) : of_text(key, entry.value, what);
        if (setting) {
            result_.settings.push_back(std::move(*setting));
        }
    }

    std::optional<Setting> of_text(const KeyOfSubject& key, const TomlNode& node, const std::string& what) {
        const auto text = written(*key.key, node, what);
        if (!text) {
            return std::nullopt;
        }
        const auto value = read_setting_value(*key.key, *text, allow_extreme_);
        if (!value) {
            const calc::Fault& fault = value.fault();
            problems_.error(place_of_value(fault, node, problems_), fault.message,
                            {.allowed = fault.allowed,
                             .nearest = fault.nearest,
                             .hint = hint_on_value(*key.key, *text, allow_extreme_)});
            return std::nullopt;
        }
        return Setting{key, *text, *value, place_in(problems_, node.place)};
    }

    /// The text of a value, of whatever kind its key may have without quotes.
    std::optional<std::string> written(const ScenarioKey& key, const TomlNode& node,
                                       const std::string& what) {
        const bool whole =
            node.kind == Kind::whole && (key.form == ValueForm::year || key.form == ValueForm::number);
        if (whole || (key.form == ValueForm::truth && node.kind == Kind::truth)) {
            return node.text;
        }
        if (key.form == ValueForm::truth) {
            problems_.error(
                node.place,
                what + " is true or false, not " +
                    (node.kind == Kind::text ? calc::quoted(node.text) : std::string(in_words(node.kind))),
                {.allowed = {"true", "false"}, .hint = "without quotes"});
            return std::nullopt;
        }
        if (node.kind == Kind::list) {
            problems_.error(
                node.place, what + " is a text, not a list",
                {.hint = key.form == ValueForm::countries ? "one text with commas in it: \"JPN, USA\"" : ""});
            return std::nullopt;
        }
        if (node.kind == Kind::date && key.form == ValueForm::year) {
            problems_.error(node.place, what + " is a year, not a date", {.allowed = {"FY2035", "2035"}});
            return std::nullopt;
        }
        const std::string text = text_of(node, what, longest_value, problems_);
        return text.empty() ? std::nullopt : std::optional(text);
    }

    std::optional<Setting> by_year(const KeyOfSubject& key, const TomlEntry& entry, const std::string& what) {
        if (!key.key->by_year) {
            problems_.error(entry.place, what + " is one value, not a table",
                            {.allowed = {std::string(key.key->range)}});
            return std::nullopt;
        }
        if (entry.value.entries.empty()) {
            problems_.error(entry.place, what + " is a table without years",
                            {.allowed = {"YEAR = VALUE, such as 2027 = …"}});
            return std::nullopt;
        }
        FiguresByYear figures(*key.key);
        std::string all;
        const std::size_t errors = problems_.errors();
        for (const TomlEntry& one : entry.value.entries) {
            const auto text = written(*key.key, one.value, what + " of " + one.key);
            if (!text) {
                continue;
            }
            all += (all.empty() ? "" : ",") + one.key + "=" + *text;
            if (const auto refusal = figures.add(one.key, *text)) {
                const calc::Fault& fault = refusal->fault;
                problems_.error(refusal->of_year ? one.place : place_of_value(fault, one.value, problems_),
                                fault.message, {.allowed = fault.allowed, .nearest = fault.nearest});
            }
        }
        return problems_.errors() > errors ? std::nullopt
                                           : std::optional(Setting{key, all, SettingValue(figures.setting()),
                                                                   place_in(problems_, entry.place)});
    }

    bool allow_extreme_;
    FileProblems& problems_;
    FileSettings result_;
};

}  // namespace

SettingPlace place_in(const FileProblems& problems, const Place& place) {
    Diagnostic at = problems.at(place);
    return {.file = std::move(at.file),
            .line = at.line,
            .column = at.column,
            .length = at.length,
            .excerpt = std::move(at.excerpt)};
}

FileSettings read_settings(const TomlNode& root, bool allow_extreme, FileProblems& problems) {
    SettingsReader reader(allow_extreme, problems);
    for (const Section section : {Section::policy, Section::assumptions, Section::basis}) {
        for (const TomlEntry& entry : root.entries) {
            if (entry.key == to_text(section) && entry.value.kind == Kind::table) {
                reader.read(section, entry.value, "");
            }
        }
    }
    return reader.result();
}

}  // namespace burden::inputs
