// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <string>
#include <vector>

/// Actors as users name them, who think of no graph: by what the registry knows, and by the ids
/// that stand in the files.
namespace demarche::cli {

/// The id of the one actor of `graph` that `typed` means where the graph alone does not know it so:
/// "actor:kr", "demarche:actor/kr" and an IRI that ends in "/actor/kr" (percent-encoded); a name,
/// alias or seat that the program's registry has ("USA", "the Pentagon"). Else `typed` as it is.
/// What the graph itself names so goes before the registry, and both before mere words of a name.
[[nodiscard]] std::string actor_meant(const graph::PositionGraph& graph, const std::string& typed);

/// Says on standard error who is meant where `asked` is several actors; nothing where it is one.
/// `typed` is how the user said it.
void note_several_actors(const graph::PositionGraph& graph, const std::string& typed,
                         const std::string& asked);

}  // namespace demarche::cli
