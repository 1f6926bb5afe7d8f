#include "burden/brief/hosting_answer.hpp"

#include <algorithm>

#include "burden/brief/citations.hpp"
#include "burden/brief/scale.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::HostingRun;
using inputs::PresentItem;
using inputs::RenewalRun;

namespace {

/// What amounts of one size are shown in.
struct Shown {
    calc::Unit unit;
    Scale scale;
    int places = 1;

    Shown(const calc::Unit& of, const Decimal& largest) : Shown(of, largest, scale_for(largest)) {}
    Shown(const calc::Unit& of, const Decimal& largest, const Scale& in)
        : unit(of), scale(in), places(largest / scale.units < Decimal(100) ? 2 : 1) {}

    template <calc::Period P>
    Cell cell(const calc::Money<Decimal, P>& amount, bool plus = false) const {
        return Figure{.value = amount.in(unit) / scale.units, .plus = plus};
    }
    template <typename Amount>
    Cell cell(const std::optional<Amount>& amount) const {
        return amount ? cell(*amount) : Cell();
    }
    std::string text() const { return unit_text(unit.currency, scale); }
};

Cell percent(const std::optional<Decimal>& share) { return share ? Cell(*share * 100) : Cell(); }

Decimal largest_of(const std::vector<Decimal>& values) {
    Decimal largest = 0;
    for (const Decimal& value : values) {
        largest = greatest(largest, greatest(value, -value));
    }
    return largest;
}

Shown home_of(const HostingRun& run) {
    std::vector<Decimal> values = {run.total ? run.total->in(run.unit) : Decimal(0)};
    for (const RenewalRun& renewal : run.renewals) {
        values.push_back(renewal.home.total.in(run.unit));
    }
    for (const inputs::TermYear& year : run.term) {
        values.push_back(year.amount ? year.amount->in(run.unit) : Decimal(0));
    }
    return {run.unit, largest_of(values)};
}

Shown abroad_of(const HostingRun& run) {
    std::vector<Decimal> values;
    for (const RenewalRun& renewal : run.renewals) {
        values.push_back(renewal.abroad.total.in(run.abroad));
    }
    if (values.empty() && run.total) {
        values.push_back((run.rate ? calc::convert(*run.total, run.rate->rate) : *run.total).in(run.abroad));
    }
    const Decimal largest = largest_of(values);
    return {run.abroad, largest, headline_scale_for(largest)};
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

std::string prices(const HostingRun& run) {
    return run.unit.prices.year() ? "prices of " + std::to_string(*run.unit.prices.year()) : "current prices";
}

std::string id_of(const std::string& id, const HostingRun& run, bool several) {
    return several ? id + "-" + run.arrangement->key : id;
}

std::string as_quoted(const HostingRun& run) {
    return run.reading == nullptr ? "" : ", as quoted and refuted";
}

std::string year_label(const HostingRun& run, Year year) { return label(year, run.calendar); }

/// "FY2027–31".
std::string span(const HostingRun& run, Year first, Year last) {
    const std::string to = std::to_string(last.number);
    return year_label(run, first) + (first == last ? "" : "\u2013" + to.substr(to.size() - 2));
}

// The present term.

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

template <calc::Period P>
calc::Money<Decimal, P> converted(const calc::Money<Decimal, P>& amount, const HostingRun& run) {
    return run.rate ? calc::convert(amount, run.rate->rate) : amount;
}

Table term_table(const HostingRun& run, const std::string& id, std::vector<std::string>& notes) {
    const Shown home = home_of(run);
    const Shown abroad = abroad_of(run);
    Table table{.id = id,
                .title = run.host_name + ": " + run.arrangement->title + as_quoted(run),
                .caption = home.text() + ", " + prices(run),
                .columns = {{.key = "item", .label = "Item", .words = true}},
                .rows = {},
                .marks = {},
                .audience = Audience::people};
    const bool items = !run.items.empty();
    if (items) {
        table.columns.push_back({.key = "basis", .label = "rests on", .words = true});
    }
    for (const inputs::TermYear& year : run.term) {
        table.columns.push_back({.key = year_label(run, year.year),
                                 .label = year_label(run, year.year),
                                 .unit = home.text(),
                                 .places = home.places});
    }
    table.columns.push_back({.key = "total", .label = "total", .unit = home.text(), .places = home.places});
    if (run.term_years > 0) {
        table.columns.push_back({.key = "average", .label = "a year", .unit = home.text(), .places = 2});
    }
    const bool converts = run.rate.has_value();
    if (converts) {
        table.columns.push_back(
            {.key = "total_usd", .label = "total", .unit = abroad.text(), .places = abroad.places});
    }
    const auto ends = [&](Row& row, const std::optional<calc::Total<Decimal>>& total) {
        row.cells.push_back(home.cell(total));
        if (run.term_years > 0) {
            row.cells.push_back(total ? home.cell(calc::average(*total, run.term_years)) : Cell());
        }
        if (converts) {
            row.cells.push_back(total ? abroad.cell(converted(*total, run)) : Cell());
        }
    };
    for (const PresentItem& item : run.items) {
        Row row{.cells = {item_words(item), short_basis(item.basis)}};
        for (std::size_t at = 0; at < run.term.size(); ++at) {
            row.cells.push_back(at < item.years.size() ? home.cell(item.years[at]) : Cell());
        }
        ends(row, item.total);
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
    for (const inputs::TermYear& year : run.term) {
        whole.cells.push_back(home.cell(run.reading != nullptr ? run.average : year.amount));
        budgets.cells.push_back(home.cell(year.budget));
        any_budget = any_budget || year.budget;
    }
    ends(whole, run.total);
    ends(budgets, std::nullopt);
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
                .caption = home.text() + ", " + prices(run),
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
                         const std::string& year, const auto& amount) {
        table.rows.push_back(
            {.cells = {key, basis, manner, year, home.cell(amount), abroad.cell(converted(amount, run))}});
    };
    for (const PresentItem& item : run.items) {
        const std::string basis(to_text(item.basis));
        const std::string manner(to_text(item.manner));
        for (std::size_t at = 0; at < item.years.size(); ++at) {
            if (item.years[at]) {
                add(item.key, basis, manner, year_label(run, run.term[at].year), *item.years[at]);
            }
        }
        if (item.total) {
            add(item.key, basis, manner, "total", *item.total);
        }
    }
    for (const inputs::TermYear& year : run.term) {
        if (year.amount) {
            add("arrangement", "", "", year_label(run, year.year), *year.amount);
        }
        if (year.budget) {
            add("budget", "", "", year_label(run, year.year), *year.budget);
        }
    }
    if (run.total) {
        add("arrangement", "", "", "total", *run.total);
    }
    if (run.average) {
        add("arrangement", "", "", "average", *run.average);
    }
    return table;
}

// Renewals.

/// Numbers of the notes on each renewal, as they were added.
using NoteNumbers = std::vector<std::vector<int>>;

Table years_table(const HostingRun& run, const std::string& id, const NoteNumbers& notes) {
    const Shown home = home_of(run);
    Table table{.id = id,
                .title = run.host_name + ": after " + calc::to_text(*run.arrangement->end) + ", " +
                         inputs::count_words(run.to - run.first + 1) +
                         (run.to == run.first ? " year" : " years") + " under each renewal" + as_quoted(run),
                .caption = home.text() + ", " + prices(run),
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
        for (const auto& amount : renewal.home.amounts) {
            row.cells.push_back(home.cell(amount));
        }
        row.cells.push_back(home.cell(renewal.home.total));
        row.cells.push_back(home.cell(renewal.home.total_difference, true));
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
        .caption = home.text() + ", " + prices(run),
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
    for (const RenewalRun& renewal : run.renewals) {
        for (Year year = run.first; year <= run.to; ++year) {
            table.rows.push_back(
                {.cells = {renewal.text, year_label(run, year), home.cell(renewal.home.amounts[year]),
                           abroad.cell(renewal.abroad.amounts[year]), percent(renewal.share_of_gdp[year]),
                           renewal.share_of_defence ? percent((*renewal.share_of_defence)[year]) : Cell(),
                           renewal.per_member ? Cell((*renewal.per_member)[year].in(run.unit)) : Cell(),
                           home.cell(renewal.home.difference[year])}});
        }
    }
    return table;
}

Table totals_table(const HostingRun& run, const std::string& id, Audience audience) {
    const Shown home = home_of(run);
    const Shown abroad = abroad_of(run);
    const Shown heads = heads_of(run);
    const bool people = audience == Audience::people;
    Table table{.id = id,
                .title = run.host_name + ": totals, " + span(run, run.first, run.to),
                .caption = home.text() + ", " + prices(run),
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
    for (const RenewalRun& renewal : run.renewals) {
        Row row{.cells = {people ? renewal.words : renewal.text, home.cell(renewal.home.total)}};
        if (run.rate || !people) {
            row.cells.push_back(abroad.cell(renewal.abroad.total));
        }
        row.cells.push_back(home.cell(renewal.home.total_difference, true));
        row.cells.push_back(percent(renewal.mean_share_of_gdp));
        row.cells.push_back(percent(renewal.mean_share_of_defence));
        row.cells.push_back(heads.cell(renewal.mean_per_member));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The term as it stands in the totals that programs read.
Table present_totals(const HostingRun& run, const std::string& id) {
    const Shown home = home_of(run);
    const Shown abroad = abroad_of(run);
    Table table{.id = id,
                .title = run.host_name + ": total of the term",
                .caption = home.text() + ", " + prices(run),
                .columns = {{.key = "renewal", .label = "Renewal", .words = true},
                            {.key = "total", .label = "total", .unit = home.text()},
                            {.key = "total_usd", .label = "total abroad", .unit = abroad.text()},
                            {.key = "vs_flat", .label = "vs flat", .unit = home.text()}},
                .rows = {},
                .audience = Audience::programs};
    table.rows.push_back({.cells = {"present", home.cell(run.total),
                                    run.total ? abroad.cell(converted(*run.total, run)) : Cell(), Cell()}});
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
                .caption = "average of " + span(run, run.first, run.to) + ", rates in " + pair,
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
    const bool breaks = run.renewals.front().break_even.has_value();
    if (breaks) {
        table.columns.push_back({.key = "break_even", .label = "break-even", .unit = pair, .places = 2});
    }
    for (const RenewalRun& renewal : run.renewals) {
        Row row{.cells = {renewal.words, (renewal.fixed_abroad ? run.abroad : run.unit).currency.code()}};
        for (const inputs::RenewalAtRate& one : renewal.at_rates) {
            row.cells.push_back(home.cell(one.home));
            row.cells.push_back(abroad.cell(one.abroad));
        }
        if (breaks) {
            row.cells.emplace_back(*renewal.break_even);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

// Words.

std::vector<std::string> basis_words(const HostingRun& run) {
    const inputs::Arrangement& arrangement = *run.arrangement;
    std::vector<std::string> words;
    if (arrangement.start && arrangement.end) {
        std::string force =
            "In force " + calc::to_text(*arrangement.start) + " to " + calc::to_text(*arrangement.end);
        if (run.days_left) {
            force += *run.days_left >= 0
                         ? "; " + std::to_string(*run.days_left) + " days left on " + calc::to_text(run.as_of)
                         : "; ended " + std::to_string(-*run.days_left) + " days before " +
                               calc::to_text(run.as_of);
        }
        words.push_back(force);
    }
    if (!runs_with_the_calendar(run.calendar) && run.term_last) {
        words.push_back(year_label(run, *run.term_last) + " is " + months(*run.term_last, run.calendar));
    }
    if (!run.prices_words.empty()) {
        words.push_back(calc::upper_case(run.prices_words.substr(0, 1)) + run.prices_words.substr(1));
    }
    if (!run.budget_words.empty()) {
        words.push_back(calc::upper_case(run.budget_words.substr(0, 1)) + run.budget_words.substr(1));
    }
    if (!run.renewals.empty() && !run.members_words.empty()) {
        words.push_back("Per member: " + run.members_words);
    }
    return words;
}

/// The base that rules start from, and the other one.
std::string base_note(const HostingRun& run) {
    if (!run.average || !run.last || run.reading != nullptr) {
        return "";
    }
    const auto in = [&](const auto& amount) {
        return inputs::signed_words(amount.in(run.unit), run.unit.currency);
    };
    return "Rules start from the average of the ending term, " + in(*run.average) +
           " (base=average), or from its last year, " + in(*run.last) +
           (run.term.back().budget ? ", the budget of " + year_label(run, *run.term_last) : "") +
           " (base=last).";
}

std::string risk_note(const HostingRun& run) {
    if (run.renewals.empty() || run.renewals.front().at_rates.empty()) {
        return "";
    }
    const std::string home = run.unit.currency.code();
    const std::string abroad = run.abroad.currency.code();
    return "Fixed in " + home + ", a weaker " + home +
           " leaves the host's cost as it is and the guest receives fewer " + abroad +
           "; a stronger one gives the guest more. Fixed in " + abroad +
           ", the host bears the rate and the guest nothing of it.";
}

std::string reading_note(const HostingRun& run) {
    return "This runs \"" + run.reading->text + "\" as quoted. It is refuted: " + run.reading->refuted + ".";
}

void add_run(const HostingRun& run, bool several, Answer& answer) {
    if (run.renewals.empty()) {
        answer.tables.push_back(term_table(run, id_of("hns-items", run, several), answer.notes));
        answer.tables.push_back(items_table(run, id_of("hns-items", run, several)));
        answer.tables.push_back(present_totals(run, id_of("hns-totals", run, several)));
        if (!run.arrangement->note.empty()) {
            answer.notes.push_back(run.arrangement->title + ": " + run.arrangement->note + ".");
        }
        return;
    }
    NoteNumbers numbers;
    for (const RenewalRun& renewal : run.renewals) {
        numbers.emplace_back();
        if (renewal.note.empty()) {
            continue;
        }
        auto found = std::find(answer.notes.begin(), answer.notes.end(), renewal.note);
        if (found == answer.notes.end()) {
            answer.notes.push_back(renewal.note);
            found = answer.notes.end() - 1;
        }
        numbers.back() = {static_cast<int>(found - answer.notes.begin()) + 1};
    }
    answer.tables.push_back(years_table(run, id_of("hns", run, several), numbers));
    answer.tables.push_back(renewal_rows(run, id_of("hns", run, several)));
    answer.tables.push_back(totals_table(run, id_of("hns-totals", run, several), Audience::people));
    answer.tables.push_back(totals_table(run, id_of("hns-totals", run, several), Audience::programs));
    const RenewalRun& first = run.renewals.front();
    if (!first.at_rates.empty() || first.break_even) {
        answer.tables.push_back(risk_table(run, id_of("hns-risk", run, several)));
    }
    for (const std::string& note : {base_note(run), risk_note(run)}) {
        if (!note.empty()) {
            answer.notes.push_back((several ? run.host_name + ": " : "") + note);
        }
    }
    for (const RenewalRun& renewal : run.renewals) {
        if (!renewal.warning.empty()) {
            answer.warnings.push_back((several ? run.host_name + ": " : "") + renewal.warning);
        }
    }
}

}  // namespace

Table renewal_table(const HostingRun& run) { return years_table(run, "hns", {}); }

Answer hosting_answer(const std::vector<HostingRun>& runs, const inputs::Facts& facts) {
    calc::require(!runs.empty(), "an answer on hosting has an arrangement");
    Answer answer{.command = "hns", .tables = {}};
    const bool several = runs.size() > 1;
    std::vector<std::string> keys;
    std::vector<std::string> currencies;
    for (const HostingRun& run : runs) {
        if (run.reading != nullptr) {
            answer.notes.push_back(reading_note(run));
        }
    }
    for (const HostingRun& run : runs) {
        add_run(run, several, answer);
        keys.insert(keys.end(), run.sources.begin(), run.sources.end());
        currencies.push_back(run.unit.currency.code());
        const std::string whose = several ? run.host_name + ": " : "";
        for (const std::string& word : basis_words(run)) {
            answer.basis.words.push_back(whose + word);
        }
        const auto add = [&](std::string& part, const std::string& words) {
            if (!words.empty()) {
                part += (part.empty() ? "" : "; ") + whose + words;
            }
        };
        add(answer.basis.gdp, run.gdp_words);
        add(answer.basis.definition, run.renewals.empty() ? "" : run.defence_words);
        add(answer.basis.rate, run.rate ? run.rate->words + ", for every year" : "");
    }
    const bool renews =
        std::any_of(runs.begin(), runs.end(), [](const HostingRun& run) { return !run.renewals.empty(); });
    if (renews) {
        answer.notes.emplace_back(
            "These are rules put to known figures. No amount of a next arrangement is known here unless it "
            "is "
            "given.");
    }
    answer.basis.currency = joined(currencies);
    answer.basis.prices = prices(runs.front());
    answer.basis.as_of = to_text(runs.front().as_of);
    answer.sources = citations(facts, std::move(keys));
    if (!renews) {
        answer.see.push_back("burden hns " + runs.front().arrangement->key +
                             " --renewals lapse,flat,cpi:cap=5%,step:8.3%,x4");
    }
    return answer;
}

Answer arrangements_answer(const inputs::Facts& facts) {
    Answer answer{.command = "hns", .tables = {}};
    Table table{.id = "arrangements",
                .title = std::to_string(facts.arrangements.size()) + " arrangements",
                .columns = {{.key = "key", .label = "Key", .words = true},
                            {.key = "title", .label = "Title", .words = true},
                            {.key = "start", .label = "From", .words = true},
                            {.key = "end", .label = "To", .words = true},
                            {.key = "amount", .label = "Amount", .words = true}},
                .rows = {}};
    std::vector<std::string> keys;
    for (const inputs::Arrangement& one : facts.arrangements) {
        const auto date = [](const std::optional<calc::Date>& known) {
            return known ? calc::to_text(*known) : std::string();
        };
        std::string amount;
        if (!one.total_text.empty()) {
            amount = one.total_text + " " + one.unit.text + " in total";
        } else if (!one.years.empty()) {
            amount = one.years.back().text + " " + one.unit.text + " in " +
                     std::to_string(one.years.back().year.number);
        }
        table.rows.push_back({.cells = {one.key, one.title, date(one.start), date(one.end), amount}});
        keys.insert(keys.end(), one.sources.begin(), one.sources.end());
    }
    answer.tables.push_back(std::move(table));
    answer.basis.as_of = to_text(facts.as_of);
    answer.sources = citations(facts, std::move(keys));
    answer.see.emplace_back("burden hns jpn-sma-2022");
    return answer;
}

}  // namespace burden::brief
