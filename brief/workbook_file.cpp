#include "burden/brief/workbook_file.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <ctime>

#include "burden/brief/display_width.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/calc/invariant.hpp"
#include "burden/calc/letter_case.hpp"

namespace burden::brief {

namespace {

constexpr lxw_color_t given_ground = 0xFFF2CC;
constexpr lxw_color_t heading_ground = 0xE8EDF3;
constexpr lxw_color_t dim_ink = 0x5F6B7A;
constexpr lxw_color_t grid_ink = 0xD9DEE4;
constexpr lxw_color_t ghost_ink = 0x9AA5B1;
constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_text = 32'000;

/// Seconds of a day since 1970; of any other text those of 1 January 2000.
std::time_t seconds_of(const std::string& date) {
    std::tm day{};
    day.tm_year = 100;
    day.tm_mday = 1;
    constexpr std::size_t length = 10;
    const bool is_date =
        date.size() == length && date[4] == '-' && date[7] == '-' &&
        std::count_if(date.begin(), date.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
    if (is_date) {
        day.tm_year = std::stoi(date.substr(0, 4)) - 1900;
        day.tm_mon = std::stoi(date.substr(5, 2)) - 1;
        day.tm_mday = std::stoi(date.substr(8, 2));
    }
    return timegm(&day);
}

/// At most `most` characters, cut between two of them.
std::string cut_to(const std::string& text, std::size_t most) {
    std::size_t characters = 0;
    std::size_t at = 0;
    while (at < text.size() && characters < most) {
        const CodePoint point = code_point_at(text, at);
        // A character beyond the basic plane counts twice in the format.
        characters += point.value > 0xFFFFU ? 2 : 1;
        if (characters <= most) {
            at += point.bytes;
        }
    }
    return text.substr(0, at);
}

/// A text as a chart takes it: what begins with a sign of equality would be a reference there.
std::string of_chart(const std::string& words) {
    const std::string text = cut_to(harmless(words), 250);
    return text.starts_with('=') ? " " + text : text;
}

std::string quoted_name(const std::string& name) {
    std::string text = "'";
    for (const char c : name) {
        text += c == '\'' ? "''" : std::string(1, c);
    }
    return text + "'";
}

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

}  // namespace

struct WorkbookFile::Library {
    int file = -1;
    lxw_workbook* book = nullptr;
    bool open = false;
    std::map<CellStyle, lxw_format*> formats = {};

    lxw_format* format(const CellStyle& style) {
        lxw_format*& format = formats[style];
        if (format != nullptr) {
            return format;
        }
        format = workbook_add_format(book);
        format_set_font_size(format, style.size);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (style.indent > 0) {
            format_set_indent(format, static_cast<std::uint8_t>(style.indent));
        }
        if (style.bold) {
            format_set_bold(format);
        }
        if (style.italic) {
            format_set_italic(format);
        }
        if (style.dim) {
            format_set_font_color(format, dim_ink);
        }
        if (style.wrap) {
            format_set_text_wrap(format);
        }
        if (style.rule_above) {
            format_set_top(format, LXW_BORDER_THIN);
        }
        if (style.rule_below) {
            format_set_bottom(format, LXW_BORDER_THIN);
        }
        if (style.given || style.shaded) {
            format_set_bg_color(format, style.given ? given_ground : heading_ground);
            format_set_pattern(format, LXW_PATTERN_SOLID);
        }
        if (style.side != CellStyle::Side::natural) {
            format_set_align(format, style.side == CellStyle::Side::left    ? LXW_ALIGN_LEFT
                                     : style.side == CellStyle::Side::right ? LXW_ALIGN_RIGHT
                                                                            : LXW_ALIGN_CENTER);
        }
        if (!style.number.empty()) {
            format_set_num_format(format, style.number.c_str());
        }
        return format;
    }
};

struct WorkbookSheet::Access {
    static lxw_worksheet* of(WorkbookSheet& sheet) { return static_cast<lxw_worksheet*>(sheet.sheet_); }
    static WorkbookFile::Library& library(WorkbookSheet& sheet) { return *sheet.file_.library_; }
    static lxw_format* format(WorkbookSheet& sheet, const CellStyle& style) {
        return library(sheet).format(style);
    }
};

double height_of(const std::vector<std::pair<std::string, int>>& texts) {
    constexpr double line = 15;
    std::size_t lines = 1;
    for (const auto& [text, width] : texts) {
        lines = std::max(lines, wrapped(harmless(text), width).size());
    }
    // The tallest row there may be.
    return std::min(409.0, line * static_cast<double>(lines));
}

WorkbookFile::WorkbookFile(const std::string& title, const std::string& date)
    : library_(std::make_unique<Library>()) {
    // The library writes to a path: this one is of memory.
    library_->file = memfd_create("workbook", MFD_CLOEXEC);
    const std::string path = "/proc/self/fd/" + std::to_string(library_->file);
    library_->book = workbook_new(path.c_str());
    calc::require(library_->book != nullptr, "a workbook can be begun");
    library_->open = true;
    std::string plain_title = cut_to(harmless(title), 200);
    std::string program = "Burden";
    lxw_doc_properties properties{};
    properties.title = plain_title.data();
    properties.company = program.data();
    properties.created = seconds_of(date);
    workbook_set_properties(library_->book, &properties);
}

WorkbookFile::~WorkbookFile() {
    if (library_->open) {
        workbook_close(library_->book);
    }
    if (library_->file >= 0) {
        close(library_->file);
    }
}

WorkbookSheet& WorkbookFile::add_sheet(const std::string& wanted, bool landscape) {
    std::string plain;
    const std::string words = harmless(wanted);
    for (const char c : words) {
        plain += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    }
    plain.erase(0, plain.find_first_not_of(' '));
    plain.resize(plain.find_last_not_of(' ') + 1);
    // A spreadsheet keeps this name for itself.
    plain = plain.empty() || calc::lower_case(plain) == "history" ? "Sheet" : plain;
    std::string name;
    for (int number = 1;; ++number) {
        const std::string end = number == 1 ? "" : " " + std::to_string(number);
        name = cut_to(plain, longest_name - end.size()) + end;
        const bool taken = std::any_of(sheets_.begin(), sheets_.end(), [&](const auto& sheet) {
            return calc::lower_case(sheet->name()) == calc::lower_case(name);
        });
        if (!taken) {
            break;
        }
    }
    lxw_worksheet* sheet = workbook_add_worksheet(library_->book, name.c_str());
    if (sheet == nullptr) {
        // Whatever else the library has against a name.
        name = "Sheet " + std::to_string(sheets_.size() + 1);
        sheet = workbook_add_worksheet(library_->book, name.c_str());
    }
    calc::require(sheet != nullptr, "a sheet can be added");
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(sheet, a4);
    if (landscape) {
        worksheet_set_landscape(sheet);
    }
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    sheets_.push_back(std::make_unique<WorkbookSheet>(*this, name, sheet));
    return *sheets_.back();
}

std::string WorkbookFile::bytes() {
    library_->open = false;
    if (workbook_close(library_->book) != LXW_NO_ERROR) {
        return {};
    }
    const off_t size = lseek(library_->file, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(0, size)), '\0');
    const ssize_t read = pread(library_->file, bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read)));
    return bytes;
}

std::string WorkbookSheet::reference() const {
    // A longer word of letters alone is neither a cell nor a function, and needs no quotes.
    const bool plain = name_.size() > 3 && std::all_of(name_.begin(), name_.end(), [](char c) {
                           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                       });
    return (plain ? name_ : quoted_name(name_)) + "!";
}

void WorkbookSheet::text(CellPlace at, std::string_view words, const CellStyle& style) {
    const std::string plain = cut_to(harmless(words), longest_text);
    if (plain.empty()) {
        worksheet_write_blank(Access::of(*this), row_of(at.row), column_of(at.column),
                              Access::format(*this, style));
        return;
    }
    worksheet_write_string(Access::of(*this), row_of(at.row), column_of(at.column), plain.c_str(),
                           Access::format(*this, style));
}

void WorkbookSheet::number(CellPlace at, const calc::Decimal& value, const CellStyle& style) {
    worksheet_write_number(Access::of(*this), row_of(at.row), column_of(at.column), value.nearest_double(),
                           Access::format(*this, style));
}

void WorkbookSheet::formula(CellPlace at, const std::string& formula, const calc::Decimal& value,
                            const CellStyle& style) {
    worksheet_write_formula_num(Access::of(*this), row_of(at.row), column_of(at.column), formula.c_str(),
                                Access::format(*this, style), value.nearest_double());
}

void WorkbookSheet::link(CellPlace at, const WorkbookSheet& other) {
    const std::string target = "internal:" + other.reference() + "A1";
    worksheet_write_url_opt(Access::of(*this), row_of(at.row), column_of(at.column), target.c_str(), nullptr,
                            other.name().c_str(), nullptr);
}

void WorkbookSheet::comment(CellPlace at, std::string_view words) {
    std::string text;
    // Lines of ours stay lines.
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find('\n', begin), words.size());
        text += (begin == 0 ? "" : "\n") + harmless(words.substr(begin, end - begin));
        begin = end + 1;
    }
    std::string author = "Burden";
    lxw_comment_options options{};
    options.author = author.data();
    constexpr std::uint16_t wide = 360;
    constexpr std::size_t signs_in_line = 55;
    constexpr std::size_t line = 17;
    options.width = wide;
    const auto breaks = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    options.height = static_cast<std::uint16_t>(
        std::min<std::size_t>(600, line * (2 + breaks + text.size() / signs_in_line)));
    worksheet_write_comment_opt(Access::of(*this), row_of(at.row), column_of(at.column),
                                cut_to(text, longest_text).c_str(), &options);
}

void WorkbookSheet::heading(CellPlace at, std::size_t last_column, std::string_view words,
                            const CellStyle& style) {
    if (last_column <= at.column || words.empty()) {
        text(at, words, style);
        return;
    }
    worksheet_merge_range(Access::of(*this), row_of(at.row), column_of(at.column), row_of(at.row),
                          column_of(last_column), cut_to(harmless(words), longest_text).c_str(),
                          Access::format(*this, style));
}

void WorkbookSheet::width(std::size_t first_column, std::size_t last_column, double characters) {
    worksheet_set_column(Access::of(*this), column_of(first_column), column_of(last_column), characters,
                         nullptr);
}

void WorkbookSheet::height(std::size_t row, double points) {
    worksheet_set_row(Access::of(*this), row_of(row), points, nullptr);
}

void WorkbookSheet::freeze(std::size_t rows, std::size_t columns) {
    worksheet_freeze_panes(Access::of(*this), row_of(rows), column_of(columns));
}

void WorkbookSheet::repeat(std::size_t first_row, std::size_t last_row) {
    worksheet_repeat_rows(Access::of(*this), row_of(first_row), row_of(last_row));
}

void WorkbookSheet::chart(CellPlace at, const SheetChart& chart) {
    const bool lines = chart.kind == SheetChart::Kind::lines;
    lxw_chart* made = workbook_add_chart(
        Access::library(*this).book,
        static_cast<std::uint8_t>(lines                                     ? LXW_CHART_LINE
                                  : chart.kind == SheetChart::Kind::columns ? LXW_CHART_COLUMN_STACKED
                                                                            : LXW_CHART_BAR));
    calc::require(made != nullptr, "a chart can be added");
    const char* const sheet = name_.c_str();
    for (const SheetSeries& one : chart.series) {
        lxw_chart_series* const series = chart_add_series(made, nullptr, nullptr);
        chart_series_set_name_range(series, sheet, row_of(chart.head_row), column_of(one.column));
        chart_series_set_categories(series, sheet, row_of(chart.first_row), column_of(chart.place_column),
                                    row_of(chart.last_row), column_of(chart.place_column));
        chart_series_set_values(series, sheet, row_of(chart.first_row), column_of(one.column),
                                row_of(chart.last_row), column_of(one.column));
        if (lines && one.thin) {
            lxw_chart_line line{};
            line.color = ghost_ink;
            line.dash_type = LXW_CHART_LINE_DASH_DASH;
            line.width = 1.5F;
            chart_series_set_line(series, &line);
        }
    }
    chart_title_set_name(made, of_chart(chart.title).c_str());
    lxw_chart_font title{};
    title.size = 12;
    chart_title_set_name_font(made, &title);
    chart_axis_set_name(made->x_axis, of_chart(chart.place_label).c_str());
    chart_axis_set_name(made->y_axis, of_chart(chart.value_label).c_str());
    chart_axis_set_num_format(made->y_axis, chart.number.c_str());
    lxw_chart_line grid{};
    grid.color = grid_ink;
    grid.width = 0.75F;
    chart_axis_major_gridlines_set_line(made->y_axis, &grid);
    if (chart.kind == SheetChart::Kind::bars) {
        chart_axis_set_reverse(made->x_axis);
    }
    chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options options{};
    options.x_scale = 1.5;
    options.y_scale = 1.25;
    worksheet_insert_chart_opt(Access::of(*this), row_of(at.row), column_of(at.column), made, &options);
}

}  // namespace burden::brief
