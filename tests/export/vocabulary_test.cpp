// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The files of schema/ against the closed lists of the code: whoever adds a relation or a kind of
// actor is told which file still lacks it.

#include "core/actor.hpp"
#include "core/relation.hpp"
#include "export/json.hpp"
#include "export/jsonld.hpp"
#include "export/rdf.hpp"

#include <doctest/doctest.h>

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

/// The block of Turtle that begins with "d:name a ", up to the empty line; "" if there is none.
std::string block(const std::string& turtle, std::string_view name) {
    const std::string start = "\nd:" + std::string(name) + " a ";
    const std::size_t at = turtle.find(start);
    if (at == std::string::npos) return "";
    return turtle.substr(at, turtle.find("\n\n", at + 1) - at);
}

std::string written(double figure) {
    const std::string text = json::decimal(figure);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

/// Every term of our own that the code writes.
std::set<std::string> own_terms() {
    std::set<std::string> terms;
    const auto add = [&](std::string_view iri) {
        if (iri.starts_with("d:")) terms.emplace(iri.substr(2));
    };
    for (const auto& term : export_::property_terms) add(term.iri);
    for (const auto& term : export_::class_terms) add(term.iri);
    for (const auto& row : actor_kind_table) terms.emplace(row.class_name);
    for (const auto& row : relation_table) {
        terms.emplace(row.name);
        terms.emplace(row.negated_name);
    }
    for (const auto polarity : {Polarity::affirmed, Polarity::negated})
        terms.emplace(name(polarity));
    for (const auto f : {Factuality::actual, Factuality::hypothetical, Factuality::unknown}) {
        terms.emplace(name(f));
    }
    return terms;
}

}  // namespace

TEST_CASE("demarche.ttl has every term with a label and a comment") {
    const std::string turtle = file("schema/demarche.ttl");
    for (const std::string& term : own_terms()) {
        CAPTURE(term);
        const std::string text = block(turtle, term);
        CHECK(text.find("rdfs:label \"") != std::string::npos);
        CHECK(text.find("rdfs:comment \"") != std::string::npos);
    }
}

TEST_CASE("demarche.ttl has no term that nothing writes") {
    const std::set<std::string> terms = own_terms();
    const std::set<std::string> of_the_vocabulary = {"Relation", "Polarity", "Factuality",
                                                     "cameo",    "plover",   "usualStance"};
    std::istringstream lines(file("schema/demarche.ttl"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("d:")) continue;
        const std::string term = line.substr(2, line.find(' ') - 2);
        CAPTURE(term);
        CHECK((terms.contains(term) || of_the_vocabulary.contains(term)));
    }
}

TEST_CASE("demarche.ttl: relations carry the figures and codes of the code") {
    const std::string turtle = file("schema/demarche.ttl");
    for (const RelationFacts& row : relation_table) {
        CAPTURE(row.name);
        const std::string text = block(turtle, row.name);
        CHECK(text.find("\"" + std::string(row.cameo) + "\"^^d:cameo") != std::string::npos);
        CHECK((text.find("^^d:plover") != std::string::npos) == !row.plover.empty());
        CHECK((row.plover.empty() ||
               text.find("\"" + std::string(row.plover) + "\"^^d:plover") != std::string::npos));
        CHECK(text.find("d:usualStance " + written(row.stance) + " .") != std::string::npos);
        const std::string negated = block(turtle, row.negated_name);
        CHECK(negated.find("d:usualStance " + written(row.negated_stance) + " .") !=
              std::string::npos);
        CHECK(negated.find("\"" + std::string(row.negated_phrase) + "\"@en") != std::string::npos);
    }
}

TEST_CASE("demarche.ttl: the properties of a statement reify its shortcut triple") {
    const std::string turtle = file("schema/demarche.ttl");
    const char* const pairs[][2] = {
        {"holder", "rdf:subject"},     {"relation", "rdf:predicate"},
        {"position", "rdf:object"},    {"evidence", "prov:wasQuotedFrom"},
        {"cue", "prov:wasQuotedFrom"}, {"source", "prov:wasQuotedFrom"}};
    for (const auto& pair : pairs) {
        const char* const term = pair[0];
        CAPTURE(term);
        CHECK(block(turtle, term).find("rdfs:subPropertyOf " + std::string(pair[1])) !=
              std::string::npos);
    }
}

TEST_CASE("shapes.ttl lists every relation and kind, and names every property") {
    const std::string turtle = file("schema/shapes.ttl");
    const auto word = [&](const std::string& term) {
        for (std::size_t at = turtle.find(term); at != std::string::npos;
             at = turtle.find(term, at + 1)) {
            const char next = turtle[at + term.size()];
            if (next == ' ' || next == '\n' || next == ')') return true;
        }
        return false;
    };
    for (const RelationFacts& row : relation_table) {
        CAPTURE(row.name);
        CHECK(word("d:" + std::string(row.name)));
        CHECK(word("d:" + std::string(row.negated_name)));
    }
    for (const ActorKindFacts& row : actor_kind_table) {
        CAPTURE(row.class_name);
        CHECK(word("d:" + std::string(row.class_name)));
    }
    for (const auto& term : export_::property_terms) {
        CAPTURE(term.name);
        CHECK(word(std::string(term.iri)));
    }
    CHECK(turtle.find("sh:in (\"" + std::string(export_::schema_version) + "\")") !=
          std::string::npos);
}

TEST_CASE("extract.schema.json lists every relation and kind") {
    const json::Value schema =
        json::parse(file("schema/extract.schema.json"), "extract.schema.json");
    const json::Value& statement =
        *schema.find("definitions")->find("statement")->find("properties");
    const auto same = [](const json::Value& list, const auto& table) {
        std::vector<std::string> due;
        for (const auto& row : table) due.emplace_back(row.name);
        std::vector<std::string> found;
        for (const json::Value& item : list.items) found.push_back(item.text);
        return due == found;
    };
    CHECK(same(*statement.find("relation")->find("enum"), relation_table));
    const json::Value& actor = *statement.find("actors")->find("items")->find("properties");
    CHECK(same(*actor.find("kind")->find("enum"), actor_kind_table));
}
