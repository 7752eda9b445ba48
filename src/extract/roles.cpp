// Who holds, who is told, whom it is about.
//
// Example. "Asked by Ole Dahl, Berg told the Coast Guard in a letter to the ministry that ...": Berg
// holds, the Coast Guard is told (the object of "tell" goes before a letter's address). What the
// same holder says in quotation marks in the next sentences is told to the same listener.
//
// Limits: who listens without being named with the verb (a hall, the readers) is not known.

#include "extract/cues.hpp"
#include "extract/nouns.hpp"
#include "extract/patterns.hpp"
#include "extract/phrases.hpp"
#include "extract/resolver.hpp"

#include <algorithm>

namespace demarche::extract {
namespace {

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool any_stem(std::string_view form, bool (*is)(std::string_view)) {
    for (const std::string& stem : stems(form)) {
        if (is(stem)) return true;
    }
    return false;
}

/// Verbs whose object hears it.
bool tells(std::string_view stem) {
    static constexpr std::string_view list[] = {
        "tell", "told", "ask", "urge", "warn", "remind", "inform", "assure", "persuade", "convince",
        "advise", "order", "instruct", "beg", "implore", "invite", "encourage", "challenge",
        "pressure", "lobby", "notify", "press", "thank", "direct", "command", "caution", "brief",
        "congratulate", "petition", "plead", "exhort", "admonish", "reassure", "request", "promise",
        "chide", "scold", "lecture", "advise", "forbid", "forbade", "allow", "authorize", "offer",
        "question", "interview", "interrupt", "address"};
    return among(list, stem);
}

/// Verbs that say it "to" somebody.
bool says_to(std::string_view stem) {
    static constexpr std::string_view list[] = {
        "say", "said", "write", "wrote", "written", "speak", "spoke", "talk", "explain", "suggest",
        "complain", "announce", "apologize", "apologise", "appeal", "confirm", "admit", "describe",
        "report", "propose", "respond", "reply", "tweet", "declare", "mention", "insist", "present",
        "concede", "confide", "indicate", "testify", "signal", "pledge", "vow", "promise", "read",
        "repeat", "add", "reiterate", "hint", "claim", "state", "shout", "whisper", "stress", "affirm", "send", "sent", "express"};
    return among(list, stem);
}

/// What is held with somebody: "in an interview with the Coast News".
bool is_talk(std::string_view word) {
    static constexpr std::string_view list[] = {"interview", "conversation", "phone", "call",
                                                "discussion", "meeting", "chat", "exchange",
                                                "talks", "interviews", "debate"};
    return among(list, word);
}

/// What goes to somebody: "in a letter to Congress".
bool is_address(std::string_view word) {
    static constexpr std::string_view list[] = {
        "letter", "email", "e-mail", "speech", "address", "remarks", "statement", "memo", "note",
        "appeal", "message", "testimony", "comments", "comment", "pitch", "response", "report",
        "letters", "emails", "speaking", "talking", "presentation", "submission"};
    return among(list, word);
}

/// "Speaking on", "said on", before an outlet.
bool is_appearance(std::string_view word) {
    static constexpr std::string_view list[] = {"said", "says", "saying", "speaking", "appearing",
                                                "appeared", "appearance", "spoke", "interview",
                                                "interviewed", "told", "remarked", "aired"};
    return among(list, word);
}

bool is_outlet(const Actor& actor) {
    const std::string name = folded(actor.name);
    return actor.kind == ActorKind::organisation &&
           kind_of_body(name.substr(name.rfind(' ') + 1)).has_value();
}

bool seems(std::string_view stem) {
    static constexpr std::string_view list[] = {"seem", "appear", "unclear", "uncertain", "seemingly",
                                                "apparently", "hope", "sound"};
    return among(list, stem);
}

bool is_listener(ActorKind kind) {
    return kind != ActorKind::unknown && kind != ActorKind::document && kind != ActorKind::author;
}

/// "the election": a noun that nobody can be told.
bool is_people_noun(std::string_view word) {
    static constexpr std::string_view list[] = {
        "people", "crowd", "audience", "reporters", "voters", "supporters", "members", "students",
        "workers", "citizens", "leaders", "lawmakers", "politicians", "nations", "countries",
        "states", "allies", "employees", "senators", "colleagues", "viewers", "listeners", "rally",
        "party", "government", "court", "congress", "parliament", "judges", "judge", "police",
        "committee", "council", "board", "panel", "group", "newspaper", "magazine", "paper",
        "network", "station", "outlet", "media", "press", "donors", "fans", "followers", "delegates",
        "attendees", "residents", "officials", "authorities", "host", "families", "family", "men",
        "women", "children", "americans", "republicans", "democrats", "candidates", "candidate",
        "rivals", "union", "unions", "conference", "gathering", "ministry", "agency", "department",
        "company", "companies", "administration", "world", "public", "nation", "country",
        "community", "him", "her", "them", "us", "me", "you", "everyone", "anyone", "investors",
        "journalists", "correspondents", "protesters", "demonstrators", "activists", "aides",
        "advisers", "staff", "team", "campaign", "guests", "experts", "governors", "mayors",
        "students", "parents", "veterans", "soldiers", "troops", "farmers", "fellow", "president",
        "minister", "senator", "governor", "mayor", "secretary", "chancellor", "interviewer"};
    return among(list, word) || (is_source_noun(word)) || is_role_noun(word);
}

}  // namespace

Resolver::Indices Resolver::holders_of(std::size_t index) {
    const Attribution& attribution = attributions_[index];
    const std::vector<TokenRange> sources = ranges(words_, attribution.source);
    if (sources.empty()) return unstated_holders(index);
    TokenRange source = sources.front();
    while (source.size() > 1 && !words_.is_word(source.first)) ++source.first;
    Indices holders;
    for (const std::size_t actor : resolve_phrase(source, attribution.reported_by)) {
        if (std::find(holders.begin(), holders.end(), actor) == holders.end()) {
            holders.push_back(actor);
        }
    }
    if (holders.size() == 1 && !is_pronoun_at(words_, source.first)) {
        const Phrase phrase = parsed(source);
        mentions_.push_back({source.first, holders.front(), words_[phrase.head], phrase.head});
        actors_.add_alias(holders.front(), words_.text(phrase.tokens));
    } else {
        for (const std::size_t holder : holders) mentions_.push_back({source.first, holder, {}, source.first});
    }
    return holders;
}

Resolver::Indices Resolver::unstated_holders(std::size_t index) {
    const std::vector<TokenRange> cue = ranges(words_, attributions_[index].cue);
    std::optional<std::size_t> verb;
    for (const TokenRange range : cue) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (any_stem(words_[t], seems)) return {actors_.author()};
            const bool is_verb = document_.tokens[t].upos == "VERB";
            if (is_verb && !verb) verb = t;
        }
    }
    if (!verb) return {actors_.unknown()};
    // "Berg left, saying": the subject of the verb above, where this one has none and is active.
    const Sentence& sentence = words_.sentence_at(*verb);
    std::size_t at = *verb;
    const std::string& tag = document_.tokens[at].xpos;
    const bool passive = tag == "VBN" && document_.tokens[at].deprel != "conj";
    for (std::size_t steps = 0; steps < 6 && !passive; ++steps) {
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const Token& word = document_.tokens[t];
            const bool own = word.head > 0 && sentence.first_token +
                                                      static_cast<std::size_t>(word.head) - 1 ==
                                                  at;
            if (own && word.deprel == "nsubj:pass") return {actors_.unknown()};
            if (own && word.deprel == "nsubj") return resolve_subject(t);
        }
        const std::string& relation = document_.tokens[at].deprel;
        const bool climbs = relation == "conj" || relation == "advcl" || relation == "xcomp";
        if (!climbs || document_.tokens[at].head <= 0) break;
        at = sentence.first_token + static_cast<std::size_t>(document_.tokens[at].head) - 1;
    }
    return {actors_.unknown()};
}

std::optional<std::size_t> Resolver::named_object(TokenRange phrase, Reporter reporter) {
    while (!phrase.empty() && words_.is_quote(phrase.first)) ++phrase.first;
    if (phrase.empty()) return std::nullopt;
    const bool bare_role = phrase.size() == 1 && !words_.capitalised(phrase.first) &&
                           !is_people_noun(words_[phrase.first]) && !is_plural(words_[phrase.first]);
    if (bare_role) return std::nullopt;
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
        is_time_word(word) || (is_adverb(word) && !words_.capitalised(at))) {
        return std::nullopt;
    }
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
    const bool somebody = words_.capitalised(phrase.head) || is_people_noun(head) ||
                          kind_of_body(head).has_value();
    if (!pronoun && !somebody) return std::nullopt;
    // A reporter's "he" asks about what stands before the cue, not about the holder himself.
    const auto found = named_object(told, attributions_[index].reported_by);
    if (!found || !is_listener(actors_[*found].kind)) return std::nullopt;
    const Indices& holders = roles_[index].holders;
    if (std::find(holders.begin(), holders.end(), *found) != holders.end()) return std::nullopt;
    return found;
}

std::optional<std::size_t> Resolver::addressee_of(std::size_t index) {
    const Attribution& attribution = attributions_[index];
    const std::vector<TokenRange> cues = ranges(words_, attribution.cue);
    for (const TokenRange group : cues) {
        const Sentence& sentence = words_.sentence_at(group.first);
        for (std::size_t t = group.first; t < group.end; ++t) {
            const std::string& next = t + 1 < sentence.end_token ? words_[t + 1] : words_[t];
            if (any_stem(words_[t], tells) && document_.tokens[t].upos != "NOUN") {
                if (const auto told = listener_at(t + 1, sentence.end_token, index)) return told;
            }
            if (words_[t] == "call" || words_[t] == "calls" || words_[t] == "called" ||
                words_[t] == "calling") {
                if (next != "on" && next != "upon") continue;
                if (const auto told = listener_at(t + 2, sentence.end_token, index)) return told;
            }
            if (any_stem(words_[t], says_to) && next == "to") {
                if (const auto told = listener_at(t + 2, sentence.end_token, index)) return told;
            }
        }
    }
    return addressee_beside(index);
}

/// "in an interview with X", "in a letter to X" in the sentence of the cue, outside quotation marks.
std::optional<std::size_t> Resolver::addressee_beside(std::size_t index) {
    const std::vector<TokenRange> cues = ranges(words_, attributions_[index].cue);
    if (cues.empty()) return std::nullopt;
    const Sentence& sentence = words_.sentence_at(cues.front().first);
    const std::vector<TokenRange> content = ranges(words_, attributions_[index].content);
    for (std::size_t t = sentence.first_token; t + 2 < sentence.end_token; ++t) {
        const bool said = std::any_of(content.begin(), content.end(), [&](TokenRange range) {
            return range.first <= t && t < range.end;
        });
        if (quoted_[t] || said) continue;
        const std::string& next = words_[t + 1];
        if (is_appearance(words_[t]) && next == "on") {
            const auto told = listener_at(t + 2, sentence.end_token, index);
            if (told && is_outlet(actors_[*told])) return told;
        }
        const bool talk = is_talk(words_[t]) && (next == "with" || next == "on" || next == "by");
        const bool address = is_address(words_[t]) && (next == "to" || next == "before");
        if (!talk && !address) continue;
        if (const auto told = listener_at(t + 2, sentence.end_token, index)) return told;
    }
    return std::nullopt;
}

void Resolver::hand_on_addressees() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < attributions_.size(); ++i) {
        if (!attributions_[i].cue.empty() && !attributions_[i].reported_by) order.push_back(i);
    }
    const auto cue_at = [&](std::size_t i) { return attributions_[i].cue.front().begin; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cue_at(a) < cue_at(b); });
    hand_along(order, 1);
    // "... ," he said. "...," he told the Coast Guard.
    std::reverse(order.begin(), order.end());
    hand_along(order, 0);
}

/// What the same holder says next is said to the same one: in the paragraph, and in quotation marks
/// up to `paragraphs` further on.
void Resolver::hand_along(const std::vector<std::size_t>& order, std::size_t paragraphs) {
    const auto paragraph_of = [&](std::size_t i) {
        return words_.sentence_at(words_.range(attributions_[i].cue.front()).first).paragraph;
    };
    for (std::size_t k = 1; k < order.size(); ++k) {
        const Cast::Roles& before = roles_[order[k - 1]];
        Cast::Roles& here = roles_[order[k]];
        if (here.addressee || before.holders != here.holders) continue;
        const std::size_t apart = paragraph_of(order[k]) - paragraph_of(order[k - 1]);
        const bool near = apart == 0 || (has_quotation(order[k]) && apart <= paragraphs);
        if (before.addressee && near && speaks(order[k])) here.addressee = before.addressee;
    }
}

/// Whether the content has words in quotation marks.
bool Resolver::has_quotation(std::size_t index) const {
    for (const TokenRange range : ranges(words_, attributions_[index].content)) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (quoted_[t]) return true;
        }
    }
    return false;
}

/// Whether the cue is a verb of saying.
bool Resolver::speaks(std::size_t index) const {
    for (const TokenRange range : ranges(words_, attributions_[index].cue)) {
        for (std::size_t t = range.first; t < range.end; ++t) {
            const auto match = CueLexicon::built_in().at(words_, t);
            if (match && match->cue->clause && match->cue->relation == Relation::states) return true;
        }
    }
    return false;
}

std::optional<std::size_t> Resolver::target_of(std::size_t index) {
    const Attribution& attribution = attributions_[index];
    if (const auto deferred = for_somebody_to_decide(words_, attribution.content)) {
        if (!deferred->negated) return named_object(deferred->who, index);
    }
    const std::vector<TokenRange> cue = ranges(words_, attribution.cue);
    const std::vector<TokenRange> content = ranges(words_, attribution.content);
    if (cue.empty() || content.empty()) return std::nullopt;
    const auto match = CueLexicon::built_in().at(words_, cue.front().end - 1);
    const auto first = CueLexicon::built_in().at(words_, cue.front().first);
    const bool toward = (match && match->cue->target) || (first && first->cue->target);
    if (!toward) return std::nullopt;
    // "accused the court of bias": the object may stand before the content.
    const Sentence& sentence = words_.sentence_at(cue.front().first);
    const std::size_t behind = cue.front().end;
    const bool apart = behind < content.front().first && content.front().first < sentence.end_token;
    const std::size_t at = apart ? behind : content.front().first;
    if (!words_.is_word(at) || is_preposition(words_[at])) return std::nullopt;
    TokenRange object = noun_phrase_from(words_, at, apart ? sentence.end_token
                                                           : content.front().end);
    for (std::size_t t = object.first; t < object.end; ++t) {
        if (words_[t] == "'s") object.end = t;
    }
    return named_object(object, attribution.reported_by);
}

}  // namespace demarche::extract
