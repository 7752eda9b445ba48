// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// From the words that a label keeps to the label.
//
// Example. Asked of Rome: "for its fleet to fish “there”" keeps all its words and gives "Norway's
// fleet should fish there": the speaker's name for "its", a modal for the "to" of an infinitive
// that has a subject, no quotation marks. An infinitive without one gets it from the roles: "Oslo
// plans to sue" is "Norway will sue", "Oslo asked Rome to pay" is "Italy should pay".
//
// Where a name takes the place of "we" or "I", the verb agrees with it: "we have", "Norway has".
// Names are taken for singular.

#include "proposition/label.hpp"

#include "lexicon/cue_reading.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/word_pairs.hpp"
#include "proposition/self_contained_names.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace demarche::proposition {
using namespace draft;
using namespace lexicon;
namespace {

/// A course of one's own: who says it is who does it.
bool is_own_course(Relation relation) {
    switch (relation) {
        case Relation::commits:
        case Relation::plans:
        case Relation::refuses:
        case Relation::threatens:
        case Relation::considers:
        case Relation::decides:
        case Relation::agrees: return true;
        case Relation::states:
        case Relation::denies:
        case Relation::acknowledges:
        case Relation::believes:
        case Relation::questions:
        case Relation::supports:
        case Relation::praises:
        case Relation::opposes:
        case Relation::criticizes:
        case Relation::rejects:
        case Relation::worries:
        case Relation::proposes:
        case Relation::requests:
        case Relation::demands:
        case Relation::warns:
        case Relation::wants:
        case Relation::defers:
        case Relation::withholds: return false;
    }
    return false;
}

/// Somebody is to do something: "(asks) Rome to pay".
bool is_wish(Relation relation) {
    return relation == Relation::requests || relation == Relation::demands ||
           relation == Relation::wants || relation == Relation::proposes ||
           relation == Relation::supports;
}

/// Who is to do what an infinitive without a subject says.
const Actor* doer(const Draft& draft, const StatementDraft& statement, const Actor* holder) {
    const bool own_course = is_own_course(statement.stance.relation);
    if (statement.roles.addressee && !own_course) return &draft.actors[*statement.roles.addressee];
    return own_course || statement.stance.relation == Relation::wants ? holder : nullptr;
}

/// The verb with a name for its subject: "have" -> "has", "plan" -> "plans".
std::string agreeing(const std::string& verb) {
    const std::string_view odd = paired(WordPairs::agreeing_form, folded(verb));
    if (!odd.empty()) return std::string(odd);
    if (verb.ends_with("s") || verb.ends_with("x") || verb.ends_with("ch") ||
        verb.ends_with("sh")) {
        return verb + "es";
    }
    const bool after_vowel =
        verb.size() > 1 &&
        std::string_view("aeiou").find(verb[verb.size() - 2]) != std::string_view::npos;
    if (verb.ends_with("y") && !after_vowel) return verb.substr(0, verb.size() - 1) + "ies";
    return verb + "s";
}

struct Piece {
    std::size_t token = 0;
    std::string text;
    bool joined = false;  ///< no space before it
};

class LabelWriter {
public:
    LabelWriter(const Words& words, const ArticleWords& article, std::vector<std::size_t> kept)
        : words_(words), article_(article), kept_(std::move(kept)) {
        keep_marks_between();
    }

    void name_words(const NamesInText& names, const Speaker& speaker) {
        for (std::size_t i = 0; i < kept_.size();) {
            const std::size_t t = kept_[i];
            Named named = named_at(words_, names, speaker, t);
            // Inside the label a relative pronoun has its noun before it.
            if (i > 0 && token(t).xpos.starts_with("W")) named.text.clear();
            const bool close = words_.joined(t) && i > 0 && kept_[i - 1] == t - 1;
            pieces_.push_back({t, named.text.empty() ? words_.form(t) : named.text, close});
            if (named.subject_changed && !named.text.empty()) agree_with(t);
            const std::size_t end = named.text.empty() ? t + 1 : named.end;
            while (i < kept_.size() && kept_[i] < end) ++i;
        }
        for (std::size_t i = 1; i < pieces_.size(); ++i) spell_out(pieces_[i - 1], pieces_[i]);
        for (Piece& piece : pieces_) {
            if (agreeing_.contains(piece.token)) {
                piece.text = agreeing(piece.text);
                piece.joined = false;
            }
        }
    }

    /// Without "President" and "Mr." before a name; "Foreign Affairs" of a ministry has none.
    void drop_titles() {
        for (std::size_t i = pieces_.size(); i-- > 1;) {
            const std::size_t title = pieces_[i - 1].token;
            const std::size_t name = pieces_[i].token;
            const bool of_person =
                article_.name[name].value_or(NameKind::person) == NameKind::person;
            if (words_.capitalised(title) && is_title(words_[title]) && name == title + 1 &&
                token(name).upos == "PROPN" && of_person) {
                pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i) - 1);
            }
        }
    }

    /// Takes the negation from the main clause, if it has one alone.
    void affirm() {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            const std::size_t t = pieces_[i].token;
            const std::string& word = words_[t];
            const bool particle = word == "not" || word == "never" || word == "n't";
            const auto verb = head_of(words_, t);
            if (!particle || !verb || !is_kept(*verb)) continue;
            const auto above = head_of(words_, *verb);
            if (!above || !is_kept(*above)) found.push_back(i);
        }
        if (found.size() != 1 || found.front() == 0) return;
        Piece& before = pieces_[found.front() - 1];
        if (words_[before.token] == "wo") before.text = "will";
        if (words_[before.token] == "ca") before.text = "can";
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(found.front()));
    }

    /// A subject and a modal for the "to" of an infinitive; `asks` tells whether a noun before it
    /// may be the subject; `open` keeps a "whether": who comments on it does not say that it is so.
    void make_finite(const Actor* doer, std::string_view modal, bool asks, bool open) {
        // "(the debate) over whether"
        if (pieces_.size() > 1 && words_[pieces_[1].token] == "whether" &&
            token(pieces_.front().token).xpos == "IN") {
            pieces_.erase(pieces_.begin());
        }
        drop_while([&](const Piece& piece) {
            const std::string& word = words_[piece.token];
            const bool mark = token(piece.token).deprel == "mark";
            return (mark && (word == "that" || (word == "whether" && !open))) ||
                   !words_.is_word(piece.token) || (mark && word == "for") ||
                   token(piece.token).upos == "CCONJ";
        });
        const auto to = std::find_if(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
            return words_[piece.token] == "to" && token(piece.token).deprel == "mark" &&
                   is_main(piece.token);
        });
        if (to == pieces_.end()) return;
        const auto verb = std::next(to);
        const bool first = std::all_of(pieces_.begin(), to, [&](const Piece& piece) {
            return is_negation(words_[piece.token]) || token(piece.token).upos == "ADV";
        });
        if (first && doer == nullptr) {
            pieces_.erase(to);
            return;
        }
        if (!first && (!asks || verb == pieces_.end() || !has_noun_before(to))) return;
        to->text = std::string(modal);
        // "not to sue" -> "will not sue".
        if (to != pieces_.begin() && is_negation(words_[std::prev(to)->token])) {
            std::swap(std::prev(to)->text, to->text);
        }
        if (first) pieces_.insert(pieces_.begin(), {pieces_.front().token, in_sentence(*doer)});
    }

    [[nodiscard]] std::string text() {
        drop_while([&](const Piece& piece) { return !words_.is_word(piece.token); });
        while (!pieces_.empty() && !words_.is_word(pieces_.back().token) &&
               words_[pieces_.back().token] != "%") {
            pieces_.pop_back();
        }
        std::string label;
        for (const Piece& piece : pieces_) {
            if (!label.empty() && !piece.joined) label += ' ';
            label += piece.text;
        }
        return small_first(label);
    }

private:
    [[nodiscard]] const Token& token(std::size_t t) const { return words_.document().tokens[t]; }
    [[nodiscard]] bool is_kept(std::size_t t) const {
        return std::binary_search(kept_.begin(), kept_.end(), t);
    }

    /// A comma or hyphen stays where the words on both its sides do.
    void keep_marks_between() {
        std::vector<std::size_t> marks;
        for (std::size_t i = 0; i + 1 < kept_.size(); ++i) {
            for (std::size_t t = kept_[i] + 1; t < kept_[i + 1]; ++t) {
                const bool alone = kept_[i + 1] - kept_[i] == 2;
                const bool in_word = words_.joined(t) && words_.joined(t + 1);
                if (alone && !words_.is_quote(t) && !words_.is_word(t) &&
                    (in_word || words_[t] == ",")) {
                    marks.push_back(t);
                }
            }
        }
        std::erase_if(kept_, [&](std::size_t t) {
            return words_.is_quote(t) || words_[t] == "(" || words_[t] == ")";
        });
        kept_.insert(kept_.end(), marks.begin(), marks.end());
        std::sort(kept_.begin(), kept_.end());
        kept_.erase(std::unique(kept_.begin(), kept_.end()), kept_.end());
    }

    /// "Norway'll" -> "Norway will".
    void spell_out(const Piece& before, Piece& piece) const {
        if (before.text == words_.form(before.token)) return;
        const std::string& word = words_[piece.token];
        if (word != "'ll" && word != "'d") return;
        piece.text = word == "'ll" ? "will" : "would";
        piece.joined = false;
    }

    /// The first finite word of the clause whose subject is `subject`.
    void agree_with(std::size_t subject) {
        if (!token(subject).deprel.starts_with("nsubj")) return;
        const auto verb = head_of(words_, subject);
        if (!verb) return;
        for (const std::size_t t : kept_) {
            const bool helps = head_of(words_, t) == verb &&
                               (token(t).deprel.starts_with("aux") || token(t).deprel == "cop");
            if (t > subject && (helps || t == *verb)) {
                if (token(t).xpos == "VBP" || words_[t] == "were") agreeing_.insert(t);
                return;
            }
        }
    }

    /// Whether this "to" belongs to the main verb, or to that of a second part beside a noun.
    [[nodiscard]] bool is_main(std::size_t to) const {
        const auto verb = head_of(words_, to);
        if (!verb || !is_kept(*verb)) return false;
        const auto above = head_of(words_, *verb);
        return !above || !is_kept(*above);
    }

    [[nodiscard]] bool has_noun_before(std::vector<Piece>::const_iterator to) const {
        return std::any_of(pieces_.begin(), to, [&](const Piece& piece) {
            const std::string& upos = token(piece.token).upos;
            return upos == "NOUN" || upos == "PROPN" || upos == "PRON";
        });
    }

    template <typename Condition>
    void drop_while(Condition condition) {
        while (!pieces_.empty() && condition(pieces_.front())) pieces_.erase(pieces_.begin());
        if (!pieces_.empty()) pieces_.front().joined = false;
    }

    /// Without the capital of a sentence's first word.
    [[nodiscard]] std::string small_first(std::string label) const {
        if (pieces_.empty() || label.size() < 2) return label;
        const std::size_t t = pieces_.front().token;
        const bool opens = words_.starts_sentence(t) || (t > 0 && words_.is_quote(t - 1));
        const bool name = token(t).upos == "PROPN" || article_.name[t] || words_.form(t) == "I" ||
                          words_.form(t) != pieces_.front().text;
        const bool plain = label[1] == ' ' || (label[1] >= 'a' && label[1] <= 'z');
        if (opens && !name && plain && label[0] >= 'A' && label[0] <= 'Z') {
            label[0] = static_cast<char>(label[0] - 'A' + 'a');
        }
        return label;
    }

    const Words& words_;
    const ArticleWords& article_;
    std::vector<std::size_t> kept_;
    std::vector<Piece> pieces_;
    std::set<std::size_t> agreeing_;  ///< verbs
};

/// Without a tree: the first words.
std::vector<std::size_t> first_words(const Words& words, const Spans& spans) {
    std::vector<std::size_t> kept;
    for (const TokenRange range : ranges(words, spans)) {
        for (std::size_t t = range.first; t < range.end && kept.size() < longest_label; ++t) {
            if (words.is_word(t)) kept.push_back(t);
        }
    }
    return kept;
}

/// Of "it was a matter for Rome to decide, as such things are costly" the part that defers.
Spans deferring(const Words& words, const StatementDraft& statement) {
    const Spans& content = statement.attribution.content;
    const auto& found = statement.for_somebody;
    if (!found) return content;
    for (const TokenRange range : ranges(words, content)) {
        if (found->who.first < range.first || found->who.first >= range.end) continue;
        const std::size_t begin =
            std::max(range.first, words.sentence_at(found->who.first).first_token);
        std::size_t end = found->who.end;
        while (end < range.end && words.is_word(end)) ++end;
        return {words.span({begin, end})};
    }
    return content;
}

/// Of several sentences the one that says what must be.
Spans demanding(const Words& words, const Spans& content) {
    const auto must = must_at(words, content);
    if (!must) return content;
    const Sentence& sentence = words.sentence_at(*must);
    Spans parts;
    for (const TokenRange range : ranges(words, content)) {
        const TokenRange part{std::max(range.first, sentence.first_token),
                              std::min(range.end, sentence.end_token)};
        if (part.first < part.end) parts.push_back(words.span(part));
    }
    return parts;
}

/// The words of an attribution that tell its position.
Spans telling(const Words& words, const StatementDraft& statement) {
    const Attribution& attribution = statement.attribution;
    const Relation relation = statement.stance.relation;
    if (relation == Relation::defers) return deferring(words, statement);
    if (relation == Relation::demands) return demanding(words, attribution.content);
    // "Oslo | would explain | its plans": what it plans is to explain.
    if (is_own_course(relation) && statement.cue.relation == Relation::states &&
        !attribution.source.empty() && attribution.reported_by) {
        Spans whole = attribution.source;
        whole.insert(whole.end(), attribution.cue.begin(), attribution.cue.end());
        whole.insert(whole.end(), attribution.content.begin(), attribution.content.end());
        std::sort(whole.begin(), whole.end());
        return whole;
    }
    return attribution.content;
}

}  // namespace

std::string label_of(const Draft& draft, const ArticleWords& article,
                     const StatementDraft& statement) {
    const Words& words = draft.words;
    const Relation relation = statement.stance.relation;
    const Speaker who = speaker(draft, statement);
    const Spans told = telling(words, statement);
    for (const Spans* spans : {&told, &statement.attribution.cue}) {
        std::vector<std::size_t> kept = compress(words, article, *spans, longest_label);
        if (kept.empty()) kept = first_words(words, *spans);
        LabelWriter writer(words, article, std::move(kept));
        writer.name_words(draft.names, who);
        writer.drop_titles();
        if (relation == Relation::refuses) writer.affirm();
        writer.make_finite(doer(draft, statement, who.holder),
                           is_own_course(relation) ? "will" : "should", is_wish(relation),
                           relation == Relation::states || relation == Relation::believes);
        if (std::string text = writer.text(); !text.empty()) return text;
    }
    return {};
}

}  // namespace demarche::proposition
