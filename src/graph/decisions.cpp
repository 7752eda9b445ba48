// Decisions are carried out on the finished graph, never while reading: so the same file serves any
// number of runs, and a run without it loses nothing.
//
// Example. "same Trump Donald Trump": every actor called Trump (one an article, since a surname
// alone says who only there) goes, its names become aliases of donald-trump, and the statements
// held by it are held by donald-trump. A statement's id is a function of its holders, so it gets a
// new one, and so does what it reports; the second run finds no Trump but an actor with that alias,
// and is content.

#include "graph/decisions.hpp"

#include "core/code_points.hpp"
#include "core/error.hpp"
#include "graph/join.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace demarche::graph {
namespace {

struct Cell {
    std::string text;
    std::size_t column = 0;  ///< code points, from 1
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// The cells of a line; several tabs part as one does, so that columns can be lined up.
std::vector<Cell> cells_of(std::string_view line) {
    std::vector<Cell> cells;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t tab = std::min(line.find('\t', at), line.size());
        const std::string_view raw = line.substr(at, tab - at);
        const std::string_view text = trimmed(raw);
        if (text.starts_with('#')) break;
        if (!text.empty()) {
            const auto skipped = static_cast<std::size_t>(text.data() - line.data());
            cells.push_back({std::string(text), CodePoints(line.substr(0, skipped)).size() + 1});
        }
        at = tab + 1;
    }
    return cells;
}

Action action_named(const Cell& cell, const std::string& file, std::size_t line) {
    if (cell.text == "same") return Action::same;
    if (cell.text == "not-same") return Action::not_same;
    if (cell.text == "rename") return Action::rename;
    if (cell.text == "kind") return Action::kind;
    throw InputError(file, line, cell.column,
                     "Unknown action '" + cell.text +
                         "'. Write same, not-same, rename or kind, and a tab behind it.");
}

ActorKind kind_named(const Cell& cell, const std::string& file, std::size_t line) {
    std::string allowed;
    for (const ActorKindFacts& row : actor_kind_table) {
        if (row.name == cell.text) return row.kind;
        allowed += (allowed.empty() ? "'" : ", '") + std::string(row.name) + "'";
    }
    throw InputError(file, line, cell.column,
                     "Unknown kind '" + cell.text + "'. Allowed are " + allowed + ".");
}

std::pair<std::string, std::string> in_order(const Decision& decision) {
    return std::minmax(decision.actor, decision.other);
}

/// Two decisions on the same pair or actor that cannot both hold.
bool contradict(const Decision& a, const Decision& b) {
    const auto on_pairs = [](Action action) {
        return action == Action::same || action == Action::not_same;
    };
    if (on_pairs(a.action) && on_pairs(b.action)) {
        if (in_order(a) != in_order(b)) return false;
        return a.action != b.action || (a.action == Action::same && a.actor != b.actor);
    }
    return a.action == b.action && a.actor == b.actor && a.other != b.other;
}

std::set<std::string> found(const PositionGraph& graph, const std::string& called) {
    if (graph.actors.contains(called)) return {called};
    std::set<std::string> ids;
    for (const auto& [id, actor] : graph.actors) {
        if (actor.name == called) ids.insert(id);
    }
    return ids;
}

bool has_alias(const Actor& actor, const std::string& name) {
    return std::binary_search(actor.aliases.begin(), actor.aliases.end(), name);
}

void add_alias(Actor& actor, const std::string& name) {
    if (name == actor.name || has_alias(actor, name)) return;
    actor.aliases.insert(std::lower_bound(actor.aliases.begin(), actor.aliases.end(), name), name);
}

using Ids = std::map<std::string, std::string>;  ///< old to new

void follow(std::string& id, const Ids& ids) {
    const auto place = ids.find(id);
    if (place != ids.end()) id = place->second;
}

/// Gives the statements the new ids of their holders; reporters before those they report, because
/// an id depends on the reporter's.
void follow_in_statements(PositionGraph& graph, const Ids& actors) {
    Ids statements;
    std::map<std::string, Statement> done;
    const auto move = [&](const auto& self, const std::string& old, std::size_t depth) -> void {
        const auto place = graph.statements.find(old);
        if (place == graph.statements.end() || statements.contains(old)) return;
        Statement statement = place->second;
        if (depth < graph.statements.size()) self(self, statement.reported_by, depth + 1);
        follow(statement.reported_by, statements);
        bool changed = statement.reported_by != place->second.reported_by;
        for (std::string& holder : statement.holders) {
            changed = changed || actors.contains(holder);
            follow(holder, actors);
        }
        std::sort(statement.holders.begin(), statement.holders.end());
        statement.holders.erase(std::unique(statement.holders.begin(), statement.holders.end()),
                                statement.holders.end());
        follow(statement.addressee, actors);
        follow(statement.target, actors);
        if (changed) statement.id = identity::statement_id(statement);
        statements.emplace(old, statement.id);
        const auto [kept, is_new] = done.try_emplace(statement.id, statement);
        if (!is_new) join(kept->second, statement);
    };
    for (const auto& [id, statement] : graph.statements) move(move, id, 0);
    graph.statements = std::move(done);
}

/// All of `old` become `into`, which is in the graph.
void unite(PositionGraph& graph, const std::set<std::string>& old, const std::string& into) {
    Ids ids;
    Actor& kept = graph.actors.at(into);
    for (const std::string& id : old) {
        if (id == into) continue;
        const Actor gone = graph.actors.at(id);
        add_alias(kept, gone.name);
        for (const std::string& alias : gone.aliases) add_alias(kept, alias);
        if (kept.part_of.empty() && gone.part_of != into) kept.part_of = gone.part_of;
        if (kept.represents.empty() && gone.represents != into) kept.represents = gone.represents;
        ids.emplace(id, into);
    }
    for (const auto& [id, to] : ids) graph.actors.erase(id);
    for (auto& [id, actor] : graph.actors) {
        follow(actor.part_of, ids);
        follow(actor.represents, ids);
        if (actor.part_of == id) actor.part_of.clear();
        if (actor.represents == id) actor.represents.clear();
    }
    follow_in_statements(graph, ids);
}

std::string gone(const Decision& decision, const std::string& called) {
    return "line " + std::to_string(decision.line) + ": there is no actor '" + called +
           "' any more. Correct or remove the line.";
}

std::string apply_same(PositionGraph& graph, const Decision& decision) {
    const std::set<std::string> into = found(graph, decision.other);
    if (into.empty()) return gone(decision, decision.other);
    if (into.size() > 1) {
        return "line " + std::to_string(decision.line) + ": several actors are called '" +
               decision.other + "'. Write the id of the one that is meant.";
    }
    const std::set<std::string> old = found(graph, decision.actor);
    const bool settled = has_alias(graph.actors.at(*into.begin()), decision.actor);
    if (old.empty()) return settled ? std::string() : gone(decision, decision.actor);
    unite(graph, old, *into.begin());
    return {};
}

std::string apply_rename(PositionGraph& graph, const Decision& decision) {
    const std::set<std::string> old = found(graph, decision.actor);
    const std::string id = identity::actor_id("", decision.other);
    const auto renamed = graph.actors.find(id);
    if (old.empty()) {
        const bool settled =
            renamed != graph.actors.end() && (has_alias(renamed->second, decision.actor));
        return settled ? std::string() : gone(decision, decision.actor);
    }
    if (renamed == graph.actors.end()) {
        Actor actor = graph.actors.at(*old.begin());
        actor.id = id;
        const std::string before = std::exchange(actor.name, decision.other);
        std::erase(actor.aliases, decision.other);
        add_alias(actor, before);
        graph.actors.emplace(id, actor);
    }
    if (decision.actor == *old.begin()) add_alias(graph.actors.at(id), decision.actor);
    unite(graph, old, id);
    return {};
}

}  // namespace

std::vector<Decision> read_decisions(std::string_view text, const std::string& file) {
    std::vector<Decision> decisions;
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        ++line;
        const std::vector<Cell> cells = cells_of(text.substr(at, end - at));
        at = end + 1;
        if (cells.empty()) continue;
        Decision decision;
        decision.line = line;
        decision.action = action_named(cells[0], file, line);
        if (cells.size() < 3) {
            throw InputError(file, line, cells.back().column + CodePoints(cells.back().text).size(),
                             "A cell is missing behind '" + cells.back().text +
                                 "'. A line is an action and two cells, parted by tabs.");
        }
        if (cells.size() > 3) {
            throw InputError(
                file, line, cells[3].column,
                "'" + cells[3].text +
                    "' is too much. A line is an action and two cells, parted by tabs.");
        }
        decision.actor = cells[1].text;
        decision.other = cells[2].text;
        if (decision.action == Action::kind) decision.kind = kind_named(cells[2], file, line);
        for (const Decision& before : decisions) {
            if (!contradict(before, decision)) continue;
            throw InputError(
                file, line, cells[0].column,
                "This contradicts line " + std::to_string(before.line) + ". Keep one of the two.");
        }
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

std::vector<std::string> carry_out(PositionGraph& graph, const std::vector<Decision>& decisions) {
    std::vector<std::string> notes;
    for (const Decision& decision : decisions) {
        std::string note;
        switch (decision.action) {
            case Action::same: note = apply_same(graph, decision); break;
            case Action::rename: note = apply_rename(graph, decision); break;
            case Action::not_same:
                for (const std::string& called : {decision.actor, decision.other}) {
                    if (note.empty() && found(graph, called).empty()) note = gone(decision, called);
                }
                break;
            case Action::kind: {
                const std::set<std::string> actors = found(graph, decision.actor);
                for (const std::string& id : actors) graph.actors.at(id).kind = decision.kind;
                if (actors.empty()) note = gone(decision, decision.actor);
                break;
            }
        }
        if (!note.empty()) notes.push_back(std::move(note));
    }
    return notes;
}

bool are_told_apart(const std::vector<Decision>& decisions, const Actor& one, const Actor& other) {
    const auto is = [](const Actor& actor, const std::string& called) {
        return actor.id == called || actor.name == called;
    };
    return std::any_of(decisions.begin(), decisions.end(), [&](const Decision& decision) {
        if (decision.action != Action::not_same) return false;
        return (is(one, decision.actor) && is(other, decision.other)) ||
               (is(one, decision.other) && is(other, decision.actor));
    });
}

}  // namespace demarche::graph
