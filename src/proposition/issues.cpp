// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Issues are noun phrases that come back.
//
// A phrase is a noun with the nouns and adjectives before it that the tree hangs on it, without
// articles and without adjectives that tell which ("new", "other"). It is an issue where the
// article says it at least twice and somebody's words hold it (twice, where it is an adjective and
// a noun, which may come together by chance); of "missile defense" and "missile defense program"
// the one that is said more, else the longer. Where an article later says "the program" alone, and
// one issue alone ends in that noun, that one is meant.
//
// Example. "Oslo opposes the new deep-sea mining licence. London backs the deep-sea mining licence.
// Rome dislikes the licence." has one issue, and all three positions turn on it.
//
// Names of people, bodies and places alone are no issues: they are actors.
//
// Limits: "licence to mine" and "mining licence" are two.

#include "proposition/issues.hpp"

#include "draft/names.hpp"
#include "lexicon/actor_registry.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/nouns.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/phrases.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace demarche::proposition {
using namespace draft;
using namespace lexicon;
namespace {

constexpr std::size_t issues_an_article = 8;
constexpr std::size_t issues_a_position = 3;
constexpr std::size_t longest_issue = 6;  ///< words
constexpr std::size_t said = 2;           ///< times, at least
constexpr std::size_t loose_in_contents = 2;

using Key = std::vector<std::string>;  ///< lemmas, lower-case

struct Phrase {
    TokenRange range;
    Key key;
};

bool is_actor_name(std::optional<NameKind> kind) {
    return kind && *kind != NameKind::document && *kind != NameKind::other;
}

class PhraseFinder {
public:
    PhraseFinder(const Words& words, const ArticleWords& article, const ActorRegistry& registry)
        : words_(words), article_(article), registry_(registry) {}

    /// The phrase whose last noun is `noun`; none where it names no issue.
    [[nodiscard]] std::optional<Phrase> at(std::size_t noun) const {
        if (!is_noun(noun) || is_part_of_name_or_word(noun)) return std::nullopt;
        const std::size_t start = words_.sentence_at(noun).first_token;
        std::size_t first = noun;
        for (std::size_t t = noun; t-- > start;) {
            if (words_[t] == "-" && words_.joined(t)) continue;
            if (!belongs(t, noun)) break;
            first = t;
        }
        while (first < noun && is(WordClass::telling_which, words_[first])) ++first;
        if (words_[first] == "-") ++first;
        return phrase({first, noun + 1});
    }

    /// "the licence", "licences": a bare noun, which may take up a phrase; not "a licence".
    [[nodiscard]] bool takes_up(std::size_t noun) const {
        if (!is_noun(noun) || is_part_of_name_or_word(noun) || noun == 0) return false;
        const std::string& before = words_[noun - 1];
        return before != "a" && before != "an" && before != "-" && !belongs(noun - 1, noun);
    }

    /// "public bathrooms": an adjective and a noun, which may come together by chance.
    [[nodiscard]] bool is_loose(std::size_t first) const {
        return token(first).upos == "ADJ" && !article_.name[first];
    }

    /// Whether the capital of `t` is that of its sentence alone.
    [[nodiscard]] bool may_be_small(std::size_t t) const {
        return words_.starts_sentence(t) && token(t).upos != "PROPN" && !article_.name[t];
    }

    [[nodiscard]] std::string lemma(std::size_t t) const {
        return folded(words_.document().tokens[t].lemma);
    }

private:
    [[nodiscard]] const Token& token(std::size_t t) const { return words_.document().tokens[t]; }

    [[nodiscard]] bool is_noun(std::size_t t) const {
        return token(t).upos == "NOUN" || token(t).upos == "PROPN";
    }

    /// The head of the phrase stands behind it, or it is half of a hyphenated word.
    [[nodiscard]] bool is_part_of_name_or_word(std::size_t t) const {
        const std::string& relation = token(t).deprel;
        return relation == "compound" || relation == "flat" ||
               (t + 1 < words_.size() && words_[t + 1] == "-" && words_.joined(t + 1));
    }

    /// Whether `t` is a noun or adjective that hangs, over others between, on `noun`.
    [[nodiscard]] bool belongs(std::size_t t, std::size_t noun) const {
        const std::string& tag = token(t).upos;
        if (tag != "NOUN" && tag != "PROPN" && tag != "ADJ" && tag != "VERB") return false;
        const std::string& relation = token(t).deprel;
        if (relation != "compound" && relation != "amod" && relation != "flat") return false;
        if (tag == "VERB" && relation != "compound" && token(t).xpos != "VBG") return false;
        const auto head = head_of(words_, t);
        return head && *head > t && *head <= noun;
    }

    [[nodiscard]] std::optional<Phrase> phrase(TokenRange range) const {
        Phrase result{range, {}};
        std::size_t names = 0;
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (!words_.is_word(t)) continue;
            if (article_.name[t] == NameKind::person || is_time_word(words_[t]))
                return std::nullopt;
            if (is_actor_name(article_.name[t])) ++names;
            result.key.push_back(lemma(t));
        }
        const std::string& last = words_[range.end - 1];
        if (result.key.size() < 2 || result.key.size() > longest_issue ||
            names == result.key.size() || is_source_noun(last) || is_role_noun(last) ||
            is_role_noun(result.key.back()) || is_title(last) || kind_of_body(last) ||
            registry_.find(words_.text(range))) {
            return std::nullopt;
        }
        return result;
    }

    const Words& words_;
    const ArticleWords& article_;
    const ActorRegistry& registry_;
};

bool is_inside(const Key& part, const Key& whole) {
    return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

/// The runs of two and more words of a key: few, as a key has six words at most, so that looking
/// each up costs less than asking every other key whether it lies inside.
std::vector<Key> parts_of(const Key& key) {
    std::vector<Key> parts;
    for (auto first = key.begin(); first != key.end(); ++first) {
        for (auto end = first; end != key.end();) {
            if (++end - first >= 2) parts.emplace_back(first, end);
        }
    }
    return parts;
}

/// "defense cooperation guidelines", "US-Japan defense guidelines": one thing in one article.
bool is_variant(const Key& a, const Key& b) {
    return a.back() == b.back() && std::any_of(a.begin(), a.end() - 1, [&](const auto& word) {
               return std::find(b.begin(), b.end() - 1, word) != b.end() - 1;
           });
}

struct Count {
    std::size_t said = 0;
    std::size_t in_contents = 0;
    bool loose = false;
    std::size_t first = 0;  ///< token
    std::string label;
};

class Issues {
public:
    Issues(const Draft& draft, const ArticleWords& article)
        : words_(draft.words), finder_(draft.words, article, draft.registry()) {
        const Words& words = draft.words;
        const std::set<std::size_t> quoted = tokens_of(draft.statements);
        std::map<std::string, std::size_t> taken_up;
        for (std::size_t t = 0; t < words.size(); ++t) {
            if (const auto phrase = finder_.at(t)) {
                count(*phrase, quoted.contains(t));
            } else if (finder_.takes_up(t)) {
                ++taken_up[finder_.lemma(t)];
            }
        }
        for (auto& [key, count] : counts_) count.said += taken_up[key.back()];
        choose();
    }

    [[nodiscard]] std::vector<std::string> in(const Spans& content) const {
        std::vector<std::string> found;
        const auto add = [&](const std::string& label) {
            const bool known = std::find(found.begin(), found.end(), label) != found.end();
            if (!known && found.size() < issues_a_position) found.push_back(label);
        };
        for (const TokenRange range : ranges(words_, content)) {
            for (std::size_t t = range.first; t < range.end; ++t) {
                const auto phrase = finder_.at(t);
                if (phrase) {
                    for (const std::size_t i : chosen_inside(phrase->key)) add(chosen_[i].second);
                }
                if (!phrase && finder_.takes_up(t)) {
                    if (const std::string* label = ending_in(finder_.lemma(t))) add(*label);
                }
            }
        }
        return found;
    }

private:
    [[nodiscard]] std::set<std::size_t> tokens_of(
        const std::vector<StatementDraft>& statements) const {
        std::set<std::size_t> tokens;
        for (const StatementDraft& one : statements) {
            for (const TokenRange range : ranges(words_, one.attribution.content)) {
                for (std::size_t t = range.first; t < range.end; ++t) tokens.insert(t);
            }
        }
        return tokens;
    }

    /// Counts the phrase and its shorter forms.
    void count(const Phrase& phrase, bool quoted) {
        for (std::size_t first = phrase.range.first; first < phrase.range.end; ++first) {
            if (!words_.is_word(first) ||
                (first > 0 && words_.joined(first) && words_[first - 1] == "-")) {
                continue;
            }
            Key key;
            for (std::size_t t = first; t < phrase.range.end; ++t) {
                if (words_.is_word(t)) key.push_back(finder_.lemma(t));
            }
            if (key.size() < 2) return;
            Count& count = counts_[key];
            ++count.said;
            if (quoted) ++count.in_contents;
            count.loose = key.size() == 2 && finder_.is_loose(first);
            if (count.label.empty()) {
                count.label = label({first, phrase.range.end});
                count.first = first;
            }
        }
    }

    [[nodiscard]] std::string label(TokenRange range) const {
        std::string text = words_.text(range);
        const bool small = text.size() > 1 && text[1] >= 'a' && text[1] <= 'z';
        if (small && finder_.may_be_small(range.first) && text[0] >= 'A' && text[0] <= 'Z') {
            text[0] = static_cast<char>(text[0] - 'A' + 'a');
        }
        return text;
    }

    void choose() {
        std::map<Key, std::size_t> said_in_longer;  // the most that a phrase around it is said
        for (const auto& [key, count] : counts_) {
            for (const Key& part : parts_of(key)) {
                if (part.size() == key.size()) continue;
                std::size_t& most = said_in_longer[part];
                most = std::max(most, count.said);
            }
        }
        std::map<Key, const Count*> repeated;
        for (const auto& [key, count] : counts_) {
            if (count.said < said || count.in_contents < (count.loose ? loose_in_contents : 1)) {
                continue;
            }
            const auto longer = said_in_longer.find(key);
            if (longer == said_in_longer.end() || longer->second < count.said) {
                repeated.emplace(key, &count);
            }
        }
        std::vector<std::pair<Key, const Count*>> list;
        for (const auto& one : repeated) {
            const std::vector<Key> parts = parts_of(one.first);
            const bool around_another =
                std::any_of(parts.begin(), parts.end(), [&](const Key& part) {
                    return part.size() < one.first.size() && repeated.contains(part);
                });
            if (!around_another) list.push_back(one);
        }
        // What is said more stands for its variants; of two said alike the one said first.
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
            return std::pair(b.second->said, a.second->first) <
                   std::pair(a.second->said, b.second->first);
        });
        std::size_t issues = 0;
        for (const auto& [key, count] : list) {
            if (const auto variant = variant_of(key)) {
                add_chosen(key, std::string(chosen_[*variant].second));
            } else if (issues < issues_an_article) {
                add_chosen(key, name(key, *count));
                ++issues;
            }
        }
    }

    void add_chosen(const Key& key, std::string label) {
        const std::size_t at = chosen_.size();
        chosen_.emplace_back(key, std::move(label));
        place_.emplace(key, at);
        ending_in_[key.back()].insert(chosen_.back().second);
        for (auto word = key.begin(); word != key.end() - 1; ++word) {
            with_word_.emplace(std::pair(key.back(), *word), at);
        }
    }

    /// The first of those chosen that `key` is a variant of.
    [[nodiscard]] std::optional<std::size_t> variant_of(const Key& key) const {
        std::optional<std::size_t> first;
        for (auto word = key.begin(); word != key.end() - 1; ++word) {
            const auto found = with_word_.find(std::pair(key.back(), *word));
            if (found != with_word_.end()) {
                first = std::min(first.value_or(found->second), found->second);
            }
        }
        return first;
    }

    /// Those chosen that lie in a phrase, in their order.
    [[nodiscard]] std::set<std::size_t> chosen_inside(const Key& phrase) const {
        std::set<std::size_t> found;
        for (const Key& part : parts_of(phrase)) {
            const auto place = place_.find(part);
            if (place != place_.end()) found.insert(place->second);
        }
        return found;
    }

    /// The label of the variant that is said most, of two the one said first: of "defense
    /// guidelines" in a headline and "defense cooperation guidelines" in the text the former.
    [[nodiscard]] std::string name(const Key& key, const Count& count) const {
        const auto rank = [](const Count& c) {
            return std::pair(c.said, -static_cast<double>(c.first));
        };
        const Count* best = &count;
        for (const auto& [other, c] : counts_) {
            const bool form = is_inside(other, key) || is_inside(key, other);
            if (!form && is_variant(other, key) && rank(c) > rank(*best)) best = &c;
        }
        return best->label;
    }

    /// The one issue whose last noun this is; null if none or several are.
    [[nodiscard]] const std::string* ending_in(const std::string& noun) const {
        const auto labels = ending_in_.find(noun);
        return labels != ending_in_.end() && labels->second.size() == 1 ? &*labels->second.begin()
                                                                        : nullptr;
    }

    const Words& words_;
    PhraseFinder finder_;
    std::map<Key, Count> counts_;
    std::vector<std::pair<Key, std::string>> chosen_;
    // Where the chosen ones are found again: by key, by last noun, by last noun and another word.
    std::map<Key, std::size_t> place_;
    std::map<std::string, std::set<std::string>> ending_in_;
    std::map<std::pair<std::string, std::string>, std::size_t> with_word_;
};

}  // namespace

void find_issues(const ArticleWords& article, Draft& draft) {
    const Issues issues(draft, article);
    for (StatementDraft& one : draft.statements) {
        one.proposition.issues = issues.in(one.attribution.content);
    }
}

}  // namespace demarche::proposition
