// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <string>
#include <string_view>

/// The position graph as bytes, one file a format. (`export` is a C++ keyword, hence the stroke.)
namespace demarche::export_ {

/// The one place where the project's IRIs begin. Another base moves the nodes of a graph
/// (`<base>actor/kr`); the vocabulary stays where it is.
inline constexpr std::string_view default_base = "https://w3id.org/demarche/";

/// Of the classes and properties in schema/demarche.ttl.
inline constexpr std::string_view vocabulary = "https://w3id.org/demarche/ns#";

/// The version of the shape described by schema/, written into every graph.
inline constexpr std::string_view schema_version = "1";

/// How a graph becomes RDF.
struct RdfOptions {
    std::string base{default_base};  ///< absolute IRI ending in '/' or '#'
};

/// The graph as JSON-LD 1.1: schema/context.jsonld inlined, then one node a line, in the order
/// of ids. The same graph gives the same bytes.
/// \throws UsageError if `options.base` cannot be a base.
[[nodiscard]] std::string jsonld(const graph::PositionGraph& graph, const RdfOptions& options = {});

/// Reads what `jsonld` wrote, with any base: written, read, written are the same bytes (with the
/// same base). `file` is its name in messages.
/// \throws InputError with line and column if it is cut off, not ours, of another schema version,
/// or a node lacks a member or has one of the wrong type.
[[nodiscard]] graph::PositionGraph read_jsonld(std::string_view bytes, const std::string& file);

}  // namespace demarche::export_
