# One door for everybody: "make help" says what there is.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready
NODE_STAMP := node_modules/.ready
export PIP_DISABLE_PIP_VERSION_CHECK := 1
PIP := $(BIN)/pip install --quiet --no-compile
LOCKED := $(PIP) --require-hashes --requirement

.PHONY: help site serve edit test check node bench bench-search recordings lock release clean
.DEFAULT_GOAL := help

help: ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# What a build needs; with a name after it, what requirements/<name>.lock adds to that.
$(STAMP): requirements/site.lock requirements/build.lock pyproject.toml
	@$(PYTHON) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer with the module venv is needed (on Debian: apt install python3 python3-venv). Name another with PYTHON=…"; exit 2; }
	@$(PYTHON) -m venv .venv
	@$(LOCKED) requirements/site.lock
	@$(LOCKED) requirements/build.lock --upgrade --target .venv/.build
	@PYTHONPATH=$(CURDIR)/.venv/.build $(PIP) --no-deps --no-build-isolation --editable .
	@rm -r .venv/.build
	@touch $@

$(STAMP)-%: requirements/%.lock | $(STAMP)
	@$(LOCKED) $<
	@touch $@

node:
	@node -e 'process.exitCode = Number(parseInt(process.versions.node) < 20)' 2>/dev/null && npm --version >/dev/null 2>&1 \
	  || { echo "make check needs Node 20 or newer with npm, to check scripts and style sheets. Nothing else needs it."; exit 2; }

$(NODE_STAMP): package.json package-lock.json | node
	@npm ci --silent
	@touch $@

site: $(STAMP) ## Set up, then build the hub into site/
	@$(BIN)/hub build

serve: $(STAMP) ## Set up, then a live preview on http://127.0.0.1:8000
	@$(BIN)/hub serve

edit: $(STAMP) ## Set up, then forms in the browser in which everything is written and published
	@$(BIN)/hub edit

test: $(STAMP)-dev ## Set up (a browser included), then every test
	@$(BIN)/python -m tests.browser.setup
	@npm --version >/dev/null 2>&1 && $(MAKE) --no-print-directory $(NODE_STAMP) \
	  || echo "Two accessibility engines come with npm; their test is left out."
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder --durations 25

check: $(STAMP)-dev node $(NODE_STAMP) ## Format, lint, types, import law and content: the door every change goes through
	@$(BIN)/ruff format --check --quiet generator tests benchmarks release
	@$(BIN)/ruff check --quiet generator tests benchmarks release
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@npm run --silent check
	@$(BIN)/hub check

bench: $(STAMP)-dev $(STAMP)-bench ## The benchmark, side by side with peers
	@$(BIN)/python -m benchmarks.run

QUERIES ?= benchmarks/queries.csv
bench-search: site ## How well search finds what people type (CORPUS=folder or SITE=built-hub, QUERIES=list.csv)
	@$(BIN)/python -m benchmarks.search $(if $(CORPUS),--corpus $(CORPUS),--site $(or $(SITE),site)) --queries $(QUERIES) --misses

recordings: $(STAMP)-media ## Film and photograph the hub anew, from the storyboards in content/recordings/
	@$(BIN)/hub record

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --annotation-style line \
  --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
$(BIN)/uv: requirements/lock.lock
	@$(PYTHON) -m venv .venv
	@$(LOCKED) $<
	@touch $@

lock: $(BIN)/uv ## Choose versions and hashes anew after a change of pyproject.toml (UPGRADE=1: the newest ones)
	@$(LOCK) pyproject.toml --extra publish --extra import --group build --group dev --output-file requirements/dev.lock
	@$(LOCK) pyproject.toml --constraints requirements/dev.lock --output-file requirements/site.lock
	@$(LOCK) pyproject.toml --constraints requirements/dev.lock --extra publish --output-file requirements/publish.lock
	@$(LOCK) pyproject.toml --constraints requirements/dev.lock --extra import --output-file requirements/import.lock
	@$(LOCK) pyproject.toml --constraints requirements/dev.lock --extra media --output-file requirements/media.lock
	@$(LOCK) --constraints requirements/dev.lock --group build --output-file requirements/build.lock
	@$(LOCK) --group bench --output-file requirements/bench.lock
	@$(LOCK) --group lock --output-file requirements/lock.lock

release: $(STAMP)-dev ## The wheel, and the bill of its parts (SBOM, CycloneDX), into dist/
	@rm -rf dist
	@$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@$(BIN)/python -m release.bom dist

clean: ## Remove what can be made again
	@rm -rf .venv node_modules site dist .hub .pytest_cache .mypy_cache .ruff_cache
