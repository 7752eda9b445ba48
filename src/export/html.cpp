// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The page for people is page.html with two holes: the title, escaped, and the graph as JSON in
// which `<`, `>` and `&` are \u escapes, so that no text of an article can end the script element.

#include "export/html.hpp"

#include "export/embedded.hpp"
#include "export/json.hpp"
#include "export/picture.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <string_view>

namespace demarche::export_ {
namespace {

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            default: result += c;
        }
    }
    return result;
}

/// Outside strings JSON has none of these characters.
std::string in_script(std::string_view json) {
    std::string result;
    for (const char c : json) {
        switch (c) {
            case '&': result += "\\u0026"; break;
            case '<': result += "\\u003c"; break;
            case '>': result += "\\u003e"; break;
            default: result += c;
        }
    }
    return result;
}

template <typename Nodes, typename Text>
void write_names(json::Writer& out, std::string_view key, const Nodes& nodes, Text text) {
    out.key(key);
    out.begin_object();
    for (const auto& [id, node] : nodes) out.member(id, text(node));
    out.end_object();
}

void write_list(json::Writer& out, std::string_view key, const std::vector<std::string>& list) {
    out.key(key);
    out.begin_array();
    for (const std::string& item : list) out.string(item);
    out.end_array();
}

void write_statement(json::Writer& out, const Statement& statement) {
    const auto& evidence = statement.content.empty() ? statement.cue : statement.content;
    const RelationFamily family =
        shown_family(statement.relation, statement.polarity, statement.stance);
    out.begin_object();
    write_list(out, "holders", statement.holders);
    out.member("relation", statement.polarity == Polarity::affirmed
                               ? name(statement.relation)
                               : facts(statement.relation).negated_phrase);
    out.member("family", name(family));
    out.member("factuality", name(statement.factuality));
    out.member("position", statement.position);
    out.member("other", statement.target.empty() ? statement.addressee : statement.target);
    out.member("date", statement.date);
    out.member("document", statement.document);
    out.key("words");
    out.begin_array();
    for (const Passage& passage : evidence) {
        out.begin_array();
        out.string(passage.prefix);
        out.string(passage.exact);
        out.string(passage.suffix);
        out.end_array();
    }
    out.end_array();
    out.end_object();
}

std::string data(const graph::PositionGraph& graph) {
    json::Writer out;
    out.begin_object();
    write_names(out, "actors", graph.actors, [](const Actor& a) { return a.name; });
    write_names(out, "issues", graph.issues, [](const Issue& i) { return i.label; });
    out.key("positions");
    out.begin_object();
    for (const auto& [id, position] : graph.positions) {
        out.key(id);
        out.begin_object();
        out.member("label", position.label);
        write_list(out, "issues", position.issues);
        out.end_object();
    }
    out.end_object();
    out.key("documents");
    out.begin_object();
    for (const auto& [id, document] : graph.documents) {
        out.key(id);
        out.begin_object();
        out.member("title", document.title.empty() ? document.name : document.title);
        out.member("published", document.published);
        out.member("url", identity::uri(document.url));
        out.end_object();
    }
    out.end_object();
    out.key("statements");
    out.begin_array();
    for (const auto& [id, statement] : graph.statements) write_statement(out, statement);
    out.end_array();
    out.end_object();
    return in_script(out.take());
}

/// What stands between the holes of the page comes from the page itself, never from what fills
/// them.
std::string filled(std::string_view page, const std::string& title, const std::string& json) {
    constexpr std::string_view title_hole = "%TITLE%";
    constexpr std::string_view data_hole = "%DATA%";
    std::string result;
    while (!page.empty()) {
        const std::size_t at = std::min(page.find(title_hole), page.find(data_hole));
        result += page.substr(0, at);
        if (at == std::string_view::npos) break;
        const bool is_title = page.substr(at).starts_with(title_hole);
        result += is_title ? title : json;
        page.remove_prefix(at + (is_title ? title_hole : data_hole).size());
    }
    return result;
}

}  // namespace

std::string html(const graph::PositionGraph& graph, const std::string& title) {
    return filled(page_file, escaped(title), data(graph));
}

}  // namespace demarche::export_
