/// Workbooks taken apart by a hand that is not the writer's: what each cell of each sheet holds.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace burden::tests {

struct XlsxCell {
    std::string text = {};
    std::string formula = {};  ///< without the sign of equality
    std::optional<double> value = {};
    bool is_text = false;
};

struct XlsxSheet {
    std::string name;
    std::map<std::string, XlsxCell> cells = {};  ///< by address: "B7"
    std::string xml = {};

    /// The address of the first cell with that text, in order of rows; fails where there is none.
    std::string find(const std::string& text) const {
        std::string found;
        int found_row = 0;
        for (const auto& [address, cell] : cells) {
            const int row = std::stoi(address.substr(address.find_first_of("0123456789")));
            if (cell.is_text && cell.text == text && (found.empty() || row < found_row)) {
                found = address;
                found_row = row;
            }
        }
        INFO(text);
        REQUIRE_FALSE(found.empty());
        return found;
    }
};

namespace xlsx_detail {

inline std::uint32_t number_at(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t number = 0;
    for (int byte = size; byte-- > 0;) {
        number = (number << 8U) | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(byte)));
    }
    return number;
}

inline std::string inflated(std::string_view packed, std::size_t size) {
    std::string plain(size, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
    std::string input(packed);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    const int result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    REQUIRE(result == Z_STREAM_END);
    return plain;
}

inline std::string attribute(std::string_view tag, const std::string& name) {
    const std::size_t at = tag.find(" " + name + "=\"");
    if (at == std::string_view::npos) {
        return {};
    }
    const std::size_t begin = at + name.size() + 3;
    return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

inline std::string unescaped(std::string text) {
    for (const auto& [escape, sign] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}) {
        for (std::size_t at = 0; (at = text.find(escape, at)) != std::string::npos; ++at) {
            text.replace(at, std::string_view(escape).size(), sign);
        }
    }
    return text;
}

/// What stands between `open` and `close`, from `at` on; moves `at` behind it. None where it ends before.
inline std::optional<std::string_view> between(std::string_view xml, std::string_view open,
                                               std::string_view close, std::size_t& at) {
    const std::size_t begin = xml.find(open, at);
    const std::size_t end = begin == std::string_view::npos ? begin : xml.find(close, begin + open.size());
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    at = end + close.size();
    return xml.substr(begin + open.size(), end - begin - open.size());
}

}  // namespace xlsx_detail

/// The files in a workbook, by name.
inline std::map<std::string, std::string> xlsx_files(std::string_view bytes) {
    using xlsx_detail::number_at;
    std::map<std::string, std::string> files;
    const std::size_t end = bytes.rfind("PK\5\6");
    REQUIRE(end != std::string_view::npos);
    std::size_t at = number_at(bytes, end + 16, 4);
    for (std::uint32_t count = number_at(bytes, end + 10, 2); count > 0; --count) {
        const std::size_t name_length = number_at(bytes, at + 28, 2);
        const std::size_t local = number_at(bytes, at + 42, 4);
        const std::size_t begin =
            local + 30 + number_at(bytes, local + 26, 2) + number_at(bytes, local + 28, 2);
        const std::string_view packed = bytes.substr(begin, number_at(bytes, at + 20, 4));
        const bool stored = number_at(bytes, at + 10, 2) == 0;
        files[std::string(bytes.substr(at + 46, name_length))] =
            stored ? std::string(packed) : xlsx_detail::inflated(packed, number_at(bytes, at + 24, 4));
        at += 46 + name_length + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    return files;
}

/// The sheets of a workbook, in their order.
inline std::vector<XlsxSheet> xlsx_sheets(std::string_view bytes) {
    using namespace xlsx_detail;
    const auto files = xlsx_files(bytes);
    std::vector<std::string> strings;
    if (files.contains("xl/sharedStrings.xml")) {
        const std::string& xml = files.at("xl/sharedStrings.xml");
        std::size_t at = 0;
        while (const auto item = between(xml, "<si>", "</si>", at)) {
            std::size_t inner = 0;
            const auto text = between(*item, "<t", "</t>", inner);
            REQUIRE(text);
            strings.push_back(unescaped(std::string(text->substr(text->find('>') + 1))));
        }
    }
    std::vector<XlsxSheet> sheets;
    const std::string& book = files.at("xl/workbook.xml");
    std::size_t at = 0;
    while (const auto tag = between(book, "<sheet ", "/>", at)) {
        XlsxSheet sheet{.name = unescaped(attribute(" " + std::string(*tag), "name"))};
        sheet.xml = files.at("xl/worksheets/sheet" + std::to_string(sheets.size() + 1) + ".xml");
        std::size_t place = 0;
        while (const auto cell = between(sheet.xml, "<c ", ">", place)) {
            if (cell->ends_with('/')) {
                continue;
            }
            const std::string head = " " + std::string(*cell);
            const std::size_t close = sheet.xml.find("</c>", place);
            const std::string_view inner = std::string_view(sheet.xml).substr(place, close - place);
            XlsxCell made;
            std::size_t formula_at = 0;
            if (const auto formula = between(inner, "<f>", "</f>", formula_at)) {
                made.formula = unescaped(std::string(*formula));
            }
            std::size_t value_at = 0;
            if (const auto value = between(inner, "<v>", "</v>", value_at)) {
                made.is_text = attribute(head, "t") == "s";
                if (made.is_text) {
                    made.text = strings.at(std::stoul(std::string(*value)));
                } else {
                    made.value = std::stod(std::string(*value));
                }
            }
            sheet.cells[attribute(head, "r")] = made;
            place = close;
        }
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

}  // namespace burden::tests
