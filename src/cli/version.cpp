// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/version.hpp"

#include "built_from.hpp"
#include "cli/articles.hpp"
#include "cli/models.hpp"
#include "core/error.hpp"
#include "identity/identity.hpp"

#include <cstdint>
#include <exception>
#include <functional>
#include <string_view>
#include <vector>

namespace demarche::cli {
namespace {

constexpr std::size_t digest_length = 12;

std::string program_line() {
    const std::string_view commit = program_commit;
    std::string line = std::string("demarche ") + program_version;
    if (!commit.empty()) line += " (" + std::string(commit) + ")";
    return line;
}

/// What `read`, which gets the file, has to say against the model is said behind its digest.
std::string model_line(const std::string& name,
                       const std::function<void(const std::string& file)>& read) {
    std::string line = name;
    try {
        const std::string file = model_file(name, "");
        line += " " + identity::sha256(file_bytes(file)).substr(0, digest_length);
        read(file);
    } catch (const InputError& error) {
        // Without a digest nothing but the name is there, and the message has it.
        line = line == name ? error.located() : line + ", cannot be used: " + error.located();
    } catch (const std::exception& error) {
        line += ", cannot be used: " + std::string(error.what());
    }
    return line;
}

}  // namespace

std::string version_text() {
    std::string text = program_line();
    struct Known {
        std::string kind;
        std::string file;
        std::uint64_t digest = 0;
    };
    std::vector<Known> known;  // the models read so far, which later ones may have been made with
    const auto compare = [&](const learn::Origins& made_with, const std::string& file) {
        for (const Known& one : known) {
            learn::require_origin(made_with, one.kind, one.digest, file, one.file);
        }
    };
    text += "\n" + model_line(syntax_model, [&](const std::string& file) {
                known.push_back({"syntax", file, syntax::Model::load(file).digest()});
            });
    text += "\n" + model_line(name_model, [&](const std::string& file) {
                const auto model = syntax::NameModel::load(file);
                compare(model.made_with, file);
                known.push_back({"names", file, model.digest});
            });
    text += "\n" + model_line(attribution_model, [&](const std::string& file) {
                const auto model = attribution::read_attribution_model(file);
                compare(model.made_with, file);
                known.push_back({"attributions", file, model.digest});
            });
    text += "\n" + model_line(position_model, [&](const std::string& file) {
                compare(stance::read_position_model(file).made_with, file);
            });
    return text;
}

}  // namespace demarche::cli
