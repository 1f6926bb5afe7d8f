#include "burden/brief/write_workbook.hpp"

#include <array>
#include <utility>

#include "burden/brief/shared.hpp"
#include "burden/brief/workbook_runs.hpp"
#include "burden/brief/workbook_tables.hpp"
#include "burden/inputs/scenario_derivation.hpp"

namespace burden::brief {

namespace {

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
        contents(sheets);
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
    void contents(const std::vector<Listed>& sheets) {
        heading("Sheets");
        for (const Listed& one : sheets) {
            sheet_.link({row_, 0}, *one.sheet);
            sheet_.height(row_, height_of({{one.sheet->name(), label_width}, {one.words, text_width}}));
            sheet_.text({row_++, 1}, one.words, {.wrap = true});
        }
        fresh_ = false;
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

/// What every run of a scenario shows by year.
constexpr std::array<models::Metric, 8> year_metrics = {
    models::Metric::gdp,      models::Metric::share,        models::Metric::spending,
    models::Metric::extra,    models::Metric::hosting,      models::Metric::contribution,
    models::Metric::per_head, models::Metric::of_government};

/// The names of the figures that those of tables and charts say they are made of, for each run.
std::vector<std::set<std::string>> names_in(const std::vector<const Table*>& tables,
                                            const std::vector<const Chart*>& charts, std::size_t runs) {
    std::vector<std::set<std::string>> names(runs);
    const auto add = [&](const std::vector<FigureTerm>& terms) {
        for (const FigureTerm& term : terms) {
            if (term.run < runs) {
                names[term.run].insert(term.cell);
            }
        }
    };
    for (const Table* table : tables) {
        for (const Row& row : table->rows) {
            for (const Cell& cell : row.cells) {
                if (const auto* figure = std::get_if<Figure>(&cell.content)) {
                    add(figure->terms);
                }
            }
        }
    }
    for (const Chart* chart : charts) {
        for (const ChartSeries& series : chart->series) {
            for (const ChartPoint& point : series.points) {
                add(point.terms);
                add(point.from_terms);
            }
        }
    }
    return names;
}

}  // namespace

WorkbookRun workbook_run(const inputs::Scenario& scenario, const inputs::ScenarioPlan& plan,
                         const inputs::Facts& facts) {
    const std::string title = scenario.title();
    return {.title = title.empty() ? scenario.name : title,
            .name = scenario.name,
            .facts = &facts,
            .record = [&scenario, &plan](inputs::Recorder& recorder, const std::set<std::string>& names) {
                models::MetricSet metrics;
                for (const models::Metric metric : year_metrics) {
                    metrics.add(metric);
                }
                for (const std::string& name : names) {
                    if (const auto cell = inputs::ScenarioCell::read(name)) {
                        metrics.add(cell->metric);
                    }
                }
                return inputs::scenario_recording(recorder, scenario, plan, metrics);
            }};
}

std::string write_workbook(const Document& document, const std::vector<WorkbookRun>& runs) {
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
    const auto names = names_in(tables, charts, runs.size());
    WorkbookRuns recorded(runs, names);

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
        const bool computes = write_table(*tables[at], document, recorded, *table_sheets[at]);
        listed.push_back({table_sheets[at],
                          tables[at]->title + " (" + in_language(computes ? "computes" : "values") + ")"});
    }
    if (chart_sheet != nullptr) {
        const bool computes = write_charts(charts, document, recorded, *chart_sheet);
        listed.push_back({chart_sheet, in_language("The charts and their values") + " (" +
                                           in_language(computes ? "computes" : "values") + ")"});
    }
    if (inputs != nullptr) {
        listed.push_back({inputs, in_language("Every number that the results rest on: change one here")});
        for (std::size_t run = 0; run < models.size(); ++run) {
            const std::string how = in_language("How the results follow from the inputs (computes)");
            const char* const colon = document.language == Language::ja ? "：" : ": ";
            listed.push_back({models[run], runs.size() > 1
                                               ? how + colon + translated(runs[run].name, document.language)
                                               : how});
        }
    }
    BriefSheet(document, brief).write(title, listed);
    return file.bytes();
}

}  // namespace burden::brief
