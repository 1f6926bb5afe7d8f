/// Work beside the window: of what is asked for while a piece of work goes on, only the latest is done after
/// it.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace burden::gui {

/// Does one piece of work at a time on a thread of its own. A piece that waits gives way to one that is asked
/// for later, and the one at work is told by its token that it is out of date; so a slider that is dragged is
/// followed, and never lagged behind.
class Latest {
public:
    using Work = std::function<void(std::stop_token)>;

    Latest();
    Latest(const Latest&) = delete;
    Latest(Latest&&) = delete;
    Latest& operator=(const Latest&) = delete;
    Latest& operator=(Latest&&) = delete;
    /// Waits for the piece at work, which is told to stop.
    ~Latest();

    /// Asks for `work`, in place of what waits. The piece at work is told to stop where `hurry` is true; a
    /// slider lets it come to its end, so that something is seen while it moves.
    void ask(Work work, bool hurry = false);

    /// Waits until nothing is at work and nothing waits: for tests and for the end of the program.
    void settle();

private:
    void run(const std::stop_token& end);

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<Work> waiting_;
    std::stop_source at_work_;
    bool busy_ = false;
    std::jthread thread_;
};

}  // namespace burden::gui
