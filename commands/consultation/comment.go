package consultation

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// comment attaches what was said. The same words are attached once to a consultation.
func (f *feature) comment(ctx context.Context, req commands.Request, c crm.Consultation, p crm.Proposal, k crm.ConsultationComment) (commands.Reply, error) {
	switch n := utf8.RuneCountInString(k.Text); {
	case n == 0:
		return commands.Reply{}, crm.Errorf(crm.Invalid, errNoComment, p.ID)
	case n > mostWords:
		return commands.Reply{}, crm.Errorf(crm.Invalid, errLong)
	}
	sum := sha256.Sum256([]byte(k.Author + "\n" + k.Text))
	k.Source = hex.EncodeToString(sum[:])
	if _, err := f.store.CommentConsultation(ctx, entry(req), c.ID, k, told(p)); err != nil {
		return commands.Reply{}, err
	}
	return commands.NewPage().Lead(textAttached.In(req.Lang, p.ID)).Para(k.Text).Reply(), nil
}

// attach opens the form in which the message a shortcut was chosen on is attached to a consultation.
func (f *feature) attach(ctx context.Context, req commands.Request) (commands.Reply, error) {
	all, err := f.store.ConsultationsOf(ctx, req.Person.Org.ID, listLength)
	if err != nil {
		return commands.Reply{}, err
	}
	var open []commands.Option
	for _, c := range all {
		if c.State != crm.ConsultationOpen || !c.CanSee(req.Person) {
			continue
		}
		p, err := f.store.ConsultedProposal(ctx, c.ProposalID)
		if err != nil {
			return commands.Reply{}, err
		}
		open = append(open, commands.Option{Value: strconv.FormatInt(c.ID, 10), Label: text.Cut(optionProposal.In(req.Lang, p.ID, p.Title), 75)})
	}
	if len(open) == 0 {
		return commands.Sentence(textNoneOpen.In(req.Lang)), nil
	}
	lang := req.Lang
	chosen := []string(nil)
	if len(open) == 1 {
		chosen = []string{open[0].Value}
	}
	form := commands.Form{ID: "consultation.attach", Title: titleAttach.In(lang), Submit: buttonAttach.In(lang), Intro: introAttach.In(lang), Fields: []commands.Field{
		{Name: "consultation", Label: labelConsultation.In(lang), Kind: commands.FieldOne, Required: true, Options: open, Values: chosen},
		{Name: "text", Label: labelComment.In(lang), Kind: commands.FieldLong, Required: true, Values: given(strings.TrimSpace(req.Text)), MaxRunes: mostWords},
		{Name: "author", Label: labelAuthor.In(lang), Hint: hintAuthor.In(lang), MaxRunes: 100}}}
	return form.Reply(lang), nil
}

func (f *feature) submitAttach(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := strconv.ParseInt(value(req, "consultation"), 10, 64)
	if err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	c, p, err := f.byID(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	author := cmp.Or(text.Cut(value(req, "author"), 100), req.Person.Name)
	return f.comment(ctx, req, c, p, crm.ConsultationComment{Author: author, Text: value(req, "text")})
}
