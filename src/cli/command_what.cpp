// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.hpp"
#include "cli/empty_answers.hpp"
#include "cli/filters.hpp"
#include "cli/graph_files.hpp"
#include "cli/verbs.hpp"
#include "query/find.hpp"
#include "query/what_holds.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace demarche::cli {

namespace {

struct WhatOptions {
    std::string graph = default_graph;
    bool all = false;
    FilterOptions filter;
    AnswerOptions answer;
};

int what(const WhatOptions& options) {
    query::Filter filter = filter_of(options.filter);
    const Asked graph = asked(read_graph(options.graph), options.all);
    settle_actors(filter, options.filter, graph.whole);
    // One holder needs no column.
    const bool several =
        filter.with_parts || query::find_actors(graph.whole, filter.actor).size() > 1;
    std::vector<std::string> keys = {"issue",  "position",   "relation",
                                     "stance", "first_date", "quote"};
    if (several) keys.insert(keys.begin() + 2, "holder");
    if (screen_is_narrow()) std::erase(keys, "issue");
    const int code = answer(query::what_holds(graph.part, filter), options.answer, keys, [&] {
        return nothing_found(
            "'" + options.filter.actor + "' holds nothing of that kind in this graph.", filter,
            options.filter, graph.whole);
    });
    note_left_out(graph, {filter});
    return code;
}

}  // namespace

Run set_up_what(CLI::App& app) {
    const auto options = std::make_shared<WhatOptions>();
    app.add_option("ACTOR", options->filter.actor,
                   "an id, a name or an alias (\"Seoul\" finds South Korea)")
        ->required()
        ->option_text(" ");
    add_graph_options(app, options->graph);
    app.add_flag("--with-parts", options->filter.with_parts,
                 "also what those hold who are part of the actor or represent it")
        ->group("Conditions");
    add_text_option(app, options->filter);
    add_filter_options(app, options->filter);
    add_all_option(app, options->all);
    add_answer_options(app, options->answer);
    return [options] { return what(*options); };
}

}  // namespace demarche::cli
