// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/answers.hpp"
#include "cli/choices.hpp"
#include "cli/empty_answers.hpp"
#include "cli/filters.hpp"
#include "cli/graph_files.hpp"
#include "cli/verbs.hpp"
#include "query/changes.hpp"
#include "query/find.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace demarche::cli {

namespace {

struct ChangesOptions {
    std::string graph = default_graph;
    std::string by = "position";
    double least = 0.3;
    bool all = false;
    FilterOptions filter;
    AnswerOptions answer;
};

std::string nothing_moved(const ChangesOptions& options, const query::Filter& filter,
                          const Asked& graph) {
    const std::vector<std::string> found = query::select(graph.part, filter);
    std::string text = "no stance of '" + options.filter.actor + "' on one " + options.by +
                       " moved by " + query::decimal(options.least) +
                       " or more from one date to the next.";
    std::set<std::string> dates;
    for (const std::string& id : found) dates.insert(graph.part.statements.at(id).date);
    dates.erase("");
    if (found.empty()) return nothing_found(text, filter, options.filter, graph.whole);
    if (dates.empty()) return text + " None of its statements has a date.";
    if (dates.size() == 1) return text + " All its dated statements are of " + *dates.begin() + ".";
    std::vector<std::string> advice;
    if (options.by != "issue") advice.emplace_back("--by issue compares more");
    if (options.least > 0) advice.emplace_back("--least 0 lists every move");
    for (std::size_t i = 0; i < advice.size(); ++i) text += (i == 0 ? " " : ", ") + advice[i];
    return advice.empty() ? text : text + ".";
}

int changes(const ChangesOptions& options) {
    query::Filter filter = filter_of(options.filter);
    const Asked graph = asked(read_graph(options.graph), options.all);
    settle_actors(filter, options.filter, graph.whole);
    const query::Subject by = subject_of(options.by);
    std::vector<std::string> keys = {options.by, "from_date", "from_stance", "from_quote",
                                     "to_date",  "to_stance", "to_quote"};
    if (filter.with_parts || query::find_actors(graph.whole, filter.actor).size() > 1) {
        keys.insert(keys.begin() + 1, "holder");
    }
    const int code = answer(query::changes(graph.part, filter, options.least, by), options.answer,
                            keys, [&] { return nothing_moved(options, filter, graph); });
    note_left_out(graph, {filter});
    return code;
}

}  // namespace

Run set_up_changes(CLI::App& app) {
    const auto options = std::make_shared<ChangesOptions>();
    app.add_option("ACTOR", options->filter.actor,
                   "an id, a name or an alias (\"Seoul\" finds South Korea)")
        ->required()
        ->option_text(" ");
    add_graph_options(app, options->graph);
    add_subject_option(app, options->by);
    app.add_option("--least", options->least, "list moves of at least FIGURE, 0 to 2 [0.3]")
        ->check(from_to(0.0, 2.0))
        ->option_text("FIGURE");
    app.add_flag("--with-parts", options->filter.with_parts,
                 "also of those who are part of the actor or represent it")
        ->group("Conditions");
    add_text_option(app, options->filter);
    add_filter_options(app, options->filter);
    add_all_option(app, options->all);
    add_answer_options(app, options->answer);
    return [options] { return changes(*options); };
}

}  // namespace demarche::cli
