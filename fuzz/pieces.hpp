// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Mutations that move, repeat and drop whole pieces of an input: words of an article, cells of a
/// table, strings of JSON. Changed bytes seldom give another word; changed words give another
/// sentence.
namespace demarche::fuzz {

/// A part of an input; pieces in order are the whole of it.
struct Piece {
    std::string_view text;
    bool moves = false;  ///< false: what parts the pieces that do
};

/// Words, separated by white space; marks are words of their own.
[[nodiscard]] std::vector<Piece> words(std::string_view text);

/// JSON's strings with their quotation marks, numbers and literals; lines as they are.
[[nodiscard]] std::vector<Piece> json_values(std::string_view text);

/// Whole lines.
[[nodiscard]] std::vector<Piece> lines(std::string_view text);

/// Cells, separated by tabs, line ends and '|'.
[[nodiscard]] std::vector<Piece> cells(std::string_view text);

/// Tags of a page, and the texts between them.
[[nodiscard]] std::vector<Piece> tags(std::string_view text);

/// One to four mutations of an input by its pieces: one is dropped, put in another's place or
/// repeated, two change places, a run is copied elsewhere, or one of `terms` is put in.
/// \param size of the input; `most` bytes fit into `data`
/// \param seed of all that is chosen
/// \return the size of the mutated input
[[nodiscard]] std::size_t mutate_pieces(std::uint8_t* data, std::size_t size, std::size_t most,
                                        unsigned seed, std::vector<Piece> (*cut)(std::string_view),
                                        const std::vector<std::string>& terms = {});

/// By pieces, or by libFuzzer's own mutations of bytes: every other time.
[[nodiscard]] std::size_t mutate_pieces_or_bytes(std::uint8_t* data, std::size_t size,
                                                 std::size_t most, unsigned seed,
                                                 std::vector<Piece> (*cut)(std::string_view),
                                                 const std::vector<std::string>& terms = {});

}  // namespace demarche::fuzz
