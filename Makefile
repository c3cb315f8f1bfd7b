PYTHON ?= python3

run test check fix bench lock:
	@$(PYTHON) dev.py $@ $(ARGS)

.PHONY: run test check fix bench lock
