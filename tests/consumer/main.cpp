// Extra spending over ten years when a share of GDP rises evenly from 1.8 % to 3.5 %, from GDP of 619 that
// grows by 2 % a year.
#include <iostream>

#include "burden/models/target.hpp"

int main() {
    using namespace burden;
    using calc::Decimal;
    const calc::Unit yen{calc::Currency("JPY")};
    const calc::Yearly<Decimal> gdp(619, yen);
    const auto growth = calc::series_of({2026}, {2035}, [](calc::Year) { return Decimal("0.02"); });
    const auto inflation = calc::series_of({2026}, {2035}, [](calc::Year) { return Decimal(0); });
    const auto path = models::target_path<Decimal>(models::grown_economy(gdp, growth, inflation),
                                                   {.from = {2025},
                                                    .due = {2035},
                                                    .to = {2035},
                                                    .base_spending = gdp * Decimal("0.018"),
                                                    .share = Decimal("0.035"),
                                                    .shape = calc::Linear{}});
    std::cout << path.back().cumulative_extra.in(yen).to_text(15) << '\n';
}
