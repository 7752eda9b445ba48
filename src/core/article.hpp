// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document.hpp"

#include <string>
#include <vector>

namespace demarche {

/// An article as it came in, before it is read.
struct Article {
    std::string name;    ///< member "id" of a JSON Lines input, else the file's name without ending
    std::string origin;  ///< file, or file:line, for messages
    std::string text;    ///< valid UTF-8; offsets are counted in this text
    std::string sha256;  ///< of the bytes it came as, 64 hex digits
    std::string title;   ///< from the input's own metadata; empty if none. Not part of `text`
    std::string published;
    std::string url;
    std::string publisher;
    std::vector<Diagnostic> diagnostics;  ///< bad bytes that were replaced, and the like
};

}  // namespace demarche
