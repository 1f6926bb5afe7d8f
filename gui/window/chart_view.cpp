#include "burden/gui/window/chart_view.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "burden/gui/window/text.hpp"

namespace burden::gui {

namespace {

constexpr double wheel_step = 1.2;
constexpr double smallest_part = 0.02;  ///< of all that there is to see

/// A span kept within another, as long as it was where that has room.
PlotSpan within(PlotSpan span, const PlotSpan& all) {
    const double length = std::clamp(span.length(), all.length() * smallest_part, all.length());
    const double middle = (span.low + span.high) / 2;
    const double low = std::clamp(middle - length / 2, all.low, all.high - length);
    return {low, low + length};
}

/// A part of a span: 0 is its lower end, 1 its higher.
PlotSpan part(const PlotSpan& span, double from, double to) {
    return {span.low + from * span.length(), span.low + to * span.length()};
}

/// A span that is `factor` times shorter around the point that lies at `share` of it.
PlotSpan shorter(const PlotSpan& span, double factor, double share) {
    const double at = span.low + share * span.length();
    const double length = span.length() / factor;
    return {at - share * length, at - share * length + length};
}

bool alike(const PlotSpan& one, const PlotSpan& other) {
    const double little = other.length() * 1e-9;
    return std::abs(one.low - other.low) < little && std::abs(one.high - other.high) < little;
}

}  // namespace

// The view is given its chart at once: one that it made itself before would belong to nobody afterwards.
ChartView::ChartView(QWidget* parent)
    : QChartView(new ChartScene, parent), scene_(static_cast<ChartScene*>(chart())) {
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(320, 240);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    follow_palette();
}

void ChartView::set_chart(const brief::Chart& chart) {
    const brief::Chart& before = scene_->chart();
    const bool another = before.id != chart.id || before.places != chart.places || before.unit != chart.unit;
    if (another && is_zoomed()) {
        ChartSight sight = scene_->sight();
        sight.places.reset();
        sight.values.reset();
        scene_->set_sight(std::move(sight));
        Q_EMIT zoom_changed(false);
    }
    scene_->set_chart(chart);
    setAccessibleName(shown(chart.title));
    setAccessibleDescription(shown(alt_text(chart)));
    if (const auto& spot = scene_->pointed()) {
        Q_EMIT pointed(exact(told(chart, spot->series, spot->place)));
    }
}

void ChartView::set_log(bool log) {
    if (log == this->log()) {
        return;
    }
    ChartSight sight = scene_->sight();
    sight.log = log;
    // What is seen of one scale is little or nothing of the other.
    sight.places.reset();
    sight.values.reset();
    scene_->set_sight(std::move(sight));
    Q_EMIT zoom_changed(false);
}

void ChartView::reset_zoom() {
    if (is_zoomed()) {
        ChartSight sight = scene_->sight();
        sight.places.reset();
        sight.values.reset();
        scene_->set_sight(std::move(sight));
        Q_EMIT zoom_changed(false);
    }
}

void ChartView::set_hidden(const QStringList& keys) {
    ChartSight sight = scene_->sight();
    sight.hidden.clear();
    for (const QString& key : keys) {
        sight.hidden.push_back(typed(key));
    }
    if (sight.hidden != scene_->sight().hidden) {
        scene_->set_sight(std::move(sight));
        Q_EMIT hidden_changed(hidden());
    }
}

QStringList ChartView::hidden() const {
    QStringList keys;
    for (const std::string& key : scene_->sight().hidden) {
        keys.append(exact(key));
    }
    return keys;
}

void ChartView::toggle(std::size_t series) {
    const QString key = exact(scene_->chart().series.at(series).key);
    QStringList keys = hidden();
    if (keys.removeAll(key) == 0) {
        keys.append(key);
    }
    set_hidden(keys);
}

void ChartView::set_ground(const QString& basis_and_sources) {
    // As text of a page it is broken into lines, and nothing in it is taken for one.
    QString lines = basis_and_sources.toHtmlEscaped();
    lines.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    setToolTip(lines.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(lines));
}

bool ChartView::point_at(const QString& series_key, int place) {
    const auto& series = scene_->chart().series;
    const auto found = std::find_if(series.begin(), series.end(), [&](const brief::ChartSeries& one) {
        return exact(one.key) == series_key;
    });
    if (found == series.end() || place < 0) {
        return false;
    }
    const PlotSpot spot{static_cast<std::size_t>(found - series.begin()), static_cast<std::size_t>(place)};
    if (!position_of(plot(), spot)) {
        return false;
    }
    by_keys_ = true;
    point_to(spot);
    return true;
}

// Appearance

void ChartView::follow_palette() {
    scene_->set_letters(font());
    scene_->set_colours(ChartColours::on(palette().color(QPalette::Base)));
    setBackgroundBrush(scene_->colours().ground);
}

void ChartView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        follow_palette();
    }
}

void ChartView::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    if (by_keys_) {
        by_keys_ = false;
        point_to(std::nullopt);
    }
    viewport()->update();
}

void ChartView::paintEvent(QPaintEvent* event) {
    QChartView::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(viewport());
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

// Pointing and asking

void ChartView::point_to(const std::optional<PlotSpot>& spot) {
    if (spot == scene_->pointed()) {
        return;
    }
    scene_->point_to(spot);
    Q_EMIT pointed(spot ? exact(told(scene_->chart(), spot->series, spot->place)) : QString());
}

void ChartView::ask_where_pointed() {
    if (const auto spot = scene_->pointed()) {
        const brief::Chart& chart = scene_->chart();
        Q_EMIT asked(exact(chart.id), exact(chart.series.at(spot->series).key),
                     static_cast<int>(spot->place));
    }
}

// What is seen. Across and upwards are as they lie on the screen: places or values, the latter as they lie
// along their axis, and places of bars counted from below.

PlotSpan ChartView::across() const {
    const Plot& drawn = plot();
    return drawn.lies ? drawn.values : drawn.places;
}

PlotSpan ChartView::all_across() const {
    const Plot& drawn = plot();
    return drawn.lies ? drawn.all_values : drawn.all_places;
}

PlotSpan ChartView::upwards() const {
    const Plot& drawn = plot();
    return drawn.lies ? PlotSpan{-drawn.places.high, -drawn.places.low}
                      : PlotSpan{drawn.along(drawn.values.low), drawn.along(drawn.values.high)};
}

PlotSpan ChartView::all_upwards() const {
    const Plot& drawn = plot();
    return drawn.lies ? PlotSpan{-drawn.all_places.high, -drawn.all_places.low}
                      : PlotSpan{drawn.along(drawn.all_values.low), drawn.along(drawn.all_values.high)};
}

void ChartView::see(const PlotSpan& across, const PlotSpan& upwards) {
    const PlotSpan x = within(across, all_across());
    const PlotSpan y = within(upwards, all_upwards());
    if (alike(x, all_across()) && alike(y, all_upwards())) {
        reset_zoom();
        return;
    }
    const Plot& drawn = plot();
    ChartSight sight = scene_->sight();
    if (drawn.lies) {
        sight.values = x;
        sight.places = PlotSpan{-y.high, -y.low};
    } else {
        sight.places = x;
        sight.values = PlotSpan{drawn.value_along(y.low), drawn.value_along(y.high)};
    }
    scene_->set_sight(std::move(sight));
    Q_EMIT zoom_changed(true);
}

void ChartView::zoom_around(double factor, const QPointF& position) {
    const QRectF& area = scene_->area();
    const double right = std::clamp((position.x() - area.left()) / area.width(), 0.0, 1.0);
    const double up = std::clamp((area.bottom() - position.y()) / area.height(), 0.0, 1.0);
    see(shorter(across(), factor, right), shorter(upwards(), factor, up));
}

void ChartView::zoom(double factor) { zoom_around(factor, scene_->area().center()); }

void ChartView::zoom_into(const QRectF& frame) {
    const QRectF& area = scene_->area();
    const QRectF chosen = frame & area;
    if (chosen.width() < 8 || chosen.height() < 8) {
        return;
    }
    see(part(across(), (chosen.left() - area.left()) / area.width(),
             (chosen.right() - area.left()) / area.width()),
        part(upwards(), (area.bottom() - chosen.bottom()) / area.height(),
             (area.bottom() - chosen.top()) / area.height()));
}

void ChartView::pan_by(const QPointF& pixels) {
    if (!is_zoomed()) {
        return;
    }
    const QRectF& area = scene_->area();
    const double right = -pixels.x() / area.width();
    const double up = pixels.y() / area.height();
    see(part(across(), right, 1 + right), part(upwards(), up, 1 + up));
}

// Mouse

void ChartView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    pressed_at_ = last_at_ = event->position();
    const bool moves = event->button() == Qt::MiddleButton ||
                       (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (moves) {
        drag_ = Drag::pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        if (const auto series = scene_->legend_at(event->position())) {
            toggle(*series);
        } else if (scene_->area().contains(event->position())) {
            drag_ = Drag::frame;
        }
    }
    event->accept();
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (drag_ == Drag::pan) {
        pan_by(at - last_at_);
    } else if (drag_ == Drag::frame &&
               (at - pressed_at_).manhattanLength() > QApplication::startDragDistance()) {
        point_to(std::nullopt);
        scene_->set_frame(QRectF(pressed_at_, at).normalized() & scene_->area());
    } else if (drag_ == Drag::none || !scene_->pointed()) {
        by_keys_ = false;
        point_to(scene_->spot_at(at));
        viewport()->setCursor(scene_->legend_at(at) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    last_at_ = at;
    event->accept();
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    const bool drawn = (at - pressed_at_).manhattanLength() > QApplication::startDragDistance();
    if (drag_ == Drag::frame && drawn) {
        scene_->set_frame({});
        zoom_into(QRectF(pressed_at_, at).normalized());
    } else if (drag_ == Drag::frame) {
        point_to(scene_->spot_at(at));
        ask_where_pointed();
    }
    drag_ = Drag::none;
    viewport()->setCursor(Qt::ArrowCursor);
    event->accept();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !scene_->legend_at(event->position())) {
        reset_zoom();
    } else if (const auto series = scene_->legend_at(event->position())) {
        toggle(*series);
    }
    event->accept();
}

void ChartView::wheelEvent(QWheelEvent* event) {
    const double turned = event->angleDelta().y() / 120.0;
    if (turned != 0) {
        zoom_around(std::pow(wheel_step, turned), event->position());
    }
    event->accept();
}

void ChartView::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    if (!by_keys_) {
        point_to(std::nullopt);
    }
}

// Keys

void ChartView::keyPressEvent(QKeyEvent* event) {
    const auto move = [&](PlotMove to) {
        by_keys_ = true;
        point_to(moved(plot(), scene_->pointed(), to));
    };
    switch (event->key()) {
        case Qt::Key_Left:
            move(PlotMove::left);
            break;
        case Qt::Key_Right:
            move(PlotMove::right);
            break;
        case Qt::Key_Up:
            move(PlotMove::up);
            break;
        case Qt::Key_Down:
            move(PlotMove::down);
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            ask_where_pointed();
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoom(wheel_step);
            break;
        case Qt::Key_Minus:
            zoom(1 / wheel_step);
            break;
        case Qt::Key_0:
            reset_zoom();
            break;
        case Qt::Key_H:
            if (event->modifiers().testFlag(Qt::ShiftModifier)) {
                set_hidden({});
            } else if (const auto spot = scene_->pointed()) {
                toggle(spot->series);
            }
            break;
        case Qt::Key_Escape:
            if (!scene_->pointed()) {
                QChartView::keyPressEvent(event);
                return;
            }
            point_to(std::nullopt);
            break;
        default:
            QChartView::keyPressEvent(event);
            return;
    }
    event->accept();
}

}  // namespace burden::gui
