// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A treebank in CoNLL-U, and what training and measuring make of its trees.

#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "syntax/syntax.hpp"
#include "training/conllu.hpp"
#include "training/raw_text.hpp"
#include "training/syntax_score.hpp"
#include "training/treebank.hpp"

#include <algorithm>
#include <string>

using namespace demarche;

namespace {

void require_names(const training::Tree& tree, const training::NameTags& tags) {
    fuzz::require(tags.size() == tree.words.size(), "each word has a tag");
    std::size_t end = 0;
    for (const training::NamedRun& run : training::named_runs(tags)) {
        fuzz::require(run.first >= end && run.first < run.end && run.end <= tags.size(),
                      "names are in order, not empty, and there");
        end = run.end;
    }
}

void require_raw(const training::RawText& raw) {
    std::size_t end = 0;
    for (const auto& tree : raw.words) {
        for (const Span word : tree) {
            fuzz::require(
                word.begin >= end && word.begin <= word.end && word.end <= raw.text.size(),
                "words of a raw text are in order and in the text");
            end = word.end;
        }
    }
    for (const Span paragraph : raw.paragraphs) {
        fuzz::require(paragraph.begin <= paragraph.end && paragraph.end <= raw.text.size(),
                      "paragraphs of a raw text are in the text");
    }
}

/// The treebank's words with its trees, as `parse` would have them.
Document with_trees(const training::Treebank& treebank) {
    Document document = training::document_of(treebank);
    auto token = document.tokens.begin();
    for (const training::Tree& tree : treebank) {
        for (const training::Word& word : tree.words) {
            fuzz::require(token != document.tokens.end(), "a document has the treebank's words");
            token->lemma = word.lemma;
            token->upos = word.upos;
            token->xpos = word.xpos;
            token->head = word.head;
            token->deprel = word.deprel;
            ++token;
        }
    }
    return document;
}

/// A carriage return inside a word is written as a space.
std::string as_written(std::string form) {
    std::replace(form.begin(), form.end(), '\r', ' ');
    return form;
}

/// The same words in the same trees come back from what `parse` writes.
void require_written(const training::Treebank& treebank) {
    const std::string written = syntax::conllu(with_trees(treebank));
    training::Treebank again;
    const bool read = fuzz::accepts([&] { again = training::read_conllu(written, "written"); });
    fuzz::require(read && again.size() == treebank.size(), "what is written can be read");
    for (std::size_t t = 0; t < treebank.size(); ++t) {
        const auto same = [](const training::Word& a, const training::Word& b) {
            return as_written(a.form) == b.form && a.head == b.head;
        };
        fuzz::require(std::equal(treebank[t].words.begin(), treebank[t].words.end(),
                                 again[t].words.begin(), again[t].words.end(), same),
                      "words and heads written are read");
    }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed,
                                        seed % 3 == 0 ? fuzz::lines : fuzz::cells);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const fuzz::Stopwatch watch;
    training::Treebank treebank;
    if (!fuzz::accepts([&] { treebank = training::read_conllu(bytes, "trees.conllu"); })) return 0;
    for (const training::Tree& tree : treebank) {
        for (const training::Word& word : tree.words) {
            fuzz::require(
                word.head >= 0 && static_cast<std::size_t>(word.head) <= tree.words.size(),
                "a head is a word of the sentence, or the root");
        }
        const training::Tree joined = training::join_hyphens(tree);
        fuzz::require(joined.words.size() <= tree.words.size(), "joining adds no word");
        for (const training::Word& word : joined.words) {
            fuzz::require(
                word.head >= 0 && static_cast<std::size_t>(word.head) <= joined.words.size(),
                "a head is a word of the joined sentence, or the root");
        }
        (void)training::is_clean(tree, 80);
        require_names(tree, training::name_tags_from_ner(tree));
        require_names(tree, training::name_tags_from_entities(tree));
    }
    for (const training::RawText& raw : training::raw_texts(treebank)) require_raw(raw);
    require_written(treebank);
    fuzz::require_prompt(watch.seconds(), size);
    return 0;
}
