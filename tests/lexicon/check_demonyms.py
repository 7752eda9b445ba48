#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Compares the demonyms of actors.tsv with WordNet's (package wordnet-base): run by hand, see docs/actors.md.

usage: check_demonyms.py src/lexicon/actors.tsv [/usr/share/wordnet]

WordNet says "a native or inhabitant of Greece" of the noun Greek, and "of or relating to or
characteristic of Greece ..." of the adjective. Prints the states whose demonym WordNet knows but the
table has not, and the demonyms of the table that WordNet gives to another state; ends with 1 if there
are any of the latter.
"""
import collections
import re
import sys

# News call people of Kinshasa and of Brazzaville Congolese; the table gives the word to the greater.
SHARED = {("cd", "Congolese")}
NATIVE = re.compile(r"an? (?:native or inhabitant|native|inhabitant|resident|person) of (?:the )?([A-Z][\w' -]+?)(?:;|$|,| who| or of )")
OF = re.compile(r"of or (?:relating|pertaining) to or characteristic of (?:the )?(?:country of )?([A-Z][\w' -]+?)(?: or |;|$|,)")


def entries(path):
    for line in open(path, encoding="utf-8"):
        if line.startswith(" ") or "|" not in line:
            continue
        data, gloss = line.split("|", 1)
        cells = data.split()
        count = int(cells[3], 16)
        yield [cells[4 + 2 * i].split("(")[0].replace("_", " ") for i in range(count)], gloss.strip()


def main():
    table = sys.argv[1]
    wordnet = sys.argv[2] if len(sys.argv) > 2 else "/usr/share/wordnet"
    states, key_of = {}, {}
    for line in open(table, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t") + [""] * 8
        if line.startswith("#") or cells[2] != "state":
            continue
        states[cells[0]] = (cells[1], [d for d in cells[6].split("|") if d])
        for name in [cells[1]] + cells[5].split("|"):
            key_of.setdefault(name.lower(), cells[0])
    known = collections.defaultdict(set)  # demonym -> states in WordNet
    of_state = collections.defaultdict(set)
    for part, pattern in (("data.noun", NATIVE), ("data.adj", OF)):
        for words, gloss in entries(f"{wordnet}/{part}"):
            found = pattern.match(gloss)
            key = found and key_of.get(found.group(1).lower())
            if key:
                known_words = [w for w in words if w[:1].isupper()]
                of_state[key].update(known_words)
                for word in known_words:
                    known[word].add(key)
    wrong = confirmed = silent = 0
    for key, (name, demonyms) in sorted(states.items()):
        missing = sorted(w for w in of_state[key] if w not in demonyms)
        if missing:
            print(f"{key} {name}: WordNet also has {', '.join(missing)}")
        for demonym in demonyms:
            stem = {demonym, demonym[:-1] if demonym.endswith("s") else demonym, demonym.replace("men", "man")}
            homes = set().union(*(known.get(s, set()) for s in stem))
            if key in homes:
                confirmed += 1
            elif homes and (key, demonym) not in SHARED:
                wrong += 1
                print(f"{key} {name}: {demonym} is of {', '.join(sorted(homes))} in WordNet")
            else:
                silent += 1
    print(f"{confirmed} demonyms confirmed, {silent} unknown to WordNet, {wrong} of another state there")
    sys.exit(1 if wrong else 0)


main()
