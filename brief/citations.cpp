#include "burden/brief/citations.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace burden::brief {

std::vector<Citation> citations(const inputs::Facts& facts, std::vector<std::string> keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::vector<Citation> result;
    for (const std::string& key : keys) {
        const auto found = facts.sources.find(key);
        if (found != facts.sources.end()) {
            const inputs::Source& source = found->second;
            result.push_back({source.key, source.title, source.publisher, source.published, source.address});
        }
    }
    return result;
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
    return fmt::format("{}", fmt::join(words, between));
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (at > 0) {
            text += at + 1 == words.size() ? " and " : ", ";
        }
        text += words[at];
    }
    return text;
}

}  // namespace burden::brief
