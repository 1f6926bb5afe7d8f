/// What pages are made with besides their words: files of brief/web, compiled into the library.
#pragma once

#include <string_view>

namespace burden::brief {

/// The script that draws charts, with the licences of what is in it at its head; empty where the program was
/// built without it.
std::string_view page_script();

/// SHA-256 of the script in base64, by which a page names it as the only one that may run.
std::string_view page_script_hash();

/// The licences of all that is in the script.
std::string_view page_licences();

/// The style of every page.
std::string_view page_style();

}  // namespace burden::brief
