// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Treebanks brought to the form that running text has here, and names read from their notes.
//
// Hyphens: treebanks cut "15-year" into three words, the tokeniser of room text leaves it whole. A
// parser that is to read such text must see such words:
//
//     1 a  2 15  3 -  4 year  5 plan       heads 5 4 4 5 0
//     1 a  2 15-year  3 plan               heads 3 3 0
//
// The word takes the place of the piece whose head lies outside (here "year"); heads are
// renumbered.
//
// Names: CoreNLP's notes give a kind a word, so that two names of one kind side by side become one.
// GUM brackets every mention, "the minister who left" too, nested and across sentences (Zeldes
// 2017). Names are the mentions that, less their determiner, begin and end with a proper noun and
// hold nothing else but such nouns and a few small words. The longest wins: "the Port Board of
// Oslo" is one organisation, not a board and a place.
//
// Limits: a mention that is open at the end of its sentence is dropped; of mentions that cross,
// only the ends are compared. Tested by tests/training/treebank_test.cpp.

#include "training/treebank.hpp"

#include "syntax/tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

namespace demarche::training {
using namespace syntax;
namespace {

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
}

bool ends_as_word(const Word& w) {
    return !w.form.empty() && is_word_byte(w.form.back());
}
bool starts_as_word(const Word& w) {
    return !w.form.empty() && is_word_byte(w.form.front());
}

/// One past the last word of the hyphenated word that starts at `i`.
std::size_t end_of_hyphenated(const std::vector<Word>& words, std::size_t i) {
    std::size_t end = i + 1;
    while (end + 1 < words.size() && words[end].form == "-" && !words[end - 1].space_after &&
           !words[end].space_after && ends_as_word(words[end - 1]) &&
           starts_as_word(words[end + 1])) {
        end += 2;
    }
    return end;
}

struct Mention {
    std::string id;
    std::string type;
    std::size_t begin;
    std::size_t end;
};

/// Reads GUM's brackets: "(7-abstract-new-...(3-person-..." opens, "3)7)" closes.
std::vector<Mention> mentions(const Tree& tree) {
    std::vector<Mention> open;
    std::vector<Mention> done;
    const auto close = [&](std::string_view id, std::size_t end) {
        const auto it =
            std::find_if(open.rbegin(), open.rend(), [&](const Mention& m) { return m.id == id; });
        if (it == open.rend()) return;  // opened in another sentence
        it->end = end;
        done.push_back(*it);
        open.erase(std::next(it).base());
    };
    for (std::size_t i = 0; i < tree.words.size(); ++i) {
        std::string_view entity = misc_value(tree.words[i].misc, "Entity");
        while (!entity.empty()) {
            const bool opens = entity.front() == '(';
            if (opens) entity.remove_prefix(1);
            const std::size_t end = std::min(entity.find_first_of("()"), entity.size());
            const std::string_view item = entity.substr(0, end);
            const std::string id(item.substr(0, item.find('-')));
            if (opens) {
                const std::string_view rest = item.substr(std::min(id.size() + 1, item.size()));
                open.push_back({id, std::string(rest.substr(0, rest.find('-'))), i, i + 1});
            }
            entity.remove_prefix(end);
            if (!entity.empty() && entity.front() == ')') {
                close(id, i + 1);
                entity.remove_prefix(1);
            } else if (!opens) {
                break;  // not the notation we know
            }
        }
    }
    return done;
}

std::string_view name_kind(std::string_view entity_type) {
    if (entity_type == "person") return "PERSON";
    if (entity_type == "organization") return "ORGANIZATION";
    if (entity_type == "place") return "LOCATION";
    return "MISC";
}

/// The part of a mention that is a name, if it is one.
std::optional<Mention> as_name(const Tree& tree, Mention m) {
    const auto proper = [&](std::size_t i) { return tree.words[i].upos == "PROPN"; };
    while (m.begin < m.end && tree.words[m.begin].upos == "DET") ++m.begin;
    if (m.begin == m.end || !proper(m.begin) || !proper(m.end - 1)) return std::nullopt;
    static constexpr std::array<std::string_view, 6> small = {"of", "the", "and", "&", "-", "for"};
    for (std::size_t i = m.begin; i < m.end; ++i) {
        if (!proper(i) &&
            std::find(small.begin(), small.end(), tree.words[i].form) == small.end()) {
            return std::nullopt;
        }
    }
    m.type = name_kind(m.type);
    return m;
}

}  // namespace

Tree join_hyphens(const Tree& tree) {
    const auto& words = tree.words;
    std::vector<std::size_t> group(words.size());  // new index of each old word
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t end = end_of_hyphenated(words, i);
        for (std::size_t k = i; k < end; ++k) group[k] = starts.size();
        starts.push_back(i);
        i = end;
    }
    if (starts.size() == words.size()) return tree;
    Tree joined = tree;
    joined.words.clear();
    for (std::size_t g = 0; g < starts.size(); ++g) {
        const std::size_t begin = starts[g];
        const std::size_t end = g + 1 < starts.size() ? starts[g + 1] : words.size();
        std::size_t top = begin;
        for (std::size_t k = begin; k < end; ++k) {
            const int head = words[k].head;
            if (head == 0 || group[static_cast<std::size_t>(head) - 1] != g) top = k;
        }
        Word word = words[top];
        word.form.clear();
        word.lemma.clear();
        for (std::size_t k = begin; k < end; ++k) {
            word.form += words[k].form;
            word.lemma += words[k].lemma;
        }
        if (end == begin + 1) word.lemma = words[begin].lemma;
        word.misc = words[begin].misc;
        word.space_after = words[end - 1].space_after;
        if (word.head != 0)
            word.head = static_cast<int>(group[static_cast<std::size_t>(word.head) - 1]) + 1;
        joined.words.push_back(std::move(word));
    }
    return joined;
}

bool is_clean(const Tree& tree, std::size_t longest) {
    if (tree.words.size() < 3 || tree.words.size() > longest) return false;
    std::vector<int> heads;
    std::size_t unknown = 0;
    for (const Word& word : tree.words) {
        heads.push_back(word.head);
        unknown += word.deprel == "dep";
    }
    return unknown <= 1 && is_tree(heads);
}

std::string_view misc_value(std::string_view misc, std::string_view key) {
    while (!misc.empty()) {
        const std::size_t bar = misc.find('|');
        const std::string_view item = misc.substr(0, bar);
        if (item.size() > key.size() && item.starts_with(key) && item[key.size()] == '=') {
            return item.substr(key.size() + 1);
        }
        if (bar == std::string_view::npos) break;
        misc.remove_prefix(bar + 1);
    }
    return {};
}

std::vector<NamedRun> named_runs(const NameTags& tags) {
    std::vector<NamedRun> runs;
    for (std::size_t i = 0; i < tags.size();) {
        if (tags[i].size() < 3) {
            ++i;
            continue;
        }
        const std::string kind = tags[i].substr(2);
        std::size_t end = i + 1;
        while (end < tags.size() && tags[end] == "I-" + kind) ++end;
        runs.push_back({i, end, kind});
        i = end;
    }
    return runs;
}

NameTags name_tags_from_ner(const Tree& tree) {
    NameTags tags;
    std::string_view last;
    for (const Word& word : tree.words) {
        std::string_view kind = misc_value(word.misc, "NER");
        if (kind != "PERSON" && kind != "ORGANIZATION" && kind != "LOCATION" && kind != "MISC")
            kind = {};
        tags.push_back(kind.empty() ? "O" : (kind == last ? "I-" : "B-") + std::string(kind));
        last = kind;
    }
    return tags;
}

NameTags name_tags_from_entities(const Tree& tree) {
    NameTags tags(tree.words.size(), "O");
    auto found = mentions(tree);
    std::stable_sort(found.begin(), found.end(), [](const Mention& a, const Mention& b) {
        return a.end - a.begin > b.end - b.begin;
    });
    for (const Mention& mention : found) {
        const auto name = as_name(tree, mention);
        if (!name || tags[name->begin] != "O" || tags[name->end - 1] != "O") continue;
        for (std::size_t i = name->begin; i < name->end; ++i) {
            tags[i] = (i == name->begin ? "B-" : "I-") + name->type;
        }
    }
    return tags;
}

}  // namespace demarche::training
