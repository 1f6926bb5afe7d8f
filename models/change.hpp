/// What a scenario makes of a figure: another one, or a change to the one that holds without it.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "burden/calc/number.hpp"
#include "burden/calc/year.hpp"

namespace burden::models {

enum class ChangeKind {
    set,      ///< this figure stands instead
    add,      ///< so much more: "+0.5 pp"
    multiply  ///< so many times: "×1.1"
};

template <typename N>
struct Change {
    ChangeKind kind = ChangeKind::set;
    N by{};
};

/// One change for every year, changes by year, or both: a year of its own goes before.
template <typename N>
struct ChangeLayer {
    std::optional<Change<N>> always = {};
    std::vector<std::pair<calc::Year, Change<N>>> years = {};
};

/// Changes one upon another: what the first makes of a figure is what the second changes.
template <typename N>
using ChangeLayers = std::vector<ChangeLayer<N>>;

/// A figure after one change.
template <calc::Number N>
N changed(const N& figure, const Change<N>& change) {
    switch (change.kind) {
        case ChangeKind::set:
            break;
        case ChangeKind::add:
            return N(figure + change.by);
        case ChangeKind::multiply:
            return N(figure * change.by);
    }
    return change.by;
}

/// The figure of a year after all changes that reach it.
template <calc::Number N>
N changed(const N& figure, const ChangeLayers<N>& layers, calc::Year year) {
    N result = figure;
    for (const ChangeLayer<N>& layer : layers) {
        const Change<N>* change = layer.always ? &*layer.always : nullptr;
        for (const auto& [when, own] : layer.years) {
            if (when == year) {
                change = &own;
            }
        }
        if (change != nullptr) {
            result = changed(result, *change);
        }
    }
    return result;
}

}  // namespace burden::models
