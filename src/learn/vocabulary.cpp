// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "learn/vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace demarche::learn {

Vocabulary::Vocabulary(std::vector<std::string> entries) : entries_(std::move(entries)) {
    numbers_.reserve(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        numbers_.emplace(entries_[i], static_cast<std::uint32_t>(i + 1));
    }
}

Vocabulary Vocabulary::from_counts(const std::map<std::string, std::size_t, std::less<>>& counts,
                                   std::size_t least) {
    std::vector<std::pair<std::string, std::size_t>> kept;
    for (const auto& item : counts) {
        if (item.second >= least) kept.emplace_back(item);
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> entries;
    entries.reserve(kept.size());
    for (auto& item : kept) entries.push_back(std::move(item.first));
    return Vocabulary(std::move(entries));
}

}  // namespace demarche::learn
