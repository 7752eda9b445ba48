#include "cli/answers.hpp"
#include "cli/choices.hpp"
#include "cli/filters.hpp"
#include "cli/graph_files.hpp"
#include "cli/verbs.hpp"
#include "query/changes.hpp"

#include <CLI/CLI.hpp>

#include <memory>
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

int changes(const ChangesOptions& options) {
    const query::Filter filter = filter_of(options.filter);
    const Asked graph = asked(read_graph(options.graph), options.all);
    const std::string missing = who_is_missing(filter, graph.whole);
    const query::Subject by = subject_of(options.by);
    std::vector<std::string> keys = {options.by, "from_date", "from_stance", "from_quote",
                                     "to_date",  "to_stance", "to_quote"};
    if (filter.with_parts) keys.insert(keys.begin() + 1, "holder");
    const int code =
        answer(query::changes(graph.part, filter, options.least, by), options.answer, keys,
               missing.empty() ? "no stance of '" + filter.actor + "' on one " + options.by +
                                     " moved by " + query::decimal(options.least) +
                                     " or more from one date to the next. --by issue compares "
                                     "more, --least 0 lists every move."
                               : missing);
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
