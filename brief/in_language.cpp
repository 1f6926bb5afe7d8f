#include "burden/brief/in_language.hpp"

#include <algorithm>
#include <map>

#include "burden/brief/japanese.hpp"
#include "burden/brief/japanese_figures.hpp"

namespace burden::brief {
namespace {

calc::Decimal power_of_ten(int exponent) { return calc::Decimal("1e" + std::to_string(exponent)); }

/// Whether the words of a column are keys and titles of sources.
bool names_sources(const Table& table, const Column& column) {
    const bool source = table.id == "sources" || table.id == "source";
    return column.key == "key" || column.key == "sources" || column.key == "publisher" ||
           (source && (column.key == "title" || column.key == "text"));
}

/// Puts the texts of one answer into Japanese; each text once, however often it stands there.
class IntoJapanese {
public:
    explicit IntoJapanese(ReadBy reader, FiscalYears years = FiscalYears::common)
        : for_people_(reader == ReadBy::people), reiwa_(years == FiscalYears::reiwa && for_people_) {}

    Answer of(const Answer& answer) {
        Answer result = answer;
        put_all(result.tables);
        put_all(result.charts);
        put_all(result.notes);
        put_all(result.warnings);
        put(result.basis);
        return result;
    }

    Document of(const Document& document) {
        Document result = document;
        for (std::string* text : {&result.title, &result.question}) {
            put(*text);
        }
        for (auto* texts : {&result.findings, &result.assumptions, &result.left_out, &result.notes}) {
            put_all(*texts);
        }
        for (Section& section : result.sections) {
            put(section.heading);
            put_all(section.text);
            put_all(section.tables);
            put_all(section.charts);
            put_all(section.warnings);
            put(section.basis);
        }
        return result;
    }

    void put(Chart& chart) {
        chart.language = Language::ja;
        for (std::string* text : {&chart.title, &chart.caption, &chart.place_label, &chart.value_label}) {
            put(*text);
        }
        put_all(chart.places);
        const int shift = put_unit(chart.unit);
        chart.digits = std::max(0, chart.digits - shift);
        const calc::Decimal times = power_of_ten(shift);
        for (ChartSeries& series : chart.series) {
            for (std::string* text : {&series.label, &series.definition, &series.stage}) {
                put(*text);
            }
            for (ChartPoint& point : series.points) {
                point.value *= times;
                if (point.from) {
                    *point.from *= times;
                }
                for (auto* terms : {&point.terms, &point.from_terms}) {
                    for (FigureTerm& term : *terms) {
                        term.factor *= times;
                    }
                }
            }
        }
        for (ChartEvent& event : chart.events) {
            put(event.label);
        }
        for (ChartLine& line : chart.lines) {
            put(line.label);
            line.value *= times;
        }
        put_meanings(chart.marks);
    }

private:
    void put(std::string& text) {
        const auto known = known_.find(text);
        if (known == known_.end()) {
            text = known_.emplace(text, dated(japanese(text).text)).first->second;
        } else {
            text = known->second;
        }
    }

    /// A Japanese text with its fiscal years as they are counted here.
    std::string dated(const std::string& text) const { return reiwa_ ? in_reiwa(text) : text; }

    template <typename Part>
    void put_all(std::vector<Part>& parts) {
        for (Part& part : parts) {
            put(part);
        }
    }

    void put_meanings(std::vector<std::pair<std::string, std::string>>& marks) {
        for (auto& mark : marks) {
            put(mark.second);
        }
    }

    /// The unit as people know it; the power of ten that its figures grow by.
    int put_unit(std::string& unit) const {
        const auto known = for_people_ ? japanese_unit(unit) : std::nullopt;
        if (!known) {
            return 0;
        }
        unit = known->text;
        return known->shift;
    }

    void put(Table& table) {
        if (table.id != "source") {
            put(table.title);  // else it is that of a source
        }
        if (for_people_) {
            put(table.caption);  // programs find the units there that their figures are in
        }
        put_meanings(table.marks);
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            Column& column = table.columns[at];
            put(column.label);
            put(column.group);
            const int shift = put_unit(column.unit);
            column.places = std::max(0, column.places - shift);
            const bool stays = names_sources(table, column);
            if (reiwa_ && column.label == "年度") {
                for (Row& row : table.rows) {
                    count_by_reiwa(row.cells[at]);
                }
            }
            for (Row& row : table.rows) {
                put(row.cells[at], shift, stays);
            }
        }
    }

    /// Words of a cell are taken whole or stay: they may be a name that somebody gave.
    void put(Cell& cell, int shift, bool stays) {
        if (auto* words = std::get_if<std::string>(&cell.content)) {
            // A year below the head "FY" needs no word of its own.
            const bool digits = words->find_first_not_of("0123456789") == std::string::npos;
            if (for_people_ && !stays && !digits) {
                Translation translation = japanese(*words);
                *words = translation.whole ? dated(translation.text) : *words;
            }
        } else if (auto* figure = std::get_if<Figure>(&cell.content); figure != nullptr && shift > 0) {
            const calc::Decimal times = power_of_ten(shift);
            figure->value *= times;
            for (std::optional<int>* const digits : {&figure->places, &figure->footed}) {
                if (*digits) {
                    *digits = std::max(0, **digits - shift);
                }
            }
            for (FigureTerm& term : figure->terms) {
                term.factor *= times;
            }
        }
    }

    void put(Basis& basis) {
        for (std::string* text : {&basis.definition, &basis.denominator, &basis.gdp, &basis.rate}) {
            put(*text);
        }
        put_all(basis.words);
        for (std::string& sentence : basis.words) {
            sentence += sentence.empty() || sentence.ends_with("。") ? "" : "。";
        }
        if (for_people_) {
            for (std::string* text : {&basis.currency, &basis.prices, &basis.as_of}) {
                put(*text);
            }
        }
    }

    /// "2027" below the head 年度.
    static void count_by_reiwa(Cell& cell) {
        auto* words = std::get_if<std::string>(&cell.content);
        if (words != nullptr && words->size() == 4 &&
            words->find_first_not_of("0123456789") == std::string::npos) {
            *words = reiwa_year(*words);
        }
    }

    bool for_people_;
    bool reiwa_;
    std::map<std::string, std::string> known_;
};

}  // namespace

Answer in_language(const Answer& answer, Language language, ReadBy reader, FiscalYears years) {
    if (language == Language::en) {
        return answer;
    }
    Answer result = IntoJapanese(reader, years).of(answer);
    result.basis.language = language;
    return result;
}

Document in_language(const Document& document, Language language, ReadBy reader, FiscalYears years) {
    if (language == Language::en) {
        return document;
    }
    Document result = IntoJapanese(reader, years).of(document);
    result.language = language;
    for (Section& section : result.sections) {
        section.basis.language = language;
    }
    return result;
}

Chart in_language(const Chart& chart, Language language) {
    Chart result = chart;
    if (language == Language::ja) {
        IntoJapanese(ReadBy::people).put(result);
    }
    return result;
}

}  // namespace burden::brief
