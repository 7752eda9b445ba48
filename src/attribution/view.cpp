// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A document as the attribution network sees it: numbers for strings, one tree over all sentences,
// and what stands in quotation marks.
//
// A content is nearly always a constituent or a run of them, so a token is told which constituent
// begins and ends with it, the greatest of several. "Anna Berg said the ferry is late." with the
// tree said -> Anna, late, "."; Anna -> Berg; late -> ferry, is; ferry -> the:
//
//     the    begins that of "ferry" and that of "late": ccomp of "said" is the greater
//     late   ends that of "late": ccomp of "said"
//
// Both edges of the content are ccomp of the same head, which is what the network is to find. The
// edges come from the leaves up: each token widens all constituents above it.
//
// Strings become 32-bit hashes, compared by number only. A shape keeps two of a run: "Riga-2026" is
// "Xxx-dd". A single quotation inside a double one is the double one's.
//
// Limits: a tree is followed 80 steps up, in case that it holds a circle. Encodings of another
// number of tokens than the document's are left out. No file of tests of its own:
// tests/attribution/attributions_test.cpp reads by it, tests/training/attribution_training_test.cpp
// learns by it.

#include "attribution/view.hpp"

#include "learn/elementwise.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace demarche::attribution {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

/// Letters become X, x, digits d, all else stays; a run longer than two is cut to two.
std::string shape_of(std::string_view form) {
    std::string out;
    for (const char c : form) {
        char s = c;
        if (c >= 'A' && c <= 'Z') s = 'X';
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3U) s = 'x';
        if (c >= '0' && c <= '9') s = 'd';
        const std::size_t n = out.size();
        if (n >= 2 && out[n - 1] == s && out[n - 2] == s) continue;
        out += s;
    }
    return out;
}

/// Subtypes that tell sources and contents apart stay; the others only thin the counts.
std::string_view relation_of(std::string_view deprel) {
    static constexpr std::array<std::string_view, 5> kept = {"nsubj:pass", "acl:relcl", "nmod:poss",
                                                             "obl:agent", "compound:prt"};
    const std::size_t colon = deprel.find(':');
    if (colon == std::string_view::npos) return deprel;
    return std::find(kept.begin(), kept.end(), deprel) != kept.end() ? deprel
                                                                     : deprel.substr(0, colon);
}

void see_words(const Document& document, View& seen) {
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        seen.sentences.emplace_back(sentence.first_token, sentence.end_token);
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const Token& token = document.tokens[t];
            ViewedToken& word = seen.tokens[t];
            const std::string form = lower(token.form);
            word.form = learn::feature_hash(form);
            word.lemma = learn::feature_hash(lower(token.lemma.empty() ? token.form : token.lemma));
            word.suffix =
                learn::feature_hash(form.size() > 3 ? form.substr(form.size() - 3) : form);
            word.prefix = learn::feature_hash(form.substr(0, 3));
            word.shape = learn::feature_hash(shape_of(token.form));
            word.tag = learn::feature_hash(token.xpos);
            word.verb = token.xpos.starts_with("V");
            word.punctuation = token.upos == "PUNCT";
            word.relation = learn::feature_hash(relation_of(token.deprel));
            word.head =
                token.head > 0 ? static_cast<int>(sentence.first_token) + token.head - 1 : -1;
            word.sentence = s;
            word.paragraph = sentence.paragraph;
        }
    }
}

/// Marks what stands in quotation marks. Double marks win over the single ones inside them.
void see_quotations(const Document& document, View& seen) {
    for (const bool single : {true, false}) {
        for (const Quotation& quotation : document.quotations) {
            if (quotation.single != single) continue;
            const auto first = std::lower_bound(
                document.tokens.begin(), document.tokens.end(), quotation.span.begin,
                [](const Token& token, std::size_t at) { return token.span.end <= at; });
            std::size_t t = static_cast<std::size_t>(first - document.tokens.begin());
            if (t == document.tokens.size() ||
                document.tokens[t].span.begin >= quotation.span.end) {
                continue;
            }
            const bool goes_on = quotation.continued && !seen.quotations.empty();
            if (!goes_on) seen.quotations.push_back({t, t});
            if (t < seen.tokens.size()) {
                seen.tokens[t].mark = document.tokens[t].span.end <= quotation.inner.begin;
                seen.tokens[t].opening = seen.tokens[t].mark;
            }
            for (; t < document.tokens.size() && document.tokens[t].span.begin < quotation.span.end;
                 ++t) {
                seen.tokens[t].quotation = static_cast<int>(seen.quotations.size()) - 1;
                if (quotation.closed && document.tokens[t].span.begin >= quotation.inner.end) {
                    seen.tokens[t].mark = true;
                }
                seen.quotations.back().last = t;
            }
        }
        if (single) seen.single_quotations = seen.quotations.size();
    }
}

/// The greatest constituents that start and end at each token: a content is nearly always a
/// constituent or a run of them, so its edges are theirs.
void see_constituents(View& seen) {
    auto& tokens = seen.tokens;
    const auto count = static_cast<int>(tokens.size());
    constexpr int deepest = 80;  // a guard: the tree of a damaged sentence may hold a circle
    std::vector<int> left(tokens.size());
    std::vector<int> right(tokens.size());
    for (int i = 0; i < count; ++i)
        left[static_cast<std::size_t>(i)] = right[static_cast<std::size_t>(i)] = i;
    for (int i = 0; i < count; ++i) {
        int k = tokens[static_cast<std::size_t>(i)].head;
        for (int depth = 0; k >= 0 && depth < deepest; ++depth) {
            const auto at = static_cast<std::size_t>(k);
            left[at] = std::min(left[at], i);
            right[at] = std::max(right[at], i);
            k = tokens[at].head;
        }
    }
    for (int i = 0; i < count; ++i) {
        ViewedToken& token = tokens[static_cast<std::size_t>(i)];
        int k = i;
        for (int depth = 0; k >= 0 && depth < deepest; ++depth) {
            const auto at = static_cast<std::size_t>(k);
            if (left[at] == i) {
                token.starts = tokens[at].relation;
                token.starts_head = tokens[at].head;
            }
            if (right[at] == i) {
                token.ends = tokens[at].relation;
                token.ends_head = tokens[at].head;
            }
            k = tokens[at].head;
        }
    }
}

constexpr Feature subject_bits = 1 | 2;

void see_dependents(View& seen) {
    struct Bit {
        std::string_view relation;
        Feature before;
        Feature after;
    };
    static constexpr std::array<Bit, 10> bits = {{
        {"nsubj", 1, 2},
        {"nsubj:pass", 1, 2},
        {"ccomp", 4, 8},
        {"parataxis", 16, 32},
        {"xcomp", 64, 64},
        {"obj", 128, 128},
        {"obl", 256, 256},
        {"acl", 512, 512},
        {"aux:pass", 1024, 1024},
        {"advcl", 2048, 2048},
    }};
    std::array<Feature, bits.size()> names{};
    for (std::size_t b = 0; b < bits.size(); ++b)
        names[b] = learn::feature_hash(relation_of(bits[b].relation));
    for (std::size_t t = 0; t < seen.tokens.size(); ++t) {
        const int head = seen.tokens[t].head;
        if (head < 0) continue;
        for (std::size_t b = 0; b < bits.size(); ++b) {
            if (seen.tokens[t].relation != names[b]) continue;
            seen.tokens[static_cast<std::size_t>(head)].dependents |=
                static_cast<int>(t) < head ? bits[b].before : bits[b].after;
        }
    }
}

}  // namespace

bool has_subject(const ViewedToken& token) {
    return (token.dependents & subject_bits) != 0;
}

View view(const Document& document, const learn::Matrix& encodings) {
    View seen;
    if (encodings.cols == document.tokens.size()) {
        seen.encodings = learn::Fixed(encodings.rows, encodings.cols);
        for (std::size_t t = 0; t < encodings.cols; ++t) {
            learn::to_fixed(encodings.column(t), encodings.rows, seen.encodings.column(t));
        }
    }
    seen.tokens.resize(document.tokens.size());
    see_words(document, seen);
    see_quotations(document, seen);
    see_constituents(seen);
    see_dependents(seen);
    return seen;
}

}  // namespace demarche::attribution
