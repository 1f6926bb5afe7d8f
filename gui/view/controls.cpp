#include "burden/gui/view/controls.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "burden/calc/invariant.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/calc/number_text.hpp"
#include "burden/calc/parse.hpp"
#include "burden/inputs/defence.hpp"
#include "burden/inputs/scenario_changes.hpp"
#include "burden/inputs/setting_words.hpp"
#include "burden/inputs/words.hpp"

namespace burden::gui {

using calc::Decimal;
using inputs::KeyOfSubject;
using inputs::ScenarioKey;
using inputs::Section;
using inputs::Setting;
using inputs::ValueForm;
using models::Metric;

namespace {

/// What a control of a key is called, and how it is moved.
struct Known {
    std::string_view key;
    std::string_view label;
    bool first = false;  ///< stands open
};

/// In the order in which they stand.
constexpr std::array known_controls = {
    Known{"target.share", "Target share", true},
    Known{"target.related", "Related share beside it", true},
    Known{"target.by", "Year due", true},
    Known{"target.path", "Path", true},
    Known{"target.then", "After the year due", true},
    Known{"target.denominator", "Denominator", true},
    Known{"hosting.renewal", "Renewal of the arrangement", true},
    Known{"presence.members", "Service members hosted", true},
    Known{"target.base_related", "Related share of the base year"},
    Known{"target.parity", "Share of another country"},
    Known{"financing.tax", "Extra paid for by taxes"},
    Known{"financing.debt", "Extra that is borrowed"},
    Known{"offsets.arms", "Arms bought from the ally"},
    Known{"offsets.arms_additional", "Part of them not bought anyway"},
    Known{"offsets.arms_in_budget", "Arms paid for by defence spending"},
    Known{"offsets.energy", "Energy bought from the ally"},
    Known{"offsets.energy_additional", "Part of it not bought anyway"},
    Known{"offsets.energy_in_budget", "Energy paid for by defence spending"},
    Known{"growth", "Real growth", true},
    Known{"inflation", "Deflator growth", true},
    Known{"fx", "Exchange rate", true},
    Known{"population", "Growth of the population"},
    Known{"consumer_prices", "Consumer prices"},
    Known{"guest_costs", "Prices of the guest's cost"},
    Known{"government_expenditure", "Government expenditure"},
    Known{"interest", "Interest on public debt"},
    Known{"primary_balance", "Primary balance"},
    Known{"tax_point", "Yield of a point of tax"},
    Known{"households", "Households"},
    Known{"definition", "Definition", true},
    Known{"currency", "Currency", true},
    Known{"prices", "Prices", true},
    Known{"to", "Last year", true},
    Known{"base.year", "Base year"},
    Known{"base.gdp", "GDP of the base year"},
    Known{"base.spending", "Spending of the base year"},
    Known{"base.debt", "Public debt of the base year"},
    Known{"hosting.reading", "Figure quoted for the arrangement"},
    Known{"hosting.in_budget", "Hosting is in defence spending"},
    Known{"countries", "Countries shown"},
};

/// The country whose growth stands beside every other's: what a budget is measured against.
constexpr const char* rival = "CHN";

ControlGroup group_of(Section section) {
    switch (section) {
        case Section::policy:
            return ControlGroup::policy;
        case Section::assumptions:
            return ControlGroup::assumptions;
        case Section::basis:
            return ControlGroup::basis;
    }
    return ControlGroup::basis;
}

std::vector<Choice> same(std::initializer_list<const char*> values) {
    std::vector<Choice> choices;
    for (const char* const value : values) {
        choices.push_back({value, value});
    }
    return choices;
}

/// Makes the controls of one country.
class ControlMaker {
public:
    ControlMaker(const inputs::Facts& facts, const inputs::Scenario& scenario,
                 const inputs::ScenarioFile& saved, const inputs::ScenarioRun* run,
                 const std::string& country)
        : facts_(facts),
          scenario_(scenario),
          saved_(saved),
          run_(run),
          country_(facts.find_country(country)),
          code_(country) {
        if (run_ != nullptr) {
            const auto& countries = run_->plan.plan.countries;
            const auto found = std::find_if(countries.begin(), countries.end(),
                                            [&](const auto& one) { return one.code == country; });
            if (found != countries.end()) {
                place_ = static_cast<std::size_t>(found - countries.begin());
            }
        }
    }

    std::vector<Control> controls() const {
        std::vector<Control> result;
        std::vector<Control> more;
        for (const Known& known : known_controls) {
            if (auto control = control_of(known)) {
                (known.first ? result : more).push_back(std::move(*control));
            }
        }
        result.insert(result.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        return result;
    }

private:
    std::optional<Control> control_of(const Known& known) const;
    std::optional<std::string> subject_of(const ScenarioKey& key) const {
        switch (key.subject) {
            case inputs::Subject::country:
                return code_;
            case inputs::Subject::run:
                return std::string();
            case inputs::Subject::currency:
                break;
        }
        // The dollar is what rates are counted against.
        if (country_ == nullptr || !country_->currency || country_->currency->code() == "USD") {
            return std::nullopt;
        }
        return country_->currency->code();
    }

    const auto& plan() const { return run_->plan.plan.countries[*place_]; }
    const auto& planned() const { return run_->plan.countries[*place_]; }
    bool has_run() const { return run_ != nullptr && place_.has_value(); }

    std::optional<Slide> slide_of(const ScenarioKey& key) const;
    std::vector<Choice> choices_of(const ScenarioKey& key) const;
    std::string standing_of(const ScenarioKey& key) const;
    void set_state(Control& control) const;
    std::string unit_of(const ScenarioKey& key) const {
        if (key.subject == inputs::Subject::currency && country_ != nullptr && country_->currency) {
            return country_->currency->code() + " per USD";
        }
        return std::string(key.unit);
    }

    /// The rate of exchange of the last year with one; none where the country has none.
    std::optional<Decimal> rate() const {
        if (!has_run()) {
            return std::nullopt;
        }
        const auto& rates = run_->results[*place_][Metric::rate];
        return rates.size() == 0 ? std::nullopt : rates[rates.last()];
    }

    const inputs::Facts& facts_;
    const inputs::Scenario& scenario_;
    const inputs::ScenarioFile& saved_;
    const inputs::ScenarioRun* run_;
    const inputs::Country* country_;
    std::string code_;
    std::optional<std::size_t> place_;
};

std::optional<Slide> ControlMaker::slide_of(const ScenarioKey& key) const {
    const std::string_view name = key.name;
    const auto tenth = Decimal(1) / Decimal(10);
    if (name == "target.share") {
        return Slide(Slide::Form::share, Decimal(0), Decimal(10), tenth);
    }
    if (name == "target.related" || name == "target.base_related") {
        return Slide(Slide::Form::share, Decimal(0), Decimal(5), tenth);
    }
    if (name.starts_with("financing.") || name.ends_with("_additional")) {
        return Slide(Slide::Form::share, Decimal(0), Decimal(100), Decimal(1));
    }
    if (name == "interest") {
        return Slide(Slide::Form::share, Decimal(0), Decimal(6), tenth);
    }
    if (key.form == ValueForm::rate && key.changes) {
        return Slide(Slide::Form::change, Decimal(-3), Decimal(3), tenth);
    }
    if (name == "presence.members") {
        return Slide(Slide::Form::number, Decimal(1000), Decimal(100000), Decimal(1000));
    }
    if (!has_run()) {
        return std::nullopt;
    }
    if (name == "target.by") {
        return Slide(runs_with_the_calendar(plan().calendar) ? Slide::Form::year : Slide::Form::fiscal_year,
                     Decimal(plan().from.number + 1), Decimal(plan().from.number + 25), Decimal(1));
    }
    if (name == "to") {
        return Slide(Slide::Form::year, Decimal(plan().from.number + 1), Decimal(plan().from.number + 35),
                     Decimal(1));
    }
    if (name == "fx") {
        const auto now = rate();
        if (!now) {
            return std::nullopt;
        }
        // From half to twice the size of the rate's first digit, in steps that a hand can find: 149.57 gives
        // 50 to 300 by 1.
        Decimal size = 1;
        while (size * Decimal(10) <= *now) {
            size *= Decimal(10);
        }
        while (*now < size) {
            size /= Decimal(10);
        }
        return Slide(Slide::Form::number, size / Decimal(2), size * Decimal(*now < size * 3 ? 3 : 12),
                     size / Decimal(100));
    }
    return std::nullopt;
}

std::vector<Choice> ControlMaker::choices_of(const ScenarioKey& key) const {
    const std::string_view name = key.name;
    if (name == "target.path") {
        return same({"linear", "geometric", "front", "back", "s-curve", "step", "growth"});
    }
    if (name == "target.then") {
        return {{"hold-share", "hold-share: the share of GDP"},
                {"hold-real", "hold-real: the amount, prices taken out"},
                {"hold-nominal", "hold-nominal: the amount"}};
    }
    if (name == "target.denominator") {
        std::vector<Choice> choices = {{"same-year", "same-year"}};
        if (has_run()) {
            for (calc::Year year = plan().from; plan().from.number - year.number < 4; year = year - 1) {
                const std::string text = label(year, plan().calendar);
                choices.push_back({text, text});
            }
        }
        return choices;
    }
    if (name == "definition" && country_ != nullptr) {
        std::vector<Choice> choices;
        for (const inputs::FactSeries& series : country_->series) {
            // Most series are of something else; a question about each would cost more than all else here.
            const bool likely = series.measure == "defence-share" || series.measure == "defence-spending";
            if (likely && inputs::defence_series(*country_, series.key)) {
                choices.push_back({series.key, series.title + " (" + series.definition + ")"});
            }
        }
        return choices;
    }
    if (name == "currency") {
        std::vector<Choice> choices;
        for (const std::string& code :
             {country_ != nullptr && country_->currency ? country_->currency->code() : std::string("USD"),
              std::string("USD"), std::string("EUR")}) {
            if (std::none_of(choices.begin(), choices.end(),
                             [&](const Choice& one) { return one.value == code; })) {
                choices.push_back({code, code});
            }
        }
        return choices;
    }
    if (name == "prices") {
        std::vector<Choice> choices = {{"current", "current"}};
        if (has_run()) {
            const std::string year = std::to_string(plan().from.number);
            choices.push_back({"constant:" + year, "constant, of " + label(plan().from, plan().calendar)});
        }
        return choices;
    }
    if (name == "hosting.reading" && has_run() && planned().arrangement != nullptr) {
        std::vector<Choice> choices;
        for (const inputs::QuotedReading& one : planned().arrangement->quoted) {
            choices.push_back({one.key, one.text});
        }
        return choices;
    }
    if (name == "target.parity") {
        std::vector<Choice> choices;
        for (const inputs::Country& one : facts_.countries) {
            if (one.code != code_) {
                choices.push_back({one.code, one.name});
            }
        }
        return choices;
    }
    return {};
}

std::string ControlMaker::standing_of(const ScenarioKey& key) const {
    if (!has_run()) {
        return {};
    }
    const std::string_view name = key.name;
    const auto& results = run_->results[*place_];
    if (name == "target.share") {
        const auto& share = results[Metric::share][results.from()];
        return share ? inputs::percent_words(*share) : std::string();
    }
    if (name == "target.by" || name == "to") {
        return label(plan().to, plan().calendar);
    }
    if (name == "fx") {
        const auto now = rate();
        return now ? inputs::number_words(*now) : std::string();
    }
    if (name == "presence.members" && plan().hosting && plan().hosting->members) {
        return inputs::number_words(plan().hosting->members->value, 0);
    }
    if (name == "definition") {
        return planned().spending_words;
    }
    if (name == "base.year") {
        return label(plan().from, plan().calendar);
    }
    if (name == "currency" && country_ != nullptr && country_->currency) {
        return country_->currency->code();
    }
    if (name == "countries") {
        std::string codes;
        for (const std::size_t shown : run_->plan.shown) {
            codes += (codes.empty() ? "" : ", ") + run_->plan.plan.countries[shown].code;
        }
        return codes;
    }
    return {};
}

/// The last setting of a key among these; none where there is none.
const Setting* last_of(const std::vector<Setting>& settings, const KeyOfSubject& key) {
    const auto found =
        std::find_if(settings.rbegin(), settings.rend(), [&](const Setting& one) { return one.key == key; });
    return found == settings.rend() ? nullptr : &*found;
}

void ControlMaker::set_state(Control& control) const {
    const inputs::ScenarioFile& document = scenario_.files.back();
    const Setting* const here = last_of(document.settings, control.key);
    const Setting* const before = last_of(saved_.settings, control.key);
    const Setting* const any = scenario_.last(control.key.key->name, control.key.subject);
    control.value = any == nullptr ? std::string() : any->text;
    control.set_here = here != nullptr;
    control.saved = before == nullptr ? std::string() : before->text;
    control.changed = (here == nullptr) != (before == nullptr) ||
                      (here != nullptr && before != nullptr && here->text != before->text);
    if (any != nullptr && here == nullptr) {
        control.from_file = any->place.file;
    }
    control.reason = any == nullptr ? std::string() : scenario_.reason_for(*any);
    if (run_ != nullptr) {
        control.idle = std::any_of(run_->idle.begin(), run_->idle.end(),
                                   [&](const Setting* one) { return one->key == control.key; });
    }
}

std::optional<Control> ControlMaker::control_of(const Known& known) const {
    const auto keys = inputs::scenario_keys();
    const auto key =
        std::find_if(keys.begin(), keys.end(), [&](const ScenarioKey& one) { return one.name == known.key; });
    calc::require(key != keys.end(), "every control has a key that a scenario may set");
    const auto subject = subject_of(*key);
    if (!subject) {
        return std::nullopt;
    }
    Control control{.key = {&*key, *subject},
                    .group = group_of(key->section),
                    .first = known.first,
                    .label = std::string(known.label),
                    .unit = unit_of(*key),
                    .range = std::string(key->range),
                    .meaning = std::string(key->meaning),
                    .otherwise = std::string(key->otherwise),
                    .slide = slide_of(*key),
                    .choices = choices_of(*key),
                    .truth = key->form == ValueForm::truth,
                    .standing = standing_of(*key)};
    set_state(control);
    return control;
}

}  // namespace

Slide::Slide(Form form, Decimal low, const Decimal& high, Decimal step)
    : form_(form), low_(std::move(low)), step_(std::move(step)) {
    calc::require(Decimal(0) < step_ && low_ < high, "a slide goes from a lower to a higher figure");
    for (Decimal at = low_ + step_; at <= high; at += step_) {
        ++last_;
    }
    for (Decimal step_left = step_; places_ < 6 && rounded(step_left, 0) != step_left;
         step_left *= Decimal(10)) {
        ++places_;
    }
}

std::string Slide::text(int position) const {
    calc::require(0 <= position && position <= last_, "a position lies within its slide");
    const Decimal figure = low_ + step_ * Decimal(position);
    const std::string digits = figure.to_text(places_);
    switch (form_) {
        case Form::share:
            return digits + "%";
        case Form::change:
            return (figure < Decimal(0) ? "" : "+") + digits + " pp";
        case Form::fiscal_year:
            return "FY" + digits;
        case Form::number:
        case Form::year:
            return digits;
    }
    return digits;
}

std::optional<int> Slide::position(std::string_view text) const {
    std::optional<Decimal> figure;
    if (form_ == Form::share) {
        const auto share = calc::read_share(text);
        figure = share ? std::optional(*share * Decimal(100)) : std::nullopt;
    } else if (form_ == Form::change) {
        const auto points = calc::read_points(text);
        figure = points ? std::optional(*points * Decimal(100)) : std::nullopt;
    } else if (form_ == Form::number) {
        std::string digits(text);
        std::erase(digits, ',');
        const auto number = Decimal::read(digits);
        figure = number ? std::optional(*number) : std::nullopt;
    } else {
        const auto year = calc::read_year(text);
        figure = year ? std::optional(Decimal(year->year.number)) : std::nullopt;
    }
    if (!figure) {
        return std::nullopt;
    }
    int nearest = 0;
    while (nearest < last_ && low_ + step_ * (Decimal(nearest) + Decimal(1) / Decimal(2)) <= *figure) {
        ++nearest;
    }
    return nearest;
}

std::vector<Control> controls_of(const inputs::Facts& facts, const inputs::Scenario& scenario,
                                 const inputs::ScenarioFile& saved, const inputs::ScenarioRun* run,
                                 const std::string& country) {
    calc::require(!scenario.files.empty(), "a scenario has the file of its document");
    const ControlMaker maker(facts, scenario, saved, run, country);
    std::vector<Control> controls = maker.controls();
    if (country != rival && facts.find_country(rival) != nullptr) {
        // Its growth is what a target is measured against, whoever is looked at.
        const ControlMaker other(facts, scenario, saved, run, rival);
        for (Control& control : other.controls()) {
            if (control.key.key->name == "growth") {
                control.label = facts.find_country(rival)->name + "'s real growth";
                const auto after = std::find_if(controls.begin(), controls.end(), [](const Control& one) {
                    return one.key.key->name == "inflation";
                });
                controls.insert(after == controls.end() ? after : after + 1, std::move(control));
            }
        }
    }
    return controls;
}

}  // namespace burden::gui
