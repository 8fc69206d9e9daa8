#!/usr/bin/env bash
# Writes the package's copyright file: the licence of scrubd, the notices of its data, and those of the Swift packages that are
# linked into it.
set -euo pipefail
cd "$(dirname "$0")/.."
cat <<'HEAD'
scrubd is licensed under the Apache License, Version 2.0. On Debian systems its text is in
/usr/share/common-licenses/Apache-2.0.

Copyright: 2026 the scrubd authors

The Swift runtime and these Swift packages are linked into /usr/bin/scrubd, under the Apache License, Version 2.0, those
of Apple with the Swift Runtime Library Exception: swift-argument-parser, swift-async-algorithms, swift-collections,
swift-configuration, swift-crypto, swift-log, swift-service-lifecycle, swift-system, swift-asn1.

HEAD
cat NOTICE
for notice in .build/checkouts/*/NOTICE.txt .build/checkouts/Yams/LICENSE; do
  [ -f "$notice" ] || continue
  name=${notice#.build/checkouts/}
  printf '\n%s\n%s\n\n' "${name%%/*}" "$(printf '%s' "${name%%/*}" | sed 's/./-/g')"
  cat "$notice"
done
