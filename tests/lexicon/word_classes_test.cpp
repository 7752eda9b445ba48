// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// The classes of words.tsv and the pairs of word_pairs.tsv.

#include "core/error.hpp"
#include "lexicon/closed_words.hpp"
#include "lexicon/tables.hpp"
#include "lexicon/word_pairs.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

using namespace demarche;
using namespace demarche::lexicon;

namespace {

/// What is wrong with a table, and where; empty if nothing is.
template <class Table>
std::string fault(const std::string& table) {
    try {
        static_cast<void>(Table(table, "my.tsv"));
    } catch (const InputError& error) {
        return error.located();
    }
    return {};
}

}  // namespace

TEST_CASE("every class of words has words, which are of it, and stands in its place") {
    for (std::size_t i = 0; i < word_class_table.size(); ++i) {
        const WordClassFacts& facts = word_class_table[i];
        CAPTURE(std::string(facts.name));
        CHECK(static_cast<std::size_t>(facts.word_class) == i);
        CHECK_FALSE(words_of(facts.word_class).empty());
        for (const std::string_view word : words_of(facts.word_class)) {
            CAPTURE(std::string(word));
            CHECK_FALSE(word.empty());
            CHECK(is(facts.word_class, word));
        }
        CHECK_FALSE(is(facts.word_class, ""));
        CHECK_FALSE(is(facts.word_class, "zebra"));
    }
}

TEST_CASE("a word of one class is not of another") {
    struct Case {
        const char* word;
        WordClass yes;
        WordClass no;
    };
    const Case cases[] = {
        {"the", WordClass::determiner, WordClass::pronoun},
        {"of", WordClass::preposition, WordClass::determiner},
        {"we", WordClass::subject_pronoun, WordClass::third_person},
        {"might", WordClass::auxiliary, WordClass::form_of_be},
        {"never", WordClass::negation, WordClass::question_word},
        {"senator", WordClass::role_noun, WordClass::body_noun},
        {"ministry", WordClass::body_noun, WordClass::role_noun},
        {"may", WordClass::month, WordClass::time_word},
        {"The government", WordClass::own_side, WordClass::government_noun},
        {"urge", WordClass::verb_of_telling, WordClass::verb_of_saying_to},
    };
    for (const Case& c : cases) {
        CAPTURE(c.word);
        CHECK(is(c.yes, c.word));
        CHECK_FALSE(is(c.no, c.word));
    }
}

TEST_CASE("classes whose order counts") {
    CHECK(words_of(WordClass::month).size() == 12);
    CHECK(words_of(WordClass::month)[4] == "may");
    CHECK(words_of(WordClass::weekday).size() == 7);
    CHECK(words_of(WordClass::weekday).front() == "sunday");
    CHECK(words_of(WordClass::leader_of_a_state).front() == "president");
}

TEST_CASE("a table of classes with a fault: file, line and what to do") {
    CHECK(fault<ClosedWords>("# ours\nnumeral\tone|two\n") ==
          "my.tsv:2: Unknown class 'numeral'. Add it to WordClass, or use a class of that list.");
    CHECK(fault<ClosedWords>("determiner\tthe|a\ndeterminer\tan|the\n") ==
          "my.tsv:2: 'the' stands twice in 'determiner'. Take one out.");
    CHECK(fault<ClosedWords>("determiner\tthe||a\n") ==
          "my.tsv:1: A word of 'determiner' is empty. Part words by one |.");
    CHECK(fault<ClosedWords>("determiner\tthe|a\topens a noun phrase\n") ==
          "my.tsv: The class 'definite determiner' has no words. Give it a row, or take it out of "
          "WordClass.");
    CHECK(fault<ClosedWords>(std::string(tables::words)).empty());
}

TEST_CASE("what words stand for") {
    CHECK(paired(WordPairs::role_in_full, "sen.") == "senator");
    CHECK(paired(WordPairs::office, "queen") == "monarch");
    CHECK(paired(WordPairs::agreeing_form, "'ve") == "has");
    CHECK(paired(WordPairs::agreeing_form, "sen.").empty());
    CHECK(paired(WordPairs::office, "").empty());
    for (std::size_t i = 0; i < word_pairs_table.size(); ++i) {
        CHECK(static_cast<std::size_t>(word_pairs_table[i].list) == i);
    }
}

TEST_CASE("a table of pairs with a fault: file, line and what to do") {
    CHECK(fault<PairedWords>("plural\tman\tmen\n") ==
          "my.tsv:1: Unknown list 'plural'. Add it to WordPairs, or use a list of that "
          "enumeration.");
    CHECK(fault<PairedWords>("office\tking|queen\tmonarch\noffice\tking\tpresident\n") ==
          "my.tsv:2: 'king' stands twice in 'office'. Take one out.");
    CHECK(fault<PairedWords>("office\tking\n") ==
          "my.tsv:1: The words of 'office' stand for nothing. Fill the third cell.");
    CHECK(fault<PairedWords>("office\tking\tmonarch\n") ==
          "my.tsv: The list 'role in full' has no words. Give it a row, or take it out of "
          "WordPairs.");
    CHECK(fault<PairedWords>(std::string(tables::word_pairs)).empty());
}
