// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0

// A table of stances.

#include "pieces.hpp"
#include "promises.hpp"
#include "target.hpp"

#include "stance/stance_table.hpp"

using namespace demarche;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return fuzz::mutate_pieces_or_bytes(data, size, most, seed, fuzz::cells);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::bytes_of(data, size);
    (void)fuzz::accepts([&] {
        const stance::StanceTable table = stance::read_stances(bytes, "stances.tsv");
        for (const RelationFacts& facts : relation_table) {
            for (const Polarity polarity : {Polarity::affirmed, Polarity::negated}) {
                const double stance = table.of(facts.relation, polarity);
                fuzz::require(stance >= -1 && stance <= 1, "a stance lies from -1 to 1");
            }
        }
    });
    return 0;
}
