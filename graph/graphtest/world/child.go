package world

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cadre/graph"
	"cadre/loaders"
)

// Open opens a store by its name: a path, an address.
type Open func(ctx context.Context, name string) (graph.Store, error)

// childEnv names what a child process has to do: "STORE\nBATCH\nFOLDER".
const childEnv = "CADRE_WORLD_LOAD"

// Main is for TestMain of a package that measures or kills loads: in a child
// process that Start started it loads and exits, else it runs the tests.
func Main(m *testing.M, open Open) int {
	task := strings.Split(os.Getenv(childEnv), "\n")
	if len(task) != 3 {
		return m.Run()
	}
	batch, _ := strconv.Atoi(task[1])
	if err := child(open, task[0], batch, task[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// child loads a folder and says on stdout how many articles are written, then
// what it cost.
func child(open Open, name string, batch int, dir string) error {
	loaders.BoundMemory()
	ctx := context.Background()
	loader, err := NewLoader()
	if err != nil {
		return err
	}
	s, err := open(ctx, name)
	if err != nil {
		return err
	}
	if err := s.Prepare(ctx); err != nil {
		return err
	}
	began := time.Now()
	_, err = loader.Load(ctx, s, []string{dir}, loaders.Options{BatchSize: batch, Progress: func(done, _ int) { fmt.Println("written", done) }})
	if err != nil {
		return err
	}
	took := time.Since(began)
	if err := s.Close(ctx); err != nil {
		return err
	}
	fmt.Println("took", took.Milliseconds(), peak(), CPU().Milliseconds())
	return nil
}

// CPU is how long all threads of this process have run, to a hundredth of a
// second; 0 where the system does not tell. Unlike a clock it does not run while
// other programs have the processors.
func CPU() time.Duration {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(stat), ") ") // the name of the program may hold anything
	f := strings.Fields(after)
	if len(f) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// peak is the largest resident size of this process, in bytes; 0 where the
// system does not tell.
func peak() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, l := range strings.Split(string(status), "\n") {
		if f := strings.Fields(l); len(f) == 3 && f[0] == "VmHWM:" {
			n, _ := strconv.ParseInt(f[1], 10, 64)
			return n << 10
		}
	}
	return 0
}

// Process is a load in a process of its own.
type Process struct {
	*exec.Cmd
	out *bufio.Scanner
	err strings.Builder
}

// Start loads a folder into a store in a child process, which must call Main.
func Start(ctx context.Context, store string, batch int, dir string) (*Process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	p := &Process{Cmd: exec.CommandContext(ctx, self)}
	p.Env = append(os.Environ(), fmt.Sprintf("%s=%s\n%d\n%s", childEnv, store, batch, dir))
	p.Stderr = &p.err
	out, err := p.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewScanner(out)
	return p, p.Cmd.Start()
}

// Cost is what a load took.
type Cost struct {
	Took     time.Duration // by the clock, which other processes share
	CPU      time.Duration // of all threads
	Resident int64         // bytes at most
}

// Result waits for the end of the load.
func (p *Process) Result() (c Cost, err error) {
	for p.out.Scan() {
		var took, cpu int64
		if _, err := fmt.Sscanf(p.out.Text(), "took %d %d %d", &took, &c.Resident, &cpu); err == nil {
			c.Took, c.CPU = time.Duration(took)*time.Millisecond, time.Duration(cpu)*time.Millisecond
			break
		}
	}
	if err := p.Wait(); err != nil {
		return c, fmt.Errorf("%w: %s", err, p.err.String())
	}
	return c, nil
}

// Killed holds that a load which is killed leaves whole articles only, and that
// the next load completes to the same graph. fresh makes the name of an empty
// store, and the one before is not used any more then.
func Killed(t *testing.T, fresh func(*testing.T) string, open Open, times int) {
	p := newTrial(t, 99, nil)
	store := func(t *testing.T, name string) graph.Store {
		t.Helper()
		s, err := open(t.Context(), name)
		if err == nil {
			err = s.Prepare(t.Context())
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close(context.Background()) })
		return s
	}
	s := store(t, fresh(t))
	p.load(t, s, p.files, loaders.Options{})
	want := exported(t, s)
	s.Close(t.Context())

	name := fresh(t)
	for n := range times {
		child, err := Start(t.Context(), name, 3, p.dir)
		if err != nil {
			t.Fatal(err)
		}
		for range 1 + p.r.IntN(len(p.files)/3/times) { // batches to write first
			child.out.Scan()
		}
		time.Sleep(time.Duration(p.r.IntN(12_000)) * time.Microsecond)
		child.Process.Kill() // SIGKILL
		if err := child.Wait(); err == nil {
			t.Logf("kill %d came too late", n+1)
		}
	}
	s = store(t, name)
	left := exported(t, s)
	var files []string
	for rec, err := range s.Records(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range p.files {
			if slices.Contains(rec.Sources, strings.TrimPrefix(f, "/")) {
				files = append(files, f)
			}
		}
	}
	t.Logf("after %d kills there are %d of %d articles", times, len(files), len(p.files))
	p.load(t, s, p.files, p.any())
	same(t, "loaded after being killed", want, exported(t, s))
	s.Close(t.Context())
	if len(files) == 0 {
		return
	}
	s = store(t, fresh(t))
	p.load(t, s, files, loaders.Options{})
	same(t, "what is left is not what its articles say", exported(t, s), left)
}
