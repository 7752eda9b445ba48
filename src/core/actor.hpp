// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// What an actor is; closed.
enum class ActorKind {
    state,
    government_body,
    legislature,
    court,
    party,
    organisation,
    company,
    person,
    group,      ///< "critics", "27 states", a people
    public_,    ///< the public of a country, voters; written "public"
    document,   ///< a report or charter that says something
    anonymous,  ///< an unnamed source, scoped to its document; written "anonymous source"
    author,     ///< the article's own voice
    unknown,
};

struct ActorKindFacts {
    ActorKind kind;
    std::string_view name;        ///< as written in every format
    std::string_view class_name;  ///< RDF class, local name
};

/// One row a kind, in the order of the enumeration.
inline constexpr std::array<ActorKindFacts, 14> actor_kind_table = {{
    {ActorKind::state, "state", "State"},
    {ActorKind::government_body, "government body", "GovernmentBody"},
    {ActorKind::legislature, "legislature", "Legislature"},
    {ActorKind::court, "court", "Court"},
    {ActorKind::party, "party", "Party"},
    {ActorKind::organisation, "organisation", "Organisation"},
    {ActorKind::company, "company", "Company"},
    {ActorKind::person, "person", "Person"},
    {ActorKind::group, "group", "Group"},
    {ActorKind::public_, "public", "Public"},
    {ActorKind::document, "document", "SpeakingDocument"},
    {ActorKind::anonymous, "anonymous source", "AnonymousSource"},
    {ActorKind::author, "author", "ArticleAuthor"},
    {ActorKind::unknown, "unknown", "UnknownActor"},
}};

[[nodiscard]] constexpr const ActorKindFacts& facts(ActorKind kind) {
    return actor_kind_table[static_cast<std::size_t>(kind)];
}

[[nodiscard]] constexpr std::string_view name(ActorKind kind) {
    return facts(kind).name;
}

/// Somebody who holds, is told or is the target of a position.
/// References to other actors are their ids; empty means none.
struct Actor {
    std::string id;    ///< from identity::actor_id
    std::string name;  ///< canonical: a function of the id or the registry, never of one article
    ActorKind kind = ActorKind::unknown;
    std::vector<std::string> aliases;  ///< surface forms seen, sorted, unique
    std::string part_of;               ///< a ministry its government, a source its organisation
    std::string represents;            ///< a spokesman his ministry
    std::string wikidata;              ///< "Q884", from the checked registry only

    friend bool operator==(const Actor&, const Actor&) = default;
};

}  // namespace demarche
