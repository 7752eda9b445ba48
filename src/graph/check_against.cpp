// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "core/code_points.hpp"
#include "graph/check.hpp"

#include <string>

namespace demarche::graph {
namespace {

class Article {
public:
    explicit Article(std::string_view text) : text_(text), points_(text) {}

    /// What is wrong with a passage; empty if nothing is.
    [[nodiscard]] std::string compare(const Passage& passage) const {
        if (passage.end > points_.size()) {
            return "ends after the article, which has " + std::to_string(points_.size()) +
                   " code points";
        }
        if (passage.begin >= passage.end) return "is empty or reversed";
        const Span bytes = points_.to_bytes({passage.begin, passage.end});
        const std::string_view words = text_.substr(bytes.begin, bytes.size());
        if (words != passage.exact) {
            return "is '" + std::string(words) + "' in the article, '" + passage.exact +
                   "' in the graph";
        }
        if (!text_.substr(0, bytes.begin).ends_with(passage.prefix)) {
            return "does not stand after '" + passage.prefix + "' in the article";
        }
        if (!text_.substr(bytes.end).starts_with(passage.suffix)) {
            return "does not stand before '" + passage.suffix + "' in the article";
        }
        return {};
    }

private:
    std::string_view text_;
    CodePoints points_;
};

void compare_all(std::vector<Finding>& findings, const Article& article, const Statement& statement,
                 std::string_view part, const std::vector<Passage>& passages) {
    for (const Passage& passage : passages) {
        const std::string wrong = article.compare(passage);
        if (wrong.empty()) continue;
        findings.push_back(
            {"statement " + statement.id, std::string(part) + " [" + std::to_string(passage.begin) +
                                              ", " + std::to_string(passage.end) + ") " + wrong});
    }
}

}  // namespace

std::vector<Finding> check_against(const PositionGraph& graph, std::string_view document,
                                   std::string_view text, std::string_view sha256) {
    const std::string at = "document " + std::string(document);
    const auto node = graph.documents.find(std::string(document));
    if (node == graph.documents.end()) return {{at, "is not in the graph"}};
    if (node->second.sha256 != sha256) {
        // Another version has other offsets: one finding says more than one a statement.
        return {{at, "the article's SHA-256 is '" + std::string(sha256) + "', the graph's is '" +
                         node->second.sha256 + "': this is another version of the article"}};
    }
    std::vector<Finding> findings;
    const Article article(text);
    for (const auto& [id, statement] : graph.statements) {
        if (statement.document != document) continue;
        compare_all(findings, article, statement, "source", statement.source);
        compare_all(findings, article, statement, "cue", statement.cue);
        compare_all(findings, article, statement, "content", statement.content);
    }
    return findings;
}

}  // namespace demarche::graph
