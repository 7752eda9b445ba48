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
    std::uint64_t syntax_digest = 0;  // 0: no model of syntax to compare with
    std::string syntax_path;
    text += "\n" + model_line(syntax_model, [&](const std::string& file) {
                syntax_digest = syntax::Model::load(file).digest();
                syntax_path = file;
            });
    text += "\n" + model_line(name_model,
                              [](const std::string& file) { (void)syntax::NameModel::load(file); });
    text += "\n" + model_line(attribution_model, [&](const std::string& file) {
                const std::uint64_t parser = attribution::read_attribution_model(file).parser;
                if (parser != 0 && syntax_digest != 0 && parser != syntax_digest) {
                    throw InputError(file, "was trained with another model of syntax than " +
                                               syntax_path + ". Use models that belong together.");
                }
            });
    text += "\n" + model_line(position_model, [](const std::string& file) {
                (void)stance::read_position_model(file);
            });
    return text;
}

}  // namespace demarche::cli
