#include "burden/calc/currency.hpp"

#include <algorithm>
#include <vector>

#include "burden/calc/letter_case.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::calc {
namespace {

constexpr std::string_view all_codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN "
    "BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
    "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW "
    "KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD "
    "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD "
    "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED "
    "VES VND VUV WST XAF XCD XCG XOF XPF XXX YER ZAR ZMW ZWG";

constexpr std::size_t code_length = 3;

bool is_code(std::string_view code) {
    if (code.size() != code_length) {
        return false;
    }
    for (std::size_t at = 0; at < all_codes.size(); at += code_length + 1) {
        if (all_codes.substr(at, code_length) == code) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::span<const std::string> currency_codes() {
    static const std::vector<std::string> codes = [] {
        std::vector<std::string> list;
        for (std::size_t at = 0; at < all_codes.size(); at += code_length + 1) {
            list.emplace_back(all_codes.substr(at, code_length));
        }
        return list;
    }();
    return codes;
}

Currency::Currency(std::string_view code) {
    require(is_code(code), "'" + std::string(code) + "' is no currency");
    std::copy(code.begin(), code.end(), code_.begin());
}

Parsed<Currency> Currency::read(std::string_view code) {
    const std::string capitals = upper_case(std::string(code.substr(0, code_length + 1)));
    if (is_code(capitals)) {
        return Currency(capitals);
    }
    return Fault{.message = "unknown currency " + quoted(code),
                 .at = 0,
                 .length = std::max<std::size_t>(1, code.size()),
                 .allowed = {"a code of ISO 4217, such as JPY, USD or EUR"},
                 .nearest = nearest(code, currency_codes())};
}

}  // namespace burden::calc
