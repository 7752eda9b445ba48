#pragma once

#include <string>
#include <vector>

/// When two labels name one position.
namespace demarche::extract {

/// Gives labels that say the same in other words one of them, the shortest (of several the first in
/// the order of bytes). Labels that differ in a negation are never joined. The order of `labels`
/// does not matter.
void join_same(std::vector<std::string>& labels);

}  // namespace demarche::extract
