package world

import (
	"bufio"
	"embed"
	"fmt"
	"math/rand/v2"
	"sort"
	"strconv"
	"strings"
)

//go:embed *.tsv *.txt
var data embed.FS

// rows reads an embedded table; its first line names the columns.
func rows(name string) ([]map[string]string, error) {
	f, err := data.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []map[string]string
	var columns []string
	for s := bufio.NewScanner(f); s.Scan(); {
		cells := strings.Split(s.Text(), "\t")
		if columns == nil {
			columns = cells
			columns[0] = strings.TrimPrefix(columns[0], "# ")
			continue
		}
		if strings.HasPrefix(cells[0], "#") {
			continue
		}
		if len(cells) != len(columns) {
			return nil, fmt.Errorf("%s: %q has %d cells and not %d", name, s.Text(), len(cells), len(columns))
		}
		row := map[string]string{}
		for i, c := range cells {
			row[columns[i]] = c
		}
		out = append(out, row)
	}
	return out, nil
}

// weighted draws strings as often as their weights say.
type weighted struct {
	values []string
	upTo   []int // sum of the weights up to each value
}

func (d *weighted) add(value string, weight int) {
	if n := len(d.upTo); n > 0 {
		weight += d.upTo[n-1]
	}
	d.values = append(d.values, value)
	d.upTo = append(d.upTo, weight)
}

func (d *weighted) draw(r *rand.Rand) string {
	at := r.IntN(d.upTo[len(d.upTo)-1])
	return d.values[sort.SearchInts(d.upTo, at+1)]
}

// namer makes names of parts that are as frequent as they are in the news.
type namer struct{ surname, middle, given weighted }

func newNamer() (*namer, error) {
	table, err := rows("names.tsv")
	if err != nil {
		return nil, err
	}
	n := &namer{}
	for _, row := range table {
		count, err := strconv.Atoi(row["count"])
		if err != nil {
			return nil, fmt.Errorf("names.tsv: %w", err)
		}
		switch row["part"] {
		case "surname":
			n.surname.add(row["name"], count)
		case "middle":
			n.middle.add(row["name"], count)
		case "given":
			n.given.add(row["name"], count)
		}
	}
	return n, nil
}

func (n *namer) draw(r *rand.Rand) string {
	middle := n.middle.draw(r)
	if middle == "-" {
		return n.surname.draw(r) + " " + n.given.draw(r)
	}
	return n.surname.draw(r) + " " + middle + " " + n.given.draw(r)
}
