// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "text/characters.hpp"

namespace demarche::text {

std::string folded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        at = character.end;
        if (is_invisible(character.c)) continue;
        if (is_space(character.c)) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else if (is_apostrophe(character.c)) {
            result += '\'';
        } else if (character.c >= 'A' && character.c <= 'Z') {
            result += static_cast<char>(character.c - 'A' + 'a');
        } else {
            result += text.substr(character.begin, character.end - character.begin);
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::string_view trimmed(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        const Character first = character_at(text, begin);
        if (!is_space(first.c) && !is_invisible(first.c)) break;
        begin = first.end;
    }
    std::size_t end = text.size();
    while (end > begin) {
        const Character last = character_before(text, end);
        if (!is_space(last.c) && !is_invisible(last.c)) break;
        end = last.begin;
    }
    return text.substr(begin, end - begin);
}

}  // namespace demarche::text
