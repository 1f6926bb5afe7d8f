/// What a chart shows, said in Japanese.
#pragma once

#include <string>

#include "burden/brief/chart.hpp"

namespace burden::brief {

/// `alt_text` of a chart whose texts are in Japanese.
std::string japanese_alt_text(const Chart& chart);

}  // namespace burden::brief
