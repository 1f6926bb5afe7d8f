#include "burden/brief/japanese.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "burden/brief/japanese_figures.hpp"

namespace burden::brief {
namespace {

/// Sentences within sentences that are followed.
constexpr int deepest = 12;
/// Longer texts are no sentences of the program.
constexpr std::size_t longest = 3000;
/// Fits that are tried for one text before what is left of it stays English.
constexpr int most_fits = 20'000;
/// Letters of a sentence that is taken although something in it must stay English, the name of a file
/// perhaps.
constexpr std::size_t least_letters = 12;
/// Ways to fit one sentence that are tried.
constexpr int most_ways = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Sentences that the program joins others with. They are tried behind those of the catalogue.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> joins = {
    {{"{1}. {2}", "{1}。{2}"},
     {"{1}; {2}", "{1}；{2}"},
     {"{1}: {2}", "{1}：{2}"},
     {"{1} ({2})", "{1}（{2}）"},
     {"{1}, {2}", "{1}、{2}"},
     {"{1} and {2}", "{1}と{2}"},
     {"{1} to {2}", "{1}から{2}"},
     {"{1} + {2}", "{1}＋{2}"},
     {"'{1}'", "「{1}」"},
     {"\"{1}\"", "「{1}」"}}};

/// What the program joins many texts with, and how many there must be for them to be looked at one by one.
struct Listed {
    std::string_view english;
    std::string_view japanese;
    std::size_t least;
};

constexpr std::array<Listed, 3> lists = {{{". ", "。", 2}, {"; ", "；", 2}, {", ", "、", 6}}};

/// Texts of a list that may belong together.
constexpr std::size_t most_together = 3;

/// A sentence as the texts between its places.
struct Sentence {
    std::vector<std::string_view> pieces;  ///< one more than there are places
    std::vector<int> places;               ///< their numbers, as they stand in the English
    std::vector<bool> words;               ///< whether one holds a single word: {1#}
    std::string_view japanese;
    std::size_t letters = 0;  ///< bytes that are given
    std::optional<std::size_t> entry;
};

Sentence sentence_of(std::string_view english, std::string_view japanese, std::optional<std::size_t> entry) {
    Sentence sentence{.pieces = {}, .places = {}, .words = {}, .japanese = japanese, .entry = entry};
    std::size_t start = 0;
    for (std::size_t at = english.find('{'); at != std::string_view::npos; at = english.find('{', at + 1)) {
        const std::size_t end = english.find('}', at);
        const bool word = end == at + 3 && english[at + 2] == '#';
        if ((end == at + 2 || word) && is_digit(english[at + 1])) {
            sentence.pieces.push_back(english.substr(start, at - start));
            sentence.places.push_back(english[at + 1] - '0');
            sentence.words.push_back(word);
            start = end + 1;
        }
    }
    sentence.pieces.push_back(english.substr(start));
    for (const std::string_view piece : sentence.pieces) {
        sentence.letters += piece.size();
    }
    return sentence;
}

/// The catalogue in the order that it is searched in.
class Catalogue {
public:
    Catalogue() {
        const auto entries = japanese_catalogue();
        for (std::size_t at = 0; at < entries.size(); ++at) {
            Sentence sentence = sentence_of(entries[at].english, entries[at].japanese, at);
            if (sentence.places.empty()) {
                texts_.emplace(entries[at].english, at);
            } else {
                sentences_.push_back(std::move(sentence));
            }
        }
        std::sort(sentences_.begin(), sentences_.end(), [](const Sentence& a, const Sentence& b) {
            const bool begins = !a.pieces.front().empty();
            if (begins == b.pieces.front().empty()) {
                return begins;
            }
            return a.letters != b.letters ? a.letters > b.letters : a.entry < b.entry;
        });
        for (const auto& [english, joined] : joins) {
            sentences_.push_back(sentence_of(english, joined, std::nullopt));
        }
        for (std::size_t at = 0; at < sentences_.size(); ++at) {
            const std::string_view first = sentences_[at].pieces.front();
            for (std::size_t byte = 0; byte < by_first_.size(); ++byte) {
                if (first.empty() || static_cast<unsigned char>(first.front()) == byte) {
                    by_first_[byte].push_back(at);
                }
            }
        }
    }

    std::optional<std::size_t> text(std::string_view english) const {
        const auto found = texts_.find(english);
        return found == texts_.end() ? std::nullopt : std::optional(found->second);
    }

    /// Sentences that may fit a text, those first that begin with words of their own, then
    /// those with most letters.
    const std::vector<std::size_t>& candidates(std::string_view english) const {
        return by_first_[static_cast<unsigned char>(english.front())];
    }

    const Sentence& sentence(std::size_t at) const { return sentences_[at]; }

private:
    std::map<std::string_view, std::size_t> texts_;
    std::vector<Sentence> sentences_;
    std::array<std::vector<std::size_t>, 256> by_first_;
};

const Catalogue& catalogue() {
    static const Catalogue once;
    return once;
}

bool has_words(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto letter = [](char c) { return is_small(c) || is_capital(c); };
        if (letter(text[at]) && letter(text[at + 1])) {
            return true;
        }
    }
    return false;
}

/// Whether a text is the name of something and no word: "JPY", "jpn-sma-2022", "jpn.spending[FY2030]",
/// "--set".
bool is_name(std::string_view text) {
    if (text.find(' ') != std::string_view::npos) {
        return false;
    }
    const bool capitals =
        std::any_of(text.begin(), text.end(), is_capital) && std::none_of(text.begin(), text.end(), is_small);
    const bool coded = text.find_first_of("-_[]=+@/") != std::string_view::npos ||
                       std::any_of(text.begin(), text.end(), is_digit);
    const std::size_t point = text.find_first_of(".:");
    return capitals || coded || (point != std::string_view::npos && point + 1 < text.size());
}

/// "2%, 3%" with the commas of Japanese; those between digits stay.
std::string with_commas(std::string text) {
    for (std::size_t at = text.find(", "); at != std::string::npos; at = text.find(", ", at)) {
        text.replace(at, 2, "、");
    }
    return text;
}

/// A text on its way into Japanese.
class Work {
public:
    Translation of(std::string_view english, int depth) {
        if (english.empty()) {
            return {};
        }
        if (const auto text = catalogue().text(english)) {
            return {std::string(japanese_catalogue()[*text].japanese), true, {*text}};
        }
        if (const auto unit = japanese_unit(english)) {
            return {unit->text, true, {}};
        }
        if (auto figure = japanese_figure(english)) {
            return {*figure, true, {}};
        }
        if (english.starts_with("burden ") || english.starts_with("--")) {
            return {std::string(english), true, {}};
        }
        if (!has_words(english)) {
            return {with_commas(japanese_figures(english)), true, {}};
        }
        if (is_name(english)) {
            return {japanese_figures(english), true, {}};
        }
        if (depth >= deepest || english.size() > longest) {
            return {japanese_figures(english), false, {}};
        }
        const auto known = known_.find(english);
        if (known != known_.end()) {
            return known->second;
        }
        Translation result = of_sentence(english, depth);
        if (result.whole || left_ > 0) {
            known_.emplace(english, result);
        }
        return result;
    }

private:
    Translation of_sentence(std::string_view english, int depth) {
        std::optional<Translation> partly;
        if (english.ends_with('.') && english.size() > 1) {
            Translation sentence = of(english.substr(0, english.size() - 1), depth + 1);
            if (sentence.whole || !sentence.entries.empty()) {
                sentence.text += "。";
                return sentence;
            }
            return {std::string(english), false, {}};
        }
        if (auto named = of_named(english, depth)) {
            return std::move(*named);
        }
        for (const Listed& listed : lists) {
            if (auto parts = of_list(english, listed, depth)) {
                return std::move(*parts);
            }
        }
        for (const std::size_t at : catalogue().candidates(english)) {
            const Sentence& sentence = catalogue().sentence(at);
            int ways = most_ways;
            std::vector<std::string_view> parts;
            fit(sentence, english, 0, parts, [&] {
                Translation one = put(sentence, parts, depth);
                const bool whole = one.whole;
                if (whole || (!partly && sentence.entry && sentence.letters >= least_letters)) {
                    partly = std::move(one);
                }
                return whole || --ways == 0 || left_ <= 0;
            });
            if ((partly && partly->whole) || left_ <= 0) {
                break;
            }
        }
        if (partly) {
            return *partly;
        }
        if (english.front() >= 'A' && english.front() <= 'Z') {
            // A sentence may begin with what the catalogue has in small letters.
            const auto begins = catalogue().text(std::string(1, static_cast<char>(english.front() + 32)) +
                                                 std::string(english.substr(1)));
            if (begins) {
                return {std::string(japanese_catalogue()[*begins].japanese), true, {*begins}};
            }
        }
        return {std::string(english), false, {}};
    }

    /// "Japan: …": what the catalogue knows by itself, and what is said of it.
    std::optional<Translation> of_named(std::string_view english, int depth) {
        const std::size_t colon = english.find(": ");
        const auto name =
            colon == std::string_view::npos ? std::nullopt : catalogue().text(english.substr(0, colon));
        if (!name) {
            return std::nullopt;
        }
        Translation result = of(english.substr(colon + 2), depth + 1);
        if (!result.whole) {
            return std::nullopt;
        }
        result.text.insert(0, std::string(japanese_catalogue()[*name].japanese) + "：");
        result.entries.push_back(*name);
        return result;
    }

    /// A list, its texts one by one where each of them can be translated whole.
    std::optional<Translation> of_list(std::string_view english, const Listed& listed, int depth) {
        std::vector<std::size_t> starts = {0};
        for (std::size_t at = english.find(listed.english); at != std::string_view::npos;
             at = english.find(listed.english, at + 1)) {
            starts.push_back(at + listed.english.size());
        }
        if (starts.size() < listed.least) {
            return std::nullopt;
        }
        const std::size_t count = starts.size();
        starts.push_back(english.size() + listed.english.size());
        // From the last text to the first: how the list from there on is translated.
        std::vector<std::optional<Translation>> from(count + 1);
        from[count] = Translation{};
        for (std::size_t first = count; first-- > 0;) {
            for (std::size_t end = first + 1; end <= count && end <= first + most_together; ++end) {
                const std::size_t length = starts[end] - listed.english.size() - starts[first];
                if (!from[end] || length == english.size()) {
                    continue;
                }
                left_ = std::max(left_, most_fits / 20);
                Translation part = of(english.substr(starts[first], length), depth + 1);
                if (!part.whole) {
                    continue;
                }
                if (end < count) {
                    part.text += std::string(listed.japanese) + from[end]->text;
                }
                part.entries.insert(part.entries.end(), from[end]->entries.begin(), from[end]->entries.end());
                from[first] = std::move(part);
                break;
            }
        }
        return from[0];
    }

    /// Whether a text may stand in the place before a piece.
    static bool suits(const Sentence& sentence, std::size_t piece, std::string_view text) {
        return !sentence.words[piece - 1] || text.find(' ') == std::string_view::npos;
    }

    /// Hands every way that a sentence fits a text to `found`, until it says that this is enough.
    template <typename Found>
    bool fit(const Sentence& sentence, std::string_view text, std::size_t piece,
             std::vector<std::string_view>& parts, const Found& found) {
        const std::string_view words = sentence.pieces[piece];
        if (piece == 0) {
            return text.starts_with(words) && fit(sentence, text.substr(words.size()), 1, parts, found);
        }
        const bool last = piece + 1 == sentence.pieces.size();
        if (last) {
            if (text.size() <= words.size() || !text.ends_with(words)) {
                return false;
            }
            if (!suits(sentence, piece, text.substr(0, text.size() - words.size()))) {
                return false;
            }
            parts.push_back(text.substr(0, text.size() - words.size()));
            --left_;
            const bool enough = found();
            parts.pop_back();
            return enough;
        }
        for (std::size_t at = text.find(words, 1); at != std::string_view::npos;
             at = text.find(words, at + 1)) {
            if (--left_ <= 0) {
                return true;
            }
            if (!suits(sentence, piece, text.substr(0, at))) {
                return false;
            }
            parts.push_back(text.substr(0, at));
            const bool enough = fit(sentence, text.substr(at + words.size()), piece + 1, parts, found);
            parts.pop_back();
            if (enough) {
                return true;
            }
        }
        return false;
    }

    Translation put(const Sentence& sentence, const std::vector<std::string_view>& parts, int depth) {
        Translation result;
        std::array<std::string, 10> texts;
        if (sentence.entry) {
            result.entries.push_back(*sentence.entry);
        }
        for (std::size_t at = 0; at < parts.size(); ++at) {
            Translation part = of(parts[at], depth + 1);
            result.whole = result.whole && part.whole;
            result.entries.insert(result.entries.end(), part.entries.begin(), part.entries.end());
            texts.at(static_cast<std::size_t>(sentence.places[at])) = std::move(part.text);
            if (!result.whole && !sentence.entry) {
                return result;
            }
        }
        const std::string_view japanese = sentence.japanese;
        for (std::size_t at = 0; at < japanese.size(); ++at) {
            if (japanese[at] == '{' && at + 2 < japanese.size() && japanese[at + 2] == '}') {
                result.text += texts.at(static_cast<std::size_t>(japanese[at + 1] - '0'));
                at += 2;
            } else {
                result.text += japanese[at];
            }
        }
        return result;
    }

    std::map<std::string, Translation, std::less<>> known_;
    int left_ = most_fits;
};

/// "。。", "。；": marks that met where sentences were joined.
void mend_marks(std::string& text) {
    for (const std::string_view twice : {"。。", "。；", "。、"}) {
        for (std::size_t at = text.find(twice); at != std::string::npos; at = text.find(twice, at)) {
            text.erase(at + std::string_view("。").size(), twice.size() - std::string_view("。").size());
        }
    }
}

}  // namespace

Translation japanese(std::string_view english) {
    Translation result = Work().of(english, 0);
    mend_marks(result.text);
    return result;
}

}  // namespace burden::brief
