# Marquee: run `make` to see what there is.

PORT ?= 8080
API_PORT ?= 8081
CONFIGURATION ?= debug
export PORT API_PORT CONFIGURATION

.DEFAULT_GOAL := help
.PHONY: help run build test test-all test-days torture bench lint format clean

help: ## Show this list
	@echo "Marquee: a cinema on the web"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "  make %-9s %s\n", $$1, $$2 }'
	@echo
	@echo "  Variables: PORT=$(PORT) API_PORT=$(API_PORT) CONFIGURATION=$(CONFIGURATION)"

run: ## Install what is missing, build, and open the demo cinema in PORT and API_PORT
	@scripts/run.sh

build: ## Build both programs
	@scripts/setup.sh
	swift build --configuration $(CONFIGURATION)

test: ## Run the tests that a change must pass, those in the browser as well
	@scripts/test.sh

test-all: ## Run all that there is, for hours; PARTS="Simulation Torture Days1 …"
	@scripts/test-all.sh

test-days: ## Run tests as if it were another day; DATES="2028-02-29T12:00@Europe/Dublin …" SUITES="Site API Browser"
	@scripts/test-days.sh $(DATES)

torture: ## Kill the booking API in the middle of a storm, and check; SECONDS=60 ATTEMPTS=… KILLS=… SEED=… FAULTS=… SERVERS=…
	@scripts/torture.sh $(if $(SECONDS),--seconds $(SECONDS)) $(if $(ATTEMPTS),--attempts $(ATTEMPTS)) \
	  $(if $(KILLS),--kills $(KILLS)) $(if $(SEED),--seed $(SEED)) $(if $(FAULTS),--payment-faults $(FAULTS)) \
	  $(if $(SERVERS),--servers $(SERVERS))

bench: ## Measure SiteGen beside Hugo and tar, and BookingAPI; SCALE=small for a quick look
	@scripts/bench.sh

lint: ## Check the style and change nothing
	@scripts/lint.sh

format: ## Bring the Swift code into the house style
	swift format --in-place --recursive --parallel Sources Tests Benchmarks/Templating Benchmarks/Tickets Package.swift

clean: ## Remove what was built (the demo's databases in var/ stay)
	rm -rf .build .dist.build dist
