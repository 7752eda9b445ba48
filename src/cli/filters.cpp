// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Conditions as typed, to a filter; and wrong use where no statement could ever meet them.
//
// An empty answer reads like a finding ("nobody opposes it"), so what cannot be met is refused,
// with what to write instead:
//
//     --stance 0.5..-0.5                       no figure is in that range
//     --since 2014 --until 2013-10             as far as both say, 2014 is later than 2013
//     --relation opposes --polarity negated    write --relation "does not oppose"
//
// A relation may be written as tables print it, or as triple stores have it ("doesNotOppose").
// Names of actors are left as typed until a graph is there to look them up in.
//
// Limits: of a list of relations it is enough that one has the polarity asked for. Tested by
// tests/cli/golden_test.cpp (golden/usage.txt, golden/questions.txt).

#include "cli/filters.hpp"

#include "cli/choices.hpp"
#include "cli/named_actors.hpp"
#include "core/error.hpp"
#include "graph/instant.hpp"
#include "query/find.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace demarche::cli {

namespace {

/// One way to write a relation.
struct RelationWord {
    std::string word;
    query::RelationSense sense;
};

/// As the tables print it and as triple stores have it.
std::vector<RelationWord> relation_words() {
    std::vector<RelationWord> words;
    for (const RelationFacts& row : relation_table) {
        words.push_back({std::string(row.name), {row.relation, Polarity::affirmed}});
    }
    for (const RelationFacts& row : relation_table) {
        words.push_back({std::string(row.negated_phrase), {row.relation, Polarity::negated}});
        words.push_back({std::string(row.negated_name), {row.relation, Polarity::negated}});
    }
    return words;
}

std::vector<std::string> relation_names() {
    std::vector<std::string> names;
    for (const RelationFacts& row : relation_table) names.emplace_back(row.name);
    return names;
}

std::vector<query::RelationSense> relations_of(const std::string& list) {
    std::vector<query::RelationSense> relations;
    if (list.empty()) return relations;
    for (const std::string& wanted : split_list(list)) {
        for (const RelationWord& known : relation_words()) {
            if (known.word == wanted) relations.push_back(known.sense);
        }
    }
    return relations;
}

/// Empty if all are relations.
std::string relation_mistake(const std::string& list) {
    std::vector<std::string> allowed;
    for (const RelationWord& known : relation_words()) allowed.push_back(known.word);
    for (const std::string& wanted : split_list(list)) {
        if (std::find(allowed.begin(), allowed.end(), wanted) != allowed.end()) continue;
        const std::string near = nearest(wanted, allowed);
        return "unknown relation '" + wanted + "'. Allowed are " + listed(relation_names()) +
               ", and what denies them: 'does not oppose'." +
               (near.empty() ? "" : " Did you mean '" + near + "'?");
    }
    return {};
}

CLI::Validator relations_check() {
    return offering(CLI::Validator([](std::string& list) { return relation_mistake(list); }, ""),
                    relation_names(), true);
}

/// One end of a range; empty text is no bound.
std::optional<double> bound(std::string_view text, const std::string& whole) {
    if (text.empty()) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= -1 && value <= 1)) {
        throw UsageError("--stance: '" + whole +
                         "' is no range of stances. Write MIN..MAX with "
                         "figures from -1 (against) to 1 (for), either may be left out: 0.5.. or "
                         "-1..-0.15.");
    }
    return value;
}

void put_stance(const std::string& range, query::Filter& filter) {
    if (range.empty()) return;
    const std::size_t dots = range.find("..");
    if (dots == std::string::npos) {
        filter.min_stance = filter.max_stance = bound(range, range);
        return;
    }
    filter.min_stance = bound(std::string_view(range).substr(0, dots), range);
    filter.max_stance = bound(std::string_view(range).substr(dots + 2), range);
    if (filter.min_stance && filter.max_stance && *filter.min_stance > *filter.max_stance) {
        throw UsageError("--stance: '" + range +
                         "' is a range that no figure is in. Write the smaller figure first.");
    }
}

void check_date(const std::string& option, const std::string& date) {
    if (date.empty() || graph::instant(date)) return;
    throw UsageError(option + ": '" + date +
                     "' is no date. Write a year, a month or a day: 2013, 2013-10 or 2013-10-25.");
}

/// Only as much of both is compared as both have: all of October is in 2013.
void check_span(const std::string& since, const std::string& until) {
    const std::size_t both = std::min(since.size(), until.size());
    if (both == 0 || since.substr(0, both) <= until.substr(0, both)) return;
    throw UsageError("--since '" + since + "' is later than --until '" + until +
                     "'. No date is in that span; change the two, or leave one out.");
}

void check_polarity(const FilterOptions& options, const query::Filter& filter) {
    if (filter.relations.empty() || !filter.polarity) return;
    for (const query::RelationSense& wanted : filter.relations) {
        if (wanted.polarity == *filter.polarity) return;
    }
    const query::RelationSense& first = filter.relations.front();
    const RelationFacts& row = facts(first.relation);
    const std::string other(first.polarity == Polarity::affirmed ? row.negated_phrase : row.name);
    throw UsageError("--relation '" + options.relation + "' is never " + options.polarity +
                     ". Write --relation '" + other + "', or leave --polarity out.");
}

std::string missing(const std::string& name, const graph::PositionGraph& graph) {
    if (name.empty() || !query::find_actors(graph, name).empty()) return {};
    std::vector<std::string> near;
    for (const std::string& other : query::nearest_actors(graph, name)) {
        near.push_back("'" + other + "'");
    }
    const std::string next = near.empty() ? "'demarche query' lists all statements."
                                          : "Did you mean " + listed(near, "or") + "?";
    return "no actor '" + name + "' in this graph. " + next;
}

}  // namespace

void add_text_option(CLI::App& app, FilterOptions& options) {
    app.add_option("--text", options.text,
                   "all these words are in the position or in one of its issues")
        ->option_text("TEXT")
        ->group("Conditions");
}

void add_subject_option(CLI::App& app, std::string& by) {
    app.add_option("--by", by, "compare stances on one position, or on one issue [position]")
        ->check(one_of("subject", {"position", "issue"}))
        ->option_text("WHICH");
}

query::Subject subject_of(const std::string& by) {
    return by == "issue" ? query::Subject::issue : query::Subject::position;
}

void add_filter_options(CLI::App& app, FilterOptions& options) {
    const auto add = [&app](const char* name, std::string& value, const char* help,
                            const char* kind) {
        return app.add_option(name, value, help)->option_text(kind)->group("Conditions");
    };
    add("--relation", options.relation,
        "one of these, separated by commas: opposes, \"does not oppose\" ...", "NAME,...")
        ->check(relations_check());
    add("--polarity", options.polarity, "affirmed, or negated (\"does not oppose\")", "WHICH")
        ->check(one_of("polarity", {"affirmed", "negated"}));
    add("--factuality", options.factuality, "actual, hypothetical or unknown", "WHICH")
        ->check(one_of("factuality", {"actual", "hypothetical", "unknown"}));
    add("--position", options.position, "all these words are in the position", "TEXT");
    add("--issue", options.issue, "all these words are in one of its issues", "TEXT");
    add("--stance", options.stance,
        "stance from MIN to MAX, -1 is against, 1 for; 0.5.. is 0.5 "
        "or more",
        "MIN..MAX");
    add("--addressee", options.addressee, "said to or asked of this actor", "ACTOR");
    add("--target", options.target, "the relation is toward this actor", "ACTOR");
    add("--since", options.since, "on this day or later: 2013, 2013-10 or 2013-10-25", "DATE");
    add("--until", options.until, "on this day or earlier", "DATE");
    add("--source", options.source, "in this article: its id, address, or words of its title",
        "TEXT");
    app.add_flag("--policy", options.policy, "on public policy, law, office or relations of states")
        ->group("Conditions");
    app.add_flag("--quoted", options.quoted, "in quotation marks")->group("Conditions");
    app.add_option("--min-confidence,--confidence", options.confidence, "at least so sure, 0 to 1")
        ->check(from_to(0.0, 1.0))
        ->option_text("FIGURE")
        ->group("Conditions");
}

query::Filter filter_of(const FilterOptions& options) {
    query::Filter filter;
    filter.actor = options.actor;
    filter.with_parts = options.with_parts;
    filter.text = options.text;
    filter.relations = relations_of(options.relation);
    if (!options.polarity.empty()) {
        filter.polarity =
            options.polarity == name(Polarity::negated) ? Polarity::negated : Polarity::affirmed;
    }
    for (const auto factuality :
         {Factuality::actual, Factuality::hypothetical, Factuality::unknown}) {
        if (options.factuality == name(factuality)) filter.factuality = factuality;
    }
    check_polarity(options, filter);
    filter.position = options.position;
    filter.issue = options.issue;
    put_stance(options.stance, filter);
    filter.addressee = options.addressee;
    filter.target = options.target;
    check_date("--since", options.since);
    check_date("--until", options.until);
    check_span(options.since, options.until);
    filter.since = options.since;
    filter.until = options.until;
    filter.source = options.source;
    filter.policy_only = options.policy;
    filter.direct_quotes_only = options.quoted;
    filter.min_confidence = options.confidence;
    return filter;
}

void settle_actors(query::Filter& filter, const FilterOptions& typed,
                   const graph::PositionGraph& graph) {
    for (std::string* name : {&filter.actor, &filter.addressee, &filter.target}) {
        *name = actor_meant(graph, *name);
    }
    note_several_actors(graph, typed.actor, filter.actor);
    note_several_actors(graph, typed.addressee, filter.addressee);
    note_several_actors(graph, typed.target, filter.target);
}

std::string who_is_missing(const query::Filter& filter, const graph::PositionGraph& graph) {
    for (const std::string& name : {filter.actor, filter.addressee, filter.target}) {
        std::string message = missing(name, graph);
        if (!message.empty()) return message;
    }
    return {};
}

}  // namespace demarche::cli
