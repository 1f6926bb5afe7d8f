/// A chart that is looked into: pointed at, enlarged, asked where a figure comes from.
#pragma once

#include <QChartView>
#include <QString>
#include <QStringList>
#include <optional>

#include "burden/gui/window/chart_scene.hpp"

namespace burden::gui {

/// Shows a chart. The crosshair keeps to the nearest point; a click, or Enter, asks where its figure comes
/// from.
///
/// Mouse: the wheel and a rectangle that is drawn enlarge, the middle button or Shift moves what is seen, a
/// double click shows all. Keys: arrows go from point to point, Enter asks, + and − enlarge, 0 shows all, H
/// hides the series of the point, Shift with H shows every series, Escape takes the crosshair away.
class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);

    /// Shows a chart. One of the same name and places keeps what is seen of it, and is drawn where the former
    /// was.
    void set_chart(const brief::Chart& chart);
    const brief::Chart& shown_chart() const { return scene_->chart(); }

    /// Values on a scale of equal ratios. Where that cannot be drawn the chart says so in words.
    void set_log(bool log);
    bool log() const { return scene_->sight().log; }

    void reset_zoom();
    bool is_zoomed() const { return scene_->sight().places || scene_->sight().values; }
    /// Enlarges by a factor around the middle of what is seen; below 1 it shows more.
    void zoom(double factor);

    /// Keys of the series that are not drawn.
    void set_hidden(const QStringList& keys);
    QStringList hidden() const;

    /// The tooltip: what the figures rest on.
    void set_ground(const QString& basis_and_sources);

    /// Puts the crosshair on the point at a place; false where there is none.
    bool point_at(const QString& series_key, int place);

    const Plot& plot() const { return scene_->plot(); }

Q_SIGNALS:
    /// The crosshair came to a point; empty when it went.
    void pointed(const QString& told);
    void asked(const QString& chart_id, const QString& series_key, int place);
    void hidden_changed(const QStringList& keys);
    void zoom_changed(bool zoomed);

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    enum class Drag { none, frame, pan };

    void follow_palette();
    void point_to(const std::optional<PlotSpot>& spot);
    void ask_where_pointed();
    void toggle(std::size_t series);
    void see(const PlotSpan& across, const PlotSpan& upwards);
    void zoom_around(double factor, const QPointF& position);
    void zoom_into(const QRectF& frame);
    void pan_by(const QPointF& pixels);
    PlotSpan across() const;
    PlotSpan upwards() const;
    PlotSpan all_across() const;
    PlotSpan all_upwards() const;

    ChartScene* scene_;
    Drag drag_ = Drag::none;
    QPointF pressed_at_;
    QPointF last_at_;
    bool by_keys_ = false;
};

}  // namespace burden::gui
