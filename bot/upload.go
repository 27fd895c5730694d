package bot

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

var textFile = text.New("Her er filen \"%s\".", "Here is the file \"%s\".")

// parcel is a file on its way to a person, as it is stored. It is deleted soon after.
type parcel struct {
	Team string    `json:"team"`
	User string    `json:"user"`
	Lang text.Lang `json:"lang"`
	Name string    `json:"name"`
	Data []byte    `json:"data"`
}

// sendFiles stores the files of a reply, and the workers send them to the person's own channel.
func (e *Edge) sendFiles(ctx context.Context, env Envelope, out Outcome) {
	for _, f := range out.Reply.Files {
		p := parcel{env.Team, env.User, out.Lang, f.Name, f.Data}
		if e.Queue == nil {
			e.failed(ctx, "file", e.upload(ctx, p))
			continue
		}
		e.failed(ctx, "file", e.enqueue(ctx, crm.Job{Kind: jobFile, Lane: env.Team + "/" + env.User}, p))
	}
}

// doFile sends one file.
func (e *Edge) doFile(ctx context.Context, j crm.Job) error {
	var p parcel
	if err := json.Unmarshal(j.Payload, &p); err != nil {
		return crm.Park(errGarbled)
	}
	return outcome(e.upload(ctx, p))
}

// upload sends the file below a message: files go to a channel by its id, which a message to the person tells.
func (e *Edge) upload(ctx context.Context, p parcel) error {
	said := commands.Sentence(textFile.In(p.Lang, p.Name))
	message, blocks := ClampMessage(p.Lang, commands.Escape(said.Text), said.Blocks)
	channel, ts, err := e.place(ctx, p.User, "", message, blocks)
	if err != nil {
		return err
	}
	_, err = e.Slack.UploadFileContext(ctx, slack.UploadFileParameters{
		Filename: p.Name, Title: p.Name, FileSize: len(p.Data), Reader: bytes.NewReader(p.Data), Channel: channel, ThreadTimestamp: ts,
	})
	return err
}
