// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/settings.hpp"

#include "core/error.hpp"

#include <cstddef>

namespace demarche::learn {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string choices(const Setters& setters) {
    std::string out;
    for (const auto& item : setters) out += (out.empty() ? "'" : ", '") + item.first + "'";
    return out;
}

}  // namespace

void for_each_line(std::string_view text,
                   const std::function<void(std::size_t number, std::string_view line)>& take) {
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        take(number, line.substr(0, line.find('#')));
    }
}

void read_settings(std::string_view text, const std::string& file, const Setters& setters) {
    for_each_line(text, [&](std::size_t number, std::string_view whole) {
        const std::string_view line = trimmed(whole);
        if (line.empty()) return;
        const std::size_t equals = line.find('=');
        const std::string_view key = trimmed(line.substr(0, equals));
        const auto setter = setters.find(key);
        if (equals == std::string_view::npos || setter == setters.end()) {
            throw InputError(file, number, 0,
                             "'" + std::string(key) + "' is no setting of a recipe. There are " +
                                 choices(setters) + ".");
        }
        const std::string_view value = trimmed(line.substr(equals + 1));
        if (!setter->second(value)) {
            throw InputError(
                file, number, 0,
                "'" + std::string(value) + "' cannot be the value of '" + std::string(key) + "'.");
        }
    });
}

}  // namespace demarche::learn
