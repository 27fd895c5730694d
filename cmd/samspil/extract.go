package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"samspil/internal/crm"
	"samspil/internal/document"
	"samspil/internal/document/pdf"
)

// extractCmd reads a document. Without a file it is the child process of a document.Reader: it limits itself, reads
// the file from standard input and writes JSON. With a file it does what the bot does with an upload.
type extractCmd struct {
	File   string        `arg:"" optional:"" help:"A file, read as the bot reads it: in a child process, with all limits."`
	Warm   bool          `help:"Only prepare the reader of PDF, so that the first file need not wait for it."`
	Cache  string        `placeholder:"DIR" help:"Where the prepared reader of PDF is kept; a folder of this user alone."`
	Bytes  int           `help:"Most bytes of the file."`
	Pages  int           `help:"Most pages of a PDF."`
	Runes  int           `help:"Most characters of text; the rest is left out."`
	Time   time.Duration `help:"Most time."`
	Memory int           `help:"Most bytes of memory."`
}

// Run reads the file, or what stands on standard input.
func (c *extractCmd) Run(t *terminal) error {
	if c.File != "" {
		return c.asTheBot(t)
	}
	limits := c.limits()
	if err := confine(limits); err != nil {
		return err
	}
	folder, err := documentFolder(c.Cache)
	if err != nil {
		folder = "" // slow, but no machine code that somebody else may have written
	}
	if c.Warm {
		return c.warm(t, folder, err)
	}
	content, err := io.ReadAll(io.LimitReader(t.in, int64(limits.Bytes)+1))
	if err != nil {
		return err
	}
	d, err := document.Extract(t.ctx, content, limits, pdf.Reader(folder))
	if err = document.Answer(t.out, d, err); err != nil {
		return document.Sentence(err)
	}
	return nil
}

// limits are those of the flags; what is not given is as usual.
func (c *extractCmd) limits() document.Limits {
	usual := document.DefaultLimits
	return document.Limits{Bytes: cmp.Or(c.Bytes, usual.Bytes), Pages: cmp.Or(c.Pages, usual.Pages), Runes: cmp.Or(c.Runes, usual.Runes),
		Time: cmp.Or(c.Time, usual.Time), Memory: cmp.Or(c.Memory, usual.Memory)}
}

func (c *extractCmd) warm(t *terminal, folder string, err error) error {
	if err != nil {
		return err
	}
	return pdf.Warm(t.ctx, folder)
}

// asTheBot reads a file through a child process and prints the document as JSON, in lines.
func (c *extractCmd) asTheBot(t *terminal) error {
	content, err := os.ReadFile(c.File)
	if err != nil {
		return wrongUse(errDocument, c.File)
	}
	r, err := documentReader(c.limits(), c.Cache)
	if err != nil {
		return err
	}
	d, err := r.Read(t.ctx, filepath.Base(c.File), content)
	if err != nil {
		return err
	}
	e := json.NewEncoder(t.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(d)
}

// self is where the program lies that is started to read a document.
var self = os.Executable

// documentReader makes a Reader whose children are this program. The prepared reader of PDF is in the cache folder, ""
// for the user's own; where there is none, each PDF waits until it is prepared.
func documentReader(limits document.Limits, cache string) (*document.Reader, error) {
	program, err := self()
	if err != nil {
		return nil, err
	}
	folder, err := documentFolder(cache)
	if err != nil && cache != "" {
		return nil, err
	}
	if err != nil {
		return document.NewReader(limits, "/", program, "extract"), nil
	}
	return document.NewReader(limits, folder, program, "extract", "--cache="+folder), nil
}

// documentFolder makes the folder for the prepared reader of PDF. It is refused where others could have written to it:
// what lies there is run.
func documentFolder(name string) (string, error) {
	if name == "" {
		cache, err := os.UserCacheDir()
		if err == nil {
			_, err = os.Stat(filepath.Dir(cache)) // a home that does not exist is not made
		}
		if err != nil {
			return "", crm.Errorf(crm.Unavailable, errDocumentCache, "XDG_CACHE_HOME").Because(err)
		}
		name = filepath.Join(cache, "samspil", "pdf")
	}
	name, err := filepath.Abs(name)
	if err == nil {
		err = os.MkdirAll(name, 0o700)
	}
	if err != nil {
		return "", crm.Errorf(crm.Unavailable, errDocumentCache, name).Because(err)
	}
	info, err := os.Lstat(name)
	if err == nil && (info.Mode().Type() != fs.ModeDir || info.Mode().Perm()&0o077 != 0 || !isMine(info)) {
		err = errors.New("others may read or write there, or it is no folder")
	}
	if err != nil {
		return "", crm.Errorf(crm.Unavailable, errDocumentCache, name).Because(err)
	}
	return name, nil
}
