// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/models.hpp"

#include "cli/articles.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace demarche::cli {

std::string model_file(const std::string& name, const std::string& chosen) {
    if (!chosen.empty()) return chosen;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    // A build tree is build/<preset> of its checkout.
    const std::array<fs::path, 3> folders = {program / "models",
                                             program / ".." / "share" / "demarche" / "models",
                                             program / ".." / ".." / "models"};
    std::string looked_in;
    for (const fs::path& folder : folders) {
        const fs::path file = (folder / name).lexically_normal();
        if (fs::exists(file, error)) return file.string();
        looked_in += (looked_in.empty() ? "" : ", ") + folder.lexically_normal().string();
    }
    throw InputError(name, "no such model in " + looked_in +
                               ". Name its file, or train it: demarche help train.");
}

pipeline::Models load_models(const std::string& folder, const std::string& actors,
                             const std::string& stances) {
    const auto file = [&folder](const char* name) {
        return model_file(name, folder.empty() ? "" : (fs::path(folder) / name).string());
    };
    // The user's own files first: a slip in them should not wait for the models.
    lexicon::ActorRegistry registry = lexicon::ActorRegistry::built_in();
    if (!actors.empty()) registry.add(file_bytes(actors), actors);
    stance::StanceTable table;
    if (!stances.empty()) table = stance::read_stances(file_bytes(stances), stances);
    pipeline::Models models = pipeline::load_models(file(syntax_model), file(name_model),
                                                    file(attribution_model), file(position_model));
    models.actors = std::move(registry);
    models.stances = table;
    return models;
}

void add_actors_option(CLI::App& app, std::string& file) {
    app.add_option("--actors", file, "know the actors of FILE, a table of yours, too")
        ->option_text("FILE");
}

void add_models_option(CLI::App& app, std::string& folder) {
    app.add_option("--models", folder, "read with the models in FOLDER, not those that came along")
        ->option_text("FOLDER");
}

void add_stances_option(CLI::App& app, std::string& file) {
    app.add_option("--stances", file,
                   "figures of stance by relation, a line \"relation<TAB>affirmed<TAB>negated\"; "
                   "relations without a line keep theirs")
        ->option_text("FILE");
}

}  // namespace demarche::cli
