// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// What an article may hold without bound costs a bounded memory.

#include "shell.hpp"

#include <doctest/doctest.h>

#include <sys/resource.h>

#include <string>

using namespace demarche::cli::test;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool measures = false;  // the sanitizer's own memory is more than the program's
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
constexpr bool measures = false;
#else
constexpr bool measures = true;
#endif
#else
constexpr bool measures = true;
#endif

/// The most that any program run so far by this one had in memory, in KB.
long most_memory() {
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss;
}

}  // namespace

TEST_CASE("memory: 49,000 words without an end of a sentence take less than 1 GiB") {
    const Folder folder;
    std::string text = "The minister said that";
    const int pieces =
        measures ? 7000 : 700;  // of seven words; under a sanitizer they take minutes
    for (int i = 0; i < pieces; ++i) text += " Oslo says the plan of Riga is";
    write_file(folder.path() / "long.txt", text + " bad.");
    const Ended ended = run("demarche extract long.txt --jobs 1 -o long.jsonl", folder.path());
    CHECK(ended.code == 0);
    CHECK(ended.errors.empty());
    const std::string read = read_file(folder.path() / "long.jsonl");
    CHECK(read.find("a sentence of more than 400 words, read in parts") != std::string::npos);
    CHECK(read.find("\"statements\":[{") != std::string::npos);
    if (measures) CHECK(most_memory() < 1024L * 1024L);
}
