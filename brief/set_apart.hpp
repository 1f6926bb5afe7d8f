/// Labels that would stand on one another, set apart.
#pragma once

#include <limits>
#include <vector>

namespace burden::brief {

/// A label and where it would like its middle to be, in pixels above the foot of a plot.
struct WantedLabel {
    double middle = 0;
    double height = 0;  ///< with the distance to its neighbours
};

/// Where the middles of labels stand so that none covers another: each as near to where it would like to be
/// as the others let it, in the same order, none below `lowest`, and none above `highest` while there is
/// room. `labels` stand in ascending order of their middles.
std::vector<double> set_apart(const std::vector<WantedLabel>& labels, double lowest,
                              double highest = std::numeric_limits<double>::infinity());

}  // namespace burden::brief
