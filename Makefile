# One door for everybody: "make help" says what there is.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready
NODE_STAMP := node_modules/.ready
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve test check node bench bench-search recordings clean
.DEFAULT_GOAL := help

help: ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer with the module venv is needed (on Debian: apt install python3 python3-venv). Name another with PYTHON=…"; exit 2; }
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --requirement requirements.lock
	@$(BIN)/pip install --quiet --no-deps --editable .
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

test: $(STAMP) ## Set up (a browser included), then every test
	@$(BIN)/python -m tests.browser.setup
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: $(STAMP) node $(NODE_STAMP) ## Format, lint, types, import law and content: the door every change goes through
	@$(BIN)/ruff format --check --quiet generator tests benchmarks
	@$(BIN)/ruff check --quiet generator tests benchmarks
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@npm run --silent check
	@$(BIN)/hub check

bench: $(STAMP) ## The benchmark, side by side with peers
	@$(BIN)/pip install --quiet --no-deps --requirement benchmarks/requirements.txt
	@$(BIN)/python -m benchmarks.run

QUERIES ?= benchmarks/queries.csv
bench-search: site ## How well search finds what people type (CORPUS=folder or SITE=built-hub, QUERIES=list.csv)
	@$(BIN)/python -m benchmarks.search $(if $(CORPUS),--corpus $(CORPUS),--site $(or $(SITE),site)) --queries $(QUERIES) --misses

recordings: $(STAMP) ## Film and photograph the hub anew, from the storyboards in content/recordings/
	@$(BIN)/hub record

clean: ## Remove what can be made again
	@rm -rf .venv node_modules site .hub .pytest_cache .mypy_cache .ruff_cache
