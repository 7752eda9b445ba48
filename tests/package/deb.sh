#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# Makes the package of a built tree, has lintian read it, installs it into a bare Debian and runs it there.
#
#     tests/package/deb.sh [BUILD]        (default: build/release)
#
# The bare root is made of the packages that this machine's own apt sources offer, in a temporary folder that is
# gone afterwards. Needs root, and the packages dpkg-dev, lintian and mmdebstrap.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "${1:-$source/build/release}")

fail() { printf 'deb.sh: %s\n' "$*" >&2; exit 1; }
say() { printf '== %s\n' "$*"; }

[ "$(id -u)" -eq 0 ] || fail "a root for the package can only be made by root. Run it as root, or with sudo."
for tool in cpack dpkg-shlibdeps lintian mmdebstrap; do
  command -v "$tool" >/dev/null || fail "no $tool. Install dpkg-dev, cmake, lintian and mmdebstrap."
done
[ -x "$build/demarche" ] || fail "$build: no program. Build it first: cmake --build --preset release."

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
chmod 755 "$work"

say "packing"
(umask 077 && cd "$build" && cpack -G DEB -B "$work/cpack") >"$work/cpack.log" 2>&1 || { cat "$work/cpack.log"; exit 1; }
debs=("$work"/cpack/demarche_*.deb)
[ ${#debs[@]} -eq 1 ] && [ -f "${debs[0]}" ] || fail "cpack made not one package but: ${debs[*]}"
deb=${debs[0]}
dpkg-deb --info "$deb"

say "lintian"
lintian --fail-on error,warning --display-info --show-overrides --allow-root "$deb"

say "what the build tree says"
mkdir "$work/in" "$work/expected"
cp -r "$source/tests/samples" "$work/in/samples"
cp "$deb" "$work/in/demarche.deb"
cp "$source/tests/package/installed.sh" "$work/in"
(cd "$source/docs/man" && ls) >"$work/in/pages"
chmod -R u=rwX,go=rX "$work/in"
"$build/demarche" --version >"$work/expected/version"
(cd "$work/expected" && "$build/demarche" build ../in/samples --output graph >summary)
completions=without
[ ! -e "$source/src/cli/command_completion.cpp" ] || completions=with

# Debian's own archives among the sources of this machine; others have no place in a bare root.
suite=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
apt-get indextargets --format '$(CREATED_BY) $(ORIGIN) deb $(REPO_URI) $(RELEASE) $(COMPONENT)' |
  sed -n 's/^Packages Debian \(deb [^ ]* '"$suite"'.*\)/\1/p' | sort -u >"$work/sources.list"
[ -s "$work/sources.list" ] || fail "apt knows no Debian archive for $suite. Run apt-get update."

say "installing into a bare $suite, and running there"
mmdebstrap --quiet --variant=minbase --aptopt='Acquire::Retries "3"' \
  --customize-hook="copy-in $work/in /srv" \
  --customize-hook="chroot \"\$1\" sh /srv/in/installed.sh $completions" \
  --customize-hook="copy-out /srv/out $work" \
  "$suite" "$work/root" "$work/sources.list"

say "comparing"
cmp "$work/expected/version" "$work/out/version"
cmp "$work/expected/summary" "$work/out/summary"
for file in graph.jsonld graph.nq; do
  cmp "$work/expected/graph/$file" "$work/out/graph/$file"
done
say "the package gives what the build tree gives"
