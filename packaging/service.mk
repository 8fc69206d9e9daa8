# The package and the service's own checks. Included by the Makefile.
.PHONY: deb test-machine test-units test-service test-docs

VERSION ?= $(shell sed -n 's/.*static let current = "\(.*\)".*/\1/p' Sources/scrubd/Version.swift)
DEB := dist/scrubd_$(VERSION)_$(shell dpkg --print-architecture 2>/dev/null).deb
INSTALL_PACKAGES := $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq

## The Debian package, dist/scrubd_<version>_<arch>.deb.
deb: build
	@command -v dpkg-shlibdeps >/dev/null && command -v chrpath >/dev/null \
	  || { $(INSTALL_PACKAGES) dpkg-dev chrpath >/dev/null; }
	packaging/build-deb.sh $(RELEASE) $(VERSION)

## Are the units right and the sandbox tight; needs systemd's tools, not a systemd that runs.
test-units:
	@command -v systemd-analyze >/dev/null || { $(INSTALL_PACKAGES) systemd >/dev/null; }
	packaging/test-units.sh

## The examples of the administrator's documents, run.
test-docs: build
	packaging/test-docs.sh $(RELEASE)

## What not every machine can do: the rest of `make test`.
test-machine:
	@if command -v systemd-analyze >/dev/null || { $(INSTALL_PACKAGES) systemd >/dev/null && command -v systemd-analyze >/dev/null; }; then \
	  $(MAKE) --no-print-directory test-units; \
	else \
	  echo "the units were not checked: systemd-analyze is missing and cannot be installed"; \
	fi
	@if packaging/can-boot.sh; then \
	  $(MAKE) --no-print-directory test-service; \
	else \
	  echo "the service was not tested on a real systemd, which this machine cannot boot for the reason above"; \
	fi

## The package on a real systemd: a Debian 12 in a container, as root. Takes minutes; the first time it fetches the Debian.
test-service: test-units deb
	$(SUDO) packaging/test-service.sh $(DEB)
