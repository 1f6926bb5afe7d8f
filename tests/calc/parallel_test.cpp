#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "burden/calc/parallel.hpp"
#include "support/catch.hpp"

using burden::calc::in_parallel;

TEST_CASE("work in parallel is done for every place once", "[calc][parallel]") {
    CHECK(rc::check("whatever the count and the threads", [] {
        const auto count = *rc::gen::inRange<std::size_t>(0, 500);
        const auto least = *rc::gen::inRange<std::size_t>(0, 50);
        const auto threads = *rc::gen::inRange<unsigned>(0, 9);
        std::vector<int> done(count, 0);
        std::atomic<std::size_t> parts = 0;
        in_parallel(count, least, threads, [&](std::size_t first, std::size_t last) {
            ++parts;
            std::for_each(done.begin() + static_cast<std::ptrdiff_t>(first),
                          done.begin() + static_cast<std::ptrdiff_t>(last), [](int& place) { ++place; });
        });
        RC_ASSERT(std::all_of(done.begin(), done.end(), [](int times) { return times == 1; }));
        RC_ASSERT(parts >= 1U);
        if (threads != 0) {
            RC_ASSERT(parts <= threads);
        }
    }));
}

TEST_CASE("what fails in parallel is told when all have ended, of several the first", "[calc][parallel]") {
    std::atomic<int> ended = 0;
    const auto work = [&](std::size_t first, std::size_t /*last*/) {
        ++ended;
        throw std::runtime_error(std::to_string(first));
    };
    CHECK_THROWS_WITH(in_parallel(4, 1, 4, work), "0");
    CHECK(ended == 4);
}
