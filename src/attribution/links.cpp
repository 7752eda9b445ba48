// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Source and content of a cue, from the probability of each label of each token of its window.
//
// The best labels are those whose probabilities have the greatest product, under the order of BIO
// alone: transitions were counted when the probabilities were made, and would count twice.
//
// Before that the first reading, which looks at no cue and knows better where contents end, moves
// the second one's belief. Content of the second 0.5, of the first 0.8, weight 1: the log-odds 0
// and 1.39 add up to those of 0.8. What content gains is taken from "outside"; the source's share
// stays. Where the second sees hardly any content (below 0.02), none comes in, as it may be another
// cue's.
//
// Afterwards contents that a chain of labels cannot cut are cut: at the end of a sentence where
// only a part of the next one is in it, and at the end of the quotation in which cue and content
// stand. Of several sources the nearest counts, of the cue's own sentence before others; a cue
// without one asks the tree (sources.cpp).
//
// Limits: one source of one run; a source in two pieces loses one. Tested by
// tests/attribution/links_test.cpp.

#include "attribution/links.hpp"

#include "attribution/sources.hpp"
#include "learn/chain.hpp"
#include "learn/functions.hpp"

#include <algorithm>

namespace demarche::attribution {
namespace {

/// How far a run lies from the cue; one in another sentence lies behind all of the cue's own.
std::size_t distance(const View& seen, const TokenRun& run, const TokenRun& cue) {
    constexpr std::size_t far = 100000;
    const std::size_t gap = run.first > cue.last   ? run.first - cue.last
                            : cue.first > run.last ? cue.first - run.last
                                                   : 0;
    return gap + (seen.tokens[run.first].sentence != seen.tokens[cue.first].sentence ? far : 0);
}

bool only_punctuation(const View& seen, const TokenRun& run) {
    for (std::size_t t = run.first; t <= run.last; ++t) {
        if (!seen.tokens[t].punctuation && !seen.tokens[t].mark) return false;
    }
    return true;
}

/// Whether the run's part in its last sentence stands alone there: outside of quotation marks, and
/// not all of the sentence, or in another paragraph.
bool spills_over(const View& seen, const TokenRun& run) {
    const std::size_t sentence = seen.tokens[run.last].sentence;
    if (seen.tokens[run.first].sentence == sentence) return false;
    const auto [begin, end] = seen.sentences[sentence];
    for (std::size_t t = begin; t <= run.last; ++t) {
        if (seen.tokens[t].quotation >= 0) return false;
    }
    if (seen.tokens[begin].paragraph != seen.tokens[begin - 1].paragraph) return true;
    for (std::size_t t = run.last + 1; t < end; ++t) {
        if (!seen.tokens[t].punctuation) return true;
    }
    return false;
}

/// A chain of labels does not know where sentences end: "June. Work" of "It will be done in June.
/// Work went on." is cut behind "June".
void cut_at_sentence(const View& seen, TokenRun& run) {
    while (spills_over(seen, run)) {
        run.last = seen.sentences[seen.tokens[run.last].sentence].first - 1;
    }
}

/// A cue inside a quotation is the quoted one's: what begins in its quotation ends there, too.
void cut_at_quotation(const View& seen, const TokenRun& cue, TokenRun& run) {
    const int own = seen.tokens[cue.first].quotation;
    if (own < 0 || seen.tokens[run.first].quotation != own) return;
    std::size_t end = run.first;
    while (end <= run.last && seen.tokens[end].quotation == own) ++end;
    run.last = end - 1;
}

double in_content(const float* labels) {
    return static_cast<double>(labels[begins(Role::content)] + labels[goes_on(Role::content)]);
}

double log_odds(double p) {
    return learn::logarithm(p / (1 - p));
}

}  // namespace

void add_first_reading(learn::ConstView first, double weight, learn::Matrix& second) {
    constexpr double least = 0.02;
    if (weight == 0) return;
    for (std::size_t t = 0; t < second.cols; ++t) {
        float* const labels = second.column(t);
        const double own = std::min(in_content(labels), 1 - 1e-5);
        if (own < least) continue;
        const double flat = std::clamp(in_content(first.column(t)), least, 1 - least);
        const double both = 1 / (1 + learn::exponential(-log_odds(own) - weight * log_odds(flat)));
        // What content loses, nothing gains, for the first reading says nothing of this cue's
        // source.
        const double moved = std::min(both - own, static_cast<double>(labels[0]));
        labels[0] -= static_cast<float>(moved);
        for (const int l : {begins(Role::content), goes_on(Role::content)}) {
            labels[l] *= static_cast<float>((own + moved) / own);
        }
    }
}

Link best_link(const View& seen, const TokenRun& cue, std::size_t first,
               learn::ConstView probabilities, double bias) {
    constexpr double least = 1e-6;
    constexpr float never = -1e6F;
    learn::Matrix scores(probabilities.rows, probabilities.cols);
    for (std::size_t t = 0; t < probabilities.cols; ++t) {
        const bool in_cue = first + t >= cue.first && first + t <= cue.last;
        for (std::size_t l = 0; l < probabilities.rows; ++l) {
            scores.column(t)[l] = in_cue && l > 0
                                      ? never
                                      : static_cast<float>(learn::logarithm(std::max<double>(
                                                               probabilities.column(t)[l], least)) +
                                                           (l > 0 ? bias : 0));
        }
    }
    const learn::Matrix no_steps(probabilities.rows, probabilities.rows);
    const std::vector<int> labels = learn::best_labels(no_steps, scores);

    Link link;
    std::vector<TokenRun> sources;
    for (std::size_t t = 0; t < labels.size(); ++t) {
        for (const Role role : {Role::source, Role::content}) {
            auto& runs = role == Role::source ? sources : link.content;
            // Two contents side by side are one.
            const bool touches =
                role == Role::content && !runs.empty() && runs.back().last + 1 == first + t;
            if (labels[t] == begins(role) && !touches) runs.push_back({first + t, first + t});
            const bool longer =
                labels[t] == goes_on(role) || (labels[t] == begins(role) && touches);
            if (longer && !runs.empty()) {
                runs.back().last = first + t;
            }
        }
    }
    for (TokenRun& run : link.content) {
        cut_at_quotation(seen, cue, run);
        cut_at_sentence(seen, run);
    }
    std::erase_if(link.content, [&](const TokenRun& run) { return only_punctuation(seen, run); });
    std::erase_if(sources, [&](const TokenRun& run) { return only_punctuation(seen, run); });
    const auto nearest =
        std::min_element(sources.begin(), sources.end(), [&](const auto& a, const auto& b) {
            return distance(seen, a, cue) < distance(seen, b, cue);
        });
    if (nearest != sources.end() && !is_no_source(seen, cue, *nearest)) {
        link.source.push_back(*nearest);
    } else if (const auto by_tree = source_by_tree(seen, cue, link.content)) {
        link.source.push_back(*by_tree);
    }

    std::size_t count = 0;
    for (const Role role : {Role::source, Role::content}) {
        for (const TokenRun& run : role == Role::source ? link.source : link.content) {
            for (std::size_t t = run.first; t <= run.last; ++t, ++count) {
                const float* const p = probabilities.column(t - first);
                link.probability += static_cast<double>(p[begins(role)] + p[goes_on(role)]);
            }
        }
    }
    if (count > 0) link.probability /= static_cast<double>(count);
    return link;
}

}  // namespace demarche::attribution
