// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Reads a graph back. The file is parsed to a tree first (json.cpp), then every node is read by
// its type; nodes may come in any order, so articles and statements, which point at authors and
// passages, come second. What is derived when writing (shortcut triples) is checked, not read:
// a file in which they disagree with the statements was changed by somebody else.

#include "export/jsonld.hpp"

#include "core/error.hpp"
#include "export/embedded.hpp"
#include "export/json.hpp"
#include "export/rdf.hpp"
#include "identity/identity.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace demarche::export_ {
namespace {

using json::Value;

constexpr std::string_view again = " Make the file again with `demarche build` or `merge`.";

class Reader {
public:
    Reader(const Value& root, const std::string& file) : root_(root), file_(file) {}

    graph::PositionGraph read();

private:
    /// The members of one node; at the end every one must have been asked for.
    class Fields {
    public:
        Fields(Reader& reader, const Value& node, std::string_view type)
            : reader_(reader), node_(node), type_(type), used_(node.keys.size()) {
            maybe("type");
            maybe("id");
        }

        const Value* maybe(std::string_view name);
        const Value& must(std::string_view name);
        std::string text(std::string_view name);
        std::string some_text(std::string_view name);
        std::string english(std::string_view name);
        std::vector<std::string> many_english(std::string_view name);
        std::string link(std::string_view name, std::string_view kind);
        std::string some_link(std::string_view name, std::string_view kind);
        std::vector<std::string> links(std::string_view name, std::string_view kind);
        std::size_t integer(std::string_view name);
        double figure(std::string_view name, double least, double most);
        bool boolean(std::string_view name);
        std::string when(std::string_view date, std::string_view date_time, std::string_view text);
        void shortcuts(std::string_view actor);
        void finish() const;

    private:
        Reader& reader_;
        const Value& node_;
        std::string_view type_;
        std::vector<bool> used_;
    };

    [[noreturn]] void refuse(const Value& at, const std::string& message) const {
        throw InputError(file_, at.line, at.column, message);
    }
    void expect(const Value& value, Value::Kind kind, std::string_view what) const;

    const Value& checked_nodes() const;
    std::vector<std::string_view> types(const Value& node) const;
    std::string behind_base(const Value& iri, std::string_view kind);
    std::string id(const Value& iri, std::string_view kind);

    void read_simple(const Value& node);
    void read_linked(const Value& node);
    void read_author(const Value& node);
    void read_passage(const Value& node);
    void read_actor(const Value& node, std::string_view class_name);
    void read_document(const Value& node);
    void read_statement(const Value& node);
    void read_relation(Fields& fields, Statement& statement) const;
    std::vector<Passage> passages(Fields& fields, std::string_view name,
                                  const std::string& document);
    void check_shortcuts() const;

    template <typename Map, typename Item>
    void put(Map& map, Item item, const Value& node) {
        const std::string key = item.id;
        if (!map.emplace(key, std::move(item)).second) twice(node);
    }
    [[noreturn]] void twice(const Value& node) const {
        const Value* id = node.find("id");
        refuse(*id, "two nodes have the id '" + id->text +
                        "'. Merge files with `demarche merge`, "
                        "not by joining their text.");
    }

    const Value& root_;
    const std::string& file_;
    std::string base_;
    graph::PositionGraph graph_;
    std::map<std::string, Author> authors_;                         // by id behind the base
    std::map<std::string, Passage> passages_;                       // likewise
    std::map<std::string, const Value*> actors_;                    // where each stood
    std::set<std::pair<std::string, std::string>> seen_shortcuts_;  // actor, "predicate position"
};

// ------------------------------------------------------------------------------- fields

void Reader::expect(const Value& value, Value::Kind kind, std::string_view what) const {
    if (value.kind == kind) return;
    refuse(value, std::string(what) + " must be " + std::string(json::name(kind)) + ", not " +
                      std::string(json::name(value.kind)) + "." + std::string(again));
}

const Value* Reader::Fields::maybe(std::string_view name) {
    for (std::size_t i = 0; i < node_.keys.size(); ++i) {
        if (node_.keys[i] != name) continue;
        used_[i] = true;
        return &node_.items[i];
    }
    return nullptr;
}

const Value& Reader::Fields::must(std::string_view name) {
    const Value* value = maybe(name);
    if (value == nullptr) {
        reader_.refuse(node_, "a node of type '" + std::string(type_) + "' has no '" +
                                  std::string(name) + "'." + std::string(again));
    }
    return *value;
}

std::string Reader::Fields::text(std::string_view name) {
    const Value& value = must(name);
    reader_.expect(value, Value::Kind::string, "'" + std::string(name) + "'");
    return value.text;
}

std::string Reader::Fields::some_text(std::string_view name) {
    return maybe(name) == nullptr ? "" : text(name);
}

std::vector<std::string> Reader::Fields::many_english(std::string_view name) {
    std::vector<std::string> result;
    const Value* map = maybe(name);
    if (map == nullptr) return result;
    reader_.expect(*map, Value::Kind::object, "'" + std::string(name) + "'");
    if (map->keys != std::vector<std::string>{"en"}) {
        reader_.refuse(*map, "'" + std::string(name) + "' must have the one language 'en'." +
                                 std::string(again));
    }
    const Value& values = map->items[0];
    if (values.kind != Value::Kind::array) {
        reader_.expect(values, Value::Kind::string, "'" + std::string(name) + "'");
        return {values.text};
    }
    for (const Value& value : values.items) {
        reader_.expect(value, Value::Kind::string, "each of '" + std::string(name) + "'");
        result.push_back(value.text);
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::string Reader::Fields::english(std::string_view name) {
    must(name);
    const std::vector<std::string> texts = many_english(name);
    if (texts.size() != 1) {
        reader_.refuse(must(name),
                       "'" + std::string(name) + "' must be one text." + std::string(again));
    }
    return texts[0];
}

std::vector<std::string> Reader::Fields::links(std::string_view name, std::string_view kind) {
    std::vector<std::string> result;
    const Value* values = maybe(name);
    if (values == nullptr) return result;
    if (values->kind != Value::Kind::array) return {reader_.id(*values, kind)};
    for (const Value& value : values->items) result.push_back(reader_.id(value, kind));
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

std::string Reader::Fields::link(std::string_view name, std::string_view kind) {
    return reader_.id(must(name), kind);
}

std::string Reader::Fields::some_link(std::string_view name, std::string_view kind) {
    return maybe(name) == nullptr ? "" : link(name, kind);
}

std::size_t Reader::Fields::integer(std::string_view name) {
    const Value& value = must(name);
    reader_.expect(value, Value::Kind::number, "'" + std::string(name) + "'");
    std::uint64_t number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto [stop, error] = std::from_chars(value.text.data(), end, number);
    // The writer's integers have a sign.
    if (error != std::errc{} || stop != end || number > std::numeric_limits<std::int64_t>::max()) {
        reader_.refuse(value, "'" + value.text +
                                  "' is no offset: it must be a whole number from 0 to 2^63 - 1." +
                                  std::string(again));
    }
    return number;
}

double Reader::Fields::figure(std::string_view name, double least, double most) {
    const std::string digits = text(name);
    double number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || stop != end || json::decimal(number) != digits ||
        !(number >= least && number <= most)) {
        reader_.refuse(must(name), "'" + std::string(name) + "' is '" + digits +
                                       "', but must be a decimal from " + json::decimal(least) +
                                       " to " + json::decimal(most) +
                                       " with at most two digits behind the point." +
                                       std::string(again));
    }
    return number;
}

bool Reader::Fields::boolean(std::string_view name) {
    const Value& value = must(name);
    reader_.expect(value, Value::Kind::boolean, "'" + std::string(name) + "'");
    return value.truth;
}

std::string Reader::Fields::when(std::string_view date, std::string_view date_time,
                                 std::string_view text) {
    std::optional<std::string> found;
    for (const std::string_view name : {date, date_time, text}) {
        if (maybe(name) == nullptr) continue;
        if (found) {
            reader_.refuse(must(name), "'" + std::string(name) + "' is a second value of '" +
                                           std::string(date) + "'." + std::string(again));
        }
        found = this->text(name);
    }
    return found.value_or("");
}

void Reader::Fields::shortcuts(std::string_view actor) {
    for (const RelationFacts& row : relation_table) {
        for (const std::string_view name : {row.name, row.negated_name}) {
            for (const std::string& position : links(name, "position")) {
                reader_.seen_shortcuts_.emplace(actor, std::string(name) + " " + position);
            }
        }
    }
}

void Reader::Fields::finish() const {
    const auto unread = std::find(used_.begin(), used_.end(), false);
    if (unread == used_.end()) return;
    const auto i = static_cast<std::size_t>(unread - used_.begin());
    reader_.refuse(node_.items[i], "'" + node_.keys[i] + "' is no member of a node of type '" +
                                       std::string(type_) + "'." + std::string(again));
}

// --------------------------------------------------------------------------------- ids

/// "actor/kr" of any IRI that ends so; all IRIs of a file must have the same base before it.
std::string Reader::behind_base(const Value& iri, std::string_view kind) {
    expect(iri, Value::Kind::string, "an id");
    const std::string start = std::string(kind) + "/";
    const std::string whole = iri.text.starts_with("demarche:") ? expanded(iri.text) : iri.text;
    const std::size_t at = whole.rfind("/" + start);
    if (at == std::string::npos || at + 1 + start.size() == whole.size()) {
        refuse(iri, "'" + iri.text + "' is not the id of a node of the kind '" + std::string(kind) +
                        "'." + std::string(again));
    }
    const std::string base = whole.substr(0, at + 1);
    if (base_.empty()) base_ = base;
    if (base != base_) {
        refuse(iri, "'" + iri.text + "' begins with '" + base + "', but other ids with '" + base_ +
                        "'. Give `--base` when writing, so that all are alike.");
    }
    return whole.substr(at + 1);
}

std::string Reader::id(const Value& iri, std::string_view kind) {
    std::string text = decoded(behind_base(iri, kind).substr(kind.size() + 1));
    if (!identity::is_utf8(text)) {
        refuse(iri, "'" + iri.text + "' stands for bytes that are no UTF-8." + std::string(again));
    }
    return text;
}

std::vector<std::string_view> Reader::types(const Value& node) const {
    expect(node, Value::Kind::object, "a node of '@graph'");
    const Value* type = node.find("type");
    if (type == nullptr || node.find("id") == nullptr) {
        refuse(node, "a node without 'type' or without 'id'." + std::string(again));
    }
    if (type->kind == Value::Kind::string) return {type->text};
    expect(*type, Value::Kind::array, "'type'");
    std::vector<std::string_view> names;
    for (const Value& name : type->items) {
        expect(name, Value::Kind::string, "each 'type'");
        names.emplace_back(name.text);
    }
    std::sort(names.begin(), names.end());
    return names;
}

// ------------------------------------------------------------------------------- nodes

void Reader::read_author(const Value& node) {
    Fields fields(*this, node, "Author");
    Author author{fields.text("name"), fields.some_text("role")};
    fields.finish();
    if (!authors_.emplace(behind_base(*node.find("id"), "document"), author).second) twice(node);
}

void Reader::read_passage(const Value& node) {
    Fields fields(*this, node, "Passage");
    const Passage passage{fields.integer("start"), fields.integer("end"), fields.text("exact"),
                          fields.text("prefix"), fields.text("suffix")};
    const std::string document = fields.link("hasSource", "document");
    fields.finish();
    const std::string id = behind_base(*node.find("id"), "document");
    if (id != node_id("document", document) + "#char=" + std::to_string(passage.begin) + "," +
                  std::to_string(passage.end)) {
        refuse(node, "the id '" + id +
                         "' of a passage names other offsets or another document "
                         "than its members." +
                         std::string(again));
    }
    if (!passages_.emplace(id, passage).second) twice(node);
}

void Reader::read_actor(const Value& node, std::string_view class_name) {
    const auto row = std::find_if(actor_kind_table.begin(), actor_kind_table.end(),
                                  [&](const auto& r) { return r.class_name == class_name; });
    if (row == actor_kind_table.end()) {
        refuse(node, "'" + std::string(class_name) + "' is no kind of actor." + std::string(again));
    }
    Fields fields(*this, node, "Actor");
    Actor actor;
    actor.id = id(*node.find("id"), "actor");
    actor.name = fields.english("label");
    actor.kind = row->kind;
    actor.aliases = fields.many_english("altLabel");
    actor.part_of = fields.some_link("partOf", "actor");
    actor.represents = fields.some_link("represents", "actor");
    const std::string item = fields.some_text("sameAs");
    for (const std::string& prefix : {std::string("wd:"), expanded("wd:")}) {
        if (item.starts_with(prefix)) actor.wikidata = decoded(item.substr(prefix.size()));
    }
    if (actor.wikidata.empty() != item.empty() || !identity::is_utf8(actor.wikidata)) {
        refuse(fields.must("sameAs"),
               "'" + item + "' is no item of Wikidata, such as wd:Q884." + std::string(again));
    }
    fields.shortcuts(actor.id);
    fields.finish();
    actors_[actor.id] = &node;
    put(graph_.actors, std::move(actor), node);
}

void Reader::read_simple(const Value& node) {
    const std::vector<std::string_view> names = types(node);
    if (names.size() == 2 && (names[0] == "Actor" || names[1] == "Actor")) {
        read_actor(node, names[0] == "Actor" ? names[1] : names[0]);
        return;
    }
    const std::string_view type = names.size() == 1 ? names[0] : "";
    const Value& iri = *node.find("id");
    if (type == "Author") {
        read_author(node);
    } else if (type == "Passage") {
        read_passage(node);
    } else if (type == "Issue") {
        Fields fields(*this, node, type);
        put(graph_.issues,
            Issue{id(iri, "issue"), fields.english("label"), fields.many_english("altLabel")},
            node);
        fields.finish();
    } else if (type == "Position") {
        Fields fields(*this, node, type);
        put(graph_.positions,
            Position{id(iri, "position"), fields.english("label"), fields.links("about", "issue")},
            node);
        fields.finish();
    } else if (type != "NewsArticle" && type != "Statement" && type != "PositionGraph") {
        refuse(*node.find("type"), "unknown type of node" +
                                       (type.empty() ? "." : " '" + std::string(type) + "'.") +
                                       std::string(again));
    }
}

void Reader::read_linked(const Value& node) {
    const std::vector<std::string_view> names = types(node);
    if (names[0] == "NewsArticle") read_document(node);
    if (names[0] == "Statement") read_statement(node);
}

void Reader::read_document(const Value& node) {
    Fields fields(*this, node, "NewsArticle");
    graph::DocumentNode document;
    document.id = id(*node.find("id"), "document");
    document.sha256 = fields.some_text("sha256");
    document.name = fields.some_text("identifier");
    document.title = fields.some_text("headline");
    document.published = fields.when("published", "publishedTime", "publishedText");
    document.modified = fields.when("modified", "modifiedTime", "modifiedText");
    document.publisher = fields.some_text("publisher");
    document.url = fields.some_text("url");
    document.language = fields.some_text("language");
    const std::size_t count = fields.links("author", "document").size();
    for (std::size_t i = 1; i <= count; ++i) {
        const std::string author =
            node_id("document", document.id) + "#author-" + std::to_string(i);
        const auto found = authors_.find(author);
        if (found == authors_.end()) {
            refuse(fields.must("author"), "there is no node of type 'Author' with the id '" +
                                              author + "'." + std::string(again));
        }
        document.authors.push_back(found->second);
    }
    fields.finish();
    put(graph_.documents, std::move(document), node);
}

void Reader::read_relation(Fields& fields, Statement& statement) const {
    const std::string relation = fields.text("relation");
    const std::string polarity = fields.text("polarity");
    const auto row = std::find_if(
        relation_table.begin(), relation_table.end(),
        [&](const RelationFacts& r) { return r.name == relation || r.negated_name == relation; });
    if (row == relation_table.end()) {
        refuse(fields.must("relation"),
               "unknown relation '" + relation + "'." + std::string(again));
    }
    statement.relation = row->relation;
    statement.polarity = row->name == relation ? Polarity::affirmed : Polarity::negated;
    if (polarity != name(statement.polarity)) {
        refuse(fields.must("polarity"), "the polarity '" + polarity +
                                            "' does not fit the relation '" + relation + "'." +
                                            std::string(again));
    }
    const std::string factuality = fields.text("factuality");
    for (const Factuality f : {Factuality::actual, Factuality::hypothetical, Factuality::unknown}) {
        if (name(f) != factuality) continue;
        statement.factuality = f;
        return;
    }
    refuse(fields.must("factuality"),
           "unknown factuality '" + factuality +
               "' (allowed are 'actual', 'hypothetical' and 'unknown').");
}

std::vector<Passage> Reader::passages(Fields& fields, std::string_view name,
                                      const std::string& document) {
    std::vector<Passage> result;
    const Value* links = fields.maybe(name);
    if (links == nullptr) return result;
    expect(*links, Value::Kind::array, "'" + std::string(name) + "'");
    for (const Value& link : links->items) {
        const std::string id = behind_base(link, "document");
        const auto found = passages_.find(id);
        if (found == passages_.end() || !id.starts_with(node_id("document", document) + "#")) {
            refuse(link, "'" + link.text + "' is no passage of the statement's own document." +
                             std::string(again));
        }
        result.push_back(found->second);
    }
    std::sort(result.begin(), result.end(), [](const Passage& a, const Passage& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    return result;
}

void Reader::read_statement(const Value& node) {
    Fields fields(*this, node, "Statement");
    Statement statement;
    statement.id = id(*node.find("id"), "statement");
    statement.document = fields.link("document", "document");
    fields.must("holder");
    statement.holders = fields.links("holder", "actor");
    read_relation(fields, statement);
    statement.position = fields.link("position", "position");
    statement.addressee = fields.some_link("addressee", "actor");
    statement.target = fields.some_link("target", "actor");
    statement.reported_by = fields.some_link("reportedBy", "statement");
    statement.stance = fields.figure("stance", -1, 1);
    statement.confidence = fields.figure("confidence", 0, 1);
    statement.policy = fields.boolean("policy");
    statement.direct_quote = fields.boolean("directQuote");
    statement.date = fields.when("date", "dateTime", "dateText");
    fields.must("evidence");
    statement.source = passages(fields, "source", statement.document);
    statement.cue = passages(fields, "cue", statement.document);
    statement.content = passages(fields, "evidence", statement.document);
    if (statement.content == statement.cue) statement.content.clear();
    fields.links("attributedTo", "actor");
    fields.finish();
    put(graph_.statements, std::move(statement), node);
}

// ------------------------------------------------------------------------------ the file

/// The nodes of a file that is ours and of our version.
const Value& Reader::checked_nodes() const {
    const std::string ours =
        "Expected JSON-LD written by demarche: an object with '@context' "
        "and '@graph'.";
    if (root_.kind != Value::Kind::object) refuse(root_, "not a position graph. " + ours);
    const Value* context = root_.find("@context");
    const Value* nodes = root_.find("@graph");
    if (context == nullptr || nodes == nullptr || nodes->kind != Value::Kind::array) {
        refuse(root_, "not a position graph. " + ours);
    }
    const Value* version = nullptr;
    for (const Value& node : nodes->items) {
        if (node.kind != Value::Kind::object || node.find("schemaVersion") == nullptr) continue;
        version = node.find("schemaVersion");
        if (version->text != schema_version) {
            refuse(*version, "the file has schema version '" + version->text +
                                 "'; this demarche reads version '" + std::string(schema_version) +
                                 "'. Use the demarche that wrote it, or build the graph again.");
        }
    }
    if (version == nullptr) {
        refuse(root_, "not a position graph: no node says its 'schemaVersion'. " + ours);
    }
    const Value own = json::parse(context_file, "schema/context.jsonld");
    if (!context->same_as(*own.find("@context"))) {
        refuse(*context, "'@context' is not that of schema version '" +
                             std::string(schema_version) + "'." + std::string(again));
    }
    return *nodes;
}

void Reader::check_shortcuts() const {
    std::set<std::pair<std::string, std::string>> due;
    for (const auto& [id, statement] : graph_.statements) {
        if (statement.factuality != Factuality::actual) continue;
        for (const std::string& holder : statement.holders) {
            if (!graph_.actors.contains(holder)) continue;
            due.emplace(holder, std::string(predicate(statement.relation, statement.polarity)) +
                                    " " + statement.position);
        }
    }
    std::vector<std::pair<std::string, std::string>> wrong;
    std::set_symmetric_difference(due.begin(), due.end(), seen_shortcuts_.begin(),
                                  seen_shortcuts_.end(), std::back_inserter(wrong));
    if (wrong.empty()) return;
    const auto& [actor, triple] = wrong.front();
    refuse(*actors_.at(actor),
           "'" + actor + " " + triple + "' " +
               (due.contains(wrong.front()) ? "is missing, though a statement says so."
                                            : "stands here, but no statement says so.") +
               std::string(again));
}

graph::PositionGraph Reader::read() {
    const Value& nodes = checked_nodes();
    for (const Value& node : nodes.items) read_simple(node);
    for (const Value& node : nodes.items) read_linked(node);
    check_shortcuts();
    return std::move(graph_);
}

}  // namespace

graph::PositionGraph read_jsonld(std::string_view bytes, const std::string& file) {
    const Value root = json::parse(bytes, file);
    return Reader(root, file).read();
}

}  // namespace demarche::export_
