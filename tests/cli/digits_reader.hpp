/// JSON in which numbers are texts.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "support/catch.hpp"

namespace burden::tests {

/// JSON with every number kept as its digits: a reader that makes doubles would hide the last ones.
class DigitsReader : public nlohmann::json::json_sax_t {
public:
    struct Row {
        std::map<std::string, std::string> cells;
    };
    std::vector<Row> rows;

    bool null() override { return put("null"); }
    bool boolean(bool value) override { return put(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return put(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& digits) override { return put(digits); }
    bool string(string_t& value) override { return put(value); }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override {
        rows.emplace_back();
        return true;
    }
    bool key(string_t& name) override {
        key_ = name;
        return true;
    }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    bool put(const std::string& text) {
        if (!rows.empty()) {
            rows.back().cells[key_] = text;
        }
        return true;
    }
    std::string key_;
};

/// The objects of a call's JSON that have a member `key`, in order; the call is done.
inline std::vector<DigitsReader::Row> rows_with(const std::string& key, const std::vector<std::string>& args,
                                                cli::ExitCode expected = cli::ExitCode::done) {
    const auto call = called(args);
    INFO(call.err);
    REQUIRE(call.code == expected);
    DigitsReader reader;
    REQUIRE(nlohmann::json::sax_parse(call.out, &reader));
    std::vector<DigitsReader::Row> rows;
    for (const auto& row : reader.rows) {
        if (row.cells.count(key) != 0) {
            rows.push_back(row);
        }
    }
    return rows;
}

}  // namespace burden::tests
