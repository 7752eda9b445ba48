// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A graph as JSON-LD, read and everything done to it that a verb does: written and read again, put
// into the other formats, checked, merged with itself, asked, decided on.
//
// A graph of demarche begins with a long context that never differs. An input is therefore the
// nodes alone, one a line, and gets that context here; one that begins with '{"@context"' or "{\n"
// is a whole file and is read as it is.

#include "lasting.hpp"
#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "export/dot.hpp"
#include "export/html.hpp"
#include "export/jsonld.hpp"
#include "export/nquads.hpp"
#include "graph/check.hpp"
#include "graph/decisions.hpp"
#include "graph/edges.hpp"
#include "graph/merge.hpp"
#include "graph/reach.hpp"
#include "proposition/codebook.hpp"
#include "query/actors.hpp"
#include "query/between.hpp"
#include "query/changes.hpp"
#include "query/codebook.hpp"
#include "query/doubts.hpp"
#include "query/filter.hpp"
#include "query/find.hpp"
#include "query/groups.hpp"
#include "query/show.hpp"
#include "query/statements.hpp"
#include "query/summary.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace demarche;

namespace {

const std::string& head() {
    static const std::string head = [] {
        const std::string empty = export_::jsonld({});
        return empty.substr(0, empty.rfind('{'));
    }();
    return head;
}

std::string whole(std::string_view input) {
    if (input.starts_with("{\"@context\"") || input.starts_with("{\n")) return std::string(input);
    while (!input.empty() && (input.back() == '\n' || input.back() == ',')) input.remove_suffix(1);
    return head() + std::string(input) + "\n]\n}\n";
}

/// A codebook made of a graph must be one: it is what `demarche codebook` writes.
void require_codebook(const graph::PositionGraph& graph) {
    std::string rows;
    for (const auto& row : query::codebook(graph).rows) {
        for (const std::string& cell : row) rows += cell + (&cell == &row.back() ? "\n" : "\t");
    }
    const bool read =
        fuzz::accepts([&] { (void)proposition::read_codebook(rows, "codebook.tsv"); });
    fuzz::require(read, "the codebook of a graph can be read");
}

void ask(const graph::PositionGraph& graph) {
    (void)query::statements(graph, {});
    (void)query::actors(graph);
    (void)query::summary(graph);
    (void)query::changes(graph, {});
    (void)query::doubtful_pairs(graph, {});
    (void)graph::edges(graph);
    (void)graph::connected_parts(graph);
    for (const auto& [id, statement] : graph.statements) {
        (void)query::show(graph, id);
        (void)graph::reporters(graph, id);
    }
    if (graph.actors.empty()) return;
    query::Filter filter;
    filter.actor = graph.actors.begin()->first;
    filter.with_parts = true;
    (void)query::select(graph, filter);
    (void)query::find_actors(graph, graph.actors.rbegin()->second.name);
    (void)query::nearest_actors(graph, filter.actor);
    (void)query::between(graph, filter.actor, graph.actors.rbegin()->first);
}

void decide(graph::PositionGraph graph) {
    if (graph.actors.empty()) return;
    const std::string& first = graph.actors.begin()->first;
    const std::string& last = graph.actors.rbegin()->first;
    const auto decisions = graph::read_decisions(
        "same\t" + first + "\t" + last + "\nrename\t" + last + "\tPort of Holm\n", "decisions.tsv");
    (void)graph::carry_out(graph, decisions);
    graph::prune(graph);
    fuzz::require_lasting(graph);
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed,
                                        seed % 3 == 0 ? fuzz::lines : fuzz::json_values);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = whole(fuzz::bytes_of(data, size));
    const fuzz::Stopwatch watch;
    graph::PositionGraph graph;
    if (!fuzz::accepts([&] { graph = export_::read_jsonld(bytes, "graph.jsonld"); })) return 0;
    fuzz::require_lasting(graph);
    if (graph::check(graph).empty()) require_codebook(graph);
    (void)export_::nquads(graph);
    (void)export_::html(graph);
    (void)export_::dot(graph);
    ask(graph);
    decide(graph);
    graph::prune(graph);
    graph::PositionGraph pruned = graph;
    graph::prune(pruned);
    fuzz::require(pruned == graph, "pruning changes nothing the second time");
    fuzz::require_prompt(watch.seconds(), bytes.size());
    return 0;
}
