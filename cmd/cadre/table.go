package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

const (
	gap       = 2  // between two columns
	breakable = 16 // words longer than this may be broken
)

// table prints rows as columns that fit the width, long cells on several lines.
// Where even that does not fit, each row is printed as a list of its cells.
func (r rows) table(w io.Writer, width int) error {
	if len(r.values) == 0 {
		return nil
	}
	shown := r.filled()
	cells := [][]string{}
	natural, floors := make([]int, len(shown)), make([]int, len(shown))
	for n, i := range shown {
		natural[n], floors[n] = text.StringWidthWithoutEscSequences(r.columns[i]), floor(r.columns[i])
	}
	for _, row := range r.values {
		var line []string
		for n, i := range shown {
			cell := cellText(row[i])
			natural[n], floors[n] = max(natural[n], text.LongestLineLen(cell)), max(floors[n], floor(cell))
			line = append(line, cell)
		}
		cells = append(cells, line)
	}
	fit, ok := widths(natural, floors, width)
	if !ok {
		return r.records(w, shown, cells)
	}
	t := table.NewWriter()
	style := table.StyleDefault
	style.Options = table.Options{SeparateHeader: true}
	style.Box.PaddingLeft, style.Box.PaddingRight = "", strings.Repeat(" ", gap)
	style.Box.MiddleHorizontal = "─"
	style.Format.Header = text.FormatDefault
	t.SetStyle(style)
	var head table.Row
	for n, i := range shown {
		head = append(head, wrap(r.columns[i], fit[n]))
	}
	t.AppendHeader(head)
	for _, line := range cells {
		var row table.Row
		for n, c := range line {
			row = append(row, wrap(c, fit[n]))
		}
		t.AppendRow(row)
	}
	for line := range strings.Lines(t.Render() + "\n") {
		if _, err := fmt.Fprintln(w, strings.TrimRight(line, " \n")); err != nil {
			return err
		}
	}
	return nil
}

// wrap breaks the lines of a cell that are longer than its column.
func wrap(cell string, width int) string {
	var out []string
	for _, line := range strings.Split(cell, "\n") {
		out = append(out, text.WrapSoft(line, width))
	}
	return strings.Join(out, "\n")
}

// filled are the shown columns that have a value in some row.
func (r rows) filled() []int {
	return slices.DeleteFunc(r.shown(), func(i int) bool {
		return !slices.ContainsFunc(r.values, func(row []any) bool { return cellText(row[i]) != "" })
	})
}

// cellText is a cell; the values of a list stand on lines of their own, each once.
func cellText(v any) string {
	l, ok := v.([]any)
	if !ok {
		return textLine(v, "")
	}
	var lines []string
	for _, e := range l {
		if s := textLine(e, ""); s != "" && !slices.Contains(lines, s) {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

// widths shares the width of the terminal: columns keep what they need as long
// as there is room, then the widest give, down to their floors.
func widths(natural, floors []int, width int) ([]int, bool) {
	fit := slices.Clone(natural)
	if width <= 0 {
		return fit, true
	}
	total := gap * len(fit)
	for _, n := range fit {
		total += n
	}
	for total > width {
		widest := -1
		for i := range fit {
			if fit[i] > floors[i] && (widest < 0 || fit[i] > fit[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return nil, false
		}
		fit[widest]--
		total--
	}
	return fit, true
}

// floor is the width that a column needs for a cell: its longest word, or
// breakable of it.
func floor(cell string) int {
	longest := 0
	for _, word := range strings.Fields(cell) {
		longest = max(longest, text.StringWidthWithoutEscSequences(word))
	}
	return min(longest, breakable)
}

// records prints each row as a list of its cells.
func (r rows) records(w io.Writer, shown []int, cells [][]string) error {
	for n, line := range cells {
		if n > 0 {
			fmt.Fprintln(w)
		}
		for c, i := range shown {
			if line[c] == "" {
				continue
			}
			if _, err := fmt.Fprintf(w, "%s: %s\n", r.columns[i], strings.ReplaceAll(line[c], "\n", "; ")); err != nil {
				return err
			}
		}
	}
	return nil
}
