// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace demarche::export_ {

/// What a picture shows. An edge is all statements by which one actor takes one relation to one
/// position; only statements that are actual are drawn, the legend says how many are not. Text of
/// more than 1,000 columns is cut; an address of more than 2,000 bytes is not linked.
struct PictureOptions {
    std::string title = "Who holds which position";
    std::size_t labelled_edges = 40;  ///< up to so many, every edge carries its relation's name
    std::size_t most_edges = 150;     ///< of more, those with most statements; the picture says so
};

/// Bounds of the process that lays a picture out.
struct LayoutLimits {
    std::chrono::seconds time{60};
    std::size_t memory_bytes = std::size_t{2} << 30U;
};

/// The picture as DOT, made by cgraph. Not safe to call from two threads at once.
[[nodiscard]] std::string dot(const graph::PositionGraph& graph,
                              const PictureOptions& options = {});

/// The picture, laid out by Graphviz's dot in a child process.
/// \throws InputError if the layout fails or takes longer or more memory than allowed; the message
/// says what to do (fewer edges, `--format html`, installing the engine).
[[nodiscard]] std::string svg(const graph::PositionGraph& graph, const PictureOptions& options = {},
                              const LayoutLimits& limits = {});
[[nodiscard]] std::string png(const graph::PositionGraph& graph, const PictureOptions& options = {},
                              const LayoutLimits& limits = {});

}  // namespace demarche::export_
