#include "burden/brief/chart_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <set>
#include <type_traits>
#include <utility>

#include "burden/brief/read_json.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/fingerprint.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::quoted;
using inputs::Diagnostic;

namespace {

constexpr std::string_view schema = "burden-chart-1";
constexpr std::size_t deepest = 10;
constexpr std::size_t most_entries = 20'000;  ///< of any list: points of a series, places, notes
constexpr int most_digits = 30;               ///< after the point
constexpr int significant = 50;

constexpr std::array<std::string_view, 8> kinds = {"path",    "stack", "renewals", "waterfall",
                                                   "tornado", "fan",   "slope",    "ratio"};
constexpr std::array<std::string_view, 5> marks = {"line", "ghost", "column", "bar", "band"};
constexpr std::array<std::string_view, 2> languages = {"en", "ja"};

template <typename T, typename Struct>
concept A = std::same_as<std::remove_const_t<T>, Struct>;

/// What a mark of values means.
using MarkMeaning = std::pair<std::string, std::string>;

// What each text, number or list of a struct is called in JSON: written and read by one list, so that nothing
// is written which is not read.

void visit_members(A<Basis> auto& basis, const auto& visit) {
    visit("currency", basis.currency);
    visit("prices", basis.prices);
    visit("definition", basis.definition);
    visit("denominator", basis.denominator);
    visit("gdp", basis.gdp);
    visit("rate", basis.rate);
    visit("as_of", basis.as_of);
    visit("words", basis.words);
    visit("language", basis.language);
}

void visit_members(A<Citation> auto& source, const auto& visit) {
    visit("key", source.key);
    visit("title", source.title);
    visit("publisher", source.publisher);
    visit("published", source.published);
    visit("address", source.address);
}

void visit_members(A<ChartPoint> auto& point, const auto& visit) {
    visit("place", point.place);
    visit("value", point.value);
    visit("from", point.from);
    visit("mark", point.mark);
    visit("total", point.total);
}

void visit_members(A<ChartSeries> auto& series, const auto& visit) {
    visit("key", series.key);
    visit("label", series.label);
    visit("definition", series.definition);
    visit("stage", series.stage);
    visit("mark", series.mark);
    visit("points", series.points);
}

void visit_members(A<ChartEvent> auto& event, const auto& visit) {
    visit("at", event.at);
    visit("label", event.label);
}

void visit_members(A<ChartLine> auto& line, const auto& visit) {
    visit("value", line.value);
    visit("label", line.label);
}

void visit_members(A<MarkMeaning> auto& meaning, const auto& visit) {
    visit("mark", meaning.first);
    visit("meaning", meaning.second);
}

void visit_members(A<Chart> auto& chart, const auto& visit) {
    visit("kind", chart.kind);
    visit("id", chart.id);
    visit("title", chart.title);
    visit("caption", chart.caption);
    visit("place_label", chart.place_label);
    visit("places", chart.places);
    visit("value_label", chart.value_label);
    visit("unit", chart.unit);
    visit("digits", chart.digits);
    visit("from_zero", chart.from_zero);
    visit("series", chart.series);
    visit("events", chart.events);
    visit("lines", chart.lines);
    visit("marks", chart.marks);
    visit("language", chart.language);
}

void visit_members(A<ChartSheet> auto& sheet, const auto& visit) {
    visit("command", sheet.answer.command);
    visit("charts", sheet.answer.charts);
    visit("notes", sheet.answer.notes);
    visit("basis", sheet.answer.basis);
    visit("sources", sheet.answer.sources);
    visit("warnings", sheet.answer.warnings);
    visit("again", sheet.again);
    visit("scenario", sheet.scenario);
}

// Writing

class SheetWriter {
public:
    std::string written(const ChartSheet& sheet) {
        json_.StartObject();
        key("schema");
        put(std::string(schema));
        members(sheet);
        json_.EndObject();
        return std::string(buffer_.GetString(), buffer_.GetSize()) + '\n';
    }

private:
    void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

    template <typename Value>
    void members(const Value& value) {
        visit_members(value, [this](std::string_view name, const auto& member) {
            key(name);
            put(member);
        });
    }

    void put(const std::string& text) {
        json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }
    void put(bool yes) { json_.Bool(yes); }
    void put(int number) { json_.Int(number); }
    void put(std::size_t number) { json_.Uint64(number); }
    void put(double number) { json_.Double(number); }
    void put(const Decimal& number) { put(number.to_significant(significant)); }
    void put(ChartKind kind) { put(std::string(kinds.at(static_cast<std::size_t>(kind)))); }
    void put(ChartMark mark) { put(std::string(marks.at(static_cast<std::size_t>(mark)))); }
    void put(Language language) { put(std::string(languages.at(static_cast<std::size_t>(language)))); }

    void put(const std::optional<Decimal>& number) {
        if (number) {
            put(*number);
        } else {
            json_.Null();
        }
    }

    template <typename Value>
    void put(const std::vector<Value>& values) {
        json_.StartArray();
        for (const Value& value : values) {
            put(value);
        }
        json_.EndArray();
    }

    template <typename Value>
    void put(const Value& value) {
        json_.StartObject();
        members(value);
        json_.EndObject();
    }

    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

// Reading

class SheetReader {
public:
    explicit SheetReader(std::string_view name) : name_(name) {}

    std::vector<Diagnostic>& problems() { return problems_; }

    ChartSheet read(const Json& root) {
        ChartSheet sheet;
        if (root.kind != Json::Kind::object) {
            wrong("", root, "an object");
            return sheet;
        }
        const Json* const said = root.find("schema");
        if (said == nullptr || said->kind != Json::Kind::text || said->text != schema) {
            problems_.push_back({.file = name_,
                                 .message = said == nullptr ? "'schema' is missing" : "another 'schema'",
                                 .allowed = {std::string(schema)}});
            return sheet;
        }
        members(root, "", sheet);
        for (std::size_t at = 0; at < sheet.answer.charts.size() && problems_.empty(); ++at) {
            check(sheet.answer.charts[at], "charts[" + std::to_string(at) + "]");
        }
        return sheet;
    }

private:
    /// One page of messages is enough.
    bool enough() const { return problems_.size() >= 20; }

    void say(const std::string& where, const std::string& what, std::vector<std::string> allowed,
             std::string nearest = {}) {
        if (!enough()) {
            problems_.push_back({.file = name_,
                                 .message = (where.empty() ? "it" : quoted(where)) + " " + what,
                                 .allowed = std::move(allowed),
                                 .nearest = std::move(nearest)});
        }
    }

    void wrong(const std::string& where, const Json& value, const char* wanted) {
        say(where, "is " + value.kind_in_words(), {wanted});
    }

    template <typename Value>
    void members(const Json& object, const std::string& where, Value& value) {
        std::vector<std::string> known;
        visit_members(value, [&](std::string_view name, auto& member) {
            known.emplace_back(name);
            const std::string path = where.empty() ? std::string(name) : where + "." + std::string(name);
            if (const Json* const found = object.find(name)) {
                take(*found, path, member);
            } else {
                say(path, "is missing", {});
            }
        });
        std::set<std::string> seen;
        for (const std::string& key : object.keys) {
            if (where.empty() && key == "schema") {
                continue;
            }
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                say(where, "has the unknown key " + quoted(key), known, calc::nearest(key, known));
            } else if (!seen.insert(key).second) {
                say(where, "has " + quoted(key) + " twice", {});
            }
        }
    }

    bool is(Json::Kind kind, const Json& value, const std::string& where, const char* wanted) {
        if (value.kind != kind) {
            wrong(where, value, wanted);
        }
        return value.kind == kind;
    }

    void take(const Json& value, const std::string& where, std::string& text) {
        if (is(Json::Kind::text, value, where, "a text")) {
            text = value.text;
        }
    }

    void take(const Json& value, const std::string& where, bool& yes) {
        if (is(Json::Kind::truth, value, where, "true or false")) {
            yes = value.text == "true";
        }
    }

    template <typename Number>
    void take_number(const Json& value, const std::string& where, Number& number, Number least, Number most) {
        if (!is(Json::Kind::number, value, where, "a number")) {
            return;
        }
        Number read{};
        const char* const end = value.text.data() + value.text.size();
        const auto result = std::from_chars(value.text.data(), end, read);
        if (result.ec != std::errc() || result.ptr != end || !(read >= least && read <= most)) {
            say(where, "is " + value.text, {});
            return;
        }
        number = read;
    }

    void take(const Json& value, const std::string& where, int& number) {
        take_number(value, where, number, 0, most_digits);
    }
    void take(const Json& value, const std::string& where, std::size_t& number) {
        take_number(value, where, number, std::size_t{0}, most_entries);
    }
    void take(const Json& value, const std::string& where, double& number) {
        take_number(value, where, number, -1.0, static_cast<double>(most_entries));
    }

    void take(const Json& value, const std::string& where, Decimal& number) {
        if (!is(Json::Kind::text, value, where, "a number as a text")) {
            return;
        }
        const auto read = Decimal::read(value.text);
        if (!read) {
            say(where, "is " + quoted(value.text) + ", which is no number",
                {"digits with at most one point"});
            return;
        }
        number = *read;
    }

    void take(const Json& value, const std::string& where, std::optional<Decimal>& number) {
        if (value.kind != Json::Kind::null) {
            take(value, where, number.emplace());
        }
    }

    template <typename Name, std::size_t size>
    void take_name(const Json& value, const std::string& where, Name& name,
                   const std::array<std::string_view, size>& names) {
        if (!is(Json::Kind::text, value, where, "a text")) {
            return;
        }
        const auto found = std::find(names.begin(), names.end(), value.text);
        if (found == names.end()) {
            const std::vector<std::string> allowed(names.begin(), names.end());
            say(where, "is " + quoted(value.text), allowed, calc::nearest(value.text, allowed));
            return;
        }
        name = static_cast<Name>(found - names.begin());
    }

    void take(const Json& value, const std::string& where, ChartKind& kind) {
        take_name(value, where, kind, kinds);
    }
    void take(const Json& value, const std::string& where, ChartMark& mark) {
        take_name(value, where, mark, marks);
    }
    void take(const Json& value, const std::string& where, Language& language) {
        take_name(value, where, language, languages);
    }

    template <typename Value>
    void take(const Json& value, const std::string& where, std::vector<Value>& values) {
        if (!is(Json::Kind::list, value, where, "a list")) {
            return;
        }
        if (value.items.size() > most_entries) {
            say(where, "has " + std::to_string(value.items.size()) + " entries",
                {"at most " + std::to_string(most_entries)});
            return;
        }
        for (std::size_t at = 0; at < value.items.size() && !enough(); ++at) {
            take(value.items[at], where + "[" + std::to_string(at) + "]", values.emplace_back());
        }
    }

    template <typename Value>
    void take(const Json& value, const std::string& where, Value& object) {
        if (is(Json::Kind::object, value, where, "an object")) {
            members(value, where, object);
        }
    }

    /// What writers of charts rely on.
    void check(const Chart& chart, const std::string& where) {
        for (std::size_t at = 0; at < chart.series.size(); ++at) {
            const std::string points = where + ".series[" + std::to_string(at) + "].points";
            std::optional<std::size_t> before;
            for (const ChartPoint& point : chart.series[at].points) {
                if (point.place >= chart.places.size()) {
                    say(points, "has a point at place " + std::to_string(point.place),
                        {"places from 0 to " + std::to_string(chart.places.size()) + ", without that"});
                    break;
                }
                if (before && point.place <= *before) {
                    say(points, "has places that do not ascend", {});
                    break;
                }
                before = point.place;
            }
        }
    }

    std::string name_;
    std::vector<Diagnostic> problems_;
};

}  // namespace

std::string scenario_fingerprint(const inputs::Scenario& scenario) {
    std::string text;
    for (const inputs::ScenarioFile& file : scenario.files) {
        text += file.text;
    }
    return inputs::sha256_of(text);
}

std::string chart_json(const ChartSheet& sheet) { return SheetWriter().written(sheet); }

inputs::Reading<ChartSheet> read_chart_json(std::string_view text, std::string_view name) {
    if (text.size() > largest_sheet) {
        return Diagnostic{.file = std::string(name),
                          .message = "the sheet has more than " + std::to_string(largest_sheet) + " bytes"};
    }
    const auto json = read_json(text, name, deepest);
    if (!json) {
        return json.diagnostics();
    }
    SheetReader reader(name);
    ChartSheet sheet = reader.read(*json);
    if (!reader.problems().empty()) {
        return reader.problems();
    }
    return sheet;
}

}  // namespace burden::brief
