#include "burden/brief/hosting_tables.hpp"

#include <algorithm>

#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::HostingRun;
using inputs::RenewalRun;

namespace results = inputs::hosting_results;

namespace {

Cell percent(const std::optional<Decimal>& share, const std::string& recorded) {
    return share ? Cell(Figure{.value = *share * 100, .terms = {{.cell = recorded, .factor = 100}}}) : Cell();
}

Shown heads_of(const HostingRun& run) {
    std::vector<Decimal> values;
    for (const RenewalRun& renewal : run.renewals) {
        if (renewal.mean_per_member) {
            values.push_back(renewal.mean_per_member->in(run.unit));
        }
    }
    return {run.unit, largest_of(values)};
}

std::string fixed_words(const RenewalRun& renewal, const HostingRun& run) {
    const std::string home = run.unit.currency.code();
    const std::string abroad = run.abroad.currency.code();
    return !renewal.fixed_in.abroad ? home : renewal.fixed_in.home ? home + ", " + abroad : abroad;
}

}  // namespace

bool asks_break_even(const HostingRun& run) {
    return std::any_of(run.renewals.begin(), run.renewals.end(),
                       [](const RenewalRun& renewal) { return renewal.break_even.has_value(); });
}

Table years_table(const HostingRun& run, const std::string& id, const std::vector<std::vector<int>>& notes) {
    const Shown home = home_of(run);
    Table table{.id = id,
                .title = run.host_name + ": after " + calc::to_text(*run.arrangement->end) + ", " +
                         inputs::count_words(run.to - run.first + 1) +
                         (run.to == run.first ? " year" : " years") + " under each renewal" + as_quoted(run),
                .caption = home.text() + ", " + prices_words(run),
                .columns = {{.key = "renewal", .label = "Renewal", .words = true}},
                .rows = {},
                .marks = {},
                .audience = Audience::people};
    for (Year year = run.first; year <= run.to; ++year) {
        table.columns.push_back({.key = year_label(run, year),
                                 .label = year_label(run, year),
                                 .unit = home.text(),
                                 .places = home.places});
    }
    table.columns.push_back({.key = "total", .label = "total", .unit = home.text(), .places = home.places});
    table.columns.push_back(
        {.key = "vs_flat", .label = "vs flat", .unit = home.text(), .places = home.places});
    for (std::size_t at = 0; at < run.renewals.size(); ++at) {
        const RenewalRun& renewal = run.renewals[at];
        Row row{.cells = {renewal.words}};
        if (at < notes.size()) {
            row.cells.front().notes = notes[at];
        }
        const auto recorded = [&](std::string_view what, Year year) {
            return inputs::renewal_cell(run, at, what, year);
        };
        for (Year year = run.first; year <= run.to; ++year) {
            row.cells.push_back(home.cell(renewal.home.amounts[year], recorded(results::amount, year)));
        }
        row.cells.push_back(home.cell(renewal.home.total, recorded(results::total, run.to)));
        row.cells.push_back(
            home.cell(renewal.home.total_difference, recorded(results::total_against_flat, run.to), true));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table renewal_rows(const HostingRun& run, const std::string& id) {
    const Shown home = home_of(run);
    const Shown abroad = abroad_of(run);
    Table table{
        .id = id,
        .title = run.host_name + ": renewals of the " + run.arrangement->title + as_quoted(run),
        .caption = home.text() + ", " + prices_words(run),
        .columns = {{.key = "renewal", .label = "Renewal", .words = true},
                    {.key = "year", .label = "Year", .words = true},
                    {.key = "amount", .label = "Amount", .unit = home.text()},
                    {.key = "amount_usd", .label = "Amount abroad", .unit = abroad.text()},
                    {.key = "share_of_gdp", .label = "Share of GDP", .unit = "%"},
                    {.key = "share_of_defence", .label = "Share of the defence budget", .unit = "%"},
                    {.key = "per_member", .label = "Per service member", .unit = run.unit.currency.code()},
                    {.key = "vs_flat", .label = "Against flat", .unit = home.text()}},
        .rows = {},
        .audience = Audience::programs};
    // Programs get whole units, whatever the amounts come to.
    const Shown heads(run.unit, 0, scale_for(0));
    for (std::size_t at = 0; at < run.renewals.size(); ++at) {
        const RenewalRun& renewal = run.renewals[at];
        for (Year year = run.first; year <= run.to; ++year) {
            const auto recorded = [&](std::string_view what) {
                return inputs::renewal_cell(run, at, what, year);
            };
            table.rows.push_back(
                {.cells = {renewal.text, year_label(run, year),
                           home.cell(renewal.home.amounts[year], recorded(results::amount)),
                           abroad.cell(renewal.abroad.amounts[year], recorded(results::abroad)),
                           percent(renewal.share_of_gdp[year], recorded(results::share_of_gdp)),
                           renewal.share_of_defence ? percent((*renewal.share_of_defence)[year],
                                                              recorded(results::share_of_defence))
                                                    : Cell(),
                           renewal.per_member
                               ? heads.cell((*renewal.per_member)[year], recorded(results::per_member))
                               : Cell(),
                           home.cell(renewal.home.difference[year], recorded(results::against_flat))}});
        }
    }
    return table;
}

Table totals_table(const HostingRun& run, const std::string& id, Audience audience) {
    const Shown home = home_of(run);
    const Shown abroad = abroad_of(run);
    const bool people = audience == Audience::people;
    // Programs get whole units, whatever the amounts come to.
    const Shown heads = people ? heads_of(run) : Shown(run.unit, 0, scale_for(0));
    Table table{.id = id,
                .title = run.host_name + ": totals, " + span_words(run, run.first, run.to),
                .caption = home.text() + ", " + prices_words(run),
                .columns = {{.key = "renewal", .label = "Renewal", .words = true},
                            {.key = "total", .label = "total", .unit = home.text(), .places = home.places}},
                .rows = {},
                .audience = audience};
    if (run.rate || !people) {
        table.columns.push_back(
            {.key = "total_usd", .label = "total", .unit = abroad.text(), .places = abroad.places});
    }
    table.columns.push_back(
        {.key = "vs_flat", .label = "vs flat", .unit = home.text(), .places = home.places});
    table.columns.push_back({.key = "share_of_gdp", .label = "of GDP", .unit = "%", .places = 3});
    table.columns.push_back({.key = "share_of_defence", .label = "of defence", .unit = "%", .places = 2});
    table.columns.push_back(
        {.key = "per_member", .label = "per member, a year", .unit = heads.text(), .places = heads.places});
    for (std::size_t at = 0; at < run.renewals.size(); ++at) {
        const RenewalRun& renewal = run.renewals[at];
        const auto recorded = [&](std::string_view what) {
            return inputs::renewal_cell(run, at, what, run.to);
        };
        Row row{.cells = {people ? renewal.words : renewal.text,
                          home.cell(renewal.home.total, recorded(results::total))}};
        if (run.rate || !people) {
            row.cells.push_back(abroad.cell(renewal.abroad.total, recorded(results::total_abroad)));
        }
        row.cells.push_back(
            home.cell(renewal.home.total_difference, recorded(results::total_against_flat), true));
        row.cells.push_back(percent(renewal.mean_share_of_gdp, recorded(results::mean_share_of_gdp)));
        row.cells.push_back(percent(renewal.mean_share_of_defence, recorded(results::mean_share_of_defence)));
        row.cells.push_back(heads.cell(renewal.mean_per_member, recorded(results::mean_per_member)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table risk_table(const HostingRun& run, const std::string& id) {
    const Shown home = home_of(run);
    std::vector<Decimal> values = {Decimal(1)};
    for (const RenewalRun& renewal : run.renewals) {
        for (const inputs::RenewalAtRate& one : renewal.at_rates) {
            values.push_back(one.abroad.in(run.abroad));
        }
    }
    const Decimal largest = largest_of(values);
    const Shown abroad(run.abroad, largest, headline_scale_for(largest));
    const std::string pair = run.unit.currency.code() + "/" + run.abroad.currency.code();
    Table table{.id = id,
                .title = run.host_name + ": a year at other rates of exchange",
                .caption = "average of " + span_words(run, run.first, run.to) + ", rates in " + pair,
                .columns = {{.key = "renewal", .label = "Renewal", .words = true},
                            {.key = "fixed_in", .label = "fixed in", .words = true}},
                .rows = {}};
    for (const inputs::RenewalAtRate& one : run.renewals.front().at_rates) {
        const std::string rate = inputs::number_words(one.rate, 4);
        table.columns.push_back({.key = "home_at_" + rate,
                                 .label = "host pays",
                                 .unit = home.text(),
                                 .places = home.places,
                                 .group = rate});
        table.columns.push_back({.key = "abroad_at_" + rate,
                                 .label = "worth",
                                 .unit = abroad.text(),
                                 .places = abroad.places,
                                 .group = rate});
    }
    const bool breaks = asks_break_even(run);
    if (breaks) {
        table.columns.push_back({.key = "break_even", .label = "break-even", .unit = pair, .places = 2});
    }
    for (std::size_t at = 0; at < run.renewals.size(); ++at) {
        const RenewalRun& renewal = run.renewals[at];
        Row row{.cells = {renewal.words, fixed_words(renewal, run)}};
        for (const inputs::RenewalAtRate& one : renewal.at_rates) {
            const auto recorded = [&](bool is_abroad) {
                return inputs::renewal_cell_at_rate(run, at, one.rate, is_abroad);
            };
            row.cells.push_back(home.cell(one.home, recorded(false)));
            row.cells.push_back(abroad.cell(one.abroad, recorded(true)));
        }
        if (breaks && renewal.break_even) {
            const std::string recorded = inputs::renewal_cell(run, at, results::break_even, run.to);
            row.cells.emplace_back(
                Figure{.value = *renewal.break_even, .terms = {{.cell = recorded, .factor = 1}}});
        } else if (breaks) {
            row.cells.emplace_back();
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace burden::brief
