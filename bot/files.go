package bot

import (
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// Downloads is what the bot asks of Slack about files. *slack.Client is one.
type Downloads interface {
	GetFileInfoContext(ctx context.Context, id string, count, page int) (*slack.File, []slack.Comment, *slack.Paging, error)
	GetFileContext(ctx context.Context, address string, w io.Writer) error
}

var (
	errFileGone  = text.New("Filen \"%s\" kan ikke hentes. Er den slettet, eller er jeg ikke med i kanalen? Læg den op igen i formularen.", "The file \"%s\" cannot be fetched. Was it deleted, or am I not in the channel? Upload it again in the form.")
	errFileLarge = text.New("Filen \"%s\" fylder mere end %s MB. Gem den mindre, eller indsæt teksten i stedet.", "The file \"%s\" is larger than %s MB. Save a smaller one, or paste the text instead.")
	errFileDown  = text.New("Slack gav mig ikke filen \"%s\". Prøv igen om lidt.", "Slack did not give me the file \"%s\". Try again in a moment.")
)

// Files fetches files that people uploaded.
type Files struct{ Slack Downloads }

// Fetch implements commands.Fetcher. The address is Slack's answer to the id, also where a shared channel tells no more
// than that: https://docs.slack.dev/reference/objects/file-object
func (d Files) Fetch(ctx context.Context, f commands.File, limit int64) ([]byte, error) {
	lang := text.Danish // only separators of a small number depend on it
	tooLarge := crm.Errorf(crm.Invalid, errFileLarge, f.Name, text.Number(lang, int(limit>>20)))
	info, _, _, err := d.Slack.GetFileInfoContext(ctx, f.ID, 1, 1)
	switch {
	case isSlackError(err, "file_not_found", "file_deleted", "access_denied", "no_permission"):
		return nil, crm.Errorf(crm.NotFound, errFileGone, f.Name).Because(err)
	case err != nil:
		return nil, crm.Errorf(crm.Unavailable, errFileDown, f.Name).Because(err)
	case int64(info.Size) > limit:
		return nil, tooLarge
	}
	address := info.URLPrivateDownload
	if address == "" {
		address = info.URLPrivate
	}
	if address == "" {
		return nil, crm.Errorf(crm.NotFound, errFileGone, f.Name)
	}
	var content bounded
	content.left = limit
	switch err := d.Slack.GetFileContext(ctx, address, &content); {
	case errors.Is(err, errFull):
		return nil, tooLarge
	case err != nil:
		return nil, crm.Errorf(crm.Unavailable, errFileDown, f.Name).Because(err)
	}
	return content.Bytes(), nil
}

// errFull is a file that is larger than Slack said.
var errFull = errors.New("more than the limit")

// bounded takes at most so many bytes.
type bounded struct {
	bytes.Buffer
	left int64
}

// Write implements io.Writer.
func (b *bounded) Write(p []byte) (int, error) {
	if b.left -= int64(len(p)); b.left < 0 {
		return 0, errFull
	}
	return b.Buffer.Write(p)
}
