// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

#include "lasting.hpp"

#include "promises.hpp"

#include "core/code_points.hpp"
#include "export/jsonld.hpp"
#include "graph/check.hpp"
#include "graph/merge.hpp"
#include "syntax/tree.hpp"

#include <cstdio>
#include <vector>

namespace demarche::fuzz {
namespace {

void require_trees(const Document& document) {
    for (const Sentence& sentence : document.sentences) {
        std::vector<int> heads;
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            heads.push_back(document.tokens[t].head);
        }
        require(syntax::is_tree(heads), "a sentence has a tree with one root");
    }
    std::size_t end = 0;
    for (const Name& name : document.names) {
        require(name.first_token >= end && name.first_token < name.end_token &&
                    name.end_token <= document.tokens.size(),
                "names are in order, not empty, and there");
        end = name.end_token;
        bool inside = false;
        for (const Sentence& sentence : document.sentences) {
            inside = inside || (sentence.first_token <= name.first_token &&
                                name.end_token <= sentence.end_token);
        }
        require(inside, "a name is of one sentence");
    }
}

void require_passages(const Document& document, const CodePoints& points,
                      const std::vector<Passage>& passages) {
    std::size_t end = 0;
    for (const Passage& passage : passages) {
        require(passage.begin >= end && passage.begin < passage.end,
                "passages are in order, do not overlap, are not empty");
        end = passage.end;
        require(end <= points.size(), "a passage ends in the text");
        const Span bytes = points.to_bytes({passage.begin, passage.end});
        require(document.at(bytes) == passage.exact, "offsets give back the words");
        require_utf8(passage.prefix, "the words before a passage are UTF-8");
        require_utf8(passage.suffix, "the words behind a passage are UTF-8");
    }
}

void report(const std::vector<graph::Finding>& findings) {
    for (const graph::Finding& finding : findings) {
        std::fprintf(stderr, "%s: %s\n", finding.at.c_str(), finding.message.c_str());
    }
}

}  // namespace

void require_lasting(const graph::PositionGraph& graph) {
    const std::string written = export_::jsonld(graph);
    const graph::PositionGraph read = export_::read_jsonld(written, "written");
    require(export_::jsonld(read) == written, "written, read, written are the same bytes");
    for (const auto& [id, statement] : read.statements) {
        if (!read.documents.contains(statement.document)) return;  // merging asks for that
    }
    graph::PositionGraph merged = read;
    graph::merge(merged, read);
    require(export_::jsonld(merged) == written, "a graph merged with itself is the same graph");
}

void require_sound(const Reading& reading) {
    const Document& document = reading.document;
    require_whole(document);
    require_trees(document);
    const CodePoints points(document.text);
    for (const Statement& statement : reading.statements) {
        require(!statement.cue.empty() || !statement.content.empty(),
                "no statement without evidence");
        for (const auto* passages : {&statement.source, &statement.cue, &statement.content}) {
            require_passages(document, points, *passages);
        }
    }
    graph::PositionGraph graph;
    graph::add(graph, reading);
    graph::prune(graph);
    for (const auto& findings :
         {graph::check(graph),
          graph::check_against(graph, document.id, document.text, document.sha256)}) {
        report(findings);
        require(findings.empty(), "a graph that was read from an article has no faults");
    }
    require_lasting(graph);
}

}  // namespace demarche::fuzz
