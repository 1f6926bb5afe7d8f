#include "burden/brief/hosting_answer.hpp"

#include <algorithm>

#include "burden/brief/answer_charts.hpp"
#include "burden/brief/citations.hpp"
#include "burden/brief/hosting_tables.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/inputs/words.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::HostingRun;
using inputs::RenewalRun;

namespace {

std::string id_of(const std::string& id, const HostingRun& run, bool several) {
    return several ? id + "-" + run.arrangement->key : id;
}

std::vector<std::string> basis_words(const HostingRun& run) {
    const inputs::Arrangement& arrangement = *run.arrangement;
    std::vector<std::string> words;
    if (arrangement.start && arrangement.end) {
        std::string force =
            "In force " + calc::to_text(*arrangement.start) + " to " + calc::to_text(*arrangement.end);
        if (run.days_left) {
            force += *run.days_left >= 0
                         ? "; " + inputs::days_words(*run.days_left) + " left on " + calc::to_text(run.as_of)
                         : "; ended " + inputs::days_words(-*run.days_left) + " before " +
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

/// Of the rows that stand last.
void add_items_chart(const HostingRun& run, Answer& answer) {
    std::vector<std::pair<std::string, std::string>> titles;
    for (const inputs::PresentItem& item : run.items) {
        titles.emplace_back(item.key, item.title);
    }
    const std::string term = run.term_first && run.term_last
                                 ? span_words(run, *run.term_first, *run.term_last)
                                 : run.arrangement->title;
    if (auto chart = items_chart(answer.tables.back(), titles, term)) {
        answer.charts.push_back(std::move(*chart));
    }
}

void add_renewals_chart(const HostingRun& run, Answer& answer) {
    std::vector<std::pair<std::string, std::string>> words;
    for (const RenewalRun& renewal : run.renewals) {
        words.emplace_back(renewal.text, renewal.words);
    }
    const auto& end = run.arrangement->end;
    answer.charts.push_back(renewals_chart(
        answer.tables.back(), words, home_of(run).places,
        end ? run.arrangement->title + " expires " + calc::to_text(*end) + ", before the first year" : ""));
}

void add_run(const HostingRun& run, bool several, Answer& answer) {
    if (run.renewals.empty()) {
        answer.tables.push_back(term_table(run, id_of("hns-items", run, several), answer.notes));
        answer.tables.push_back(items_table(run, id_of("hns-items", run, several)));
        add_items_chart(run, answer);
        answer.tables.push_back(present_totals(run, id_of("hns-totals", run, several)));
        if (!run.arrangement->note.empty()) {
            answer.notes.push_back(run.arrangement->title + ": " + run.arrangement->note + ".");
        }
        return;
    }
    std::vector<std::vector<int>> numbers;
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
    add_renewals_chart(run, answer);
    answer.tables.push_back(totals_table(run, id_of("hns-totals", run, several), Audience::people));
    answer.tables.push_back(totals_table(run, id_of("hns-totals", run, several), Audience::programs));
    const RenewalRun& first = run.renewals.front();
    if (!first.at_rates.empty() || asks_break_even(run)) {
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
        std::string first_of_run = whose;
        for (const std::string& word : basis_words(run)) {
            answer.basis.words.push_back(first_of_run + word);
            first_of_run.clear();
        }
        const auto add = [&](std::string& part, const std::string& words) {
            if (!words.empty()) {
                part += (part.empty() ? "" : "; ") + whose + words;
            }
        };
        add(answer.basis.gdp, run.gdp_words);
        add(answer.basis.definition, run.renewals.empty() ? "" : run.defence_words);
        const bool converts = run.rate && (run.total || !run.renewals.empty());
        add(answer.basis.rate, converts ? run.rate->words + ", for every year" : "");
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
    const auto constant = runs.front().unit.prices.year();
    answer.basis.prices = constant ? "constant:" + std::to_string(*constant) : "current";
    answer.basis.as_of = to_text(runs.front().as_of);
    answer.sources = citations(facts, std::move(keys));
    const inputs::Arrangement& first = *runs.front().arrangement;
    if (!renews && first.renewable && first.end && runs.front().average) {
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