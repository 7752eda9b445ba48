// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Drafts to statements: ids in place of indices, code points in place of bytes.
//
// A statement's id is made of its reporter's id among others, so reporters come first: "Riga says
// Oslo agreed to wait" gives the saying, then the agreement that it reports. A circle of reports,
// which no reader should give, is cut where it is met. Afterwards statements are put in the order
// of the text.
//
// A position is named by its label alone, without an issue: issues are found by what one article
// repeats, and an id that hangs on them would make the same position of two articles two. Labels
// that agree inside an article share one position with the issues of all.
//
// A content counts as quoted where at least half of it stands in double marks, as newspapers leave
// small words outside. A position whose label is a pronoun cannot be understood without the article
// and is kept, but not as policy. Of actors only those stay that a statement names, and whom these
// are part of or speak for.
//
// Limits: the depth of each statement is counted anew, so a chain of n reports costs n * n steps.
// One date a statement (dates.cpp). Tested by tests/statement/positions_test.cpp.

#include "statement/statement.hpp"
#include "core/code_points.hpp"
#include "identity/identity.hpp"
#include "lexicon/phrases.hpp"
#include "lexicon/words.hpp"
#include "statement/dates.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

namespace demarche::statement {
using namespace draft;
using namespace lexicon;
namespace {

constexpr std::size_t context = 32;  ///< code points kept on either side of a passage

double hundredths(double value) {
    return std::round(value * 100) / 100;
}

std::vector<Passage> passages(const Document& document, const CodePoints& points,
                              const Spans& spans) {
    std::vector<Passage> result;
    for (const Span span : spans) {
        if (span.empty()) continue;
        const Span at = points.from_bytes(span);
        const std::size_t before = at.begin > context ? at.begin - context : 0;
        result.push_back({at.begin, at.end, std::string(document.at(span)),
                          std::string(document.at({points.to_byte(before), span.begin})),
                          std::string(document.at({span.end, points.to_byte(at.end + context)}))});
    }
    return result;
}

/// What stands in double marks, in text order.
Spans double_quotations(const Document& document) {
    Spans spans;
    for (const Quotation& quotation : document.quotations) {
        if (!quotation.single) spans.push_back(quotation.span);
    }
    std::sort(spans.begin(), spans.end());
    return spans;
}

/// The content is quoted where at least half of it lies in quotation marks.
bool is_quoted(const Spans& quotations, const Spans& content) {
    std::size_t all = 0;
    std::size_t quoted = 0;
    for (const Span span : content) {
        all += span.size();
        std::size_t covered = 0;
        // They do not overlap, so their ends are in order, too.
        auto quotation = std::partition_point(quotations.begin(), quotations.end(),
                                              [&](Span each) { return each.end <= span.begin; });
        for (; quotation != quotations.end() && quotation->begin < span.end; ++quotation) {
            covered += std::min(span.end, quotation->end) - std::max(span.begin, quotation->begin);
        }
        quoted += covered;
    }
    return all > 0 && quoted * 2 >= all;
}

std::size_t start_of(const Attribution& attribution) {
    std::size_t start = static_cast<std::size_t>(-1);
    for (const Spans* spans : {&attribution.source, &attribution.cue, &attribution.content}) {
        if (!spans->empty()) start = std::min(start, spans->front().begin);
    }
    return start;
}

TokenRange sentence_of(const Words& words, const Attribution& attribution) {
    const Spans& spans = attribution.cue.empty() ? attribution.content : attribution.cue;
    const TokenRange tokens = spans.empty() ? TokenRange{} : words.range(spans.front());
    if (tokens.empty()) return {};
    const Sentence& sentence = words.sentence_at(tokens.first);
    return {sentence.first_token, sentence.end_token};
}

/// Reporters before those they report, so that every statement can name its reporter's id; a
/// circle, which no reader should give, is cut.
std::vector<std::size_t> outer_first(const std::vector<StatementDraft>& statements) {
    std::vector<std::pair<std::size_t, std::size_t>> depth;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        std::size_t steps = 0;
        for (auto at = statements[i].attribution.reported_by; at && steps <= statements.size();
             ++steps) {
            at = statements[*at].attribution.reported_by;
        }
        depth.emplace_back(steps, i);
    }
    std::sort(depth.begin(), depth.end());
    std::vector<std::size_t> order;
    for (const auto& [steps, i] : depth) order.push_back(i);
    return order;
}

/// The document as code points, and what of it stands in quotation marks.
struct Places {
    explicit Places(const Document& document)
        : points(document.text), quotations(double_quotations(document)) {}

    CodePoints points;
    Spans quotations;
};

Statement statement_of(const Draft& draft, const Places& places, const StatementDraft& one) {
    const auto id = [&](std::optional<std::size_t> actor) {
        return actor ? draft.actors[*actor].id : std::string();
    };
    const Document& document = draft.document;
    Statement statement;
    statement.document = document.id;
    for (const std::size_t holder : one.roles.holders) statement.holders.push_back(id(holder));
    std::sort(statement.holders.begin(), statement.holders.end());
    statement.holders.erase(std::unique(statement.holders.begin(), statement.holders.end()),
                            statement.holders.end());
    statement.relation = one.stance.relation;
    statement.polarity = one.stance.polarity;
    statement.factuality = one.stance.factuality;
    statement.addressee = id(one.roles.addressee);
    statement.target = id(one.roles.target);
    statement.stance = hundredths(one.stance.value);
    statement.confidence = hundredths(one.stance.confidence);
    statement.policy = one.stance.policy;
    statement.direct_quote = is_quoted(places.quotations, one.attribution.content);
    statement.date =
        statement_date(draft.words, sentence_of(draft.words, one.attribution), document.published);
    statement.source = passages(document, places.points, one.attribution.source);
    statement.cue = passages(document, places.points, one.attribution.cue);
    statement.content = passages(document, places.points, one.attribution.content);
    return statement;
}

/// Adds the position and its issues to what the article gave; the position's id.
std::string keep_position(const Proposition& proposition,
                          std::map<std::string, Position>& positions,
                          std::map<std::string, Issue>& issues) {
    Position position;
    position.label = proposition.label;
    position.id = identity::position_id("", position.label);
    for (const std::string& label : proposition.issues) {
        const std::string issue = identity::issue_id(label);
        issues.emplace(issue, Issue{issue, label, {}});
        position.issues.push_back(issue);
    }
    Position& kept = positions.emplace(position.id, position).first->second;
    kept.issues.insert(kept.issues.end(), position.issues.begin(), position.issues.end());
    std::sort(kept.issues.begin(), kept.issues.end());
    kept.issues.erase(std::unique(kept.issues.begin(), kept.issues.end()), kept.issues.end());
    return kept.id;
}

/// The actors that a statement names, and those whom they are part of or speak for.
std::vector<Actor> actors_in_use(std::vector<Actor> actors,
                                 const std::vector<Statement>& statements) {
    std::map<std::string, bool> used;
    for (const Statement& statement : statements) {
        for (const std::string& holder : statement.holders) used[holder] = true;
        used[statement.addressee] = true;
        used[statement.target] = true;
    }
    for (std::size_t round = 0; round < actors.size(); ++round) {
        const std::size_t before = used.size();
        for (const Actor& actor : actors) {
            if (!used.contains(actor.id)) continue;
            used[actor.part_of] = true;
            used[actor.represents] = true;
        }
        if (used.size() == before) break;
    }
    std::erase_if(actors, [&](const Actor& actor) { return !used.contains(actor.id); });
    return actors;
}

}  // namespace

Reading statements_of(Draft& draft) {
    Reading reading;
    std::map<std::string, Position> positions;
    std::map<std::string, Issue> issues;
    const Places places(draft.document);
    std::vector<Statement> statements(draft.statements.size());
    for (const std::size_t i : outer_first(draft.statements)) {
        const StatementDraft& one = draft.statements[i];
        Statement& statement = statements[i];
        statement = statement_of(draft, places, one);
        statement.position = keep_position(one.proposition, positions, issues);
        // "Oslo asked for it": what cannot be read without the article is no position to show.
        if (is_pronoun(folded(one.proposition.label))) statement.policy = false;
        if (const auto reporter = one.attribution.reported_by) {
            statement.reported_by = statements[*reporter].id;
        }
        statement.id = identity::statement_id(statement);
    }
    std::vector<std::size_t> order(statements.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return start_of(draft.statements[a].attribution) <
               start_of(draft.statements[b].attribution);
    });
    for (const std::size_t i : order) reading.statements.push_back(std::move(statements[i]));
    for (auto& [id, position] : positions) reading.positions.push_back(std::move(position));
    for (auto& [id, issue] : issues) reading.issues.push_back(std::move(issue));
    reading.document = std::move(draft.document);
    std::move(draft.diagnostics.begin(), draft.diagnostics.end(),
              std::back_inserter(reading.document.diagnostics));
    reading.actors = actors_in_use(std::move(draft.actors), reading.statements);
    return reading;
}

}  // namespace demarche::statement
