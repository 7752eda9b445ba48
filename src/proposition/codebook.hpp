// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A list of positions and issues that an analyst has fixed.
namespace demarche::proposition {

/// Words of which all must be there: "missile* defen*" and, with a hyphen before it, a word that
/// must not. A star stands for the rest of a word.
struct CodePattern {
    std::vector<std::string> wanted;    ///< casefolded; at least one
    std::vector<std::string> unwanted;  ///< casefolded
};

/// One row of a codebook.
struct Code {
    std::string label;
    std::vector<std::string> issues;  ///< of a position: labels
    bool issues_given = false;        ///< whether `issues` stands, even if empty
    std::vector<CodePattern> patterns;
    std::vector<std::string> examples;
};

struct CodebookIndex;

/// Made by read_codebook; one without rows names nothing.
struct Codebook {
    std::vector<Code> positions;  ///< in the order of the file
    std::vector<Code> issues;
    std::shared_ptr<const CodebookIndex> index;  ///< finds the rows that a text may fit
};

/// Reads a codebook: UTF-8, one row a line, cells separated by tabs: kind (position or issue),
/// label, issues, patterns, examples; the last three are lists separated by '|' and may be left
/// out. Blank lines and lines that start with '#' are left out. `file` is the name for messages.
/// \throws InputError with file, line and column
[[nodiscard]] Codebook read_codebook(std::string_view text, const std::string& file);

/// Gives a proposition the label and issues of the codebook. It is that of the position
/// with its very label; else of the first one of which a pattern fits its label and its words, or
/// of which the label or an example says the same; else it stays as it is. Its issues are those of
/// the row, or, where the row leaves them open or there is no row, those of the codebook's issues
/// of which the label or a pattern fits; without any issue in the codebook they stay.
/// The time goes with the words of the proposition and the rows that have one of them, not with the
/// length of the codebook.
/// \param text the words that the proposition was made of
void apply(const Codebook& codebook, const std::string& text, draft::Proposition& proposition);

}  // namespace demarche::proposition
