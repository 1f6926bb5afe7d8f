#include "burden/brief/set_apart.hpp"

#include <algorithm>
#include <cstddef>

namespace burden::brief {
namespace {

/// Labels that touch, standing where they would like to on average.
struct Block {
    std::size_t first, last;
    double foot, height;

    double count() const { return static_cast<double>(last - first + 1); }
};

}  // namespace

std::vector<double> set_apart(const std::vector<WantedLabel>& labels, double lowest, double highest) {
    const auto within = [&](double foot, double height) {
        return std::max(std::min(foot, highest - height), lowest);
    };
    std::vector<Block> blocks;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        const double height = labels[at].height;
        Block block{at, at, within(labels[at].middle - height / 2, height), height};
        while (!blocks.empty() && blocks.back().foot + blocks.back().height > block.foot) {
            const Block& below = blocks.back();
            const double n = below.count();
            const double m = block.count();
            const double foot = (below.foot * n + (block.foot - below.height) * m) / (n + m);
            const double together = below.height + block.height;
            block = {below.first, block.last, within(foot, together), together};
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    std::vector<double> middles;
    for (const Block& block : blocks) {
        double foot = block.foot;
        for (std::size_t at = block.first; at <= block.last; ++at) {
            middles.push_back(foot + labels[at].height / 2);
            foot += labels[at].height;
        }
    }
    return middles;
}

}  // namespace burden::brief
