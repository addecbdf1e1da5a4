package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"cadre/samples"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cadre": main})
}

// Each testdata/script/*.txtar is one story told at the command line. The
// samples stand in samples/ of its folder.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "testdata/script",
		Setup: setup,
		Condition: func(name string) (bool, error) {
			if name != "root" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return os.Getuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "newer": newer},
	})
}

// setup gives a script the samples and a home without settings.
func setup(e *testscript.Env) error {
	home := filepath.Join(e.WorkDir, "home")
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME"} {
		e.Setenv(name, home)
	}
	for _, name := range []string{"CADRE_STORE", "CADRE_FORMAT", "COLUMNS"} {
		e.Setenv(name, "")
	}
	return errors.Join(os.Mkdir(home, 0o700), os.CopyFS(filepath.Join(e.WorkDir, "samples"), samples.FS))
}

// exits runs a program and checks its exit code: exits 4 cadre load none.txt
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGUMENTS…")
	}
	code := 0
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if want, err := strconv.Atoi(args[0]); err != nil || code != want {
		ts.Fatalf("%s ends with code %d, want %s", strings.Join(args[1:], " "), code, args[0])
	}
}

// newer makes a store look as if a later version had written it: SQLite keeps
// the version of the tables at byte 60.
func newer(ts *testscript.TestScript, neg bool, args []string) {
	file := ts.MkAbs(args[0])
	b, err := os.ReadFile(file)
	ts.Check(err)
	binary.BigEndian.PutUint32(b[60:], 99)
	ts.Check(os.WriteFile(file, b, 0o666))
}
