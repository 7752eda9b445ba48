// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_files.hpp"

#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "cli/notes.hpp"
#include "core/error.hpp"
#include "export/jsonld.hpp"
#include "graph/merge.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace demarche::cli {

void add_graph_options(CLI::App& app, std::string& file) {
    auto* argument =
        app.add_option("GRAPH", file, std::string("the graph to ask [") + default_graph + "]");
    auto* option =
        app.add_option("-g,--graph", file, "the same, as an option")->option_text("FILE");
    argument->option_text(" ")->excludes(option);
}

graph::PositionGraph read_graph(const std::string& file) {
    std::error_code error;
    if (file == default_graph && !std::filesystem::exists(file, error) && !error) {
        throw InputError(file,
                         "no such file. Make it with 'demarche build ARTICLE...', or name a "
                         "graph with --graph FILE.");
    }
    return export_::read_jsonld(file_bytes(file), file);
}

namespace {

/// The statements that `wanted` wants, with those that report them, and what they name.
template <class Wanted>
graph::PositionGraph part(graph::PositionGraph graph, const Wanted& is_wanted) {
    std::set<std::string> wanted;
    for (const auto& [id, statement] : graph.statements) {
        if (!is_wanted(statement)) continue;
        // Behind one that is wanted already, so are all that report it.
        for (auto at = graph.statements.find(id);
             at != graph.statements.end() && wanted.insert(at->first).second;
             at = graph.statements.find(at->second.reported_by)) {
        }
    }
    std::erase_if(graph.statements,
                  [&wanted](const auto& node) { return !wanted.contains(node.first); });
    graph::prune(graph);
    return graph;
}

}  // namespace

graph::PositionGraph policy_part(graph::PositionGraph graph) {
    return part(std::move(graph), [](const Statement& statement) { return statement.policy; });
}

Asked asked(graph::PositionGraph graph, bool all) {
    Asked result;
    result.part = all ? graph : policy_part(graph);
    result.whole = std::move(graph);
    return result;
}

CLI::Option* add_all_option(CLI::App& app, bool& all) {
    return app.add_flag("--all", all,
                        std::string("everything that anybody says; else only what is ") +
                            on_policy + ", and who reports it");
}

void note_left_out(const Asked& asked, const std::vector<query::Filter>& conditions) {
    if (asked.part.statements.size() == asked.whole.statements.size()) return;
    std::set<std::string> left_out;
    for (const query::Filter& filter : conditions) {
        for (std::string& id : query::select(asked.whole, filter)) {
            if (!asked.part.statements.contains(id)) left_out.insert(std::move(id));
        }
    }
    note_left_out(left_out.size());
}

void note_left_out(std::size_t statements) {
    if (statements == 0) return;
    const bool one = statements == 1;
    say(std::to_string(statements) +
        (one ? " statement that is not " : " statements that are not ") + on_policy +
        (one ? " is left out; --all takes it in." : " are left out; --all takes them in."));
}

graph::PositionGraph confident_part(graph::PositionGraph graph, double least) {
    if (least <= 0) return graph;
    return part(std::move(graph),
                [least](const Statement& statement) { return statement.confidence >= least; });
}

void add_confidence_option(CLI::App& app, double& least) {
    app.add_option("--min-confidence", least,
                   "only statements that are at least so sure, 0 to 1, and those that report them")
        ->check(from_to(0.0, 1.0))
        ->option_text("FIGURE");
}

}  // namespace demarche::cli
