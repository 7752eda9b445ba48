// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/articles.hpp"
#include "cli/graph_files.hpp"
#include "cli/notes.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"
#include "graph/check.hpp"
#include "query/summary.hpp"

#include <CLI/CLI.hpp>

#include <iterator>
#include <memory>
#include <set>
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

/// What came of comparing a graph with articles.
struct Comparison {
    std::vector<graph::Finding> findings;
    std::set<std::string> compared;  ///< documents
    std::size_t others = 0;          ///< articles that the graph does not have, which is no fault
};

Comparison check_articles(const graph::PositionGraph& graph,
                          const std::vector<std::string>& files) {
    Comparison result;
    for_each_article(files, [&](Article&& article) {
        const std::string document = document_of(graph, article);
        if (document.empty()) {
            ++result.others;
            return;
        }
        result.compared.insert(document);
        auto found = graph::check_against(graph, document, article.text, article.sha256);
        std::move(found.begin(), found.end(), std::back_inserter(result.findings));
    });
    return result;
}

/// The end of the sentence that says that the graph is valid.
std::string compared_text(const graph::PositionGraph& graph, const Comparison& comparison) {
    std::string text;
    const std::size_t left = graph.documents.size() - comparison.compared.size();
    if (left == 0) {
        text = "; their words stand in the articles.";
    } else {
        text = "; the words from " + std::to_string(comparison.compared.size()) +
               " of the articles stand in them, the others were not given.";
    }
    if (comparison.others > 0) {
        text +=
            " Articles given that are not in the graph: " + std::to_string(comparison.others) + ".";
    }
    return text + "\n";
}

int validate(const ValidateOptions& options) {
    std::vector<std::string> files;
    if (!options.articles.empty()) files = article_files(options.articles);
    const graph::PositionGraph graph = read_graph(options.graph);
    std::vector<graph::Finding> findings = graph::check(graph);
    Comparison comparison = check_articles(graph, files);
    if (!files.empty() && comparison.compared.empty()) {
        throw InputError(options.articles.front(),
                         "has no article that is in the graph, so nothing could be compared. Name "
                         "the articles that the graph was built from.");
    }
    std::move(comparison.findings.begin(), comparison.findings.end(), std::back_inserter(findings));

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
                        (files.empty() ? ".\n" : compared_text(graph, comparison)));
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
