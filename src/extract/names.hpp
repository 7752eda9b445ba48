#pragma once

#include "core/actor.hpp"
#include "extract/registry.hpp"
#include "extract/words.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The people, bodies and states that an article names, wherever it does.
namespace demarche::extract {

/// A person by full name, with what the article calls him or her.
struct NamedPerson {
    std::string name;     ///< "Anna Berg": the longest form in the article without titles
    std::string surname;  ///< its last word
    std::size_t count = 0;
    std::vector<std::size_t> mentions;  ///< first tokens, in text order
    std::vector<std::string> roles;     ///< words of titles and appositions, folded: "minister"
};

struct StateMention {
    const RegistryEntry* state = nullptr;
    std::size_t token = 0;
};

/// Words that stand before a name without being part of it: "President", "Sen.", "spokesman".
[[nodiscard]] bool is_title(std::string_view word);
/// Nouns for what a person is: "minister", "billionaire", "source".
[[nodiscard]] bool is_role_noun(std::string_view word);
/// The last word of a body's name: "Party", "Committee", "Times".
[[nodiscard]] std::optional<ActorKind> kind_of_body(std::string_view last_word);

class NamesInText {
public:
    NamesInText(const Words& words, const ActorRegistry& registry);

    [[nodiscard]] const std::vector<NamedPerson>& people() const { return people_; }

    /// The person with this full name or surname; of two with one surname the one named most, of
    /// these the first. Null if there is none.
    [[nodiscard]] const NamedPerson* person(std::string_view name) const;

    /// The person mentioned last before `token` whose roles include all of `roles`; if no mention
    /// lies before it, the first one after it.
    [[nodiscard]] const NamedPerson* person_with_roles(const std::vector<std::string>& roles,
                                                       std::size_t token) const;

    /// The person named last in the tokens [from, token).
    [[nodiscard]] const NamedPerson* last_person(std::size_t from, std::size_t token) const;

    /// The state that the article names most; null if it names none.
    [[nodiscard]] const RegistryEntry* home() const { return home_; }

    /// The state named last in the tokens [from, token).
    [[nodiscard]] const RegistryEntry* last_state(std::size_t from, std::size_t token) const;

    /// The words that "KAMD" was introduced for in brackets; empty if it was not.
    [[nodiscard]] std::string meaning_of(const std::string& abbreviation) const;

private:
    void read_sentence(const Sentence& sentence);
    std::size_t read_run(std::size_t first, std::size_t end);
    void add_person(TokenRange name, std::size_t sentence_first, std::size_t sentence_end);
    void read_abbreviations(const Sentence& sentence);
    void choose_home();

    const Words& words_;
    const ActorRegistry& registry_;
    std::vector<NamedPerson> people_;
    std::vector<StateMention> states_;
    std::map<std::string, std::string> abbreviations_;
    const RegistryEntry* home_ = nullptr;
};

/// The end of the run of capitalised words that starts at `first`, with "of" and particles inside.
[[nodiscard]] std::size_t name_run_end(const Words& words, std::size_t first, std::size_t end);

/// `name` without the titles, roles and demonyms before it: "Prime Minister Anna Berg" -> Anna Berg.
[[nodiscard]] TokenRange without_titles(const Words& words, TokenRange name);

/// Whether the tokens can be a person's full name.
[[nodiscard]] bool is_full_name(const Words& words, TokenRange name);

}  // namespace demarche::extract
