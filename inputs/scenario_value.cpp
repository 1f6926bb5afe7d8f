#include "burden/inputs/scenario_value.hpp"

#include <algorithm>

#include "burden/calc/amount_words.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/plain_text.hpp"
#include "burden/calc/quoted.hpp"
#include "burden/inputs/scenario_number.hpp"

namespace burden::inputs {
namespace {

using calc::Fault;
using calc::Parsed;

constexpr std::size_t most_countries = 30;
constexpr std::size_t longest_key = 60;
constexpr std::string_view fact_word = "fact";
constexpr std::string_view times = "\u00D7";

Fault wrong(std::string_view plain, std::string message, std::vector<std::string> allowed = {}) {
    return {.message = std::move(message),
            .at = 0,
            .length = std::max<std::size_t>(1, plain.size()),
            .allowed = std::move(allowed)};
}

/// What `read` makes of a text, as the value of a setting.
template <typename T>
Parsed<SettingValue> value_of(const Parsed<T>& parsed) {
    return parsed ? Parsed<SettingValue>(SettingValue(std::in_place_type<T>, *parsed))
                  : Parsed<SettingValue>(parsed.fault());
}

/// The one rule of a list that may hold more.
template <typename T>
Parsed<SettingValue> only_one(const Parsed<std::vector<T>>& rules, std::string_view plain,
                              const std::string& what) {
    if (!rules) {
        return rules.fault();
    }
    if (rules->size() != 1) {
        return wrong(plain, "one " + what + " is taken, not " + std::to_string(rules->size()),
                     {"one " + what + " in each scenario"});
    }
    return SettingValue(std::in_place_type<T>, rules->front());
}

Parsed<SettingValue> truth(std::string_view plain) {
    if (plain == "true" || plain == "false") {
        return SettingValue(std::in_place_type<bool>, plain == "true");
    }
    return wrong(plain, calc::quoted(plain) + " is neither true nor false", {"true", "false"});
}

/// "2100" of a key that has a latest year.
Parsed<SettingValue> year(const ScenarioKey& key, std::string_view plain) {
    const auto year = calc::read_year(plain);
    if (year && !key.high.empty() && calc::read_year(key.high)->year < year->year) {
        return wrong(plain, calc::quoted(plain) + " is too late", {std::string(key.range)});
    }
    return value_of(year);
}

Parsed<std::string> country_code(std::string_view plain) {
    std::string code = calc::upper_case(std::string(plain));
    const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (code.size() != 3 || !letters) {
        return wrong(
            plain,
            plain.empty() ? "a country is missing" : calc::quoted(plain) + " is no country in three letters",
            {"a code of ISO 3166, such as JPN"});
    }
    return code;
}

Parsed<SettingValue> country_list(std::string_view plain) {
    std::vector<std::string> codes;
    for (const std::string_view piece : calc::pieces(plain, ',')) {
        const std::size_t at = calc::place_of(piece, plain);
        const auto code = country_code(piece);
        if (!code) {
            return calc::moved(code.fault(), at);
        }
        if (std::find(codes.begin(), codes.end(), *code) != codes.end()) {
            return calc::moved(wrong(piece, *code + " is named twice"), at);
        }
        if (codes.size() == most_countries) {
            return calc::moved(
                wrong(piece, "more than " + std::to_string(most_countries) + " countries are named"), at);
        }
        codes.push_back(*code);
    }
    return SettingValue(std::in_place_type<std::vector<std::string>>, std::move(codes));
}

Parsed<SettingValue> currency(std::string_view plain) {
    const auto code = calc::Currency::read(plain);
    if (!code) {
        Fault fault = code.fault();
        // "yen" is a word for one, and no misspelt code.
        if (const auto word = calc::currency_at(plain); word && word->length == plain.size()) {
            fault.nearest = word->currency.code();
        }
        return fault;
    }
    return SettingValue(std::in_place_type<calc::Currency>, *code);
}

Parsed<SettingValue> key_of_facts(const ScenarioKey& key, std::string_view plain) {
    const bool named =
        !plain.empty() && plain.size() <= longest_key && std::all_of(plain.begin(), plain.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                   c == '_' || c == '.';
        });
    if (!named) {
        return wrong(
            plain,
            plain.empty() ? "a key of the facts is missing" : calc::quoted(plain) + " is no key of the facts",
            {std::string(key.range)});
    }
    return SettingValue(std::in_place_type<std::string>, plain);
}

/// Whether a comma at `at` ends the figure of a year: another year and its sign follow. Commas of 1,055.1 do
/// not; shares have none.
bool ends_figure(const ScenarioKey& key, std::string_view plain, std::size_t at) {
    if (key.form == ValueForm::share || key.form == ValueForm::rate) {
        return true;
    }
    const std::string_view rest = plain.substr(at + 1);
    const std::size_t sign = rest.find('=');
    if (sign == std::string_view::npos) {
        return false;
    }
    return rest.substr(0, sign).find(',') == std::string_view::npos;
}

Parsed<SettingValue> figures_by_year(const ScenarioKey& key, std::string_view plain) {
    FiguresByYear figures(key);
    for (std::size_t from = 0; from <= plain.size();) {
        std::size_t to = plain.find(',', from);
        while (to != std::string_view::npos && !ends_figure(key, plain, to)) {
            to = plain.find(',', to + 1);
        }
        const std::size_t end = std::min(to, plain.size());
        const std::string_view piece = plain.substr(from, end - from);
        const std::size_t sign = piece.find('=');
        if (sign == std::string_view::npos) {
            return calc::moved(wrong(piece, "a year and '=' are missing", {"2027=2%,2028=1.5%"}), from);
        }
        const std::string_view year = calc::trimmed(piece.substr(0, sign));
        const std::string_view figure = calc::trimmed(piece.substr(sign + 1));
        if (const auto refusal = figures.add(year, figure)) {
            const std::string_view part = refusal->of_year ? year : figure;
            return calc::moved(refusal->fault, part.empty() ? from + sign : calc::place_of(part, plain));
        }
        from = end + 1;
    }
    return SettingValue(std::in_place_type<NumberSetting>, figures.setting());
}

bool begins_with_fact(std::string_view plain) {
    const std::size_t length = calc::phrase_length(plain, fact_word);
    return length > 0 && (length == plain.size() || plain[length] == ' ');
}

Parsed<SettingValue> number(const ScenarioKey& key, std::string_view plain, bool extreme) {
    if (begins_with_fact(plain)) {
        if (!key.changes) {
            return wrong(plain, "'" + std::string(key.name) + "' takes no figure of the facts",
                         {std::string(key.range)});
        }
        const std::string_view name = calc::trimmed(plain.substr(fact_word.size()));
        const std::vector<std::string> allowed = {"fact JPN host-support-initial FY2025",
                                                  "fact USA presence-obligations-japan 2016..2019"};
        if (name.empty()) {
            return wrong(plain, "country, series and year of a figure of the facts are missing", allowed);
        }
        const auto fact = FactReference::read(name);
        if (!fact) {
            Fault fault = calc::moved(fact.fault(), calc::place_of(name, plain));
            fault.allowed = fault.nearest.empty() ? allowed : fault.allowed;
            return fault;
        }
        return SettingValue(std::in_place_type<NumberSetting>, NumberSetting{.fact = *fact});
    }
    if (plain.find('=') != std::string_view::npos) {
        if (!key.by_year) {
            return wrong(plain, "'" + std::string(key.name) + "' is one figure, not one for each year",
                         {std::string(key.range)});
        }
        return figures_by_year(key, plain);
    }
    const auto figure = read_figure(key, plain, extreme);
    if (!figure) {
        return figure.fault();
    }
    NumberSetting setting;
    setting.layer.always = figure->change;
    setting.currency = figure->currency;
    return SettingValue(std::in_place_type<NumberSetting>, std::move(setting));
}

Parsed<SettingValue> read_plain(const ScenarioKey& key, std::string_view plain, bool extreme) {
    switch (key.form) {
        case ValueForm::share:
        case ValueForm::rate:
        case ValueForm::amount:
        case ValueForm::number:
        case ValueForm::base:
            break;
        case ValueForm::year:
            return year(key, plain);
        case ValueForm::truth:
            return truth(plain);
        case ValueForm::path:
            return only_one(read_path_shapes(plain), plain, "path");
        case ValueForm::after_rule:
            return value_of(read_after_rule(plain));
        case ValueForm::denominator:
            return value_of(read_denominator(plain));
        case ValueForm::renewal:
            if (plain.starts_with(times)) {
                Fault fault = wrong(plain, "a multiple is written with the letter x");
                fault.nearest = "x" + std::string(plain.substr(times.size()));
                return fault;
            }
            return only_one(read_renewals(plain), plain, "renewal");
        case ValueForm::key_of_facts:
            return key_of_facts(key, plain);
        case ValueForm::country:
            return value_of(country_code(plain));
        case ValueForm::countries:
            return country_list(plain);
        case ValueForm::currency:
            return currency(plain);
        case ValueForm::prices:
            return value_of(read_prices(plain));
    }
    return number(key, plain, extreme);
}

std::string written(const calc::YearText& year) {
    return (year.fiscal ? "FY" : "") + std::to_string(year.year.number);
}

}  // namespace

Parsed<SettingValue> read_setting_value(const ScenarioKey& key, std::string_view text, bool allow_extreme) {
    return calc::read_plainly<SettingValue>(text, calc::longest_list, [&](std::string_view plain) {
        return read_plain(key, plain, allow_extreme);
    });
}

std::string hint_on_value(const ScenarioKey& key, std::string_view text, bool allow_extreme) {
    return !allow_extreme && read_setting_value(key, text, true)
               ? "shares above 25 % need  allow_extreme = true"
               : "";
}

bool is_number(ValueForm form) {
    return form == ValueForm::share || form == ValueForm::rate || form == ValueForm::amount ||
           form == ValueForm::number || form == ValueForm::base;
}

std::optional<FiguresByYear::Refusal> FiguresByYear::add(std::string_view typed_year,
                                                         std::string_view typed_figure) {
    const auto refused_year = [](Fault fault) { return Refusal{.of_year = true, .fault = std::move(fault)}; };
    const auto refused_figure = [](Fault fault) {
        return Refusal{.of_year = false, .fault = std::move(fault)};
    };
    const auto year = calc::read_year(typed_year);
    if (!year) {
        return refused_year(year.fault());
    }
    for (const calc::YearText& known : years_) {
        if (known.year == year->year) {
            return refused_year(wrong(typed_year, written(*year) + " is given twice"));
        }
        if (known.fiscal != year->fiscal) {
            return refused_year(wrong(typed_year, "fiscal and calendar years are mixed: " + written(known) +
                                                      " and " + written(*year)));
        }
    }
    const auto figure = calc::read_plainly<Figure>(
        typed_figure, calc::longest_figure, [&](std::string_view plain) -> Parsed<Figure> {
            if (begins_with_fact(plain)) {
                return wrong(plain, "a figure of the facts stands for every year, not for one",
                             {std::string(key_.name) + " = \"fact COUNTRY SERIES YEAR\""});
            }
            return read_figure(key_, plain, false);
        });
    if (!figure) {
        return refused_figure(figure.fault());
    }
    if (figure->currency && setting_.currency && *figure->currency != *setting_.currency) {
        return refused_figure(wrong(typed_figure, "two currencies by year: " + setting_.currency->code() +
                                                      " and " + figure->currency->code()));
    }
    if (figure->currency) {
        setting_.currency = figure->currency;
    }
    years_.push_back(*year);
    setting_.layer.years.emplace_back(year->year, figure->change);
    return std::nullopt;
}

}  // namespace burden::inputs
