// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/named_actors.hpp"

#include "cli/choices.hpp"
#include "cli/notes.hpp"
#include "identity/identity.hpp"
#include "lexicon/actor_registry.hpp"
#include "query/find.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace demarche::cli {

namespace {

constexpr std::size_t most_named = 6;  // "what official" may be hundreds

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// RFC 3986, section 2.1; what is no "%" and two digits stays.
std::string percent_decoded(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
        if (low < 0) {
            bytes += text[i];
        } else {
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return bytes;
}

/// What is behind "actor:", or behind the last "actor/" of an IRI; empty if it is neither.
std::string id_in_iri(std::string_view typed) {
    constexpr std::string_view prefix = "actor:";
    constexpr std::string_view folder = "actor/";
    if (typed.starts_with(prefix)) return percent_decoded(typed.substr(prefix.size()));
    const std::size_t at = typed.rfind(folder);
    const bool is_iri = typed.find(':') < at && at > 0 && at != std::string_view::npos &&
                        (typed[at - 1] == '/' || typed[at - 1] == ':');
    return is_iri ? percent_decoded(typed.substr(at + folder.size())) : std::string();
}

/// The keys of the entries that bear the name; peoples ("Americans") are not their states.
std::set<std::string> registry_keys(const std::string& typed) {
    const lexicon::ActorRegistry& registry = lexicon::ActorRegistry::built_in();
    const auto match = registry.find(typed);
    if (match && match->sense != lexicon::NameSense::demonym) return {match->entry->key};
    const std::string wanted = identity::normalised(typed);  // "usa"
    std::set<std::string> keys;
    const auto is_wanted = [&wanted](const std::string& name) {
        return identity::normalised(name) == wanted;
    };
    for (const auto& [key, entry] : registry.entries()) {
        if (is_wanted(entry.name) ||
            std::any_of(entry.aliases.begin(), entry.aliases.end(), is_wanted) ||
            std::any_of(entry.seats.begin(), entry.seats.end(), is_wanted)) {
            keys.insert(key);
        }
    }
    return keys;
}

}  // namespace

std::string actor_meant(const graph::PositionGraph& graph, const std::string& typed) {
    if (typed.empty() || !query::actors_named(graph, typed).empty()) return typed;
    const std::string id = id_in_iri(typed);
    if (!id.empty()) return graph.actors.contains(id) ? id : typed;
    std::set<std::string> keys = registry_keys(typed);
    std::erase_if(keys, [&graph](const std::string& key) { return !graph.actors.contains(key); });
    return keys.size() == 1 ? *keys.begin() : typed;
}

void note_several_actors(const graph::PositionGraph& graph, const std::string& typed,
                         const std::string& asked) {
    const std::vector<std::string> ids = query::find_actors(graph, asked);
    if (asked.empty() || ids.size() < 2) return;
    std::vector<std::string> names;
    for (const std::string& id : ids) {
        if (names.size() == most_named) break;
        names.push_back(graph.actors.at(id).name + " (" + id + ")");
    }
    if (ids.size() > most_named) {
        names.push_back(std::to_string(ids.size() - most_named) + " more");
    }
    say("'" + typed + "' is " + std::to_string(ids.size()) +
        " actors of this graph: " + listed(names) + ". An id in brackets names one.");
}

}  // namespace demarche::cli
