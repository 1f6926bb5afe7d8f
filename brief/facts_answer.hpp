/// The tables of what is known, and from whom.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/calc/parse.hpp"
#include "burden/inputs/facts.hpp"

namespace burden::brief {

/// What is searched for. Words must all stand somewhere in a series: its country, key, measure, title,
/// definition, vintage, note or sources; any case.
struct FactsQuery {
    std::vector<std::string> words;
    std::vector<std::string> countries;  ///< codes; empty for all
    std::optional<std::string> measure;
    std::optional<std::pair<calc::YearText, calc::YearText>> years;
    bool values = false;  ///< every figure, not a line for each series
};

/// A line for each series, those of one measure together and the chosen one marked; or, with years or
/// `values`, a line for each figure. No match is an answer with a warning and no rows.
Answer facts_answer(const FactsQuery& query, const inputs::Facts& facts);

/// All sources, or with `words` those that they all stand in.
Answer sources_answer(const std::vector<std::string>& words, const inputs::Facts& facts);

/// One source, and every series that rests on it. The source exists.
Answer source_answer(const inputs::Source& source, const inputs::Facts& facts);

}  // namespace burden::brief
