// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/filter.hpp"
#include "query/subject.hpp"

#include <string>

namespace CLI {
class App;
}

/// The conditions that the verbs that ask share.
namespace demarche::cli {

/// As typed.
struct FilterOptions {
    std::string actor;
    bool with_parts = false;
    std::string text;
    std::string relation;  ///< comma-separated: "opposes", "does not oppose", "doesNotOppose"
    std::string polarity;
    std::string factuality;
    std::string position;
    std::string issue;
    std::string stance;  ///< "MIN..MAX"; either may be left out
    std::string addressee;
    std::string target;
    std::string since;
    std::string until;
    std::string source;
    bool policy = false;
    bool quoted = false;
    double confidence = 0;
};

/// Adds all but actor, with_parts, text: each verb has its own way to name those.
void add_filter_options(CLI::App& app, FilterOptions& options);

/// Adds --text, for the verbs that do not ask for it by place.
void add_text_option(CLI::App& app, FilterOptions& options);

/// Adds --by, whose value subject_of() understands.
void add_subject_option(CLI::App& app, std::string& by);
[[nodiscard]] query::Subject subject_of(const std::string& by);

/// What was meant. \throws UsageError for a stance or a date that is none, and for conditions that
/// nothing can meet: a span that ends before it begins, a relation of the other polarity
[[nodiscard]] query::Filter filter_of(const FilterOptions& options);

/// Puts ids in place of what actor_meant() knows, and says on standard error where an actor that
/// was asked for is several.
void settle_actors(query::Filter& filter, const FilterOptions& typed,
                   const graph::PositionGraph& graph);

/// Empty if everybody named as actor, addressee or target is in `graph`; else a sentence that says
/// who is not, and who is spelled like that.
[[nodiscard]] std::string who_is_missing(const query::Filter& filter,
                                         const graph::PositionGraph& graph);

}  // namespace demarche::cli
