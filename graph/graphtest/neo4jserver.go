package graphtest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Neo4j returns the bolt address of a Neo4j server with an empty database that
// is the test's alone until it ends; it asks for no login. It is the one that
// CADRE_TEST_NEO4J names, or one started from the jars that make neo4j-fetch
// has fetched, which all tests of a package share. Without either the test is
// skipped, or fails when CADRE_REQUIRE_NEO4J is 1. Call it once in a test
// function, not in its subtests; Empty empties it between those.
func Neo4j(t testing.TB) string {
	t.Helper()
	address := os.Getenv("CADRE_TEST_NEO4J")
	if address == "" || address == none {
		server, err := ownServer()
		if errors.Is(err, errNone) {
			skip(t, err)
		} else if err != nil {
			t.Fatal(err)
		}
		Empty(t, server.Address) // of what the test before left
		return server.Address
	}
	alone(t)
	driver := open(t, address)
	if n, err := content(t.Context(), driver); err != nil {
		t.Fatalf("look at the server of CADRE_TEST_NEO4J: %v", err)
	} else if n > 0 {
		t.Fatalf("the database at %s is not empty: it has %d nodes, indexes and constraints; the tests would delete them", address, n)
	}
	t.Cleanup(func() {
		if err := wipe(context.Background(), driver, true); err != nil {
			t.Errorf("empty the server: %v", err)
		}
	})
	return address
}

// Empty deletes all nodes at the address that Neo4j gave; constraints and
// indexes stay.
func Empty(t testing.TB, address string) {
	t.Helper()
	if err := wipe(t.Context(), open(t, address), false); err != nil {
		t.Fatalf("empty the server: %v", err)
	}
}

// none is the CADRE_TEST_NEO4J of a run without any server, as the race
// detector's, though the jars are there.
const none = "none"

var errNone = errors.New("set CADRE_TEST_NEO4J to the address of an empty one, or run make neo4j-fetch (needs Java 17 and Maven)")

// ownServer starts the server of this test binary at its first call. It ends
// when this process does, however that ends: it reads our end of a pipe.
var ownServer = sync.OnceValues(func() (*Server, error) {
	if err := haveJars(); err != nil {
		return nil, err
	}
	return StartNeo4j()
})

// Server is a Neo4j server of its own, for tests that stop it.
type Server struct {
	Address string
	// Home is its folder; neo4j.pid in it names the process.
	Home string
	stop io.Closer
	wait func() error
}

// StartNeo4j starts a server with an empty database at a free port, with more
// options of scripts/neo4j/server.sh, of which the last counts. It needs the jars.
func StartNeo4j(options ...string) (*Server, error) {
	script, err := serverScript()
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	command := exec.Command(script, append([]string{"run", "--port", port, "--heap", "512m"}, options...)...)
	stop, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	words, err := os.CreateTemp("", "neo4j-test")
	if err != nil {
		return nil, err
	}
	defer os.Remove(words.Name())
	defer words.Close()
	command.Stderr = words
	if err := command.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(out)
	s := &Server{stop: stop, wait: command.Wait}
	for _, to := range []*string{&s.Address, &s.Home} {
		if !lines.Scan() {
			stop.Close()
			err := command.Wait()
			said, _ := os.ReadFile(words.Name())
			return nil, fmt.Errorf("start a Neo4j server: %w: %s", err, said)
		}
		*to = lines.Text()
	}
	return s, nil
}

// Stop stops the server and deletes its folder, unless the folder was given.
func (s *Server) Stop() error {
	s.stop.Close()
	return s.wait()
}

// Kill ends the server as a crash does; Stop is still to be called.
func (s *Server) Kill() error {
	text, err := os.ReadFile(filepath.Join(s.Home, "neo4j.pid"))
	if err != nil {
		return err
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return err
	}
	process, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	return process.Kill()
}

// OwnNeo4j is StartNeo4j for a test, which is skipped without the jars. The
// server is stopped when the test ends.
func OwnNeo4j(t testing.TB, options ...string) *Server {
	t.Helper()
	NeedJars(t)
	s, err := StartNeo4j(options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Stop() })
	return s
}

// NeedJars skips a test that runs a program of Neo4j's own, where make
// neo4j-fetch has not fetched it or the run is to do without.
func NeedJars(t testing.TB) {
	t.Helper()
	if err := haveJars(); err != nil {
		skip(t, err)
	}
}

// skip ends a test for want of a server.
func skip(t testing.TB, err error) {
	t.Helper()
	if os.Getenv("CADRE_REQUIRE_NEO4J") == "1" {
		t.Fatalf("no Neo4j to test on: %v", err)
	}
	t.Skipf("not tested on Neo4j: %v", err)
}

func haveJars() error {
	if os.Getenv("CADRE_TEST_NEO4J") == none {
		return errNone
	}
	script, err := serverScript()
	if err != nil {
		return err
	}
	jars, _ := filepath.Glob(filepath.Join(filepath.Dir(script), "../../.neo4j/5.26.*/lib"))
	if len(jars) == 0 {
		return fmt.Errorf("its jars are not there; %w", errNone)
	}
	return nil
}

func serverScript() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		script := filepath.Join(dir, "scripts", "neo4j", "server.sh")
		if _, err := os.Stat(script); err == nil {
			return script, nil
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return "", fmt.Errorf("no scripts/neo4j/server.sh above this folder; %w", errNone)
}

// freePort is a port that nobody listens at just now.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}

// alone waits until no other package's tests use the server of
// CADRE_TEST_NEO4J: whoever listens at this port of the machine has it.
func alone(t testing.TB) {
	for {
		l, err := net.Listen("tcp", "127.0.0.1:47687")
		if err == nil {
			t.Cleanup(func() { l.Close() })
			return
		}
		select {
		case <-t.Context().Done():
			t.Fatal(t.Context().Err())
		case <-time.After(200 * time.Millisecond):
		}
	}
}

func open(t testing.TB, address string) neo4j.DriverWithContext {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(address, neo4j.NoAuth())
	if err != nil {
		t.Fatalf("open %s: %v", address, err)
	}
	t.Cleanup(func() { driver.Close(context.Background()) })
	return driver
}

// content counts nodes, constraints and the indexes that somebody made.
func content(ctx context.Context, driver neo4j.DriverWithContext) (int64, error) {
	sum := int64(0)
	for _, text := range []string{
		"MATCH (n) RETURN count(n) AS n",
		"SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN count(*) AS n",
	} {
		result, err := neo4j.ExecuteQuery(ctx, driver, text, nil, neo4j.EagerResultTransformer)
		if err != nil {
			return 0, err
		}
		n, _ := result.Records[0].Values[0].(int64)
		sum += n
	}
	return sum, nil
}

// wipe deletes all nodes and, if asked, all constraints and indexes.
func wipe(ctx context.Context, driver neo4j.DriverWithContext, schema bool) error {
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	texts := []string{ // edges first: one node may have more of them than fit a transaction
		"MATCH ()-[x]->() CALL (x) { DELETE x } IN TRANSACTIONS OF 20000 ROWS",
		"MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS",
	}
	if schema {
		for _, kind := range []string{"CONSTRAINT", "INDEX"} {
			result, err := session.Run(ctx, "SHOW "+kind+" YIELD name, type WHERE type <> 'LOOKUP' RETURN name", nil)
			if err != nil {
				return err
			}
			rows, err := result.Collect(ctx)
			if err != nil {
				return err
			}
			for _, r := range rows {
				name, _ := r.Values[0].(string)
				texts = append(texts, "DROP "+kind+" `"+strings.ReplaceAll(name, "`", "``")+"` IF EXISTS")
			}
		}
	}
	for _, text := range texts {
		result, err := session.Run(ctx, text, nil)
		if err != nil {
			return err
		}
		if _, err := result.Consume(ctx); err != nil {
			return err
		}
	}
	return nil
}
