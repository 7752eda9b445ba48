// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <system_error>

namespace demarche::learn {

/// Takes a setting's value; false if it cannot be one.
using Setter = std::function<bool(std::string_view)>;
using Setters = std::map<std::string, Setter, std::less<>>;

/// A setter of a number; the text must be one, and nothing else.
template <class Number>
[[nodiscard]] Setter to_number(Number& number) {
    return [&number](std::string_view text) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc() && end == text.data() + text.size();
    };
}

/// A setter of a text that must not be empty.
[[nodiscard]] inline Setter to_text(std::string& to) {
    return [&to](std::string_view text) {
        to = text;
        return !to.empty();
    };
}

/// Gives `take` every line of `text` with its number, from 1, without what follows a "#".
void for_each_line(std::string_view text,
                   const std::function<void(std::size_t number, std::string_view line)>& take);

/// Reads lines "key = value"; "#" begins a comment. A key may come several times.
/// \param file for messages
/// \throws InputError with file and line at a key that has no setter or a value that it refuses.
void read_settings(std::string_view text, const std::string& file, const Setters& setters);

}  // namespace demarche::learn
