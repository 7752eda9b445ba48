// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.hpp"
#include "cli/empty_answers.hpp"
#include "cli/filters.hpp"
#include "cli/graph_files.hpp"
#include "cli/verbs.hpp"
#include "query/who_holds.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace demarche::cli {

namespace {

struct WhoOptions {
    std::string graph = default_graph;
    bool all = false;
    FilterOptions filter;
    AnswerOptions answer;
};

int who(const WhoOptions& options) {
    query::Filter filter = filter_of(options.filter);
    const Asked graph = asked(read_graph(options.graph), options.all);
    settle_actors(filter, options.filter, graph.whole);
    const int code =
        answer(query::who_holds(graph.part, filter), options.answer,
               {"position", "holder", "relation", "stance", "first_date", "quote"}, [&] {
                   return nothing_found(
                       "nobody in this graph holds anything of that kind on '" + filter.text + "'.",
                       filter, options.filter, graph.whole);
               });
    note_left_out(graph, {filter});
    return code;
}

}  // namespace

Run set_up_who(CLI::App& app) {
    const auto options = std::make_shared<WhoOptions>();
    app.add_option("TEXT", options->filter.text,
                   "all these words are in the position or in one of its issues")
        ->required()
        ->option_text(" ");
    add_graph_options(app, options->graph);
    app.add_option("--actor", options->filter.actor, "held by this actor")
        ->option_text("ACTOR")
        ->group("Conditions");
    app.add_flag("--with-parts", options->filter.with_parts,
                 "also by who is part of that actor or represents it")
        ->group("Conditions");
    add_filter_options(app, options->filter);
    add_all_option(app, options->all);
    add_answer_options(app, options->answer);
    return [options] { return who(*options); };
}

}  // namespace demarche::cli
