# Every target does its own set-up. The two that matter: `make brief` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help brief test check golden readme pictures package bench test-postfix lock clean

help: ## Say what the targets do
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

# --no-deps: the lock is complete, and nothing outside it may come in.
$(VENV)/run.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefing needs Python 3.11 or later: make PYTHON=python3.11 ...")'
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

brief: $(VENV)/run.stamp ## Make the brief of the sample articles in reports/
	@$(BIN)/briefing demo

test: $(VENV)/dev.stamp ## Run the tests
	$(BIN)/python -m pytest $(ARGS)

test-postfix: $(VENV)/dev.stamp ## Send through Debian's Postfix (root; apt install postfix)
	$(BIN)/python -m pytest tests/deliver -m postfix $(ARGS)

check: $(VENV)/dev.stamp ## Lint, types, docstrings, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/interrogate --quiet briefing
	$(BIN)/lint-imports

golden: $(VENV)/dev.stamp ## Rewrite the golden briefs (then read the diff)
	$(BIN)/python -m pytest tests -k golden --update-golden

readme: $(VENV)/dev.stamp ## Rewrite the help texts in the README
	$(BIN)/python -m pytest tests/test_readme.py --update-golden

pictures: $(VENV)/dev.stamp ## Redraw the pictures in docs/ (needs pdftoppm and chromium)
	$(BIN)/python docs/pictures.py

package: $(VENV)/dev.stamp ## Build the wheel and the source archive in dist/
	$(BIN)/python -m build --no-isolation --outdir dist

bench: $(VENV)/dev.stamp ## Measure cost, as ratios: make bench ARGS="FOLDER..."
	$(BIN)/python benchmarks/speed.py $(ARGS)

lock: ## Resolve the dependencies anew (needs the network)
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet pip-tools
	$(VENV)/lock/bin/pip-compile $(LOCK) --extra dev --output-file requirements-dev.lock pyproject.toml
	sed 's/ \\$$//; /--hash/d; /^ *#/d' requirements-dev.lock > $(VENV)/pins.txt
	$(VENV)/lock/bin/pip-compile $(LOCK) --constraint $(VENV)/pins.txt --output-file requirements.lock pyproject.toml

LOCK := --quiet --generate-hashes --allow-unsafe --strip-extras --build-deps-for editable \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

clean: ## Remove what the other targets made, but the reports
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
