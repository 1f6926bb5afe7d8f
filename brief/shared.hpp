/// What writers share: which tables they write, and how marks, notes and the basis are put.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/brief/document.hpp"

namespace burden::brief {

/// The tables of an answer that are laid out for people, in their order.
std::vector<const Table*> tables_for_people(const Answer& answer);

/// The tables of a section that are laid out for people, in their order.
std::vector<const Table*> tables_for_people(const Section& section);

/// The tables of an answer that programs read, in their order.
std::vector<const Table*> tables_for_programs(const Answer& answer);

/// Whether programs get a row's mark as a field "mark" of its own: where the table explains marks.
bool has_mark_field(const Table& table);

/// Whether a caption already says that figures are in `unit`: "JPY tn, current prices" says "JPY tn", not
/// "JPY".
bool caption_says(const std::string& caption, const std::string& unit);

/// Numbers of notes as superscript digits: {1} as "¹", {1, 12} as "¹,¹²".
std::string superscript(const std::vector<int>& notes);

/// The marks that rows of these tables bear, each once with its meaning, in the order that the tables explain
/// them.
std::vector<std::pair<std::string, std::string>> marks_borne(const std::vector<const Table*>& tables);

/// The basis in lines for people: its sentences as one paragraph, then a line "GDP: …" for each part that was
/// used. Currency and prices are left out where the caption of every table says them.
std::vector<std::string> basis_lines(const Answer& answer);
std::vector<std::string> basis_lines(const Section& section);

/// Whether every value of a chart stands in the tables beside it.
bool show(const std::vector<const Table*>& tables, const Chart& chart);

/// Whether an address is of a page of the web: only these become links, and nothing that would run something.
bool is_web_page(const std::string& address);

/// An address with every byte that cannot stand in one as `%XX`; what is so written already stays.
std::string encoded_address(const std::string& address);

}  // namespace burden::brief
