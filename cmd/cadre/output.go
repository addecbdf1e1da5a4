package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// rows is an answer to print. Quiet columns (by index) are left out of the
// formats for people.
type rows struct {
	columns []string
	quiet   map[int]bool
	values  [][]any
}

// write prints rows in a format; width is that of the terminal, 0 for no limit.
func (r rows) write(w io.Writer, format string, width int) error {
	b := bufio.NewWriter(w)
	var err error
	switch format {
	case "json":
		err = r.json(b)
	case "ndjson":
		err = r.ndjson(b)
	case "csv":
		err = r.csv(b)
	case "markdown":
		err = r.markdown(b)
	default:
		err = r.table(b, width)
	}
	if err != nil {
		return err
	}
	return b.Flush()
}

func (r rows) json(w io.Writer) error {
	io.WriteString(w, "[")
	for i, row := range r.values {
		line, err := r.object(row)
		if err != nil {
			return err
		}
		sep := ",\n "
		if i == 0 {
			sep = "\n "
		}
		fmt.Fprintf(w, "%s%s", sep, line)
	}
	if len(r.values) > 0 {
		io.WriteString(w, "\n")
	}
	_, err := io.WriteString(w, "]\n")
	return err
}

func (r rows) ndjson(w io.Writer) error {
	for _, row := range r.values {
		line, err := r.object(row)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s\n", line); err != nil {
			return err
		}
	}
	return nil
}

// object is a row as a JSON object, its keys in the order of the columns.
func (r rows) object(row []any) ([]byte, error) {
	b := []byte{'{'}
	for i, v := range row {
		if i > 0 {
			b = append(b, ',')
		}
		key, err := encode(r.columns[i])
		if err != nil {
			return nil, err
		}
		value, err := encode(v)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, key...), ':'), value...)
	}
	return append(b, '}'), nil
}

// encode is JSON without escapes for HTML, but with escapes for what a
// terminal would act on: such characters stand in strings only.
func encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return escape(bytes.TrimSuffix(buf.Bytes(), []byte("\n"))), nil
}

// escape writes characters that steer a terminal as \u escapes.
func escape(line []byte) []byte {
	if !bytes.ContainsFunc(line, steers) {
		return line
	}
	var b []byte
	for _, r := range string(line) {
		switch {
		case !steers(r):
			b = append(b, string(r)...)
		case r > 0xffff:
			r -= 0x10000
			b = fmt.Appendf(b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			b = fmt.Appendf(b, `\u%04x`, r)
		}
	}
	return b
}

func (r rows) csv(w io.Writer) error {
	c := csv.NewWriter(w)
	if err := c.Write(r.columns); err != nil {
		return err
	}
	for _, row := range r.values {
		record := make([]string, len(row))
		for i, v := range row {
			record[i] = sheetSafe(textLine(v, "; "))
		}
		if err := c.Write(record); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// sheetSafe keeps a spreadsheet from taking a text for a formula.
func sheetSafe(s string) string {
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

func (r rows) markdown(w io.Writer) error {
	line := func(cells []string) error {
		_, err := fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
		return err
	}
	shown := r.shown()
	var head, rule []string
	for _, i := range shown {
		head, rule = append(head, r.columns[i]), append(rule, "---")
	}
	if err := line(head); err != nil {
		return err
	}
	if err := line(rule); err != nil {
		return err
	}
	escaped := strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`)
	for _, row := range r.values {
		var cells []string
		for _, i := range shown {
			cells = append(cells, escaped.Replace(textLine(row[i], "; ")))
		}
		if err := line(cells); err != nil {
			return err
		}
	}
	return nil
}

// shown are the indexes of the columns that people see.
func (r rows) shown() []int {
	var shown []int
	for i := range r.columns {
		if !r.quiet[i] {
			shown = append(shown, i)
		}
	}
	return shown
}

// textLine is a value as one line; the values of a list are joined.
func textLine(v any, join string) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []any:
		var parts []string
		for _, e := range v {
			if p := textLine(e, join); p != "" {
				parts = append(parts, p)
			}
		}
		return strings.Join(parts, join)
	}
	return clean(fmt.Sprint(v))
}
