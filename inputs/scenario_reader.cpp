#include <algorithm>

#include "burden/calc/nearest.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/scenario.hpp"
#include "burden/inputs/scenario_settings.hpp"
#include "burden/inputs/scenario_value.hpp"
#include "burden/inputs/table_reader.hpp"

namespace burden::inputs {
namespace {

using Kind = TomlNode::Kind;

constexpr std::size_t most_extended = 8;

/// Names of files and ready-made scenarios below this one, and where they stand.
void read_extends(TableReader& root, ScenarioFile& file, FileProblems& problems) {
    file.extends = root.texts("extends");
    const TomlNode* const node = root.find("extends");
    if (file.extends.size() > most_extended) {
        problems.error(node->place, "'extends' names " + std::to_string(file.extends.size()) +
                                        " scenarios; at most " + std::to_string(most_extended) + " are read");
        file.extends.clear();
    }
    for (const std::string& name : file.extends) {
        const auto item = std::find_if(node->items.begin(), node->items.end(),
                                       [&](const TomlNode& other) { return other.text == name; });
        file.extends_at.push_back(place_in(problems, item == node->items.end() ? node->place : item->place));
    }
}

/// Reads reasons, whose keys are quoted or dotted.
class ReasonsReader {
public:
    ReasonsReader(const std::set<KeyOfSubject>& mentioned, FileProblems& problems)
        : mentioned_(mentioned), problems_(problems) {}

    void read(const TomlNode& table, const std::string& prefix) {
        for (const TomlEntry& entry : table.entries) {
            const std::string name = prefix + entry.key;
            if (entry.value.kind == Kind::table) {
                read(entry.value, name + ".");
            } else {
                add(name, entry);
            }
        }
    }

    std::map<std::string, std::string> result() { return std::move(reasons_); }

private:
    void add(const std::string& name, const TomlEntry& entry) {
        const auto key = read_key_name(name);
        if (!key) {
            problems_.error(entry.place, key.fault().message,
                            {.allowed = key.fault().allowed, .nearest = key.fault().nearest});
            return;
        }
        const std::string full = to_text(*key);
        if (!mentioned_.contains(*key)) {
            std::vector<std::string> set;
            for (const KeyOfSubject& other : mentioned_) {
                set.push_back(to_text(other));
            }
            problems_.error(entry.place, calc::quoted(full) + " has a reason, and this file does not set it",
                            {.nearest = calc::nearest(full, set)});
            return;
        }
        const std::string reason =
            text_of(entry.value, "the reason for '" + full + "'", longest_note, problems_);
        if (!reasons_.emplace(full, reason).second) {
            problems_.error(entry.place, calc::quoted(full) + " has two reasons");
        }
    }

    const std::set<KeyOfSubject>& mentioned_;
    FileProblems& problems_;
    std::map<std::string, std::string> reasons_;
};

/// Reads the ranges of keys, which are quoted or dotted.
class RangesReader {
public:
    RangesReader(bool allow_extreme, FileProblems& problems)
        : allow_extreme_(allow_extreme), problems_(problems) {}

    void read(const TomlNode& table, const std::string& prefix) {
        for (const TomlEntry& entry : table.entries) {
            const std::string name = prefix + entry.key;
            if (entry.value.kind == Kind::table) {
                read(entry.value, name + ".");
            } else if (!problems_.full()) {
                add(name, entry);
            }
        }
    }

    std::vector<SwingRange> result() { return std::move(ranges_); }

private:
    void add(const std::string& name, const TomlEntry& entry) {
        const auto key = read_key_name(name);
        if (!key) {
            problems_.error(entry.place, key.fault().message,
                            {.allowed = key.fault().allowed, .nearest = key.fault().nearest});
            return;
        }
        const std::string text =
            text_of(entry.value, "the range of '" + to_text(*key) + "'", longest_title, problems_);
        if (text.empty()) {
            return;
        }
        auto range = SwingRange::read(to_text(*key) + "=" + text);
        if (!range) {
            problems_.error(entry.value.place, range.fault().message, {.allowed = {"LOW:HIGH", "LOW|HIGH"}});
            return;
        }
        for (const std::string& end : {range->low, range->high}) {
            if (const auto value = read_setting_value(*key->key, end, allow_extreme_); !value) {
                problems_.error(entry.value.place, value.fault().message,
                                {.allowed = value.fault().allowed, .nearest = value.fault().nearest});
                return;
            }
        }
        const bool twice = std::any_of(ranges_.begin(), ranges_.end(),
                                       [&](const SwingRange& other) { return other.key == *key; });
        if (twice) {
            problems_.error(entry.place, calc::quoted(to_text(*key)) + " has two ranges");
            return;
        }
        SwingRange one = *range;
        one.place = place_in(problems_, entry.value.place);
        ranges_.push_back(std::move(one));
    }

    bool allow_extreme_;
    FileProblems& problems_;
    std::vector<SwingRange> ranges_;
};

/// The table of a key that stands outside of every section, by its name or what it holds; none where it is no
/// key at all.
std::optional<Section> section_of(const TomlNode& node, const std::string& name) {
    if (const auto key = read_key_name(name)) {
        return key->key->section;
    }
    if (node.kind == Kind::table) {
        for (const TomlEntry& entry : node.entries) {
            if (const auto section = section_of(entry.value, name + "." + entry.key)) {
                return section;
            }
        }
    }
    return std::nullopt;
}

/// Reports what nobody asked for; a key that lacks its section is told where it belongs.
void refuse_others(const TomlNode& root, FileProblems& problems) {
    const std::vector<std::string> known = {"title",  "author",      "extends", "leaves_out", "allow_extreme",
                                            "policy", "assumptions", "basis",   "ranges",     "why"};
    for (const TomlEntry& entry : root.entries) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end() || problems.full()) {
            continue;
        }
        if (const auto section = section_of(entry.value, entry.key)) {
            problems.error(entry.place, calc::quoted(entry.key) + " stands in no section",
                           {.hint = "it belongs below [" + std::string(to_text(*section)) + "]"});
        } else {
            problems.error(entry.place, "unknown key " + calc::quoted(entry.key) + " in the scenario",
                           one_of(known, entry.key));
        }
    }
}

}  // namespace

Reading<ScenarioFile> read_scenario_file(std::string_view bytes, std::string_view name) {
    const std::string_view text = without_byte_order_mark(bytes);
    FileProblems problems(text.substr(0, std::min(text.size(), largest_file)), name);
    auto root = read_toml(text, problems);
    if (!root) {
        return problems.diagnostics();
    }
    // What the file lacks is missed nowhere in particular.
    root->place = {};
    ScenarioFile file;
    file.name = std::string(name);
    file.text = std::string(bytes);
    TableReader table(*root, "the scenario", problems);
    // A file may be empty, as the baseline is; it goes by its name then.
    file.title = table.find("title") == nullptr ? file.name : table.text("title");
    file.author = table.text("author");
    file.leaves_out = table.texts("leaves_out");
    file.allow_extreme = table.truth("allow_extreme", false);
    read_extends(table, file, problems);
    for (const Section section : {Section::policy, Section::assumptions, Section::basis}) {
        table.table(to_text(section));
    }
    FileSettings settings = read_settings(*root, file.allow_extreme, problems);
    if (const TomlNode* const ranges = table.table("ranges")) {
        RangesReader reader(file.allow_extreme, problems);
        reader.read(*ranges, "");
        file.ranges = reader.result();
    }
    if (const TomlNode* const why = table.table("why")) {
        ReasonsReader reasons(settings.mentioned, problems);
        reasons.read(*why, "");
        file.why = reasons.result();
    }
    refuse_others(*root, problems);
    file.settings = std::move(settings.settings);
    if (problems.has_errors()) {
        return problems.diagnostics();
    }
    return {std::move(file), problems.diagnostics()};
}

}  // namespace burden::inputs
