// Command cadre reads news articles about officials and institutions, keeps a
// graph of who held which office and who chaired which conference, and answers
// questions with the articles that say so. Try: cadre quickstart
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"cadre/config"
	"cadre/graph"
	"cadre/loaders"
	"cadre/loaders/resolve"
	"cadre/queries"
)

// The exit codes. They stand in the help of the program too.
const (
	exitOK        = 0
	exitSome      = 1   // done, but some articles could not be read
	exitUsage     = 2   // wrong command, flag or argument
	exitStore     = 3   // the store cannot be used
	exitInput     = 4   // no article could be read
	exitOther     = 5   // anything else
	exitInterrupt = 130 // stopped by Ctrl-C
)

// errUsage is a wrong command line, errInput articles none of which can be
// read, errSome articles some of which cannot.
var (
	errUsage = errors.New("")
	errInput = errors.New("")
	errSome  = errors.New("")
)

func main() {
	loaders.BoundMemory()
	signal.Ignore(syscall.SIGPIPE) // a reader that went away shows as EPIPE
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once
	e := &env{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
	os.Exit(run(ctx, e, os.Args))
}

// run runs one command and gives its exit code. What went wrong is said on one
// line of stderr.
func run(ctx context.Context, e *env, args []string) int {
	err := newApp(e, args).RunContext(ctx, args)
	code := exitCode(ctx, err)
	switch {
	case code == exitOK, errors.Is(err, errSome) && err.Error() == "":
	case code == exitInterrupt:
		fmt.Fprintln(e.stderr, "cadre: interrupted; what was loaded until then is complete, run it again for the rest")
	default:
		fmt.Fprintln(e.stderr, "cadre: "+clean(strings.Join(strings.Fields(err.Error()), " ")))
	}
	return code
}

func exitCode(ctx context.Context, err error) int {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, io.ErrClosedPipe):
		return exitOK
	case ctx.Err() != nil:
		return exitInterrupt
	case errors.Is(err, errUsage), errors.Is(err, config.ErrSettings), errors.Is(err, queries.ErrArgument), errors.Is(err, queries.ErrUnknown), errors.Is(err, graph.ErrWriteQuery):
		return exitUsage
	case errors.Is(err, errInput):
		return exitInput
	case errors.Is(err, errSome):
		return exitSome
	case isStore(err):
		return exitStore
	}
	return exitOther
}

func isStore(err error) bool {
	for _, kind := range []error{errStore, graph.ErrNewer, graph.ErrNotStore, graph.ErrReadOnly, graph.ErrBusy, graph.ErrFull, graph.ErrTooLarge, graph.ErrUnavailable, resolve.ErrRules} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}
