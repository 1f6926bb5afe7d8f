/// What is computed beside the window, so that it never waits: the view of a document, derivations,
/// differences.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "burden/brief/language.hpp"
#include "burden/gui/view/latest.hpp"
#include "burden/gui/view/view.hpp"

namespace burden::gui {

/// A view with its answers in the language of the window.
struct ShownView {
    ViewQuestion question;
    View view;
    brief::Answer run;
    brief::Answer renewals;
    brief::Answer compared;
};

/// Answers questions on threads of its own, and comes back with signals. Of questions of one kind only the
/// latest is answered.
class Computation : public QObject {
    Q_OBJECT

public:
    explicit Computation(brief::Language language, QObject* parent = nullptr);

    /// `hurry` breaks off what is at work on an older question.
    void ask(ViewQuestion question, bool hurry);
    void ask_derivation(ViewQuestion question, FigureSource figure, int width);
    void ask_difference(ScenarioText before, ScenarioText after, models::Metric metric);

    /// Waits for all that was asked: for tests.
    void settle();

Q_SIGNALS:
    void came(std::shared_ptr<const burden::gui::ShownView> shown);
    void derived(const QString& cell, const QString& text);
    /// An answer, or one without tables and what is wrong.
    void differed(std::shared_ptr<const burden::brief::Answer> answer, const QString& problem);

private:
    const inputs::Facts& facts();
    void back(const std::function<void()>& what);

    brief::Language language_;
    std::once_flag read_;
    std::unique_ptr<const inputs::Facts> facts_;
    PinnedAnswers pinned_;  ///< of the thread that views are made on
    // Last, so that they end first.
    Latest views_;
    Latest derivations_;
    Latest differences_;
};

}  // namespace burden::gui
