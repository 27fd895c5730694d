# Every target says in its own ## comment what it does: `make help` is made from them.
.DEFAULT_GOAL := help
.PHONY: help run build test test-short check fmt format-check vet lint tidy-check migrations bench bench-figures bench-ack bench-match bench-import eval-proposals fuzz clean

GO       ?= go
PKG      ?= ./...
FUZZTIME ?= 10s
CONTACTS ?= 5000000
REQUESTS ?= 10000

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## the demo in the terminal, without Slack and without a database to set up
	$(GO) run ./cmd/samspil console --demo

build: ## the program as bin/samspil
	$(GO) build -trimpath -o bin/samspil ./cmd/samspil

test: ## all tests with the race detector; PKG=./store/... for some of them
	$(GO) test -race -timeout 18m $(PKG)

test-short: ## the quick tests, without the race detector
	$(GO) test -short $(PKG)

check: format-check vet lint tidy-check migrations test ## everything CI runs; .ci/run adds PostgreSQL to it

fmt: ## format all Go files
	gofmt -w .

format-check: ## fail when a Go file is not formatted
	@files=$$(gofmt -l .) || exit 1; if [ -n "$$files" ]; then echo "not formatted (make fmt):"; echo "$$files"; exit 1; fi

vet: ## go vet
	$(GO) vet ./...

lint: ## staticcheck, in the version that go.mod names
	$(GO) tool staticcheck ./...

tidy-check: ## fail when go.mod or go.sum is not tidy
	$(GO) mod tidy -diff

migrations: ## fail when a committed migration was edited, renamed or deleted
	@.ci/migrations

bench: ## checks and logs against CONTACTS (5000000) contacts on SQLite; needs 2 GB of disk and some minutes
	SAMSPIL_BENCH_CONTACTS=$(CONTACTS) $(GO) test -run '^$$' -bench "Log|Check" -benchmem -benchtime 20000x -timeout 30m ./store ./cmd/samspil

bench-figures: ## the overview's and the digest's reads with CONTACTS (5000000) contacts on SQLite, and on PostgreSQL where SAMSPIL_TEST_POSTGRES names one; needs 6 GB of disk and some minutes
	SAMSPIL_BENCH_CONTACTS=$(CONTACTS) $(GO) test -run '^$$' -bench Figures -benchtime 10x -timeout 60m ./store

bench-ack: build ## what an acknowledged command costs, beside @slack/bolt that only acknowledges; needs 2 cores, taskset, node and npm
	npm ci --prefix internal/ackbench/bolt --ignore-scripts --no-audit --no-fund --silent
	SAMSPIL_BENCH_ACK=$(REQUESTS) $(GO) test -exec 'taskset -c 1' -count=1 -v -run '^TestAck$$' -timeout 15m ./internal/ackbench

bench-match: ## company names: Samspil, pg_trgm and FTS5 on the same names and queries; REGISTER=file.csv.gz, NAMES=100000
	@test -n "$(REGISTER)" || { echo "REGISTER=file.csv.gz is missing"; exit 1; }
	@mkdir -p bin
	SAMSPIL_MATCH_REGISTER=$(abspath $(REGISTER)) SAMSPIL_MATCH_QUERIES_OUT=$(abspath bin/match-queries.tsv) SAMSPIL_MATCH_SEED=12 $(GO) test -count=1 -run '^TestWriteQueries$$' ./internal/register
	SAMSPIL_MATCH_REGISTER=$(abspath $(REGISTER)) SAMSPIL_MATCH_QUERIES=$(if $(QUERIES),$(abspath $(QUERIES)),$(abspath bin/match-queries.tsv)) SAMSPIL_MATCH_NAMES=$(NAMES) \
		$(GO) test -count=1 -tags sqlite_fts5 -run '^TestBenchMatch$$' -v -timeout 60m ./cmd/samspil

bench-import: ## 50,000 contacts named in words against 100,000 companies; REGISTER=file.csv, ROWS=50000, NAMES=100000
	@test -n "$(REGISTER)" || { echo "REGISTER=file.csv is missing"; exit 1; }
	SAMSPIL_IMPORT_REGISTER=$(abspath $(REGISTER)) SAMSPIL_IMPORT_ROWS=$(or $(ROWS),50000) SAMSPIL_IMPORT_NAMES=$(or $(NAMES),100000) \
		$(GO) test -count=1 -run '^TestBenchImport$$' -v -timeout 30m ./cmd/samspil

eval-proposals: ## what the cards of proposals get right, field by field, against what people read out of the texts
	$(GO) test -count=1 -v -run '^Test(Eval|Blind)$$' ./internal/summary -args -eval

fuzz: ## every fuzz test for FUZZTIME (10s) each
	@grep -roE --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | sort | while IFS=: read -r file func; do \
		echo "$${func#func } ($$(dirname "$$file"))"; \
		$(GO) test -run '^$$' -fuzz "^$${func#func }\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x "$$(dirname "$$file")" || exit 1; \
	done

clean: ## remove what make build made
	rm -rf bin
