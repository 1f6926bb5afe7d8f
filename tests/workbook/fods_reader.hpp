/// Flat OpenDocument spreadsheets, as LibreOffice writes them: read, and changed before it computes them
/// again.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace burden::tests {

/// Numbers by the name of their sheet and the address of their cell: "Model" and "D12".
using FodsNumbers = std::map<std::string, std::map<std::string, double>>;

namespace fods_detail {

inline std::optional<std::string> attribute(std::string_view tag, std::string_view name) {
    const std::string wanted = " " + std::string(name) + "=\"";
    const std::size_t at = tag.find(wanted);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t begin = at + wanted.size();
    return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

inline std::size_t repeated(std::string_view tag, std::string_view name) {
    const auto found = attribute(tag, name);
    return found ? std::stoul(*found) : 1;
}

inline std::string address(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row + 1);
}

}  // namespace fods_detail

/// Every cell of a file that holds a number.
inline FodsNumbers fods_numbers(std::string_view xml) {
    using namespace fods_detail;
    FodsNumbers numbers;
    std::string sheet;
    std::size_t row = 0;
    std::size_t next_row = 0;
    std::size_t column = 0;
    for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
        const std::string_view tag = xml.substr(at, xml.find('>', at) - at);
        if (tag.starts_with("<draw:object")) {
            // Charts have tables of their own.
            at = xml.find("</draw:object>", at);
        } else if (tag.starts_with("<table:table ")) {
            sheet = attribute(tag, "table:name").value();
            next_row = 0;
        } else if (tag.starts_with("<table:table-row")) {
            row = next_row;
            next_row += repeated(tag, "table:number-rows-repeated");
            column = 0;
        } else if (tag.starts_with("<table:table-cell") || tag.starts_with("<table:covered-table-cell")) {
            if (const auto value = attribute(tag, "office:value")) {
                numbers[sheet][address(row, column)] = std::stod(*value);
            }
            column += repeated(tag, "table:number-columns-repeated");
        }
    }
    return numbers;
}

}  // namespace burden::tests
