/// What an answer rests on: its basis, notes, warnings and sources.
#pragma once

#include <QTextBrowser>

#include "burden/brief/answer.hpp"

namespace burden::gui {

/// Basis, notes, warnings and sources of an answer as a page, with links to the sources.
class GroundView : public QTextBrowser {
    Q_OBJECT

public:
    explicit GroundView(QWidget* parent = nullptr);

    void set_answer(const brief::Answer& answer);

private:
    QString page_ = {};
};

/// Basis and sources in plain lines, for a tooltip.
QString ground_in_words(const brief::Answer& answer);

}  // namespace burden::gui
