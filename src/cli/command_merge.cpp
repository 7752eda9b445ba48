// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/decisions.hpp"
#include "cli/graph_files.hpp"
#include "cli/notes.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "export/jsonld.hpp"
#include "graph/merge.hpp"
#include "query/summary.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace demarche::cli {

namespace {

struct MergeOptions {
    std::vector<std::string> graphs;
    std::string decisions;
    std::string output;
};

int merge(const MergeOptions& options) {
    const std::vector<graph::Decision> decisions = decisions_in(options.decisions);
    graph::PositionGraph graph;
    for (const std::string& file : options.graphs) graph::merge(graph, read_graph(file));
    graph::prune(graph);
    note_rivals(graph);
    decide(graph, options.decisions, decisions);
    write_whole(options.output, export_::jsonld(graph));
    const query::Summary summary = query::summary(graph);
    const std::string text = "graphs joined: " + std::to_string(options.graphs.size()) +
                             ". Articles: " + std::to_string(summary.articles) +
                             ", actors: " + std::to_string(summary.actors) +
                             ", positions: " + std::to_string(summary.positions) +
                             ", statements: " + std::to_string(summary.statements) + ".";
    // Standard output has the graph, unless that went to a file.
    if (options.output.empty() || options.output == "-") {
        say(text);
    } else {
        write_whole("", options.output + ": " + text + "\n");
    }
    return 0;
}

}  // namespace

Run set_up_merge(CLI::App& app) {
    const auto options = std::make_shared<MergeOptions>();
    app.add_option("GRAPH", options->graphs, "a graph, as build or merge writes it")
        ->required()
        ->option_text("...");
    add_decisions_option(app, options->decisions);
    app.add_option("-o,--output", options->output,
                   "write to FILE, which may be one of those read, instead of standard output")
        ->option_text("FILE");
    return [options] { return merge(*options); };
}

}  // namespace demarche::cli
