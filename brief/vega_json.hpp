/// JSON as specifications of Vega-Lite need it. Private to their writer.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "burden/calc/decimal.hpp"

namespace burden::brief {

/// JSON, written in order. Texts are escaped; `raw` is for JSON that is known to be some.
class VegaJson {
public:
    VegaJson();
    ~VegaJson();
    VegaJson(const VegaJson&) = delete;
    VegaJson& operator=(const VegaJson&) = delete;
    VegaJson(VegaJson&&) = delete;
    VegaJson& operator=(VegaJson&&) = delete;

    std::string text() const;

    /// An object, whose members `fill` writes.
    template <typename Fill>
    void object(const Fill& fill) {
        begin_object();
        fill();
        end_object();
    }

    /// A list, whose values `fill` writes.
    template <typename Fill>
    void array(const Fill& fill) {
        begin_array();
        fill();
        end_array();
    }

    void key(std::string_view name);

    void value(std::string_view words);
    void value(const std::string& words) { value(std::string_view(words)); }
    void value(const char* words) { value(std::string_view(words)); }
    void value(double number);
    void value(bool yes);
    void value(std::size_t number);
    void value(const calc::Decimal& number);
    void value(const std::vector<std::string>& lines);
    void raw(std::string_view json);

    template <typename Value>
    void member(std::string_view name, const Value& content) {
        key(name);
        value(content);
    }

    void raw_member(std::string_view name, std::string_view json) {
        key(name);
        raw(json);
    }

    /// A member that is a list, whose values `fill` writes.
    template <typename Fill>
    void list_member(std::string_view name, const Fill& fill) {
        key(name);
        array(fill);
    }

    /// A member that is an object, whose members `fill` writes.
    template <typename Fill>
    void object_member(std::string_view name, const Fill& fill) {
        key(name);
        object(fill);
    }

private:
    struct Writer;

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();

    std::unique_ptr<Writer> writer_;
};

}  // namespace burden::brief
