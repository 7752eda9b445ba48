#include "cli/formats.hpp"

#include "cli/choices.hpp"
#include "core/error.hpp"
#include "export/dot.hpp"
#include "export/html.hpp"
#include "export/jsonld.hpp"
#include "export/nquads.hpp"

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
    std::string (*write)(const PositionGraph&, const FormatOptions&);
};

constexpr std::array<Format, 6> format_table = {{
    {"jsonld",
     [](const PositionGraph& g, const FormatOptions& o) { return export_::jsonld(g, rdf(o)); }},
    {"nq",
     [](const PositionGraph& g, const FormatOptions& o) { return export_::nquads(g, rdf(o)); }},
    {"dot",
     [](const PositionGraph& g, const FormatOptions& o) { return export_::dot(g, picture(o)); }},
    {"svg",
     [](const PositionGraph& g, const FormatOptions& o) { return export_::svg(g, picture(o)); }},
    {"png",
     [](const PositionGraph& g, const FormatOptions& o) { return export_::png(g, picture(o)); }},
    {"html", page},
}};

}  // namespace

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Format& format : format_table) names.emplace_back(format.name);
    return names;
}

std::string in_format(const PositionGraph& graph, const std::string& format,
                      const FormatOptions& options) {
    for (const Format& known : format_table) {
        if (known.name == format) return known.write(graph, options);
    }
    throw UsageError(unknown("format", format, format_names()));
}

}  // namespace demarche::cli
