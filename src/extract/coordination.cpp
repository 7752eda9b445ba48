// When "and" joins two actors, and when it stands inside the name of one.

#include "extract/nouns.hpp"
#include "extract/phrases.hpp"
#include "extract/resolver.hpp"

namespace demarche::extract {

/// Whether the pieces between commas are names or plurals throughout, as in a list.
bool Resolver::is_list(std::size_t first, std::size_t comma, std::size_t conjunction) const {
    for (std::size_t t = first; t < conjunction; ++t) {
        const bool opens = words_[t] == "the" && t == first;
        if (is_preposition(words_[t]) || (is_determiner(words_[t]) && !opens)) return false;
    }
    const bool plural = is_plural(words_[comma - 1]) && is_plural(words_[conjunction - 1]);
    const bool names = words_.capitalised(comma - 1) && words_.capitalised(comma + 1) &&
                       words_.capitalised(conjunction - 1);
    return plural || names;
}

/// Whether the word before "and" is one of two modifiers: "Filmmaker and author Anna Berg".
bool Resolver::is_modifier(std::size_t conjunction, std::size_t end) const {
    const std::size_t before = conjunction - 1;
    const bool opening = words_.starts_sentence(before) || !words_.capitalised(before);
    return opening && !is_plural(words_[before]) && conjunction + 2 < end &&
           document_.tokens[before].upos != "PROPN" && !is_pronoun_at(words_, before);
}

/// Whether "and" is part of a body's name: "Centre for Roads and Harbours".
bool Resolver::is_in_body(std::size_t first, std::size_t conjunction, std::size_t end) const {
    if (!words_.capitalised(conjunction - 1) || !words_.capitalised(conjunction + 1)) return false;
    for (std::size_t t = first; t < conjunction; ++t) {
        if (words_.capitalised(t) && body_run_end(words_, t, end) > conjunction) return true;
    }
    return false;
}

}  // namespace demarche::extract
