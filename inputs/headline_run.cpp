#include "burden/inputs/headline_run.hpp"

#include "burden/inputs/target_ground.hpp"
#include "burden/inputs/words.hpp"
#include "burden/models/comparison.hpp"

namespace burden::inputs {

using calc::Decimal;
using calc::Year;

namespace {

constexpr const char* host_code = "JPN";
constexpr const char* rival_code = "CHN";
constexpr const char* arrangement_key = "jpn-sma-2022";
constexpr const char* quoted = "8.6 billion USD per year";
constexpr const char* rules = "flat,cpi:cap=5%,step:8.3%,x4,cost-plus:50%:base=guest";

TargetQuestion target_question() {
    TargetQuestion question{.shares = {}, .by = {Year{2035}}, .shapes = *read_path_shapes("linear")};
    for (const char* const share : {"2%", "3.4%", "5%"}) {
        question.shares.push_back(*read_target_share(share, false));
    }
    return question;
}

/// What the rival spends, as a publisher counts it for both, and how fast its budget grew last.
struct Rival {
    const FactSeries* spending = nullptr;
    const Observation* base = nullptr;
    const FactSeries* growth = nullptr;
    const Observation* rate = nullptr;
};

Reading<Rival> rival_of(const Country& country, Year year) {
    Rival rival;
    rival.spending = country.find("sipri-usd");
    rival.growth = country.find("defence-growth-announced");
    if (rival.spending == nullptr || rival.growth == nullptr) {
        return Diagnostic{.message = "no spending and growth of " + country.name + " is known"};
    }
    rival.base = rival.spending->at(year);
    rival.rate = rival.growth->at(year);
    if (rival.base == nullptr || rival.rate == nullptr) {
        return Diagnostic{.message = "no spending and growth of " + country.name + " is known for " +
                                     std::to_string(year.number)};
    }
    return rival;
}

}  // namespace

std::vector<std::string> headline_countries() { return {host_code, rival_code, "USA"}; }

Reading<HeadlineRun> headline_run(const Facts& facts) {
    const Country* const host = facts.find_country(host_code);
    const Country* const rival_country = facts.find_country(rival_code);
    const Arrangement* const arrangement = facts.find_arrangement(arrangement_key);
    calc::require(host != nullptr && rival_country != nullptr && arrangement != nullptr,
                  "the headline's facts are compiled in");
    const auto renewals = hosting_run(facts, *arrangement, {.renewals = *read_renewals(rules)});
    if (!renewals) {
        return renewals.diagnostics();
    }
    const auto targets = target_run(facts, *host, target_question());
    if (!targets) {
        return targets.diagnostics();
    }
    const auto figure = read_claim_figure(quoted);
    const auto claim = arrangement_claim(facts, *arrangement, quoted, *figure, usual_tolerance);
    if (!claim) {
        return claim.diagnostics();
    }
    const auto rival = rival_of(*rival_country, targets->from);
    if (!rival) {
        return rival.diagnostics();
    }
    calc::require(renewals->rate.has_value(), "the host's currency is not the guest's");
    const Decimal growth = whole(*rival->growth, *rival->rate);
    const calc::CalendarYearly<Decimal> base(whole(*rival->spending, *rival->base),
                                             {*rival->spending->unit.currency});
    HeadlineRun run{.renewals = *renewals,
                    .targets = *targets,
                    .rival = models::grown(base, growth, targets->from, targets->to),
                    .rival_growth = growth,
                    .rival_name = rival_country->name,
                    .rival_words = rival_country->name + ": " + rival->spending->definition + ", " +
                                   signed_words(base.in(base.unit()), base.unit().currency) + " in " +
                                   std::to_string(targets->from.number) + ", growing by " +
                                   percent_words(growth) +
                                   " a year as its budget of that year was announced to",
                    .shares = {},
                    .claim = *claim,
                    .sources = {}};
    for (const TargetCase& one : targets->cases) {
        const auto in_dollars = calc::series_of(one.years.first(), one.years.last(), [&](Year year) {
            return calc::convert(one.years[year].spending, renewals->rate->rate);
        });
        run.shares.push_back({one.target, models::as_shares_of(in_dollars, run.rival)});
    }
    for (const auto* keys : {&renewals->sources, &targets->sources, &claim->sources, &claim->said_by,
                             &rival->base->sources, &rival->rate->sources}) {
        add_keys(run.sources, *keys);
    }
    return run;
}

}  // namespace burden::inputs
