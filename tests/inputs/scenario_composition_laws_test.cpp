/// What holds however files are put together.
#include <algorithm>
#include <set>

#include "inputs/scenario_texts.hpp"
#include "support/catch.hpp"
#include "support/generators.hpp"

using namespace burden;
using namespace burden::tests;

namespace {

/// Files that extend some of those before them; each key is set by a file and by what extends it, or by
/// unrelated files, which then cannot be put together.
Texts drawn_files() {
    const auto count = *rc::gen::inRange(2, 7);
    Texts texts;
    for (int i = 0; i < count; ++i) {
        std::string text = "title = \"F\"\n";
        std::string below;
        for (int j = 0; j < i; ++j) {
            if (*rc::gen::inRange(0, 3) == 0) {
                below += (below.empty() ? "" : ", ") + ("\"f" + std::to_string(j)) + ".toml\"";
            }
        }
        if (!below.empty()) {
            text += "extends = [" + below + "]\n";
        }
        text += "[assumptions]\n";
        for (const auto* const key : {"jpn.growth", "usa.growth", "kor.growth", "deu.growth", "aus.growth"}) {
            if (*rc::gen::inRange(0, 6) == 0) {
                text += std::string(key) + " = \"+0." + std::to_string(i + 1) + " pp\"\n";
            }
        }
        texts["f" + std::to_string(i) + ".toml"] = text;
    }
    return texts;
}

std::string joined(const std::vector<std::string>& names) {
    std::string result;
    for (const std::string& name : names) {
        result += (result.empty() ? "" : "+") + name;
    }
    return result;
}

std::vector<std::string> drawn_names(const Texts& texts) {
    std::vector<std::string> names;
    for (const auto& [name, text] : texts) {
        if (*rc::gen::arbitrary<bool>()) {
            names.push_back(name);
        }
    }
    return names.empty() ? std::vector<std::string>{texts.begin()->first} : names;
}

}  // namespace

TEST_CASE("the order in which files are named changes no layers", "[inputs][scenario]") {
    CHECK(rc::check([] {
        const Texts texts = drawn_files();
        std::vector<std::string> names = drawn_names(texts);
        const auto first = put_together(joined(names), texts);
        std::reverse(names.begin(), names.end());
        const auto reversed = put_together(joined(names), texts);
        std::rotate(names.begin(), names.begin() + 1, names.end());
        const auto rotated = put_together(joined(names), texts);
        RC_ASSERT(static_cast<bool>(first) == static_cast<bool>(reversed));
        RC_ASSERT(static_cast<bool>(first) == static_cast<bool>(rotated));
        if (first) {
            RC_ASSERT(effect(*first) == effect(*reversed));
            RC_ASSERT(effect(*first) == effect(*rotated));
        }
    }));
}

TEST_CASE("files that are named are put together as by a file that extends them", "[inputs][scenario]") {
    CHECK(rc::check([] {
        Texts texts = drawn_files();
        const std::vector<std::string> names = drawn_names(texts);
        const auto named = put_together(joined(names), texts);
        texts["all.toml"] = "title = \"All\"\nextends = [\"" + names.front() + "\"";
        for (std::size_t i = 1; i < names.size(); ++i) {
            texts["all.toml"] += ", \"" + names[i] + "\"";
        }
        texts["all.toml"] += "]\n";
        const auto extended = put_together("all.toml", texts);
        RC_ASSERT(static_cast<bool>(named) == static_cast<bool>(extended));
        if (named) {
            RC_ASSERT(effect(*named) == effect(*extended));
        }
    }));
}

TEST_CASE("a part that is put together first changes nothing", "[inputs][scenario]") {
    CHECK(rc::check([] {
        Texts texts = drawn_files();
        const std::vector<std::string> names = drawn_names(texts);
        const auto cut = static_cast<std::size_t>(*rc::gen::inRange<std::size_t>(0, names.size()));
        const auto named = put_together(joined(names), texts);
        // (a+b)+c and a+(b+c): one file extends a part, the rest is named beside it.
        std::string below;
        std::vector<std::string> rest = {"part.toml"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (i <= cut) {
                below += (below.empty() ? "\"" : ", \"") + names[i] + "\"";
            } else {
                rest.push_back(names[i]);
            }
        }
        texts["part.toml"] = "title = \"Part\"\nextends = [" + below + "]\n";
        const auto parted = put_together(joined(rest), texts);
        RC_ASSERT(static_cast<bool>(named) == static_cast<bool>(parted));
        if (named) {
            RC_ASSERT(effect(*named) == effect(*parted));
        }
    }));
}

TEST_CASE("a file keeps its settings over those below it, in whatever company", "[inputs][scenario]") {
    CHECK(rc::check([] {
        const Texts texts = drawn_files();
        const auto scenario = put_together(joined(drawn_names(texts)), texts);
        if (!scenario) {
            return;
        }
        std::set<std::string> seen;
        for (const ScenarioFile& file : scenario->files) {
            for (const std::string& below : file.extends) {
                RC_ASSERT(seen.contains(below));
            }
            RC_ASSERT(seen.insert(file.name).second);
        }
    }));
}
