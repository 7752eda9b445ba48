// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/read.hpp"
#include "training/attribution_examples.hpp"

#include <string>

namespace demarche::test {

/// Reads an article in which attributions are marked: "{s1:Lima} {c1:said} {k1:it will wait}."; the
/// letter is the role (source, cue, content), the digit tells the attributions apart.
inline training::AnnotatedDocument marked(const std::string& with_marks) {
    std::string text;
    training::Annotation annotation;
    for (std::size_t i = 0; i < with_marks.size(); ++i) {
        if (with_marks[i] != '{') {
            text += with_marks[i];
            continue;
        }
        const char role = with_marks[i + 1];
        const auto number = static_cast<std::size_t>(with_marks[i + 2] - '1');
        if (annotation.attributions.size() <= number) annotation.attributions.resize(number + 1);
        Attribution& attribution = annotation.attributions[number];
        Spans& spans = role == 's'   ? attribution.source
                       : role == 'c' ? attribution.cue
                                     : attribution.content;
        const std::size_t end = with_marks.find('}', i);
        const std::size_t begin = text.size();
        text += with_marks.substr(i + 4, end - i - 4);
        spans.push_back({begin, text.size()});
        i = end;
    }
    training::AnnotatedDocument made;
    made.document = text::read(text::plain_article(text, "made", "made.txt"));
    made.annotations.push_back(annotation);
    return made;
}

}  // namespace demarche::test
