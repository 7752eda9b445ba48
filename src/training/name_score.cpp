// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/name_score.hpp"

#include "syntax/name_features.hpp"
#include "syntax/syntax.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>
#include <utility>

namespace demarche::training {
using namespace syntax;
namespace {

using NameSet = std::set<std::tuple<std::size_t, std::size_t, int>>;

/// Begin, end and kind of each name. A tag that goes on with nothing begins a name.
NameSet name_set(const NameTags& tags) {
    NameSet out;
    for (std::size_t i = 0; i < tags.size();) {
        const int label = name_label(tags[i]);
        std::size_t end = i + 1;
        if (label != 0) {
            const int kind = (label - 1) / 2;
            while (end < tags.size() && name_label(tags[end]) == 2 * kind + 2) ++end;
            out.emplace(i, end, kind);
        }
        i = end;
    }
    return out;
}

std::set<std::pair<std::size_t, std::size_t>> spans_of(const NameSet& names) {
    std::set<std::pair<std::size_t, std::size_t>> out;
    for (const auto& [begin, end, kind] : names) out.emplace(begin, end);
    return out;
}

}  // namespace

std::vector<NameTags> name_tags(const Document& document, const NameModel& model,
                                std::string_view scheme) {
    std::vector<NameTags> out;
    for (const auto& chain : describe_names(document, model.classes,
                                            scheme == model.run_as ? std::string_view() : scheme)) {
        NameTags& tags = out.emplace_back();
        for (const int label : model.chain.best(chain)) tags.push_back(name_tag(label));
    }
    return out;
}

std::vector<NamedDocument> named_documents(const Treebank& treebank, const Model& model,
                                           std::string_view scheme) {
    const std::uint32_t manner = treebank_number(model, scheme);
    const bool ner = std::any_of(treebank.begin(), treebank.end(), [](const Tree& tree) {
        return std::any_of(tree.words.begin(), tree.words.end(), [](const Word& word) {
            return word.misc.find("NER=") != std::string::npos;
        });
    });
    std::vector<NamedDocument> out;
    for (std::size_t i = 0; i < treebank.size();) {
        std::size_t end = i + 1;
        while (end < treebank.size() && treebank[end].document == treebank[i].document) ++end;
        const auto at = [&treebank](std::size_t k) {
            return treebank.begin() + static_cast<std::ptrdiff_t>(k);
        };
        const Treebank article(at(i), at(end));
        NamedDocument& named = out.emplace_back();
        named.document = document_of(article);
        analyse_as(named.document, model, manner);
        for (const Tree& tree : article) {
            named.tags.push_back(ner ? name_tags_from_ner(tree) : name_tags_from_entities(tree));
        }
        i = end;
    }
    return out;
}

NameScores evaluate_names(const std::vector<NamedDocument>& gold, const NameModel& model,
                          std::string_view scheme) {
    NameScores scores;
    scores.kinds.resize(name_kinds.size());
    for (const NamedDocument& article : gold) {
        const auto found = name_tags(article.document, model, scheme);
        for (std::size_t s = 0; s < found.size(); ++s) {
            const NameSet of_gold = name_set(article.tags[s]);
            const NameSet of_model = name_set(found[s]);
            for (const auto& name : of_gold) {
                ++scores.all.gold;
                ++scores.kinds[static_cast<std::size_t>(std::get<2>(name))].gold;
            }
            for (const auto& name : of_model) {
                Count& kind = scores.kinds[static_cast<std::size_t>(std::get<2>(name))];
                ++scores.all.found;
                ++kind.found;
                scores.all.right += of_gold.contains(name);
                kind.right += of_gold.contains(name);
            }
            const auto gold_spans = spans_of(of_gold);
            scores.spans.gold += gold_spans.size();
            for (const auto& span : spans_of(of_model)) {
                ++scores.spans.found;
                scores.spans.right += gold_spans.contains(span);
            }
        }
    }
    return scores;
}

std::string table(const NameScores& scores) {
    std::string out;
    const auto line = [&out](std::string_view name, const Count& c) {
        const auto percent = [](std::size_t part, std::size_t whole) {
            return whole == 0 ? 0.0
                              : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
        };
        char text[120];
        std::snprintf(text, sizeof text, "%-20s %6.2f  precision %6.2f  recall %6.2f  of %zu\n",
                      std::string(name).c_str(), c.f1(), percent(c.right, c.found),
                      percent(c.right, c.gold), c.gold);
        out += text;
    };
    line("names F1", scores.all);
    for (std::size_t k = 0; k < name_kinds.size(); ++k)
        line(std::string(name_kinds[k]) + " F1", scores.kinds[k]);
    line("whatever the kind F1", scores.spans);
    return out;
}

}  // namespace demarche::training
