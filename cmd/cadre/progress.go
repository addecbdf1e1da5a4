package main

import (
	"sync"

	"github.com/schollz/progressbar/v3"
)

// progress is a bar on stderr, or nothing where that is no terminal.
type progress struct {
	mu  sync.Mutex
	bar *progressbar.ProgressBar
}

func newProgress(e *env) *progress {
	if !terminal(e.stderr) {
		return &progress{}
	}
	return &progress{bar: progressbar.NewOptions(-1, progressbar.OptionSetWriter(e.stderr), progressbar.OptionSetDescription("articles"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("articles"), progressbar.OptionClearOnFinish())}
}

// at tells how many articles are done; total is 0 until it is known.
func (p *progress) at(done, total int) {
	if p.bar == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if total > 0 && p.bar.GetMax() != total {
		p.bar.ChangeMax(total)
	}
	p.bar.Set(done) // a bar that cannot be drawn is no reason to stop
}

func (p *progress) end() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
