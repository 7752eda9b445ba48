// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "text/json_line.hpp"

#include "core/code_points.hpp"
#include "core/error.hpp"

#include <charconv>
#include <optional>
#include <system_error>

#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>

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

}  // namespace

void refuse(const Place& place, std::size_t column, const std::string& message) {
    throw InputError(place.file, place.line, column, message);
}

std::string quoted(std::string_view member) {
    return "member \"" + std::string(member) + "\"";
}

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

}  // namespace demarche::text
