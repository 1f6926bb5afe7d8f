#include "burden/gui/view/latest.hpp"

#include <utility>

namespace burden::gui {

Latest::Latest() : thread_([this](const std::stop_token& end) { run(end); }) {}

Latest::~Latest() {
    {
        const std::lock_guard hold(mutex_);
        waiting_.reset();
        at_work_.request_stop();
    }
    thread_.request_stop();
}

void Latest::ask(Work work, bool hurry) {
    {
        const std::lock_guard hold(mutex_);
        waiting_ = std::move(work);
        if (hurry) {
            at_work_.request_stop();
        }
    }
    changed_.notify_all();
}

void Latest::settle() {
    std::unique_lock hold(mutex_);
    changed_.wait(hold, [this] { return !busy_ && !waiting_; });
}

void Latest::run(const std::stop_token& end) {
    std::unique_lock hold(mutex_);
    while (changed_.wait(hold, end, [this] { return waiting_.has_value(); })) {
        const Work work = std::move(*waiting_);
        waiting_.reset();
        at_work_ = std::stop_source();
        const std::stop_token told = at_work_.get_token();
        busy_ = true;
        hold.unlock();
        work(told);
        hold.lock();
        busy_ = false;
        changed_.notify_all();
    }
}

}  // namespace burden::gui
