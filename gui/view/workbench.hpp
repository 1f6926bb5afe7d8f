/// What a window works on: a document, what is pinned beside it, and what of them is looked at.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/gui/view/document.hpp"
#include "burden/gui/view/view.hpp"

namespace burden::gui {

/// Command lines that show what the window shows.
struct CommandLines {
    std::vector<std::string> lines;
    /// Why there are none that give every edit, "jpn.target.share was taken out of plan.toml"; empty where
    /// they do. A file that is saved can always be named.
    std::string lacking = {};
};

/// A scenario as a command line names it: a name, and settings over it.
struct TypedScenario {
    std::string name;
    std::vector<std::string> set = {};  ///< "jpn.target.share=4%"
    std::string lacking = {};           ///< as in CommandLines
};

/// A document as a command line would name it: its file or its ready-made scenario with the edits since, or
/// what it extends with all that it sets.
TypedScenario typed(const Document& document);

/// A scenario beside the document's.
struct Pin {
    ScenarioText scenario;  ///< its name differs from that of every other pin and of the document
    TypedScenario typed;
};

class Workbench {
public:
    /// With the headline: Japan at 5 % of GDP, beside 2 % and 3.4 %.
    Workbench();

    Document& document() { return document_; }
    const Document& document() const { return document_; }
    /// Puts another document in its place; what is pinned stays.
    void put(Document document);

    const std::vector<Pin>& pinned() const { return pinned_; }
    /// Pins the document as it is now; false where as many as can be compared are pinned, or the same text
    /// is.
    bool pin();
    void unpin(std::size_t at);
    void unpin_all() { pinned_.clear(); }

    /// Looks at a country by its code; one that the scenario does not show is added to it, as an edit.
    std::vector<inputs::Diagnostic> look_at(const std::string& country, const View& view);
    const std::string& country() const { return country_; }

    /// The rules that the document's own renewal is seen beside.
    const std::vector<std::string>& renewals() const { return renewals_; }
    std::vector<inputs::Diagnostic> set_renewals(std::string_view text);

    ViewQuestion question() const;
    /// The document as a scenario: what a command line would name.
    ScenarioText scenario() const;
    /// Command lines for what is shown: the table, the chart beside what is pinned, the renewals.
    CommandLines commands(const View& view) const;

private:
    Document document_;
    std::vector<Pin> pinned_;
    std::string country_;
    std::vector<std::string> renewals_;
};

/// A new document: it extends the baseline and sets nothing.
Document new_document();

/// A ready-made scenario as a document that was never saved; none of that name is a diagnostic.
inputs::Reading<Document> ready_made_document(std::string_view name);

}  // namespace burden::gui
