// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_files.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "cli/verbs.hpp"
#include "query/codebook.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct CodebookOptions {
    std::string graph = default_graph;
    std::string output;
    bool policy = false;
};

constexpr const char* head =
    "# A codebook: what positions and issues are called. Edit it, then: demarche build --codebook "
    "FILE ARTICLE...\n"
    "# Cells are parted by tabs, lists by |. Patterns: words that must all be there, * for the "
    "rest "
    "of a word, - before a word that must not.\n";

/// Cells separated by tabs, without those that are empty at the end of a row.
std::string as_rows(const query::Table& table) {
    std::string text = head;
    text += "#";
    for (const query::Column& column : table.columns) {
        text += (text.back() == '#' ? " " : "\t") + column.key;
    }
    text += '\n';
    for (std::vector<std::string> row : table.rows) {
        while (!row.empty() && row.back().empty()) row.pop_back();
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : "\t") + shown(row[i]);
        text += '\n';
    }
    return text;
}

int codebook(const CodebookOptions& options) {
    // All of it, so that the codebook changes nothing as it is proposed.
    graph::PositionGraph graph = read_graph(options.graph);
    if (options.policy) graph = policy_part(std::move(graph));
    write_whole(options.output, as_rows(query::codebook(graph)));
    return 0;
}

}  // namespace

Run set_up_codebook(CLI::App& app) {
    const auto options = std::make_shared<CodebookOptions>();
    add_graph_options(app, options->graph);
    app.add_flag("--policy", options->policy,
                 std::string("only what is ") + on_policy + ", and who reports it");
    app.add_option("-o,--output", options->output, "write to FILE instead of standard output")
        ->option_text("FILE");
    return [options] { return codebook(*options); };
}

}  // namespace demarche::cli
