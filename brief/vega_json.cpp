#include "burden/brief/vega_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "burden/brief/figure_text.hpp"
#include "burden/brief/utf8.hpp"

namespace burden::brief {

struct VegaJson::Writer {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json{buffer};
};

VegaJson::VegaJson() : writer_(std::make_unique<Writer>()) {}

VegaJson::~VegaJson() = default;

std::string VegaJson::text() const { return {writer_->buffer.GetString(), writer_->buffer.GetSize()}; }

void VegaJson::begin_object() { writer_->json.StartObject(); }
void VegaJson::end_object() { writer_->json.EndObject(); }
void VegaJson::begin_array() { writer_->json.StartArray(); }
void VegaJson::end_array() { writer_->json.EndArray(); }

void VegaJson::key(std::string_view name) {
    writer_->json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void VegaJson::value(std::string_view words) {
    const std::string text = harmless(words);
    writer_->json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void VegaJson::value(double number) { writer_->json.Double(number); }
void VegaJson::value(bool yes) { writer_->json.Bool(yes); }
void VegaJson::value(std::size_t number) { writer_->json.Uint64(number); }
void VegaJson::value(const calc::Decimal& number) { raw(plain_figure({.value = number})); }

void VegaJson::value(const std::vector<std::string>& lines) {
    array([&] {
        for (const std::string& line : lines) {
            value(line);
        }
    });
}

void VegaJson::raw(std::string_view json) {
    writer_->json.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}

}  // namespace burden::brief
