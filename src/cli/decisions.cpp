// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/decisions.hpp"

#include "cli/articles.hpp"
#include "cli/notes.hpp"
#include "graph/merge.hpp"

#include <CLI/CLI.hpp>

namespace demarche::cli {

void add_decisions_option(CLI::App& app, std::string& file) {
    app.add_option("--decisions", file,
                   "settle doubtful actors as FILE says: same, not-same, rename, kind")
        ->option_text("FILE");
}

std::vector<graph::Decision> decisions_in(const std::string& file) {
    return file.empty() ? std::vector<graph::Decision>()
                        : graph::read_decisions(file_bytes(file), file);
}

void decide(graph::PositionGraph& graph, const std::string& file,
            const std::vector<graph::Decision>& decisions) {
    if (decisions.empty()) return;
    for (const std::string& note : graph::carry_out(graph, decisions)) say(file + ": " + note);
    graph::prune(graph);
}

}  // namespace demarche::cli
