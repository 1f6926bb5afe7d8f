#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "burden/cli/run.hpp"

namespace {

/// Columns of the screen: those of the terminal, or 100 for a file or a pipe, so that it is the same
/// everywhere.
int screen_width() {
    constexpr int widest = 200;
    constexpr int narrowest = 40;
    winsize size = {};
    if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::clamp(static_cast<int>(size.ws_col), narrowest, widest);
    }
    return 100;
}

bool colours_wanted() {
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool refused = no_color != nullptr && *no_color != '\0';
    const bool dumb = terminal != nullptr && std::string(terminal) == "dumb";
    return isatty(STDOUT_FILENO) != 0 && !refused && !dumb;
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    burden::cli::Session session{.out = std::cout,
                                 .err = std::cerr,
                                 .style = {.width = screen_width(), .colour = colours_wanted()},
                                 .progress = isatty(STDERR_FILENO) != 0};
    auto code = burden::cli::run(std::vector<std::string>(argv + 1, argv + argc), session);
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "burden: the result could not be written\n";
        code = burden::cli::ExitCode::failed;
    }
    return static_cast<int>(code);
}
