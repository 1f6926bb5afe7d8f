#include "burden/brief/findings.hpp"

#include <algorithm>
#include <optional>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"

namespace burden::brief {

using calc::Decimal;

namespace {

constexpr std::size_t most_findings = 5;

/// A table whose rows are asked by the keys of their columns.
class Rows {
public:
    explicit Rows(const Table& table) : table_(table) {}

    std::optional<std::size_t> column(std::string_view key) const {
        const auto found = std::find_if(table_.columns.begin(), table_.columns.end(),
                                        [&](const Column& one) { return one.key == key; });
        return found == table_.columns.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - table_.columns.begin()));
    }
    bool has(std::string_view key) const { return column(key).has_value(); }

    std::string words(const Row& row, std::string_view key) const {
        const auto at = column(key);
        const auto* text = at ? std::get_if<std::string>(&row.cells[*at].content) : nullptr;
        return text == nullptr ? "" : *text;
    }
    const Figure* figure(const Row& row, std::string_view key) const {
        const auto at = column(key);
        return at ? std::get_if<Figure>(&row.cells[*at].content) : nullptr;
    }
    /// "43.8 tn JPY", as the column shows it; with `places` in a table whose columns do not say how many.
    std::string said(const Row& row, std::string_view key, std::optional<int> places = {}) const {
        const Figure* const known = figure(row, key);
        if (known == nullptr) {
            return {};
        }
        Column shown = table_.columns[*column(key)];
        shown.places = places.value_or(shown.places);
        return figure_with_unit(*known, shown);
    }
    /// The row with the largest figure of a column, or the smallest.
    const Row* extreme(std::string_view key, bool largest) const {
        const Row* found = nullptr;
        for (const Row& row : table_.rows) {
            const Figure* const one = figure(row, key);
            const Figure* const other = found == nullptr ? nullptr : figure(*found, key);
            if (one != nullptr &&
                (other == nullptr || (largest ? other->value < one->value : one->value < other->value))) {
                found = &row;
            }
        }
        return found;
    }
    const Table& table() const { return table_; }

private:
    const Table& table_;
};

/// What stands behind the last ", " of a title: the years.
std::string behind_comma(const std::string& title) {
    const std::size_t at = title.rfind(", ");
    return at == std::string::npos ? "" : title.substr(at + 2);
}

std::string target_words(const Rows& rows, const Row& row) {
    std::string share = rows.words(row, "target");
    if (const std::size_t sign = share.find('%');
        sign != std::string::npos && sign > 0 && share[sign - 1] != ' ') {
        share.insert(sign, " ");
    }
    const std::string path = rows.words(row, "path");
    return share + " of GDP" + (path.empty() ? "" : " on the path " + path);
}

void on_targets(const Table& table, std::vector<std::string>& findings) {
    const Rows rows(table);
    const std::string years = behind_comma(table.title);
    if (const Row* const most = rows.extreme("extra", true)) {
        findings.push_back("The way to " + target_words(rows, *most) + " takes " + rows.said(*most, "extra") +
                           " more over " + years + " than the baseline.");
        const Row* const least = rows.extreme("extra", false);
        if (least != most) {
            findings.push_back("The way to " + target_words(rows, *least) + " takes " +
                               rows.said(*least, "extra") + " more over " + years + ".");
        }
        const std::string year = rows.words(*most, "fastest_year");
        if (!year.empty()) {
            findings.push_back("On the way to " + target_words(rows, *most) + " spending rises fastest in " +
                               year + ", by " + rows.said(*most, "fastest_growth") + ".");
        }
    }
}

void on_renewals(const Table& table, std::vector<std::string>& findings) {
    const Rows rows(table);
    const std::string years = behind_comma(table.title);
    const Row* const most = rows.extreme("total", true);
    const Row* const least = rows.extreme("total", false);
    if (most == nullptr || most == least) {
        return;
    }
    findings.push_back("Over " + years + ", \"" + rows.words(*most, "renewal") + "\" comes to " +
                       rows.said(*most, "total") + ", " + rows.said(*most, "vs_flat") +
                       " against a flat renewal.");
    findings.push_back("The least of these renewals is \"" + rows.words(*least, "renewal") +
                       "\": " + rows.said(*least, "total") + " over " + years + ".");
    findings.push_back("Under \"" + rows.words(*most, "renewal") + "\" support is " +
                       rows.said(*most, "share_of_gdp") + " of GDP over those years.");
}

void on_items(const Table& table, std::vector<std::string>& findings) {
    const Rows rows(table);
    for (const Row& row : table.rows) {
        if (rows.words(row, "item") == "arrangement" && rows.words(row, "year") == "total") {
            findings.push_back("The present arrangement is " + rows.said(row, "amount") +
                               " over its whole term, not a year.");
        }
        if (rows.words(row, "item") == "arrangement" && rows.words(row, "year") == "average") {
            findings.push_back("That is " + rows.said(row, "amount") + " a year on average.");
        }
    }
}

void on_run(const Table& table, std::vector<std::string>& findings) {
    const Rows rows(table);
    if (table.rows.empty()) {
        return;
    }
    const Row& last = table.rows.back();
    const std::size_t colon = table.title.find(": ");
    const std::string name = table.title.substr(0, colon);
    const std::string whose = colon == std::string::npos ? "Spending"
                              : name.ends_with('s')      ? name + "' spending"
                                                         : name + "'s spending";
    findings.push_back(whose + " comes to " + rows.said(last, "spending") + " in " +
                       rows.words(last, "year") + ", " + rows.said(last, "share") + " of GDP.");
}

void on_parts(const Table& table, std::vector<std::string>& findings) {
    const Rows rows(table);
    const Row* largest = nullptr;
    Decimal most = 0;
    for (const Row& row : table.rows) {
        const Figure* const part = rows.figure(row, "difference");
        if (part != nullptr && most < greatest(part->value, -part->value)) {
            most = greatest(part->value, -part->value);
            largest = &row;
        }
    }
    findings.push_back(table.title + ".");
    if (largest != nullptr && table.rows.size() > 1) {
        findings.push_back("Of that difference the largest part is " + rows.words(*largest, "part") + ": " +
                           rows.said(*largest, "difference", 1) + ".");
    }
}

void on_ratios(const Table& table, std::vector<std::string>& findings) {
    const Rows rows(table);
    const Row* const least = rows.extreme("share", false);
    const Row* const most = rows.extreme("share", true);
    if (least != nullptr && least != most) {
        findings.push_back("One year's budget is " + rows.said(*least, "share", 2) + " or " +
                           rows.said(*most, "share", 2) +
                           " of GDP, by what is counted and which GDP it is set against.");
    }
}

void on_claim(const Table& table, std::vector<std::string>& findings) {
    const Rows rows(table);
    for (const Row& row : table.rows) {
        if (!rows.words(row, "text").empty() && !rows.words(row, "verdict").empty()) {
            findings.push_back("\"" + rows.words(row, "text") + "\" is " + rows.words(row, "verdict") + ".");
        }
    }
}

}  // namespace

std::vector<std::string> findings_of(const Answer& answer) {
    std::vector<std::string> findings;
    for (const Table* table : tables_for_programs(answer)) {
        if (table->id.starts_with("target-summary")) {
            on_targets(*table, findings);
        } else if (table->id.starts_with("hns-items")) {
            on_items(*table, findings);
        } else if (table->id.starts_with("run-") && !table->id.starts_with("run-totals")) {
            on_run(*table, findings);
        } else if (table->id.starts_with("diff-why-") && !table->id.starts_with("diff-why-years")) {
            on_parts(*table, findings);
        } else if (table->id == "ratio") {
            on_ratios(*table, findings);
        } else if (table->id == "claim") {
            on_claim(*table, findings);
        }
    }
    for (const Table* table : tables_for_people(answer)) {
        if (table->id.starts_with("hns-totals")) {
            on_renewals(*table, findings);
        }
    }
    return findings;
}

std::vector<std::string> findings_of(const std::vector<Answer>& answers) {
    std::vector<std::vector<std::string>> all;
    std::size_t longest = 0;
    for (const Answer& answer : answers) {
        all.push_back(findings_of(answer));
        longest = std::max(longest, all.back().size());
    }
    std::vector<std::string> findings;
    for (std::size_t rank = 0; rank < longest; ++rank) {
        for (const auto& one : all) {
            const bool fresh =
                rank < one.size() && std::find(findings.begin(), findings.end(), one[rank]) == findings.end();
            if (fresh && findings.size() < most_findings) {
                findings.push_back(one[rank]);
            }
        }
    }
    return findings;
}

}  // namespace burden::brief
