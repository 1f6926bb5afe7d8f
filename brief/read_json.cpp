#include "burden/brief/read_json.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace burden::brief {

using inputs::Diagnostic;

namespace {

/// Builds values from what the parser finds. The values that are open lie on a stack of their own, so that no
/// pointer outlives a list that grows. RapidJSON's own tree of values does not compile with clang 19.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
public:
    explicit Builder(std::size_t deepest) : deepest_(deepest) {}

    bool too_deep() const { return too_deep_; }
    Json result() { return std::move(result_); }

    // Names that the parser asks for.
    bool Null() { return add({}); }
    bool Bool(bool value) { return add({.kind = Json::Kind::truth, .text = value ? "true" : "false"}); }
    bool RawNumber(const char* digits, rapidjson::SizeType size, bool) {
        return add({.kind = Json::Kind::number, .text = std::string(digits, size)});
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        return add({.kind = Json::Kind::text, .text = std::string(text, size)});
    }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        open_.back().keys.emplace_back(text, size);
        return true;
    }
    bool StartObject() { return begin(Json::Kind::object); }
    bool EndObject(rapidjson::SizeType) { return end(); }
    bool StartArray() { return begin(Json::Kind::list); }
    bool EndArray(rapidjson::SizeType) { return end(); }

private:
    bool add(Json value) {
        (open_.empty() ? result_ : open_.back().items.emplace_back()) = std::move(value);
        return true;
    }
    bool begin(Json::Kind kind) {
        too_deep_ = open_.size() == deepest_;
        open_.push_back({.kind = kind});
        return !too_deep_;
    }
    bool end() {
        Json closed = std::move(open_.back());
        open_.pop_back();
        return add(std::move(closed));
    }

    std::size_t deepest_;
    bool too_deep_ = false;
    std::vector<Json> open_;
    Json result_;
};

/// A diagnostic at a byte.
Diagnostic fault_at(std::string_view text, std::string_view name, std::size_t offset, std::string message) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t start = before.rfind('\n') + 1;  // none found is one before the beginning
    const std::string_view line = text.substr(start, text.find('\n', before.size()) - start);
    const auto in_line = before.substr(start);
    const auto characters = std::count_if(in_line.begin(), in_line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    return {.file = std::string(name),
            .line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            .column = static_cast<std::size_t>(characters) + 1,
            .message = std::move(message),
            .excerpt = std::string(line)};
}

}  // namespace

const Json* Json::find(std::string_view key) const {
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::string Json::kind_in_words() const {
    switch (kind) {
        case Kind::null:
            break;
        case Kind::truth:
            return "a truth value";
        case Kind::number:
            return "a number";
        case Kind::text:
            return "a text";
        case Kind::list:
            return "a list";
        case Kind::object:
            return "an object";
    }
    return "null";
}

inputs::Reading<Json> read_json(std::string_view text, std::string_view name, std::size_t deepest) {
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    Builder builder(deepest);
    rapidjson::MemoryStream bytes(text.data(), text.size());
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
    rapidjson::Reader reader;
    const auto result = reader.Parse<flags>(stream, builder);
    if (builder.too_deep()) {
        return fault_at(text, name, result.Offset(),
                        "is nested more than " + std::to_string(deepest) + " deep from here on");
    }
    if (result.IsError()) {
        return fault_at(
            text, name, result.Offset(),
            std::string("is no JSON from here on: ") + rapidjson::GetParseError_En(result.Code()));
    }
    return builder.result();
}

}  // namespace burden::brief
