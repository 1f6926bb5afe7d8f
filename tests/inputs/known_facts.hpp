/// The compiled-in facts, read once for all tests of a program, and questions put to them.
#pragma once

#include <string>
#include <utility>

#include "burden/inputs/embedded.hpp"
#include "burden/inputs/hosting_run.hpp"
#include "support/catch.hpp"

namespace burden::tests {

inline const inputs::Facts& known_facts() {
    static const inputs::Facts facts = inputs::embedded_facts();
    return facts;
}

inline const inputs::Arrangement& known_arrangement(const std::string& key) {
    const inputs::Arrangement* const arrangement = known_facts().find_arrangement(key);
    INFO(key);
    REQUIRE(arrangement != nullptr);
    return *arrangement;
}

/// The answer to a question about an arrangement, with `renewals` as they are typed.
inline inputs::Reading<inputs::HostingRun> asked_of(const std::string& key, const std::string& renewals,
                                                    inputs::HostingQuestion question = {}) {
    if (!renewals.empty()) {
        const auto read = inputs::read_renewals(renewals);
        INFO(renewals);
        REQUIRE(read);
        question.renewals = *read;
    }
    return inputs::hosting_run(known_facts(), known_arrangement(key), question);
}

inline inputs::HostingRun hosting(const std::string& key, const std::string& renewals,
                                  inputs::HostingQuestion question = {}) {
    const auto run = asked_of(key, renewals, std::move(question));
    INFO(renewals << '\n' << (run ? "" : run.diagnostics().front().message));
    REQUIRE(run);
    return *run;
}

/// The first message to a question that is refused.
inline inputs::Diagnostic refusal(const std::string& key, const std::string& renewals,
                                  inputs::HostingQuestion question = {}) {
    const auto run = asked_of(key, renewals, std::move(question));
    INFO(renewals);
    REQUIRE_FALSE(run);
    return run.diagnostics().front();
}

}  // namespace burden::tests
