// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Writes the sample graph into a folder, once in each format, for engines that others wrote.

#include "../export/sample.hpp"

#include "export/dot.hpp"
#include "export/json.hpp"
#include "export/jsonld.hpp"
#include "export/lines.hpp"
#include "export/nquads.hpp"

#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <tuple>

using namespace demarche;

namespace {

std::string phrase(const Statement& statement) {
    return std::string(statement.polarity == Polarity::affirmed
                           ? name(statement.relation)
                           : facts(statement.relation).negated_phrase);
}

/// What `demarche query --format json` says of each statement, as far as the proof compares it.
std::string query_answer(const graph::PositionGraph& graph) {
    json::Writer out;
    out.begin_array();
    for (const auto& [id, statement] : graph.statements) {
        std::string holders;
        for (const std::string& holder : statement.holders) {
            holders += (holders.empty() ? "" : ", ") + graph.actors.at(holder).name;
        }
        out.begin_object();
        out.member("id", id);
        out.member("holder", holders);
        out.member("relation", phrase(statement));
        out.member("factuality", name(statement.factuality));
        out.member("position", graph.positions.at(statement.position).label);
        out.key("stance");
        out.hundredths(statement.stance);
        out.end_object();
    }
    out.end_array();
    return out.take();
}

/// What `demarche what ACTOR --format json` says, likewise.
std::string what_answer(const graph::PositionGraph& graph, const std::string& actor) {
    std::map<std::tuple<std::string, std::string, std::string>, int> counts;
    for (const auto& [id, statement] : graph.statements) {
        for (const std::string& holder : statement.holders) {
            if (holder != actor) continue;
            ++counts[{graph.positions.at(statement.position).label, phrase(statement),
                      std::string(name(statement.factuality))}];
        }
    }
    json::Writer out;
    out.begin_array();
    for (const auto& [key, count] : counts) {
        out.begin_object();
        out.member("position", std::get<0>(key));
        out.member("relation", std::get<1>(key));
        out.member("factuality", std::get<2>(key));
        out.key("count");
        out.integer(count);
        out.end_object();
    }
    out.end_array();
    return out.take();
}

bool write(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: write_sample FOLDER\n";
        return 2;
    }
    const std::string folder = argv[1];
    const auto graph = sample::graph();
    const bool written = write(folder + "/sample.jsonld", export_::jsonld(graph)) &&
                         write(folder + "/sample.nq", export_::nquads(graph)) &&
                         write(folder + "/sample.jsonl", export_::line(sample::reading())) &&
                         write(folder + "/query.json", query_answer(graph)) &&
                         write(folder + "/what.json", what_answer(graph, "kr")) &&
                         write(folder + "/sample.dot", export_::dot(graph)) &&
                         write(folder + "/sample.svg", export_::svg(graph)) &&
                         write(folder + "/sample.png", export_::png(graph));
    return written ? 0 : 1;
}
