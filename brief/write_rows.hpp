/// Writers for tables that are longer than memory should hold: row by row, as they are computed.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "burden/brief/answer.hpp"
#include "burden/brief/write.hpp"

namespace burden::brief {

/// The text of a row; it may be asked for on several threads at once.
using RowText = std::function<std::string(const Row&)>;

/// Hands over the texts of all rows of a table, in their order. It is called once.
using RowSource =
    std::function<void(const RowText& text_of, const std::function<void(std::string_view)>& take)>;

/// The bytes of `write_csv` and `write_json` for an answer whose one table has these rows. The table that is
/// handed over has none, and explains no marks: which of them are borne is known only behind the last row.
void stream_csv(const Answer& answer, const RowSource& rows, const Style& style, std::ostream& out);
void stream_json(const Answer& answer, const RowSource& rows, std::ostream& out);

}  // namespace burden::brief
