// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What the attribution network is told of each token, as hashes; numbers are given by a vocabulary
// (model.cpp). Whoever works one out differently changes attribution_fingerprint, so that older
// models are refused.
//
// Seen from a cue, a token is told by its way up to the cue's head, or to what that hangs on. "Anna
// said the ferry is late", cue "said":
//
//     Anna     level 0, nsubj, before the cue      path: nsubj
//     ferry    level 0, ccomp, behind the cue      path: ccomp, nsubj
//
// Level 1 is a token that meets the head of the cue's head, and so on up to 4: "Anna, said to be
// late, left" has the source one level up. The branch alone says source or content most of the
// time; the path tells a clause inside a content from the content.
//
// A window is the cue's sentence, one to each side, and further ones while a quotation stays open.
// Pieces are whole paragraphs up to 140 tokens, so that the first reading sees a quotation's
// surroundings, and short enough that sequences of like length run side by side.
//
// Limits: a way up is followed 60 steps; of quotations between, three are told apart, of cues
// between, two. tests/training/attribution_training_test.cpp learns by them.

#include "attribution/features.hpp"

#include <algorithm>
#include <cstdlib>

namespace demarche::attribution {
namespace {

constexpr int deepest = 60;

Feature number(int n) {
    return static_cast<Feature>(n + 1000);
}

Feature number(std::size_t n) {
    return static_cast<Feature>(n);
}

int clamped(int n, int most) {
    return std::clamp(n, -most, most);
}

/// 0 to 9; single steps near, wide ones far.
int distance_bin(std::size_t distance) {
    if (distance <= 4) return static_cast<int>(distance);
    if (distance <= 6) return 5;
    if (distance <= 9) return 6;
    if (distance <= 14) return 7;
    return distance <= 22 ? 8 : 9;
}

Feature quotation_state(const View& seen, std::size_t t) {
    const ViewedToken& token = seen.tokens[t];
    const bool new_paragraph = t == 0 || seen.tokens[t - 1].paragraph != token.paragraph;
    const bool new_sentence = t == 0 || seen.tokens[t - 1].sentence != token.sentence;
    return static_cast<Feature>((token.quotation >= 0 ? 1 : 0) + (token.mark ? 2 : 0) +
                                (token.opening ? 4 : 0) + (new_paragraph ? 8 : 0) +
                                (new_sentence ? 16 : 0));
}

/// Where a token hangs in the tree, seen from the cue.
struct Branch {
    Feature key = 1;   ///< the branch: how far above the cue, by which relation it leaves
    Feature path = 1;  ///< the way down in it
    int under = 0;     ///< 1: under this cue; 2: under another one that is nearer
};

class CueTree {
public:
    CueTree(const View& seen, const TokenRun& cue, const std::vector<char>& is_cue)
        : seen_(seen), cue_(cue), is_cue_(is_cue), head_(head_of(seen, cue)) {
        int k = static_cast<int>(head_);
        for (int depth = 0; k >= 0 && depth < deepest; ++depth) {
            above_.push_back(k);
            k = seen.tokens[static_cast<std::size_t>(k)].head;
        }
    }

    [[nodiscard]] std::size_t head() const { return head_; }
    [[nodiscard]] bool in_cue(int t) const {
        return t >= static_cast<int>(cue_.first) && t <= static_cast<int>(cue_.last);
    }

    [[nodiscard]] Branch branch(std::size_t token) const {
        Branch branch;
        const auto& tokens = seen_.tokens;
        if (tokens[token].sentence != tokens[head_].sentence) {
            branch.key = branch.path = 2;
            return branch;
        }
        std::array<int, deepest> up{};
        std::size_t steps = 0;
        int k = static_cast<int>(token);
        int level = -1;
        while (k >= 0 && steps < up.size()) {
            level = in_cue(k) ? 0 : level_of(k);
            if (level >= 0) break;
            up[steps++] = k;
            k = tokens[static_cast<std::size_t>(k)].head;
        }
        Feature way = level < 0 ? 9 : number(std::min(level, 4));
        for (int i = 0; i < level && i < 3; ++i) {
            const auto at = static_cast<std::size_t>(above_[static_cast<std::size_t>(i)]);
            if (!in_cue(tokens[at].head)) way = learn::joined_hash(way, tokens[at].relation);
        }
        const auto relation = [&](std::size_t i) {
            return tokens[static_cast<std::size_t>(up[steps - 1 - i])].relation;
        };
        const bool before = steps > 0 && up[steps - 1] < static_cast<int>(head_);
        branch.key = learn::joined_hash(learn::joined_hash(way, steps > 0 ? relation(0) : 77),
                                        before ? 1 : 0);
        branch.path = learn::joined_hash(way, number(std::min<std::size_t>(steps, 5)));
        for (std::size_t i = 0; i < steps && i < 4; ++i) {
            branch.path = learn::joined_hash(branch.path, relation(i));
        }
        branch.under = under(static_cast<int>(token));
        return branch;
    }

    /// What stands at the head of a constituent: the cue, the cue's head, the root, or something
    /// else.
    [[nodiscard]] Feature place(int head) const {
        if (head < -1) return 9;
        if (head == -1) return 8;
        return in_cue(head) ? 1 : 3;
    }

private:
    [[nodiscard]] int level_of(int token) const {
        const auto found = std::find(above_.begin(), above_.end(), token);
        return found == above_.end() ? -1 : static_cast<int>(found - above_.begin());
    }

    [[nodiscard]] int under(int token) const {
        for (int depth = 0; token >= 0 && depth < deepest; ++depth) {
            if (in_cue(token)) return 1;
            if (is_cue_[static_cast<std::size_t>(token)] != 0) return 2;
            token = seen_.tokens[static_cast<std::size_t>(token)].head;
        }
        return 0;
    }

    const View& seen_;
    const TokenRun& cue_;
    const std::vector<char>& is_cue_;
    std::size_t head_;
    std::vector<int> above_;  ///< the cue's head, its head, and so on to the root
};

/// How many quotations away a token's quotation is: -1 is the nearest before the cue, 1 the nearest
/// after, 9 one that the cue itself stands in, 0 none.
int quotation_rank(const View& seen, std::size_t token, const TokenRun& cue) {
    const int own = seen.tokens[token].quotation;
    if (own < 0) return 0;
    const TokenRun& passage = seen.quotations[static_cast<std::size_t>(own)];
    if (passage.first <= cue.first && passage.last >= cue.last) return 9;
    const bool before = passage.last < cue.first;
    const std::size_t from = before ? passage.first : cue.last + 1;
    const std::size_t to = before ? cue.first : passage.last + 1;
    constexpr int most = 3;
    int rank = 0;
    const auto count = [&](auto begin, auto end) {
        auto other = std::partition_point(
            begin, end, [from](const TokenRun& each) { return each.first < from; });
        for (; other != end && other->first < to && rank < most; ++other) {
            rank += other->last < to ? 1 : 0;
        }
    };
    const auto doubles =
        seen.quotations.begin() + static_cast<std::ptrdiff_t>(seen.single_quotations);
    count(seen.quotations.begin(), doubles);
    count(doubles, seen.quotations.end());
    return before ? -rank : rank;
}

bool mark_in(const View& seen, std::size_t begin, std::size_t end) {
    for (std::size_t t = begin; t < end; ++t) {
        if (seen.tokens[t].mark) return true;
    }
    return false;
}

}  // namespace

std::vector<std::array<Feature, token_features.size()>> describe_tokens(const View& seen) {
    std::vector<std::array<Feature, token_features.size()>> described(seen.tokens.size());
    for (std::size_t t = 0; t < seen.tokens.size(); ++t) {
        const ViewedToken& token = seen.tokens[t];
        const bool rooted = token.head < 0;
        const Feature head_lemma =
            rooted ? 3 : seen.tokens[static_cast<std::size_t>(token.head)].lemma;
        const int direction = rooted ? 0 : clamped(token.head - static_cast<int>(t), 6);
        described[t] = {token.form,        token.lemma,
                        token.suffix,      token.prefix,
                        token.shape,       token.tag,
                        token.relation,    head_lemma,
                        number(direction), quotation_state(seen, t),
                        token.dependents,  learn::joined_hash(token.starts, token.ends)};
    }
    return described;
}

std::size_t head_of(const View& seen, const TokenRun& cue) {
    std::size_t best = cue.last + 1;
    for (std::size_t t = cue.first; t <= cue.last; ++t) {
        const int head = seen.tokens[t].head;
        if (head >= static_cast<int>(cue.first) && head <= static_cast<int>(cue.last)) continue;
        if (best > cue.last || (seen.tokens[t].verb && !seen.tokens[best].verb)) best = t;
    }
    return best > cue.last ? cue.first : best;
}

TokenRun window_of(const View& seen, const TokenRun& cue) {
    constexpr std::size_t furthest_before = 4;
    constexpr std::size_t furthest_after = 6;
    const std::size_t own = seen.tokens[head_of(seen, cue)].sentence;
    const auto first = [&](std::size_t s) -> const ViewedToken& {
        return seen.tokens[seen.sentences[s].first];
    };
    const auto last = [&](std::size_t s) -> const ViewedToken& {
        return seen.tokens[seen.sentences[s].second - 1];
    };
    std::size_t begin = own;
    if (begin > 0) --begin;
    while (begin > 0 && own - begin < furthest_before && first(begin).quotation >= 0 &&
           last(begin - 1).quotation >= 0 && first(begin).paragraph == first(begin - 1).paragraph) {
        --begin;
    }
    std::size_t end = own;
    if (end + 1 < seen.sentences.size()) ++end;
    while (end + 1 < seen.sentences.size() && end - own < furthest_after &&
           first(end + 1).quotation >= 0 && last(end).quotation >= 0) {
        ++end;
    }
    // Of sentences that are hundreds of words long a window holds a part.
    constexpr std::size_t furthest_words = 600;
    return {std::max(seen.sentences[begin].first, cue.first - std::min(cue.first, furthest_words)),
            std::min(seen.sentences[end].second - 1, cue.last + furthest_words)};
}

std::vector<std::array<Feature, window_features.size()>> describe_window(
    const View& seen, const TokenRun& cue, const std::vector<char>& is_cue) {
    const TokenRun window = window_of(seen, cue);
    const CueTree tree(seen, cue, is_cue);
    const ViewedToken& head = seen.tokens[tree.head()];
    const auto& sentence = seen.sentences[head.sentence];
    const auto in_cue = [&](std::size_t t) { return t >= cue.first && t <= cue.last; };

    Feature dependents = 0;
    for (std::size_t t = cue.first; t <= cue.last; ++t) dependents |= seen.tokens[t].dependents;
    const std::size_t reach = 12;
    const std::size_t near = std::max(sentence.first, cue.first < reach ? 0 : cue.first - reach);
    dependents =
        dependents * 4 + (mark_in(seen, near, cue.first) ? 2U : 0U) +
        (mark_in(seen, cue.last + 1, std::min(window.last + 1, cue.last + reach)) ? 1U : 0U);

    std::vector<int> cues_before(window.last - window.first + 2);
    for (std::size_t t = window.first; t <= window.last; ++t) {
        const bool other = is_cue[t] != 0 && !in_cue(t);
        const bool begins = other && (t == 0 || is_cue[t - 1] == 0 || in_cue(t - 1));
        cues_before[t - window.first + 1] = cues_before[t - window.first] + (begins ? 1 : 0);
    }
    const auto cues_to = [&](std::size_t t) { return cues_before[t - window.first]; };

    std::vector<std::array<Feature, window_features.size()>> described;
    for (std::size_t t = window.first; t <= window.last; ++t) {
        const ViewedToken& token = seen.tokens[t];
        const int side = t < cue.first ? 0 : t > cue.last ? 2 : 1;
        const std::size_t distance = side == 0 ? cue.first - t : side == 2 ? t - cue.last : 0;
        const int sentences =
            clamped(static_cast<int>(token.sentence) - static_cast<int>(head.sentence), 3);
        int between = 0;
        if (side == 0) between = cues_to(cue.first) - cues_to(t + 1);
        if (side == 2) between = cues_to(t) - cues_to(cue.last + 1);
        const Branch branch = tree.branch(t);
        const bool same_paragraph = token.paragraph == head.paragraph;
        const Feature edges =
            learn::joined_hash(learn::joined_hash(token.starts, tree.place(token.starts_head)),
                               learn::joined_hash(token.ends, tree.place(token.ends_head)));
        described.push_back({number(side * 100 + (sentences + 4) * 10 + distance_bin(distance)),
                             branch.key, branch.path,
                             number((quotation_rank(seen, t, cue) + 5) * 8 +
                                    std::min(between, 2) * 2 + (same_paragraph ? 1 : 0)),
                             learn::joined_hash(head.lemma, head.tag),
                             number(branch.under * 4 + (is_cue[t] != 0 && !in_cue(t) ? 2 : 0) +
                                    (in_cue(t) ? 1 : 0)),
                             edges, dependents});
    }
    return described;
}

std::vector<std::size_t> pieces(const View& seen) {
    constexpr std::size_t enough = 140;
    constexpr std::size_t longest = 220;
    std::vector<std::size_t> ends;
    std::size_t begin = 0;
    for (std::size_t s = 0; s < seen.sentences.size(); ++s) {
        const auto& [first, end] = seen.sentences[s];
        const bool new_paragraph = s > 0 && seen.tokens[first].paragraph !=
                                                seen.tokens[seen.sentences[s - 1].first].paragraph;
        const std::size_t paragraph = seen.tokens[first].paragraph;
        std::size_t paragraph_end = end;
        for (std::size_t k = s; new_paragraph && k < seen.sentences.size() &&
                                seen.tokens[seen.sentences[k].first].paragraph == paragraph;
             ++k) {
            paragraph_end = seen.sentences[k].second;
        }
        const bool full = new_paragraph ? paragraph_end - begin > enough : end - begin > longest;
        if (full && first > begin) {
            ends.push_back(first);
            begin = first;
        }
    }
    if (begin < seen.tokens.size()) ends.push_back(seen.tokens.size());
    return ends;
}

}  // namespace demarche::attribution
