#include <algorithm>

#include "burden/calc/quoted.hpp"
#include "burden/inputs/claim_figure.hpp"
#include "burden/inputs/facts_file_reader.hpp"
#include "burden/inputs/field_reader.hpp"
#include "burden/inputs/vocabulary_reader.hpp"

namespace burden::inputs {
namespace {

using calc::Decimal;
using FigureKind = ClaimFigure::Kind;

/// How a figure may be held against a fact.
std::vector<std::string> comparisons_of(FigureKind kind) {
    switch (kind) {
        case FigureKind::share:
        case FigureKind::amount:
        case FigureKind::count:
            return {"equal", "below", "above"};
        case FigureKind::multiple:
            return {"multiple"};
        case FigureKind::rank:
            return {"rank"};
        case FigureKind::year:
            break;
    }
    return {"year"};
}

/// What a fact has to be counted in to be held against a figure.
std::optional<FactUnit::Kind> fact_kind_of(const std::optional<ClaimFigure>& figure) {
    if (!figure) {
        return std::nullopt;
    }
    switch (figure->kind) {
        case FigureKind::share:
            return FactUnit::Kind::percent;
        case FigureKind::amount:
            return FactUnit::Kind::money;
        case FigureKind::count:
            return FactUnit::read(figure->unit)->kind;
        case FigureKind::multiple:
        case FigureKind::rank:
        case FigureKind::year:
            break;
    }
    return std::nullopt;
}

/// Reads one [[claim]].
class ClaimReader {
public:
    ClaimReader(const TomlNode& node, FileProblems& problems, Mentions& mentions)
        : table_(node, "the claim", problems), problems_(problems), mentions_(mentions) {}

    Claim read() {
        result_.file = problems_.name();
        result_.key = read_key(table_, Mention::Of::claim, mentions_);
        result_.text = table_.required_text("text", longest_note);
        result_.figure = table_.required_text("figure");
        if (!result_.figure.empty()) {
            figure_ = table_.parsed(table_.find("figure"), read_claim_figure);
        }
        read_comparison();
        if (table_.required("said") != nullptr) {
            result_.said = table_.date("said").value_or(calc::Date{});
        }
        read_tolerance();
        result_.note = table_.text("note", longest_note);
        table_.required("source");
        result_.sources = read_cited_sources(table_, mentions_);
        read_arrangement();
        read_readings();
        table_.refuse_others();
        return std::move(result_);
    }

private:
    void read_comparison() {
        const TomlNode* const node = table_.find("compare");
        const auto comparison =
            node == nullptr ? std::nullopt
                            : word_of(*node, "comparison", comparison_of, comparison_names(), problems_);
        result_.comparison = comparison.value_or(ClaimComparison::equal);
        if (!figure_ || (node != nullptr && !comparison)) {
            return;
        }
        comparison_known_ = true;
        const std::string word(to_text(result_.comparison));
        Help help = one_of(comparisons_of(figure_->kind), word);
        if (std::find(help.allowed.begin(), help.allowed.end(), word) == help.allowed.end()) {
            const std::string figure =
                std::string(in_words(figure_->kind)) + ", " + calc::quoted(result_.figure);
            problems_.error(node == nullptr ? table_.find("figure")->place : node->place,
                            node == nullptr ? figure + ", needs a comparison: 'compare'"
                                            : "'" + word + "' does not suit " + figure,
                            std::move(help));
        }
    }

    void read_tolerance() {
        const TomlNode* const node = table_.text_node("tolerance");
        result_.tolerance = table_.parsed(node, calc::read_share);
        if (!result_.tolerance) {
            return;
        }
        if (*result_.tolerance < Decimal(0) || *result_.tolerance > Decimal(1)) {
            problems_.error(node->place,
                            "the tolerance " + calc::quoted(node->text) + " is not between 0 and 100 %");
        }
        const bool suits =
            result_.comparison == ClaimComparison::equal || result_.comparison == ClaimComparison::multiple;
        if (!suits && comparison_known_) {
            problems_.error(node->place, "a tolerance stands with 'equal' and 'multiple', not with '" +
                                             std::string(to_text(result_.comparison)) + "'");
        }
    }

    void read_arrangement() {
        result_.of = table_.text("of");
        if (result_.of.empty()) {
            return;
        }
        const TomlNode& node = *table_.find("of");
        mentions_.use({.of = Use::Of::arrangement, .name = result_.of}, node.place);
        if (figure_ && figure_->kind != FigureKind::amount) {
            problems_.error(node.place, "'of' an arrangement is said of an amount, not of " +
                                            std::string(in_words(figure_->kind)));
        }
    }

    void read_readings() {
        const auto tables = table_.tables("reading", most_readings, "claim");
        const TomlNode* const all = table_.find("reading");
        if (!result_.of.empty() && all != nullptr) {
            problems_.error(
                table_.find("of")->place,
                "an amount of an arrangement is read every way there is, without [[claim.reading]]");
        }
        if (table_.find("of") == nullptr && all == nullptr) {
            problems_.error(table_.node().place, "the claim has no [[claim.reading]]",
                            {.hint = "of = \"jpn-sma-2022\"  reads an amount of an arrangement"});
        }
        for (const TomlNode* const node : tables) {
            read_reading(*node);
        }
    }

    void read_reading(const TomlNode& node) {
        TableReader table(node, "the reading", problems_);
        ClaimReading reading;
        reading.words = table.required_text("words");
        reading.fact = read_reference(table, "fact", mentions_, fact_kind_of(figure_));
        reading.over = read_reference(table, "over", mentions_, std::nullopt,
                                      reading.fact ? reading.fact->text : std::string());
        reading.end_of = table.text("end_of");
        reading.stated = table.truth("stated", false);
        if (!reading.end_of.empty()) {
            mentions_.use({.of = Use::Of::ended, .name = reading.end_of}, table.find("end_of")->place);
        }
        table.refuse_others();
        if (comparison_known_) {
            check_reading(table);
        }
        result_.readings.push_back(std::move(reading));
    }

    /// Whether what the comparison needs is there, and nothing else.
    void check_reading(TableReader& table) {
        const std::string compared(to_text(result_.comparison));
        const TomlNode* const over = table.find("over");
        const TomlNode* const end_of = table.find("end_of");
        if (result_.comparison == ClaimComparison::multiple) {
            table.required("over");
        } else if (over != nullptr) {
            problems_.error(over->place, "'over' divides a fact for 'multiple', not for '" + compared + "'");
        }
        if (result_.comparison != ClaimComparison::year) {
            table.required("fact");
            if (end_of != nullptr) {
                problems_.error(end_of->place,
                                "'end_of' gives a year, and the comparison is '" + compared + "'");
            }
            return;
        }
        const bool has_fact = table.find("fact") != nullptr;
        if (has_fact == (end_of != nullptr)) {
            problems_.error(has_fact ? end_of->place : table.node().place,
                            has_fact ? "the reading says its year twice" : "the reading has no year",
                            {.allowed = {"one of fact, end_of"}});
        }
    }

    TableReader table_;
    FileProblems& problems_;
    Mentions& mentions_;
    Claim result_;
    std::optional<ClaimFigure> figure_;
    bool comparison_known_ = false;
};

}  // namespace

std::vector<Claim> read_claims(TableReader& root, FileProblems& problems, Mentions& mentions) {
    std::vector<Claim> result;
    Keys keys;
    for (const TomlNode* const node : root.tables("claim", most_of_hosting)) {
        if (!problems.full()) {
            result.push_back(ClaimReader(*node, problems, mentions).read());
            keys.add(result.back().key, *node, problems);
        }
    }
    return result;
}

}  // namespace burden::inputs
