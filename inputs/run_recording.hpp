/// What the recordings of single questions have in common. Private to them.
#pragma once

#include <map>
#include <string>

#include "burden/inputs/rates.hpp"
#include "burden/inputs/recording.hpp"

namespace burden::inputs {

/// Where a number stands that was typed.
inline const std::string command_line = "on the command line";

/// A text without what no name of a result may hold.
std::string plain(std::string text);

/// The numbers that a run rests on, each recorded once with its origin: the same words stand for the same
/// number.
class RunInputs {
public:
    /// `whose` they are, "jpn"; the recorder outlives this.
    RunInputs(Recorder& recorder, std::string whose)
        : recorder_(recorder), owner_{.whose = std::move(whose)} {}

    const std::string& whose() const { return owner_.whose; }

    calc::Traced record(const PlanInput& of);
    calc::Traced fact(const Country& country, const FactSeries& series, const Observation& figure);
    /// A number that was typed: what it is, in which unit, and where it stands.
    calc::Traced given(const calc::Decimal& value, const std::string& what, const std::string& unit,
                       const std::string& place = command_line);
    /// A rate of exchange, over the published rates that it is made of; else as it was given.
    calc::ExchangeRate<calc::Traced> rate(const SourcedRate& rate);

private:
    Recorder& recorder_;
    InputOwner owner_;
    std::map<std::string, calc::Traced> known_;
};

}  // namespace burden::inputs
