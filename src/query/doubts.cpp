// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Pairs of actors that may be one, for a person to decide.
//
// The program joins actors only by id, so it errs by keeping apart; these are the places where that
// is likely. Persons are filed under their last word, without "Jr" and the like:
//
//     Berg, Anna Berg, Ola Berg      "Berg" with each of the two, and Anna with Ola
//     Berg of n articles             if there is no full name, each with the next: n - 1 questions
//
// and all actors with a name under that, and under each alias that has a capital. What a user's
// decisions tell apart is left out. Of several reasons for a pair the first stands.
//
// Limits: the last word is taken for the surname, so "Kim Min-ji" is filed under "ji"; spellings of
// one name ("Lie", "Lye") are not compared. n bearers of one surname with given names are n * n / 2
// pairs. Tested by tests/query/doubts_test.cpp.

#include "query/doubts.hpp"

#include "identity/identity.hpp"
#include "query/cells.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace demarche::query {
namespace {

using Pair = std::pair<std::string, std::string>;  ///< ids

/// A person's name in words, compared without case, accents kept.
struct PersonName {
    std::string id;
    std::string given;  ///< empty for a surname alone
    std::string middle;
    std::string surname;
};

PersonName name_of(const Actor& actor) {
    PersonName name;
    name.id = actor.id;
    std::vector<std::string> words;
    const std::string text = identity::normalised(actor.name);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, space - at));
        at = space + 1;
    }
    static const std::set<std::string> generations = {"jr", "sr", "ii", "iii", "iv"};
    if (words.size() > 2 && generations.contains(words.back())) words.pop_back();
    if (words.empty()) return name;
    name.surname = words.back();
    if (words.size() > 1) name.given = words.front();
    for (std::size_t i = 1; i + 1 < words.size(); ++i) name.middle += words[i] + " ";
    return name;
}

/// Not "company", "chief economist": words that many are called by.
bool is_name(const std::string& alias) {
    return std::any_of(alias.begin(), alias.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// "critics" of one article: nobody would take them for another article's.
bool is_nameless(const Actor& actor) {
    return actor.kind != ActorKind::person && !is_name(actor.name) &&
           actor.id.starts_with(identity::actor_id({}, actor.name) + "-in-");
}

class Finder {
public:
    Finder(const graph::PositionGraph& graph, const std::vector<graph::Decision>& decisions)
        : graph_(graph), distinctions_(decisions) {}

    std::vector<Doubt> find() {
        people();
        shared_names();
        std::vector<Doubt> all;
        for (const auto& [pair, why] : found_) all.push_back({pair.first, pair.second, why});
        const auto names = [&](const Doubt& doubt) {
            return std::tuple(actor_name(graph_, doubt.one), actor_name(graph_, doubt.other),
                              doubt.one, doubt.other);
        };
        std::sort(all.begin(), all.end(),
                  [&](const Doubt& a, const Doubt& b) { return names(a) < names(b); });
        return all;
    }

private:
    void note(const std::string& a, const std::string& b, const std::string& why) {
        const Actor& one = graph_.actors.at(a);
        const Actor& other = graph_.actors.at(b);
        if (distinctions_.apart(one, other)) return;
        const bool in_order = std::tie(one.name, one.id) < std::tie(other.name, other.id);
        found_.emplace(in_order ? Pair{a, b} : Pair{b, a}, why);
    }

    void people() {
        std::map<std::string, std::vector<PersonName>> by_surname;
        for (const auto& [id, actor] : graph_.actors) {
            if (actor.kind != ActorKind::person) continue;
            PersonName name = name_of(actor);
            by_surname[name.surname].push_back(std::move(name));
        }
        for (const auto& [surname, names] : by_surname) bearers(surname, names);
    }

    void bearers(const std::string& surname, const std::vector<PersonName>& names) {
        std::vector<const PersonName*> alone;
        std::vector<const PersonName*> full;
        for (const PersonName& name : names) (name.given.empty() ? alone : full).push_back(&name);
        for (std::size_t i = 0; i < full.size(); ++i) {
            for (std::size_t j = i + 1; j < full.size(); ++j) {
                const bool given = full[i]->given == full[j]->given;
                note(full[i]->id, full[j]->id,
                     given ? "one given name and surname, other middle names"
                           : "one surname, other given names");
            }
        }
        // Of many articles that give the surname alone, each is one question, not one a pair.
        for (std::size_t i = 0; i < alone.size(); ++i) {
            for (const PersonName* name : full) {
                note(alone[i]->id, name->id, "'" + surname + "' alone may be this one");
            }
            if (full.empty() && i > 0) {
                note(alone[i - 1]->id, alone[i]->id, "'" + surname + "' alone in two articles");
            }
        }
    }

    void shared_names() {
        std::map<std::string, std::set<std::string>> bearers;
        for (const auto& [id, actor] : graph_.actors) {
            if (actor.kind == ActorKind::anonymous || actor.kind == ActorKind::unknown) continue;
            if (actor.kind == ActorKind::author || is_nameless(actor)) continue;
            bearers[identity::normalised(actor.name)].insert(id);
            for (const std::string& alias : actor.aliases) {
                if (!is_name(alias)) continue;
                bearers[identity::normalised(alias)].insert(id);
            }
        }
        for (const auto& [name, ids] : bearers) {
            for (auto one = ids.begin(); one != ids.end(); ++one) {
                for (auto other = std::next(one); other != ids.end(); ++other) {
                    note(*one, *other, "both are called '" + name + "'");
                }
            }
        }
    }

    const graph::PositionGraph& graph_;
    graph::Distinctions distinctions_;
    std::map<Pair, std::string> found_;  ///< the first reason stands
};

}  // namespace

std::vector<Doubt> doubts(const graph::PositionGraph& graph,
                          const std::vector<graph::Decision>& decisions) {
    return Finder(graph, decisions).find();
}

Table doubtful_pairs(const graph::PositionGraph& graph,
                     const std::vector<graph::Decision>& decisions) {
    Table table;
    table.columns = {{"one", "One"},
                     {"other", "Other"},
                     {"why", "Why"},
                     {"id", "Id of one"},
                     {"other_id", "Id of the other"}};
    for (const Doubt& doubt : doubts(graph, decisions)) {
        table.rows.push_back({actor_name(graph, doubt.one), actor_name(graph, doubt.other),
                              doubt.why, doubt.one, doubt.other});
    }
    return table;
}

}  // namespace demarche::query
