# Everything from a fresh clone: `make report` shows what crosscheck does, `make test` proves that it works.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUT := out
EVENTS := $(sort $(wildcard seeds/*/))

.PHONY: report test check bench accuracy lock schema clean help

help:
	@echo "make report    set up, check the sample events in seeds/ and write a report for each"
	@echo "make test      set up and run the tests"
	@echo "make check     ruff, mypy, import-linter"
	@echo "make bench     speed and accuracy on the project's own cases"
	@echo "make accuracy  accuracy on ../shared, where it is present"
	@echo "make lock      write requirements.lock anew from setup.cfg"

$(READY): setup.cfg pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "crosscheck needs Python 3.11 or newer; set PYTHON=..." >&2; exit 2; }
	@echo "Setting up $(VENV): a few minutes, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "  1/2 packages and language models"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-warn-script-location --require-hashes -r requirements.lock
	@echo "  2/2 crosscheck itself"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

report: $(READY)
	@mkdir -p $(OUT)
	@for event in $(EVENTS); do \
	  name=$$(basename $$event); \
	  echo "Checking $$event"; \
	  $(BIN)/crosscheck report $$event -o $(OUT)/$$name.html || exit $$?; \
	done
	@echo "Reports, to open in a browser:"
	@for event in $(EVENTS); do echo "  $(CURDIR)/$(OUT)/$$(basename $$event).html"; done

# Two halves at once, for the pages wait on a browser: what the pages' half says comes behind the other.
test: $(READY)
	@echo "Testing: the pages (tests/report, tests/desk) beside all the rest"
	@$(BIN)/python -m pytest tests/report tests/desk > $(VENV)/pages.log 2>&1 & pages=$$!; \
	$(BIN)/python -m pytest --ignore=tests/report --ignore=tests/desk; rest=$$?; \
	wait $$pages; status=$$?; echo "The pages:"; cat $(VENV)/pages.log; exit $$((rest | status))

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m benchmarks

accuracy: $(READY)
	$(BIN)/python -m benchmarks.accuracy

schema: $(READY)
	$(BIN)/python -m crosscheck.report.schema > docs/findings.schema.json

# --no-emit-index-url: the lock file names versions and hashes, not where anyone gets them
lock:
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet "pip-tools>=7,<8"
	$(BIN)/python -m piptools compile --quiet --strip-extras --all-extras --allow-unsafe --generate-hashes \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --no-annotate \
	  --build-deps-for editable --output-file requirements.lock setup.cfg

clean:
	rm -rf $(VENV) $(OUT) build dist *.egg-info
