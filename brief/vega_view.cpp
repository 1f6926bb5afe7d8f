/// How a chart is drawn: title, axes with their scales, and a layer for each kind of mark and label.
#include <algorithm>
#include <string>
#include <utility>

#include "burden/brief/display_width.hpp"
#include "burden/brief/figure_text.hpp"
#include "burden/brief/utf8.hpp"
#include "burden/brief/vega_parts.hpp"

namespace burden::brief {
namespace {

using calc::Decimal;

constexpr std::size_t most_points_large = 25;

class ViewWriter {
public:
    ViewWriter(VegaJson& json, const VegaDrawing& drawing)
        : json_(json), drawing_(drawing), layout_(drawing.layout), chart_(drawing.layout.chart()) {}

    void write(std::string_view width) {
        add_title();
        json_.member("description", alt_text(chart_));
        json_.raw_member("width", width);
        json_.member("height", layout_.height());
        add_encoding();
        json_.list_member("layer", [&] { add_layers(); });
    }

private:
    void add_title() {
        json_.object_member("title", [&] {
            json_.member("text", wrapped(harmless(chart_.title), 80));
            if (!chart_.caption.empty()) {
                json_.member("subtitle", chart_.caption);
            }
        });
    }

    // Axes

    void add_places_axis(std::string_view orient) {
        json_.object_member("axis", [&] {
            json_.list_member("values", [&] {
                for (std::size_t at = 0; at < chart_.places.size(); ++at) {
                    json_.value(at);
                }
            });
            json_.member("labelExpr", drawing_.name + "places[datum.value]");
            json_.member("orient", orient);
            json_.member("title", chart_.place_label);
            if (layout_.lies()) {
                json_.raw_member("grid", "false");
                json_.raw_member("ticks", "false");
                json_.raw_member("title", "null");
                json_.raw_member("labels", "false");
            } else {
                json_.raw_member("grid", "false");
                json_.raw_member("labelOverlap", "\"greedy\"");
                json_.raw_member("labelSeparation", "6");
                json_.raw_member("labelFlush", "false");
            }
        });
    }

    void add_values_axis() {
        std::size_t digits = 0;
        for (const Decimal& tick : layout_.ticks()) {
            const std::string text = plain_figure({.value = tick});
            const std::size_t point = text.find('.');
            digits = std::max(digits, point == std::string::npos ? 0 : text.size() - point - 1);
        }
        json_.object_member("axis", [&] {
            json_.list_member("values", [&] {
                for (const Decimal& tick : layout_.ticks()) {
                    json_.value(tick);
                }
            });
            json_.member("format", ",." + std::to_string(digits) + "f");
            json_.member("title", vega_value_title(chart_));
            json_.raw_member("domain", "false");
            json_.raw_member("ticks", "false");
            json_.raw_member("labelOverlap", "true");
            json_.raw_member("labelSeparation", "8");
            json_.raw_member("labelFlush", "false");
            if (!layout_.lies()) {
                // Read as it stands, above the axis; rows of events push it up.
                json_.raw_member("titleAngle", "0");
                json_.raw_member("titleAlign", "\"left\"");
                json_.raw_member("titleAnchor", "\"end\"");
                json_.raw_member("titleBaseline", "\"bottom\"");
                json_.raw_member("titleX", layout_.is_slope() ? "0" : "-30");
                json_.member("titleY", -14 - layout_.above_plot());
                json_.raw_member("labels", layout_.is_slope() ? "false" : "true");
            }
        });
    }

    template <typename AddAxis>
    void add_scale(std::string_view channel, std::string_view field, const Decimal& low, const Decimal& high,
                   bool reversed, const AddAxis& axis) {
        json_.object_member(channel, [&] {
            json_.member("field", field);
            json_.raw_member("type", "\"quantitative\"");
            json_.object_member("scale", [&] {
                json_.list_member("domain", [&] {
                    json_.value(low);
                    json_.value(high);
                });
                json_.raw_member("nice", "false");
                json_.raw_member("zero", "false");
                if (layout_.lies() && channel == "x") {
                    const auto [left, right] = layout_.room_beside_bars();
                    json_.raw_member("range", "[" + std::to_string(static_cast<int>(left)) +
                                                  ",{\"expr\":\"width - " +
                                                  std::to_string(static_cast<int>(right)) + "\"}]");
                }
                json_.member("reverse", reversed);
            });
            axis();
        });
    }

    void add_encoding() {
        const auto [first, last] = layout_.places_domain();
        const auto decimal = [](double value) { return Decimal(std::to_string(value)); };
        json_.object_member("encoding", [&] {
            const auto places = [&](std::string_view channel, std::string_view orient) {
                add_scale(channel, channel, decimal(first), decimal(last), layout_.lies(),
                          [&] { add_places_axis(orient); });
            };
            const auto values = [&](std::string_view channel) {
                add_scale(channel, channel, layout_.low(), layout_.high(), false, [&] { add_values_axis(); });
            };
            if (layout_.lies()) {
                values("x");
                places("y", "left");
            } else {
                places("x", "bottom");
                values("y");
            }
        });
    }

    // Layers

    void layer(std::string_view data, std::string_view mark, std::string_view encoding,
               std::string_view only = {}) {
        json_.object([&] {
            json_.object_member("data", [&] { json_.member("name", drawing_.name + std::string(data)); });
            if (!only.empty()) {
                json_.list_member("transform", [&] { json_.object([&] { json_.member("filter", only); }); });
            }
            json_.raw_member("mark", mark);
            json_.raw_member("encoding", encoding);
        });
    }

    void add_layers() {
        if (layout_.has(ChartMark::band)) {
            layer("bands", R"({"type":"area","opacity":0.24,"interpolate":"linear"})",
                  R"({"y2":{"field":"from"},"detail":{"field":"series"},"color":)" + hue("hue") + "}");
        }
        if (layout_.has(ChartMark::column)) {
            layer("columns", R"({"type":"rect","stroke":"#ffffff","strokeWidth":1})",
                  R"({"x2":{"field":"x2"},"y2":{"field":"from"},"tooltip":{"field":"tip"},"color":)" +
                      hue("hue", legend()) + "}");
        }
        if (layout_.lies()) {
            add_bar_layers();
        } else {
            layer("references", R"({"type":"rule","stroke":"#1c2128","strokeWidth":1.25})",
                  R"({"x":null,"y":{"field":"value","type":"quantitative"}})");
        }
        if (!layout_.events().empty()) {
            layer("events", R"({"type":"rule","stroke":"#5f6772","strokeDash":[2,3]})",
                  layout_.lies() ? R"({"y":{"field":"x","type":"quantitative"},"x":null})"
                                 : R"({"y2":{"datum":)" + plain_figure({.value = layout_.low()}) +
                                       R"(},"y":{"field":"foot","type":"quantitative"}})");
        }
        if (!layout_.lies()) {
            add_line_layers();
            add_label_layers();
        }
    }

    void add_bar_layers() {
        const std::string text = R"("fontSize":12,"fill":"#1c2128")";
        layer("joins", R"({"type":"rule","stroke":"#5f6772"})", R"({"y2":{"field":"y2"}})");
        layer("bars", R"({"type":"rect"})",
              R"({"x2":{"field":"from"},"y2":{"field":"y2"},"tooltip":{"field":"tip"},"color":)" +
                  hue("look", legend()) +
                  R"(,"opacity":{"condition":{"test":"datum.marked","value":0.75},"value":1}})");
        layer("references", R"({"type":"rule","stroke":"#1c2128","strokeWidth":1.25})",
              R"({"x":{"field":"value","type":"quantitative"},"y":null})");
        struct Side {
            std::string_view name, look;
        };
        for (const auto& [name, look] : {Side{"left", R"("align":"right","dx":-5,"fill":"#1c2128")"},
                                         Side{"right", R"("align":"left","dx":5,"fill":"#1c2128")"},
                                         Side{"inside", R"("align":"right","dx":-5,"fill":"#ffffff")"}}) {
            layer(
                "bars", R"({"type":"text","fontSize":12,"baseline":"middle",)" + std::string(look) + "}",
                R"({"x":{"field":"end","type":"quantitative"},"y":{"field":"middle","type":"quantitative"},)"
                R"("text":{"field":"shown"}})",
                "datum.side == '" + std::string(name) + "'");
        }
        layer("bar_places",
              R"({"type":"text","align":"right","baseline":"middle","dx":-8,"lineHeight":14,)" + text + "}",
              R"({"x":{"value":0},"text":{"field":"label"}})");
        for (const std::string_view align : {"left", "center", "right"}) {
            layer("references",
                  R"({"type":"text","baseline":"bottom","align":")" + std::string(align) + "\"," + text + "}",
                  R"({"x":{"field":"value","type":"quantitative"},)"
                  R"("y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})",
                  "datum.align == '" + std::string(align) + "'");
        }
    }

    void add_line_layers() {
        const std::string dash = R"("strokeDash":{"field":"dash","type":"nominal","legend":null,)"
                                 R"("scale":{"domain":[0,1,2,3,4,5,6,7],"range":)" +
                                 dashes() + "}}";
        const std::string shape =
            R"("shape":{"field":"dash","type":"nominal","legend":null,"scale":{"domain":[0,1,2,3,4,5,6,7],)"
            R"("range":["circle","square","triangle-up","diamond","cross","triangle-down","triangle-right",)"
            R"("triangle-left"]}})";
        const std::string size = chart_.places.size() > most_points_large ? "16" : "42";
        if (layout_.has(ChartMark::ghost)) {
            layer("ghosts", R"({"type":"line","stroke":"#5f6772","strokeDash":[4,3],"strokeWidth":1.5})",
                  R"({"detail":{"field":"series"}})");
        }
        if (layout_.has(ChartMark::line)) {
            layer("lines", R"({"type":"line","strokeWidth":2.25,"strokeJoin":"round"})",
                  R"({"detail":{"field":"series"},"color":)" + hue("hue") + "," + dash + "}");
            layer("lines", R"({"type":"point","filled":true,"opacity":1,"size":)" + size + "}",
                  R"({"color":)" + hue("hue") + "," + shape + "}", "!datum.marked");
            layer("lines",
                  R"({"type":"point","filled":false,"fill":"#ffffff","strokeWidth":1.5,"opacity":1,"size":)" +
                      size + "}",
                  R"({"stroke":)" + hue("hue") + "," + shape + "}", "datum.marked");
        }
        // What a pointer finds is larger than what is drawn.
        for (const auto& [mark, data] : {std::pair(ChartMark::band, "bands"),
                                         {ChartMark::ghost, "ghosts"},
                                         {ChartMark::line, "lines"}}) {
            if (layout_.has(mark)) {
                layer(data, R"({"type":"point","filled":true,"opacity":0,"size":260})",
                      R"({"tooltip":{"field":"tip"}})");
            }
        }
    }

    void add_label_layers() {
        const std::string text = R"("type":"text","fontSize":12,"fill":"#1c2128","lineHeight":14,)";
        layer("ends", R"({"type":"rule","x2Offset":12,"xOffset":3,"strokeWidth":1})",
              R"({"x2":{"field":"x"},"y2":{"field":"label_y"},"color":)" + hue("hue") + "}",
              "datum.beside && !datum.ghost");
        layer("ends", R"({"type":"rule","x2Offset":12,"xOffset":3,"strokeWidth":1,"stroke":"#5f6772"})",
              R"({"x2":{"field":"x"},"y2":{"field":"label_y"}})", "datum.beside && datum.ghost");
        layer("ends", "{" + text + R"("align":"left","baseline":"middle","dx":16})",
              R"({"y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})", "datum.beside");
        layer("ends", "{" + text + R"("align":"left","baseline":"bottom","dx":-4,"dy":4})",
              R"({"y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})", "!datum.beside");
        if (layout_.is_slope()) {
            layer("starts", R"({"type":"rule","x2Offset":-12,"xOffset":-3,"strokeWidth":1})",
                  R"({"x2":{"field":"x"},"y2":{"field":"label_y"},"color":)" + hue("hue") + "}");
            layer("starts", "{" + text + R"("align":"right","baseline":"middle","dx":-16})",
                  R"({"y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})");
        }
        for (const std::string_view align : {"left", "center", "right"}) {
            const std::string only = "datum.align == '" + std::string(align) + "'";
            const std::string aligned = R"("align":")" + std::string(align) + "\"";
            layer("events", "{" + text + aligned + R"(,"baseline":"bottom"})",
                  R"({"y":{"field":"label_y","type":"quantitative"},"text":{"field":"label"}})", only);
            const std::string aside = align == "left" ? R"(,"dx":4)" : align == "right" ? R"(,"dx":-4)" : "";
            layer("references", "{" + text + aligned + aside + R"(,"baseline":"bottom","dy":-3})",
                  R"({"x":{"field":"label_x","type":"quantitative"},)"
                  R"("y":{"field":"value","type":"quantitative"},"text":{"field":"label"}})",
                  only);
        }
    }

    static std::string dashes() {
        std::string text;
        for (const ChartDash& dash : chart_dashes) {
            std::string pixels;
            for (const int length : dash) {
                pixels += (pixels.empty() ? "" : ",") + std::to_string(length);
            }
            // Vega takes no empty dash.
            text += (text.empty() ? "[" : ",[") + (pixels.empty() ? "1,0" : pixels) + "]";
        }
        return "[" + text + "]";
    }

    /// The encoding of a colour by its number.
    static std::string hue(const std::string& field, const std::string& legend = "null") {
        return R"({"field":")" + field +
               R"(","type":"nominal","scale":{"domain":[0,1,2,3,4,5,6,7]},"legend":)" + legend + "}";
    }

    std::string legend() const {
        const auto series = layout_.legend_series();
        if (series.empty()) {
            return "null";
        }
        std::string values;
        for (const std::size_t one : series) {
            values += (values.empty() ? "" : ",") + std::to_string(layout_.looks()[one].hue);
        }
        return R"({"title":null,"orient":"bottom","direction":"vertical","symbolType":"square",)"
               R"("labelLimit":0,"labelExpr":")" +
               drawing_.name + R"(names[datum.value]","values":[)" + values + "]}";
    }

    VegaJson& json_;
    const VegaDrawing& drawing_;
    const VegaLayout& layout_;
    const Chart& chart_;
};

}  // namespace

std::string vega_value_title(const Chart& chart) {
    return chart.value_label + (chart.unit.empty() ? "" : ", " + chart.unit);
}

void add_vega_view(VegaJson& json, const VegaDrawing& drawing, std::string_view width) {
    ViewWriter(json, drawing).write(width);
}

}  // namespace burden::brief
