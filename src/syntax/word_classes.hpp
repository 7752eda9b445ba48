// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::syntax {

/// Words and phrases that are known to be something: given names, states, offices. A list as text,
/// one class a line, lower and upper case alike, "#" begins a comment:
///
///     given: Anna, Peter
///     place: Norway, New Zealand
///
/// A class may have several lines, a phrase several classes.
class WordClasses {
public:
    static constexpr std::size_t longest = 5;  ///< words of a phrase

    WordClasses() = default;

    /// \param file for messages
    /// \throws InputError with the line of a line without "class:", or of a phrase that is too
    /// long.
    WordClasses(std::string_view text, const std::string& file);

    /// Classes of a phrase in lower case with single spaces, as hashes of their names.
    [[nodiscard]] const std::vector<std::uint32_t>& of(std::string_view phrase) const;

private:
    std::unordered_map<std::string, std::vector<std::uint32_t>> classes_;
};

}  // namespace demarche::syntax
