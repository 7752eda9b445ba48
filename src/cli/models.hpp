// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pipeline/pipeline.hpp"

#include <string>

namespace CLI {
class App;
}

/// Where trained models lie.
namespace demarche::cli {

inline constexpr const char* syntax_model = "syntax-en.model";
inline constexpr const char* name_model = "names-en.model";
inline constexpr const char* attribution_model = "attributions-en.model";
inline constexpr const char* position_model = "positions-en.model";

/// `chosen` if it is not empty, else the file of the model `name` in the first of these folders
/// that has it: "models" beside the program, "share/demarche/models" of its install prefix,
/// "models" of the checkout that it was built in. \throws InputError if none has it, naming them
[[nodiscard]] std::string model_file(const std::string& name, const std::string& chosen);

/// All models, from `folder` or, if it is empty, from where model_file finds them; the actors that
/// came along and, if `actors` is not empty, those of that file; the figures of
/// stance that came along, changed by the file `stances`, if one is named. \throws InputError
[[nodiscard]] pipeline::Models load_models(const std::string& folder,
                                           const std::string& actors = {},
                                           const std::string& stances = {});

/// Adds --actors.
void add_actors_option(CLI::App& app, std::string& file);

/// Adds --models.
void add_models_option(CLI::App& app, std::string& folder);

/// Adds --stances.
void add_stances_option(CLI::App& app, std::string& file);

}  // namespace demarche::cli
