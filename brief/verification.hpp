/// A recorded run held against the same run made anew.
#pragma once

#include <string>
#include <vector>

#include "burden/brief/answer.hpp"
#include "burden/brief/manifest.hpp"

namespace burden::brief {

/// A file of the run as it lies in its folder.
struct FoundFile {
    RecordedFile record;
    std::string text;
    bool as_recorded = false;  ///< whether it has the fingerprint that the manifest gives
};

/// A result as it comes out now.
struct ResultAnew {
    std::string path;
    std::string text;
};

struct Verification {
    Manifest manifest;
    std::vector<FoundFile> inputs;  ///< copies of scenario files and facts
    std::vector<FoundFile> results;
    std::vector<ResultAnew> anew;
    std::string version;         ///< of this program
    std::string embedded_facts;  ///< fingerprint of its facts
};

/// Whether every file is as it was recorded, and every result comes out the same to the byte.
bool identical(const Verification& verification);

/// `burden verify`: what became of each file, and the first twenty figures that differ.
Answer verification_answer(const Verification& verification);

}  // namespace burden::brief
