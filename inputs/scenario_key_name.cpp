#include <algorithm>
#include <array>
#include <optional>

#include "burden/calc/amount_words.hpp"
#include "burden/calc/currency.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_keys.hpp"

namespace burden::inputs {
namespace {

using calc::Fault;
using calc::Parsed;

constexpr std::size_t code_length = 3;
constexpr std::array sections = {Section::policy, Section::assumptions, Section::basis};

bool is_code(std::string_view text) {
    return text.size() == code_length && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           });
}

const ScenarioKey* key_named(std::string_view name, Subject subject) {
    const auto all = scenario_keys();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ScenarioKey& key) {
        return key.subject == subject && key.name == name;
    });
    return found == all.end() ? nullptr : &*found;
}

/// "target.share" for "share": the only name that ends in this part; empty where there is none or several.
std::string name_ending_in(std::string_view last, const std::vector<std::string>& names) {
    std::string found;
    for (const std::string& name : names) {
        if (name.ends_with("." + std::string(last))) {
            if (!found.empty()) {
                return {};
            }
            found = name;
        }
    }
    return found;
}

std::vector<std::string> names_of(Subject subject) {
    std::vector<std::string> names;
    for (const ScenarioKey& key : scenario_keys()) {
        if (key.subject == subject) {
            names.emplace_back(key.name);
        }
    }
    return names;
}

/// "target", "hosting", …: what stands before the point of names.
std::vector<std::string> groups_of(const std::vector<std::string>& names) {
    std::vector<std::string> groups;
    for (const std::string& name : names) {
        const std::size_t point = name.find('.');
        if (point != std::string::npos && (groups.empty() || groups.back() != name.substr(0, point))) {
            groups.push_back(name.substr(0, point));
        }
    }
    return groups;
}

/// Reads a name in small letters, without the section before it.
class NameReader {
public:
    explicit NameReader(std::string_view name) : name_(name) {}

    Parsed<KeyOfSubject> read() const {
        if (const ScenarioKey* const key = key_named(name_, Subject::run)) {
            return KeyOfSubject{key, {}};
        }
        const std::size_t point = name_.find('.');
        const std::string_view first = name_.substr(0, point);
        const std::string_view rest =
            point == std::string_view::npos ? std::string_view() : name_.substr(point + 1);
        if (const ScenarioKey* const key = key_named(first, Subject::currency)) {
            return of_currency(*key, rest);
        }
        if (is_code(first)) {
            return of_country(first, rest);
        }
        return without_country(first, rest);
    }

private:
    Parsed<KeyOfSubject> of_currency(const ScenarioKey& key, std::string_view code) const {
        if (code.empty()) {
            return fault("a currency is missing behind " + calc::quoted(name_), {"fx.jpy", "fx.eur"});
        }
        const auto currency = calc::Currency::read(code);
        if (!currency) {
            Fault fault = calc::moved(currency.fault(), name_.size() - code.size());
            fault.allowed = {"fx.CURRENCY, such as fx.jpy"};
            // "yen" is a word for one, and no misspelt code.
            if (const auto word = calc::currency_at(code); word && word->length == code.size()) {
                fault.nearest = word->currency.code();
            }
            if (!fault.nearest.empty()) {
                fault.nearest = "fx." + calc::lower_case(fault.nearest);
            }
            return fault;
        }
        return KeyOfSubject{&key, currency->code()};
    }

    Parsed<KeyOfSubject> of_country(std::string_view code, std::string_view rest) const {
        if (const ScenarioKey* const key = key_named(rest, Subject::country)) {
            return KeyOfSubject{key, calc::upper_case(std::string(code))};
        }
        if (rest.empty()) {
            return fault(
                "what is set of " + calc::quoted(calc::upper_case(std::string(code))) + " is missing",
                {std::string(code) + ".target.share", std::string(code) + ".growth"});
        }
        if (key_named(rest, Subject::run) != nullptr) {
            return fault(calc::quoted(rest) + " is of the whole scenario, of no country", {}, rest);
        }
        if (key_named(rest.substr(0, rest.find('.')), Subject::currency) != nullptr) {
            return fault("a rate of exchange is of a currency, not of a country",
                         {"fx.CURRENCY, such as fx.jpy"},
                         rest.find('.') != std::string_view::npos ? rest : "");
        }
        if (calc::Currency::read(rest)) {
            return fault("unknown key " + calc::quoted(name_), {"fx.CURRENCY, such as fx.jpy"},
                         "fx." + std::string(rest));
        }
        return unknown(std::string(code) + ".", rest);
    }

    Parsed<KeyOfSubject> without_country(std::string_view first, std::string_view rest) const {
        const auto names = names_of(Subject::country);
        const bool begins_one = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return name == name_ || name.starts_with(std::string(first) + ".");
        });
        if (begins_one) {
            const std::string near = calc::nearest(name_, names);
            return fault("no country stands before " + calc::quoted(name_),
                         {"COUNTRY." + (near.empty() ? std::string(name_) : near) + ", such as jpn." +
                          (near.empty() ? "target.share" : near)});
        }
        if (!rest.empty() && !calc::nearest(rest, names).empty()) {
            return Fault{.message = calc::quoted(first) + " is no country in three letters",
                         .at = 0,
                         .length = std::max<std::size_t>(1, first.size()),
                         .allowed = {"a code of ISO 3166, such as JPN"}};
        }
        const auto of_the_run = names_of(Subject::run);
        Fault unknown = fault("unknown key " + calc::quoted(name_), {}, calc::nearest(name_, of_the_run));
        if (unknown.nearest.empty()) {
            unknown.nearest =
                calc::nearest(name_, std::vector<std::string>{"fx"}).empty() ? std::string() : "fx.jpy";
        }
        if (unknown.nearest.empty()) {
            unknown.allowed = {"COUNTRY.KEY", "fx.CURRENCY"};
            unknown.allowed.insert(unknown.allowed.end(), of_the_run.begin(), of_the_run.end());
        }
        return unknown;
    }

    /// A name of a country that there is none of; what begins like it may stand there.
    Fault unknown(const std::string& subject, std::string_view rest) const {
        const auto names = names_of(Subject::country);
        std::string near = calc::nearest(rest, names);
        if (near.empty()) {
            near = name_ending_in(rest.substr(rest.rfind('.') + 1), names);
        }
        const std::string typed_group(rest.substr(0, rest.find('.')));
        const std::string group = calc::nearest(typed_group, groups_of(names));
        if (near.empty() && rest == typed_group && group != typed_group) {
            near = group;
        }
        std::vector<std::string> allowed;
        for (const std::string& name : names) {
            if (!group.empty() && name.starts_with(group + ".")) {
                allowed.push_back(subject + name);
            }
        }
        return fault("unknown key " + calc::quoted(name_), std::move(allowed),
                     near.empty() ? near : subject + near);
    }

    Fault fault(std::string message, std::vector<std::string> allowed = {},
                std::string_view nearest = {}) const {
        return {.message = std::move(message),
                .at = 0,
                .length = std::max<std::size_t>(1, name_.size()),
                .allowed = std::move(allowed),
                .nearest = std::string(nearest)};
    }

    std::string_view name_;
};

Parsed<KeyOfSubject> read_plain_name(std::string_view plain) {
    const std::string lower = calc::lower_case(std::string(plain));
    if (lower.empty()) {
        return Fault{.message = "a key is missing", .allowed = {"a key, such as jpn.target.share"}};
    }
    std::string_view name = lower;
    std::optional<Section> said;
    for (const Section section : sections) {
        const std::string prefix = std::string(to_text(section)) + ".";
        if (!said && name.starts_with(prefix)) {
            said = section;
            name.remove_prefix(prefix.size());
        }
    }
    auto key = NameReader(name).read();
    if (!key) {
        return calc::moved(key.fault(), lower.size() - name.size());
    }
    const Section right = key->key->section;
    if (said && *said != right) {
        const std::string written = to_text(*key);
        return Fault{.message = calc::quoted(written) + " stands in [" + std::string(to_text(right)) +
                                "], not in [" + std::string(to_text(*said)) + "]",
                     .at = 0,
                     .length = plain.size(),
                     .nearest = std::string(to_text(right)) + "." + written};
    }
    return key;
}

}  // namespace

Parsed<KeyOfSubject> read_key_name(std::string_view text) {
    return calc::read_plainly<KeyOfSubject>(text, calc::longest_figure, read_plain_name);
}

}  // namespace burden::inputs
