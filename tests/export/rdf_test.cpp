// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "export/rdf.hpp"
#include "export/jsonld.hpp"
#include "export/nquads.hpp"

#include "core/error.hpp"
#include "export/json.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

using namespace demarche;

namespace {

std::string file(const std::string& path) {
    std::ifstream in(std::string(DEMARCHE_SOURCE) + "/" + path, std::ios::binary);
    REQUIRE(in);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

/// The message with its place, or "read" if the file was taken.
std::string answer(const std::string& bytes) {
    try {
        (void)export_::read_jsonld(bytes, "g.jsonld");
    } catch (const InputError& error) {
        return error.located();
    }
    return "read";
}

const std::vector<std::string> nasty = {"</script><!-- \" ' & < >",
                                        "back\\slash \\N \\l",
                                        "&copy; &amp;",
                                        "\u202Eright to left\u202C",
                                        "tab\tline\nreturn\r",
                                        std::string("nul\0inside", 10),
                                        "\x01\x7F",
                                        "emoji \U0001F30D",
                                        "",
                                        " "};

/// The sample with odd text wherever text may stand.
graph::PositionGraph nasty_graph(const std::string& text) {
    graph::PositionGraph graph = sample::graph();
    for (auto& [id, document] : graph.documents) {
        document.title = document.publisher = document.name = text;
        document.url = identity::uri(text);
        document.published = text;
        document.authors = {{text, text}, {"second", ""}};
    }
    for (auto& [id, actor] : graph.actors) {
        actor.name = text;
        actor.aliases = {text};
    }
    for (auto& [id, issue] : graph.issues) issue.label = text;
    for (auto& [id, position] : graph.positions) position.label = text;
    for (auto& [id, statement] : graph.statements) {
        statement.date = text;
        for (auto* list : {&statement.source, &statement.cue, &statement.content}) {
            for (Passage& passage : *list) passage.exact = passage.prefix = passage.suffix = text;
        }
    }
    return graph;
}

}  // namespace

TEST_CASE(
    "jsonld: what is written is read as the same graph, and written again as the same bytes") {
    const graph::PositionGraph graph = sample::graph();
    const std::string bytes = export_::jsonld(graph);
    const graph::PositionGraph again = export_::read_jsonld(bytes, "g.jsonld");
    CHECK(again == graph);
    CHECK(export_::jsonld(again) == bytes);
}

TEST_CASE("jsonld: an empty graph is a file, too") {
    const std::string bytes = export_::jsonld({});
    CHECK(export_::read_jsonld(bytes, "g.jsonld") == graph::PositionGraph{});
}

TEST_CASE("jsonld: odd text comes back as it was") {
    for (const std::string& text : nasty) {
        CAPTURE(text);
        const graph::PositionGraph graph = nasty_graph(text);
        CHECK(export_::read_jsonld(export_::jsonld(graph), "g.jsonld") == graph);
    }
}

TEST_CASE("jsonld and nquads: an article's address is written as a URI") {
    graph::PositionGraph graph = sample::graph();
    graph.documents.begin()->second.url = "http://x/a b\"<c>";
    const std::string uri = "http://x/a%20b%22%3Cc%3E";
    CHECK(export_::jsonld(graph).find("\"url\":\"" + uri + "\"") != std::string::npos);
    CHECK(export_::nquads(graph).find(
              "\"" + uri + "\"^^<http://www.w3.org/2001/XMLSchema#anyURI>") != std::string::npos);
}

TEST_CASE("jsonld: odd ids come back as they were, and IRIs stay ASCII") {
    graph::PositionGraph graph;
    const std::string id = "a/b c%41\u00e9<>\"";
    graph.actors[id] = {id, "name", ActorKind::person, {}, id, id, "Q1"};
    const std::string bytes = export_::jsonld(graph);
    CHECK(bytes.find("demarche:actor/a%2Fb%20c%2541%C3%A9%3C%3E%22") != std::string::npos);
    CHECK(export_::read_jsonld(bytes, "g.jsonld") == graph);
}

TEST_CASE("jsonld: every kind of actor, relation, polarity and factuality comes back") {
    graph::PositionGraph graph = sample::graph();
    const Statement model = graph.statements.begin()->second;
    for (const ActorKindFacts& row : actor_kind_table) {
        const std::string id = std::string("kind-") + std::string(row.class_name);
        graph.actors[id] = {id, "x", row.kind, {}, "", "", ""};
    }
    for (const RelationFacts& row : relation_table) {
        for (const Polarity polarity : {Polarity::affirmed, Polarity::negated}) {
            for (const Factuality factuality :
                 {Factuality::actual, Factuality::hypothetical, Factuality::unknown}) {
                Statement statement = model;
                statement.relation = row.relation;
                statement.polarity = polarity;
                statement.factuality = factuality;
                statement.stance = stance_of(row.relation, polarity);
                statement.id = std::string(row.name) + std::string(name(polarity)) +
                               std::string(name(factuality));
                graph.statements[statement.id] = statement;
            }
        }
    }
    CHECK(export_::read_jsonld(export_::jsonld(graph), "g.jsonld") == graph);
}

TEST_CASE("jsonld: another base moves the nodes, not the vocabulary") {
    const graph::PositionGraph graph = sample::graph();
    const std::string bytes = export_::jsonld(graph, {"https://example.org/p/"});
    CHECK(bytes.find("\"https://example.org/p/actor/kr\"") != std::string::npos);
    CHECK(bytes.find("\"demarche:") == std::string::npos);
    CHECK(export_::read_jsonld(bytes, "g.jsonld") == graph);
    const std::string quads = export_::nquads(graph, {"https://example.org/p/"});
    CHECK(quads.find("<https://example.org/p/actor/kr> <https://w3id.org/demarche/ns#demands> "
                     "<https://example.org/p/position/") != std::string::npos);
}

TEST_CASE("jsonld: what cannot be a base is refused") {
    for (const char* base : {"", "demarche/", "https://example.org", "https://example.org/#",
                             "https://example.org/a b/", "https://example.org/\u00e9/"}) {
        CAPTURE(base);
        CHECK_THROWS_AS((void)export_::jsonld({}, {base}), UsageError);
        CHECK_THROWS_AS((void)export_::nquads({}, {base}), UsageError);
    }
}

TEST_CASE("jsonld: begins with the bytes of schema/context.jsonld; type stands before id") {
    const std::string context = file("schema/context.jsonld");
    const std::string bytes = export_::jsonld(sample::graph());
    REQUIRE(context.ends_with("\n}\n}\n"));
    CHECK(bytes.starts_with(context.substr(0, context.size() - 3)));
    std::istringstream lines(bytes.substr(bytes.find("\"@graph\"")));
    std::string line;
    std::size_t nodes = 0;
    while (std::getline(lines, line)) {
        if (!line.starts_with("{")) continue;
        ++nodes;
        CHECK(line.starts_with("{\"type\":"));
        CHECK(line.find("\"id\":") < line.find("\":", line.find("\"id\":") + 5));
    }
    CHECK(nodes == export_::nodes(sample::graph()).size());
}

TEST_CASE("context.jsonld holds the terms of the code, and no other") {
    const json::Value root = json::parse(file("schema/context.jsonld"), "context.jsonld");
    const json::Value& context = *root.find("@context");
    std::set<std::string> due = {"id", "type"};
    const auto expect = [&](std::string_view name, const std::string& iri, std::string_view type) {
        due.emplace(name);
        const json::Value* term = context.find(name);
        CAPTURE(name);
        REQUIRE(term != nullptr);
        const json::Value* id = type.empty() ? term : term->find("@id");
        REQUIRE(id != nullptr);
        CHECK(id->text == iri);
        if (type.empty()) return;
        const json::Value* range = term->find(type == "@language" ? "@container" : "@type");
        REQUIRE(range != nullptr);
        CHECK(range->text == type);
        CHECK(term->items.size() == 2);
    };
    const auto type_of = [](export_::ValueKind kind) -> std::string_view {
        switch (kind) {
            case export_::ValueKind::link:
            case export_::ValueKind::wikidata: return "@id";
            case export_::ValueKind::concept_: return "@vocab";
            case export_::ValueKind::text: return "";
            case export_::ValueKind::english: return "@language";
            case export_::ValueKind::decimal: return "xsd:decimal";
            case export_::ValueKind::integer: return "xsd:integer";
            case export_::ValueKind::boolean: return "xsd:boolean";
            case export_::ValueKind::date: return "xsd:date";
            case export_::ValueKind::date_time: return "xsd:dateTime";
            case export_::ValueKind::uri: return "xsd:anyURI";
        }
        return {};
    };
    for (const auto& prefix : export_::prefixes) expect(prefix.name, std::string(prefix.iri), "");
    for (const auto& term : export_::class_terms) expect(term.name, std::string(term.iri), "");
    for (const auto& term : export_::property_terms) {
        expect(term.name, std::string(term.iri), type_of(term.kind));
    }
    const auto ours = [](std::string_view name) { return "d:" + std::string(name); };
    for (const auto& row : actor_kind_table) expect(row.class_name, ours(row.class_name), "");
    for (const auto polarity : {Polarity::affirmed, Polarity::negated}) {
        expect(name(polarity), ours(name(polarity)), "");
    }
    for (const auto f : {Factuality::actual, Factuality::hypothetical, Factuality::unknown}) {
        expect(name(f), ours(name(f)), "");
    }
    for (const auto& row : relation_table) {
        expect(row.name, ours(row.name), "@id");
        expect(row.negated_name, ours(row.negated_name), "@id");
    }
    CHECK(due == std::set<std::string>(context.keys.begin(), context.keys.end()));
}

TEST_CASE("read_jsonld: what is wrong is said with its place") {
    const std::string good = export_::jsonld(sample::graph());
    const auto wrong = [&](const std::string& what, const std::string& with) {
        return answer(replaced(good, what, with));
    };
    const std::size_t line_of_graph =
        static_cast<std::size_t>(std::count(
            good.begin(), good.begin() + static_cast<std::ptrdiff_t>(good.find("@graph")), '\n')) +
        1;
    const auto at = [&](std::size_t line, std::size_t column) {
        return "g.jsonld:" + std::to_string(line_of_graph + line) + ":" + std::to_string(column) +
               ": ";
    };
    const std::string again = " Make the file again with `demarche build` or `merge`.";

    CHECK(answer("") == "g.jsonld:1:1: the file is empty. Expected JSON.");
    CHECK(answer("[]") ==
          "g.jsonld:1:1: not a position graph. Expected JSON-LD written by demarche: "
          "an object with '@context' and '@graph'.");
    CHECK(answer("{\"@graph\": []}").find("not a position graph") != std::string::npos);
    CHECK(wrong("\"schemaVersion\":\"1\"", "\"schemaVersion\":\"7\"") ==
          at(1, 63) +
              "the file has schema version '7'; this demarche reads version '1'. Use the "
              "demarche that wrote it, or build the graph again.");
    CHECK(wrong(",\"schemaVersion\":\"1\"", "").find("no node says its 'schemaVersion'") !=
          std::string::npos);
    CHECK(wrong("\"stance\": {", "\"stanze\": {")
              .find("'@context' is not that of schema version '1'") != std::string::npos);
    CHECK(wrong("\"relation\":\"requests\",", "")
              .find("a node of type 'Statement' has no 'relation'." + again) != std::string::npos);
    CHECK(wrong("\"relation\":\"requests\"", "\"relation\":\"begs\"")
              .find("unknown relation 'begs'.") != std::string::npos);
    CHECK(wrong("\"polarity\":\"affirmed\"", "\"polarity\":\"negated\"")
              .find("does not fit the relation") != std::string::npos);
    CHECK(wrong("\"factuality\":\"actual\"", "\"factuality\":\"maybe\"")
              .find("unknown factuality 'maybe'") != std::string::npos);
    CHECK(wrong("\"stance\":\"", "\"stance\":\"1").find("must be a decimal from -1 to 1") !=
          std::string::npos);
    CHECK(wrong("\"confidence\":\"0.86\"", "\"confidence\":0.86")
              .find("'confidence' must be a string, not a number.") != std::string::npos);
    CHECK(wrong("\"policy\":true", "\"policy\":\"true\"")
              .find("'policy' must be true or false, not a string.") != std::string::npos);
    CHECK(wrong("\"start\":1", "\"start\":-1").find("is no offset") != std::string::npos);
    // Offsets are whole numbers that can be written again.
    for (const char* number :
         {"9223372036854775808", "18446744073709551615", "18446744073709551616", "1e2", "1.0", "-0",
          "-9223372036854775809"}) {
        CAPTURE(std::string(number));
        const std::string text =
            replaced(good, "\"start\":40,", "\"start\":" + std::string(number) + ",");
        const std::size_t place = text.find(std::string(number) + ",\"end\"");
        REQUIRE(place != std::string::npos);
        const std::size_t line = text.rfind('\n', place);
        CHECK(
            answer(text) ==
            "g.jsonld:" +
                std::to_string(std::count(text.begin(),
                                          text.begin() + static_cast<std::ptrdiff_t>(place), '\n') +
                               1) +
                ":" + std::to_string(place - line) + ": '" + number +
                "' is no offset: it must be a whole number from 0 to 2^63 - 1." + again);
    }
    CHECK(wrong("\"start\":40,", "\"start\":1e400,").find("not valid JSON: Number too big") !=
          std::string::npos);
    // Ids are text.
    for (const char* kind : {"actor", "issue", "position", "statement", "document"}) {
        CAPTURE(kind);
        const std::string start = "\"id\":\"demarche:" + std::string(kind) + "/";
        const std::string spoilt = replaced(good, start, start + "%FF%FE");
        const std::string said = answer(spoilt);
        CHECK(said.starts_with("g.jsonld:"));
        CHECK(said.find("stands for bytes that are no UTF-8." + again) != std::string::npos);
    }
    CHECK(wrong("\"policy\":true", "\"policy\":true,\"mood\":1")
              .find("'mood' is no member of a node of type 'Statement'.") != std::string::npos);
    CHECK(wrong("\"policy\":true", "\"policy\":true,\"policy\":true")
              .find("'policy' stands twice in one object. Remove one.") != std::string::npos);
    CHECK(wrong("{\"type\":\"Position\"", "{\"type\":\"Posture\"")
              .find("unknown type of node 'Posture'.") != std::string::npos);
    CHECK(wrong("\"exact\":\"said\"", "\"exact\":\"\\ud800\"").find("not valid JSON: ") !=
          std::string::npos);
    CHECK(wrong("\"exact\":\"said\"", "\"exact\":\"\\udc00\"").find("half a surrogate pair") !=
          std::string::npos);
    CHECK(wrong("\"demands\":[", "\"demands\":[\"demarche:position/x\",")
              .find("no statement says so.") != std::string::npos);
    CHECK(wrong("\"demands\":[", "\"doesNotDemand\":[").find("though a statement says so.") !=
          std::string::npos);
    CHECK(wrong("demarche:statement/", "https://example.org/statement/").find("Give `--base`") !=
          std::string::npos);
    CHECK(answer("\xEF\xBB\xBF" + good).find("g.jsonld:1:1: starts with a byte order mark") == 0);
    const std::size_t node = good.find("{\"type\":\"Issue\"");
    const std::string issue = good.substr(node, good.find('\n', node) + 1 - node);
    CHECK(answer(replaced(good, issue, issue + issue)).find("two nodes have the id ") !=
          std::string::npos);
}

TEST_CASE("read_jsonld: a file cut off anywhere is refused") {
    const std::string good = export_::jsonld(sample::graph());
    const std::string message = "the file ends too early; it was cut off. Make or copy it again.";
    for (std::size_t size = 1; size + 2 < good.size(); size += 97) {
        const std::string said = answer(good.substr(0, size));
        CAPTURE(size);
        CHECK(said != "read");
        CHECK(said.find(message) != std::string::npos);
    }
}

TEST_CASE("nquads: sorted, unique, one a line; shortcuts only for what is actual") {
    const graph::PositionGraph graph = sample::graph();
    const std::string quads = export_::nquads(graph);
    std::vector<std::string> lines;
    std::istringstream in(quads);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    CHECK(std::adjacent_find(lines.begin(), lines.end()) == lines.end());
    const auto has = [&](const std::string& line) {
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    const std::string ns = "<https://w3id.org/demarche/ns#";
    const std::string kr = "<https://w3id.org/demarche/actor/kr> ";
    CHECK(
        has(kr + "<http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q884> ."));
    CHECK(has(kr + "<http://www.w3.org/2000/01/rdf-schema#label> \"South Korea\"@en ."));
    CHECK(quads.find(kr + ns + "doesNotOppose> ") != std::string::npos);
    CHECK(quads.find("actor/jp> " + ns + "agrees>") == std::string::npos);
    CHECK(quads.find(ns + "relation> " + ns + "agrees> .") != std::string::npos);
    for (const std::string& line : lines) CHECK(line.ends_with(" ."));
}

TEST_CASE("nquads: the union of two graphs' lines is the union of the graphs") {
    graph::PositionGraph all = sample::graph();
    graph::PositionGraph first = all;
    graph::PositionGraph second = all;
    std::erase_if(first.statements, [](const auto& s) {
        return s.second.document == sample::documents[1] && s.second.reported_by.empty();
    });
    std::erase_if(second.statements,
                  [](const auto& s) { return s.second.document == sample::documents[0]; });
    REQUIRE(first.statements.size() + second.statements.size() == all.statements.size());
    std::set<std::string> lines;
    for (const auto& part : {export_::nquads(first), export_::nquads(second)}) {
        std::istringstream in(part);
        for (std::string line; std::getline(in, line);) lines.insert(line + "\n");
    }
    std::string together;
    for (const std::string& line : lines) together += line;
    CHECK(together == export_::nquads(all));
}

TEST_CASE("nquads: text is escaped as RDFC-1.0 asks") {
    graph::PositionGraph graph;
    graph.issues["x"] = {"x", "\"\\\n\r\t\b\f\x01\x7F\u00e9\u202E", {}};
    CHECK(export_::nquads(graph).find("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u007F\u00e9\u202E\"@en") !=
          std::string::npos);
}
