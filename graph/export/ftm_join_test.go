package export

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestJoin holds that values come back by key whether or not some of them went
// through passing files, and that these files go.
func TestJoin(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, chunks := range []int{0, 1, 5} {
		var j join
		want := map[string][]string{}
		r := rand.New(rand.NewPCG(uint64(chunks), 1))
		for i := range 1000 {
			// Keys of which one begins another, and keys that nobody asks for.
			key, value := fmt.Sprint(r.IntN(200)), fmt.Sprint("v", r.IntN(20))
			if !slices.Contains(want[key], value) {
				want[key] = append(want[key], value)
			}
			if err := j.add(key, value); err != nil {
				t.Fatal(err)
			}
			if chunks > 0 && i%(1000/chunks) == 0 {
				if err := j.spill(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := j.read(); err != nil {
			t.Fatal(err)
		}
		got := map[string][]string{}
		for i, key := range slices.Sorted(maps.Keys(want)) {
			slices.Sort(want[key])
			if i%3 == 0 {
				delete(want, key)
				continue
			}
			values, err := j.of(key)
			if err != nil {
				t.Fatal(err)
			}
			got[key] = values
			if none, err := j.of(key + "-"); err != nil || none != nil {
				t.Errorf("a key that is not there has %v, %v", none, err)
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%d passing files (-want +got):\n%s", chunks, d)
		}
		if _, err := j.of("0"); err == nil {
			t.Error("keys out of order are answered")
		}
		if err := j.close(); err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("passing files are left: %v, %v", left, err)
	}
	if err := new(join).add("a\x00b", "c"); err == nil {
		t.Error("an id with a control character is taken")
	}
}
