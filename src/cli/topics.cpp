// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/topics.hpp"

#include "cli/answers.hpp"
#include "core/relation.hpp"
#include "query/table.hpp"

#include <array>

namespace demarche::cli {

namespace {

std::string relations(std::size_t width) {
    query::Table table;
    table.columns = {{"relation", "Relation"},
                     {"meaning", "Meaning"},
                     {"stance", "Stance", true},
                     {"negated", "Negated"},
                     {"negated_stance", "Stance", true}};
    for (const RelationFacts& row : relation_table) {
        table.rows.push_back({std::string(row.name), std::string(row.meaning),
                              query::decimal(row.stance), std::string(row.negated_phrase),
                              query::decimal(row.negated_stance)});
    }
    return "What somebody does with a position, and how he then stands to it, from -1 (against) to "
           "1 "
           "(for):\n\n" +
           as_text(table, {}, width, false) +
           "\n--relation takes the words of the first and of the fourth column, with commas "
           "between "
           "them.\n'opposes' is not 'does not oppose'; both together are 'opposes,does not "
           "oppose'.\n";
}

std::string formats(std::size_t width) {
    query::Table table;
    table.columns = {{"format", "Format"}, {"what", "What it is"}, {"verbs", "Where"}};
    table.rows = {
        {".txt .html .htm .jsonl", "articles: plain text, pages, JSON Lines", "read by build"},
        {"JSON Lines", "what each article says, a line an article", "written by extract"},
        {"jsonld", "the graph, as JSON-LD", "build, export; read by all that ask"},
        {"nq", "the graph, as N-Quads, for triple stores", "build, export"},
        {"dot svg png", "the picture, in Graphviz's language and drawn", "build, export"},
        {"html", "a page to explore", "build, export"},
        {"table json csv", "answers, for people and for programs",
         "--format of the verbs that ask"},
        {"actors, stances", "tables of yours that the reading is to know", "build, extract"},
        {"decisions", "what you decided about actors", "build, merge, actors"},
        {"codebook", "names for positions and issues", "codebook; read by build"},
        {"CoNLL-U", "sentences as they are read", "parse, evaluate, train"},
    };
    return as_text(table, {}, width, false) +
           "\n'man demarche-formats' has the columns of each, with examples.\n";
}

constexpr std::array<Topic, 2> topic_table = {{{"relations", relations}, {"formats", formats}}};

}  // namespace

std::span<const Topic> topics() {
    return topic_table;
}

}  // namespace demarche::cli
