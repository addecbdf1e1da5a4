package sqlite_test

import (
	"fmt"
	"testing"

	"cadre/graph"
	"cadre/graph/sqlite"
)

func TestSearch(t *testing.T) {
	s := load(t, sqlite.Memory)
	person := func(id, name string, aliases ...string) graph.Node {
		return graph.Node{Label: graph.Person, ID: id, Props: graph.Props{"name": name, "aliases": aliases}}
	}
	put := func(b graph.Batch) {
		t.Helper()
		if err := apply(t.Context(), s, b); err != nil {
			t.Fatal(err)
		}
		if err := s.Exec(t.Context(), "INSERT INTO search (search) VALUES ('integrity-check')"); err != nil {
			t.Errorf("the index is out of step: %v", err)
		}
	}
	find := func(words, want string) {
		t.Helper()
		got, err := s.Query(t.Context(), "SELECT id FROM search WHERE search MATCH $words ORDER BY id", graph.Args{"words": words})
		if err != nil || fmt.Sprint(got.Rows) != want {
			t.Errorf("%q finds %v, %v, want %s", words, got.Rows, err, want)
		}
	}
	put(graph.Batch{PutNodes: []graph.Node{
		person("tran-van-mau", "Trần Văn Mẫu", "Mẫu Đen", "TRẦN V. MẪU"), person("do-thi-mau", "Đỗ Thị Mẫu"),
		{Label: graph.Article, ID: "article/1", Props: graph.Props{"title": "Hội nghị ở Đồi Mẫu"}},
		{Label: graph.Place, ID: "place/none", Props: graph.Props{}},
	}})
	find("tran van mau", "[[tran-van-mau]]")
	find("mau den", "[[tran-van-mau]]")
	find("do", "[[do-thi-mau]]")
	find("mau", "[[article/1] [do-thi-mau] [tran-van-mau]]")
	find("do*", "[[article/1] [do-thi-mau]]")
	put(graph.Batch{PutNodes: []graph.Node{person("tran-van-mau", "Trần Văn Mới"), person("do-thi-mau", "Đỗ Thị Mẫu")}})
	find("tran AND mau", "[]")
	find("moi", "[[tran-van-mau]]")
	put(graph.Batch{PutNodes: []graph.Node{person("do-thi-mau", "")}, DropNodes: []graph.Ref{{Label: graph.Person, ID: "tran-van-mau"}}})
	find("moi", "[]")
	find("mau", "[[article/1]]")
}
