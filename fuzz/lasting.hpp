// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/statement.hpp"
#include "graph/position_graph.hpp"

/// What has to hold of graphs, and of readings, which become graphs.
namespace demarche::fuzz {

/// A graph that can be read, or was made by the program: written, read, written again it is the
/// same bytes, and merged with itself it is the same graph.
void require_lasting(const graph::PositionGraph& graph);

/// What the whole pipeline made of an article: the document is whole, every sentence has a tree,
/// names are tokens of one sentence, every statement proves itself by words that stand at its
/// offsets, its graph has no faults by graph::check and keeps the promises of a graph.
void require_sound(const Reading& reading);

}  // namespace demarche::fuzz
