// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Who is told, asked, written to, spoken before.
//
// Example. "Asked by Ole Dahl, Berg told the Coast Guard in a letter to the ministry that ...": the
// Coast Guard is told (the object of "tell" goes before a letter's address). What the same holder
// says in quotation marks in the next sentences is told to the same listener. "Asked whether the
// gate is shut, Berg said no": Berg is asked. "Berg said at a rally in Gdansk": the audience there,
// a group of this article alone.
//
// In this order: the object of a verb of telling; "calls for X to"; who is asked in the passive; an
// interview, a letter, a speech in the same sentence; the audience of a rally; somebody spoken to
// by name ("Well, Ole, the gate is shut"); then what is handed on from one saying to the next.
//
// Limits: who listens without being named near the verb (a hall of the paragraph before, the
// readers) is not known, and a reporter who asks without a name is nobody.

#include "actor/resolver.hpp"
#include "lexicon/bodies.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/cues.hpp"
#include "lexicon/nouns.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace demarche::actor {
using namespace draft;
using namespace lexicon;
namespace {

bool is_outlet(const Actor& actor) {
    const std::string name = folded(actor.name);
    return actor.kind == ActorKind::organisation &&
           kind_of_body(name.substr(name.rfind(' ') + 1)).has_value();
}

bool is_listener(ActorKind kind) {
    return kind != ActorKind::unknown && kind != ActorKind::document && kind != ActorKind::author;
}

/// "the election": a noun that nobody can be told.
bool is_people_noun(std::string_view word) {
    return is(WordClass::people_noun, word) || is_source_noun(word) || is_role_noun(word);
}

}  // namespace

/// Whether a phrase can name somebody: by a capital, or by a noun for people or bodies.
bool Resolver::is_somebody(const Phrase& phrase) const {
    const std::string& head = words_[phrase.head];
    for (std::size_t t = phrase.tokens.first; t < phrase.tokens.end; ++t) {
        if (words_.capitalised(t)) return true;
    }
    return is_pronoun_at(words_, phrase.head) || is_people_noun(head) || is_plural(head) ||
           kind_of_body(head).has_value() || means_body_again(head) || means_government(head);
}

std::optional<std::size_t> Resolver::named_object(TokenRange phrase, Reporter reporter) {
    while (!phrase.empty() && words_.is_quote(phrase.first)) ++phrase.first;
    if (phrase.empty()) return std::nullopt;
    const bool bare_role = phrase.size() == 1 && !words_.capitalised(phrase.first) &&
                           !is_people_noun(words_[phrase.first]) &&
                           !is_plural(words_[phrase.first]);
    if (bare_role) return std::nullopt;
    // "criticized the decision": a thing.
    const Phrase pieces = parsed(phrase);
    if (pieces.tokens.empty() || !is_somebody(pieces)) return std::nullopt;
    const Indices found = resolve_phrase(phrase, reporter);
    if (found.empty() || actors_[found.front()].kind == ActorKind::unknown) return std::nullopt;
    return found.front();
}

/// The phrase at `at` as somebody who can be told: a name, or a noun for people.
std::optional<std::size_t> Resolver::listener_at(std::size_t at, std::size_t end,
                                                 std::size_t index) {
    while (at < end && words_.is_quote(at)) ++at;
    if (at >= end || !words_.is_word(at)) return std::nullopt;
    const std::string& word = words_[at];
    const bool pronoun = is_pronoun_at(words_, at);
    if (word == "that" || word == "it" || word == "itself" || is_preposition(word) ||
        is_time_word(word) || document_.tokens[at].xpos == "VB" ||
        (is_adverb(word) && !words_.capitalised(at))) {
        return std::nullopt;
    }
    const bool to_author =
        word == "me" && !quoted_[at] && !draft_.statements[index].attribution.reported_by;
    if (to_author) return actors_.author();
    TokenRange told = noun_phrase_from(words_, at, end);
    for (std::size_t t = told.first + 1; t < told.end; ++t) {
        const bool dash = words_[t] == "-" && !words_.joined(t);
        const bool circumstance = is_preposition(words_[t]) && words_[t] != "of" &&
                                  t + 1 < told.end && is_determiner(words_[t + 1]);
        const bool time = is_time_word(words_[t]) || words_[t] == "last" || words_[t] == "this";
        if (time || dash || circumstance) told.end = t;
    }
    if (told.empty() || told.size() > 9) return std::nullopt;
    const Phrase phrase = parsed(told);
    if (phrase.tokens.empty()) return std::nullopt;
    const std::string& head = words_[phrase.head];
    const bool somebody =
        words_.capitalised(phrase.head) || is_people_noun(head) || kind_of_body(head).has_value();
    if (!pronoun && !somebody) return std::nullopt;
    // "responded to Berg's call" is not said to her.
    if (is_utterance_noun(head) && !words_.capitalised(phrase.head)) return std::nullopt;
    if (const auto crowd = crowd_at(phrase, told.end, end, index)) return crowd;
    told = without_show(told);
    // A reporter's "he" asks about what stands before the cue, not about the holder himself.
    return as_listener(named_object(told, draft_.statements[index].attribution.reported_by), index);
}

/// Somebody who can be told, and is not the one who tells.
std::optional<std::size_t> Resolver::as_listener(std::optional<std::size_t> found,
                                                 std::size_t index) const {
    if (!found || !is_listener(actors_[*found].kind)) return std::nullopt;
    const Indices& holders = draft_.statements[index].roles.holders;
    const bool self = std::find(holders.begin(), holders.end(), *found) != holders.end();
    return self ? std::nullopt : found;
}

/// " in Gdansk", " in Green Cove, Maine", where the tokens from `at` say so; else empty.
std::string Resolver::place_from(std::size_t at, std::size_t end) const {
    if (at + 1 >= end || words_[at] != "in" || !words_.capitalised(at + 1)) return {};
    std::size_t stop = name_run_end(words_, at + 1, end);
    if (stop + 1 < end && words_[stop] == "," && words_.capitalised(stop + 1)) {
        const std::size_t wider = name_run_end(words_, stop + 1, end);
        if (wider >= end || words_[wider] == "," || words_[wider] == ".") stop = wider;
    }
    return stop > at + 1 ? " " + words_.text({at, stop}) : std::string();
}

/// "told cheering supporters", "told a crowd in Gdansk": those of the one who tells, those who are
/// there. No crowd is another article's crowd.
std::optional<std::size_t> Resolver::crowd_at(const Phrase& phrase, std::size_t from,
                                              std::size_t end, std::size_t index) {
    const std::string& head = words_[phrase.head];
    for (std::size_t t = phrase.tokens.first; t < phrase.head; ++t) {
        if (words_.capitalised(t)) return std::nullopt;
    }
    const Indices& holders = draft_.statements[index].roles.holders;
    const bool owned =
        phrase.determiner == "his" || phrase.determiner == "her" || phrase.determiner == "their";
    if (is(WordClass::following, head) && !owned && holders.size() == 1 &&
        actors_[holders.front()].kind == ActorKind::person) {
        return of_owner(holders.front(), {phrase.head, phrase.head + 1});
    }
    if (!is(WordClass::crowd, head) || owned) return std::nullopt;
    const std::string place = place_from(from, end);
    const std::string name = folded(words_.text({phrase.tokens.first, phrase.head + 1})) + place;
    return actors_.add_scoped(name, ActorKind::group);
}

/// "NBC's Meet the Press" is NBC; "NBC's Ole Dahl" is Dahl.
TokenRange Resolver::without_show(TokenRange told) const {
    for (std::size_t t = told.first + 1; t + 1 < told.end; ++t) {
        const bool possessive = words_[t] == "'s" || (words_[t] == "'" && words_.joined(t));
        if (!possessive) continue;
        if (!words_.capitalised(t - 1) || !words_.capitalised(t + 1)) break;
        const TokenRange rest{t + 1, told.end};
        if (names_.person(words_.text(rest)) == nullptr && kind_of_body(words_[t - 1])) {
            return {told.first, t};
        }
        break;
    }
    return told;
}

std::optional<std::size_t> Resolver::addressee_of(std::size_t index) {
    const Attribution& attribution = draft_.statements[index].attribution;
    for (const TokenRange group : ranges(words_, attribution.cue)) {
        const Sentence& sentence = words_.sentence_at(group.first);
        for (std::size_t t = group.first; t < group.end; ++t) {
            const std::string& next = t + 1 < sentence.end_token ? words_[t + 1] : words_[t];
            if (any_stem_is(WordClass::verb_of_telling, words_[t]) &&
                document_.tokens[t].upos != "NOUN") {
                if (const auto told = listener_at(t + 1, sentence.end_token, index)) return told;
            }
            if (is(WordClass::form_of_call, words_[t])) {
                const bool for_act = next == "for" && is_asked_to_act(t + 2, sentence.end_token);
                if (next != "on" && next != "upon" && !for_act) continue;
                if (const auto told = listener_at(t + 2, sentence.end_token, index)) return told;
            }
            if (any_stem_is(WordClass::verb_of_saying_to, words_[t]) && next == "to") {
                if (const auto told = listener_at(t + 2, sentence.end_token, index)) return told;
            }
        }
    }
    if (const auto asked = asked_in_passive(index)) return asked;
    if (const auto beside = addressee_beside(index)) return beside;
    if (const auto audience = audience_of(index)) return audience;
    return spoken_to_by_name(index);
}

/// "(calls for) Warsaw to open the gate": what stands at `at` is somebody who is to do something.
bool Resolver::is_asked_to_act(std::size_t at, std::size_t end) const {
    const TokenRange phrase = noun_phrase_from(words_, at, end);
    return !phrase.empty() && phrase.end + 1 < end && words_[phrase.end] == "to" &&
           document_.tokens[phrase.end + 1].upos == "VERB";
}

/// "Asked whether ..., Berg said", "Berg was asked": who is asked.
std::optional<std::size_t> Resolver::asked_in_passive(std::size_t index) {
    const auto only = [&](const Indices& found) {
        return found.size() == 1 ? as_listener(found.front(), index) : std::nullopt;
    };
    for (const TokenRange group : ranges(words_, draft_.statements[index].attribution.cue)) {
        for (std::size_t t = group.first; t < group.end; ++t) {
            const Token& verb = document_.tokens[t];
            const bool past = verb.xpos == "VBN" || verb.xpos == "VBD";
            if (!past || !any_stem_is(WordClass::verb_of_asking, words_[t])) continue;
            if (const auto subject = child(t, "nsubj:pass")) return only(resolve_subject(*subject));
            if (child(t, "nsubj") || (t > 0 && words_[t - 1] == "having")) continue;
            const auto above = head_of(words_, t);
            if (!above) continue;
            if (verb.deprel.starts_with("acl")) return only(resolve_subject(*above));
            if (!verb.deprel.starts_with("advcl")) continue;
            if (const auto subject = child(*above, "nsubj")) return only(resolve_subject(*subject));
        }
    }
    return std::nullopt;
}

/// The first word that hangs on `token` by `relation`.
std::optional<std::size_t> Resolver::child(std::size_t token, std::string_view relation) const {
    const Sentence& sentence = words_.sentence_at(token);
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
        if (document_.tokens[t].deprel == relation && head_of(words_, t) == token) return t;
    }
    return std::nullopt;
}

/// The tokens of the cue's sentence that are the author's own words.
std::vector<std::size_t> Resolver::own_words_beside(std::size_t index) const {
    const std::vector<TokenRange> cues = ranges(words_, draft_.statements[index].attribution.cue);
    if (cues.empty()) return {};
    const Sentence& sentence = words_.sentence_at(cues.front().first);
    const std::vector<TokenRange> content =
        ranges(words_, draft_.statements[index].attribution.content);
    std::vector<std::size_t> found;
    for (std::size_t t = sentence.first_token; t + 2 < sentence.end_token; ++t) {
        const bool said = std::any_of(content.begin(), content.end(), [&](TokenRange range) {
            return range.first <= t && t < range.end;
        });
        if (!quoted_[t] && !said) found.push_back(t);
    }
    return found;
}

/// "in an interview with X", "in a letter to X", "in a speech at X", "in an X interview".
std::optional<std::size_t> Resolver::addressee_beside(std::size_t index) {
    for (const std::size_t t : own_words_beside(index)) {
        const std::size_t end = words_.sentence_at(t).end_token;
        // "said Sunday on", "in an interview late Thursday with"
        std::size_t link = t + 1;
        const bool apart = is(WordClass::talk, words_[t]) || is(WordClass::appearance, words_[t]);
        while (apart && link + 1 < end && link < t + 4 && is_when(link)) ++link;
        if (link + 1 >= end) continue;
        const std::string& next = words_[link];
        if (is(WordClass::appearance, words_[t]) && next == "on") {
            const auto told = listener_at(link + 1, end, index);
            if (told && is_outlet(actors_[*told])) return told;
            if (const auto host = host_of_show(link + 1, end)) return as_listener(host, index);
        }
        if (words_[t] == "interview") {
            const auto outlet = outlet_before(t);
            if (outlet) return as_listener(outlet, index);
        }
        const bool talk =
            (is(WordClass::talk, words_[t]) && (next == "with" || next == "on" || next == "by")) ||
            (next == "by" && link == t + 1 && any_stem_is(WordClass::verb_of_asking, words_[t]));
        const bool address =
            is(WordClass::address, words_[t]) && (next == "to" || next == "before");
        if (talk || address) {
            if (const auto told = listener_at(link + 1, end, index)) return told;
        }
        if (is(WordClass::address, words_[t]) && next == "at") {
            const auto host = listener_at(link + 1, end, index);
            if (host && is_body(actors_[*host].kind) && actors_[*host].kind != ActorKind::state) {
                return host;
            }
        }
    }
    return std::nullopt;
}

bool Resolver::is_when(std::size_t token) const {
    const std::string& word = words_[token];
    return is_time_word(word) || is(WordClass::part_of_a_day, word) ||
           is(WordClass::beside_a_time, word);
}

/// "a recent Fox News interview".
std::optional<std::size_t> Resolver::outlet_before(std::size_t interview) {
    std::size_t first = interview;
    while (first > words_.sentence_at(interview).first_token && words_.capitalised(first - 1))
        --first;
    if (first == interview) return std::nullopt;
    const auto found = named_object({first, interview}, std::nullopt);
    return found && is_outlet(actors_[*found]) ? found : std::nullopt;
}

/// "The Anna Berg Show": she.
std::optional<std::size_t> Resolver::host_of_show(std::size_t at, std::size_t end) {
    while (at < end && (words_.is_quote(at) || words_[at] == "the")) ++at;
    std::size_t stop = at;
    while (stop < end && words_.capitalised(stop) && words_[stop] != "show") ++stop;
    if (stop >= end || words_[stop] != "show" || stop < at + 2) return std::nullopt;
    const TokenRange name{at, stop};
    if (!is_full_name(words_, name)) return std::nullopt;
    if (const NamedPerson* person = names_.person(words_.text(name))) return add_person(*person);
    return actors_.add(words_.text(name), ActorKind::person);
}

/// "said at a campaign rally in Gdansk": the audience there.
std::optional<std::size_t> Resolver::audience_of(std::size_t index) {
    for (const std::size_t t : own_words_beside(index)) {
        if (!is(WordClass::gathering, words_[t])) continue;
        std::size_t first = t;
        while (first > words_.sentence_at(t).first_token && t - first < 5 &&
               !is_preposition(words_[first - 1])) {
            --first;
        }
        if (first == words_.sentence_at(t).first_token) continue;
        const std::string& link = words_[first - 1];
        if (link != "at" && link != "during") continue;
        const std::string place = place_from(t + 1, words_.sentence_at(t).end_token);
        return actors_.add_scoped(words_[t] + " audience" + place, ActorKind::group);
    }
    return std::nullopt;
}

/// "Well, Ole, the gate is shut": Ole, where the article has one.
std::optional<std::size_t> Resolver::spoken_to_by_name(std::size_t index) {
    for (const TokenRange range : ranges(words_, draft_.statements[index].attribution.content)) {
        for (std::size_t t = range.first + 1; t + 1 < range.end; ++t) {
            if (!quoted_[t] || !words_.capitalised(t)) continue;
            const bool opened = words_.is_quote(t - 1);
            const std::size_t word = words_[t - 1] == "," ? t - 2 : t - 1;
            const bool called =
                !opened && word + 1 > range.first && is(WordClass::interjection, words_[word]);
            if (!called || words_[t + 1] != ",") continue;
            const NamedPerson* person = names_.person(words_.form(t));
            if (person != nullptr) return as_listener(add_person(*person), index);
        }
    }
    return std::nullopt;
}

void Resolver::hand_on_addressees() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < draft_.statements.size(); ++i) {
        if (!draft_.statements[i].attribution.cue.empty() &&
            !draft_.statements[i].attribution.reported_by)
            order.push_back(i);
    }
    const auto cue_at = [&](std::size_t i) {
        return draft_.statements[i].attribution.cue.front().begin;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cue_at(a) < cue_at(b); });
    answer_askers(order);
    hand_along(order, 1);
    keep_only_listeners(order);
    // "... ," he said. "...," he told the Coast Guard.
    std::reverse(order.begin(), order.end());
    hand_along(order, 0);
}

std::size_t Resolver::paragraph_of(std::size_t index) const {
    return words_.sentence_at(words_.range(draft_.statements[index].attribution.cue.front()).first)
        .paragraph;
}

/// "Dahl asked whether the gate is shut. Berg replied ...": to Dahl.
void Resolver::answer_askers(const std::vector<std::size_t>& order) {
    for (std::size_t k = 1; k < order.size(); ++k) {
        const Roles& asker = draft_.statements[order[k - 1]].roles;
        Roles& here = draft_.statements[order[k]].roles;
        if (here.addressee || asker.holders.size() != 1 || !replies_to_somebody(order[k])) continue;
        const std::size_t apart = paragraph_of(order[k]) - paragraph_of(order[k - 1]);
        if (apart > 1 || actors_[asker.holders.front()].kind != ActorKind::person) continue;
        here.addressee = as_listener(asker.holders.front(), order[k]);
    }
}

bool Resolver::replies_to_somebody(std::size_t index) const {
    for (const TokenRange range : ranges(words_, draft_.statements[index].attribution.cue)) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (any_stem_is(WordClass::verb_of_replying, words_[t])) return true;
        }
    }
    return false;
}

/// What the same holder says next is said to the same one: in the paragraph, and in quotation marks
/// up to `paragraphs` further on.
void Resolver::hand_along(const std::vector<std::size_t>& order, std::size_t paragraphs) {
    for (std::size_t k = 1; k < order.size(); ++k) {
        const Roles& before = draft_.statements[order[k - 1]].roles;
        Roles& here = draft_.statements[order[k]].roles;
        if (here.addressee || before.holders != here.holders) continue;
        const std::size_t apart = paragraph_of(order[k]) - paragraph_of(order[k - 1]);
        const bool near = apart == 0 || (has_quotation(order[k]) && apart <= paragraphs);
        if (before.addressee && near && speaks(order[k])) here.addressee = before.addressee;
    }
}

/// Whoever talks to one listener in the whole article is quoted from that talk, once it began.
void Resolver::keep_only_listeners(const std::vector<std::size_t>& order) {
    std::map<Indices, std::set<std::size_t>> listeners;
    for (const std::size_t i : order) {
        if (draft_.statements[i].roles.addressee && speaks(i))
            listeners[draft_.statements[i].roles.holders].insert(
                *draft_.statements[i].roles.addressee);
    }
    std::set<Indices> begun;
    for (const std::size_t i : order) {
        Roles& here = draft_.statements[i].roles;
        if (here.addressee && speaks(i)) begun.insert(here.holders);
        if (here.addressee || !begun.contains(here.holders)) continue;
        const std::set<std::size_t>& own = listeners.at(here.holders);
        if (own.size() == 1 && has_quotation(i) && speaks(i)) here.addressee = *own.begin();
    }
}

/// Whether the content has words in quotation marks.
bool Resolver::has_quotation(std::size_t index) const {
    for (const TokenRange range : ranges(words_, draft_.statements[index].attribution.content)) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (quoted_[t]) return true;
        }
    }
    return false;
}

/// Whether the cue is a verb of saying.
bool Resolver::speaks(std::size_t index) const {
    for (const TokenRange range : ranges(words_, draft_.statements[index].attribution.cue)) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            const auto match = CueLexicon::built_in().at(words_, t);
            if (match && match->cue->clause && match->cue->relation == Relation::states)
                return true;
        }
    }
    return false;
}

}  // namespace demarche::actor
