// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What refers back: pronouns, relatives, "the candidate", "the company".
//
// "He" and "she" mean the person before them that is most in view: named not many sentences ago,
// as a subject, as somebody who spoke, often; not one of the other sex, and not one that stands in
// somebody's quoted words only. The weights are by hand, in the order that Lappin and Leass, "An
// Algorithm for Pronominal Anaphora Resolution" (1994, section 2.1), give their salience factors.
// "They" and "it" mean the last fitting subject of this sentence or the two before it.
//
// Example. "Anna Berg met Ole Dahl on Monday. She said ...": Berg is a subject one sentence back
// and a woman, Dahl an object and a man: Berg.
//
// Limits: no tree is asked whether two phrases may mean the same; a pronoun before its name, and
// "it" for a fact ("it is clear"), are not known as such.

#include "actor/resolver.hpp"
#include "learn/functions.hpp"
#include "lexicon/bodies.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/nouns.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>
#include <numbers>

namespace demarche::actor {
using namespace draft;
using namespace lexicon;
namespace {

// What a mention's place is worth; in the order of the file comment.
constexpr double newest = 2.0;
constexpr double per_sentence = 1.0;
constexpr double as_subject = 0.5;
constexpr double as_modifier = -0.5;
constexpr double in_quotation = -2.0;
constexpr double same_paragraph = 0.3;
constexpr double as_speaker = 0.8;
constexpr double per_doubling = 0.3;  ///< of the number of mentions
constexpr double known_gender = 1.0;

constexpr std::size_t sentences_in_view = 12;
constexpr std::size_t sentences_for_subjects = 3;

/// What a chain of pronouns that mean each other may be long.
constexpr std::size_t longest_chain = 20;

bool is_human(ActorKind kind) {
    return kind == ActorKind::person || kind == ActorKind::anonymous;
}

bool is_subject(const Token& token) {
    return token.deprel.starts_with("nsubj");
}

Gender gender_of_pronoun(std::string_view word) {
    return word == "she" || word == "her" || word == "herself" ? Gender::female : Gender::male;
}

bool has_other_office(const NamedPerson& person, std::string_view office) {
    return is(WordClass::office, office) &&
           std::any_of(person.roles.begin(), person.roles.end(),
                       [](const std::string& role) { return is(WordClass::office, role); });
}

/// The tokens below `token` in the tree that stand next to each other around it.
TokenRange subtree(const Words& words, std::size_t token) {
    const Sentence& sentence = words.sentence_at(token);
    const auto& tokens = words.document().tokens;
    const auto below = [&](std::size_t t) {
        for (std::size_t steps = 0; steps < 64; ++steps) {
            if (t == token) return true;
            if (tokens[t].head <= 0) return false;
            t = sentence.first_token + static_cast<std::size_t>(tokens[t].head) - 1;
        }
        return false;
    };
    TokenRange range{token, token + 1};
    while (range.first > sentence.first_token && below(range.first - 1)) --range.first;
    while (range.end < sentence.end_token && below(range.end)) ++range.end;
    return range;
}

}  // namespace

std::size_t Resolver::add_person(const NamedPerson& person) {
    const std::size_t actor = person.surname_only
                                  ? actors_.add_scoped(person.name, ActorKind::person)
                                  : actors_.add(person.name, ActorKind::person);
    for (const std::string& form : person.forms) actors_.add_alias(actor, form);
    return actor;
}

/// A source that was resolved, for what comes behind it.
void Resolver::remember(Mention mention) {
    const ActorKind kind = actors_[mention.actor].kind;
    if (kind == ActorKind::anonymous) {
        unnamed_[mention.head][mention.token] = mention.actor;
        unnamed_[std::string()][mention.token] = mention.actor;
    }
    if (is_body(kind)) bodies_at_.emplace(mention.token, mention.actor);
    called_.emplace(mention.actor, mention.head);
    mentions_at_[mention.token].push_back(mentions_.size());
    mentions_.push_back(std::move(mention));
}

TokenRange Resolver::subtree_of(std::size_t token) {
    if (subtrees_.empty()) subtrees_.resize(words_.size());
    if (subtrees_[token].empty()) subtrees_[token] = subtree(words_, token);
    return subtrees_[token];
}

Gender Resolver::gender_of(std::size_t actor) const {
    const std::string& name = actors_[actor].name;
    if (const NamedPerson* person = names_.of_name(name)) return person->gender;
    return gender_of_noun(folded(name.substr(name.rfind(' ') + 1)));
}

std::optional<std::size_t> Resolver::last_mention(std::size_t token, std::string_view head) const {
    const auto mentions = unnamed_.find(head);
    if (mentions == unnamed_.end()) return std::nullopt;
    const auto next = mentions->second.lower_bound(token);
    if (next == mentions->second.begin()) return std::nullopt;
    return std::prev(next)->second;
}

/// Whether the article calls the actor by this office.
bool Resolver::bears(std::size_t actor, std::string_view office) const {
    if (called_.contains({actor, std::string(office)})) return true;
    const NamedPerson* person = names_.of_name(actors_[actor].name);
    return person != nullptr &&
           std::find(person->roles.begin(), person->roles.end(), office) != person->roles.end();
}

/// "An aide said the mayor was ill": the aide speaks of somebody else, the mayor of himself.
bool Resolver::may_say_of_himself(std::size_t actor, std::string_view office,
                                  std::size_t reporter) const {
    const Indices& holders = draft_.statements[reporter].roles.holders;
    const bool himself = std::find(holders.begin(), holders.end(), actor) != holders.end();
    return !himself || bears(actor, office);
}

void Resolver::find_subjects() {
    for (std::size_t t = 0; t < words_.size(); ++t) {
        if (!is_subject(document_.tokens[t])) continue;
        subjects_.push_back(t);
        const bool person =
            is_role_noun(words_[t]) || (is_source_noun(words_[t]) && !is_plural(words_[t]));
        const bool named = t + 1 < words_.sentence_at(t).end_token && words_.capitalised(t + 1);
        if (!person || named || quoted_[t]) continue;
        const auto verb = head_of(words_, t);
        if (verb && document_.tokens[*verb].deprel == "root") role_subjects_.push_back(t);
    }
}

/// "Poland's minister softened his tone. ..., he said": nouns for a person, subjects of the earlier
/// sentences of the paragraph that `token` stands in, the nearest sentence first. Not where a name
/// stands behind the noun, and not the mayor of "an aide said the mayor was ill".
std::vector<std::size_t> Resolver::roles_as_subjects(std::size_t token) const {
    // Further back not even a subject of the same paragraph and sex is worth more than nobody.
    constexpr std::size_t furthest = 110;
    const std::size_t own = words_.sentence_of(token);
    const Sentence& sentence = words_.sentence_at(token);
    std::vector<std::size_t> found;
    auto next =
        std::lower_bound(role_subjects_.begin(), role_subjects_.end(), sentence.first_token);
    std::size_t group = 0;  // where the subjects of the sentence in hand begin
    std::size_t last = own;
    while (next != role_subjects_.begin()) {
        const std::size_t t = *--next;
        const std::size_t here = words_.sentence_of(t);
        if (words_.sentence_at(t).paragraph != sentence.paragraph || own - here > furthest) break;
        if (here != last) group = found.size();
        last = here;
        found.insert(found.begin() + static_cast<std::ptrdiff_t>(group), t);
    }
    return found;
}

double Resolver::salience(std::size_t candidate, std::size_t token) const {
    const std::size_t back = words_.sentence_of(token) - words_.sentence_of(candidate);
    const Token& there = document_.tokens[candidate];
    double score = newest - per_sentence * static_cast<double>(back);
    if (is_subject(there)) score += as_subject;
    if (there.deprel == "nmod:poss" || there.deprel == "compound") score += as_modifier;
    if (quoted_[candidate] && !quoted_[token]) score += in_quotation;
    const bool paragraph =
        words_.sentence_at(candidate).paragraph == words_.sentence_at(token).paragraph;
    if (paragraph) score += same_paragraph;
    return score;
}

std::optional<std::size_t> Resolver::salient_person(std::size_t token, Gender gender,
                                                    double at_least, std::string_view office) {
    const auto conflict = [&](Gender other) {
        return gender != Gender::unknown && other != Gender::unknown && other != gender;
    };
    const auto knows = [&](Gender other) {
        return gender != Gender::unknown && other != Gender::unknown;
    };
    const auto in_view = [&](std::size_t candidate) {
        return candidate < token &&
               words_.sentence_of(token) - words_.sentence_of(candidate) <= sentences_in_view;
    };
    const NamedPerson* named = nullptr;
    std::optional<std::size_t> spoke;
    double best = at_least;
    const std::size_t sentence = words_.sentence_of(token);
    const std::size_t view = sentence - std::min(sentence, sentences_in_view);
    const std::size_t first_in_view = document_.sentences[view].first_token;
    // Of equals the last counts: people by their place in the article, mentions in text order.
    const auto [begin, end] = names_.mentions(first_in_view, token);
    std::vector<PersonMention> people(begin, end);
    std::sort(people.begin(), people.end(), [](const PersonMention& a, const PersonMention& b) {
        return std::pair(a.person, a.token) < std::pair(b.person, b.token);
    });
    for (const PersonMention& mention : people) {
        const NamedPerson& person = names_.people()[mention.person];
        if (conflict(person.gender) || (!office.empty() && has_other_office(person, office)))
            continue;
        const double known = knows(person.gender) ? known_gender : 0;
        const double often =
            per_doubling * learn::logarithm(static_cast<double>(person.count)) / std::numbers::ln2;
        const double score = salience(mention.token, token) + known + often;
        if (score < best) continue;
        best = score;
        named = &person;
    }
    std::vector<std::size_t> sources;
    for (auto at = mentions_at_.lower_bound(first_in_view);
         at != mentions_at_.end() && at->first < token; ++at) {
        sources.insert(sources.end(), at->second.begin(), at->second.end());
    }
    std::sort(sources.begin(), sources.end());
    for (const std::size_t source : sources) {
        const Mention& mention = mentions_[source];
        if (!in_view(mention.token) || !is_human(actors_[mention.actor].kind)) continue;
        const Gender own = gender_of(mention.actor);
        if (conflict(own) || is_plural(mention.head)) continue;
        const bool unnamed = actors_[mention.actor].kind == ActorKind::anonymous;
        if (unnamed && is(WordClass::office, office) && !bears(mention.actor, office)) continue;
        const double known = knows(own) ? known_gender : 0;
        const double score = salience(mention.main, token) + known + as_speaker;
        if (score < best) continue;
        best = score;
        spoke = mention.actor;
    }
    std::optional<std::size_t> subject;
    for (const std::size_t candidate : roles_as_subjects(token)) {
        const Gender own = gender_of_noun(words_[candidate]);
        if (!office.empty() || conflict(own)) continue;
        const double score =
            salience(candidate, token) + (knows(own) ? known_gender : 0) + as_speaker;
        if (score < best) continue;
        best = score;
        subject = candidate;
    }
    if (subject) {
        const Indices found = resolve_subject(*subject);
        if (found.size() == 1 && is_human(actors_[found.front()].kind)) {
            remember({*subject, found.front(), words_[*subject], *subject});
            return found.front();
        }
    }
    if (spoke) return spoke;
    if (named != nullptr) return add_person(*named);
    return std::nullopt;
}

std::vector<std::size_t> Resolver::subjects_before(std::size_t token) const {
    std::vector<std::size_t> found;
    const std::size_t own = words_.sentence_of(token);
    for (std::size_t back = 0; back < sentences_for_subjects && back <= own; ++back) {
        const Sentence& sentence = document_.sentences[own - back];
        std::vector<std::size_t> here;
        const auto begin =
            std::lower_bound(subjects_.begin(), subjects_.end(), sentence.first_token);
        const std::size_t end = std::min(sentence.end_token, token);
        for (auto subject = begin; subject != subjects_.end() && *subject < end; ++subject) {
            if (quoted_[*subject] == quoted_[token]) here.push_back(*subject);
        }
        // In its own sentence the nearest subject, in earlier ones the first.
        if (back == 0) std::reverse(here.begin(), here.end());
        found.insert(found.end(), here.begin(), here.end());
    }
    return found;
}

Resolver::Indices Resolver::resolve_subject(std::size_t token) {
    const TokenRange range = subtree_of(token);
    std::size_t first = mentions_.size();
    for (auto at = mentions_at_.lower_bound(range.first);
         at != mentions_at_.end() && at->first <= token; ++at) {
        first = std::min(first, at->second.front());
    }
    if (first < mentions_.size()) return {mentions_[first].actor};
    const auto known = of_subjects_.find(token);
    if (known != of_subjects_.end()) return known->second;
    // "The company and its owners said ...": who "its" is does not hang on who they all are.
    if (in_question_.size() >= longest_chain ||
        std::find(in_question_.begin(), in_question_.end(), token) != in_question_.end()) {
        return {};
    }
    in_question_.push_back(token);
    Indices found = resolve_phrase(range, std::nullopt);
    in_question_.pop_back();
    of_subjects_[token] = found;
    return found;
}

/// "Critics", "Oslo and Riga", "they".
bool Resolver::is_plural_subject(std::size_t token) {
    const auto [answer, is_new] = plural_subjects_.emplace(token, false);
    if (!is_new) return answer->second;
    const Token& word = document_.tokens[token];
    bool plural = words_[token] == "they" || word.xpos == "NNS" || word.xpos == "NNPS" ||
                  words_[token] == "people";
    const std::size_t end = subtree_of(token).end;
    for (std::size_t t = token + 1; t < end && !plural; ++t) {
        if (is_preposition(words_[t]) || words_[t] == ",") break;
        plural = words_[t] == "and";
    }
    return answer->second = plural;
}

Resolver::Indices Resolver::plural_before(std::size_t token) {
    for (const std::size_t subject : subjects_before(token)) {
        if (!is_plural_subject(subject)) continue;
        Indices found = resolve_subject(subject);
        const bool known = !found.empty() && actors_[found.front()].kind != ActorKind::unknown;
        if (known) return found;
    }
    return {};
}

/// "Both senators", "the two": the two who spoke together last. Empty where no two did.
Resolver::Indices Resolver::both_before(TokenRange tokens) {
    const Phrase phrase = parsed(tokens);
    if (phrase.tokens.empty() || phrase.tokens.size() > 2 || words_.capitalised(phrase.head))
        return {};
    const bool two = phrase.determiner == "the" && words_[phrase.tokens.first] == "two";
    const bool both = phrase.determiner == "both" && phrase.tokens.size() == 1;
    if (!two && !both) return {};
    const Indices* last = nullptr;
    std::size_t latest = 0;
    for (std::size_t i = 0; i < draft_.statements.size(); ++i) {
        if (draft_.statements[i].roles.holders.size() != 2 ||
            draft_.statements[i].attribution.source.empty())
            continue;
        const std::size_t at = source_at_[i];
        if (at >= tokens.first || at < latest) continue;
        latest = at;
        last = &draft_.statements[i].roles.holders;
    }
    return last == nullptr ? Indices{} : *last;
}

std::optional<std::size_t> Resolver::body_before(std::size_t token) {
    for (const std::size_t subject : subjects_before(token)) {
        const Token& word = document_.tokens[subject];
        if (word.xpos == "NNS" || is_pronoun_at(words_, subject)) continue;
        if (!words_.capitalised(subject) && !means_body_again(words_[subject])) continue;
        const Indices found = resolve_subject(subject);
        if (found.size() == 1 && is_body(actors_[found.front()].kind)) return found.front();
    }
    const auto next = bodies_at_.lower_bound(token);
    if (next == bodies_at_.begin()) return std::nullopt;
    return std::prev(next)->second;
}

Resolver::Indices Resolver::first_person(bool plural, Reporter reporter) {
    if (!reporter) return {actors_.author()};
    if (!plural) return draft_.statements[*reporter].roles.holders;
    Indices sides;
    for (const std::size_t holder : draft_.statements[*reporter].roles.holders) {
        sides.push_back(actors_.side_of(holder));
    }
    return sides;
}

Resolver::Indices Resolver::relative(std::size_t token, Reporter reporter) {
    const Sentence& sentence = words_.sentence_at(token);
    const auto verb = head_of(words_, token);
    const auto noun = verb && document_.tokens[*verb].deprel.starts_with("acl")
                          ? head_of(words_, *verb)
                          : std::nullopt;
    if (noun && *noun < token) {
        TokenRange phrase{subtree_of(*noun).first, token};
        while (!phrase.empty() && words_[phrase.end - 1] == ",") --phrase.end;
        if (!phrase.empty()) return resolve_phrase(phrase, reporter);
    }
    std::size_t end = token;
    while (end > sentence.first_token && words_[end - 1] == ",") --end;
    const TokenRange phrase = noun_phrase_before(words_, sentence.first_token, end);
    if (!phrase.empty()) return resolve_phrase(phrase, reporter);
    return {actors_.unknown()};
}

Resolver::Indices Resolver::resolve_pronoun(std::size_t token, Reporter reporter) {
    const std::string& word = words_[token];
    if (word == "i" || word == "my" || word == "me") return first_person(false, reporter);
    if (word == "we" || word == "our") return first_person(true, reporter);
    if (word == "who" || word == "which" || word == "that") return relative(token, reporter);
    const bool person = is(WordClass::pronoun_of_a_person, word);
    const bool plural = word == "they" || word == "their" || word == "them";
    const bool thing = word == "it" || word == "its";
    if (!person && !plural && !thing) return {actors_.unknown()};
    if (reporter && !draft_.statements[*reporter].roles.holders.empty()) {
        const Indices& holders = draft_.statements[*reporter].roles.holders;
        const std::size_t first = holders.front();
        const Gender other = gender_of(first);
        const bool fits = person
                              ? is_human(actors_[first].kind) &&
                                    (other == Gender::unknown || other == gender_of_pronoun(word))
                          : thing ? is_body(actors_[first].kind)
                                  : holders.size() > 1 || actors_[first].kind == ActorKind::group ||
                                        actors_[first].kind == ActorKind::anonymous ||
                                        is_body(actors_[first].kind);
        if (fits) return holders;
    }
    if (person) {
        constexpr double anybody = -100;
        if (const auto found = salient_person(token, gender_of_pronoun(word), anybody)) {
            return {*found};
        }
        return {actors_.unknown()};
    }
    return stands_for(token, plural);
}

/// Whom "they" or "it" means. Found out once: each of a chain of pronouns would else ask all before
/// it again.
Resolver::Indices Resolver::stands_for(std::size_t token, bool plural) {
    const auto known = of_pronouns_.find(token);
    if (known != of_pronouns_.end()) return known->second;
    Indices found;
    if (plural) found = plural_before(token);
    if (found.empty()) {
        const auto body = body_before(token);
        found.push_back(body ? *body : actors_.unknown());
    }
    of_pronouns_[token] = found;
    return found;
}

}  // namespace demarche::actor
