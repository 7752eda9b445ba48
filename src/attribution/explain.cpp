// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Explaining by hiding: the network reads again without a word, and what it is less sure of then is
// what the word was worth (occlusion: Zeiler and Fergus 2014; for words Li, Monroe and Jurafsky
// 2016).
//
// Sureness is in log-odds, where evidence adds up. A cue at 0.9 that falls to 0.5 without "warned":
// 2.2 - 0 = 2.2 for the word. Each part's probability is its tokens' mean over all networks. A
// hidden word has the number 0 in all features and zeros for the parser's vector; a hidden kind of
// feature has 0 in all tokens. Only the pieces that the cue's window touches are read again.
//
// Limits: words are hidden one at a time, so of two that say the same neither seems to count. It
// explains the networks: other cues of the article, the biases and what is cut afterwards
// (links.cpp) are left out. A hidden word keeps what the window tells of it, such as its distance.
// What is hidden in one word still shows in its neighbours' features, such as the lemma of their
// head. Tested by tests/attribution/attributions_test.cpp.

#include "attribution/explain.hpp"

#include "attribution/cues.hpp"
#include "learn/chain.hpp"
#include "learn/functions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace demarche::attribution {
namespace {

/// Tokens of a span, from first to last.
TokenRun range_of(const Document& document, const Span& span) {
    const auto first =
        std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin,
                         [](const Token& t, std::size_t at) { return t.span.end <= at; });
    auto last = first;
    while (last + 1 != document.tokens.end() && (last + 1)->span.begin < span.end) ++last;
    return {static_cast<std::size_t>(first - document.tokens.begin()),
            static_cast<std::size_t>(last - document.tokens.begin())};
}

std::vector<std::size_t> tokens_of(const Document& document, const Spans& spans) {
    std::vector<std::size_t> tokens;
    for (const Span& span : spans) {
        const TokenRun range = range_of(document, span);
        for (std::size_t t = range.first; t <= range.last; ++t) tokens.push_back(t);
    }
    return tokens;
}

/// The pieces of the document that a cue's window touches, ready to be read again and again.
struct Surroundings {
    std::size_t first_token = 0;
    learn::TokenInput tokens;
    learn::WindowInput window;
};

Surroundings surroundings_of(const View& seen, const TokenRun& cue, const std::vector<char>& is_cue,
                             const AttributionModel& model) {
    learn::TokenInput all;
    model.vocabulary.add(seen, all);
    Surroundings own;
    own.window = model.vocabulary.window_input(seen, cue, is_cue, 0);
    const std::size_t end = own.window.first_token + own.window.tokens;
    std::size_t begin = 0;
    for (const std::size_t piece_end : all.piece_ends) {
        if (piece_end > own.window.first_token && begin < end) {
            if (own.tokens.piece_ends.empty()) own.first_token = begin;
            own.tokens.piece_ends.push_back(piece_end - own.first_token);
        }
        begin = piece_end;
    }
    own.tokens.tokens = own.tokens.piece_ends.back();
    const auto numbers =
        all.numbers.begin() + static_cast<std::ptrdiff_t>(own.first_token * token_features.size());
    own.tokens.numbers.assign(
        numbers, numbers + static_cast<std::ptrdiff_t>(own.tokens.tokens * token_features.size()));
    const std::size_t rows = model.vocabulary.encodings;
    const auto given = all.given.begin() + static_cast<std::ptrdiff_t>(own.first_token * rows);
    own.tokens.given.assign(given, given + static_cast<std::ptrdiff_t>(own.tokens.tokens * rows));
    own.window.first_token -= own.first_token;
    return own;
}

double log_odds(double sum, std::size_t count) {
    if (count == 0) return 0;
    const double p = std::clamp(sum / static_cast<double>(count), 1e-4, 1 - 1e-4);
    return learn::logarithm(p / (1 - p));
}

/// Which tokens have which part, in the numbers of the surroundings.
struct Parts {
    std::vector<std::size_t> cue;
    std::vector<std::size_t> source;
    std::vector<std::size_t> content;
};

/// Log-odds of cue, source and content.
std::array<double, 3> sureness(const Surroundings& own, const Parts& parts,
                               const AttributionModel& model) {
    std::array<double, 3> sums{};
    for (const learn::SpanReader& network : model.networks) {
        const learn::SpanReader::Reading reading = network.read(own.tokens);
        std::size_t begin = 0;
        for (const std::size_t end : own.tokens.piece_ends) {
            const learn::Matrix p = learn::marginals(network.token_steps(),
                                                     reading.emissions.columns(begin, end - begin));
            for (const std::size_t t : parts.cue) {
                if (t < begin || t >= end) continue;
                const float* const column = p.column(t - begin);
                sums[0] +=
                    static_cast<double>(column[begins(Role::cue)] + column[goes_on(Role::cue)]);
            }
            begin = end;
        }
        const auto emissions = network.read_windows({own.window}, reading);
        const learn::Matrix p = learn::marginals(network.window_steps(), emissions.front());
        for (const auto& [role, tokens, sum] :
             {std::tuple{Role::source, &parts.source, &sums[1]},
              std::tuple{Role::content, &parts.content, &sums[2]}}) {
            for (const std::size_t t : *tokens) {
                if (t < own.window.first_token || t >= own.window.first_token + own.window.tokens) {
                    continue;
                }
                const float* const column = p.column(t - own.window.first_token);
                *sum += static_cast<double>(column[begins(role)] + column[goes_on(role)]);
            }
        }
    }
    const std::size_t readers = model.networks.size();
    return {log_odds(sums[0], readers * parts.cue.size()),
            log_odds(sums[1], readers * parts.source.size()),
            log_odds(sums[2], readers * parts.content.size())};
}

double weight(const Reason& reason) {
    return std::max({std::fabs(reason.cue), std::fabs(reason.source), std::fabs(reason.content)});
}

void sort_reasons(std::vector<Reason>& reasons) {
    std::erase_if(reasons, [](const Reason& reason) { return weight(reason) < 0.1; });
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const Reason& a, const Reason& b) { return weight(a) > weight(b); });
}

}  // namespace

Explanation explain(const Document& document, const AttributionModel& model,
                    const learn::Matrix& encodings, const Attribution& attribution) {
    Explanation explanation;
    if (attribution.cue.empty()) return explanation;
    const View seen = view(document, encodings);
    const TokenRun cue = range_of(document, attribution.cue.front());
    std::vector<char> is_cue(seen.tokens.size());
    for (std::size_t t = cue.first; t <= cue.last; ++t) is_cue[t] = 1;
    const Surroundings own = surroundings_of(seen, cue, is_cue, model);
    Parts parts{tokens_of(document, attribution.cue), tokens_of(document, attribution.source),
                tokens_of(document, attribution.content)};
    for (std::vector<std::size_t>* part : {&parts.cue, &parts.source, &parts.content}) {
        for (std::size_t& t : *part) t -= std::min(t, own.first_token);
    }
    const std::array<double, 3> before = sureness(own, parts, model);
    const auto without = [&](const Surroundings& hidden, Reason reason) {
        const std::array<double, 3> after = sureness(hidden, parts, model);
        reason.cue = before[0] - after[0];
        reason.source = before[1] - after[1];
        reason.content = before[2] - after[2];
        return reason;
    };
    for (std::size_t t = 0; t < own.window.tokens; ++t) {
        const std::size_t at = own.window.first_token + t;
        Surroundings hidden = own;
        std::fill_n(
            hidden.tokens.numbers.begin() + static_cast<std::ptrdiff_t>(at * token_features.size()),
            token_features.size(), 0);
        const std::size_t rows = model.vocabulary.encodings;
        std::fill_n(hidden.tokens.given.begin() + static_cast<std::ptrdiff_t>(at * rows), rows, 0);
        const Token& token = document.tokens[own.first_token + at];
        explanation.words.push_back(without(hidden, {token.form, token.span}));
    }
    for (std::size_t f = 0; f < token_features.size(); ++f) {
        Surroundings hidden = own;
        for (std::size_t i = f; i < hidden.tokens.numbers.size(); i += token_features.size()) {
            hidden.tokens.numbers[i] = 0;
        }
        explanation.kinds.push_back(without(hidden, {token_features[f].name, {}}));
    }
    if (model.vocabulary.encodings > 0) {
        Surroundings hidden = own;
        std::fill(hidden.tokens.given.begin(), hidden.tokens.given.end(), 0);
        explanation.kinds.push_back(without(hidden, {"what the parser made of the words", {}}));
    }
    for (std::size_t f = 0; f < window_features.size(); ++f) {
        Surroundings hidden = own;
        for (std::size_t i = f; i < hidden.window.numbers.size(); i += window_features.size()) {
            hidden.window.numbers[i] = 0;
        }
        explanation.kinds.push_back(
            without(hidden, {std::string("from the cue: ") + window_features[f].name, {}}));
    }
    sort_reasons(explanation.words);
    sort_reasons(explanation.kinds);
    return explanation;
}

}  // namespace demarche::attribution
