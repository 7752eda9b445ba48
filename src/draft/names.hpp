// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"
#include "lexicon/actor_registry.hpp"
#include "lexicon/titles.hpp"
#include "lexicon/words.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The people, bodies and states that an article names, wherever it does.
namespace demarche::draft {

/// A person by full name, with what the article calls him or her.
struct NamedPerson {
    /// "Anna Berg": without titles, and without middle names if it is given so
    std::string name;
    std::string surname;             ///< its last word, "Jr." aside
    std::vector<std::string> forms;  ///< the full names given: also "Anna B. Berg"
    bool surname_only = false;       ///< "President Berg": the article gives no full name
    lexicon::Gender gender = lexicon::Gender::unknown;
    std::size_t count = 0;              ///< mentions by full name and by surname
    std::size_t full_count = 0;         ///< mentions by full name
    std::vector<std::size_t> mentions;  ///< last tokens, in text order
    std::vector<std::string> roles;     ///< words of titles and appositions, folded: "minister"
};

/// Where a person is named: the last token, and the place in NamesInText::people().
struct PersonMention {
    std::size_t token = 0;
    std::size_t person = 0;
};

struct StateMention {
    const lexicon::RegistryEntry* state = nullptr;
    std::size_t token = 0;
};

class NamesInText {
public:
    NamesInText(const lexicon::Words& words, const lexicon::ActorRegistry& registry);

    [[nodiscard]] const std::vector<NamedPerson>& people() const { return people_; }
    [[nodiscard]] const lexicon::ActorRegistry& registry() const { return registry_; }

    /// Mentions of all people in the tokens [from, token), in text order. Complexity: logarithmic.
    [[nodiscard]] std::pair<const PersonMention*, const PersonMention*> mentions(
        std::size_t from, std::size_t token) const;

    /// The first of the people of exactly this name; null if there is none.
    [[nodiscard]] const NamedPerson* of_name(std::string_view name) const;

    /// The person with this full name or surname; of two with one surname the one whose full name
    /// is given more often. Null if there is none, and if two are given equally often.
    [[nodiscard]] const NamedPerson* person(std::string_view name) const;

    /// The same for a surname behind a title: "Mrs." decides between two of one surname.
    [[nodiscard]] const NamedPerson* person(std::string_view name, std::string_view title) const;

    /// Whether two people of this surname are named equally often, so that it says not who.
    [[nodiscard]] bool is_ambiguous(std::string_view name) const;

    /// The person mentioned last before `token` whose roles include all of `roles`; if no mention
    /// lies before it, the first one after it.
    /// Where `state` is not null, a person known to be of another state does not count, and one of
    /// no known state only where it is the article's own.
    [[nodiscard]] const NamedPerson* person_with_roles(const std::vector<std::string>& roles,
                                                       const lexicon::RegistryEntry* state,
                                                       std::size_t token) const;

    /// The state that the article names most; null if it names none.
    [[nodiscard]] const lexicon::RegistryEntry* home() const { return home_; }

    /// The state named last in the tokens [from, token).
    [[nodiscard]] const lexicon::RegistryEntry* last_state(std::size_t from,
                                                           std::size_t token) const;

    /// A run of capitals without what is no part of the name: titles and places, and what the
    /// learned names leave out: "Harbour Workers Secretary-Treasurer" Anna Berg.
    [[nodiscard]] TokenRange bare_name(TokenRange run) const;

    /// The words that "KAMD" was introduced for in brackets; empty if it was not.
    [[nodiscard]] std::string meaning_of(const std::string& abbreviation) const;

private:
    using Places = std::map<std::string, std::size_t, std::less<>>;
    using PlaceLists = std::map<std::string, std::vector<std::size_t>, std::less<>>;

    void read_sentence(const Sentence& sentence);
    std::size_t read_run(std::size_t first, std::size_t end);
    void add_person(TokenRange name, std::size_t sentence_first, std::size_t sentence_end);
    std::size_t known_person(const std::string& text, const std::string& plain,
                             const std::string& given, const std::string& surname) const;
    void read_role_before(std::size_t name, std::size_t sentence_first, NamedPerson& person) const;
    void add_surnames();
    void add_ending(const std::string& ending, std::size_t place);
    void index_names();
    void index_mentions();
    void choose_genders();
    std::size_t find_person(std::string_view name, lexicon::Gender wanted) const;
    [[nodiscard]] const lexicon::RegistryEntry* state_of(const NamedPerson& person) const;
    void read_abbreviations(const Sentence& sentence);
    void choose_home();

    const lexicon::Words& words_;
    const lexicon::ActorRegistry& registry_;
    std::vector<NamedPerson> people_;
    std::vector<TokenRange> single_words_;  ///< runs of one word, which may be surnames
    std::vector<StateMention> states_;      ///< in text order
    // People by what they may be called, as places in people_: an article of ten thousand names
    // must not look at all of them for each.
    Places by_name_;               ///< the first of the name
    Places by_form_;               ///< the first who has this full name among the forms
    Places by_given_and_surname_;  ///< the first: "Anna", a space, "Berg"
    PlaceLists by_ending_;         ///< of the surname, and of the last words of the name
    Places by_beginning_;          ///< the first of these first words
    std::map<std::string, std::size_t, std::less<>> bearers_;  ///< people of a surname
    PlaceLists by_role_;
    std::vector<const lexicon::RegistryEntry*> states_of_people_;
    std::vector<PersonMention> mentions_;  ///< in text order
    mutable std::map<std::pair<std::string, lexicon::Gender>, std::size_t>
        found_;  ///< find_person's answers
    std::map<std::string, std::string> abbreviations_;
    const lexicon::RegistryEntry* home_ = nullptr;
};

/// The name that was found in the text (syntax::find_names) and holds `token`; null if none does.
[[nodiscard]] const Name* learned_name(const lexicon::Words& words, std::size_t token);

/// Whether what was learned takes the tokens for the name of something else than a person, and no
/// given name says otherwise.
[[nodiscard]] bool is_learned_thing(const lexicon::Words& words, TokenRange name);

/// The end of the run of capitalised words that starts at `first`, with "of" and particles inside.
[[nodiscard]] std::size_t name_run_end(const lexicon::Words& words, std::size_t first,
                                       std::size_t end);

/// The same for a body, over "for" and "and": "Centre for Roads and Harbours".
[[nodiscard]] std::size_t body_run_end(const lexicon::Words& words, std::size_t first,
                                       std::size_t end);

/// `name` without the titles, roles and demonyms before it: "Prime Minister Anna Berg" -> Anna
/// Berg.
[[nodiscard]] TokenRange without_titles(const lexicon::Words& words, TokenRange name,
                                        const lexicon::ActorRegistry& registry);

/// `name` without "of Maine" where a person's full name stands before it.
[[nodiscard]] TokenRange without_place(const lexicon::Words& words, TokenRange name);

/// False for a word that is capitalised only because it opens its sentence: "Activists".
[[nodiscard]] bool is_name_tagged(const lexicon::Words& words, TokenRange name);

/// Whether the tokens can be a person's full name.
[[nodiscard]] bool is_full_name(const lexicon::Words& words, TokenRange name);

}  // namespace demarche::draft
