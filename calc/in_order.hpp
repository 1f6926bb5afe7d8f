/// Few things in an order.
#pragma once

#include <algorithm>
#include <vector>

namespace burden::calc {

/// Puts things in order, those that are alike as they stood. For the labels of a chart and the like: it moves
/// each to its place one by one, and unlike std::stable_sort asks the library for no buffer that compilers
/// warn of.
template <typename T, typename Before>
void put_in_order(std::vector<T>& things, const Before& before) {
    for (auto next = things.begin(); next != things.end(); ++next) {
        std::rotate(std::upper_bound(things.begin(), next, *next, before), next, next + 1);
    }
}

}  // namespace burden::calc
