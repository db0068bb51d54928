# Everything is done by scripts/setup.py, which Windows can run without make: python scripts/setup.py run
PYTHON ?= python3
PORT ?= 8501
ARGS ?=
SETUP = $(PYTHON) scripts/setup.py

.PHONY: run serve test lint bench messages requirements clean

run:            ## Set up .venv and serve the dashboard on 127.0.0.1 (PORT=8501)
	@$(SETUP) run $(PORT)

serve:          ## Serve it for an organisation: several processes behind nginx (ARGS="--processes 4 --help")
	@$(SETUP) serve $(ARGS)

test:           ## Set up .venv and a browser, then run every test (ARGS="-k period" for some)
	@$(SETUP) test $(ARGS)

lint:           ## Check style, form and layers of the code
	@$(SETUP) lint

bench:          ## Measure speed and print the table (ARGS go to it)
	@$(SETUP) bench $(ARGS)

messages:       ## Gather every text that readers see into locale/messages.pot, for translators
	@$(SETUP) messages

requirements:   ## Pin requirements.in and requirements-test.in anew (ARGS=--upgrade for newer versions)
	@$(SETUP) requirements $(ARGS)

clean:          ## Remove .venv and the caches
	@rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .hypothesis; find . -name __pycache__ -prune -exec rm -rf {} +
