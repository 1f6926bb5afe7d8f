/// Charts of answers, made of the rows that programs read: a figure of a chart is the figure of its table.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "burden/brief/answer.hpp"

namespace burden::brief {

/// Spending of each target and path in rows of `burden target`, over the baseline of the first.
Chart target_chart(const Table& rows);

/// Spending by year in rows of `burden run`, over what holding the share would come to. `label` names the
/// line.
Chart path_chart(const Table& rows, const std::string& label);

/// One more line in a chart of a path: another scenario.
void add_path(Chart& chart, const Table& rows, const std::string& key, const std::string& label);

/// Amounts of renewals by year in rows of `burden hns`, in `digits` after the point. `expires` is told as an
/// event before the first year; `words` are the names of renewals by their text.
Chart renewals_chart(const Table& rows, const std::vector<std::pair<std::string, std::string>>& words,
                     int digits, const std::string& expires);

/// Items of an arrangement over its term in rows of `burden hns`, standing on one another; none where no item
/// has a total. `titles` are those of items by their key.
std::optional<Chart> items_chart(const Table& rows,
                                 const std::vector<std::pair<std::string, std::string>>& titles,
                                 const std::string& term);

/// The parts of a difference, one behind the other, and their sum.
Chart waterfall_chart(const Table& parts, int digits);

/// What each assumption moves, around the value that none of them moves.
Chart tornado_chart(const Table& rows, int digits, const std::string& cell);

/// A budget by every definition and every GDP; `denominators` are the short names of GDPs by their words.
Chart ratio_chart(const Table& rows, const std::vector<std::pair<std::string, std::string>>& denominators);

/// Shares of GDP of several countries in the first and the last year that all of them have; none of fewer
/// than two countries or years.
std::optional<Chart> slope_chart(const std::vector<std::pair<std::string, const Table*>>& countries,
                                 const std::string& title);

}  // namespace burden::brief
