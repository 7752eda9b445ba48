// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::training {

/// A word of a treebank; the names are CoNLL-U's.
struct Word {
    std::string form;
    std::string lemma;
    std::string upos;
    std::string xpos;
    int head = 0;  ///< 1-based, 0 is the root
    std::string deprel;
    std::string misc;
    bool space_after = true;  ///< false inside a multiword token, too
};

/// A sentence of a treebank.
struct Tree {
    std::string document;           ///< the last "# newdoc id" before it
    std::string id;                 ///< "# sent_id"
    std::string text;               ///< "# text"; empty if there is none
    bool starts_paragraph = false;  ///< "# newpar" or "# newdoc" stands before it
    std::vector<Word> words;
};

using Treebank = std::vector<Tree>;

/// Reads CoNLL-U. Ranges of multiword tokens give only where spaces are; empty nodes are left out.
/// \param file for messages
/// \throws InputError with file and line where a line has not ten columns, ids do not count up from
///         1, or a head points outside its sentence.
[[nodiscard]] Treebank read_conllu(std::string_view bytes, const std::string& file);

/// All bytes of a corpus file, unpacked if it is gzip'd.
/// \throws InputError if it cannot be read.
[[nodiscard]] std::string corpus_bytes(const std::string& path);

/// The same from a file, gzip'd or not.
/// \throws InputError also if it cannot be read.
[[nodiscard]] Treebank read_conllu_file(const std::string& path);

}  // namespace demarche::training
