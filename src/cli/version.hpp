// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

/// What `demarche --version` tells.
namespace demarche::cli {

/// "demarche 0.1.0 (0123456789ab)", with the commit that the program was built from where it is
/// known, then "-dirty" if tracked files were changed; and, a line each, the models that the
/// program finds, with the first 12 digits of their files' SHA-256. A model that is missing or
/// cannot be used is no error: its line says what is wrong. The last line has no end.
[[nodiscard]] std::string version_text();

}  // namespace demarche::cli
