// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// From what somebody typed to nodes: whole names, then words, then what is spelled alike.
//
// Each step is asked only where the one before found nothing, so that a full name never means more
// than itself. Words of a name must stand one after the other and be whole: letters inside a word
// are no hit. Spellings of Britain and America are compared in one form (spelling.cpp).
//
// What is spelled alike is told, never taken. Distance is the number of letters put in, taken out,
// changed or swapped with their neighbour; a third of the letters typed may be wrong, one at least:
//
//     Olso / Oslo    1, a swap: near, as 1 of 4 is allowed
//     Riga / Roma    2, two changes: not near
//
// Source: Damerau 1964, as optimal string alignment: letters that were swapped are not touched
// again, so that "ca" is 3 from "abc" and not 2.
// Limits: a query is compared with every name, in time with the letters of both. What sounds alike
// but is spelled far off is not found. Tested by tests/query/find_test.cpp and
// tests/query/spelling_test.cpp.

#include "query/find.hpp"

#include "identity/identity.hpp"
#include "query/spelling.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace demarche::query {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
    Words words;
    const std::string normalised = identity::normalised(text);
    for (std::size_t begin = 0; begin < normalised.size();) {
        const std::size_t end = std::min(normalised.find(' ', begin), normalised.size());
        words.push_back(normalised.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// Words of a name: "the United States" is "United States".
Words name_words(std::string_view text) {
    Words words = words_of(text);
    if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
    return words;
}

Words one_spelling_of(Words words) {
    for (std::string& word : words) word = one_spelling(word);
    return words;
}

/// Calls `visit` with the name and each alias.
template <typename Visit>
void for_each_form(const Actor& actor, Visit visit) {
    visit(actor.name);
    for (const std::string& alias : actor.aliases) visit(alias);
}

template <typename Test>
std::vector<std::string> actors_with_form(const graph::PositionGraph& graph, Test test) {
    std::vector<std::string> found;
    for (const auto& [id, actor] : graph.actors) {
        bool hit = false;
        for_each_form(actor, [&](const std::string& form) { hit = hit || test(name_words(form)); });
        if (hit) found.push_back(id);
    }
    return found;
}

/// One number a code point, so that a letter with an accent counts as one. Not its Unicode number
/// (the marks of the lead byte stay in it), but no two letters share one.
std::u32string code_points(std::string_view utf8) {
    std::u32string points;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U && !points.empty()) {
            points.back() = (points.back() << 6U) | (byte & 0x3FU);
        } else {
            points.push_back(byte);
        }
    }
    return points;
}

/// Letters to put in, take out, change, or swap with the next, to make one text of the other
/// (optimal string alignment, Damerau 1964). No library in Debian 12 that this room may use has it.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

/// A third of the letters may be wrong: "Soeul" is Seoul, "Tokyo" is not. Chosen by hand.
std::size_t furthest(std::size_t letters) {
    return std::max<std::size_t>(1, letters / 3);
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

/// Of the whole form or, for a single word, of its nearest word: "Obbama" is near "Barack Obama".
std::size_t form_distance(const Words& typed, const Words& form) {
    const std::u32string wanted = code_points(joined(typed));
    std::size_t least = distance(wanted, code_points(joined(form)));
    if (typed.size() > 1) return least;
    for (const std::string& word : form)
        least = std::min(least, distance(wanted, code_points(word)));
    return least;
}

}  // namespace

std::vector<std::string> actors_named(const graph::PositionGraph& graph, std::string_view text) {
    if (graph.actors.contains(std::string(text))) return {std::string(text)};
    const Words wanted = name_words(text);
    if (wanted.empty()) return {};
    auto found = actors_with_form(graph, [&](const Words& form) { return form == wanted; });
    if (!found.empty()) return found;
    const Words spelled = one_spelling_of(wanted);
    return actors_with_form(graph,
                            [&](const Words& form) { return one_spelling_of(form) == spelled; });
}

std::vector<std::string> find_actors(const graph::PositionGraph& graph, std::string_view text) {
    auto found = actors_named(graph, text);
    const Words wanted = one_spelling_of(name_words(text));
    if (!found.empty() || wanted.empty()) return found;
    return actors_with_form(graph, [&](const Words& typed) {
        const Words form = one_spelling_of(typed);
        return std::search(form.begin(), form.end(), wanted.begin(), wanted.end()) != form.end();
    });
}

std::vector<std::string> nearest_actors(const graph::PositionGraph& graph, std::string_view text,
                                        std::size_t limit) {
    const Words typed = name_words(text);
    if (typed.empty()) return {};
    const std::size_t letters = code_points(joined(typed)).size();
    std::set<std::pair<std::size_t, std::string>> ranked;
    for (const auto& [id, actor] : graph.actors) {
        std::pair<std::size_t, std::string> best(std::numeric_limits<std::size_t>::max(), "");
        for_each_form(actor, [&](const std::string& form) {
            best = std::min(best, {form_distance(typed, name_words(form)), form});
        });
        if (best.first <= furthest(letters)) ranked.insert(best);
    }
    std::vector<std::string> names;
    for (const auto& [far, form] : ranked) {
        if (names.size() == limit) break;
        if (std::find(names.begin(), names.end(), form) == names.end()) names.push_back(form);
    }
    return names;
}

std::vector<std::string> find_statements(const graph::PositionGraph& graph,
                                         std::string_view prefix) {
    std::vector<std::string> found;
    if (prefix.empty()) return found;
    for (auto it = graph.statements.lower_bound(std::string(prefix));
         it != graph.statements.end() && it->first.starts_with(prefix); ++it) {
        found.push_back(it->first);
    }
    return found;
}

QueryWords::QueryWords(std::string_view query) {
    for (const std::string& word : words_of(query)) forms_.push_back(word_forms(word));
}

bool QueryWords::are_in(std::string_view text) const {
    const Words present = one_spelling_of(words_of(text));
    return !forms_.empty() && std::all_of(forms_.begin(), forms_.end(), [&](const auto& forms) {
        return std::any_of(present.begin(), present.end(),
                           [&](const std::string& word) { return forms.contains(word); });
    });
}

bool has_words(std::string_view text, std::string_view query) {
    return QueryWords(query).are_in(text);
}

std::vector<UnknownWord> unknown_words(const graph::PositionGraph& graph, std::string_view query,
                                       std::size_t limit) {
    std::set<std::string> known;    // words, and pairs of neighbours: "self defense"
    std::set<std::string> spelled;  // words
    const auto take = [&](const std::string& text) {
        const Words words = words_of(text);
        for (std::size_t i = 0; i < words.size(); ++i) {
            known.insert(words[i]);
            spelled.insert(one_spelling(words[i]));
            if (i > 0) known.insert(words[i - 1] + " " + words[i]);
        }
    };
    for (const auto& [id, position] : graph.positions) take(position.label);
    for (const auto& [id, issue] : graph.issues) {
        take(issue.label);
        for (const std::string& alias : issue.aliases) take(alias);
    }
    std::vector<UnknownWord> unknown;
    for (const std::string& word : words_of(query)) {
        const std::set<std::string> forms = word_forms(word);
        if (std::any_of(forms.begin(), forms.end(),
                        [&](const std::string& form) { return spelled.contains(form); })) {
            continue;
        }
        const std::u32string typed = code_points(word);
        std::set<std::pair<std::size_t, std::string>> ranked;
        for (const std::string& other : known) {
            const std::size_t far = distance(typed, code_points(other));
            if (far <= furthest(typed.size())) ranked.insert({far, other});
        }
        unknown.push_back({word, {}});
        for (const auto& [far, other] : ranked) {
            if (unknown.back().near.size() < limit) unknown.back().near.push_back(other);
        }
    }
    return unknown;
}

}  // namespace demarche::query
