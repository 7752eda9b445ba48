// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What each attribution is about: a label, shared by those that say the same, and its issues.
//
// Who speaks for his own side states its position: "the spokesman said that Oslo opposes the quota"
// and what Oslo opposes are two statements on one position. A report about others is not: "Rome
// said that Oslo opposes the quota" is on Oslo's opposing it.

#include "proposition/proposition.hpp"
#include "draft/names.hpp"
#include "lexicon/actor_registry.hpp"
#include "lexicon/words.hpp"
#include "proposition/codebook.hpp"
#include "proposition/compress.hpp"
#include "proposition/issues.hpp"
#include "proposition/label.hpp"
#include "proposition/near_duplicates.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace demarche::proposition {
using namespace draft;
using namespace lexicon;
namespace {

/// `actor` and what it is part of or speaks for, all the way up; a party is no part of its state
/// here.
std::vector<std::string> sides(const Draft& draft, std::size_t actor) {
    std::vector<std::string> ids;
    const Actor* at = &draft.actors[actor];
    while (at != nullptr && std::find(ids.begin(), ids.end(), at->id) == ids.end()) {
        ids.push_back(at->id);
        if (at->kind == ActorKind::party) break;
        const std::string& whole = at->represents.empty() ? at->part_of : at->represents;
        const auto next = std::find_if(draft.actors.begin(), draft.actors.end(),
                                       [&](const Actor& other) { return other.id == whole; });
        at = next == draft.actors.end() ? nullptr : &*next;
    }
    return ids;
}

bool is_own_side(const Draft& draft, const StatementDraft& reporter,
                 const StatementDraft& reported) {
    const auto& speakers = reporter.roles.holders;
    const auto& holders = reported.roles.holders;
    if (speakers.size() != 1 || holders.size() != 1) return false;
    const auto above = sides(draft, speakers.front());
    return std::find(above.begin(), above.end(), draft.actors[holders.front()].id) != above.end();
}

std::size_t length(const Spans& spans) {
    std::size_t bytes = 0;
    for (const Span span : spans) bytes += span.size();
    return bytes;
}

using Reported = std::vector<const StatementDraft*>;

/// The one statement, of those `reported` by `reporter`, that says what it says for its own side;
/// null if there is none, there are two, or what it says is less than half.
const StatementDraft* said_for_side(const Draft& draft, const StatementDraft& reporter,
                                    const Reported& reported) {
    const StatementDraft* found = nullptr;
    for (const StatementDraft* one : reported) {
        if (!is_own_side(draft, reporter, *one)) continue;
        // "Denied that Oslo had agreed to sell" is not on selling, but on having agreed to it.
        if (one->stance.factuality == Factuality::hypothetical) continue;
        if (2 * length(one->attribution.content) < length(reporter.attribution.content)) continue;
        if (found != nullptr) return nullptr;
        found = one;
    }
    return found;
}

/// The label of what each statement's own side says.
std::vector<std::string> labels_of_sides(const Draft& draft,
                                         const std::vector<std::string>& labels) {
    const StatementDraft* first = draft.statements.data();
    std::vector<Reported> reported(draft.statements.size());
    for (const StatementDraft& one : draft.statements) {
        if (const auto reporter = one.attribution.reported_by) reported[*reporter].push_back(&one);
    }
    std::vector<std::string> shared;
    for (const StatementDraft& one : draft.statements) {
        const StatementDraft* inner = &one;
        for (std::size_t depth = 0; depth < draft.statements.size(); ++depth) {
            const StatementDraft* next =
                said_for_side(draft, *inner, reported[static_cast<std::size_t>(inner - first)]);
            if (next == nullptr) break;
            inner = next;
        }
        shared.push_back(labels[static_cast<std::size_t>(inner - first)]);
    }
    return shared;
}

std::string text_of(const Document& document, const Spans& spans) {
    std::string text;
    for (const Span span : spans) {
        text += std::string(text.empty() ? "" : " ") + std::string(document.at(span));
    }
    return text;
}

}  // namespace

void name_propositions(Draft& draft, const Codebook& codebook) {
    const ArticleWords article = article_words(draft.words);
    find_issues(article, draft);
    std::vector<std::string> labels;
    for (const StatementDraft& one : draft.statements) {
        labels.push_back(label_of(draft, article, one));
    }
    std::vector<std::string> shared = labels_of_sides(draft, labels);
    join_same(shared);
    auto label = shared.begin();
    for (StatementDraft& one : draft.statements) {
        one.proposition.label = std::move(*label++);
        apply(codebook, text_of(draft.document, one.attribution.content), one.proposition);
    }
}

}  // namespace demarche::proposition
