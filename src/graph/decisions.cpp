// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

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

/// The decisions so far, by what they are on: a decision contradicts all on the same thing if it
/// contradicts the first of them, since these do not contradict each other.
class Record {
public:
    /// The earlier decision that cannot hold together with this one; null if there is none.
    const Decision* contradicted(const Decision& decision) {
        const bool on_pair = decision.action == Action::same || decision.action == Action::not_same;
        if (!on_pair) {
            const Decision& before =
                on_actors_.try_emplace({decision.action, decision.actor}, decision).first->second;
            return before.other == decision.other ? nullptr : &before;
        }
        const std::pair<std::string, std::string> pair =
            std::minmax(decision.actor, decision.other);
        const Decision& before = on_pairs_.try_emplace(pair, decision).first->second;
        const bool other_way = decision.action == Action::same && before.actor != decision.actor;
        return before.action != decision.action || other_way ? &before : nullptr;
    }

private:
    std::map<std::pair<std::string, std::string>, Decision> on_pairs_;  ///< same, not-same
    std::map<std::pair<Action, std::string>, Decision> on_actors_;      ///< rename, kind
};

using Ids = std::map<std::string, std::string>;  ///< old to new

void follow(std::string& id, const Ids& ids) {
    const auto place = ids.find(id);
    if (place != ids.end()) id = place->second;
}

/// The statement with the new ids of its holders; `reporters` are those of statements.
Statement followed(const Statement& old, const Ids& actors, const Ids& reporters) {
    Statement statement = old;
    follow(statement.reported_by, reporters);
    bool changed = statement.reported_by != old.reported_by;
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
    return statement;
}

/// Gives the statements the new ids of their holders; reporters before those they report, because
/// an id depends on the reporter's. Where reports go in a circle, the first one met is taken to be
/// reported by nobody whose id changes, and follows at the end.
void follow_in_statements(PositionGraph& graph, const Ids& actors) {
    if (actors.empty()) return;
    Ids ids;
    std::vector<Statement> moved;
    std::set<std::string> met;
    for (const auto& [first, ignored] : graph.statements) {
        std::vector<const Statement*> chain;
        for (auto at = graph.statements.find(first);
             at != graph.statements.end() && met.insert(at->first).second;
             at = graph.statements.find(at->second.reported_by)) {
            chain.push_back(&at->second);
        }
        for (auto old = chain.rbegin(); old != chain.rend(); ++old) {
            moved.push_back(followed(**old, actors, ids));
            ids.emplace((*old)->id, moved.back().id);
        }
    }
    std::map<std::string, Statement> done;
    for (Statement& statement : moved) {
        follow(statement.reported_by, ids);
        const auto [kept, is_new] = done.try_emplace(statement.id, statement);
        if (!is_new) join(kept->second, statement);
    }
    graph.statements = std::move(done);
}

/// The actors of a graph while decisions are carried out. That several become one is only noted
/// here, so that each decision costs no more than the names that it moves; at the end all
/// references follow at once.
class Cast {
public:
    explicit Cast(PositionGraph& graph) : graph_(graph) {
        for (auto& [id, actor] : graph.actors) {
            add(actor);
            first_.emplace(id, entities_.size() - 1);
        }
    }

    /// Those of this id, or else of this name, in the order of their ids.
    [[nodiscard]] std::vector<std::size_t> found(const std::string& called) const {
        if (const auto one = by_id_.find(called); one != by_id_.end()) return {one->second};
        std::vector<std::size_t> all;
        if (const auto bearers = by_name_.find(called); bearers != by_name_.end()) {
            for (const auto& [id, entity] : bearers->second) all.push_back(entity);
        }
        return all;
    }

    /// The one of this id, or none.
    [[nodiscard]] std::vector<std::size_t> with_id(const std::string& id) const {
        const auto one = by_id_.find(id);
        return one == by_id_.end() ? std::vector<std::size_t>() : std::vector{one->second};
    }

    [[nodiscard]] const std::string& id(std::size_t entity) const {
        return entities_[entity].actor.id;
    }

    [[nodiscard]] bool has_alias(std::size_t entity, const std::string& name) const {
        return entities_[entity].aliases.contains(name);
    }

    void set_kind(std::size_t entity, ActorKind kind) { entities_[entity].actor.kind = kind; }

    /// An actor of a new id and name that is else like `entity`, whose names are its aliases.
    std::size_t renamed(std::size_t entity, const std::string& id, const std::string& name) {
        Actor actor = entities_[entity].actor;
        const std::string before = std::exchange(actor.name, name);
        actor.id = id;
        add(actor);
        Entity& made = entities_.back();
        made.aliases = entities_[entity].aliases;
        made.aliases.erase(name);
        made.part_of = entities_[entity].part_of;
        made.represents = entities_[entity].represents;
        add_alias(entities_.size() - 1, before);
        first_.emplace(id, entities_.size() - 1);
        return entities_.size() - 1;
    }

    void add_alias(std::size_t entity, const std::string& name) {
        if (name != entities_[entity].actor.name) entities_[entity].aliases.insert(name);
    }

    /// All of `old` become `into`.
    void unite(const std::vector<std::size_t>& old, std::size_t into) {
        for (const std::size_t entity : old) {
            if (entity == into) continue;
            Entity& gone = entities_[entity];
            Entity& kept = entities_[into];
            // The larger set takes the smaller one in.
            if (gone.aliases.size() > kept.aliases.size()) std::swap(gone.aliases, kept.aliases);
            kept.aliases.merge(gone.aliases);
            gone.aliases.clear();
            kept.aliases.insert(gone.actor.name);
            kept.aliases.erase(kept.actor.name);
            if (other(into, kept.part_of).empty()) kept.part_of = gone.part_of;
            if (other(into, kept.represents).empty()) kept.represents = gone.represents;
            by_id_.erase(gone.actor.id);
            by_name_[gone.actor.name].erase(gone.actor.id);
            gone.into = into;
        }
    }

    /// Writes all into the graph.
    void finish() {
        Ids ids;
        for (const auto& [id, entity] : first_) {
            const std::string& now = entities_[last(entity)].actor.id;
            if (now != id) ids.emplace(id, now);
        }
        graph_.actors.clear();
        for (std::size_t i = 0; i < entities_.size(); ++i) {
            const Entity& entity = entities_[i];
            if (entity.into != i) continue;
            Actor actor = entity.actor;
            actor.aliases.assign(entity.aliases.begin(), entity.aliases.end());
            actor.part_of = other(i, entity.part_of);
            actor.represents = other(i, entity.represents);
            graph_.actors.emplace(actor.id, std::move(actor));
        }
        follow_in_statements(graph_, ids);
    }

private:
    struct Entity {
        Actor actor;
        std::set<std::string> aliases;
        std::string part_of;     ///< an id as it was at first
        std::string represents;  ///< likewise
        std::size_t into = 0;    ///< what it became; itself while it is there
    };

    void add(const Actor& actor) {
        const std::size_t entity = entities_.size();
        entities_.push_back({actor,
                             {actor.aliases.begin(), actor.aliases.end()},
                             actor.part_of,
                             actor.represents,
                             entity});
        by_id_.emplace(actor.id, entity);
        by_name_[actor.name].emplace(actor.id, entity);
    }

    /// What the entity is by now.
    std::size_t last(std::size_t entity) {
        while (entities_[entity].into != entity) {
            Entity& at = entities_[entity];
            at.into = entities_[at.into].into;
            entity = at.into;
        }
        return entity;
    }

    /// The id that `reference` has by now; empty if that is `entity` itself.
    std::string other(std::size_t entity, const std::string& reference) {
        const auto first = first_.find(reference);
        if (first == first_.end()) return reference;
        const std::size_t now = last(first->second);
        return now == entity ? std::string() : entities_[now].actor.id;
    }

    PositionGraph& graph_;
    std::vector<Entity> entities_;
    std::map<std::string, std::size_t> first_;  ///< whom an id meant at first
    std::map<std::string, std::size_t> by_id_;  ///< of those that are there
    std::map<std::string, std::map<std::string, std::size_t>> by_name_;  ///< by name and id
};

std::string gone(const Decision& decision, const std::string& called) {
    return "line " + std::to_string(decision.line) + ": there is no actor '" + called +
           "' any more. Correct or remove the line.";
}

std::string apply_same(Cast& cast, const Decision& decision) {
    const std::vector<std::size_t> into = cast.found(decision.other);
    if (into.empty()) return gone(decision, decision.other);
    if (into.size() > 1) {
        return "line " + std::to_string(decision.line) + ": several actors are called '" +
               decision.other + "'. Write the id of the one that is meant.";
    }
    const std::vector<std::size_t> old = cast.found(decision.actor);
    const bool settled = cast.has_alias(into.front(), decision.actor);
    if (old.empty()) return settled ? std::string() : gone(decision, decision.actor);
    cast.unite(old, into.front());
    return {};
}

std::string apply_rename(Cast& cast, const Decision& decision) {
    const std::vector<std::size_t> old = cast.found(decision.actor);
    const std::string id = identity::actor_id("", decision.other);
    const std::vector<std::size_t> there = cast.with_id(id);
    if (old.empty()) {
        const bool settled = !there.empty() && cast.has_alias(there.front(), decision.actor);
        return settled ? std::string() : gone(decision, decision.actor);
    }
    const bool by_id = decision.actor == cast.id(old.front());
    const std::size_t into =
        there.empty() ? cast.renamed(old.front(), id, decision.other) : there.front();
    if (by_id) cast.add_alias(into, decision.actor);
    cast.unite(old, into);
    return {};
}

}  // namespace

std::vector<Decision> read_decisions(std::string_view text, const std::string& file) {
    std::vector<Decision> decisions;
    Record record;
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        ++line;
        const std::string_view content = text.substr(at, end - at);
        if (!identity::is_utf8(content)) {
            throw InputError(file, line, 0, "The line is not UTF-8. Convert the file to UTF-8.");
        }
        const std::vector<Cell> cells = cells_of(content);
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
        if (const Decision* before = record.contradicted(decision); before != nullptr) {
            throw InputError(
                file, line, cells[0].column,
                "This contradicts line " + std::to_string(before->line) + ". Keep one of the two.");
        }
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

std::vector<std::string> carry_out(PositionGraph& graph, const std::vector<Decision>& decisions) {
    std::vector<std::string> notes;
    if (decisions.empty()) return notes;
    Cast cast(graph);
    for (const Decision& decision : decisions) {
        std::string note;
        switch (decision.action) {
            case Action::same: note = apply_same(cast, decision); break;
            case Action::rename: note = apply_rename(cast, decision); break;
            case Action::not_same:
                for (const std::string& called : {decision.actor, decision.other}) {
                    if (note.empty() && cast.found(called).empty()) note = gone(decision, called);
                }
                break;
            case Action::kind: {
                const std::vector<std::size_t> actors = cast.found(decision.actor);
                for (const std::size_t actor : actors) cast.set_kind(actor, decision.kind);
                if (actors.empty()) note = gone(decision, decision.actor);
                break;
            }
        }
        if (!note.empty()) notes.push_back(std::move(note));
    }
    cast.finish();
    return notes;
}

Distinctions::Distinctions(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions) {
        if (decision.action != Action::not_same) continue;
        pairs_.emplace(decision.actor, decision.other);
        pairs_.emplace(decision.other, decision.actor);
    }
}

bool Distinctions::apart(const Actor& one, const Actor& other) const {
    if (pairs_.empty()) return false;
    for (const std::string& a : {one.id, one.name}) {
        for (const std::string& b : {other.id, other.name}) {
            if (pairs_.contains({a, b})) return true;
        }
    }
    return false;
}

}  // namespace demarche::graph
