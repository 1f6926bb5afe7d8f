#include "burden/brief/tornado_answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "burden/brief/answer_charts.hpp"
#include "burden/brief/cell_column.hpp"
#include "burden/brief/citations.hpp"

namespace burden::brief {

using calc::Decimal;
using inputs::Swing;
using inputs::Tornado;

namespace {

/// Characters on each side of the base value.
constexpr int half_bar = 12;

/// A bar of `length` half characters from the middle to the left or to the right.
std::string half(int length, bool left) {
    std::string full;
    for (int at = 0; at < length / 2; ++at) {
        full += "█";
    }
    const std::string end = length % 2 == 0 ? "" : left ? "▐" : "▌";
    const int blank = half_bar - (length + 1) / 2;
    // No-break spaces: a cell keeps them.
    std::string space;
    for (int at = 0; at < blank; ++at) {
        space += "\u00A0";
    }
    return left ? space + end + full : full + end;
}

/// What lies below the base value to the left of a line, and what lies above it to the right.
std::string bar(const Swing& swing, const Decimal& base, const Decimal& widest) {
    Decimal below = 0;
    Decimal above = 0;
    for (const auto& end : {swing.low, swing.high}) {
        if (end) {
            below = greatest(below, base - *end);
            above = greatest(above, *end - base);
        }
    }
    const auto length = [&](const Decimal& part) {
        const auto share = calc::as<double>(part / widest);
        return std::min(2 * half_bar, static_cast<int>(std::lround(share * 2 * half_bar)));
    };
    return half(length(below), true) + "│" + half(length(above), false);
}

/// The furthest that any end lies from the base value.
Decimal furthest(const Tornado& tornado) {
    Decimal most = 0;
    for (const Swing& swing : tornado.swings) {
        for (const auto& end : {swing.low, swing.high}) {
            if (end) {
                most = greatest(most, greatest(*end - tornado.base, tornado.base - *end));
            }
        }
    }
    return most;
}

/// The runs behind a tornado: the scenario as it is, then both ends of each range.
constexpr std::size_t base_run = 0;
std::size_t run_of(std::size_t swing, bool high) { return 1 + 2 * swing + (high ? 1 : 0); }

/// What the width of a swing is made of: the largest of both ends and the base less the smallest.
std::vector<FigureTerm> width_terms(const Tornado& tornado, const ShownIn& shown, std::size_t at) {
    const Swing& swing = tornado.swings[at];
    std::pair<Decimal, std::size_t> least{tornado.base, base_run};
    std::pair<Decimal, std::size_t> most = least;
    for (const bool high : {false, true}) {
        const auto& end = high ? swing.high : swing.low;
        if (end && *end < least.first) {
            least = {*end, run_of(at, high)};
        }
        if (end && most.first < *end) {
            most = {*end, run_of(at, high)};
        }
    }
    auto terms = terms_of(tornado.cell, *tornado.plan, shown, most.second);
    for (FigureTerm& term : terms_of(tornado.cell, *tornado.plan, shown, least.second)) {
        term.factor = -term.factor;
        terms.push_back(std::move(term));
    }
    return terms;
}

Table table_of(const Tornado& tornado, const ShownIn& shown, Audience audience) {
    const bool people = audience == Audience::people;
    Table table{.id = "tornado",
                .title = tornado.asked.text + " is " + shown.words(tornado.base) + ": what moves it",
                .caption = caption_of(shown),
                .columns = {{.key = "key", .label = "Assumption", .words = true},
                            {.key = "range", .label = "Range", .words = true}},
                .rows = {},
                .audience = audience};
    for (const auto& [key, label] : {std::pair("low", "at its low"), std::pair("high", "at its high")}) {
        table.columns.push_back({.key = key, .label = label, .unit = shown.unit, .places = shown.places});
    }
    table.columns.push_back({.key = "width", .label = "width", .unit = shown.unit, .places = shown.places});
    if (people) {
        table.columns.push_back({.key = "bar", .label = "below │ above", .words = true});
    } else {
        table.columns.push_back({.key = "base", .label = "base", .unit = shown.unit, .places = shown.places});
    }
    const Decimal most = furthest(tornado);
    const auto terms_in = [&](std::size_t run) { return terms_of(tornado.cell, *tornado.plan, shown, run); };
    for (std::size_t at = 0; at < tornado.swings.size(); ++at) {
        const Swing& swing = tornado.swings[at];
        Row row{.cells = {to_text(swing.range.key), swing.words,
                          shown.cell(swing.low, terms_in(run_of(at, false))),
                          shown.cell(swing.high, terms_in(run_of(at, true))),
                          shown.cell(swing.width(tornado.base), width_terms(tornado, shown, at))}};
        row.cells.push_back(people ? Cell(bar(swing, tornado.base, most))
                                   : shown.cell(tornado.base, terms_in(base_run)));
        table.rows.push_back(std::move(row));
    }
    for (const Swing& swing : tornado.idle) {
        if (!people) {
            table.rows.push_back(
                {.cells = {to_text(swing.range.key), swing.words, shown.cell(swing.low),
                           shown.cell(swing.high), shown.cell(Decimal(0)), shown.cell(tornado.base)}});
        }
    }
    return table;
}

}  // namespace

Answer tornado_answer(const Tornado& tornado, const inputs::Facts& facts) {
    Answer answer{.command = "tornado", .tables = {}};
    Decimal largest = greatest(tornado.base, -tornado.base);
    for (const Swing& swing : tornado.swings) {
        for (const auto& end : {swing.low, swing.high}) {
            largest = end ? greatest(largest, greatest(*end, -*end)) : largest;
        }
    }
    const ShownIn shown = shown_cell(tornado.cell, *tornado.plan, largest);
    answer.tables.push_back(table_of(tornado, shown, Audience::people));
    answer.tables.push_back(table_of(tornado, shown, Audience::programs));
    answer.charts.push_back(tornado_chart(answer.tables.back(), shown.places, tornado.asked.text));
    add_ground(answer, *tornado.plan, {tornado.cell}, facts);
    answer.basis.words = {"Scenario " + tornado.scenario->name +
                          ", one assumption moved at a time to both ends of its range, in exact decimals."};
    const auto usual = [](const Swing& swing) { return swing.range.is_usual(); };
    if (std::any_of(tornado.swings.begin(), tornado.swings.end(), usual) ||
        std::any_of(tornado.idle.begin(), tornado.idle.end(), usual)) {
        answer.notes.emplace_back(
            "Ranges are round figures that serve to compare, no forecast of what may happen; --range "
            "KEY=LOW:HIGH, or [ranges] in a scenario, states another one.");
    }
    std::vector<std::string> idle;
    for (const Swing& swing : tornado.idle) {
        idle.push_back(to_text(swing.range.key) + " (" + swing.words + ")");
    }
    if (!idle.empty()) {
        answer.notes.push_back("No effect here: " + joined(idle) + ".");
    }
    for (const std::string& reason : tornado.left_out) {
        answer.notes.push_back("Left out: " + reason + ".");
    }
    return answer;
}

}  // namespace burden::brief
