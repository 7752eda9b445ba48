// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "learn/quantised.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::learn {

/// What a file of a model holds, whatever the model is for. Members are found by name.
///
/// The file: a magic text, the format's version, kind, language, fingerprint of the features, seed,
/// the members with their sizes, and at the end a check sum over all that, so that an unfinished or
/// changed file is never taken for a whole one. Numbers are little-endian.
struct ModelFile {
    static constexpr std::uint32_t version = 1;

    std::string kind;         ///< "syntax"
    std::string language;     ///< "en"
    std::string fingerprint;  ///< of the way features are worked out; see fingerprint()
    std::uint64_t seed = 0;
    std::map<std::string, std::string, std::less<>> texts;
    std::map<std::string, std::vector<std::string>, std::less<>> lists;
    std::map<std::string, std::vector<float>, std::less<>> floats;
    std::map<std::string, Quantised, std::less<>> weights;

    friend bool operator==(const ModelFile&, const ModelFile&) = default;
};

/// Another one for any other content, near enough: the check sum of the file.
[[nodiscard]] std::uint64_t digest(const ModelFile& model);

/// The file's bytes.
[[nodiscard]] std::string model_bytes(const ModelFile& model);

/// \param file for messages
/// \throws InputError, naming what was found and what is wanted, if the bytes are not a model, of
///         another version of the format, of another kind, made for other features, cut off or
///         changed, or a figure in it is not finite, larger than any weight, or a scale not
///         positive.
[[nodiscard]] ModelFile model_from_bytes(std::string_view bytes, std::string_view kind,
                                         std::string_view fingerprint, const std::string& file);

/// The models that another one was made with, by kind: their digests. What was learned from the
/// output of one model is of use with that model alone.
using Origins = std::map<std::string, std::uint64_t, std::less<>>;

/// They stand in a file's texts as "made with KIND".
/// \throws InputError if one of them is no number.
[[nodiscard]] Origins origins(const ModelFile& model, const std::string& file);
void note_origins(const Origins& made_with, ModelFile& model);

/// \throws InputError if the model in `file` was made with another one of `kind` than that of
///         `other_file`, with what to do.
void require_origin(const Origins& made_with, std::string_view kind, std::uint64_t digest,
                    const std::string& file, const std::string& other_file);

/// \throws InputError always, with that message
[[noreturn]] void refuse_origin(std::string_view kind, const std::string& file,
                                const std::string& other_file);

/// A number for words that a fingerprint stands for: another one for any others, near enough.
[[nodiscard]] std::string fingerprint(std::string_view version,
                                      std::initializer_list<std::string_view> texts);

/// Writes under a temporary name beside `path` and renames when complete.
/// \throws InputError if the file cannot be written.
void write_model(const ModelFile& model, const std::string& path);

/// \throws InputError like model_from_bytes, or if the file cannot be read.
[[nodiscard]] ModelFile read_model(const std::string& path, std::string_view kind,
                                   std::string_view fingerprint);

/// A member of a model that must be there.
/// \throws InputError if it is not.
template <class Members>
[[nodiscard]] const typename Members::mapped_type& member(const Members& members,
                                                          std::string_view name,
                                                          const std::string& file);

/// The only figure of a member of `floats`.
/// \throws InputError if there is no such member, or it has not one figure.
[[nodiscard]] double single_figure(const ModelFile& model, std::string_view name,
                                   const std::string& file);

/// The same as a whole number from 0 to 100: of layers, tables, networks.
/// \throws InputError likewise, and if it is none.
[[nodiscard]] std::size_t count_member(const ModelFile& model, std::string_view name,
                                       const std::string& file);

[[noreturn]] void refuse_member(std::string_view name, const std::string& file);

template <class Members>
const typename Members::mapped_type& member(const Members& members, std::string_view name,
                                            const std::string& file) {
    const auto it = members.find(name);
    if (it == members.end()) refuse_member(name, file);
    return it->second;
}

}  // namespace demarche::learn
