package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
)

// said is what a child writes: a document, or a refusal.
type said struct {
	Document
	Refused
}

// ExitSlow is the exit code of a child that ended itself because its time was over; timeout(1) has the same.
const ExitSlow = 124

// exitFatal is the exit code of a Go program that the runtime ends, as it does where memory is not to be had.
const exitFatal = 2

// Answer writes what Extract gave for the Reader that waits for it. It gives err back, so that the child may say it
// to who started it by hand.
func Answer(to io.Writer, d Document, err error) error {
	out := any(d)
	if err != nil {
		r, ok := errors.AsType[*Refused](err)
		if !ok {
			r = &Refused{Why: Failed}
		}
		out = r
	}
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	return errors.Join(err, e.Encode(out))
}

// answer reads what a child wrote. How it ended counts only where it wrote nothing of use: with a refusal it ends as
// failed too.
func answer(out []byte, ended error) (Document, error) {
	var s said
	if err := json.Unmarshal(out, &s); err != nil {
		if e, ok := errors.AsType[*exec.ExitError](ended); ok {
			return Document{}, ofExit(e)
		}
		return Document{}, errors.Join(errors.New("document: the child's answer cannot be read"), ended)
	}
	if s.Why != "" {
		return Document{}, &s.Refused
	}
	if ended != nil || len(s.Pages) == 0 {
		return Document{}, errors.Join(errors.New("document: the child failed"), ended)
	}
	return s.Document, nil
}

// ofExit tells why a child ended without an answer. What it wrote on its standard error is not looked at: it may hold
// text of the file.
func ofExit(e *exec.ExitError) error {
	state := strings.ToLower(e.ProcessState.String())
	switch {
	case e.ExitCode() == ExitSlow, strings.Contains(state, "cpu"):
		return refused(Slow)
	case e.ExitCode() == exitFatal, strings.Contains(state, "killed"):
		return refused(Exhausted)
	}
	return errors.Join(errors.New("document: the child failed"), e)
}

// capped holds what is written to it, and refuses more than it has room for.
type capped struct {
	buf  bytes.Buffer
	left int
}

func (c *capped) Write(p []byte) (int, error) {
	if c.left -= len(p); c.left < 0 {
		return 0, errors.New("document: the child writes too much")
	}
	return c.buf.Write(p)
}

// Bytes is what was written.
func (c *capped) Bytes() []byte { return c.buf.Bytes() }
