// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Where two sides agree and differ, and what goes from one to the other.
//
// A side is an actor with its parts and representatives. An actor of both sides is on the side of
// the part: between Norway and its ministry, the ministry speaks for itself and Norway for the
// rest.
//
// Stances are compared on each subject that both speak on. A side's stance is the mean of what it
// actually holds, as a side may hold several things at once: with 1 and -0.4 Oslo has 0.3, Riga has
// -0.8, so they differ. What is neutral alone is left out before, and a mean that is neutral is
// neither agreement nor difference. The words shown are those of the side's surest statement with
// the sign of the mean, for others would not show what the row says.
//
// Then, both ways, whom a side's statements address, target or leave the decision to.
//
// Limits: a mean hides that a side is divided. A statement that several of one side hold counts
// once, for the first of them by id. Tested by tests/query/questions_test.cpp.

#include "query/between.hpp"

#include "graph/reach.hpp"
#include "query/cells.hpp"
#include "query/filter.hpp"
#include "query/find.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace demarche::query {
namespace {

using Ids = std::set<std::string>;

/// One statement that takes a stance, and who of the side holds it.
struct Vote {
    const Statement* statement;
    std::string holder;
};

/// What one side says on one subject; at least one vote.
using Voice = std::vector<Vote>;

double stance(const Voice& voice) {
    double sum = 0;
    for (const Vote& vote : voice) sum += vote.statement->stance;
    return sum / static_cast<double>(voice.size());
}

/// The surest of those that have the sign of `mean`.
const Vote& spokesman(const Voice& voice, double mean) {
    const auto rank = [&](const Vote& vote) {
        return std::pair((vote.statement->stance > 0) == (mean > 0), vote.statement->confidence);
    };
    return *std::max_element(voice.begin(), voice.end(),
                             [&](const Vote& a, const Vote& b) { return rank(a) < rank(b); });
}

using Voices = std::map<std::string, Voice>;  // by the subject's id

/// In the order of the table.
enum class How { agree, differ, addresses, targets, defers };

std::string_view name(How how) {
    switch (how) {
        case How::agree: return "agree";
        case How::differ: return "differ";
        case How::addresses: return "addresses";
        case How::targets: return "targets";
        case How::defers: return "defers to";
    }
    return {};
}

struct Tie {
    How how;
    std::vector<std::string> cells;  ///< all but the first
};

Ids side(const graph::PositionGraph& graph, std::string_view text) {
    Ids ids;
    for (const std::string& id : find_actors(graph, text)) ids.merge(graph::with_parts(graph, id));
    return ids;
}

void take_out(Ids& from, const Ids& what) {
    for (const std::string& id : what) from.erase(id);
}

/// An actor on both sides is on that of the part: between a state and its ministry, the ministry
/// speaks for itself.
void separate(Ids& first, Ids& second) {
    Ids first_alone = first;
    take_out(first_alone, second);
    if (first_alone.empty()) {
        take_out(second, first);
    } else {
        first = first_alone;
    }
}

Voices voices(const graph::PositionGraph& graph, const std::vector<std::string>& statements,
              const Ids& holders, Subject by) {
    Voices result;
    for (const std::string& id : statements) {
        const Statement& statement = graph.statements.at(id);
        if (statement.factuality != Factuality::actual) continue;
        if (std::abs(statement.stance) < neutral_stance) continue;
        const auto holder = std::find_if(statement.holders.begin(), statement.holders.end(),
                                         [&](const auto& one) { return holders.contains(one); });
        if (holder == statement.holders.end()) continue;
        for (const NamedSubject& subject : subjects(graph, statement, by)) {
            result[subject.id].push_back({&statement, *holder});
        }
    }
    return result;
}

void add_words(std::vector<std::string>& cells, const graph::PositionGraph& graph,
               const Vote& vote) {
    const Statement& statement = *vote.statement;
    cells.push_back(actor_name(graph, vote.holder));
    cells.push_back(phrase(statement.relation, statement.polarity));
    cells.push_back(quote(statement));
}

std::string label(const graph::PositionGraph& graph, const Statement& statement,
                  const std::string& id, Subject by) {
    for (const NamedSubject& subject : subjects(graph, statement, by)) {
        if (subject.id == id) return subject.label;
    }
    return id;
}

void compare(std::vector<Tie>& ties, const graph::PositionGraph& graph, const Voices& first,
             const Voices& second, Subject by) {
    for (const auto& [id, one] : first) {
        const auto other = second.find(id);
        if (other == second.end()) continue;
        const double here = stance(one);
        const double there = stance(other->second);
        if (std::abs(here) < neutral_stance || std::abs(there) < neutral_stance) continue;
        Tie tie{(here > 0) == (there > 0) ? How::agree : How::differ,
                {label(graph, *one.front().statement, id, by)}};
        add_words(tie.cells, graph, spokesman(one, here));
        add_words(tie.cells, graph, spokesman(other->second, there));
        ties.push_back(std::move(tie));
    }
}

void add_directed(std::vector<Tie>& ties, const graph::PositionGraph& graph,
                  const Statement& statement, const Ids& from, const Ids& to, Subject by) {
    std::string about;
    for (const NamedSubject& subject : subjects(graph, statement, by)) {
        about += (about.empty() ? "" : "; ") + subject.label;
    }
    for (const std::string& holder : statement.holders) {
        if (!from.contains(holder)) continue;
        const auto tie = [&](How how, const std::string& actor) {
            if (!to.contains(actor)) return;
            ties.push_back(
                {how,
                 {about, actor_name(graph, holder), phrase(statement.relation, statement.polarity),
                  quote(statement), actor_name(graph, actor), "", ""}});
        };
        tie(How::addresses, statement.addressee);
        tie(statement.relation == Relation::defers ? How::defers : How::targets, statement.target);
    }
}

}  // namespace

Table between(const graph::PositionGraph& graph, std::string_view first, std::string_view second,
              const Filter& filter, Subject by) {
    Ids here = side(graph, first);
    Ids there = side(graph, second);
    separate(here, there);
    const std::vector<std::string> all = select(graph, filter);
    std::vector<Tie> ties;
    compare(ties, graph, voices(graph, all, here, by), voices(graph, all, there, by), by);
    for (const std::string& id : all) {
        add_directed(ties, graph, graph.statements.at(id), here, there, by);
        add_directed(ties, graph, graph.statements.at(id), there, here, by);
    }
    std::stable_sort(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) {
        return std::tie(a.how, a.cells) < std::tie(b.how, b.cells);
    });

    Table table;
    table.columns = {{"how", "How"},
                     subject_column(by),
                     {"from", "From"},
                     {"from_relation", "From relation"},
                     {"from_quote", "From quote"},
                     {"to", "To"},
                     {"to_relation", "To relation"},
                     {"to_quote", "To quote"}};
    for (Tie& tie : ties) {
        std::vector<std::string> row = {std::string(name(tie.how))};
        row.insert(row.end(), std::make_move_iterator(tie.cells.begin()),
                   std::make_move_iterator(tie.cells.end()));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace demarche::query
