#include "burden/brief/document.hpp"

#include <algorithm>

namespace burden::brief {
namespace {

/// Points the notes at every cell where `numbers` has them now.
void renumber(Table& table, const std::vector<int>& numbers) {
    for (Row& row : table.rows) {
        for (Cell& cell : row.cells) {
            for (int& note : cell.notes) {
                note = numbers[static_cast<std::size_t>(note - 1)];
            }
        }
    }
}

/// Adds notes that are not there yet; the number of each.
std::vector<int> add_notes(std::vector<std::string>& all, const std::vector<std::string>& more) {
    std::vector<int> numbers;
    for (const std::string& note : more) {
        auto found = std::find(all.begin(), all.end(), note);
        if (found == all.end()) {
            found = all.insert(all.end(), note);
        }
        numbers.push_back(static_cast<int>(found - all.begin()) + 1);
    }
    return numbers;
}

void add_sources(std::vector<Citation>& all, const std::vector<Citation>& more) {
    for (const Citation& source : more) {
        const auto place =
            std::lower_bound(all.begin(), all.end(), source.key,
                             [](const Citation& one, const std::string& key) { return one.key < key; });
        if (place == all.end() || place->key != source.key) {
            all.insert(place, source);
        }
    }
}

void add_new(std::vector<std::string>& all, const std::vector<std::string>& more) {
    for (const std::string& one : more) {
        if (std::find(all.begin(), all.end(), one) == all.end()) {
            all.push_back(one);
        }
    }
}

}  // namespace

void add_ground(Answer& answer, const Answer& other) {
    add_new(answer.notes, other.notes);
    add_new(answer.warnings, other.warnings);
    add_new(answer.basis.words, other.basis.words);
    add_new(answer.see, other.see);
    add_sources(answer.sources, other.sources);
}

void add_section(Document& document, const std::string& heading, const Answer& answer) {
    Section section{.heading = heading,
                    .tables = answer.tables,
                    .charts = answer.charts,
                    .basis = answer.basis,
                    .warnings = answer.warnings};
    const std::vector<int> numbers = add_notes(document.notes, answer.notes);
    for (Table& table : section.tables) {
        renumber(table, numbers);
    }
    document.sections.push_back(std::move(section));
    add_sources(document.sources, answer.sources);
    document.as_of = std::max(document.as_of, answer.basis.as_of);
}

Document document_of(const Answer& answer) {
    Document document{.command = answer.command, .sections = {}, .language = answer.basis.language};
    add_section(document, "", answer);
    document.see = answer.see;
    return document;
}

Answer answer_of(const Document& document) {
    Answer answer{.command = document.command, .tables = {}};
    for (const Section& section : document.sections) {
        answer.tables.insert(answer.tables.end(), section.tables.begin(), section.tables.end());
        answer.charts.insert(answer.charts.end(), section.charts.begin(), section.charts.end());
        answer.warnings.insert(answer.warnings.end(), section.warnings.begin(), section.warnings.end());
    }
    if (document.sections.size() == 1) {
        answer.basis = document.sections.front().basis;
    }
    answer.basis.language = document.language;
    answer.basis.as_of = document.as_of;
    answer.notes = document.notes;
    answer.sources = document.sources;
    answer.see = document.see;
    return answer;
}

}  // namespace burden::brief
