package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cadre/queries"
)

// serveGuide serves the guide as cadre browser serve does; the address.
func serveGuide(t *testing.T, text []byte) string {
	t.Helper()
	s := httptest.NewServer(guideHandler(text))
	t.Cleanup(s.Close)
	return strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/guide.html"
}

func TestBrowserLinks(t *testing.T) {
	home(t)
	server := []string{"browser", "--store", "neo4j://ann:secret@db.example:7688", "--database", "news"}
	for _, c := range []struct {
		args []string
		text string
	}{
		{[]string{"query", "chaired", "--person", "O'Neil // ' OR true"}, `o\'neil // \' or true'`},
		{[]string{"person", "Kiều", "Thế", "Lãm"}, "'kieu the lam'"},
		{[]string{"conference", "--date", "2024-04-11"}, "'2024-04-11'"},
		{[]string{"query", "holders", "Bí thư Tỉnh ủy Bình Lãng"}, "'bi thu tinh uy binh lang'"},
	} {
		code, out, stderr := cadre(t, append(server, c.args...)...)
		if code != exitOK {
			t.Errorf("%v: %s", c.args, stderr)
			continue
		}
		u, err := url.Parse(strings.TrimSpace(out))
		if err != nil || strings.Contains(out, "secret") || strings.Contains(out, "ann") {
			t.Errorf("%v: link %s, %v", c.args, out, err)
			continue
		}
		v := u.Query()
		if u.Host != "db.example:7474" || v.Get("dbms") != "neo4j://db.example:7688" || v.Get("db") != "news" || v.Get("cmd") != "edit" || !strings.Contains(v.Get("arg"), c.text) {
			t.Errorf("%v: link %s has arg %s", c.args, out, v.Get("arg"))
		}
	}
	for _, args := range [][]string{
		{"browser", "--store", "cadre.db", "person", "Lãm"},
		{"browser", "--store", localServer, "person"},
		{"browser", "--store", localServer, "--http", "file:///etc", "person", "Lãm"},
		{"browser", "--store", localServer, "query", "holders"},
		{"browser", "chaird"},
	} {
		if code, out, _ := cadre(t, args...); code != exitUsage || out != "" {
			t.Errorf("%v: code %d, %s", args, code, out)
		}
	}
}

func TestBrowserKit(t *testing.T) {
	home(t)
	dir := filepath.Join(t.TempDir(), "kit")
	if code, _, stderr := cadre(t, "browser", "kit", dir); code != exitOK {
		t.Fatal(stderr)
	}
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
		}
		return string(b)
	}
	for _, q := range set {
		if q.HasGraph() && !strings.HasPrefix(read("favourites/"+q.Name+".cypher"), "// "+q.Title+"\n") {
			t.Errorf("the favourite of %s does not begin with its name", q.Name)
		}
	}
	if text := read("links.html"); !strings.Contains(text, `href="http://127.0.0.1:7474/browser/?dbms=bolt`) {
		t.Errorf("links.html has no links:\n%.500s", text)
	}
	if text := read("guide.html"); strings.Count(text, "<slide") < 4 || strings.Contains(text, "[:") && strings.Contains(text, "->(c") {
		t.Errorf("guide.html is\n%.500s", text)
	}
	if code, _, _ := cadre(t, "browser", "kit", dir); code != exitUsage {
		t.Error("the kit is written over another without --force")
	}
	if code, _, stderr := cadre(t, "browser", "kit", "--force", dir); code != exitOK {
		t.Error(stderr)
	}
}

func TestGuideHandler(t *testing.T) {
	address := serveGuide(t, []byte("<article></article>"))
	for method, want := range map[string]int{"GET": 200, "OPTIONS": 204, "POST": 404} {
		r, err := http.NewRequestWithContext(t.Context(), method, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		got.Body.Close()
		if got.StatusCode != want || got.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s: %d, %v", method, got.StatusCode, got.Header)
		}
	}
}
