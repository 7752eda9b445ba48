// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A table of decisions about actors, read and carried out on graphs made by chance.

#include "lasting.hpp"
#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "export/jsonld.hpp"
#include "graph/decisions.hpp"
#include "graph/generate.hpp"
#include "graph/merge.hpp"
#include "query/doubts.hpp"

#include <set>
#include <string>
#include <vector>

using namespace demarche;

namespace {

const graph::PositionGraph& world() {
    static const graph::PositionGraph world = [] {
        graph::PositionGraph made;
        for (std::uint32_t seed = 1; seed < 9; ++seed) {
            graph::merge(made, graph::generated::graph(seed));
        }
        graph::prune(made);
        return made;
    }();
    return world;
}

/// Whether no decision speaks of what another one changes: then doing it all again changes nothing.
bool are_apart(const std::vector<graph::Decision>& decisions) {
    std::set<std::string> spoken_of;
    for (const graph::Decision& decision : decisions) {
        if (!spoken_of.insert(decision.actor).second) return false;
        if (decision.action == graph::Action::kind) continue;
        if (!spoken_of.insert(decision.other).second) return false;
    }
    return true;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed, fuzz::cells);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const fuzz::Stopwatch watch;
    std::vector<graph::Decision> decisions;
    if (!fuzz::accepts([&] { decisions = graph::read_decisions(bytes, "decisions.tsv"); }))
        return 0;
    graph::PositionGraph graph = world();
    (void)graph::carry_out(graph, decisions);
    graph::prune(graph);
    fuzz::require_lasting(graph);
    (void)query::doubtful_pairs(graph, decisions);
    if (are_apart(decisions)) {
        graph::PositionGraph again = graph;
        (void)graph::carry_out(again, decisions);
        graph::prune(again);
        fuzz::require(export_::jsonld(again) == export_::jsonld(graph),
                      "decisions carried out twice change nothing the second time");
    }
    fuzz::require_prompt(watch.seconds(), size);
    return 0;
}
