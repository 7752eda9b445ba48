// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Measuring on raw text, after the evaluation of the CoNLL 2018 shared task (Zeman et al. 2018):
// gold words and words found are put side by side by the characters that they cover, and each
// measure is F1 of them, a word without a partner counting as wrong on its side.
//
//     gold   a | 15 | - | year | plan        found   a | 15-year | plan
//
// Here two words of five and of three are the same, so word F1 is 2 * 2 / (5 + 3) = 50. The plan is
// attached rightly only if its head has a partner too, or is the root.
//
// Other than there: a contraction has no surface token of its own. Its words cover a part of its
// characters each, which in English is always so; the tokeniser of room text cuts them likewise.
// And relations count with their subtype ("nsubj:pass").

#include "training/raw_text.hpp"

#include "core/code_points.hpp"
#include "syntax/syntax.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"
#include "training/treebank.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace demarche::training {
namespace {

std::optional<std::size_t> offset(std::string_view misc, std::string_view key) {
    const std::string_view value = misc_value(misc, key);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || error != std::errc() || end != value.data() + value.size())
        return std::nullopt;
    return number;
}

/// Where the words stand, in code points; nothing if they do not say so, one after the other.
std::optional<std::vector<Span>> stated_places(const Treebank& gold, std::size_t first,
                                               std::size_t end) {
    std::vector<Span> places;
    for (std::size_t s = first; s < end; ++s) {
        for (const Word& word : gold[s].words) {
            const auto begin = offset(word.misc, "begin");
            if (!begin || (!places.empty() && *begin < places.back().end)) return std::nullopt;
            places.push_back({*begin, *begin + CodePoints(word.form).size()});
        }
    }
    return places;
}

struct Writer {
    RawText raw{};

    void end_paragraph() {
        const std::size_t begin = raw.paragraphs.empty() ? 0 : raw.paragraphs.back().end;
        const std::size_t text_begin =
            std::min(raw.text.find_first_not_of(" \n", begin), raw.text.size());
        while (raw.text.ends_with(' ')) raw.text.pop_back();
        if (text_begin >= raw.text.size()) return;
        raw.paragraphs.push_back({text_begin, raw.text.size()});
        raw.text += "\n\n";
    }

    void word(const Word& word) {
        raw.words.back().push_back({raw.text.size(), raw.text.size() + word.form.size()});
        raw.text += word.form;
    }
};

RawText raw_text(const Treebank& gold, std::size_t first, std::size_t end) {
    const auto places = stated_places(gold, first, end);
    Writer writer;
    writer.raw.first_tree = first;
    std::size_t number = 0;
    for (std::size_t s = first; s < end; ++s) {
        if (gold[s].starts_paragraph) writer.end_paragraph();
        writer.raw.words.emplace_back();
        for (const Word& word : gold[s].words) {
            if (places && number > 0) {
                const std::size_t gap = (*places)[number].begin - (*places)[number - 1].end;
                if (gap >= 2) writer.end_paragraph();
                if (gap == 1) writer.raw.text += ' ';
            }
            writer.word(word);
            if (!places && word.space_after) writer.raw.text += ' ';
            ++number;
        }
    }
    writer.end_paragraph();
    return std::move(writer.raw);
}

/// The words of one side, sentence after sentence.
struct Side {
    struct Entry {
        Span span;
        std::optional<Span> head;  ///< nothing: the root
        std::string_view upos, xpos, lemma, deprel;
    };
    std::vector<Entry> words;
    std::set<std::pair<std::size_t, std::size_t>> sentences;
    std::set<std::tuple<std::size_t, std::size_t, std::string>> names;
};

Side gold_side(const Treebank& gold, const RawText& raw) {
    Side side;
    for (std::size_t s = 0; s < raw.words.size(); ++s) {
        const Tree& tree = gold[raw.first_tree + s];
        const std::vector<Span>& spans = raw.words[s];
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const Word& w = tree.words[i];
            std::optional<Span> head;
            if (w.head > 0) head = spans[static_cast<std::size_t>(w.head) - 1];
            side.words.push_back({spans[i], head, w.upos, w.xpos, w.lemma, w.deprel});
        }
        side.sentences.emplace(spans.front().begin, spans.back().end);
        for (const NamedRun& name : named_runs(name_tags_from_ner(tree))) {
            side.names.emplace(spans[name.first].begin, spans[name.end - 1].end, name.kind);
        }
    }
    return side;
}

/// The kind as treebanks write it.
std::string kind_of(NameKind kind) {
    switch (kind) {
        case NameKind::person: return "PERSON";
        case NameKind::organisation: return "ORGANIZATION";
        case NameKind::place: return "LOCATION";
        case NameKind::people:
        case NameKind::document:
        case NameKind::other: return "MISC";
    }
    return {};
}

Side found_side(const Document& read) {
    Side side;
    for (const Sentence& sentence : read.sentences) {
        if (sentence.first_token >= sentence.end_token) continue;
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const Token& token = read.tokens[t];
            std::optional<Span> head;
            if (token.head > 0) {
                head = read.tokens[sentence.first_token + static_cast<std::size_t>(token.head) - 1]
                           .span;
            }
            side.words.push_back(
                {token.span, head, token.upos, token.xpos, token.lemma, token.deprel});
        }
        side.sentences.emplace(read.tokens[sentence.first_token].span.begin,
                               read.tokens[sentence.end_token - 1].span.end);
    }
    for (const Name& name : read.names) {
        side.names.emplace(read.tokens[name.first_token].span.begin,
                           read.tokens[name.end_token - 1].span.end, kind_of(name.kind));
    }
    return side;
}

template <class Set>
void count_common(const Set& gold, const Set& found, Count& count) {
    count.gold += gold.size();
    count.found += found.size();
    for (const auto& entry : found) count.right += gold.contains(entry);
}

/// What our own tokeniser and sentence splitter make of a treebank's text. Its paragraphs are taken
/// as stated: what is a byline or an advertisement is not asked.
Document words_of(const RawText& raw) {
    Document document;
    document.text = raw.text;
    for (const Span paragraph : raw.paragraphs) {
        const std::size_t first = document.tokens.size();
        document.paragraphs.push_back(
            {.span = paragraph, .first_sentence = document.sentences.size()});
        text::append_tokens(document.text, paragraph, std::string::npos, document.tokens,
                            document.diagnostics);
        text::append_sentences(document, document.paragraphs.size() - 1, first,
                               document.tokens.size());
        document.paragraphs.back().end_sentence = document.sentences.size();
    }
    return document;
}

}  // namespace

std::vector<RawText> raw_texts(const Treebank& gold) {
    std::vector<RawText> texts;
    for (std::size_t first = 0; first < gold.size();) {
        std::size_t end = first + 1;
        while (end < gold.size() && gold[end].document == gold[first].document) ++end;
        texts.push_back(raw_text(gold, first, end));
        first = end;
    }
    return texts;
}

void compare_raw(const Treebank& gold, const RawText& raw, const Document& read, Scores& scores) {
    const Side wanted = gold_side(gold, raw);
    const Side found = found_side(read);
    for (Count* count :
         {&scores.words, &scores.upos, &scores.xpos, &scores.lemma, &scores.uas, &scores.las}) {
        count->gold += wanted.words.size();
        count->found += found.words.size();
    }
    std::map<std::pair<std::size_t, std::size_t>, const Side::Entry*> partners;
    for (const Side::Entry& word : wanted.words) {
        partners.emplace(std::pair(word.span.begin, word.span.end), &word);
        ++scores.relations[std::string(word.deprel)].gold;
    }
    for (const Side::Entry& word : found.words) {
        Count& relation = scores.relations[std::string(word.deprel)];
        ++relation.found;
        const auto partner = partners.find({word.span.begin, word.span.end});
        if (partner == partners.end()) continue;
        const Side::Entry& right = *partner->second;
        const bool attached = word.head == right.head;
        const bool as_told = attached && word.deprel == right.deprel;
        ++scores.words.right;
        scores.upos.right += word.upos == right.upos;
        scores.xpos.right += word.xpos == right.xpos;
        scores.lemma.right += word.lemma == right.lemma;
        scores.uas.right += attached;
        scores.las.right += as_told;
        relation.right += as_told;
    }
    scores.sentences += raw.words.size();
    count_common(wanted.sentences, found.sentences, scores.sentence_ends);
    count_common(wanted.names, found.names, scores.names);
}

Scores evaluate_raw(const Treebank& gold, const syntax::Model& model, std::string_view treebank) {
    const std::uint32_t manner = treebank_number(model, treebank);
    Scores scores;
    for (const RawText& raw : raw_texts(gold)) {
        Document document = words_of(raw);
        syntax::analyse_as(document, model, manner);
        compare_raw(gold, raw, document, scores);
    }
    return scores;
}

}  // namespace demarche::training
