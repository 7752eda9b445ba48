// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"
#include "lexicon/actor_registry.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace demarche::actor {

/// The actors found so far, each once; numbers are indices into `actors`.
class ActorList {
public:
    explicit ActorList(std::string document) : document_(std::move(document)) {}

    /// An actor of the registry, and those it is part of.
    std::size_t add(const lexicon::RegistryEntry& entry, const lexicon::ActorRegistry& registry);

    /// An actor with a name of its own. `key` is its id, or empty where the name gives it.
    std::size_t add(std::string name, ActorKind kind, std::string part_of = {},
                    std::string key = {});

    /// A new unnamed source, different from all others. `body` is the id of the one it belongs to.
    std::size_t add_unnamed(std::string name, std::string body, bool represents);

    /// An actor whose name says who it is in this article only: a surname alone.
    std::size_t add_scoped(std::string name, ActorKind kind);

    /// The article's own voice.
    std::size_t author();

    /// Where the text does not say who: another in each article.
    std::size_t unknown() { return add_scoped("unknown", ActorKind::unknown); }

    void add_alias(std::size_t actor, const std::string& form);
    void set_part_of(std::size_t actor, std::string whole);

    /// The state at the end of the chain of `part_of` and `represents`; else the last of the chain.
    [[nodiscard]] std::size_t side_of(std::size_t actor) const;

    [[nodiscard]] const Actor& operator[](std::size_t actor) const { return actors_[actor]; }
    [[nodiscard]] std::vector<Actor> take();

private:
    std::string document_;
    std::vector<Actor> actors_;
    std::map<std::string, std::size_t> by_id_;
    std::size_t unnamed_ = 0;
};

}  // namespace demarche::actor
