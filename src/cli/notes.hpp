#pragma once

#include "core/article.hpp"
#include "core/statement.hpp"
#include "graph/position_graph.hpp"

/// What is odd but stops nothing, on standard error.
namespace demarche::cli {

/// Says where a text is odd (the first few places), and that an article gave no statement.
void note_oddities(const Article& article, const Reading& reading);

/// Only that an article gave no statement: for output that carries the diagnostics itself.
void note_silence(const Article& article, const Reading& reading);

/// Says which versions of one article both stay in a graph.
void note_rivals(const graph::PositionGraph& graph);

}  // namespace demarche::cli
