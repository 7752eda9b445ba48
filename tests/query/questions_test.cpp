// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "query/actors.hpp"
#include "query/between.hpp"
#include "query/changes.hpp"
#include "query/codebook.hpp"
#include "query/sample.hpp"
#include "query/show.hpp"
#include "query/statements.hpp"
#include "query/summary.hpp"
#include "query/what_holds.hpp"
#include "query/who_holds.hpp"

#include "core/error.hpp"

#include <doctest/doctest.h>

using namespace demarche;
using namespace demarche::query;

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

namespace {

Row keys(const Table& table) {
    Row result;
    for (const Column& column : table.columns) result.push_back(column.key);
    return result;
}

Filter on(const std::string& text) {
    Filter filter;
    filter.text = text;
    return filter;
}

Filter by(const std::string& actor, bool with_parts = false) {
    Filter filter;
    filter.actor = actor;
    filter.with_parts = with_parts;
    return filter;
}

void say(graph::PositionGraph& graph, const std::string& id, const std::string& date, double stance,
         const std::string& words) {
    Statement& statement =
        sample::add_statement(graph, id, {"sbs"}, Relation::supports, "radio", date, words);
    statement.stance = stance;
}

}  // namespace

TEST_CASE("decimal: two decimals at most, no zero at the end, none before a zero") {
    struct Case {
        double value;
        std::string text;
    };
    const Case cases[] = {{0.7, "0.7"},   {-1, "-1"},       {0, "0"},      {-0.0, "0"},
                          {0.93, "0.93"}, {-0.05, "-0.05"}, {0.30, "0.3"}, {1.0 / 3, "0.33"},
                          {-0.004, "0"},  {0.995, "1"},     {12, "12"},    {-0.4, "-0.4"}};
    for (const Case& c : cases) CHECK(decimal(c.value) == c.text);
}

TEST_CASE("phrase: what people read") {
    CHECK(phrase(Relation::supports, Polarity::affirmed) == "supports");
    CHECK(phrase(Relation::supports, Polarity::negated) == "does not support");
}

TEST_CASE("statements: one row a statement, names in place of ids") {
    const graph::PositionGraph graph = sample::ferry();
    const Table table = statements(graph, {});
    CHECK(keys(table) == Row{"id", "date", "holder", "relation", "factuality", "position", "issue",
                             "stance", "addressee", "target", "source", "quote", "confidence",
                             "article"});
    REQUIRE(table.rows.size() == 7);
    CHECK(table.rows[0] == Row{"a1", "2014-05-01", "South Korea", "requests", "actual",
                               "the ferry sails daily", "the island ferry", "0.7", "United States",
                               "", "Island wants its ferry", "let it sail every day", "0.8",
                               "ferry-1"});
    CHECK(table.rows[1][2] == "South Korea, United States");
    CHECK(table.rows[1][6] == "fares; the island ferry");
    CHECK(table.rows[2] == Row{"b1", "2014-05-31", "United States", "does not support", "actual",
                               "the ferry sails daily", "the island ferry", "-0.4", "",
                               "South Korea", "ferry-2", "no reason to", "0.8", "ferry-2"});
    CHECK(table.rows[5] == Row{"c2", "", "Seoul Broadcasting System", "withholds", "actual",
                               "the mast is moved", "", "0", "", "", "Island wants its ferry",
                               "no comment … said", "0.8", "ferry-1"});
    CHECK(table.columns[7].number);
    CHECK_FALSE(table.columns[1].number);
}

TEST_CASE("every table: as many cells as columns, and an empty graph gives no row") {
    const graph::PositionGraph graph = sample::ferry();
    const graph::PositionGraph empty;
    const auto sound = [](const Table& table) {
        for (const Row& row : table.rows) {
            if (row.size() != table.columns.size()) return false;
        }
        return !table.columns.empty();
    };
    CHECK(sound(statements(graph, {})));
    CHECK(sound(who_holds(graph, {})));
    CHECK(sound(what_holds(graph, {})));
    CHECK(sound(actors(graph)));
    CHECK(sound(changes(graph, {}, 0)));
    CHECK(sound(between(graph, "Seoul", "US")));
    for (const Table& table : {statements(empty, {}), who_holds(empty, {}), what_holds(empty, {}),
                               actors(empty), changes(empty, {}), between(empty, "Seoul", "US")}) {
        CHECK(table.rows.empty());
        CHECK(sound(table));
    }
}

TEST_CASE("a reference to what is not in the graph is shown as its id") {
    graph::PositionGraph graph;
    sample::add_statement(graph, "s", {"lost-actor"}, Relation::supports, "lost-position", "", "w");
    const Table table = statements(graph, {});
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0] == Row{"s", "", "lost-actor", "supports", "actual", "lost-position", "",
                               "1", "", "", "doc1", "w", "0.8", "doc1"});
}

TEST_CASE("who_holds: one row for each holder and relation; for, neutral, against, each by date") {
    graph::PositionGraph graph = sample::ferry();
    Statement& again = sample::add_statement(graph, "a3", {"kr"}, Relation::requests, "daily",
                                             "2014-05-20", "we ask again");
    again.confidence = 0.9;
    again.stance = 0.5;
    sample::add_statement(graph, "a4", {"kr"}, Relation::requests, "daily", "", "and again")
        .stance = 0.5;
    const Table table = who_holds(graph, on("ferry sails"));
    CHECK(keys(table) == Row{"position", "holder", "relation", "factuality", "stance", "count",
                             "first_date", "last_date", "quote"});
    const std::string daily = "the ferry sails daily";
    CHECK(table.rows ==
          Rows{{daily, "South Korea", "requests", "actual", "0.57", "3", "2014-05-01", "2014-05-20",
                "we ask again"},
               {daily, "Kim Min-ji", "states", "actual", "0", "1", "2014-06-01", "2014-06-01",
                "that the ministry refuses"},
               {daily, "USFK", "considers", "hypothetical", "0", "1", "", "", "might help"},
               {daily, "United States", "does not support", "actual", "-0.4", "1", "2014-05-31",
                "2014-05-31", "no reason to"},
               {daily, "Ministry of Foreign Affairs", "refuses", "actual", "-0.9", "1",
                "2014-06-01", "2014-06-01", "refuses"}});
    // A statement of two holders is a row of each.
    const Table cheap = who_holds(graph, on("tickets"));
    REQUIRE(cheap.rows.size() == 2);
    CHECK(cheap.rows[0][1] == "South Korea");
    CHECK(cheap.rows[1][1] == "United States");
    CHECK(who_holds(graph, on("nothing")).rows.empty());
}

TEST_CASE("what_holds: of the actor alone or with its parts; a fellow holder is left out") {
    const graph::PositionGraph graph = sample::ferry();
    const Table alone = what_holds(graph, by("Seoul"));
    CHECK(keys(alone) == Row{"issue", "position", "holder", "relation", "factuality", "stance",
                             "count", "first_date", "last_date", "quote"});
    CHECK(alone.rows ==
          Rows{{"the island ferry", "the ferry sails daily", "South Korea", "requests", "actual",
                "0.7", "1", "2014-05-01", "2014-05-01", "let it sail every day"},
               {"fares; the island ferry", "tickets cost less", "South Korea", "supports", "actual",
                "1", "1", "2014-05-03", "2014-05-03", "a fair price"}});
    const Table parts = what_holds(graph, by("Seoul", true));
    REQUIRE(parts.rows.size() == 4);
    CHECK(parts.rows[2][2] == "Kim Min-ji");
    CHECK(parts.rows[3][2] == "Ministry of Foreign Affairs");
    CHECK(what_holds(graph, by("Tokyo")).rows.empty());
}

TEST_CASE("show: everything about one statement, with the chain of reports") {
    graph::PositionGraph graph = sample::ferry();
    graph.statements.at("b2").reported_by = "b1";
    const StatementView view = show(graph, "b3");
    CHECK(view.statement == graph.statements.at("b3"));
    CHECK(view.holders == Row{"Ministry of Foreign Affairs"});
    CHECK(view.relation == "refuses");
    CHECK(view.position == "the ferry sails daily");
    CHECK(view.issues == Row{"the island ferry"});
    CHECK(view.addressee.empty());
    CHECK(view.target.empty());
    CHECK(view.document.name == "ferry-2");
    REQUIRE(view.reported_by.size() == 2);
    CHECK(view.reported_by[0].id == "b2");
    CHECK(view.reporter_names == Row{"Kim Min-ji", "United States"});

    const StatementView other = show(graph, "a2");
    CHECK(other.holders == Row{"South Korea", "United States"});
    CHECK(other.issues == Row{"fares", "the island ferry"});
    CHECK(other.reported_by.empty());
    CHECK(show(graph, "a1").addressee == "United States");
    CHECK(show(graph, "b1").target == "South Korea");
    CHECK(show(graph, "b1").relation == "does not support");

    CHECK_THROWS_WITH_AS((void)show(graph, "b"),
                         "No statement 'b'. List statements and their ids with 'demarche query'.",
                         InputError);
}

TEST_CASE("show: of a long chain of reports the nearest, and that there are more") {
    graph::PositionGraph graph;
    for (std::size_t i = 0; i < 100; ++i) {
        Statement statement;
        statement.id = "s" + std::to_string(i);
        if (i > 0) statement.reported_by = "s" + std::to_string(i - 1);
        graph.statements[statement.id] = statement;
    }
    const StatementView last = show(graph, "s99");
    CHECK(last.reported_by.size() == most_reporters);
    CHECK(last.reported_by[0].id == "s98");
    CHECK(last.more_reporters);
    const StatementView near = show(graph, "s16");
    CHECK(near.reported_by.size() == 16);
    CHECK_FALSE(near.more_reporters);
    CHECK(show(graph, "s17").more_reporters);
}

TEST_CASE("summary: counts, the range of dates, who speaks most") {
    const Summary all = summary(sample::ferry(), 3);
    CHECK(all.articles == 2);
    CHECK(all.statements == 7);
    CHECK(all.actors == 6);
    CHECK(all.positions == 3);
    CHECK(all.issues == 2);
    CHECK(all.first_date == "2014-05-01");
    CHECK(all.last_date == "2014-06-01");
    CHECK(all.top_actors == std::vector<Summary::ActorCount>{
                                {"South Korea", 2}, {"United States", 2}, {"Kim Min-ji", 1}});
    const Summary none = summary({});
    CHECK(none.statements == 0);
    CHECK(none.first_date.empty());
    CHECK(none.top_actors.empty());
}

TEST_CASE("actors: by name, with what refers to them") {
    const Table table = actors(sample::ferry());
    CHECK(keys(table) == Row{"id", "name", "kind", "aliases", "part_of", "represents", "holds",
                             "addressed", "targeted", "articles"});
    CHECK(
        table.rows ==
        Rows{
            {"kim", "Kim Min-ji", "organisation", "the spokeswoman", "",
             "Ministry of Foreign Affairs", "1", "0", "0", "1"},
            {"mofa", "Ministry of Foreign Affairs", "organisation", "", "South Korea", "", "1", "0",
             "0", "1"},
            {"sbs", "Seoul Broadcasting System", "organisation", "SBS", "", "", "1", "0", "0", "1"},
            {"kr", "South Korea", "organisation", "S. Korea; Seoul", "", "", "2", "0", "1", "2"},
            {"usfk", "USFK", "organisation", "US Forces Korea", "", "", "1", "0", "0", "1"},
            {"us", "United States", "organisation", "US; Washington", "", "", "2", "1", "0", "2"}});
}

TEST_CASE("changes: from one date to the next, the mean of a date, not below the least") {
    graph::PositionGraph graph = sample::ferry();
    say(graph, "d1", "2014-07-01", 1, "yes");
    say(graph, "d2", "2014-07-02", 0.8, "yes, still");
    say(graph, "d3", "2014-07-03", -0.5, "well");
    say(graph, "d4", "2014-07-03", -0.9, "no");
    graph.statements.at("d4").confidence = 0.9;
    const Table table = changes(graph, {});
    CHECK(keys(table) == Row{"holder", "position", "from_date", "from_relation", "from_stance",
                             "from_quote", "to_date", "to_relation", "to_stance", "to_quote",
                             "change"});
    CHECK(table.rows ==
          Rows{{"Seoul Broadcasting System", "the mast is moved", "2014-07-02", "supports", "0.8",
                "yes, still", "2014-07-03", "supports", "-0.7", "no", "-1.5"}});
    CHECK(changes(graph, {}, 0.2).rows.size() == 2);
    CHECK(changes(graph, {}, 0.21).rows.size() == 1);
    CHECK(changes(graph, by("SBS")).rows.size() == 1);
    CHECK(changes(graph, by("Seoul")).rows.empty());
}

TEST_CASE("changes: no change without a date, of another's words, or of what did not happen") {
    graph::PositionGraph graph = sample::ferry();
    say(graph, "d1", "2014-07-01", 1, "yes");
    say(graph, "d2", "", -1, "no");
    CHECK(changes(graph, {}).rows.empty());
    graph.statements.at("d2").date = "2014-07-02";
    CHECK(changes(graph, {}).rows.size() == 1);
    graph.statements.at("d2").factuality = Factuality::hypothetical;
    CHECK(changes(graph, {}).rows.empty());
    graph.statements.at("d2").factuality = Factuality::actual;
    graph.statements.at("d2").holders = {"us"};
    CHECK(changes(graph, {}).rows.empty());
    graph.statements.at("d2").holders = {"sbs"};
    graph.statements.at("d2").stance = 1;
    CHECK(changes(graph, {}, 0).rows.empty());
    graph.statements.at("d2").stance = 0.1;
    CHECK(changes(graph, {}).rows.empty());
    graph.statements.at("d2").stance = 0.2;
    CHECK(changes(graph, {}).rows.size() == 1);
}

TEST_CASE("changes: by issue, stances on other positions of it count; the twin has another issue") {
    graph::PositionGraph graph = sample::ferry();
    sample::add_statement(graph, "d1", {"kr"}, Relation::opposes, "cheap", "2014-07-01",
                          "too dear");
    CHECK(keys(changes(graph, by("Seoul"), 0.3, Subject::issue))[1] == "issue");
    const Table table = changes(graph, by("Seoul"), 0.3, Subject::issue);
    // Daily and cheap are both on the ferry, cheap alone is on fares.
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0][1] == "fares");
    CHECK(table.rows[1].back() == "0.3");
    CHECK(table.rows[2] == Row{"South Korea", "the island ferry", "2014-05-03", "supports", "1",
                               "a fair price", "2014-07-01", "opposes", "-1", "too dear", "-2"});
    // By position the request of May 1 has nothing to be compared with.
    CHECK(changes(graph, by("Seoul")).rows.size() == 1);
    graph.positions.at("cheap").issues.clear();
    CHECK(changes(graph, by("Seoul"), 0.3, Subject::issue).rows.empty());
}

TEST_CASE(
    "codebook: issues, then positions, the most used first; what would part cells is a space") {
    graph::PositionGraph graph = sample::ferry();
    graph.positions.at("daily").label = "the ferry|sails\tdaily";
    const Table table = codebook(graph);
    CHECK(keys(table) == Row{"kind", "label", "issues", "patterns", "examples"});
    REQUIRE(table.rows.size() == 5);
    CHECK(table.rows[0] == Row{"issue", "the island ferry", "", "", ""});
    CHECK(table.rows[1] == Row{"issue", "fares", "", "", ""});
    CHECK(table.rows[2][1] == "the ferry sails daily");
    CHECK(table.rows[2][2] == "the island ferry");
    CHECK(table.rows[2][4] == "let it sail every day");
    CHECK(table.rows[3] == Row{"position", "the mast is moved", "-", "", "no comment … said"});
    CHECK(table.rows[4] ==
          Row{"position", "tickets cost less", "fares|the island ferry", "", "a fair price"});
    CHECK(codebook({}).rows.empty());
}

TEST_CASE("between: where two agree and differ, whom they address, target and defer to") {
    graph::PositionGraph graph = sample::ferry();
    Statement& defers = sample::add_statement(graph, "d1", {"us"}, Relation::defers, "radio",
                                              "2014-07-01", "ask the ministry");
    defers.target = "mofa";
    const Table table = between(graph, "Seoul", "Washington");
    CHECK(keys(table) == Row{"how", "position", "from", "from_relation", "from_quote", "to",
                             "to_relation", "to_quote"});
    CHECK(table.rows == Rows{{"agree", "tickets cost less", "South Korea", "supports",
                              "a fair price", "United States", "supports", "a fair price"},
                             {"addresses", "the ferry sails daily", "South Korea", "requests",
                              "let it sail every day", "United States", "", ""},
                             {"targets", "the ferry sails daily", "United States",
                              "does not support", "no reason to", "South Korea", "", ""},
                             {"defers to", "the mast is moved", "United States", "defers",
                              "ask the ministry", "Ministry of Foreign Affairs", "", ""}});
}

TEST_CASE("between: the mean of a side decides; a neutral side neither agrees nor differs") {
    // South Korea and its parts: 0.7 and -0.9 on the daily ferry, -0.1 together: neutral.
    graph::PositionGraph graph = sample::ferry();
    const auto hows = [&](const std::string& one, const std::string& other) {
        std::string all;
        for (const Row& row : between(graph, one, other).rows) all += row[0] + ",";
        return all;
    };
    CHECK(hows("Seoul", "US") == "agree,addresses,targets,");
    // The ministry's -0.3 leaves 0.2, and the words shown are those of the request.
    graph.statements.at("b3").stance = -0.3;
    graph.statements.at("b3").confidence = 1;
    CHECK(hows("Seoul", "US") == "agree,differ,addresses,targets,");
    CHECK(hows("US", "Seoul") == "agree,differ,addresses,targets,");
    CHECK(between(graph, "Seoul", "US").rows[1][4] == "let it sail every day");
    graph.statements.at("a1").factuality = Factuality::unknown;
    CHECK(between(graph, "Seoul", "US").rows[1][0] == "agree");
    CHECK(hows("US", "US") == "");
    CHECK(hows("US", "Tokyo") == "");
}

TEST_CASE("between: by issue, and of what passes the filter alone") {
    graph::PositionGraph graph = sample::ferry();
    const auto rows = [&](const Filter& filter, Subject subject) {
        std::vector<std::string> all;
        for (const Row& row : between(graph, "mofa", "US", filter, subject).rows) {
            all.push_back(row[0] + " | " + row[1]);
        }
        return all;
    };
    CHECK(rows({}, Subject::position) == std::vector<std::string>{"agree | the ferry sails daily"});
    // -0.9 against the mean of 1 and -0.4.
    CHECK(rows({}, Subject::issue) == std::vector<std::string>{"differ | the island ferry"});
    Filter late;
    late.since = "2014-06";
    CHECK(rows(late, Subject::issue).empty());
    graph.positions.at("daily").issues.clear();
    CHECK(rows({}, Subject::issue).empty());
}

TEST_CASE("between: a state and its own ministry are two sides") {
    const graph::PositionGraph graph = sample::ferry();
    const Table table = between(graph, "Seoul", "mofa");
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0][0] == "differ");
    CHECK(table.rows[0][2] == "South Korea");
    CHECK(table.rows[0][5] == "Ministry of Foreign Affairs");
    CHECK(between(graph, "mofa", "Seoul").rows[0][2] == "Ministry of Foreign Affairs");
}
