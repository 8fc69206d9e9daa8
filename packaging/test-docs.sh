#!/usr/bin/env bash
# Runs the examples of docs/ADMIN.md and docs/PATTERNS.md that are marked: ```sh test is run, ```yaml test NAME is written into
# the folder local, from a folder of its own for each document. Of the manual pages it runs every command line among the
# examples, and has every example of a configuration checked.
# usage: packaging/test-docs.sh SCRUBD
set -euo pipefail
scrubd=$(realpath "$1")
cd "$(dirname "$0")/.."
tree=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

mkdir "$work/bin"
ln -s "$scrubd" "$work/bin/scrubd"
export PATH="$work/bin:$PATH" SCRUBD_PATTERNS="${SCRUBD_PATTERNS:-$tree/patterns}" SCRUBD_CONFIG="$tree/packaging/etc/scrubd.yaml"

# Splits a document into files 01.sh, 02.yaml with the name in the first line.
split() {
  awk -v to="$2" '
    /^```(sh|yaml) test/ { n++; kind = $1; sub(/```/, "", kind); file = sprintf("%s/%02d.%s", to, n, kind); print $3 > file; inside = 1; next }
    /^```/ { inside = 0 }
    inside { print > file }' "$1"
}

for document in ADMIN PATTERNS; do
  mkdir -p "$work/$document/local/profiles" "$work/$document.parts"
  split "docs/$document.md" "$work/$document.parts"
  for part in "$work/$document.parts"/*; do
    case $part in
      *.yaml) tail -n +2 "$part" > "$work/$document/local/$(head -1 "$part")" ;;
      *.sh)
        said=$(cd "$work/$document" && tail -n +2 "$part" | bash -euo pipefail 2>&1 | tail -5) || {
          echo "FAIL  $document: $(tail -n +2 "$part"): $said" >&2
          failed=1
          continue
        }
        echo "ok    $document: $(tail -n 1 "$part")"
        ;;
    esac
  done
done

mkdir "$work/man"
cd "$work/man"
printf 'Phone (217) 555-0142.\n' > note.txt
while IFS= read -r line; do
  if said=$(bash -euo pipefail -c "$line" 2>&1); then
    echo "ok    scrubd(1): $line"
  else
    echo "FAIL  scrubd(1): $line: $(tail -5 <<< "$said")" >&2
    failed=1
  fi
done < <(sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/s/^\.Dl \$ //p' "$tree/man/scrubd.1")
sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/p' "$tree/man/scrubd.yaml.5" | sed -n '/^\.Bd/,/^\.Ed/{/^\./d;p}' > example.yaml
if said=$(scrubd config check --config example.yaml 2>&1) && [ -s example.yaml ]; then
  echo "ok    scrubd.yaml(5): its example is right"
else
  echo "FAIL  scrubd.yaml(5): $said" >&2
  failed=1
fi
exit "$failed"
