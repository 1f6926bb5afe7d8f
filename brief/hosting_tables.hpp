/// The tables of arrangements and renewals, and what they share. Private to the hosting answer.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/brief/scale.hpp"
#include "burden/inputs/hosting_recording.hpp"

namespace burden::brief {

/// What amounts of one size are shown in.
struct Shown {
    calc::Unit unit;
    Scale scale;
    int places = 1;

    Shown(const calc::Unit& of, const calc::Decimal& largest) : Shown(of, largest, scale_for(largest)) {}
    Shown(const calc::Unit& of, const calc::Decimal& largest, Scale in)
        : unit(of), scale(std::move(in)), places(places_for(largest / scale.units)) {}
    static int places_for(const calc::Decimal& largest) {
        return largest < calc::Decimal(1) ? 3 : largest < calc::Decimal(100) ? 2 : 1;
    }

    /// `recorded` is the name of the recorded result that the amount is.
    template <calc::Period P>
    Cell cell(const calc::Money<calc::Decimal, P>& amount, const std::string& recorded,
              bool plus = false) const {
        Figure figure{.value = amount.in(unit) / scale.units, .plus = plus};
        if (!recorded.empty()) {
            figure.terms = {{.cell = recorded, .factor = calc::Decimal(1) / scale.units}};
        }
        return figure;
    }
    template <typename Amount>
    Cell cell(const std::optional<Amount>& amount, const std::string& recorded) const {
        return amount ? cell(*amount, recorded) : Cell();
    }
    std::string text() const { return unit_text(unit.currency, scale); }
};

/// Of either sign.
calc::Decimal largest_of(const std::vector<calc::Decimal>& values);

/// The host's and the guest's currency at the size of a run's totals.
Shown home_of(const inputs::HostingRun& run);
Shown abroad_of(const inputs::HostingRun& run);

std::string prices_words(const inputs::HostingRun& run);
/// What a title adds where a refuted figure is run.
std::string as_quoted(const inputs::HostingRun& run);
std::string year_label(const inputs::HostingRun& run, calc::Year year);
/// "FY2027–31".
std::string span_words(const inputs::HostingRun& run, calc::Year first, calc::Year last);

/// An amount in the guest's currency.
template <calc::Period P>
calc::Money<calc::Decimal, P> converted(const calc::Money<calc::Decimal, P>& amount,
                                        const inputs::HostingRun& run) {
    return run.rate ? calc::convert(amount, run.rate->rate) : amount;
}

/// The present term by item and year, for people; adds a note for each item that has something to say.
Table term_table(const inputs::HostingRun& run, const std::string& id, std::vector<std::string>& notes);
/// The same in long rows, for programs.
Table items_table(const inputs::HostingRun& run, const std::string& id);
/// The term's total in the totals that programs read.
Table present_totals(const inputs::HostingRun& run, const std::string& id);

/// Renewals by year, for people; `notes` are the numbers of the notes on each, or none at all.
Table years_table(const inputs::HostingRun& run, const std::string& id,
                  const std::vector<std::vector<int>>& notes);
/// The same in long rows, for programs.
Table renewal_rows(const inputs::HostingRun& run, const std::string& id);
Table totals_table(const inputs::HostingRun& run, const std::string& id, Audience audience);
/// Whether a rate is asked at which a renewal comes to an amount.
bool asks_break_even(const inputs::HostingRun& run);
/// Renewals at other rates of exchange; of a run that has such rates.
Table risk_table(const inputs::HostingRun& run, const std::string& id);

}  // namespace burden::brief
