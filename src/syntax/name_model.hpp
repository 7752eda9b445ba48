// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/model_file.hpp"
#include "learn/sparse_chain.hpp"
#include "syntax/word_classes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche::syntax {

/// Kinds that names are told apart by, in the order of the chain's roles (learn/chain.hpp).
inline constexpr std::array<std::string_view, 4> name_kinds = {"PERSON", "ORGANIZATION", "LOCATION",
                                                               "MISC"};

/// "O", "B-PERSON", "I-PERSON" ... of a label of the chain, and back; an unknown tag is "O".
[[nodiscard]] std::string name_tag(int label);
[[nodiscard]] int name_label(std::string_view tag);

/// What finds names. Constant once made: threads may share it.
struct NameModel {
    learn::SparseChain chain;
    WordClasses classes;
    std::string run_as;        ///< scheme that new text is marked in
    learn::Origins made_with;  ///< the model of syntax, whose tags and trees it takes
    std::uint64_t digest = 0;  ///< tells this model from any other

    /// \throws InputError if the file lacks something.
    NameModel(const learn::ModelFile& file, const std::string& path);

    /// \throws InputError if the file is no model of names, or not one of this program.
    [[nodiscard]] static NameModel load(const std::string& path);
};

}  // namespace demarche::syntax
