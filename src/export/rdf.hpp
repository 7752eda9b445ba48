// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// The position graph as RDF, before it is JSON-LD or N-Quads: nodes with properties, in the
/// words of schema/context.jsonld. Both writers take what they write from here.
namespace demarche::export_ {

/// What stands at the other end of a property.
enum class ValueKind {
    link,      ///< a node of the graph, by its id behind the base: "actor/kr"
    concept_,  ///< a term of the vocabulary: "requests", "affirmed"
    wikidata,  ///< an item: "Q884"
    text,      ///< a plain string
    english,   ///< a string tagged "en"
    decimal,
    integer,
    boolean,
    date,       ///< xsd:date
    date_time,  ///< xsd:dateTime
    uri,        ///< xsd:anyURI: an address, as found
};

/// A key of the context.
struct Term {
    std::string_view name;  ///< in JSON-LD
    std::string_view iri;   ///< with a prefix of `prefixes`
    ValueKind kind;
    bool many = false;  ///< several values: an array even where there is one
};

struct Prefix {
    std::string_view name;
    std::string_view iri;
};

inline constexpr std::array<Prefix, 12> prefixes = {{
    {"demarche", "https://w3id.org/demarche/"},
    {"d", "https://w3id.org/demarche/ns#"},
    {"schema", "http://schema.org/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"dct", "http://purl.org/dc/terms/"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"wd", "http://www.wikidata.org/entity/"},
}};

/// Every property but the relations, which are in core/relation.hpp.
inline constexpr std::array<Term, 48> property_terms = {{
    {"schemaVersion", "d:schemaVersion", ValueKind::text},
    // An article.
    {"sha256", "d:sha256", ValueKind::text},
    {"identifier", "schema:identifier", ValueKind::text},
    {"headline", "schema:headline", ValueKind::text},
    {"published", "schema:datePublished", ValueKind::date},
    {"publishedTime", "schema:datePublished", ValueKind::date_time},
    {"publishedText", "schema:datePublished", ValueKind::text},
    {"modified", "schema:dateModified", ValueKind::date},
    {"modifiedTime", "schema:dateModified", ValueKind::date_time},
    {"modifiedText", "schema:dateModified", ValueKind::text},
    {"author", "schema:author", ValueKind::link, true},
    {"publisher", "d:publisherName", ValueKind::text},
    {"url", "schema:url", ValueKind::uri},
    {"language", "schema:inLanguage", ValueKind::text},
    // Its authors.
    {"name", "foaf:name", ValueKind::text},
    {"role", "d:role", ValueKind::text},
    // Actors, positions, issues.
    {"label", "rdfs:label", ValueKind::english},
    {"altLabel", "skos:altLabel", ValueKind::english, true},
    {"partOf", "d:partOf", ValueKind::link},
    {"represents", "d:represents", ValueKind::link},
    {"sameAs", "owl:sameAs", ValueKind::wikidata},
    {"about", "schema:about", ValueKind::link, true},
    // A statement.
    {"holder", "d:holder", ValueKind::link, true},
    {"relation", "d:relation", ValueKind::concept_},
    {"position", "d:position", ValueKind::link},
    {"polarity", "d:polarity", ValueKind::concept_},
    {"factuality", "d:factuality", ValueKind::concept_},
    {"stance", "d:stance", ValueKind::decimal},
    {"confidence", "d:confidence", ValueKind::decimal},
    {"policy", "d:policy", ValueKind::boolean},
    {"directQuote", "d:directQuote", ValueKind::boolean},
    {"attributedTo", "prov:wasAttributedTo", ValueKind::link, true},
    {"addressee", "schema:recipient", ValueKind::link},
    {"target", "d:counterpart", ValueKind::link},
    {"reportedBy", "d:reportedBy", ValueKind::link},
    {"date", "dct:date", ValueKind::date},
    {"dateTime", "dct:date", ValueKind::date_time},
    {"dateText", "dct:date", ValueKind::text},
    {"document", "prov:wasDerivedFrom", ValueKind::link},
    {"evidence", "d:evidence", ValueKind::link, true},
    {"cue", "d:cue", ValueKind::link, true},
    {"source", "d:source", ValueKind::link, true},
    // A passage.
    {"hasSource", "oa:hasSource", ValueKind::link},
    {"start", "oa:start", ValueKind::integer},
    {"end", "oa:end", ValueKind::integer},
    {"exact", "oa:exact", ValueKind::text},
    {"prefix", "oa:prefix", ValueKind::text},
    {"suffix", "oa:suffix", ValueKind::text},
}};

/// Classes that are not kinds of actors; those are in core/actor.hpp, all in d:.
inline constexpr std::array<Term, 8> class_terms = {{
    {"PositionGraph", "d:PositionGraph", ValueKind::concept_},
    {"NewsArticle", "schema:NewsArticle", ValueKind::concept_},
    {"Author", "d:Author", ValueKind::concept_},
    {"Actor", "d:Actor", ValueKind::concept_},
    {"Position", "d:Position", ValueKind::concept_},
    {"Issue", "d:Issue", ValueKind::concept_},
    {"Statement", "d:Statement", ValueKind::concept_},
    {"Passage", "d:Passage", ValueKind::concept_},
}};

struct Property {
    Term term;
    std::vector<std::string> values;  ///< sorted, unique, at least one
};

struct Node {
    std::vector<std::string_view> types;
    std::string id;  ///< behind the base
    std::vector<Property> properties;
};

/// All nodes, in a fixed order: the graph's own, articles with their authors, issues, positions,
/// actors, statements, passages, each kind by id.
[[nodiscard]] std::vector<Node> nodes(const graph::PositionGraph& graph);

/// The predicate of a statement and of its shortcut triple: "supports", "doesNotSupport".
[[nodiscard]] std::string_view predicate(Relation relation, Polarity polarity);

/// All but ASCII letters, digits and -._~ as %XX (RFC 3986).
[[nodiscard]] std::string encoded(std::string_view text);

/// What `encoded` was given.
[[nodiscard]] std::string decoded(std::string_view text);

/// "actor/kr": the kind, and the id encoded.
[[nodiscard]] std::string node_id(std::string_view kind, std::string_view id);

/// The whole IRI of a name with a prefix of `prefixes`.
[[nodiscard]] std::string expanded(std::string_view compact);

/// \throws UsageError if `base` is not an absolute IRI of ASCII letters ending in '/'.
void check_base(std::string_view base);

}  // namespace demarche::export_
