// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/code_points.hpp"
#include "core/error.hpp"
#include "identity/identity.hpp"
#include "text/read.hpp"
#include "text/utf8.hpp"

#include <rapidjson/document.h>
#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <system_error>

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

/// The code unit that a "\\u" escape at `at` stands for, or nothing.
std::optional<unsigned> escaped_unit(std::string_view line, std::size_t at) {
    constexpr std::size_t length = 6;
    if (line.substr(at, 2) != "\\u" || line.size() - at < length) return std::nullopt;
    unsigned unit = 0;
    const char* const end = line.data() + at + length;
    const auto [stop, error] = std::from_chars(line.data() + at + 2, end, unit, 16);
    return error == std::errc() && stop == end ? std::optional(unit) : std::nullopt;
}

/// Where an escape stands for the lower half of a surrogate pair whose upper half does not stand
/// before it, or npos. It is no character, and RapidJSON lets it pass. `line` is valid JSON.
std::size_t lone_low_surrogate(std::string_view line) {
    for (std::size_t at = line.find('\\'); at != std::string_view::npos; at = line.find('\\', at)) {
        const auto unit = escaped_unit(line, at);
        if (unit && *unit >= 0xDC00 && *unit <= 0xDFFF) return at;
        const bool upper = unit && *unit >= 0xD800 && *unit <= 0xDBFF;
        at += !unit ? 2U : upper ? 12U : 6U;
        if (at >= line.size()) break;
    }
    return std::string_view::npos;
}

rapidjson::Document parsed(std::string_view line, const Place& place) {
    using Stream = rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream>;
    rapidjson::Document json;
    rapidjson::MemoryStream memory(line.data(), line.size());
    Stream stream(memory);
    // Iterative: an input of nothing but brackets must not exhaust the stack.
    json.ParseStream<rapidjson::kParseIterativeFlag>(stream);
    if (!json.HasParseError() && memory.Tell() < line.size()) {
        // A NUL character ends what RapidJSON reads.
        refuse(place, CodePoints(line).from_byte(memory.Tell()) + 1,
               "not valid JSON: something stands behind its end. A line has one object." +
                   std::string(shape));
    }
    if (json.HasParseError()) {
        const std::size_t column = CodePoints(line).from_byte(json.GetErrorOffset()) + 1;
        const std::string reason = rapidjson::GetParseError_En(json.GetParseError());
        refuse(place, column, "not valid JSON: " + reason + std::string(shape));
    }
    if (const std::size_t at = lone_low_surrogate(line); at != std::string_view::npos) {
        refuse(place, CodePoints(line).from_byte(at) + 1,
               "not valid JSON: '" + std::string(line.substr(at, 6)) +
                   "' is half of a character. Write both halves." + std::string(shape));
    }
    if (!json.IsObject()) {
        refuse(place, 1,
               "expected an object, not " + std::string(name(json.GetType())) + "." +
                   std::string(shape));
    }
    return json;
}

/// A list of [start, end) pairs of code points, in bytes of the article's text.
Spans spans_of(const rapidjson::Value& value, std::string_view what, const CodePoints& points,
               const Place& place) {
    Spans spans;
    const std::string wanted =
        std::string(what) + " must be a list of pairs [start, end) of code points";
    if (!value.IsArray()) refuse(place, 0, wanted + ".");
    for (const rapidjson::Value& pair : value.GetArray()) {
        if (!pair.IsArray() || pair.Size() != 2 || !pair[0].IsUint64() || !pair[1].IsUint64()) {
            refuse(place, 0, wanted + ".");
        }
        const Span span{pair[0].GetUint64(), pair[1].GetUint64()};
        if (span.empty() || span.end > points.size()) {
            refuse(place, 0,
                   wanted + ", not [" + std::to_string(span.begin) + ", " +
                       std::to_string(span.end) + "): the text has " +
                       std::to_string(points.size()) + ".");
        }
        spans.push_back(points.to_bytes(span));
    }
    return spans;
}

/// The member `key` as a list of such pairs; none if it is absent.
Spans spans_member(const rapidjson::Value& object, const char* key, const CodePoints& points,
                   const Place& place) {
    const auto member = object.FindMember(key);
    if (member == object.MemberEnd()) return {};
    return spans_of(member->value, quoted(key), points, place);
}

const rapidjson::Value& objects_member(const rapidjson::Value& object, const char* key,
                                       const Place& place) {
    const auto member = object.FindMember(key);
    const bool good = member != object.MemberEnd() && member->value.IsArray();
    if (!good) refuse(place, 0, quoted(key) + " must be a list of objects.");
    for (const rapidjson::Value& each : member->value.GetArray()) {
        if (!each.IsObject()) refuse(place, 0, quoted(key) + " must be a list of objects.");
    }
    return member->value;
}

/// The member of a closed list that `word` names.
template <class Names>
std::size_t choice(const std::string& word, const Names& names, std::string_view what,
                   const Place& place) {
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == word) return i;
        all += (all.empty() ? "" : ", ") + std::string(names[i]);
    }
    refuse(place, 0, "unknown " + std::string(what) + " '" + word + "'. Use one of: " + all + ".");
}

Relation relation_of(const std::string& word, const Place& place) {
    std::array<std::string_view, relation_table.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = relation_table[i].name;
    return relation_table[choice(word, names, "relation", place)].relation;
}

std::vector<std::string> strings_member(const rapidjson::Value& object, const char* key,
                                        const Place& place) {
    std::vector<std::string> strings;
    const auto member = object.FindMember(key);
    if (member == object.MemberEnd() || member->value.IsNull()) return strings;
    const std::string wanted = quoted(key) + " must be a list of strings.";
    if (!member->value.IsArray()) refuse(place, 0, wanted);
    for (const rapidjson::Value& each : member->value.GetArray()) {
        if (!each.IsString()) refuse(place, 0, wanted);
        strings.push_back(string_of(&each));
    }
    return strings;
}

JudgedStatement judged_statement(const rapidjson::Value& object, const CodePoints& points,
                                 const Place& place) {
    constexpr std::array polarities = {name(Polarity::affirmed), name(Polarity::negated)};
    constexpr std::array factualities = {name(Factuality::actual), name(Factuality::hypothetical),
                                         name(Factuality::unknown)};
    JudgedStatement judged;
    judged.attribution.source = spans_member(object, "source", points, place);
    judged.attribution.cue = spans_member(object, "cue", points, place);
    judged.attribution.content = spans_member(object, "content", points, place);
    judged.relation = relation_of(string_of(string_member(object, "relation", true, place)), place);
    for (const std::string& other : strings_member(object, "also", place)) {
        judged.also.push_back(relation_of(other, place));
    }
    judged.polarity = static_cast<Polarity>(choice(
        string_of(string_member(object, "polarity", true, place)), polarities, "polarity", place));
    judged.factuality =
        static_cast<Factuality>(choice(string_of(string_member(object, "factuality", true, place)),
                                       factualities, "factuality", place));
    for (const rapidjson::Value& actor : objects_member(object, "actors", place).GetArray()) {
        JudgedStatement::Names names = strings_member(actor, "aliases", place);
        names.insert(names.begin(), string_of(string_member(actor, "name", true, place)));
        judged.actors.push_back(std::move(names));
    }
    const auto policy = object.FindMember("policy");
    if (policy != object.MemberEnd() && policy->value.IsBool())
        judged.policy = policy->value.GetBool();
    return judged;
}

/// A line that tells what people marked in its text.
struct MarkedLine {
    MarkedLine(std::string_view line, const Place& place)
        : json(parsed(repaired(line).text, place)),
          text(string_of(string_member(json, "text", true, place))),
          points(text) {}
    MarkedLine(const MarkedLine&) = delete;  // points looks into text

    rapidjson::Document json;
    std::string text;
    CodePoints points;
};

}  // namespace

std::vector<JudgedStatement> json_statements(std::string_view line, const std::string& file,
                                             std::size_t line_number) {
    const Place place{file, line_number};
    const MarkedLine marked(line, place);
    std::vector<JudgedStatement> statements;
    for (const rapidjson::Value& each :
         objects_member(marked.json, "statements", place).GetArray()) {
        statements.push_back(judged_statement(each, marked.points, place));
    }
    return statements;
}

std::vector<Annotation> json_annotations(std::string_view line, const std::string& file,
                                         std::size_t line_number) {
    const Place place{file, line_number};
    const MarkedLine line_read(line, place);
    std::vector<Annotation> annotations;
    for (const rapidjson::Value& reading :
         objects_member(line_read.json, "readings", place).GetArray()) {
        Annotation& annotation = annotations.emplace_back();
        annotation.annotator = string_of(string_member(reading, "annotator", false, place));
        annotation.discard = spans_member(reading, "discard", line_read.points, place);
        for (const rapidjson::Value& marked :
             objects_member(reading, "attributions", place).GetArray()) {
            Attribution& attribution = annotation.attributions.emplace_back();
            attribution.source = spans_member(marked, "source", line_read.points, place);
            attribution.cue = spans_member(marked, "cue", line_read.points, place);
            attribution.content = spans_member(marked, "content", line_read.points, place);
        }
    }
    return annotations;
}

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
