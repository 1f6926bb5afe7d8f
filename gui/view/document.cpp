#include "burden/gui/view/document.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "burden/brief/files.hpp"
#include "burden/calc/invariant.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/scenario_composition.hpp"
#include "burden/inputs/scenario_edit.hpp"

namespace burden::gui {
namespace fs = std::filesystem;

using inputs::Diagnostic;
using inputs::Reading;

namespace {

fs::path folder_of(const std::string& path) {
    std::error_code error;
    const fs::path whole = path.empty() ? fs::current_path(error) / "." : fs::absolute(path, error);
    return whole.lexically_normal().parent_path();
}

/// The names of what a scenario extends, as they are to be named in another folder.
std::vector<std::string> names_from(const std::vector<std::string>& names, const fs::path& old_folder,
                                    const fs::path& new_folder) {
    std::vector<std::string> result;
    for (const std::string& name : names) {
        const bool moves =
            inputs::is_file_name(name) && fs::path(name).is_relative() && old_folder != new_folder;
        if (!moves) {
            result.push_back(name);
            continue;
        }
        std::string moved = (old_folder / name).lexically_normal().lexically_relative(new_folder).string();
        // A name without a point or a slash would be that of a ready-made scenario.
        result.push_back(inputs::is_file_name(moved) ? moved : "./" + moved);
    }
    return result;
}

}  // namespace

Reading<Document> Document::made(std::string path, std::string name, std::string saved, std::string text) {
    Document document;
    document.path_ = std::move(path);
    document.name_ = std::move(name);
    const auto file = inputs::read_scenario_file(text, document.called());
    if (!file) {
        return file.diagnostics();
    }
    document.file_ = *file;
    document.saved_text_ = std::move(saved);
    document.states_.push_back({.text = std::move(text)});
    return document;
}

Document Document::fresh(std::string text, std::string name) {
    std::string saved = text;
    const auto document = made({}, std::move(name), std::move(saved), std::move(text));
    calc::require(static_cast<bool>(document), "a document begins with a text that is read");
    return *document;
}

Reading<Document> Document::opened(const std::string& path) {
    const auto text = brief::file_text(path, inputs::largest_file);
    return text ? made(path, {}, *text, *text) : Reading<Document>(text.diagnostics());
}

Reading<Document> Document::recovered(std::string path, std::string name, std::string saved_text,
                                      std::string text) {
    return made(std::move(path), std::move(name), std::move(saved_text), std::move(text));
}

std::string Document::name() const { return path_.empty() ? name_ : fs::path(path_).filename().string(); }

bool Document::differs_on_disk() const {
    if (path_.empty()) {
        return false;
    }
    const auto text = brief::file_text(path_, inputs::largest_file);
    return !text || *text != saved_text_;
}

std::vector<Diagnostic> Document::set(const inputs::KeyOfSubject& key, const std::string& value,
                                      bool joined) {
    const auto text = inputs::with_key(this->text(), key, value, called());
    if (!text) {
        return text.diagnostics();
    }
    return take({.text = *text, .label = to_text(key) + " = " + value, .key = key}, joined);
}

std::vector<Diagnostic> Document::reset(const inputs::KeyOfSubject& key) {
    const auto text = inputs::without_key(this->text(), key, called());
    if (!text) {
        return text.diagnostics();
    }
    return take({.text = *text, .label = to_text(key)}, false);
}

std::vector<Diagnostic> Document::replace(std::string text, std::string label) {
    return take({.text = std::move(text), .label = std::move(label)}, false);
}

std::vector<Diagnostic> Document::take(State state, bool joined) {
    const bool goes_on = joined && open_ && at_ > 0 && state.key && states_[at_].key == state.key;
    if (state.text == text()) {
        return {};
    }
    const auto file = inputs::read_scenario_file(state.text, called());
    if (!file) {
        return file.diagnostics();
    }
    file_ = *file;
    states_.resize(at_ + 1);
    open_ = state.key.has_value();
    if (!goes_on) {
        states_.push_back(std::move(state));
        ++at_;
    } else if (states_[at_ - 1].text == state.text) {
        // Dragged back to where it began: no step is left.
        states_.pop_back();
        --at_;
    } else {
        states_[at_] = std::move(state);
    }
    forget_oldest();
    return {};
}

void Document::forget_oldest() {
    std::size_t bytes = 0;
    std::size_t first = states_.size();
    while (first > 0 && (bytes += states_[first - 1].text.size()) <= most_undo_bytes) {
        --first;
    }
    // Where it is, and one step back, stay however large they are.
    const std::size_t gone = std::min(first, at_ > 0 ? at_ - 1 : 0);
    states_.erase(states_.begin(), states_.begin() + static_cast<std::ptrdiff_t>(gone));
    at_ -= gone;
}

std::string Document::undo_words() const { return can_undo() ? states_[at_].label : std::string(); }

std::string Document::redo_words() const { return can_redo() ? states_[at_ + 1].label : std::string(); }

void Document::undo() {
    if (can_undo()) {
        move_to(at_ - 1);
    }
}

void Document::redo() {
    if (can_redo()) {
        move_to(at_ + 1);
    }
}

void Document::move_to(std::size_t at) {
    const auto file = inputs::read_scenario_file(states_[at].text, called());
    calc::require(static_cast<bool>(file), "a step leads to a text that was read before");
    at_ = at;
    file_ = *file;
    open_ = false;
}

std::vector<Diagnostic> Document::save() {
    if (path_.empty()) {
        return {{.file = name_, .message = "has no file yet: it is saved under a name"}};
    }
    auto problems = brief::write_whole(path_, text());
    if (problems.empty()) {
        saved_text_ = text();
        open_ = false;
    }
    return problems;
}

std::vector<Diagnostic> Document::save_as(const std::string& path) {
    const auto names = names_from(file_.extends, folder_of(path_), folder_of(path));
    std::string moved = text();
    if (names != file_.extends) {
        const auto renamed = inputs::with_extends(text(), names, called());
        if (!renamed) {
            return renamed.diagnostics();
        }
        moved = *renamed;
    }
    if (auto problems = brief::write_whole(path, moved); !problems.empty()) {
        return problems;
    }
    path_ = path;
    saved_text_ = moved;
    auto refused = take({.text = std::move(moved), .label = "extends"}, false);
    move_to(at_);
    return refused;
}

}  // namespace burden::gui
