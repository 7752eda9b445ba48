// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"
#include "graph/position_graph.hpp"

/// The least node that says what two nodes of one id say. Joining must not depend on order or
/// number, so every field's rule is the maximum (or minimum) of some order or a union, with
/// "nothing" as the element that changes nothing:
///
///     text            the smaller in byte order; empty is nothing
///     time            a text that names an instant before one that does not, then as text
///     list of forms   union, sorted
///     passages        the smaller list; an empty one is nothing
///     kind            the smaller in the enumeration; `unknown` is nothing
///     stance          the larger; confidence likewise
///     yes or no       yes
///
/// Fields that are a function of the id never differ in graphs that demarche wrote; for them the
/// rule only makes sure that a faulty graph cannot make the result depend on order.
namespace demarche::graph {

void join(DocumentNode& into, const DocumentNode& from);
void join(Actor& into, const Actor& from);
void join(Position& into, const Position& from);
void join(Issue& into, const Issue& from);
void join(Statement& into, const Statement& from);

}  // namespace demarche::graph
