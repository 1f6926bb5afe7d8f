#include "burden/gui/window/chart_scene.hpp"

#include <QAreaSeries>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGraphicsItem>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

#include "burden/brief/utf8.hpp"
#include "burden/gui/window/letters.hpp"
#include "burden/gui/window/text.hpp"

namespace burden::gui {

using brief::ChartMark;

namespace {

// Pixels.
constexpr double edge = 10;         ///< around everything
constexpr double gap = 6;           ///< between an axis and its texts
constexpr double leader = 14;       ///< from the end of a line to its name
constexpr double least_room = 120;  ///< of the plot; below it what stands around gives way
constexpr double widest_column = 140;
constexpr double thickest_bar = 40;
constexpr std::size_t many_rows = 8;
constexpr double swatch_width = 30;
constexpr double entry_distance = 18;
constexpr double point_size = 7;
constexpr std::size_t most_large_points = 25;

QColor colour(std::string_view name) { return {exact(name)}; }

ChartColours colours_of(const brief::ChartGround& ground, bool dark) {
    ChartColours result{.ground = colour(ground.ground),
                        .ink = colour(ground.ink),
                        .quiet = colour(ground.quiet),
                        .grid = colour(ground.grid),
                        .hues = {}};
    for (std::size_t at = 0; at < brief::chart_hues.size(); ++at) {
        result.hues[at] = colour(dark ? brief::chart_hues[at].dark : brief::chart_hues[at].light);
    }
    return result;
}

QPen pen_of(const QColor& colour, double width, const brief::ChartDash& dash) {
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (dash.size > 0) {
        QList<qreal> pattern;
        for (const int pixels : dash) {
            pattern.append(pixels / width);
        }
        pen.setDashPattern(pattern);
    }
    return pen;
}

}  // namespace

ChartColours ChartColours::light() { return colours_of(brief::light_ground, false); }

ChartColours ChartColours::dark() { return colours_of(brief::dark_ground, true); }

ChartColours ChartColours::on(const QColor& ground) { return ground.lightnessF() < 0.5 ? dark() : light(); }

/// One of our own pictures among the items of Qt Charts.
class ChartScene::Layer : public QGraphicsItem {
public:
    Layer(ChartScene* parent, double depth, std::function<void(QPainter&)> picture)
        : QGraphicsItem(parent), picture_(std::move(picture)) {
        setZValue(depth);
        setAcceptedMouseButtons(Qt::NoButton);
    }

    void show(const QRectF& place) {
        if (place != place_) {
            prepareGeometryChange();
            place_ = place;
        }
        update();
    }

    QRectF boundingRect() const override { return place_; }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) override {
        picture_(*painter);
    }

private:
    std::function<void(QPainter&)> picture_;
    QRectF place_;
};

ChartScene::ChartScene(QGraphicsItem* parent)
    : QChart(parent), across_(new QValueAxis), upwards_(new QValueAxis) {
    legend()->hide();
    setBackgroundRoundness(0);
    setMargins(QMargins(0, 0, 0, 0));
    setAnimationOptions(QChart::NoAnimation);
    for (QValueAxis* axis : {across_, upwards_}) {
        axis->setVisible(false);
        axis->setGridLineVisible(false);
    }
    addAxis(across_, Qt::AlignBottom);
    addAxis(upwards_, Qt::AlignLeft);
    // Qt Charts puts its axes at a depth of 3 and its series at 4.
    back_ = new Layer(this, 3.5, [this](QPainter& painter) { paint_back(painter); });
    front_ = new Layer(this, 50, [this](QPainter& painter) { paint_front(painter); });
    top_ = new Layer(this, 60, [this](QPainter& painter) { paint_crosshair(painter); });
    set_letters(QFont());
    set_colours(ChartColours::light());
}

void ChartScene::set_chart(const brief::Chart& chart) {
    chart_ = chart;
    lay_out();
}

void ChartScene::set_sight(ChartSight sight) {
    sight_ = std::move(sight);
    lay_out();
}

void ChartScene::set_colours(const ChartColours& colours) {
    colours_ = colours;
    setBackgroundBrush(colours.ground);
    setPlotAreaBackgroundVisible(false);
    style_series();
    lay_out();
}

void ChartScene::set_letters(const QFont& font) {
    // Pixels, so that letters are as large on paper as beside the lines on a screen.
    const int pixels = QFontInfo(font).pixelSize();
    letters_ = font;
    letters_.setPixelSize(pixels);
    title_letters_ = letters_;
    title_letters_.setPixelSize(pixels * 5 / 4);
    title_letters_.setWeight(QFont::DemiBold);
    line_height_ = std::ceil(QFontMetricsF(letters_).height() * 1.05);
    lay_out();
}

void ChartScene::resizeEvent(QGraphicsSceneResizeEvent* event) {
    QChart::resizeEvent(event);
    lay_out();
}

// Where things stand

PlotOptions ChartScene::options() const {
    PlotOptions options;
    options.height = std::max(40.0, area_.height());
    options.line_height = line_height_;
    options.width = area_.width();
    options.beside = std::max(0.0, size().width() - area_.right() - 4);
    options.width_of = [metrics = QFontMetricsF(letters_)](const std::string& line) {
        return metrics.horizontalAdvance(exact(line));
    };
    const double along = plot_.lies ? area_.width() / 90 : area_.height() / 42;
    options.most_ticks = static_cast<std::size_t>(std::clamp(along, 3.0, 8.0));
    // A column of text is about half as wide as its letters are high.
    const double columns = size().width() * 0.24 / (QFontMetricsF(letters_).averageCharWidth() + 1);
    options.label_columns = std::clamp(static_cast<int>(columns), 10, 28);
    options.event_columns = std::clamp(static_cast<int>(columns * 2.6), 24, 48);
    // Where many rows stand on one another, what they are called is given more of the width.
    const bool crowded = plot_.lies && chart_.places.size() > many_rows;
    options.place_columns =
        std::clamp(static_cast<int>(columns * (crowded ? 1.8 : 1.3)), 14, crowded ? 60 : 34);
    options.log = sight_.log;
    options.hidden = sight_.hidden;
    options.places = sight_.places;
    options.values = sight_.values;
    return options;
}

std::vector<std::pair<QString, QFont>> ChartScene::head_lines() const {
    std::vector<std::pair<QString, QFont>> lines;
    const double width = size().width() - 2 * edge;
    for (const std::string& line : wrapped_to(QFontMetricsF(title_letters_), plot_.title, width)) {
        lines.emplace_back(exact(line), title_letters_);
    }
    for (const std::string& text : {plot_.subtitle, plot_.log_refused}) {
        if (!text.empty()) {
            for (const std::string& line : wrapped_to(QFontMetricsF(letters_), text, width)) {
                lines.emplace_back(exact(line), letters_);
            }
        }
    }
    return lines;
}

double ChartScene::head_height() const {
    double height = edge;
    for (const auto& [text, font] : head_lines()) {
        height += QFontMetricsF(font).height() + 1;
    }
    return height + 2 * gap;
}

double ChartScene::wanted_height() const {
    double height = head_height() + plot_.above + foot_height() + 240;
    if (plot_.lies) {
        // Rows high enough for what they are called.
        double rows = 0;
        for (const PlotTick& tick : plot_.place_ticks) {
            rows += std::max(line_height_ * static_cast<double>(tick.lines.size()) + 6, line_height_ * 1.6);
        }
        height = std::max(height, head_height() + plot_.above + foot_height() + rows);
    }
    return std::ceil(height);
}

bool ChartScene::has_marked_points() const {
    return std::any_of(plot_.series.begin(), plot_.series.end(), [](const PlotSeries& series) {
        return series.mark == ChartMark::line &&
               std::any_of(series.points.begin(), series.points.end(),
                           [](const PlotPoint& point) { return point.marked; });
    });
}

QString ChartScene::marks_text() const {
    std::string text;
    for (const auto& [mark, meaning] : plot_.marks) {
        text += (text.empty() ? "" : " · ") + brief::harmless(meaning);
    }
    return has_marked_points() ? exact(text) : QString();
}

/// Entries of a legend stand in rows below the plot.
void ChartScene::place_legend() {
    legend_.clear();
    legend_height_ = 0;
    const bool of_bars = plot_.lies;
    if ((!sight_.legend && !of_bars) || plot_.series.size() < 2) {
        return;
    }
    const QFontMetricsF metrics(letters_);
    double x = edge;
    double row = 0;
    for (std::size_t at = 0; at < plot_.series.size(); ++at) {
        const double width = swatch_width + gap + metrics.horizontalAdvance(exact(plot_.series[at].label));
        if (x > edge && x + width > size().width() - edge) {
            x = edge;
            row += line_height_ + 4;
        }
        legend_.push_back({at, QRectF(x, row, width, line_height_ + 2)});
        x += width + entry_distance;
    }
    legend_height_ = row + line_height_ + 2 + gap;
}

double ChartScene::foot_height() const {
    // Texts of the axis, the legend, and what hollow points are.
    double height = gap + line_height_ + edge + legend_height_;
    if (!marks_text().isEmpty()) {
        height += line_height_ + 2;
    }
    return height;
}

double ChartScene::room_at_left() const {
    const QFontMetricsF metrics(letters_);
    double room = 0;
    if (plot_.lies) {
        double widest = 0;
        for (const PlotTick& tick : plot_.place_ticks) {
            widest = std::max(widest, width_of(metrics, tick.lines));
        }
        // Figures of bars that run leftwards.
        double figures = 0;
        for (const PlotBox& box : plot_.boxes) {
            if (box.side == PlotSide::before || !box.from_text.empty()) {
                const std::string& text = box.side == PlotSide::before ? box.text : box.from_text;
                figures = std::max(figures, metrics.horizontalAdvance(exact(text)) + gap);
            }
        }
        room = widest + gap + figures;
    } else {
        for (const PlotTick& tick : plot_.value_ticks) {
            room = std::max(room, width_of(metrics, tick.lines) + gap);
        }
    }
    for (const PlotLabel& label : plot_.starts) {
        room = std::max(room, width_of(metrics, label.lines) + leader);
    }
    return edge + room;
}

double ChartScene::room_at_right() const {
    const QFontMetricsF metrics(letters_);
    double room = gap;
    // A single column leaves room within the plot.
    const bool within = chart_.places.size() == 1 && !plot_.lies && area_.width() > 4 * widest_column;
    for (const PlotLabel& label : plot_.ends) {
        if (!label.inside && !within) {
            room = std::max(room, width_of(metrics, label.lines) + leader + 4);
        }
    }
    for (const PlotBox& box : plot_.boxes) {
        if (box.side == PlotSide::behind) {
            room = std::max(room, metrics.horizontalAdvance(exact(box.text)) + gap);
        }
    }
    return room + edge;
}

void ChartScene::yield_room() {
    const auto room = [this] { return size().height() - head_height() - plot_.above - foot_height(); };
    if (plot_.lies || room() >= least_room) {
        return;
    }
    // In a small window the figures come first: of events the dotted lines stay, and then the legend goes
    // too.
    for (PlotEvent& event : plot_.events) {
        event.lines.clear();
        event.foot = 0;
    }
    plot_.above = 0;
    if (room() < least_room) {
        legend_.clear();
        legend_height_ = 0;
    }
}

void ChartScene::lay_out() {
    if (size().isEmpty()) {
        return;
    }
    // What stands around the area depends on what is in it, and a little the other way round.
    for (int pass = 0; pass < 3; ++pass) {
        plot_ = plot_of(chart_, options());
        place_legend();
        yield_room();
        const double top = head_height() + plot_.above;
        const double left = std::min(room_at_left(), size().width() / 2);
        const double right = std::min(room_at_right(), size().width() / 3);
        const QRectF area(left, top, std::max(40.0, size().width() - left - right),
                          std::max(40.0, size().height() - top - foot_height()));
        if (area == area_) {
            break;
        }
        area_ = area;
    }
    if (plotArea() != area_) {
        setPlotArea(area_);
    }
    const double foot = size().height() - edge - legend_height_;
    for (Entry& entry : legend_) {
        entry.place.translate(0, foot + gap);
    }
    if (pointed_ && !position_of(plot_, *pointed_)) {
        pointed_.reset();
    }
    sync_series();
    const QRectF all(QPointF(0, 0), size());
    back_->show(all);
    front_->show(all);
    top_->show(all);
}

double ChartScene::x_of(double place, double value) const {
    const double share = plot_.lies ? plot_.share_of_values(value) : plot_.share_of_places(place);
    return area_.left() + share * area_.width();
}

double ChartScene::y_of(double place, double value) const {
    return plot_.lies ? area_.top() + plot_.share_of_places(place) * area_.height()
                      : area_.bottom() - plot_.share_of_values(value) * area_.height();
}

QRectF ChartScene::rect_of(const PlotBox& box) const {
    QRectF rect = QRectF(QPointF(x_of(box.first, box.from), y_of(box.first, box.from)),
                         QPointF(x_of(box.last, box.to), y_of(box.last, box.to)))
                      .normalized();
    if (!plot_.lies && rect.width() > widest_column) {
        const double middle = rect.center().x();
        rect.setLeft(middle - widest_column / 2);
        rect.setWidth(widest_column);
    }
    if (plot_.lies) {
        const double share = (box.last - box.first) / 0.72;  // of several in a row
        if (rect.height() > thickest_bar * share) {
            const auto row = static_cast<double>(box.place);
            const double middle = y_of(row, 0) + ((box.first + box.last) / 2 - row) / 0.72 * thickest_bar;
            rect = QRectF(rect.left(), middle - thickest_bar * share / 2, rect.width(), thickest_bar * share);
        }
    }
    return rect;
}

// Series of Qt Charts: lines and bands

QColor ChartScene::colour_of(const PlotSeries& series) const {
    return series.mark == ChartMark::ghost ? colours_.quiet : colours_.hues.at(series.look.hue);
}

void ChartScene::rebuild_series() {
    removeAllSeries();
    drawn_.assign(plot_.series.size(), {});
    const auto add = [&](QAbstractSeries* series) {
        addSeries(series);
        series->attachAxis(across_);
        series->attachAxis(upwards_);
    };
    // Bands behind, the baseline over them, lines in front.
    for (const ChartMark mark : {ChartMark::band, ChartMark::ghost, ChartMark::line}) {
        for (std::size_t at = 0; at < plot_.series.size(); ++at) {
            if (plot_.series[at].mark != mark) {
                continue;
            }
            Drawn& drawn = drawn_[at];
            if (mark == ChartMark::band) {
                drawn.line = new QLineSeries(this);
                drawn.foot = new QLineSeries(this);
                drawn.band = new QAreaSeries(drawn.line, drawn.foot);
                add(drawn.band);
            } else {
                drawn.line = new QLineSeries;
                add(drawn.line);
            }
        }
    }
    style_series();
}

void ChartScene::style_series() {
    for (std::size_t at = 0; at < drawn_.size() && at < plot_.series.size(); ++at) {
        const PlotSeries& series = plot_.series[at];
        QColor colour = colour_of(series);
        if (series.mark == ChartMark::band) {
            colour.setAlphaF(0.22F);
            drawn_[at].band->setBrush(colour);
            drawn_[at].band->setPen(Qt::NoPen);
        } else if (series.mark == ChartMark::ghost) {
            drawn_[at].line->setPen(pen_of(colour, 1.5, brief::ghost_dash));
        } else if (drawn_[at].line != nullptr) {
            drawn_[at].line->setPen(pen_of(colour, 2.25, brief::chart_dashes.at(series.look.dash)));
        }
    }
}

void ChartScene::sync_series() {
    if (drawn_.size() != plot_.series.size() || !same_shape(drawn_plot_, plot_)) {
        rebuild_series();
        drawn_plot_ = plot_;
    }
    if (across_->min() != plot_.places.low || across_->max() != plot_.places.high) {
        across_->setRange(plot_.places.low, plot_.places.high);
    }
    const double low = plot_.along(plot_.values.low);
    const double high = plot_.along(plot_.values.high);
    if (upwards_->min() != low || upwards_->max() != high) {
        upwards_->setRange(low, high);
    }
    for (std::size_t at = 0; at < drawn_.size(); ++at) {
        if (drawn_[at].line == nullptr) {
            continue;
        }
        QList<QPointF> points;
        QList<QPointF> feet;
        for (const PlotPoint& point : plot_.series[at].points) {
            const auto place = static_cast<double>(point.place);
            points.append({place, plot_.along(point.value)});
            if (drawn_[at].foot != nullptr) {
                feet.append({place, plot_.along(point.from)});
            }
        }
        drawn_[at].line->replace(points);
        if (drawn_[at].foot != nullptr) {
            drawn_[at].foot->replace(feet);
        }
    }
}

// Pictures

void ChartScene::paint_back(QPainter& painter) const {
    painter.setFont(letters_);
    painter.setRenderHint(QPainter::Antialiasing);
    paint_value_axis(painter);
    paint_events(painter);
    paint_boxes(painter);
    paint_lines(painter);
}

void ChartScene::paint_front(QPainter& painter) const {
    painter.setFont(letters_);
    painter.setRenderHint(QPainter::Antialiasing);
    paint_head(painter);
    paint_place_axis(painter);
    paint_points(painter);
    paint_labels(painter);
    paint_legend(painter);
}

void ChartScene::paint_head(QPainter& painter) const {
    double y = edge;
    for (const auto& [text, font] : head_lines()) {
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(font == letters_ ? colours_.quiet : colours_.ink);
        painter.drawText(QPointF(edge, y + metrics.ascent()), text);
        y += metrics.height() + 1;
    }
    painter.setFont(letters_);
}

void ChartScene::paint_value_axis(QPainter& painter) const {
    const QFontMetricsF metrics(letters_);
    double free_from = -1e9;
    for (const PlotTick& tick : plot_.value_ticks) {
        const QString text = exact(tick.lines.front());
        const double width = metrics.horizontalAdvance(text);
        const bool zero = tick.at == 0;
        painter.setPen(QPen(zero ? colours_.quiet : colours_.grid, 1));
        if (plot_.lies) {
            const double x = std::round(x_of(0, tick.at)) + 0.5;
            painter.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
            if (x - width / 2 > free_from) {
                painter.setPen(colours_.ink);
                painter.drawText(QPointF(x - width / 2, area_.bottom() + gap + metrics.ascent()), text);
                free_from = x + width / 2 + 8;
            }
        } else {
            const double y = std::round(y_of(0, tick.at)) + 0.5;
            painter.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
            painter.setPen(colours_.ink);
            painter.drawText(
                QPointF(area_.left() - gap - width, y + (metrics.ascent() - metrics.descent()) / 2), text);
        }
    }
}

void ChartScene::paint_place_axis(QPainter& painter) const {
    const QFontMetricsF metrics(letters_);
    painter.setPen(colours_.ink);
    if (plot_.lies) {
        // Figures of bars that run leftwards stand between the bars and what they are called.
        const double right = edge + room_at_left() - edge;
        double widest = 0;
        for (const PlotTick& tick : plot_.place_ticks) {
            widest = std::max(widest, width_of(metrics, tick.lines));
        }
        const double end = std::min(edge + widest, right);
        const double row = area_.height() / plot_.places.length();
        const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor(row / line_height_)));
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(line_height_ * 0.85 / row)));
        for (const PlotTick& tick : plot_.place_ticks) {
            if (static_cast<std::size_t>(tick.at) % every != 0) {
                continue;
            }
            const std::size_t shown = std::min(fit, tick.lines.size());
            double y = y_of(tick.at, 0) - line_height_ * static_cast<double>(shown) / 2;
            for (std::size_t at = 0; at < shown; ++at) {
                QString text = exact(tick.lines[at]);
                if (at + 1 == shown && shown < tick.lines.size()) {
                    // Both ends tell rows apart.
                    for (std::size_t more = shown; more < tick.lines.size(); ++more) {
                        text += QStringLiteral(" ") + exact(tick.lines[more]);
                    }
                    text = metrics.elidedText(text, Qt::ElideMiddle, widest);
                }
                painter.drawText(QPointF(end - metrics.horizontalAdvance(text),
                                         y + (line_height_ + metrics.ascent() - metrics.descent()) / 2),
                                 text);
                y += line_height_;
            }
        }
        return;
    }
    if (plot_.place_ticks.empty()) {
        return;
    }
    double widest = 0;
    for (const PlotTick& tick : plot_.place_ticks) {
        widest = std::max(widest, width_of(metrics, tick.lines));
    }
    const double apart = area_.width() / plot_.places.length();
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + 12) / apart)));
    // Counted from the first place of all, so that texts stay where they are while the sight moves.
    for (const PlotTick& tick : plot_.place_ticks) {
        const double x = x_of(tick.at, 0);
        painter.setPen(QPen(colours_.quiet, 1));
        painter.drawLine(QPointF(x, area_.bottom()), QPointF(x, area_.bottom() + 4));
        if (static_cast<std::size_t>(tick.at) % every == 0) {
            const QString text = exact(tick.lines.front());
            const double width = metrics.horizontalAdvance(text);
            painter.setPen(colours_.ink);
            const double left = std::clamp(x - width / 2, 2.0, std::max(2.0, size().width() - width - 2));
            painter.drawText(QPointF(left, area_.bottom() + gap + metrics.ascent()), text);
        }
    }
}

void ChartScene::paint_events(QPainter& painter) const {
    if (plot_.lies) {
        return;
    }
    const QFontMetricsF metrics(letters_);
    for (const PlotEvent& event : plot_.events) {
        const double x = x_of(event.at, 0);
        painter.setPen(QPen(colours_.quiet, 1.25, Qt::DotLine));
        painter.drawLine(QPointF(x, area_.top() - event.foot - line_height_ / 2), QPointF(x, area_.bottom()));
        double y = area_.top() - event.foot - line_height_ * static_cast<double>(event.lines.size());
        painter.setPen(colours_.ink);
        for (const std::string& line : event.lines) {
            const QString text = exact(line);
            const double left = event.leftwards ? x - 4 - metrics.horizontalAdvance(text) : x + 4;
            painter.drawText(QPointF(left, y + metrics.ascent()), text);
            y += line_height_;
        }
    }
}

void ChartScene::paint_boxes(QPainter& painter) const {
    const QFontMetricsF metrics(letters_);
    painter.save();
    painter.setClipRect(area_.adjusted(-0.5, -0.5, 1, 1));
    for (const PlotJoin& join : plot_.joins) {
        painter.setPen(QPen(colours_.quiet, 1));
        const auto edge_of = [&](double place, bool lower) {
            const auto box = std::find_if(plot_.boxes.begin(), plot_.boxes.end(), [&](const PlotBox& one) {
                return static_cast<double>(one.place) == std::round(place);
            });
            return box == plot_.boxes.end() ? y_of(place, join.value)
                   : lower                  ? rect_of(*box).bottom()
                                            : rect_of(*box).top();
        };
        const double x = x_of(join.first, join.value);
        painter.drawLine(QPointF(x, edge_of(join.first, true)), QPointF(x, edge_of(join.last, false)));
    }
    for (const PlotBox& box : plot_.boxes) {
        QColor fill = colours_.hues.at(box.hue);
        painter.setPen(QPen(fill, 1));
        fill.setAlphaF(box.marked ? 0.65F : 1.0F);
        painter.setBrush(fill);
        painter.drawRect(rect_of(box).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    for (const PlotBox& box : plot_.boxes) {
        const QRectF rect = rect_of(box);
        const QString text = exact(box.text);
        const double width = metrics.horizontalAdvance(text);
        const double base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        if (box.side == PlotSide::inside) {
            if (rect.height() >= line_height_ && rect.width() >= width + 4) {
                painter.setPen(colours_.ground);
                painter.drawText(QPointF(rect.center().x() - width / 2, base), text);
            }
            continue;
        }
        if (box.side == PlotSide::none) {
            continue;
        }
        const double x = box.side == PlotSide::before ? rect.left() - gap - width : rect.right() + gap;
        const double end = box.side == PlotSide::before ? rect.left() : rect.right();
        if (end < area_.left() - 1 || end > area_.right() + 1) {
            continue;
        }
        painter.setPen(colours_.ink);
        painter.drawText(QPointF(x, base), text);
        if (!box.from_text.empty()) {
            const QString other = exact(box.from_text);
            const double left = box.side == PlotSide::before
                                    ? rect.right() + gap
                                    : rect.left() - gap - metrics.horizontalAdvance(other);
            painter.drawText(QPointF(left, base), other);
        }
    }
}

void ChartScene::paint_lines(QPainter& painter) const {
    const QFontMetricsF metrics(letters_);
    for (const PlotLine& line : plot_.lines) {
        const QString text = exact(line.label);
        const double width = metrics.horizontalAdvance(text);
        painter.setPen(QPen(colours_.ink, 1.25));
        if (plot_.lies) {
            const double x = x_of(0, line.value);
            const double foot = area_.top() - gap / 2 - line_height_ * line.row;
            painter.drawLine(QPointF(x, foot), QPointF(x, area_.bottom()));
            painter.drawText(QPointF(std::clamp(x - width / 2, area_.left(),
                                                std::max(area_.left(), area_.right() - width)),
                                     foot - metrics.descent()),
                             text);
        } else {
            const double y = y_of(0, line.value);
            painter.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
            painter.drawText(QPointF(line.named_at_left ? area_.left() + 4 : area_.right() - width - 4,
                                     y - metrics.descent()),
                             text);
        }
    }
}

void ChartScene::paint_shape(QPainter& painter, const QPointF& at, std::size_t shape, double size) const {
    const double r = size / 2;
    const auto polygon = [&](std::initializer_list<QPointF> corners) {
        QPolygonF points;
        for (const QPointF& corner : corners) {
            points << at + corner * r * 1.2;
        }
        painter.drawPolygon(points);
    };
    switch (static_cast<brief::ChartShape>(shape)) {
        case brief::ChartShape::circle:
            painter.drawEllipse(at, r, r);
            return;
        case brief::ChartShape::square:
            painter.drawRect(QRectF(at.x() - r * 0.9, at.y() - r * 0.9, size * 0.9, size * 0.9));
            return;
        case brief::ChartShape::triangle_up:
            polygon({{0, -1}, {1, 0.8}, {-1, 0.8}});
            return;
        case brief::ChartShape::diamond:
            polygon({{0, -1.1}, {1.1, 0}, {0, 1.1}, {-1.1, 0}});
            return;
        case brief::ChartShape::cross:
            polygon({{-0.35, -1},
                     {0.35, -1},
                     {0.35, -0.35},
                     {1, -0.35},
                     {1, 0.35},
                     {0.35, 0.35},
                     {0.35, 1},
                     {-0.35, 1},
                     {-0.35, 0.35},
                     {-1, 0.35},
                     {-1, -0.35},
                     {-0.35, -0.35}});
            return;
        case brief::ChartShape::triangle_down:
            polygon({{0, 1}, {1, -0.8}, {-1, -0.8}});
            return;
        case brief::ChartShape::triangle_right:
            polygon({{1, 0}, {-0.8, 1}, {-0.8, -1}});
            return;
        case brief::ChartShape::triangle_left:
            polygon({{-1, 0}, {0.8, 1}, {0.8, -1}});
            return;
    }
}

void ChartScene::paint_points(QPainter& painter) const {
    const QRectF reach = area_.adjusted(-1, -1, 1, 1);
    for (const PlotSeries& series : plot_.series) {
        if (series.mark != ChartMark::line) {
            continue;
        }
        const double size = series.points.size() > most_large_points ? point_size * 0.6 : point_size;
        painter.setPen(QPen(colour_of(series), 1.5));
        for (const PlotPoint& point : series.points) {
            const QPointF at(x_of(static_cast<double>(point.place), point.value),
                             y_of(static_cast<double>(point.place), point.value));
            if (reach.contains(at)) {
                painter.setBrush(point.marked ? colours_.ground : colour_of(series));
                paint_shape(painter, at, series.look.dash, size);
            }
        }
    }
    painter.setBrush(Qt::NoBrush);
}

void ChartScene::paint_labels(QPainter& painter) const {
    const QFontMetricsF metrics(letters_);
    const auto draw = [&](const PlotLabel& label, bool at_start) {
        const PlotSeries& series = plot_.series[label.series];
        const double x = x_of(label.place, label.value);
        const double y = area_.bottom() - label.middle;
        double from = x;
        for (const PlotBox& box : plot_.boxes) {
            if (box.series == label.series && series.mark == ChartMark::column && box.last == label.place) {
                from = rect_of(box).right();
            }
        }
        painter.setPen(QPen(colour_of(series), 1));
        const double sign = at_start ? -1 : 1;
        if (!label.inside) {
            painter.drawLine(QPointF(from + sign * 5, y_of(label.place, label.value)),
                             QPointF(from + sign * leader, y));
        }
        double top = y - line_height_ * static_cast<double>(label.lines.size()) / 2;
        for (const std::string& line : label.lines) {
            const QString text = exact(line);
            const double width = metrics.horizontalAdvance(text);
            const double left = label.inside ? x - 4 : at_start ? x - leader - 3 - width : from + leader + 3;
            painter.drawText(QPointF(left, top + (line_height_ + metrics.ascent() - metrics.descent()) / 2),
                             text);
            top += line_height_;
        }
    };
    for (const PlotLabel& label : plot_.ends) {
        draw(label, false);
    }
    for (const PlotLabel& label : plot_.starts) {
        draw(label, true);
    }
}

void ChartScene::paint_swatch(QPainter& painter, const PlotSeries& series, const QRectF& room) const {
    const QColor colour = colour_of(series);
    const double y = room.center().y();
    switch (series.mark) {
        case ChartMark::line:
            painter.setPen(pen_of(colour, 2.25, brief::chart_dashes.at(series.look.dash)));
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
            painter.setPen(QPen(colour, 1.5));
            painter.setBrush(colour);
            paint_shape(painter, room.center(), series.look.dash, point_size);
            break;
        case ChartMark::ghost:
            painter.setPen(pen_of(colour, 1.5, brief::ghost_dash));
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
            break;
        case ChartMark::column:
        case ChartMark::bar:
        case ChartMark::band: {
            QColor fill = colour;
            fill.setAlphaF(series.mark == ChartMark::band ? 0.3F : 1.0F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawRect(QRectF(room.center().x() - 8, y - 5, 16, 10));
            break;
        }
    }
    painter.setBrush(Qt::NoBrush);
}

void ChartScene::paint_legend(QPainter& painter) const {
    const QFontMetricsF metrics(letters_);
    for (const Entry& entry : legend_) {
        const PlotSeries& series = plot_.series[entry.series];
        painter.save();
        if (series.hidden) {
            painter.setOpacity(0.5);
        }
        paint_swatch(painter, series,
                     QRectF(entry.place.left(), entry.place.top(), swatch_width, entry.place.height()));
        QFont font = letters_;
        font.setStrikeOut(series.hidden);
        painter.setFont(font);
        painter.setPen(colours_.ink);
        painter.drawText(QPointF(entry.place.left() + swatch_width + gap,
                                 entry.place.center().y() + (metrics.ascent() - metrics.descent()) / 2),
                         exact(series.label));
        painter.restore();
    }
    const QString marks = marks_text();
    if (!marks.isEmpty()) {
        const double y =
            size().height() - edge - legend_height_ - metrics.descent() + (legend_.empty() ? 0 : 2);
        painter.setPen(QPen(colours_.quiet, 1.5));
        painter.setBrush(colours_.ground);
        paint_shape(painter, QPointF(edge + swatch_width / 2, y - (metrics.ascent() - metrics.descent()) / 2),
                    0, point_size);
        painter.setBrush(Qt::NoBrush);
        painter.drawText(QPointF(edge + swatch_width + gap, y), marks);
    }
}

void ChartScene::paint_crosshair(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(letters_);
    if (!frame_.isEmpty()) {
        QColor fill = colours_.hues[0];
        painter.setPen(QPen(fill, 1, Qt::DashLine));
        fill.setAlphaF(0.15F);
        painter.setBrush(fill);
        painter.drawRect(frame_);
    }
    const auto position = pointed_ ? position_of(plot_, *pointed_) : std::nullopt;
    if (!position) {
        return;
    }
    const QPointF at(area_.left() + position->right * area_.width(),
                     area_.bottom() - position->up * area_.height());
    if (!area_.adjusted(-2, -2, 2, 2).contains(at)) {
        return;
    }
    painter.setPen(QPen(colours_.quiet, 1));
    painter.setBrush(Qt::NoBrush);
    if (!plot_.lies) {
        painter.drawLine(QPointF(at.x(), area_.top()), QPointF(at.x(), area_.bottom()));
        painter.drawLine(QPointF(area_.left(), at.y()), QPointF(at.x(), at.y()));
    }
    painter.setPen(QPen(colours_.ink, 2));
    const auto box_pointed = std::find_if(plot_.boxes.begin(), plot_.boxes.end(), [&](const PlotBox& one) {
        return PlotSpot{one.series, one.place} == *pointed_;
    });
    if (box_pointed == plot_.boxes.end()) {
        painter.drawEllipse(at, point_size, point_size);
    } else {
        painter.drawRect(rect_of(*box_pointed) & area_);
    }

    const QFontMetricsF metrics(letters_);
    std::vector<std::string> lines;
    std::vector<std::size_t> part_of;  // which of the parts told each line is of
    const auto parts = told_lines(chart_, pointed_->series, pointed_->place);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (std::string& line : wrapped_to(metrics, parts[part], std::max(200.0, area_.width() * 0.5))) {
            lines.push_back(std::move(line));
            part_of.push_back(part);
        }
    }
    const double width = width_of(metrics, lines) + 16;
    const double height = line_height_ * static_cast<double>(lines.size()) + 10;
    QRectF box(at.x() + 14, at.y() - height - 14, width, height);
    if (box.right() > size().width() - 4) {
        box.moveRight(at.x() - 14);
    }
    box.moveLeft(std::max(4.0, box.left()));
    if (box.top() < 4) {
        box.moveTop(std::min(at.y() + 14, size().height() - height - 4));
    }
    painter.setPen(QPen(colours_.quiet, 1));
    painter.setBrush(colours_.ground);
    painter.drawRoundedRect(box, 4, 4);
    double y = box.top() + 5;
    for (std::size_t line = 0; line < lines.size(); ++line) {
        QFont font = letters_;
        font.setBold(part_of[line] == 1);
        painter.setFont(font);
        painter.setPen(part_of[line] < 2 ? colours_.ink : colours_.quiet);
        painter.drawText(
            QPointF(box.left() + 8, y + (line_height_ + metrics.ascent() - metrics.descent()) / 2),
            exact(lines[line]));
        y += line_height_;
    }
}

// What a pointer finds

std::optional<PlotSpot> ChartScene::spot_at(const QPointF& position) const {
    if (!area_.adjusted(-8, -8, 8, 8).contains(position)) {
        return std::nullopt;
    }
    return nearest(plot_, (position.x() - area_.left()) / area_.width(),
                   (area_.bottom() - position.y()) / area_.height());
}

std::optional<std::size_t> ChartScene::legend_at(const QPointF& position) const {
    for (const Entry& entry : legend_) {
        if (entry.place.adjusted(-4, -2, 4, 2).contains(position)) {
            return entry.series;
        }
    }
    return std::nullopt;
}

void ChartScene::point_to(const std::optional<PlotSpot>& spot) {
    if (spot != pointed_) {
        pointed_ = spot;
        top_->update();
    }
}

void ChartScene::set_frame(const QRectF& frame) {
    frame_ = frame;
    top_->update();
}

}  // namespace burden::gui
