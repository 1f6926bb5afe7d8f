#include <algorithm>
#include <set>

#include "burden/calc/parse.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_part_of_name(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool is_name(std::string_view text) {
    return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), is_part_of_name);
}

/// Reads the rules of one text; places count from its plain form, and are put into the typed one at the end.
class RulesReader {
public:
    RulesReader(std::string_view typed, const PlainText& plain) : typed_(typed), plain_(plain) {}

    Parsed<std::vector<RuleText>> rules() {
        for (const std::string_view piece : pieces(plain_.text(), ',')) {
            if (const auto fault = add(piece)) {
                return plain_.in_typed(*fault);
            }
        }
        return std::move(rules_);
    }

private:
    std::size_t at(std::string_view part) const { return place_of(part, plain_.text()); }

    std::string as_typed(std::string_view from, std::string_view to) const {
        const std::size_t first = plain_.typed_at(at(from));
        return std::string(typed_.substr(first, plain_.typed_at(at(to) + to.size()) - first));
    }

    std::optional<Fault> add(std::string_view piece) {
        const auto segments = pieces(piece, ':');
        std::size_t next = 0;
        if (segments[0].find('=') == std::string_view::npos) {
            if (const auto fault = begin(segments[0], segments.size() > 1)) {
                return fault;
            }
            begun_ = segments[0];
            next = 1;
        } else if (const auto fault = check_continuation(segments[0])) {
            return fault;
        }
        for (; next < segments.size(); ++next) {
            if (const auto fault = add_parameter(segments[next])) {
                return fault;
            }
        }
        rules_.back().text = as_typed(begun_, segments.back());
        return std::nullopt;
    }

    std::optional<Fault> begin(std::string_view name, bool has_parameters) {
        if (name.empty()) {
            return Fault{
                .message = has_parameters ? "a rule's name is missing before ':'" : "a rule is missing",
                .at = at(name)};
        }
        if (!is_name(name)) {
            return Fault{.message = quoted(name) + " does not name a rule",
                         .at = at(name),
                         .length = name.size(),
                         .allowed = {"a name of letters, digits and hyphens that begins with a letter",
                                     "a year and its figure, such as FY2028=2.2%, after a rule"}};
        }
        keys_.clear();
        rules_.push_back(
            {.text = {}, .name = std::string(name), .at = plain_.typed_at(at(name)), .parameters = {}});
        return std::nullopt;
    }

    /// Whether a piece that begins with a key goes on with the rule before it.
    std::optional<Fault> check_continuation(std::string_view parameter) const {
        const std::string_view key = trimmed(parameter.substr(0, parameter.find('=')));
        const auto year = read_year(key);
        if (!year) {
            return Fault{.message = quoted(key) + " is no year; other parameters follow a colon",
                         .at = at(parameter),
                         .length = std::max<std::size_t>(1, key.size()),
                         .allowed = {"a rule's name", "a year, such as FY2028"},
                         .nearest = year.fault().nearest};
        }
        if (rules_.empty()) {
            return Fault{.message = "a rule's name is missing before " + quoted(parameter),
                         .at = at(parameter),
                         .length = parameter.size()};
        }
        return std::nullopt;
    }

    std::optional<Fault> add_parameter(std::string_view parameter) {
        if (parameter.empty()) {
            return Fault{.message = "a parameter is missing after ':'", .at = at(parameter)};
        }
        const std::size_t sign = parameter.find('=');
        const bool named = sign != std::string_view::npos;
        const std::string_view key = trimmed(parameter.substr(0, named ? sign : 0));
        const std::string_view value = named ? trimmed(parameter.substr(sign + 1)) : parameter;
        if (named && key.empty()) {
            return Fault{.message = "a parameter's name is missing before '='", .at = at(parameter)};
        }
        if (value.empty()) {
            return Fault{.message = "the value of " + quoted(key) + " is missing",
                         .at = at(parameter),
                         .length = parameter.size()};
        }
        if (const std::size_t second = value.find('='); second != std::string_view::npos) {
            return Fault{.message = "a second '=' stands in " + quoted(parameter), .at = at(value) + second};
        }
        if (named && !is_new(key)) {
            return Fault{.message = quoted(key) + " is given twice", .at = at(key), .length = key.size()};
        }
        rules_.back().parameters.push_back({.key = std::string(key),
                                            .value = as_typed(value, value),
                                            .at = plain_.typed_at(at(parameter)),
                                            .value_at = plain_.typed_at(at(value))});
        return std::nullopt;
    }

    /// Notes a key of the last rule, and says whether it is the first of its name. FY2028 and fy2028 are one.
    bool is_new(std::string_view key) {
        const auto year = read_year(key);
        return keys_.insert(year ? std::to_string(year->year.number) : std::string(key)).second;
    }

    std::string_view typed_;
    const PlainText& plain_;
    std::string_view begun_;  ///< name of the last rule, where it stands
    std::vector<RuleText> rules_;
    std::set<std::string> keys_;  ///< of the last rule
};

}  // namespace

Parsed<std::vector<RuleText>> read_rules(std::string_view text) {
    const auto plain = PlainText::read(text, longest_list);
    if (!plain) {
        return plain.fault();
    }
    return RulesReader(text, *plain).rules();
}

}  // namespace burden::calc
