#!/usr/bin/env bash
# Has the readers of GraphML (networkx) and FollowTheMoney read what cadre
# writes: graphs made to be hard to write, and the samples through the program
# itself. Needs Go, Python 3.11 or later with venv, and to build one of its
# packages the headers of Python and ICU (Debian: python3-venv python3-dev
# libicu-dev pkg-config g++). .venv keeps the readers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

python=${PYTHON:-python3}
wanted=$(cat requirements.txt)
if [ "$(cat .venv/wanted 2>/dev/null)" != "$wanted" ]; then
	rm -rf .venv
	"$python" -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
	printf '%s\n' "$wanted" >.venv/wanted
fi

files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
(cd ../.. && CADRE_WRITE_EXPORTS=$files go test -count=1 -run '^TestWriteFiles$' ./graph/export >&2)
if [ -d ../../samples ]; then
	cadre=$files/cadre
	(cd ../.. && go build -o "$cadre" ./cmd/cadre && "$cadre" load --store "$files/samples.db" samples >&2)
	for format in ndjson graphml ftm; do
		name=samples.$format
		[ $format != ftm ] || name=samples.ftm.ndjson
		"$cadre" export --store "$files/samples.db" --format $format >"$files/$name"
	done
fi
.venv/bin/python -m unittest discover --quiet --pattern '*_selftest.py'
.venv/bin/python check.py "$files"
