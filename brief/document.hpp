/// A document as data: what a brief says, in an order, with its tables and charts. Every writer of a whole
/// page takes one.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/brief/language.hpp"

namespace burden::brief {

/// A part of a document under one heading.
struct Section {
    std::string heading = {};
    std::vector<std::string> text = {};  ///< paragraphs before the tables
    std::vector<Table> tables = {};
    std::vector<Chart> charts = {};  ///< shown before the tables
    Basis basis = {};                ///< of this section's figures
    std::vector<std::string> warnings = {};
    std::string command = {};  ///< the command line that prints these tables: "burden run jpn-5-by-2035"
};

struct Document {
    std::string command;  ///< the command that made it: "brief", "target"
    std::string title = {};
    std::string question = {};  ///< one sentence that ends with a question mark
    std::vector<std::string> findings = {};
    std::vector<Section> sections;
    std::vector<std::string> assumptions = {};
    std::vector<std::string> left_out = {};  ///< what it does not count
    std::vector<std::string> notes =
        {};                              ///< numbered from 1 as they stand; cells of every section point here
    std::vector<Citation> sources = {};  ///< each once, in order of key
    std::string as_of = {};              ///< date of the facts, YYYY-MM-DD
    std::vector<std::string> again = {};  ///< command lines that make it again
    std::vector<std::string> see = {};    ///< command lines that go on from here
    Language language = Language::en;     ///< of its texts, and of the words that a writer puts in itself
};

/// An answer as a document of one section without a heading.
Document document_of(const Answer& answer);

/// A document as one answer: its tables and charts one after another, the whole document's notes and sources,
/// and the basis of its section where it has but one. What writers of tables alone take.
Answer answer_of(const Document& document);

/// Adds what stands behind a second answer to what stands behind a first: notes, warnings, sources and
/// sentences of the basis that the first has not.
void add_ground(Answer& answer, const Answer& other);

/// Adds an answer to a document as a section: its notes behind the document's own, as far as they do not
/// stand there, its cells pointing at them there, its sources among the document's.
void add_section(Document& document, const std::string& heading, const Answer& answer);

}  // namespace burden::brief
