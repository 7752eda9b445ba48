// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The reading of attributions, in three steps.
//
// 1. The network reads the document and says of every token how likely it is in a cue (find_cues).
// 2. Around every cue it reads once more and says which tokens are that cue's source and content
//    (best_link). A cue without content is dropped: the second reading is also the judge of the
//    first, for it was trained on wrong cues, too.
// 3. The same twice over inside each content, as if it were an article of its own: people who mark
//    a corpus mark one level, so a network that learned from them does not see "had told" in
//    "The official said that Oslo had told Riga to wait" as long as "said" stands before it.
//
// Example: "Seoul has told us to wait, she said." Step 1 finds "said"; step 2 "she" and "Seoul has
// told us to wait"; step 3 reads the latter alone and finds Seoul / has told / to wait, which is
// `reported_by` the first.
//
// Limits: one level below another is read, and a third only where step 1 found it; a content is
// read by itself, so that a source outside it cannot be the source of an inner cue.

#include "attribution/find_attributions.hpp"

#include "attribution/cues.hpp"
#include "attribution/links.hpp"
#include "attribution/rule_attributions.hpp"
#include "learn/chain.hpp"
#include "lexicon/actor_registry.hpp"
#include "lexicon/closed_words.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace demarche::attribution {
using namespace lexicon;
namespace {

void add(const learn::Matrix& from, float share, learn::Matrix& to) {
    if (to.values.empty()) to.clear(from.rows, from.cols);
    for (std::size_t i = 0; i < from.values.size(); ++i) to.values[i] += share * from.values[i];
}

learn::Matrix token_probabilities(const learn::SpanReader& network,
                                  const learn::SpanReader::Reading& reading,
                                  const std::vector<std::size_t>& piece_ends) {
    learn::Matrix all(reading.emissions.rows, reading.emissions.cols);
    std::size_t begin = 0;
    for (const std::size_t end : piece_ends) {
        const learn::Matrix own =
            learn::marginals(network.token_steps(), reading.emissions.columns(begin, end - begin));
        std::copy(own.values.begin(), own.values.end(), all.column(begin));
        begin = end;
    }
    return all;
}

/// Several texts read at once; tokens of text i begin at `offsets[i]` of the input.
struct Texts {
    std::vector<View> views;
    std::vector<std::size_t> offsets;
};

/// The windows around cues, read as many at once as fit into a bounded memory. What comes out for
/// a window does not depend on the others beside it.
class Windows {
public:
    /// All of these must outlive it.
    Windows(const Texts& texts, const AttributionModel& model,
            const std::vector<learn::SpanReader::Reading>& readings,
            const learn::Matrix& probabilities)
        : texts_(texts), model_(model), readings_(readings), probabilities_(probabilities) {}

    /// Takes the window of `one`, which must stay where it is until it is read.
    void add(std::size_t text, const std::vector<char>& is_cue, FoundAttribution& one) {
        windows_.push_back(model_.vocabulary.window_input(texts_.views[text], one.cue.tokens,
                                                          is_cue, texts_.offsets[text]));
        waiting_.push_back({text, &one});
        tokens_ += windows_.back().tokens;
        if (tokens_ >= tokens_at_once) read();
    }

    /// Reads those that wait and links their cues.
    void read() {
        if (windows_.empty()) return;
        const float share = 1 / static_cast<float>(model_.networks.size());
        std::vector<learn::Matrix> roles(windows_.size());
        for (std::size_t n = 0; n < model_.networks.size(); ++n) {
            const auto emissions = model_.networks[n].read_windows(windows_, readings_[n]);
            for (std::size_t w = 0; w < windows_.size(); ++w) {
                attribution::add(learn::marginals(model_.networks[n].window_steps(), emissions[w]),
                                 share, roles[w]);
            }
        }
        for (std::size_t w = 0; w < windows_.size(); ++w) {
            const auto& [text, one] = waiting_[w];
            add_first_reading(probabilities_.columns(windows_[w].first_token, windows_[w].tokens),
                              model_.first_reading, roles[w]);
            one->link = best_link(texts_.views[text], one->cue.tokens,
                                  windows_[w].first_token - texts_.offsets[text], roles[w],
                                  model_.link_bias);
        }
        windows_.clear();
        waiting_.clear();
        tokens_ = 0;
    }

private:
    /// Some 4 KB each; an article of a thousand words has about four thousand.
    static constexpr std::size_t tokens_at_once = 20'000;

    struct Waiting {
        std::size_t text = 0;
        FoundAttribution* one = nullptr;
    };

    const Texts& texts_;
    const AttributionModel& model_;
    const std::vector<learn::SpanReader::Reading>& readings_;
    const learn::Matrix& probabilities_;
    std::vector<learn::WindowInput> windows_;
    std::vector<Waiting> waiting_;
    std::size_t tokens_ = 0;
};

std::vector<std::vector<FoundAttribution>> find_in(const Texts& texts,
                                                   const AttributionModel& model, double bias) {
    learn::TokenInput input;
    for (const View& seen : texts.views) model.vocabulary.add(seen, input);
    std::vector<learn::SpanReader::Reading> readings;
    learn::Matrix probabilities;
    const float share = 1 / static_cast<float>(model.networks.size());
    for (const learn::SpanReader& network : model.networks) {
        readings.push_back(network.read(input));
        add(token_probabilities(network, readings.back(), input.piece_ends), share, probabilities);
    }
    std::vector<std::vector<FoundAttribution>> found(texts.views.size());
    Windows windows(texts, model, readings, probabilities);
    for (std::size_t i = 0; i < texts.views.size(); ++i) {
        const View& seen = texts.views[i];
        std::vector<char> is_cue(seen.tokens.size());
        const learn::ConstView own =
            std::as_const(probabilities).columns(texts.offsets[i], seen.tokens.size());
        for (const FoundCue& cue : find_cues(seen, own, bias)) {
            found[i].push_back({cue, {}});
            std::fill(is_cue.begin() + static_cast<std::ptrdiff_t>(cue.tokens.first),
                      is_cue.begin() + static_cast<std::ptrdiff_t>(cue.tokens.last) + 1, 1);
        }
        for (FoundAttribution& one : found[i]) windows.add(i, is_cue, one);
    }
    windows.read();
    for (std::vector<FoundAttribution>& own : found) {
        std::erase_if(own, [](const FoundAttribution& one) { return one.link.content.empty(); });
    }
    return found;
}

Span span_of(const Document& document, const TokenRun& run) {
    return {document.tokens[run.first].span.begin, document.tokens[run.last].span.end};
}

Spans spans_of(const Document& document, const std::vector<TokenRun>& runs) {
    Spans spans;
    for (const TokenRun& run : runs) spans.push_back(span_of(document, run));
    return spans;
}

Attribution attribution(const Document& document, const FoundAttribution& one,
                        const Calibration& calibration) {
    return {spans_of(document, one.link.source),
            {span_of(document, one.cue.tokens)},
            spans_of(document, one.link.content),
            {},
            calibration.probability(raw_confidence(one))};
}

/// A content as a text of its own: its tokens, its trees cut where they hang on what is outside, no
/// quotation marks around it. `tokens` becomes the document's numbers of its tokens.
View text_of(const Document& document, const Attribution& outer, std::vector<std::size_t>& tokens) {
    Document inner;
    for (const Span& span : outer.content) {
        auto token =
            std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin,
                             [](const Token& t, std::size_t at) { return t.span.end <= at; });
        for (; token != document.tokens.end() && token->span.begin < span.end; ++token) {
            tokens.push_back(static_cast<std::size_t>(token - document.tokens.begin()));
        }
    }
    // "that" is part of the frame, not of what was said.
    if (!tokens.empty() && document.tokens[tokens.front()].form == "that" &&
        document.tokens[tokens.front()].deprel == "mark") {
        tokens.erase(tokens.begin());
    }
    const auto place = [&](std::size_t token) {
        const auto at = std::lower_bound(tokens.begin(), tokens.end(), token);
        return at == tokens.end() || *at != token ? -1 : static_cast<int>(at - tokens.begin());
    };
    if (tokens.empty()) return view(inner);
    auto next = std::partition_point(
        document.sentences.begin(), document.sentences.end(),
        [&](const Sentence& sentence) { return sentence.end_token <= tokens.front(); });
    for (; next != document.sentences.end() && next->first_token <= tokens.back(); ++next) {
        const Sentence& sentence = *next;
        const auto first = std::lower_bound(tokens.begin(), tokens.end(), sentence.first_token);
        const auto end = std::lower_bound(tokens.begin(), tokens.end(), sentence.end_token);
        if (first == end) continue;
        Sentence own;
        own.first_token = inner.tokens.size();
        own.paragraph = sentence.paragraph;
        for (auto t = first; t != end; ++t) {
            Token token = document.tokens[*t];
            const int head =
                token.head > 0
                    ? place(sentence.first_token + static_cast<std::size_t>(token.head) - 1)
                    : -1;
            token.head = head < 0 ? 0 : head - static_cast<int>(own.first_token) + 1;
            if (head < 0) token.deprel = "root";
            inner.tokens.push_back(std::move(token));
        }
        own.end_token = inner.tokens.size();
        inner.sentences.push_back(own);
    }
    return view(inner);
}

/// Whether somebody does something in it that cues tell: reading costs more than looking.
bool worth_a_look(const View& seen, const AttributionModel& model) {
    constexpr std::size_t shortest = 5;
    return seen.tokens.size() >= shortest &&
           std::any_of(seen.tokens.begin(), seen.tokens.end(), [&](const ViewedToken& token) {
               return has_subject(token) && model.cue_lemmas.contains(token.lemma);
           });
}

/// The bytes of a text that cues stand at.
class CueBytes {
public:
    explicit CueBytes(const std::vector<Attribution>& attributions) {
        for (const Attribution& each : attributions) add(each.cue);
    }

    void add(const Spans& cue) {
        for (const Span& span : cue) {
            if (span.end > taken_.size()) taken_.resize(span.end);
            for (std::size_t i = span.begin; i < span.end; ++i) taken_[i] = true;
        }
    }

    [[nodiscard]] bool touch(const Spans& cue) const {
        for (const Span& span : cue) {
            for (std::size_t i = span.begin; i < std::min(span.end, taken_.size()); ++i) {
                if (taken_[i]) return true;
            }
        }
        return false;
    }

private:
    std::vector<bool> taken_;
};

/// A run of a content's tokens as runs of the document's: split where the frame stands between two
/// pieces, and ending with the sentence that it begins in.
std::vector<TokenRun> in_document(const View& seen, const std::vector<std::size_t>& tokens,
                                  const TokenRun& run) {
    std::vector<TokenRun> parts;
    for (std::size_t t = run.first; t <= run.last; ++t) {
        if (seen.tokens[t].sentence != seen.tokens[run.first].sentence) break;
        if (t > run.first && tokens[t] == parts.back().last + 1) {
            parts.back().last = tokens[t];
        } else {
            parts.push_back({tokens[t], tokens[t]});
        }
    }
    return parts;
}

/// Attributions inside the contents of `outer` that are not in it yet.
std::vector<Attribution> find_inner(const Document& document, const AttributionModel& model,
                                    const std::vector<Attribution>& outer) {
    Texts texts;
    std::vector<std::vector<std::size_t>> tokens;
    std::size_t offset = 0;
    for (const Attribution& each : outer) {
        std::vector<std::size_t> own;
        View seen = text_of(document, each, own);
        if (!worth_a_look(seen, model)) continue;
        texts.offsets.push_back(offset);
        offset += seen.tokens.size();
        texts.views.push_back(std::move(seen));
        tokens.push_back(std::move(own));
    }
    std::vector<Attribution> inner;
    CueBytes known(outer);
    const auto found = find_in(texts, model, model.inner_bias);
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (FoundAttribution one : found[i]) {
            one.cue.tokens = in_document(texts.views[i], tokens[i], one.cue.tokens).front();
            for (std::vector<TokenRun>* runs : {&one.link.source, &one.link.content}) {
                std::vector<TokenRun> parts;
                for (const TokenRun& run : *runs) {
                    const auto own = in_document(texts.views[i], tokens[i], run);
                    parts.insert(parts.end(), own.begin(), own.end());
                }
                *runs = std::move(parts);
            }
            Attribution made = attribution(document, one, model.inner);
            // Inside a content a cue without a source is nearly always an act that is told, not
            // speech.
            if (!made.source.empty() && !known.touch(made.cue)) {
                known.add(made.cue);
                inner.push_back(std::move(made));
            }
        }
    }
    return inner;
}

std::size_t size_of(const Spans& spans) {
    std::size_t size = 0;
    for (const Span& span : spans) size += span.size();
    return size;
}

bool inside(const Spans& part, const Spans& whole) {
    return std::all_of(part.begin(), part.end(), [&](const Span& p) {
        return std::any_of(whole.begin(), whole.end(),
                           [&](const Span& w) { return w.contains(p); });
    });
}

/// Which contents hold a span, found without looking at all of them.
class Contents {
public:
    explicit Contents(const std::vector<Attribution>& attributions) {
        for (std::size_t i = 0; i < attributions.size(); ++i) {
            for (const Span& span : attributions[i].content) pieces_.push_back({span, i, 0});
        }
        std::sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
            return std::pair(a.span, a.attribution) < std::pair(b.span, b.attribution);
        });
        std::size_t reach = 0;
        for (Piece& piece : pieces_) piece.reach = reach = std::max(reach, piece.span.end);
    }

    /// The attributions that have a piece of content around `span`, in their order.
    [[nodiscard]] std::vector<std::size_t> around(const Span& span) const {
        std::vector<std::size_t> found;
        auto piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& each) {
            return each.span.begin <= span.begin;
        });
        while (piece != pieces_.begin() && std::prev(piece)->reach >= span.end) {
            --piece;
            if (piece->span.contains(span)) found.push_back(piece->attribution);
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    struct Piece {
        Span span;
        std::size_t attribution = 0;
        std::size_t reach = 0;  ///< the greatest end of it and all before it
    };
    std::vector<Piece> pieces_;
};

/// From the first to the last word of its parts.
Span extent(const Attribution& attribution) {
    Span whole{std::string::npos, 0};
    for (const Spans* part : {&attribution.source, &attribution.cue, &attribution.content}) {
        for (const Span& span : *part) {
            whole.begin = std::min(whole.begin, span.begin);
            whole.end = std::max(whole.end, span.end);
        }
    }
    return whole;
}

/// "said that A had told B to wait, and that B ...": the second "that" goes on with the outer
/// content, so what A told ends before it.
void end_at_coordination(const Document& document, std::vector<Attribution>& attributions) {
    constexpr std::string_view joint = ", and that ";
    const Contents contents(attributions);
    for (Attribution& each : attributions) {
        const auto around = contents.around(each.cue.front());
        const bool under_that = std::any_of(around.begin(), around.end(), [&](std::size_t i) {
            const Attribution& outer = attributions[i];
            return &outer != &each && inside(each.cue, outer.content) &&
                   document.at(outer.content.front()).starts_with("that ");
        });
        if (!under_that) continue;
        for (std::size_t i = 0; i < each.content.size(); ++i) {
            const std::size_t at = document.at(each.content[i]).find(joint);
            if (at == std::string_view::npos || at == 0) continue;
            each.content[i].end = each.content[i].begin + at;
            each.content.resize(i + 1);
        }
    }
}

/// The token behind the "and" or "but" that a piece of a content begins with, if it does.
std::optional<std::size_t> behind_conjunction(const Document& document, const Span& piece) {
    auto token = std::lower_bound(document.tokens.begin(), document.tokens.end(), piece.begin,
                                  [](const Token& t, std::size_t at) { return t.span.end <= at; });
    while (token != document.tokens.end() && token->upos == "PUNCT") ++token;
    if (token == document.tokens.end() || token->upos != "CCONJ" ||
        token + 1 == document.tokens.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(token + 1 - document.tokens.begin());
}

/// Takes from contents in pieces those behind the first that go on with something else:
///
///     The ferry is old, the minister said, and he denied that ...   the article's next report
///     Oslo backs the ban, the envoy said, and it will ...           the envoy's, not what Oslo
///     backs
void drop_next_clauses(const Document& document, std::vector<Attribution>& attributions) {
    std::set<Span> sources;
    for (const Attribution& each : attributions) {
        if (!each.source.empty()) sources.insert(each.source.front());
    }
    const auto begins_report = [&](std::size_t t) {
        return is(WordClass::third_person_subject, document.tokens[t].form) &&
               sources.contains(document.tokens[t].span);
    };
    for (Attribution& each : attributions) {
        const auto goes_on_otherwise = [&](const Span& piece) {
            const auto t = behind_conjunction(document, piece);
            if (!t) return false;
            return begins_report(*t) ||
                   (each.reported_by && document.tokens[*t].deprel.starts_with("nsubj"));
        };
        if (each.content.size() < 2) continue;
        each.content.erase(
            std::remove_if(each.content.begin() + 1, each.content.end(), goes_on_otherwise),
            each.content.end());
    }
}

/// Each attribution is reported by the one with the shortest content that its cue and source lie
/// in.
void set_reporters(std::vector<Attribution>& attributions) {
    const Contents contents(attributions);
    for (Attribution& each : attributions) {
        each.reported_by.reset();
        for (const std::size_t i : contents.around(each.cue.front())) {
            const Attribution& other = attributions[i];
            if (&other == &each || !inside(each.cue, other.content) ||
                !inside(each.source, other.content) || inside(other.cue, each.content)) {
                continue;
            }
            if (!each.reported_by ||
                size_of(other.content) < size_of(attributions[*each.reported_by].content)) {
                each.reported_by = i;
            }
        }
    }
}

/// Whether the words alone say that a state, a public body or the speaker's own side speaks.
bool speaks_for_many(std::string_view source, const ActorRegistry& registry) {
    if (is(WordClass::own_side, source)) return true;
    const auto match = registry.find(source);
    return match && match->sense != NameSense::demonym && match->entry->kind != ActorKind::party &&
           match->entry->kind != ActorKind::person;
}

/// What lies in both.
Spans common(const Spans& a, const Spans& b) {
    Spans both;
    for (const Span& x : a) {
        for (const Span& y : b) {
            const Span part{std::max(x.begin, y.begin), std::min(x.end, y.end)};
            if (part.begin < part.end) both.push_back(part);
        }
    }
    return both;
}

/// Adds what the rules find inside contents and in the title and the network did not: its corpus
/// marks one level and hardly any headlines, and its articles are about elections. Only for states
/// and bodies, whose reported positions are what diplomacy is told in; for all sources it cost 4
/// points of F1 on PolNeAR's one level.
void add_by_rule(const Words& words, const ActorRegistry& registry,
                 std::vector<Attribution>& attributions) {
    const Document& document = words.document();
    std::vector<Attribution> added;
    const Contents contents(attributions);
    const CueBytes known(attributions);
    Spans headlines;
    for (const Paragraph& paragraph : document.paragraphs) {
        if (paragraph.kind == ParagraphKind::headline) headlines.push_back(paragraph.span);
    }
    for (Attribution& each : find_by_rule(words)) {
        each.reported_by.reset();
        const auto around = contents.around(each.cue.front());
        const auto outer = std::find_if(around.begin(), around.end(), [&](std::size_t i) {
            return inside(each.cue, attributions[i].content) &&
                   inside(each.source, attributions[i].content);
        });
        // "Oslo has asked Riga to wait, an envoy said": a rule reads to the end of the sentence.
        if (outer != around.end()) {
            each.content = common(each.content, attributions[*outer].content);
        }
        if (!each.source.empty() && !each.content.empty() &&
            speaks_for_many(document.at(each.source.front()), registry) &&
            (outer != around.end() || inside({each.cue.front()}, headlines)) &&
            !known.touch(each.cue)) {
            added.push_back(std::move(each));
        }
    }
    attributions.insert(attributions.end(), std::make_move_iterator(added.begin()),
                        std::make_move_iterator(added.end()));
}

}  // namespace

double raw_confidence(const FoundAttribution& one) {
    return one.cue.probability * one.link.probability;
}

std::vector<FoundAttribution> find_outer(const Document& document, const AttributionModel& model,
                                         const learn::Matrix& encodings) {
    Texts texts;
    texts.views.push_back(view(document, encodings));
    texts.offsets.push_back(0);
    return find_in(texts, model, model.cue_bias).front();
}

std::vector<Attribution> find_attributions(const Words& words, const AttributionModel& model,
                                           const learn::Matrix& encodings,
                                           const ActorRegistry& registry) {
    const Document& document = words.document();
    std::vector<Attribution> attributions;
    for (const FoundAttribution& one : find_outer(document, model, encodings)) {
        attributions.push_back(attribution(document, one, model.outer));
    }
    std::vector<Attribution> inner = find_inner(document, model, attributions);
    attributions.insert(attributions.end(), std::make_move_iterator(inner.begin()),
                        std::make_move_iterator(inner.end()));
    add_by_rule(words, registry, attributions);
    end_at_coordination(document, attributions);
    // By where they begin; of two that begin together the longer one, which may report the other.
    std::sort(attributions.begin(), attributions.end(),
              [](const Attribution& a, const Attribution& b) {
                  const Span of_a = extent(a);
                  const Span of_b = extent(b);
                  if (of_a.begin != of_b.begin) return of_a.begin < of_b.begin;
                  if (of_a.end != of_b.end) return of_a.end > of_b.end;
                  return a.cue != b.cue ? a.cue < b.cue : a.content < b.content;
              });
    set_reporters(attributions);
    drop_next_clauses(document, attributions);
    set_reporters(attributions);
    return attributions;
}

}  // namespace demarche::attribution
