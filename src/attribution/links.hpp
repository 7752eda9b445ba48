// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attribution/cues.hpp"
#include "attribution/view.hpp"
#include "learn/matrix.hpp"

#include <vector>

namespace demarche::attribution {

/// Source and content of one cue, as runs of tokens in text order.
struct Link {
    std::vector<TokenRun> source;  ///< at most one run
    std::vector<TokenRun> content;
    double probability = 0;  ///< mean over its tokens of the probability of their role
};

/// Puts what the first reading thinks of contents into the second one's labels of a window, both
/// with a column a token: `weight` times the log-odds of its content label are added to theirs. The
/// first one reads without regard to a cue and knows better where contents end, the second one
/// whose they are; where it sees none, none comes in. \param first 2 token_roles + 1 rows \param
/// second 2 window_roles + 1 rows
void add_first_reading(learn::ConstView first, double weight, learn::Matrix& second);

/// The best source and content of `cue` by the probability of each label (2 window_roles + 1 rows)
/// of the tokens of its window, which starts at token `first`. `bias` is
/// added to the log-odds of every token: above zero a cue more easily has a source and a content.
[[nodiscard]] Link best_link(const View& seen, const TokenRun& cue, std::size_t first,
                             learn::ConstView probabilities, double bias);

}  // namespace demarche::attribution
