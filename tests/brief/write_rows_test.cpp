/// Tables written row by row, held to the same tables written whole.
#include <sstream>

#include "burden/brief/write_rows.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::brief;

namespace {

/// A table with words that must be escaped, and a blank.
Answer answer() {
    Answer answer{.command = "sweep", .tables = {}};
    answer.tables.push_back({.id = "sweep",
                             .title = "a, b by \"c\"",
                             .columns = {{.key = "path", .label = "Path", .words = true},
                                         {.key = "extra", .label = "Extra", .unit = "JPY tn", .places = 1}},
                             .rows = {}});
    answer.tables[0].rows = {{.cells = {"linear, then flat", calc::Decimal("1.25")}},
                             {.cells = {"=1+1", Cell()}},
                             {.cells = {"", calc::Decimal("-3")}}};
    answer.notes = {"A note."};
    answer.warnings = {"A warning."};
    answer.basis.currency = "JPY";
    return answer;
}

}  // namespace

TEST_CASE("a table written row by row has the bytes of one written whole", "[brief][rows]") {
    const Answer whole = answer();
    for (const bool empty : {false, true}) {
        Answer frame = whole;
        frame.tables[0].rows.clear();
        Answer expected = empty ? frame : whole;
        const RowSource rows = [&](const RowText& text_of,
                                   const std::function<void(std::string_view)>& take) {
            for (const Row& row : expected.tables[0].rows) {
                take(text_of(row));
            }
        };
        for (const bool metadata : {false, true}) {
            const Style style{.csv_metadata = metadata};
            std::ostringstream csv;
            stream_csv(frame, rows, style, csv);
            CHECK(csv.str() == write_csv(expected, style));
        }
        std::ostringstream json;
        stream_json(frame, rows, json);
        CHECK(json.str() == write_json(expected));
    }
}
