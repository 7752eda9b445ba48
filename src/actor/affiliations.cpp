// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Ministries, parliaments, governments: which body of which state a phrase names.
//
// Example. In an article that names Poland most, "the Ministry of Culture" is the Polish one, "the
// Czech ministry of culture" the Czech one, and "the ministry", two paragraphs on, the one named
// last.

#include "actor/resolver.hpp"
#include "identity/identity.hpp"
#include "lexicon/bodies.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/nouns.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/word_pairs.hpp"

#include <algorithm>

namespace demarche::actor {
using namespace draft;
using namespace lexicon;
namespace {}  // namespace

void Resolver::find_sides_of_house() {
    for (std::size_t t = 1; t < words_.size(); ++t) {
        if (words_[t] == "party" && is(WordClass::side_of_a_house, words_[t - 1]))
            sides_of_house_.push_back(t);
    }
}

/// "The president" in the mouth of an official: the office-holder of the state that is named beside
/// it or else of the official's own. None where that state has no such office, or it is not clear
/// whose the official is.
std::optional<std::size_t> Resolver::office_of_state(const Phrase& phrase, Reporter reporter) {
    if (phrase.determiner != "the" || phrase.tokens.end != phrase.head + 1) return std::nullopt;
    const std::string& head = words_[phrase.head];
    const bool minister = head == "minister" && phrase.tokens.size() > 1;
    if (!minister && !is(WordClass::head_of_state, head)) return std::nullopt;
    const RegistryEntry* state = state_near(phrase.tokens);
    if (state == nullptr && reporter && draft_.statements[*reporter].roles.holders.size() == 1) {
        const Actor& side =
            actors_[actors_.side_of(draft_.statements[*reporter].roles.holders.front())];
        if (side.kind == ActorKind::state) state = registry_.entry(side.id);
    }
    const bool prime = minister && words_[phrase.tokens.first] == "prime";
    const auto office = office_named(prime ? "prime minister" : paired(WordPairs::office, head));
    if (state == nullptr || !office || !may_have(*state, *office)) return std::nullopt;
    actors_.add(*state, registry_);
    return actors_.add_unnamed(words_.text(phrase.tokens) + " (" + state->name + ")", state->key,
                               false);
}

/// The state that is named in the phrase, just before it, or after it ("in Warsaw").
const RegistryEntry* Resolver::state_near(TokenRange tokens) const {
    const Sentence& sentence = words_.sentence_at(tokens.first);
    if (const RegistryEntry* inside = names_.last_state(tokens.first, tokens.end)) return inside;
    const std::size_t before =
        tokens.first > sentence.first_token + 3 ? tokens.first - 3 : sentence.first_token;
    if (const RegistryEntry* beside = names_.last_state(before, tokens.first)) {
        // "told Poland the Ministry": a state that is no part of the phrase does not count.
        const std::string& link = words_[tokens.first - 1];
        if (link == "'s" || words_.capitalised(tokens.first - 1)) return beside;
    }
    if (tokens.end + 1 < sentence.end_token && words_[tokens.end] == "in") {
        if (const RegistryEntry* after = names_.last_state(tokens.end + 1, tokens.end + 3)) {
            return after;
        }
    }
    return nullptr;
}

std::optional<std::size_t> Resolver::body_in(TokenRange tokens) {
    if (const auto body = public_body(words_, tokens)) {
        // "State Department", "Foreign Office": a body of one state by its very name.
        if (const auto known = registry_.find(words_.text(body->tokens))) {
            const RegistryEntry* beside = state_near(tokens);
            if (beside == nullptr || known->entry->part_of.starts_with(beside->key)) {
                return actors_.add(*known->entry, registry_);
            }
        }
        const RegistryEntry* state = state_near(body->tokens);
        if (state == nullptr) state = state_near(tokens);
        if (state == nullptr) state = names_.home();
        // A ministry of nobody knows which state is another one in another article.
        if (state == nullptr) return actors_.add_scoped(body->name, body->kind);
        actors_.add(*state, registry_);
        const std::string key = state->key + "-" + identity::slug(body->name);
        if (const RegistryEntry* known = registry_.entry(key))
            return actors_.add(*known, registry_);
        return actors_.add(body->name + " (" + state->name + ")", body->kind, state->key, key);
    }
    for (std::size_t t = tokens.first; t < tokens.end; ++t) {
        if (const auto match = registry_.at(words_, t, tokens.end)) {
            // "of the Polish Farmers Union": the union, which is not Poland's.
            const std::size_t from = is_determiner(words_[t]) ? t + 1 : t;
            const std::size_t end = body_run_end(words_, from, tokens.end);
            const auto kind = kind_of_body(words_[end - 1]);
            if (match->sense == NameSense::demonym && end > match->end && kind) {
                return actors_.add(words_.text({from, end}), *kind);
            }
            return actors_.add(*match->entry, registry_);
        }
    }
    return std::nullopt;
}

/// "the ministry's spokesman", "a department official": the body of that kind named last before.
std::optional<std::size_t> Resolver::body_called(TokenRange tokens) {
    std::string noun;
    for (std::size_t t = tokens.first; t < tokens.end; ++t) {
        if (is_body_noun(words_[t])) noun = words_[t];
    }
    if (noun.empty()) return std::nullopt;
    const auto fits = [&noun](const PublicBody& body) {
        return folded(body.name).starts_with(noun);
    };
    const Sentence& own = words_.sentence_at(tokens.first);
    std::optional<PublicBody> last;
    const std::size_t end = std::min(own.end_token, tokens.first);
    for (const PublicBody& body : public_bodies_in({own.first_token, end})) {
        if (fits(body)) last = body;
    }
    if (last) return body_in(last->tokens);
    if (!public_bodies_) {
        public_bodies_.emplace();
        for (const Sentence& sentence : document_.sentences) {
            for (PublicBody& body : public_bodies_in({sentence.first_token, sentence.end_token})) {
                public_bodies_->push_back(std::move(body));
            }
        }
    }
    const auto [called, is_new] = bodies_called_.try_emplace(noun);
    for (std::size_t i = 0; is_new && i < public_bodies_->size(); ++i) {
        if (fits((*public_bodies_)[i])) called->second.push_back(i);
    }
    const auto next = std::partition_point(
        called->second.begin(), called->second.end(),
        [&](std::size_t i) { return (*public_bodies_)[i].tokens.first < own.first_token; });
    if (next == called->second.begin()) return std::nullopt;
    return body_in((*public_bodies_)[*std::prev(next)].tokens);
}

/// Public bodies one behind the other.
std::vector<PublicBody> Resolver::public_bodies_in(TokenRange tokens) const {
    std::vector<PublicBody> found;
    while (!tokens.empty()) {
        auto body = public_body(words_, tokens);
        if (!body) break;
        tokens.first = body->tokens.end;
        found.push_back(std::move(*body));
    }
    return found;
}

/// "(a spokesman) for the party", "the company's (spokesman)": the one of that kind named last
/// before. None where the article has named none.
std::optional<std::size_t> Resolver::body_meant(TokenRange tokens) {
    while (!tokens.empty() && (!words_.is_word(tokens.end - 1) || words_[tokens.end - 1] == "'s")) {
        --tokens.end;
    }
    while (!tokens.empty() &&
           (is_preposition(words_[tokens.first]) || is_determiner(words_[tokens.first]))) {
        ++tokens.first;
    }
    if (tokens.size() != 1 || !means_body_again(words_[tokens.first])) return std::nullopt;
    const std::string& noun = words_[tokens.first];
    const auto [meant, is_new] = bodies_meant_.try_emplace(noun);
    for (std::size_t i = 0; is_new && i < document_.names.size(); ++i) {
        if (may_be_meant(document_.names[i], noun)) meant->second.push_back(i);
    }
    const auto next = std::partition_point(
        meant->second.begin(), meant->second.end(),
        [&](std::size_t i) { return document_.names[i].end_token <= tokens.first; });
    if (next != meant->second.begin()) {
        const Name& name = document_.names[*std::prev(next)];
        const std::string text = words_.text({name.first_token, name.end_token});
        if (const auto known = registry_.find(text)) return actors_.add(*known->entry, registry_);
        return actors_.add(
            text, kind_of_body(words_[name.end_token - 1]).value_or(ActorKind::organisation));
    }
    if (noun != "party") return std::nullopt;
    // "Poland's main opposition party met. A spokesman for the party ..."
    const auto side =
        std::lower_bound(sides_of_house_.begin(), sides_of_house_.end(), tokens.first);
    if (side == sides_of_house_.begin()) return std::nullopt;
    const std::size_t party = *std::prev(side);
    const std::size_t first = words_.sentence_at(party).first_token;
    return by_side_of_house(parsed(noun_phrase_before(words_, first, party + 1)));
}

/// Whether "the party", "the company" may mean what is named there.
bool Resolver::may_be_meant(const Name& name, std::string_view noun) const {
    if (name.kind != NameKind::organisation) return false;
    const auto known = registry_.find(words_.text({name.first_token, name.end_token}));
    const std::string& last = words_[name.end_token - 1];
    const ActorKind kind =
        known ? known->entry->kind : kind_of_body(last).value_or(ActorKind::organisation);
    const bool company = noun == "company" || noun == "firm";
    const bool plain = !kind_of_body(last) && !known;
    return last == noun || (noun == "party" && kind == ActorKind::party) ||
           (company && (plain || kind == ActorKind::company)) ||
           (noun == "group" && kind == ActorKind::organisation);
}

std::optional<std::size_t> Resolver::by_public_body(const Phrase& phrase) {
    const auto body = public_body(words_, phrase.tokens);
    if (!body || body->tokens.end <= phrase.head) return std::nullopt;
    if (phrase.tokens.end > body->tokens.end) {
        const bool tail = is_preposition(words_[body->tokens.end]);
        if (!tail) return std::nullopt;
    }
    // "the Greek Ministry of Culture": nothing but the state may stand before it.
    for (std::size_t t = phrase.tokens.first; t < body->tokens.first; ++t) {
        if (!words_.capitalised(t) && words_[t] != "'s" && words_[t] != ".") return std::nullopt;
    }
    return body_in(phrase.tokens);
}

/// "the ruling party in Warsaw", "Poland's main opposition party": one a state.
std::optional<std::size_t> Resolver::by_side_of_house(const Phrase& phrase) {
    if (words_[phrase.head] != "party") return std::nullopt;
    std::size_t first = phrase.head;
    while (first > phrase.tokens.first &&
           (is(WordClass::side_of_a_house, words_[first - 1]) || words_[first - 1] == "main")) {
        --first;
    }
    if (first == phrase.head) return std::nullopt;
    const RegistryEntry* state = names_.last_state(phrase.tokens.first, phrase.tokens.end);
    if (state == nullptr) state = state_near(phrase.tokens);
    if (state == nullptr) state = names_.home();
    if (state == nullptr) return std::nullopt;
    actors_.add(*state, registry_);
    const std::string name = words_.text({first, phrase.head + 1}) + " (" + state->name + ")";
    return actors_.add(folded(name.substr(0, 1)) + name.substr(1), ActorKind::party, state->key);
}

std::optional<std::size_t> Resolver::by_government(const Phrase& phrase, Reporter reporter) {
    if (!means_government(words_[phrase.head])) return std::nullopt;
    if (const RegistryEntry* state = names_.last_state(phrase.tokens.first, phrase.tokens.end)) {
        return actors_.add(*state, registry_);
    }
    if (phrase.tokens.size() > 1) {
        if (const RegistryEntry* near = state_near(phrase.tokens)) {
            return actors_.add(*near, registry_);
        }
        return std::nullopt;
    }
    if (reporter) {
        for (const std::size_t holder : draft_.statements[*reporter].roles.holders) {
            const std::size_t side = actors_.side_of(holder);
            if (actors_[side].kind == ActorKind::state) return side;
        }
    }
    const RegistryEntry* state = state_near(phrase.tokens);
    // "Poland's opposition criticised the government": the state that the sentence named.
    if (state == nullptr) {
        state = names_.last_state(words_.sentence_at(phrase.tokens.first).first_token,
                                  phrase.tokens.first);
    }
    if (state == nullptr) state = names_.home();
    if (state == nullptr) return std::nullopt;
    return actors_.add(*state, registry_);
}

std::optional<std::size_t> Resolver::by_body_again(const Phrase& phrase) {
    const std::string& head = words_[phrase.head];
    const bool definite = phrase.determiner == "the" || phrase.determiner == "this";
    if (!definite || phrase.tokens.size() != 1) return std::nullopt;
    // As many as a long article has; in a longer one what is said so far back is out of view.
    constexpr std::size_t mentions_in_view = 1000;
    const auto end = mentions_.rbegin() +
                     static_cast<std::ptrdiff_t>(std::min(mentions_.size(), mentions_in_view));
    if (is_document_noun(head)) {
        for (auto mention = mentions_.rbegin(); mention != end; ++mention) {
            if (mention->token < phrase.tokens.first && mention->head == head)
                return mention->actor;
        }
        return std::nullopt;
    }
    if (!means_body_again(head)) return std::nullopt;
    for (auto mention = mentions_.rbegin(); mention != end; ++mention) {
        if (mention->token >= phrase.tokens.first) continue;
        const std::string name = folded(actors_[mention->actor].name);
        const bool country = head == "country" || head == "nation";
        if (name.find(head) != std::string::npos ||
            (country && actors_[mention->actor].kind == ActorKind::state)) {
            return mention->actor;
        }
    }
    const auto last = body_before(phrase.tokens.first);
    return last && may_be_called(actors_[*last].kind, head) ? last : std::nullopt;
}

}  // namespace demarche::actor
