#!/bin/sh
# SPDX-FileCopyrightText: 2026 The demarche authors
# SPDX-License-Identifier: Apache-2.0

# Runs inside the bare root: installs /srv/in/demarche.deb, tries what it brought, leaves what the program said in
# /srv/out, and takes the package away again. usage: installed.sh with|without   (completions)
set -eu
fail() { printf 'installed.sh: %s\n' "$*" >&2; exit 1; }
there() { [ -s "$1" ] || fail "the package brought no $1"; }

export DEBIAN_FRONTEND=noninteractive
apt-get install -y -qq --no-install-recommends /srv/in/demarche.deb >/srv/apt.log 2>&1 || { cat /srv/apt.log; exit 1; }
[ -z "$(dpkg --verify demarche)" ] || fail "files are not as packed: $(dpkg --verify demarche)"

# Not as root: what is installed must be readable to everybody.
install -d -o nobody /srv/out
cd /srv/out
as_nobody() { setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; }
as_nobody demarche --version >version
as_nobody demarche build ../in/samples --output graph >summary

while read -r page; do
  there "/usr/share/man/man${page##*.}/$page.gz"
done </srv/in/pages
zcat /usr/share/man/man1/demarche.1.gz | grep -q '^\.TH DEMARCHE 1' || fail "demarche.1.gz is no page"
there /usr/share/demarche/schema/demarche.ttl
there /usr/share/demarche/models/LICENSE
there /usr/share/demarche/models/README.md
there /usr/share/doc/demarche/NOTICE
there /usr/share/doc/demarche/copyright
zcat /usr/share/doc/demarche/changelog.gz |
  grep -q "^demarche ($(dpkg-query -W -f '${Version}' demarche)) " || fail "changelog.gz does not know the package's version"
if [ "$1" = with ]; then
  there /usr/share/bash-completion/completions/demarche
  there /usr/share/zsh/vendor-completions/_demarche
  there /usr/share/fish/vendor_completions.d/demarche.fish
  bash -c '. /usr/share/bash-completion/completions/demarche && complete -p demarche' >/dev/null ||
    fail "bash gets no completion of demarche"
fi

apt-get purge -y -qq demarche >/srv/apt.log 2>&1 || { cat /srv/apt.log; exit 1; }
left=$(find / -xdev \( -path /proc -o -path /srv -o -path /var/lib/apt -o -path /var/cache \) -prune -o -name '*demarche*' -print)
[ -z "$left" ] || fail "purged, but still there: $left"
