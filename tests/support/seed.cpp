#include <cstdlib>

namespace {

/// Properties draw the same values in every run; RC_PARAMS says otherwise for whoever looks for more.
[[maybe_unused]] const int seeded = setenv("RC_PARAMS", "seed=20270331", 0);

}  // namespace
