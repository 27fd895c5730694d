package document

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"time"

	"samspil/internal/crm"
)

// Reader reads files, each in a child process of its own, and no more than a few at a time.
type Reader struct {
	command []string // the program and the arguments that make it run Extract; see cmd/samspil/extract.go
	dir     string   // where the child runs: a folder without a file of settings
	limits  Limits
	slots   chan struct{}
}

// mostAtOnce is how many children run at a time; others wait for one to end.
const mostAtOnce = 2

// mostAnswer is how many bytes a child may write: 400,000 characters and 20,000 anchors are some 5 MB.
const mostAnswer = 16 << 20

// NewReader makes a Reader whose children are started with that command, in that folder. They get no environment, so
// no token of the program that starts them.
func NewReader(limits Limits, dir string, command ...string) *Reader {
	return &Reader{command: command, dir: dir, limits: limits, slots: make(chan struct{}, mostAtOnce)}
}

// Read reads a file, given whole. Its kind is told by its content; the name is only kept. An error about the file
// is a crm.Error with a sentence of its own; where no child can be started, it is of the kind crm.Unavailable; where
// ctx ends, it is the error of ctx.
func (r *Reader) Read(ctx context.Context, name string, content []byte) (Document, error) {
	if len(content) > r.limits.Bytes {
		return Document{}, Sentence(refused(TooLarge, r.limits.Bytes>>20))
	}
	d, err := r.read(ctx, content)
	if ctx.Err() != nil {
		return Document{}, ctx.Err()
	}
	if e, ok := errors.AsType[*crm.Error](err); ok {
		return Document{}, e
	}
	if err != nil {
		return Document{}, Sentence(err)
	}
	d.Name = shortened(masked(oneLine(cleanLine(name))), passageRunes)
	return d, nil
}

// pasted is how many bytes a file may have to be looked at in this process: what people paste is never more.
const pasted = 256 << 10

// read does in this process what is quick and needs no parser, and has a child do the rest.
func (r *Reader) read(ctx context.Context, content []byte) (Document, error) {
	if len(content) <= pasted {
		kind, err := kindOf(content)
		if err != nil {
			return Document{}, err
		}
		if kind == Text {
			return Extract(ctx, content, r.limits, nil)
		}
	}
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
	case <-ctx.Done():
		return Document{}, ctx.Err()
	}
	limited, cancel := context.WithTimeout(ctx, r.limits.Time)
	defer cancel()
	out, err := r.child(limited, content)
	if limited.Err() != nil {
		return Document{}, refused(Slow)
	}
	return answer(out, err)
}

// child runs the command with the file on its standard input, and gives what it wrote.
func (r *Reader) child(ctx context.Context, content []byte) ([]byte, error) {
	c := exec.CommandContext(ctx, r.command[0], append(r.command[1:len(r.command):len(r.command)], r.limits.Arguments()...)...)
	c.Dir, c.Env = r.dir, []string{"LANG=C"} // an empty list would mean the whole environment of this process
	c.Stdin = bytes.NewReader(content)
	out := &capped{left: mostAnswer}
	c.Stdout = out
	c.WaitDelay = time.Second
	if err := c.Start(); err != nil {
		return nil, crm.Errorf(crm.Unavailable, errNoReader).Because(err)
	}
	err := c.Wait()
	return out.Bytes(), err
}
