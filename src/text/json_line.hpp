// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <rapidjson/document.h>

/// One line of JSON Lines, with messages that name its place.
namespace demarche::text {

/// Both must outlive it.
struct Place {
    const std::string& file;
    std::size_t line;
};

/// \param column from 1, in code points; 0 where it is not known
/// \throws InputError always
[[noreturn]] void refuse(const Place& place, std::size_t column, const std::string& message);

/// \throws InputError if the line, which must be UTF-8, is no JSON object.
[[nodiscard]] rapidjson::Document parsed(std::string_view line, const Place& place);

/// The string member `key`, or null.
/// \throws InputError if it stands twice or is not a string; null counts as absent unless required.
[[nodiscard]] const rapidjson::Value* string_member(const rapidjson::Value& object,
                                                    std::string_view key, bool required,
                                                    const Place& place);

/// Empty for null.
[[nodiscard]] std::string string_of(const rapidjson::Value* value);

/// 'member "text"', for messages.
[[nodiscard]] std::string quoted(std::string_view member);

}  // namespace demarche::text
