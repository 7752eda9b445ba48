// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/word_classes.hpp"

#include "core/error.hpp"
#include "learn/settings.hpp"
#include "learn/sparse_chain.hpp"
#include "syntax/lemma_rule.hpp"

#include <algorithm>

namespace demarche::syntax {
namespace {

/// Words with single spaces between them; `words` counts them.
std::string with_single_spaces(std::string_view text, std::size_t& words) {
    std::string out;
    words = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ' || text[i] == '\t' || text[i] == '\r') {
            ++i;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(" \t\r", i), text.size());
        if (++words > 1) out += ' ';
        out += text.substr(i, end - i);
        i = end;
    }
    return out;
}

}  // namespace

WordClasses::WordClasses(std::string_view text, const std::string& file) {
    learn::for_each_line(text, [&](std::size_t number, std::string_view line) {
        std::size_t words = 0;
        const std::size_t colon = line.find(':');
        const std::string name = with_single_spaces(line.substr(0, colon), words);
        if (words == 0 && colon == std::string_view::npos) return;
        if (words != 1 || colon == std::string_view::npos) {
            throw InputError(file, number, 0,
                             "'" + name + "' begins no list of words. Write 'class: word, word'.");
        }
        const std::uint32_t hash = learn::feature_hash(name);
        line.remove_prefix(colon + 1);
        while (!line.empty()) {
            const std::size_t comma = line.find(',');
            const std::string phrase = lower_case(with_single_spaces(line.substr(0, comma), words));
            line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
            if (words > longest) {
                throw InputError(file, number, 0,
                                 "'" + phrase + "' has more than " + std::to_string(longest) +
                                     " words. Is a comma missing?");
            }
            if (words == 0) continue;
            auto& own = classes_[phrase];
            if (std::find(own.begin(), own.end(), hash) == own.end()) own.push_back(hash);
        }
    });
}

const std::vector<std::uint32_t>& WordClasses::of(std::string_view phrase) const {
    static const std::vector<std::uint32_t> none;
    const auto found = classes_.find(std::string(phrase));
    return found == classes_.end() ? none : found->second;
}

}  // namespace demarche::syntax
