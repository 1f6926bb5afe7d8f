#include "burden/brief/hosting_tables.hpp"

#include <algorithm>

#include "burden/brief/citations.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::HostingRun;
using inputs::PresentItem;

namespace results = inputs::hosting_results;

namespace {

std::string item_words(const PresentItem& item) {
    std::vector<std::string> words;
    if (item.residual) {
        words.emplace_back("residual");
    }
    if (item.firmness != inputs::Firmness::fixed) {
        words.emplace_back(to_text(item.firmness));
    }
    const bool by_year =
        std::any_of(item.years.begin(), item.years.end(), [](const auto& year) { return year.has_value(); });
    if (!by_year) {
        words.emplace_back("total only");
    }
    return item.title + (words.empty() ? "" : " (" + joined(words) + ")");
}

std::string short_basis(inputs::LegalBasis basis) {
    switch (basis) {
        case inputs::LegalBasis::special_agreement:
            return "special";
        case inputs::LegalBasis::status_of_forces_agreement:
            return "SOFA";
        case inputs::LegalBasis::both:
            break;
    }
    return "both";
}

/// Whether anything of the term is known by year.
bool knows_years(const HostingRun& run) {
    const bool whole = std::any_of(run.term.begin(), run.term.end(), [&](const inputs::TermYear& year) {
        return year.amount || year.budget || run.reading != nullptr;
    });
    return whole || std::any_of(run.items.begin(), run.items.end(), [](const PresentItem& item) {
               return std::any_of(item.years.begin(), item.years.end(),
                                  [](const auto& year) { return year.has_value(); });
           });
}

}  // namespace

Table term_table(const HostingRun& run, const std::string& id, std::vector<std::string>& notes) {
    const Shown home = home_of(run);
    const Shown abroad = abroad_of(run);
    Table table{.id = id,
                .title = run.host_name + ": " + run.arrangement->title + as_quoted(run),
                .caption = home.text() + ", " + prices_words(run),
                .columns = {{.key = "item", .label = "Item", .words = true}},
                .rows = {},
                .marks = {},
                .audience = Audience::people};
    const bool items = !run.items.empty();
    if (items) {
        table.columns.push_back({.key = "basis", .label = "rests on", .words = true});
    }
    const bool by_year = knows_years(run);
    for (const inputs::TermYear& year : by_year ? run.term : std::vector<inputs::TermYear>()) {
        table.columns.push_back({.key = year_label(run, year.year),
                                 .label = year_label(run, year.year),
                                 .unit = home.text(),
                                 .places = home.places});
    }
    table.columns.push_back({.key = "total", .label = "total", .unit = home.text(), .places = home.places});
    if (run.term_years > 0) {
        table.columns.push_back({.key = "average", .label = "a year", .unit = home.text(), .places = 2});
    }
    const bool converts = run.rate.has_value() && run.total;
    if (converts) {
        table.columns.push_back(
            {.key = "total_usd", .label = "total", .unit = abroad.text(), .places = abroad.places});
    }
    const auto ends = [&](Row& row, const std::optional<calc::Total<Decimal>>& total,
                          const PresentItem* item) {
        const auto recorded = [&](std::string_view what) { return inputs::term_cell(run, item, what); };
        row.cells.push_back(home.cell(total, recorded(results::total)));
        if (run.term_years > 0) {
            row.cells.push_back(
                total ? home.cell(calc::average(*total, run.term_years), recorded(results::average))
                      : Cell());
        }
        if (converts) {
            row.cells.push_back(total ? abroad.cell(converted(*total, run), recorded(results::total_abroad))
                                      : Cell());
        }
    };
    for (const PresentItem& item : run.items) {
        Row row{.cells = {item_words(item), short_basis(item.basis)}};
        for (std::size_t at = 0; by_year && at < run.term.size(); ++at) {
            const std::string recorded = inputs::term_cell(run, &item, results::amount, run.term[at].year);
            row.cells.push_back(at < item.years.size() ? home.cell(item.years[at], recorded) : Cell());
        }
        ends(row, item.total, &item);
        std::string note = item.derivation.empty()
                               ? item.note
                               : "residual, " + item.derivation + (item.note.empty() ? "" : "; " + item.note);
        if (!note.empty()) {
            notes.push_back(item.title + ": " + note + ".");
            row.cells.front().notes = {static_cast<int>(notes.size())};
        }
        table.rows.push_back(std::move(row));
    }
    Row whole{.cells = {run.reading != nullptr ? "As quoted" : "Arrangement"}, .rule_above = items};
    Row budgets{.cells = {"Budget of the year"}};
    if (items) {
        whole.cells.emplace_back();
        budgets.cells.emplace_back();
    }
    bool any_budget = false;
    for (const inputs::TermYear& year : by_year ? run.term : std::vector<inputs::TermYear>()) {
        whole.cells.push_back(
            run.reading != nullptr
                ? home.cell(run.average, inputs::term_cell(run, nullptr, results::average))
                : home.cell(year.amount, inputs::term_cell(run, nullptr, results::amount, year.year)));
        budgets.cells.push_back(
            home.cell(year.budget, inputs::term_cell(run, nullptr, results::budget, year.year)));
        any_budget = any_budget || year.budget;
    }
    ends(whole, run.total, nullptr);
    ends(budgets, std::nullopt, nullptr);
    table.rows.push_back(std::move(whole));
    if (any_budget) {
        table.rows.push_back(std::move(budgets));
    }
    return table;
}

/// The present term in long rows.
Table items_table(const HostingRun& run, const std::string& id) {
    const Shown home = home_of(run);
    const Shown abroad = abroad_of(run);
    Table table{.id = id,
                .title = run.host_name + ": " + run.arrangement->title + as_quoted(run),
                .caption = home.text() + ", " + prices_words(run),
                .columns = {{.key = "item", .label = "Item", .words = true},
                            {.key = "basis", .label = "Rests on", .words = true},
                            {.key = "manner", .label = "Manner", .words = true},
                            {.key = "year", .label = "Year", .words = true},
                            {.key = "amount", .label = "Amount", .unit = home.text(), .places = home.places},
                            {.key = "amount_usd",
                             .label = "Amount abroad",
                             .unit = abroad.text(),
                             .places = abroad.places}},
                .rows = {},
                .audience = Audience::programs};
    const auto add = [&](const std::string& key, const std::string& basis, const std::string& manner,
                         const std::string& year, const auto& amount, const std::string& recorded,
                         const std::string& recorded_abroad) {
        table.rows.push_back({.cells = {key, basis, manner, year, home.cell(amount, recorded),
                                        abroad.cell(converted(amount, run), recorded_abroad)}});
    };
    const auto recorded = [&](const PresentItem* item, std::string_view what,
                              std::optional<calc::Year> year = {}) {
        return inputs::term_cell(run, item, what, year);
    };
    const auto add_year = [&](const PresentItem* item, const std::string& key, const std::string& basis,
                              const std::string& manner, std::string_view what, calc::Year year,
                              const auto& amount) {
        add(key, basis, manner, year_label(run, year), amount, recorded(item, what, year),
            recorded(item, std::string(what) + " abroad", year));
    };
    for (const PresentItem& item : run.items) {
        const std::string basis(to_text(item.basis));
        const std::string manner(to_text(item.manner));
        for (std::size_t at = 0; at < item.years.size(); ++at) {
            if (item.years[at]) {
                add_year(&item, item.key, basis, manner, results::amount, run.term[at].year, *item.years[at]);
            }
        }
        if (item.total) {
            add(item.key, basis, manner, "total", *item.total, recorded(&item, results::total),
                recorded(&item, results::total_abroad));
        }
    }
    for (const inputs::TermYear& year : run.term) {
        if (year.amount) {
            add_year(nullptr, "arrangement", "", "", results::amount, year.year, *year.amount);
        }
        if (year.budget) {
            add_year(nullptr, "budget", "", "", results::budget, year.year, *year.budget);
        }
    }
    if (run.total) {
        add("arrangement", "", "", "total", *run.total, recorded(nullptr, results::total),
            recorded(nullptr, results::total_abroad));
    }
    if (run.average) {
        add("arrangement", "", "", "average", *run.average, recorded(nullptr, results::average), "");
    }
    return table;
}

/// The term as it stands in the totals that programs read.
Table present_totals(const HostingRun& run, const std::string& id) {
    const Shown home = home_of(run);
    const Shown abroad = abroad_of(run);
    Table table{.id = id,
                .title = run.host_name + ": total of the term",
                .caption = home.text() + ", " + prices_words(run),
                .columns = {{.key = "renewal", .label = "Renewal", .words = true},
                            {.key = "total", .label = "total", .unit = home.text()},
                            {.key = "total_usd", .label = "total abroad", .unit = abroad.text()},
                            {.key = "vs_flat", .label = "vs flat", .unit = home.text()}},
                .rows = {},
                .audience = Audience::programs};
    table.rows.push_back(
        {.cells = {"present", home.cell(run.total, inputs::term_cell(run, nullptr, results::total)),
                   run.total ? abroad.cell(converted(*run.total, run),
                                           inputs::term_cell(run, nullptr, results::total_abroad))
                             : Cell(),
                   Cell()}});
    return table;
}

}  // namespace burden::brief
