#include "burden/gui/view/view.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "burden/brief/compared_paths.hpp"
#include "burden/brief/derivation.hpp"
#include "burden/brief/difference_answer.hpp"
#include "burden/brief/scenario_answer.hpp"
#include "burden/brief/scenario_renewals_answer.hpp"
#include "burden/brief/shared.hpp"
#include "burden/calc/letter_case.hpp"
#include "burden/gui/view/scenario_text.hpp"
#include "burden/inputs/scenario_difference.hpp"
#include "burden/inputs/scenario_renewals.hpp"

namespace burden::gui {
namespace {

using inputs::Diagnostic;
using models::Metric;

/// How deep a derivation goes, and in how many steps: as `burden explain` does without being told.
constexpr calc::Extent usual_extent{.depth = 2, .steps = 5000};

/// A scenario that was run, with what the run points into.
struct Running {
    inputs::Scenario scenario;
    inputs::ScenarioRun run = {};
};

void gather(std::vector<Diagnostic>& into, const std::vector<Diagnostic>& from) {
    into.insert(into.end(), from.begin(), from.end());
}

/// The country that is looked at: the one asked for where it takes part, else the first that is shown.
std::string country_of(const ViewQuestion& question, const inputs::ScenarioPlan& plan) {
    std::string first;
    for (const std::size_t shown : plan.shown) {
        const std::string& code = plan.plan.countries[shown].code;
        if (code == question.country) {
            return code;
        }
        first = first.empty() ? code : first;
    }
    return first;
}

/// Leaves of a run's answer the tables and charts of one country; notes and sources stay as they are.
void keep_country(brief::Answer& answer, const std::string& country) {
    const std::string code = calc::lower_case(country);
    const auto of_another = [&](const std::string& id) {
        return !id.starts_with("run-" + code) && !id.starts_with("run-totals-" + code);
    };
    std::erase_if(answer.charts,
                  [&](const brief::Chart& chart) { return !chart.id.starts_with("run-" + code + "-"); });
    std::erase_if(answer.tables, [&](const brief::Table& table) { return of_another(table.id); });
}

const brief::Table* table_of(const brief::Answer& answer, std::string_view id, brief::Audience audience) {
    const auto found =
        std::find_if(answer.tables.begin(), answer.tables.end(),
                     [&](const brief::Table& table) { return table.id == id && table.audience == audience; });
    return found == answer.tables.end() ? nullptr : &*found;
}

/// The year due and the last figures of each scenario, a row each: what a comparison is read for.
class Comparison {
public:
    void add(const std::string& name, const brief::Answer& answer, const std::string& country,
             std::size_t number) {
        const std::string code = calc::lower_case(country);
        const brief::Table* const years = table_of(answer, "run-" + code, brief::Audience::programs);
        const brief::Table* const sums = table_of(answer, "run-totals-" + code, brief::Audience::programs);
        if (years == nullptr || sums == nullptr || years->rows.empty()) {
            return;
        }
        brief::Row row{.cells = {name}};
        const auto take = [&](const brief::Table& from, const brief::Row& cells, std::string_view key,
                              const std::string& label) {
            for (std::size_t at = 0; at < from.columns.size(); ++at) {
                if (from.columns[at].key != key) {
                    continue;
                }
                brief::Cell cell = cells.cells[at];
                if (auto* const figure = std::get_if<brief::Figure>(&cell.content)) {
                    for (brief::FigureTerm& term : figure->terms) {
                        term.run = number;
                    }
                }
                row.cells.push_back(std::move(cell));
                if (number == 0) {
                    brief::Column column = from.columns[at];
                    column.label = label;
                    column.key += std::to_string(columns_.size());
                    columns_.push_back(std::move(column));
                }
            }
        };
        const brief::Row& last = years->rows.back();
        const std::string year = std::get<std::string>(last.cells.front().content);
        take(*years, last, "share", "share " + year);
        take(*years, last, "spending", "spending " + year);
        take(*years, last, "extra", "extra " + year);
        take(*sums, sums->rows.front(), "spending", "spending, sum");
        take(*sums, sums->rows.front(), "extra", "extra, sum");
        if (number == 0) {
            caption_ = years->caption;
            title_ = "sums " + sums->title.substr(sums->title.find("from"));
        }
        rows_.push_back(std::move(row));
    }

    brief::Table table() const {
        brief::Table table{.id = "compared",
                           .title = "Scenarios side by side; " + title_,
                           .caption = caption_,
                           .columns = {{.key = "scenario", .label = "Scenario", .words = true}},
                           .rows = rows_};
        table.columns.insert(table.columns.end(), columns_.begin(), columns_.end());
        return table;
    }

private:
    std::string title_;
    std::string caption_;
    std::vector<brief::Column> columns_;
    std::vector<brief::Row> rows_;
};

/// The rules of the chart of renewals: the document's own first, each once.
std::vector<inputs::AskedRenewal> rules_of(const ViewQuestion& question, const inputs::Scenario& scenario,
                                           const std::string& country, std::vector<Diagnostic>& problems) {
    std::vector<inputs::AskedRenewal> rules;
    const auto add = [&](const inputs::AskedRenewal& rule) {
        if (std::none_of(rules.begin(), rules.end(),
                         [&](const inputs::AskedRenewal& other) { return other.text == rule.text; })) {
            rules.push_back(rule);
        }
    };
    if (const inputs::Setting* const own = scenario.last("hosting.renewal", country)) {
        add(std::get<inputs::AskedRenewal>(own->value));
    }
    for (const std::string& text : question.renewals) {
        const auto asked = inputs::read_renewals(text);
        if (!asked) {
            problems.push_back(inputs::argument_diagnostic("renewals", text, asked.fault()));
            continue;
        }
        for (const inputs::AskedRenewal& rule : *asked) {
            add(rule);
        }
    }
    return rules;
}

std::vector<CountryName> names_of(const inputs::Facts& facts, const inputs::ScenarioPlan* plan) {
    std::vector<CountryName> names;
    for (const inputs::Country& country : facts.countries) {
        CountryName name{.code = country.code, .name = country.name};
        if (plan != nullptr) {
            name.shown = std::any_of(plan->shown.begin(), plan->shown.end(), [&](std::size_t at) {
                return plan->plan.countries[at].code == country.code;
            });
        }
        names.push_back(std::move(name));
    }
    return names;
}

/// Marks each problem at the control whose key it points at.
void place_problems(View& view, const inputs::Scenario& scenario) {
    for (const Diagnostic& problem : view.problems) {
        for (const inputs::Setting& setting : scenario.files.back().settings) {
            if (setting.place.file != problem.file || setting.place.line != problem.line) {
                continue;
            }
            for (Control& control : view.controls) {
                if (control.key == setting.key) {
                    control.problem = problem.message;
                }
            }
        }
    }
}

/// Whether a file sets anything else than it did, under the same title.
bool is_edited(const inputs::ScenarioFile& now, const inputs::ScenarioFile& before) {
    const auto same = [](const inputs::Setting& a, const inputs::Setting& b) {
        return a.key == b.key && a.text == b.text;
    };
    return now.title == before.title &&
           !(now.extends == before.extends &&
             std::is_permutation(now.settings.begin(), now.settings.end(), before.settings.begin(),
                                 before.settings.end(), same));
}

class Viewer {
public:
    Viewer(const inputs::Facts& facts, const ViewQuestion& question, const inputs::FileOpener& open,
           const std::stop_token& stop, PinnedAnswers* known)
        : facts_(facts), question_(question), open_(open), stop_(stop), known_(known) {}

    View view() {
        if (!run_document() || !run_pinned() || !renew() || stop_.stop_requested()) {
            // Half an answer would be taken for a whole one.
            view_.run = {};
            view_.renewals = {};
            view_.compared = {};
        }
        return std::move(view_);
    }

private:
    bool run_document() {
        const auto scenario = composed(question_.document, open_);
        gather(view_.problems, scenario.diagnostics());
        if (!scenario) {
            view_.countries = names_of(facts_, nullptr);
            return false;
        }
        document_.scenario = *scenario;
        inputs::ScenarioFile& file = document_.scenario.files.back();
        const auto saved = inputs::read_scenario_file(question_.saved, file.name);
        const inputs::ScenarioFile before = saved ? *saved : file;
        if (is_edited(file, before)) {
            // Its title may say otherwise by now.
            file.title += file.title.empty() ? "" : ", edited";
        }
        const auto run = inputs::scenario_run(facts_, document_.scenario);
        if (!run) {
            gather(view_.problems, run.diagnostics());
            view_.country = question_.country.empty() ? "JPN" : question_.country;
            view_.countries = names_of(facts_, nullptr);
            view_.controls = controls_of(facts_, document_.scenario, before, nullptr, view_.country);
            place_problems(view_, document_.scenario);
            return false;
        }
        gather(view_.warnings, run.diagnostics());
        document_.run = *run;
        view_.country = country_of(question_, run->plan);
        view_.countries = names_of(facts_, &run->plan);
        view_.controls = controls_of(facts_, document_.scenario, before, &document_.run, view_.country);
        view_.run = brief::scenario_answer(document_.run, facts_);
        comparison_.add(question_.document.name, view_.run, view_.country, 0);
        keep_country(view_.run, view_.country);
        name_chart(view_.run);
        return true;
    }

    /// The chart says what is aimed at, which a title that somebody wrote need not; its line bears the
    /// document's name, as those beside it bear theirs.
    void name_chart(brief::Answer& answer) const {
        for (brief::Chart& chart : answer.charts) {
            for (const inputs::PlannedCountry& planned : document_.run.plan.countries) {
                if (planned.country->code == view_.country) {
                    chart.title = planned.country->name + ": " + planned.target_words;
                }
            }
            for (brief::ChartSeries& series : chart.series) {
                if (series.mark == brief::ChartMark::line) {
                    series.label = question_.document.name;
                }
            }
        }
    }

    /// The answer of a scenario that is pinned; none where something is wrong with it.
    std::optional<brief::Answer> answer_of(const ScenarioText& text) {
        if (const brief::Answer* const known = known_ == nullptr ? nullptr : known_->find(text)) {
            return *known;
        }
        const auto scenario = composed(text, open_);
        if (!scenario) {
            gather(view_.problems, scenario.diagnostics());
            return std::nullopt;
        }
        const auto run = inputs::scenario_run(facts_, *scenario);
        if (!run) {
            gather(view_.problems, run.diagnostics());
            return std::nullopt;
        }
        brief::Answer answer = brief::scenario_answer(*run, facts_);
        const auto& files = scenario->files;
        const bool lasting = std::all_of(files.begin(), files.end() - 1,
                                         [](const inputs::ScenarioFile& file) { return file.ready_made; });
        if (known_ != nullptr && lasting) {
            known_->keep(text, answer);
        }
        return answer;
    }

    bool run_pinned() {
        brief::Answer alone = view_.run;
        for (std::size_t at = 0; at < question_.pinned.size(); ++at) {
            const ScenarioText& text = question_.pinned[at];
            auto found = answer_of(text);
            if (!found) {
                return false;
            }
            brief::Answer answer = std::move(*found);
            comparison_.add(text.name, answer, view_.country, at + 1);
            keep_country(answer, view_.country);
            if (!brief::add_paths(alone, answer, text.name)) {
                view_.warnings.push_back(
                    {.severity = inputs::Severity::warning,
                     .file = text.name,
                     .message =
                         "is not drawn: its country, years, currency or prices are not the document's"});
            }
            if (stop_.stop_requested()) {
                return false;
            }
        }
        if (!question_.pinned.empty()) {
            view_.run.charts = alone.charts;
            brief::title_for_several(view_.run, question_.pinned.size() + 1);
            view_.compared = alone;
            view_.compared.command = "compared";
            view_.compared.charts = view_.run.charts;
            view_.compared.tables = {comparison_.table()};
        }
        return true;
    }

    bool renew() {
        const auto rules = rules_of(question_, document_.scenario, view_.country, view_.problems);
        const auto renewals = inputs::scenario_renewals(facts_, document_.scenario, view_.country, rules);
        gather(view_.problems, renewals ? std::vector<Diagnostic>() : renewals.diagnostics());
        if (renewals && !renewals->renewals.empty()) {
            view_.hosting = renewals->arrangement->title;
            view_.renewals = brief::scenario_renewals_answer(*renewals, facts_);
        }
        return true;
    }

    const inputs::Facts& facts_;
    const ViewQuestion& question_;
    const inputs::FileOpener& open_;
    const std::stop_token& stop_;
    PinnedAnswers* known_;
    View view_;
    Running document_;
    Comparison comparison_;
};

/// The scenario that a figure is of, with its settings over it.
inputs::Reading<inputs::Scenario> scenario_of(const ViewQuestion& question, const FigureSource& figure,
                                              const inputs::FileOpener& open) {
    calc::require(figure.scenario <= question.pinned.size(), "a figure is of a scenario of the view");
    const auto scenario =
        composed(figure.scenario == 0 ? question.document : question.pinned[figure.scenario - 1], open);
    return scenario && !figure.set.empty() ? inputs::with_settings(*scenario, figure.set) : scenario;
}

}  // namespace

const brief::Answer* PinnedAnswers::find(const ScenarioText& scenario) const {
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [&](const auto& one) { return one.first == scenario; });
    return found == kept_.end() ? nullptr : &found->second;
}

void PinnedAnswers::keep(ScenarioText scenario, brief::Answer answer) {
    if (kept_.size() == most_compared) {
        kept_.erase(kept_.begin());
    }
    kept_.emplace_back(std::move(scenario), std::move(answer));
}

View view_of(const inputs::Facts& facts, const ViewQuestion& question, const inputs::FileOpener& open,
             const std::stop_token& stop, PinnedAnswers* known) {
    return Viewer(facts, question, open, stop, known).view();
}

std::optional<FigureSource> source_of_point(const View& view, const ViewQuestion& question,
                                            std::string_view chart_id, std::string_view series_key,
                                            std::size_t place) {
    const std::string code = calc::lower_case(view.country);
    for (const brief::Answer* const answer : {&view.run, &view.renewals}) {
        for (const brief::Chart& chart : answer->charts) {
            if (chart.id != chart_id || place >= chart.places.size()) {
                continue;
            }
            const std::string year = "[" + chart.places[place] + "]";
            if (chart.kind == brief::ChartKind::renewals) {
                return FigureSource{
                    .set = {inputs::renewal_key(view.country) + "=" + std::string(series_key)},
                    .cell = code + ".hosting" + year};
            }
            if (series_key == "baseline") {
                // What holding the share comes to is spending less the extra: the extra says how.
                return FigureSource{.cell = code + ".extra" + year};
            }
            FigureSource source{.cell = code + ".spending" + year};
            for (std::size_t at = 0; at < question.pinned.size(); ++at) {
                if (question.pinned[at].name == series_key) {
                    source.scenario = at + 1;
                }
            }
            return source;
        }
    }
    return std::nullopt;
}

std::optional<FigureSource> source_of_cell(const View& view, const brief::Table& table, std::size_t row,
                                           std::size_t column) {
    const auto* const figure = row < table.rows.size() && column < table.rows[row].cells.size()
                                   ? std::get_if<brief::Figure>(&table.rows[row].cells[column].content)
                                   : nullptr;
    if (figure == nullptr || figure->terms.empty()) {
        return std::nullopt;
    }
    const brief::FigureTerm& first = figure->terms.front();
    FigureSource source{.cell = first.cell};
    if (figure->terms.size() > 1) {
        // A sum over years is one cell of its own.
        const std::size_t open = first.cell.find('[');
        const std::string& last = figure->terms.back().cell;
        if (last.substr(0, open) != first.cell.substr(0, open)) {
            return std::nullopt;
        }
        source.cell = first.cell.substr(0, first.cell.size() - 1) + ".." + last.substr(open + 1);
    }
    if (table.id.starts_with("renewals-")) {
        const auto rows =
            std::find_if(view.renewals.tables.begin(), view.renewals.tables.end(),
                         [](const brief::Table& one) { return one.audience == brief::Audience::programs; });
        const std::size_t years = rows->rows.size() / table.rows.size();
        source.set = {inputs::renewal_key(view.country) + "=" +
                      std::get<std::string>(rows->rows[row * years].cells.front().content)};
    } else {
        source.scenario = first.run;
    }
    return source;
}

inputs::Reading<std::string> derivation_of(const inputs::Facts& facts, const ViewQuestion& question,
                                           const FigureSource& figure, const inputs::FileOpener& open,
                                           int width) {
    const auto cell = inputs::ScenarioCell::read(figure.cell);
    if (!cell) {
        return inputs::argument_diagnostic("cell", figure.cell, cell.fault());
    }
    const auto scenario = scenario_of(question, figure, open);
    if (!scenario) {
        return scenario.diagnostics();
    }
    const auto plan = inputs::plan_of(facts, *scenario);
    if (!plan) {
        return plan.diagnostics();
    }
    const auto derivation = inputs::cell_derivation(*scenario, *plan, *cell, usual_extent);
    if (!derivation) {
        return derivation.diagnostics();
    }
    return brief::derivation_text(*derivation, width);
}

inputs::Reading<brief::Answer> difference_of(const inputs::Facts& facts, const ScenarioText& before,
                                             const ScenarioText& after, models::Metric metric,
                                             const inputs::FileOpener& open) {
    const auto first = composed(before, open);
    if (!first) {
        return first.diagnostics();
    }
    const auto second = composed(after, open);
    if (!second) {
        return second.diagnostics();
    }
    const auto difference = inputs::scenario_difference({&*first, &facts}, {&*second, &facts},
                                                        {.metric = metric, .split = true, .order = {}});
    if (!difference) {
        return difference.diagnostics();
    }
    return brief::difference_answer(*difference);
}

}  // namespace burden::gui
