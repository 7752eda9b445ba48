// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// "His plan", "Berg's campaign", "a report by the Coast Guard": whose it is, or what it is of
// theirs.
//
// What people say or write ("her message", "Berg's proposal") is they themselves. What works for
// them ("his campaign", "the Berg camp") is a body named after them in full. Their people ("her
// advisers") are a group or an unnamed source, named after them. A report or a poll is the body
// that made it, where the phrase says so: "a study by the Coast Guard", "the Coast Guard report".

#include "actor/resolver.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/nouns.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>

namespace demarche::actor {
using namespace draft;
using namespace lexicon;
namespace {

/// Bytes of a name; whoever has a longer one, which is that of an owner's owner's owner, gives it
/// to nobody: "Their leaders said their parents ..." over pages would make names of pages.
constexpr std::size_t longest_owner = 200;

/// The apostrophe of a possessive in `tokens` before `head`; `tokens.end` if there is none.
std::size_t possessive(const Words& words, TokenRange tokens, std::size_t head) {
    for (std::size_t t = tokens.first + 1; t < head; ++t) {
        if (words[t] == "'s" || (words[t] == "'" && words.joined(t))) return t;
    }
    return tokens.end;
}

}  // namespace

std::optional<std::size_t> Resolver::of_owner(std::size_t owner, TokenRange owned) {
    const ActorKind kind = actors_[owner].kind;
    if (kind == ActorKind::unknown || owned.empty()) return std::nullopt;
    std::size_t head = owned.end - 1;
    for (std::size_t t = owned.first; t + 1 < owned.end; ++t) {
        if (!is_preposition(words_[t + 1])) continue;
        head = t;
        break;
    }
    const std::string& noun = words_[head];
    if (means_campaign(noun)) {
        if (kind == ActorKind::author) return std::nullopt;
        return actors_.add(actors_[owner].name + " campaign", ActorKind::organisation);
    }
    if (is_utterance_noun(noun) || is_document_noun(noun)) return owner;
    const bool people = is_source_noun(noun) || is_plural(noun) || is_role_noun(noun);
    if (!people || kind == ActorKind::author) return std::nullopt;
    if (actors_[owner].name.size() > longest_owner) return std::nullopt;
    const std::string ending = actors_[owner].name.ends_with("s") ? "' " : "'s ";
    const std::string name = actors_[owner].name + ending + words_.text(owned);
    if (is_source_noun(noun) || is_role_noun(noun)) {
        const bool body = kind != ActorKind::person && kind != ActorKind::anonymous;
        const std::string id = body || speaks_for(noun) ? actors_[owner].id : std::string();
        return actors_.add_unnamed(name, id, speaks_for(noun));
    }
    return actors_.add(name, ActorKind::group);
}

std::optional<std::size_t> Resolver::by_owner(const Phrase& phrase, Reporter reporter) {
    const TokenRange tokens = phrase.tokens;
    if (is(WordClass::possessive_pronoun, phrase.determiner) &&
        is(WordClass::possessive_pronoun, words_[tokens.first - 1])) {
        if (const auto named = by_aside(phrase)) return named;
        const Indices owners = resolve_pronoun(tokens.first - 1, reporter);
        return owners.size() == 1 ? of_owner(owners.front(), tokens) : std::nullopt;
    }
    if (tokens.size() == 1 && is(WordClass::possessive_pronoun, words_[tokens.first])) {
        const Indices owners = resolve_pronoun(tokens.first, reporter);
        return owners.size() == 1 ? std::optional(owners.front()) : std::nullopt;
    }
    const std::size_t apostrophe = possessive(words_, tokens, phrase.head);
    if (apostrophe < tokens.end) {
        const TokenRange owned{apostrophe + 1, tokens.end};
        if (words_.capitalised(phrase.head) || means_government(words_[phrase.head]) ||
            (means_body_again(words_[phrase.head]) && !means_campaign(words_[phrase.head]))) {
            return std::nullopt;
        }
        if (const auto named = by_aside(phrase)) return named;
        const TokenRange owner{tokens.first, apostrophe};
        if (const auto meant = body_meant(owner)) return of_owner(*meant, owned);
        if (!words_.capitalised(apostrophe - 1) && phrase.determiner != "the") return std::nullopt;
        return of_owner(resolve_single(owner, reporter), owned);
    }
    // "the Berg camp"
    if (means_campaign(words_[phrase.head]) && phrase.head > tokens.first) {
        const TokenRange owner{tokens.first, phrase.head};
        if (const NamedPerson* person = names_.person(words_.text(owner))) {
            return of_owner(add_person(*person), {phrase.head, tokens.end});
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> Resolver::by_document(const Phrase& phrase) {
    const TokenRange tokens = phrase.tokens;
    if (!is_document_noun(words_[phrase.head])) return std::nullopt;
    for (std::size_t t = phrase.head + 1; t + 1 < tokens.end; ++t) {
        if (words_[t] != "by" && words_[t] != "from") continue;
        TokenRange maker = noun_phrase_from(words_, t + 1, tokens.end);
        while (!maker.empty() && !words_.capitalised(maker.first)) ++maker.first;
        if (maker.empty()) break;
        return resolve_single(maker, std::nullopt);
    }
    for (std::size_t t = tokens.first; t < phrase.head; ++t) {
        if (!words_.capitalised(t)) continue;
        const TokenRange run{t, phrase.head};
        const auto match = registry_.at(words_, t, phrase.head);
        if (match && match->end == phrase.head && match->sense == NameSense::name &&
            match->entry->kind != ActorKind::state) {
            return actors_.add(*match->entry, registry_);
        }
        const auto kind = kind_of_body(words_[phrase.head - 1]);
        if (kind && words_.capitalised(phrase.head - 1))
            return actors_.add(words_.text(run), *kind);
        break;
    }
    return std::nullopt;
}

/// "A Coast Times/Harbour News poll": both. Empty where it is not of this form.
Resolver::Indices Resolver::joint_makers(TokenRange tokens) {
    const Phrase phrase = parsed(tokens);
    if (phrase.tokens.empty() || !is_document_noun(words_[phrase.head])) return {};
    std::size_t first = phrase.head;
    while (first > phrase.tokens.first && (words_.capitalised(first - 1) ||
                                           words_[first - 1] == "/" || words_[first - 1] == "-")) {
        --first;
    }
    Indices makers;
    for (std::size_t t = first; t < phrase.head;) {
        std::size_t stop = t;
        while (stop < phrase.head && words_[stop] != "/" && words_[stop] != "-") ++stop;
        const TokenRange part{t, stop};
        if (part.empty()) return {};
        const auto match = registry_.find(words_.text(part));
        const auto kind = kind_of_body(words_[stop - 1]);
        if (match && match->sense == NameSense::name) {
            makers.push_back(actors_.add(*match->entry, registry_));
        } else if (kind) {
            makers.push_back(actors_.add(words_.text(part), *kind));
        } else {
            return {};
        }
        t = stop + 1;
    }
    return makers;
}

}  // namespace demarche::actor
