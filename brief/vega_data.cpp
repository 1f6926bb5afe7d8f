/// Data of a specification: one row for each point, label, event and line.
#include <algorithm>
#include <vector>

#include "burden/brief/display_width.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/brief/vega_parts.hpp"

namespace burden::brief {
namespace {

using calc::Decimal;

class DataWriter {
public:
    DataWriter(VegaJson& json, const VegaDrawing& drawing)
        : json_(json), drawing_(drawing), layout_(drawing.layout), chart_(drawing.layout.chart()) {}

    void write() {
        const auto at_place = [&](std::size_t series, std::size_t point) {
            const ChartPoint& here = chart_.series[series].points[point];
            json_.member("x", here.place);
            json_.member("y", here.value);
            json_.member("marked", !here.mark.empty());
            add_tip(chart_.series[series], here);
        };
        const auto with_from = [&](std::size_t series, std::size_t point) {
            at_place(series, point);
            json_.member("from", chart_.series[series].points[point].from.value_or(Decimal(0)));
        };
        add_points("ghosts", ChartMark::ghost, at_place);
        add_points("lines", ChartMark::line, at_place);
        add_points("bands", ChartMark::band, with_from);
        const auto stacked = layout_.pieces();
        add_points("columns", ChartMark::column, [&](std::size_t series, std::size_t point) {
            const auto place = static_cast<double>(chart_.series[series].points[point].place);
            json_.member("x", place - 0.38);
            json_.member("x2", place + 0.38);
            json_.member("y", stacked[series][point].to);
            json_.member("from", stacked[series][point].from);
            add_tip(chart_.series[series], chart_.series[series].points[point]);
        });
        add_points("bars", ChartMark::bar,
                   [&](std::size_t series, std::size_t point) { add_bar(series, point); });
        add_joins();
        add_bar_places();
        add_ends();
        add_starts();
        add_events();
        add_lines();
    }

private:
    /// The rows of a name, which `fill` writes.
    template <typename Fill>
    void rows(std::string_view name, const Fill& fill) {
        json_.list_member(drawing_.name + std::string(name), fill);
    }

    // Tooltips

    /// A key of a tooltip. Two names would not be shown as keys.
    void tip_key(const std::string& name) {
        const std::string text = harmless(name);
        json_.key(text == "title" || text == "image" ? text + "\u00A0" : text);
    }

    void tip_line(const std::string& name, const std::string& text) {
        if (!text.empty()) {
            tip_key(name);
            json_.value(text);
        }
    }

    std::string word(std::string_view english) const { return translated(english, drawing_.language); }

    void add_tip(const ChartSeries& series, const ChartPoint& point) {
        json_.object_member("tip", [&] {
            json_.member("title", series.label.empty() ? chart_.places.at(point.place) : series.label);
            if (!series.label.empty()) {
                tip_line(chart_.place_label.empty() ? word("Place") : chart_.place_label,
                         chart_.places.at(point.place));
            }
            const std::string title = vega_value_title(chart_);
            tip_line(title.empty() ? word("Value") : title, point_text(chart_, series, point));
            tip_line(word("Counts"), series.definition);
            tip_line(word("Stage"), series.stage);
            if (!point.mark.empty()) {
                const auto found = std::find_if(chart_.marks.begin(), chart_.marks.end(),
                                                [&](const auto& mark) { return mark.first == point.mark; });
                tip_line(word("Mark"), found == chart_.marks.end() ? point.mark : found->second);
            }
        });
    }

    // Points

    /// One row for each point of the series that are drawn by `mark`.
    template <typename AddFields>
    void add_points(std::string_view name, ChartMark mark, const AddFields& fields) {
        rows(name, [&] {
            for (std::size_t at = 0; at < chart_.series.size(); ++at) {
                const ChartSeries& series = chart_.series[at];
                for (std::size_t point = 0; series.mark == mark && point < series.points.size(); ++point) {
                    json_.object([&] {
                        json_.member("series", at);
                        json_.member("hue", layout_.looks()[at].hue);
                        json_.member("dash", layout_.looks()[at].dash);
                        fields(at, point);
                    });
                }
            }
        });
    }

    void add_bar(std::size_t at, std::size_t number_of_point) {
        const ChartSeries& series = chart_.series[at];
        const ChartPoint& point = series.points[number_of_point];
        const Decimal from = point.from.value_or(Decimal(0));
        const bool leftwards = point.value < from;
        const auto [top, height] = layout_.thickness_of(at, point);
        json_.member("x", point.value);
        json_.member("from", from);
        json_.member("y", top);
        json_.member("y2", top + height);
        json_.member("middle", top + height / 2);
        json_.member("look", point.total              ? whole_hue
                             : layout_.is_part(point) ? (leftwards ? std::size_t{1} : 0)
                                                      : layout_.looks()[at].hue);
        json_.member("marked", !point.mark.empty());
        const VegaLayout::BarLabel label = layout_.label_of(point);
        json_.member("end", label.end);
        json_.member("side", label.side);
        json_.member("shown", label.text);
        add_tip(series, point);
    }

    /// In a waterfall, from the end of each bar to the next.
    void add_joins() {
        rows("joins", [&] {
            for (const ChartSeries& series : chart_.series) {
                for (std::size_t at = 0; at + 1 < series.points.size(); ++at) {
                    if (chart_.kind != ChartKind::waterfall || series.mark != ChartMark::bar) {
                        continue;
                    }
                    json_.object([&] {
                        json_.member("x", series.points[at].value);
                        json_.member("y", static_cast<double>(series.points[at].place) + 0.34);
                        json_.member("y2", static_cast<double>(series.points[at + 1].place) - 0.34);
                    });
                }
            }
        });
    }

    // Labels

    /// What bars stand for, left of them, in lines around their middle.
    void add_bar_places() {
        rows("bar_places", [&] {
            for (std::size_t place = 0; layout_.lies() && place < chart_.places.size(); ++place) {
                const auto lines = wrapped(harmless(chart_.places[place]), layout_.place_label_width());
                const double up =
                    vega_line_height / 2 * static_cast<double>(lines.size() - 1) / layout_.bar_height();
                json_.object([&] {
                    json_.member("y", static_cast<double>(place) - up);
                    json_.member("label", lines);
                });
            }
        });
    }

    void add_ends() {
        rows("ends", [&] {
            for (const VegaLayout::Label& label : layout_.end_labels()) {
                json_.object([&] {
                    json_.member("x", label.place);
                    json_.member("y", label.value);
                    json_.member("hue", layout_.looks()[label.series].hue);
                    json_.member("ghost", chart_.series[label.series].mark == ChartMark::ghost);
                    json_.member("beside", label.place >= layout_.last_place());
                    json_.member("label_y", layout_.first_line_of(label));
                    json_.member("label", label.lines);
                });
            }
        });
    }

    void add_starts() {
        rows("starts", [&] {
            for (const VegaLayout::Label& label : layout_.start_labels()) {
                json_.object([&] {
                    json_.member("x", label.place);
                    json_.member("y", label.value);
                    json_.member("hue", layout_.looks()[label.series].hue);
                    json_.member("label_y", layout_.first_line_of(label));
                    json_.member("label", label.lines);
                });
            }
        });
    }

    void add_events() {
        const double top = layout_.high().nearest_double();
        rows("events", [&] {
            for (const VegaLayout::Event& event : layout_.events()) {
                json_.object([&] {
                    json_.member("x", event.at);
                    json_.member("foot", layout_.above(top, event.foot));
                    const auto lines_above = static_cast<double>(event.label.size() - 1);
                    json_.member("label_y", layout_.above(top, event.foot + vega_line_height * lines_above));
                    json_.member("align", event.align);
                    json_.member("label", event.label);
                });
            }
        });
    }

    void add_lines() {
        const auto [first, last] = layout_.places_domain();
        rows("references", [&] {
            double row = 0;
            for (const ChartLine& line : chart_.lines) {
                const double value = line.value.nearest_double();
                const bool left = layout_.is_named_at_left(value);
                const double share = layout_.pixels_of(value) / layout_.height();
                json_.object([&] {
                    json_.member("value", line.value);
                    json_.member("label", line.label);
                    // Over bars each name has a row of its own.
                    json_.member("label_y", -0.5 - (4 + vega_line_height * row++) / layout_.bar_height());
                    json_.member("label_x", left ? first : last);
                    json_.member("align", layout_.lies() ? (share < 0.35   ? "left"
                                                            : share > 0.65 ? "right"
                                                                           : "center")
                                                         : (left ? "left" : "right"));
                });
            }
        });
    }

    VegaJson& json_;
    const VegaDrawing& drawing_;
    const VegaLayout& layout_;
    const Chart& chart_;
};

}  // namespace

void add_vega_params(VegaJson& json, const VegaDrawing& drawing) {
    const VegaLayout& layout = drawing.layout;
    json.object([&] {
        json.member("name", drawing.name + "places");
        json.list_member("value", [&] {
            for (const std::string& place : layout.chart().places) {
                json.value(wrapped(harmless(place), layout.place_label_width()));
            }
        });
    });
    json.object([&] {
        std::vector<std::string> names(chart_hues.size());
        for (const std::size_t series : layout.legend_series()) {
            names[layout.looks()[series].hue] = layout.chart().series[series].label;
        }
        json.member("name", drawing.name + "names");
        json.member("value", names);
    });
}

void add_vega_data(VegaJson& json, const VegaDrawing& drawing) { DataWriter(json, drawing).write(); }

}  // namespace burden::brief
