# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0
"""Lines of `demarche extract` against schema/extract.schema.json, and bad twins that it refuses."""

import copy
import json
import pathlib
import sys

import jsonschema

schema_file = pathlib.Path(__file__).parents[2] / "schema" / "extract.schema.json"
schema = json.loads(schema_file.read_text(encoding="utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)

lines = [json.loads(line) for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").split("\n") if line]
assert lines and lines[0]["statements"], "there is nothing to check"
for line in lines:
    for error in validator.iter_errors(line):
        sys.exit(f"{line['id']}: {list(error.absolute_path)}: {error.message}")


def refused(change):
    line = copy.deepcopy(lines[0])
    change(line, line["statements"][0])
    return not validator.is_valid(line)


twins = {
    "a missing member": lambda line, s: line.pop("sha256"),
    "an unknown member": lambda line, s: s.update(mood="grim"),
    "an unknown relation": lambda line, s: s.update(relation="begs"),
    "no evidence": lambda line, s: s.update(cue=[], content=[]),
    "nobody who holds it": lambda line, s: s.update(actors=[]),
    "a stance out of range": lambda line, s: s.update(stance=1.5),
    "half a range": lambda line, s: s.update(cue=[[3]]),
    "a range before the text": lambda line, s: s.update(cue=[[-1, 3]]),
    "an addressee without a name": lambda line, s: s.update(addressee={"id": "us"}),
}
taken = [name for name, change in twins.items() if not refused(change)]
if taken:
    sys.exit("the schema takes " + ", ".join(taken))
print(f"{len(lines)} lines conform, {len(twins)} bad twins are refused")
