// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// An attribution in features, each the hash of a name such as "cue lemma=tell". For
//
//     "We must repair the dam," the Kenyan minister said.
//
//     rule=demands               what rule_stance makes of it
//     cue lexicon=states, cue head=say, cue tag=VBD, source kind=government body, ...
//     root=repair, subject=we, modal=must, form=quotation, tone urge, word=dam, words=repair the
//     ... plain/root=repair ...      all of the content once more, for the cue is a plain verb of
//     saying
//
// A plain verb ("said", "added", "according to") leaves the relation to the content; after "vowed"
// or "blasted" the same content says little. The doubled features let the classifier learn both.
// What is hashed is lemmas, tags and relations of words, never a name: proper nouns are left out of
// the words, so that nothing is learned about single people.
//
// Limits: one bag of words for contents of any length; irony is read as said.

#include "stance/features.hpp"

#include "learn/feature_hash.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/cue_reading.hpp"
#include "lexicon/cues.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/relation_words.hpp"
#include "lexicon/stance_words.hpp"
#include "stance/rule_stance.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace demarche::stance {
using namespace draft;
using namespace lexicon;
namespace {

/// Collects hashes of names.
class Names {
public:
    void add(std::string_view name, std::string_view value = {}) {
        list.push_back(value.empty() ? learn::feature_hash(name)
                                     : learn::joined_hash(learn::feature_hash(name),
                                                          learn::feature_hash(value)));
    }
    void add(std::string_view name, std::string_view a, std::string_view b) {
        list.push_back(learn::joined_hash(
            learn::joined_hash(learn::feature_hash(name), learn::feature_hash(a)),
            learn::feature_hash(b)));
    }
    std::vector<learn::SparseFeature> list;
};

class Article {
public:
    explicit Article(const Words& words) : words_(words) {}

    [[nodiscard]] const Words& words() const { return words_; }
    [[nodiscard]] const Token& token(std::size_t t) const { return words_.document().tokens[t]; }
    [[nodiscard]] std::string lemma(std::size_t t) const {
        return token(t).lemma.empty() ? words_[t] : folded(token(t).lemma);
    }
    [[nodiscard]] bool proper(std::size_t t) const { return token(t).upos == "PROPN"; }

    /// A word of the bag: the lemma, a mark instead of a name or a number.
    [[nodiscard]] std::string plain(std::size_t t) const {
        if (proper(t)) return "<name>";
        if (token(t).upos == "NUM") return "<number>";
        return lemma(t);
    }
    /// The token that `t` depends on, or nothing.
    [[nodiscard]] std::optional<std::size_t> head(std::size_t t) const {
        const int head = token(t).head;
        if (head <= 0) return std::nullopt;
        return words_.sentence_at(t).first_token + static_cast<std::size_t>(head) - 1;
    }
    /// The first token of `range` that depends on none of it.
    [[nodiscard]] std::size_t top(TokenRange range) const {
        for (std::size_t t = range.first; t < range.end; ++t) {
            const auto over = head(t);
            if (token(t).upos == "PUNCT") continue;
            if (!over || *over < range.first || *over >= range.end) return t;
        }
        return range.first;
    }
    [[nodiscard]] std::vector<std::size_t> dependents(std::size_t t) const {
        std::vector<std::size_t> found;
        const Sentence& sentence = words_.sentence_at(t);
        for (std::size_t d = sentence.first_token; d < sentence.end_token; ++d) {
            if (const auto over = head(d); over && *over == t) found.push_back(d);
        }
        return found;
    }

private:
    const Words& words_;
};

bool is_plain(const std::optional<Relation>& cue) {
    return !cue || *cue == Relation::states;
}

std::string bucket(std::size_t n) {
    if (n <= 3) return std::to_string(n);
    if (n <= 6) return "4-6";
    if (n <= 12) return "7-12";
    return n <= 25 ? "13-25" : "more";
}

void describe_cue(const Article& article, const Attribution& attribution, const CueReading& read,
                  Names& names) {
    const Words& words = article.words();
    const std::vector<TokenRange> pieces = ranges(words, attribution.cue);
    names.add("cue lexicon", read.relation ? name(*read.relation) : "none");
    if (read.negated) names.add("cue negated");
    if (pieces.empty()) {
        names.add("no cue");
        return;
    }
    std::string whole;
    std::string before;
    for (const TokenRange piece : pieces) {
        for (std::size_t t = piece.first; t < piece.end; ++t) {
            const std::string lemma = article.lemma(t);
            if (!article.proper(t)) {
                names.add("cue lemma", lemma);
                names.add("cue lemmas", before, lemma);
                for (const std::string_view each : stance_classes(lemma))
                    names.add("cue tone", each);
                if (const auto match = CueLexicon::built_in().at(words, t)) {
                    names.add("cue says", name(match->cue->relation));
                }
            }
            whole += lemma + " ";
            before = lemma;
        }
    }
    names.add("cue", whole);
    const TokenRange first = pieces.front();
    const std::size_t top = article.top(first);
    const Token& token = article.token(top);
    names.add("cue head", article.plain(top));
    names.add("cue tag", token.xpos);
    names.add("cue part", token.upos);
    names.add("cue relation", token.deprel);
    names.add("cue length", bucket(first.size()));
    if (const auto over = article.head(top)) names.add("over cue", article.plain(*over));
    for (const std::size_t d : article.dependents(top)) {
        const Token& dependent = article.token(d);
        names.add("under cue", dependent.deprel);
        if (dependent.deprel.starts_with("nsubj") || dependent.deprel == "obj" ||
            dependent.deprel.starts_with("obl")) {
            continue;
        }
        names.add("word under cue", dependent.deprel, article.plain(d));
    }
    const std::size_t end = pieces.back().end;
    if (end < words.size()) {
        names.add("after cue", article.plain(end));
        names.add("cue and next", article.plain(end - 1), article.plain(end));
    }
    if (first.first > 0) names.add("before cue", article.plain(first.first - 1));
}

/// What the cue's words name (relation_words.tsv), beside what cues.tsv makes of it.
void describe_acts(const Article& article, const Attribution& attribution, const CueReading& read,
                   Names& names) {
    const std::string_view lexicon = !read.relation            ? "none"
                                     : is_plain(read.relation) ? "plain"
                                                               : "telling";
    std::optional<ActMatch> last;
    for (const TokenRange piece : ranges(article.words(), attribution.cue)) {
        for (ActMatch& act : acts_in(article.words(), piece)) {
            for (const Relation relation : act.relations) {
                names.add("act", name(relation));
                names.add("act beside", lexicon, name(relation));
            }
            if (act.relations.size() == 1) names.add("only act", name(act.relations.front()));
            last = std::move(act);
        }
    }
    if (!last) return;
    for (const Relation relation : last->relations) {
        names.add("last act", name(relation), article.token(last->tokens.first).upos);
    }
}

void describe_source(const Article& article, const Draft& draft, const StatementDraft& statement,
                     Names& names) {
    const Attribution& attribution = statement.attribution;
    for (const std::size_t holder : statement.roles.holders) {
        names.add("source kind", name(draft.actors[holder].kind));
    }
    if (statement.roles.addressee) names.add("addressee");
    const std::vector<TokenRange> pieces = ranges(article.words(), attribution.source);
    if (pieces.empty()) {
        names.add("no source");
        return;
    }
    names.add("source head", article.plain(article.top(pieces.front())));
    names.add("source first", article.plain(pieces.front().first));
}

std::string person_of(const Article& article, std::size_t subject) {
    const std::string& word = article.words()[subject];
    if (word == "i" || word == "we") return "own";
    if (word == "you") return "you";
    if (is_pronoun(word)) return word;
    if (article.proper(subject)) return "name";
    return article.token(subject).xpos.ends_with("S") ? "nouns" : "noun";
}

std::string form_of(const Article& article, const Attribution& attribution, std::size_t first,
                    std::size_t top) {
    const Words& words = article.words();
    const bool quoted = words.is_quote(first) || (first > 0 && words.is_quote(first - 1));
    const std::string& word = words[first];
    if (quoted) return "quotation";
    if (is(WordClass::mark_of_a_content, word)) return word;
    if (word.starts_with("wh") || word == "how") return "wh";
    const bool behind = !attribution.cue.empty() &&
                        attribution.content.front().begin > attribution.cue.front().begin;
    std::string form = article.token(top).upos == "VERB" || article.token(top).upos == "AUX"
                           ? article.token(top).xpos
                           : "noun";
    return form + (behind ? " behind" : " before");
}

/// The first clause: its main word, subject, modals, negation.
void describe_clause(const Article& article, std::size_t top, Names& names) {
    names.add("root", article.plain(top));
    names.add("root tag", article.token(top).xpos);
    for (const std::string_view each : stance_classes(article.lemma(top)))
        names.add("root tone", each);
    // "its plans" plans nothing.
    const auto cue = CueLexicon::built_in().at(article.words(), top);
    if (cue && article.token(top).upos != "NOUN") {
        names.add("root says", name(cue->cue->relation));
    }
    std::string subject = "none";
    std::string modal = "none";
    bool negated = false;
    for (const std::size_t d : article.dependents(top)) {
        const Token& dependent = article.token(d);
        if (dependent.deprel.starts_with("nsubj")) {
            subject = person_of(article, d);
            if (dependent.deprel == "nsubj:pass") names.add("passive");
        }
        if (dependent.xpos == "MD" || (dependent.deprel == "aux" && modal == "none")) {
            modal = article.lemma(d);
        }
        negated = negated || is_negation(article.words()[d]);
        names.add("under root", dependent.deprel);
    }
    names.add("subject", subject);
    names.add("modal", modal);
    names.add("subject and modal", subject, modal + (negated ? " not" : ""));
    names.add("subject and root", subject, article.plain(top));
    if (negated) names.add("root negated");
    if (const auto act = act_at(article.words(), top, article.words().sentence_at(top).end_token)) {
        for (const Relation relation : act->relations) {
            names.add("root act", name(relation));
            names.add("subject and act", subject + (negated ? " not" : ""), name(relation));
        }
    }
    for (const std::string_view each : stance_classes(article.lemma(top))) {
        names.add("subject and tone", subject, each);
    }
}

/// Every word of the content, and what words of a tone there are.
void describe_bag(const Article& article, const std::vector<TokenRange>& pieces, Names& names) {
    const Words& words = article.words();
    std::map<std::string_view, std::size_t> counts;
    std::size_t size = 0;
    for (const TokenRange piece : pieces) {
        std::string before = "<start>";
        std::string two_before;
        for (std::size_t t = piece.first; t < piece.end; ++t) {
            if (words[t] == "?" || words[t] == "!") names.add("mark", words[t]);
            if (!words.is_word(t)) continue;
            ++size;
            const std::string word = article.plain(t);
            names.add("word", word);
            names.add("words", before, word);
            names.add("three words", two_before + " " + before, word);
            const bool negated = is_negation(words[t - (t > 0 ? 1 : 0)]);
            for (const std::string_view each : stance_classes(word)) {
                ++counts[each];
                names.add(negated ? "negated tone" : "tone", each);
            }
            if (const auto cue = CueLexicon::built_in().at(words, t);
                cue && cue->cue->relation != Relation::states) {
                names.add("content says", name(cue->cue->relation));
            }
            if (const auto act = act_at(words, t, piece.end)) {
                for (const Relation relation : act->relations) names.add("has act", name(relation));
            }
            two_before = before;
            before = word;
        }
    }
    for (const auto& [stance_class, count] : counts) {
        if (count > 1) names.add("much tone", stance_class);
        if (count * 8 >= size) names.add("dense tone", stance_class);
    }
    const std::size_t bad = counts["blame"];
    const std::size_t good = counts["praise"];
    names.add("balance", bad > good ? "bad" : (good > bad ? "good" : "even"));
    names.add("content length", bucket(size));
}

void describe_content(const Article& article, const StatementDraft& statement, Names& names) {
    const Attribution& attribution = statement.attribution;
    const std::vector<TokenRange> pieces = ranges(article.words(), attribution.content);
    if (pieces.empty()) {
        names.add("no content");
        return;
    }
    std::size_t first = pieces.front().first;
    while (first + 1 < pieces.front().end && !article.words().is_word(first)) ++first;
    const std::size_t top = article.top({first, pieces.front().end});
    const std::string form = form_of(article, attribution, first, top);
    names.add("form", form);
    names.add("first", article.plain(first));
    if (first + 1 < pieces.front().end) {
        names.add("first two", article.plain(first), article.plain(first + 1));
    }
    describe_clause(article, top, names);
    describe_bag(article, pieces, names);
    if (statement.for_somebody) names.add("for somebody");
    if (const auto self = self_report(article.words(), attribution.content)) {
        names.add("self", name(self->cue.cue->relation));
    }
}

void append(Names& names, std::string_view prefix, const Names& others) {
    for (const learn::SparseFeature other : others.list) {
        names.list.push_back(learn::joined_hash(learn::feature_hash(prefix), other));
    }
}

void describe_negation(const Article& article, const Attribution& attribution, Names& names) {
    const Words& words = article.words();
    for (const TokenRange piece : ranges(words, attribution.cue)) {
        const std::size_t begin = words.sentence_at(piece.first).first_token;
        const std::size_t end = words.sentence_at(piece.first).end_token;
        for (std::size_t t = piece.first; t < piece.end; ++t) {
            names.add("in cue", article.lemma(t));
            if (t > piece.first) names.add("two in cue", words[t - 1], words[t]);
            if (is_negation(words[t])) names.add("negation in cue");
        }
        for (std::size_t back = 1; back <= 3 && piece.first >= begin + back; ++back) {
            const std::size_t t = piece.first - back;
            names.add("near before", article.plain(t));
            if (is_negation(words[t])) names.add("negation before", std::to_string(back));
        }
        for (std::size_t t = piece.end; t < std::min(piece.end + 2, end); ++t) {
            names.add("near after", article.plain(t));
        }
        const std::size_t top = article.top(piece);
        names.add("cue head", article.plain(top));
        for (const std::size_t d : article.dependents(top)) {
            names.add("under cue", article.token(d).deprel, article.plain(d));
            if (is_negation(words[d])) names.add("negation under cue");
        }
    }
    for (const TokenRange piece : ranges(words, attribution.source)) {
        names.add("source first", article.plain(piece.first));
        if (piece.first > 0) names.add("before source", article.plain(piece.first - 1));
    }
}

void describe_policy(const Article& article, const Draft& draft, const StatementDraft& statement,
                     Names& names) {
    const Attribution& attribution = statement.attribution;
    for (const Spans* spans : {&attribution.cue, &attribution.content}) {
        std::size_t size = 0;
        for (const TokenRange range : ranges(article.words(), *spans)) {
            std::string before;
            for (std::size_t t = range.first; t < range.end; ++t) {
                if (!article.words().is_word(t)) continue;
                ++size;
                const std::string word = article.plain(t);
                names.add("word", word);
                names.add("words", before, word);
                for (const std::string_view each : stance_classes(word)) names.add("tone", each);
                before = word;
            }
        }
        names.add(spans == &attribution.cue ? "cue length" : "length", bucket(size));
    }
    for (const std::size_t holder : statement.roles.holders) {
        names.add("kind", name(draft.actors[holder].kind));
    }
    if (statement.roles.target) names.add("target");
    if (statement.roles.addressee) names.add("addressee");
    if (attribution.reported_by) names.add("reported");
    // People judge no statement that is none; what was marked by them has no confidence.
    if (attribution.confidence > 0) {
        names.add("sure", std::to_string(static_cast<int>(10 * attribution.confidence)));
    }
    for (const TokenRange piece : ranges(article.words(), attribution.source)) {
        for (std::size_t t = piece.first; t < piece.end; ++t) {
            names.add("source word", article.plain(t));
        }
    }
}

/// The common nouns of the article: what it is about.
Names theme(const Article& article) {
    Names names;
    for (std::size_t t = 0; t < article.words().size(); ++t) {
        const Token& token = article.token(t);
        if (token.upos == "NOUN") names.add("theme", article.lemma(t));
    }
    std::sort(names.list.begin(), names.list.end());
    // Twice at least: what is named once in passing is no theme.
    std::vector<learn::SparseFeature> kept;
    for (std::size_t i = 1; i < names.list.size(); ++i) {
        const bool again = names.list[i] == names.list[i - 1];
        if (again && (kept.empty() || kept.back() != names.list[i])) kept.push_back(names.list[i]);
    }
    names.list = std::move(kept);
    return names;
}

}  // namespace

std::vector<StanceFeatures> stance_features(const Draft& draft) {
    const Words& words = draft.words;
    const Article article(words);
    const Names themes = theme(article);
    std::vector<StanceFeatures> all;
    for (const StatementDraft& statement : draft.statements) {
        const Attribution& attribution = statement.attribution;
        const RuleStance rule = rule_stance(words, statement);
        const CueReading& cue = statement.cue;
        Names content;
        describe_content(article, statement, content);
        Names relation;
        relation.add("constant");
        relation.add("rule", name(rule.relation));
        if (attribution.reported_by) relation.add("reported");
        describe_cue(article, attribution, cue, relation);
        describe_acts(article, attribution, cue, relation);
        describe_source(article, draft, statement, relation);
        append(relation, is_plain(cue.relation) ? "plain" : "telling", content);
        append(relation, "any", content);
        Names polarity;
        polarity.add("constant");
        polarity.add("rule", name(rule.polarity), name(rule.factuality));
        polarity.add("relation", name(rule.relation));
        if (cue.negated) polarity.add("cue negated");
        describe_negation(article, attribution, polarity);
        Names policy;
        policy.add("constant");
        policy.add("relation", name(rule.relation));
        describe_policy(article, draft, statement, policy);
        policy.list.insert(policy.list.end(), themes.list.begin(), themes.list.end());
        all.push_back(
            {rule, std::move(relation.list), std::move(polarity.list), std::move(policy.list)});
    }
    return all;
}

}  // namespace demarche::stance
