#!/usr/bin/env bash
# Builds the Debian package from a release binary and the tree.
# usage: packaging/build-deb.sh SCRUBD [VERSION] [OUTPUT-FOLDER]
#   DEBFULLNAME, DEBEMAIL  who maintains the package
#   SOURCE_DATE_EPOCH      the time of its files; by default that of the last commit
set -euo pipefail
scrubd=$(realpath "$1")
cd "$(dirname "$0")/.."
version=${2:-$(sed -n 's/.*static let current = "\(.*\)".*/\1/p' Sources/scrubd/Version.swift)}
output=${3:-dist}
arch=$(dpkg --print-architecture)
maintainer="${DEBFULLNAME:-The scrubd authors} <${DEBEMAIL:-scrubd@users.noreply.github.com}>"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
lexicon=patterns/lexicons/words.lexicon
model=patterns/tagger/tagger.model
rules=patterns/compiled/packs.rules

for needed in "$scrubd" "$lexicon" "$model" "$rules"; do
  [ -f "$needed" ] || { echo "$needed is missing: run make build first" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/scrubd
doc=$root/usr/share/doc/scrubd
umask 022

put() { install -D -m "$1" "$2" "$root/$3"; }
page() { put 0644 "$1" "$2/$(basename "$1")"; gzip -9n "$root/$2/$(basename "$1")"; }
completion() {
  mkdir -p "$(dirname "$root/$2")"
  "$scrubd" --generate-completion-script "$1" | sed '1{/^#!/d}' > "$root/$2"
}

# The binary, without symbols; the Swift runtime is in it, libpcre2-8 is not. The path to the builder's own Swift goes, too.
put 0755 "$scrubd" usr/bin/scrubd
if ! readelf -d "$scrubd" | grep -q 'NEEDED.*libswiftCore'; then
  command -v chrpath >/dev/null || { echo "chrpath is missing: apt install chrpath" >&2; exit 1; }
  chrpath --delete "$root/usr/bin/scrubd" >/dev/null
fi
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/scrubd"
put 0755 packaging/prepare-root usr/lib/scrubd/prepare-root

# What administrators change lies in /etc; what programs make from it does not.
for pack in patterns/*.yaml; do put 0644 "$pack" "etc/scrubd/$pack"; done
while IFS= read -r -d '' file; do
  case $file in
    patterns/lexicons/* | patterns/tagger/* | patterns/compiled/* | *.md) put 0644 "$file" "usr/share/scrubd/$file" ;;
    *) put 0644 "$file" "etc/scrubd/$file" ;;
  esac
done < <(find patterns -mindepth 2 -type f -print0)
put 0644 patterns/README.md usr/share/scrubd/patterns/README.md
for folder in lexicons tagger compiled; do ln -s "/usr/share/scrubd/patterns/$folder" "$root/etc/scrubd/patterns/$folder"; done
put 0644 packaging/etc/scrubd.yaml etc/scrubd/scrubd.yaml

put 0644 systemd/scrubd.service usr/lib/systemd/system/scrubd.service
put 0644 systemd/scrubd@.service usr/lib/systemd/system/scrubd@.service
put 0644 systemd/scrubd.sysusers usr/lib/sysusers.d/scrubd.conf
put 0644 systemd/scrubd.tmpfiles usr/lib/tmpfiles.d/scrubd.conf

completion bash usr/share/bash-completion/completions/scrubd
completion zsh usr/share/zsh/vendor-completions/_scrubd
completion fish usr/share/fish/vendor_completions.d/scrubd.fish
page man/scrubd.1 usr/share/man/man1
page man/scrubd.yaml.5 usr/share/man/man5

mkdir -p "$doc"
cp docs/ADMIN.md docs/PATTERNS.md docs/ACCURACY.md "$doc"
packaging/copyright.sh > "$doc/copyright"
cp CHANGELOG.md "$doc"
printf 'scrubd (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md beside this file.\n\n -- %s  %s\n' \
  "$version" "$maintainer" "$(date -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$doc/changelog.gz"
put 0644 packaging/debian/lintian-overrides usr/share/lintian/overrides/scrubd

control=$root/DEBIAN
mkdir -p "$control"
(cd "$root" && find etc -type f -printf '/%p\n' | sort) > "$control/conffiles"
install -m 0755 packaging/debian/{postinst,prerm,postrm} "$control"

# Libraries and their lowest versions, from the symbols the binary uses.
mkdir -p "$work/debian"
printf 'Source: scrubd\n\nPackage: scrubd\nArchitecture: any\n' > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info "$root/usr/bin/scrubd" 2>/dev/null \
  | sed -n 's/^shlibs:Depends=//p')
case $depends in *libpcre2-8-0*) ;; *) echo "the binary does not use libpcre2-8: $depends" >&2; exit 1 ;; esac
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@DEPENDS@/$depends/" \
  -e "s/@MAINTAINER@/$maintainer/" -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$root" | cut -f1)/" packaging/debian/control.in > "$control/control"
(cd "$root" && find . -type f -not -path './DEBIAN/*' -printf '%P\0' | sort -z | xargs -0 md5sum) > "$control/md5sums"

mkdir -p "$output"
deb=$output/scrubd_${version}_$arch.deb
dpkg-deb --build --root-owner-group -Zxz -z4 "$root" "$deb" >/dev/null
echo "$deb"
