// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Attributions by rule: a cue of the table, the noun phrase before it, the rest of the sentence.
//
// Example. "The minister said the court had rejected the plan.": "said" is a cue that takes a
// clause, before it stands "The minister", so the content is "the court had rejected the plan";
// inside it "rejected" takes a noun phrase, before it (behind "had") stands "the court": a second
// attribution, reported by the first.
//
// Limits: passives, nouns as cues ("the accusation that") and sources further away than the verb's
// own phrase are not found.

#include "attribution/rule_attributions.hpp"

#include "lexicon/closed_words.hpp"
#include "lexicon/cues.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/words.hpp"

#include <algorithm>

namespace demarche::attribution {
using namespace lexicon;
namespace {

struct Draft {
    TokenRange source;
    TokenRange cue;
    std::vector<TokenRange> content;
    double confidence = 0.5;
};

class Finder {
public:
    explicit Finder(const Words& words)
        : document_(words.document()), words_(words), cues_(CueLexicon::built_in()) {
        for (const Quotation& quotation : document_.quotations) {
            const bool inside = quotation.single && !reach_.empty();
            reach_.push_back(inside ? std::max(reach_.back(), quotation.span.end)
                                    : quotation.span.end);
        }
    }

    std::vector<Attribution> find() {
        for (std::size_t p = 0; p < document_.paragraphs.size(); ++p) {
            const Paragraph& paragraph = document_.paragraphs[p];
            if (!is_read(paragraph.kind)) continue;
            for (std::size_t s = paragraph.first_sentence; s < paragraph.end_sentence; ++s) {
                read_sentence(document_.sentences[s], paragraph);
            }
        }
        return finished();
    }

private:
    void read_sentence(const Sentence& sentence, const Paragraph& paragraph);
    void read_cue(const Sentence& sentence, const CueMatch& match);
    void read_according_to(const Sentence& sentence, const CueMatch& match);
    bool read_inverted(const Sentence& sentence, const CueMatch& match, TokenRange verb);
    TokenRange source_before(const Sentence& sentence, std::size_t end) const;
    std::vector<TokenRange> content_after(const Sentence& sentence, const CueMatch& match) const;
    std::size_t clause_end(const Sentence& sentence, std::size_t at) const;
    bool in_quotation(std::size_t token) const;
    bool is_passive(TokenRange group, std::size_t verb) const;
    void extend_over_quotations(std::size_t first_draft, const Sentence& sentence,
                                const Paragraph& paragraph);
    void truncate_last(TokenRange source, std::size_t at);
    void close_inner_clauses(std::size_t subject);
    std::vector<Attribution> finished() const;

    const Document& document_;
    const Words& words_;
    const CueLexicon& cues_;
    std::vector<Draft> drafts_;
    TokenRange last_source_;  ///< of this sentence
    /// Of each quotation: the greatest end of it and the single ones just before it, back to the
    /// last double one
    std::vector<std::size_t> reach_;
};

/// Behind the last token of the document stands no quotation.
bool Finder::in_quotation(std::size_t token) const {
    if (token >= words_.size()) return false;
    const Span span = document_.tokens[token].span;
    // Outer quotations are in text order without overlap, nested ones follow their outer one: the
    // last that begins before the token, or the outer one before it, holds it or none does.
    const auto& quotations = document_.quotations;
    auto after =
        std::upper_bound(quotations.begin(), quotations.end(), span.begin,
                         [](std::size_t byte, const Quotation& q) { return byte < q.span.begin; });
    while (after != quotations.begin()) {
        --after;
        if (after->span.contains(span)) return true;
        const std::size_t reach = reach_[static_cast<std::size_t>(after - quotations.begin())];
        if (!after->single || reach < span.end) return false;
    }
    return false;
}

bool Finder::is_passive(TokenRange group, std::size_t verb) const {
    bool be = false;
    for (std::size_t t = group.first; t < verb; ++t) be = be || is_form_of_be(words_[t]);
    return be && !words_[verb].ends_with("ing") && !is_form_of_be(words_[verb]);
}

/// The end of the sentence without its last stop, or the place where a further cue of the same
/// source starts is found later; here only the sentence counts.
std::size_t Finder::clause_end(const Sentence& sentence, std::size_t at) const {
    std::size_t end = sentence.end_token;
    while (end > at && !words_.is_word(end - 1) && !words_.is_quote(end - 1)) --end;
    return end;
}

TokenRange Finder::source_before(const Sentence& sentence, std::size_t end) const {
    const std::size_t from = sentence.first_token;
    std::size_t phrase_end = end;
    // "Kim Lee, the deputy minister, said": the phrase before the first comma, if it is a name.
    if (end > from && words_[end - 1] == ",") {
        for (std::size_t t = end - 1; t > from + 1 && end - t < 18; --t) {
            if (t - 1 == from || words_[t - 1] != ",") continue;
            const TokenRange phrase = noun_phrase_before(words_, from, t - 1);
            if (phrase.empty()) return {};
            return {phrase.first, end - 1};
        }
        return {};
    }
    // "an official who spoke on condition of anonymity said"
    for (std::size_t t = end; t > from + 1 && end - t < 14; --t) {
        if (words_[t - 1] == "," || words_.is_quote(t - 1)) break;
        if (words_[t - 1] == "who" && end - t > 1) {
            phrase_end = t - 1;
            break;
        }
    }
    const TokenRange phrase = noun_phrase_before(words_, from, phrase_end);
    // "trams in Warsaw seek": the place is not the subject.
    if (!phrase.empty() && phrase.first > from) {
        const std::string& link = words_[phrase.first - 1];
        const bool clause = is(WordClass::clause_preposition, link);
        if (is_preposition(link) && !clause) return {};
    }
    return phrase.empty() ? phrase : TokenRange{phrase.first, end};
}

std::vector<TokenRange> Finder::content_after(const Sentence& sentence,
                                              const CueMatch& match) const {
    std::size_t at = match.tokens.end;
    std::size_t end = clause_end(sentence, at);
    // What is said in quotation marks ends with them.
    if (in_quotation(match.tokens.first)) {
        for (std::size_t t = at; t < end; ++t) {
            if (!words_.is_quote(t) || in_quotation(t + 1)) continue;
            end = t;
            while (end > at && !words_.is_word(end - 1)) --end;
        }
    }
    if (match.cue->addressee && at < end && words_[at] != "that" && !words_.is_quote(at)) {
        const TokenRange told = noun_phrase_from(words_, at, end);
        if (told.end < end) at = told.end;
    }
    at = time_phrase_end(words_, at, end);
    while (at < end && (words_[at] == "," || words_[at] == ":")) ++at;
    if (at < end && words_[at] == "to" && (words_.match(at, "to reporters") != at)) at += 2;
    at = time_phrase_end(words_, at, end);
    while (at < end && (words_[at] == "," || words_[at] == ":")) ++at;
    if (at >= end) return {};
    return {{at, end}};
}

void Finder::truncate_last(TokenRange source, std::size_t at) {
    for (auto draft = drafts_.rbegin(); draft != drafts_.rend(); ++draft) {
        for (TokenRange& piece : draft->content) {
            if (piece.first < at && at < piece.end) piece.end = at;
        }
        if (draft->source == source) return;
    }
}

/// "said that A had told B this, and that C ...": the second "that" goes on with what was said, not
/// with what was told.
void Finder::close_inner_clauses(std::size_t subject) {
    if (subject < 2 || words_[subject - 1] != "that") return;
    const std::string& link = words_[subject - 2];
    if (link != "and" && link != "but") return;
    std::size_t cut = subject - 2;
    while (cut > 0 && words_[cut - 1] == ",") --cut;
    bool outermost = true;
    for (Draft& draft : drafts_) {
        for (TokenRange& piece : draft.content) {
            if (piece.first >= cut || cut >= piece.end) continue;
            if (!outermost) piece.end = cut;
            outermost = false;
        }
    }
}

/// "..., according to the ministry, ...": the rest of the sentence is the content.
void Finder::read_according_to(const Sentence& sentence, const CueMatch& match) {
    const std::size_t end = clause_end(sentence, match.tokens.end);
    const TokenRange source = noun_phrase_from(words_, match.tokens.end, end);
    if (source.empty()) return;
    Draft draft{source, match.tokens, {}, 0.7};
    std::size_t before = match.tokens.first;
    while (before > sentence.first_token && !words_.is_word(before - 1) &&
           !words_.is_quote(before - 1)) {
        --before;
    }
    std::size_t after = source.end;
    while (after < end && !words_.is_word(after) && !words_.is_quote(after)) ++after;
    if (before > sentence.first_token) {
        draft.content.push_back({sentence.first_token, before});
    } else if (after < end) {
        draft.content.push_back({after, end});
    }
    if (!draft.content.empty()) drafts_.push_back(draft);
}

/// "...," said the minister. / "...," the minister said.
bool Finder::read_inverted(const Sentence& sentence, const CueMatch& match, TokenRange verb) {
    const std::size_t end = clause_end(sentence, match.tokens.end);
    TokenRange source = source_before(sentence, verb.first);
    std::size_t content_end = source.first;
    const bool after_mark = verb.first > sentence.first_token && !words_.is_word(verb.first - 1);
    if (source.empty() && after_mark) {
        source = noun_phrase_from(words_, match.tokens.end, end);
        content_end = verb.first;
    }
    if (source.empty() || content_end <= sentence.first_token) return false;
    const std::size_t mark = content_end - 1;
    if (words_[mark] != "," && !words_.is_quote(mark)) return false;
    while (content_end > sentence.first_token && words_[content_end - 1] == ",") --content_end;
    const std::size_t quoted = content_end > sentence.first_token ? content_end - 1 : 0;
    const std::size_t after = std::max(source.end, match.tokens.end);
    const bool quotation = words_.is_quote(mark) || words_.is_quote(quoted);
    // "In Rome, the minister said that ...": the words before are no content.
    if (!quotation && (after < end && words_[after] != "." && words_[after] != "in" &&
                       words_[after] != "on" && !is_time_word(words_[after]))) {
        return false;
    }
    if (!quotation && content_end - sentence.first_token < 4) return false;
    Draft draft{source, {verb.first, match.tokens.end}, {{sentence.first_token, content_end}}, 0.8};
    for (std::size_t t = after; t < end; ++t) {
        if (!words_.is_quote(t)) continue;
        draft.content.push_back({t, end});
        break;
    }
    drafts_.push_back(draft);
    last_source_ = source;
    return true;
}

void Finder::read_cue(const Sentence& sentence, const CueMatch& match) {
    const Cue& cue = *match.cue;
    const std::size_t verb = match.tokens.first;
    if (words_.capitalised(verb) && !words_.starts_sentence(verb) &&
        document_.paragraphs[sentence.paragraph].kind == ParagraphKind::body) {
        return;
    }
    // "explained its plans to the neighbours"; the tagger knows headlines less well.
    if (document_.tokens[verb].xpos.starts_with("NN") &&
        document_.paragraphs[sentence.paragraph].kind == ParagraphKind::body) {
        return;
    }
    const std::size_t start = verb_group_start(words_, sentence.first_token, verb);
    const TokenRange group{start, match.tokens.end};
    if (cue.impersonal) {
        std::vector<TokenRange> content = content_after(sentence, match);
        if (!content.empty()) drafts_.push_back({{}, group, std::move(content), 0.5});
        return;
    }
    if (is_passive(group, verb)) return;
    if (cue.clause && !in_quotation(verb) && read_inverted(sentence, match, group)) return;

    std::vector<TokenRange> content = content_after(sentence, match);
    if (content.empty()) return;
    const std::string& next = words_[content.front().first];
    const bool is_infinitive = next == "to";
    if (cue.infinitive && !cue.object && !cue.clause && !is_infinitive) return;
    if (!cue.infinitive && !cue.addressee && !cue.object && is_infinitive) return;
    if (!cue.clause && cue.object && (is_preposition(next) && next != "to")) return;

    const std::size_t from = sentence.first_token;
    TokenRange source = source_before(sentence, start);
    const bool participle = words_[verb].ends_with("ing") && start == verb;
    const std::string before = start > from ? words_[start - 1] : std::string();
    const bool apposition = before == "," && !source.empty() && !participle;
    if (!apposition && (participle || before == "and" || before == "but" || before == ",")) {
        const bool joined = is(WordClass::before_a_participle, before);
        if (participle && !joined) return;
        if (last_source_.empty()) return;
        if (source.empty() || participle) {
            source = last_source_;
            std::size_t cut = start - 1;
            while (cut > from && words_[cut - 1] == ",") --cut;
            truncate_last(source, cut);
        }
    }
    if (source.empty()) return;
    // "Oslo rejects plan 4": what holds a cue already is no source.
    for (const Draft& draft : drafts_) {
        if (draft.cue.first < source.end && source.first < draft.cue.end) return;
    }
    const bool bare = source.size() == 1 && is_determiner(words_[source.first]);
    if (bare) return;
    close_inner_clauses(source.first);
    drafts_.push_back({source, group, std::move(content), cue.clause ? 0.6 : 0.5});
    if (!in_quotation(verb) && cue.clause) last_source_ = source;
}

void Finder::read_sentence(const Sentence& sentence, const Paragraph& paragraph) {
    last_source_ = {};
    const std::size_t first_draft = drafts_.size();
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
        const std::optional<CueMatch> match = cues_.at(words_, t);
        if (!match || match->tokens.end > sentence.end_token) continue;
        if (match->cue->verb) {
            read_cue(sentence, *match);
        } else {
            read_according_to(sentence, *match);
        }
        t = match->tokens.end - 1;
    }
    extend_over_quotations(first_draft, sentence, paragraph);
}

/// A sentence in quotation marks alone goes on with what was said before it in the paragraph.
void Finder::extend_over_quotations(std::size_t first_draft, const Sentence& sentence,
                                    const Paragraph& paragraph) {
    if (first_draft == 0) return;
    const std::size_t end = clause_end(sentence, sentence.first_token);
    if (end == sentence.first_token || !in_quotation(sentence.first_token) ||
        !in_quotation(end - 1)) {
        return;
    }
    Draft* speaker = nullptr;
    for (std::size_t i = first_draft; i-- > 0 && speaker == nullptr;) {
        Draft& draft = drafts_[i];
        if (draft.content.empty() || in_quotation(draft.cue.first)) continue;
        const std::size_t last = draft.content.back().end - 1;
        const bool quoted = in_quotation(last) || words_.is_quote(last);
        const bool near = words_.sentence_at(draft.cue.first).paragraph + 1 >=
                          document_.sentences[paragraph.first_sentence].paragraph;
        if (!near) break;
        if (quoted) speaker = &draft;
    }
    if (speaker != nullptr) speaker->content.push_back({sentence.first_token, end});
}

std::vector<Attribution> Finder::finished() const {
    std::vector<Attribution> found;
    for (const Draft& draft : drafts_) {
        Attribution a;
        if (!draft.source.empty()) a.source = {words_.span(draft.source)};
        a.cue = {words_.span(draft.cue)};
        for (const TokenRange piece : draft.content) {
            if (!piece.empty()) a.content.push_back(words_.span(piece));
        }
        std::sort(a.content.begin(), a.content.end());
        a.confidence = draft.confidence;
        found.push_back(std::move(a));
    }
    std::stable_sort(found.begin(), found.end(), [](const Attribution& a, const Attribution& b) {
        const auto start = [](const Attribution& x) {
            std::size_t least = x.cue.front().begin;
            if (!x.content.empty()) least = std::min(least, x.content.front().begin);
            if (!x.source.empty()) least = std::min(least, x.source.front().begin);
            return least;
        };
        return start(a) < start(b);
    });
    return found;
}

}  // namespace

std::vector<Attribution> find_by_rule(const Words& words) {
    return Finder(words).find();
}

}  // namespace demarche::attribution
