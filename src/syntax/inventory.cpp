// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "syntax/inventory.hpp"

namespace demarche::syntax {

Counts Inventory::counts() const {
    Counts n;
    for (std::size_t f = 0; f < feature_count; ++f) n.features[f] = features[f].size();
    for (std::size_t h = 0; h < head_count; ++h) n.classes[h] = classes[h].size();
    n.labels = labels.size();
    n.treebanks = treebanks.size();
    return n;
}

}  // namespace demarche::syntax
