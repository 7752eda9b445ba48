// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/formats.hpp"

#include "cli/choices.hpp"
#include "core/error.hpp"
#include "export/dot.hpp"
#include "export/html.hpp"
#include "export/jsonld.hpp"
#include "export/nquads.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::cli {

namespace {

using graph::PositionGraph;

export_::RdfOptions rdf(const FormatOptions& options) {
    export_::RdfOptions result;
    if (!options.base.empty()) result.base = options.base;
    return result;
}

export_::PictureOptions picture(const FormatOptions& options) {
    export_::PictureOptions result;
    if (!options.title.empty()) result.title = options.title;
    return result;
}

std::string page(const PositionGraph& graph, const FormatOptions& options) {
    return options.title.empty() ? export_::html(graph) : export_::html(graph, options.title);
}

struct Format {
    std::string_view name;
    bool drawn;
    std::string (*write)(const PositionGraph&, const FormatOptions&);
};

constexpr std::array<Format, 6> format_table = {{
    {"jsonld", false,
     [](const PositionGraph& g, const FormatOptions& o) { return export_::jsonld(g, rdf(o)); }},
    {"nq", false,
     [](const PositionGraph& g, const FormatOptions& o) { return export_::nquads(g, rdf(o)); }},
    {"dot", true,
     [](const PositionGraph& g, const FormatOptions& o) { return export_::dot(g, picture(o)); }},
    {"svg", true,
     [](const PositionGraph& g, const FormatOptions& o) { return export_::svg(g, picture(o)); }},
    {"png", true,
     [](const PositionGraph& g, const FormatOptions& o) { return export_::png(g, picture(o)); }},
    {"html", true, page},
}};

}  // namespace

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Format& format : format_table) names.emplace_back(format.name);
    return names;
}

bool is_drawn(const std::string& format) {
    return std::any_of(format_table.begin(), format_table.end(), [&format](const Format& known) {
        return known.name == format && known.drawn;
    });
}

std::string in_format(const PositionGraph& graph, const std::string& format,
                      const FormatOptions& options) {
    for (const Format& known : format_table) {
        if (known.name == format) return known.write(graph, options);
    }
    throw UsageError(unknown("format", format, format_names()));
}

}  // namespace demarche::cli
