#include "burden/brief/shared.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "burden/calc/invariant.hpp"

namespace burden::brief {
namespace {

std::vector<const Table*> tables_but(const Answer& answer, Audience left_out) {
    std::vector<const Table*> result;
    for (const Table& table : answer.tables) {
        if (table.audience != left_out) {
            for (const Row& row : table.rows) {
                calc::require(row.cells.size() == table.columns.size(), "a row has one cell for each column");
            }
            result.push_back(&table);
        }
    }
    return result;
}

constexpr std::string_view constant = "constant:";

std::string prices_text(const std::string& prices) {
    if (prices.starts_with(constant)) {
        return "constant prices of " + prices.substr(constant.size());
    }
    const bool bare = !prices.empty() && prices.find("prices") == std::string::npos;
    return bare ? prices + " prices" : prices;
}

bool captions_say(const Answer& answer) {
    const std::string& prices = answer.basis.prices;
    const std::string key = prices.starts_with(constant) ? prices.substr(constant.size()) : prices;
    const auto tables = tables_for_people(answer);
    return !tables.empty() && std::all_of(tables.begin(), tables.end(), [&](const Table* table) {
        return table->caption.find(answer.basis.currency) != std::string::npos &&
               table->caption.find(key) != std::string::npos;
    });
}

std::string paragraph(const std::vector<std::string>& sentences) {
    std::string result;
    for (const std::string& sentence : sentences) {
        if (sentence.empty()) {
            continue;
        }
        result += result.empty() ? "" : " ";
        result += sentence;
        if (std::string_view(".!?:").find(sentence.back()) == std::string_view::npos &&
            !sentence.ends_with("。")) {
            result += '.';
        }
    }
    return result;
}

}  // namespace

std::vector<const Table*> tables_for_people(const Answer& answer) {
    return tables_but(answer, Audience::programs);
}

std::vector<const Table*> tables_for_programs(const Answer& answer) {
    return tables_but(answer, Audience::people);
}

bool has_mark_field(const Table& table) {
    return !table.marks.empty() && std::none_of(table.columns.begin(), table.columns.end(),
                                                [](const Column& column) { return column.key == "mark"; });
}

bool caption_says(const std::string& caption, const std::string& unit) {
    if (unit.empty() || !caption.starts_with(unit)) {
        return false;
    }
    const std::string_view rest = std::string_view(caption).substr(unit.size());
    if (rest.empty() || rest.front() != ' ') {
        return rest.empty() || std::string_view(",;:.()").find(rest.front()) != std::string_view::npos;
    }
    static constexpr std::array<std::string_view, 5> scales = {"tn", "bn", "mn", "m", "k"};
    const std::string_view next = rest.substr(1, rest.find_first_of(" ,;:()", 1) - 1);
    return std::find(scales.begin(), scales.end(), next) == scales.end();
}

std::string superscript(const std::vector<int>& notes) {
    static constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴",
                                                                "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string result;
    for (const int note : notes) {
        result += result.empty() ? "" : ",";
        for (const char digit : std::to_string(note)) {
            result += digit == '-' ? "⁻" : digits[static_cast<std::size_t>(digit - '0')];
        }
    }
    return result;
}

std::vector<std::pair<std::string, std::string>> marks_borne(const std::vector<const Table*>& tables) {
    std::vector<std::pair<std::string, std::string>> result;
    for (const Table* table : tables) {
        for (const auto& mark : table->marks) {
            const bool borne = std::any_of(table->rows.begin(), table->rows.end(),
                                           [&](const Row& row) { return row.mark == mark.first; });
            if (borne && std::find(result.begin(), result.end(), mark) == result.end()) {
                result.push_back(mark);
            }
        }
    }
    return result;
}

std::vector<std::string> basis_lines(const Answer& answer) {
    const Basis& basis = answer.basis;
    std::vector<std::string> lines;
    const auto add = [&](const std::string& label, const std::string& text) {
        if (!text.empty()) {
            lines.push_back(label + text);
        }
    };
    add("", paragraph(basis.words));
    if (!captions_say(answer)) {
        const bool both = !basis.currency.empty() && !basis.prices.empty();
        add("Amounts: ", basis.currency + (both ? ", " : "") + prices_text(basis.prices));
    }
    add("Definition: ", basis.definition);
    add("Denominator: ", basis.denominator);
    add("GDP: ", basis.gdp);
    add("Rate: ", basis.rate);
    add("As of: ", basis.as_of);
    return lines;
}

}  // namespace burden::brief
