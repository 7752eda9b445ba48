// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Why an answer is empty, in the user's own conditions.
//
// Each condition is tried alone and left out once. If nothing meets it alone, that is said, with
// advice of its own; if statements are found without it, their number is. `--relation opposes
// --issue fish`:
//
//     No statement meets --relation 'opposes'. Found without --relation 'opposes': 3.
//
// The conditions are one table of three functions each, so that a new one cannot be forgotten in
// one of the three places.
//
// Limits: conditions are left out one at a time; that two must go is said, not which. Tested by
// tests/cli/empty_answers_test.cpp.

#include "cli/empty_answers.hpp"

#include "cli/choices.hpp"
#include "query/filter.hpp"
#include "query/find.hpp"
#include "query/table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace demarche::cli {

namespace {

/// What was asked, and of which graph.
struct Question {
    const query::Filter& filter;
    const FilterOptions& typed;
    const graph::PositionGraph& graph;
};

std::string quoted(const std::string& option, const std::string& value) {
    return value.empty() ? std::string() : option + "'" + value + "'";
}

std::string plainly(const Question& question, const std::string& condition) {
    static_cast<void>(question);
    return " No statement meets " + condition + ".";
}

std::string nothing_held(const Question& question, const std::string&) {
    query::Filter to;
    to.addressee = question.filter.actor;
    query::Filter toward;
    toward.target = question.filter.actor;
    return " No statement is held by '" + question.typed.actor +
           "'; said to that actor: " + std::to_string(query::select(question.graph, to).size()) +
           ", aimed at it: " + std::to_string(query::select(question.graph, toward).size()) + ".";
}

std::string not_then(const Question& question, const std::string& condition) {
    const auto& statements = question.graph.statements;
    const bool dated = std::any_of(statements.begin(), statements.end(),
                                   [](const auto& node) { return !node.second.date.empty(); });
    return dated ? plainly(question, condition) : " No statement of this graph has a date.";
}

/// The words that the graph does not have, and words that it has.
std::string other_words(const std::string& text, const graph::PositionGraph& graph) {
    std::string advice;
    for (const query::UnknownWord& unknown : query::unknown_words(graph, text)) {
        std::vector<std::string> near;
        for (const std::string& word : unknown.near) near.push_back("'" + word + "'");
        advice += " No position or issue has the word '" + unknown.word + "'" +
                  (near.empty() ? "; 'demarche codebook' lists them all."
                                : ". Did you mean " + listed(near, "or") + "?");
    }
    return advice;
}

std::string not_on_text(const Question& question, const std::string&) {
    const std::string others = other_words(question.typed.text, question.graph);
    return others.empty() ? " No position and no issue has all these words." : others;
}

std::string not_on_position(const Question& question, const std::string& condition) {
    return plainly(question, condition) + other_words(question.typed.position, question.graph);
}

std::string not_on_issue(const Question& question, const std::string& condition) {
    return plainly(question, condition) + other_words(question.typed.issue, question.graph);
}

/// A condition of a filter, to be tried alone and left out.
struct Condition {
    std::string (*shown)(const FilterOptions&);  ///< empty if it was not given
    void (*copy)(const query::Filter& from, query::Filter& to);
    std::string (*none)(const Question&, const std::string& shown);  ///< where nothing meets it
};

using query::Filter;

constexpr std::array<Condition, 15> condition_table = {{
    {[](const FilterOptions& o) { return quoted("the actor ", o.actor); },
     [](const Filter& from, Filter& to) {
         to.actor = from.actor;
         to.with_parts = from.with_parts;
     },
     nothing_held},
    {[](const FilterOptions& o) { return quoted("the words ", o.text); },
     [](const Filter& from, Filter& to) { to.text = from.text; }, not_on_text},
    {[](const FilterOptions& o) { return quoted("--relation ", o.relation); },
     [](const Filter& from, Filter& to) { to.relations = from.relations; }, plainly},
    {[](const FilterOptions& o) { return quoted("--polarity ", o.polarity); },
     [](const Filter& from, Filter& to) { to.polarity = from.polarity; }, plainly},
    {[](const FilterOptions& o) { return quoted("--factuality ", o.factuality); },
     [](const Filter& from, Filter& to) { to.factuality = from.factuality; }, plainly},
    {[](const FilterOptions& o) { return quoted("--position ", o.position); },
     [](const Filter& from, Filter& to) { to.position = from.position; }, not_on_position},
    {[](const FilterOptions& o) { return quoted("--issue ", o.issue); },
     [](const Filter& from, Filter& to) { to.issue = from.issue; }, not_on_issue},
    {[](const FilterOptions& o) { return quoted("--stance ", o.stance); },
     [](const Filter& from, Filter& to) {
         to.min_stance = from.min_stance;
         to.max_stance = from.max_stance;
     },
     plainly},
    {[](const FilterOptions& o) { return quoted("--addressee ", o.addressee); },
     [](const Filter& from, Filter& to) { to.addressee = from.addressee; }, plainly},
    {[](const FilterOptions& o) { return quoted("--target ", o.target); },
     [](const Filter& from, Filter& to) { to.target = from.target; }, plainly},
    {[](const FilterOptions& o) {
         return quoted("--since ", o.since) + (o.since.empty() || o.until.empty() ? "" : " ") +
                quoted("--until ", o.until);
     },
     [](const Filter& from, Filter& to) {
         to.since = from.since;
         to.until = from.until;
     },
     not_then},
    {[](const FilterOptions& o) { return quoted("--source ", o.source); },
     [](const Filter& from, Filter& to) { to.source = from.source; }, plainly},
    {[](const FilterOptions& o) { return std::string(o.policy ? "--policy" : ""); },
     [](const Filter& from, Filter& to) { to.policy_only = from.policy_only; }, plainly},
    {[](const FilterOptions& o) { return std::string(o.quoted ? "--quoted" : ""); },
     [](const Filter& from, Filter& to) { to.direct_quotes_only = from.direct_quotes_only; },
     plainly},
    {[](const FilterOptions& o) {
         return o.confidence > 0 ? "--min-confidence " + query::decimal(o.confidence)
                                 : std::string();
     },
     [](const Filter& from, Filter& to) { to.min_confidence = from.min_confidence; }, plainly},
}};

std::size_t conditions_of(const FilterOptions& typed) {
    return static_cast<std::size_t>(
        std::count_if(condition_table.begin(), condition_table.end(),
                      [&typed](const Condition& one) { return !one.shown(typed).empty(); }));
}

}  // namespace

std::string why_nothing(const query::Filter& filter, const FilterOptions& typed,
                        const graph::PositionGraph& graph) {
    const auto count = [&graph](const query::Filter& one) {
        return query::select(graph, one).size();
    };
    if (count(filter) > 0) return {};
    std::string text;
    std::string without;
    const std::size_t conditions = conditions_of(typed);
    for (const Condition& condition : condition_table) {
        const std::string shown = condition.shown(typed);
        if (shown.empty()) continue;
        Filter alone;
        condition.copy(filter, alone);
        if (count(alone) == 0) text += condition.none({filter, typed, graph}, shown);
        Filter others = filter;
        condition.copy({}, others);
        const std::size_t found = count(others);
        if (found == 0 || conditions == 1) continue;
        without += (without.empty() ? " Found without " : ", without ") + shown + ": " +
                   std::to_string(found);
    }
    if (!without.empty()) return text + without + ".";
    if (text.empty() && conditions > 1) {
        text = " Some statements meet each, but leaving out any one of them is not enough.";
    }
    return text;
}

std::string nothing_found(const std::string& lead, const query::Filter& filter,
                          const FilterOptions& typed, const graph::PositionGraph& graph) {
    const std::string missing = who_is_missing(filter, graph);
    return missing.empty() ? lead + why_nothing(filter, typed, graph) : missing;
}

}  // namespace demarche::cli
