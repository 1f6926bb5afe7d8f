/// A run on record, and burden verify.
#include "burden/inputs/fingerprint.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "support/catch.hpp"

using namespace burden;
using namespace burden::tests;
using cli::ExitCode;
namespace fs = std::filesystem;

namespace {

bool holds(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

/// A folder with a run on record in "record", of two files, a ready-made scenario and own facts.
void put_on_record(const Folder& folder) {
    fs::create_directory(folder.path() / "plans");
    folder.file("base.toml", "title = \"Base\"\n[policy.jpn]\ntarget.share = \"2%\"\n");
    folder.file("plans/plan.toml",
                "title = \"Plan\"\nextends = \"../base.toml\"\n[policy.jpn]\ntarget.share = \"3%\"\n"
                "[basis.jpn]\nbase.spending = \"10 tn JPY\"\n");
    folder.file("own.toml",
                "[source.MINE]\ntitle = \"Mine\"\npublisher = \"Me\"\npublished = \"2026\"\n"
                "address = \"https://example.org/\"\ngrade = \"weak\"\n");
    const auto run = outcome(
        "burden run plans/plan.toml in-dollars --set jpn.target.by=2033 --facts own.toml "
        "-o record/",
        folder);
    INFO(run.text);
    REQUIRE(run.status == 0);
}

std::string file_of(const Folder& folder, const std::string& name) { return text_of(folder.path() / name); }

void change(const Folder& folder, const std::string& name, const std::string& from, const std::string& to) {
    std::string text = file_of(folder, name);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    folder.file(name, text);
}

}  // namespace

TEST_CASE("a run on record holds what was printed and all that it came from", "[cli][verify]") {
    const Folder folder;
    put_on_record(folder);
    const std::string same =
        "burden run plans/plan.toml in-dollars --set jpn.target.by=2033 --facts own.toml";
    CHECK(outcome(same + " --format json", folder).text == file_of(folder, "record/result.json"));
    CHECK(outcome(same + " --format csv", folder).text ==
          file_of(folder, "record/run-jpn.csv") + "\n" + file_of(folder, "record/run-totals-jpn.csv"));
    CHECK(file_of(folder, "record/scenario/plan.toml") == file_of(folder, "plans/plan.toml"));
    CHECK(file_of(folder, "record/scenario/base.toml") == file_of(folder, "base.toml"));
    CHECK(file_of(folder, "record/facts/own.toml") == file_of(folder, "own.toml"));
    CHECK(holds(file_of(folder, "record/scenario/in-dollars.toml"), "title"));
    CHECK(holds(file_of(folder, "record/manifest.json"),
                inputs::sha256_of(file_of(folder, "record/result.json"))));
}

TEST_CASE("a run on record comes out the same, wherever it is carried", "[cli][verify]") {
    const Folder folder;
    put_on_record(folder);
    const auto call = called({"verify", (folder.path() / "record/manifest.json").string()});
    INFO(call.err);
    CHECK(call.code == ExitCode::done);
    CHECK(holds(call.out, "Identical: plans/plan.toml+in-dollars"));
    CHECK(outcome(
              "mkdir away && mv record away/ && rm -r plans base.toml own.toml && burden verify away/record",
              folder)
              .status == 0);
}

TEST_CASE("a record tells nothing of the machine", "[cli][verify]") {
    const Folder folder;
    put_on_record(folder);
    const std::string place = fs::canonical(folder.path()).string();
    CHECK(outcome("burden run " + place + "/plans/plan.toml in-dollars --set jpn.target.by=2033 --facts " +
                      place + "/own.toml -o again/ && diff -r record again",
                  folder)
              .status == 0);
    CHECK(outcome("grep -r '" + place + "' again", folder).status == 1);
}

TEST_CASE("what was changed in a record is told, with the figures", "[cli][verify]") {
    const Folder folder;
    put_on_record(folder);
    const std::string path = (folder.path() / "record").string();
    SECTION("a figure") {
        change(folder, "record/run-jpn.csv", "\nFY2026,", "\nFY2026,9");
        const auto call = called({"verify", path});
        CHECK(call.code == ExitCode::no);
        CHECK(holds(call.out, "Not identical"));
        CHECK(holds(call.out, "changed since it was recorded"));
        CHECK(holds(call.out, "run-jpn.csv  2: FY2026  gdp"));
    }
    SECTION("a file of the scenario") {
        change(folder, "record/scenario/plan.toml", "3%", "4%");
        const auto call = called({"verify", path});
        CHECK(call.code == ExitCode::no);
        CHECK(holds(call.out, "changed since it was recorded"));
        CHECK(holds(call.out, "comes out otherwise"));
        CHECK(holds(call.out, "The first 20 of "));
    }
    SECTION("the program, which alone changes no figure") {
        change(folder, "record/manifest.json", "\"version\": \"", "\"version\": \"9.");
        change(folder, "record/manifest.json", "\"facts\": \"", "\"facts\": \"f");
        const auto call = called({"verify", path});
        CHECK(call.code == ExitCode::done);
        CHECK(holds(call.out, "Recorded by burden 9."));
        CHECK(holds(call.out, "Recorded with other facts compiled in"));
    }
}

TEST_CASE("a record that cannot be read is refused", "[cli][verify]") {
    const Folder folder;
    put_on_record(folder);
    const auto refused = [&](const std::string& words) {
        const auto call = called({"verify", (folder.path() / "record").string()});
        CHECK(call.code == ExitCode::refused);
        CHECK(call.out.empty());
        INFO(call.err);
        CHECK(holds(call.err, words));
    };
    SECTION("a copy is missing") {
        fs::remove(folder.path() / "record/scenario/base.toml");
        refused("cannot be read");
    }
    SECTION("a path leads out of it") {
        change(folder, "record/manifest.json", "scenario/base.toml", "../base.toml");
        refused("leads out of the folder");
    }
    SECTION("a link leads out of it") {
        fs::remove(folder.path() / "record/scenario/base.toml");
        fs::create_symlink(folder.path() / "base.toml", folder.path() / "record/scenario/base.toml");
        refused("leads out of the folder");
    }
    SECTION("the manifest is none") {
        folder.file("record/manifest.json", "{");
        refused("is no JSON from here on");
    }
    SECTION("there is none") {
        fs::remove(folder.path() / "record/manifest.json");
        refused("cannot be read");
    }
}

TEST_CASE("files of one name stand side by side on record", "[cli][verify]") {
    const Folder folder;
    for (const char* name : {"a", "b"}) {
        fs::create_directory(folder.path() / name);
    }
    folder.file("a/x.toml", "title = \"A\"\n[policy.jpn]\ntarget.share = \"3%\"\n");
    folder.file("b/x.toml", "title = \"B\"\n[assumptions.jpn]\ngrowth = \"1%\"\n");
    CHECK(outcome("burden run a/x.toml b/x.toml -o record/ && burden verify record", folder).status == 0);
    CHECK(fs::exists(folder.path() / "record/scenario/x-2.toml"));
}

TEST_CASE("a run that is refused leaves no folder", "[cli][verify]") {
    const Folder folder;
    CHECK(outcome("burden run nothing-like-it -o record/", folder).status == 2);
    CHECK(outcome("burden run baseline --format csv -o record/", folder).status == 2);
    CHECK(!fs::exists(folder.path() / "record"));
}
