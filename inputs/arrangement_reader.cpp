#include <algorithm>
#include <tuple>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/facts_file_reader.hpp"
#include "burden/inputs/field_reader.hpp"
#include "burden/inputs/figure_reader.hpp"
#include "burden/inputs/renewal_question.hpp"
#include "burden/inputs/vocabulary_reader.hpp"

namespace burden::inputs {
namespace {

using calc::Date;
using calc::Decimal;

std::vector<std::string> arrangement_period_names() {
    return {std::string(to_text(PeriodBasis::per_fiscal_year)),
            std::string(to_text(PeriodBasis::per_calendar_year)),
            std::string(to_text(PeriodBasis::total_over_a_term))};
}

/// A period that the amounts of an arrangement may have.
std::optional<PeriodBasis> arrangement_period_of(std::string_view text) {
    const auto allowed = arrangement_period_names();
    return std::find(allowed.begin(), allowed.end(), text) == allowed.end() ? std::nullopt
                                                                            : period_basis_of(text);
}

/// Whether `a` comes before `b`, as far as both are known.
bool is_before(const Date& a, const Date& b) {
    if (a.year != b.year || a.month == 0 || b.month == 0) {
        return a.year < b.year;
    }
    if (a.month != b.month || a.day == 0 || b.day == 0) {
        return a.month < b.month;
    }
    return a.day < b.day;
}

/// A rule by which the years after a stated one follow it.
calc::Parsed<std::string> read_escalator(std::string_view text) {
    using Kind = AskedRenewal::Kind;
    const auto rules = read_renewals(text);
    if (!rules) {
        return rules.fault();
    }
    const Kind kind = rules->front().kind;
    const bool follows =
        kind == Kind::cpi || kind == Kind::budget || kind == Kind::step || kind == Kind::flat;
    if (rules->size() > 1 || !follows) {
        return calc::Fault{
            .message = rules->size() > 1
                           ? "an arrangement has one escalator, not " + std::to_string(rules->size())
                           : calc::quoted(text) + " does not follow the year before",
            .at = 0,
            .length = std::max<std::size_t>(1, text.size()),
            .allowed = {"cpi:cap=5%", "budget:lag=1", "step:8.3%", "flat"}};
    }
    return std::string(text);
}

/// How firm an amount is; fixed where nothing is said.
Firmness read_firmness(TableReader& table, std::string_view key) {
    const TomlNode* const node = table.find(key);
    const auto firmness = node == nullptr
                              ? std::nullopt
                              : word_of(*node, "firmness", firmness_of, firmness_names(), table.problems());
    return firmness.value_or(Firmness::fixed);
}

/// Reads one [[arrangement]].
class ArrangementReader {
public:
    ArrangementReader(const TomlNode& node, FileProblems& problems, Mentions& mentions)
        : table_(node, "the arrangement", problems), problems_(problems), mentions_(mentions) {}

    Arrangement read() {
        result_.file = problems_.name();
        result_.key = read_key(table_, Mention::Of::arrangement, mentions_);
        result_.title = table_.required_text("title");
        std::tie(result_.host, result_.guest) = read_parties(table_, mentions_);
        read_term();
        read_measure_of_amounts();
        read_amounts();
        read_links();
        result_.note = table_.text("note", longest_note);
        table_.required("source");
        result_.sources = read_cited_sources(table_, mentions_);
        read_items();
        read_quoted();
        table_.refuse_others();
        return std::move(result_);
    }

private:
    void read_term() {
        result_.signed_on = table_.date("signed");
        result_.start = table_.date("start");
        result_.end = table_.date("end");
        if (result_.start && result_.end && is_before(*result_.end, *result_.start)) {
            problems_.error(table_.find("end")->place,
                            "the arrangement ends on " + calc::to_text(*result_.end) +
                                ", before it starts on " + calc::to_text(*result_.start));
        }
        result_.renewable = table_.truth("renewable", true);
    }

    void read_measure_of_amounts() {
        const auto period = read_word(table_, "period", arrangement_period_of, arrangement_period_names());
        result_.period = period.value_or(PeriodBasis::per_fiscal_year);
        unit_ = read_unit(table_);
        if (unit_ && unit_->kind != FactUnit::Kind::money) {
            problems_.error(
                table_.find("unit")->place,
                "an arrangement is counted in money, and " + calc::quoted(unit_->text) + " is none",
                {.allowed = {in_words(FactUnit::Kind::money)}});
            unit_.reset();
        }
        result_.unit = unit_.value_or(FactUnit());
        result_.prices = read_prices(table_, unit_);
    }

    void read_amounts() {
        result_.total = read_total(table_, result_.total_text);
        result_.total_firmness = read_firmness(table_, "total_is");
        if (table_.find("total_is") != nullptr && table_.find("total") == nullptr) {
            problems_.error(table_.find("total_is")->place,
                            "'total_is' is said of a 'total', and there is none");
        }
        result_.years = read_values(table_, "the arrangement");
        const TomlNode* const escalator = table_.text_node("escalator");
        result_.escalator = table_.parsed(escalator, read_escalator).value_or("");
        if (!result_.escalator.empty() && table_.find("values") == nullptr) {
            problems_.error(escalator->place, "an escalator goes on from the last of the 'values'",
                            {.hint = "the arrangement has none"});
        }
    }

    /// Keys of a series and of the arrangement before.
    void read_links() {
        result_.budgets = table_.text("budgets");
        if (!result_.budgets.empty() && !result_.key.empty()) {
            mentions_.use({.of = Use::Of::budgets, .name = result_.key}, table_.find("budgets")->place);
        }
        result_.follows = table_.text("follows");
        if (result_.follows.empty()) {
            return;
        }
        const Place place = table_.find("follows")->place;
        mentions_.use({.of = Use::Of::arrangement, .name = result_.follows}, place);
        if (!result_.key.empty()) {
            mentions_.use({.of = Use::Of::followed, .name = result_.key}, place);
        }
    }

    /// The figure of a node in whole units; `what` names it.
    std::optional<Decimal> read_money(const TomlNode& node, const std::string& what) {
        const auto figure = read_figure(node, "'" + what + "'", {unit_, amount_of_an_arrangement}, problems_);
        return figure ? std::optional(*figure * result_.unit.scale) : std::nullopt;
    }

    std::optional<Decimal> read_total(TableReader& table, std::string& text) {
        const TomlNode* const node = table.find("total");
        if (node == nullptr) {
            return std::nullopt;
        }
        text = node->text;
        return read_money(*node, "total");
    }

    /// Amounts by year, in order; `what` they are of.
    std::vector<ArrangementYear> read_values(TableReader& table, const std::string& what) {
        std::vector<ArrangementYear> years;
        const TomlNode* const values = table.table("values");
        if (values == nullptr) {
            return years;
        }
        if (result_.period == PeriodBasis::total_over_a_term) {
            problems_.error(values->place, "amounts by year have a period of their own",
                            {.allowed = {"period = \"per fiscal year\"", "period = \"per calendar year\""}});
        }
        if (values->entries.empty() || values->entries.size() > most_values) {
            problems_.error(
                values->place,
                what + " has " +
                    (values->entries.empty() ? "no values"
                                             : std::to_string(values->entries.size()) + " values; at most " +
                                                   std::to_string(most_values) + " are read"));
            return years;
        }
        for (const TomlEntry& entry : values->entries) {
            const auto year = year_of_key(entry, problems_);
            const auto amount = read_money(entry.value, entry.key);
            if (!year || !amount) {
                continue;
            }
            years.push_back({.year = *year, .amount = *amount, .text = entry.value.text});
            if (!result_.key.empty()) {
                mentions_.use({.of = Use::Of::term_year, .name = result_.key, .year = *year}, entry.place);
            }
        }
        std::sort(years.begin(), years.end(),
                  [](const ArrangementYear& a, const ArrangementYear& b) { return a.year < b.year; });
        return years;
    }

    void read_items() {
        for (const TomlNode* const node : table_.tables("item", most_items, "arrangement")) {
            if (!problems_.full()) {
                read_item(*node);
            }
        }
        check_sum();
    }

    void read_item(const TomlNode& node) {
        TableReader table(node, "the item", problems_);
        ArrangementItem item;
        item.key = read_key(table);
        item.title = table.required_text("title");
        item.basis = read_word(table, "basis", legal_basis_of, legal_basis_names())
                         .value_or(LegalBasis::special_agreement);
        item.manner = read_word(table, "manner", manner_of, manner_names()).value_or(Manner::not_stated);
        item.firmness = read_firmness(table, "amount_is");
        item.years = read_values(table, "the item");
        item.total = read_total(table, item.total_text);
        item.residual = table.truth("residual", false);
        item.note = table.text("note", longest_note);
        item.sources = read_cited_sources(table, mentions_);
        if (table.find("source") == nullptr) {
            item.sources = result_.sources;
        }
        table.refuse_others();
        check_amount(table, item);
        check_residual(table, item);
        check_overlap(table, item);
        item_places_.push_back(node.place);
        result_.items.push_back(std::move(item));
    }

    void check_amount(TableReader& table, const ArrangementItem& item) {
        std::vector<std::string> given;
        for (const std::string key : {"values", "total", "residual"}) {
            if (table.find(key) != nullptr && (key != "residual" || item.residual)) {
                given.push_back(key);
            }
        }
        if (given.size() != 1) {
            problems_.error(given.empty() ? table.node().place : table.find(given.back())->place,
                            given.empty() ? "the item states no amount"
                                          : "the item states its amount by '" + given[0] + "' and by '" +
                                                given.back() + "'",
                            {.allowed = {"one of values, total, residual = true"}});
        }
    }

    void check_residual(TableReader& table, const ArrangementItem& item) {
        if (!item.residual) {
            return;
        }
        const Place place = table.find("residual")->place;
        if (table_.find("total") == nullptr) {
            problems_.error(place,
                            "a residual is what all other items leave of the total, and the "
                            "arrangement has no 'total'");
        }
        for (std::size_t i = 0; i < result_.items.size(); ++i) {
            if (result_.items[i].residual) {
                problems_.error(place, "two items are the residual",
                                {.hint = "the first begins on line " + std::to_string(item_places_[i].line)});
                return;
            }
        }
    }

    /// An item may stand twice for years that differ.
    void check_overlap(TableReader& table, const ArrangementItem& item) {
        for (std::size_t i = 0; i < result_.items.size(); ++i) {
            const ArrangementItem& other = result_.items[i];
            if (item.key.empty() || other.key != item.key) {
                continue;
            }
            const auto shared = std::find_if(item.years.begin(), item.years.end(), [&](const auto& one) {
                return std::any_of(other.years.begin(), other.years.end(),
                                   [&](const auto& known) { return known.year == one.year; });
            });
            const bool by_year = !item.years.empty() && !other.years.empty();
            if (!by_year || shared != item.years.end()) {
                problems_.error(table.find("key")->place,
                                "the item '" + item.key + "' stands twice" +
                                    (by_year ? " for " + std::to_string(shared->year.number)
                                             : ", and not by years that differ"),
                                {.hint = "the other begins on line " + std::to_string(item_places_[i].line)});
                return;
            }
        }
    }

    /// The items that are known by themselves come to the total at most.
    void check_sum() {
        if (!result_.total) {
            return;
        }
        Decimal sum = 0;
        for (const ArrangementItem& item : result_.items) {
            sum += item.total.value_or(0);
            for (const ArrangementYear& one : item.years) {
                sum += one.amount;
            }
        }
        if (sum > *result_.total) {
            problems_.error(table_.find("total")->place,
                            "the items come to " +
                                (sum / result_.unit.scale).to_significant(Decimal::digits) + " " +
                                result_.unit.text + ", more than the total of " + result_.total_text);
        }
    }

    void read_quoted() {
        Keys keys;
        for (const TomlNode* const node : table_.tables("quoted", most_readings, "arrangement")) {
            TableReader table(*node, "the quoted figure", problems_);
            QuotedReading reading;
            reading.key = read_key(table);
            keys.add(reading.key, *node, problems_);
            reading.text = table.required_text("text");
            if (!reading.text.empty()) {
                reading.amount = table.parsed(table.find("text"), calc::read_amount).value_or(reading.amount);
            }
            reading.refuted = table.required_text("refuted", longest_note);
            table.required("source");
            reading.sources = read_cited_sources(table, mentions_);
            table.refuse_others();
            result_.quoted.push_back(std::move(reading));
        }
    }

    TableReader table_;
    FileProblems& problems_;
    Mentions& mentions_;
    Arrangement result_;
    std::optional<FactUnit> unit_;
    std::vector<Place> item_places_;
};

}  // namespace

std::vector<Arrangement> read_arrangements(TableReader& root, FileProblems& problems, Mentions& mentions) {
    std::vector<Arrangement> result;
    Keys keys;
    for (const TomlNode* const node : root.tables("arrangement", most_of_hosting)) {
        if (!problems.full()) {
            result.push_back(ArrangementReader(*node, problems, mentions).read());
            keys.add(result.back().key, *node, problems);
        }
    }
    return result;
}

}  // namespace burden::inputs
