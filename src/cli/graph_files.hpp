// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"
#include "query/filter.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

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

/// What is on policy, in words: "on public policy, law, office or relations of states".
inline constexpr const char* on_policy = "on public policy, law, office or relations of states";

/// The statements on public policy, those that report them, and what these need.
[[nodiscard]] graph::PositionGraph policy_part(graph::PositionGraph graph);

/// A graph as it is, and what a question is asked of: the part on public policy, or with --all all
/// of it.
struct Asked {
    graph::PositionGraph whole;
    graph::PositionGraph part;
};

[[nodiscard]] Asked asked(graph::PositionGraph graph, bool all);

/// Adds --all.
CLI::Option* add_all_option(CLI::App& app, bool& all);

/// Says how many statements meet one of the conditions but are not in the part that was asked.
void note_left_out(const Asked& asked, const std::vector<query::Filter>& conditions);

/// The same of a number; nothing if it is 0.
void note_left_out(std::size_t statements);

/// The statements whose confidence is `least` or more, with those that report them.
[[nodiscard]] graph::PositionGraph confident_part(graph::PositionGraph graph, double least);

/// Adds --min-confidence.
void add_confidence_option(CLI::App& app, double& least);

}  // namespace demarche::cli
