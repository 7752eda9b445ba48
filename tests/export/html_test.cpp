// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "export/html.hpp"

#include "export/json.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++n;
    return n;
}

json::Value data_of(const std::string& page) {
    const std::string start = "id=\"data\">";
    const std::size_t at = page.find(start);
    REQUIRE(at != std::string::npos);
    const std::size_t end = page.find("</script>", at);
    return json::parse(std::string_view(page).substr(at + start.size(), end - at - start.size()),
                       "data");
}

}  // namespace

TEST_CASE("html: one page with the whole graph and no address to load from") {
    const graph::PositionGraph graph = sample::graph();
    const std::string page = export_::html(graph);
    CHECK(page.find("default-src 'none'") != std::string::npos);
    CHECK(page.find(" src=") == std::string::npos);
    CHECK(page.find("<link") == std::string::npos);
    const json::Value data = data_of(page);
    CHECK(data.find("statements")->items.size() == graph.statements.size());
    CHECK(data.find("actors")->find("kr")->text == "South Korea");
    CHECK(export_::html(graph) == page);
}

TEST_CASE(
    "html: odd text of an article or a title never becomes markup, and comes back as it was") {
    const std::string odd = "</script><script>x()</script> \"q\" \\N &copy; \u202E %DATA% <!--";
    graph::PositionGraph graph = sample::graph();
    for (auto& [id, actor] : graph.actors) actor.name = odd;
    for (auto& [id, position] : graph.positions) position.label = odd;
    for (auto& [id, document] : graph.documents) document.title = odd;
    const std::string page = export_::html(graph, odd);
    CHECK(count(page, "<script") == 2);
    CHECK(count(page, "</script>") == 2);
    CHECK(page.find("<title>&lt;/script&gt;") != std::string::npos);
    CHECK(page.find("&copy;") == std::string::npos);
    CHECK(data_of(page).find("actors")->find("kr")->text == odd);
}
