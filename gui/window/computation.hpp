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
#include "burden/gui/view/difference_derivation.hpp"
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

/// A difference with its answer in the language of the window.
struct ShownDifference {
    DifferencePair pair;
    brief::Answer answer;  ///< untranslated; without tables where something is wrong
    brief::Answer shown;
    QString problem = {};  ///< what is wrong
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
    void ask_difference(DifferencePair pair);
    /// Of a figure of the difference; `title` comes back with the answer.
    void ask_derivation(DifferencePair pair, DifferenceFigure figure, QString title, int width);

    /// Waits for all that was asked: for tests.
    void settle();

Q_SIGNALS:
    void came(std::shared_ptr<const burden::gui::ShownView> shown);
    void derived(const QString& cell, const QString& text);
    void differed(std::shared_ptr<const burden::gui::ShownDifference> difference);
    /// The derivation of a figure of a difference, or why there is none.
    void difference_derived(const QString& title, const QString& text);

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
    Latest difference_derivations_;
};

}  // namespace burden::gui
