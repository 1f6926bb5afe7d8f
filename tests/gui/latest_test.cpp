#include "burden/gui/view/latest.hpp"

#include <catch2/catch.hpp>
#include <future>
#include <vector>

namespace burden::gui {

TEST_CASE("of what is asked for while work goes on only the latest is done", "[view][latest]") {
    std::promise<void> begun;
    std::promise<void> gate;
    std::vector<int> done;
    Latest latest;
    latest.ask([&](const std::stop_token&) {
        begun.set_value();
        gate.get_future().wait();
        done.push_back(1);
    });
    begun.get_future().wait();
    latest.ask([&](const std::stop_token&) { done.push_back(2); });
    latest.ask([&](const std::stop_token&) { done.push_back(3); });
    gate.set_value();
    latest.settle();
    CHECK(done == std::vector{1, 3});
}

TEST_CASE("work that is out of date is told so where its follower hurries", "[view][latest]") {
    std::promise<void> begun;
    bool told = false;
    Latest latest;
    latest.ask([&](const std::stop_token& stop) {
        begun.set_value();
        while (!stop.stop_requested()) {
            std::this_thread::yield();
        }
        told = true;
    });
    begun.get_future().wait();
    latest.ask([](const std::stop_token&) {}, true);
    latest.settle();
    CHECK(told);
}

TEST_CASE("the end of the window does not wait for work that nobody began", "[view][latest]") {
    std::promise<void> begun;
    bool second = false;
    {
        Latest latest;
        latest.ask([&](const std::stop_token& stop) {
            begun.set_value();
            while (!stop.stop_requested()) {
                std::this_thread::yield();
            }
        });
        begun.get_future().wait();
        latest.ask([&](const std::stop_token&) { second = true; });
    }
    CHECK_FALSE(second);
}

}  // namespace burden::gui
