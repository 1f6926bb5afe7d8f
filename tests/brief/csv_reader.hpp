/// A small reader of CSV, strict about RFC 4180, for the tests.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace burden::tests {

using CsvRow = std::vector<std::string>;

/// The rows of a text whose lines end in LF; none where a quotation mark stands out of place or stays open.
inline std::optional<std::vector<CsvRow>> csv_rows(const std::string& text) {
    std::vector<CsvRow> rows;
    CsvRow row;
    for (std::size_t at = 0; at < text.size();) {
        std::string field;
        if (text[at] == '"') {
            for (++at;; ++at) {
                if (at >= text.size()) {
                    return std::nullopt;
                }
                if (text[at] == '"') {
                    ++at;
                    if (at >= text.size() || text[at] != '"') {
                        break;
                    }
                }
                field += text[at];
            }
        } else {
            for (; at < text.size() && text[at] != ',' && text[at] != '\n'; ++at) {
                if (text[at] == '"') {
                    return std::nullopt;
                }
                field += text[at];
            }
        }
        row.push_back(field);
        if (at >= text.size() || (text[at] != ',' && text[at] != '\n')) {
            return std::nullopt;
        }
        const bool ends = text[at] == '\n';
        ++at;
        if (ends) {
            rows.push_back(row);
            row.clear();
        }
    }
    return row.empty() ? std::optional(rows) : std::nullopt;
}

}  // namespace burden::tests
