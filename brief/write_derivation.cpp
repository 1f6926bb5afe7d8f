/// Derivations for other programs: LaTeX, graphviz, JSON.
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>

#include "burden/brief/citations.hpp"
#include "burden/brief/derivation.hpp"
#include "burden/brief/derivation_outline.hpp"
#include "burden/brief/utf8.hpp"

namespace burden::brief {

using calc::DerivationStep;
using calc::Operation;

namespace {

// LaTeX

std::string latex_escaped(std::string_view text) {
    static const std::vector<std::pair<std::string_view, std::string_view>> special = {
        {"\\", "\\textbackslash{}"},
        {"{", "\\{"},
        {"}", "\\}"},
        {"$", "\\$"},
        {"&", "\\&"},
        {"#", "\\#"},
        {"_", "\\_"},
        {"%", "\\%"},
        {"~", "\\textasciitilde{}"},
        {"^", "\\textasciicircum{}"},
        {"−", "\\textminus{}"},
        {"…", "\\dots{}"}};
    const std::string safe = harmless(text);
    std::string result;
    for (std::size_t at = 0; at < safe.size();) {
        const auto found = std::find_if(special.begin(), special.end(), [&](const auto& one) {
            return safe.compare(at, one.first.size(), one.first) == 0;
        });
        if (found != special.end()) {
            result += found->second;
            at += found->first.size();
        } else {
            result += safe[at++];
        }
    }
    return result;
}

/// A figure in mathematics: its sign is a sign there.
std::string latex_figure(std::string figure) {
    constexpr std::string_view minus = "−";
    const bool below_zero = figure.starts_with(minus);
    if (below_zero) {
        figure.erase(0, minus.size());
    }
    return (below_zero ? "-" : "") + ("\\text{" + latex_escaped(figure) + "}");
}

std::string latex_symbol(const std::string& symbol) {
    return symbol.size() == 1 ? symbol : "\\text{" + latex_escaped(symbol) + "}";
}

std::string latex_lines(const Outline& outline, const OutlineEntry& entry) {
    const auto set = [&](const auto& text_of) { return written(*entry.formula, latex_notation(), text_of); };
    return "  " + latex_symbol(entry.symbol) +
           " &= " + set([&](std::size_t step) { return latex_symbol(outline.symbol_of(step)); }) +
           " \\\\\n  &= " + set([&](std::size_t step) { return latex_figure(outline.figure_within(step)); }) +
           " \\\\\n  &= " + latex_figure(outline.figure_of(entry.step));
}

// Graphviz

std::string dot_quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : harmless(text)) {
        result += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return result + "\"";
}

/// Lines of a label: a break is one for graphviz.
std::string dot_label(const std::vector<std::string>& lines) {
    std::string result;
    for (const std::string& line : lines) {
        const std::string quoted = dot_quoted(line);
        result += (result.empty() ? "" : "\\n") + quoted.substr(1, quoted.size() - 2);
    }
    return "\"" + result + "\"";
}

std::string_view sign_of(Operation operation) {
    switch (operation) {
        case Operation::sum:
            return "+";
        case Operation::difference:
            return "−";
        case Operation::product:
            return "·";
        case Operation::quotient:
            return "/";
        case Operation::least:
            return "least";
        case Operation::greatest:
            return "greatest";
        case Operation::power:
            return "power";
        case Operation::same:
            return "=";
        case Operation::constant:
        case Operation::input:
            break;
    }
    return "";
}

/// What the second operand is to the first, where they may not be exchanged.
std::string_view second_of(Operation operation) {
    switch (operation) {
        case Operation::difference:
            return "less";
        case Operation::quotient:
            return "divided by";
        case Operation::power:
            return "to the power of";
        default:
            return "";
    }
}

// JSON

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

constexpr int programs_digits = 17;

std::string_view word_of(Operation operation) {
    switch (operation) {
        case Operation::constant:
            return "constant";
        case Operation::input:
            return "input";
        case Operation::same:
            return "same";
        case Operation::sum:
            return "sum";
        case Operation::difference:
            return "difference";
        case Operation::product:
            return "product";
        case Operation::quotient:
            return "quotient";
        case Operation::least:
            return "least";
        case Operation::greatest:
            return "greatest";
        case Operation::power:
            break;
    }
    return "power";
}

void put(Writer& json, std::string_view name, std::string_view text) {
    json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    const std::string safe = harmless(text);
    json.String(safe.data(), static_cast<rapidjson::SizeType>(safe.size()));
}

void put(Writer& json, std::string_view name, const calc::Decimal& number) {
    json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    const std::string digits = number.to_significant(programs_digits);
    json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

void put(Writer& json, const calc::Origin& origin) {
    json.Key("origin");
    json.StartObject();
    put(json, "label", origin.label);
    put(json, "place", origin.place);
    json.Key("sources");
    json.StartArray();
    for (const std::string& source : origin.sources) {
        const std::string safe = harmless(source);
        json.String(safe.data(), static_cast<rapidjson::SizeType>(safe.size()));
    }
    json.EndArray();
    put(json, "why", origin.why);
    json.EndObject();
}

}  // namespace

std::string derivation_latex(const inputs::CellDerivation& derivation) {
    const Outline outline(derivation);
    std::string text;
    int level = -1;
    std::string inputs;
    for (const OutlineEntry& entry : outline.entries()) {
        if (!entry.formula) {
            const calc::Origin& origin = outline.step_of(entry).origin;
            std::vector<std::string> words = origin.sources;
            words.insert(words.begin(), origin.label);
            words.insert(words.begin(), origin.place);
            std::erase(words, "");
            inputs += "  \\item $" + latex_symbol(entry.symbol) + " = " +
                      latex_figure(outline.figure_of(entry.step)) + "$" + (words.empty() ? "" : ": ") +
                      latex_escaped(joined(words)) + "\n";
            continue;
        }
        // Entries come level by level.
        if (entry.level != level) {
            text += level < 0 ? "" : "\n\\end{aligned}\n\\]\n";
            text += "\\[\n\\begin{aligned}\n";
            level = entry.level;
        } else {
            text += " \\\\[1ex]\n";
        }
        text += latex_lines(outline, entry);
    }
    text += level < 0 ? "" : "\n\\end{aligned}\n\\]\n";
    if (!inputs.empty()) {
        text += "\\begin{itemize}\n" + inputs + "\\end{itemize}\n";
    }
    if (derivation.cut) {
        text += "% Only the first " + std::to_string(derivation.steps.size()) + " steps are shown.\n";
    }
    return text;
}

std::string derivation_dot(const inputs::CellDerivation& derivation) {
    const Outline outline(derivation);
    std::string nodes;
    std::string edges;
    for (std::size_t at = 0; at < derivation.steps.size(); ++at) {
        const DerivationStep& step = derivation.steps[at];
        const bool input = step.operation == Operation::input;
        std::vector<std::string> lines;
        lines.push_back(at == 0 ? derivation.cell : step.name);
        lines.push_back(input ? step.origin.label : std::string(sign_of(step.operation)));
        lines.push_back(outline.figure_of(at));
        lines.push_back(step.origin.place);
        lines.push_back(joined(step.origin.sources));
        std::erase(lines, "");
        nodes += "  s" + std::to_string(at) + " [label=" + dot_label(lines) + (input ? ", shape=box" : "") +
                 "];\n";
        for (std::size_t operand = 0; operand < step.operands.size(); ++operand) {
            const std::string_view label = operand == 1 ? second_of(step.operation) : "";
            edges += "  s" + std::to_string(step.operands[operand]) + " -> s" + std::to_string(at) +
                     (label.empty() ? "" : " [label=" + dot_quoted(label) + "]") + ";\n";
        }
    }
    return "digraph " + dot_quoted(derivation.cell) + " {\n  rankdir=BT;\n  node [shape=ellipse];\n" +
           (derivation.cut ? "  label=\"not all steps are shown\";\n" : "") + nodes + edges + "}\n";
}

std::string derivation_json(const inputs::CellDerivation& derivation) {
    constexpr int schema = 1;
    const bool percent = derivation.units.front() == "%";
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.SetIndent(' ', 2);
    json.StartObject();
    json.Key("schema");
    json.Int(schema);
    put(json, "command", "explain");
    put(json, "cell", derivation.cell);
    put(json, "value", percent ? derivation.value * calc::Decimal(100) : derivation.value);
    put(json, "unit", derivation.units.front());
    json.Key("cut");
    json.Bool(derivation.cut);
    json.Key("steps");
    json.StartArray();
    for (std::size_t at = 0; at < derivation.steps.size(); ++at) {
        const DerivationStep& step = derivation.steps[at];
        json.StartObject();
        json.Key("id");
        json.Uint64(at);
        put(json, "name", step.name);
        put(json, "operation", word_of(step.operation));
        put(json, "value", step.value);
        // A share is a part of one here, so that the operation can be done again.
        put(json, "unit", derivation.units[at] == "%" ? "1" : derivation.units[at]);
        json.Key("operands");
        json.StartArray();
        for (const std::size_t operand : step.operands) {
            json.Uint64(operand);
        }
        json.EndArray();
        if (step.operation == Operation::input) {
            put(json, step.origin);
        } else {
            json.Key("origin");
            json.Null();
        }
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

}  // namespace burden::brief
