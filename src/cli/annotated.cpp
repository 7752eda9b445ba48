#include "cli/annotated.hpp"

#include "syntax/conllu.hpp"
#include "syntax/syntax.hpp"
#include "text/read.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace demarche::cli {

std::vector<extract::AnnotatedDocument> annotated_documents(const std::string& file,
                                                            const syntax::Model& model) {
    const std::string bytes = syntax::corpus_bytes(file);
    std::vector<extract::AnnotatedDocument> documents;
    std::string_view rest = bytes;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        extract::AnnotatedDocument document;
        document.document = text::read(text::json_article(line, file, number));
        document.annotations = text::json_annotations(line, file, number);
        syntax::analyse(document.document, model, &document.states);
        documents.push_back(std::move(document));
    }
    return documents;
}

}  // namespace demarche::cli
