# A Debian 12 whose systemd really runs, in a container. To be sourced by a script with `set -euo pipefail`; needs root,
# debootstrap and systemd-container (installed if missing). The Debian is fetched once and kept.
#   SCRUBD_TEST_DEBIAN  where the Debian is kept (/var/tmp/scrubd-test-bookworm)
#   SCRUBD_TEST_BIND    a folder to show to the container as well, such as that of a Swift runtime
debian=${SCRUBD_TEST_DEBIAN:-/var/tmp/scrubd-test-bookworm}

[ "$(id -u)" = 0 ] || { echo "making a container needs root" >&2; exit 1; }

need() { command -v "$1" >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null; }; }
need debootstrap debootstrap
need systemd-nspawn systemd-container

if [ ! -e "$debian/.complete" ]; then
  echo "fetching a Debian 12 into $debian (once)"
  rm -rf "$debian"
  debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,libpcre2-8-0,libstdc++6,acl,procps \
    bookworm "$debian" http://deb.debian.org/debian >"$debian.log" 2>&1 || { tail -5 "$debian.log" >&2; exit 1; }
  touch "$debian/.complete"
fi

work=$(mktemp -d /var/tmp/scrubd-test-service.XXXXXX)
machine=$work/machine
nspawn=
end() {
  if [ -n "$nspawn" ]; then
    kill "$nspawn" 2>/dev/null || true
    wait "$nspawn" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap end EXIT
cp -a "$debian" "$machine"

# --- talking to the container -------------------------------------------------------------------------------------------

boot() {
  local bind=()
  [ -z "${SCRUBD_TEST_BIND:-}" ] || bind=("--bind-ro=$SCRUBD_TEST_BIND")
  systemd-nspawn --quiet -D "$machine" --boot --private-network --register=no --keep-unit --console=pipe "${bind[@]}" \
    >"$work/console" 2>&1 </dev/null &
  nspawn=$!
  for _ in $(seq 300); do
    leader=$(pgrep -P "$nspawn" | head -1) || true
    if [ -n "$leader" ] && [ "$(inside systemctl is-system-running 2>/dev/null)" != offline ] \
      && inside systemctl is-active --quiet basic.target 2>/dev/null; then
      return
    fi
    kill -0 "$nspawn" 2>/dev/null || break
    sleep 0.2
  done
  echo "the container does not boot:" >&2
  tail -20 "$work/console" >&2
  exit 1
}
inside() { nsenter -t "$leader" -m -u -i -n -p -C -- "$@"; }
