# Two commands do everything: `make serve` and `make test`.
# Set-up is done once and again only when a lock changes; the stamp files say which lock was installed.
.PHONY: check-and-test serve test crash bench build check docs shots datasette-next lint clean
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
SERVE_READY := $(VENV)/.serve-ready
FULL_READY := $(VENV)/.full-ready
PIP := $(RUN)/python -m pip --disable-pip-version-check --quiet install
DATABASE := build/relokanty.db
PORT ?= 8001

check-and-test: check test

serve: build
	$(RUN)/relokanty serve $(DATABASE) --port $(PORT)

build: $(SERVE_READY)
	$(RUN)/relokanty build --db $(DATABASE)

check: $(FULL_READY) build
	$(RUN)/relokanty check
	$(RUN)/relokanty check $(DATABASE)

test: $(FULL_READY) lint
	$(RUN)/python -m pytest -n auto --dist loadfile

crash: $(FULL_READY)
	$(RUN)/python tests/crash.py

# All measurements of benchmarks/, for hours; QUICK=1 takes smaller sizes, for minutes. Makes docs/performance.md.
bench: $(FULL_READY)
	$(RUN)/python -m benchmarks.bench $(if $(QUICK),--quick)

lint: $(FULL_READY)
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy

docs: $(FULL_READY)
	$(RUN)/python -m schema.describe
	$(RUN)/python -m loaders.annotation
	$(RUN)/python -m website.metadata
	$(RUN)/python -m tests.comparison_scores
	$(RUN)/python -m benchmarks.bench --page

shots: $(FULL_READY) build
	$(RUN)/python tests/shots.py $(DATABASE)

# Not part of any check: tells what keeps the site from the newest alpha of Datasette 1.0.
datasette-next: build
	$(PYTHON) -m venv build/datasette-next
	grep -v '^datasette' requirements/serve.in > build/datasette-next/requirements.in
	build/datasette-next/bin/python -m pip --disable-pip-version-check --quiet install 'datasette>=1.0a0' -r build/datasette-next/requirements.in
	-PYTHONPATH=. build/datasette-next/bin/python tests/next_datasette.py $(DATABASE)

clean:
	rm -rf $(VENV) build relokanty.egg-info

$(RUN)/python:
	$(PYTHON) -m venv $(VENV)

$(SERVE_READY): requirements/serve.lock pyproject.toml | $(RUN)/python
	$(PIP) --require-hashes -r requirements/serve.lock
	PYTHONWARNINGS=ignore $(PIP) --no-deps --no-build-isolation -e .
	touch $@

$(FULL_READY): requirements/full.lock pyproject.toml | $(RUN)/python
	$(PIP) --require-hashes -r requirements/full.lock
	PYTHONWARNINGS=ignore $(PIP) --no-deps --no-build-isolation -e .
	touch $@ $(SERVE_READY)
