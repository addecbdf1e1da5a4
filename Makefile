# make check is what CI runs. It needs Go; see .ci/run for what it does when
# the evaluation data stands beside the repository.

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: build test check fmt vet lint race bench

build: ## one static binary, ./cadre
	CGO_ENABLED=0 go build -trimpath -o cadre ./cmd/cadre

test:
	go test ./...

check:
	.ci/run

fmt:
	@files=$$(gofmt -l .); test -z "$$files" || { echo "gofmt these: $$files"; exit 1; }

vet:
	go vet ./...

lint:
	go run $(STATICCHECK) ./...

race: ## the packages that work with several goroutines, the others have none
	CADRE_TEST_NEO4J=none CADRE_REQUIRE_NEO4J= CGO_ENABLED=1 go test -race ./cmd/cadre ./config ./graph/... ./loaders ./loaders/resolve ./queries

bench:
	go test -run '^$$' -bench . -benchmem ./...

-include scripts/neo4j/neo4j.mk
