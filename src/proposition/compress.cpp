// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Sentence compression by pruning dependency trees.
//
// A label keeps the words that a reader would name the position by, and what makes them a
// sentence. Every word has a worth, the probability that people keep it less a price; a dependent
// is kept with all below it where that is worth more than nothing or where the head cannot do
// without it (its subject, object, auxiliaries, negation, ...). The best subtree is found bottom-up
// in one pass: its choices are independent of each other. Where the best one is too long the price
// goes up. A label may start at an inner clause, so that "I think that the quota is unfair" leaves
// "the quota is unfair".
//
// Example. "the quota, which nobody likes, is unfair to small boats this year": the relative clause
// and the time are worth less than their price, "the" and "is" are needed:
// "the quota is unfair to small boats".
//
// Source: K. Filippova, M. Strube, Dependency tree based sentence compression, INLG 2008. Theirs
// is solved as an integer programme; without limits between branches a pass over the tree gives the
// same. The worths are log odds of a logistic model that was fitted on 1,303 labels written by
// people, rounded to quarters; docs/propositions.md has the figures.
//
// Limits: one sentence of a content that has several; as good as its tree.

#include "proposition/compress.hpp"

#include "learn/functions.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace demarche::proposition {
using namespace lexicon;
namespace {

constexpr double lowest_price = 0.15;  // the probability from which a word helps a label
constexpr double price_step = 0.03;
constexpr int price_steps = 25;

struct Weight {
    std::string_view name;
    double log_odds;
};

double weight(const Weight* first, const Weight* last, std::string_view name, double otherwise) {
    const Weight* found =
        std::find_if(first, last, [name](const Weight& row) { return row.name == name; });
    return found == last ? otherwise : found->log_odds;
}

/// By part of speech.
double of_tag(std::string_view upos) {
    static constexpr Weight table[] = {
        {"NOUN", 0.25},  {"PROPN", 0.25},  {"ADJ", 0.25},  {"ADP", 0.25},    {"NUM", 0},
        {"VERB", -0.25}, {"ADV", -0.5},    {"DET", -0.75}, {"SCONJ", -0.75}, {"AUX", -1},
        {"PRON", -1.25}, {"CCONJ", -1.25}, {"PART", -1.5}, {"INTJ", -1.5}};
    return weight(std::begin(table), std::end(table), upos, 0);
}

/// By the relation of the word, or of one that it stands under; by name, for sums of them are made
/// in this order.
constexpr Weight branch_weights[] = {{"acl", -0.25},  {"advcl", -0.25},     {"appos", -0.75},
                                     {"ccomp", 0.25}, {"conj", -0.25},      {"nmod", -0.25},
                                     {"obj", 0.5},    {"parataxis", -0.25}, {"xcomp", 0.25}};

double of_name(NameKind kind) {
    switch (kind) {
        case NameKind::person:
        case NameKind::people: return 1;
        case NameKind::place: return 0.75;
        case NameKind::organisation: return 0.5;
        case NameKind::document: return 0;
        case NameKind::other: return -0.25;
    }
    return 0;
}

double of_frequency(std::size_t count) {
    return count < 3 ? -0.5 : count < 7 ? 0 : 0.5;
}

double of_length(std::size_t tokens) {
    return tokens < 12 ? 0.5 : tokens < 24 ? 0.25 : -0.75;
}

/// The place of a relation, whatever its subtype, in branch_weights, as a bit; 0: it has none.
unsigned branch_bit(std::string_view relation) {
    const std::string_view type = relation.substr(0, relation.find(':'));
    for (std::size_t b = 0; b < std::size(branch_weights); ++b) {
        if (branch_weights[b].name == type) return 1U << b;
    }
    return 0;
}

/// Words that say nothing alone: they come and go with others.
bool is_bound(const Words& words, std::size_t token) {
    return !words.is_word(token) || is(WordClass::bound_word, words[token]) ||
           is_form_of_be(words[token]);
}

/// Whether a list of relations has `relation`.
template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view relation) {
    return std::find(std::begin(list), std::end(list), relation) != std::end(list);
}

/// Dependents that a head cannot do without.
bool is_needed(std::string_view relation) {
    static constexpr std::string_view list[] = {
        "nsubj",    "nsubj:pass",   "expl",   "csubj",    "csubj:pass", "obj",
        "iobj",     "cop",          "aux",    "aux:pass", "xcomp",      "ccomp",
        "compound", "compound:prt", "flat",   "fixed",    "case",       "mark",
        "det",      "nmod:poss",    "nummod", "goeswith", "obl:agent"};
    return among(list, relation);
}

bool is_left_out(std::string_view relation) {
    static constexpr std::string_view list[] = {"discourse", "vocative",   "punct",
                                                "dep",       "reparandum", "cc:preconj"};
    return among(list, relation);
}

struct Part {
    double worth = 0;
    std::vector<std::size_t> tokens;

    void add(const Part& other) {
        worth += other.worth;
        tokens.insert(tokens.end(), other.tokens.begin(), other.tokens.end());
    }
};

class Content {
public:
    Content(const Words& words, const ArticleWords& article, const Spans& spans)
        : words_(words), article_(article) {
        for (const TokenRange range : ranges(words, spans)) {
            for (std::size_t t = range.first; t < range.end; ++t) tokens_.push_back(t);
        }
        std::sort(tokens_.begin(), tokens_.end());
        tokens_.erase(std::unique(tokens_.begin(), tokens_.end()), tokens_.end());
        for (const std::size_t t : tokens_) {
            const auto head = head_of(words, t);
            if (head && inside(*head)) {
                dependents_[*head].push_back(t);
            } else if (words.is_word(t) && !token(t).deprel.empty()) {
                tops_.push_back(t);
            }
        }
        for (const std::size_t t : tokens_) probability_[t] = probability(t);
        find_second_clauses();
    }

    /// The best label at `price`.
    [[nodiscard]] std::vector<std::size_t> best(double price) {
        below_.clear();
        std::vector<Part> parts;
        for (std::size_t i = 0; i < tops_.size();) parts.push_back(from_tops(i, price));
        for (const std::size_t t : tokens_) {
            if (is_inner_clause(t) && !is_frame(t) && !is_second_clause(t))
                parts.push_back(clause(t, price));
        }
        if (parts.empty()) return {};
        Part& best = *std::max_element(
            parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return a.worth + 1e-9 < b.worth; });
        std::sort(best.tokens.begin(), best.tokens.end());
        return best.tokens;
    }

private:
    [[nodiscard]] const Token& token(std::size_t t) const { return words_.document().tokens[t]; }
    [[nodiscard]] bool inside(std::size_t t) const {
        return std::binary_search(tokens_.begin(), tokens_.end(), t);
    }

    [[nodiscard]] double probability(std::size_t t) {
        if (is_bound(words_, t)) return -1;
        const std::string lemma = folded(token(t).lemma);
        const auto count = article_.said.find(lemma);
        double log_odds = -0.25 + of_tag(token(t).upos) + of_length(tokens_.size()) +
                          of_frequency(count == article_.said.end() ? 0 : count->second);
        if (article_.opening.contains(lemma)) log_odds += 0.25;
        if (article_.name[t]) log_odds += of_name(*article_.name[t]);
        if (words_.sentence_of(t) != words_.sentence_of(tokens_.front())) log_odds -= 0.5;
        const unsigned branches = branches_of(t);
        for (std::size_t b = 0; b < std::size(branch_weights); ++b) {
            if ((branches >> b & 1U) != 0) log_odds += branch_weights[b].log_odds;
        }
        return 1 / (1 + learn::exponential(-log_odds));
    }

    /// The branches that a word stands in, a bit for each of branch_weights.
    [[nodiscard]] unsigned branches_of(std::size_t t) {
        std::vector<std::size_t> path;
        unsigned branches = 0;
        for (std::optional<std::size_t> at = t; at;) {
            if (const auto known = branches_.find(*at); known != branches_.end()) {
                branches = known->second;
                break;
            }
            path.push_back(*at);
            at = head_of(words_, *at);
            if (at && !inside(*at)) break;
        }
        for (auto at = path.rbegin(); at != path.rend(); ++at) {
            const auto head = head_of(words_, *at);
            if (head && inside(*head)) branches |= branch_bit(token(*at).deprel);
            branches_[*at] = branches;
        }
        return branches;
    }

    /// The best part below a word at the price that `best` is asked for.
    const Part& below(std::size_t t, double price) {
        if (const auto known = below_.find(t); known != below_.end()) return known->second;
        return below_.emplace(t, worked_out_below(t, price)).first->second;
    }

    [[nodiscard]] Part worked_out_below(std::size_t t, double price) {
        const double p = probability_.at(t);
        Part part{p < 0 ? 0 : p - price, {t}};
        const auto dependents = dependents_.find(t);
        if (dependents == dependents_.end()) return part;
        for (const std::size_t d : dependents->second) {
            const std::string& relation = token(d).deprel;
            // "when", "how"; a particle; "not"; ", so"
            const bool small = token(d).xpos.starts_with("W") || token(d).xpos == "RP" ||
                               is_negation(words_[d]) || joins_clauses(d);
            if (is_left_out(relation) && !small) continue;
            const Part& branch = below(d, price);
            // A conjunct's "and" goes where the conjunct goes.
            if (small || is_needed(relation) || relation == "cc" || branch.worth > 0) {
                part.add(branch);
            }
        }
        return part;
    }

    /// The tops of one sentence from number `i` on; `i` moves to the next sentence's.
    [[nodiscard]] Part from_tops(std::size_t& i, double price) {
        const std::size_t sentence = words_.sentence_of(tops_[i]);
        Part part = below(tops_[i], price);
        if (is_frame(tops_[i])) part.worth = 0;
        while (++i < tops_.size() && words_.sentence_of(tops_[i]) == sentence) {
            const Part& other = below(tops_[i], price);
            if (is_second_clause(tops_[i])) continue;
            if (other.worth > 0 || is_needed(token(tops_[i]).deprel)) part.add(other);
        }
        return part;
    }

    [[nodiscard]] bool is_clause(std::size_t t) const {
        return token(t).deprel == "ccomp" || token(t).deprel == "parataxis";
    }

    /// The "so" of "it was attacked, so it needs a fleet".
    [[nodiscard]] bool joins_clauses(std::size_t t) const {
        return words_[t] == "so" && t > 0 && words_[t - 1] == ",";
    }

    /// "that it had agreed: ‘We have talked’" are two clauses of one sentence, and the first one
    /// counts.
    [[nodiscard]] bool is_second_clause(std::size_t t) const { return second_.contains(t); }

    void find_second_clauses() {
        std::optional<std::size_t> first;  // clause of the sentence in hand
        bool colon = false;                // stands behind it
        std::size_t seen = 0;              // up to here colons were looked for
        for (const std::size_t top : tops_) {
            const Sentence& sentence = words_.sentence_at(top);
            if (first && *first < sentence.first_token) first.reset();
            for (; first && !colon && seen < top; ++seen) colon = words_[seen] == ":";
            if (first && colon && is_clause(top)) second_.insert(top);
            if (!first && (is_clause(top) || token(top).upos == "VERB")) {
                first = seen = top;
                colon = false;
            }
        }
    }

    [[nodiscard]] bool is_inner_clause(std::size_t t) const {
        if (!is_clause(t)) return false;
        const auto dependents = dependents_.find(t);
        if (dependents == dependents_.end()) return false;
        return std::any_of(dependents->second.begin(), dependents->second.end(), [&](auto d) {
            return token(d).deprel.starts_with("nsubj") || token(d).deprel == "expl";
        });
    }

    /// "I think (that)": says how sure the speaker is, not what of.
    [[nodiscard]] bool is_frame(std::size_t t) const {
        if (!is(WordClass::frame, token(t).lemma)) return false;
        const auto dependents = dependents_.find(t);
        if (dependents == dependents_.end()) return false;
        const auto has = [&](auto condition) {
            return std::any_of(dependents->second.begin(), dependents->second.end(), condition);
        };
        return has([&](auto d) { return is_inner_clause(d); }) &&
               has([&](auto d) { return words_[d] == "i" || words_[d] == "we"; }) &&
               !has([&](auto d) { return is_negation(words_[d]); });
    }

    [[nodiscard]] Part clause(std::size_t t, double price) {
        Part part = below(t, price);
        std::erase_if(part.tokens, [&](std::size_t d) {
            return token(d).deprel == "mark" && words_[d] == "that" && head_of(words_, d) == t;
        });
        return part;
    }

    const Words& words_;
    const ArticleWords& article_;
    std::vector<std::size_t> tokens_;
    std::vector<std::size_t> tops_;  ///< words whose head is outside, in text order
    std::map<std::size_t, std::vector<std::size_t>> dependents_;
    std::map<std::size_t, double> probability_;  ///< negative for bound words
    std::map<std::size_t, unsigned> branches_;   ///< what branches_of found
    std::map<std::size_t, Part> below_;          ///< at one price
    std::set<std::size_t> second_;               ///< see is_second_clause
};

}  // namespace

ArticleWords article_words(const Words& words) {
    const Document& document = words.document();
    ArticleWords article;
    article.name.resize(words.size());
    for (const Sentence& sentence : document.sentences) {
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const std::string lemma = folded(document.tokens[t].lemma);
            ++article.said[lemma];
            if (&sentence == &document.sentences.front()) article.opening.insert(lemma);
        }
    }
    for (const Name& name : document.names) {
        for (std::size_t t = name.first_token; t < name.end_token; ++t) article.name[t] = name.kind;
    }
    return article;
}

std::vector<std::size_t> compress(const Words& words, const ArticleWords& article,
                                  const Spans& content, std::size_t longest) {
    Content tree(words, article, content);
    std::vector<std::size_t> kept;
    for (int step = 0; step < price_steps; ++step) {
        kept = tree.best(lowest_price + step * price_step);
        const auto count = static_cast<std::size_t>(
            std::count_if(kept.begin(), kept.end(), [&](auto t) { return words.is_word(t); }));
        if (count <= longest) break;
    }
    return kept;
}

}  // namespace demarche::proposition
