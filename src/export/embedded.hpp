// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Files of the repository that are built into the program; embed.cmake copies their bytes.
namespace demarche::export_ {

extern const std::string_view context_file;  ///< schema/context.jsonld
extern const std::string_view page_file;     ///< src/export/page.html

}  // namespace demarche::export_
