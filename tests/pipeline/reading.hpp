// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"
#include "pipeline/pipeline.hpp"
#include "text/read.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// What the tests ask of an article read the whole way.
namespace demarche::test {

inline Reading reading(const std::string& text) {
    static const auto models = pipeline::load_models(
        DEMARCHE_SOURCE "/models/syntax-en.model", DEMARCHE_SOURCE "/models/names-en.model",
        DEMARCHE_SOURCE "/models/attributions-en.model",
        DEMARCHE_SOURCE "/models/positions-en.model");
    return pipeline::read(text::plain_article(text, "test", "test.txt"), models);
}

inline const Actor& the_actor(const Reading& reading, const std::string& id) {
    static const Actor none;
    for (const Actor& actor : reading.actors) {
        if (actor.id == id) return actor;
    }
    return none;
}

inline std::string label(const Reading& reading, const Statement& statement) {
    for (const Position& position : reading.positions) {
        if (position.id == statement.position) return position.label;
    }
    return {};
}

inline std::string holders(const Reading& reading, const Statement& statement) {
    std::string names;
    for (const std::string& id : statement.holders) {
        names += (names.empty() ? "" : " + ") + the_actor(reading, id).name;
    }
    return names;
}

/// "holder | relation | target" of every statement, "not" before a negated relation.
inline std::vector<std::string> lines(const Reading& reading) {
    std::vector<std::string> result;
    for (const Statement& statement : reading.statements) {
        std::string line = holders(reading, statement) + " | ";
        if (statement.polarity == Polarity::negated) line += "not ";
        line += name(statement.relation);
        if (!statement.target.empty()) line += " | " + the_actor(reading, statement.target).name;
        result.push_back(line);
    }
    return result;
}

inline bool has(const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

inline std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

}  // namespace demarche::test
