/// Work that does not depend on its order, on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace burden::calc {

/// Calls `work(first, last)` with parts of `count` one after another, each on a thread of its own; none has
/// fewer than `least`. At most `most_threads`, or as many as the machine runs at once where that is 0. What
/// `work` throws is thrown again when all have ended: of several the first part's.
void in_parallel(std::size_t count, std::size_t least, unsigned most_threads,
                 const std::function<void(std::size_t first, std::size_t last)>& work);

}  // namespace burden::calc
