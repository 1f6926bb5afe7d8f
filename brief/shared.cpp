#include "burden/brief/shared.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "burden/brief/figure_text.hpp"
#include "burden/calc/invariant.hpp"

namespace burden::brief {
namespace {

std::vector<const Table*> tables_but(const std::vector<Table>& tables, Audience left_out) {
    std::vector<const Table*> result;
    for (const Table& table : tables) {
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

bool captions_say(const Basis& basis, const std::vector<const Table*>& tables) {
    const std::string& prices = basis.prices;
    const std::string key = prices.starts_with(constant) ? prices.substr(constant.size()) : prices;
    return !tables.empty() && std::all_of(tables.begin(), tables.end(), [&](const Table* table) {
        return table->caption.find(basis.currency) != std::string::npos &&
               table->caption.find(key) != std::string::npos;
    });
}

std::string paragraph(const std::vector<std::string>& sentences) {
    std::string result;
    for (const std::string& sentence : sentences) {
        if (sentence.empty()) {
            continue;
        }
        result += result.empty() || result.ends_with("。") ? "" : " ";
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
    return tables_but(answer.tables, Audience::programs);
}

std::vector<const Table*> tables_for_people(const Section& section) {
    return tables_but(section.tables, Audience::programs);
}

std::vector<const Table*> tables_for_programs(const Answer& answer) {
    return tables_but(answer.tables, Audience::people);
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
        return rest.empty() || rest.starts_with("、") ||
               std::string_view(",;:.()").find(rest.front()) != std::string_view::npos;
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

namespace {

std::vector<std::string> lines_of(const Basis& basis, const std::vector<const Table*>& tables) {
    std::vector<std::string> lines;
    const std::string colon = basis.language == Language::en ? ": " : "：";
    const auto add = [&](const std::string& label, const std::string& text) {
        if (!text.empty()) {
            lines.push_back((label.empty() ? "" : translated(label, basis.language) + colon) + text);
        }
    };
    add("", paragraph(basis.words));
    if (!captions_say(basis, tables)) {
        const bool both = !basis.currency.empty() && !basis.prices.empty();
        const bool english = basis.language == Language::en;
        add("Amounts", basis.currency +
                           (!both     ? ""
                            : english ? ", "
                                      : "、") +
                           (english ? prices_text(basis.prices) : basis.prices));
    }
    add("Definition", basis.definition);
    add("Denominator", basis.denominator);
    add("GDP", basis.gdp);
    add("Rate", basis.rate);
    add("As of", basis.as_of);
    return lines;
}

}  // namespace

std::vector<std::string> basis_lines(const Answer& answer) {
    return lines_of(answer.basis, tables_for_people(answer));
}

std::vector<std::string> basis_lines(const Section& section) {
    return lines_of(section.basis, tables_for_people(section));
}

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool stands_in_address(char c) {
    static constexpr std::string_view others = "-._~:/?#[]@!$&'*+,;=";
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           others.find(c) != std::string_view::npos;
}

bool is_hex(char c) { return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

}  // namespace

bool is_web_page(const std::string& address) {
    return address.starts_with("https://") || address.starts_with("http://");
}

std::string encoded_address(const std::string& address) {
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result;
    for (std::size_t at = 0; at < address.size(); ++at) {
        const char c = address[at];
        const bool encoded_already =
            c == '%' && at + 2 < address.size() && is_hex(address[at + 1]) && is_hex(address[at + 2]);
        if (stands_in_address(c) || encoded_already) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += {'%', hex[byte / 16U], hex[byte % 16U]};
        }
    }
    return result;
}

bool show(const std::vector<const Table*>& tables, const Chart& chart) {
    std::set<std::string> shown;
    for (const Table* table : tables) {
        for (const Row& row : table->rows) {
            for (std::size_t at = 0; at < row.cells.size(); ++at) {
                if (const auto* figure = std::get_if<Figure>(&row.cells[at].content)) {
                    shown.insert(figure_text(*figure, table->columns[at]));
                }
            }
        }
    }
    const auto stands = [&](const ChartPoint& point) {
        return shown.contains(value_text(chart, point.value)) &&
               (!point.from || shown.contains(value_text(chart, *point.from)));
    };
    return std::all_of(chart.series.begin(), chart.series.end(), [&](const ChartSeries& series) {
        return std::all_of(series.points.begin(), series.points.end(), stands);
    });
}

}  // namespace burden::brief
