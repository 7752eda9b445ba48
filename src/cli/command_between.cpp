// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.hpp"
#include "cli/empty_answers.hpp"
#include "cli/filters.hpp"
#include "cli/graph_files.hpp"
#include "cli/named_actors.hpp"
#include "cli/verbs.hpp"
#include "query/between.hpp"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct BetweenOptions {
    std::string first;
    std::string second;
    std::string graph = default_graph;
    std::string by = "position";
    bool all = false;
    FilterOptions filter;
    AnswerOptions answer;
};

/// As find_actors finds them.
struct Sides {
    std::string first;
    std::string second;
};

std::string nothing_between(const BetweenOptions& options, const Sides& sides,
                            const query::Filter& filter, const Asked& graph) {
    std::string text = "'" + options.first + "' and '" + options.second +
                       "' neither take a stance on the same " + options.by +
                       " nor turn to each other in this graph.";
    std::string counts;
    for (const bool is_first : {true, false}) {
        query::Filter held = filter;
        held.actor = is_first ? sides.first : sides.second;
        held.with_parts = true;
        FilterOptions typed = options.filter;
        typed.actor = is_first ? options.first : options.second;
        const std::size_t found = query::select(graph.part, held).size();
        if (found == 0) return nothing_found(text, held, typed, graph.whole);
        counts += (is_first ? " Statements of '" : ", of '") + typed.actor +
                  "': " + std::to_string(found);
    }
    return text + counts + "." + (options.by == "issue" ? "" : " --by issue compares more.");
}

int between(const BetweenOptions& options) {
    query::Filter filter = filter_of(options.filter);
    const Asked graph = asked(read_graph(options.graph), options.all);
    settle_actors(filter, options.filter, graph.whole);
    const Sides sides = {actor_meant(graph.whole, options.first),
                         actor_meant(graph.whole, options.second)};
    note_several_actors(graph.whole, options.first, sides.first);
    note_several_actors(graph.whole, options.second, sides.second);
    const query::Subject by = subject_of(options.by);
    const int code =
        answer(query::between(graph.part, sides.first, sides.second, filter, by), options.answer,
               {"how", options.by, "from", "from_quote", "to", "to_quote"},
               [&] { return nothing_between(options, sides, filter, graph); });
    std::vector<query::Filter> both(2, filter);
    both[0].actor = sides.first;
    both[1].actor = sides.second;
    note_left_out(graph, both);
    return code;
}

}  // namespace

Run set_up_between(CLI::App& app) {
    const auto options = std::make_shared<BetweenOptions>();
    app.add_option("ACTOR", options->first,
                   "an id, a name or an alias (\"Seoul\" finds South Korea)")
        ->required()
        ->option_text(" ");
    app.add_option("OTHER", options->second, "likewise")->required()->option_text(" ");
    add_graph_options(app, options->graph);
    add_subject_option(app, options->by);
    add_text_option(app, options->filter);
    add_filter_options(app, options->filter);
    add_all_option(app, options->all);
    add_answer_options(app, options->answer);
    return [options] { return between(*options); };
}

}  // namespace demarche::cli
