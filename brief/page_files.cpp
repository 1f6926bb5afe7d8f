#include "burden/brief/page_files.hpp"

// Where cmake/web.cmake has the assembler put each file, and where it ends.
extern "C" {
extern const char burden_page_script;
extern const char burden_page_script_end;
extern const char burden_page_script_hash;
extern const char burden_page_script_hash_end;
extern const char burden_page_licences;
extern const char burden_page_licences_end;
extern const char burden_page_style;
extern const char burden_page_style_end;
}

namespace burden::brief {

std::string_view page_script() { return {&burden_page_script, &burden_page_script_end}; }

std::string_view page_script_hash() { return {&burden_page_script_hash, &burden_page_script_hash_end}; }

std::string_view page_licences() { return {&burden_page_licences, &burden_page_licences_end}; }

std::string_view page_style() { return {&burden_page_style, &burden_page_style_end}; }

}  // namespace burden::brief
