#pragma once

#include "graph/position_graph.hpp"

#include <string>

namespace CLI {
class App;
}

/// Graphs on the disk.
namespace demarche::cli {

/// Where `build` writes, and where the other verbs look if nobody names a graph.
inline constexpr const char* default_folder = "output";
inline constexpr const char* default_graph = "output/graph.jsonld";

/// Adds the argument GRAPH and the option --graph, two ways to name the same thing; `file` should
/// start as `default_graph`.
void add_graph_options(CLI::App& app, std::string& file);

/// The graph in `file` ("-" is standard input). \throws InputError if there is none or it cannot be
/// used
[[nodiscard]] graph::PositionGraph read_graph(const std::string& file);

/// The statements on public policy, those that report them, and what these need.
[[nodiscard]] graph::PositionGraph policy_part(graph::PositionGraph graph);

/// The statements whose confidence is `least` or more, with those that report them.
[[nodiscard]] graph::PositionGraph confident_part(graph::PositionGraph graph, double least);

/// Adds --min-confidence.
void add_confidence_option(CLI::App& app, double& least);

}  // namespace demarche::cli
