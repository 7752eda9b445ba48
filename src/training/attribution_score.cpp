// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// How well attributions agree with those that people marked, counted in words.
//
// Spans become sets of words, so that a comma more or less at an edge is no error. Of each role
// three things are counted: words that carry it, spans that touch it on the other side, and spans
// of the same words. Several attributions may share a source; the same words count as one span.
//
// Then whole attributions are paired one to one: the worth of a pair is the sum, over the three
// roles, of shared words by all words; the pair worth most is taken first, then the next of those
// left. Marked "Anna Berg | said | the ferry is late", found "Berg | said | the ferry is late
// today":
//
//     source   1 of 2 words shared       cue   1 of 1      content   4 of 5
//     worth    1/2 + 1 + 4/5 = 2.3       lenient: yes, each marked role is met      exact: no
//
// An article that several people marked is scored against each and counts as their mean (scale).
//
// Limits: pairing is greedy, so the sum of all pairs need not be the greatest possible; it takes
// time with the product of both numbers. A word is a run of letters and digits as bytes show them:
// of signs outside ASCII only the usual punctuation is known. Tested by
// tests/training/attribution_score_test.cpp.

#include "training/attribution_score.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

namespace demarche::training {
namespace {

using Words = std::vector<std::size_t>;  // sorted, unique

bool word_byte(std::string_view text, std::size_t& at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
        ++at;
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '_';
    }
    const std::size_t begin = at;
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    const std::string_view point = text.substr(begin, at - begin);
    // General punctuation, and the signs of Latin-1 that are no letters.
    if (point.starts_with("\xE2\x80") || point.starts_with("\xE2\x81") ||
        point.starts_with("\xE2\x84") || point.starts_with("\xE2\x96") || point == "\xEF\xBF\xBD") {
        return false;
    }
    return !(point.starts_with("\xC2") && point != "\xC2\xAA" && point != "\xC2\xB5" &&
             point != "\xC2\xBA");
}

Spans words_of(std::string_view text) {
    Spans words;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const bool in = word_byte(text, at);
        if (in && !open) words.push_back({begin, at});
        if (in) words.back().end = at;
        open = in;
    }
    return words;
}

Words look_up(const Spans& words, const Spans& spans, const Words& skip) {
    Words found;
    for (const Span& span : spans) {
        auto word = std::upper_bound(words.begin(), words.end(), span.begin,
                                     [](std::size_t at, const Span& w) { return at < w.end; });
        for (; word != words.end() && word->begin < span.end; ++word) {
            found.push_back(static_cast<std::size_t>(word - words.begin()));
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase_if(found,
                  [&](std::size_t w) { return std::binary_search(skip.begin(), skip.end(), w); });
    return found;
}

std::size_t shared(const Words& a, const Words& b) {
    Words both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both.size();
}

using InWords = std::array<Words, 3>;

std::vector<InWords> in_words(const Spans& words, const std::vector<Attribution>& attributions,
                              const Words& skip) {
    std::vector<InWords> all;
    for (const Attribution& attribution : attributions) {
        InWords own = {look_up(words, attribution.source, skip),
                       look_up(words, attribution.cue, skip),
                       look_up(words, attribution.content, skip)};
        if (!own[1].empty() || !own[2].empty()) all.push_back(std::move(own));
    }
    return all;
}

AttributionScore::OfRole score_role(const std::vector<InWords>& gold,
                                    const std::vector<InWords>& predicted, std::size_t role) {
    std::set<Words> gold_spans;
    std::set<Words> predicted_spans;
    std::set<std::size_t> gold_words;
    std::set<std::size_t> predicted_words;
    for (const auto& [from, spans, all] :
         {std::tuple{&gold, &gold_spans, &gold_words},
          std::tuple{&predicted, &predicted_spans, &predicted_words}}) {
        for (const InWords& attribution : *from) {
            if (attribution[role].empty()) continue;
            spans->insert(attribution[role]);
            all->insert(attribution[role].begin(), attribution[role].end());
        }
    }
    const Words g(gold_words.begin(), gold_words.end());
    const Words p(predicted_words.begin(), predicted_words.end());
    const auto touched = [](const std::set<Words>& spans, const Words& by) {
        return static_cast<double>(std::count_if(
            spans.begin(), spans.end(), [&](const Words& span) { return shared(span, by) > 0; }));
    };
    const auto both = static_cast<double>(shared(g, p));
    const auto same = static_cast<double>(
        std::count_if(gold_spans.begin(), gold_spans.end(),
                      [&](const Words& span) { return predicted_spans.contains(span); }));
    const auto gold_count = static_cast<double>(gold_spans.size());
    const auto predicted_count = static_cast<double>(predicted_spans.size());
    return {{both, static_cast<double>(p.size()), both, static_cast<double>(g.size())},
            {touched(predicted_spans, g), predicted_count, touched(gold_spans, p), gold_count},
            {same, predicted_count, same, gold_count}};
}

struct Pair {
    double overlap = 0;
    std::size_t gold = 0;
    std::size_t predicted = 0;
};

/// Pairs one to one, those that share most first.
std::vector<Pair> paired(const std::vector<InWords>& gold, const std::vector<InWords>& predicted) {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        for (std::size_t j = 0; j < predicted.size(); ++j) {
            double overlap = 0;
            for (std::size_t r = 0; r < 3; ++r) {
                const std::size_t both = shared(gold[i][r], predicted[j][r]);
                const std::size_t either = gold[i][r].size() + predicted[j][r].size() - both;
                if (either > 0) overlap += static_cast<double>(both) / static_cast<double>(either);
            }
            if (overlap > 0) pairs.push_back({overlap, i, j});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.overlap > b.overlap; });
    std::vector<bool> gold_used(gold.size());
    std::vector<bool> predicted_used(predicted.size());
    std::vector<Pair> kept;
    for (const Pair& pair : pairs) {
        if (gold_used[pair.gold] || predicted_used[pair.predicted]) continue;
        gold_used[pair.gold] = predicted_used[pair.predicted] = true;
        kept.push_back(pair);
    }
    return kept;
}

Agreement compare(const InWords& gold, const InWords& predicted) {
    bool all = true;
    for (std::size_t r = 0; r < 3; ++r) {
        all = all && (gold[r].empty() || shared(gold[r], predicted[r]) > 0);
    }
    return {all, gold == predicted};
}

void score_pairs(const std::vector<InWords>& gold, const std::vector<InWords>& predicted,
                 AttributionScore& score) {
    double lenient = 0;
    double exact = 0;
    for (const Pair& pair : paired(gold, predicted)) {
        const Agreement own = compare(gold[pair.gold], predicted[pair.predicted]);
        lenient += own.lenient ? 1 : 0;
        exact += own.exact ? 1 : 0;
    }
    const auto gold_count = static_cast<double>(gold.size());
    const auto predicted_count = static_cast<double>(predicted.size());
    score.lenient = {lenient, predicted_count, lenient, gold_count};
    score.exact = {exact, predicted_count, exact, gold_count};
}

double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
    right_predicted += other.right_predicted;
    predicted += other.predicted;
    right_gold += other.right_gold;
    gold += other.gold;
    return *this;
}

double Counts::precision() const {
    return share(right_predicted, predicted);
}
double Counts::recall() const {
    return share(right_gold, gold);
}
double Counts::f1() const {
    return share(2 * precision() * recall(), precision() + recall());
}

AttributionScore& AttributionScore::operator+=(const AttributionScore& other) {
    for (std::size_t r = 0; r < roles.size(); ++r) {
        roles[r].token += other.roles[r].token;
        roles[r].overlap += other.roles[r].overlap;
        roles[r].exact += other.roles[r].exact;
    }
    lenient += other.lenient;
    exact += other.exact;
    return *this;
}

void AttributionScore::scale(double by) {
    std::vector<Counts*> all = {&lenient, &exact};
    for (OfRole& role : roles) {
        for (Counts* counts : {&role.token, &role.overlap, &role.exact}) all.push_back(counts);
    }
    for (Counts* counts : all) {
        for (double* n :
             {&counts->right_predicted, &counts->predicted, &counts->right_gold, &counts->gold}) {
            *n *= by;
        }
    }
}

AttributionScore score(std::string_view text, const std::vector<Attribution>& gold,
                       const std::vector<Attribution>& predicted, const Spans& discard) {
    const Spans words = words_of(text);
    const Words skip = look_up(words, discard, {});
    const std::vector<InWords> g = in_words(words, gold, skip);
    const std::vector<InWords> p = in_words(words, predicted, skip);
    AttributionScore result;
    for (std::size_t r = 0; r < 3; ++r) result.roles[r] = score_role(g, p, r);
    score_pairs(g, p, result);
    return result;
}

std::vector<Agreement> agreement(std::string_view text, const std::vector<Attribution>& gold,
                                 const std::vector<Attribution>& predicted) {
    const Spans words = words_of(text);
    std::vector<Agreement> agreements(predicted.size());
    const std::vector<InWords> g = in_words(words, gold, {});
    std::vector<InWords> p;
    for (const Attribution& each : predicted) {
        p.push_back({look_up(words, each.source, {}), look_up(words, each.cue, {}),
                     look_up(words, each.content, {})});
    }
    for (const Pair& pair : paired(g, p)) {
        agreements[pair.predicted] = compare(g[pair.gold], p[pair.predicted]);
    }
    return agreements;
}

std::string table(const AttributionScore& score) {
    std::string out = "                            P      R     F1\n";
    const auto row = [&](const std::string& name, const Counts& counts) {
        std::array<char, 96> line{};
        std::snprintf(line.data(), line.size(), "%-22s %6.1f %6.1f %6.1f\n", name.c_str(),
                      100 * counts.precision(), 100 * counts.recall(), 100 * counts.f1());
        out += line.data();
    };
    const std::array<std::string, 3> names = {"source", "cue", "content"};
    for (std::size_t r = 0; r < 3; ++r) {
        row(names[r] + " token", score.roles[r].token);
        row(names[r] + " overlap", score.roles[r].overlap);
        row(names[r] + " exact", score.roles[r].exact);
    }
    row("attribution lenient", score.lenient);
    row("attribution exact", score.exact);
    return out;
}

}  // namespace demarche::training
