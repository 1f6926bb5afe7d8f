/// A chart as Qt draws it: lines and bands by Qt Charts, all else around them by hand.
#pragma once

#include <QChart>
#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "burden/gui/view/plot.hpp"

class QLineSeries;
class QAreaSeries;
class QValueAxis;

namespace burden::gui {

/// What a chart is drawn in.
struct ChartColours {
    QColor ground;
    QColor ink;
    QColor quiet;  ///< baselines, axes, captions
    QColor grid;
    std::array<QColor, brief::chart_hues.size()> hues;

    static ChartColours light();
    static ChartColours dark();
    /// Those that go with a window of this ground.
    static ChartColours on(const QColor& ground);
};

/// What of a chart is shown.
struct ChartSight {
    bool log = false;
    bool legend = true;  ///< below the plot; without it where every series is named beside its line
    std::vector<std::string> hidden = {};
    std::optional<PlotSpan> places = {};
    std::optional<PlotSpan> values = {};
};

/// A chart with its title, axes, events, names beside the ends of lines and a legend, as large as its
/// rectangle. A chart of the same shape moves the points that are there: cheap enough for a slider that is
/// dragged.
class ChartScene : public QChart {
public:
    explicit ChartScene(QGraphicsItem* parent = nullptr);

    void set_chart(const brief::Chart& chart);
    const brief::Chart& chart() const { return chart_; }
    void set_sight(ChartSight sight);
    const ChartSight& sight() const { return sight_; }
    void set_colours(const ChartColours& colours);
    const ChartColours& colours() const { return colours_; }
    /// The letters of all texts; titles are somewhat larger.
    void set_letters(const QFont& font);

    /// What is drawn.
    const Plot& plot() const { return plot_; }
    /// The height that it takes to be read at ease, as wide as it is.
    double wanted_height() const;
    /// The rectangle between the axes.
    const QRectF& area() const { return area_; }

    /// The point that is nearest to a position between the axes.
    std::optional<PlotSpot> spot_at(const QPointF& position) const;
    /// The series whose entry of the legend lies there.
    std::optional<std::size_t> legend_at(const QPointF& position) const;
    /// Puts the crosshair and its label on a point, or takes it away.
    void point_to(const std::optional<PlotSpot>& spot);
    const std::optional<PlotSpot>& pointed() const { return pointed_; }
    /// Draws the rectangle that is being chosen, or takes it away.
    void set_frame(const QRectF& frame);

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

private:
    class Layer;
    struct Drawn {
        QLineSeries* line = nullptr;
        QLineSeries* foot = nullptr;
        QAreaSeries* band = nullptr;
    };
    struct Entry {
        std::size_t series;
        QRectF place;
    };

    void lay_out();
    PlotOptions options() const;
    void place_legend();
    /// Leaves out what stands around the plot where it would have no room itself.
    void yield_room();
    std::vector<std::pair<QString, QFont>> head_lines() const;
    double head_height() const;
    double foot_height() const;
    double room_at_left() const;
    double room_at_right() const;
    bool has_marked_points() const;
    QString marks_text() const;

    void sync_series();
    void rebuild_series();
    void style_series();

    double x_of(double place, double value) const;
    double y_of(double place, double value) const;
    QRectF rect_of(const PlotBox& box) const;

    void paint_back(QPainter& painter) const;
    void paint_front(QPainter& painter) const;
    void paint_crosshair(QPainter& painter) const;
    void paint_head(QPainter& painter) const;
    void paint_value_axis(QPainter& painter) const;
    void paint_place_axis(QPainter& painter) const;
    void paint_events(QPainter& painter) const;
    void paint_boxes(QPainter& painter) const;
    void paint_lines(QPainter& painter) const;
    void paint_points(QPainter& painter) const;
    void paint_labels(QPainter& painter) const;
    void paint_legend(QPainter& painter) const;
    void paint_swatch(QPainter& painter, const PlotSeries& series, const QRectF& room) const;
    void paint_shape(QPainter& painter, const QPointF& at, std::size_t shape, double size) const;
    QColor colour_of(const PlotSeries& series) const;

    brief::Chart chart_;
    ChartSight sight_;
    ChartColours colours_ = ChartColours::light();
    QFont letters_;
    QFont title_letters_;
    double line_height_ = 16;

    Plot plot_;
    QRectF area_;
    std::vector<Entry> legend_;
    double legend_height_ = 0;
    std::optional<PlotSpot> pointed_;
    QRectF frame_;

    QValueAxis* across_ = nullptr;
    QValueAxis* upwards_ = nullptr;
    std::vector<Drawn> drawn_;
    Plot drawn_plot_;
    Layer* back_ = nullptr;
    Layer* front_ = nullptr;
    Layer* top_ = nullptr;
};

}  // namespace burden::gui
