#!/bin/sh
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
      /^## / { ours = index($0, "## [" version "]") == 1; next }
      ours && /^- / { print "  * " substr($0, 3); next }
      ours && /^  / { print "  " $0 }' "$source/CHANGELOG.md"
    printf '\n -- %s  %s\n\n' "$maintainer" "$(LC_ALL=C date -u -R -d "$date")"
  done | gzip -9n >"$doc/changelog.gz"

find "$share/man" -type f -exec gzip -9n {} +

install -D -m 644 "$source/cmake/debian/lintian-overrides" "$share/lintian/overrides/demarche"

chmod -R u=rwX,go=rX "$root/usr"
