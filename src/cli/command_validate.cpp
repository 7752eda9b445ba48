#include "cli/articles.hpp"
#include "cli/graph_files.hpp"
#include "cli/notes.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "graph/check.hpp"
#include "query/summary.hpp"

#include <CLI/CLI.hpp>

#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct ValidateOptions {
    std::string graph = default_graph;
    std::vector<std::string> articles;
};

/// The document that the article is, or was before it changed; empty if there is none.
std::string document_of(const graph::PositionGraph& graph, const Article& article) {
    for (const auto& [id, document] : graph.documents) {
        if (document.sha256 == article.sha256) return id;
    }
    for (const auto& [id, document] : graph.documents) {
        if (document.name == article.name) return id;
    }
    return {};
}

std::vector<graph::Finding> check_articles(const graph::PositionGraph& graph,
                                           const std::vector<std::string>& files) {
    std::vector<graph::Finding> findings;
    for_each_article(files, [&](Article&& article) {
        const std::string document = document_of(graph, article);
        if (document.empty()) {
            findings.push_back({"article " + article.name, "is not in the graph"});
            return;
        }
        auto found = graph::check_against(graph, document, article.text, article.sha256);
        std::move(found.begin(), found.end(), std::back_inserter(findings));
    });
    return findings;
}

int validate(const ValidateOptions& options) {
    std::vector<std::string> files;
    if (!options.articles.empty()) files = article_files(options.articles);
    const graph::PositionGraph graph = read_graph(options.graph);
    std::vector<graph::Finding> findings = graph::check(graph);
    auto found = check_articles(graph, files);
    std::move(found.begin(), found.end(), std::back_inserter(findings));

    for (const graph::Finding& finding : findings) {
        say(options.graph + ": " + finding.at + ": " + finding.message);
    }
    if (!findings.empty()) {
        say(options.graph + ": not valid, findings: " + std::to_string(findings.size()) +
            ". Build it again from its articles.");
        return 1;
    }
    const query::Summary summary = query::summary(graph);
    write_whole("", options.graph + ": valid. Articles: " + std::to_string(summary.articles) +
                        ", statements: " + std::to_string(summary.statements) +
                        (files.empty() ? ".\n" : "; their words stand in the articles.\n"));
    return 0;
}

}  // namespace

Run set_up_validate(CLI::App& app) {
    const auto options = std::make_shared<ValidateOptions>();
    add_graph_options(app, options->graph);
    app.add_option("--article", options->articles,
                   "compare the words with these articles: files, folders or -")
        ->option_text("ARTICLE ...");
    return [options] { return validate(*options); };
}

}  // namespace demarche::cli
