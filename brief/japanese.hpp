/// Texts of the program in Japanese, from a catalogue of sentences with places for names and figures.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace burden::brief {

/// A line of the catalogue: an English text, and the Japanese for it. `{1}` to `{9}` stand for any text, each
/// once in either; `{1#}` in the English for one without a space.
struct CatalogueEntry {
    std::string_view english;
    std::string_view japanese;
};

/// Every line of brief/catalogue/*.toml, by English text.
std::span<const CatalogueEntry> japanese_catalogue();

/// A text in Japanese.
struct Translation {
    std::string text;
    bool whole = true;                      ///< whether nothing of it had to stay English
    std::vector<std::size_t> entries = {};  ///< of the catalogue, that it was made with
};

/// A text in Japanese. The longest sentence of the catalogue that fits the whole text is taken, provided that
/// what stands in its places can be translated too; figures, dates and years are put as Japanese writes them,
/// names of files, keys and what is quoted stay.
Translation japanese(std::string_view english);

}  // namespace burden::brief
