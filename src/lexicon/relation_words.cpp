// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A table of lemmas and phrases, looked up word by word. An entry's words may be lemmas ("be open
// to") or forms ("no comment"); each is compared with both.

#include "lexicon/relation_words.hpp"

#include "core/error.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/tsv.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace demarche::lexicon {
namespace {

/// Phrase to relations.
using Acts = std::map<std::string, std::vector<Relation>, std::less<>>;

constexpr std::size_t longest_phrase = 4;

Acts read_acts() {
    Acts acts;
    for (const Row& row : read_rows(tables::relation_words, 2, "relation_words.tsv")) {
        const auto facts =
            std::find_if(relation_table.begin(), relation_table.end(),
                         [&](const RelationFacts& each) { return each.name == row.cells[0]; });
        if (facts == relation_table.end()) {
            throw InputError("relation_words.tsv", row.line, 0,
                             "Unknown relation '" + std::string(row.cells[0]) +
                                 "'. Use a name of the closed list, such as 'requests'.");
        }
        for (const std::string_view phrase : parts(row.cells[1])) {
            std::vector<Relation>& relations = acts[std::string(phrase)];
            relations.push_back(facts->relation);
            std::sort(relations.begin(), relations.end());
            relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
        }
    }
    return acts;
}

const Acts& built_in() {
    static const Acts acts = read_acts();
    return acts;
}

/// All that the tokens from `first` to `end` may be called: each by its lemma or its form.
std::vector<std::string> readings(const Words& words, std::size_t first, std::size_t end) {
    std::vector<std::string> all = {""};
    for (std::size_t t = first; t < end; ++t) {
        std::vector<std::string> names = {words[t]};
        const std::string lemma = folded(words.document().tokens[t].lemma);
        if (!lemma.empty() && lemma != names.front()) names.push_back(lemma);
        std::vector<std::string> longer;
        for (const std::string& start : all) {
            for (const std::string& name : names) {
                longer.push_back(start + (start.empty() ? "" : " ") + name);
            }
        }
        all = std::move(longer);
    }
    return all;
}

}  // namespace

std::optional<ActMatch> act_at(const Words& words, std::size_t token, std::size_t end) {
    for (std::size_t length = std::min(longest_phrase, end - std::min(token, end)); length > 0;
         --length) {
        std::vector<Relation> relations;
        for (const std::string& phrase : readings(words, token, token + length)) {
            const auto found = built_in().find(phrase);
            if (found == built_in().end()) continue;
            relations.insert(relations.end(), found->second.begin(), found->second.end());
        }
        if (relations.empty()) continue;
        std::sort(relations.begin(), relations.end());
        relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
        return ActMatch{{token, token + length}, std::move(relations)};
    }
    return std::nullopt;
}

std::vector<ActMatch> acts_in(const Words& words, TokenRange range) {
    std::vector<ActMatch> acts;
    for (std::size_t t = range.first; t < range.end;) {
        auto act = act_at(words, t, range.end);
        t = act ? act->tokens.end : t + 1;
        if (act) acts.push_back(std::move(*act));
    }
    return acts;
}

std::optional<Relation> act_of(const Words& words, const Spans& cue) {
    const auto worth = [](const ActMatch& act) {
        const bool plain = act.relations.size() == 1 && act.relations.front() == Relation::states;
        return std::tuple(!plain, act.tokens.size(), act.tokens.first);
    };
    std::optional<ActMatch> best;
    for (const TokenRange range : ranges(words, cue)) {
        for (ActMatch& act : acts_in(words, range)) {
            if (!best || worth(act) >= worth(*best)) best = std::move(act);
        }
    }
    if (!best || best->relations.size() != 1) return std::nullopt;
    return best->relations.front();
}

}  // namespace demarche::lexicon
