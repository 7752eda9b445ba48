// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// What single words are: words.tsv in memory.
namespace demarche::lexicon {

/// The classes of words.tsv, which says what each is for.
enum class WordClass {
    // Closed classes of grammar
    determiner,
    definite_determiner,
    indefinite_determiner,
    quantity,
    count_of_people,
    preposition,
    joining_preposition,
    preposition_of_place,
    preposition_of_a_body,
    pronoun,
    subject_pronoun,
    reflexive_pronoun,
    possessive_pronoun,
    pronoun_of_a_person,
    first_person,
    third_person,
    third_person_subject,
    pronoun_of_a_body,
    relative_pronoun,
    form_of_be,
    auxiliary,
    modal_of_possibility,
    future_auxiliary,
    negation,
    adverb,
    no_adverb,
    conjunction,
    clause_preposition,
    question_word,
    opening_of_an_aside,
    end_of_an_aside,
    opening_of_a_content,
    mark_of_a_content,
    before_a_participle,
    interjection,
    bound_word,
    // Inside phrases and names
    mark_in_a_phrase,
    dash,
    joint_in_a_matter,
    joint_in_a_body,
    name_particle,
    generation,
    // Time
    month,
    weekday,
    time_word,
    part_of_a_day,
    before_a_day,
    beside_a_time,
    // Nouns for people
    source_noun,
    bare_source_noun,
    role_noun,
    title,
    office,
    head_of_state,
    leader_of_a_state,
    female_noun,
    male_noun,
    people_noun,
    plural_without_s,
    crowd,
    gathering,
    following,
    share,
    noun_with_a_phrase,
    behind_a_noun,
    // Nouns for states and bodies
    government_noun,
    own_side,
    side_of_a_house,
    body_noun,
    body_again,
    state_again,
    party_again,
    public_body_again,
    campaign_noun,
    name_with_the,
    party_ending,
    court_ending,
    legislature_ending,
    government_body_ending,
    company_ending,
    organisation_ending,
    thing,
    // Nouns for what is said
    document_noun,
    utterance_noun,
    matter,
    plan_noun,
    request,
    talk,
    address,
    // Adjectives
    telling_which,
    // Verbs, as stems or forms
    verb_of_telling,
    verb_of_saying_to,
    verb_of_asking,
    verb_of_being_told,
    verb_of_replying,
    verb_of_answering,
    form_of_call,
    appearance,
    seeming,
    frame,
    falling_short,
    quoting_participle,
    no_course,
};

struct WordClassFacts {
    WordClass word_class;
    std::string_view name;  ///< in words.tsv
};

/// One row a class, in the order of the enumeration.
inline constexpr std::array<WordClassFacts, 103> word_class_table = {{
    {WordClass::determiner, "determiner"},
    {WordClass::definite_determiner, "definite determiner"},
    {WordClass::indefinite_determiner, "indefinite determiner"},
    {WordClass::quantity, "quantity"},
    {WordClass::count_of_people, "count of people"},
    {WordClass::preposition, "preposition"},
    {WordClass::joining_preposition, "joining preposition"},
    {WordClass::preposition_of_place, "preposition of place"},
    {WordClass::preposition_of_a_body, "preposition of a body"},
    {WordClass::pronoun, "pronoun"},
    {WordClass::subject_pronoun, "subject pronoun"},
    {WordClass::reflexive_pronoun, "reflexive pronoun"},
    {WordClass::possessive_pronoun, "possessive pronoun"},
    {WordClass::pronoun_of_a_person, "pronoun of a person"},
    {WordClass::first_person, "first person"},
    {WordClass::third_person, "third person"},
    {WordClass::third_person_subject, "third person subject"},
    {WordClass::pronoun_of_a_body, "pronoun of a body"},
    {WordClass::relative_pronoun, "relative pronoun"},
    {WordClass::form_of_be, "form of be"},
    {WordClass::auxiliary, "auxiliary"},
    {WordClass::modal_of_possibility, "modal of possibility"},
    {WordClass::future_auxiliary, "future auxiliary"},
    {WordClass::negation, "negation"},
    {WordClass::adverb, "adverb"},
    {WordClass::no_adverb, "no adverb"},
    {WordClass::conjunction, "conjunction"},
    {WordClass::clause_preposition, "clause preposition"},
    {WordClass::question_word, "question word"},
    {WordClass::opening_of_an_aside, "opening of an aside"},
    {WordClass::end_of_an_aside, "end of an aside"},
    {WordClass::opening_of_a_content, "opening of a content"},
    {WordClass::mark_of_a_content, "mark of a content"},
    {WordClass::before_a_participle, "before a participle"},
    {WordClass::interjection, "interjection"},
    {WordClass::bound_word, "bound word"},
    {WordClass::mark_in_a_phrase, "mark in a phrase"},
    {WordClass::dash, "dash"},
    {WordClass::joint_in_a_matter, "joint in a matter"},
    {WordClass::joint_in_a_body, "joint in a body"},
    {WordClass::name_particle, "name particle"},
    {WordClass::generation, "generation"},
    {WordClass::month, "month"},
    {WordClass::weekday, "weekday"},
    {WordClass::time_word, "time word"},
    {WordClass::part_of_a_day, "part of a day"},
    {WordClass::before_a_day, "before a day"},
    {WordClass::beside_a_time, "beside a time"},
    {WordClass::source_noun, "source noun"},
    {WordClass::bare_source_noun, "bare source noun"},
    {WordClass::role_noun, "role noun"},
    {WordClass::title, "title"},
    {WordClass::office, "office"},
    {WordClass::head_of_state, "head of state"},
    {WordClass::leader_of_a_state, "leader of a state"},
    {WordClass::female_noun, "female noun"},
    {WordClass::male_noun, "male noun"},
    {WordClass::people_noun, "people noun"},
    {WordClass::plural_without_s, "plural without s"},
    {WordClass::crowd, "crowd"},
    {WordClass::gathering, "gathering"},
    {WordClass::following, "following"},
    {WordClass::share, "share"},
    {WordClass::noun_with_a_phrase, "noun with a phrase"},
    {WordClass::behind_a_noun, "behind a noun"},
    {WordClass::government_noun, "government noun"},
    {WordClass::own_side, "own side"},
    {WordClass::side_of_a_house, "side of a house"},
    {WordClass::body_noun, "body noun"},
    {WordClass::body_again, "body again"},
    {WordClass::state_again, "state again"},
    {WordClass::party_again, "party again"},
    {WordClass::public_body_again, "public body again"},
    {WordClass::campaign_noun, "campaign noun"},
    {WordClass::name_with_the, "name with the"},
    {WordClass::party_ending, "party ending"},
    {WordClass::court_ending, "court ending"},
    {WordClass::legislature_ending, "legislature ending"},
    {WordClass::government_body_ending, "government body ending"},
    {WordClass::company_ending, "company ending"},
    {WordClass::organisation_ending, "organisation ending"},
    {WordClass::thing, "thing"},
    {WordClass::document_noun, "document noun"},
    {WordClass::utterance_noun, "utterance noun"},
    {WordClass::matter, "matter"},
    {WordClass::plan_noun, "plan noun"},
    {WordClass::request, "request"},
    {WordClass::talk, "talk"},
    {WordClass::address, "address"},
    {WordClass::telling_which, "telling which"},
    {WordClass::verb_of_telling, "verb of telling"},
    {WordClass::verb_of_saying_to, "verb of saying to"},
    {WordClass::verb_of_asking, "verb of asking"},
    {WordClass::verb_of_being_told, "verb of being told"},
    {WordClass::verb_of_replying, "verb of replying"},
    {WordClass::verb_of_answering, "verb of answering"},
    {WordClass::form_of_call, "form of call"},
    {WordClass::appearance, "appearance"},
    {WordClass::seeming, "seeming"},
    {WordClass::frame, "frame"},
    {WordClass::falling_short, "falling short"},
    {WordClass::quoting_participle, "quoting participle"},
    {WordClass::no_course, "no course"},
}};

class ClosedWords {
public:
    /// Reads a table in the form of words.tsv, which must outlive it.
    /// \throws InputError with file and line: a class that WordClass does not know, an empty
    /// word, one given twice; without a line: a class without words.
    ClosedWords(std::string_view table, const std::string& file);

    /// The table that the program carries.
    [[nodiscard]] static const ClosedWords& built_in();

    [[nodiscard]] bool is(WordClass word_class, std::string_view word) const {
        const auto found = classes_.find(word);
        return found != classes_.end() && found->second[static_cast<std::size_t>(word_class)];
    }

    /// The words of a class in the order of the table.
    [[nodiscard]] const std::vector<std::string_view>& of(WordClass word_class) const {
        return words_[static_cast<std::size_t>(word_class)];
    }

private:
    std::unordered_map<std::string_view, std::bitset<word_class_table.size()>> classes_;
    std::array<std::vector<std::string_view>, word_class_table.size()> words_;
};

/// Whether `word` is in a class of words.tsv. Complexity: one look-up.
[[nodiscard]] bool is(WordClass word_class, std::string_view word);

/// Whether one of the words that a verb's `form` may be a form of is in the class (see stems).
[[nodiscard]] bool any_stem_is(WordClass word_class, std::string_view form);

/// The words of a class of words.tsv, in its order.
[[nodiscard]] const std::vector<std::string_view>& words_of(WordClass word_class);

}  // namespace demarche::lexicon
