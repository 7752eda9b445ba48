// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"
#include "core/attribution.hpp"
#include "core/document.hpp"
#include "core/relation.hpp"
#include "draft/names.hpp"
#include "lexicon/cue_reading.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/words.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// An article while it is read: what goes through the corridor from attribution to statement. Each
/// room fills its part of each statement and looks at what the rooms before it filled.
///
/// | by                | filled                                        |
/// | ----------------- | --------------------------------------------- |
/// | begin_statements  | StatementDraft::attribution, cue, for_somebody |
/// | resolve_actors    | StatementDraft::roles, Draft::actors          |
/// | classify_stances  | StatementDraft::stance                        |
/// | name_propositions | StatementDraft::proposition                   |
namespace demarche::draft {

/// Who does what in a statement; numbers are indices into Draft::actors.
struct Roles {
    /// At least one; the author or an unknown where none is stated
    std::vector<std::size_t> holders;
    std::optional<std::size_t> addressee;
    std::optional<std::size_t> target;
};

/// What kind of act or attitude a statement is.
struct Stance {
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;
    Factuality factuality = Factuality::actual;
    double value = 0;  ///< from -1, against, to 1, for
    bool policy = false;
    double confidence = 0;  ///< that actor, relation and polarity are right, 0 to 1
};

/// What a statement is about.
struct Proposition {
    std::string label;                ///< affirmative, at most about 14 words
    std::vector<std::string> issues;  ///< labels
};

struct StatementDraft {
    Attribution attribution;    ///< `reported_by` is an index into Draft::statements
    lexicon::CueReading cue{};  ///< what the words of the cue say
    /// Whom the content leaves it to: "a matter for Rome to decide"
    std::optional<lexicon::ForSomebody> for_somebody{};
    Roles roles{};
    Stance stance{};
    Proposition proposition{};
};

/// The registry must outlive it. Words and names look into the document, so it stays where it is.
struct Draft {
    Draft(Document read, const lexicon::ActorRegistry& registry)
        : document(std::move(read)), words(document), names(words, registry) {}
    Draft(const Draft&) = delete;

    Document document;
    lexicon::Words words;
    NamesInText names;
    std::vector<StatementDraft> statements{};
    std::vector<Actor> actors{};  ///< with ids; `part_of` and `represents` are ids in the list
    std::vector<Diagnostic> diagnostics{};  ///< names that may be several people

    [[nodiscard]] const lexicon::ActorRegistry& registry() const { return names.registry(); }
    /// The statement in whose content `one` is reported; null if there is none.
    [[nodiscard]] const StatementDraft* reporter_of(const StatementDraft& one) const {
        const auto reporter = one.attribution.reported_by;
        return reporter ? &statements[*reporter] : nullptr;
    }
};

/// Begins a statement for each attribution.
void begin_statements(std::vector<Attribution> attributions, Draft& draft);

}  // namespace demarche::draft
