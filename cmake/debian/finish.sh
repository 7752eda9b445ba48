#!/bin/sh
# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# Gives what cmake installed under ROOT/usr the shape that Debian's policy wants.
# usage: finish.sh ROOT SOURCE MAINTAINER STRIP
set -eu
root=$1 source=$2 maintainer=$3 strip=$4
share=$root/usr/share
doc=$share/doc/demarche

"$strip" --remove-section=.comment --remove-section=.note "$root/usr/bin/demarche"

# Debian's zsh looks in a folder of its own below /usr.
if [ -d "$share/zsh/site-functions" ]; then
  mv "$share/zsh/site-functions" "$share/zsh/vendor-completions"
fi

# A paragraph of Debian's copyright file: one space before each line, a full stop for an empty one.
indented() { sed -e 's/[[:space:]]*$//' -e 's/^$/./' -e 's/^/ /' "$1"; }

# The licence's text is in Debian's base system, and the copyright file says where.
rm "$doc/LICENSE"
{
  cat "$source/cmake/debian/copyright"
  printf '\nLicense: CC-BY-SA-4.0\n'
  indented "$source/LICENSES/CC-BY-SA-4.0.txt"
  printf '\nLicense: LicenseRef-training-texts\n'
  indented "$source/LICENSES/LicenseRef-training-texts.txt"
} >"$doc/copyright"

# CHANGELOG.md as debian/changelog writes it: an entry for each released version.
rm "$doc/CHANGELOG.md"
sed -n 's/^## \[\([0-9][0-9.]*\)] - \([0-9-]*\)$/\1 \2/p' "$source/CHANGELOG.md" |
  while read -r version date; do
    printf 'demarche (%s) unstable; urgency=medium\n\n' "$version"
    awk -v version="$version" '
      function say(text,    words, n, i, line) {
        n = split(text, words, " ")
        line = "  *"
        for (i = 1; i <= n; i++) {
          if (length(line) + 1 + length(words[i]) > 78) { print line; line = "   " }
          line = line " " words[i]
        }
        if (text != "") print line
      }
      /^## / { ours = index($0, "## [" version "]") == 1; next }
      !ours { next }
      /^- / { say(item); item = substr($0, 3); next }
      /^  / { item = item " " $0; next }
      /^#/ { say(item); item = "" }
      END { say(item) }' "$source/CHANGELOG.md"
    printf '\n -- %s  %s\n\n' "$maintainer" "$(LC_ALL=C date -u -R -d "$date")"
  done | gzip -9n >"$doc/changelog.gz"

find "$share/man" -type f -exec gzip -9n {} +

install -D -m 644 "$source/cmake/debian/lintian-overrides" "$share/lintian/overrides/demarche"

chmod -R u=rwX,go=rX "$root/usr"
[ -z "${SOURCE_DATE_EPOCH-}" ] || find "$root/usr" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
