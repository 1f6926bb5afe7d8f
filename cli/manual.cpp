/// The manual page, made from the command tree.
#include "burden/cli/command_tree.hpp"

namespace burden::cli {
namespace {

/// Text of a page: a backslash and a leading point or quote are marks there, and a hyphen would be set as a
/// dash.
std::string roff(const std::string& text) {
    std::string result;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) {
            result += "\\&";
        }
        if (c == '\\') {
            result += "\\e";
        } else if (c == '-') {
            result += "\\-";
        } else {
            result += c;
        }
        line_start = c == '\n';
    }
    return result;
}

std::string heading(const TreeOption& option) {
    std::string text;
    for (const std::string& name : option.names) {
        text += (text.empty() ? "" : ", ") + ("\\fB" + roff(name) + "\\fR");
    }
    if (!option.type.empty()) {
        text += (text.empty() ? "" : " ") + ("\\fI" + roff(option.type) + "\\fR");
    }
    return text;
}

std::string entries(const std::vector<TreeOption>& options) {
    std::string text;
    for (const TreeOption& option : options) {
        text += ".TP\n" + heading(option) + "\n" + roff(option.help) + "\n";
    }
    return text;
}

/// Words as they stand, line for line.
std::string as_it_stands(const std::string& text) { return ".nf\n" + roff(text) + "\n.fi\n"; }

}  // namespace

std::string manual_page(const std::vector<TreeCommand>& tree, const CommandLine& app,
                        const std::string& version) {
    std::string text = ".TH BURDEN 1 \"\" \"burden " + version + "\" \"User commands\"\n";
    // Rules and their parameters do not break; set flush on both sides, lines with them would tear.
    text += ".ad l\n";
    text += ".SH NAME\nburden \\- what defence targets and burden sharing between allies cost\n";
    text += ".SH SYNOPSIS\n.B burden\n.I COMMAND\n[\\fIARGUMENTS\\fR] [\\fIOPTIONS\\fR]\n";
    text += ".SH DESCRIPTION\n" + roff(app.description()) + "\n";
    text += ".SH COMMANDS\n";
    for (const TreeCommand& command : tree) {
        text += ".SS burden " + roff(command.name) + "\n" + roff(command.help) + ".\n";
        text += entries(command.arguments) + entries(command.options);
        if (!command.footer.empty()) {
            text += ".PP\n" + as_it_stands(command.footer);
        }
    }
    text += ".SH EXAMPLES AND EXIT STATUS\n" + as_it_stands(app.examples());
    text += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nWhen it is set and not empty, nothing is coloured.\n";
    return text;
}

}  // namespace burden::cli
