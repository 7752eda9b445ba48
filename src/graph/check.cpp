// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What must hold inside a graph, whoever wrote it.
//
// Most ids are functions of what they name, so they are made again and compared: a document's of
// its digest, a position's of its label and of one issue or none, a statement's of its places in
// the text, holders, relation, polarity, position and reporter. One of these that somebody changed
// by hand is found so even where it is possible in itself. The other rules are on single values
// (hundredths, times, code points), on references, which must lead to a node of the right kind, and
// on nodes that nothing needs.
//
// Circles are asked of all arrows at once, as no node sees them: of two actors that are each part
// of the other there is one finding, on the first: "part_of and represents go in a circle: riga,
// riga-port".
//
// A finding never stops the check: whoever mends a graph wants all of them.
//
// Limits: ids of actors and issues are taken as they are, as a registry may have chosen an actor's.
// Whether words stand in their article is asked in check_against.cpp. Tested by
// tests/graph/check_test.cpp.

#include "graph/check.hpp"

#include "core/code_points.hpp"
#include "graph/circles.hpp"
#include "graph/instant.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace demarche::graph {
namespace {

constexpr std::size_t document_id_digits = 32;
constexpr std::size_t context_points = 32;  // of a Passage's prefix and suffix
constexpr std::size_t most_of_circle = 10;  // ids named of one circle

/// Collects the findings on one node after the other.
class Report {
public:
    void on(std::string_view kind, const std::string& id) { at_ = std::string(kind) + " " + id; }

    void say(std::string message) { findings.push_back({at_, std::move(message)}); }

    void say_if(bool wrong, std::string message) {
        if (wrong) say(std::move(message));
    }

    std::vector<Finding> findings;

private:
    std::string at_;
};

/// What a graph's statements, positions and actors refer to.
struct Needed {
    std::set<std::string> actors;
    std::set<std::string> positions;
    std::set<std::string> issues;
};

Needed needed_by_all(const PositionGraph& graph) {
    Needed needed;
    for (const auto& [id, statement] : graph.statements) {
        needed.actors.insert(statement.holders.begin(), statement.holders.end());
        needed.actors.insert({statement.addressee, statement.target});
        needed.positions.insert(statement.position);
    }
    for (const auto& [id, actor] : graph.actors) {
        needed.actors.insert({actor.part_of, actor.represents});
    }
    for (const auto& [id, position] : graph.positions) {
        needed.issues.insert(position.issues.begin(), position.issues.end());
    }
    return needed;
}

std::string quoted(std::string_view text) {
    return "'" + std::string(text) + "'";
}

/// " (it is a position)" where `id` is a node of another kind than the one looked for.
std::string other_kind(const PositionGraph& graph, const std::string& id) {
    if (graph.actors.contains(id)) return " (it is an actor)";
    if (graph.positions.contains(id)) return " (it is a position)";
    if (graph.issues.contains(id)) return " (it is an issue)";
    if (graph.documents.contains(id)) return " (it is a document)";
    if (graph.statements.contains(id)) return " (it is a statement)";
    return {};
}

template <typename Value>
void check_reference(Report& report, const PositionGraph& graph,
                     const std::map<std::string, Value>& nodes, std::string_view role,
                     std::string_view kind, const std::string& id) {
    if (id.empty() || nodes.contains(id)) return;
    report.say(std::string(role) + " " + quoted(id) + " is no " + std::string(kind) +
               " of this graph" + other_kind(graph, id));
}

bool sorted_unique(const std::vector<std::string>& list) {
    return std::adjacent_find(list.begin(), list.end(), std::greater_equal<>()) == list.end();
}

void check_list(Report& report, std::string_view name, const std::vector<std::string>& list) {
    report.say_if(!sorted_unique(list), std::string(name) + " are not sorted and unique");
    report.say_if(std::find(list.begin(), list.end(), "") != list.end(),
                  "one of the " + std::string(name) + " is empty");
}

void check_time(Report& report, std::string_view name, const std::string& time) {
    report.say_if(!time.empty() && !instant(time),
                  std::string(name) + " " + quoted(time) + " is not an ISO 8601 time");
}

bool is_digest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

void check_document(Report& report, const DocumentNode& document) {
    if (!is_digest(document.sha256)) {
        report.say("sha256 " + quoted(document.sha256) + " is not 64 hex digits in lower case");
    } else {
        const std::string id = document.sha256.substr(0, document_id_digits);
        report.say_if(document.id != id,
                      "the id should be " + quoted(id) + ", the first digits of its sha256");
    }
    report.say_if(!document.url.empty() && identity::uri(document.url) != document.url,
                  "url " + quoted(document.url) + " is no URI: it should be " +
                      quoted(identity::uri(document.url)));
    check_time(report, "published", document.published);
    check_time(report, "modified", document.modified);
}

/// A position's id is made of one issue, or none, and the label; of several issues any may be the
/// one.
bool is_position_id(const Position& position) {
    const auto made_of = [&](std::string_view issue) {
        return position.id == identity::position_id(issue, position.label);
    };
    return made_of({}) || std::any_of(position.issues.begin(), position.issues.end(), made_of);
}

void check_position(Report& report, const PositionGraph& graph, const Position& position) {
    report.say_if(position.label.empty(), "has no label");
    report.say_if(!is_position_id(position),
                  "the id is not that of its issue and label " + quoted(position.label));
    check_list(report, "issues", position.issues);
    for (const std::string& issue : position.issues) {
        check_reference(report, graph, graph.issues, "issue", "issue", issue);
    }
}

void check_actor(Report& report, const PositionGraph& graph, const Actor& actor) {
    report.say_if(actor.name.empty(), "has no name");
    check_list(report, "aliases", actor.aliases);
    check_reference(report, graph, graph.actors, "part_of", "actor", actor.part_of);
    check_reference(report, graph, graph.actors, "represents", "actor", actor.represents);
}

void check_passage(Report& report, std::string_view part, const Passage& passage) {
    const std::string where = std::string(part) + " [" + std::to_string(passage.begin) + ", " +
                              std::to_string(passage.end) + ")";
    if (passage.begin >= passage.end) {
        report.say(where + " is empty or reversed");
        return;
    }
    const std::size_t points = CodePoints(passage.exact).size();
    report.say_if(points != passage.end - passage.begin,
                  where + " has " + std::to_string(points) + " code points of words");
    report.say_if(CodePoints(passage.prefix).size() > context_points ||
                      CodePoints(passage.suffix).size() > context_points,
                  where + " has more than 32 code points of text around it");
}

void check_passages(Report& report, std::string_view part, const std::vector<Passage>& passages) {
    for (const Passage& passage : passages) check_passage(report, part, passage);
    for (std::size_t i = 1; i < passages.size(); ++i) {
        report.say_if(passages[i].begin < passages[i - 1].end,
                      std::string(part) + " spans overlap or are not in text order");
    }
}

bool is_hundredths(double value, double low, double high) {
    return value >= low && value <= high && std::abs(value * 100 - std::round(value * 100)) < 1e-6;
}

void check_references(Report& report, const PositionGraph& graph, const Statement& statement) {
    report.say_if(statement.holders.empty(), "has no holder");
    check_list(report, "holders", statement.holders);
    for (const std::string& holder : statement.holders) {
        check_reference(report, graph, graph.actors, "holder", "actor", holder);
    }
    report.say_if(statement.position.empty(), "has no position");
    check_reference(report, graph, graph.positions, "position", "position", statement.position);
    report.say_if(statement.document.empty(), "has no document");
    check_reference(report, graph, graph.documents, "document", "document", statement.document);
    check_reference(report, graph, graph.actors, "addressee", "actor", statement.addressee);
    check_reference(report, graph, graph.actors, "target", "actor", statement.target);
    check_reference(report, graph, graph.statements, "reported_by", "statement",
                    statement.reported_by);
    const auto reporter = graph.statements.find(statement.reported_by);
    report.say_if(
        reporter != graph.statements.end() && reporter->second.document != statement.document,
        "is reported by a statement of another document");
}

void check_statement(Report& report, const PositionGraph& graph, const Statement& statement) {
    const std::string id = identity::statement_id(statement);
    report.say_if(statement.id != id, "the id should be " + quoted(id) + " by what it says");
    check_references(report, graph, statement);
    report.say_if(statement.cue.empty() && statement.content.empty(),
                  "has no evidence: neither cue nor content");
    check_passages(report, "source", statement.source);
    check_passages(report, "cue", statement.cue);
    check_passages(report, "content", statement.content);
    report.say_if(!is_hundredths(statement.stance, -1, 1), "stance is not in -1 to 1, hundredths");
    report.say_if(!is_hundredths(statement.confidence, 0, 1),
                  "confidence is not in 0 to 1, hundredths");
    check_time(report, "date", statement.date);
}

/// What holds of every node: that it is filed under its own id, and that something needs it.
template <typename Value>
void start_node(Report& report, std::string_view kind, const std::string& key, const Value& value) {
    report.on(kind, key);
    report.say_if(value.id.empty(), "has no id");
    report.say_if(!identity::is_utf8(value.id), "has an id that is no UTF-8");
    report.say_if(value.id != key, "is filed under another id than its own, " + quoted(value.id));
}

void check_circles(Report& report, std::string_view kind, std::string_view way,
                   const std::vector<std::pair<std::string, std::string>>& arrows) {
    for (const std::vector<std::string>& circle : circles(arrows)) {
        std::string ids;
        for (std::size_t i = 0; i < std::min(circle.size(), most_of_circle); ++i) {
            ids += (i == 0 ? "" : ", ") + circle[i];
        }
        if (circle.size() > most_of_circle) {
            ids += " and " + std::to_string(circle.size() - most_of_circle) + " more";
        }
        report.on(kind, circle.front());
        report.say(std::string(way) + " in a circle: " + ids);
    }
}

void check_actor_circles(Report& report, const PositionGraph& graph) {
    std::vector<std::pair<std::string, std::string>> arrows;
    for (const auto& [id, actor] : graph.actors) {
        if (!actor.part_of.empty()) arrows.emplace_back(id, actor.part_of);
        if (!actor.represents.empty()) arrows.emplace_back(id, actor.represents);
    }
    check_circles(report, "actor", "part_of and represents go", arrows);
}

void check_report_circles(Report& report, const PositionGraph& graph) {
    std::vector<std::pair<std::string, std::string>> arrows;
    for (const auto& [id, statement] : graph.statements) {
        if (!statement.reported_by.empty()) arrows.emplace_back(id, statement.reported_by);
    }
    check_circles(report, "statement", "reported_by goes", arrows);
}

}  // namespace

std::vector<Finding> check(const PositionGraph& graph) {
    Report report;
    const Needed needed = needed_by_all(graph);
    for (const auto& [id, document] : graph.documents) {
        start_node(report, "document", id, document);
        check_document(report, document);
    }
    for (const auto& [id, issue] : graph.issues) {
        start_node(report, "issue", id, issue);
        report.say_if(issue.label.empty(), "has no label");
        check_list(report, "aliases", issue.aliases);
        report.say_if(!needed.issues.contains(id), "no position is about it");
    }
    for (const auto& [id, position] : graph.positions) {
        start_node(report, "position", id, position);
        check_position(report, graph, position);
        report.say_if(!needed.positions.contains(id), "no statement takes it");
    }
    for (const auto& [id, actor] : graph.actors) {
        start_node(report, "actor", id, actor);
        check_actor(report, graph, actor);
        report.say_if(!needed.actors.contains(id), "no statement and no actor needs it");
    }
    check_actor_circles(report, graph);
    for (const auto& [id, statement] : graph.statements) {
        start_node(report, "statement", id, statement);
        check_statement(report, graph, statement);
    }
    check_report_circles(report, graph);
    return report.findings;
}

}  // namespace demarche::graph
