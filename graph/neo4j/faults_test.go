package neo4j_test

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadre/graph"
	"cadre/graph/graphtest"
	"cadre/graph/neo4j"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const password = "mật khẩu-42"

// refused checks that opening fails with a sentinel and says what to do.
func refused(t *testing.T, address string, opts neo4j.Options, want error, says string) {
	t.Helper()
	s, err := neo4j.Open(t.Context(), address, opts)
	if err == nil {
		s.Close(t.Context())
	}
	if !errors.Is(err, want) || err == nil || !strings.Contains(err.Error(), says) {
		t.Errorf("Open %s as %q: %v, want %v and %q", address, opts.User, err, want, says)
	}
	if err != nil && opts.Password != "" && strings.Contains(err.Error(), opts.Password) {
		t.Errorf("the error holds the password: %v", err)
	}
}

func TestOpenWrongAddress(t *testing.T) {
	for address, says := range map[string]string{
		"":                              "bolt://127.0.0.1:7687",
		"graph.db":                      "bolt://127.0.0.1:7687",
		"http://127.0.0.1:7474":         "begins with one of",
		"bolt://neo4j:secret@127.0.0.1": "apart",
	} {
		_, err := neo4j.Open(t.Context(), address, neo4j.Options{})
		if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "secret") {
			t.Errorf("Open(%q) returned %v, want it to say %q", address, err, says)
		}
	}
	for _, scheme := range []string{"bolt", "neo4j", "bolt+s", "neo4j+ssc"} {
		refused(t, scheme+"://127.0.0.1:1", neo4j.Options{Password: password, Retry: time.Second}, graph.ErrUnavailable, "start it, or check address and port")
	}
}

func TestOpenWrongDatabase(t *testing.T) {
	address := graphtest.Neo4j(t)
	refused(t, strings.Replace(address, "bolt", "bolt+ssc", 1), neo4j.Options{Retry: time.Second}, graph.ErrUnavailable, "does not speak TLS")
	refused(t, address, neo4j.Options{Database: "other", Retry: time.Second}, graph.ErrUnavailable, "no database other")
	refused(t, strings.Replace(address, "bolt", "neo4j", 1), neo4j.Options{Database: "other", Retry: time.Second}, graph.ErrUnavailable, "no database other")
}

// articles writes made-up articles, a batch a transaction.
func articles(ctx context.Context, s graph.Store, first, size int) error {
	return s.Update(ctx, func(ctx context.Context, tx graph.Tx) error {
		_, err := tx.Apply(ctx, graphtest.Articles(first, size))
		return err
	})
}

func count(t *testing.T, s graph.Store) (n int64) {
	t.Helper()
	table, err := s.Query(t.Context(), "MATCH (a:Article) RETURN count(a) AS n", nil)
	if err != nil {
		t.Fatal(err)
	}
	return table.Rows[0][0].(int64)
}

// certificate writes a key and a certificate that nobody has signed, under the
// names that the server looks for.
func certificate(t *testing.T, dir string) {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	text, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "127.0.0.1"}, NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	signed, err := x509.CreateCertificate(rand.Reader, about, about, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{
		"private.key": {Type: "PRIVATE KEY", Bytes: text},
		"public.crt":  {Type: "CERTIFICATE", Bytes: signed},
	} {
		if err := os.WriteFile(filepath.Join(dir, name), pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// One server of its own goes through all that can happen to one.
func TestFaults(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "password")
	if err := os.WriteFile(file, []byte(password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	options := []string{"--home", filepath.Join(home, "server"), "--password-file", file}
	certificate(t, filepath.Join(home, "tls"))
	options = append(options, "--set", "dbms.ssl.policy.bolt.enabled=true", "--set", "server.bolt.tls_level=OPTIONAL",
		"--set", "dbms.ssl.policy.bolt.base_directory="+filepath.Join(home, "tls"))
	server := graphtest.OwnNeo4j(t, append(options, "--set", "db.memory.transaction.max=16m")...)
	address := server.Address
	options = append(options, "--port", address[strings.LastIndex(address, ":")+1:])
	login := neo4j.Options{User: "neo4j", Password: password, Retry: 3 * time.Minute}

	refused(t, address, neo4j.Options{}, graph.ErrUnavailable, "asks for a login")
	refused(t, address, neo4j.Options{User: "neo4j", Password: "wrong-horse"}, graph.ErrUnavailable, "check user and password")
	refused(t, address, neo4j.Options{User: "nobody", Password: password}, graph.ErrUnavailable, "refuses the login of nobody")

	refused(t, strings.Replace(address, "bolt", "neo4j", 1), neo4j.Options{User: "neo4j", Password: "wrong-horse"}, graph.ErrUnavailable, "check user and password")
	refused(t, strings.Replace(address, "bolt", "bolt+s", 1), login, graph.ErrUnavailable, "certificate is not trusted")
	open(t, strings.Replace(address, "bolt", "bolt+ssc", 1), login)

	s := open(t, address, login)
	if err := articles(t.Context(), s, 0, 1); !errors.Is(err, graph.ErrNotStore) {
		t.Errorf("writing before Prepare returned %v, want ErrNotStore", err)
	}
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}

	// Too large for the server's memory limit: nothing is written, a smaller one is.
	start := time.Now()
	if err := articles(t.Context(), s, 0, 1000); !errors.Is(err, graph.ErrTooLarge) || time.Since(start) > 20*time.Second {
		t.Errorf("a batch that does not fit returned %v after %v, want ErrTooLarge at once", err, time.Since(start))
	}
	if n := count(t, s); n != 0 {
		t.Errorf("%d articles of a batch that was refused are there", n)
	}
	if err := articles(t.Context(), s, 0, 50); err != nil {
		t.Fatalf("a batch that fits: %v", err)
	}

	// Killed in the middle of a batch and started again: the load completes.
	restarted := make(chan *graphtest.Server, 1)
	tries := 0
	err := s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		tries++
		if _, err := tx.Apply(ctx, graphtest.Articles(50, 20)); err != nil {
			return err
		}
		if tries == 1 {
			if err := server.Kill(); err != nil {
				return err
			}
			go func() {
				server.Stop()
				again, err := graphtest.StartNeo4j(options...)
				if err != nil {
					t.Errorf("start the server again: %v", err)
				}
				restarted <- again
			}()
		}
		_, err := tx.Apply(ctx, graphtest.Articles(70, 20))
		return err
	})
	server = <-restarted
	if err != nil || tries < 2 {
		t.Errorf("the load over a restart ended after %d tries with %v", tries, err)
	}
	if n := count(t, s); n != 90 {
		t.Errorf("%d articles are there after the restart, want 90", n)
	}

	// Killed and not started again: a clear message.
	server.Kill()
	server.Stop()
	impatient := neo4j.Options{User: "neo4j", Password: password, Retry: time.Second}
	refused(t, address, impatient, graph.ErrUnavailable, "no Neo4j answers there")

	// Started with its databases read-only.
	server, err = graphtest.StartNeo4j(append(options, "--set", "server.databases.default_to_read_only=true")...)
	if err != nil {
		t.Fatal(err)
	}
	defer server.Stop()
	s = open(t, address, login)
	if err := s.Prepare(t.Context()); err != nil {
		t.Errorf("Prepare of a prepared database that is read-only: %v", err)
	}
	start = time.Now()
	if err := articles(t.Context(), s, 90, 1); !errors.Is(err, graph.ErrReadOnly) || time.Since(start) > 10*time.Second {
		t.Errorf("writing to a read-only database returned %v after %v, want ErrReadOnly at once", err, time.Since(start))
	}
	if n := count(t, s); n != 90 {
		t.Errorf("%d articles are in the read-only database, want 90", n)
	}
}

// Somebody else's transaction and ours each wait for what the other holds: the
// server ends one of them, and ours completes, at another try if need be.
func TestDeadlock(t *testing.T) {
	address := graphtest.Neo4j(t)
	s := open(t, address, neo4j.Options{})
	if err := s.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := articles(t.Context(), s, 0, 1); err != nil {
		t.Fatal(err)
	}
	other, err := driver.NewDriverWithContext(address, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close(t.Context())
	session := other.NewSession(t.Context(), driver.SessionConfig{})
	defer session.Close(t.Context())
	foreign, err := session.BeginTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	set := func(text string) error {
		result, err := foreign.Run(t.Context(), text, nil)
		if err == nil {
			_, err = result.Consume(t.Context())
		}
		return err
	}
	if err := set("MATCH (p:Person) SET p.title = 'x'"); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	tries := 0
	err = s.Update(t.Context(), func(ctx context.Context, tx graph.Tx) error {
		if tries++; tries == 1 {
			go func() {
				err := set("MATCH (c:Cadre) SET c.note = 'x'")
				if err == nil {
					err = foreign.Rollback(t.Context())
				}
				ended <- err
			}()
		}
		b := graphtest.Articles(0, 1)
		for i := range b.PutNodes {
			b.PutNodes[i].Props["name"] = "another name"
		}
		_, err := tx.Apply(ctx, b)
		return err
	})
	if err != nil {
		t.Errorf("the load beside another writer ended after %d tries with %v", tries, err)
	}
	t.Logf("%d tries; the other's transaction: %v", tries, <-ended)
}
