#pragma once

#include "cli/articles.hpp"
#include "graph/position_graph.hpp"

/// What is odd but stops nothing, on standard error.
namespace demarche::cli {

/// Says where a text is odd (the first few places), and that an article gave no statement.
void note_oddities(const ReadArticle& article);

/// Only that an article gave no statement: for output that carries the diagnostics itself.
void note_silence(const ReadArticle& article);

/// Says which versions of one article both stay in a graph.
void note_rivals(const graph::PositionGraph& graph);

}  // namespace demarche::cli
