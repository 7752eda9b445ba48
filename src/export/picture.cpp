// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The picture: actors in a column at the left, positions at the right, framed by issue; an edge is
// all statements by which one actor takes one relation to one position.
//
//     [South Korea] ---requests---> [ the guidelines reflect Seoul's view ]
//     [source ...]  ...states.....> [                                     ]
//
// What is only said to be so or thought (relations states and believes) is no stance and is not
// drawn; the legend tells how much that is. Above `labelled_edges` edges the names go and actors
// stand on both sides, those against at the right; above `most_edges` only the edges with most
// statements are drawn, and the picture says so. Colours are those of Okabe and Ito (2008), doubled
// by line and arrow for print and for readers who do not tell them apart. The sizes were chosen by
// looking at pictures of 5 to 150 edges.

#include "export/picture.hpp"

#include "core/relation.hpp"
#include "export/rdf.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <tuple>

namespace demarche::export_ {
namespace {

constexpr const char* fonts = "DejaVu Sans,Noto Sans,Noto Sans CJK KR,Liberation Sans,sans-serif";
constexpr std::size_t actor_columns = 26;
constexpr std::size_t position_columns = 34;

// Graphviz 2.43 cannot read more than 16,384 bytes between two signs of DOT. A column is one
// character at least, of at most 6 bytes ("&quot;").
constexpr std::size_t most_columns = 1000;
constexpr std::size_t longest_name = 1000;  // bytes of a node's

/// How a family of relations is drawn, and what the legend calls it.
struct Style {
    const char* color;
    const char* line;
    const char* arrow;
    const char* sign;  ///< the arrow, in characters
    const char* meaning;
};

Style style(RelationFamily family) {
    switch (family) {
        case RelationFamily::favour: return {"#009E73", "solid", "normal", "──▶", "for"};
        case RelationFamily::directive: return {"#0072B2", "solid", "vee", "──➤", "asks for it"};
        case RelationFamily::acceptance: return {"#56B4E9", "dashed", "onormal", "╌╌▷", "accepts"};
        case RelationFamily::neutral: return {"#767676", "dotted", "odot", "┄┄○", "takes no side"};
        case RelationFamily::against: return {"#D55E00", "bold", "tee", "━━┫", "against"};
        case RelationFamily::authority:
            return {"#CC79A7", "solid", "diamond", "──◆", "decides or passes on"};
    }
    return {};
}

/// Statements that are drawn as one edge.
struct Bundle {
    const Actor* holder = nullptr;
    const Position* position = nullptr;
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;
    std::vector<const Statement*> statements;

    [[nodiscard]] double mean_stance() const {
        double sum = 0;
        for (const Statement* statement : statements) sum += statement->stance;
        return sum / static_cast<double>(statements.size());
    }

    [[nodiscard]] RelationFamily family() const {
        return shown_family(relation, polarity, mean_stance());
    }
};

/// What is drawn, and what is left out.
struct Selection {
    std::vector<Bundle> bundles;
    std::size_t all_bundles = 0;
    std::size_t not_actual = 0;  ///< statements
    std::size_t no_stance = 0;   ///< statements
    std::size_t nobodys = 0;     ///< statements whose holder the text does not name
};

/// Whether the relation takes a side, passes something on or answers somebody: "said that exports
/// had fallen" does not.
bool takes_no_stance(const Statement& statement) {
    return (statement.relation == Relation::states || statement.relation == Relation::believes) &&
           std::fabs(statement.stance) < neutral_stance;
}

/// "It was asked whether ...": an edge needs somebody at its end.
bool is_nobodys(const graph::PositionGraph& graph, const Statement& statement) {
    return std::none_of(
        statement.holders.begin(), statement.holders.end(), [&](const std::string& holder) {
            const auto actor = graph.actors.find(holder);
            return actor != graph.actors.end() && actor->second.kind != ActorKind::unknown;
        });
}

Selection select(const graph::PositionGraph& graph, const PictureOptions& options) {
    std::map<std::tuple<std::string, std::string, Relation, Polarity>, Bundle> bundles;
    Selection selection;
    for (const auto& [id, statement] : graph.statements) {
        if (statement.factuality != Factuality::actual) {
            ++selection.not_actual;
            continue;
        }
        if (takes_no_stance(statement)) {
            ++selection.no_stance;
            continue;
        }
        if (is_nobodys(graph, statement)) {
            ++selection.nobodys;
            continue;
        }
        const auto position = graph.positions.find(statement.position);
        if (position == graph.positions.end()) continue;
        for (const std::string& holder : statement.holders) {
            const auto actor = graph.actors.find(holder);
            if (actor == graph.actors.end() || actor->second.kind == ActorKind::unknown) continue;
            Bundle& bundle =
                bundles[{holder, statement.position, statement.relation, statement.polarity}];
            bundle.holder = &actor->second;
            bundle.position = &position->second;
            bundle.relation = statement.relation;
            bundle.polarity = statement.polarity;
            bundle.statements.push_back(&statement);
        }
    }
    for (auto& [key, bundle] : bundles) selection.bundles.push_back(std::move(bundle));
    selection.all_bundles = selection.bundles.size();
    if (selection.bundles.size() > options.most_edges) {
        std::stable_sort(selection.bundles.begin(), selection.bundles.end(),
                         [](const Bundle& a, const Bundle& b) {
                             return a.statements.size() > b.statements.size();
                         });
        selection.bundles.resize(options.most_edges);
    }
    return selection;
}

// ------------------------------------------------------------------------------- labels

std::string left_lines(std::string_view text, std::size_t columns) {
    std::string label;
    for (const std::string& line : wrapped(clipped(text, most_columns), columns)) {
        label += plain(line) + "\\l";
    }
    return label;
}

std::string in_markup(std::string_view text) {
    std::string result;
    for (const char c : plain(text)) {
        switch (c) {
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            default: result += c;
        }
    }
    return result;
}

/// Letters, digits and _: any id has its own. A long id is named by its digest.
std::string node_name(std::string_view kind, std::string_view id) {
    std::string result(kind);
    result += '_';
    for (const char c : id) {
        const bool kept =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (kept) {
            result += c;
        } else {
            char code[4];
            std::snprintf(code, sizeof code, "_%02x",
                          static_cast<unsigned>(static_cast<unsigned char>(c)));
            result += code;
        }
    }
    // "_z" starts no coded character.
    if (result.size() > longest_name) {
        return std::string(kind) + "_z" + identity::sha256(id);
    }
    return result;
}

std::string relation_words(const Bundle& bundle) {
    return std::string(bundle.polarity == Polarity::affirmed
                           ? name(bundle.relation)
                           : facts(bundle.relation).negated_phrase);
}

/// The one actor whom all statements of the bundle are said to or toward, or nullptr.
const Actor* toward(const graph::PositionGraph& graph, const Bundle& bundle) {
    std::set<std::string> ids;
    for (const Statement* statement : bundle.statements) {
        ids.insert(statement->target.empty() ? statement->addressee : statement->target);
    }
    const auto actor = graph.actors.find(*ids.begin());
    return ids.size() == 1 && actor != graph.actors.end() ? &actor->second : nullptr;
}

std::string edge_label(const graph::PositionGraph& graph, const Bundle& bundle) {
    std::string label = relation_words(bundle);
    if (bundle.statements.size() > 1) label += " ×" + std::to_string(bundle.statements.size());
    if (const Actor* other = toward(graph, bundle); other != nullptr) {
        for (const std::string& line :
             wrapped("→ " + clipped(other->name, most_columns), actor_columns)) {
            label += "\\n" + plain(line);
        }
    }
    return label;
}

/// Who says what, in which words, where: under 300 characters.
std::string tooltip(const graph::PositionGraph& graph, const Bundle& bundle) {
    const Statement& statement = *bundle.statements.front();
    std::string text = bundle.holder->name + " " + relation_words(bundle) + ": ";
    const std::vector<Passage>& words =
        statement.content.empty() ? statement.cue : statement.content;
    std::string quote;
    for (const Passage& passage : words) quote += (quote.empty() ? "" : " … ") + passage.exact;
    const std::vector<std::string> lines = wrapped(quote, 180);
    text += "“" + (lines.empty() ? "" : lines[0]) + (lines.size() > 1 ? " …" : "") + "”";
    const auto document = graph.documents.find(statement.document);
    if (document != graph.documents.end()) {
        const auto title = wrapped(document->second.title, 60);
        text += " (" + (title.empty() ? document->second.name : title[0]);
        if (!statement.date.empty()) text += ", " + statement.date;
        text += ")";
    }
    return plain(clipped(text, most_columns));
}

std::string url(const graph::PositionGraph& graph, const Bundle& bundle) {
    const auto document = graph.documents.find(bundle.statements.front()->document);
    if (document == graph.documents.end()) return {};
    const std::string address = identity::uri(document->second.url);
    const bool web = address.starts_with("https://") || address.starts_with("http://");
    return web && address.size() <= longest_link ? plain(address) : "";
}

// ----------------------------------------------------------------------- nodes and edges

PictureNode actor_node(const Actor& actor, const std::string& name) {
    PictureNode node{name, {}};
    const std::vector<std::string> lines =
        wrapped(clipped(actor.name, most_columns), actor_columns);
    const bool state = actor.kind == ActorKind::state && !lines.empty();
    std::string label;
    for (const std::string& line : lines) {
        if (!label.empty()) label += state ? "<BR/>" : "\\n";
        label += state ? in_markup(line) : plain(line);
    }
    if (state) {
        node.attributes.push_back({"label", "<B>" + label + "</B>", true});
    } else {
        node.attributes.push_back({"label", label});
    }
    const std::string described = plain(clipped(actor.name, most_columns) + " (" +
                                        std::string(demarche::name(actor.kind)) + ")");
    node.attributes.push_back({"width", "2.3"});  // one column of equal boxes
    node.attributes.push_back({"tooltip", described});
    node.attributes.push_back({"id", name});
    node.attributes.push_back({"class", "actor " + std::string(facts(actor.kind).class_name)});
    const bool unnamed = actor.kind == ActorKind::anonymous || actor.kind == ActorKind::unknown;
    if (unnamed) {
        node.attributes.push_back({"shape", "note"});
        node.attributes.push_back({"style", "dashed"});
    } else if (actor.kind == ActorKind::group || actor.kind == ActorKind::public_) {
        node.attributes.push_back({"shape", "ellipse"});
    }
    return node;
}

PictureNode position_node(const Position& position) {
    const std::string name = node_name("position", position.id);
    return {name,
            {{"label", left_lines(position.label, position_columns)},
             {"tooltip", plain(clipped(position.label, most_columns))},
             {"id", name},
             {"class", "position"},
             {"style", "filled,rounded"},
             {"fillcolor", "#FFFFFF"}}};
}

/// log2 of a number from 1 up, exact at the powers of two and straight between them: what the C
/// library gives differs in its last bit by processor.
double doublings(std::size_t count) {
    const std::size_t power = std::bit_floor(count);
    return static_cast<double>(std::bit_width(count) - 1) +
           static_cast<double>(count - power) / static_cast<double>(power);
}

PictureEdge edge(const graph::PositionGraph& graph, const Bundle& bundle, bool labelled,
                 bool right) {
    const RelationFamily family = bundle.family();
    const Style look = style(family);
    const std::string text = tooltip(graph, bundle);
    const std::string position = node_name("position", bundle.position->id);
    const std::string actor = node_name(right ? "against" : "actor", bundle.holder->id);
    char width[16];
    std::snprintf(width, sizeof width, "%.1f",
                  (family == RelationFamily::against   ? 1.8
                   : family == RelationFamily::neutral ? 1.4
                                                       : 1.1) +
                      doublings(bundle.statements.size()));
    PictureEdge edge{right ? position : actor, right ? actor : position, {}};
    const std::string id =
        actor + "_" + std::string(predicate(bundle.relation, bundle.polarity)) + "_" + position;
    edge.attributes = {{"id", id},
                       {"class", "statement " + std::string(name(family))},
                       {"color", look.color},
                       {"fontcolor", look.color},
                       {"style", family == RelationFamily::against ? "solid" : look.line},
                       {right ? "arrowtail" : "arrowhead", look.arrow},
                       {"penwidth", width},
                       {"tooltip", text},
                       {"edgetooltip", text},
                       {"labeltooltip", text}};
    if (right) edge.attributes.push_back({"dir", "back"});
    if (labelled) edge.attributes.push_back({"label", edge_label(graph, bundle)});
    if (const std::string address = url(graph, bundle); !address.empty()) {
        edge.attributes.push_back({"URL", address});
    }
    return edge;
}

/// One frame an issue; positions without one stand free.
std::vector<PictureGroup> frames(const graph::PositionGraph& graph, const Selection& selection) {
    std::map<std::string, std::map<std::string, const Position*>> by_issue;
    for (const Bundle& bundle : selection.bundles) {
        const Position& position = *bundle.position;
        by_issue[position.issues.empty() ? "" : position.issues[0]][position.id] = &position;
    }
    std::vector<PictureGroup> groups;
    for (const auto& [issue, positions] : by_issue) {
        PictureGroup group;
        group.name = node_name(issue.empty() ? "free" : "cluster", issue);
        if (!issue.empty()) {
            const auto found = graph.issues.find(issue);
            const std::string label = found == graph.issues.end() ? issue : found->second.label;
            group.attributes = {{"label", left_lines(label, position_columns + 8)},
                                {"fontcolor", "#444444"},
                                {"labeljust", "l"},
                                {"tooltip", plain(clipped(label, most_columns))},
                                {"id", group.name},
                                {"class", "issue"}};
        }
        for (const auto& [id, position] : positions)
            group.nodes.push_back(position_node(*position));
        groups.push_back(std::move(group));
    }
    return groups;
}

// ------------------------------------------------------------------------ title and legend

std::string counted(std::size_t n, const char* one, const char* many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string dates_and_articles(const graph::PositionGraph& graph) {
    std::set<std::string> days;
    for (const auto& [id, document] : graph.documents) {
        const std::string day = document.published.substr(0, 10);
        const bool ascii = std::all_of(day.begin(), day.end(), [](char c) { return c > 0; });
        if (day.size() == 10 && ascii) days.insert(day);
    }
    std::string text = counted(graph.documents.size(), "article", "articles");
    if (days.empty()) return text;
    text += " of " + *days.begin();
    return days.size() == 1 ? text : text + " to " + *days.rbegin();
}

std::vector<std::string> notes(const Selection& selection, bool both_sides) {
    std::vector<std::string> lines;
    if (selection.bundles.empty()) lines.push_back("No statement is drawn.");
    if (both_sides) lines.push_back("At the left: for, or without a side. At the right: against.");
    if (selection.bundles.size() < selection.all_bundles) {
        lines.push_back("Shown are the " + std::to_string(selection.bundles.size()) + " of " +
                        std::to_string(selection.all_bundles) + " relations with most statements.");
    }
    if (selection.not_actual > 0) {
        lines.push_back("Not drawn: " +
                        counted(selection.not_actual, "hypothetical or open statement",
                                "hypothetical or open statements") +
                        ".");
    }
    if (selection.nobodys > 0) {
        lines.push_back("Not drawn: " +
                        counted(selection.nobodys, "statement whose holder is not named",
                                "statements whose holders are not named") +
                        ".");
    }
    if (selection.no_stance > 0) {
        lines.push_back("Not drawn: " +
                        counted(selection.no_stance, "statement that only states or believes",
                                "statements that only state or believe") +
                        ".");
    }
    return lines;
}

std::string row(const std::string& content) {
    return "<TR><TD ALIGN=\"LEFT\">" + content + "</TD></TR>";
}

std::string legend(const graph::PositionGraph& graph, const PictureOptions& options,
                   const Selection& selection, bool both_sides) {
    std::map<RelationFamily, std::set<std::string>> used;
    for (const Bundle& bundle : selection.bundles)
        used[bundle.family()].insert(relation_words(bundle));
    std::string table = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">";
    const std::string title = options.title.find_first_not_of(' ') == std::string::npos
                                  ? "Who holds which position"
                                  : clipped(options.title, most_columns);
    table += row("<FONT POINT-SIZE=\"20\"><B>" + in_markup(title) + "</B></FONT>");
    table += row("<FONT POINT-SIZE=\"12\" COLOR=\"#444444\">" +
                 in_markup(dates_and_articles(graph)) + "</FONT>");
    for (const auto& [family, relations] : used) {
        const Style look = style(family);
        std::string words;
        for (const std::string& relation : relations)
            words += (words.empty() ? "" : ", ") + relation;
        std::string folded;
        for (const std::string& line : wrapped(std::string(look.meaning) + ": " + words, 90)) {
            folded += (folded.empty() ? "" : "<BR ALIGN=\"LEFT\"/>") + in_markup(line);
        }
        table += row("<FONT COLOR=\"" + std::string(look.color) + "\"><B>" + look.sign +
                     "</B></FONT>  " + folded);
    }
    for (const std::string& note : notes(selection, both_sides)) {
        table += row("<FONT COLOR=\"#444444\"><I>" + in_markup(note) + "</I></FONT>");
    }
    return table + "</TABLE>";
}

}  // namespace

RelationFamily shown_family(Relation relation, Polarity polarity, double stance) {
    const RelationFamily usual = facts(relation).family;
    if (polarity == Polarity::negated) {
        return stance >= neutral_stance    ? RelationFamily::acceptance
               : stance <= -neutral_stance ? RelationFamily::against
                                           : RelationFamily::neutral;
    }
    if (usual == RelationFamily::against && stance >= neutral_stance) return RelationFamily::favour;
    const bool asks = usual == RelationFamily::favour || usual == RelationFamily::directive ||
                      usual == RelationFamily::acceptance;
    return asks && stance <= -neutral_stance ? RelationFamily::against : usual;
}

Picture picture(const graph::PositionGraph& graph, const PictureOptions& options) {
    const Selection selection = select(graph, options);
    const bool labelled = selection.bundles.size() <= options.labelled_edges;
    Picture result;
    result.graph = {{"rankdir", "LR"},
                    {"ranksep", labelled ? "1.6" : "2.6"},
                    {"nodesep", "0.22"},
                    {"splines", "true"},
                    {"outputorder", "edgesfirst"},
                    {"pad", "0.3"},
                    {"charset", "UTF-8"},
                    {"bgcolor", "white"},
                    {"fontname", fonts},
                    {"fontsize", "11"},
                    {"labelloc", "t"},
                    {"labeljust", "l"},
                    {"style", "rounded"},
                    {"color", "#BBBBBB"},
                    {"id", "positions"},
                    {"tooltip", plain(clipped(options.title, most_columns))},
                    {"label", legend(graph, options, selection, !labelled), true}};
    result.node = {{"shape", "box"},
                   {"margin", "0.12,0.06"},
                   {"fontname", fonts},
                   {"fontsize", "11"},
                   {"color", "#444444"}};
    result.edge = {{"fontname", fonts}, {"fontsize", "9"}, {"arrowsize", "0.8"}};

    PictureGroup left{"actors", {{"rank", "same"}}, {}};
    PictureGroup right{"against", {{"rank", "same"}}, {}};
    std::map<std::string, const Actor*> at_left;
    std::map<std::string, const Actor*> at_right;
    for (const Bundle& bundle : selection.bundles) {
        const bool goes_right = !labelled && bundle.family() == RelationFamily::against;
        (goes_right ? at_right : at_left)[bundle.holder->id] = bundle.holder;
        result.edges.push_back(edge(graph, bundle, labelled, goes_right));
    }
    for (const auto& [id, actor] : at_left)
        left.nodes.push_back(actor_node(*actor, node_name("actor", id)));
    for (const auto& [id, actor] : at_right)
        right.nodes.push_back(actor_node(*actor, node_name("against", id)));
    result.groups.push_back(std::move(left));
    for (PictureGroup& group : frames(graph, selection)) result.groups.push_back(std::move(group));
    if (!right.nodes.empty()) result.groups.push_back(std::move(right));
    return result;
}

}  // namespace demarche::export_
