# `make open` reads the examples and opens them; `make test` runs every test. Both make their own
# environment in .venv when there is none, from exact versions with their digests. What they need:
# GNU Make, Python 3.11 or newer with venv and pip, and a package registry.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
UV := $(BIN)/uv pip
SOURCES := $(shell find src -name '*.py')
COMPILE := $(UV) compile --quiet --universal --generate-hashes --no-header

.PHONY: help open test lint format docs rules scores pins quality bench reliability fuzz lock pages chromium jing audit clean

help: ## Say what can be made
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 20

open: $(VENV)/.ready ## Read the records in examples/ and open them in the browser
	$(BIN)/greffier open examples

test: $(VENV)/.dev $(VENV)/.ready chromium jing ## Run every test
	$(BIN)/pytest -n 2

lint: $(VENV)/.dev ## Check style, form, types and which part imports which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev ## Lay the code out, and mend what can be mended by rule
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

docs: $(VENV)/.dev ## Write docs/commands.md and docs/tables.md anew from what they tell of
	$(BIN)/python tools/commands.py > docs/commands.md.new
	mv docs/commands.md.new docs/commands.md
	$(BIN)/python tools/tables.py > docs/tables.md.new
	mv docs/tables.md.new docs/tables.md

pages: $(VENV)/.dev chromium ## Draw every page anew, for docs/pages
	GREFFIER_DRAW_PAGES=yes $(BIN)/pytest -q tests/e2e/test_listed.py -k opens

rules: $(VENV)/.dev ## Read off anew what the rules of the languages need, after a change of them
	$(BIN)/python -m tools.needs > src/greffier/reading/languages/needs.json.new
	mv src/greffier/reading/languages/needs.json.new src/greffier/reading/languages/needs.json

scores: $(VENV)/.dev ## Show how well the records are read, against gold and pins
	$(BIN)/python -m tests.quality

pins: $(VENV)/.dev ## Pin the scores of every set where they now stand
	$(BIN)/python -m tests.quality --pin

quality: $(VENV)/.dev ## Measure every set anew, for docs/quality.md and the page /quality
	$(BIN)/python -m tests.quality.figures > src/greffier/web/quality.json.new
	mv src/greffier/web/quality.json.new src/greffier/web/quality.json
	$(BIN)/python -m tests.quality.page > docs/quality.md.new
	mv docs/quality.md.new docs/quality.md

bench: $(VENV)/.dev $(VENV)/.ready ## Time what is timed
	$(BIN)/python benchmarks
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python -m benchmarks.collation
	$(BIN)/python -m benchmarks.joining
	$(BIN)/python -m benchmarks.searching
	$(BIN)/python -m benchmarks.adding

# One line for each point; the page is last.
reliability: $(VENV)/.dev $(VENV)/.ready chromium ## Measure anew that archives hold, for docs/reliability.md; MILLION=FOLDER of a large one
	$(BIN)/python -m benchmarks.reliability.crash
	$(BIN)/python -m benchmarks.reliability.together
	$(BIN)/python -m benchmarks.reliability.damage
	$(BIN)/python -m benchmarks.reliability.bombs
	$(BIN)/python -m benchmarks.reliability.fetch
	$(BIN)/python -m benchmarks.reliability.hostile
	test -z "$(MILLION)" || $(BIN)/python -m benchmarks.reliability.bounds $(MILLION)
	test -z "$(MILLION)" || $(BIN)/python -m benchmarks.reliability.load --archive $(MILLION)
	$(BIN)/python -m benchmarks.reliability.page

fuzz: $(VENV)/.dev $(VENV)/.ready $(VENV)/.fuzz ## Fuzz whatever reads what somebody else made: an hour or two, on Linux
	$(BIN)/python -m benchmarks.reliability.fuzz
	$(BIN)/python -m benchmarks.reliability.page

lock: $(VENV)/.uv ## Resolve the dependencies anew; UPGRADE=--upgrade takes the newest
	$(COMPILE) $(UPGRADE) pyproject.toml -o requirements.lock
	$(COMPILE) $(UPGRADE) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	echo uv | $(COMPILE) $(UPGRADE) --no-annotate - -o requirements-uv.lock
	echo pip-audit | $(COMPILE) $(UPGRADE) --no-annotate - -o requirements-audit.lock
	printf '%s\n' frictionless pybtex rispy udtools | $(COMPILE) $(UPGRADE) --no-annotate - -o requirements-readers.lock
	echo 'atheris<3.1' | $(COMPILE) $(UPGRADE) --no-annotate - -o requirements-fuzz.lock

chromium: ## Install Debian's chromium for the browser tests, where that is possible and allowed
	@tools/chromium

jing: ## Install Debian's jing for the validation of TEI, where that is possible and allowed
	@tools/jing

# The five examples and, where they lie beside the checkout, fifty records of the larger set.
RECORDS = $(shell find ../shared/records -name '*.html' -o -name '*.txt' 2>/dev/null | sort | awk 'NR % 14 == 1')
KEPT := build/exports
READERS := $(VENV)/readers
# FollowTheMoney has an environment of its own: it takes minutes to install, compiling as it does.
FTM := $(VENV)/followthemoney

check-readers: $(VENV)/.dev $(READERS)/.done ## Have the programs that tables, corpora and citations are made for read them
	rm -rf $(KEPT)
	$(BIN)/greffier add examples $(RECORDS) -a $(KEPT)/archive
	$(BIN)/greffier export -a $(KEPT)/archive --format csv -o $(KEPT)/csv
	$(BIN)/greffier export -a $(KEPT)/archive --format conllu -o $(KEPT)/corpus.conllu
	$(BIN)/greffier export -a $(KEPT)/archive --format bibtex -o $(KEPT)/records.bib
	$(BIN)/greffier export -a $(KEPT)/archive --format ris -o $(KEPT)/records.ris
	$(BIN)/greffier export -a $(KEPT)/archive --format csl -o $(KEPT)/records.json
	$(READERS)/bin/python tools/readers.py $(KEPT)

check-exports: check-readers $(FTM)/bin/ftm ## The same, and hold entities against FollowTheMoney itself
	$(BIN)/greffier export -a $(KEPT)/archive --format ftm -o $(KEPT)/entities.json
	$(FTM)/bin/ftm validate -i $(KEPT)/entities.json -o $(KEPT)/validated.json
	$(BIN)/python tools/following.py same $(KEPT)/entities.json $(KEPT)/validated.json
	$(FTM)/bin/ftm aggregate -i $(KEPT)/entities.json -o $(KEPT)/aggregated.json

$(READERS)/.done: requirements-readers.lock $(VENV)/.uv
	@echo "Installing the programs that read exports"
	@$(PYTHON) -m venv $(READERS)
	@$(UV) install --quiet --python $(READERS)/bin/python --require-hashes -r $< || $(READERS)/bin/pip install --quiet --require-hashes -r $<
	@touch $@

$(VENV)/.fuzz: requirements-fuzz.lock $(VENV)/.uv
	@$(call install,--require-hashes -r $<)
	@touch $@

$(FTM)/bin/ftm: $(VENV)/.uv
	@echo "Installing FollowTheMoney, which takes some minutes and needs ICU (Debian: libicu-dev)"
	@$(PYTHON) -m venv $(FTM)
	@$(UV) install --quiet --python $(FTM)/bin/python 'followthemoney>=4.11,<5' || $(FTM)/bin/pip install --quiet 'followthemoney>=4.11,<5'

AUDIT := $(VENV)/audit

audit: $(VENV)/.dev $(AUDIT)/.done ## Hold every locked release against published advisories; says so where there are none to be had
	$(BIN)/python tools/audit.py $(AUDIT)/bin/pip-audit $(IF_THERE)

$(AUDIT)/.done: requirements-audit.lock $(VENV)/.uv
	@echo "Installing pip-audit"
	@$(PYTHON) -m venv $(AUDIT)
	@$(UV) install --quiet --python $(AUDIT)/bin/python --require-hashes -r $< || $(AUDIT)/bin/pip install --quiet --require-hashes -r $<
	@touch $@

clean: ## Remove the environment and everything derived
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find src tests tools benchmarks -name __pycache__ -prune -exec rm -rf {} +

# uv installs, being ten times as quick as pip; pip, which every Python brings, installs uv. Where
# only pip is told of the registry (uv does not read its settings), pip does it all.
export UV_COMPILE_BYTECODE := 1
install = $(UV) install --quiet --python $(BIN)/python $(1) || $(PIP) install --quiet $(1)

# A stamp says what has been done, so that nothing is installed twice. Without pip the environment
# is half made: Debian has the module venv in a package of its own.
$(VENV)/.uv: requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Greffier needs Python 3.11 or newer; name one: make PYTHON=python3.12 ...")'
	@echo "Making an environment in $(VENV)"
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --require-hashes -r $<
	@touch $@

$(VENV)/.main: requirements.lock pyproject.toml $(VENV)/.uv
	@echo "Installing what Greffier needs"
	@$(call install,--require-hashes -r $<)
	@$(call install,--no-deps -e .)
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.main
	@echo "Installing what its tests and checks need"
	@$(call install,--require-hashes -r $<)
	@touch $@

# Compiled once here, the commands start as quickly where Python is told to write no bytecode.
$(VENV)/.ready: $(VENV)/.main $(SOURCES)
	@$(BIN)/python -m compileall -q src
	@touch $@
