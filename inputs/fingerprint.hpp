/// Fingerprints of files.
#pragma once

#include <string>
#include <string_view>

namespace burden::inputs {

/// SHA-256 of some bytes, FIPS 180-4: 64 hexadecimal digits in small letters, as `sha256sum` prints them.
std::string sha256_of(std::string_view bytes);

}  // namespace burden::inputs
