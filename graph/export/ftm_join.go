package export

import (
	"bufio"
	"container/heap"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// joinMemory is how many bytes of rows a join keeps before it writes them to a
// passing file.
const joinMemory = 8 << 20

// join gathers values by key in any order and gives them back by ascending key
// in bounded memory: a store yields edges by their own keys, while an entity
// needs those of one node together.
type join struct {
	rows   []string // key, NUL, value
	size   int
	chunks []*chunk
	last   string // key asked for last
	merged mergeHeap
}

// chunk is a passing file of sorted rows.
type chunk struct {
	file *os.File
	scan *bufio.Scanner
	row  string
}

func (j *join) add(key, value string) error {
	if strings.ContainsAny(key+value, "\x00\n") {
		return fmt.Errorf("the id %q or %q holds a control character: it was not written by cadre", key, value)
	}
	row := key + "\x00" + value
	j.rows = append(j.rows, row)
	if j.size += len(row) + 16; j.size < joinMemory {
		return nil
	}
	return j.spill()
}

// spill writes the rows held so far into a file of their own.
func (j *join) spill() error {
	slices.Sort(j.rows)
	f, err := os.CreateTemp("", "cadre-export-")
	if err != nil {
		return fmt.Errorf("make a passing file for the export: %w", err)
	}
	j.chunks = append(j.chunks, &chunk{file: f})
	w := bufio.NewWriterSize(f, 64<<10)
	for _, r := range j.rows {
		w.WriteString(r)
		w.WriteByte('\n')
	}
	j.rows, j.size = j.rows[:0], 0
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write a passing file for the export: %w", err)
	}
	return nil
}

// read ends the adding. Rows that never left memory are a chunk like others.
func (j *join) read() error {
	slices.Sort(j.rows)
	for _, c := range append(j.chunks, &chunk{}) {
		var from io.Reader = &lineReader{rows: j.rows}
		if c.file != nil {
			if _, err := c.file.Seek(0, io.SeekStart); err != nil {
				return fmt.Errorf("read a passing file of the export: %w", err)
			}
			from = c.file
		}
		c.scan = bufio.NewScanner(from)
		c.scan.Buffer(nil, 1<<20)
		if err := j.push(c); err != nil {
			return err
		}
	}
	return nil
}

// push puts a chunk with its next row into the heap, if it has one.
func (j *join) push(c *chunk) error {
	if c.scan.Scan() {
		c.row = c.scan.Text()
		heap.Push(&j.merged, c)
	}
	return c.scan.Err()
}

// of returns the values of a key, sorted, each once. Keys must be asked for in
// ascending order.
func (j *join) of(key string) ([]string, error) {
	if key < j.last {
		return nil, fmt.Errorf("the store gave %q after %q: its order is not that of bytes", key, j.last)
	}
	j.last = key
	var values []string
	for len(j.merged) > 0 {
		k, v, _ := strings.Cut(j.merged[0].row, "\x00")
		if k > key {
			break
		}
		if k == key && (len(values) == 0 || values[len(values)-1] != v) {
			values = append(values, v)
		}
		c := heap.Pop(&j.merged).(*chunk)
		if err := j.push(c); err != nil {
			return nil, fmt.Errorf("read a passing file of the export: %w", err)
		}
	}
	return values, nil
}

// each calls fn with every key that nobody has asked for, ascending.
func (j *join) each(fn func(key string, values []string) error) error {
	for len(j.merged) > 0 {
		key, _, _ := strings.Cut(j.merged[0].row, "\x00")
		values, err := j.of(key)
		if err == nil {
			err = fn(key, values)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// close removes the passing files.
func (j *join) close() error {
	var all []error
	for _, c := range j.chunks {
		all = append(all, c.file.Close(), os.Remove(c.file.Name()))
	}
	return errors.Join(all...)
}

// mergeHeap has the chunk with the least row first.
type mergeHeap []*chunk

func (h mergeHeap) Len() int           { return len(h) }
func (h mergeHeap) Less(i, j int) bool { return h[i].row < h[j].row }
func (h mergeHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *mergeHeap) Push(c any)        { *h = append(*h, c.(*chunk)) }

func (h *mergeHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// lineReader reads rows that are in memory.
type lineReader struct {
	rows []string
	left string
}

func (r *lineReader) Read(p []byte) (int, error) {
	if r.left == "" {
		if len(r.rows) == 0 {
			return 0, io.EOF
		}
		r.left, r.rows = r.rows[0]+"\n", r.rows[1:]
	}
	n := copy(p, r.left)
	r.left = r.left[n:]
	return n, nil
}
