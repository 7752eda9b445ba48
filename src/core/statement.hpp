// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/actor.hpp"
#include "core/document.hpp"
#include "core/relation.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche {

/// Words of an article that prove something, with a little of what stands around them.
struct Passage {
    std::size_t begin = 0;  ///< code points of the article's text
    std::size_t end = 0;    ///< exclusive
    std::string exact;      ///< the words
    std::string prefix;     ///< up to 32 code points before
    std::string suffix;     ///< up to 32 code points after

    friend bool operator==(const Passage&, const Passage&) = default;
};

/// An affirmative proposition that statements share.
struct Position {
    std::string id;
    std::string label;  ///< a function of the id's key: short, readable without the article
    std::vector<std::string> issues;  ///< ids, sorted, unique

    friend bool operator==(const Position&, const Position&) = default;
};

/// What positions are about.
struct Issue {
    std::string id;
    std::string label;
    std::vector<std::string> aliases;  ///< surface forms seen, sorted, unique

    friend bool operator==(const Issue&, const Issue&) = default;
};

/// Somebody takes a relation to a position, in these words of this document.
/// All references are ids; an empty one means none.
struct Statement {
    std::string id;
    std::string document;
    std::vector<std::string> holders;  ///< actors, sorted, unique, at least one
    Relation relation = Relation::states;
    Polarity polarity = Polarity::affirmed;
    Factuality factuality = Factuality::actual;
    std::string position;
    std::string addressee;    ///< the actor it is said to or asked of
    std::string target;       ///< the actor whom the relation is toward
    std::string reported_by;  ///< the statement that reports this one
    double stance = 0;        ///< of the holder to the position, -1 to 1, hundredths
    double confidence = 0;    ///< probability, 0 to 1, hundredths
    bool policy = false;      ///< a position on public policy, law, office or relations of states
    bool direct_quote = false;
    std::string date;  ///< ISO 8601 date on which it was said, else the document's; may be empty
    std::vector<Passage> source;
    std::vector<Passage> cue;
    std::vector<Passage> content;  ///< content or cue is not empty: no statement without evidence

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// What one article gave. Ids in it are final: readings of many articles are merged by union.
struct Reading {
    Document document;
    std::vector<Actor> actors;
    std::vector<Position> positions;
    std::vector<Issue> issues;
    std::vector<Statement> statements;  ///< in text order
};

}  // namespace demarche
