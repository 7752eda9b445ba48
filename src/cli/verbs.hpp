// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"

/// The set-up function of each verb; it stands in command_<verb>.cpp.
namespace demarche::cli {

[[nodiscard]] Run set_up_build(CLI::App& app);
[[nodiscard]] Run set_up_extract(CLI::App& app);
[[nodiscard]] Run set_up_merge(CLI::App& app);
[[nodiscard]] Run set_up_query(CLI::App& app);
[[nodiscard]] Run set_up_who(CLI::App& app);
[[nodiscard]] Run set_up_what(CLI::App& app);
[[nodiscard]] Run set_up_actors(CLI::App& app);
[[nodiscard]] Run set_up_changes(CLI::App& app);
[[nodiscard]] Run set_up_between(CLI::App& app);
[[nodiscard]] Run set_up_show(CLI::App& app);
[[nodiscard]] Run set_up_export(CLI::App& app);
[[nodiscard]] Run set_up_codebook(CLI::App& app);
[[nodiscard]] Run set_up_validate(CLI::App& app);
[[nodiscard]] Run set_up_parse(CLI::App& app);
[[nodiscard]] Run set_up_train(CLI::App& app);
[[nodiscard]] Run set_up_evaluate(CLI::App& app);
[[nodiscard]] Run set_up_help(CLI::App& app);
[[nodiscard]] Run set_up_version(CLI::App& app);
[[nodiscard]] Run set_up_completion(CLI::App& app);

}  // namespace demarche::cli
