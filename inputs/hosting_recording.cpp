#include "burden/inputs/hosting_recording.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "burden/calc/letter_case.hpp"
#include "burden/inputs/hosting_ground.hpp"
#include "burden/inputs/ledger_run.hpp"
#include "burden/inputs/plan_builder.hpp"
#include "burden/inputs/renewal_ground.hpp"
#include "burden/inputs/words.hpp"
#include "burden/models/renewal_terms.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Traced;
using calc::Year;
using Amount = calc::Yearly<Traced>;
using Amounts = calc::Series<Amount>;
using Kind = AskedRenewal::Kind;
using Terms = models::RenewalTerms<Traced>;
using Ground = models::RenewalSetting<Traced>;
using Sum = calc::Total<Traced>;

namespace results = hosting_results;

namespace {

std::string owner_of(const HostingRun& run, std::size_t at) {
    return run.arrangement->key + "#" + std::to_string(at + 1);
}

Traced bare(const Amount& amount) { return amount.in(amount.unit()); }
Traced bare(const Sum& amount) { return amount.in(amount.unit()); }

/// Puts the numbers of one run together again, each with its origin, and has the models run on them.
class HostingRecorder {
public:
    HostingRecorder(Recorder& recorder, const Facts& facts, const HostingRun& run,
                    const HostingQuestion& question)
        : facts_(facts),
          run_(run),
          question_(question),
          arrangement_(*run.arrangement),
          host_(*facts.find_country(arrangement_.host)),
          inputs_(recorder, calc::lower_case(host_.code)),
          ground_(inputs_, run, question, host_) {}

    RecordedTerm term() {
        figures();
        ground_.record_members();
        RecordedTerm made{.amounts = amounts_, .budgets = budgets_, .members = ground_.members()};
        if (total_) {
            made.total = bare(*total_);
        }
        if (average_) {
            made.average = bare(*average_);
        }
        for (const auto& item : item_totals_) {
            made.items.push_back(item ? std::optional(bare(*item)) : std::nullopt);
        }
        return made;
    }

    std::vector<RecordedFigure> figures() {
        ground_.record_rate();
        if (run_.term_last) {
            ground_.record_rises();
            ground_.record_economy();
        }
        add_term();
        if (ground_.renews()) {
            ground_.record_members();
            add_renewals();
        }
        return std::move(figures_);
    }

private:
    Traced once(const PlanInput& of) { return inputs_.record(of); }
    Traced given(const Decimal& value, const std::string& what, const std::string& unit) {
        return inputs_.given(value, what, unit);
    }
    /// A number that the arrangement states.
    Traced stated(const Decimal& value, const std::string& what, const std::vector<std::string>& sources,
                  const std::string& unit) {
        return once(input_of(value, arrangement_.title + ", " + what,
                             sources.empty() ? arrangement_.sources : sources, unit));
    }
    std::string home() const { return run_.unit.currency.code(); }
    Amount at_home(const Traced& value) const { return {value, run_.unit}; }
    std::string name(Year year) const { return label(year, run_.calendar); }
    models::ResultNames names_of(std::string_view whose) const {
        return {.whose = whose, .calendar = run_.calendar};
    }

    void add(const std::string& cell, const std::string& unit, const Traced& value) {
        if (!cell.empty()) {
            figures_.push_back({cell, unit, value});
        }
    }

    template <calc::Period P>
    calc::Money<Traced, P> abroad(const calc::Money<Traced, P>& amount,
                                  const std::optional<calc::ExchangeRate<Traced>>& rate) const {
        return rate ? calc::convert(amount, *rate) : amount;
    }

    /// The total of an item; none where it is the residual, or not known.
    std::optional<Sum> total_of(const ArrangementItem& item, const PresentItem& present) {
        if (item.residual || !present.total) {
            return std::nullopt;
        }
        if (item.total) {
            return Sum(stated(*item.total, item.title, item.sources, home()), run_.unit);
        }
        Traced sum;
        for (const ArrangementYear& year : item.years) {
            sum = sum + of_year(item, year);
        }
        return Sum(sum, run_.unit);
    }
    Traced of_year(const ArrangementItem& item, const ArrangementYear& year) {
        return stated(year.amount, item.title + ", " + name(year.year), item.sources, home());
    }

    void add_ends(const PresentItem* item, const Sum& total) {
        add(term_cell(run_, item, results::total), home(), bare(total));
        if (run_.term_years > 0) {
            add(term_cell(run_, item, results::average), home(), bare(calc::average(total, run_.term_years)));
        }
        add(term_cell(run_, item, results::total_abroad), run_.abroad.currency.code(),
            bare(abroad(total, ground_.rate())));
    }

    /// An amount of a year, at home and abroad.
    void add_year(const PresentItem* item, std::string_view what, Year year, const Traced& value) {
        add(term_cell(run_, item, what, year), home(), value);
        add(term_cell(run_, item, std::string(what) + " abroad", year), run_.abroad.currency.code(),
            bare(abroad(at_home(value), ground_.rate())));
    }

    void add_items() {
        std::vector<Sum> known;
        for (const PresentItem& present : run_.items) {
            const ArrangementItem& item = *arrangement_.item(present.key);
            for (const ArrangementYear& year : item.years) {
                add_year(&present, results::amount, year.year, of_year(item, year));
            }
            item_totals_.push_back(total_of(item, present));
            if (item_totals_.back()) {
                known.push_back(*item_totals_.back());
                add_ends(&present, known.back());
            }
        }
        for (std::size_t at = 0; at < run_.items.size(); ++at) {
            if (run_.items[at].residual && run_.items[at].total) {
                item_totals_[at] = models::residual(*total_, known);
                add_ends(&run_.items[at], *item_totals_[at]);
            }
        }
    }

    /// Amounts of the term by year: stated, or by the rule within it.
    std::map<Year, Traced> amounts_of_term() {
        std::map<Year, Traced> amounts;
        for (const ArrangementYear& year : arrangement_.years) {
            amounts.emplace(year.year, stated(year.amount, name(year.year), {}, home()));
        }
        if (run_.term_first && ground_.escalates()) {
            const Year first = arrangement_.years.back().year + 1;
            AskedRenewal rule = read_renewals(arrangement_.escalator)->front();
            rule.base = RenewalBase::last;
            Ground within = setting(first, *run_.term_last);
            within.last_year = at_home(amounts.at(first - 1));
            const auto escalated =
                models::renewed(models::renewal_of(terms_of(rule, true), within), first, *run_.term_last);
            for (Year year = first; year <= *run_.term_last; ++year) {
                amounts.insert_or_assign(year, bare(escalated[year]));
            }
        }
        return amounts;
    }

    void add_term() {
        amounts_ = amounts_of_term();
        const FactSeries* const budgets =
            arrangement_.budgets.empty() ? nullptr : host_.find(arrangement_.budgets);
        for (const TermYear& year : run_.term) {
            const auto amount = amounts_.find(year.year);
            if (year.amount && amount != amounts_.end()) {
                add_year(nullptr, results::amount, year.year, amount->second);
            }
            if (year.budget) {
                budgets_.emplace(year.year, inputs_.fact(host_, *budgets, *budgets->at(year.year)));
                add_year(nullptr, results::budget, year.year, budgets_.at(year.year));
            }
        }
        if (arrangement_.total) {
            total_ = Sum(stated(*arrangement_.total, "total over the term", {}, home()), run_.unit);
        } else if (run_.total) {
            Traced sum;
            for (const auto& [year, amount] : amounts_) {
                sum = sum + amount;
            }
            total_ = Sum(sum, run_.unit);
        }
        if (run_.reading == nullptr) {
            add_items();
        } else {
            read_as_quoted();
        }
        if (total_ && run_.term_years > 0) {
            average_ = labelled(names_of(inputs_.whose()), "average of the term", *run_.term_last,
                                calc::average(*total_, run_.term_years));
        }
        if (total_ && run_.total) {
            add_ends(nullptr, *total_);
        }
        if (!run_.term.empty()) {
            const Year last = run_.term.back().year;
            const auto& of_last = run_.term.back().budget ? budgets_ : amounts_;
            const auto found = of_last.find(last);
            last_ = run_.reading != nullptr  ? average_
                    : found != of_last.end() ? std::optional(at_home(found->second))
                                             : std::nullopt;
        }
    }

    void read_as_quoted() {
        const auto& quoted = run_.reading->amount;
        Traced value = once(input_of(quoted.value, arrangement_.title + ", as quoted: " + run_.reading->text,
                                     run_.reading->sources, quoted.currency.code()));
        if (quoted.period != calc::StatedPeriod::per_year) {
            value = value / Traced(Decimal(quoted.years.value_or(run_.term_years)));
        }
        Amount amount(value, {quoted.currency, run_.unit.prices});
        amount = amount.unit() == run_.unit ? amount : calc::convert(amount, *ground_.rate());
        total_ = calc::as_part_of_total(amount) * Traced(Decimal(run_.term_years));
    }

    Ground setting(Year first, Year last) const {
        Ground made{.home = run_.unit, .first = first, .last = last, .term_years = run_.term_years};
        made.average = average_;
        made.last_year = last_;
        made.consumer_prices = ground_.prices();
        made.defence_budget = ground_.budget_growth();
        made.members = ground_.members();
        set_rate_of(made, ground_.rate());
        return made;
    }

    /// What a unit of the guest's currency is at home, in every year.
    void set_rate_of(Ground& made, const std::optional<calc::ExchangeRate<Traced>>& rate) const {
        if (rate) {
            const Traced one =
                rate->quote == run_.unit.currency ? rate->value : Traced(Decimal(1)) / rate->value;
            made.rate = calc::series_of(made.first, made.last, [&](Year) { return one; });
        }
    }

    models::TermBase base_of(const std::optional<RenewalBase>& asked) const {
        return asked.value_or(question_.base) == RenewalBase::last ? models::TermBase::last
                                                                   : models::TermBase::average;
    }

    /// A rule with its numbers; `within` the term they are the arrangement's.
    Terms terms_of(const AskedRenewal& asked, bool within) {
        Terms terms;
        const auto number = [&](const Decimal& value, const char* what, const char* unit = "%") {
            return within ? stated(value, "escalator " + asked.text, {}, unit)
                          : given(value, asked.text + ": " + what, unit);
        };
        const auto maybe = [&](const std::optional<Decimal>& value, const char* what) {
            return value ? std::optional(number(*value, what)) : std::nullopt;
        };
        const auto sided = [&](const calc::Amount& amount, const std::string& what) {
            const std::string code = amount.currency.code();
            return models::SidedAmount<Traced>{given(amount.value, asked.text + ": " + what, code),
                                               amount.currency != run_.unit.currency};
        };
        const auto indexed = [&](Kind follow, const AskedIndex& index) {
            models::IndexedTerms<Traced> result{.base = base_of(asked.base)};
            result.index = {.by = follow == Kind::cpi      ? models::IndexedBy::consumer_prices
                                  : follow == Kind::budget ? models::IndexedBy::defence_budget
                                                           : models::IndexedBy::nothing,
                            .cap = maybe(index.cap, "cap"),
                            .floor = maybe(index.floor, "floor"),
                            .lag = index.lag};
            return result;
        };
        switch (asked.kind) {
            case Kind::bridge: {
                AskedRenewal flat;
                flat.base = asked.base;
                terms = terms_of(asked.then.empty() ? flat : asked.then.front(), within);
                terms.bridge_years = asked.years;
                terms.bridge_base = base_of(asked.base);
                return terms;
            }
            case Kind::lapse:
                terms.rule = lapse_of(asked);
                break;
            case Kind::flat:
                terms.rule = models::MultipleTerms<Traced>{.base = base_of(asked.base)};
                break;
            case Kind::multiple:
                terms.rule =
                    models::MultipleTerms<Traced>{base_of(asked.base), number(asked.number, "factor", "")};
                break;
            case Kind::cpi:
            case Kind::budget:
                terms.rule = indexed(asked.kind, asked.index);
                break;
            case Kind::step: {
                auto step = indexed(asked.follow, index_after_step(asked));
                step.index.first = number(asked.number, "rise of the first year");
                terms.rule = std::move(step);
                break;
            }
            case Kind::cost_plus:
            case Kind::cost_share: {
                const bool plus = asked.kind == Kind::cost_plus;
                const auto cost = yearly_cost(facts_, host_, *asked.cost);
                const calc::Unit unit = cost->amount.unit();
                models::CostTerms<Traced> by_cost{
                    .cost = {once(input_of(cost->amount.in(unit), cost->words, cost->sources,
                                           unit.currency.code())),
                             unit.currency != run_.unit.currency},
                    .number = number(asked.number, plus ? "margin" : "share of the cost"),
                    .plus = plus};
                if (asked.amount && plus) {
                    by_cost.credit = sided(*asked.amount, "credit");
                }
                terms.rule = std::move(by_cost);
                break;
            }
            case Kind::per_head:
                terms.rule = models::PerHeadTerms<Traced>{sided(*asked.amount, "amount per head")};
                break;
            case Kind::amounts: {
                models::StatedTerms<Traced> by_year;
                for (const auto& [year, amount] : asked.amounts) {
                    by_year.amounts.push_back(sided(amount, name(year.year)));
                }
                terms.rule = std::move(by_year);
                break;
            }
        }
        return terms;
    }

    models::LapseTerms<Traced> lapse_of(const AskedRenewal& asked) {
        models::LapseTerms<Traced> lapse;
        for (std::size_t at = 0; at < run_.items.size(); ++at) {
            const PresentItem& item = run_.items[at];
            const bool both = item.basis == LegalBasis::both;
            const Decimal part =
                both ? asked.mixed.value_or(0) : Decimal(item.basis == LegalBasis::special_agreement ? 0 : 1);
            lapse.items.push_back(
                {bare(*item_totals_[at]),
                 both && asked.mixed
                     ? given(part, asked.text + ": part of what rests on both that goes on", "%")
                     : stated(part, "part of " + item.title + " that goes on without it", {}, "%")});
        }
        return lapse;
    }

    Amounts amounts_under(const AskedRenewal& asked, const std::optional<calc::ExchangeRate<Traced>>& rate) {
        Ground at = setting(run_.first, run_.to);
        set_rate_of(at, rate);
        return models::renewed(models::renewal_of(terms_of(asked, false), at), run_.first, run_.to);
    }

    void add_renewals() {
        const Amounts flat = amounts_under(AskedRenewal{}, ground_.rate());
        for (std::size_t at = 0; at < run_.renewals.size(); ++at) {
            add_renewal(at, question_.renewals[at], flat);
        }
    }

    /// A result by year and its sums from the first year on; the last of them is the sum.
    Traced add_summed(std::size_t at, std::string_view what, std::string_view summed, const std::string& unit,
                      const Amounts& amounts) {
        std::optional<Traced> sum;
        for (Year year = run_.first; year <= run_.to; ++year) {
            add(renewal_cell(run_, at, what, year), unit, bare(amounts[year]));
            const std::string cell = renewal_cell(run_, at, summed, year);
            sum = named(cell, sum ? *sum + bare(amounts[year]) : bare(amounts[year]));
            add(cell, unit, *sum);
        }
        return *sum;
    }

    void add_renewal(std::size_t at, const AskedRenewal& asked, const Amounts& flat) {
        const std::string abroad_code = run_.abroad.currency.code();
        const auto cell = [&](std::string_view what, Year year) {
            return renewal_cell(run_, at, what, year);
        };
        // Named, so that what is made of an amount points at it.
        const std::string whose = owner_of(run_, at);
        const Amounts home_amounts =
            labelled(names_of(whose), results::amount, amounts_under(asked, ground_.rate()));
        const auto in_years = [&](const auto& amount_of) {
            return calc::series_of(run_.first, run_.to, [&](Year year) { return amount_of(year); });
        };
        const Traced total = add_summed(at, results::amount, results::total, home(), home_amounts);
        add_summed(at, results::abroad, results::total_abroad, abroad_code,
                   in_years([&](Year year) { return abroad(home_amounts[year], ground_.rate()); }));
        add_summed(at, results::against_flat, results::total_against_flat, home(),
                   in_years([&](Year year) { return home_amounts[year] - flat[year]; }));
        const auto add_shares = [&](std::string_view what, std::string_view mean, const Amounts& of) {
            for (Year year = run_.first; year <= run_.to; ++year) {
                add(cell(what, year), "%", home_amounts[year] / of[year]);
            }
            add(cell(mean, run_.to), "%", total / bare(models::sum(of)));
        };
        add_shares(results::share_of_gdp, results::mean_share_of_gdp, *ground_.gdp());
        if (ground_.defence()) {
            add_shares(results::share_of_defence, results::mean_share_of_defence, *ground_.defence());
        }
        const Traced years(Decimal(home_amounts.size()));
        if (ground_.members()) {
            for (Year year = run_.first; year <= run_.to; ++year) {
                add(cell(results::per_member, year), home(), bare(home_amounts[year]) / *ground_.members());
            }
            add(cell(results::mean_per_member, run_.to), home(), total / years / *ground_.members());
        }
        for (const Decimal& value : question_.fx) {
            calc::ExchangeRate<Traced> other = *ground_.rate();
            other.value =
                given(value, "Rate of exchange to hold renewals against (" + number_words(value, 4) + ")",
                      other.quote.code() + " per " + other.base.code());
            const std::string mean_cell = renewal_cell_at_rate(run_, at, value, false);
            const Traced mean = named(mean_cell, bare(models::sum(amounts_under(asked, other))) / years);
            add(mean_cell, home(), mean);
            add(renewal_cell_at_rate(run_, at, value, true), abroad_code, bare(abroad(at_home(mean), other)));
        }
        if (run_.renewals[at].break_even) {
            const Traced wanted =
                given(question_.break_even->value, "Amount a year to break even at", abroad_code);
            add(cell(results::break_even, run_.to), home() + " per " + abroad_code, total / years / wanted);
        }
    }

    const Facts& facts_;
    const HostingRun& run_;
    const HostingQuestion& question_;
    const Arrangement& arrangement_;
    const Country& host_;
    RunInputs inputs_;
    HostingGround ground_;
    std::map<Year, Traced> amounts_;
    std::map<Year, Traced> budgets_;
    std::vector<std::optional<Sum>> item_totals_;
    std::optional<Sum> total_;
    std::optional<Amount> average_;
    std::optional<Amount> last_;
    std::vector<RecordedFigure> figures_;
};

}  // namespace

std::string renewal_cell(const HostingRun& run, std::size_t at, std::string_view what, Year year) {
    return owner_of(run, at) + "." + std::string(what) + "[" + label(year, run.calendar) + "]";
}

std::string renewal_cell_at_rate(const HostingRun& run, std::size_t at, const Decimal& rate, bool abroad) {
    const std::string what = std::string(abroad ? results::abroad : results::amount) + " a year at " +
                             plain(rate.to_significant(Decimal::digits));
    return renewal_cell(run, at, what, run.to);
}

std::string term_cell(const HostingRun& run, const PresentItem* item, std::string_view what,
                      std::optional<Year> year) {
    // An open term has at most the years that are stated.
    const auto last = run.term_last || run.term.empty() ? run.term_last : std::optional(run.term.back().year);
    const std::optional<Year> named_after = year ? year : last;
    return run.arrangement->key + "." + (item != nullptr ? plain(item->title) + ", " : "") +
           std::string(what) + "[" + (named_after ? label(*named_after, run.calendar) : "") + "]";
}

RecordedTerm recorded_term(Recorder& recorder, const Facts& facts, const HostingRun& run) {
    return HostingRecorder(recorder, facts, run, {}).term();
}

Recording hosting_recording(Recorder& recorder, const Facts& facts, const std::vector<HostingRun>& runs,
                            const HostingQuestion& question) {
    std::vector<RecordedFigure> figures;
    std::map<std::string, std::string> owners;
    std::map<std::string, calc::Currency, std::less<>> homes;
    for (const HostingRun& run : runs) {
        for (RecordedFigure& figure : HostingRecorder(recorder, facts, run, question).figures()) {
            figures.push_back(std::move(figure));
        }
        homes.emplace(calc::lower_case(run.arrangement->host), run.unit.currency);
        homes.emplace(run.arrangement->key, run.unit.currency);
        owners[calc::lower_case(run.arrangement->host)] = run.host_name;
        owners[run.arrangement->key] = run.host_name + ": " + run.arrangement->title;
        for (std::size_t at = 0; at < run.renewals.size(); ++at) {
            owners[owner_of(run, at)] = run.host_name + ": " + run.renewals[at].words;
        }
    }
    Recording recording = recorder.recording(figures, [&](std::string_view name) {
        const std::string_view whose =
            name.substr(0, std::min({name.find('.'), name.find('#'), name.size()}));
        const auto home = homes.find(whose);
        return home == homes.end() ? std::string() : unit_of_result(name, home->second, std::nullopt);
    });
    recording.owners = std::move(owners);
    return recording;
}

}  // namespace burden::inputs
