#include "burden/calc/parallel.hpp"

#include <algorithm>
#include <exception>
#include <thread>
#include <vector>

namespace burden::calc {

void in_parallel(std::size_t count, std::size_t least, unsigned most_threads,
                 const std::function<void(std::size_t first, std::size_t last)>& work) {
    const std::size_t wanted = most_threads != 0 ? most_threads : std::thread::hardware_concurrency();
    const std::size_t parts =
        std::max<std::size_t>(1, std::min(wanted, count / std::max<std::size_t>(1, least)));
    std::vector<std::exception_ptr> failures(parts);
    const auto part = [&](std::size_t at) {
        try {
            work(count * at / parts, count * (at + 1) / parts);
        } catch (...) {
            failures[at] = std::current_exception();
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t at = 1; at < parts; ++at) {
        threads.emplace_back(part, at);
    }
    part(0);
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::exception_ptr& failure : failures) {
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
}

}  // namespace burden::calc
