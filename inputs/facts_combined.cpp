#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>

#include "burden/calc/nearest.hpp"
#include "burden/inputs/facts_reader.hpp"
#include "burden/inputs/hosting_checks.hpp"
#include "burden/inputs/vocabulary_reader.hpp"

namespace burden::inputs {
namespace {

Diagnostic said(Diagnostic place, std::string message, std::string hint = {}) {
    place.message = std::move(message);
    place.hint = std::move(hint);
    return place;
}

std::string spot(const Diagnostic& place) {
    return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// What a mention is of, in words; a name that a country gives is one with its country.
std::string in_words(const Mention& mention, const std::string& country) {
    switch (mention.of) {
        case Mention::Of::country_key:
            return "'" + mention.name + "' of " + country;
        case Mention::Of::series:
            return "the series '" + mention.name + "' of " + country;
        case Mention::Of::choice:
            return "the choice of '" + mention.name + "' for " + country;
        case Mention::Of::source:
            return "the source '" + mention.name + "'";
        case Mention::Of::arrangement:
            return "the arrangement '" + mention.name + "'";
        case Mention::Of::account:
            return "the account '" + mention.name + "'";
        case Mention::Of::aside:
            return "the aside '" + mention.name + "'";
        case Mention::Of::claim:
            return "the claim '" + mention.name + "'";
        case Mention::Of::aim:
            return "the aim '" + mention.name + "'";
        case Mention::Of::chosen_series:
        case Mention::Of::cited_source:
            break;
    }
    return "";
}

/// Puts `replacement` in the place of the item with the same key, or behind all.
template <typename Item, typename Same>
void put(std::vector<Item>& items, Item replacement, const Same& same) {
    const auto found = std::find_if(items.begin(), items.end(), same);
    if (found == items.end()) {
        items.push_back(std::move(replacement));
    } else {
        *found = std::move(replacement);
    }
}

/// Puts each of `replacements` in the place of the item with its key, or behind all.
template <typename Item>
void put_all(std::vector<Item>& items, std::vector<Item> replacements) {
    for (Item& one : replacements) {
        const std::string key = one.key;
        put(items, std::move(one), [&](const Item& other) { return other.key == key; });
    }
}

/// Puts files over facts, and gathers what does not fit.
class Combination {
public:
    explicit Combination(Facts base) : facts_(std::move(base)), has_day_(facts_.as_of != calc::Date{}) {
        for (const Country& country : facts_.countries) {
            with_calendar_.insert(country.code);
        }
    }

    void add(FactsFile file) {
        refuse_set_twice(file);
        if (file.as_of && has_day_) {
            diagnostics_.push_back(
                {.severity = Severity::warning,
                 .file = file.name,
                 .message = "'as_of' changes nothing: the day is that of the compiled-in facts"});
        } else if (file.as_of) {
            facts_.as_of = *file.as_of;
            has_day_ = true;
        }
        for (auto& [key, source] : file.sources) {
            facts_.sources.insert_or_assign(key, std::move(source));
        }
        put_all(facts_.aims, std::move(file.aims));
        put_all(facts_.arrangements, std::move(file.arrangements));
        put_all(facts_.accounts, std::move(file.accounts));
        put_all(facts_.asides, std::move(file.asides));
        put_all(facts_.claims, std::move(file.claims));
        if (file.country) {
            add_country(*file.country, file);
        }
        files_.push_back(std::move(file));
    }

    Reading<Facts> result() {
        std::sort(facts_.countries.begin(), facts_.countries.end(),
                  [](const Country& a, const Country& b) { return a.code < b.code; });
        for (const FactsFile& file : files_) {
            check(file);
        }
        sort_diagnostics();
        const bool refused = std::any_of(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& one) {
            return one.severity == Severity::error;
        });
        return refused ? Reading<Facts>(std::move(diagnostics_))
                       : Reading<Facts>(std::move(facts_), std::move(diagnostics_));
    }

private:
    void refuse_set_twice(const FactsFile& file) {
        const std::string code = file.country ? file.country->code : "";
        for (const Mention& mention : file.mentions) {
            const std::string what = in_words(mention, code);
            if (what.empty()) {
                continue;
            }
            const auto [known, is_new] = set_.emplace(what, mention.place);
            if (!is_new) {
                diagnostics_.push_back(
                    said(mention.place, "two files set " + what, "it is also set at " + spot(known->second)));
            }
        }
    }

    /// The country of facts_ with this code, made if it is new.
    Country& country(const std::string& code) {
        const auto found = std::find_if(facts_.countries.begin(), facts_.countries.end(),
                                        [&](const Country& known) { return known.code == code; });
        if (found != facts_.countries.end()) {
            return *found;
        }
        Country& made = facts_.countries.emplace_back();
        made.code = code;
        made.name = code;
        return made;
    }

    /// Takes what `given`, the country of `file`, holds; its code stays.
    void add_country(Country& given, const FactsFile& file) {
        Country& known = country(given.code);
        if (given.own) {
            if (drop_base_figures(known) > 0) {
                diagnostics_.push_back(
                    {.severity = Severity::warning,
                     .file = file.name,
                     .message = "the economy of this file stands instead of all figures that are "
                                "compiled in for " +
                                given.code});
            }
            known.own = std::move(given.own);
        }
        known.file = given.file;
        if (!given.name.empty()) {
            known.name = std::move(given.name);
        }
        if (!given.also.empty()) {
            known.also = std::move(given.also);
        }
        if (given.currency) {
            known.currency = given.currency;
        }
        const bool has_calendar =
            std::any_of(file.mentions.begin(), file.mentions.end(), [](const Mention& mention) {
                return mention.of == Mention::Of::country_key && mention.name == "fiscal_year";
            });
        if (has_calendar) {
            known.fiscal_year = given.fiscal_year;
            with_calendar_.insert(given.code);
        }
        put_all(known.series, std::move(given.series));
        for (Choice& choice : given.choices) {
            const std::string measure = choice.measure;
            put(known.choices, std::move(choice),
                [&](const Choice& other) { return other.measure == measure; });
        }
    }

    /// Leaves a country what files set; how many series and choices went.
    std::size_t drop_base_figures(Country& country) const {
        const auto of_base = [&](const Mention& mention) {
            return !set_.contains(in_words(mention, country.code));
        };
        return std::erase_if(
                   country.series,
                   [&](const FactSeries& one) { return of_base({Mention::Of::series, one.key, {}}); }) +
               std::erase_if(country.choices, [&](const Choice& one) {
                   return of_base({Mention::Of::choice, one.measure, {}});
               });
    }

    void check(const FactsFile& file) {
        const Country* const known = file.country ? facts_.find_country(file.country->code) : nullptr;
        bool calendar_missed = false;
        for (const Mention& mention : file.mentions) {
            switch (mention.of) {
                case Mention::Of::cited_source:
                    check_cited(mention);
                    break;
                case Mention::Of::series: {
                    const FactSeries* const series = known->find(mention.name);
                    if (!calendar_missed && series != nullptr &&
                        series->period == PeriodBasis::per_fiscal_year &&
                        !with_calendar_.contains(known->code)) {
                        calendar_missed = true;
                        diagnostics_.push_back(said(
                            mention.place,
                            "the series runs per fiscal year, and " + known->code + " has no 'fiscal_year'",
                            "fiscal_year = { begins = \"April\", named_by = \"start\" }"));
                    }
                    break;
                }
                default:
                    break;
            }
        }
        for (const Use& use : file.uses) {
            if (auto fault = fault_of(use, facts_)) {
                diagnostics_.push_back(std::move(*fault));
            }
        }
        if (known != nullptr) {
            for (const Choice& choice : known->choices) {
                check_choice(choice, *known, file);
            }
        }
    }

    void check_cited(const Mention& mention) {
        if (facts_.sources.contains(mention.name)) {
            return;
        }
        std::vector<std::string> keys;
        for (const auto& [key, source] : facts_.sources) {
            keys.push_back(key);
        }
        Diagnostic diagnostic = said(mention.place, "unknown source '" + mention.name + "'",
                                     "a source stands under [source.KEY]");
        diagnostic.nearest = calc::nearest(mention.name, keys);
        diagnostics_.push_back(std::move(diagnostic));
    }

    void check_choice(const Choice& choice, const Country& country, const FactsFile& file) {
        const auto mentioned =
            std::find_if(file.mentions.begin(), file.mentions.end(), [&](const Mention& mention) {
                return mention.of == Mention::Of::chosen_series && mention.name == choice.measure;
            });
        // A choice of another file is checked with it, and one of the facts below only where they are
        // changed.
        const bool of_this_file = mentioned != file.mentions.end();
        if (!of_this_file && set_.contains("the choice of '" + choice.measure + "' for " + country.code)) {
            return;
        }
        std::string nearest;
        const std::string fault = choice_fault(choice, country, nearest);
        if (!fault.empty()) {
            Diagnostic diagnostic = of_this_file ? mentioned->place : Diagnostic{.file = file.name};
            diagnostic.message = fault;
            diagnostic.nearest = std::move(nearest);
            diagnostics_.push_back(std::move(diagnostic));
        }
    }

    static std::string choice_fault(const Choice& choice, const Country& country, std::string& nearest) {
        const FactSeries* const series = country.find(choice.use);
        if (series == nullptr) {
            std::vector<std::string> keys;
            for (const FactSeries& known : country.series) {
                keys.push_back(known.key);
            }
            nearest = calc::nearest(choice.use, keys);
            return country.code + " has no series '" + choice.use + "'";
        }
        const bool suits = choice.measure == defence_base
                               ? series->measure == "defence-spending" || series->measure == "defence-share"
                               : series->measure == choice.measure;
        if (!suits) {
            return "the series '" + choice.use + "' is of measure '" + series->measure +
                   "', and chosen for '" + choice.measure + "'";
        }
        const bool any_holds = std::any_of(series->observations.begin(), series->observations.end(),
                                           [](const Observation& one) { return one.superseded.empty(); });
        return any_holds ? "" : "the series '" + choice.use + "' is superseded, and never chosen";
    }

    /// By file as they were given, then by place, and at one place as they were found.
    void sort_diagnostics() {
        std::multimap<std::tuple<std::ptrdiff_t, std::size_t, std::size_t>, Diagnostic> sorted;
        for (Diagnostic& one : diagnostics_) {
            const auto file = std::find_if(files_.begin(), files_.end(),
                                           [&](const FactsFile& other) { return other.name == one.file; });
            const std::tuple key(file - files_.begin(), one.line, one.column);
            sorted.emplace(key, std::move(one));
        }
        diagnostics_.clear();
        for (auto& [key, one] : sorted) {
            diagnostics_.push_back(std::move(one));
        }
    }

    Facts facts_;
    bool has_day_;
    std::set<std::string> with_calendar_;
    std::map<std::string, Diagnostic> set_;
    std::vector<FactsFile> files_;
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace

Reading<Facts> combined(Facts base, std::vector<FactsFile> files) {
    Combination combination(std::move(base));
    for (FactsFile& file : files) {
        combination.add(std::move(file));
    }
    return combination.result();
}

}  // namespace burden::inputs
