/// Readers for what people write: shares, amounts, years, dates, rates by year, rules with parameters.
/// Each takes the whole text, in UTF-8, and answers with a value, or a fault that points at the byte. Spaces
/// of any kind around it do not count, full-width letters, digits and signs are as good as ASCII, and U+2212
/// is a minus. A figure of more than 500 bytes, a list of more than 10,000, and a number beyond 1e30 are
/// refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "burden/calc/currency.hpp"
#include "burden/calc/decimal.hpp"
#include "burden/calc/fault.hpp"
#include "burden/calc/year.hpp"

namespace burden::calc {

/// "5%", "3.4 %", "5 percent", "5 per cent", "５％": a share, 0.05. May be negative or above one: what a
/// share may be is for the caller to say. A bare number is refused, for 5 may be 5 or 500 %.
Parsed<Decimal> read_share(std::string_view text);

/// "3.5 pp", "+0.5 percentage points": a difference of shares, 0.035.
Parsed<Decimal> read_points(std::string_view text);

/// The time that a written amount says it runs over.
enum class StatedPeriod { none, per_year, in_total };

/// An amount as it was written.
struct Amount {
    Decimal value;  ///< whole units of the currency
    Currency currency;
    StatedPeriod period = StatedPeriod::none;
    std::optional<int> years;  ///< "over 5 years": 5
};

/// "¥1,055.1 bn", "1.05 trillion yen", "8.6 billion USD per year", "$8.6bn annually", "USD 20.9 bn",
/// "1兆551億円", "1,055.1億円", "1.55 trillion JPY over 5 years". ¥ and 円 are JPY, 元 and "yuan" CNY, $ is
/// USD, ₩ and 원 KRW, € EUR, £ GBP, zł PLN, ₱ PHP, A$ and AU$ AUD; ISO codes in any case; dollars, euros,
/// pounds, won, zloty, ドル, ユーロ, ウォン. An amount without a currency is refused, and so are two. May be
/// negative: -$5 bn, $-5 bn. Scales: thousand k, million mn m, billion bn b, trillion tn, and 千 万 億 兆 in
/// falling order, 1兆551億. Per year: per year, a year, annually, yearly, /year, per annum; 毎年 and 年間,
/// before it too. In total: in total, total, over five years, over 5 years, total over 5 years; 1 to 100
/// years.
Parsed<Amount> read_amount(std::string_view text);

/// A year as it was written.
struct YearText {
    Year year;
    bool fiscal = false;  ///< written as FY
};

/// "2027", "FY2027", "fy2027", "FY 2027", "2027年度", "令和9年度"; 1800 to 2200.
Parsed<YearText> read_year(std::string_view text);

/// Years from and to, both included: "FY2023..FY2027", "2016..2019", or one year.
Parsed<std::pair<YearText, YearText>> read_years(std::string_view text);

/// A day, or a month where `day` is 0, or a year where `month` is 0 too.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    friend bool operator==(const Date&, const Date&) = default;
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// "2026-04-01", "2026-04", "2026"; the day must exist.
Parsed<Date> read_date(std::string_view text);

/// "2026-04-01", as far as it is known.
std::string to_text(const Date& date);

/// One figure for every year, or figures by year.
struct ByYear {
    std::optional<Decimal> always;
    std::vector<std::pair<YearText, Decimal>> years;  ///< in the order written, no year twice
};

/// "2%", or "2026=0.5%,2027=0.8%": shares, for every year or by year. May be negative.
Parsed<ByYear> read_shares_by_year(std::string_view text);

/// A parameter of a rule, `cap=5%`, or a bare one, `8.3%`, whose key is empty.
struct RuleParameter {
    std::string key;
    std::string value;
    std::size_t at = 0;        ///< first byte in the whole text
    std::size_t value_at = 0;  ///< first byte of the value in the whole text
};

/// A rule as it was typed: `cpi:cap=5%:lag=1`, `table:FY2028=2.2%,FY2035=5%`, `x4`.
struct RuleText {
    std::string text;  ///< as it was typed
    std::string name;  ///< up to the first colon
    std::size_t at = 0;
    std::vector<RuleParameter> parameters;
};

/// Rules with commas between them. Parameters follow colons, no key twice; a piece that begins with a year
/// and
/// `=` goes on with the rule before it: `linear,table:FY2028=2.2%,FY2035=5%` is two rules. A name has
/// letters, digits, points and hyphens and begins with a letter; whether there is such a rule is for the
/// caller to say.
Parsed<std::vector<RuleText>> read_rules(std::string_view text);

}  // namespace burden::calc
