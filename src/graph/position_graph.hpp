// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"

#include <map>
#include <string>
#include <vector>

namespace demarche::graph {

/// What the graph keeps of an article: all but its text.
struct DocumentNode {
    std::string id;
    std::string sha256;
    std::string name;  ///< the article's id in its collection; two versions of one article share it
    std::string title;
    std::string published;
    std::string modified;
    std::vector<Author> authors;
    std::string publisher;
    std::string url;
    std::string language;

    friend bool operator==(const DocumentNode&, const DocumentNode&) = default;
};

/// Who holds which position on what, over many articles.
///
/// Nodes are kept in maps from id to value, so that iteration is in the order of ids and two graphs
/// with the same nodes are equal. The maps are the truth; what needs graph theory is asked of a
/// view built from them (graph/network.hpp), so Boost's descriptors stay inside graph and query.
class PositionGraph {
public:
    std::map<std::string, DocumentNode> documents;
    std::map<std::string, Actor> actors;
    std::map<std::string, Position> positions;
    std::map<std::string, Issue> issues;
    std::map<std::string, Statement> statements;

    friend bool operator==(const PositionGraph&, const PositionGraph&) = default;
};

}  // namespace demarche::graph
