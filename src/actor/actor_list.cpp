// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "actor/actor_list.hpp"

#include "identity/identity.hpp"

#include <algorithm>
#include <utility>

namespace demarche::actor {
using namespace lexicon;

std::size_t ActorList::add(const RegistryEntry& entry, const ActorRegistry& registry) {
    if (const RegistryEntry* whole = registry.entry(entry.part_of)) add(*whole, registry);
    const std::size_t actor = add(entry.name, entry.kind, entry.part_of, entry.key);
    actors_[actor].wikidata = entry.wikidata;
    return actor;
}

std::size_t ActorList::add(std::string name, ActorKind kind, std::string part_of, std::string key) {
    std::string id = identity::actor_id(key, name);
    const auto [place, added] = by_id_.emplace(id, actors_.size());
    if (!added) return place->second;
    Actor actor;
    actor.id = std::move(id);
    actor.name = std::move(name);
    actor.kind = kind;
    actor.part_of = std::move(part_of);
    actors_.push_back(std::move(actor));
    return place->second;
}

std::size_t ActorList::add_unnamed(std::string name, std::string body, bool represents) {
    const std::size_t actor = add(std::move(name), ActorKind::anonymous, {},
                                  identity::unnamed_source_id(document_, ++unnamed_));
    (represents ? actors_[actor].represents : actors_[actor].part_of) = std::move(body);
    return actor;
}

std::size_t ActorList::add_scoped(std::string name, ActorKind kind) {
    std::string key = identity::scoped_actor_id(document_, name);
    return add(std::move(name), kind, {}, std::move(key));
}

void ActorList::set_part_of(std::size_t actor, std::string whole) {
    if (actors_[actor].part_of.empty()) actors_[actor].part_of = std::move(whole);
}

std::size_t ActorList::author() {
    return add("the author", ActorKind::author, {}, "author-" + document_);
}

void ActorList::add_alias(std::size_t actor, const std::string& form) {
    std::vector<std::string>& aliases = actors_[actor].aliases;
    const auto place = std::lower_bound(aliases.begin(), aliases.end(), form);
    if (form.empty() || form == actors_[actor].name) return;
    if (place == aliases.end() || *place != form) aliases.insert(place, form);
}

std::size_t ActorList::side_of(std::size_t actor) const {
    for (std::size_t steps = 0; steps < actors_.size(); ++steps) {
        const Actor& here = actors_[actor];
        const std::string& next = here.part_of.empty() ? here.represents : here.part_of;
        const auto found = by_id_.find(next);
        if (found == by_id_.end()) break;
        actor = found->second;
    }
    return actor;
}

std::vector<Actor> ActorList::take() {
    return std::exchange(actors_, {});
}

}  // namespace demarche::actor
