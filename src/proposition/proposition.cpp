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
std::vector<std::string> sides(const Cast& cast, std::size_t actor) {
    std::vector<std::string> ids;
    const Actor* at = &cast.actors[actor];
    while (at != nullptr && std::find(ids.begin(), ids.end(), at->id) == ids.end()) {
        ids.push_back(at->id);
        if (at->kind == ActorKind::party) break;
        const std::string& whole = at->represents.empty() ? at->part_of : at->represents;
        const auto next = std::find_if(cast.actors.begin(), cast.actors.end(),
                                       [&](const Actor& other) { return other.id == whole; });
        at = next == cast.actors.end() ? nullptr : &*next;
    }
    return ids;
}

bool is_own_side(const Cast& cast, std::size_t reporter, std::size_t reported) {
    const auto& speakers = cast.roles[reporter].holders;
    const auto& holders = cast.roles[reported].holders;
    if (speakers.size() != 1 || holders.size() != 1) return false;
    const auto above = sides(cast, speakers.front());
    return std::find(above.begin(), above.end(), cast.actors[holders.front()].id) != above.end();
}

std::size_t length(const Spans& spans) {
    std::size_t bytes = 0;
    for (const Span span : spans) bytes += span.size();
    return bytes;
}

/// The one attribution, of those `reported` by `reporter`, that says what it says for its own side;
/// the number of attributions if there is none or what it says is less than half.
std::size_t said_for_side(const std::vector<Attribution>& attributions, const Cast& cast,
                          const std::vector<Judgement>& judgements, std::size_t reporter,
                          const std::vector<std::size_t>& reported) {
    std::size_t found = attributions.size();
    for (const std::size_t i : reported) {
        if (!is_own_side(cast, reporter, i)) continue;
        // "Denied that Oslo had agreed to sell" is not on selling, but on having agreed to it.
        if (judgements[i].factuality == Factuality::hypothetical) continue;
        if (2 * length(attributions[i].content) < length(attributions[reporter].content)) continue;
        if (found != attributions.size()) return attributions.size();
        found = i;
    }
    return found;
}

std::vector<std::string> texts_of(const Document& document,
                                  const std::vector<Attribution>& attributions) {
    std::vector<std::string> texts;
    for (const Attribution& attribution : attributions) {
        std::string& text = texts.emplace_back();
        for (const Span span : attribution.content) {
            text += std::string(text.empty() ? "" : " ") + std::string(document.at(span));
        }
    }
    return texts;
}

}  // namespace

std::vector<Proposition> propose(const Document& document,
                                 const std::vector<Attribution>& attributions, const Cast& cast,
                                 const std::vector<Judgement>& judgements, const Codebook& codebook,
                                 const ActorRegistry& registry) {
    const Words words(document);
    const ArticleWords article = article_words(words);
    const NamesInText names(words, registry);
    auto issues = issues_of(words, article, attributions, registry);
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        labels.push_back(label_of(words, article, names, attributions[i], cast, cast.roles[i],
                                  judgements[i].relation));
    }
    std::vector<std::string> shared = labels;
    std::vector<std::vector<std::size_t>> reported(attributions.size());
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        if (attributions[i].reported_by) reported[*attributions[i].reported_by].push_back(i);
    }
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        std::size_t inner = i;
        for (std::size_t depth = 0; depth < attributions.size(); ++depth) {
            const std::size_t next =
                said_for_side(attributions, cast, judgements, inner, reported[inner]);
            if (next == attributions.size()) break;
            inner = next;
        }
        shared[i] = labels[inner];
    }
    join_same(shared);
    std::vector<Proposition> propositions;
    for (std::size_t i = 0; i < attributions.size(); ++i) {
        propositions.push_back({std::move(shared[i]), std::move(issues[i])});
    }
    apply(codebook, texts_of(document, attributions), propositions);
    return propositions;
}

}  // namespace demarche::proposition
