#include "burden/brief/manifest.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <set>

#include "burden/brief/read_json.hpp"
#include "burden/calc/nearest.hpp"
#include "burden/calc/quoted.hpp"

namespace burden::brief {

using calc::quoted;
using inputs::Diagnostic;
using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

namespace {

constexpr int schema = 1;
constexpr std::size_t deepest = 8;
/// Files of one kind; scenarios have fewer, tables and facts of a folder may come near.
constexpr std::size_t most_files = 1'000;

void text(Writer& json, const std::string& words) {
    json.String(words.data(), static_cast<rapidjson::SizeType>(words.size()));
}

void member(Writer& json, const char* key, const std::string& words) {
    json.Key(key);
    text(json, words);
}

void files(Writer& json, const char* key, const std::vector<RecordedFile>& list) {
    json.Key(key);
    json.StartArray();
    for (const RecordedFile& file : list) {
        json.StartObject();
        if (!file.name.empty()) {
            member(json, "name", file.name);
        }
        member(json, "path", file.path);
        member(json, "sha256", file.sha256);
        json.EndObject();
    }
    json.EndArray();
}

bool is_fingerprint(const std::string& word) {
    return word.size() == 64 && word.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Whether a path leads to a file below its folder, whatever else the folder holds.
bool stays_below(const std::string& path) {
    const bool plain = std::none_of(path.begin(), path.end(), [](char c) {
        return c == '\\' || c == ':' || static_cast<unsigned char>(c) < ' ';
    });
    std::size_t first = 0;
    while (plain && first <= path.size()) {
        const std::size_t end = std::min(path.find('/', first), path.size());
        const std::string_view step = std::string_view(path).substr(first, end - first);
        if (step.empty() || step == "." || step == "..") {
            return false;
        }
        first = end + 1;
    }
    return plain;
}

/// Reads the parts of a manifest, and gathers what is wrong with them.
class ManifestReader {
public:
    explicit ManifestReader(std::string_view name) : name_(name) {}

    std::vector<Diagnostic>& problems() { return problems_; }

    Manifest read(const Json& root) {
        Manifest manifest;
        if (!is_object(root, "the manifest", {"schema", "program", "scenario", "facts", "results"})) {
            return manifest;
        }
        if (const Json* const number = required(root, "", "schema");
            number != nullptr &&
            (number->kind != Json::Kind::number || number->text != std::to_string(schema))) {
            wrong("'schema' is " +
                      (number->kind == Json::Kind::number ? number->text : number->kind_in_words()),
                  {std::to_string(schema)});
        }
        read_program(root, manifest);
        read_scenario(root, manifest);
        manifest.facts = file_list(root, "", "facts", true);
        manifest.results = file_list(root, "", "results", false);
        return manifest;
    }

private:
    void wrong(std::string message, std::vector<std::string> allowed = {}, std::string nearest = {}) {
        problems_.push_back({.file = name_,
                             .message = std::move(message),
                             .allowed = std::move(allowed),
                             .nearest = std::move(nearest)});
    }

    /// Whether a value is an object, with none but these members and none twice.
    bool is_object(const Json& value, const std::string& what, const std::vector<std::string>& known) {
        if (value.kind != Json::Kind::object) {
            wrong(what + " is " + value.kind_in_words(), {"an object"});
            return false;
        }
        std::set<std::string> seen;
        for (const std::string& key : value.keys) {
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                wrong("unknown key " + quoted(key) + " in " + what, known, calc::nearest(key, known));
            } else if (!seen.insert(key).second) {
                wrong(quoted(key) + " stands twice in " + what);
            }
        }
        return true;
    }

    const Json* required(const Json& object, const std::string& prefix, const char* key) {
        const Json* const found = object.find(key);
        if (found == nullptr) {
            wrong("'" + prefix + key + "' is missing");
        }
        return found;
    }

    std::string required_text(const Json& object, const std::string& prefix, const char* key) {
        const Json* const value = required(object, prefix, key);
        if (value == nullptr) {
            return {};
        }
        if (value->kind != Json::Kind::text || value->text.empty()) {
            wrong("'" + prefix + key + "' is " +
                      (value->kind == Json::Kind::text ? "an empty text" : value->kind_in_words()),
                  {"a text"});
            return {};
        }
        return value->text;
    }

    const Json* required_list(const Json& object, const std::string& prefix, const char* key) {
        const Json* const value = required(object, prefix, key);
        if (value != nullptr && value->kind != Json::Kind::list) {
            wrong("'" + prefix + key + "' is " + value->kind_in_words(), {"a list"});
            return nullptr;
        }
        if (value != nullptr && value->items.size() > most_files) {
            wrong("'" + prefix + key + "' has " + std::to_string(value->items.size()) + " entries",
                  {"at most " + std::to_string(most_files)});
            return nullptr;
        }
        return value;
    }

    void read_program(const Json& root, Manifest& manifest) {
        const Json* const program = required(root, "", "program");
        if (program == nullptr || !is_object(*program, "'program'", {"name", "version", "facts"})) {
            return;
        }
        const std::string name = required_text(*program, "program.", "name");
        if (!name.empty() && name != "burden") {
            wrong("'program.name' is " + quoted(name), {"burden"});
        }
        manifest.version = required_text(*program, "program.", "version");
        manifest.embedded_facts = required_text(*program, "program.", "facts");
    }

    void read_scenario(const Json& root, Manifest& manifest) {
        const Json* const scenario = required(root, "", "scenario");
        if (scenario == nullptr || !is_object(*scenario, "'scenario'", {"name", "set", "files"})) {
            return;
        }
        manifest.scenario = required_text(*scenario, "scenario.", "name");
        if (const Json* const set = required_list(*scenario, "scenario.", "set")) {
            for (const Json& setting : set->items) {
                if (setting.kind == Json::Kind::text) {
                    manifest.set.push_back(setting.text);
                } else {
                    wrong("'scenario.set[" + std::to_string(manifest.set.size()) + "]' is " +
                              setting.kind_in_words(),
                          {"a text such as \"jpn.target.share=3%\""});
                    break;
                }
            }
        }
        manifest.files = file_list(*scenario, "scenario.", "files", true);
        if (manifest.files.empty() && problems_.empty()) {
            wrong("'scenario.files' is empty: a run has one file at least");
        }
    }

    std::vector<RecordedFile> file_list(const Json& object, const std::string& prefix, const char* key,
                                        bool named) {
        std::vector<RecordedFile> list;
        const Json* const value = required_list(object, prefix, key);
        for (std::size_t at = 0; value != nullptr && at < value->items.size(); ++at) {
            list.push_back(file(value->items[at], prefix + key + "[" + std::to_string(at) + "]", named));
        }
        return list;
    }

    RecordedFile file(const Json& value, const std::string& where, bool named) {
        const std::vector<std::string> known = named ? std::vector<std::string>{"name", "path", "sha256"}
                                                     : std::vector<std::string>{"path", "sha256"};
        RecordedFile file;
        if (!is_object(value, "'" + where + "'", known)) {
            return file;
        }
        if (named) {
            file.name = required_text(value, where + ".", "name");
        }
        file.path = required_text(value, where + ".", "path");
        if (!file.path.empty() && !stays_below(file.path)) {
            wrong("'" + where + ".path' is " + quoted(file.path) + ", which leads out of the folder",
                  {"a path below the manifest, such as \"scenario/plan.toml\""});
        } else if (!file.path.empty() && !paths_.insert(file.path).second) {
            wrong("'" + where + ".path' is " + quoted(file.path) + ", which stands there already");
        }
        file.sha256 = required_text(value, where + ".", "sha256");
        if (!file.sha256.empty() && !is_fingerprint(file.sha256)) {
            wrong("'" + where + ".sha256' is " + quoted(file.sha256),
                  {"64 hexadecimal digits in small letters"});
        }
        return file;
    }

    std::string name_;
    std::vector<Diagnostic> problems_;
    std::set<std::string> paths_;
};

}  // namespace

std::string written(const Manifest& manifest) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.SetIndent(' ', 2);
    json.StartObject();
    json.Key("schema");
    json.Int(schema);
    json.Key("program");
    json.StartObject();
    member(json, "name", "burden");
    member(json, "version", manifest.version);
    member(json, "facts", manifest.embedded_facts);
    json.EndObject();
    json.Key("scenario");
    json.StartObject();
    member(json, "name", manifest.scenario);
    json.Key("set");
    json.StartArray();
    for (const std::string& setting : manifest.set) {
        text(json, setting);
    }
    json.EndArray();
    files(json, "files", manifest.files);
    json.EndObject();
    files(json, "facts", manifest.facts);
    files(json, "results", manifest.results);
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

inputs::Reading<Manifest> read_manifest(std::string_view text, std::string_view name) {
    if (text.size() > largest_manifest) {
        return Diagnostic{.file = std::string(name),
                          .message = "the manifest has " + std::to_string(text.size()) + " bytes",
                          .allowed = {"at most " + std::to_string(largest_manifest)}};
    }
    const auto json = read_json(text, name, deepest);
    if (!json) {
        return json.diagnostics();
    }
    ManifestReader reader(name);
    Manifest manifest = reader.read(*json);
    if (!reader.problems().empty()) {
        return reader.problems();
    }
    return manifest;
}

}  // namespace burden::brief
