#include "burden/inputs/packed.hpp"

#include <charconv>
#include <concepts>
#include <type_traits>

#include "burden/calc/invariant.hpp"

namespace burden::inputs {
namespace {

using calc::Decimal;

template <typename T, typename Struct>
concept A = std::same_as<std::remove_const_t<T>, Struct>;

// Every field is named here once, and written and read in this order.

template <typename Archive>
void fields(Archive& archive, A<calc::Year> auto& one) {
    archive(one.number);
}
template <typename Archive>
void fields(Archive& archive, A<calc::Date> auto& one) {
    archive(one.year, one.month, one.day);
}
template <typename Archive>
void fields(Archive& archive, A<calc::Amount> auto& one) {
    archive(one.value, one.currency, one.period, one.years);
}
template <typename Archive>
void fields(Archive& archive, A<FactUnit> auto& one) {
    archive(one.kind, one.scale, one.currency, one.per, one.text);
}
template <typename Archive>
void fields(Archive& archive, A<ArrangementYear> auto& one) {
    archive(one.year, one.amount, one.text);
}
template <typename Archive>
void fields(Archive& archive, A<ArrangementItem> auto& one) {
    archive(one.key, one.title, one.basis, one.manner, one.firmness, one.residual, one.years, one.total,
            one.total_text, one.note, one.sources);
}
template <typename Archive>
void fields(Archive& archive, A<QuotedReading> auto& one) {
    archive(one.key, one.text, one.amount, one.refuted, one.sources);
}
template <typename Archive>
void fields(Archive& archive, A<Arrangement> auto& one) {
    archive(one.key, one.title, one.host, one.guest, one.signed_on, one.start, one.end, one.renewable,
            one.period, one.unit, one.prices, one.total, one.total_text, one.total_firmness, one.years,
            one.escalator, one.items, one.budgets, one.follows, one.quoted, one.note, one.sources);
}
template <typename Archive>
void fields(Archive& archive, A<FactReference> auto& one) {
    archive(one.country, one.series, one.from, one.to, one.fiscal, one.text);
}
template <typename Archive>
void fields(Archive& archive, A<LedgerEntry> auto& one) {
    archive(one.part, one.title, one.fact, one.each_year, one.note);
}
template <typename Archive>
void fields(Archive& archive, A<LedgerAccount> auto& one) {
    archive(one.key, one.title, one.host, one.guest, one.from, one.to, one.years, one.entries, one.note);
}
template <typename Archive>
void fields(Archive& archive, A<LedgerAside> auto& one) {
    archive(one.key, one.kind, one.host, one.guest, one.title, one.fact, one.additionality, one.in_budget,
            one.note, one.sources);
}
template <typename Archive>
void fields(Archive& archive, A<ClaimReading> auto& one) {
    archive(one.words, one.fact, one.over, one.end_of, one.stated);
}
template <typename Archive>
void fields(Archive& archive, A<Claim> auto& one) {
    archive(one.key, one.text, one.figure, one.comparison, one.said, one.of, one.tolerance, one.readings,
            one.note, one.sources);
}
template <typename Archive>
void fields(Archive& archive, A<Aim> auto& one) {
    archive(one.key, one.title, one.set_by, one.asks, one.due, one.review, one.published, one.sources,
            one.note);
}
template <typename Archive>
void fields(Archive& archive, A<Facts> auto& one) {
    archive(one.arrangements, one.accounts, one.asides, one.claims, one.aims);
}

template <typename T>
concept Whole = std::integral<T> || std::is_enum_v<T>;

/// Whole numbers end with a comma; a text stands behind the number of its bytes, a list behind that of its
/// items.
class Writer {
public:
    template <typename... Fields>
    void operator()(const Fields&... all) {
        (write(all), ...);
    }

    std::string text;

private:
    void write(Whole auto value) { text += std::to_string(static_cast<long long>(value)) + ","; }
    void write(const std::string& value) {
        write(value.size());
        text += value;
    }
    void write(const Decimal& value) { write(value.to_significant(Decimal::digits)); }
    void write(const calc::Currency& value) { write(value.code()); }
    void write(const calc::Prices& value) { write(value.year().value_or(0)); }
    template <typename T>
    void write(const std::optional<T>& value) {
        write(value.has_value());
        if (value) {
            write(*value);
        }
    }
    template <typename T>
    void write(const std::vector<T>& values) {
        write(values.size());
        for (const T& value : values) {
            write(value);
        }
    }
    template <typename T>
    void write(const T& value)
        requires(!Whole<T>)
    {
        fields(*this, value);
    }
};

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    template <typename... Fields>
    void operator()(Fields&... all) {
        (read(all), ...);
    }

    bool done() const { return rest_.empty(); }

private:
    template <Whole T>
    void read(T& value) {
        long long number = 0;
        const char* const begin = rest_.data();
        const char* const end = begin + rest_.size();
        const auto result = std::from_chars(begin, end, number);
        calc::require(result.ec == std::errc() && result.ptr != end && *result.ptr == ',',
                      "a packed number ends with a comma");
        rest_.remove_prefix(static_cast<std::size_t>(result.ptr - begin) + 1);
        value = static_cast<T>(number);
    }
    std::string_view read_text() {
        std::size_t length = 0;
        read(length);
        calc::require(length <= rest_.size(), "a packed text is not cut short");
        const std::string_view text = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return text;
    }
    void read(std::string& value) { value = read_text(); }
    void read(Decimal& value) { value = Decimal(read_text()); }
    void read(calc::Currency& value) { value = calc::Currency(read_text()); }
    void read(calc::Prices& value) {
        int year = 0;
        read(year);
        value = year == 0 ? calc::Prices::current() : calc::Prices::constant_of(year);
    }
    void read(std::optional<calc::Currency>& value) {
        bool given = false;
        read(given);
        value = given ? std::optional(calc::Currency(read_text())) : std::nullopt;
    }
    template <typename T>
    void read(std::optional<T>& value) {
        bool given = false;
        read(given);
        value = given ? std::optional<T>(T()) : std::nullopt;
        if (value) {
            read(*value);
        }
    }
    template <typename T>
    void read(std::vector<T>& values) {
        std::size_t count = 0;
        read(count);
        calc::require(count <= rest_.size(), "a packed list is not cut short");
        values.clear();
        values.resize(count);
        for (T& value : values) {
            read(value);
        }
    }
    template <typename T>
    void read(T& value)
        requires(!Whole<T>)
    {
        fields(*this, value);
    }

    std::string_view rest_;
};

}  // namespace

std::string packed_hosting(const Facts& facts) {
    Writer writer;
    fields(writer, facts);
    return std::move(writer.text);
}

void unpack_hosting(std::string_view text, Facts& facts) {
    Reader reader(text);
    fields(reader, facts);
    calc::require(reader.done(), "nothing stands behind what is packed");
}

}  // namespace burden::inputs
