package main

import (
	"archive/zip"
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"cadre/config"
	"cadre/queries"

	"github.com/urfave/cli/v2"
)

//go:embed browser
var browserFiles embed.FS

// localServer is where make neo4j starts a server.
const localServer = "bolt://127.0.0.1:7687"

// favourite is a question as the Browser keeps it, with the arguments of its
// first example.
type favourite struct {
	Name, Title, About, Cypher string
	Link                       template.URL
}

// folder holds favourites on one subject.
type folder struct {
	Name       string
	Favourites []favourite
}

func kitCommand(e *env, set queries.Set) *cli.Command {
	return &cli.Command{
		Name:      "kit",
		Usage:     "write favourites, a style and a guide for the Neo4j Browser",
		UsageText: "cadre browser kit [flags] DIR",
		Description: `Writes favourites/NAME.cypher, favourites.zip (all of them, in folders),
cadre.grass (the style), guide.html (for :play) and links.html (the same guide
as a page of links, for a Browser without :play).

` + example("cadre browser kit kit"),
		Flags: append(storeFlags(), httpFlag(), queriesFlag(), &cli.BoolFlag{Name: "force", Usage: "write into a folder that is not empty"}),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			if c.NArg() != 1 {
				return usagef("name one folder, as in cadre browser kit DIR")
			}
			dir := c.Args().First()
			if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 && !c.Bool("force") {
				return usagef("%s is not empty: name another folder, or say --force to write into it", dir)
			}
			page, _ := given(c, "http")
			files, err := kit(cfg, page, set)
			if err != nil {
				return err
			}
			for _, name := range slices.Sorted(maps.Keys(files)) {
				file := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
					return fmt.Errorf("write the kit: %w", err)
				}
				if err := os.WriteFile(file, files[name], 0o666); err != nil {
					return fmt.Errorf("write the kit: %w", err)
				}
			}
			fmt.Fprintf(e.stderr, "Wrote %d files into %s: drop favourites.zip and cadre.grass onto the Browser, open links.html.\n", len(files), dir)
			return nil
		},
	}
}

// kit makes the files of the kit, by name.
func kit(cfg config.Config, page string, set queries.Set) (map[string][]byte, error) {
	if !strings.Contains(cfg.Store, "://") {
		cfg.Store = localServer
	}
	folders, err := favourites(cfg, page, set)
	if err != nil {
		return nil, err
	}
	root, err := browserLink(cfg, page, "edit", "")
	if err != nil {
		return nil, err
	}
	root, _, _ = strings.Cut(root, "?")
	files := map[string][]byte{}
	packed := bytes.Buffer{}
	archive := zip.NewWriter(&packed)
	for _, f := range folders {
		for _, v := range f.Favourites {
			text := []byte("// " + v.Title + "\n" + v.Cypher)
			files["favourites/"+v.Name+".cypher"] = text
			w, err := archive.Create(path.Join(f.Name, v.Name+".cypher"))
			if err == nil {
				_, err = w.Write(text)
			}
			if err != nil {
				return nil, fmt.Errorf("pack the favourites: %w", err)
			}
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("pack the favourites: %w", err)
	}
	files["favourites.zip"] = packed.Bytes()
	if files["cadre.grass"], err = browserFiles.ReadFile("browser/cadre.grass"); err != nil {
		return nil, err
	}
	pages, err := template.ParseFS(browserFiles, "browser/*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"guide.html", "links.html"} {
		var b bytes.Buffer
		if err := pages.ExecuteTemplate(&b, name, map[string]any{"Folders": folders, "HTTP": root}); err != nil {
			return nil, fmt.Errorf("write %s: %w", name, err)
		}
		files[name] = b.Bytes()
	}
	return files, nil
}

// favourites are the questions that can be drawn, by subject.
func favourites(cfg config.Config, page string, set queries.Set) ([]folder, error) {
	folders := []folder{{Name: "Conferences"}, {Name: "Offices"}, {Name: "Documents"}, {Name: "More"}}
	for _, q := range set {
		if !q.HasGraph() || len(q.Examples) == 0 {
			continue
		}
		text, err := q.Drawn(exampleArgs(q))
		if err != nil {
			return nil, fmt.Errorf("the example of %s: %w", q.Name, err)
		}
		link, err := browserLink(cfg, page, "edit", "// "+q.Title+"\n"+text)
		if err != nil {
			return nil, err
		}
		f := &folders[subject(q)]
		f.Favourites = append(f.Favourites, favourite{q.Name, q.Title, q.About, text, template.URL(link)})
	}
	return slices.DeleteFunc(folders, func(f folder) bool { return f.Favourites == nil }), nil
}

// subject is the folder of a question, told by its columns.
func subject(q queries.Query) int {
	has := func(name string) bool {
		return slices.ContainsFunc(q.Columns, func(c queries.Column) bool { return strings.HasPrefix(c.Name, name) })
	}
	switch {
	case has("document"), has("number"):
		return 2
	case has("conference"):
		return 0
	case has("position"):
		return 1
	}
	return 3
}

// exampleArgs reads the first example of a question.
func exampleArgs(q queries.Query) map[string]string {
	args := map[string]string{}
	words := shellWords(q.Examples[0])
	for i := 0; i+1 < len(words); i++ {
		name := strings.TrimPrefix(words[i], "--")
		if slices.ContainsFunc(q.Params, func(p queries.Param) bool { return "--"+p.Name == words[i] }) {
			args[name] = words[i+1]
			i++
		}
	}
	return args
}

// shellWords splits a command line at spaces outside double quotes.
func shellWords(line string) []string {
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}

func serveCommand(e *env, set queries.Set) *cli.Command {
	return &cli.Command{
		Name:      "serve",
		Usage:     "serve the guide to the Neo4j Browser's :play",
		UsageText: "cadre browser serve [flags]",
		Description: `Serves the guide on this machine alone until it is interrupted, and prints what
to type into the Browser. The Browser plays guides from localhost unless the
server's browser.remote_content_hostname_whitelist leaves it out.

` + example("cadre browser serve --port 8001"),
		Flags: append(storeFlags(), httpFlag(), queriesFlag(), &cli.StringFlag{Name: "port", Usage: "serve on `PORT` (default 8001; 0: any free one)"}),
		Action: func(c *cli.Context) error {
			cfg, err := settings(c)
			if err != nil {
				return err
			}
			if c.NArg() > 0 {
				return usagef("%q is too much: serve takes flags only", c.Args().First())
			}
			page, _ := given(c, "http")
			files, err := kit(cfg, page, set)
			if err != nil {
				return err
			}
			port := c.String("port")
			if port == "" {
				port = "8001"
			}
			return serve(c.Context, e, port, files["guide.html"])
		},
	}
}

// serve answers with the guide until the context ends.
func serve(ctx context.Context, e *env, port string, guide []byte) error {
	l, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		return usagef("%w: choose another with --port", err)
	}
	_, port, _ = net.SplitHostPort(l.Addr().String())
	fmt.Fprintf(e.stdout, ":play http://localhost:%s/guide.html\n", port)
	s := &http.Server{Handler: guideHandler(guide), MaxHeaderBytes: 16 << 10}
	stop := context.AfterFunc(ctx, func() { s.Close() })
	defer stop()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve the guide: %w", err)
	}
	return ctx.Err()
}

// guideHandler lets any page read the guide, which holds nothing secret: the
// Browser asks from another origin, and asks first whether it may send headers
// of its own (cache-control, sentry-trace and others).
func guideHandler(guide []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
		switch {
		case r.Method == http.MethodOptions:
			w.WriteHeader(http.StatusNoContent)
		case r.URL.Path != "/guide.html" || r.Method != http.MethodGet && r.Method != http.MethodHead:
			http.NotFound(w, r)
		default:
			h.Set("Content-Type", "text/html; charset=utf-8")
			w.Write(guide)
		}
	})
}
