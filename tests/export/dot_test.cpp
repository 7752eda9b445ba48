// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "export/dot.hpp"

#include "core/error.hpp"
#include "export/picture.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>

using namespace demarche;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++n;
    return n;
}

/// `n` edges, from one of 12 actors to one of `positions` positions; the first has most statements.
graph::PositionGraph large(std::size_t n, std::size_t positions = 20) {
    graph::PositionGraph graph;
    sample::add_nodes(graph);
    graph.actors.clear();
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < positions; ++i) {
        ids.push_back(sample::add_position(
            graph, "the council adopts the plan for district number " + std::to_string(i),
            "alliance"));
    }
    std::vector<Relation> drawn;
    for (const auto& facts : relation_table) {
        if (facts.relation != Relation::states && facts.relation != Relation::believes) {
            drawn.push_back(facts.relation);
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        const std::string actor = "actor-" + std::to_string(i % 12);
        graph.actors[actor] = {
            actor, "Speaker " + std::to_string(i % 12), ActorKind::person, {}, "", "", ""};
        const Relation relation = drawn[(i / 12) % drawn.size()];
        sample::add(graph, {{actor}, relation, ids[(i / 12 + i) % positions], "w", i * 20});
    }
    sample::add(graph, {{"actor-0"}, drawn[0], ids[0], "w", 999999});
    return graph;
}

std::string value(const std::vector<export_::Attribute>& attributes, const std::string& name) {
    for (const export_::Attribute& attribute : attributes) {
        if (attribute.name == name) return attribute.value;
    }
    return "";
}

}  // namespace

namespace demarche::export_ {

TEST_CASE("plain: an article's text never becomes Graphviz markup") {
    struct Case {
        const char* text;
        const char* shown;
    };
    const Case cases[] = {
        {"a\\Nb\\l", "a\u2216Nb\u2216l"},
        {"&copy; & &amp;", "&amp;copy; &amp; &amp;amp;"},
        {"a\nb\tc\x7F", "a b c "},
        {"\u202Eabc\u202C\u2067d\u2069\u200F", "abcd"},
        {"서울 \u00e9 \U0001F30D", "서울 \u00e9 \U0001F30D"},
        {"", ""},
        {"<b>\"</b>", "<b>\"</b>"},  // cgraph quotes it where it writes it
    };
    for (const Case& c : cases) CHECK(plain(c.text) == c.shown);
}

TEST_CASE("wrapped: at spaces where it can, CJK counts two, nothing lost") {
    using Lines = std::vector<std::string>;
    CHECK(wrapped("the quick brown fox", 9) == Lines{"the quick", "brown fox"});
    CHECK(wrapped("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
    CHECK(wrapped("한국정부는", 4) == Lines{"한국", "정부", "는"});
    CHECK(wrapped("  a   b ", 9) == Lines{"a b"});
    CHECK(wrapped("", 9).empty());
}

TEST_CASE(
    "picture: one edge a holder, position, relation and polarity; hypothetical ones left out") {
    const Picture all = picture(sample::graph(), {});
    CHECK(all.edges.size() == 9);
    const std::string legend = value(all.graph, "label");
    CHECK(legend.find("2 articles of 2013-10-28 to 2013-11-04") != std::string::npos);
    CHECK(legend.find("Not drawn: 1 hypothetical or open statement.") != std::string::npos);
    CHECK(legend.find("Not drawn: 1 statement that only states or believes.") != std::string::npos);
    CHECK(legend.find("with most statements") == std::string::npos);
    std::size_t supports = 0;
    for (const PictureEdge& edge : all.edges) {
        if (value(edge.attributes, "label").starts_with("supports")) {
            ++supports;
            CHECK(value(edge.attributes, "label") == "supports ×2");
            CHECK(value(edge.attributes, "penwidth") == "2.1");
        }
        CHECK(value(edge.attributes, "tooltip").size() < 400);
        CHECK(value(edge.attributes, "edgetooltip") == value(edge.attributes, "tooltip"));
    }
    CHECK(supports == 1);
}

TEST_CASE("picture: colour, line and arrow tell the families apart, by stance where it differs") {
    graph::PositionGraph graph;
    sample::add_nodes(graph);
    const std::string position = sample::add_position(graph, "the bill passes", "alliance");
    const auto look = [&](Relation relation, Polarity polarity, double stance) {
        graph.statements.clear();
        const std::string id = sample::add(graph, {{"kr"}, relation, position, "w", 10, polarity});
        graph.statements.at(id).stance = stance;
        const PictureEdge edge = picture(graph, {}).edges.at(0);
        return value(edge.attributes, "color") + " " + value(edge.attributes, "style") + " " +
               value(edge.attributes, "arrowhead");
    };
    const auto affirmed = Polarity::affirmed;
    CHECK(look(Relation::supports, affirmed, 1) == "#009E73 solid normal");
    CHECK(look(Relation::demands, affirmed, 1) == "#0072B2 solid vee");
    CHECK(look(Relation::demands, affirmed, -1) == "#D55E00 solid tee");
    CHECK(look(Relation::agrees, affirmed, 0.8) == "#56B4E9 dashed onormal");
    CHECK(look(Relation::opposes, Polarity::negated, 0.2) == "#56B4E9 dashed onormal");
    CHECK(look(Relation::supports, Polarity::negated, -0.4) == "#D55E00 solid tee");
    CHECK(look(Relation::acknowledges, affirmed, 0.1) == "#767676 dotted odot");
    CHECK(look(Relation::defers, affirmed, 0) == "#CC79A7 solid diamond");
    CHECK(look(Relation::opposes, affirmed, -1) == "#D55E00 solid tee");
}

TEST_CASE("picture: what is only stated or believed is no stance and not drawn") {
    graph::PositionGraph graph;
    sample::add_nodes(graph);
    const std::string position = sample::add_position(graph, "the bill passes", "alliance");
    for (const Relation relation : {Relation::states, Relation::believes}) {
        graph.statements.clear();
        const std::string id =
            sample::add(graph, {{"kr"}, relation, position, "w", 10, Polarity::affirmed});
        graph.statements.at(id).stance = 0;
        CHECK(picture(graph, {}).edges.empty());
        // A table of the user's may give it a side.
        graph.statements.at(id).stance = 0.5;
        CHECK(picture(graph, {}).edges.size() == 1);
    }
}

TEST_CASE("picture: what nobody is named to hold is counted, not drawn; its twin is drawn") {
    graph::PositionGraph graph;
    sample::add_nodes(graph);
    Actor unknown;
    unknown.id = "unknown-in-a";
    unknown.kind = ActorKind::unknown;
    sample::add_actor(graph, unknown);
    const std::string position = sample::add_position(graph, "the bill passes", "alliance");
    sample::add(graph,
                {{"unknown-in-a"}, Relation::questions, position, "w", 10, Polarity::affirmed});
    const Picture nobody = picture(graph, {});
    CHECK(nobody.edges.empty());
    CHECK(value(nobody.graph, "label").find("Not drawn: 1 statement whose holder is not named.") !=
          std::string::npos);
    sample::add(
        graph,
        {{"kr", "unknown-in-a"}, Relation::questions, position, "w", 30, Polarity::affirmed});
    CHECK(picture(graph, {}).edges.size() == 1);
}

TEST_CASE(
    "picture: names of edges up to 40, both sides up to 150, then the strongest with a note") {
    const auto labels = [](const Picture& picture) {
        return std::count_if(picture.edges.begin(), picture.edges.end(), [](const PictureEdge& e) {
            return !value(e.attributes, "label").empty();
        });
    };
    const auto backwards = [](const Picture& picture) {
        return std::count_if(picture.edges.begin(), picture.edges.end(), [](const PictureEdge& e) {
            return value(e.attributes, "dir") == "back";
        });
    };
    const Picture few = picture(large(40), {});
    CHECK(few.edges.size() == 40);
    CHECK(labels(few) == 40);
    CHECK(backwards(few) == 0);
    const Picture more = picture(large(150), {});
    CHECK(more.edges.size() == 150);
    CHECK(labels(more) == 0);
    CHECK(backwards(more) > 0);
    CHECK(value(more.graph, "label").find("At the right: against.") != std::string::npos);
    const Picture most = picture(large(200), {});
    CHECK(most.edges.size() == 150);
    CHECK(value(most.graph, "label")
              .find("Shown are the 150 of 200 relations with most statements.") !=
          std::string::npos);
    CHECK(std::any_of(most.edges.begin(), most.edges.end(), [](const PictureEdge& e) {
        return value(e.attributes, "penwidth") == "2.8";  // the one with two statements is kept
    }));
}

TEST_CASE("dot: text of an article is quoted, names are plain, an empty graph says so") {
    graph::PositionGraph graph = sample::graph();
    const std::string odd = "</script> \"quoted\" \\N &copy; \u202Eturned <TABLE>";
    for (auto& [id, actor] : graph.actors) actor.name = odd;
    for (auto& [id, position] : graph.positions) position.label = odd;
    for (auto& [id, issue] : graph.issues) issue.label = odd;
    for (auto& [id, document] : graph.documents) {
        document.title = odd;
        document.url = "javascript:alert(1)";
    }
    const std::string text = dot(graph, {.title = odd});
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(text.find("\\N") == std::string::npos);
    CHECK(text.find("&copy;") == std::string::npos);
    CHECK(text.find("javascript") == std::string::npos);
    CHECK(text.find("&lt;TABLE&gt;") != std::string::npos);
    CHECK(text.find("\\\"quoted\\\"") != std::string::npos);
    CHECK(dot({}).find("No statement is drawn.") != std::string::npos);
    CHECK(dot(graph, {.title = odd}) == text);  // whatever was drawn between
}

TEST_CASE("svg and png: laid out in a child process that is gone afterwards") {
    const std::string drawn = svg(sample::graph());
    CHECK(drawn.find("<svg") != std::string::npos);
    CHECK(drawn.ends_with("</svg>\n"));
    CHECK(count(drawn, "class=\"node actor") == 5);
    CHECK(count(drawn, "class=\"node position\"") == 4);
    CHECK(count(drawn, "class=\"cluster issue\"") == 2);
    CHECK(count(drawn, "class=\"edge statement") == 9);
    CHECK(png(sample::graph()).starts_with("\x89PNG\r\n\x1A\n"));
    CHECK(svg({}).ends_with("</svg>\n"));
    CHECK((waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD));
}

TEST_CASE("svg: odd text stays text") {
    graph::PositionGraph graph = sample::graph();
    for (auto& [id, actor] : graph.actors)
        actor.name = "</text><script>x()</script> &copy; \\N \"q\"";
    const std::string drawn = svg(graph);
    CHECK(drawn.find("<script") == std::string::npos);
    CHECK(drawn.find("&amp;copy;") != std::string::npos);
}

TEST_CASE("svg and dot: an address is linked as RFC 3986 has it, if it is one of the web") {
    struct Case {
        std::string url;
        std::string link;  ///< in SVG; empty: none
    };
    const std::string long_path(1900, 'a');
    for (const Case& c : {
             Case{"https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"},
             Case{"http://x/\"><script>document.title='x'</script><a href=\"http://y/",
                  "http://x/%22%3E%3Cscript%3Edocument.title='x'%3C/script%3E%3Ca%20href=%22http://"
                  "y/"},
             Case{"http://x/a\\N\\\"b", "http://x/a%5CN%5C%22b"},
             Case{"http://x/&quot;&#34;", "http://x/&amp;quot;&amp;#34;"},
             Case{"http://x/한\x01\u202E", "http://x/%ED%95%9C%01%E2%80%AE"},
             Case{"javascript:alert(1)", ""}, Case{" JavaScript:alert(1)//http://", ""},
             Case{"data:text/html,<script>x()</script>", ""}, Case{"file:///etc/passwd", ""},
             Case{"//example.org/", ""}, Case{"http://x/" + long_path, "http://x/" + long_path},
             Case{"http://x/" + std::string(20000, 'a'), ""},
             Case{"http://x/" + std::string(700, '<'), ""},  // 2,109 bytes when encoded
         }) {
        CAPTURE(c.url.substr(0, 60));
        graph::PositionGraph graph = sample::graph();
        for (auto& [id, document] : graph.documents) document.url = c.url;
        const std::string drawn = svg(graph);
        CHECK(count(drawn, "<script") == 0);
        CHECK((count(drawn, "xlink:href=\"" + c.link + "\"") > 0) == !c.link.empty());
        CHECK((count(dot(graph), "URL=") > 0) == !c.link.empty());
    }
}

TEST_CASE("dot: no text or name is longer than Graphviz can read") {
    graph::PositionGraph graph;
    sample::add_nodes(graph);
    graph.actors.clear();
    const std::string id(20000, 'i');
    const std::string text(20000, '"');
    graph.actors[id] = {id, text, ActorKind::state, {}, "", "", ""};
    graph.actors["b"] = {"b", std::string(20000, '&'), ActorKind::person, {}, "", "", ""};
    graph.issues["alliance"].label = text;
    const std::string position = sample::add_position(graph, text, "alliance");
    for (auto& [key, document] : graph.documents) document.title = text;
    sample::add(graph, {{id, "b"},
                        Relation::supports,
                        position,
                        std::string(20000, '<'),
                        0,
                        Polarity::affirmed,
                        Factuality::actual,
                        id});
    const std::string written = dot(graph, {.title = std::string(20000, '<')});
    std::size_t run = 0;
    std::size_t longest = 0;
    for (const char c : written) {
        run = c == '\n' ? 0 : run + 1;
        longest = std::max(longest, run);
    }
    CHECK(longest < 16384);
    CHECK(svg(graph, {.title = std::string(20000, '<')}).ends_with("</svg>\n"));
}

TEST_CASE("clipped: by columns, between characters, and it says so") {
    CHECK(clipped("abc", 3) == "abc");
    CHECK(clipped("abcd", 3) == "abc …");
    CHECK(clipped("한국", 3) == "한 …");
    CHECK(clipped("", 0) == "");
}

TEST_CASE("png: the user's language does not choose the fonts") {
    const std::string before = png(sample::graph());
    for (const char* variable : {"LANG", "LC_ALL", "LC_CTYPE", "FC_LANG"}) {
        CAPTURE(variable);
        const char* value = std::getenv(variable);
        const std::string kept = value == nullptr ? "" : value;
        setenv(variable, "ar", 1);
        const bool same = png(sample::graph()) == before;
        if (value == nullptr) {
            unsetenv(variable);
        } else {
            setenv(variable, kept.c_str(), 1);
        }
        CHECK(same);
    }
}

TEST_CASE("svg: a layout that takes too long or too much memory is ended, with advice") {
    const PictureOptions everything{.title = "all", .labelled_edges = 100000, .most_edges = 100000};
    const auto refusal = [&](const LayoutLimits& limits) -> std::string {
        try {
            (void)svg(large(6000, 3000), everything, limits);
        } catch (const InputError& error) {
            return error.what();
        }
        return "drawn";
    };
    CHECK(refusal({.time = std::chrono::seconds(1)}) ==
          "the layout of the picture takes longer than 1 s. Draw fewer statements (a higher "
          "--min-confidence), or write html or dot instead.");
#ifndef __SANITIZE_ADDRESS__
    CHECK(refusal({.memory_bytes = 1U << 20U}).find("for want of memory perhaps. Draw fewer") !=
          std::string::npos);
#endif
    CHECK((waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD));
}

}  // namespace demarche::export_
