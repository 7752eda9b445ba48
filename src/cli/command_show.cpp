// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// One statement with all that is known of it. An id, or its beginning, comes before words, and is
// looked for in the whole graph: who has it has chosen already. Words are looked for in what is
// asked about, and what they hit outside of that is counted aloud. An article that is named must be
// the very one (by its digest), as offsets of another version would mark other words. Tested by
// tests/cli/golden_test.cpp.

#include "cli/answers.hpp"
#include "cli/articles.hpp"
#include "cli/choices.hpp"
#include "cli/graph_files.hpp"
#include "cli/marked.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "cli/verbs.hpp"
#include "core/error.hpp"
#include "query/find.hpp"
#include "query/show.hpp"
#include "text/read.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::cli {

namespace {

struct ShowOptions {
    std::string statement;
    std::string graph = default_graph;
    std::vector<std::string> articles;
    bool all = false;
    AnswerOptions answer;
};

std::string words(const std::vector<Passage>& passages) {
    std::string text;
    for (const Passage& passage : passages) text += (text.empty() ? "" : " ... ") + passage.exact;
    return text;
}

std::vector<std::string> with_words(const graph::PositionGraph& graph, const std::string& wanted) {
    std::vector<std::string> found;
    for (const auto& [id, statement] : graph.statements) {
        const std::string all =
            words(statement.source) + " " + words(statement.cue) + " " + words(statement.content);
        if (query::has_words(all, wanted)) found.push_back(id);
    }
    return found;
}

/// The articles of the statements, read, by document id.
std::map<std::string, Document> articles_of(const std::vector<query::StatementView>& views,
                                            const std::vector<std::string>& names) {
    std::set<std::string> wanted;
    for (const query::StatementView& view : views) wanted.insert(view.document.id);
    std::map<std::string, Document> documents;
    if (names.empty()) return documents;
    for_each_article(article_files(names), [&](Article&& article) {
        Document document = text::read(article);
        if (wanted.contains(document.id)) documents.emplace(document.id, std::move(document));
    });
    for (const query::StatementView& view : views) {
        if (documents.contains(view.document.id)) continue;
        throw InputError(names.front(), "is not the article '" + view.document.name +
                                            "' from which statement " + view.statement.id +
                                            " was taken, or it was changed since. Name that "
                                            "article, or leave --article out.");
    }
    return documents;
}

std::string reporters(const query::StatementView& view) {
    std::string text;
    for (std::size_t i = 0; i < view.reported_by.size(); ++i) {
        if (i > 0) text += ", reported by ";
        text += view.reporter_names[i] + " (" + view.reported_by[i].id.substr(0, 8) + ")";
    }
    if (view.more_reporters) text += ", reported by others";
    return text;
}

std::string article_line(const graph::DocumentNode& document) {
    std::string text = document.name;
    if (!document.title.empty()) text += ": " + document.title;
    if (!document.published.empty()) text += " (" + document.published + ")";
    if (!document.url.empty()) text += " " + document.url;
    return text;
}

std::string certainty(const Statement& statement) {
    return query::decimal(statement.stance) + " on a scale from -1 (against) to 1 (for); " +
           std::string(name(statement.factuality)) + "; confidence " +
           query::decimal(statement.confidence);
}

/// The facts, a name and a value a line; a long value goes on below itself.
std::string facts_text(const query::StatementView& view, std::size_t width) {
    const std::vector<std::pair<std::string_view, std::string>> facts = {
        {"holder", listed(view.holders)},
        {"relation", view.relation},
        {"position", view.position},
        {"issue", listed(view.issues)},
        {"stance", certainty(view.statement)},
        {"addressee", view.addressee},
        {"target", view.target},
        {"date", view.statement.date},
        {"reported by", reporters(view)},
        {"article", article_line(view.document)},
        {"id", view.statement.id},
    };
    constexpr std::size_t column = 13;
    std::string text;
    for (const auto& [fact, value] : facts) {
        if (value.empty()) continue;
        std::string left(fact);
        for (const std::string& line : wrapped(shown(value), width - std::min(width, column))) {
            left.resize(column, ' ');
            text += left + line + '\n';
            left.clear();
        }
    }
    return text;
}

std::string text_of(const std::vector<query::StatementView>& views,
                    const std::map<std::string, Document>& documents, bool coloured) {
    const std::size_t width = screen_width();
    std::string text;
    for (const query::StatementView& view : views) {
        const auto document = documents.find(view.document.id);
        const MarkedText marked = document == documents.end()
                                      ? words_in_context(view.statement)
                                      : words_in_article(view.statement, document->second);
        text += facts_text(view, width) + '\n' + marked_lines(marked, width, coloured) + '\n';
    }
    return text + "= source, ^ cue, - content\n";
}

query::Table table_of(const std::vector<query::StatementView>& views) {
    query::Table table;
    for (const char* key : {"id", "date", "holder", "relation", "polarity", "factuality",
                            "position", "issue", "stance", "confidence", "addressee", "target",
                            "source", "cue", "content", "reported_by", "article"}) {
        const std::string_view column = key;
        table.columns.push_back({key, key, column == "stance" || column == "confidence"});
    }
    for (const query::StatementView& view : views) {
        const Statement& statement = view.statement;
        table.rows.push_back(
            {statement.id, statement.date, listed(view.holders),
             std::string(name(statement.relation)), std::string(name(statement.polarity)),
             std::string(name(statement.factuality)), view.position, listed(view.issues),
             query::decimal(statement.stance), query::decimal(statement.confidence), view.addressee,
             view.target, words(statement.source), words(statement.cue), words(statement.content),
             statement.reported_by, view.document.name});
    }
    return table;
}

int show(const ShowOptions& options) {
    const Asked graph = asked(read_graph(options.graph), options.all);
    // Who knows an id has chosen its statement already, whatever that is on.
    std::vector<std::string> ids = query::find_statements(graph.whole, options.statement);
    std::size_t left_out = 0;
    if (ids.empty()) {
        ids = with_words(graph.part, options.statement);
        left_out = with_words(graph.whole, options.statement).size() - ids.size();
    }
    std::vector<query::StatementView> views;
    for (const std::string& id : ids) views.push_back(query::show(graph.whole, id));
    const std::string nothing = "no statement has an id that starts with '" + options.statement +
                                "', or these words. 'demarche query' lists all with their ids.";
    if (views.empty() || options.answer.format != "table") {
        const int code = answer(table_of(views), options.answer, {}, nothing);
        note_left_out(left_out);
        return code;
    }
    const auto documents = articles_of(views, options.articles);
    const bool coloured = options.answer.output.empty() && colours_wanted();
    write_whole(options.answer.output, text_of(views, documents, coloured));
    note_left_out(left_out);
    return 0;
}

}  // namespace

Run set_up_show(CLI::App& app) {
    const auto options = std::make_shared<ShowOptions>();
    app.add_option("ID", options->statement,
                   "the statement: its id, the start of it, or words of what was said")
        ->required()
        ->option_text(" ");
    add_graph_options(app, options->graph);
    app.add_option("--article", options->articles,
                   "mark the words in the whole paragraph of this article: files, folders or -")
        ->option_text("ARTICLE ...");
    add_all_option(app, options->all);
    add_answer_options(app, options->answer);
    return [options] { return show(*options); };
}

}  // namespace demarche::cli
