#!/usr/bin/env bash
# Installs the package on a Debian 12 whose systemd really runs, in a container, and checks what an administrator is promised.
# Needs root; container.sh says what else.
# usage: packaging/test-service.sh PACKAGE.deb
set -euo pipefail
deb=$(realpath "$1")
cd "$(dirname "$0")/.."
spool=/var/lib/scrubd
failed=0

. packaging/container.sh

as() { local who=$1; shift; inside setpriv --reuid "$who" --regid "$who" --init-groups -- "$@"; }
main_pid() { inside systemctl show -P MainPID scrubd; }
journal() { inside journalctl --no-pager -o cat -u scrubd "$@"; }

# --- checking -----------------------------------------------------------------------------------------------------------

good() { echo "ok    $*"; }
fail() { echo "FAIL  $*"; failed=1; }
check() { local what=$1; shift; if "$@" >/dev/null 2>&1; then good "$what"; else fail "$what"; fi; }
refused() { local what=$1; shift; if "$@" >/dev/null 2>&1; then fail "$what"; else good "$what"; fi; }
# Waits up to a minute until something is so.
until_so() {
  for _ in $(seq 300); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.2
  done
  return 1
}
is_active() { [ "$(inside systemctl is-active scrubd)" = active ]; }
receipts() { inside sh -c "ls $spool/receipts | wc -l"; }
has_receipts() { [ "$(receipts)" -ge "$1" ]; }
pid_is_not() { local now; now=$(main_pid); [ "$now" != "$1" ] && [ "$now" != 0 ] && is_active; }
says() { local since=$1; shift; journal --since "$since" | grep -qF -- "$1"; }
now() { inside date '+%Y-%m-%d %H:%M:%S'; }

# Drops a note as somebody of the drop group would, with the umask given.
drop() { as alice sh -c "umask $2; printf '%s\n' 'Pt: Deshawn Okwuosa   DOB: 03/14/1989' 'Phone 312-555-0119. The wound healed well.' > $spool/inbox/$1.txt"; }

# --- the test -----------------------------------------------------------------------------------------------------------

boot
cp "$deb" "$machine/root/scrubd.deb"
check "the package installs" inside dpkg -i /root/scrubd.deb
check "the service is active" until_so is_active
is_active || { inside systemctl status --no-pager -l scrubd || true; journal | tail -20; exit 1; }
journal | grep -F "started:" | tail -1 | sed 's/^/      /'

inside useradd -m alice
inside useradd -m rita
inside useradd -m mallory
inside usermod -aG scrubd-drop alice
inside usermod -aG scrubd-reader rita

echo "-- permissions"
for mask in 000 022 077; do drop "note-$mask" "$mask"; done
check "files dropped with any umask are taken" until_so has_receipts 3
texts=$(inside sh -c "ls $spool/outbox/*.txt")
check "all of them come out" test "$(echo "$texts" | wc -l)" = 3
while IFS= read -r text; do
  said=$(as rita cat "$text") || said=
  if [ -n "$said" ] && [ "${said/Okwuosa/}" = "$said" ]; then
    good "a reader can read it, and it is scrubbed"
  else
    fail "a reader cannot read it, or it is not scrubbed"
  fi
done <<< "$texts"
check "a reader can list the outbox" as rita ls "$spool/outbox"
refused "a reader cannot write into the outbox" as rita touch "$spool/outbox/x"
refused "a reader cannot put anything into the inbox" as rita touch "$spool/inbox/x"
refused "who drops cannot list what others dropped" as alice ls "$spool/inbox"
refused "who drops cannot read the outbox" as alice ls "$spool/outbox"
refused "a stranger cannot enter at all" as mallory ls "$spool/outbox"
for folder in originals audit receipts hold quarantine work keys; do
  refused "who drops cannot enter $folder" as alice ls "$spool/$folder"
  refused "a reader cannot enter $folder" as rita ls "$spool/$folder"
done
original=$(inside sh -c "ls -d $spool/originals/* | head -1")
refused "a reader cannot read an original whose name she knows" as rita cat "$original"
segment=$(inside sh -c "ls $spool/audit/*.jsonl | head -1")
refused "who drops cannot read an audit segment whose name he knows" as alice cat "$segment"
check "the audit proves itself" inside setpriv --reuid scrubd --regid scrubd --init-groups scrubd audit verify --root "$spool"

echo "-- what is told"
id=$(inside journalctl -o json -u scrubd SCRUBD_EVENT=finished -n 1 | sed -n 's/.*"MESSAGE_ID":"\([0-9a-f]*\)".*/\1/p')
check "outcomes are in the journal under their message id" test -n "$id"
check "journal, status and figures name no patient" sh -c "! { nsenter -t $leader -a journalctl --no-pager; nsenter -t $leader -a systemctl status scrubd; cat '$machine'/run/scrubd/* ; } 2>/dev/null | grep -q Okwuosa"
check "systemctl status shows the state" until_so sh -c "nsenter -t $leader -a systemctl show -P StatusText scrubd | grep -q 'waiting 0, in work 0'"
released() { inside sh -c "grep -q 'scrubd_documents_total{outcome=\"released\"} 3' /run/scrubd/scrubd.prom"; }
check "figures are written for Prometheus" until_so released
check "scrubd status tells it as JSON" inside sh -c "scrubd status --root $spool --json | grep -q '\"running\":true'"

echo "-- killed and hanging"
pid=$(main_pid)
for number in $(seq 20); do drop "kill-$number" 022; done
inside kill -9 "$pid"
check "after kill -9 it runs again" until_so pid_is_not "$pid"
check "and nothing is lost" until_so has_receipts 23
pid=$(main_pid)
# Two minutes of a real watchdog would be long; the unit's own time is checked, and a shorter one waited for.
check "the watchdog of the unit is on" test "$(inside systemctl show -P WatchdogUSec scrubd)" != 0
inside mkdir -p /run/systemd/system/scrubd.service.d
inside sh -c "printf '[Service]\nWatchdogSec=6\n' > /run/systemd/system/scrubd.service.d/test.conf"
inside systemctl daemon-reload
inside systemctl restart scrubd
until_so is_active
pid=$(main_pid)
for number in $(seq 5); do drop "hang-$number" 022; done
inside kill -STOP "$pid"
check "a hang is noticed and ended by systemd" until_so pid_is_not "$pid"
check "and nothing is lost" until_so has_receipts 28
check "a daemon that is idle is not taken for one that hangs" sh -c "before=\$(nsenter -t $leader -a systemctl show -P MainPID scrubd); sleep 15; [ \"\$before\" = \"\$(nsenter -t $leader -a systemctl show -P MainPID scrubd)\" ]"
inside rm -r /run/systemd/system/scrubd.service.d
inside systemctl daemon-reload
inside systemctl restart scrubd
until_so is_active

echo "-- reload"
pid=$(main_pid)
since=$(now)
cat > "$machine/etc/scrubd/patterns/ward.yaml" <<'PACK'
pack: ward
version: 1
finds: Numbers that only this ward uses.
patterns:
  - id: ward/bed-code
    category: MRN
    hipaa: H
    finds: Bed codes of the ward.
    regex: 'bedcode\ (?<phi>QX\d{5})'
    confidence: 0.95
    match: ['bedcode [[QX12345]]']
PACK
drop_ward() { as alice sh -c "echo 'The wound healed well, bedcode QX4771$1.' > $spool/inbox/ward-$1.txt"; }
check "a reload with a new pattern is taken" inside systemctl reload scrubd
check "the process becomes a new one under its number" until_so says "$since" "started:"
check "with the same number" test "$(main_pid)" = "$pid"
check "the service stays active" until_so is_active
drop_ward 1
until_so has_receipts 29
check "the new pattern works" inside sh -c "! grep -rq QX47711 $spool/outbox $spool/hold/*/*.txt"
sed -i 's/(?<phi>QX/(?<phi>QX(/' "$machine/etc/scrubd/patterns/ward.yaml"
since=$(now)
refused "a reload with a broken pattern is refused" inside systemctl reload scrubd
check "a bare SIGHUP with it is refused as well" sh -c "nsenter -t $leader -a kill -HUP $pid"
check "and said" until_so says "$since" "reload refused, everything goes on as before"
check "the service stays active with the old pattern" is_active
drop_ward 2
until_so has_receipts 30
check "which still works" inside sh -c "! grep -rq QX47712 $spool/outbox"
rm "$machine/etc/scrubd/patterns/ward.yaml"
echo 'workrs: 3' >> "$machine/etc/scrubd/scrubd.yaml"
since=$(now)
refused "a reload with a misspelt setting is refused" inside systemctl reload scrubd
check "with the word that was meant" until_so says "$since" 'Did you mean `workers`?'
sed -i '/^workrs/d' "$machine/etc/scrubd/scrubd.yaml"
check "a right one is taken again" inside systemctl reload scrubd
check "and the service is active" until_so is_active

echo "-- hooks"
inside sh -c "mkdir -p /usr/local/lib/scrubd; printf '#!/bin/sh\ncat > /run/scrubd/told.json\n' > /usr/local/lib/scrubd/told; chmod 755 /usr/local/lib/scrubd/told"
echo 'onQuarantined: /usr/local/lib/scrubd/told' >> "$machine/etc/scrubd/scrubd.yaml"
since=$(now)
inside systemctl reload scrubd
until_so says "$since" "watching the inbox"
as alice sh -c "printf 'GIF89a' > $spool/inbox/picture.gif"
check "a program is told of a quarantined document" until_so inside grep -q '"outcome":"quarantined"' /run/scrubd/told.json

echo "-- a second instance"
inside cp /etc/scrubd/scrubd.yaml /etc/scrubd/ward.yaml
check "an instance starts" inside systemctl start scrubd@ward
check "with folders of its own" test "$(inside stat -c %U:%G:%a "$spool-ward/outbox")" = scrubd:scrubd-reader:2750
check "that the drop group can use" as alice sh -c "echo 'The wound healed well.' > $spool-ward/inbox/a.txt"
check "and works" until_so inside sh -c "ls $spool-ward/outbox/*.txt"
inside systemctl stop scrubd@ward

echo "-- stop"
for number in $(seq 30); do drop "stop-$number" 022; done
limit=$(inside systemctl show -P TimeoutStopUSec scrubd)
begin=$SECONDS
check "it stops" inside systemctl stop scrubd
took=$((SECONDS - begin))
check "within its limit ($took s of $limit)" test "$took" -lt 60
check "by itself, not killed" test "$(inside systemctl show -P Result scrubd)" = success
check "with nothing half done in work" test -z "$(ls "$machine$spool/work")"
inside systemctl start scrubd
check "and takes up the rest afterwards" until_so has_receipts 61

echo "-- upgrade, downgrade, removal"
state() { (cd "$machine$spool" && find outbox originals receipts keys -type f | sort | xargs md5sum); }
key=$(md5sum < "$machine$spool/keys/audit.key")
repackage() {
  rm -rf "$work/repack"
  dpkg-deb -R "$deb" "$work/repack"
  sed -i "s/^Version:.*/Version: $1/" "$work/repack/DEBIAN/control"
  dpkg-deb --build --root-owner-group -Zgzip "$work/repack" "$machine/root/$1.deb" >/dev/null
}
installed() { inside dpkg-query -W -f '${Version}' scrubd; }
version=$(installed)
echo '# my own word' >> "$machine/etc/scrubd/scrubd.yaml"
repackage "$version+next"
before=$(state)
check "an upgrade installs" inside dpkg -i --force-confdef --force-confold "/root/$version+next.deb"
check "and runs" until_so is_active
check "it kept documents, receipts and key" test "$before" = "$(state)"
check "it kept what was changed in /etc" grep -q 'my own word' "$machine/etc/scrubd/scrubd.yaml"
check "a downgrade installs" inside dpkg -i --force-downgrade --force-confold /root/scrubd.deb
check "and runs" until_so is_active
check "it kept documents, receipts and key as well" test "$before" = "$(state)"
drop after 022
check "and works" until_so has_receipts 62
check "the audit is one chain through all of it" inside setpriv --reuid scrubd --regid scrubd --init-groups scrubd audit verify --root "$spool"

echo "-- the sandbox as it runs"
exposure=$(inside systemd-analyze security scrubd --no-pager 2>/dev/null | sed -n 's/.*exposure level for [^:]*: \([0-9.]*\).*/\1/p')
check "exposure $exposure, at most 1.5" awk "BEGIN { exit !(${exposure:-9} <= 1.5) }"
pid=$(main_pid)
check "no memory of the daemon is writable and executable" inside sh -c "grep -q r-xp /proc/$pid/maps && ! grep -q rwxp /proc/$pid/maps"
check "it has no network but its own loopback" test "$(inside nsenter -t "$pid" -n ls /sys/class/net 2>/dev/null | grep -cv '^lo$')" = 0

check "removal stops it" inside dpkg -r scrubd
refused "nothing runs any more" inside pgrep -x scrubd
check "purge" inside sh -c "dpkg -P scrubd 2>/tmp/purge"
check "keeps every document and the key" test "$key" = "$(md5sum < "$machine$spool/keys/audit.key")"
check "and says so" inside grep -q "are kept" /tmp/purge

if [ "$failed" = 0 ]; then echo "all checks passed"; else echo "some checks FAILED"; fi
exit "$failed"
