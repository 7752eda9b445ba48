// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/statement.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Names for things: the same words give the same id in every run, on every machine, in every
/// order, so that merging graphs is the union of their nodes.
namespace demarche::identity {

/// SHA-256 of `bytes` as 64 lower-case hex digits (FIPS 180-4, by Nettle).
[[nodiscard]] std::string sha256(std::string_view bytes);

/// First 32 hex digits of SHA-256 over `parts`, NFC, joined by U+001F.
[[nodiscard]] std::string hash_id(const std::vector<std::string>& parts);

/// Lower-case ASCII letters, digits and hyphens: NFKC, casefolded, transliterated
/// ("Côte d’Ivoire" -> "cote-d-ivoire"). Text that leaves nothing gives "x-" and 8 hex digits of
/// its SHA-256.
[[nodiscard]] std::string slug(std::string_view text);

/// Casefolded words with single spaces and no punctuation, for comparing names and propositions.
[[nodiscard]] std::string normalised(std::string_view text);

/// Whether `bytes` are valid UTF-8, without halves of surrogate pairs.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// An article's address as a URI reference: spaces and controls at its ends go, all that RFC 3986
/// does not allow where it stands is percent-encoded as UTF-8. What is one already stays as it is.
[[nodiscard]] std::string uri(std::string_view address);

/// A slug of the canonical name; `registry_key` wins where it is not empty.
[[nodiscard]] std::string actor_id(std::string_view registry_key, std::string_view name);

/// "src-<document>-<n>": an unnamed source is scoped to its document and never merged.
[[nodiscard]] std::string unnamed_source_id(std::string_view document, std::size_t n);

/// "<slug of the name>-in-<document>": somebody whose name says who it is in one document only.
[[nodiscard]] std::string scoped_actor_id(std::string_view document, std::string_view name);

/// Of the proposition's very words, so that its label is a function of its id. `issue` is the id of
/// the issue it belongs to, or empty.
[[nodiscard]] std::string position_id(std::string_view issue, std::string_view proposition);

[[nodiscard]] std::string issue_id(std::string_view label);

/// Of document, spans, holders, relation, polarity, position and reporter; `statement.id` itself
/// is not read.
[[nodiscard]] std::string statement_id(const Statement& statement);

}  // namespace demarche::identity
