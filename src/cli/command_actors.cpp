// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.hpp"
#include "cli/decisions.hpp"
#include "cli/graph_files.hpp"
#include "cli/notes.hpp"
#include "cli/verbs.hpp"
#include "query/actors.hpp"
#include "query/doubts.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct ActorsOptions {
    std::string graph = default_graph;
    std::string decisions;
    bool doubts = false;
    bool all = false;
    AnswerOptions answer;
};

int actors(const ActorsOptions& options) {
    const std::vector<graph::Decision> decisions = decisions_in(options.decisions);
    graph::PositionGraph whole = read_graph(options.graph);
    decide(whole, options.decisions, decisions);
    const Asked graph = asked(std::move(whole), options.all);
    const query::Table pairs = query::doubtful_pairs(graph.part, decisions);
    if (options.doubts) {
        const int code = answer(pairs, options.answer, {"one", "id", "other", "other_id", "why"},
                                "no two actors of this graph are in doubt.");
        note_left_out(graph, {{}});
        return code;
    }
    std::vector<std::string> keys = {"id",        "name",     "kind",     "part_of", "holds",
                                     "addressed", "targeted", "articles", "aliases"};
    if (screen_is_narrow()) keys = {"id", "name", "kind", "holds", "articles", "aliases"};
    const int code =
        answer(query::actors(graph.part), options.answer, keys, "this graph has no actors.");
    if (!pairs.rows.empty()) {
        say(std::to_string(pairs.rows.size()) +
            (pairs.rows.size() == 1 ? " pair of actors is" : " pairs of actors are") +
            " in doubt; --doubts lists them, --decisions FILE settles them.");
    }
    note_left_out(graph, {{}});
    return code;
}

}  // namespace

Run set_up_actors(CLI::App& app) {
    const auto options = std::make_shared<ActorsOptions>();
    add_graph_options(app, options->graph);
    app.add_flag("--doubts", options->doubts,
                 "list the pairs of actors that may be one, instead of the actors");
    add_decisions_option(app, options->decisions);
    add_all_option(app, options->all);
    add_answer_options(app, options->answer);
    return [options] { return actors(*options); };
}

}  // namespace demarche::cli
