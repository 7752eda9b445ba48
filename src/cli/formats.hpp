// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/position_graph.hpp"

#include <string>
#include <vector>

/// The formats that a graph is written in.
namespace demarche::cli {

/// What a format may take; most take less.
struct FormatOptions {
    std::string title;  ///< of pictures and pages; empty is export's own
    std::string base;   ///< of IRIs; empty is export's own
};

/// "jsonld", "nq", ...: also the endings of files.
[[nodiscard]] std::vector<std::string> format_names();

/// Whether the format is for looking at, and shows only what its reader asks for; the others hand
/// on all that the graph has.
[[nodiscard]] bool is_drawn(const std::string& format);

/// The graph in the format of that name. \throws InputError if a picture cannot be laid out,
/// UsageError if the base is none
[[nodiscard]] std::string in_format(const graph::PositionGraph& graph, const std::string& format,
                                    const FormatOptions& options);

}  // namespace demarche::cli
