package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadre/samples"
)

// command runs the program as a process of its own; TestMain has put it on the
// PATH.
func command(dir string, args ...string) (*exec.Cmd, *bytes.Buffer) {
	c := exec.Command("cadre", args...)
	c.Dir = dir
	var stderr bytes.Buffer
	c.Stderr = &stderr
	return c, &stderr
}

func code(err error) int {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	return 0
}

// copies writes n versions of the samples, each with names of its own.
func copies(t *testing.T, dir string, n int) {
	t.Helper()
	names, err := fs.Glob(samples.FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		for _, name := range names {
			b, err := fs.ReadFile(samples.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			text := strings.ReplaceAll(string(b), "url: https://", fmt.Sprintf("url: https://n%d.", i))
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d-%s", i, name)), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A load stopped by Ctrl-C says so, and the next one completes to the graph
// that an undisturbed one makes.
func TestInterrupt(t *testing.T) {
	home(t)
	dir := t.TempDir()
	news := filepath.Join(dir, "news")
	if err := os.Mkdir(news, 0o777); err != nil {
		t.Fatal(err)
	}
	copies(t, news, 40)
	c, stderr := command(dir, "load", "--batch", "20", "news")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(700 * time.Millisecond)
	c.Process.Signal(os.Interrupt)
	if got := code(c.Wait()); got == exitInterrupt && !strings.HasPrefix(stderr.String(), "cadre: interrupted") || got != exitInterrupt && got != exitOK {
		t.Fatalf("code %d, %s", got, stderr)
	}
	exports := map[string]string{}
	for _, store := range []string{"cadre.db", "whole.db"} {
		if c, stderr := command(dir, "load", "--store", store, "news"); c.Run() != nil {
			t.Fatal(stderr)
		}
		out, err := exec.Command("cadre", "export", "--store", filepath.Join(dir, store)).Output()
		if err != nil {
			t.Fatal(err)
		}
		exports[store] = string(out)
	}
	if exports["cadre.db"] != exports["whole.db"] {
		t.Error("a load that was interrupted and repeated makes another graph than one that was not")
	}
}

// On a full disk a load says so and the store stays as it was.
func TestFullDisk(t *testing.T) {
	home(t)
	dir := t.TempDir()
	for _, d := range []string{"news", "disk"} {
		if err := os.Mkdir(filepath.Join(dir, d), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	copies(t, filepath.Join(dir, "news"), 20)
	script := `set -e
mount -t tmpfs -o size=1500k none disk
cadre load --store disk/x.db news/0-2024-07-11-giao-ban-quy-ii.txt >/dev/null
cadre export --store disk/x.db > before
set +e
cadre load --store disk/x.db news >/dev/null
echo code $? >&2
cadre export --store disk/x.db > after
cmp before after && echo same >&2`
	c := exec.Command("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil && !strings.Contains(string(out), "code") {
		t.Skipf("no small disk can be mounted here: %v: %s", err, out)
	}
	for _, want := range []string{"no space left for the store", fmt.Sprint("code ", exitStore), "same"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("want %q in\n%s", want, out)
		}
	}
}

// A reader that goes away ends the program quietly.
func TestClosedPipe(t *testing.T) {
	home(t)
	dir := t.TempDir()
	copies(t, dir, 1)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	c, stderr := command(dir, "extract", ".")
	c.Stdout = w
	r.Close()
	err = c.Run()
	w.Close()
	if code(err) != exitOK || stderr.Len() > 0 {
		t.Errorf("code %d, %s", code(err), stderr)
	}
}
