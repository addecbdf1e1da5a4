package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"cadre/config"
	"cadre/graph/graphtest"
	"cadre/queries"

	"github.com/chromedp/chromedp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// The deep link of a question, opened in Chromium on a real server, draws the
// people, conferences and places of its answer, in the kit's style; the kit's
// favourites and its guide are taken by the Browser, too.
func TestBrowser(t *testing.T) {
	chromium := findChromium(t)
	server := graphtest.OwnNeo4j(t)
	page, err := server.Browser()
	if err != nil {
		t.Fatal(err)
	}
	home(t)
	t.Chdir("../..")
	if code, _, stderr := cadre(t, "load", "--store", server.Address, "samples"); code != exitOK {
		t.Fatal(stderr)
	}
	t.Run("graph forms", func(t *testing.T) { graphForms(t, server.Address) })
	browse(t, chromium, server.Address, page)
}

func browse(t *testing.T, chromium, address, page string) {
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	files, err := kit(config.Config{Store: address}, page, set)
	if err != nil {
		t.Fatal(err)
	}
	code, link, stderr := cadre(t, "browser", "query", "chaired", "--store", address, "--http", page, "--person", "Kieu The Lam")
	if code != exitOK {
		t.Fatal(stderr)
	}
	ctx, stop := chrome(t, chromium)
	defer stop()
	do := func(what string, actions ...chromedp.Action) {
		t.Helper()
		if err := chromedp.Run(ctx, actions...); err != nil {
			var b []byte
			shown, end := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
			defer end()
			if chromedp.Run(shown, chromedp.CaptureScreenshot(&b)) == nil {
				if f, err := os.CreateTemp("", "browser-*.png"); err == nil {
					f.Write(b)
					f.Close()
					t.Logf("the Browser as it was: %s", f.Name())
				}
			}
			t.Fatalf("%s: %v", what, err)
		}
	}

	run := `[data-testid="editor-Run"]`
	do("open the deep link", chromedp.Navigate(strings.TrimSpace(link)), chromedp.WaitVisible(run),
		chromedp.Poll(`document.querySelector('[data-testid="activeEditor"]').innerText.includes("kieu")`, nil),
		choose(`[data-testid="authenticationMethod"]`, "No authentication"),
		chromedp.Click(`[data-testid="connect"]`), chromedp.WaitNotPresent(`[data-testid="boltaddress"]`))
	do("drop the style", drop("cadre.grass", files["cadre.grass"]))
	do("drop the favourites", drop("favourites.zip", files["favourites.zip"]))
	do("run the question", chromedp.Click(run), chromedp.WaitVisible(`svg g.node`), chromedp.Sleep(4*time.Second))

	var captions []string
	do("read the captions", chromedp.Evaluate(`[...document.querySelectorAll('svg g.node')].map(n => n.textContent)`, &captions))
	want := drawnNodes(t, address, set)
	if len(captions) != want || want < 4 {
		t.Errorf("%d nodes are drawn, the answer has %d: %q", len(captions), want, captions)
	}
	all := strings.Join(captions, "\n")
	for _, name := range []string{"Kiều", "Hội nghị"} {
		if !strings.Contains(all, name) {
			t.Errorf("no node is called %s: %q", name, captions)
		}
	}
	var fills []string
	do("read the colours", chromedp.Evaluate(`[...document.querySelectorAll('svg g.node circle')].map(n => n.getAttribute("fill")||"")`, &fills))
	if colours := strings.ToUpper(strings.Join(fills, " ")); !strings.Contains(colours, "#C0392B") || !strings.Contains(colours, "#1E8449") {
		t.Errorf("the style is not taken: %s", colours)
	}
	screenshot(t, ctx, "docs/img/browser-chaired.png")

	favourite := `//*[starts-with(@data-testid, "scriptTitle-") and contains(., "Who took part in a conference")]`
	do("open the favourites", chromedp.Click(`[data-testid="navigationFavorites"]`), chromedp.WaitVisible(`[data-testid="expandFolder-Conferences"]`),
		chromedp.Click(`[data-testid="expandFolder-Conferences"]`), chromedp.WaitVisible(favourite))
	do("run a favourite", chromedp.Click(favourite), chromedp.Poll(`document.querySelector('[data-testid="activeEditor"]').innerText.includes("ATTENDED")`, nil),
		chromedp.Click(run), chromedp.Poll(`document.querySelectorAll('[data-testid="frame"]').length > 2`, nil), chromedp.WaitVisible(`svg g.node`), chromedp.Sleep(3*time.Second))
	screenshot(t, ctx, "docs/img/browser-favourites.png")
	guide(t, do, ctx, page, address, files["guide.html"])
}

// guide plays the guide as serve serves it.
func guide(t *testing.T, do func(string, ...chromedp.Action), ctx context.Context, page, address string, text []byte) {
	served := serveGuide(t, text)
	link, err := browserLink(config.Config{Store: address}, page, "play", served)
	if err != nil {
		t.Fatal(err)
	}
	do("play the guide", chromedp.Navigate(link), chromedp.WaitVisible(`//h3[contains(text(), "Cadre: questions")]`))
	screenshot(t, ctx, "docs/img/browser-guide.png")
}

// screenshot takes a picture of the page; -update keeps it for the guide.
func screenshot(t *testing.T, ctx context.Context, file string) {
	t.Helper()
	var b []byte
	if err := chromedp.Run(ctx, chromedp.Sleep(time.Second), chromedp.CaptureScreenshot(&b)); err != nil {
		t.Fatal(err)
	}
	if len(b) < 10_000 {
		t.Errorf("%s is a picture of nothing (%d bytes)", file, len(b))
	}
	if *update {
		if err := os.WriteFile(file, b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// drop drops a file onto the Browser.
func drop(name string, content []byte) chromedp.Action {
	return chromedp.Evaluate(fmt.Sprintf(`(() => {
		const bytes = Uint8Array.from(atob(%q), c => c.charCodeAt(0));
		const data = new DataTransfer();
		data.items.add(new File([bytes], %q));
		const at = document.querySelector('[data-testid="editor-Run"]');
		at.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}));
	})()`, base64.StdEncoding.EncodeToString(content), name), nil)
}

// choose picks an option of a list as a user does, so that the page notices.
func choose(list, option string) chromedp.Action {
	return chromedp.Evaluate(fmt.Sprintf(`(() => {
		const list = document.querySelector(%q);
		list.value = [...list.options].find(o => o.value == %[2]q || o.text == %[2]q).value;
		list.dispatchEvent(new Event('change', {bubbles: true}));
	})()`, list, option), nil)
}

// chrome starts Chromium with an empty profile.
func chrome(t *testing.T, chromium string) (context.Context, func()) {
	t.Helper()
	profile, err := os.MkdirTemp("", "chromium")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) })
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium), chromedp.UserDataDir(profile), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1400, 900),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	ctx, end := chromedp.NewExecAllocator(ctx, options...)
	ctx, quit := chromedp.NewContext(ctx)
	return ctx, func() { chromedp.Cancel(ctx); quit(); end(); cancel() }
}

// findChromium skips the test, or fails it where CADRE_REQUIRE_CHROMIUM is 1,
// on a machine without Chromium.
func findChromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if file, err := exec.LookPath(name); err == nil {
			return file
		}
	}
	if os.Getenv("CADRE_REQUIRE_CHROMIUM") == "1" {
		t.Fatal("no Chromium to test the Neo4j Browser with: install it (Debian: chromium)")
	}
	t.Skip("the Neo4j Browser is not tested: no Chromium (Debian: chromium)")
	return ""
}

// drawnNodes counts the nodes in the graph form of the question that is drawn.
func drawnNodes(t *testing.T, address string, set queries.Set) int {
	q, err := set.Find("chaired")
	if err != nil {
		t.Fatal(err)
	}
	text, err := q.Drawn(map[string]string{"person": "Kieu The Lam"})
	if err != nil {
		t.Fatal(err)
	}
	nodes, _ := elements(t, address, text)
	return nodes
}

// graphForms asks every graph form its example: where the question answers
// with rows, it draws nodes and edges.
func graphForms(t *testing.T, address string) {
	set, err := queries.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range set {
		if !q.HasGraph() {
			continue
		}
		text, err := q.Drawn(exampleArgs(q))
		if err != nil {
			t.Fatal(err)
		}
		asks := append([]string{"query", "--store", address, "--format", "ndjson", q.Name}, shellWords(q.Examples[0])...)
		if _, rows, _ := cadre(t, asks...); rows == "" {
			continue
		}
		if nodes, edges := elements(t, address, text); nodes < 2 || edges < 1 {
			t.Errorf("%s draws %d nodes and %d edges:\n%s", q.Name, nodes, edges, text)
		}
	}
}

// elements counts the nodes and edges of an answer.
func elements(t *testing.T, address, text string) (nodes, edges int) {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(address, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	got, err := neo4j.ExecuteQuery(t.Context(), driver, text, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range got.Records {
		for _, v := range r.Values {
			switch v := v.(type) {
			case neo4j.Node:
				if !seen[v.ElementId] {
					nodes++
				}
				seen[v.ElementId] = true
			case neo4j.Relationship:
				if !seen["edge "+v.ElementId] {
					edges++
				}
				seen["edge "+v.ElementId] = true
			}
		}
	}
	return nodes, edges
}
