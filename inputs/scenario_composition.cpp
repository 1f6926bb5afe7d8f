#include "burden/inputs/scenario_composition.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "burden/calc/nearest.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::inputs {
namespace {

using calc::Fault;

/// Files that extend one another, and files in one scenario.
constexpr std::size_t deepest_chain = 16;
constexpr std::size_t most_files = 64;

/// A file by what it is called and whether it is compiled in.
struct Identity {
    bool ready_made = false;
    std::string name;

    friend auto operator<=>(const Identity&, const Identity&) = default;
};

/// A name of a scenario where it stands: in the argument, or in a file that extends it.
struct NamedAt {
    std::string name;
    std::string_view argument = {};
    std::size_t at = 0;                    ///< byte of the argument
    const ScenarioFile* beside = nullptr;  ///< the file; none for the argument
    SettingPlace place = {};               ///< in that file

    Diagnostic wrong(Fault fault, std::string hint = {}) const {
        Diagnostic result = argument_diagnostic("scenario", argument, calc::moved(fault, at));
        if (beside != nullptr) {
            result = {.file = place.file,
                      .line = place.line,
                      .column = place.column,
                      .length = place.length,
                      .message = std::move(fault.message),
                      .excerpt = place.excerpt,
                      .allowed = std::move(fault.allowed),
                      .nearest = std::move(fault.nearest)};
        }
        result.hint = std::move(hint);
        return result;
    }
    Fault fault(std::string message) const {
        return {.message = std::move(message), .at = 0, .length = std::max<std::size_t>(1, name.size())};
    }
};

class Composer {
public:
    Composer(const FileOpener& open, std::span<const ReadyMade> ready_made)
        : open_(open), ready_made_(ready_made) {}

    Reading<Scenario> compose(std::string_view names) {
        std::set<std::size_t> named;
        for (const std::string_view piece : calc::pieces(names, '+')) {
            const NamedAt one{
                .name = std::string(piece), .argument = names, .at = calc::place_of(piece, names)};
            if (piece.empty()) {
                refuse(one.wrong(Fault{.message = "the name of a scenario is missing",
                                       .allowed = {"plan.toml", "plan.toml+strong-yen"}}));
                continue;
            }
            const auto file = load(one, {});
            if (file && !named.insert(*file).second) {
                refuse(one.wrong(one.fault(calc::quoted(files_[*file].name) + " is named twice")));
            }
        }
        refuse_conflicts();
        if (failed_) {
            return diagnostics_;
        }
        Scenario scenario{.name = std::string(names), .files = std::move(files_)};
        for (const ScenarioFile& file : scenario.files) {
            scenario.settings.insert(scenario.settings.end(), file.settings.begin(), file.settings.end());
            for (const SwingRange& range : file.ranges) {
                std::erase_if(scenario.ranges,
                              [&](const SwingRange& other) { return other.key == range.key; });
                scenario.ranges.push_back(range);
            }
        }
        return {std::move(scenario), std::move(diagnostics_)};
    }

private:
    void refuse(Diagnostic diagnostic) {
        failed_ = true;
        diagnostics_.push_back(std::move(diagnostic));
    }

    /// The text of a file or a ready-made scenario, and what it is; none, and the reason is gathered.
    std::optional<std::pair<Identity, std::string>> text_of(const NamedAt& one) {
        if (is_file_name(one.name)) {
            return text_of_file(one);
        }
        const auto found = std::find_if(ready_made_.begin(), ready_made_.end(),
                                        [&](const ReadyMade& ready) { return ready.name == one.name; });
        if (found == ready_made_.end()) {
            std::vector<std::string> known;
            for (const ReadyMade& ready : ready_made_) {
                known.emplace_back(ready.name);
            }
            refuse(one.wrong(calc::unknown_name("ready-made scenario", one.name, std::move(known)),
                             "a file has a point or a slash in its name: ./" + one.name));
            return std::nullopt;
        }
        return std::pair(Identity{true, one.name}, std::string(found->text));
    }

    std::optional<std::pair<Identity, std::string>> text_of_file(const NamedAt& one) {
        if (one.beside != nullptr && one.beside->ready_made) {
            refuse(one.wrong(one.fault("a ready-made scenario extends ready-made ones, no files")));
            return std::nullopt;
        }
        auto opened = open_(one.name, one.beside == nullptr ? std::string() : one.beside->name);
        for (const Diagnostic& diagnostic : opened.diagnostics()) {
            if (one.beside == nullptr) {
                diagnostics_.push_back(diagnostic);
                continue;
            }
            // Who extends what cannot be read is to look at that line.
            Diagnostic placed = one.wrong(
                one.fault((diagnostic.file.empty() ? "" : diagnostic.file + ": ") + diagnostic.message),
                diagnostic.hint);
            placed.severity = diagnostic.severity;
            diagnostics_.push_back(std::move(placed));
        }
        if (!opened) {
            failed_ = true;
            return std::nullopt;
        }
        return std::pair(Identity{false, opened->name}, opened->text);
    }

    /// The index of a file after all that it extends; none where it, or one of those, cannot be read. `above`
    /// holds the files that led here.
    std::optional<std::size_t> load(const NamedAt& one, const std::vector<Identity>& above) {
        auto opened = text_of(one);
        if (!opened) {
            return std::nullopt;
        }
        const Identity& identity = opened->first;
        if (const auto again = std::find(above.begin(), above.end(), identity); again != above.end()) {
            std::string chain;
            for (auto step = again; step != above.end(); ++step) {
                chain += step->name + " \u2192 ";
            }
            refuse(one.wrong(
                one.fault(calc::quoted(identity.name) + " extends itself: " + chain + identity.name)));
            return std::nullopt;
        }
        if (const auto known = loaded_.find(identity); known != loaded_.end()) {
            return known->second;
        }
        if (above.size() == deepest_chain) {
            refuse(one.wrong(
                one.fault("more than " + std::to_string(deepest_chain) + " scenarios extend one another")));
            return std::nullopt;
        }
        if (loaded_.size() >= most_files) {
            if (!full_) {
                refuse(one.wrong(
                    one.fault("more than " + std::to_string(most_files) + " scenarios are put together")));
            }
            full_ = true;
            return std::nullopt;
        }
        return read(identity, opened->second, above);
    }

    std::optional<std::size_t> read(const Identity& identity, std::string_view text,
                                    std::vector<Identity> above) {
        loaded_.emplace(identity, std::nullopt);
        auto reading = read_scenario_file(text, identity.name);
        diagnostics_.insert(diagnostics_.end(), reading.diagnostics().begin(), reading.diagnostics().end());
        if (!reading) {
            failed_ = true;
            return std::nullopt;
        }
        ScenarioFile file = *reading;
        file.ready_made = identity.ready_made;
        above.push_back(identity);
        std::set<std::size_t> below;
        bool all = true;
        for (std::size_t i = 0; i < file.extends.size(); ++i) {
            const NamedAt one{.name = file.extends[i], .beside = &file, .place = file.extends_at[i]};
            const auto extended = load(one, above);
            if (!extended) {
                all = false;
                continue;
            }
            file.extends[i] = files_[*extended].name;
            below.insert(*extended);
            below.insert(below_[*extended].begin(), below_[*extended].end());
        }
        if (!all) {
            return std::nullopt;
        }
        files_.push_back(std::move(file));
        below_.push_back(std::move(below));
        return loaded_[identity] = files_.size() - 1;
    }

    /// Refuses each key that two files set, or state a range of, unless the later one extends the other:
    /// which of them counted would depend on the order in which they are named.
    void refuse_conflicts() {
        refuse_conflicting_ranges();
        std::map<KeyOfSubject, std::pair<std::size_t, const Setting*>> last;
        for (std::size_t at = 0; at < files_.size(); ++at) {
            for (const Setting& setting : files_[at].settings) {
                const auto [known, is_new] = last.emplace(setting.key, std::pair(at, &setting));
                if (is_new) {
                    continue;
                }
                const auto& [before, other] = known->second;
                if (!below_[at].contains(before)) {
                    Diagnostic conflict = diagnostic_at(setting, to_text(setting.key) + " is set in " +
                                                                     other->place.in_words() + " and in " +
                                                                     setting.place.in_words());
                    conflict.hint = "one of two files may extend the other, and then counts";
                    refuse(std::move(conflict));
                }
                known->second = {at, &setting};
            }
        }
    }

    void refuse_conflicting_ranges() {
        std::map<KeyOfSubject, std::pair<std::size_t, const SwingRange*>> last;
        for (std::size_t at = 0; at < files_.size(); ++at) {
            for (const SwingRange& range : files_[at].ranges) {
                const auto [known, is_new] = last.emplace(range.key, std::pair(at, &range));
                if (!is_new && !below_[at].contains(known->second.first)) {
                    refuse({.file = range.place.file,
                            .line = range.place.line,
                            .column = range.place.column,
                            .length = range.place.length,
                            .message = "the range of " + to_text(range.key) + " is stated in " +
                                       known->second.second->place.in_words() + " and in " +
                                       range.place.in_words(),
                            .excerpt = range.place.excerpt,
                            .hint = "one of two files may extend the other, and then counts"});
                }
                known->second = {at, &range};
            }
        }
    }

    const FileOpener& open_;
    std::span<const ReadyMade> ready_made_;
    std::vector<ScenarioFile> files_;
    std::vector<std::set<std::size_t>> below_;  ///< of each file, all that it extends
    std::map<Identity, std::optional<std::size_t>> loaded_;
    std::vector<Diagnostic> diagnostics_;
    bool failed_ = false;
    bool full_ = false;
};

}  // namespace

bool is_file_name(std::string_view name) { return name.find_first_of("./\\") != std::string_view::npos; }

Reading<Scenario> composed(std::string_view names, const FileOpener& open,
                           std::span<const ReadyMade> ready_made) {
    return Composer(open, ready_made).compose(names);
}

}  // namespace burden::inputs
