// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"

#include <string>

namespace demarche::export_ {

/// What one article gave, as one line of JSON with its line end; schema/extract.schema.json
/// describes it. Offsets are code points of the article's text.
[[nodiscard]] std::string line(const Reading& reading);

}  // namespace demarche::export_
