// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Where the network leaves a cue without a source, the sentence often names one all the same:
//
//     Tavares was blunt: "We will not beg."            the subject of the cue's head
//     Riga welcomed the plan and tried to hasten it    ... of a verb that it hangs on, over xcomp
//     and conj was described as unsafe by two engineers         the agent the mayor's call for a
//     bridge                    the owner
//
// Limits: what a passive says without "by" stays without a source, even if a verb above has a
// subject; participles ("..., saying that") and relative clauses brought as many wrong sources as
// right ones.

#include "attribution/sources.hpp"

#include "attribution/features.hpp"
#include "lexicon/closed_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace demarche::attribution {
namespace {

constexpr int deepest = 80;  // a guard: the tree of a damaged sentence may hold a circle

class Tree {
public:
    Tree(const View& seen, std::size_t token)
        : seen_(seen), sentence_(seen.sentences[seen.tokens[token].sentence]) {}

    [[nodiscard]] std::optional<std::size_t> dependent(std::size_t of,
                                                       std::string_view relation) const {
        const Feature wanted = learn::feature_hash(relation);
        for (std::size_t t = sentence_.first; t < sentence_.second; ++t) {
            if (seen_.tokens[t].head == static_cast<int>(of) && seen_.tokens[t].relation == wanted)
                return t;
        }
        return std::nullopt;
    }

    /// From the first to the last token that hangs on `top`.
    [[nodiscard]] TokenRun below(std::size_t top) const {
        TokenRun run{top, top};
        for (std::size_t t = sentence_.first; t < sentence_.second; ++t) {
            int up = static_cast<int>(t);
            for (int depth = 0; up >= 0 && up != static_cast<int>(top) && depth < deepest;
                 ++depth) {
                up = seen_.tokens[static_cast<std::size_t>(up)].head;
            }
            if (up != static_cast<int>(top)) continue;
            run.first = std::min(run.first, t);
            run.last = std::max(run.last, t);
        }
        return run;
    }

private:
    const View& seen_;
    std::pair<std::size_t, std::size_t> sentence_;
};

bool apart(const TokenRun& a, const TokenRun& b) {
    return a.last < b.first || b.last < a.first;
}

Feature it() {
    static const Feature word = learn::feature_hash("it");
    return word;
}

bool is_passive(const Tree& tree, std::size_t head) {
    return tree.dependent(head, "nsubj:pass") || tree.dependent(head, "aux:pass");
}

std::optional<std::size_t> speaker_of(const View& seen, const Tree& tree, std::size_t head) {
    static constexpr std::array<std::string_view, 3> speakers = {"nsubj", "obl:agent", "nmod:poss"};
    static const Feature xcomp = learn::feature_hash("xcomp");
    static const Feature conj = learn::feature_hash("conj");
    constexpr int most_steps = 4;
    for (int step = 0; step < most_steps; ++step) {
        const bool passive = is_passive(tree, head);
        for (const std::string_view relation : speakers) {
            if (passive && relation == "nsubj") continue;
            if (const auto found = tree.dependent(head, relation)) return found;
        }
        const ViewedToken& token = seen.tokens[head];
        const bool shares_subject = token.relation == xcomp || token.relation == conj;
        if (passive || token.head < 0 || !shares_subject) break;
        head = static_cast<std::size_t>(token.head);
    }
    return std::nullopt;
}

}  // namespace

bool is_no_source(const View& seen, const TokenRun& cue, const TokenRun& source) {
    static const std::set<Feature> tells = [] {
        std::set<Feature> lemmas;
        for (const std::string_view verb :
             lexicon::words_of(lexicon::WordClass::verb_of_being_told)) {
            lemmas.insert(learn::feature_hash(verb));
        }
        return lemmas;
    }();
    const std::size_t head = head_of(seen, cue);
    const Tree tree(seen, head);
    if (!is_passive(tree, head)) return false;
    if (source.first == source.last && seen.tokens[source.first].form == it()) return true;
    const auto agent = tree.dependent(head, "obl:agent");
    return tells.contains(seen.tokens[head].lemma) && (!agent || apart(source, tree.below(*agent)));
}

std::optional<TokenRun> source_by_tree(const View& seen, const TokenRun& cue,
                                       const std::vector<TokenRun>& content) {
    const std::size_t head = head_of(seen, cue);
    const Tree tree(seen, head);
    const auto speaker = speaker_of(seen, tree, head);
    if (!speaker) return std::nullopt;
    if (seen.tokens[*speaker].form == it())
        return std::nullopt;  // "it is clear that": nobody's word
    const TokenRun source = tree.below(*speaker);
    const bool alone =
        apart(source, cue) && std::all_of(content.begin(), content.end(),
                                          [&](const TokenRun& run) { return apart(source, run); });
    return alone ? std::optional(source) : std::nullopt;
}

}  // namespace demarche::attribution
