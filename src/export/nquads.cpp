// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Canonical N-Quads by hand: without blank nodes, the canonical form of a graph (RDFC-1.0, W3C
// 2024) is its lines, sorted by code point (which for UTF-8 is by byte) and unique.

#include "export/nquads.hpp"

#include "export/rdf.hpp"

#include <algorithm>
#include <vector>

namespace demarche::export_ {
namespace {

constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

std::string iri(std::string_view text) {
    return "<" + std::string(text) + ">";
}

/// Between quotation marks, escaped as RDFC-1.0 asks: what has a short form takes it, other
/// controls are \u00XX, the rest is UTF-8 as it is.
std::string literal(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '"': result += "\\\""; continue;
            case '\\': result += "\\\\"; continue;
            case '\n': result += "\\n"; continue;
            case '\r': result += "\\r"; continue;
            case '\t': result += "\\t"; continue;
            case '\b': result += "\\b"; continue;
            case '\f': result += "\\f"; continue;
            default: break;
        }
        if (byte < 0x20U || byte == 0x7FU) {
            result += "\\u00";
            result += hex[byte >> 4U];
            result += hex[byte & 15U];
        } else {
            result += c;
        }
    }
    return result + "\"";
}

std::string typed(std::string_view text, std::string_view datatype) {
    return literal(text) + "^^" + iri(expanded(datatype));
}

std::string object(ValueKind kind, const std::string& value, const std::string& base) {
    switch (kind) {
        case ValueKind::link: return iri(base + value);
        case ValueKind::concept_: return iri(expanded(value));
        case ValueKind::wikidata: return iri(expanded("wd:" + value));
        case ValueKind::text: return literal(value);
        case ValueKind::english: return literal(value) + "@en";
        case ValueKind::decimal: return typed(value, "xsd:decimal");
        case ValueKind::integer: return typed(value, "xsd:integer");
        case ValueKind::boolean: return typed(value, "xsd:boolean");
        case ValueKind::date: return typed(value, "xsd:date");
        case ValueKind::date_time: return typed(value, "xsd:dateTime");
        case ValueKind::uri: return typed(value, "xsd:anyURI");
    }
    return {};
}

std::string_view class_iri(std::string_view type) {
    const auto found = std::find_if(class_terms.begin(), class_terms.end(),
                                    [&](const Term& term) { return term.name == type; });
    return found == class_terms.end() ? type : found->iri;
}

}  // namespace

std::string nquads(const graph::PositionGraph& graph, const RdfOptions& options) {
    check_base(options.base);
    std::vector<std::string> lines;
    for (const Node& node : nodes(graph)) {
        const std::string subject = iri(options.base + node.id) + " ";
        for (const std::string_view type : node.types) {
            lines.push_back(subject + iri(rdf_type) + " " + iri(expanded(class_iri(type))) +
                            " .\n");
        }
        for (const Property& property : node.properties) {
            const std::string start = subject + iri(expanded(property.term.iri)) + " ";
            for (const std::string& value : property.values) {
                lines.push_back(start + object(property.term.kind, value, options.base) + " .\n");
            }
        }
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    std::string result;
    for (const std::string& line : lines) result += line;
    return result;
}

}  // namespace demarche::export_
