// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/find_names.hpp"

#include "syntax/name_features.hpp"
#include "syntax/syntax.hpp"

#include <utility>

namespace demarche::syntax {
namespace {

NameKind kind_of(int label, const Token& last) {
    switch ((label - 1) / 2) {
        case 0: return NameKind::person;
        case 1: return NameKind::organisation;
        case 2: return NameKind::place;
        default: break;
    }
    // MISC holds peoples and parties' members ("South Korean", "Republicans"), works and events.
    const bool of_people = last.xpos == "JJ" || last.xpos == "NNPS" || last.xpos == "NNS";
    return of_people ? NameKind::people : NameKind::other;
}

}  // namespace

void find_names(Document& document, const NameModel& model) {
    const auto chains = describe_names(document, model.classes, {});
    std::vector<Name> names;
    for (std::size_t s = 0; s < chains.size(); ++s) {
        const std::vector<int> labels = model.chain.best(chains[s]);
        const std::size_t first = document.sentences[s].first_token;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (labels[i] == 0) continue;
            const std::size_t t = first + i;
            const bool goes_on =
                labels[i] % 2 == 0 && !names.empty() && names.back().end_token == t;
            if (!goes_on) names.push_back({t, t, NameKind::other});
            names.back().end_token = t + 1;
            names.back().kind = kind_of(labels[i], document.tokens[t]);
        }
    }
    document.names = std::move(names);
}

}  // namespace demarche::syntax
