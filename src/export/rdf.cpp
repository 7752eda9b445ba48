// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The graph as nodes with properties. One statement becomes
//
//     statement/75b5  holder actor/kr; relation requests; position position/e95f; ...;
//                     evidence document/0ab8#char=373,546
//     actor/kr        requests position/e95f                        (the shortcut)
//     document/0ab8#char=373,546   start 373; end 546; exact "..."
//
// Nothing that is counted or averaged is written: the union of two files would hold two counts.
// Every value is a function of its node's id, of the registry, or belongs to one article's node;
// therefore merging files is the union of their triples.

#include "export/rdf.hpp"

#include "core/error.hpp"
#include "export/json.hpp"
#include "export/jsonld.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace demarche::export_ {
namespace {

const Term& term(std::string_view name) {
    const auto found = std::find_if(property_terms.begin(), property_terms.end(),
                                    [&](const Term& t) { return t.name == name; });
    if (found == property_terms.end()) throw std::logic_error("no such term");
    return *found;
}

bool digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2013-10-25".
bool is_date(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && digits(text.substr(0, 4)) &&
           digits(text.substr(5, 2)) && digits(text.substr(8, 2)) && text.substr(5, 2) >= "01" &&
           text.substr(5, 2) <= "12" && text.substr(8, 2) >= "01" && text.substr(8, 2) <= "31";
}

/// "2013-10-28T16:11:00+09:00", "...Z": what xsd:dateTime allows and a zone.
bool is_date_time(std::string_view text) {
    if (text.size() < 20 || !is_date(text.substr(0, 10)) || text[10] != 'T') return false;
    const std::string_view time = text.substr(11, 8);
    if (time[2] != ':' || time[5] != ':' || !digits(time.substr(0, 2)) ||
        !digits(time.substr(3, 2)) || !digits(time.substr(6, 2)) || time.substr(0, 2) > "23" ||
        time.substr(3, 2) > "59" || time.substr(6, 2) > "59") {
        return false;
    }
    const std::string_view zone = text.substr(19);
    return zone == "Z" ||
           (zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' &&
            digits(zone.substr(1, 2)) && digits(zone.substr(4, 2)) && zone.substr(1, 2) <= "13" &&
            zone.substr(4, 2) <= "59");
}

/// Collects the properties of one node; empty values are not written.
class Maker {
public:
    Maker(std::vector<std::string_view> types, std::string id) {
        node_.types = std::move(types);
        node_.id = std::move(id);
    }

    Maker& always(std::string_view name, std::string value) {
        node_.properties.push_back({term(name), {std::move(value)}});
        return *this;
    }

    Maker& some(std::string_view name, const std::string& value) {
        return value.empty() ? *this : always(name, value);
    }

    Maker& link(std::string_view name, std::string_view kind, const std::string& id) {
        return id.empty() ? *this : always(name, node_id(kind, id));
    }

    Maker& all(std::string_view name, std::vector<std::string> values) {
        return all(term(name), std::move(values));
    }

    Maker& all(const Term& of, std::vector<std::string> values) {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        if (!values.empty()) node_.properties.push_back({of, std::move(values)});
        return *this;
    }

    Maker& links(std::string_view name, std::string_view kind,
                 const std::vector<std::string>& ids) {
        std::vector<std::string> values;
        for (const std::string& id : ids) values.push_back(node_id(kind, id));
        return all(name, std::move(values));
    }

    /// A date in whichever of three forms it has: "date", "dateTime", or text that is neither.
    Maker& when(std::string_view date, std::string_view date_time, std::string_view text,
                const std::string& value) {
        return some(is_date(value) ? date : is_date_time(value) ? date_time : text, value);
    }

    Maker& passages(std::string_view name, const std::string& document,
                    const std::vector<Passage>& list) {
        std::vector<std::string> values;
        for (const Passage& passage : list) {
            values.push_back(node_id("document", document) + "#char=" +
                             std::to_string(passage.begin) + "," + std::to_string(passage.end));
        }
        return all(name, std::move(values));
    }

    Node take() { return std::move(node_); }

private:
    Node node_;
};

void add_document(std::vector<Node>& nodes, const graph::DocumentNode& document) {
    const std::string id = node_id("document", document.id);
    std::vector<std::string> authors;
    for (std::size_t i = 0; i < document.authors.size(); ++i) {
        authors.push_back(id + "#author-" + std::to_string(i + 1));
    }
    nodes.push_back(Maker({"NewsArticle"}, id)
                        .some("sha256", document.sha256)
                        .some("identifier", document.name)
                        .some("headline", document.title)
                        .when("published", "publishedTime", "publishedText", document.published)
                        .when("modified", "modifiedTime", "modifiedText", document.modified)
                        .all("author", authors)
                        .some("publisher", document.publisher)
                        .some("url", identity::uri(document.url))
                        .some("language", document.language)
                        .take());
    for (std::size_t i = 0; i < authors.size(); ++i) {
        nodes.push_back(Maker({"Author"}, authors[i])
                            .always("name", document.authors[i].name)
                            .some("role", document.authors[i].role)
                            .take());
    }
}

using Shortcuts = std::map<std::string_view, std::vector<std::string>>;

/// Per actor: predicate to positions, of statements that are actual.
std::map<std::string, Shortcuts> shortcuts(const graph::PositionGraph& graph) {
    std::map<std::string, Shortcuts> result;
    for (const auto& [id, statement] : graph.statements) {
        if (statement.factuality != Factuality::actual) continue;
        for (const std::string& holder : statement.holders) {
            result[holder][predicate(statement.relation, statement.polarity)].push_back(
                node_id("position", statement.position));
        }
    }
    return result;
}

Node actor_node(const Actor& actor, const Shortcuts& held) {
    Maker maker({"Actor", facts(actor.kind).class_name}, node_id("actor", actor.id));
    maker.always("label", actor.name)
        .all("altLabel", actor.aliases)
        .link("partOf", "actor", actor.part_of)
        .link("represents", "actor", actor.represents)
        .some("sameAs", encoded(actor.wikidata));
    for (const auto& [relation, positions] : held) {
        maker.all(Term{relation, relation, ValueKind::link, true}, positions);
    }
    return maker.take();
}

Node statement_node(const graph::PositionGraph& graph, const Statement& statement) {
    std::vector<std::string> attributed_to;
    if (const auto reporter = graph.statements.find(statement.reported_by);
        reporter != graph.statements.end()) {
        attributed_to = reporter->second.holders;
    }
    const std::vector<Passage>& evidence =
        statement.content.empty() ? statement.cue : statement.content;
    return Maker({"Statement"}, node_id("statement", statement.id))
        .links("holder", "actor", statement.holders)
        .always("relation", std::string(predicate(statement.relation, statement.polarity)))
        .link("position", "position", statement.position)
        .always("polarity", std::string(name(statement.polarity)))
        .always("factuality", std::string(name(statement.factuality)))
        .always("stance", json::decimal(statement.stance))
        .always("confidence", json::decimal(statement.confidence))
        .always("policy", statement.policy ? "true" : "false")
        .always("directQuote", statement.direct_quote ? "true" : "false")
        .links("attributedTo", "actor", attributed_to)
        .link("addressee", "actor", statement.addressee)
        .link("target", "actor", statement.target)
        .link("reportedBy", "statement", statement.reported_by)
        .when("date", "dateTime", "dateText", statement.date)
        .link("document", "document", statement.document)
        .passages("evidence", statement.document, evidence)
        .passages("cue", statement.document, statement.cue)
        .passages("source", statement.document, statement.source)
        .take();
}

using PassageKey = std::tuple<std::string, std::size_t, std::size_t>;

void add_passages(std::vector<Node>& nodes, const graph::PositionGraph& graph) {
    std::map<PassageKey, const Passage*> passages;
    for (const auto& [id, statement] : graph.statements) {
        for (const auto* list : {&statement.source, &statement.cue, &statement.content}) {
            for (const Passage& passage : *list) {
                passages.emplace(PassageKey{statement.document, passage.begin, passage.end},
                                 &passage);
            }
        }
    }
    for (const auto& [key, passage] : passages) {
        const std::string document = node_id("document", std::get<0>(key));
        const std::string begin = std::to_string(passage->begin);
        const std::string end = std::to_string(passage->end);
        nodes.push_back(Maker({"Passage"}, document + "#char=" + begin + "," + end)
                            .always("hasSource", document)
                            .always("start", begin)
                            .always("end", end)
                            .always("exact", passage->exact)
                            .always("prefix", passage->prefix)
                            .always("suffix", passage->suffix)
                            .take());
    }
}

}  // namespace

std::vector<Node> nodes(const graph::PositionGraph& graph) {
    std::vector<Node> nodes;
    nodes.push_back(Maker({"PositionGraph"}, "graph")
                        .always("schemaVersion", std::string(schema_version))
                        .take());
    for (const auto& [id, document] : graph.documents) add_document(nodes, document);
    for (const auto& [id, issue] : graph.issues) {
        nodes.push_back(Maker({"Issue"}, node_id("issue", issue.id))
                            .always("label", issue.label)
                            .all("altLabel", issue.aliases)
                            .take());
    }
    for (const auto& [id, position] : graph.positions) {
        nodes.push_back(Maker({"Position"}, node_id("position", position.id))
                            .always("label", position.label)
                            .links("about", "issue", position.issues)
                            .take());
    }
    const auto held = shortcuts(graph);
    for (const auto& [id, actor] : graph.actors) {
        const auto own = held.find(id);
        nodes.push_back(actor_node(actor, own == held.end() ? Shortcuts{} : own->second));
    }
    for (const auto& [id, statement] : graph.statements) {
        nodes.push_back(statement_node(graph, statement));
    }
    add_passages(nodes, graph);
    return nodes;
}

std::string_view predicate(Relation relation, Polarity polarity) {
    const RelationFacts& row = facts(relation);
    return polarity == Polarity::affirmed ? row.name : row.negated_name;
}

std::string encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~') {
            result += c;
        } else {
            result += '%';
            result += hex[byte >> 4U];
            result += hex[byte & 15U];
        }
    }
    return result;
}

std::string decoded(std::string_view text) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool code = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 &&
                          digit(text[i + 2]) >= 0;
        if (code) {
            result += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string node_id(std::string_view kind, std::string_view id) {
    return std::string(kind) + "/" + encoded(id);
}

std::string expanded(std::string_view compact) {
    const std::size_t colon = compact.find(':');
    if (colon == std::string_view::npos) {
        return std::string(vocabulary) + std::string(compact);
    }
    for (const Prefix& prefix : prefixes) {
        if (prefix.name == compact.substr(0, colon)) {
            return std::string(prefix.iri) + std::string(compact.substr(colon + 1));
        }
    }
    throw std::logic_error("no such prefix");
}

void check_base(std::string_view base) {
    const std::size_t colon = base.find(':');
    const bool scheme = colon != std::string_view::npos && colon > 0 &&
                        std::all_of(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(colon),
                                    [](char c) {
                                        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                                               c == '+' || c == '-' || c == '.';
                                    }) &&
                        base[0] >= 'a';
    const bool clean = std::none_of(base.begin(), base.end(), [](char c) {
        return c <= ' ' || c > '~' ||
               std::string_view("<>\"{}|\\^`#?").find(c) != std::string_view::npos;
    });
    if (!scheme || !clean || !base.ends_with('/')) {
        throw UsageError("'" + std::string(base) +
                         "' cannot be the base of IRIs. Give an absolute one in ASCII that ends "
                         "in '/', such as https://example.org/positions/.");
    }
}

}  // namespace demarche::export_
