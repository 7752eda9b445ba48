// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Names for pronouns, surnames and seats of government.
//
// "We" and "I" are the one who speaks, or, of a spokesman, the body he speaks for; of a ministry,
// its state. In reported speech "he" and "his" are mostly the speaker too ("Nowak said his plan is
// fair"); in quotation marks they never are, and there, as for "him" everywhere, it is the person
// named last, a subject before others, at most two sentences back. "Its" and "it" are the speaker
// where that is a body.
//
// Limits: no gender and no number, so that of two people the nearer one is taken; "this" and
// "they" of others stay as they are.

#include "proposition/self_contained_names.hpp"

#include "lexicon/actor_registry.hpp"
#include "lexicon/bodies.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/phrases.hpp"
#include "proposition/compress.hpp"

#include <algorithm>
#include <string_view>

namespace demarche::proposition {
using namespace draft;
using namespace lexicon;
namespace {

constexpr std::size_t sentences_back = 2;

/// "Oslo said it ‘understands our needs’", all of it quoted from Riga: in the inner marks Oslo
/// speaks.
bool in_own_marks(const Words& words, std::size_t token, Span cue) {
    const Span word = words.document().tokens[token].span;
    for (const bool single : {true, false}) {
        const Quotation* quotation = words.quotation(token, single);
        if (quotation != nullptr && quotation->inner.contains(word) &&
            !quotation->inner.contains(cue)) {
            return true;
        }
    }
    return false;
}

/// Whether `span`, which begins at `token`, stands in double marks.
bool in_quotation(const Words& words, std::size_t token, Span span) {
    const Quotation* quotation = words.quotation(token, false);
    return quotation != nullptr && quotation->inner.contains(span);
}

bool in_quotation(const Words& words, std::size_t token) {
    return in_quotation(words, token, words.document().tokens[token].span);
}

/// The person other than the speaker who was named last before `token`.
const NamedPerson* person_before(const Words& words, const NamesInText& names,
                                 const Speaker& speaker, std::size_t token) {
    const std::size_t here = words.sentence_of(token);
    const std::size_t from = here > sentences_back ? here - sentences_back : 0;
    const std::size_t first = words.document().sentences[from].first_token;
    const auto [begin, end] = names.mentions(first, token);
    const NamedPerson* found = nullptr;
    std::pair<bool, std::size_t> best;
    for (const PersonMention* mention = begin; mention != end; ++mention) {
        const NamedPerson& person = names.people()[mention->person];
        if (speaker.holder != nullptr && speaker.holder->name == person.name) continue;
        // "He was leaning toward Cruz": not Cruz.
        const auto next = std::upper_bound(person.mentions.begin(), person.mentions.end(), token);
        if (next != person.mentions.end() && words.sentence_of(*next) == here) continue;
        const bool subject = words.document().tokens[mention->token].deprel.starts_with("nsubj");
        const std::pair<bool, std::size_t> rank(subject, mention->token);
        if (found == nullptr || best < rank) {
            found = &person;
            best = rank;
        }
    }
    return found;
}

/// "the United States"
std::string with_article(const std::string& name) {
    const bool takes = name.starts_with("United ") || is(WordClass::name_with_the, name);
    return takes ? "the " + name : name;
}

Named first_person(const Words& words, const Speaker& speaker, std::size_t token) {
    const std::string& word = words[token];
    const std::size_t end = token + 1;
    const bool plural = word == "we" || word == "us" || word == "our";
    const Actor* actor = plural && speaker.side != nullptr ? speaker.side : speaker.holder;
    if (speaker.quoted != nullptr && !in_own_marks(words, token, speaker.cue)) {
        actor = speaker.quoted;
    }
    if (actor == nullptr) return {{}, end};
    if (word == "my" || word == "our") return {possessive(in_sentence(*actor)), end};
    return {in_sentence(*actor), end, word == "we" || word == "i"};
}

Named third_person(const Words& words, const NamesInText& names, const Speaker& speaker,
                   std::size_t token) {
    const std::string& word = words[token];
    const bool owns =
        word == "his" || (word == "her" && words.document().tokens[token].deprel == "nmod:poss");
    const bool own_words = !in_quotation(words, token);
    std::string name;
    if (own_words && (word == "he" || word == "she" || owns) && speaker.holder != nullptr &&
        speaker.holder->kind == ActorKind::person) {
        name = speaker.holder->name;
    } else if (const NamedPerson* person = person_before(words, names, speaker, token)) {
        name = person->name;
    }
    if (name.empty()) return {{}, token + 1};
    return {owns ? possessive(name) : name, token + 1};
}

/// "its" of a body that speaks, and "it" where that is a subject.
Named of_body(const Words& words, const Speaker& speaker, std::size_t token) {
    const Token& it = words.document().tokens[token];
    if (speaker.holder == nullptr || !is_body(speaker.holder->kind)) return {{}, token + 1};
    const bool told = speaker.quoted != nullptr && !in_own_marks(words, token, speaker.cue);
    if (!told && in_quotation(words, token)) return {{}, token + 1};
    const std::string& word = words[token];
    // A party or a union may be "they"; of a state "they" are others: "asked Oslo and Rome to wait
    // until they meet".
    const bool plural = word == "they" || word == "their";
    if (plural && speaker.holder->kind == ActorKind::state) return {{}, token + 1};
    if (word == "its" || word == "their")
        return {possessive(in_sentence(*speaker.holder)), token + 1};
    const bool subject = it.deprel.starts_with("nsubj");
    if (subject && word == "it") return {in_sentence(*speaker.holder), token + 1};
    if (subject && word == "they") return {in_sentence(*speaker.holder), token + 1, true};
    return {{}, token + 1};
}

/// A capital that stands for its government, a surname for a person.
Named of_name(const Words& words, const NamesInText& names, std::size_t token) {
    const Sentence& sentence = words.sentence_at(token);
    const auto match = names.registry().at(words, token, sentence.end_token);
    const bool hyphen =
        match && match->end < words.size() && words[match->end] == "-" && words.joined(match->end);
    if (match && match->sense == NameSense::seat && !hyphen) {
        return {with_article(match->entry->name), match->end};
    }
    if (match) return {{}, token + 1};
    const auto is_name_word = [&](std::size_t t) {
        return words.capitalised(t) && words.document().tokens[t].upos == "PROPN";
    };
    const bool alone =
        (token == sentence.first_token || !is_name_word(token - 1) || is_title(words[token - 1])) &&
        (token + 1 >= sentence.end_token || !is_name_word(token + 1));
    if (!alone || !words.capitalised(token)) return {{}, token + 1};
    const NamedPerson* person = names.person(words.form(token));
    if (person == nullptr) return {{}, token + 1};
    return {person->name, token + 1};
}

/// The noun that a relative pronoun at the head of a content stands for: "(a plan) which ... ".
Named relative(const Words& words, std::size_t token) {
    const auto& tokens = words.document().tokens;
    auto verb = head_of(words, token);
    while (verb && tokens[*verb].deprel != "acl:relcl") verb = head_of(words, *verb);
    if (!verb) return {{}, token + 1};
    const auto noun = head_of(words, *verb);
    if (!noun || *noun >= token) return {{}, token + 1};
    std::size_t first = *noun;
    for (std::size_t t = *noun; t-- > words.sentence_at(token).first_token;) {
        const auto head = head_of(words, t);
        const bool hyphen = words[t] == "-";
        if (!hyphen && (!head || *head < first || *head > *noun)) break;
        if (!hyphen && words.is_word(t)) first = t;
    }
    std::size_t end = *noun + 1;
    while (end < token && tokens[end].deprel == "flat" && head_of(words, end) == *noun) ++end;
    return {words.text({first, end}), token + 1};
}

const Actor* with_id(const std::vector<Actor>& actors, const std::string& id) {
    const auto found = std::find_if(actors.begin(), actors.end(), [&](const Actor& actor) {
        return !id.empty() && actor.id == id;
    });
    return found == actors.end() ? nullptr : &*found;
}

Speaker speaker_of(const std::vector<Actor>& actors, const Roles& roles) {
    Speaker result;
    if (roles.holders.size() != 1) return result;
    const Actor& holder = actors[roles.holders.front()];
    if (holder.kind == ActorKind::author || holder.kind == ActorKind::unknown) return result;
    result.holder = &holder;
    if (is_body(holder.kind)) result.side = &holder;
    if (result.side == nullptr) {
        result.side =
            with_id(actors, holder.represents.empty() ? holder.part_of : holder.represents);
    }
    // "Our country", "we support", in the mouth of a ministry, are mostly its state's.
    if (result.side != nullptr && result.side->kind == ActorKind::government_body) {
        const Actor* state = with_id(actors, result.side->part_of);
        if (state != nullptr && state->kind == ActorKind::state) result.side = state;
    }
    return result;
}

}  // namespace

Speaker speaker(const Draft& draft, const StatementDraft& statement) {
    Speaker result = speaker_of(draft.actors, statement.roles);
    const StatementDraft* reporter = draft.reporter_of(statement);
    if (reporter == nullptr || statement.attribution.cue.empty()) return result;
    result.cue = statement.attribution.cue.front();
    if (!in_quotation(draft.words, draft.words.range(result.cue).first, result.cue)) return result;
    const Speaker quoted = speaker_of(draft.actors, reporter->roles);
    result.quoted = quoted.side != nullptr ? quoted.side : quoted.holder;
    return result;
}

Named named_at(const Words& words, const NamesInText& names, const Speaker& speaker,
               std::size_t token) {
    const std::string& word = words[token];
    const bool half = words.joined(token) && !words.is_quote(token - 1);
    if (words.form(token) == "US" || half) return {{}, token + 1};
    if (is(WordClass::first_person, word)) return first_person(words, speaker, token);
    if (is(WordClass::third_person, word)) return third_person(words, names, speaker, token);
    if (is(WordClass::relative_pronoun, word)) {
        const std::string& xpos = words.document().tokens[token].xpos;
        const bool opens = xpos == "WDT" || xpos == "WP";
        return opens ? relative(words, token) : Named{{}, token + 1};
    }
    if (is(WordClass::pronoun_of_a_body, word)) return of_body(words, speaker, token);
    return of_name(words, names, token);
}

std::string in_sentence(const Actor& actor) {
    const bool described = actor.kind == ActorKind::anonymous || actor.kind == ActorKind::group;
    const bool article = described && !actor.name.empty() && actor.name.front() >= 'a' &&
                         actor.name.front() <= 'z' && !actor.name.ends_with("s");
    return article ? "the " + actor.name : with_article(actor.name);
}

std::string possessive(const std::string& name) {
    return name + (name.ends_with("s") ? "'" : "'s");
}

}  // namespace demarche::proposition
