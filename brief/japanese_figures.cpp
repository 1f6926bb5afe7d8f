#include "burden/brief/japanese_figures.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <utility>
#include <vector>

namespace burden::brief {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 17> currencies = {{{"JPY", "円"},
                                              {"USD", "ドル"},
                                              {"EUR", "ユーロ"},
                                              {"KRW", "ウォン"},
                                              {"GBP", "ポンド"},
                                              {"AUD", "豪ドル"},
                                              {"CNY", "元"},
                                              {"PHP", "フィリピンペソ"},
                                              {"PLN", "ズウォティ"},
                                              {"CAD", "カナダドル"},
                                              {"TWD", "台湾ドル"},
                                              {"INR", "ルピー"},
                                              {"SEK", "スウェーデンクローナ"},
                                              {"NOK", "ノルウェークローネ"},
                                              {"DKK", "デンマーククローネ"},
                                              {"TRY", "リラ"},
                                              {"ILS", "シェケル"}}};
constexpr std::array<Pair, 5> signs = {
    {{"¥", "円"}, {"$", "ドル"}, {"€", "ユーロ"}, {"₩", "ウォン"}, {"£", "ポンド"}}};
constexpr std::array<std::pair<std::string_view, int>, 9> scales = {{{"thousand", 3},
                                                                     {"million", 6},
                                                                     {"billion", 9},
                                                                     {"trillion", 12},
                                                                     {"tn", 12},
                                                                     {"bn", 9},
                                                                     {"mn", 6},
                                                                     {"m", 6},
                                                                     {"k", 3}}};
constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A text being read from left to right. What takes something moves on only where all of it stands there.
class Reader {
public:
    explicit Reader(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    char before() const { return at_ > 0 ? text_[at_ - 1] : '\0'; }

    bool take(std::string_view words) {
        if (!text_.substr(std::min(at_, text_.size())).starts_with(words)) {
            return false;
        }
        at_ += words.size();
        return true;
    }

    /// Words that no letter or digit goes on from.
    bool take_word(std::string_view words) {
        const std::size_t start = at_;
        if (take(words) && !is_letter(next()) && !is_digit(next())) {
            return true;
        }
        at_ = start;
        return false;
    }

    /// Exactly `count` digits, and none after them; empty otherwise.
    std::string digits(std::size_t count) {
        std::size_t end = at_;
        while (end < text_.size() && is_digit(text_[end])) {
            ++end;
        }
        if (end - at_ != count) {
            return {};
        }
        const std::string result(text_.substr(at_, count));
        at_ = end;
        return result;
    }

    /// A number, its digits grouped or not; empty where none stands.
    std::string number() {
        std::size_t end = at_;
        while (end < text_.size() &&
               (is_digit(text_[end]) || ((text_[end] == ',' || text_[end] == '.') && end > at_ &&
                                         end + 1 < text_.size() && is_digit(text_[end + 1])))) {
            ++end;
        }
        const std::string result(text_.substr(at_, end - at_));
        at_ = end;
        return result;
    }

    void back_to(std::size_t at) { at_ = at; }

private:
    std::string_view text_;
    std::size_t at_;
};

/// A number as its digits before and behind the point.
struct Digits {
    std::string whole = {};
    std::string fraction = {};
};

Digits digits_of(const std::string& number) {
    Digits digits;
    bool behind = false;
    for (const char c : number) {
        behind = behind || c == '.';
        if (is_digit(c)) {
            (behind ? digits.fraction : digits.whole) += c;
        }
    }
    return digits;
}

void multiply_by_ten(Digits& digits) {
    digits.whole += digits.fraction.empty() ? '0' : digits.fraction.front();
    digits.fraction.erase(0, digits.fraction.empty() ? 0 : 1);
}

void divide_by_ten(Digits& digits) {
    digits.fraction.insert(0, 1, digits.whole.empty() ? '0' : digits.whole.back());
    if (!digits.whole.empty()) {
        digits.whole.pop_back();
    }
    if (digits.fraction == "0") {
        digits.fraction.clear();
    }
}

std::string without_zeros(const std::string& digits) {
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string::npos ? "" : digits.substr(first);
}

std::string grouped(std::string digits) {
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

constexpr std::array<std::string_view, 4> myriads = {"", "万", "億", "兆"};
constexpr std::size_t myriad = 4;

/// Digits that count a myriad of that name, in it and those above it; a group of zeros is not named.
std::string in_myriads(const Digits& digits, std::size_t lowest) {
    std::string rest = digits.whole;
    std::string result;
    for (std::size_t at = lowest; at < myriads.size(); ++at) {
        const bool highest = at + 1 == myriads.size();
        const std::size_t taken = highest ? rest.size() : std::min(myriad, rest.size());
        const std::string group = without_zeros(rest.substr(rest.size() - taken));
        rest.erase(rest.size() - taken);
        const std::string fraction = at == lowest && !digits.fraction.empty() ? "." + digits.fraction : "";
        const bool alone = at == lowest && without_zeros(rest).empty();
        if (!group.empty() || !fraction.empty() || alone) {
            result.insert(0, (group.empty() ? "0" : grouped(group)) + fraction + std::string(myriads.at(at)));
        }
        if (without_zeros(rest).empty()) {
            break;
        }
    }
    return result;
}

/// A number times a power of ten, in 兆, 億 and 万: the digits that it has, and none that it has not.
std::string counted(const std::string& number, int scale) {
    Digits digits = digits_of(number);
    switch (scale) {
        case 3:
            // 30 thousand are 3 万, 31.8 are 3.18; five stay 5 千.
            if (digits.whole.size() < 2) {
                return number + "千";
            }
            divide_by_ten(digits);
            return in_myriads(digits, 1);
        case 6:
            multiply_by_ten(digits);
            multiply_by_ten(digits);
            return in_myriads(digits, 1);
        case 9:
            multiply_by_ten(digits);
            return in_myriads(digits, 2);
        case 12:
            return in_myriads(digits, 3);
        default:
            return number;
    }
}

/// " bn", "bn": a scale behind a number.
int take_scale(Reader& read) {
    const std::size_t start = read.at();
    for (const std::string_view space : {" ", "\u00A0", ""}) {
        for (const auto& [word, power] : scales) {
            read.back_to(start);
            if (read.take(space) && read.take_word(word)) {
                return power;
            }
        }
    }
    read.back_to(start);
    return 0;
}

std::string take_currency(Reader& read) {
    for (const auto& [code, name] : currencies) {
        if (read.take_word(code)) {
            return std::string(name);
        }
    }
    return {};
}

/// The sign of a figure, kept in front of it.
std::string take_sign(Reader& read) {
    for (const std::string_view sign : {"+", "−", "-"}) {
        if (read.take(sign)) {
            return std::string(sign);
        }
    }
    return {};
}

std::string take_signed_amount(Reader& read) {
    const std::size_t start = read.at();
    const std::string sign = take_sign(read);
    for (const auto& [mark, name] : signs) {
        if (read.take(mark)) {
            const std::string number = read.number();
            if (!number.empty()) {
                return sign + counted(number, take_scale(read)) + std::string(name);
            }
        }
    }
    read.back_to(start);
    return {};
}

/// "149.57 JPY/USD", "149.57 JPY per USD", "1,055.1 bn JPY", "7.2 %", "0.5 pp".
std::string take_measured(Reader& read) {
    const std::size_t start = read.at();
    const std::string sign = take_sign(read);
    const std::string number = read.number();
    if (number.empty()) {
        read.back_to(start);
        return {};
    }
    const std::size_t behind = read.at();
    for (const std::string_view space : {" ", "\u00A0", ""}) {
        read.back_to(behind);
        read.take(space);
        if (read.take("%")) {
            return sign + number + "%";
        }
        if (read.take_word("pp")) {
            return sign + number + "ポイント";
        }
    }
    read.back_to(behind);
    const int scale = take_scale(read);
    if (!read.take(" ") && !read.take("\u00A0")) {
        read.back_to(start);
        return {};
    }
    const std::string currency = take_currency(read);
    if (!currency.empty()) {
        const std::size_t amount = read.at();
        if (scale == 0 && (read.take("/") || read.take(" per "))) {
            const std::string other = take_currency(read);
            if (!other.empty()) {
                return "1" + other + "=" + sign + number + currency;
            }
        }
        read.back_to(amount);
        return sign + counted(number, scale) + currency;
    }
    read.back_to(start);
    return {};
}

std::string bare(const std::string& digits) {
    const std::string result = without_zeros(digits);
    return result.empty() ? "0" : result;
}

/// The number of a month by its name or the first three letters of it; empty if none stands there.
std::string take_month(Reader& read) {
    for (std::size_t at = 0; at < months.size(); ++at) {
        if (read.take_word(months[at]) || read.take_word(months[at].substr(0, 3))) {
            return std::to_string(at + 1);
        }
    }
    return {};
}

/// "2022-04-01", "2026-06".
std::string take_iso_date(Reader& read) {
    const std::size_t start = read.at();
    const std::string year = read.digits(4);
    if (!year.empty() && read.take("-")) {
        const std::string month = read.digits(2);
        if (!month.empty()) {
            const std::size_t end = read.at();
            std::string day;
            if (read.take("-")) {
                day = read.digits(2);
            }
            if (day.empty()) {
                read.back_to(end);
            }
            if (!is_letter(read.next()) && !is_digit(read.next()) && read.next() != '-') {
                return year + "年" + bare(month) + "月" + (day.empty() ? "" : bare(day) + "日");
            }
        }
    }
    read.back_to(start);
    return {};
}

/// "1 April 2022", "April 2022", "Apr 2022".
std::string take_named_date(Reader& read) {
    const std::size_t start = read.at();
    std::string day = read.digits(2);
    if (day.empty()) {
        day = read.digits(1);
    }
    if (day.empty() || read.take(" ")) {
        const std::string month = take_month(read);
        if (!month.empty() && read.take(" ")) {
            const std::string year = read.digits(4);
            if (!year.empty()) {
                return year + "年" + month + "月" + (day.empty() ? "" : bare(day) + "日");
            }
        }
    }
    read.back_to(start);
    return {};
}

/// "FY2027", "FY2026–35", "FY2026–FY2035", "FY2027..FY2031".
std::string take_fiscal_year(Reader& read) {
    const std::size_t start = read.at();
    if (!read.take("FY")) {
        return {};
    }
    const std::string year = read.digits(4);
    if (year.empty()) {
        read.back_to(start);
        return {};
    }
    const std::size_t one = read.at();
    if (read.take("–") || read.take("..")) {
        read.take("FY");
        std::string last = read.digits(4);
        if (last.empty()) {
            last = read.digits(2);
        }
        if (!last.empty()) {
            return year + "–" + last + "年度";
        }
    }
    read.back_to(one);
    return year + "年度";
}

/// What stands at the reader's place, in Japanese; empty where it is no figure.
std::string take_figure(Reader& read) {
    const char before = read.before();
    if (is_letter(before) || is_digit(before) || before == '.' || before == '[' || before == '=' ||
        before == ':' || before == ',') {
        return {};
    }
    for (const auto take : {take_signed_amount, take_iso_date, take_named_date, take_measured}) {
        std::string figure = take(read);
        if (!figure.empty()) {
            return figure;
        }
    }
    return take_fiscal_year(read);
}

bool is_year(std::string_view text) {
    return text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit) &&
           (text.starts_with("19") || text.starts_with("20"));
}

}  // namespace

std::string reiwa_year(const std::string& year) {
    constexpr int before_reiwa = 2018;
    const int count = std::stoi(year) - before_reiwa;
    return count < 1 ? year : "令和" + (count == 1 ? std::string("元") : std::to_string(count));
}

std::string in_reiwa(const std::string& text) {
    static const std::regex years(R"(([0-9]{4})(?:–([0-9]{4}|[0-9]{2}))?年度)");
    std::string result;
    auto from = text.begin();
    for (std::sregex_iterator match(text.begin(), text.end(), years), end; match != end; ++match) {
        result.append(from, text.begin() + match->position());
        from = text.begin() + match->position() + match->length();
        const std::string first = (*match)[1];
        std::string last = (*match)[2];
        if (!last.empty()) {
            last = last.size() == 2 ? first.substr(0, 2) + last : last;
            // One word of the era is enough for both.
            const std::string counted = reiwa_year(last);
            constexpr std::size_t era = std::string_view("令和").size();
            last = "–" + (counted != last && reiwa_year(first) != first ? counted.substr(era) : counted);
        }
        result += reiwa_year(first) + last + "年度";
    }
    return result.append(from, text.end());
}

std::string japanese_figures(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        Reader read(text, at);
        const std::string figure = take_figure(read);
        if (figure.empty()) {
            result += text[at];
            ++at;
        } else {
            result += figure;
            at = read.at();
        }
    }
    return result;
}

std::optional<std::string> japanese_figure(std::string_view text) {
    if (is_year(text)) {
        return std::string(text) + "年";
    }
    Reader read(text);
    std::string figure = take_figure(read);
    if (!figure.empty() && read.at() == text.size()) {
        return figure;
    }
    // "2026–35", "2016..2019", "2026-27": years.
    Reader years(text);
    const std::string first = years.digits(4);
    if (is_year(first) && (years.take("–") || years.take(".."))) {
        std::string last = years.digits(4);
        last = last.empty() ? years.digits(2) : last;
        if (!last.empty() && years.at() == text.size()) {
            return first + "–" + last + "年";
        }
    }
    return std::nullopt;
}

std::optional<JapaneseUnit> japanese_unit(std::string_view unit) {
    if (unit == "pp") {
        return JapaneseUnit{.text = "ポイント"};
    }
    if (unit == "persons") {
        return JapaneseUnit{.text = "人"};
    }
    if (unit == "mn persons") {
        return JapaneseUnit{.text = "万人", .shift = 2};
    }
    if (unit == "years") {
        return JapaneseUnit{.text = "年"};
    }
    if (unit == "days") {
        return JapaneseUnit{.text = "日"};
    }
    for (const auto& [code, name] : currencies) {
        if (!unit.starts_with(code)) {
            continue;
        }
        const std::string_view rest = unit.substr(code.size());
        const std::string currency(name);
        if (rest.empty()) {
            return JapaneseUnit{.text = currency};
        }
        if (rest == " tn") {
            return JapaneseUnit{.text = "兆" + currency};
        }
        if (rest == " bn") {
            return JapaneseUnit{.text = "億" + currency, .shift = 1};
        }
        if (rest == " mn") {
            return JapaneseUnit{.text = "百万" + currency};
        }
        if (rest == " k") {
            return JapaneseUnit{.text = "千" + currency};
        }
        for (const auto& [other, other_name] : currencies) {
            if (rest == "/" + std::string(other) || rest == " per " + std::string(other)) {
                return JapaneseUnit{.text = currency + "/" + std::string(other_name)};
            }
        }
    }
    return std::nullopt;
}

}  // namespace burden::brief
