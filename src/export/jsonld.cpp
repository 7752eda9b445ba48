// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// JSON-LD 1.1: the context file as it stands, then one node a line with `type` before `id`, so that
// a streaming parser need not wait for a node's end to know what it is.

#include "export/jsonld.hpp"

#include "export/embedded.hpp"
#include "export/json.hpp"
#include "export/rdf.hpp"

#include <string>

namespace demarche::export_ {
namespace {

/// With the default base ids are written with its prefix, which the context knows.
std::string prefix_of(const RdfOptions& options) {
    return options.base == default_base ? "demarche:" : options.base;
}

void write_value(json::Writer& out, ValueKind kind, const std::string& value,
                 const std::string& prefix) {
    switch (kind) {
        case ValueKind::link: out.string(prefix + value); return;
        case ValueKind::wikidata: out.string("wd:" + value); return;
        case ValueKind::integer: out.integer(std::stoll(value)); return;
        case ValueKind::boolean: out.boolean(value == "true"); return;
        case ValueKind::concept_:
        case ValueKind::text:
        case ValueKind::english:
        case ValueKind::decimal:
        case ValueKind::date:
        case ValueKind::date_time:
        case ValueKind::uri: out.string(value); return;
    }
}

void write_property(json::Writer& out, const Property& property, const std::string& prefix) {
    const bool tagged = property.term.kind == ValueKind::english;
    out.key(property.term.name);
    if (tagged) {
        out.begin_object();
        out.key("en");
    }
    if (property.term.many) out.begin_array();
    for (const std::string& value : property.values) {
        write_value(out, property.term.kind, value, prefix);
    }
    if (property.term.many) out.end_array();
    if (tagged) out.end_object();
}

std::string node_line(const Node& node, const std::string& prefix) {
    json::Writer out;
    out.begin_object();
    out.key("type");
    if (node.types.size() > 1) out.begin_array();
    for (const std::string_view type : node.types) out.string(type);
    if (node.types.size() > 1) out.end_array();
    out.member("id", prefix + node.id);
    for (const Property& property : node.properties) write_property(out, property, prefix);
    out.end_object();
    return out.take();
}

}  // namespace

std::string jsonld(const graph::PositionGraph& graph, const RdfOptions& options) {
    check_base(options.base);
    const std::string prefix = prefix_of(options);
    std::string text(context_file.substr(0, context_file.rfind("\n}")));
    text += ",\n\"@graph\": [";
    std::string_view separator = "\n";
    for (const Node& node : nodes(graph)) {
        text += separator;
        text += node_line(node, prefix);
        separator = ",\n";
    }
    text += "\n]\n}\n";
    return text;
}

}  // namespace demarche::export_
