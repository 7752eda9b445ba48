// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"
#include "graph/finding.hpp"
#include "graph/position_graph.hpp"

#include <vector>

/// Readings into one graph, graphs into one graph, and what must go afterwards.
///
///     for (const Reading& reading : readings) add(graph, reading);   // or merge(graph, other)
///     prune(graph);                                                  // once, before use
namespace demarche::graph {

/// Joins the nodes of `reading` to the graph. In any order, any number of times: the same graph.
void add(PositionGraph& graph, const Reading& reading);

/// Joins the nodes of `other` to the graph: associative, commutative and idempotent, provided that
/// each statement's document is in its graph. Nodes of the same id become one: aliases are united,
/// empty fields filled, and where two values differ a fixed choice is made (see join.hpp). Nothing
/// is removed but the statements of a document of the same id whose time is earlier.
/// O(n log n) in the size of `other`.
void merge(PositionGraph& graph, const PositionGraph& other);

/// Puts `reading` in the place of all documents of its name, and of their statements; a reading
/// without a name is added. For an article that was edited, whatever the dates say.
void replace(PositionGraph& graph, const Reading& reading);

/// The same for many readings, added to a graph of their own; one not pruned will do.
void replace(PositionGraph& graph, const PositionGraph& readings);

/// Removes what no longer counts: outdated versions with their statements, then actors, positions
/// and issues that no statement needs (an actor is needed, too, where a needed one is part of it or
/// represents it). A document without statements stays: it says that the article was read, and
/// keeps an older version from coming back. Call it once after adding and merging, before the graph
/// is written or asked; it changes nothing the second time.
///
/// Two documents are versions of one article if they have the same key (`url`, or `name` where
/// that is empty) and different bytes. One is outdated if another was modified (or, where that is
/// not known, published) strictly later; a version of unknown time is earlier than any other.
void prune(PositionGraph& graph);

/// Versions of one article of which none is later than the other, so that both stay.
/// A note for the user, not a fault of the graph.
[[nodiscard]] std::vector<Finding> rival_versions(const PositionGraph& graph);

}  // namespace demarche::graph
