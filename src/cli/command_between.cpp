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

namespace demarche::cli {

namespace {

struct BetweenOptions {
    std::string first;
    std::string second;
    std::string graph = default_graph;
    std::string by = "position";
    FilterOptions filter;
    AnswerOptions answer;
};

/// As find_actors finds them.
struct Sides {
    std::string first;
    std::string second;
};

std::string nothing_between(const BetweenOptions& options, const Sides& sides,
                            const query::Filter& filter, const graph::PositionGraph& graph) {
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
        const std::size_t found = query::select(graph, held).size();
        if (found == 0) return nothing_found(text, held, typed, graph);
        counts += (is_first ? " Statements of '" : ", of '") + typed.actor +
                  "': " + std::to_string(found);
    }
    return text + counts + "." + (options.by == "issue" ? "" : " --by issue compares more.");
}

int between(const BetweenOptions& options) {
    query::Filter filter = filter_of(options.filter);
    const graph::PositionGraph graph = read_graph(options.graph);
    settle_actors(filter, options.filter, graph);
    const Sides sides = {actor_meant(graph, options.first), actor_meant(graph, options.second)};
    note_several_actors(graph, options.first, sides.first);
    note_several_actors(graph, options.second, sides.second);
    return answer(query::between(graph, sides.first, sides.second, filter, subject_of(options.by)),
                  options.answer, {"how", options.by, "from", "from_quote", "to", "to_quote"},
                  [&] { return nothing_between(options, sides, filter, graph); });
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
    add_answer_options(app, options->answer);
    return [options] { return between(*options); };
}

}  // namespace demarche::cli
