#include "core/code_points.hpp"
#include "core/error.hpp"
#include "identity/identity.hpp"
#include "text/read.hpp"
#include "text/utf8.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <string>

namespace demarche::text {
namespace {

constexpr std::string_view shape =
    " A line of JSON Lines is one object: {\"id\": \"...\", \"text\": \"...\"}.";

std::string_view name(rapidjson::Type type) {
    switch (type) {
        case rapidjson::kNullType: return "null";
        case rapidjson::kFalseType: return "false";
        case rapidjson::kTrueType: return "true";
        case rapidjson::kObjectType: return "an object";
        case rapidjson::kArrayType: return "an array";
        case rapidjson::kStringType: return "a string";
        case rapidjson::kNumberType: return "a number";
    }
    return "unknown";
}

struct Place {
    const std::string& file;
    std::size_t line;
};

[[noreturn]] void refuse(const Place& place, std::size_t column, const std::string& message) {
    throw InputError(place.file, place.line, column, message);
}

std::string quoted(std::string_view member) {
    return "member \"" + std::string(member) + "\"";
}

/// The string member `key`, or nothing.
/// \throws InputError if it stands twice or is not a string; null counts as absent unless required.
const rapidjson::Value* string_member(const rapidjson::Value& object, std::string_view key,
                                      bool required, const Place& place) {
    const rapidjson::Value* found = nullptr;
    for (const auto& member : object.GetObject()) {
        const std::string_view member_name(member.name.GetString(), member.name.GetStringLength());
        if (member_name != key) continue;
        if (found != nullptr) {
            refuse(place, 0, quoted(key) + " stands twice. Keep one of them.");
        }
        found = &member.value;
    }
    if (found == nullptr) {
        if (required) refuse(place, 0, quoted(key) + " is missing." + std::string(shape));
        return nullptr;
    }
    if (found->IsString()) return found;
    if (found->IsNull() && !required) return nullptr;
    refuse(place, 0,
           quoted(key) + " must be a string, not " + std::string(name(found->GetType())) +
               ". Put it in quotation marks.");
}

std::string string_of(const rapidjson::Value* value) {
    return value == nullptr ? std::string()
                            : std::string(value->GetString(), value->GetStringLength());
}

rapidjson::Document parsed(std::string_view line, const Place& place) {
    rapidjson::Document json;
    // Iterative: an input of nothing but brackets must not exhaust the stack.
    json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    if (json.HasParseError()) {
        const std::size_t column = CodePoints(line).from_byte(json.GetErrorOffset()) + 1;
        const std::string reason = rapidjson::GetParseError_En(json.GetParseError());
        refuse(place, column, "not valid JSON: " + reason + std::string(shape));
    }
    if (!json.IsObject()) {
        refuse(place, 1,
               "expected an object, not " + std::string(name(json.GetType())) + "." +
                   std::string(shape));
    }
    return json;
}

}  // namespace

Article json_article(std::string_view line, std::string file, std::size_t line_number) {
    const Place place{file, line_number};
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (line_number <= 1 && line.starts_with(byte_order_mark)) line.remove_prefix(3);
    const ValidText valid = repaired(line);
    const rapidjson::Document json = parsed(valid.text, place);
    Article article;
    article.name = string_of(string_member(json, "id", true, place));
    if (article.name.empty()) {
        refuse(place, 0, quoted("id") + " is empty. Give each article an id of its own.");
    }
    article.text = string_of(string_member(json, "text", true, place));
    article.title = string_of(string_member(json, "title", false, place));
    article.published = string_of(string_member(json, "published", false, place));
    article.url = string_of(string_member(json, "url", false, place));
    article.publisher = string_of(string_member(json, "publisher", false, place));
    article.sha256 = identity::sha256(article.text);
    if (valid.replaced > 0) {
        article.diagnostics.push_back(
            {{0, 0},
             "the line is not UTF-8 in " + std::to_string(valid.replaced) +
                 (valid.replaced == 1 ? " place" : " places") + ", replaced by U+FFFD"});
    }
    article.origin = file + ":" + std::to_string(line_number);
    return article;
}

}  // namespace demarche::text
