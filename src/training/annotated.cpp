// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "training/annotated.hpp"

#include "core/error.hpp"
#include "syntax/find_names.hpp"
#include "syntax/syntax.hpp"
#include "text/read.hpp"
#include "training/conllu.hpp"
#include "training/gold_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace demarche::training {

namespace {

/// Hands each line that is not blank to `take`, with its number.
void for_each_line(const std::string& file,
                   const std::function<void(std::string_view, std::size_t)>& take) {
    const std::string bytes = corpus_bytes(file);
    std::string_view rest = bytes;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) take(line, number);
    }
}

}  // namespace

std::vector<AnnotatedDocument> annotated_documents(const std::string& file,
                                                   const syntax::Model& model,
                                                   const Selection& selection) {
    std::vector<AnnotatedDocument> documents;
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        const Article article = text::json_article(line, file, number);
        if (!article.name.starts_with(selection.only) ||
            (!selection.leave_out.empty() && article.name.starts_with(selection.leave_out))) {
            return;
        }
        AnnotatedDocument document;
        document.document = text::read(article);
        document.annotations = json_annotations(line, file, number);
        syntax::analyse(document.document, model, &document.encodings);
        documents.push_back(std::move(document));
    });
    if (documents.empty()) {
        throw InputError(file,
                         "has no article that is asked for. Ids of articles must begin with "
                         "what --only names, and not with what --leave-out names.");
    }
    return documents;
}

std::vector<GoldDocument> gold_documents(const std::string& file, const syntax::Model& trees,
                                         const syntax::NameModel& names) {
    std::vector<GoldDocument> documents;
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        GoldDocument document;
        document.document = text::read(text::json_article(line, file, number));
        document.statements = json_statements(line, file, number);
        syntax::analyse(document.document, trees, &document.encodings);
        syntax::find_names(document.document, names);
        documents.push_back(std::move(document));
    });
    return documents;
}

}  // namespace demarche::training
