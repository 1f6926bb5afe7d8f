/// Writes the sample documents into the folder that is named, for LaTeX to compile.

#include <filesystem>
#include <fstream>

#include "burden/brief/write_latex.hpp"
#include "latex/sample.hpp"

int main(int count, char** arguments) {
    using namespace burden;
    if (count != 2) {
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "sample.tex") << brief::write_latex(tests::sample_document());
    std::ofstream(folder / "hostile.tex") << brief::write_latex(tests::hostile_document());
    brief::Document japanese = tests::sample_document();
    japanese.language = brief::Language::ja;
    japanese.title = "日本：防衛費をGDPの5％にすると、いくらかかるか";
    japanese.findings = {"十年間で149.2兆円多くかかる。"};
    std::ofstream(folder / "japanese.tex") << brief::write_latex(japanese);
    return 0;
}
