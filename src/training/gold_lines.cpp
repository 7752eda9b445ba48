// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What people marked and judged, from lines of JSON to spans of the text.
//
// Offsets in the files are code points, as annotation tools count; inside the program they are
// bytes. In "Åse said yes" the pair [0, 3) is the first name and becomes bytes 0 to 4, for Å has
// two. A pair outside of the text is refused, as it would mean that the text is not the one that
// was marked.
//
// A word of a closed list is looked up in a list made of the enumeration's own names, in its order,
// so that an unknown one can be told with all that are allowed.
//
// Limits: pieces of a part are taken in the order of the file; neither order nor overlap is
// checked. Tested by tests/training/annotations_test.cpp and
// tests/training/gold_statements_test.cpp.

#include "training/gold_lines.hpp"

#include "core/code_points.hpp"
#include "core/relation.hpp"
#include "text/json_line.hpp"
#include "text/utf8.hpp"

#include <array>
#include <utility>

namespace demarche::training {
namespace {

/// A list of [start, end) pairs of code points, in bytes of the article's text.
Spans spans_of(const rapidjson::Value& value, std::string_view what, const CodePoints& points,
               const text::Place& place) {
    Spans spans;
    const std::string wanted =
        std::string(what) + " must be a list of pairs [start, end) of code points";
    if (!value.IsArray()) text::refuse(place, 0, wanted + ".");
    for (const rapidjson::Value& pair : value.GetArray()) {
        if (!pair.IsArray() || pair.Size() != 2 || !pair[0].IsUint64() || !pair[1].IsUint64()) {
            text::refuse(place, 0, wanted + ".");
        }
        const Span span{pair[0].GetUint64(), pair[1].GetUint64()};
        if (span.empty() || span.end > points.size()) {
            text::refuse(place, 0,
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
                   const text::Place& place) {
    const auto member = object.FindMember(key);
    if (member == object.MemberEnd()) return {};
    return spans_of(member->value, text::quoted(key), points, place);
}

const rapidjson::Value& objects_member(const rapidjson::Value& object, const char* key,
                                       const text::Place& place) {
    const auto member = object.FindMember(key);
    const bool good = member != object.MemberEnd() && member->value.IsArray();
    if (!good) text::refuse(place, 0, text::quoted(key) + " must be a list of objects.");
    for (const rapidjson::Value& each : member->value.GetArray()) {
        if (!each.IsObject())
            text::refuse(place, 0, text::quoted(key) + " must be a list of objects.");
    }
    return member->value;
}

/// The member of a closed list that `word` names.
template <class Names>
std::size_t choice(const std::string& word, const Names& names, std::string_view what,
                   const text::Place& place) {
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == word) return i;
        all += (all.empty() ? "" : ", ") + std::string(names[i]);
    }
    text::refuse(place, 0,
                 "unknown " + std::string(what) + " '" + word + "'. Use one of: " + all + ".");
}

Relation relation_of(const std::string& word, const text::Place& place) {
    std::array<std::string_view, relation_table.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = relation_table[i].name;
    return relation_table[choice(word, names, "relation", place)].relation;
}

std::vector<std::string> strings_member(const rapidjson::Value& object, const char* key,
                                        const text::Place& place) {
    std::vector<std::string> strings;
    const auto member = object.FindMember(key);
    if (member == object.MemberEnd() || member->value.IsNull()) return strings;
    const std::string wanted = text::quoted(key) + " must be a list of strings.";
    if (!member->value.IsArray()) text::refuse(place, 0, wanted);
    for (const rapidjson::Value& each : member->value.GetArray()) {
        if (!each.IsString()) text::refuse(place, 0, wanted);
        strings.push_back(text::string_of(&each));
    }
    return strings;
}

GoldStatement judged_statement(const rapidjson::Value& object, const CodePoints& points,
                               const text::Place& place) {
    constexpr std::array polarities = {name(Polarity::affirmed), name(Polarity::negated)};
    constexpr std::array factualities = {name(Factuality::actual), name(Factuality::hypothetical),
                                         name(Factuality::unknown)};
    GoldStatement judged;
    judged.attribution.source = spans_member(object, "source", points, place);
    judged.attribution.cue = spans_member(object, "cue", points, place);
    judged.attribution.content = spans_member(object, "content", points, place);
    judged.relation =
        relation_of(text::string_of(text::string_member(object, "relation", true, place)), place);
    for (const std::string& other : strings_member(object, "also", place)) {
        judged.also.push_back(relation_of(other, place));
    }
    judged.polarity = static_cast<Polarity>(
        choice(text::string_of(text::string_member(object, "polarity", true, place)), polarities,
               "polarity", place));
    judged.factuality = static_cast<Factuality>(
        choice(text::string_of(text::string_member(object, "factuality", true, place)),
               factualities, "factuality", place));
    for (const rapidjson::Value& actor : objects_member(object, "actors", place).GetArray()) {
        GoldStatement::Names names = strings_member(actor, "aliases", place);
        names.insert(names.begin(),
                     text::string_of(text::string_member(actor, "name", true, place)));
        judged.actors.push_back(std::move(names));
    }
    const auto policy = object.FindMember("policy");
    if (policy != object.MemberEnd() && policy->value.IsBool())
        judged.policy = policy->value.GetBool();
    return judged;
}

/// A line that tells what people marked in its text.
struct MarkedLine {
    MarkedLine(std::string_view line, const text::Place& place)
        : json(text::parsed(text::repaired(line).text, place)),
          text(text::string_of(text::string_member(json, "text", true, place))),
          points(text) {}
    MarkedLine(const MarkedLine&) = delete;  // points looks into text

    rapidjson::Document json;
    std::string text;
    CodePoints points;
};

}  // namespace

std::vector<GoldStatement> json_statements(std::string_view line, const std::string& file,
                                           std::size_t line_number) {
    const text::Place place{file, line_number};
    const MarkedLine marked(line, place);
    std::vector<GoldStatement> statements;
    for (const rapidjson::Value& each :
         objects_member(marked.json, "statements", place).GetArray()) {
        statements.push_back(judged_statement(each, marked.points, place));
    }
    return statements;
}

std::vector<Annotation> json_annotations(std::string_view line, const std::string& file,
                                         std::size_t line_number) {
    const text::Place place{file, line_number};
    const MarkedLine line_read(line, place);
    std::vector<Annotation> annotations;
    for (const rapidjson::Value& reading :
         objects_member(line_read.json, "readings", place).GetArray()) {
        Annotation& annotation = annotations.emplace_back();
        annotation.annotator =
            text::string_of(text::string_member(reading, "annotator", false, place));
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

}  // namespace demarche::training
