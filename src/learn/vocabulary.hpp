// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::learn {

/// Strings numbered from 1; 0 stands for all others.
class Vocabulary {
public:
    Vocabulary() = default;

    /// In the order given; a string that comes twice keeps its first number.
    explicit Vocabulary(std::vector<std::string> entries);

    /// Those that were counted `least` times or more, the frequent first, equals by their bytes.
    static Vocabulary from_counts(const std::map<std::string, std::size_t, std::less<>>& counts,
                                  std::size_t least);

    [[nodiscard]] std::uint32_t number(std::string_view entry) const {
        const auto it = numbers_.find(entry);
        return it == numbers_.end() ? 0 : it->second;
    }

    /// With the 0 for others: one more than there are entries.
    [[nodiscard]] std::size_t size() const { return entries_.size() + 1; }

    /// Entry `number`, empty for 0. number < size().
    [[nodiscard]] const std::string& entry(std::size_t number) const {
        static const std::string none;
        return number == 0 ? none : entries_[number - 1];
    }

    [[nodiscard]] const std::vector<std::string>& entries() const { return entries_; }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::vector<std::string> entries_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

}  // namespace demarche::learn
