#include "burden/calc/letter_case.hpp"

#include "support/catch.hpp"

using namespace burden;

TEST_CASE("names are put in one case, letters of other scripts left alone", "[calc][letter_case]") {
    CHECK(calc::lower_case("JPN 2 Türkiye 円") == "jpn 2 türkiye 円");
    CHECK(calc::upper_case("jpn-2 円") == "JPN-2 円");
}
