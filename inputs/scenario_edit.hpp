/// Edits the text of a scenario file. Comments, order, spacing and everything else stay as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "burden/inputs/scenario.hpp"

namespace burden::inputs {

/// The text with `key` set to `value`, as --set takes it: "3.4%", "2026=1%,2027=2%", "true". The value is
/// replaced where the key stands, in whatever form it stands there; a key that is new comes below the last
/// one of its section and country, or into a section of its own behind those of its kind, before [ranges] and
/// [why]. What is set already changes no byte. A text or a value that cannot be read comes back as
/// diagnostics; `name` is the file's in those.
Reading<std::string> with_key(std::string_view text, const KeyOfSubject& key, std::string_view value,
                              std::string_view name = {});

/// The text without `key`: its value and its reason, and a section that held nothing else. The same text
/// where it is not set.
Reading<std::string> without_key(std::string_view text, const KeyOfSubject& key, std::string_view name = {});

/// The text with a reason for a key that it sets; without one where `sentence` is empty.
Reading<std::string> with_reason(std::string_view text, const KeyOfSubject& key, std::string_view sentence,
                                 std::string_view name = {});

/// The text with another title; without one where `title` is empty. The same of the author.
Reading<std::string> with_title(std::string_view text, std::string_view title, std::string_view name = {});
Reading<std::string> with_author(std::string_view text, std::string_view author, std::string_view name = {});

/// The text upon other scenarios, by their names; upon none where there are none.
Reading<std::string> with_extends(std::string_view text, const std::vector<std::string>& extends,
                                  std::string_view name = {});

}  // namespace burden::inputs
