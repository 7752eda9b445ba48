// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Names are runs of capitalised words in sentences that are not headlines. What the registry does
// not know and what does not end like a body ("Party", "Times") is a person if it has two to four
// words. Titles before and appositions behind a name give its roles, which later find
// "the minister" again. Limits: people of one name only, and bodies that end like people.

#include "draft/names.hpp"

#include "lexicon/closed_words.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>
#include <utility>

namespace demarche::draft {
using namespace lexicon;
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

void add_role(std::vector<std::string>& roles, std::string role) {
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
        roles.push_back(std::move(role));
    }
}

/// Keeps the least place of a name.
template <class Places>
void keep_first(Places& places, std::string_view name, std::size_t place) {
    const auto [at, added] = places.emplace(std::string(name), place);
    if (!added) at->second = std::min(at->second, place);
}

bool is_initial(const std::string& form) {
    return (form.size() == 2 && form[1] == '.') || form.size() == 1;
}

/// Capitalised at the start of a sentence, but no name.
bool is_plain_opening(const Words& words, std::size_t token) {
    const std::string& word = words[token];
    return is_determiner(word) || is_preposition(word) || is_pronoun_at(words, token) ||
           is_conjunction(word) || is_adverb(word) || is_auxiliary(word) || is_negation(word) ||
           word.ends_with("ing");
}

}  // namespace

std::size_t name_run_end(const Words& words, std::size_t first, std::size_t end) {
    std::size_t stop = first;
    for (std::size_t t = first; t < end;) {
        if (words.capitalised(t) && !is_time_word(words[t])) {
            stop = ++t;
            if (stop < end && words[stop] == "." && words.joined(stop) &&
                is_initial(words.form(stop - 1))) {
                stop = ++t;
            }
            continue;
        }
        const bool inner =
            t > first && (is_particle(words[t]) || words[t] == "of" || words[t] == "&");
        std::size_t next = t + 1;
        if (words[t] == "of" && next < end && words[next] == "the") ++next;
        if (!inner || next >= end || next - t > 2) break;
        // "Blair-Smith", but not the dash of "LONDON - Blair".
        const bool hyphen = words[t] == "-";
        if (hyphen && !(words.joined(t) && words.joined(next))) break;
        if (!words.capitalised(next)) break;
        t = next;
        if (hyphen) stop = ++t;
    }
    return stop;
}

std::size_t body_run_end(const Words& words, std::size_t first, std::size_t end) {
    std::size_t stop = name_run_end(words, first, end);
    if (stop == first || stop + 1 >= end || !kind_of_body(words[stop - 1])) return stop;
    const std::string& link = words[stop];
    const bool goes_on = is(WordClass::preposition_of_a_body, link);
    if (!goes_on || !words.capitalised(stop + 1)) return stop;
    for (std::size_t t = stop + 1; t < end; ++t) {
        const bool inner = is(WordClass::joint_in_a_body, words[t]);
        if (words.capitalised(t)) {
            stop = t + 1;
        } else if (!inner) {
            break;
        }
    }
    return stop;
}

TokenRange without_titles(const Words& words, TokenRange name, const ActorRegistry& registry) {
    // "Circuit Court Judge Anna Berg": all up to the last role, unless the role is all there is.
    for (std::size_t t = name.first; t + 1 < name.end; ++t) {
        const bool role = is_role_noun(words[t]) || is_abbreviated_title(words[t]);
        if (!role || words[t + 1] == "of" || words[t + 1] == "-") continue;
        name.first = t + 1;
    }
    while (name.size() > 1) {
        if (is_title(words[name.first]) || words[name.first] == "." || words[name.first] == "-") {
            const bool office = is_role_noun(words[name.first]) && words[name.first + 1] == "of";
            name.first += office && name.size() > 2 ? 2U : 1U;
            continue;
        }
        const auto match = registry.at(words, name.first, name.end);
        const bool stands_before = match && match->end < name.end;
        if (!stands_before || words[match->end] == "-" || words[match->end] == "of") break;
        name.first = match->end;
        while (name.size() > 1 && words[name.first] == "'s") ++name.first;
    }
    return name;
}

TokenRange without_place(const Words& words, TokenRange name) {
    for (std::size_t t = name.first + 2; t < name.end; ++t) {
        if (words[t] == "of" && is_full_name(words, {name.first, t})) return {name.first, t};
    }
    return name;
}

const Name* learned_name(const Words& words, std::size_t token) {
    const std::vector<Name>& names = words.document().names;
    const auto after =
        std::upper_bound(names.begin(), names.end(), token,
                         [](std::size_t t, const Name& name) { return t < name.first_token; });
    if (after == names.begin()) return nullptr;
    const Name& name = *std::prev(after);
    return token < name.end_token ? &name : nullptr;
}

bool is_learned_thing(const Words& words, TokenRange name) {
    const Name* learned = learned_name(words, name.end - 1);
    if (learned == nullptr || learned->kind == NameKind::person) return false;
    const bool whole = learned->first_token <= name.first && name.end <= learned->end_token;
    return whole && gender_of_given_name(words.form(name.first)) == Gender::unknown;
}

bool is_full_name(const Words& words, TokenRange name) {
    std::size_t count = 0;
    for (std::size_t t = name.first; t < name.end; ++t) {
        if (words[t] == "of" || words[t] == "&" || words[t] == "'s") return false;
        if (is_time_word(words[t])) return false;
        if (words.is_word(t) && !(t > name.first && words.joined(t))) ++count;
    }
    if (count < 2 || count > 4) return false;
    const std::string& last = words[name.end - 1];
    return !kind_of_body(last) && !is_thing(last) && !is_role_noun(last) &&
           words.capitalised(name.first) && words.form(name.end - 1).size() > 1 &&
           !is_plain_opening(words, name.first);
}

bool is_name_tagged(const Words& words, TokenRange name) {
    if (!words.starts_sentence(name.first)) return true;
    for (std::size_t t = name.first; t < name.end; ++t) {
        if (words.document().tokens[t].upos == "PROPN") return true;
        if (t > name.first && words.capitalised(t)) return true;
    }
    return words.document().tokens[name.first].upos.empty();
}

NamesInText::NamesInText(const Words& words, const ActorRegistry& registry)
    : words_(words), registry_(registry) {
    const Document& document = words.document();
    for (const Sentence& sentence : document.sentences) {
        read_abbreviations(sentence);
        read_sentence(sentence);
    }
    index_names();
    add_surnames();
    choose_genders();
    choose_home();
    index_mentions();
}

/// Names are whole now, but for people of whom the article gives the surname alone.
void NamesInText::index_names() {
    by_name_.clear();
    for (std::size_t i = 0; i < people_.size(); ++i) {
        const std::string& name = people_[i].name;
        by_name_.emplace(name, i);
        ++bearers_[people_[i].surname];
        add_ending(people_[i].surname, i);
        for (std::size_t at = name.find(' '); at != std::string::npos;
             at = name.find(' ', at + 1)) {
            add_ending(name.substr(at + 1), i);
            by_beginning_.emplace(name.substr(0, at), i);
        }
    }
}

void NamesInText::add_ending(const std::string& ending, std::size_t place) {
    std::vector<std::size_t>& places = by_ending_[ending];
    if (places.empty() || places.back() != place) places.push_back(place);
}

void NamesInText::index_mentions() {
    for (std::size_t i = 0; i < people_.size(); ++i) {
        for (const std::size_t token : people_[i].mentions) mentions_.push_back({token, i});
        for (const std::string& role : people_[i].roles) by_role_[role].push_back(i);
        states_of_people_.push_back(state_of(people_[i]));
    }
    std::sort(mentions_.begin(), mentions_.end(),
              [](const PersonMention& a, const PersonMention& b) {
                  return std::pair(a.token, a.person) < std::pair(b.token, b.person);
              });
}

std::pair<const PersonMention*, const PersonMention*> NamesInText::mentions(
    std::size_t from, std::size_t token) const {
    const auto before = [](const PersonMention& mention, std::size_t at) {
        return mention.token < at;
    };
    const PersonMention* const begin = mentions_.data();
    const PersonMention* const end = begin + mentions_.size();
    return {std::lower_bound(begin, end, from, before),
            std::lower_bound(begin, end, std::max(from, token), before)};
}

const NamedPerson* NamesInText::of_name(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &people_[found->second];
}

void NamesInText::read_abbreviations(const Sentence& sentence) {
    for (std::size_t t = sentence.first_token + 2; t + 1 < sentence.end_token; ++t) {
        if (words_[t - 1] != "(" || words_[t + 1] != ")" || words_.form(t).size() < 2) continue;
        if (!words_.capitalised(t)) continue;
        const std::size_t letters = words_.form(t).size();
        std::size_t first = t - 1;
        std::size_t capitals = 0;
        while (first > sentence.first_token && capitals < letters &&
               (words_.capitalised(first - 1) || is_preposition(words_[first - 1]) ||
                words_[first - 1] == "and" || words_[first - 1] == "-" ||
                words_[first - 1] == "the")) {
            --first;
            capitals += words_.capitalised(first);
        }
        if (capitals >= 2) abbreviations_.emplace(words_.form(t), words_.text({first, t - 1}));
    }
}

void NamesInText::read_sentence(const Sentence& sentence) {
    const bool headline =
        words_.document().paragraphs[sentence.paragraph].kind != ParagraphKind::body;
    for (std::size_t t = sentence.first_token; t < sentence.end_token;) {
        if (!words_.capitalised(t)) {
            ++t;
            continue;
        }
        if (const auto match = registry_.at(words_, t, sentence.end_token)) {
            const RegistryEntry* entry = match->entry;
            // "The Polish minister" opens a sentence: the state stands behind its article.
            const std::size_t at = words_[t] == "the" && t + 1 < match->end ? t + 1 : t;
            if (entry->kind == ActorKind::state) states_.push_back({entry, at});
            const bool part_of_name = match->end < sentence.end_token &&
                                      match->sense == NameSense::seat &&
                                      words_.capitalised(match->end);
            if (!part_of_name) {
                t = match->end;
                continue;
            }
        }
        if (headline || (words_.starts_sentence(t) && is_plain_opening(words_, t))) {
            ++t;
            continue;
        }
        t = read_run(t, sentence.end_token);
    }
}

std::size_t NamesInText::read_run(std::size_t first, std::size_t end) {
    const std::size_t stop = name_run_end(words_, first, end);
    if (stop == first) return first + 1;
    const TokenRange name = bare_name({first, stop});
    const Sentence& sentence = words_.sentence_at(first);
    if (is_full_name(words_, name) && !registry_.find(words_.text(name))) {
        if (is_learned_thing(words_, name)) return stop;
        add_person(name, sentence.first_token, sentence.end_token);
    } else if (name.size() == 1) {
        single_words_.push_back(name);
    }
    return stop;
}

TokenRange NamesInText::bare_name(TokenRange run) const {
    for (std::size_t t = run.end; t > run.first; --t) {
        const Name* learned = learned_name(words_, t - 1);
        if (learned == nullptr || learned->kind != NameKind::person) continue;
        TokenRange person{std::max(learned->first_token, run.first),
                          std::min(learned->end_token, run.end)};
        if (person.end < run.end && is_generation(words_[person.end])) ++person.end;
        const TokenRange name = without_titles(words_, person, registry_);
        if (is_full_name(words_, name)) return name;
    }
    return without_place(words_, without_titles(words_, run, registry_));
}

/// The first person whose full name this may be, or nobody: "Anna B. Berg" and "Anna Berg" are one,
/// "Anna B. Berg" and "Anna C. Berg" are not.
std::size_t NamesInText::known_person(const std::string& text, const std::string& plain,
                                      const std::string& given, const std::string& surname) const {
    std::size_t first = nobody;
    if (const auto same = by_name_.find(text); same != by_name_.end()) first = same->second;
    if (text == plain) {
        const auto longer = by_given_and_surname_.find(given + " " + surname);
        if (longer != by_given_and_surname_.end()) first = std::min(first, longer->second);
    } else if (const auto shorter = by_name_.find(plain);
               shorter != by_name_.end() && people_[shorter->second].surname == surname) {
        first = std::min(first, shorter->second);
    }
    return first;
}

void NamesInText::add_person(TokenRange name, std::size_t sentence_first,
                             std::size_t sentence_end) {
    const std::string text = words_.text(name);
    std::size_t last = name.end - 1;
    if (last > name.first + 1 && is_generation(words_[last])) --last;
    const std::string& given = words_.form(name.first);
    const std::string& surname = words_.form(last);
    const std::string plain = given + " " + surname;
    std::size_t place = known_person(text, plain, given, surname);
    if (place == nobody) {
        place = people_.size();
        people_.emplace_back().name = text;
        people_.back().surname = surname;
        by_name_.emplace(text, place);
        by_given_and_surname_.emplace(text.substr(0, text.find(' ')) + " " + surname, place);
    }
    NamedPerson* const known = &people_[place];
    if (text == plain && known->name != plain) {
        const auto old = by_name_.find(known->name);
        if (old != by_name_.end() && old->second == place) by_name_.erase(old);
        known->name = plain;
        keep_first(by_name_, plain, place);
    }
    const auto [form, added] = by_form_.emplace(text, place);
    if (added || form->second != place) {
        form->second = std::min(form->second, place);
        if (std::find(known->forms.begin(), known->forms.end(), text) == known->forms.end()) {
            known->forms.push_back(text);
        }
    }
    ++known->count;
    ++known->full_count;
    known->mentions.push_back(name.end - 1);
    for (std::size_t t = name.first; t > sentence_first && name.first - t < 6; --t) {
        const std::string& word = words_[t - 1];
        if (!is_title(word) && !words_.capitalised(t - 1) && !is_role_noun(word)) break;
        add_role(known->roles, role_in_full(word));
    }
    read_role_before(name.first, sentence_first, *known);
    if (name.end + 1 < sentence_end && words_[name.end] == ",") {
        for (std::size_t t = name.end + 1; t < sentence_end && t < name.end + 10; ++t) {
            if (words_[t] == "," || is_auxiliary(words_[t]) || words_[t] == "who") break;
            if (is_role_noun(words_[t]) || is_title(words_[t]) || words_.capitalised(t)) {
                add_role(known->roles, role_in_full(words_[t]));
            }
        }
    }
}

/// "The Prime Minister of Norway, Anna Berg": the words back to the article, where a role is among
/// them.
void NamesInText::read_role_before(std::size_t name, std::size_t sentence_first,
                                   NamedPerson& person) const {
    constexpr std::size_t longest = 8;
    if (name < sentence_first + 3 || words_[name - 1] != ",") return;
    std::vector<std::string> roles;
    bool role = false;
    for (std::size_t t = name - 1; t > sentence_first && name - t < longest; --t) {
        const std::string& word = words_[t - 1];
        if (word == "the") {
            for (std::string& each : roles) {
                if (role) add_role(person.roles, std::move(each));
            }
            return;
        }
        if (word == "," || is_auxiliary(word)) return;
        role = role || is_role_noun(word);
        if (is_role_noun(word) || is_title(word) || words_.capitalised(t - 1)) {
            roles.push_back(role_in_full(word));
        }
    }
}

void NamesInText::add_surnames() {
    for (const TokenRange name : single_words_) {
        const std::string title = name.first > 0 ? words_[name.first - 1] : std::string();
        const std::string& form = words_.form(name.first);
        const NamedPerson* named = person(form, title);
        if (named == nullptr) {
            // "President Berg", never in full: somebody, of whom only this article knows more.
            const bool titled = is_role_noun(title) || is_abbreviated_title(title) ||
                                gender_of_noun(title) != Gender::unknown;
            if (!titled || is_ambiguous(form) || kind_of_body(words_[name.first])) continue;
            NamedPerson person;
            person.name = person.surname = form;
            person.surname_only = true;
            people_.push_back(person);
            named = &people_.back();
            by_name_.emplace(form, people_.size() - 1);
            ++bearers_[form];
            add_ending(form, people_.size() - 1);
            for (const Gender gender : {Gender::unknown, Gender::female, Gender::male}) {
                found_.erase({form, gender});
            }
        }
        NamedPerson& known = people_[static_cast<std::size_t>(named - people_.data())];
        ++known.count;
        known.mentions.push_back(name.first);
        if (gender_of_noun(title) != Gender::unknown) known.gender = gender_of_noun(title);
        if (is_role_noun(title)) add_role(known.roles, role_in_full(title));
    }
    for (NamedPerson& known : people_) std::sort(known.mentions.begin(), known.mentions.end());
}

void NamesInText::choose_genders() {
    for (NamedPerson& known : people_) {
        for (const std::string& role : known.roles) {
            if (known.gender == Gender::unknown) known.gender = gender_of_noun(role);
        }
        if (known.gender != Gender::unknown) continue;
        known.gender = gender_of_given_name(known.name.substr(0, known.name.find(' ')));
    }
}

const NamedPerson* NamesInText::person(std::string_view name) const {
    return person(name, {});
}

const NamedPerson* NamesInText::person(std::string_view name, std::string_view title) const {
    const Gender wanted = gender_of_noun(title);
    const auto [answer, is_new] = found_.emplace(std::pair(std::string(name), wanted), nobody);
    if (is_new) answer->second = find_person(name, wanted);
    return answer->second == nobody ? nullptr : &people_[answer->second];
}

std::size_t NamesInText::find_person(std::string_view name, Gender wanted) const {
    if (const auto form = by_form_.find(name); form != by_form_.end()) return form->second;
    std::size_t best = nobody;
    bool tie = false;
    const auto ending = by_ending_.find(name);
    for (std::size_t i = 0; ending != by_ending_.end() && i < ending->second.size(); ++i) {
        const NamedPerson& known = people_[ending->second[i]];
        const Gender own = gender_of_given_name(known.name.substr(0, known.name.find(' ')));
        const bool conflict = wanted != Gender::unknown && own != Gender::unknown && own != wanted;
        if (conflict) continue;
        if (best == nobody || known.full_count > people_[best].full_count) {
            best = ending->second[i];
            tie = false;
        } else {
            tie = tie || known.full_count == people_[best].full_count;
        }
    }
    if (best != nobody) return tie ? nobody : best;
    // "Anna" for Anna Berg.
    const auto beginning = by_beginning_.find(name);
    return beginning == by_beginning_.end() ? nobody : beginning->second;
}

bool NamesInText::is_ambiguous(std::string_view name) const {
    const auto bearers = bearers_.find(name);
    return bearers != bearers_.end() && bearers->second > 1 && person(name) == nullptr;
}

const RegistryEntry* NamesInText::state_of(const NamedPerson& person) const {
    for (const std::string& role : person.roles) {
        std::string name = role;
        if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
        }
        const auto match = registry_.find(name);
        if (match && match->entry->kind == ActorKind::state) return match->entry;
    }
    return nullptr;
}

const NamedPerson* NamesInText::person_with_roles(const std::vector<std::string>& roles,
                                                  const RegistryEntry* state,
                                                  std::size_t token) const {
    const NamedPerson* before = nullptr;
    const NamedPerson* after = nullptr;
    std::size_t latest = 0;
    if (roles.empty()) return nullptr;
    const auto bearers = by_role_.find(role_in_full(roles.front()));
    if (bearers == by_role_.end()) return nullptr;
    for (const std::size_t place : bearers->second) {
        const NamedPerson& known = people_[place];
        const bool fits = std::all_of(roles.begin() + 1, roles.end(), [&](const std::string& role) {
            return std::find(known.roles.begin(), known.roles.end(), role_in_full(role)) !=
                   known.roles.end();
        });
        if (!fits) continue;
        if (state != nullptr) {
            const RegistryEntry* own = states_of_people_[place];
            if (own == nullptr ? state != home_ : own != state) continue;
        }
        if (after == nullptr) after = &known;
        const auto next = std::lower_bound(known.mentions.begin(), known.mentions.end(), token);
        if (next == known.mentions.begin()) continue;
        if (before != nullptr && *std::prev(next) < latest) continue;
        before = &known;
        latest = *std::prev(next);
    }
    return before != nullptr ? before : after;
}

const RegistryEntry* NamesInText::last_state(std::size_t from, std::size_t token) const {
    const auto after =
        std::partition_point(states_.begin(), states_.end(),
                             [&](const StateMention& mention) { return mention.token < token; });
    if (after == states_.begin() || std::prev(after)->token < from) return nullptr;
    return std::prev(after)->state;
}

void NamesInText::choose_home() {
    std::map<std::string, std::size_t> counts;
    for (const StateMention& mention : states_) ++counts[mention.state->key];
    std::size_t most = 0;
    for (const StateMention& mention : states_) {
        if (counts[mention.state->key] <= most) continue;
        most = counts[mention.state->key];
        home_ = mention.state;
    }
}

std::string NamesInText::meaning_of(const std::string& abbreviation) const {
    const auto found = abbreviations_.find(abbreviation);
    return found == abbreviations_.end() ? std::string() : found->second;
}

}  // namespace demarche::draft
