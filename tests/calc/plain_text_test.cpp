#include "burden/calc/plain_text.hpp"

#include "burden/calc/quoted.hpp"
#include "support/catch.hpp"

using namespace burden;

TEST_CASE("plain text remembers where its characters stood", "[calc][plain_text]") {
    const auto plain = calc::PlainText::read("５\u00A0％\u2212円", 100);
    REQUIRE(plain);
    CHECK(plain->text() == "5 %-円");
    CHECK(plain->typed_at(0) == 0);
    CHECK(plain->typed_at(1) == 3);
    CHECK(plain->typed_at(2) == 5);
    CHECK(plain->typed_at(3) == 8);
    CHECK(plain->typed_at(4) == 11);
    CHECK(plain->typed_at(7) == 14);
    CHECK(plain->typed_at(100) == 14);
    const auto fault = plain->in_typed({.message = "x", .at = 2, .length = 1});
    CHECK(fault.at == 5);
    CHECK(fault.length == 3);
}

TEST_CASE("what is no UTF-8 is refused at its byte", "[calc][plain_text]") {
    const auto at = [](std::string_view text) { return calc::PlainText::read(text, 100).fault().at; };
    CHECK(at("ab\xFF") == 2);
    CHECK(at("\x80") == 0);
    CHECK(at("a\xE5\x86") == 1);
    CHECK(at("\xC0\xAF") == 0);          // longer than needed
    CHECK(at("\xE0\x80\xAF") == 0);      // the same in three bytes
    CHECK(at("\xED\xA0\x80") == 0);      // half of a pair
    CHECK(at("\xF4\x90\x80\x80") == 0);  // past the last character
    CHECK(calc::character_length("\xF0\x9F\x97\xBE") == 4);
    CHECK(calc::character_length("") == 0);
}

TEST_CASE("a text in a message cannot steer the terminal", "[calc][quoted]") {
    CHECK(calc::quoted("5 円") == "'5 円'");
    CHECK(calc::quoted("\x1b[31m") == "'\\x1b[31m'");
    CHECK(calc::quoted("a\nb") == "'a\\x0ab'");
    CHECK(calc::quoted("\u009B31m") == "'\\xc2\\x9b31m'");
    CHECK(calc::quoted("\u202Eabc") == "'\\xe2\\x80\\xaeabc'");
    CHECK(calc::quoted("\u2067abc") == "'\\xe2\\x81\\xa7abc'");
    CHECK(calc::quoted("\xE5\x86") == "'\\xe5\\x86'");
}

TEST_CASE("a long text in a message is cut between characters", "[calc][quoted]") {
    const std::string fits(40, 'a');
    CHECK(calc::quoted(fits) == "'" + fits + "'");
    CHECK(calc::quoted(fits + "a") == "'" + fits + "…'");
    const std::string shorter(39, 'a');
    CHECK(calc::quoted(shorter + "円") == "'" + shorter + "…'");
}

TEST_CASE("phrases are found in any case and with any spaces", "[calc][plain_text]") {
    CHECK(calc::phrase_length("per  Year!", "per year") == 9);
    CHECK(calc::phrase_length("per yearly", "per year") == 0);
    CHECK(calc::phrase_length("peryear", "per year") == 0);
    CHECK(calc::phrase_length("per", "per year") == 0);
    CHECK(calc::phrase_length("億円", "億") == 3);
    CHECK(calc::word_length("złoty 5") == 6);
    CHECK(calc::word_length("円") == 0);
}
