package console

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// lineLimit is how long a line may be, in bytes.
const lineLimit = 1 << 20

var errLongLine = errors.New("the line is too long")

// lines reads one line at a time: with an editor from a terminal, else plainly.
type lines struct {
	read  func(prompt string) (string, error)
	max   int
	close func() // gives the terminal back as it was; may be called more than once
}

// newLines reads from in. An editor is used when interactive and in is a terminal; a prompt is shown when
// interactive.
func newLines(in io.Reader, out io.Writer, interactive bool, complete completer) *lines {
	if file, ok := in.(*os.File); ok && interactive && term.IsTerminal(int(file.Fd())) {
		e := newEditor(file, out, complete)
		return &lines{read: e.readLine, max: editorLimit, close: e.restore}
	}
	p := plainLines{r: bufio.NewReaderSize(in, 64<<10)}
	if interactive {
		p.out = out
	}
	return &lines{read: p.readLine, max: lineLimit, close: func() {}}
}

// limit is how many characters a line may have.
func (l *lines) limit() int { return l.max }

// next reads the next line: io.EOF after the last one, errLongLine for one that was skipped because of its
// length, ctx's error when ctx ends first.
func (l *lines) next(ctx context.Context, prompt string) (string, error) {
	type result struct {
		line string
		err  error
	}
	done := make(chan result, 1)
	// A read from a terminal or a pipe cannot be called off, so the run goes on without it.
	go func() {
		line, err := l.read(prompt)
		done <- result{line, err}
	}()
	select {
	case r := <-done:
		return r.line, r.err
	case <-ctx.Done():
		l.close()
		return "", ctx.Err()
	}
}

// plainLines reads lines from a file or a pipe.
type plainLines struct {
	r   *bufio.Reader
	out io.Writer // for the prompt; nil for none
}

func (p plainLines) readLine(prompt string) (string, error) {
	if p.out != nil {
		io.WriteString(p.out, prompt) // a prompt nobody gets to see is no reason to stop
	}
	var line []byte
	long := false
	for {
		part, err := p.r.ReadSlice('\n')
		if long = long || len(line)+len(part) > lineLimit; !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(part) == 0 && len(line) == 0 && !long:
			return "", io.EOF
		case err != nil && err != io.EOF:
			return "", err
		case long:
			return "", errLongLine
		}
		return strings.TrimPrefix(strings.TrimRight(string(line), "\r\n"), "\uFEFF"), nil
	}
}
