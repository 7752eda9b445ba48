// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "export/lines.hpp"

#include "core/code_points.hpp"
#include "export/json.hpp"

#include <algorithm>

namespace demarche::export_ {
namespace {

void write_range(json::Writer& out, std::size_t begin, std::size_t end) {
    out.begin_array();
    out.integer(static_cast<std::int64_t>(begin));
    out.integer(static_cast<std::int64_t>(end));
    out.end_array();
}

void write_passages(json::Writer& out, std::string_view key, const std::vector<Passage>& passages) {
    out.key(key);
    out.begin_array();
    for (const Passage& passage : passages) write_range(out, passage.begin, passage.end);
    out.end_array();
}

template <typename Item>
const Item* find(const std::vector<Item>& items, const std::string& id) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// The name of an actor that the reading does not hold is its id.
std::string_view name_of(const Reading& reading, const std::string& actor) {
    const Actor* found = find(reading.actors, actor);
    return found == nullptr ? actor : found->name;
}

void write_other(json::Writer& out, std::string_view key, const Reading& reading,
                 const std::string& actor) {
    out.key(key);
    if (actor.empty()) {
        out.null();
        return;
    }
    out.begin_object();
    out.member("id", actor);
    out.member("name", name_of(reading, actor));
    out.end_object();
}

void write_holders(json::Writer& out, const Reading& reading, const Statement& statement) {
    out.key("actors");
    out.begin_array();
    for (const std::string& holder : statement.holders) {
        const Actor* actor = find(reading.actors, holder);
        out.begin_object();
        out.member("id", holder);
        out.member("name", name_of(reading, holder));
        out.member("kind", name(actor == nullptr ? ActorKind::unknown : actor->kind));
        out.end_object();
    }
    out.end_array();
}

void write_topic(json::Writer& out, const Reading& reading, const Statement& statement) {
    const Position* position = find(reading.positions, statement.position);
    out.key("position");
    out.begin_object();
    out.member("id", statement.position);
    out.member("label", position == nullptr ? std::string_view() : position->label);
    out.end_object();
    out.key("issues");
    out.begin_array();
    if (position != nullptr) {
        for (const std::string& id : position->issues) {
            const Issue* issue = find(reading.issues, id);
            out.begin_object();
            out.member("id", id);
            out.member("label", issue == nullptr ? id : issue->label);
            out.end_object();
        }
    }
    out.end_array();
}

void write_statement(json::Writer& out, const Reading& reading, const Statement& statement) {
    out.begin_object();
    out.member("id", statement.id);
    write_passages(out, "source", statement.source);
    write_passages(out, "cue", statement.cue);
    write_passages(out, "content", statement.content);
    out.key("reported_by");
    if (statement.reported_by.empty()) {
        out.null();
    } else {
        out.string(statement.reported_by);
    }
    out.member("relation", name(statement.relation));
    out.member("polarity", name(statement.polarity));
    out.member("factuality", name(statement.factuality));
    write_holders(out, reading, statement);
    write_other(out, "addressee", reading, statement.addressee);
    write_other(out, "target", reading, statement.target);
    write_topic(out, reading, statement);
    out.key("policy");
    out.boolean(statement.policy);
    out.key("stance");
    out.hundredths(statement.stance);
    out.key("confidence");
    out.hundredths(statement.confidence);
    out.end_object();
}

}  // namespace

std::string line(const Reading& reading) {
    json::Writer out;
    out.begin_object();
    out.member("id", reading.document.name);
    out.member("title", reading.document.title);
    out.member("published", reading.document.published);
    out.member("sha256", reading.document.sha256);
    out.key("statements");
    out.begin_array();
    for (const Statement& statement : reading.statements) write_statement(out, reading, statement);
    out.end_array();
    out.key("diagnostics");
    out.begin_array();
    const CodePoints points(reading.document.text);
    for (const Diagnostic& diagnostic : reading.document.diagnostics) {
        const Span at = points.from_bytes(diagnostic.at);
        out.begin_object();
        out.key("at");
        write_range(out, at.begin, at.end);
        out.member("message", diagnostic.message);
        out.end_object();
    }
    out.end_array();
    out.end_object();
    return out.take() + "\n";
}

}  // namespace demarche::export_
