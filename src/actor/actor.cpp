// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Who it is: from a phrase of the text to an actor.
//
// In this order: a pronoun means its antecedent (coreference.cpp); coordinated phrases are several;
// "his plan" is he (possessives.cpp); the registry; "the Greek government" is Greece; a ministry by
// pattern, with the state named beside it or else the article's; a person by full name, or by a
// surname the article gives in full elsewhere; a name behind a comma ("the owner, Anna Berg,"); an
// unnamed source ("a senior official"), new each time but for "the official", "the same source"; a
// role ("the president") by the roles that names were given; what is left is a group by its own
// words.
//
// Example. "Another source in the Ministry of Interior" is a new unnamed source, part of
// that ministry, which is part of the state that the article names most; "the same source", two
// sentences on, is this one again; "We" in what it says is the state.
//
// Limits: what no phrase of the article says ("the president" where he was never introduced) stays
// a role; a head noun is found by the words around it, not by the tree, which errs more in names.

#include "actor/actor.hpp"

#include "actor/resolver.hpp"
#include "identity/identity.hpp"
#include "lexicon/bodies.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/nouns.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>
#include <utility>

namespace demarche::actor {
using namespace draft;
using namespace lexicon;
namespace {

/// Whether the word at `token` stands for some people of a whole: "some in Congress", "many of
/// them".
bool counts_people(const Words& words, std::size_t token, std::size_t end) {
    const std::string& word = words[token];
    return (is(WordClass::quantity, word) || is(WordClass::count_of_people, word)) &&
           token + 1 < end && is(WordClass::preposition_of_place, words[token + 1]);
}

/// Whether the phrase names whose it is: "Poland's allies".
bool possessed(const Words& words, TokenRange tokens) {
    for (std::size_t t = tokens.first; t < tokens.end; ++t) {
        if (words[t] == "'s") return true;
    }
    return false;
}

bool is_link(std::string_view word) {
    return word == "who" || word == "which" || word == "whose";
}

bool is_number(std::string_view word) {
    return !word.empty() && (word[0] >= '0' && word[0] <= '9');
}

}  // namespace

Resolver::Resolver(Draft& draft)
    : draft_(draft),
      document_(draft.document),
      words_(draft.words),
      registry_(draft.registry()),
      names_(draft.names),
      actors_(document_.id),
      quoted_(document_.tokens.size()) {
    for (const Quotation& quotation : document_.quotations) {
        const TokenRange inner = words_.range(quotation.inner);
        for (std::size_t t = inner.first; t < inner.end; ++t) quoted_[t] = true;
    }
    find_subjects();
    find_sides_of_house();
    for (const StatementDraft& each : draft.statements) {
        const Spans& source = each.attribution.source;
        source_at_.push_back(source.empty() ? 0 : words_.range(source.front()).first);
    }
}

// ---- pieces of a phrase

Phrase Resolver::parsed(TokenRange tokens) const {
    Phrase phrase;
    while (!tokens.empty() &&
           (!words_.is_word(tokens.first) || is_preposition(words_[tokens.first]))) {
        ++tokens.first;
    }
    const std::size_t whole = tokens.end;
    for (std::size_t t = tokens.first + 1; t < tokens.end; ++t) {
        const bool dash = is(WordClass::dash, words_[t]) && !words_.joined(t);
        if (is_link(words_[t]) || words_[t] == "," || words_[t] == "(" || dash) tokens.end = t;
    }
    if (tokens.end < whole &&
        (words_[tokens.end] == "," || is(WordClass::dash, words_[tokens.end]))) {
        phrase.aside = {tokens.end + 1, whole};
        for (std::size_t t = phrase.aside.first; t < phrase.aside.end; ++t) {
            if (is_link(words_[t]) || words_[t] == "(") phrase.aside.end = t;
        }
    }
    while (!tokens.empty() && (!words_.is_word(tokens.end - 1) || words_[tokens.end - 1] == "'s" ||
                               is(WordClass::reflexive_pronoun, words_[tokens.end - 1]))) {
        --tokens.end;
    }
    while (tokens.size() > 1 &&
           (is_determiner(words_[tokens.first]) || words_[tokens.first] == "same" ||
            words_[tokens.first] == "other")) {
        const std::string& word = words_[tokens.first];
        if (word == "most" || word == "all" || word == "no" ||
            counts_people(words_, tokens.first, tokens.end) ||
            (is(WordClass::quantity, word) && words_[tokens.first + 1] == "of")) {
            break;
        }
        if (phrase.determiner.empty() || word == "same") phrase.determiner = word;
        ++tokens.first;
    }
    phrase.tokens = tokens;
    phrase.head = tokens.empty() ? tokens.first : tokens.end - 1;
    for (std::size_t t = tokens.first; t + 1 < tokens.end; ++t) {
        const std::string& next = words_[t + 1];
        const bool border = is_preposition(next) || is(WordClass::behind_a_noun, next);
        if (!border || next == "-") continue;
        phrase.head = t;
        break;
    }
    return phrase;
}

// ---- one kind of phrase each

std::optional<std::size_t> Resolver::by_registry(const Phrase& phrase) {
    const auto match = registry_.find(words_.text(phrase.tokens));
    if (!match) return std::nullopt;
    if (match->sense != NameSense::demonym) return actors_.add(*match->entry, registry_);
    if (match->entry->kind != ActorKind::state) {
        // "Republicans" are not their party. One "Republican" is somebody.
        if (!is_plural(words_[phrase.head])) return std::nullopt;
        if (is(WordClass::quantity, phrase.determiner)) {
            return actors_.add_scoped(phrase.determiner + " " + words_.text(phrase.tokens),
                                      ActorKind::group);
        }
        const std::size_t whole = actors_.add(*match->entry, registry_);
        return actors_.add(words_.text(phrase.tokens), ActorKind::group, actors_[whole].id);
    }
    const std::string people = words_.text(phrase.tokens);
    // "Some Poles" are not the Poles.
    if (is(WordClass::quantity, phrase.determiner)) {
        return actors_.add_scoped(phrase.determiner + " " + people, ActorKind::group);
    }
    return actors_.add(is_plural(folded(people)) ? people : people + " people", ActorKind::group);
}

std::string Resolver::unnamed_name(TokenRange tokens, std::optional<std::size_t> body) const {
    std::string name = words_.text(tokens);
    if (!name.empty() && words_.starts_sentence(tokens.first) &&
        document_.tokens[tokens.first].upos != "PROPN" &&
        !registry_.at(words_, tokens.first, tokens.end)) {
        name = folded(name.substr(0, 1)) + name.substr(1);
    }
    if (!body) return name;
    const auto found = public_body(words_, tokens);
    std::string words = found ? words_.text(found->tokens) : std::string();
    // "the Polish Ministry of Culture": its full name says which state's.
    for (std::size_t t = tokens.first; found && t < found->tokens.first; ++t) {
        const auto state = registry_.at(words_, t, found->tokens.first);
        if (!state) continue;
        const std::size_t behind = state->end + (words_[state->end] == "'s" ? 1U : 0U);
        if (behind == found->tokens.first) words = words_.text({t, found->tokens.end});
    }
    for (std::size_t t = tokens.first; t < tokens.end && words.empty(); ++t) {
        if (is_body_noun(words_[t])) words = words_.form(t);
        const bool again = words.empty() && means_body_again(words_[t]) && !words_.capitalised(t);
        if (!again || t == tokens.first || words_[t - 1] != "the") continue;
        const char opening = actors_[*body].name.front();
        const bool common = opening >= 'a' && opening <= 'z';  // keeps its "the"
        words = words_.text({common ? t : t - 1, t + 1});
    }
    if (words.empty()) return name;
    const std::size_t at = name.find(words);
    if (at != std::string::npos) name.replace(at, words.size(), actors_[*body].name);
    return name;
}

std::optional<std::size_t> Resolver::by_unnamed(const Phrase& phrase, Reporter reporter) {
    const std::string& head = words_[phrase.head];
    if (!is_source_noun(head)) return std::nullopt;
    const std::string& determiner = phrase.determiner;
    const bool definite = is(WordClass::definite_determiner, determiner);
    const bool bare = phrase.tokens.size() == 1;
    if (definite && (bare || determiner == "same" || phrase.tokens.end == phrase.head + 1)) {
        if (const auto same = last_mention(phrase.tokens.first, head)) return same;
        if (const auto person = by_role(phrase, reporter)) return person;
        if (bare && is(WordClass::bare_source_noun, head)) {
            if (const auto any = last_mention(phrase.tokens.first, {})) return any;
        }
    }
    std::optional<std::size_t> body;
    const TokenRange before{phrase.tokens.first, phrase.head};
    const TokenRange after{phrase.head + 1, phrase.tokens.end};
    if (!after.empty()) body = body_in(after);
    if (!body && !before.empty()) body = body_in(before);
    if (!body) body = body_called(phrase.tokens);
    if (!body && !after.empty()) body = body_meant(after);
    if (!body && !before.empty()) body = body_meant(before);
    if (is_plural(head) && !body && bare && determiner.empty() && reporter) return std::nullopt;
    const std::size_t actor =
        actors_.add_unnamed(unnamed_name(phrase.tokens, body),
                            body ? actors_[*body].id : std::string(), speaks_for(head));
    return actor;
}

std::optional<std::size_t> Resolver::by_name(const Phrase& phrase) {
    // The name is the last run of capitals before the first "of", "in", "for" of the phrase.
    std::size_t first = phrase.head + 1;
    while (first > phrase.tokens.first &&
           (words_.capitalised(first - 1) || words_[first - 1] == "-" || words_[first - 1] == "." ||
            words_[first - 1] == "'s")) {
        --first;
    }
    while (first <= phrase.head && !words_.capitalised(first)) ++first;
    if (first > phrase.head) return std::nullopt;
    const TokenRange run{first,
                         std::max(phrase.head + 1, body_run_end(words_, first, phrase.tokens.end))};
    const TokenRange bare = names_.bare_name(run);
    const std::string text = words_.text(bare);
    const std::string& last = words_[bare.end - 1];
    if (const auto match = registry_.find(text); match && match->sense != NameSense::demonym) {
        return actors_.add(*match->entry, registry_);
    }
    if (const std::string long_form = names_.meaning_of(text); !long_form.empty()) {
        if (const auto match = registry_.find(long_form)) {
            return actors_.add(*match->entry, registry_);
        }
        return actors_.add(long_form, ActorKind::organisation);
    }
    const TokenRange placed{run.first, bare.end};
    for (std::size_t t = bare.first; t < bare.end; ++t) {
        const bool ends = t + 1 == bare.end || is_preposition(words_[t + 1]);
        if (!ends) continue;
        if (const auto kind = kind_of_body(words_[t]))
            return actors_.add(words_.text(placed), *kind);
    }
    const std::string title = bare.first > 0 ? words_[bare.first - 1] : std::string();
    if (const NamedPerson* person = names_.person(text, title)) return add_person(*person);
    if (names_.is_ambiguous(text)) {
        diagnostics_.push_back(
            {words_.span(bare),
             "'" + text +
                 "' may be each of several people of this name in the article; it "
                 "is kept apart from them."});
        return actors_.add_scoped(text, ActorKind::person);
    }
    // "The New Zealand Herald": what takes "the" and opens with a state is nobody of that surname.
    const auto place = registry_.at(words_, run.first, run.end);
    const bool place_first = place && place->sense == NameSense::name && place->end < bare.end;
    if (phrase.determiner == "the" && place_first && place->entry->kind == ActorKind::state &&
        !is_title(words_[place->end]) && !is_role_noun(last)) {
        return actors_.add(words_.text(placed), ActorKind::organisation);
    }
    const bool titled = bare.first > run.first || is_title(title);
    if (!titled && !is_name_tagged(words_, run)) return std::nullopt;
    if (is_determiner(last) || is_time_word(last) || words_.form(bare.end - 1).size() < 2) {
        return std::nullopt;
    }
    if (!titled && is_learned_thing(words_, bare) && !is_role_noun(last)) {
        const NameKind kind = learned_name(words_, bare.end - 1)->kind;
        if (kind == NameKind::organisation) return actors_.add(text, ActorKind::organisation);
        if (kind == NameKind::people) return actors_.add(text, ActorKind::group);
    }
    if (is_full_name(words_, bare)) return actors_.add(text, ActorKind::person);
    if (is_role_noun(last)) return std::nullopt;
    // A surname alone says who in this article only.
    if (titled) return actors_.add_scoped(text, ActorKind::person);
    const Name* learned = learned_name(words_, bare.end - 1);
    const bool person = learned != nullptr && learned->kind == NameKind::person;
    if (is_plural(last) && !person) return actors_.add(text, ActorKind::group);
    return bare.size() == 1 ? actors_.add_scoped(text, ActorKind::person)
                            : actors_.add(text, ActorKind::person);
}

std::optional<std::size_t> Resolver::by_aside(const Phrase& phrase) {
    // "his wife, the painter Anna Berg, 40": the first full name before the next comma.
    std::size_t end = phrase.aside.first;
    while (end < phrase.aside.end && words_[end] != ",") ++end;
    for (std::size_t t = phrase.aside.first; t < end;) {
        if (!words_.capitalised(t)) {
            if (is_preposition(words_[t])) break;
            ++t;
            continue;
        }
        const std::size_t stop = std::max(t + 1, name_run_end(words_, t, end));
        const TokenRange name = without_place(words_, without_titles(words_, {t, stop}, registry_));
        const std::string text = words_.text(name);
        if (const NamedPerson* person = names_.person(text); person && name.size() > 1) {
            return add_person(*person);
        }
        t = stop;
    }
    return std::nullopt;
}

std::optional<std::size_t> Resolver::by_role(const Phrase& phrase, Reporter reporter) {
    const std::string& head = words_[phrase.head];
    const bool person_noun = is_role_noun(head) || gender_of_noun(head) != Gender::unknown;
    if (!person_noun || is_plural(head)) return std::nullopt;
    std::vector<std::string> roles;
    for (std::size_t t = phrase.tokens.first; t <= phrase.head; ++t) {
        if (is_role_noun(words_[t]) || (is_title(words_[t]) && t < phrase.head)) {
            roles.push_back(words_[t]);
        }
    }
    const bool indefinite = is(WordClass::indefinite_determiner, phrase.determiner);
    const RegistryEntry* state = names_.last_state(phrase.tokens.first, phrase.tokens.end);
    if (!indefinite && !roles.empty()) {
        while (!roles.empty()) {
            if (const NamedPerson* person =
                    names_.person_with_roles(roles, state, phrase.tokens.first)) {
                return add_person(*person);
            }
            // "the former governor" may have been introduced as a governor.
            if (roles.size() == 1) break;
            roles.erase(roles.begin());
        }
    }
    // "The Polish leader" is the president of Poland, or its prime minister, whom the article
    // names.
    for (const std::string_view office : words_of(WordClass::leader_of_a_state)) {
        if (indefinite || state == nullptr || head != "leader") break;
        const auto* person =
            names_.person_with_roles({std::string(office)}, state, phrase.tokens.first);
        if (person != nullptr) return add_person(*person);
    }
    if (const auto same = last_mention(phrase.tokens.first, head); same && !indefinite) return same;
    const bool definite = phrase.determiner == "the" || phrase.determiner == "this";
    if (definite && !is_source_noun(head) && state == nullptr) {
        const auto person = salient_person(phrase.tokens.first, gender_of_noun(head), 0.5, head);
        if (person && (!reporter || may_say_of_himself(*person, head, *reporter))) return person;
        if (const auto office = office_of_state(phrase, reporter)) return office;
    }
    if (!is_role_noun(head)) return std::nullopt;
    const auto body = body_in(phrase.tokens);
    return actors_.add_unnamed(unnamed_name(phrase.tokens, body),
                               body ? actors_[*body].id : std::string(), false);
}

/// Whether a word is written with a capital that is not its sentence's alone.
bool Resolver::has_name(TokenRange tokens) const {
    for (std::size_t t = tokens.first; t < tokens.end; ++t) {
        if (!words_.capitalised(t)) continue;
        if (!words_.starts_sentence(t) || document_.tokens[t].upos == "PROPN") return true;
        if (registry_.at(words_, t, tokens.end)) return true;
    }
    return false;
}

std::size_t Resolver::by_words(const Phrase& phrase) {
    const std::string& head = words_[phrase.head];
    TokenRange tokens = phrase.tokens;
    while (tokens.size() > 1 && is(WordClass::quantity, words_[tokens.first]) &&
           words_[tokens.first + 1] != "of") {
        ++tokens.first;
    }
    std::string name = unnamed_name(tokens, std::nullopt);
    // "41 percent": of those who were asked.
    const bool all = phrase.head + 1 >= tokens.end;
    if (all && (is(WordClass::share, head) || (is_number(head) && tokens.size() == 1))) {
        name += is_number(head) ? "% of poll respondents" : " of poll respondents";
    }
    // "Berg supporters": whose is known in full.
    for (std::size_t t = tokens.first; t < phrase.head; ++t) {
        if (!words_.capitalised(t)) continue;
        const NamedPerson* person = names_.person(words_.form(t));
        if (person == nullptr || person->surname != words_.form(t)) continue;
        if (t > tokens.first && words_.capitalised(t - 1)) continue;
        const std::size_t at = name.find(words_.form(t));
        if (at != std::string::npos) name.replace(at, words_.form(t).size(), person->name);
        break;
    }
    ActorKind kind = ActorKind::group;
    if (is_document_noun(head)) kind = ActorKind::document;
    if (head == "public") kind = ActorKind::public_;
    if (const auto body = kind_of_body(head)) kind = *body;
    // "Critics", "the company", "a new poll": other ones in another article.
    if (kind == ActorKind::group && has_name(tokens) &&
        is(WordClass::quantity, phrase.determiner) && phrase.determiner != "both") {
        return actors_.add_scoped(phrase.determiner + " " + name, kind);
    }
    if (kind != ActorKind::public_ && !has_name(tokens)) return actors_.add_scoped(name, kind);
    return actors_.add(name, kind);
}

// ---- phrases

std::size_t Resolver::resolve_single(TokenRange tokens, Reporter reporter) {
    const Phrase phrase = parsed(tokens);
    if (phrase.tokens.empty()) return actors_.unknown();
    // "Some in Poland" are not Poland; others are meant in another article.
    const bool some_of = is(WordClass::quantity, words_[phrase.head]) &&
                         phrase.head + 1 < phrase.tokens.end && words_[phrase.head + 1] == "of" &&
                         possessed(words_, phrase.tokens);
    if (some_of || counts_people(words_, phrase.head, phrase.tokens.end)) {
        return actors_.add_scoped(unnamed_name(phrase.tokens, std::nullopt), ActorKind::group);
    }
    if (const auto found = by_owner(phrase, reporter)) return *found;
    if (const auto found = by_registry(phrase)) return *found;
    if (const auto found = by_government(phrase, reporter)) return *found;
    if (const auto found = by_public_body(phrase)) return *found;
    if (const auto found = by_side_of_house(phrase)) return *found;
    if (words_.capitalised(phrase.head) && !is_source_noun(words_[phrase.head])) {
        if (const auto found = by_name(phrase)) return *found;
    }
    if (const auto found = by_aside(phrase)) return *found;
    if (const auto found = by_document(phrase)) return *found;
    if (const auto found = by_unnamed(phrase, reporter)) return *found;
    if (const auto found = by_role(phrase, reporter)) return *found;
    if (const auto found = by_body_again(phrase)) return *found;
    return by_words(phrase);
}

/// "Ten days ago a senior official", "On Monday the union": when is no part of who.
TokenRange Resolver::without_time(TokenRange phrase) const {
    constexpr std::size_t longest_time = 4;
    const std::size_t opening = phrase.first;
    for (std::size_t t = opening; t + 1 < phrase.end && t < opening + longest_time; ++t) {
        const bool day = is_time_word(words_[t]) || words_[t] == "week" || words_[t] == "month" ||
                         words_[t] == "year";
        if (words_[t] == "ago" || (day && is_determiner(words_[t + 1]))) phrase.first = t + 1;
    }
    return phrase;
}

Resolver::Indices Resolver::resolve_phrase(TokenRange phrase, Reporter reporter) {
    phrase = without_time(phrase);
    while (!phrase.empty() && !words_.is_word(phrase.first)) ++phrase.first;
    if (phrase.empty()) return {actors_.unknown()};
    const bool pronoun = is_pronoun_at(words_, phrase.first) || words_[phrase.first] == "that";
    const bool alone = phrase.size() == 1 || words_[phrase.first + 1] == ",";
    if (pronoun && (alone || is_link(words_[phrase.first]))) {
        return resolve_pronoun(phrase.first, reporter);
    }
    const bool whole = registry_.find(words_.text(phrase)).has_value();
    const auto body = public_body(words_, phrase);
    Indices all;
    const auto take = [&](TokenRange part) {
        for (const std::size_t actor : resolve_phrase(part, reporter)) {
            if (std::find(all.begin(), all.end(), actor) == all.end()) all.push_back(actor);
        }
    };
    if (whole) return {resolve_single(phrase, reporter)};
    if (Indices makers = joint_makers(phrase); makers.size() > 1) return makers;
    if (Indices both = both_before(phrase); !both.empty()) return both;
    std::size_t comma = phrase.end;
    for (std::size_t t = phrase.first + 1; t + 1 < phrase.end; ++t) {
        if (is_link(words_[t])) break;
        if (words_[t] == "," && comma == phrase.end) comma = t;
        if (words_[t] != "and") continue;
        if (body && body->tokens.first < t && t < body->tokens.end) continue;
        if (comma < t) {
            // "Anna Berg, head of Roads and Parks" is one, "Berg, Dahl and Holm" are three.
            if (!is_list(phrase.first, comma, t)) break;
            for (std::size_t start = phrase.first; start < t;) {
                std::size_t stop = start;
                while (stop < t && words_[stop] != ",") ++stop;
                if (stop > start) take({start, stop});
                start = stop + 1;
            }
        } else {
            const bool names = words_.capitalised(t - 1) || is_plural(words_[t - 1]) ||
                               is_pronoun_at(words_, t - 1);
            if (!names || is_role_noun(words_[t - 1])) continue;
            if (is_modifier(t, phrase.end) || is_in_body(phrase.first, t, phrase.end)) continue;
            if (belongs_to_all(phrase.first, t, phrase.end)) continue;
            take({phrase.first, t});
        }
        take({t + 1, phrase.end});
        return all;
    }
    return {resolve_single(phrase, reporter)};
}

/// Whether the pieces between commas are names or plurals throughout, as in a list.
bool Resolver::is_list(std::size_t first, std::size_t comma, std::size_t conjunction) const {
    for (std::size_t t = first; t < conjunction; ++t) {
        const bool opens = words_[t] == "the" && t == first;
        if (is_preposition(words_[t]) || (is_determiner(words_[t]) && !opens)) return false;
    }
    const bool plural = is_plural(words_[comma - 1]) && is_plural(words_[conjunction - 1]);
    const bool names = words_.capitalised(comma - 1) && words_.capitalised(comma + 1) &&
                       words_.capitalised(conjunction - 1);
    return plural || names;
}

/// "Ministers of France and Germany", "leaders of the Senate and House": one group, not a group and
/// a state. What names a person behind "and" is another one.
bool Resolver::belongs_to_all(std::size_t first, std::size_t conjunction, std::size_t end) const {
    for (std::size_t t = first + 1; t < conjunction; ++t) {
        if (words_[t] != "of" && words_[t] != "from" && words_[t] != "in") continue;
        const Name* behind = learned_name(words_, conjunction + 1);
        const bool some = counts_people(words_, t - 1, end);
        return (some || (is_plural(words_[t - 1]) && !words_.capitalised(t - 1))) &&
               conjunction + 1 < end && words_.capitalised(conjunction + 1) &&
               (behind == nullptr || behind->kind != NameKind::person);
    }
    return false;
}

/// Whether the word before "and" is one of two modifiers: "Filmmaker and author Anna Berg".
bool Resolver::is_modifier(std::size_t conjunction, std::size_t end) const {
    const std::size_t before = conjunction - 1;
    const bool opening = words_.starts_sentence(before) || !words_.capitalised(before);
    return opening && !is_plural(words_[before]) && conjunction + 2 < end &&
           document_.tokens[before].upos != "PROPN" && !is_pronoun_at(words_, before);
}

/// Whether "and" is part of a body's name: "Centre for Roads and Harbours".
bool Resolver::is_in_body(std::size_t first, std::size_t conjunction, std::size_t end) const {
    if (!words_.capitalised(conjunction - 1) || !words_.capitalised(conjunction + 1)) return false;
    for (std::size_t t = first; t < conjunction; ++t) {
        if (words_.capitalised(t) && body_run_end(words_, t, end) > conjunction) return true;
    }
    return false;
}

void Resolver::resolve() {
    std::vector<std::size_t> depth(draft_.statements.size());
    std::size_t deepest = 0;
    for (std::size_t i = 0; i < draft_.statements.size(); ++i) {
        auto at = draft_.statements[i].attribution.reported_by;
        while (at && depth[i] <= draft_.statements.size()) {
            ++depth[i];
            at = draft_.statements[*at].attribution.reported_by;
        }
        deepest = std::max(deepest, depth[i]);
    }
    std::vector<std::vector<std::size_t>> levels(deepest + 1);
    for (std::size_t i = 0; i < draft_.statements.size(); ++i) levels[depth[i]].push_back(i);
    for (const std::vector<std::size_t>& level : levels) {
        for (const std::size_t i : level) draft_.statements[i].roles.holders = holders_of(i);
        for (const std::size_t i : level) {
            draft_.statements[i].roles.addressee = addressee_of(i);
            draft_.statements[i].roles.target = target_of(i);
        }
    }
    hand_on_addressees();
    draft_.actors = actors_.take();
    draft_.diagnostics = std::move(diagnostics_);
}

void resolve_actors(Draft& draft) {
    Resolver(draft).resolve();
}

}  // namespace demarche::actor
