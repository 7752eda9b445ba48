// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"
#include "cli/verbs.hpp"

#include <CLI/CLI.hpp>

namespace demarche::cli {

Run set_up_version(CLI::App& app) {
    return [program = app.get_parent()] {
        write_whole("", program->version() + "\n");
        return 0;
    };
}

}  // namespace demarche::cli
