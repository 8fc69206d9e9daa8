#!/usr/bin/env bash
# Whether this machine can boot a Debian in a container, with nothing of scrubd in it: what `make test` asks before it tests
# the service there. Says why not.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/container.sh
boot
