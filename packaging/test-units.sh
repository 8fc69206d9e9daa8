#!/usr/bin/env bash
# Checks the units without a systemd that runs: they are right, they are alike, and the sandbox is as tight as is claimed.
# usage: packaging/test-units.sh [HIGHEST-EXPOSURE]
set -euo pipefail
cd "$(dirname "$0")/.."
highest=${1:-1.5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "FAIL  $*" >&2; failed=1; }
good() { echo "ok    $*"; }

# The programs that the package installs may not be installed here; all else is looked at as it is.
for unit in scrubd.service scrubd@.service; do
  sed -e 's#/usr/bin/scrubd#/bin/true#; s#/usr/lib/scrubd/prepare-root#/bin/true#; /^Documentation=/d' "systemd/$unit" > "$work/$unit"
done
cp "$work/scrubd@.service" "$work/scrubd@ward.service"

for unit in scrubd.service scrubd@ward.service; do
  said=$(systemd-analyze verify --man=no "$work/$unit" 2>&1) || fail "$unit: $said"
  if [ -z "$said" ]; then good "$unit is a right unit"; else fail "$unit: $said"; fi
  exposure=$(systemd-analyze security --offline=true "$work/$unit" 2>/dev/null | sed -n 's/.*exposure level for [^:]*: \([0-9.]*\).*/\1/p')
  if [ -n "$exposure" ] && awk "BEGIN { exit !($exposure <= $highest) }"; then
    good "$unit has an exposure of $exposure, at most $highest"
  else
    fail "$unit has an exposure of ${exposure:-unknown}; at most $highest is wanted"
  fi
done

# The instance has the sandbox of the service: whatever differs is a name.
names='^(Description|ExecStartPre|ExecStart|ExecReload|StateDirectory|RuntimeDirectory|LoadCredential)='
for unit in scrubd.service scrubd@.service; do grep -Ev "$names|^#" "systemd/$unit" | grep . > "$work/$unit.rest"; done
if diff "$work/scrubd.service.rest" "$work/scrubd@.service.rest" >&2; then
  good "the instance is like the service"
else
  fail "scrubd@.service differs from scrubd.service in more than names"
fi

# Nothing in the tmpfiles lines can remove a document.
if grep -Ev '^(#|$|d |a\+ )' systemd/scrubd.tmpfiles >&2; then
  fail "scrubd.tmpfiles has lines other than d and a+"
else
  good "scrubd.tmpfiles makes folders and removes nothing"
fi
exit "$failed"
