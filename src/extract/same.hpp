#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

/// When two labels name one position.
namespace demarche::extract {

/// Gives labels that say the same in other words one of them, the shortest (of several the first in
/// the order of bytes). Labels that differ in a negation are never joined. The order of `labels`
/// does not matter.
void join_same(std::vector<std::string>& labels);

/// What of a label counts when it is compared.
struct Meaning {
    std::set<std::string> stems;
    bool negated = false;
};

[[nodiscard]] Meaning meaning(const std::string& label);

/// Whether two labels say the same, by the rule by which labels are joined.
[[nodiscard]] bool same(const Meaning& a, const Meaning& b);

/// Of any so many stems of a meaning, each meaning that is the same has one at least: to find these
/// among many, it is enough to look at those that have one of the rarest. At most `stems`.
[[nodiscard]] std::size_t telling_stems(std::size_t stems);

}  // namespace demarche::extract
