// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Near-duplicates among the labels of one article.
//
// Two labels are one position if they have the same content words, or if four or more content words
// of the shorter are all in the longer, which adds two at most, or if they share nine in twelve.
// "The guidelines should be amended this year" and "the guidelines will be amended" are one, "the
// tax is raised" and "the tax is cut" are not.
//
// Joining goes by pairs and is closed under them (a union of the sets), so that it does not depend
// on the order. Stems are those of a light stemmer: the ending goes.
//
// In the order of their length a label is compared with the 1,000 before it: labels that are alike
// are alike in length, no article that was measured has 1,000 different ones, and a text of any
// length takes time linear in its labels.
//
// Limits: synonyms and paraphrases stay apart. Looser rules were tried and joined more that is
// different than more that is the same (docs/propositions.md).

#include "proposition/near_duplicates.hpp"

#include "identity/identity.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string_view>

namespace demarche::proposition {
using namespace lexicon;
namespace {

constexpr std::size_t least_words = 4;
constexpr std::size_t most_added = 2;
constexpr std::size_t shared_of = 12;
constexpr std::size_t shared_least = 9;
constexpr std::size_t most_compared = 1000;

std::string stem(const std::string& word) {
    for (const std::string_view ending : {"ing", "ed", "es", "s", "e", "ly"}) {
        if (word.ends_with(ending) && word.size() >= ending.size() + 3) {
            return word.substr(0, word.size() - ending.size());
        }
    }
    return word;
}

struct Numbered {
    std::vector<std::size_t> stems;  ///< sorted
    bool negated = false;
};

Numbered numbered(const Meaning& meaning, std::map<std::string, std::size_t>& numbers) {
    Numbered result{{}, meaning.negated};
    for (const std::string& word : meaning.stems) {
        result.stems.push_back(numbers.emplace(word, numbers.size()).first->second);
    }
    std::sort(result.stems.begin(), result.stems.end());
    return result;
}

bool same(const Numbered& a, const Numbered& b) {
    if (a.negated != b.negated) return false;
    std::size_t both = 0;
    for (auto x = a.stems.begin(), y = b.stems.begin(); x != a.stems.end() && y != b.stems.end();) {
        if (*x == *y) ++both;
        const bool step_x = *x <= *y;
        const bool step_y = *y <= *x;
        if (step_x) ++x;
        if (step_y) ++y;
    }
    return proposition::same(a.stems.size(), b.stems.size(), both);
}

std::size_t root(std::vector<std::size_t>& parents, std::size_t at) {
    while (parents[at] != at) at = parents[at] = parents[parents[at]];
    return at;
}

}  // namespace

Meaning meaning(const std::string& label) {
    Meaning result;
    std::istringstream words(identity::normalised(label));
    for (std::string word; words >> word;) {
        if (is_negation(word) || word == "t" || word == "without" || word == "cannot") {
            result.negated = true;
        } else if (word.size() > 1 && !is_determiner(word) && !is_preposition(word) &&
                   !is_auxiliary(word) && !is_form_of_be(word) && word != "and" && word != "or" &&
                   word != "that") {
            result.stems.insert(stem(word));
        }
    }
    return result;
}

bool same(std::size_t a, std::size_t b, std::size_t both) {
    const std::size_t small = std::min(a, b);
    const std::size_t large = std::max(a, b);
    if (small == 0) return false;
    if (both == small && both == large) return true;
    if (small < least_words) return false;
    if (both == small && large <= both + most_added) return true;
    const std::size_t all = small + large - both;
    return both * shared_of >= all * shared_least;
}

void join_same(std::vector<std::string>& labels) {
    // The shortest first: a root is then the best label of its set.
    const auto before = [](const std::string& a, const std::string& b) {
        return std::pair(a.size(), std::string_view(a)) < std::pair(b.size(), std::string_view(b));
    };
    std::vector<std::string> distinct = labels;
    std::sort(distinct.begin(), distinct.end(), before);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::map<std::string, std::size_t> numbers;  // of stems: figures compare faster than words
    std::vector<Numbered> meanings;
    std::vector<std::size_t> parents;
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        meanings.push_back(numbered(meaning(distinct[i]), numbers));
        parents.push_back(i);
        for (std::size_t j = i - std::min(i, most_compared); j < i; ++j) {
            if (!same(meanings[i], meanings[j])) continue;
            const auto [low, high] = std::minmax({root(parents, i), root(parents, j)});
            parents[high] = low;
        }
    }
    for (std::string& label : labels) {
        const auto at = std::lower_bound(distinct.begin(), distinct.end(), label, before);
        const auto i = static_cast<std::size_t>(at - distinct.begin());
        label = distinct[root(parents, i)];
    }
}

}  // namespace demarche::proposition
