// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "training/syntax_network.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::training {

/// Where the names of a corpus stand.
enum class NameSource { none, ner, entities };

/// A treebank to learn from.
struct Corpus {
    std::string name;       ///< of the treebank embedding; corpora of one name share it
    std::string file;       ///< inside the folder of the corpora
    float share = 1;        ///< part of its sentences that an epoch reads; above 1, some twice
    float weight = 1;       ///< of a word's loss
    std::size_t clean = 0;  ///< not 0: leave out unclean sentences and those with more words
    bool hyphens = false;   ///< join hyphenated words in every second epoch
    NameSource names = NameSource::none;
};

/// A recipe as data: all that makes a model but the corpora.
///
///     # a comment
///     seed = 1
///     epochs = 10
///     corpus = ewt ud-ewt-train.conllu.gz hyphens
///     corpus = news polnear-corenlp-train.conllu.gz share=0.5 clean=80 names=ner
///     held_out = ewt ud-ewt-dev.conllu.gz
struct Recipe {
    std::uint64_t seed = 1;
    std::size_t epochs = 10;
    std::size_t batch_words = 700;
    float rate = 0.002F;      ///< of the first step
    float last_rate = 0.03F;  ///< of the last one, as a part of the first; linear between them
    float averaging = 0.999F;
    std::size_t word_count = 2;   ///< a word seen less often is an unknown one
    std::size_t affix_count = 3;  ///< the same for affixes and shapes
    std::size_t class_count = 3;  ///< the same for tags, lemma rules and labels
    std::size_t longest = 100;    ///< words of a sentence that is learned from
    std::string language = "en";
    std::string run_as;  ///< name of the treebank that new text is read as
    Dimensions dimensions;
    Shaking shaking;
    std::vector<Corpus> corpora;
    std::vector<Corpus> held_out;  ///< looked at after each epoch, never learned from
};

/// \throws InputError with file and line at an unknown key or a value that is none.
[[nodiscard]] Recipe read_recipe(std::string_view text, const std::string& file);

}  // namespace demarche::training
