/// Another PATH for a test.
#pragma once

#include <cstdlib>
#include <string>

namespace burden::tests {

/// PATH as it was, once the test is over.
class PathInstead {
public:
    explicit PathInstead(const std::string& path) : before_(std::getenv("PATH")) {
        setenv("PATH", path.c_str(), 1);
    }
    PathInstead(const PathInstead&) = delete;
    PathInstead& operator=(const PathInstead&) = delete;
    ~PathInstead() { setenv("PATH", before_.c_str(), 1); }

private:
    std::string before_;
};

}  // namespace burden::tests
