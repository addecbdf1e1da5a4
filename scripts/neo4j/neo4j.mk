# A real Neo4j server on this machine; see docs/neo4j.md. Options go in NEO4J, e.g.
# make neo4j NEO4J="--version 2025.11 --password-file secret".
.PHONY: neo4j neo4j-fetch neo4j-stop

neo4j: ## start Neo4j on bolt://127.0.0.1:7687 (needs Java 17 and Maven)
	@scripts/neo4j/server.sh start $(NEO4J)

neo4j-fetch: ## fetch Neo4j's jars; the tests then start servers of their own
	@scripts/neo4j/server.sh fetch $(NEO4J)

neo4j-stop: ## stop it
	@scripts/neo4j/server.sh stop $(NEO4J)
