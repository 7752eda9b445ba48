// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "actor/actor_list.hpp"
#include "draft/draft.hpp"
#include "draft/names.hpp"
#include "lexicon/actor_registry.hpp"
#include "lexicon/bodies.hpp"
#include "lexicon/words.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// From phrases of one article to its actors; actors.cpp tells the order of the questions.
namespace demarche::actor {

/// A phrase taken apart.
struct Phrase {
    TokenRange tokens;  ///< without determiner
    TokenRange aside;   ///< what stands behind its first comma, up to a relative clause
    std::string determiner;
    std::size_t head = 0;  ///< token of its main noun
};

/// A source as it was resolved, for what refers back to it.
struct Mention {
    std::size_t token = 0;
    std::size_t actor = 0;
    std::string head;
    std::size_t main = 0;  ///< token of its head
};

class Resolver {
public:
    /// Fills the draft, which must outlive it.
    explicit Resolver(draft::Draft& draft);

    void resolve();

private:
    using Indices = std::vector<std::size_t>;
    using Reporter = std::optional<std::size_t>;  ///< the attribution a phrase is reported in

    // actor.cpp and affiliations.cpp: phrases
    Phrase parsed(TokenRange tokens) const;
    TokenRange without_time(TokenRange phrase) const;
    Indices resolve_phrase(TokenRange phrase, Reporter reporter);
    bool is_list(std::size_t first, std::size_t comma, std::size_t conjunction) const;
    bool belongs_to_all(std::size_t first, std::size_t conjunction, std::size_t end) const;
    bool is_in_body(std::size_t first, std::size_t conjunction, std::size_t end) const;
    bool is_modifier(std::size_t conjunction, std::size_t end) const;
    std::size_t resolve_single(TokenRange tokens, Reporter reporter);
    std::optional<std::size_t> by_registry(const Phrase& phrase);
    std::optional<std::size_t> by_government(const Phrase& phrase, Reporter reporter);
    std::optional<std::size_t> by_public_body(const Phrase& phrase);
    std::optional<std::size_t> by_side_of_house(const Phrase& phrase);
    std::optional<std::size_t> by_name(const Phrase& phrase);
    std::optional<std::size_t> by_aside(const Phrase& phrase);
    std::optional<std::size_t> by_unnamed(const Phrase& phrase, Reporter reporter);
    std::optional<std::size_t> by_role(const Phrase& phrase, Reporter reporter);
    std::optional<std::size_t> office_of_state(const Phrase& phrase, Reporter reporter);
    std::optional<std::size_t> by_body_again(const Phrase& phrase);
    std::size_t by_words(const Phrase& phrase);
    bool has_name(TokenRange tokens) const;
    std::optional<std::size_t> body_in(TokenRange tokens);
    std::optional<std::size_t> body_called(TokenRange tokens);
    std::optional<std::size_t> body_meant(TokenRange tokens);
    std::vector<lexicon::PublicBody> public_bodies_in(TokenRange tokens) const;
    bool may_be_meant(const Name& name, std::string_view noun) const;
    void find_sides_of_house();
    std::string unnamed_name(TokenRange tokens, std::optional<std::size_t> body) const;
    const lexicon::RegistryEntry* state_near(TokenRange tokens) const;

    // possessives.cpp: whose it is
    std::optional<std::size_t> by_owner(const Phrase& phrase, Reporter reporter);
    std::optional<std::size_t> of_owner(std::size_t owner, TokenRange owned);
    std::optional<std::size_t> by_document(const Phrase& phrase);
    Indices joint_makers(TokenRange tokens);

    // coreference.cpp: what refers back
    void remember(Mention mention);
    TokenRange subtree_of(std::size_t token);
    bool is_plural_subject(std::size_t token);
    Indices stands_for(std::size_t token, bool plural);
    Indices resolve_pronoun(std::size_t token, Reporter reporter);
    Indices relative(std::size_t token, Reporter reporter);
    Indices first_person(bool plural, Reporter reporter);
    std::optional<std::size_t> last_mention(std::size_t token, std::string_view head) const;
    std::optional<std::size_t> salient_person(std::size_t token, lexicon::Gender gender,
                                              double at_least, std::string_view office = {});
    bool bears(std::size_t actor, std::string_view office) const;
    bool may_say_of_himself(std::size_t actor, std::string_view office, std::size_t reporter) const;
    void find_subjects();
    std::vector<std::size_t> roles_as_subjects(std::size_t token) const;
    std::vector<std::size_t> subjects_before(std::size_t token) const;
    Indices resolve_subject(std::size_t token);
    Indices both_before(TokenRange tokens);
    Indices plural_before(std::size_t token);
    std::optional<std::size_t> body_before(std::size_t token);
    double salience(std::size_t candidate, std::size_t token) const;
    std::size_t add_person(const draft::NamedPerson& person);
    lexicon::Gender gender_of(std::size_t actor) const;

    // holders.cpp: who does what in an attribution
    Indices holders_of(std::size_t attribution);
    Indices unstated_holders(std::size_t attribution);
    std::optional<std::size_t> target_of(std::size_t attribution);

    // addressees.cpp: whom it is said to
    std::optional<std::size_t> addressee_of(std::size_t attribution);
    bool is_somebody(const Phrase& phrase) const;
    std::optional<std::size_t> named_object(TokenRange phrase, Reporter reporter);
    std::optional<std::size_t> listener_at(std::size_t at, std::size_t end,
                                           std::size_t attribution);
    std::optional<std::size_t> as_listener(std::optional<std::size_t> found,
                                           std::size_t attribution) const;
    std::optional<std::size_t> crowd_at(const Phrase& phrase, std::size_t from, std::size_t end,
                                        std::size_t attribution);
    std::string place_from(std::size_t at, std::size_t end) const;
    TokenRange without_show(TokenRange told) const;
    bool is_asked_to_act(std::size_t at, std::size_t end) const;
    std::optional<std::size_t> asked_in_passive(std::size_t attribution);
    std::optional<std::size_t> child(std::size_t token, std::string_view relation) const;
    std::vector<std::size_t> own_words_beside(std::size_t attribution) const;
    std::optional<std::size_t> addressee_beside(std::size_t attribution);
    bool is_when(std::size_t token) const;
    std::optional<std::size_t> outlet_before(std::size_t interview);
    std::optional<std::size_t> host_of_show(std::size_t at, std::size_t end);
    std::optional<std::size_t> audience_of(std::size_t attribution);
    std::optional<std::size_t> spoken_to_by_name(std::size_t attribution);
    void hand_on_addressees();
    void hand_along(const std::vector<std::size_t>& order, std::size_t paragraphs);
    std::size_t paragraph_of(std::size_t attribution) const;
    void keep_only_listeners(const std::vector<std::size_t>& order);
    void answer_askers(const std::vector<std::size_t>& order);
    bool speaks(std::size_t attribution) const;
    bool replies_to_somebody(std::size_t attribution) const;
    bool has_quotation(std::size_t attribution) const;

    draft::Draft& draft_;
    const Document& document_;
    const lexicon::Words& words_;
    const lexicon::ActorRegistry& registry_;
    const draft::NamesInText& names_;
    ActorList actors_;
    std::vector<Mention> mentions_;         ///< of sources, as resolved
    std::vector<std::size_t> in_question_;  ///< subjects being resolved: none hangs on itself
    // The same by what they are asked for, so that no question looks at all that came before.
    std::map<std::size_t, std::vector<std::size_t>>
        mentions_at_;                               ///< by token: places in mentions_
    std::map<std::size_t, std::size_t> bodies_at_;  ///< by token: actor
    std::map<std::string, std::map<std::size_t, std::size_t>, std::less<>> unnamed_;  ///< by head
    std::set<std::pair<std::size_t, std::string>> called_;  ///< actor, head of a mention
    // What depends on the token alone is found out once.
    std::vector<std::size_t> subjects_;       ///< tokens, in text order
    std::vector<std::size_t> role_subjects_;  ///< see roles_as_subjects
    std::vector<TokenRange> subtrees_;        ///< of each token; empty: not asked for yet
    std::map<std::size_t, bool> plural_subjects_;
    std::map<std::size_t, Indices> of_subjects_;  ///< what resolve_subject found
    std::map<std::size_t, Indices> of_pronouns_;  ///< what stands_for found
    std::vector<std::size_t> source_at_;          ///< first token of each attribution's source
    std::optional<std::vector<lexicon::PublicBody>>
        public_bodies_;  ///< of all sentences, in text order
    std::map<std::string, std::vector<std::size_t>, std::less<>> bodies_called_;  ///< by noun
    std::map<std::string, std::vector<std::size_t>, std::less<>> bodies_meant_;  ///< by noun: names
    std::vector<std::size_t> sides_of_house_;  ///< tokens: the "party" of "ruling party"
    std::vector<bool> quoted_;                 ///< per token: within quotation marks
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace demarche::actor
