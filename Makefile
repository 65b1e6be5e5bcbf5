# `make run` and `make test` do their whole set-up: they need Python 3.11 or newer, and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := bot handlers knowledge reminders

.PHONY: run console test check lint types contracts content bench bench-full train eval lock clean

run: $(VENV)/run.stamp
	$(BIN)/python -m bot run

console: $(VENV)/run.stamp
	$(BIN)/python -m bot console

# Everything that CI runs: format, lint, types, import contracts, content, tests.
test check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot check
	$(BIN)/python -m pytest -q

bench: $(VENV)/dev.stamp
	$(BIN)/python -m bench

bench-full: $(VENV)/dev.stamp
	$(BIN)/python -m bench --full

# Fit the topic model on the phrase bank; prints its cross-validated figures before and after.
train: $(VENV)/dev.stamp
	$(BIN)/python -m bot.train

# How good it is: cross-validated on the bank, and on the questions nobody tuned on; a table, and build/eval.png.
eval: $(VENV)/dev.stamp
	$(BIN)/python -m bot.train eval tests/questions/unseen.jsonl tests/questions/fresh.jsonl

# New pinned versions, for every platform and Python version at once.
lock: $(VENV)/dev.stamp
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-annotate --no-header --extra dev --extra train pyproject.toml -o requirements-dev.txt

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dakpath needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m compileall -q $(PACKAGES)
	touch $@

$(VENV)/dev.stamp: requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@ $(VENV)/run.stamp

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
