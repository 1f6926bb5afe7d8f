/// What was not saved, kept from being lost where a window ends too soon.
#pragma once

#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "burden/gui/view/document.hpp"

namespace burden::gui {

/// All that brings a document back.
struct KeptDocument {
    std::string path;  ///< from the root; empty where it was never saved
    std::string name;
    std::string saved_text;
    std::string text;

    static KeptDocument of(const Document& document);

    friend bool operator==(const KeptDocument&, const KeptDocument&) = default;
};

/// As a file of the recovery folder holds it.
std::string to_bytes(const KeptDocument& kept);
/// None where it is no such file, or not whole.
std::optional<KeptDocument> read_kept(std::string_view bytes);

/// A lock on a file, held until its owner is gone, however it goes.
class FileLock;

/// One window's own file in the recovery folder. It goes when the window ends as it should.
class Recovery {
public:
    /// In a folder, which is made where it is missing.
    static inputs::Reading<std::shared_ptr<Recovery>> in(const std::filesystem::path& folder);
    Recovery(const Recovery&) = delete;
    Recovery(Recovery&&) = delete;
    Recovery& operator=(const Recovery&) = delete;
    Recovery& operator=(Recovery&&) = delete;
    ~Recovery();

    /// Keeps what a document holds that its file does not; nothing of one that was not changed. It may take
    /// as long as a disk does: another thread may do it, one call at a time.
    std::vector<inputs::Diagnostic> keep(const Document& document) {
        return keep(KeptDocument::of(document));
    }
    std::vector<inputs::Diagnostic> keep(const KeptDocument& kept);

private:
    explicit Recovery(std::filesystem::path folder);

    std::filesystem::path folder_;
    std::unique_ptr<FileLock> lock_;
    KeptDocument kept_;
    bool holds_ = false;
};

/// A document of a window that ended too soon. While one of these lives, no other window finds it.
class Recovered {
public:
    Recovered(KeptDocument kept, std::filesystem::path file, std::time_t when,
              std::shared_ptr<FileLock> lock);

    const KeptDocument& kept() const { return kept_; }
    /// When it was kept.
    std::time_t when() const { return when_; }
    /// The document as it was; it counts as changed. Steps of undo are lost.
    inputs::Reading<Document> document() const;
    /// Nobody needs it any more: it was brought back and is kept anew, or is not wanted. Without this it is
    /// found again the next time.
    void discard();

private:
    KeptDocument kept_;
    std::filesystem::path file_;
    std::time_t when_;
    std::shared_ptr<FileLock> lock_;
};

/// What windows that are gone left behind in a folder, the latest first; those of living windows are left
/// alone. A file that cannot be read is set aside under another name, for a person to look at.
std::vector<Recovered> left_behind(const std::filesystem::path& folder);

}  // namespace burden::gui
