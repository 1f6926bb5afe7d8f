#include "burden/brief/hosting_tables.hpp"

namespace burden::brief {

using calc::Decimal;
using calc::Year;
using inputs::HostingRun;
using inputs::RenewalRun;

Decimal largest_of(const std::vector<Decimal>& values) {
    Decimal largest = 0;
    for (const Decimal& value : values) {
        largest = greatest(largest, greatest(value, -value));
    }
    return largest;
}

Shown home_of(const HostingRun& run) {
    const inputs::FactUnit& unit = run.arrangement->unit;
    const std::size_t blank = unit.text.find(' ');
    const bool scaled = unit.scale > Decimal(1) && blank != std::string::npos;
    // At the scale that the agreement itself is written in, whatever comes of it.
    const Scale scale{scaled ? std::string_view(unit.text).substr(0, blank) : std::string_view(), unit.scale};
    std::vector<Decimal> values = {run.total ? run.total->in(run.unit) : Decimal(0)};
    for (const inputs::TermYear& year : run.term) {
        values.push_back(year.amount ? year.amount->in(run.unit) : Decimal(0));
        values.push_back(year.budget ? year.budget->in(run.unit) : Decimal(0));
    }
    return {run.unit, largest_of(values), scale};
}

Shown abroad_of(const HostingRun& run) {
    std::vector<Decimal> values;
    for (const RenewalRun& renewal : run.renewals) {
        values.push_back(renewal.abroad.total.in(run.abroad));
    }
    if (values.empty() && run.total) {
        values.push_back((run.rate ? calc::convert(*run.total, run.rate->rate) : *run.total).in(run.abroad));
    }
    const Decimal largest = largest_of(values);
    return {run.abroad, largest, headline_scale_for(largest)};
}

std::string prices_words(const HostingRun& run) {
    return run.unit.prices.year() ? "prices of " + std::to_string(*run.unit.prices.year()) : "current prices";
}

std::string as_quoted(const HostingRun& run) {
    return run.reading == nullptr ? "" : ", as quoted and refuted";
}

std::string year_label(const HostingRun& run, Year year) { return label(year, run.calendar); }

std::string span_words(const HostingRun& run, Year first, Year last) {
    const std::string to = std::to_string(last.number);
    return year_label(run, first) + (first == last ? "" : "\u2013" + to.substr(to.size() - 2));
}

}  // namespace burden::brief
