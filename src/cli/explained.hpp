// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/article.hpp"
#include "pipeline/pipeline.hpp"

#include <string>

/// Why attributions were found, for people who want to see what the reading depends on.
namespace demarche::cli {

/// The attributions of the first level in text order, each with its words, its confidence, and what
/// spoke most for its cue, its source and its content (attribution::explain).
[[nodiscard]] std::string explained(const Article& article, const pipeline::Models& models);

}  // namespace demarche::cli
