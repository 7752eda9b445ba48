// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/view.hpp"
#include "learn/matrix.hpp"

#include <cstddef>
#include <vector>

namespace demarche::attribution {

/// Roles of the network's chains. Its first reading knows all three; in the window of a cue the cue
/// itself is given.
enum class Role : std::size_t { source = 0, content = 1, cue = 2 };

inline constexpr std::size_t token_roles = 3;
inline constexpr std::size_t window_roles = 2;

/// Labels of a role: its first token, and its further ones (learn/chain.hpp).
[[nodiscard]] constexpr int begins(Role role) {
    return 2 * static_cast<int>(role) + 1;
}
[[nodiscard]] constexpr int goes_on(Role role) {
    return 2 * static_cast<int>(role) + 2;
}

/// Words that say that somebody expresses something.
struct FoundCue {
    TokenRun tokens;
    double probability = 0;  ///< mean of its tokens' probabilities of being in a cue
};

/// The cues of a document by each token's probability of each label (2 token_roles + 1 rows).
/// `bias` is added to the log-odds of every token: above zero finds more cues and more wrong
/// ones. No cue runs over the end of a sentence.
[[nodiscard]] std::vector<FoundCue> find_cues(const View& seen, learn::ConstView probabilities,
                                              double bias);

}  // namespace demarche::attribution
