#include "cli/answers.hpp"
#include "cli/filters.hpp"
#include "cli/graph_files.hpp"
#include "cli/verbs.hpp"
#include "query/between.hpp"

#include <CLI/CLI.hpp>

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

int between(const BetweenOptions& options) {
    const query::Filter filter = filter_of(options.filter);
    const Asked graph = asked(read_graph(options.graph), options.all);
    std::string nothing;
    std::vector<query::Filter> sides;
    for (const std::string& side : {options.first, options.second}) {
        query::Filter known = filter;
        known.actor = side;
        if (nothing.empty()) nothing = who_is_missing(known, graph.whole);
        sides.push_back(std::move(known));
    }
    if (nothing.empty()) {
        nothing = "'" + options.first + "' and '" + options.second +
                  "' neither take a stance on the same " + options.by +
                  " nor turn to each other in this graph. --by issue compares more.";
    }
    const query::Subject by = subject_of(options.by);
    const int code = answer(query::between(graph.part, options.first, options.second, filter, by),
                            options.answer,
                            {"how", options.by, "from", "from_quote", "to", "to_quote"}, nothing);
    note_left_out(graph, sides);
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
