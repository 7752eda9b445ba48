// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "draft/draft.hpp"

/// Sources to actors.
namespace demarche::actor {

/// Who it is that each statement speaks of, by the actors known beforehand and the article: fills
/// the roles of the statements, the actors and what is unsure about them.
void resolve_actors(draft::Draft& draft);

}  // namespace demarche::actor
