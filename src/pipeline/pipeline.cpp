#include "pipeline/pipeline.hpp"

#include "extract/extract.hpp"
#include "text/read.hpp"

#include <utility>

namespace demarche::pipeline {

Reading read(const Article& article) {
    // Layout, sentences, words, quotation marks.
    Document document = text::read(article);

    // Who says what, in which words.
    const auto attributions = extract::find_attributions(document);

    // Who that is.
    auto cast = extract::resolve_actors(document, attributions);

    // What kind of stance it is, and on what.
    const auto judgements = extract::judge(document, attributions, cast);
    const auto propositions = extract::propose(document, attributions, cast);

    // From here on there are only ids: nothing below looks at words again.
    return extract::state(std::move(document), attributions, std::move(cast), judgements,
                          propositions);
}

}  // namespace demarche::pipeline
