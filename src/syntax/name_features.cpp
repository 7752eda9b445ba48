// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What helps to tell a name and its kind, beside the word and its neighbours:
//
// - The run of capitals that a word stands in: "Harbour Workers' Union" is told by its last word,
//   "Lena Holm" by its first. A run may hold "of" and the like between capitals.
// - Lists of given names, places and so on (word_classes.hpp).
// - The same word elsewhere in the article (Ratinov and Roth 2009, section 5): "Holm" alone is a
//   person since "Lena Holm" stood two paragraphs before. So a word is shown the neighbours of its
//   other places, and the first word of the longest run that ends with it.
// - Whether the word stands in lower case elsewhere: then its capital may only be the sentence's.
//
// Corpora mark names by schemes of their own: one takes "Monday" for a name, another does not. The
// scheme of new text is told by the features alone; another one gets each feature a second time, so
// that it may learn what it does otherwise and shares the rest (Daumé 2007).
//
// Words without capitals are told by little, so that reading costs little.

#include "syntax/name_features.hpp"

#include "syntax/lemma_rule.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace demarche::syntax {
namespace {

using Hash = std::uint32_t;

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::string_view front(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    while (end < text.size() && characters > 0) {
        do ++end;
        while (end < text.size() && continues(text[end]));
        --characters;
    }
    return text.substr(0, end);
}

std::string_view back(std::string_view text, std::size_t characters) {
    std::size_t begin = text.size();
    while (begin > 0 && characters > 0) {
        do --begin;
        while (begin > 0 && continues(text[begin]));
        --characters;
    }
    return text.substr(begin);
}

char class_of(char c) {
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= 'a' && c <= 'z') return 'x';
    if (c >= '0' && c <= '9') return 'd';
    return static_cast<unsigned char>(c) >= 0x80 ? 'u' : c;
}

/// "Xx", "X.X.", "d-x": runs once.
std::string shape_of(std::string_view form) {
    std::string out;
    for (const char c : form) {
        if (out.empty() || out.back() != class_of(c)) out += class_of(c);
        if (out.size() == 8) break;
    }
    return out;
}

/// All that is asked of a token more than once.
struct Seen {
    std::string lower;
    Hash form = 0, word = 0, lemma = 0, tag = 0, shape = 0, relation = 0;
    bool capital = false;
    std::size_t run = 0;  ///< number of its run of capitals, 0: none
};

/// Tokens from first to last, of which both are written with a capital.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
};

bool joins(const std::string& lower) {
    static constexpr std::array<std::string_view, 6> small = {"of", "the", "for", "&", "de", "al"};
    return std::find(small.begin(), small.end(), lower) != small.end();
}

/// Other places of a word in the article.
struct Places {
    std::vector<std::size_t> capital;
    bool small = false;
};

class NameView {
public:
    NameView(const Document& document, const WordClasses& classes)
        : document_(document),
          classes_(classes),
          seen_(document.tokens.size()),
          listed_(document.tokens.size()) {
        see_words();
        for (const Sentence& sentence : document.sentences) {
            see_runs(sentence);
            see_lists(sentence);
        }
        for (std::size_t t = 0; t < seen_.size(); ++t) {
            Places& places = places_[seen_[t].lower];
            if (seen_[t].run != 0 && seen_[t].capital) places.capital.push_back(t);
            if (!seen_[t].capital) places.small = true;
        }
    }

    learn::SparseTokens describe(const Sentence& sentence) const {
        learn::SparseTokens out;
        std::size_t capitals = 0;
        std::size_t words = 0;
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            capitals += seen_[t].capital;
            words += document_.tokens[t].upos != "PUNCT";
        }
        const bool shouting = capitals * 5 > words * 3;
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            describe(sentence, t, shouting, out);
            out.end_token();
        }
        return out;
    }

private:
    void see_words() {
        for (std::size_t t = 0; t < seen_.size(); ++t) {
            const Token& token = document_.tokens[t];
            Seen& s = seen_[t];
            s.lower = lower_case(token.form);
            s.form = learn::feature_hash(token.form);
            s.word = learn::feature_hash(s.lower);
            s.lemma = learn::feature_hash(token.lemma);
            s.tag = learn::feature_hash(token.xpos);
            s.shape = learn::feature_hash(shape_of(token.form));
            s.relation = learn::feature_hash(token.deprel);
            s.capital = s.lower != token.form;
        }
    }

    void see_runs(const Sentence& sentence) {
        for (std::size_t t = sentence.first_token; t < sentence.end_token;) {
            if (!seen_[t].capital) {
                ++t;
                continue;
            }
            Run run{t, t};
            for (std::size_t k = t + 1; k < sentence.end_token && k <= run.last + 3; ++k) {
                if (seen_[k].capital)
                    run.last = k;
                else if (!joins(seen_[k].lower))
                    break;
            }
            runs_.push_back(run);
            for (std::size_t k = run.first; k <= run.last; ++k) seen_[k].run = runs_.size();
            t = run.last + 1;
        }
    }

    /// The longest listed phrase at each capital: its tokens get its classes and their places in
    /// it.
    void see_lists(const Sentence& sentence) {
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            if (!seen_[t].capital) continue;
            std::string phrase;
            std::size_t best = 0;
            const std::vector<Hash>* of_best = nullptr;
            for (std::size_t n = 1; n <= WordClasses::longest && t + n <= sentence.end_token; ++n) {
                if (n > 1) phrase += ' ';
                phrase += seen_[t + n - 1].lower;
                const auto& found = classes_.of(phrase);
                if (found.empty()) continue;
                best = n;
                of_best = &found;
            }
            for (std::size_t k = 0; k < best; ++k) {
                for (const Hash hash : *of_best) {
                    listed_[t + k].push_back(
                        learn::joined_hash(hash, k == 0 ? (best == 1 ? 0U : 1U) : 2U));
                }
            }
            if (best > 1) t += best - 1;
        }
    }

    void describe(const Sentence& sentence, std::size_t t, bool shouting,
                  learn::SparseTokens& out) const {
        const Seen& own = seen_[t];
        static const Seen outside;
        const auto at = [&](std::size_t offset) -> const Seen& {  // offset 3 is the token itself
            const std::size_t k = t + offset;
            return k < sentence.first_token + 3 || k >= sentence.end_token + 3 ? outside
                                                                               : seen_[k - 3];
        };
        Hash kind = 0;
        const auto add = [&](Hash value) { out.add(learn::joined_hash(kind, value)); };
        const auto next = [&kind](Hash value) { kind = value; };

        next(1), add(0);
        next(2), add(own.word);
        next(3), add(own.tag), add(learn::joined_hash(own.tag, at(2).tag)),
            add(learn::joined_hash(own.tag, at(4).tag));
        next(5), add(learn::joined_hash(at(2).shape, own.shape));
        next(6), add(learn::joined_hash(own.shape, at(4).shape));
        next(9), add(at(2).word);
        next(10), add(at(4).word);
        const bool beside = at(2).capital || at(4).capital;
        if (!own.capital && !beside) return;

        next(11), add(own.form);
        next(12), add(own.lemma);
        next(13), add(at(1).word);
        next(14), add(at(5).word);
        next(15), add(learn::joined_hash(at(2).word, own.word));
        next(16), add(learn::joined_hash(own.word, at(4).word));
        next(17), add(own.shape);
        next(18), add(learn::joined_hash(learn::joined_hash(at(2).shape, own.shape), at(4).shape));
        next(19), add(learn::joined_hash(learn::joined_hash(at(2).tag, own.tag), at(4).tag));
        next(20), add(learn::joined_hash(own.shape, at(4).word));
        next(21), add(learn::joined_hash(own.shape, at(2).word));
        next(22), add(own.relation), add(learn::joined_hash(own.relation, own.tag));
        next(23), add(head_lemma(sentence, t));
        for (std::size_t n = 1; n <= 4; ++n) {
            next(static_cast<Hash>(30 + n)), add(learn::feature_hash(front(own.lower, n)));
            next(static_cast<Hash>(40 + n)), add(learn::feature_hash(back(own.lower, n)));
        }
        next(50), add(learn::feature_hash(back(at(2).lower, 3)));
        next(51), add(learn::feature_hash(back(at(4).lower, 3)));
        next(52), add(learn::joined_hash(
                      own.shape, (shouting ? 2U : 0U) + (t == sentence.first_token ? 1U : 0U)));
        describe_lists(sentence, t, out);
        if (own.run != 0) describe_run(sentence, t, out);
        if (own.capital && own.run != 0) describe_elsewhere(t, out);
    }

    [[nodiscard]] Hash head_lemma(const Sentence& sentence, std::size_t t) const {
        const int head = document_.tokens[t].head;
        if (head <= 0) return 0;
        const std::size_t h = sentence.first_token + static_cast<std::size_t>(head) - 1;
        return learn::joined_hash(seen_[h].lemma, seen_[t].relation);
    }

    void describe_lists(const Sentence& sentence, std::size_t t, learn::SparseTokens& out) const {
        for (const Hash hash : listed_[t]) {
            out.add(learn::joined_hash(60, hash));
            out.add(learn::joined_hash(61, learn::joined_hash(hash, seen_[t].shape)));
            const bool more = t + 1 < sentence.end_token && seen_[t + 1].capital;
            const bool before = t > sentence.first_token && seen_[t - 1].capital;
            out.add(learn::joined_hash(
                62, learn::joined_hash(hash, (more ? 1U : 0U) + (before ? 2U : 0U))));
        }
        if (t > sentence.first_token) {
            for (const Hash hash : listed_[t - 1]) out.add(learn::joined_hash(63, hash));
        }
        if (t + 1 < sentence.end_token) {
            for (const Hash hash : listed_[t + 1]) out.add(learn::joined_hash(64, hash));
        }
    }

    void describe_run(const Sentence& sentence, std::size_t t, learn::SparseTokens& out) const {
        const Run& run = runs_[seen_[t].run - 1];
        const auto length = static_cast<Hash>(std::min<std::size_t>(run.last - run.first, 4));
        const auto place = static_cast<Hash>(std::min<std::size_t>(t - run.first, 3));
        const auto left = static_cast<Hash>(std::min<std::size_t>(run.last - t, 3));
        out.add(learn::joined_hash(70, length * 16 + place * 4 + left));
        out.add(learn::joined_hash(71, learn::joined_hash(seen_[run.last].word, left)));
        out.add(learn::joined_hash(72, learn::joined_hash(seen_[run.first].word, place)));
        const Hash before = run.first > sentence.first_token ? seen_[run.first - 1].word : 0;
        const Hash after = run.last + 1 < sentence.end_token ? seen_[run.last + 1].word : 0;
        out.add(learn::joined_hash(73, before));
        out.add(learn::joined_hash(74, after));
        out.add(learn::joined_hash(75, learn::joined_hash(before, length)));
        for (const Hash hash : listed_[run.first])
            out.add(learn::joined_hash(76, learn::joined_hash(hash, place)));
        for (const Hash hash : listed_[run.last])
            out.add(learn::joined_hash(77, learn::joined_hash(hash, left)));
        for (std::size_t k = run.first; k <= run.last; ++k)
            out.add(learn::joined_hash(78, seen_[k].word));
    }

    void describe_elsewhere(std::size_t t, learn::SparseTokens& out) const {
        constexpr std::size_t most = 6;
        const Places& places = places_.at(seen_[t].lower);
        out.add(learn::joined_hash(
            80, (places.small ? 1U : 0U) + (places.capital.size() > 1 ? 2U : 0U)));
        std::vector<Hash> found;
        std::size_t longest = runs_[seen_[t].run - 1].last - runs_[seen_[t].run - 1].first;
        Hash longer = 0;
        std::size_t looked_at = 0;
        for (const std::size_t other : places.capital) {
            if (other == t) continue;
            if (++looked_at > most) break;
            if (other > 0) found.push_back(learn::joined_hash(81, seen_[other - 1].word));
            if (other + 1 < seen_.size())
                found.push_back(learn::joined_hash(82, seen_[other + 1].word));
            const Run& run = runs_[seen_[other].run - 1];
            if (run.last - run.first <= longest) continue;
            longest = run.last - run.first;
            longer = learn::joined_hash(seen_[run.first].word, run.last == other ? 1 : 2);
            for (const Hash hash : listed_[run.first]) {
                found.push_back(
                    learn::joined_hash(83, learn::joined_hash(hash, run.last == other ? 1 : 2)));
            }
        }
        if (longer != 0) found.push_back(learn::joined_hash(84, longer));
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        out.features.insert(out.features.end(), found.begin(), found.end());
    }

    const Document& document_;
    const WordClasses& classes_;
    std::vector<Seen> seen_;
    std::vector<std::vector<Hash>> listed_;
    std::vector<Run> runs_;
    std::unordered_map<std::string, Places> places_;
};

/// Each feature once more, as one of the scheme's own.
learn::SparseTokens with_copies(const learn::SparseTokens& tokens, Hash scheme) {
    learn::SparseTokens out;
    std::size_t f = 0;
    for (const std::size_t end : tokens.ends) {
        for (; f < end; ++f) {
            out.add(tokens.features[f]);
            out.add(learn::joined_hash(tokens.features[f], scheme));
        }
        out.end_token();
    }
    return out;
}

}  // namespace

std::vector<learn::SparseTokens> describe_names(const Document& document,
                                                const WordClasses& classes,
                                                std::string_view scheme) {
    const NameView seen(document, classes);
    std::vector<learn::SparseTokens> out;
    for (const Sentence& sentence : document.sentences) {
        out.push_back(seen.describe(sentence));
        if (!scheme.empty()) out.back() = with_copies(out.back(), learn::feature_hash(scheme));
    }
    return out;
}

}  // namespace demarche::syntax
