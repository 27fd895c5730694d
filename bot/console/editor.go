package console

import (
	"io"
	"os"
	"sync"

	"golang.org/x/term"

	"samspil/bot"
)

// editorLimit is how many characters x/term takes; what is typed after them it drops without a word.
const editorLimit = 4096 - 1

// editor reads lines from a terminal, with history in memory only and completion. The terminal is raw only while
// a line is typed, so that everything else that is written looks as it should and Ctrl-C works as ever.
type editor struct {
	fd   int
	term *term.Terminal

	mu    sync.Mutex
	saved *term.State // how the terminal was; nil while it is so
}

func newEditor(in *os.File, out io.Writer, complete completer) *editor {
	e := &editor{fd: int(in.Fd())}
	e.term = term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{in, out}, "")
	e.term.AutoCompleteCallback = func(line string, pos int, key rune) (string, int, bool) {
		if key != '\t' {
			return "", 0, false
		}
		done, at, choices := completed(line, pos, complete)
		if len(choices) > 0 {
			io.WriteString(e.term, choiceLine(choices))
		}
		return done, at, true
	}
	return e
}

func (e *editor) readLine(prompt string) (string, error) {
	if err := e.raw(); err != nil {
		return "", err
	}
	defer e.restore()
	if w, h, err := term.GetSize(e.fd); err == nil && w > 0 {
		e.term.SetSize(w, h) // it may have changed since the last line
	}
	e.term.SetPrompt(bot.Clean(prompt))
	line, err := e.term.ReadLine()
	if err == nil && len([]rune(line)) > editorLimit {
		return "", errLongLine
	}
	return line, err
}

func (e *editor) raw() (err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.saved == nil {
		e.saved, err = term.MakeRaw(e.fd)
	}
	return err
}

// restore gives the terminal back as it was.
func (e *editor) restore() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.saved != nil {
		term.Restore(e.fd, e.saved) // if this fails there is nothing left to try
		e.saved = nil
	}
}
