#include "cli/graph_files.hpp"

#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "core/error.hpp"
#include "export/jsonld.hpp"
#include "graph/merge.hpp"
#include "graph/reach.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <set>
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
    if (file == default_graph && !std::filesystem::exists(file)) {
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
        wanted.insert(id);
        for (std::string& reporter : graph::reporters(graph, id)) {
            wanted.insert(std::move(reporter));
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
