#include "burden/models/claim.hpp"

#include <algorithm>

namespace burden::models {
namespace {

struct Count {
    bool any = false;
    bool fitting = false;
    bool missing = false;
};

Count count(std::span<const ReadingOutcome> readings, ReadingKind kind) {
    Count result;
    for (const ReadingOutcome& reading : readings) {
        if (reading.kind == kind) {
            result.any = true;
            (reading.fits ? result.fitting : result.missing) = true;
        }
    }
    return result;
}

}  // namespace

Verdict verdict(std::span<const ReadingOutcome> readings) {
    const Count stated = count(readings, ReadingKind::stated);
    const Count other = count(readings, ReadingKind::other);
    const Count later = count(readings, ReadingKind::later);
    const bool any_then = stated.any || other.any;
    if (stated.fitting || (!stated.any && other.fitting && !other.missing)) {
        if (stated.missing || other.missing || (later.fitting && later.missing)) {
            return Verdict::reading_dependent;
        }
        return later.missing ? Verdict::overtaken : Verdict::supported;
    }
    if (other.fitting || (any_then && later.fitting) || (later.fitting && later.missing)) {
        return Verdict::reading_dependent;
    }
    if (later.fitting) {
        return Verdict::supported;
    }
    if (later.any && !any_then) {
        return Verdict::overtaken;
    }
    return count(readings, ReadingKind::slip).fitting ? Verdict::refuted : Verdict::unknown;
}

}  // namespace burden::models
