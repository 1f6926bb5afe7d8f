#include "burden/brief/write_vega.hpp"

#include "burden/brief/vega_parts.hpp"

namespace burden::brief {
namespace {

void add_config(VegaJson& json) {
    std::string colours;
    for (const ChartHue& hue : chart_hues) {
        colours += (colours.empty() ? "\"" : ",\"") + std::string(hue.light) + "\"";
    }
    json.raw_member("config", R"({"font":"system-ui, sans-serif","view":{"stroke":null},)"
                              R"("axis":{"labelFontSize":12,"titleFontSize":12,"titleFontWeight":"normal",)"
                              R"("labelColor":"#1c2128","titleColor":"#1c2128","gridColor":"#d9dee4",)"
                              R"("domainColor":"#5f6772","tickColor":"#5f6772","titlePadding":10},)"
                              R"("legend":{"labelFontSize":12,"labelColor":"#1c2128"},)"
                              R"("title":{"anchor":"start","color":"#1c2128","subtitleColor":"#5f6772",)"
                              R"("fontSize":15,"subtitleFontSize":12},)"
                              R"("range":{"category":[)" +
                                  colours + "]}}");
}

/// A specification: `add_views` adds what is drawn of the drawings.
template <typename AddViews>
std::string specification(VegaJson& json, const std::vector<VegaDrawing>& drawings,
                          const AddViews& add_views) {
    json.object([&] {
        json.member("$schema", "https://vega.github.io/schema/vega-lite/v6.json");
        json.list_member("params", [&] {
            for (const VegaDrawing& drawing : drawings) {
                add_vega_params(json, drawing);
            }
        });
        json.object_member("datasets", [&] {
            for (const VegaDrawing& drawing : drawings) {
                add_vega_data(json, drawing);
            }
        });
        add_views();
        add_config(json);
    });
    return json.text();
}

}  // namespace

std::string vega_lite(const Chart& chart, Language language) {
    VegaJson json;
    const std::vector<VegaDrawing> drawings = {{VegaLayout(chart), language, ""}};
    return specification(json, drawings, [&] {
        json.raw_member("autosize", R"({"type":"fit-x","contains":"padding"})");
        add_vega_view(json, drawings.front(), "\"container\"");
    });
}

std::string vega_lite(const std::vector<Chart>& charts, Language language) {
    VegaJson json;
    std::vector<VegaDrawing> drawings;
    for (const Chart& chart : charts) {
        drawings.push_back(
            {VegaLayout(chart), language, "chart" + std::to_string(drawings.size() + 1) + "_"});
    }
    return specification(json, drawings, [&] {
        json.list_member("vconcat", [&] {
            for (const VegaDrawing& drawing : drawings) {
                json.object([&] { add_vega_view(json, drawing, "600"); });
            }
        });
        json.raw_member("resolve", R"({"scale":{"color":"independent"}})");
    });
}

}  // namespace burden::brief
