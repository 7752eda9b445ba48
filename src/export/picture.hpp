// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/relation.hpp"
#include "export/dot.hpp"
#include "graph/position_graph.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What a picture consists of, before Graphviz is asked: plain values in Graphviz's own words
/// (nodes, edges, clusters, attributes; see https://graphviz.org/doc/info/attrs.html).
namespace demarche::export_ {

/// An article's address is linked where it is http or https and has at most so many bytes: browsers
/// and mail programs cut longer ones, and Graphviz cannot read them.
inline constexpr std::size_t longest_link = 2000;

struct Attribute {
    std::string name;
    std::string value;
    bool markup = false;  ///< an HTML-like label
};

struct PictureNode {
    std::string name;  ///< letters, digits and _ only
    std::vector<Attribute> attributes;
};

struct PictureEdge {
    std::string tail;
    std::string head;
    std::vector<Attribute> attributes;
};

/// Nodes that stand together; a name that begins with "cluster" gets a frame.
struct PictureGroup {
    std::string name;
    std::vector<Attribute> attributes;
    std::vector<PictureNode> nodes;
};

struct Picture {
    std::vector<Attribute> graph;
    std::vector<Attribute> node;  ///< defaults
    std::vector<Attribute> edge;  ///< defaults
    std::vector<PictureGroup> groups;
    std::vector<PictureEdge> edges;
};

[[nodiscard]] Picture picture(const graph::PositionGraph& graph, const PictureOptions& options);

/// How a relation is shown: by its family, unless the stance says otherwise (who demands that a
/// bill be withdrawn is against it); a negated one by its stance alone.
[[nodiscard]] RelationFamily shown_family(Relation relation, Polarity polarity, double stance);

/// Text of an article made safe for a label or tooltip: controls and marks of writing direction
/// go, `&` becomes `&amp;`, a backslash the sign U+2216, since Graphviz reads both in every label.
[[nodiscard]] std::string plain(std::string_view text);

/// The first `columns` columns of a longer text, and " …".
[[nodiscard]] std::string clipped(std::string_view text, std::size_t columns);

/// Lines of at most `columns` columns (a CJK character takes two), broken at spaces where it can
/// be.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

}  // namespace demarche::export_
