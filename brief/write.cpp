#include "burden/brief/write.hpp"

#include "burden/calc/invariant.hpp"

namespace burden::brief {

std::string written(const Answer& answer, Format format, const Style& style) {
    switch (format) {
        case Format::table:
            return write_terminal(answer, style);
        case Format::md:
            return write_markdown(answer);
        case Format::csv:
            return write_csv(answer, style);
        case Format::json:
            return write_json(answer);
    }
    throw calc::BrokenInvariant("an answer was asked for in a format that has no writer");
}

}  // namespace burden::brief
