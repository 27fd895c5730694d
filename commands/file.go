package commands

import "context"

// MostFiles is how many files a field takes.
const MostFiles = 10

// File is one that came with a request, or goes out with a reply.
type File struct {
	ID   string // Slack's, or a path in the terminal; "" for one that goes out
	Name string // "ansøgning.pdf": what the sender called it, never a path to write to
	Size int64  // bytes, as the sender says; 0 where unknown
	Data []byte // of one that goes out; a Fetcher gives that of one that came
}

// Fetcher gives the content of a file that came with a request. One that is gone is a crm.Error of kind NotFound, one
// that is larger than limit bytes of kind Invalid, and a Slack that does not answer of kind Unavailable.
type Fetcher interface {
	Fetch(ctx context.Context, f File, limit int64) ([]byte, error)
}
