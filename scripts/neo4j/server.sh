#!/usr/bin/env bash
# A Neo4j Community server without Docker, from the jars on Maven Central.
set -euo pipefail

usage() {
	cat <<'END'
usage: server.sh fetch|start|stop|status|run|admin [OPTION...] [-- ARGUMENT...]

  fetch    fetch the jars of the version (needs Maven and Java; about 140 MB)
  start    fetch if need be, start the server, wait until it answers
  stop     stop it
  status   say whether it runs; the exit status is 1 when it does not
  run      start a server, print its address and its home, and stop it when
           standard input ends; without --home its home is deleted then
  admin    run neo4j-admin with the arguments after -- on the (stopped) server

  --home DIR            the server's data, settings and log   [.neo4j/VERSION/home]
  --version VERSION     5.26 (Java 17 or 21) or 2025.11 (Java 21 or later)  [5.26]
  --port N              port of bolt on 127.0.0.1             [7687]
  --http N              port of the Browser on 127.0.0.1      [7474, or any free one with --port]
  --password-file FILE  log in as neo4j with the password in FILE; without this
                        option everybody on this machine may use the server
  --heap SIZE           Java heap                             [1g]
  --set KEY=VALUE       a line for neo4j.conf; may be repeated
END
}

fail() { printf 'neo4j: %s\n' "$*" >&2; exit 1; }

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
command=${1:-} home= version=5.26 port=7687 http= password_file= heap=1g settings=
case $command in
fetch | start | stop | status | run | admin) shift ;;
-h | --help | help) usage; exit 0 ;;
*) usage >&2; exit 2 ;;
esac
while [ $# -gt 0 ]; do
	[ "$1" = -- ] && { shift; break; }
	[ $# -ge 2 ] || { usage >&2; exit 2; }
	case $1 in
	--home) home=$2 ;;
	--version) version=$2 ;;
	--port) port=$2 ;;
	--http) http=$2 ;;
	--password-file) password_file=$2 ;;
	--heap) heap=$2 ;;
	--set) settings+=$2$'\n' ;;
	*) usage >&2; exit 2 ;;
	esac
	shift 2
done
[[ $port$http =~ ^[0-9]+$ ]] || fail "a port is a number, not $port $http"
[ -n "$http" ] || { [ "$port" = 7687 ] && http=7474 || http=0; }

case $version in
5.26) release=5.26.26 main=org.neo4j.server.CommunityEntryPoint oldest=17 newest=21 ;;
2025.11) release=2025.11.2 main=org.neo4j.server.Neo4jCommunity oldest=21 newest=99 ;;
*) fail "no recipe for version $version: use 5.26 or 2025.11" ;;
esac
lib=$root/.neo4j/$release/lib
temporary=
if [ "$command" = run ] && [ -z "$home" ]; then
	temporary=$(mktemp -d)
	home=$temporary
fi
home=${home:-$root/.neo4j/$release/home}

# The first Java that the version can run on; sets java.
find_java() {
	local candidate major
	for candidate in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
		[ -x "$candidate" ] || continue
		major=$("$candidate" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
		if [ -n "$major" ] && [ "$major" -ge $oldest ] && [ "$major" -le $newest ]; then
			java=$candidate
			return
		fi
	done
	if [ $newest = 99 ]; then
		fail "Neo4j $version needs Java $oldest or later: install one (Debian: openjdk-21-jre-headless) or set JAVA_HOME"
	fi
	fail "Neo4j $version needs Java $oldest to $newest: install one (Debian: openjdk-17-jre-headless) or set JAVA_HOME"
}

fetch() {
	[ -d "$lib" ] && return
	command -v mvn >/dev/null || fail "fetching the jars needs Maven: install it (Debian: maven)"
	find_java
	printf 'neo4j: fetching Neo4j %s (about 140 MB) into %s\n' "$release" "$lib" >&2
	mkdir -p "$(dirname "$lib")"
	local fresh
	fresh=$(mktemp -d "$(dirname "$lib")/fetch.XXXXXX")
	if ! mvn -q -B -Dstyle.color=never -f "$root/scripts/neo4j/pom.xml" "-Dneo4j.version=$release" \
		dependency:copy-dependencies "-DoutputDirectory=$fresh/lib" -DincludeScope=runtime >&2; then
		rm -rf "$fresh"
		fail "Maven could not fetch the jars: see its words above"
	fi
	# Two fetches at a time: the first to end wins.
	mv "$fresh/lib" "$lib" 2>/dev/null || true
	rm -rf "$fresh"
}

# The process in the pid file, if it is alive; sets pid.
running() {
	pid=$(cat "$home/neo4j.pid" 2>/dev/null) && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}

admin() { NEO4J_HOME=$home NEO4J_CONF=$home/conf "$java" -Xmx"$heap" -Dpicocli.useSimplifiedAtFiles=true -cp "$lib/*" org.neo4j.cli.AdminTool "$@"; }

# Only this machine reaches the server, and a query cannot read its files.
configure() {
	mkdir -p "$home/conf" "$home/logs" "$home/data"
	cat >"$home/conf/neo4j.conf" <<-END
		server.default_listen_address=127.0.0.1
		server.default_advertised_address=127.0.0.1
		server.bolt.listen_address=127.0.0.1:$port
		server.bolt.advertised_address=127.0.0.1:$port
		server.http.listen_address=127.0.0.1:$http
		server.http.advertised_address=127.0.0.1:$http
		server.https.enabled=false
		server.memory.pagecache.size=128m
		dbms.usage_report.enabled=false
		dbms.security.allow_csv_import_from_file_urls=false
		dbms.security.http_access_control_allow_origin=http://127.0.0.1:$http
		dbms.security.auth_enabled=$([ -n "$password_file" ] && echo true || echo false)
		db.tx_log.rotation.retention_policy=2 files
		$settings
	END
	if [ -n "$password_file" ]; then
		[ -r "$password_file" ] || fail "the password file $password_file cannot be read"
		# An existing password stays: the server is to be asked to change it.
		[ -e "$home/data/dbms/auth.ini" ] || [ -e "$home/data/databases/system" ] ||
			admin dbms set-initial-password "@$password_file" >/dev/null ||
			fail "the server does not take the password: it wants eight characters or more, on one line"
	fi
}

# Whether something answers bolt's handshake on the port.
answers() {
	(
		exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
		printf '\x60\x60\xb0\x17\x00\x00\x04\x05\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x00' >&3
		[ "$(head -c 4 <&3 | wc -c)" -eq 4 ]
	) 2>/dev/null
}

launch() {
	answers && fail "port $port is taken by another server: choose another with --port"
	configure
	local log=$home/logs/neo4j.log console=$home/logs/console.log
	: >"$log"
	nohup "$java" -Xms256m -Xmx"$heap" --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED \
		--add-opens=java.base/sun.nio.ch=ALL-UNNAMED -cp "$lib/*" "$main" \
		--home-dir="$home" --config-dir="$home/conf" >"$console" 2>&1 </dev/null &
	pid=$!
	echo "$pid" >"$home/neo4j.pid"
	local tries=0
	until grep -q 'Started\.$' "$log" && answers; do
		kill -0 "$pid" 2>/dev/null || { tail -n 15 "$log" "$console" >&2; fail "the server ended while starting: its last words are above, all are in $home/logs"; }
		tries=$((tries + 1))
		[ $tries -lt 900 ] || { kill "$pid"; fail "the server does not answer after three minutes: see $home/logs"; }
		sleep 0.2
	done
}

address() {
	local browser
	browser=$(sed -n 's/.*Remote interface available at //p' "$home/logs/neo4j.log" | tail -n 1)
	printf 'bolt://127.0.0.1:%s\n' "$(sed -n 's/^server.bolt.listen_address=.*://p' "$home/conf/neo4j.conf")"
	[ -z "$browser" ] || printf 'neo4j: the Browser is at %s\n' "$browser" >&2
}

halt() {
	running || return 0
	kill "$pid" 2>/dev/null || true
	local tries=0
	while kill -0 "$pid" 2>/dev/null; do
		tries=$((tries + 1))
		[ $tries -lt 300 ] || fail "the server (process $pid) does not stop: see $home/logs"
		sleep 0.2
	done
	rm -f "$home/neo4j.pid"
}

case $command in
fetch)
	fetch
	printf 'neo4j: the jars of Neo4j %s are in %s\n' "$release" "$lib" >&2
	;;
start)
	if running; then
		printf 'neo4j: runs already (process %s)\n' "$pid" >&2
	else
		find_java
		fetch
		launch
	fi
	address
	;;
run)
	running && fail "a server runs already in $home (process $pid)"
	find_java
	fetch
	trap 'halt; [ -z "$temporary" ] || rm -rf "$temporary"' EXIT
	launch
	address
	printf '%s\n' "$home"
	cat >/dev/null
	;;
stop)
	running || { printf 'neo4j: does not run\n' >&2; exit 0; }
	halt
	printf 'neo4j: stopped\n' >&2
	;;
status)
	running || { printf 'neo4j: does not run\n' >&2; exit 1; }
	address
	;;
admin)
	running && fail "stop the server first"
	find_java
	fetch
	[ -e "$home/conf/neo4j.conf" ] || configure
	admin "$@"
	;;
esac
