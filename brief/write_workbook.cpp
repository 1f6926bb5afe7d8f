#include "burden/brief/write_workbook.hpp"

#include <algorithm>
#include <utility>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/shared.hpp"
#include "burden/brief/workbook_file.hpp"
#include "burden/brief/workbook_runs.hpp"

namespace burden::brief {

using calc::Decimal;

namespace {

using Side = CellStyle::Side;

/// The format that shows a figure as the other writers do.
std::string number_format(const Figure& figure, const Column& column, const std::vector<int>& notes) {
    const int places = std::max(0, figure.places.value_or(column.places));
    std::string digits = "#,##0";
    digits += places > 0 ? "." + std::string(static_cast<std::size_t>(places), '0') : "";
    // A number of a note stands behind the figure and is no part of it.
    const std::string after = notes.empty() ? "" : "\"" + superscript(notes) + "\"";
    return figure.plus ? "+" + digits + after + ";-" + digits + after + ";" + digits + after : digits + after;
}

/// A table on its sheet.
class TableSheet {
public:
    TableSheet(const Table& table, const Document& document, const WorkbookRuns& runs, WorkbookSheet& sheet)
        : table_(table), document_(document), runs_(runs), sheet_(sheet) {
        marked_ = std::any_of(table.rows.begin(), table.rows.end(),
                              [](const Row& row) { return !row.mark.empty(); });
        const bool grouped = std::any_of(table.columns.begin(), table.columns.end(),
                                         [](const Column& column) { return !column.group.empty(); });
        labels_row_ = groups_row + (grouped ? 1 : 0);
        units_row_ = labels_row_ + 1;
        first_row_ = units_row_ + 1;
        widths_.assign(table.columns.size(), 6);
    }

    /// Whether any figure is a formula.
    bool write() {
        sheet_.text({0, 0}, table_.title, {.bold = true, .size = 14});
        sheet_.text({1, 0}, table_.caption, {.italic = true, .dim = true});
        write_heads();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            write_row(table_.rows[row], first_row_ + row);
        }
        write_below(first_row_ + table_.rows.size() + 1);
        for (std::size_t at = 0; at < widths_.size(); ++at) {
            const std::size_t column = column_of(at);
            sheet_.width(column, column, widths_[at] + 2);
        }
        std::vector<std::pair<std::string, int>> labels;
        for (std::size_t at = 0; at < widths_.size(); ++at) {
            labels.emplace_back(table_.columns[at].label, static_cast<int>(widths_[at]));
        }
        sheet_.height(labels_row_, height_of(labels));
        if (marked_) {
            sheet_.width(1, 1, 3);
        }
        sheet_.freeze(first_row_, marked_ ? 2 : 1);
        sheet_.repeat(groups_row, first_row_ - 1);
        return computes_;
    }

private:
    static constexpr std::size_t groups_row = 3;

    /// Marks stand in a column of their own behind the first.
    std::size_t column_of(std::size_t at) const { return at + (marked_ && at > 0 ? 1 : 0); }

    void widen(std::size_t at, int width, int most) {
        widths_[at] = std::max(widths_[at], static_cast<double>(std::min(width, most)));
    }

    void write_heads() {
        CellStyle style{.bold = true, .wrap = true, .shaded = true};
        const auto& columns = table_.columns;
        const auto side = [&](std::size_t at) {
            return columns[at].words || at == 0 ? Side::left : Side::right;
        };
        const std::size_t last = columns.empty() ? 0 : column_of(columns.size() - 1);
        for (std::size_t row = groups_row; row <= units_row_; ++row) {
            for (std::size_t column = 0; column <= last; ++column) {
                sheet_.text({row, column}, "", {.rule_below = row == units_row_, .shaded = true});
            }
        }
        for (std::size_t at = 0; at < columns.size();) {
            std::size_t end = at + 1;
            while (end < columns.size() && columns[end].group == columns[at].group) {
                ++end;
            }
            if (!columns[at].group.empty()) {
                CellStyle group = style;
                group.side = end - at > 1 ? Side::centre : side(at);
                group.rule_below = end - at > 1;
                sheet_.heading({groups_row, column_of(at)}, column_of(end - 1), columns[at].group, group);
                const int share = display_width(columns[at].group) / static_cast<int>(end - at) + 1;
                for (std::size_t one = at; one < end; ++one) {
                    widen(one, share, 24);
                }
            }
            at = end;
        }
        for (std::size_t at = 0; at < columns.size(); ++at) {
            style.side = side(at);
            sheet_.text({labels_row_, column_of(at)}, columns[at].label, style);
            widen(at,
                  std::min(display_width(columns[at].label), std::max(12, longest_word(columns[at].label))),
                  30);
            sheet_.text({units_row_, column_of(at)}, columns[at].unit,
                        {.dim = true, .rule_below = true, .shaded = true, .side = side(at)});
            widen(at, display_width(columns[at].unit), 30);
        }
    }

    void write_row(const Row& row, std::size_t at_row) {
        double lines = 0;
        if (marked_) {
            sheet_.text({at_row, 1}, row.mark,
                        {.dim = true, .rule_above = row.rule_above, .side = Side::centre});
        }
        for (std::size_t at = 0; at < row.cells.size() && at < table_.columns.size(); ++at) {
            const Cell& cell = row.cells[at];
            const Column& column = table_.columns[at];
            const CellPlace place{at_row, column_of(at)};
            CellStyle style{.bold = row.rule_above && at == 0, .rule_above = row.rule_above};
            if (const auto* figure = std::get_if<Figure>(&cell.content)) {
                style.number = number_format(*figure, column, cell.notes);
                write_figure(*figure, place, style);
                widen(at, display_width(figure_text(*figure, column) + superscript(cell.notes)) + 1, 40);
                continue;
            }
            const auto* words = std::get_if<std::string>(&cell.content);
            const std::string text = (words != nullptr ? *words : "") + superscript(cell.notes);
            style.side = column.words || at == 0 ? Side::left : Side::right;
            style.wrap = display_width(text) > longest_words;
            lines = std::max(lines, height_of({{text, longest_words}}));
            sheet_.text(place, text, style);
            widen(at, display_width(text), longest_words);
        }
        if (lines > height_of({})) {
            sheet_.height(at_row, lines);
        }
    }

    void write_figure(const Figure& figure, CellPlace place, const CellStyle& style) {
        if (const auto formula = runs_.formula(figure)) {
            computes_ = true;
            sheet_.formula(place, *formula, figure.value, style);
        } else {
            sheet_.number(place, figure.value, style);
        }
    }

    /// Marks and notes that stand at the table, so that it may be read alone.
    void write_below(std::size_t row) {
        for (const auto& [mark, meaning] : marks_borne({&table_})) {
            sheet_.text({row++, 0}, mark + "  " + translated(meaning, document_.language), {.dim = true});
        }
        std::vector<int> notes;
        for (const Row& one : table_.rows) {
            for (const Cell& cell : one.cells) {
                notes.insert(notes.end(), cell.notes.begin(), cell.notes.end());
            }
        }
        std::sort(notes.begin(), notes.end());
        notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
        for (const int note : notes) {
            if (note >= 1 && static_cast<std::size_t>(note) <= document_.notes.size()) {
                sheet_.text({row++, 0},
                            std::to_string(note) + "  " + document_.notes[static_cast<std::size_t>(note) - 1],
                            {.dim = true});
            }
        }
    }

    static constexpr int longest_words = 60;

    const Table& table_;
    const Document& document_;
    const WorkbookRuns& runs_;
    WorkbookSheet& sheet_;
    std::vector<double> widths_;
    std::size_t labels_row_ = 0;
    std::size_t units_row_ = 0;
    std::size_t first_row_ = 0;
    bool marked_ = false;
    bool computes_ = false;
};

/// A sheet and what the first sheet says of it.
struct Listed {
    const WorkbookSheet* sheet = nullptr;
    std::string words;
};

/// The sheet with all texts of a document.
class BriefSheet {
public:
    BriefSheet(const Document& document, WorkbookSheet& sheet) : document_(document), sheet_(sheet) {}

    void write(const std::string& title, const std::vector<Listed>& sheets) {
        sheet_.width(0, 0, label_width + 2);
        sheet_.width(1, 1, text_width - 2);
        sheet_.text({row_, 0}, title, {.bold = true, .size = 16});
        row_ += 2;
        line("", document_.question, {.italic = true, .wrap = true});
        numbered("Findings", document_.findings);
        for (const Section& section : document_.sections) {
            section_of(section);
        }
        list("Assumptions", document_.assumptions);
        list("Not included", document_.left_out);
        numbered("Notes", document_.notes);
        sources();
        if (!document_.as_of.empty()) {
            heading("As of");
            line("", document_.as_of);
        }
        list("Again", document_.again);
        list("See", document_.see);
        heading("Sheets");
        for (const Listed& one : sheets) {
            sheet_.link({row_, 0}, *one.sheet);
            sheet_.height(row_, height_of({{one.sheet->name(), label_width}, {one.words, text_width}}));
            sheet_.text({row_++, 1}, one.words, {.wrap = true});
        }
    }

private:
    std::string in_language(const char* words) const { return translated(words, document_.language); }

    void heading(const char* words) {
        row_ += row_ > 2 && !fresh_ ? 1 : 0;
        fresh_ = true;
        sheet_.text({row_++, 0}, in_language(words), {.bold = true, .size = 12});
    }
    void line(const std::string& label, const std::string& words, const CellStyle& style = {.wrap = true}) {
        if (!words.empty()) {
            sheet_.text({row_, 0}, label, {.dim = true, .wrap = true});
            sheet_.height(row_, height_of({{label, label_width}, {words, text_width}}));
            sheet_.text({row_++, 1}, words, style);
            fresh_ = false;
        }
    }
    void list(const char* words, const std::vector<std::string>& items) {
        if (!items.empty()) {
            heading(words);
            for (const std::string& item : items) {
                line("", item);
            }
        }
    }
    void numbered(const char* words, const std::vector<std::string>& items) {
        if (!items.empty()) {
            heading(words);
            for (std::size_t at = 0; at < items.size(); ++at) {
                line(std::to_string(at + 1), items[at]);
            }
        }
    }
    void section_of(const Section& section) {
        if (!section.heading.empty()) {
            row_ += fresh_ ? 0 : 1;
            sheet_.text({row_++, 0}, section.heading, {.bold = true, .size = 13});
            fresh_ = false;
        }
        for (const std::string& paragraph : section.text) {
            line("", paragraph);
        }
        const Answer alone{.command = document_.command, .tables = section.tables, .basis = section.basis};
        const auto basis = basis_lines(alone);
        if (!basis.empty() && section.heading.empty()) {
            heading("Basis");
        }
        for (std::size_t at = 0; at < basis.size(); ++at) {
            line(at == 0 && !section.heading.empty() ? in_language("Basis") : "", basis[at]);
        }
        for (const std::string& warning : section.warnings) {
            line(in_language("Warning"), warning);
        }
        line(in_language("Command"), section.command);
    }
    void sources() {
        if (document_.sources.empty()) {
            return;
        }
        heading("Sources");
        for (const Citation& source : document_.sources) {
            std::string text = source.title;
            for (const std::string* part : {&source.publisher, &source.published, &source.address}) {
                text += part->empty() ? "" : (text.empty() ? "" : ", ") + *part;
            }
            line(source.key, text);
        }
    }

    static constexpr int label_width = 18;
    static constexpr int text_width = 112;

    const Document& document_;
    WorkbookSheet& sheet_;
    std::size_t row_ = 0;
    bool fresh_ = false;
};

/// The charts of a document: their values, and a chart of the spreadsheet's own where it has one of that
/// kind.
void write_charts(const std::vector<const Chart*>& charts, const Document& document, const WorkbookRuns& runs,
                  WorkbookSheet& sheet) {
    constexpr std::size_t rows_of_a_chart = 21;
    std::size_t row = 0;
    std::size_t columns = 1;
    for (const Chart* chart : charts) {
        columns = std::max(columns, chart_table(*chart).columns.size());
    }
    int widest = 12;
    for (const Chart* chart : charts) {
        const Table table = chart_table(*chart);
        sheet.text({row, 0}, table.title, {.bold = true, .size = 13});
        sheet.text({row + 1, 0}, table.caption, {.italic = true, .dim = true});
        const std::size_t head = row + 2;
        SheetChart native{
            .title = chart->title,
            .place_label = chart->place_label,
            .value_label = chart->value_label + (chart->unit.empty() ? "" : " (" + chart->unit + ")"),
            .head_row = head,
            .first_row = head + 1,
            .last_row = head + std::max<std::size_t>(1, table.rows.size())};
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const Column& column = table.columns[at];
            const std::string label = column.group.empty()
                                          ? column.label
                                          : column.group + ", " + translated(column.label, document.language);
            sheet.text({head, at}, label,
                       {.bold = true,
                        .wrap = true,
                        .rule_below = true,
                        .shaded = true,
                        .side = at == 0 ? Side::left : Side::right});
        }
        for (std::size_t at = 0; at < table.rows.size(); ++at) {
            const auto& cells = table.rows[at].cells;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                const CellPlace place{head + 1 + at, column};
                if (const auto* figure = std::get_if<Figure>(&cells[column].content)) {
                    native.number = number_format(*figure, table.columns[column], {});
                    const auto formula = runs.formula(*figure);
                    const CellStyle style{.number = native.number};
                    formula ? sheet.formula(place, *formula, figure->value, style)
                            : sheet.number(place, figure->value, style);
                } else if (const auto* words = std::get_if<std::string>(&cells[column].content)) {
                    sheet.text(place, *words);
                    widest = std::max(widest, std::min(50, display_width(*words)));
                }
            }
        }
        const auto all_marks = [&](auto... marks) {
            return std::all_of(chart->series.begin(), chart->series.end(),
                               [&](const ChartSeries& series) { return ((series.mark == marks) || ...); });
        };
        const bool begins_at_zero = table.columns.size() == chart->series.size() + 1;
        const bool lines = all_marks(ChartMark::line, ChartMark::ghost);
        const bool bars = all_marks(ChartMark::bar);
        if (begins_at_zero && !table.rows.empty() && (lines || bars || all_marks(ChartMark::column))) {
            native.kind = lines  ? SheetChart::Kind::lines
                          : bars ? SheetChart::Kind::bars
                                 : SheetChart::Kind::columns;
            for (std::size_t at = 0; at < chart->series.size(); ++at) {
                native.series.push_back(
                    {.column = at + 1, .thin = chart->series[at].mark == ChartMark::ghost});
            }
            sheet.chart({row, columns + 1}, native);
        }
        row += std::max(rows_of_a_chart + 6, table.rows.size() + 5);
    }
    sheet.width(0, 0, widest + 2);
    sheet.width(1, columns, 16);
}

/// The metrics that figures say they are made of.
models::MetricSet metrics_of(const std::vector<const Table*>& tables) {
    models::MetricSet metrics;
    for (const Table* table : tables) {
        for (const Row& row : table->rows) {
            for (const Cell& cell : row.cells) {
                const auto* figure = std::get_if<Figure>(&cell.content);
                for (const FigureTerm& term : figure != nullptr ? figure->terms : std::vector<FigureTerm>()) {
                    if (const auto read = inputs::ScenarioCell::read(term.cell)) {
                        metrics.add(read->metric);
                    }
                }
            }
        }
    }
    return metrics;
}

}  // namespace

std::string write_workbook(const Document& document, const std::vector<WorkbookRun>& runs) {
    const Answer whole = answer_of(document);
    std::vector<const Table*> tables;
    std::vector<const Chart*> charts;
    for (const Section& section : document.sections) {
        for (const Table& table : section.tables) {
            if (table.audience != Audience::programs) {
                tables.push_back(&table);
            }
        }
        for (const Chart& chart : section.charts) {
            charts.push_back(&chart);
        }
    }
    const std::string title = !document.title.empty() ? document.title
                              : !tables.empty()       ? tables.front()->title
                                                      : document.command;
    const auto in_language = [&](const char* words) { return translated(words, document.language); };
    WorkbookRuns recorded(runs, metrics_of(tables));

    WorkbookFile file(title, document.as_of);
    WorkbookSheet& brief = file.add_sheet(in_language("Brief"), false);
    std::vector<WorkbookSheet*> table_sheets;
    for (const Table* table : tables) {
        table_sheets.push_back(
            &file.add_sheet(table->id.empty() ? in_language("Table") : table->id, table->columns.size() > 6));
    }
    WorkbookSheet* const chart_sheet =
        charts.empty() ? nullptr : &file.add_sheet(in_language("Charts"), true);
    std::vector<Listed> listed;
    WorkbookSheet* inputs = nullptr;
    std::vector<WorkbookSheet*> models;
    if (recorded.any()) {
        inputs = &file.add_sheet(in_language("Inputs"), true);
        for (std::size_t run = 0; run < runs.size(); ++run) {
            models.push_back(&file.add_sheet(
                in_language("Model") + (runs.size() > 1 ? " " + std::to_string(run + 1) : ""), true));
        }
        recorded.write(*inputs, models, document.language);
    }
    for (std::size_t at = 0; at < tables.size(); ++at) {
        const bool computes = TableSheet(*tables[at], document, recorded, *table_sheets[at]).write();
        listed.push_back({table_sheets[at],
                          tables[at]->title + " (" + in_language(computes ? "computes" : "values") + ")"});
    }
    if (chart_sheet != nullptr) {
        write_charts(charts, document, recorded, *chart_sheet);
        listed.push_back({chart_sheet, in_language("The charts and their values")});
    }
    if (inputs != nullptr) {
        listed.push_back({inputs, in_language("Every number that the results rest on: change one here")});
        for (std::size_t run = 0; run < models.size(); ++run) {
            listed.push_back({models[run], in_language("How the results follow from the inputs (computes)") +
                                               (runs.size() > 1 ? ": " + runs[run].scenario->name : "")});
        }
    }
    BriefSheet(document, brief).write(title, listed);
    return file.bytes();
}

}  // namespace burden::brief
