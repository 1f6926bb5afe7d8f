#include "burden/gui/window/computation.hpp"

#include <QMetaObject>
#include <exception>
#include <mutex>

#include "burden/brief/files.hpp"
#include "burden/brief/in_language.hpp"
#include "burden/gui/window/text.hpp"
#include "burden/inputs/embedded.hpp"

namespace burden::gui {
namespace {

QString in_words(const std::vector<inputs::Diagnostic>& diagnostics) {
    std::string text;
    for (const inputs::Diagnostic& one : diagnostics) {
        text += to_text(one);
    }
    return exact(text);
}

/// Two pieces of our code that disagree are told like any other problem; the document is not at fault.
inputs::Diagnostic broken(const std::exception& error) {
    return {.message = std::string("the program is at fault: ") + error.what()};
}

}  // namespace

Computation::Computation(brief::Language language, QObject* parent) : QObject(parent), language_(language) {}

const inputs::Facts& Computation::facts() {
    std::call_once(read_,
                   [this] { facts_ = std::make_unique<const inputs::Facts>(inputs::embedded_facts()); });
    return *facts_;
}

void Computation::back(const std::function<void()>& what) {
    QMetaObject::invokeMethod(this, what, Qt::QueuedConnection);
}

void Computation::ask(ViewQuestion question, bool hurry) {
    views_.ask(
        [this, question = std::move(question)](const std::stop_token& stop) mutable {
            auto shown = std::make_shared<ShownView>();
            shown->question = std::move(question);
            try {
                shown->view = view_of(facts(), shown->question, brief::opened_beside, stop, &pinned_);
                shown->run = in_language(shown->view.run, language_);
                shown->renewals = in_language(shown->view.renewals, language_);
                shown->compared = in_language(shown->view.compared, language_);
            } catch (const std::exception& error) {
                shown->view = {};
                shown->view.problems = {broken(error)};
            }
            if (!stop.stop_requested()) {
                back([this, shown] { Q_EMIT came(shown); });
            }
        },
        hurry);
}

void Computation::ask_derivation(ViewQuestion question, FigureSource figure, int width) {
    derivations_.ask(
        [this, question = std::move(question), figure = std::move(figure),
         width](const std::stop_token& stop) {
            const QString cell = exact(figure.cell);
            QString text;
            try {
                const auto reading = derivation_of(facts(), question, figure, brief::opened_beside, width);
                text = reading ? exact(*reading) : in_words(reading.diagnostics());
            } catch (const std::exception& error) {
                text = in_words({broken(error)});
            }
            if (!stop.stop_requested()) {
                back([this, cell, text] { Q_EMIT derived(cell, text); });
            }
        },
        true);
}

void Computation::ask_difference(DifferencePair pair) {
    differences_.ask(
        [this, pair = std::move(pair)](const std::stop_token& stop) mutable {
            auto shown = std::make_shared<ShownDifference>();
            shown->pair = std::move(pair);
            const DifferencePair& asked = shown->pair;
            try {
                const auto reading =
                    difference_of(facts(), asked.before, asked.after, asked.metric, brief::opened_beside);
                if (reading) {
                    shown->answer = *reading;
                    shown->shown = in_language(*reading, language_);
                } else {
                    shown->problem = in_words(reading.diagnostics());
                }
            } catch (const std::exception& error) {
                shown->answer = {};
                shown->problem = in_words({broken(error)});
            }
            if (!stop.stop_requested()) {
                back([this, shown] { Q_EMIT differed(shown); });
            }
        },
        true);
}

void Computation::ask_derivation(DifferencePair pair, DifferenceFigure figure, QString title, int width) {
    difference_derivations_.ask(
        [this, pair = std::move(pair), figure = std::move(figure), title = std::move(title),
         width](const std::stop_token& stop) {
            QString text;
            try {
                const auto reading =
                    derivation_of(facts(), pair, figure, brief::opened_beside, language_, width, stop);
                text = reading ? exact(*reading) : in_words(reading.diagnostics());
            } catch (const std::exception& error) {
                text = in_words({broken(error)});
            }
            if (!stop.stop_requested()) {
                back([this, title, text] { Q_EMIT difference_derived(title, text); });
            }
        },
        true);
}

void Computation::settle() {
    views_.settle();
    derivations_.settle();
    differences_.settle();
    difference_derivations_.settle();
}

}  // namespace burden::gui
