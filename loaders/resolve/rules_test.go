package resolve_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"cadre/graph"
	"cadre/loaders/resolve"
)

// TestOtherRules holds that a graph made with other tables is not written on:
// what they made cannot be told from what is there.
func TestOtherRules(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "vi"), 0o755); err != nil {
		t.Fatal(err)
	}
	table := "# title\trank\tseats\tkind\tbody\ten\nTrưởng Trạm\t40\t1\tpost\t\tHead of {body}\n"
	if err := os.WriteFile(filepath.Join(dir, "vi", "offices.tsv"), []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
	other, err := resolve.OpenVocabulary(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	s := open(t)
	r := rand.New(rand.NewPCG(1, 9))
	apply(t, s, vocabulary(t), []resolve.Incoming{invent(r, 1)}, nil, 1)
	before := dump(t, s)
	err = s.Update(context.Background(), func(ctx context.Context, tx graph.Tx) error {
		_, err := (&resolve.Resolver{Vocabulary: other}).Apply(ctx, tx, []resolve.Incoming{invent(r, 2)}, nil, 1, false)
		return err
	})
	if !errors.Is(err, resolve.ErrRules) {
		t.Errorf("writing with other tables: %v, want ErrRules", err)
	}
	if dump(t, s) != before {
		t.Error("the refused article left a trace")
	}
}

// TestSpelling holds that of one name's spellings a slip of the keyboard is not
// the one shown.
func TestSpelling(t *testing.T) {
	s := open(t)
	var add []resolve.Incoming
	for i, name := range []string{"Vương Thị KIm Sơn", "Vương Thị Kim Sơn", "VƯƠNG THỊ KIM SƠN", "Vuong Thi Kim Son"} {
		id := string(rune('a' + i))
		in, err := (&resolve.Packer{}).Pack(resolve.Claims{
			ID: id, Language: "vi", People: []resolve.PersonClaim{{Name: name}},
			Positions: []resolve.PositionClaim{{Office: "Chủ tịch Quốc hội", Seen: "2021-05-04"}},
		}, id+".txt", nil)
		if err != nil {
			t.Fatal(err)
		}
		add = append(add, in)
	}
	apply(t, s, vocabulary(t), add, nil, 1)
	for n, err := range s.Nodes(t.Context(), graph.Person) {
		if err != nil {
			t.Fatal(err)
		}
		if n.Props["name"] != "Vương Thị Kim Sơn" {
			t.Errorf("%s is shown as %v", n.ID, n.Props["name"])
		}
	}
}
