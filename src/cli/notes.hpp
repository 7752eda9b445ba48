// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/article.hpp"
#include "core/statement.hpp"
#include "graph/position_graph.hpp"

#include <string_view>

/// What is said on standard error.
namespace demarche::cli {

/// The one way in which the program speaks on standard error: "demarche: ", the message as it may
/// be shown on a terminal (see shown), and the end of the line, behind all that stands on standard
/// output so far.
void say(std::string_view message);

/// Says where a text is odd (the first few places), and that an article gave no statement.
void note_oddities(const Article& article, const Reading& reading);

/// Only that an article gave no statement: for output that carries the diagnostics itself.
void note_silence(const Article& article, const Reading& reading);

/// Says which versions of one article both stay in a graph.
void note_rivals(const graph::PositionGraph& graph);

}  // namespace demarche::cli
