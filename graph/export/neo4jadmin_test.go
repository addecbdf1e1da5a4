package export_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cadre/graph/export"
	"cadre/graph/graphtest"
)

func TestNeo4jAdminFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	s := filled(t, graphtest.World()...)
	line, err := export.Neo4jAdmin(t.Context(), dir, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range strings.Fields(line) {
		if _, name, ok := strings.Cut(word, ".csv"); ok && name == "" {
			_, name, _ = strings.Cut(word, "=")
			if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
				t.Errorf("the line names a file that is not there: %v", err)
			}
		}
	}
	if _, err := export.Neo4jAdmin(t.Context(), dir, s); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("wrote into a folder with files: %v", err)
	}
}

// TestNeo4jAdminImport has the real importer read the files into a new home,
// by import.sh with a neo4j-admin on the path, and the real server start on it.
func TestNeo4jAdminImport(t *testing.T) {
	server, err := filepath.Abs("../../scripts/neo4j/server.sh")
	if err != nil {
		t.Fatal(err)
	}
	graphtest.NeedJars(t)
	s := everything(t)
	base := t.TempDir()
	dir, home := filepath.Join(base, "an export"), filepath.Join(base, "home")
	if _, err := export.Neo4jAdmin(t.Context(), dir, s); err != nil {
		t.Fatal(err)
	}
	admin := "#!/bin/sh\nexec '" + server + "' admin --home '" + home + "' --heap 256m -- \"$@\"\n"
	if err := os.WriteFile(filepath.Join(base, "neo4j-admin"), []byte(admin), 0o755); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), filepath.Join(dir, "import.sh"), "--report-file="+filepath.Join(base, "report"))
	c.Env = append(os.Environ(), "PATH="+base+":"+os.Getenv("PATH"))
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	running, err := graphtest.StartNeo4j("--home", home)
	if err != nil {
		t.Fatal(err)
	}
	defer running.Stop()
	sameGraph(t, running.Address, s)
}
