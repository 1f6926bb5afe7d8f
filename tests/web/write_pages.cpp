// Writes the pages that tests look at with a browser into a folder: web_pages FOLDER
#include <fstream>

#include "burden/brief/write_html.hpp"
#include "latex/sample.hpp"

using namespace burden;

int main(int count, char** words) {
    if (count != 2) {
        return 2;
    }
    const std::string folder = words[1];
    const auto write = [&](const std::string& name, const brief::Document& document) {
        std::ofstream(folder + "/" + name + ".html") << brief::write_html(document);
    };
    brief::Document sample = tests::sample_document();
    write("sample", sample);
    sample.language = brief::Language::ja;
    write("japanese", sample);
    write("hostile", tests::hostile_document());
    brief::Document charts{.command = "brief", .title = "Every kind of chart", .sections = {{}}};
    charts.sections.front().charts = tests::charts_of_every_kind();
    write("charts", charts);
    return 0;
}
