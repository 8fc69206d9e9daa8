#!/usr/bin/env bash
# Starts scrubd on a folder inside the tree, drops the samples into its inbox as a person would, and shows what came out.
# usage: Tools/demo.sh PATH-TO-SCRUBD
set -euo pipefail
cd "$(dirname "$0")/.."
scrubd=$1
root=demo
samples=samples/inbox

rm -rf "$root"
mkdir -p "$root"
title() { printf '\n\033[1m== %s\033[0m\n' "$*"; }

title "starting the daemon on ./$root"
"$scrubd" run --root "$root" 2> "$root/journal.log" &
daemon=$!
trap 'kill "$daemon" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
  grep -q 'watching the inbox' "$root/journal.log" && break
  kill -0 "$daemon" 2>/dev/null || { cat "$root/journal.log"; exit 1; }
  sleep 0.1
done

title "dropping $(ls "$samples" | wc -l) samples into $root/inbox"
ls -1 "$samples"
cp "$samples"/* "$root/inbox/"

expected=$(ls "$samples" | wc -l)
for _ in $(seq 300); do
  [ "$(ls "$root/receipts" | wc -l)" -ge "$expected" ] && break
  sleep 0.1
done

title "outbox"
ls -1 "$root/outbox"
title "hold (a person has to decide) and quarantine (could not be processed)"
ls -1 "$root/hold" "$root/quarantine"

show() { # a sample, what became of it, side by side as far as the terminal allows
  local sample=$1 id out
  id=$(grep -lF "\"$sample\"" "$root"/receipts/*.json | head -n 1 | xargs basename | sed 's/\.json$//')
  for out in "$root"/outbox/*"${id: -8}"* "$root/hold/$id"/* "$root/quarantine/$id/reason.txt"; do
    case "$out" in */claim.json | */original | *report.md) continue ;; esac
    [ -e "$out" ] && break
  done
  title "in:  $sample"
  if grep -Iq . "$samples/$sample"; then head -n 14 "$samples/$sample"; else echo "(no text: $(wc -c < "$samples/$sample") bytes)"; fi
  title "out: $out"
  head -n 14 "$out"
}
show "ED note ankle.txt"
show "consult letter.txt"
show "wound photo.gif"

title "the clinician's report beside it"
cat "$root"/outbox/"ED note"*.report.md

title "scrubd audit show (first lines)"
"$scrubd" audit show --root "$root" > "$root/audit.txt"
head -n 30 "$root/audit.txt"

title "stopping the daemon"
kill -TERM "$daemon"
wait "$daemon" || true
trap - EXIT
cat "$root/journal.log"

title "scrubd audit verify"
"$scrubd" audit verify --root "$root"

printf '\nLook around in ./%s: inbox outbox hold quarantine receipts originals audit\n' "$root"
