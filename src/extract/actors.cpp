// Who it is: from a phrase of the text to an actor.
//
// In this order: a pronoun means its antecedent; coordinated phrases are several; the registry;
// "the Greek government" is Greece; a ministry by pattern, with the state named beside it or else
// the article's; a person by full name or by a surname the article gives in full elsewhere; an
// unnamed source ("a senior official"), new each time but for "the official", "the same source"; a
// description ("the president") by the roles names were given; what is left is a group by its own
// words.
//
// Example. "Another source in the Ministry of Interior" is a new unnamed source, part of
// that ministry, which is part of the state that the article names most; "the same source", two
// sentences on, is this one again; "We" in what it says is the state.

#include "extract/bodies.hpp"
#include "extract/cast.hpp"
#include "extract/extract.hpp"
#include "extract/names.hpp"
#include "extract/nouns.hpp"
#include "extract/patterns.hpp"
#include "extract/phrases.hpp"
#include "extract/registry.hpp"
#include "extract/words.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::extract {
namespace {

struct Mention {
    std::size_t token = 0;
    std::size_t actor = 0;
    std::string head;
};

/// A phrase taken apart.
struct Phrase {
    TokenRange tokens;  ///< without determiner
    std::string determiner;
    std::size_t head = 0;  ///< token of its main noun
};

class Resolver {
public:
    Resolver(const Document& document, const std::vector<Attribution>& attributions)
        : document_(document),
          attributions_(attributions),
          words_(document),
          registry_(ActorRegistry::built_in()),
          names_(words_, registry_),
          actors_(document.id) {}

    Cast resolve();

private:
    using Indices = std::vector<std::size_t>;

    Indices holders_of(std::size_t attribution);
    Indices resolve_phrase(TokenRange phrase, std::optional<std::size_t> reporter);
    Indices resolve_pronoun(std::size_t token, std::optional<std::size_t> reporter);
    std::size_t resolve_single(TokenRange tokens, std::optional<std::size_t> reporter);

    std::optional<std::size_t> by_registry(const Phrase& phrase);
    std::optional<std::size_t> by_government(const Phrase& phrase,
                                             std::optional<std::size_t> reporter);
    std::optional<std::size_t> by_unnamed(const Phrase& phrase,
                                          std::optional<std::size_t> reporter);
    std::optional<std::size_t> by_public_body(const Phrase& phrase);
    std::optional<std::size_t> by_name(const Phrase& phrase);
    std::optional<std::size_t> by_description(const Phrase& phrase);
    std::optional<std::size_t> body_in(TokenRange tokens);
    std::size_t by_words(const Phrase& phrase);

    Phrase parsed(TokenRange tokens) const;
    std::string unnamed_name(TokenRange tokens, std::optional<std::size_t> body) const;
    const RegistryEntry* state_near(TokenRange tokens) const;
    std::optional<std::size_t> last_mention(std::size_t token, std::string_view head) const;
    std::optional<std::size_t> addressee_of(std::size_t attribution);
    std::optional<std::size_t> target_of(std::size_t attribution);
    std::optional<std::size_t> named_object(TokenRange phrase);

    const Document& document_;
    const std::vector<Attribution>& attributions_;
    Words words_;
    const ActorRegistry& registry_;
    NamesInText names_;
    ActorList actors_;
    std::vector<Cast::Roles> roles_;
    std::vector<Mention> mentions_;  ///< of sources, as resolved
};

// ---- pieces of a phrase

Phrase Resolver::parsed(TokenRange tokens) const {
    Phrase phrase;
    while (!tokens.empty() && (!words_.is_word(tokens.first) || is_preposition(words_[tokens.first]))) {
        ++tokens.first;
    }
    for (std::size_t t = tokens.first; t < tokens.end; ++t) {
        const bool relative = words_[t] == "who" || words_[t] == "which" || words_[t] == "whose";
        const bool aside = words_[t] == "," && t > tokens.first;
        if (relative || aside) tokens.end = t;
    }
    while (!tokens.empty() && (!words_.is_word(tokens.end - 1) || words_[tokens.end - 1] == "'s")) {
        --tokens.end;
    }
    while (tokens.size() > 1 && (is_determiner(words_[tokens.first]) ||
                                 words_[tokens.first] == "same" || words_[tokens.first] == "other")) {
        const bool counts = words_[tokens.first] == "many" || words_[tokens.first] == "most" ||
                            words_[tokens.first] == "some" || words_[tokens.first] == "several";
        if (counts) break;
        if (phrase.determiner.empty() || words_[tokens.first] == "same") {
            phrase.determiner = words_[tokens.first];
        }
        ++tokens.first;
    }
    phrase.tokens = tokens;
    phrase.head = tokens.empty() ? tokens.first : tokens.end - 1;
    for (std::size_t t = tokens.first; t + 1 < tokens.end; ++t) {
        const std::string& next = words_[t + 1];
        const bool border = is_preposition(next) || next == "familiar" || next == "close";
        if (!border || next == "-" ) continue;
        phrase.head = t;
        break;
    }
    return phrase;
}

/// The state that is named in the phrase, just before it, or after it ("in Warsaw").
const RegistryEntry* Resolver::state_near(TokenRange tokens) const {
    const Sentence& sentence = words_.sentence_at(tokens.first);
    if (const RegistryEntry* inside = names_.last_state(tokens.first, tokens.end)) return inside;
    const std::size_t before = tokens.first > sentence.first_token + 3 ? tokens.first - 3
                                                                      : sentence.first_token;
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

std::optional<std::size_t> Resolver::last_mention(std::size_t token, std::string_view head) const {
    std::optional<std::size_t> found;
    std::size_t latest = 0;
    for (const Mention& mention : mentions_) {
        if (mention.token >= token || mention.token < latest) continue;
        if (actors_[mention.actor].kind != ActorKind::anonymous) continue;
        if (!head.empty() && mention.head != head) continue;
        latest = mention.token;
        found = mention.actor;
    }
    return found;
}

// ---- one kind of phrase each

std::optional<std::size_t> Resolver::by_registry(const Phrase& phrase) {
    const auto match = registry_.find(words_.text(phrase.tokens));
    if (!match) return std::nullopt;
    if (match->sense != NameSense::demonym) return actors_.add(*match->entry, registry_);
    const std::string people = words_.text(phrase.tokens);
    return actors_.add(is_plural(folded(people)) ? people : people + " people", ActorKind::group);
}

std::optional<std::size_t> Resolver::by_government(const Phrase& phrase,
                                                   std::optional<std::size_t> reporter) {
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
        for (const std::size_t holder : roles_[*reporter].holders) {
            const std::size_t side = actors_.side_of(holder);
            if (actors_[side].kind == ActorKind::state) return side;
        }
    }
    const RegistryEntry* state = state_near(phrase.tokens);
    if (state == nullptr) state = names_.home();
    if (state == nullptr) return std::nullopt;
    return actors_.add(*state, registry_);
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
        if (state == nullptr) return actors_.add(body->name, body->kind);
        actors_.add(*state, registry_);
        const std::string key = state->key + "-" + identity::slug(body->name);
        if (const RegistryEntry* known = registry_.entry(key)) return actors_.add(*known, registry_);
        return actors_.add(body->name + " (" + state->name + ")", body->kind, state->key, key);
    }
    for (std::size_t t = tokens.first; t < tokens.end; ++t) {
        if (const auto match = registry_.at(words_, t, tokens.end)) {
            return actors_.add(*match->entry, registry_);
        }
    }
    return std::nullopt;
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

std::string Resolver::unnamed_name(TokenRange tokens, std::optional<std::size_t> body) const {
    std::string name = words_.text(tokens);
    if (!name.empty() && words_.starts_sentence(tokens.first) &&
        !registry_.at(words_, tokens.first, tokens.end)) {
        name = folded(name.substr(0, 1)) + name.substr(1);
    }
    if (!body) return name;
    const auto found = public_body(words_, tokens);
    if (!found) return name;
    const std::string words = words_.text(found->tokens);
    const std::size_t at = name.find(words);
    if (at != std::string::npos) name.replace(at, words.size(), actors_[*body].name);
    return name;
}

std::optional<std::size_t> Resolver::by_unnamed(const Phrase& phrase,
                                                std::optional<std::size_t> reporter) {
    const std::string& head = words_[phrase.head];
    if (!is_source_noun(head)) return std::nullopt;
    const std::string& determiner = phrase.determiner;
    const bool definite = determiner == "the" || determiner == "this" || determiner == "that" ||
                          determiner == "same";
    const bool bare = phrase.tokens.size() == 1;
    if (definite && (bare || determiner == "same" || phrase.tokens.end == phrase.head + 1)) {
        if (const auto same = last_mention(phrase.tokens.first, head)) return same;
        if (const auto person = by_description(phrase)) return person;
        if (head == "official" || head == "source" || head == "diplomat" || head == "aide") {
            if (bare) {
                if (const auto any = last_mention(phrase.tokens.first, {})) return any;
            }
        }
    }
    std::optional<std::size_t> body;
    const TokenRange before{phrase.tokens.first, phrase.head};
    const TokenRange after{phrase.head + 1, phrase.tokens.end};
    if (!after.empty()) body = body_in(after);
    if (!body && !before.empty()) body = body_in(before);
    if (is_plural(head) && !body && bare && determiner.empty() && reporter) return std::nullopt;
    const std::size_t actor = actors_.add_unnamed(unnamed_name(phrase.tokens, body),
                                                  body ? actors_[*body].id : std::string(),
                                                  speaks_for(head));
    return actor;
}

std::optional<std::size_t> Resolver::by_name(const Phrase& phrase) {
    // The name is the last run of capitals before the first "of", "in", "for" of the phrase.
    std::size_t first = phrase.head + 1;
    while (first > phrase.tokens.first && (words_.capitalised(first - 1) ||
                                           words_[first - 1] == "-" || words_[first - 1] == "." ||
                                           words_[first - 1] == "'s")) {
        --first;
    }
    while (first <= phrase.head && !words_.capitalised(first)) ++first;
    if (first > phrase.head) return std::nullopt;
    TokenRange run{first, std::max(phrase.head + 1, name_run_end(words_, first, phrase.tokens.end))};
    const TokenRange bare = without_titles(words_, run);
    const std::string text = words_.text(bare);
    const std::string& last = words_[bare.end - 1];
    if (const auto match = registry_.find(text); match && match->sense != NameSense::demonym) {
        return actors_.add(*match->entry, registry_);
    }
    if (const std::string long_form = names_.meaning_of(text); !long_form.empty()) {
        if (const auto match = registry_.find(long_form)) return actors_.add(*match->entry, registry_);
        return actors_.add(long_form, ActorKind::organisation);
    }
    if (const auto kind = kind_of_body(last)) {
        return actors_.add(words_.text(run), *kind);
    }
    if (const NamedPerson* person = names_.person(text)) {
        return actors_.add(person->name, ActorKind::person);
    }
    if (is_plural(last) && bare.size() == 1 && !words_.capitalised(bare.first)) return std::nullopt;
    const bool titled = bare.first > run.first || bare.first > phrase.tokens.first;
    if (is_full_name(words_, bare) || titled) {
        if (!is_role_noun(last)) return actors_.add(text, ActorKind::person);
        return std::nullopt;
    }
    if (is_plural(last)) return actors_.add(text, ActorKind::group);
    if (is_role_noun(last)) return std::nullopt;
    return actors_.add(text, ActorKind::person);
}

std::optional<std::size_t> Resolver::by_description(const Phrase& phrase) {
    std::vector<std::string> roles;
    for (std::size_t t = phrase.tokens.first; t <= phrase.head; ++t) {
        if (is_role_noun(words_[t]) || (is_title(words_[t]) && t < phrase.head)) {
            roles.push_back(words_[t]);
        }
    }
    const bool role = is_role_noun(words_[phrase.head]);
    if (role && !roles.empty() && phrase.determiner != "a" && phrase.determiner != "an" &&
        phrase.determiner != "another") {
        if (const NamedPerson* person = names_.person_with_roles(roles, phrase.tokens.first)) {
            return actors_.add(person->name, ActorKind::person);
        }
    }
    if (role && !is_plural(words_[phrase.head])) {
        const auto body = body_in(phrase.tokens);
        if (const auto same = last_mention(phrase.tokens.first, words_[phrase.head])) return same;
        return actors_.add_unnamed(unnamed_name(phrase.tokens, body),
                                   body ? actors_[*body].id : std::string(), false);
    }
    const bool definite = phrase.determiner == "the" || phrase.determiner == "this";
    if (!definite || phrase.tokens.size() != 1 || !means_body_again(words_[phrase.head])) {
        return std::nullopt;
    }
    for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
        if (mention->token >= phrase.tokens.first) continue;
        const std::string name = folded(actors_[mention->actor].name);
        const bool country = words_[phrase.head] == "country" || words_[phrase.head] == "nation";
        if (name.find(words_[phrase.head]) != std::string::npos ||
            (country && actors_[mention->actor].kind == ActorKind::state)) {
            return mention->actor;
        }
    }
    return std::nullopt;
}

std::size_t Resolver::by_words(const Phrase& phrase) {
    std::string name = unnamed_name(phrase.tokens, std::nullopt);
    const std::string& head = words_[phrase.head];
    ActorKind kind = ActorKind::group;
    if (is_document_noun(head)) kind = ActorKind::document;
    if (head == "public") kind = ActorKind::public_;
    if (const auto body = kind_of_body(head)) kind = *body;
    return actors_.add(name, kind);
}

// ---- phrases

std::size_t Resolver::resolve_single(TokenRange tokens, std::optional<std::size_t> reporter) {
    const Phrase phrase = parsed(tokens);
    if (phrase.tokens.empty()) return actors_.unknown();
    // "his campaign", "her spokesman": the owner's.
    const bool owned = phrase.determiner == "his" || phrase.determiner == "her" ||
                       phrase.determiner == "their" || phrase.determiner == "its";
    if (owned && kind_of_body(words_[phrase.head])) {
        const std::size_t pronoun = phrase.tokens.first - 1;
        const Indices owners = resolve_pronoun(pronoun, reporter);
        if (!owners.empty() && actors_[owners.front()].kind != ActorKind::unknown) {
            return actors_.add(actors_[owners.front()].name + " " + words_.text(phrase.tokens),
                               ActorKind::organisation);
        }
    }
    if (const auto found = by_registry(phrase)) return *found;
    if (const auto found = by_government(phrase, reporter)) return *found;
    if (const auto found = by_public_body(phrase)) return *found;
    if (words_.capitalised(phrase.head) && !is_source_noun(words_[phrase.head])) {
        if (const auto found = by_name(phrase)) return *found;
    }
    if (const auto found = by_unnamed(phrase, reporter)) return *found;
    if (const auto found = by_description(phrase)) return *found;
    if (words_[phrase.head] == "campaign" && phrase.tokens.size() > 1) {
        const TokenRange owner{phrase.tokens.first, phrase.head};
        if (const NamedPerson* person = names_.person(words_.text(owner))) {
            return actors_.add(person->name + " campaign", ActorKind::organisation);
        }
    }
    return by_words(phrase);
}

Resolver::Indices Resolver::resolve_pronoun(std::size_t token,
                                            std::optional<std::size_t> reporter) {
    const std::string& word = words_[token];
    const Sentence& sentence = words_.sentence_at(token);
    if (word == "i" || word == "my" || word == "me") {
        return reporter ? roles_[*reporter].holders : Indices{actors_.author()};
    }
    if (word == "we" || word == "our") {
        if (!reporter) return {actors_.author()};
        Indices sides;
        for (const std::size_t holder : roles_[*reporter].holders) {
            sides.push_back(actors_.side_of(holder));
        }
        return sides;
    }
    if (word == "who" || word == "which" || word == "that") {
        std::size_t end = token;
        while (end > sentence.first_token && words_[end - 1] == ",") --end;
        const TokenRange phrase = noun_phrase_before(words_, sentence.first_token, end);
        if (!phrase.empty()) return resolve_phrase(phrase, reporter);
        return {actors_.unknown()};
    }
    const bool person = word == "he" || word == "she" || word == "his" || word == "her" ||
                        word == "him";
    const auto fits = [&](std::size_t actor) {
        const ActorKind kind = actors_[actor].kind;
        const bool human = kind == ActorKind::person || kind == ActorKind::anonymous;
        return person ? human : !human && kind != ActorKind::unknown && kind != ActorKind::author;
    };
    if (reporter) {
        const Indices& holders = roles_[*reporter].holders;
        if (!holders.empty() && fits(holders.front())) return holders;
    }
    const Mention* last = nullptr;
    for (const Mention& mention : mentions_) {
        if (mention.token >= token || !fits(mention.actor)) continue;
        if (last == nullptr || mention.token > last->token) last = &mention;
    }
    if (person) {
        const std::size_t from = last == nullptr ? 0 : last->token;
        const std::size_t begin = std::max(from, sentence.first_token);
        const NamedPerson* named = names_.last_person(begin, token);
        if (named == nullptr && last == nullptr) named = names_.last_person(0, token);
        if (named != nullptr) return {actors_.add(named->name, ActorKind::person)};
    }
    if (last != nullptr) return {last->actor};
    return {actors_.unknown()};
}

Resolver::Indices Resolver::resolve_phrase(TokenRange phrase,
                                           std::optional<std::size_t> reporter) {
    while (!phrase.empty() && !words_.is_word(phrase.first)) ++phrase.first;
    if (phrase.empty()) return {actors_.unknown()};
    if (phrase.size() == 1 && (is_pronoun_at(words_, phrase.first) || words_[phrase.first] == "that")) {
        return resolve_pronoun(phrase.first, reporter);
    }
    const bool whole = registry_.find(words_.text(phrase)).has_value();
    const auto body = public_body(words_, phrase);
    if (!whole) {
        for (std::size_t t = phrase.first + 1; t + 1 < phrase.end; ++t) {
            if (words_[t] == "who" || words_[t] == "which") break;
            if (words_[t] != "and") continue;
            if (body && body->tokens.first < t && t < body->tokens.end) continue;
            const bool names = words_.capitalised(t - 1) || is_plural(words_[t - 1]);
            if (!names) continue;
            Indices both = resolve_phrase({phrase.first, t}, reporter);
            for (const std::size_t other : resolve_phrase({t + 1, phrase.end}, reporter)) {
                if (std::find(both.begin(), both.end(), other) == both.end()) both.push_back(other);
            }
            return both;
        }
    }
    return {resolve_single(phrase, reporter)};
}

// ---- roles

Resolver::Indices Resolver::holders_of(std::size_t index) {
    const Attribution& attribution = attributions_[index];
    const std::vector<TokenRange> sources = ranges(words_, attribution.source);
    if (sources.empty()) {
        const std::vector<TokenRange> cue = ranges(words_, attribution.cue);
        bool own = false;
        for (const TokenRange range : cue) {
            for (std::size_t t = range.first; t < range.end; ++t) {
                own = own || words_[t] == "unclear" || words_[t] == "uncertain";
            }
        }
        return {own ? actors_.author() : actors_.unknown()};
    }
    Indices holders;
    for (const TokenRange source : sources) {
        for (const std::size_t actor : resolve_phrase(source, attribution.reported_by)) {
            if (std::find(holders.begin(), holders.end(), actor) == holders.end()) {
                holders.push_back(actor);
            }
        }
        if (holders.size() == 1 && !is_pronoun_at(words_, source.first)) {
            const Phrase phrase = parsed(source);
            mentions_.push_back({source.first, holders.front(), words_[phrase.head]});
            actors_.add_alias(holders.front(), words_.text(phrase.tokens));
        } else {
            for (const std::size_t holder : holders) mentions_.push_back({source.first, holder, {}});
        }
        break;
    }
    return holders;
}

std::optional<std::size_t> Resolver::named_object(TokenRange phrase) {
    if (phrase.empty()) return std::nullopt;
    const Indices found = resolve_phrase(phrase, std::nullopt);
    if (found.empty() || actors_[found.front()].kind == ActorKind::unknown) return std::nullopt;
    return found.front();
}

std::optional<std::size_t> Resolver::addressee_of(std::size_t index) {
    const Attribution& attribution = attributions_[index];
    for (const TokenRange group : ranges(words_, attribution.cue)) {
        const Sentence& sentence = words_.sentence_at(group.first);
        for (std::size_t t = group.first; t < group.end; ++t) {
            const auto match = CueLexicon::built_in().at(words_, t);
            if (!match || match->tokens.end < group.end) continue;
            std::size_t at = std::max(group.end, match->tokens.end);
            const bool to = at < sentence.end_token && words_[at] == "to" &&
                            match->cue->clause && !match->cue->infinitive;
            if (!match->cue->addressee && !to) return std::nullopt;
            if (to && !match->cue->addressee) ++at;
            if (at >= sentence.end_token || words_.is_quote(at) || !words_.is_word(at)) {
                return std::nullopt;
            }
            const std::string& word = words_[at];
            if (word == "that" || is_preposition(word) || is_time_word(word) || is_adverb(word)) {
                return std::nullopt;
            }
            const TokenRange told = noun_phrase_from(words_, at, sentence.end_token);
            if (told.empty() || told.size() > 7) return std::nullopt;
            return named_object(told);
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> Resolver::target_of(std::size_t index) {
    const Attribution& attribution = attributions_[index];
    if (const auto deferred = for_somebody_to_decide(words_, attribution.content)) {
        if (!deferred->negated) return named_object(deferred->who);
    }
    const std::vector<TokenRange> cue = ranges(words_, attribution.cue);
    const std::vector<TokenRange> content = ranges(words_, attribution.content);
    if (cue.empty() || content.empty()) return std::nullopt;
    const auto match = CueLexicon::built_in().at(words_, cue.front().end - 1);
    const auto first = CueLexicon::built_in().at(words_, cue.front().first);
    const bool toward = (match && match->cue->target) || (first && first->cue->target);
    if (!toward) return std::nullopt;
    const std::size_t at = content.front().first;
    if (!words_.is_word(at) || is_preposition(words_[at])) return std::nullopt;
    TokenRange object = noun_phrase_from(words_, at, content.front().end);
    for (std::size_t t = object.first; t < object.end; ++t) {
        if (words_[t] == "'s") object.end = t;
    }
    return named_object(object);
}

Cast Resolver::resolve() {
    roles_.resize(attributions_.size());
    std::vector<std::size_t> depth(attributions_.size());
    std::size_t deepest = 0;
    for (std::size_t i = 0; i < attributions_.size(); ++i) {
        auto at = attributions_[i].reported_by;
        while (at && depth[i] <= attributions_.size()) {
            ++depth[i];
            at = attributions_[*at].reported_by;
        }
        deepest = std::max(deepest, depth[i]);
    }
    for (std::size_t level = 0; level <= deepest; ++level) {
        for (std::size_t i = 0; i < attributions_.size(); ++i) {
            if (depth[i] != level) continue;
            roles_[i].holders = holders_of(i);
            roles_[i].addressee = addressee_of(i);
            roles_[i].target = target_of(i);
        }
    }
    return {actors_.take(), std::move(roles_)};
}

}  // namespace

Cast resolve_actors(const Document& document, const std::vector<Attribution>& attributions) {
    return Resolver(document, attributions).resolve();
}

}  // namespace demarche::extract
