// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A codebook, read and applied to propositions.

#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "proposition/codebook.hpp"

#include <string>
#include <vector>

using namespace demarche;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed,
                                        seed % 3 == 0 ? fuzz::words : fuzz::cells);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    const fuzz::Stopwatch watch;
    proposition::Codebook codebook;
    if (!fuzz::accepts([&] { codebook = proposition::read_codebook(bytes, "codebook.tsv"); }))
        return 0;
    const std::vector<std::string> texts = {
        "the second crane in the northern harbour", "the port should stay open at night", "",
        "\u201cwe won\u2019t pay for the crane\u201d, the bank\u2019s board said"};
    std::vector<draft::Proposition> propositions = {{"a second crane", {"harbour"}},
                                                    {"the port stays open", {}},
                                                    {"", {}},
                                                    {"the bank pays for the crane", {"bank"}}};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        draft::Proposition& proposition = propositions[i];
        proposition::apply(codebook, texts[i], proposition);
        fuzz::require_utf8(proposition.label, "a label out of a codebook is UTF-8");
        for (const std::string& issue : proposition.issues) {
            fuzz::require_utf8(issue, "an issue out of a codebook is UTF-8");
        }
    }
    fuzz::require_prompt(watch.seconds(), size);
    return 0;
}
