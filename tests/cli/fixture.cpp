// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "fixture.hpp"

#include "core/code_points.hpp"
#include "graph/merge.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace demarche::cli::test {

namespace {

/// Makes one reading, piece by piece; words are found in the text, not counted by hand.
class Desk {
public:
    Desk() {
        reading_.document.sha256 = identity::sha256(fixture_text);
        reading_.document.id = reading_.document.sha256.substr(0, 32);
        reading_.document.name = "article";
        reading_.document.title = "Harbour talks stall";
        reading_.document.published = "2021-11-02";
        reading_.document.publisher = "The Grens Courier";
    }

    std::string actor(std::string_view name, ActorKind kind, std::vector<std::string> aliases,
                      std::string part_of = {}, std::string represents = {}) {
        Actor actor;
        actor.id = identity::actor_id("", name);
        actor.name = name;
        actor.kind = kind;
        actor.aliases = std::move(aliases);
        actor.part_of = std::move(part_of);
        actor.represents = std::move(represents);
        reading_.actors.push_back(actor);
        return actor.id;
    }

    std::string position(std::string_view label, std::string_view issue) {
        Issue about;
        about.id = identity::issue_id(issue);
        about.label = issue;
        Position position;
        position.id = identity::position_id(about.id, label);
        position.label = label;
        position.issues = {about.id};
        reading_.issues.push_back(about);
        reading_.positions.push_back(position);
        return position.id;
    }

    static std::vector<Passage> words(std::string_view exact, std::size_t from = 0) {
        const std::size_t at = fixture_text.find(exact, from);
        if (at == std::string_view::npos) throw std::logic_error(std::string(exact));
        const CodePoints points(fixture_text);
        Passage passage;
        passage.begin = points.from_byte(at);
        passage.end = points.from_byte(at + exact.size());
        passage.exact = exact;
        const std::size_t before = passage.begin - std::min<std::size_t>(passage.begin, 32);
        const std::size_t first = points.to_byte(before);
        passage.prefix = fixture_text.substr(first, at - first);
        const std::size_t last = points.to_byte(passage.end + 32);
        passage.suffix = fixture_text.substr(at + exact.size(), last - at - exact.size());
        return {passage};
    }

    std::string say(Statement statement) {
        statement.document = reading_.document.id;
        statement.stance = stance_of(statement.relation, statement.polarity);
        statement.date = "2021-11-01";
        statement.id = identity::statement_id(statement);
        reading_.statements.push_back(statement);
        return statement.id;
    }

    [[nodiscard]] graph::PositionGraph graph() const {
        graph::PositionGraph graph;
        graph::add(graph, reading_);
        graph::prune(graph);
        return graph;
    }

private:
    Reading reading_;
};

}  // namespace

graph::PositionGraph fixture_graph() {
    Desk desk;
    const auto norland = desk.actor("Norland", ActorKind::state, {"Norland"});
    const auto sudland = desk.actor("Sudland", ActorKind::state, {"South Land", "Sudland"});
    const auto official =
        desk.actor("official of Sudland", ActorKind::person, {"A Sudland official"}, "", sudland);
    const auto holm = desk.actor("Ida Holm", ActorKind::person, {"Ida Holm"}, "", norland);
    const auto open =
        desk.position("the harbour at Grens (그렌스 항구) opens to ferries", "Grens harbour");
    const auto toll = desk.position("ferries pay a toll", "toll");
    const auto fine = desk.position("the weather is fine", "weather");

    Statement request;
    request.holders = {norland};
    request.relation = Relation::requests;
    request.position = open;
    request.addressee = sudland;
    request.confidence = 0.9;
    request.policy = true;
    request.source = Desk::words("Norland");
    request.cue = Desk::words("asked");
    request.content = Desk::words("to open the harbour at Grens (그렌스 항구) to its ferries");
    desk.say(request);

    Statement demand;
    demand.holders = {holm};
    demand.relation = Relation::demands;
    demand.position = open;
    demand.confidence = 0.95;
    demand.policy = demand.direct_quote = true;
    demand.source = Desk::words("Ida Holm, its foreign minister");
    demand.cue = Desk::words("said");
    demand.content = Desk::words("\"The harbour must be open before winter,\"");
    desk.say(demand);

    Statement tolerance;
    tolerance.holders = {sudland};
    tolerance.relation = Relation::opposes;
    tolerance.polarity = Polarity::negated;
    tolerance.position = open;
    tolerance.confidence = 0.8;
    tolerance.policy = true;
    tolerance.source = Desk::words("the government");
    tolerance.cue = Desk::words("does not oppose");
    tolerance.content = Desk::words("the opening");

    Statement account;
    account.holders = {official};
    account.relation = Relation::states;
    account.position = open;
    account.confidence = 0.7;
    account.source = Desk::words("A Sudland official");
    account.cue = Desk::words("said", fixture_text.find("official said"));
    account.content = Desk::words("the government does not oppose the opening");
    tolerance.reported_by = desk.say(account);
    desk.say(tolerance);

    Statement refusal;
    refusal.holders = {sudland};
    refusal.relation = Relation::refuses;
    refusal.factuality = Factuality::hypothetical;
    refusal.position = toll;
    refusal.confidence = 0.6;
    refusal.policy = true;
    refusal.source = Desk::words("the government");
    refusal.cue = Desk::words("would refuse");
    refusal.content = Desk::words("a toll");
    desk.say(refusal);

    Statement weather;
    weather.holders = {holm};
    weather.relation = Relation::states;
    weather.position = fine;
    weather.confidence = 0.85;
    weather.source = Desk::words("She");
    weather.cue = Desk::words("said", fixture_text.find("She said"));
    weather.content = Desk::words("the weather was fine");
    desk.say(weather);
    return desk.graph();
}

}  // namespace demarche::cli::test
