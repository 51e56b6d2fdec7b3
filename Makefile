# The only door to building, testing and releasing. Every word here is also what CI and people type.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run demo dev test test-pdf test-fast check gen dist bench bench-scale soak fuzz clean

TARGET := $(or $(CARGO_TARGET_DIR),target)
# One set of features wherever the shell is built to be tested: another set would compile Tauri again.
FEATURES := interview-workbench/custom-protocol,interview-workbench/scripted-files,workbench-e2e/window

help: ## What can be done
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Install what is missing, build, open the window (without a display: make demo)
	@if [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] && [ "$$(uname)" = Linux ]; then \
	  echo ">> There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."; \
	  echo ">> Making the sample round instead: make demo"; \
	  exec $(MAKE) --no-print-directory demo; \
	fi; \
	scripts/need.sh run; \
	echo ">> Building the page"; \
	npm run --silent build; \
	echo ">> Building the program; the first time takes some minutes"; \
	cargo build --locked -p interview-workbench --profile quick --features custom-protocol; \
	echo ">> Opening the window"; \
	exec "$(TARGET)/quick/interview-workbench" $(ARGS)

demo: ## Make a sample round with its packet.pdf and comparison.pdf in demo/, without a window
	@scripts/need.sh demo
	@echo ">> Building the command line; the first time takes some minutes"
	@cargo build --locked --profile quick -p workbench-cli
	@rm -rf demo
	@"$(TARGET)/quick/workbench" demo --out demo

dev: ## The window with the page reloading as it is edited
	@scripts/need.sh run
	npx tauri dev -- -p interview-workbench

test: ## Prove everything: checks, all tests, the browser, the real window; needs no display
	@scripts/need.sh test
	@scripts/test.sh "$(FEATURES)"

test-pdf: ## Check the documents with veraPDF (PDF/A-3a, PDF/UA-1) and qpdf
	@scripts/need.sh pdf
	@scripts/test-pdf.sh

test-fast: ## The tests of the core alone: no window, no page
	cargo test --locked

check: ## Format, lint, types, fast tests, licences
	@scripts/need.sh run
	cargo fmt --all --check
	npm run --silent check
	npm run --silent lint
	npm run --silent test
	npm run --silent build
	cargo clippy --locked --workspace --all-targets --features "$(FEATURES)" -- -D warnings
	cargo test --locked
	@if cargo deny --version >/dev/null 2>&1; then cargo deny --locked --workspace check licenses bans sources; \
	else echo "skipped: licences, bans and sources: cargo-deny is not installed (cargo install cargo-deny --locked)"; fi

gen: ## Write what is generated from the contract (ui/src/ipc/contract)
	cargo run --locked -p workbench-tests --bin gen

dist: ## Build the .deb and .rpm, the command line in them, into dist/
	@scripts/need.sh run
	@if grep -q '^default = .*scripted-files' Cargo.toml; then \
	  echo "!! The feature scripted-files is on by default: it answers file dialogs without asking a person."; exit 1; fi
	@mkdir -p dist
	npx tauri build -b deb,rpm -- -p interview-workbench
	@if grep -q WORKBENCH_SCRIPTED_FILES "$(TARGET)/release/interview-workbench"; then \
	  echo "!! This program was built with scripted-files; it must not be given to anyone."; exit 1; fi
	@rm -f dist/*.deb dist/*.rpm
	@cp "$(TARGET)"/release/bundle/deb/*.deb "$(TARGET)"/release/bundle/rpm/*.rpm dist/
	@ls -l dist

bench: ## Print speed and size as ratios against baselines of the same run
	@scripts/need.sh test
	@scripts/bench.sh

bench-scale: ## Measure a store with 100,000 interviews and 3,000,000 entries against one without any
	@scripts/need.sh demo
	@cargo build --locked --profile quick -p workbench-tests --bin bench-scale
	@work=$$(mktemp -d "$(TARGET)/scale.XXXXXX"); trap 'rm -rf "$$work"' EXIT; "$(TARGET)/quick/bench-scale" "$$work" $(INTERVIEWS)

soak: ## 1,000 kills of what is being written and 300 power cuts, and count what is lost; about twenty minutes
	@scripts/need.sh test
	@scripts/soak.sh "$(FEATURES)" "$(KILLS)" "$(CUTS)"

fuzz: ## Read made-up and broken files of every kind for some minutes; PROPTEST_CASES says how many
	PROPTEST_CASES="$${PROPTEST_CASES:-20000}" cargo test --locked -p workbench-packs --profile quick --lib tests::import::round
	PROPTEST_CASES="$${PROPTEST_CASES:-20000}" cargo test --locked -p workbench-packs --profile quick --lib tests::hostile
	PROPTEST_CASES="$${PROPTEST_CASES:-20000}" cargo test --locked -p workbench-intake --profile quick --lib tests::any_bytes
	PROPTEST_CASES="$${PROPTEST_CASES:-20000}" cargo test --locked -p workbench-tabular --profile quick --lib any_bytes

clean: ## Remove what was built
	rm -rf target ui/dist ui/dist-devhost demo dist
