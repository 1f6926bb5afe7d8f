#include "burden/gui/window/pin_bar.hpp"

#include <QToolButton>

namespace burden::gui {

PinBar::PinBar(QWidget* parent)
    : QWidget(parent), label_(new QLabel(tr("Compared with:"), this)), pins_(new QHBoxLayout) {
    pins_->setContentsMargins(0, 0, 0, 0);
    pins_->setSpacing(4);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(label_);
    line->addLayout(pins_);
    line->addStretch(1);
    label_->hide();
}

void PinBar::set_pins(const QStringList& names) {
    if (names == names_) {
        return;
    }
    names_ = names;
    while (QLayoutItem* item = pins_->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (int at = 0; at < names.size(); ++at) {
        auto* pin = new QToolButton(this);
        pin->setText(
            fontMetrics().elidedText(names[at], Qt::ElideMiddle, fontMetrics().averageCharWidth() * 24) +
            QStringLiteral("  ×"));
        pin->setToolTip(tr("Take %1 out of the comparison.").arg(names[at]));
        pin->setAccessibleName(pin->toolTip());
        pin->setFocusPolicy(Qt::StrongFocus);
        connect(pin, &QToolButton::clicked, this, [this, at] { Q_EMIT unpin(at); });
        pins_->addWidget(pin);
    }
    label_->setVisible(!names.isEmpty());
}

}  // namespace burden::gui
