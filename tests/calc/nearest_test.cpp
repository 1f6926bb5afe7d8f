#include "burden/calc/nearest.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using burden::calc::nearest;

namespace {

const std::vector<std::string> shapes = {"linear", "geometric", "front", "back", "s-curve", "step"};

}  // namespace

TEST_CASE("a mistyped name is answered with the one it was meant to be", "[calc][nearest]") {
    CHECK(nearest("liner", shapes) == "linear");         // a letter left out
    CHECK(nearest("linearr", shapes) == "linear");       // one added
    CHECK(nearest("lineal", shapes) == "linear");        // one changed
    CHECK(nearest("gemoetric", shapes) == "geometric");  // two swapped
    CHECK(nearest("LINEAR", shapes) == "linear");        // case does not count
    CHECK(nearest("s_curve", shapes) == "s-curve");
}

TEST_CASE("a word that is far from every name has no nearest", "[calc][nearest]") {
    CHECK(nearest("quadratic", shapes).empty());
    CHECK(nearest("", shapes).empty());
    CHECK(nearest("x", shapes).empty());
    CHECK(nearest("linear", {}).empty());
    CHECK(nearest(std::string(1'000'000, 'l'), shapes).empty());
    CHECK(nearest("linear", std::vector<std::string>{std::string(1'000'000, 'l')}).empty());
}

TEST_CASE("of names equally near the first is given", "[calc][nearest]") {
    CHECK(nearest("bank", std::vector<std::string>{"back", "band"}) == "back");
    CHECK(nearest("bank", std::vector<std::string>{"band", "back"}) == "band");
    CHECK(nearest("band", std::vector<std::string>{"back", "bands"}) == "bands");
}

TEST_CASE("a name that shares no letter is not near", "[calc][nearest]") {
    CHECK(nearest("q", std::vector<std::string>{"k", "b"}).empty());
    CHECK(nearest("bm", std::vector<std::string>{"k", "bn"}) == "bn");
}
