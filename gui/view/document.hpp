/// A scenario that is being edited: the text of its file, and all steps back to where it began.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/scenario.hpp"

namespace burden::gui {

/// Bytes of all texts that the steps of one document hold; beyond that the oldest are forgotten.
constexpr std::size_t most_undo_bytes = 8'000'000;

/// The text is always one that is read: an edit that would make it otherwise is refused, and changes nothing.
/// What an edit returns says why it was refused; nothing where it was taken.
class Document {
public:
    /// One that was never saved. `text` must be readable; `name` is "untitled", or that of the ready-made
    /// scenario that it begins as.
    static Document fresh(std::string text, std::string name);

    /// A file, by its path as the user named it.
    static inputs::Reading<Document> opened(const std::string& path);

    /// One that was left behind by a window that ended too soon: its steps are lost.
    static inputs::Reading<Document> recovered(std::string path, std::string name, std::string saved_text,
                                               std::string text);

    const std::string& text() const { return states_[at_].text; }
    /// Empty where it was never saved.
    const std::string& path() const { return path_; }
    /// The file's name without its folder; that given to `fresh` where there is no file.
    std::string name() const;
    /// The text as it is read, with path or name as the file's name.
    const inputs::ScenarioFile& file() const { return file_; }

    /// The text as it was opened or saved last, or began.
    const std::string& saved_text() const { return saved_text_; }
    bool changed() const { return text() != saved_text_; }
    /// Whether another program has changed or removed the file since.
    bool differs_on_disk() const;

    /// Sets a key, the value as --set takes it. With `joined` it is one step with the step before, where that
    /// set the same key: a slider that is dragged, after its first move.
    std::vector<inputs::Diagnostic> set(const inputs::KeyOfSubject& key, const std::string& value,
                                        bool joined = false);
    /// Takes a key out, with its reason.
    std::vector<inputs::Diagnostic> reset(const inputs::KeyOfSubject& key);
    /// Any other edit; `label` names it in undo_words.
    std::vector<inputs::Diagnostic> replace(std::string text, std::string label);

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < states_.size(); }
    /// The step that undo takes back: "jpn.target.share = 4%", "jpn.target.share" for one that took it out,
    /// or a label; empty where there is none.
    std::string undo_words() const;
    std::string redo_words() const;
    void undo();
    void redo();

    /// Into its file; refused where it has none.
    std::vector<inputs::Diagnostic> save();
    /// Into another file, which is its own from then on. Names of files that it extends are rewritten, as a
    /// step, where they would be looked for beside the new one in vain.
    std::vector<inputs::Diagnostic> save_as(const std::string& path);

private:
    struct State {
        std::string text;
        std::string label = {};                        ///< of the step that led here
        std::optional<inputs::KeyOfSubject> key = {};  ///< that it set
    };

    Document() = default;
    /// What diagnostics call the document.
    std::string called() const { return path_.empty() ? name_ : path_; }
    static inputs::Reading<Document> made(std::string path, std::string name, std::string saved,
                                          std::string text);
    std::vector<inputs::Diagnostic> take(State state, bool joined);
    void move_to(std::size_t at);
    void forget_oldest();

    std::vector<State> states_;
    std::size_t at_ = 0;
    bool open_ = false;  ///< whether a joined edit may go on with the last step
    std::string path_;
    std::string name_;
    std::string saved_text_;
    inputs::ScenarioFile file_;
};

}  // namespace burden::gui
