// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/choices.hpp"
#include "cli/formats.hpp"
#include "cli/graph_files.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct ExportOptions {
    std::string graph = default_graph;
    std::string format;
    std::string output;
    bool policy = false;
    bool all = false;
    double confidence = 0;
    FormatOptions details;
};

/// What was asked for, else what the file's name ends in.
std::string format_of(const ExportOptions& options) {
    if (!options.format.empty()) return options.format;
    const std::string ending = std::filesystem::path(options.output).extension().string();
    const auto names = format_names();
    for (const std::string& format : names) {
        if (ending == "." + format) return format;
    }
    if (!ending.empty()) {
        std::vector<std::string> endings;
        for (const std::string& format : names) endings.push_back("." + format);
        throw UsageError(unknown("ending", ending, endings) +
                         " Or name a format with --format, and the file as you like.");
    }
    throw UsageError("no format. Name one with --format: " + listed(names, "or") +
                     "; or let the name after -o end in one.");
}

int export_graph(const ExportOptions& options) {
    const std::string format = format_of(options);
    const bool to_screen = options.output.empty() || options.output == "-";
    if (format == "png" && to_screen && output_is_terminal()) {
        throw UsageError("a PNG is nothing for a terminal. Name a file with -o.");
    }
    const bool all = options.all || (!options.policy && !is_drawn(format));
    const Asked graph = asked(read_graph(options.graph), all);
    write_whole(options.output,
                in_format(confident_part(graph.part, options.confidence), format, options.details));
    if (!options.policy) note_left_out(graph, {{}});
    return 0;
}

}  // namespace

Run set_up_export(CLI::App& app) {
    const auto options = std::make_shared<ExportOptions>();
    add_graph_options(app, options->graph);
    app.add_option("--format", options->format,
                   "jsonld, nq, dot, svg, png or html [what FILE ends in]")
        ->check(one_of("format", format_names()))
        ->option_text("FORMAT");
    app.add_option("-o,--output", options->output, "write to FILE instead of standard output")
        ->option_text("FILE");
    auto* policy = app.add_flag("--policy", options->policy,
                                std::string("only what is ") + on_policy +
                                    ", and who reports it; dot, svg, png and html show no more "
                                    "than that anyway");
    app.add_flag("--all", options->all,
                 "everything that anybody says; jsonld and nq have it anyway")
        ->excludes(policy);
    add_confidence_option(app, options->confidence);
    app.add_option("--title", options->details.title, "title of a picture or page")
        ->option_text("TEXT");
    app.add_option("--base", options->details.base,
                   "what the IRIs of nodes begin with [https://w3id.org/demarche/]")
        ->option_text("IRI");
    return [options] { return export_graph(*options); };
}

}  // namespace demarche::cli
