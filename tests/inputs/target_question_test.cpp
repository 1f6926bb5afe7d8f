#include "burden/inputs/target_question.hpp"

#include "support/numbers.hpp"

using namespace burden;
using namespace burden::tests;
using calc::Decimal;
using calc::Year;

TEST_CASE("a share of GDP is read as typed and kept within reason", "[inputs][target]") {
    CHECK(inputs::read_target_share("3.5%", false)->share == Decimal("0.035"));
    CHECK(inputs::read_target_share("3.5%", false)->text == "3.5%");
    CHECK(inputs::read_target_share("34%", false).fault().message ==
          "34 % of GDP is more than any country spends in peace; did you mean 3.4 %?");
    CHECK(inputs::read_target_share("34%", true)->share == Decimal("0.34"));
    CHECK(!inputs::read_target_share("101%", true));
    CHECK(!inputs::read_target_share("-1%", true));
}

TEST_CASE("shapes are read one after another, way-points with their commas", "[inputs][target]") {
    const auto shapes = inputs::read_path_shapes("linear,table:FY2028=2.2%,FY2035=5%,back-loaded:limit=8%");
    REQUIRE(shapes);
    REQUIRE(shapes->size() == 3);
    CHECK((*shapes)[1].text == "table:FY2028=2.2%,FY2035=5%");
    const auto& way = std::get<calc::WayPoints<Decimal>>((*shapes)[1].shape);
    CHECK(way.points ==
          std::vector<std::pair<Year, Decimal>>{{{2028}, Decimal("0.022")}, {{2035}, Decimal("0.05")}});
    CHECK(std::holds_alternative<calc::BackLoaded>((*shapes)[2].shape));
    CHECK(*(*shapes)[2].most_growth == Decimal("0.08"));
}

TEST_CASE("a fault in a shape points at the byte", "[inputs][target]") {
    CHECK(inputs::read_path_shapes("linear,linaer").fault().at == 7);
    CHECK(inputs::read_path_shapes("linear,linaer").fault().nearest == "linear");
    CHECK(inputs::read_path_shapes("back:limit=8").fault().at == 11);
    CHECK(inputs::read_path_shapes("table:FY2035=5%,FY2028=2%").fault().message ==
          "the years of a table are in order, FY2028 is not");
}

TEST_CASE("baselines and rules for the years after are read by name", "[inputs][target]") {
    CHECK(std::holds_alternative<models::HoldReal>(inputs::read_baseline("hold-real")->rule));
    CHECK(std::get<models::StatedShare<Decimal>>(inputs::read_baseline("share:2%")->rule).share ==
          Decimal("0.02"));
    CHECK(std::get<inputs::PlanByKey>(inputs::read_baseline("plan:ministry-path")->rule).key ==
          "ministry-path");
    CHECK(inputs::read_baseline("hold-shares").fault().nearest == "hold-share");
    CHECK(std::holds_alternative<models::HoldNominal>(inputs::read_after_rule("hold-nominal")->rule));
    CHECK(!inputs::read_after_rule("lapse"));
}

TEST_CASE("prices and denominators are read", "[inputs][target]") {
    CHECK(!*inputs::read_prices("current"));
    CHECK((*inputs::read_prices("constant:FY2025"))->year == Year{2025});
    CHECK(inputs::read_prices("constant:").fault().at == 9);
    CHECK(!*inputs::read_denominator("same-year"));
    CHECK((*inputs::read_denominator("FY2022"))->year == Year{2022});
    CHECK(!inputs::read_denominator("next-year"));
}

TEST_CASE("the amount of a year is above zero and no total", "[inputs][target]") {
    CHECK(inputs::read_yearly_amount("11 tn JPY")->value == Decimal("11e12"));
    CHECK(!inputs::read_yearly_amount("-11 tn JPY"));
    CHECK(!inputs::read_yearly_amount("43 tn JPY over five years"));
}

TEST_CASE("a rise is no collapse", "[inputs][target]") {
    CHECK(inputs::read_rises("-2%"));
    CHECK(!inputs::read_rises("-100%"));
    CHECK(!inputs::read_rises("2026=2%,2027=2000%"));
}
