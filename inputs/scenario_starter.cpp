#include "burden/inputs/scenario_starter.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace burden::inputs {
namespace {

/// Longest line of a comment, in bytes.
constexpr std::size_t longest_line = 100;

/// Values of keys for which those of their form would be out of range or out of place.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> own_samples = {{
    {"target.base_related", "\"0.2%\""},
    {"target.related", "\"1.5%\""},
    {"government_expenditure", "\"+1 pp\""},
    {"fx", "\"150\""},
    {"base.year", "\"FY2025\""},
    {"hosting.reading", "\"as-quoted\""},
    {"presence.members", "\"50,000\""},
    {"base.gdp", "\"650 tn JPY\""},
}};

std::string_view sample_of(ValueForm form) {
    switch (form) {
        case ValueForm::share:
            return "\"3%\"";
        case ValueForm::rate:
            return "\"1%\"";
        case ValueForm::amount:
            return "\"500 bn JPY\"";
        case ValueForm::number:
            return "\"100\"";
        case ValueForm::year:
            return "\"FY2035\"";
        case ValueForm::truth:
            return "true";
        case ValueForm::path:
            return "\"linear\"";
        case ValueForm::after_rule:
            return "\"hold-share\"";
        case ValueForm::denominator:
            return "\"same-year\"";
        case ValueForm::renewal:
            return "\"cpi:cap=5%\"";
        case ValueForm::base:
            return "\"11 tn JPY\"";
        case ValueForm::key_of_facts:
            return "\"sipri-fy\"";
        case ValueForm::country:
            return "\"USA\"";
        case ValueForm::countries:
            return "\"JPN, USA\"";
        case ValueForm::currency:
            return "\"USD\"";
        case ValueForm::prices:
            break;
    }
    return "\"constant:2025\"";
}

/// A text as comment lines.
std::string comment(std::string_view text) {
    std::string lines;
    std::size_t used = longest_line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (used + 1 + word.size() > longest_line) {
            lines += std::string(lines.empty() ? "" : "\n") + "#";
            used = 1;
        }
        lines += ' ';
        lines += word;
        used += 1 + word.size();
    }
    return lines + '\n';
}

/// A text between quotes of TOML.
std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result + '"';
}

std::string name_below(const ScenarioKey& key) {
    return std::string(key.name) + (key.subject == Subject::currency ? ".jpy" : "");
}

/// What a key means, and a line that sets it; a comment unless it is `active`.
std::string lines_of(const ScenarioKey& key, bool active) {
    std::string values = "Values: " + std::string(key.range);
    values += key.by_year ? "; by year" : "";
    values += key.changes ? "; or a change" : "";
    return comment(std::string(key.meaning) + ".") + comment(values + ".") +
           comment("Without it: " + std::string(key.otherwise) + ".") + (active ? "" : "# ") +
           name_below(key) + " = " + sample_value(key) + "\n";
}

bool is_active(const ScenarioKey& key) { return key.name == "target.share" || key.name == "target.by"; }

std::string_view meaning_of(Section section) {
    switch (section) {
        case Section::policy:
            return "What is decided";
        case Section::assumptions:
            return "What the world does";
        case Section::basis:
            break;
    }
    return "What is counted, and how it is shown";
}

/// The keys of a section: those of a country below its own heading, then the others.
std::string section_lines(Section section) {
    std::string lines;
    for (const bool by_country : {true, false}) {
        std::string below;
        for (const ScenarioKey& key : scenario_keys()) {
            if (key.section == section && (key.subject == Subject::country) == by_country) {
                below += "\n" + lines_of(key, is_active(key));
            }
        }
        if (!below.empty()) {
            const std::string name(to_text(section));
            lines +=
                "\n" +
                (by_country ? comment(std::string(meaning_of(section)) + ", by country.") : std::string()) +
                "[" + name + (by_country ? ".jpn" : "") + "]\n" + below;
        }
    }
    return lines;
}

}  // namespace

std::string sample_value(const ScenarioKey& key) {
    const auto* const own = std::find_if(own_samples.begin(), own_samples.end(),
                                         [&](const auto& sample) { return sample.first == key.name; });
    return std::string(own != own_samples.end() ? own->second : sample_of(key.form));
}

std::string starter_scenario(std::string_view title) {
    std::string text =
        "# A scenario of burden: what is decided, what the world does, how the answer is counted and shown.\n"
        "# Lines that begin with # do nothing; take the # away to set what they say.\n"
        "# 'burden run FILE' runs it, 'burden show FILE' says what it changes, 'burden keys' lists all "
        "keys.\n\n";
    text += "title = " + in_quotes(title) + "\n";
    text +=
        "# author = \"your name\"\n"
        "# The scenario below this one, or several: [\"baseline\", \"strong-yen\"].\n"
        "# extends = \"baseline\"\n"
        "# What a reader could take for included, and is not; it stands under the answer.\n"
        "# leaves_out = [\"What a weaker yen does to prices.\"]\n"
        "# Takes shares of GDP above 25 %, which are refused otherwise as slips.\n"
        "# allow_extreme = true\n";
    for (const Section section : {Section::policy, Section::assumptions, Section::basis}) {
        text += section_lines(section);
    }
    return text +
           "\n# Where each figure comes from, or that it is an assumption.\n"
           "[why]\n"
           "\"jpn.target.share\" = \"an assumption\"\n"
           "\"jpn.target.by\"    = \"an assumption\"\n";
}

}  // namespace burden::inputs
