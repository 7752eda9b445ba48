// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// How well statements agree with those that people judged.
//
// Found and judged statements are paired one to one, by shared words of cue and content (the source
// only decides between equals and near-equals: it counts half), the best pair first. Relation,
// polarity, factuality and actor are asked of pairs alone: what was not found is counted there, in
// `found`, and not once more in each figure. Policy and position are counted over all, for a user
// asks for those.
//
// A relation that another reader would have chosen (`also`) is right, and counts as the first
// reader's. Where readers differed on policy, what was found counts neither way.
//
// Holders are compared by name, without titles and small words:
//
//     Anna Berg / Berg                       alike: the last words are the same
//     Ministry of Fish / the Fish Ministry   alike: the same words
//     Port of Oslo / Port of Riga            not: one word of three is shared
//
// Limits: pairing is greedy. "Last words" are trusted in names of four words at most. Capitals
// outside ASCII are not folded. Tested by tests/training/position_score_test.cpp.

#include "training/position_score.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <set>
#include <tuple>

namespace demarche::training {
using namespace draft;
using namespace lexicon;
namespace {

using Tokens = std::set<std::size_t>;

Tokens tokens_of(const Words& words, const Spans& spans) {
    Tokens tokens;
    for (const Span span : spans) {
        const TokenRange range = words.range(span);
        for (std::size_t t = range.first; t < range.end; ++t) {
            if (words.is_word(t)) tokens.insert(t);
        }
    }
    return tokens;
}

/// Common words by all words; 0 where there are none.
template <class Set>
double overlap(const Set& a, const Set& b) {
    std::vector<typename Set::value_type> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t all = a.size() + b.size() - both.size();
    return all == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

struct Parts {
    Tokens source;
    Tokens cue;
    Tokens content;

    Parts(const Words& words, const Attribution& attribution)
        : source(tokens_of(words, attribution.source)),
          cue(tokens_of(words, attribution.cue)),
          content(tokens_of(words, attribution.content)) {}
};

/// The words of a name that tell it from others.
std::vector<std::string> name_words(std::string_view name) {
    static const std::set<std::string, std::less<>> dropped = {
        "the", "a",   "an",        "mr",      "mrs",       "ms", "dr",  "sen",
        "rep", "gov", "president", "senator", "secretary", "of", "and", "s"};
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        if (!word.empty() && !dropped.contains(word)) words.push_back(word);
        word.clear();
    };
    for (const char c : folded(name)) {
        const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                          static_cast<unsigned char>(c) >= 0x80U;
        if (part)
            word += c;
        else
            close();
    }
    close();
    return words;
}

bool alike(const std::string& gold, const std::string& found) {
    const std::vector<std::string> a = name_words(gold);
    const std::vector<std::string> b = name_words(found);
    if (a.empty() || b.empty()) return false;
    const auto& shorter = a.size() <= b.size() ? a : b;
    const auto& longer = a.size() <= b.size() ? b : a;
    if (longer.size() <= 4 && std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin())) {
        return true;
    }
    return overlap(std::set<std::string>(a.begin(), a.end()),
                   std::set<std::string>(b.begin(), b.end())) >= 0.6;
}

bool meets(const GoldStatement::Names& names, const std::string& found) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return alike(name, found); });
}

std::string percent(double share) {
    char text[16];
    std::snprintf(text, sizeof text, "%6.1f", 100 * share);
    return text;
}

std::string row(std::string name, const std::string& cells) {
    name.resize(22, ' ');
    return name + cells + "\n";
}

std::string cells(const Counts& counts) {
    return percent(counts.precision()) + percent(counts.recall()) + percent(counts.f1());
}

}  // namespace

double PositionScore::macro() const {
    double sum = 0;
    double relations = 0;
    for (const Counts& counts : by_relation) {
        if (counts.gold == 0) continue;
        sum += counts.f1();
        ++relations;
    }
    return relations == 0 ? 0 : sum / relations;
}

std::vector<std::optional<std::size_t>> pair_statements(const Draft& found,
                                                        const std::vector<GoldStatement>& judged) {
    std::vector<Parts> gold;
    std::vector<Parts> own;
    for (const GoldStatement& each : judged) gold.emplace_back(found.words, each.attribution);
    for (const StatementDraft& each : found.statements) {
        own.emplace_back(found.words, each.attribution);
    }
    std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;
    for (std::size_t g = 0; g < gold.size(); ++g) {
        for (std::size_t f = 0; f < own.size(); ++f) {
            const double shared =
                overlap(gold[g].cue, own[f].cue) + overlap(gold[g].content, own[f].content);
            if (shared == 0) continue;
            candidates.emplace_back(-shared - overlap(gold[g].source, own[f].source) / 2, g, f);
        }
    }
    std::sort(candidates.begin(), candidates.end());
    std::vector<std::optional<std::size_t>> pairs(own.size());
    std::vector<bool> taken(judged.size());
    for (const auto& [cost, g, f] : candidates) {
        if (taken[g] || pairs[f]) continue;
        taken[g] = true;
        pairs[f] = g;
    }
    return pairs;
}

bool holders_right(const GoldStatement& judged, const Draft& draft, const StatementDraft& found) {
    const auto& holders = found.roles.holders;
    const auto name_of = [&](std::size_t holder) { return draft.actors[holder].name; };
    for (const GoldStatement::Names& names : judged.actors) {
        if (std::none_of(holders.begin(), holders.end(),
                         [&](std::size_t holder) { return meets(names, name_of(holder)); })) {
            return false;
        }
    }
    return std::all_of(holders.begin(), holders.end(), [&](std::size_t holder) {
        return std::any_of(judged.actors.begin(), judged.actors.end(),
                           [&](const auto& names) { return meets(names, name_of(holder)); });
    });
}

bool relation_right(const GoldStatement& judged, Relation relation) {
    return relation == judged.relation ||
           std::find(judged.also.begin(), judged.also.end(), relation) != judged.also.end();
}

bool all_right(const GoldStatement& gold, const Draft& draft, const StatementDraft& found) {
    return relation_right(gold, found.stance.relation) && gold.polarity == found.stance.polarity &&
           holders_right(gold, draft, found);
}

void score(const Draft& found, const std::vector<GoldStatement>& judged, PositionScore& score) {
    const auto add = [](Counts& counts, bool right) {
        counts.right_predicted += right ? 1 : 0;
        counts.right_gold += right ? 1 : 0;
    };
    const auto pairs = pair_statements(found, judged);
    score.found.gold += static_cast<double>(judged.size());
    score.found.predicted += static_cast<double>(found.statements.size());
    for (const GoldStatement& each : judged) {
        ++score.by_relation[static_cast<std::size_t>(each.relation)].gold;
        score.policy.gold += each.policy.value_or(false) ? 1 : 0;
        score.position.gold += each.policy.value_or(false) ? 1 : 0;
    }
    for (std::size_t f = 0; f < found.statements.size(); ++f) {
        const Stance& own = found.statements[f].stance;
        const bool counted = own.policy && !(pairs[f] && !judged[*pairs[f]].policy);
        score.policy.predicted += counted ? 1 : 0;
        score.position.predicted += counted ? 1 : 0;
        if (!pairs[f]) continue;
        const GoldStatement& gold = judged[*pairs[f]];
        const bool relation = relation_right(gold, own.relation);
        const Relation as_counted = relation ? gold.relation : own.relation;
        const bool is_negated = gold.polarity == Polarity::negated;
        const bool found_negated = own.polarity == Polarity::negated;
        const bool policy = gold.policy.value_or(false);
        add(score.found, true);
        ++score.pairs;
        score.relation += relation ? 1 : 0;
        score.polarity += is_negated == found_negated ? 1 : 0;
        score.factuality += gold.factuality == own.factuality ? 1 : 0;
        score.actor += holders_right(gold, found, found.statements[f]) ? 1 : 0;
        score.negated.gold += is_negated ? 1 : 0;
        score.negated.predicted += found_negated ? 1 : 0;
        add(score.negated, is_negated && found_negated);
        add(score.policy, policy && own.policy);
        add(score.position, policy && all_right(gold, found, found.statements[f]));
        ++score.by_relation[static_cast<std::size_t>(as_counted)].predicted;
        add(score.by_relation[static_cast<std::size_t>(gold.relation)], relation);
        ++score.confusion[static_cast<std::size_t>(gold.relation)]
                         [static_cast<std::size_t>(as_counted)];
    }
}

std::string table(const PositionScore& score) {
    const auto share = [&](double right) { return score.pairs == 0 ? 0 : right / score.pairs; };
    return row("", "     P     R    F1") + row("found", cells(score.found)) +
           row("relation", percent(share(score.relation))) +
           row("relation, macro F1", percent(score.macro())) +
           row("polarity", percent(share(score.polarity))) + row("negated", cells(score.negated)) +
           row("factuality", percent(share(score.factuality))) +
           row("actor", percent(share(score.actor))) + row("policy", cells(score.policy)) +
           row("position", cells(score.position));
}

std::string confusion_table(const PositionScore& score) {
    std::string text = row("relation", "     P     R    F1  of    taken for");
    for (std::size_t gold = 0; gold < relation_table.size(); ++gold) {
        const Counts& counts = score.by_relation[gold];
        if (counts.gold == 0) continue;
        std::vector<std::pair<std::size_t, std::size_t>> others;
        for (std::size_t other = 0; other < relation_table.size(); ++other) {
            const std::size_t count = score.confusion[gold][other];
            if (other != gold && count > 0)
                others.emplace_back(count, relation_table.size() - other);
        }
        std::sort(others.rbegin(), others.rend());
        std::string taken;
        for (std::size_t i = 0; i < std::min<std::size_t>(others.size(), 4); ++i) {
            taken += (taken.empty() ? "" : ", ") +
                     std::string(relation_table[relation_table.size() - others[i].second].name) +
                     " " + std::to_string(others[i].first);
        }
        std::string of = std::to_string(static_cast<std::size_t>(counts.gold));
        of.resize(4, ' ');
        text +=
            row(std::string(relation_table[gold].name), cells(counts) + "  " + of + "  " + taken);
    }
    return text;
}

}  // namespace demarche::training
