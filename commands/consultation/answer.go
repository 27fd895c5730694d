package consultation

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// mostWords is how many characters an answer or a comment holds.
const mostWords = 5000

// answering is what the form for the words of a position takes along.
type answering struct {
	ID       int64        `json:"id"`
	Version  int          `json:"v"`
	Position crm.Position `json:"p"`
}

// answerButton takes a position, or opens the form for its words.
func (f *feature) answerButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	a := answering{Position: crm.Position(req.Action)}
	var orgID int64
	if n, err := fmt.Sscanf(req.Value, "%d|%d|%d", &a.ID, &orgID, &a.Version); n != 3 || err != nil || a.Version < 0 {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton)
	}
	if orgID != req.Person.Org.ID {
		return commands.Reply{}, crm.Errorf(crm.Forbidden, errOtherCard)
	}
	c, p, err := f.byID(ctx, req, a.ID)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.take(ctx, req, c, p, a, "")
}

// positionButton shows a person the card of their organisation, wherever the button stands.
func (f *feature) positionButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := strconv.ParseInt(req.Value, 10, 64)
	if err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	c, p, err := f.byID(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	h, err := mayAnswer(req, c)
	if err != nil {
		return commands.Reply{}, err
	}
	return card(req.Lang, c, p, h), nil
}

// answerLine reads "støtter med bemærkninger: …".
func (f *feature) answerLine(ctx context.Context, req commands.Request, c crm.Consultation, p crm.Proposal, line string) (commands.Reply, error) {
	said, words, ok := position(line)
	if !ok {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errPosition, p.ID)
	}
	h, _ := c.Of(req.Person.Org.ID)
	return f.take(ctx, req, c, p, answering{ID: c.ID, Version: h.Version, Position: said}, words)
}

// take stores the position. One that says nothing without words gets a form for them first.
func (f *feature) take(ctx context.Context, req commands.Request, c crm.Consultation, p crm.Proposal, a answering, words string) (commands.Reply, error) {
	h, err := mayAnswer(req, c)
	if err != nil {
		return commands.Reply{}, err
	}
	if a.Position.NeedsWords() && words == "" {
		return wordsForm(req, c, p, h, a)
	}
	if utf8.RuneCountInString(words) > mostWords {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errLong)
	}
	after, err := f.store.AnswerConsultation(ctx, entry(req), c.ID, a.Version, crm.Heard{Position: a.Position, Words: words}, told(p, h.Org.ID))
	if err != nil {
		return commands.Reply{}, err
	}
	before := h
	h, _ = after.Of(h.Org.ID)
	to := commands.NewPage().Lead(textTaken.In(req.Lang, h.Org.Name(req.Lang), p.ID, h.Position.Name(req.Lang)))
	if h.Words != "" {
		to.Para(h.Words)
	}
	if before.Position != "" && before.Person.ID != req.Person.ID {
		to.Para(textReplaced.In(req.Lang, before.Person.Name, before.Position.Name(req.Lang), text.Time(req.Lang, before.AnsweredAt)))
		if before.Words != "" {
			to.Para(before.Words)
		}
	}
	return to.Small(textChangeable.In(req.Lang, text.Date(req.Lang, c.Deadline))).Reply(), nil
}

// mayAnswer gives what the person's organisation said so far, or says why it cannot answer.
func mayAnswer(req commands.Request, c crm.Consultation) (crm.Heard, error) {
	h, ok := c.Of(req.Person.Org.ID)
	switch {
	case !ok:
		return h, crm.Errorf(crm.Forbidden, errNotHeard)
	case c.State == crm.ConsultationCancelled:
		return h, crm.Errorf(crm.Conflict, errCancelled, c.EndedBy, text.Time(req.Lang, c.EndedAt))
	case c.State != crm.ConsultationOpen:
		return h, crm.Errorf(crm.Conflict, errOver, c.EndedBy, noteID(c))
	case !c.Takes(req.Now):
		return h, crm.Errorf(crm.Conflict, errLate, text.ShortDate(req.Lang, c.Deadline), c.Org.Name(req.Lang))
	}
	return h, nil
}

func wordsForm(req commands.Request, c crm.Consultation, p crm.Proposal, h crm.Heard, a answering) (commands.Reply, error) {
	carry, err := json.Marshal(a)
	form := commands.Form{ID: "consultation.words", Title: titleWords.In(req.Lang), Submit: buttonSave.In(req.Lang), Metadata: string(carry),
		Intro:  introWords.In(req.Lang, h.Org.Name(req.Lang), p.ID, p.Title, a.Position.Name(req.Lang)),
		Fields: []commands.Field{{Name: "words", Label: labelWords.In(req.Lang), Kind: commands.FieldLong, Required: true, Values: given(h.Words), MaxRunes: mostWords}}}
	return form.Reply(req.Lang), err
}

func given(words string) []string {
	if words == "" {
		return nil
	}
	return []string{words}
}

func (f *feature) submitWords(ctx context.Context, req commands.Request) (commands.Reply, error) {
	var a answering
	if err := json.Unmarshal([]byte(req.Metadata), &a); err != nil || !a.Position.Known() || a.Version < 0 {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	c, p, err := f.byID(ctx, req, a.ID)
	if err != nil {
		return commands.Reply{}, err
	}
	words := value(req, "words")
	if words == "" {
		return commands.Reply{Errors: map[string]string{"words": errWords.In(req.Lang)}}, nil
	}
	return f.take(ctx, req, c, p, a, words)
}
