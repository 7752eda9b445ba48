// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.hpp"
#include "cli/empty_answers.hpp"
#include "cli/filters.hpp"
#include "cli/graph_files.hpp"
#include "cli/verbs.hpp"
#include "query/statements.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace demarche::cli {

namespace {

struct QueryOptions {
    std::string graph = default_graph;
    bool all = false;
    FilterOptions filter;
    AnswerOptions answer;
};

int query_statements(const QueryOptions& options) {
    query::Filter filter = filter_of(options.filter);
    const Asked graph = asked(read_graph(options.graph), options.all);
    settle_actors(filter, options.filter, graph.whole);
    std::vector<std::string> keys = {"date",   "holder",  "relation", "position",
                                     "stance", "article", "id"};
    if (screen_is_narrow()) std::erase(keys, "article");
    const int code = answer(query::statements(graph.part, filter), options.answer, keys, [&] {
        return nothing_found("no statement meets all these conditions.", filter, options.filter,
                             graph.whole);
    });
    note_left_out(graph, {filter});
    return code;
}

}  // namespace

Run set_up_query(CLI::App& app) {
    const auto options = std::make_shared<QueryOptions>();
    add_graph_options(app, options->graph);
    app.add_option("--actor", options->filter.actor,
                   "held by this actor: an id, a name or an alias (\"Seoul\" finds South Korea)")
        ->option_text("ACTOR")
        ->group("Conditions");
    app.add_flag("--with-parts", options->filter.with_parts,
                 "also by who is part of that actor or represents it")
        ->group("Conditions");
    add_text_option(app, options->filter);
    add_filter_options(app, options->filter);
    add_all_option(app, options->all);
    add_answer_options(app, options->answer);
    return [options] { return query_statements(*options); };
}

}  // namespace demarche::cli
