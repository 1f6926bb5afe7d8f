/// Workbooks with other numbers in their cells, put together again.
#pragma once

#include <zlib.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "brief/xlsx_reader.hpp"

namespace burden::tests {

namespace xlsx_detail {

inline std::string bytes_of(std::uint32_t number, int size) {
    std::string bytes;
    for (int byte = 0; byte < size; ++byte) {
        bytes += static_cast<char>(number >> (8U * static_cast<unsigned>(byte)) & 0xFFU);
    }
    return bytes;
}

}  // namespace xlsx_detail

/// A workbook of these files, which are stored as they are.
inline std::string xlsx_of(const std::map<std::string, std::string>& files) {
    using xlsx_detail::bytes_of;
    std::string all;
    std::string directory;
    for (const auto& [name, content] : files) {
        const auto size = static_cast<std::uint32_t>(content.size());
        const auto sum = static_cast<std::uint32_t>(
            crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
        // Version 2.0, no flags, stored, midnight of 1 January 1980.
        const std::string head = bytes_of(20, 2) + bytes_of(0, 2) + bytes_of(0, 2) + bytes_of(0, 2) +
                                 bytes_of(0x21, 2) + bytes_of(sum, 4) + bytes_of(size, 4) +
                                 bytes_of(size, 4) + bytes_of(static_cast<std::uint32_t>(name.size()), 2) +
                                 bytes_of(0, 2);
        directory += "PK\1\2" + bytes_of(20, 2) + head + bytes_of(0, 2) + bytes_of(0, 2) + bytes_of(0, 2) +
                     bytes_of(0, 4) + bytes_of(static_cast<std::uint32_t>(all.size()), 4) + name;
        all += "PK\3\4" + head + name + content;
    }
    const auto count = static_cast<std::uint32_t>(files.size());
    return all + directory + "PK\5\6" + bytes_of(0, 2) + bytes_of(0, 2) + bytes_of(count, 2) +
           bytes_of(count, 2) + bytes_of(static_cast<std::uint32_t>(directory.size()), 4) +
           bytes_of(static_cast<std::uint32_t>(all.size()), 4) + bytes_of(0, 2);
}

/// A workbook whose formulas have forgotten what they gave, with `typed` in the cells of one sheet, by
/// address.
inline std::string xlsx_typed_into(std::string_view bytes, const std::string& sheet,
                                   const std::map<std::string, std::string>& typed) {
    auto files = xlsx_files(bytes);
    const auto sheets = xlsx_sheets(bytes);
    std::size_t found = 0;
    for (std::size_t at = 0; at < sheets.size(); ++at) {
        std::string& xml = files.at("xl/worksheets/sheet" + std::to_string(at + 1) + ".xml");
        const auto put = [&](const std::string& address, const std::string& digits) {
            const std::size_t cell = xml.find("<c r=\"" + address + "\"");
            const std::size_t begin = xml.find("<v>", cell) + 3;
            xml.replace(begin, xml.find("</v>", begin) - begin, digits);
        };
        for (const auto& [address, cell] : sheets[at].cells) {
            const auto other = sheets[at].name == sheet ? typed.find(address) : typed.end();
            if (other != typed.end()) {
                put(address, other->second);
                ++found;
            } else if (!cell.formula.empty()) {
                put(address, "123456789");
            }
        }
    }
    REQUIRE(found == typed.size());
    return xlsx_of(files);
}

}  // namespace burden::tests
