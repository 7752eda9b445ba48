// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A table of actors, read and looked for in an article.

#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "actor/actor.hpp"
#include "lexicon/actor_registry.hpp"
#include "text/read.hpp"

#include <string>
#include <vector>

using namespace demarche;

namespace {

/// Its words have neither tags nor trees: what the registry knows is found by the words alone.
const Document& article() {
    static const Document document = text::read(text::plain_article(
        "Harbour Board's Ida Holm said the U.S. port of Bergen, the Norwegian \u201cgate\u201d, "
        "stays open.\n\nOslo and the Ministry of Ports told Dockers' Union that it agrees.\n",
        "article", "article.txt"));
    return document;
}

/// Each third of its tokens as an attribution: source, cue, content.
std::vector<Attribution> attributions() {
    std::vector<Attribution> made;
    for (const Sentence& sentence : article().sentences) {
        const std::size_t third = (sentence.end_token - sentence.first_token) / 3;
        const auto part = [&](std::size_t n) {
            const std::size_t first = sentence.first_token + n * third;
            return Spans{
                {article().tokens[first].span.begin, article().tokens[first + third - 1].span.end}};
        };
        made.push_back({part(0), part(1), part(2), {}, 0.5});
    }
    return made;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed,
                                        seed % 3 == 0 ? fuzz::words : fuzz::cells);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const fuzz::Stopwatch watch;
    lexicon::ActorRegistry registry;
    if (!fuzz::accepts([&] { registry.add(bytes, "actors.tsv"); })) return 0;
    for (const auto& [key, entry] : registry.entries()) {
        fuzz::require(registry.entry(key) == &entry && entry.key == key, "a key leads to its row");
        fuzz::require(entry.part_of.empty() || registry.entry(entry.part_of) != nullptr,
                      "part_of is a key");
        fuzz::require(registry.find(entry.name).has_value(), "a name is found");
        fuzz::require_utf8(entry.key + entry.name + entry.part_of, "a row is UTF-8");
    }
    static const std::vector<Attribution> spoken = attributions();
    draft::Draft draft(article(), registry);
    draft::begin_statements(spoken, draft);
    actor::resolve_actors(draft);
    for (const Actor& actor : draft.actors) {
        fuzz::require(!actor.id.empty(), "an actor has an id");
        fuzz::require_utf8(actor.id + actor.name, "an actor is UTF-8");
    }
    for (const draft::StatementDraft& statement : draft.statements) {
        fuzz::require(!statement.roles.holders.empty(), "a statement has a holder");
        for (const std::size_t holder : statement.roles.holders) {
            fuzz::require(holder < draft.actors.size(), "a holder is an actor");
        }
    }
    fuzz::require_prompt(watch.seconds(), size);
    return 0;
}
