/// An answer as data: tables and charts, and what must be known to read them: notes, a basis and sources.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/chart.hpp"
#include "burden/brief/language.hpp"
#include "burden/brief/table.hpp"

namespace burden::brief {

/// What decides an answer; an empty part was not used.
struct Basis {
    std::string currency = {};
    std::string prices = {};
    std::string definition = {};
    std::string denominator = {};
    std::string gdp = {};
    std::string rate = {};
    std::string as_of = {};
    std::vector<std::string> words = {};  ///< sentences for people: path, baseline, vintage, extension
    Language language = Language::en;     ///< of an answer's texts, and of what writers put beside them
};

/// A source that an answer rests on.
struct Citation {
    std::string key;
    std::string title;
    std::string publisher;
    std::string published;
    std::string address;
};

/// What a command answers: tables and charts, and what must be known to read them.
struct Answer {
    std::string command;
    std::vector<Table> tables;
    std::vector<Chart> charts = {};       ///< of the same figures
    std::vector<std::string> notes = {};  ///< numbered from 1 as they stand
    Basis basis = {};
    std::vector<Citation> sources = {};  ///< each once, in order of key
    std::vector<std::string> warnings = {};
    std::vector<std::string> see = {};  ///< commands that go on from here
};

}  // namespace burden::brief
