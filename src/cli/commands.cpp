// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/verbs.hpp"

namespace demarche::cli {

namespace {

constexpr int unusable = 1;
constexpr int unusable_for_asking = 2;  // 1 means "nothing found", as ripgrep has it

constexpr std::string_view ask = "Ask";
constexpr std::string_view build = "Build";
constexpr std::string_view check = "Check";
constexpr std::string_view train = "Train";
constexpr std::string_view help = "Help";

constexpr std::array<Command, 19> command_table = {{
    {"what",
     ask,
     "tell what an actor holds",
     {"demarche what \"South Korea\"",
      "demarche what \"South Korea\" --with-parts --until 2013-10"},
     unusable_for_asking,
     set_up_what},
    {"who",
     ask,
     "tell who holds something on a subject",
     {"demarche who \"self-defense\"", "demarche who guidelines --stance 0.15.. --format json"},
     unusable_for_asking,
     set_up_who},
    {"query",
     ask,
     "list the statements that meet conditions",
     {"demarche query --actor Seoul --since 2013-10-25",
      "demarche query --relation requests,demands --format csv -o requests.csv"},
     unusable_for_asking,
     set_up_query},
    {"show",
     ask,
     "show one statement with its words marked",
     {"demarche show restraint", "demarche show guidelines --article tests/samples"},
     unusable_for_asking,
     set_up_show},
    {"between",
     ask,
     "tell where two actors agree, differ or turn to each other",
     {"demarche between \"South Korea\" \"United States\"",
      "demarche between Seoul Washington --by issue --format json"},
     unusable_for_asking,
     set_up_between},
    {"changes",
     ask,
     "tell how the stances of an actor moved",
     {"demarche changes \"South Korea\" --by issue",
      "demarche changes \"South Korea\" --with-parts --by issue --least 0.1 --format csv"},
     unusable_for_asking,
     set_up_changes},
    {"actors",
     ask,
     "list the actors, and who may be one and the same",
     {"demarche actors output/graph.jsonld", "demarche actors --format csv -o actors.csv"},
     unusable_for_asking,
     set_up_actors},
    {"codebook",
     ask,
     "propose a list of positions and issues to edit",
     {"demarche codebook -o codebook.tsv", "demarche codebook output/graph.jsonld"},
     unusable,
     set_up_codebook},
    {"build",
     build,
     "read articles into a graph, draw it and write it out",
     {"demarche build tests/samples",
      "demarche build tests/samples --all --formats jsonld,html -o everything"},
     unusable,
     set_up_build},
    {"extract",
     build,
     "write what each article says, as JSON Lines",
     {"demarche extract tests/samples/guidelines-2013-10-28.txt",
      "demarche extract tests/samples --jobs 4 -o statements.jsonl"},
     unusable,
     set_up_extract},
    {"merge",
     build,
     "join graphs into one",
     {"demarche merge output/graph.jsonld -o merged.jsonld",
      "demarche merge output/graph.jsonld merged.jsonld -o both.jsonld"},
     unusable,
     set_up_merge},
    {"export",
     build,
     "write a graph in another format",
     {"demarche export --format nq",
      "demarche export output/graph.jsonld --format svg -o graph.svg"},
     unusable,
     set_up_export},
    {"validate",
     check,
     "check a graph, and its words against the articles",
     {"demarche validate output/graph.jsonld",
      "demarche validate output/graph.jsonld --article tests/samples"},
     unusable,
     set_up_validate},
    {"parse",
     check,
     "show how the sentences of articles are read",
     {"demarche parse tests/samples",
      "demarche parse tests/samples/guidelines-2013-10-28.txt -o "
      "read.conllu"},
     unusable,
     set_up_parse},
    {"train",
     train,
     "make a model by a recipe",
     {"demarche train syntax --recipe tests/syntax/harbour.recipe --corpora tests/syntax -m "
      "harbour.model",
      "demarche train syntax --recipe tests/syntax/harbour.recipe --corpora tests/syntax -m "
      "again.model --progress 2>training.log"},
     unusable,
     set_up_train},
    {"evaluate",
     train,
     "measure a model against a gold standard",
     {"demarche evaluate syntax --gold tests/syntax/harbour.conllu",
      "demarche evaluate syntax --gold tests/syntax/harbour.conllu "
      "--treebank ewt --raw"},
     unusable,
     set_up_evaluate},
    {"help",
     help,
     "tell how a verb is used",
     {"demarche help", "demarche help query"},
     unusable,
     set_up_help},
    {"version",
     help,
     "tell which demarche this is",
     {"demarche version", "demarche -V"},
     unusable,
     set_up_version},
    {"completion",
     help,
     "print a script by which a shell completes command lines",
     {"demarche completion bash > demarche.bash", "demarche completion fish -o demarche.fish"},
     unusable,
     set_up_completion},
}};

}  // namespace

std::span<const Command> commands() {
    return command_table;
}

}  // namespace demarche::cli
