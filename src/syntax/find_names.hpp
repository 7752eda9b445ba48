// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"
#include "syntax/name_model.hpp"

namespace demarche::syntax {

/// Puts the names that the model finds in the place of the document's. Tokens have tags and trees
/// (analyse). Never fails: odd text gets odd names.
void find_names(Document& document, const NameModel& model);

}  // namespace demarche::syntax
