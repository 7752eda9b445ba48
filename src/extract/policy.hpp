#pragma once

#include "core/attribution.hpp"
#include "core/relation.hpp"
#include "extract/extract.hpp"
#include "extract/words.hpp"

#include <cstddef>

namespace demarche::extract {

/// Whether attribution number `index` takes a position on public policy, law, office, an election
/// or the relations of states: the sum of the weights in policy.tsv of the words of its cue and
/// content, of its relation and of what its holders are, above zero.
[[nodiscard]] bool is_policy(const Words& words, const Attribution& attribution, const Cast& cast,
                             std::size_t index, Relation relation);

}  // namespace demarche::extract
