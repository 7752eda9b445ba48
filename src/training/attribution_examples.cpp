// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/attribution_examples.hpp"

#include "attribution/cues.hpp"

#include <algorithm>

namespace demarche::training {
namespace {

/// Tokens that share a byte with one of the spans, rising.
std::vector<std::size_t> tokens_of(const Document& document, const Spans& spans) {
    std::vector<std::size_t> tokens;
    for (const Span& span : spans) {
        auto token =
            std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin,
                             [](const Token& t, std::size_t at) { return t.span.end <= at; });
        for (; token != document.tokens.end() && token->span.begin < span.end; ++token) {
            tokens.push_back(static_cast<std::size_t>(token - document.tokens.begin()));
        }
    }
    return tokens;
}

constexpr int role_number(attribution::Role role) {
    return 1 + static_cast<int>(role);
}

/// From role numbers (0 for none) to BIO labels.
std::vector<int> in_labels(const std::vector<int>& roles) {
    std::vector<int> labels;
    int before = 0;
    for (const int role : roles) {
        labels.push_back(role == 0 ? 0 : role == before ? 2 * role : 2 * role - 1);
        before = role;
    }
    return labels;
}

}  // namespace

std::vector<int> AttributionExample::window_labels(std::size_t cue,
                                                   const attribution::TokenRun& window) const {
    return in_labels({roles[cue].begin() + static_cast<std::ptrdiff_t>(window.first),
                      roles[cue].begin() + static_cast<std::ptrdiff_t>(window.last) + 1});
}

AttributionExample example(const AnnotatedDocument& annotated) {
    const Document& document = annotated.document;
    AttributionExample made;
    made.seen = attribution::view(document, annotated.encodings);
    std::vector<int> flat(document.tokens.size());
    if (annotated.annotations.empty()) {
        made.labels = in_labels(flat);
        return made;
    }
    for (const Attribution& marked : annotated.annotations.front().attributions) {
        const std::vector<std::size_t> cue = tokens_of(document, marked.cue);
        if (cue.empty()) continue;
        attribution::TokenRun range{cue.front(), cue.front()};
        const std::size_t sentence = made.seen.tokens[range.first].sentence;
        while (range.last < cue.back() && made.seen.tokens[range.last + 1].sentence == sentence) {
            ++range.last;
        }
        std::vector<int> roles(document.tokens.size());
        // A source inside a content is a source; where two attributions differ on a token, a cue
        // counts more than a source, and that more than a content.
        for (const std::size_t t : tokens_of(document, marked.content)) {
            roles[t] = role_number(attribution::Role::content);
            if (flat[t] == 0) flat[t] = role_number(attribution::Role::content);
        }
        for (const std::size_t t : tokens_of(document, marked.source)) {
            roles[t] = role_number(attribution::Role::source);
            if (flat[t] != role_number(attribution::Role::cue))
                flat[t] = role_number(attribution::Role::source);
        }
        for (std::size_t t = range.first; t <= range.last; ++t) {
            roles[t] = 0;
            flat[t] = role_number(attribution::Role::cue);
        }
        made.cues.push_back(range);
        made.roles.push_back(std::move(roles));
    }
    made.labels = in_labels(flat);
    return made;
}

attribution::View without_trees(attribution::View seen) {
    for (attribution::ViewedToken& token : seen.tokens) {
        token.relation = 0;
        token.head = -1;
        token.starts = token.ends = 0;
        token.starts_head = token.ends_head = -2;
        token.dependents = 0;
    }
    return seen;
}

}  // namespace demarche::training
