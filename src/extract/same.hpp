#pragma once

#include <string>
#include <vector>

/// When two labels name one position.
namespace demarche::extract {

/// Gives labels that say the same in other words one of them, the shortest (of several the first in
/// the order of bytes). Labels that differ in a negation are never joined. The order of `labels`
/// does not matter.
void join_same(std::vector<std::string>& labels);

/// Whether two labels say the same, by the rule by which labels are joined.
[[nodiscard]] bool say_the_same(const std::string& a, const std::string& b);

}  // namespace demarche::extract
