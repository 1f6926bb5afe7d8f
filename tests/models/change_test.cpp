#include "burden/models/change.hpp"

#include <rapidcheck.h>

#include "support/catch.hpp"
#include "support/generators.hpp"

using namespace burden;
using calc::Decimal;
using models::Change;
using models::ChangeKind;
using Layer = models::ChangeLayer<Decimal>;
using Layers = models::ChangeLayers<Decimal>;

namespace {

constexpr calc::Year year{2030};

Layer set(const Decimal& figure) { return {.always = Change<Decimal>{ChangeKind::set, figure}}; }
Layer set(const char* text) { return set(Decimal(text)); }
Layer add(const char* text) { return {.always = Change<Decimal>{ChangeKind::add, Decimal(text)}}; }
Layer times(const char* text) { return {.always = Change<Decimal>{ChangeKind::multiply, Decimal(text)}}; }

}  // namespace

TEST_CASE("a figure without changes stays", "[models][change]") {
    CHECK(models::changed(Decimal("0.021"), Layers{}, year) == Decimal("0.021"));
}

TEST_CASE("changes are made one upon another", "[models][change]") {
    CHECK(models::changed(Decimal(10), Layers{add("2"), times("1.5")}, year) == Decimal(18));
    CHECK(models::changed(Decimal(10), Layers{times("1.5"), add("2")}, year) == Decimal(17));
    CHECK(models::changed(Decimal(10), Layers{add("2"), set("3"), add("1")}, year) == Decimal(4));
}

TEST_CASE("a year of its own goes before what holds for every year", "[models][change]") {
    Layer layer = set("5");
    layer.years = {{calc::Year{2031}, {ChangeKind::set, Decimal(7)}}};
    CHECK(models::changed(Decimal(1), Layers{layer}, calc::Year{2030}) == Decimal(5));
    CHECK(models::changed(Decimal(1), Layers{layer}, calc::Year{2031}) == Decimal(7));
    layer.always.reset();
    CHECK(models::changed(Decimal(1), Layers{layer}, calc::Year{2030}) == Decimal(1));
}

TEST_CASE("laws of changes", "[models][change]") {
    CHECK(rc::check("a figure set to itself, more by nothing, or once itself, stays", [] {
        const Decimal figure = *tests::decimals();
        RC_ASSERT(models::changed(figure, Layers{set(figure)}, year) == figure);
        RC_ASSERT(models::changed(figure, Layers{add("0")}, year) == figure);
        RC_ASSERT(models::changed(figure, Layers{times("1")}, year) == figure);
    }));
    CHECK(rc::check("what lies below a set figure does not count", [] {
        const Decimal figure = *tests::decimals();
        const Decimal other = *tests::decimals();
        RC_ASSERT(models::changed(figure, Layers{add("3"), set("2"), times("4")}, year) ==
                  models::changed(other, Layers{set("2"), times("4")}, year));
    }));
}
