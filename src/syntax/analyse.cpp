// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// Tags, lemmas, trees and names of a document, and the document as CoNLL-U.
//
// The search for the best tree takes time with the cube of a sentence's length, so a sentence of
// more than 200 tokens is read in pieces: cut after the last mark in the second half of what may be
// taken, else at 200. 450 words without a mark give pieces of 200, 200 and 50. The roots of the
// second and third hang on the first one's as parataxis, the relation of clauses that stand side by
// side, and the document gets a diagnostic. So every sentence is one tree.
//
// Names are BIO tags; an I that continues nothing begins a name. The treebanks' MISC holds peoples
// as well as works and events: adjectives and plurals ("Latvian", "Liberals") are taken for
// peoples.
//
// Source of the format: CoNLL-U (https://universaldependencies.org/format.html); begin= and end= in
// MISC are this project's, in code points.
// Limits: a tree over a cut knows nothing of what is behind it, and a name across it is two. Tested
// by tests/syntax/syntax_test.cpp.

#include "core/code_points.hpp"
#include "syntax/lemma_rule.hpp"
#include "syntax/syntax.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::syntax {
namespace {

/// A run of tokens that is read at once: a sentence, or a part of a very long one.
struct Piece {
    std::size_t first_token;
    std::size_t end_token;
    std::size_t sentence;
};

/// Where to cut: after the last mark in the second half of what may be taken, else at the limit.
std::size_t end_of_piece(const Document& document, std::size_t first, std::size_t end) {
    if (end - first <= longest_piece) return end;
    constexpr std::string_view marks = ".,;:!?";
    for (std::size_t t = first + longest_piece; t > first + longest_piece / 2; --t) {
        const std::string& form = document.tokens[t - 1].form;
        if (form.size() == 1 && marks.find(form.front()) != std::string_view::npos) return t;
    }
    return first + longest_piece;
}

std::vector<Piece> pieces(const Document& document) {
    std::vector<Piece> out;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        for (std::size_t first = sentence.first_token; first < sentence.end_token;) {
            const std::size_t end = end_of_piece(document, first, sentence.end_token);
            out.push_back({first, end, s});
            first = end;
        }
    }
    return out;
}

void fill(Document& document, const Piece& piece, const SentenceReading& reading,
          const Model& model, int& sentence_root) {
    const Inventory& inventory = model.inventory();
    const std::size_t before = piece.first_token - document.sentences[piece.sentence].first_token;
    for (std::size_t i = 0; piece.first_token + i < piece.end_token; ++i) {
        Token& token = document.tokens[piece.first_token + i];
        const auto entry = [&](Head head) -> const std::string& {
            return inventory.classes[head].entry(reading.classes[head][i]);
        };
        token.upos = entry(upos_head);
        token.xpos = entry(xpos_head);
        token.lemma = lemma_from(token.form, entry(lemma_head));
        token.deprel = inventory.labels.entry(reading.labels[i]);
        if (reading.heads[i] != 0) {
            token.head = reading.heads[i] + static_cast<int>(before);
        } else if (before == 0) {
            token.head = 0;
            sentence_root = static_cast<int>(i) + 1;
        } else {
            token.head = sentence_root;
            token.deprel = "parataxis";
        }
    }
}

NameKind name_kind(std::string_view kind, const Token& last) {
    if (kind == "PERSON") return NameKind::person;
    if (kind == "ORGANIZATION") return NameKind::organisation;
    if (kind == "LOCATION") return NameKind::place;
    // MISC holds peoples and parties' members ("South Korean", "Republicans"), works and events.
    const bool of_people = last.xpos == "JJ" || last.xpos == "NNPS" || last.xpos == "NNS";
    return of_people ? NameKind::people : NameKind::other;
}

void add_names(Document& document, const Piece& piece, const SentenceReading& reading,
               const Model& model) {
    std::string_view open;  // kind of the name that goes on
    for (std::size_t i = 0; piece.first_token + i < piece.end_token; ++i) {
        const std::size_t t = piece.first_token + i;
        const std::string_view tag =
            model.inventory().classes[name_head].entry(reading.classes[name_head][i]);
        const std::string_view kind = tag.size() > 2 ? tag.substr(2) : std::string_view();
        if (!kind.empty() && tag.front() == 'I' && kind == open) {
            document.names.back().end_token = t + 1;
        } else if (!kind.empty()) {
            document.names.push_back({t, t + 1, NameKind::other});
        }
        open = kind;
        if (!kind.empty()) document.names.back().kind = name_kind(kind, document.tokens[t]);
    }
}

std::string_view name(NameKind kind) {
    switch (kind) {
        case NameKind::person: return "person";
        case NameKind::organisation: return "organisation";
        case NameKind::place: return "place";
        case NameKind::people: return "people";
        case NameKind::document: return "document";
        case NameKind::other: return "other";
    }
    return {};
}

/// A column of CoNLL-U: "_" for nothing, no tabs or line ends.
std::string column(std::string_view value) {
    if (value.empty()) return "_";
    std::string out(value);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return out;
}

}  // namespace

void analyse(Document& document, const Model& model, learn::Matrix* encodings) {
    analyse_as(document, model, model.run_as(), encodings);
}

void analyse_as(Document& document, const Model& model, std::uint32_t treebank,
                learn::Matrix* encodings) {
    const auto parts = pieces(document);
    std::vector<std::vector<std::string_view>> sentences;
    for (const Piece& piece : parts) {
        auto& forms = sentences.emplace_back();
        for (std::size_t t = piece.first_token; t < piece.end_token; ++t) {
            forms.push_back(document.tokens[t].form);
        }
    }
    learn::Matrix of_parts;
    const auto readings = model.read(sentences, treebank, encodings ? &of_parts : nullptr);
    document.names.clear();
    int sentence_root = 0;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        fill(document, parts[p], readings[p], model, sentence_root);
        add_names(document, parts[p], readings[p], model);
    }
    for (const Sentence& sentence : document.sentences) {
        const std::size_t n = sentence.end_token - sentence.first_token;
        if (sentence.first_token >= sentence.end_token || n <= longest_piece) continue;
        document.diagnostics.push_back(
            {sentence.span, "a sentence of " + std::to_string(n) +
                                " words: its tree is put together from pieces of at most " +
                                std::to_string(longest_piece)});
    }
    if (!encodings) return;
    encodings->clear(model.vector_size(), document.tokens.size());
    std::size_t column_number = 0;
    for (const Piece& piece : parts) {
        for (std::size_t t = piece.first_token; t < piece.end_token; ++t) {
            std::copy_n(of_parts.column(column_number++), of_parts.rows, encodings->column(t));
        }
    }
}

std::string conllu(const Document& document) {
    const CodePoints points(document.text);
    std::vector<std::string> names(document.tokens.size());
    for (const Name& n : document.names) {
        for (std::size_t t = n.first_token; t < n.end_token; ++t) {
            names[t] = (t == n.first_token ? "|Name=B-" : "|Name=I-") + std::string(name(n.kind));
        }
    }
    std::string out =
        "# newdoc id = " + column(document.name.empty() ? document.id : document.name) + "\n";
    std::size_t number = 0;
    for (const Sentence& sentence : document.sentences) {
        if (sentence.first_token >= sentence.end_token) continue;
        out += "# sent_id = " + std::to_string(++number) +
               "\n# text = " + column(document.at(sentence.span)) + "\n";
        for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
            const Token& token = document.tokens[t];
            const Span at = points.from_bytes(token.span);
            const bool together =
                t + 1 < sentence.end_token && document.tokens[t + 1].span.begin == token.span.end;
            out += std::to_string(t - sentence.first_token + 1);
            for (const std::string& value : {token.form, token.lemma, token.upos, token.xpos}) {
                out += "\t" + column(value);
            }
            out += "\t_\t" + (token.head < 0 ? std::string("_") : std::to_string(token.head)) +
                   "\t" + column(token.deprel) + "\t_\tbegin=" + std::to_string(at.begin) +
                   "|end=" + std::to_string(at.end) + names[t] +
                   (together ? "|SpaceAfter=No" : "") + "\n";
        }
        out += "\n";
    }
    return out;
}

}  // namespace demarche::syntax
