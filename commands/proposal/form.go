package proposal

import (
	"context"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// newForm opens the form of a new proposal.
func newForm(req commands.Request) commands.Reply {
	lang := req.Lang
	form := commands.Form{ID: "proposal.form", Title: titleNew.In(lang), Submit: buttonRead.In(lang), Intro: introNew.In(lang),
		Fields: []commands.Field{
			{Name: "files", Label: labelFiles.In(lang), Hint: hintFiles.In(lang), Kind: commands.FieldFile},
			{Name: "text", Label: labelPasted.In(lang), Kind: commands.FieldLong},
			{Name: "construction", Label: labelProject.In(lang), Hint: hintProject.In(lang), MaxRunes: titleRunes},
			{Name: "idea", Label: labelIdea.In(lang), Hint: hintIdea.In(lang), Kind: commands.FieldDate, Values: []string{today(req).String()}},
		}}
	return form.Reply(lang)
}

func (f *feature) newForm(_ context.Context, req commands.Request) (commands.Reply, error) {
	return newForm(req), nil
}

func (f *feature) submitNew(ctx context.Context, req commands.Request) (commands.Reply, error) {
	pasted := value(req, "text")
	wrong := map[string]string{}
	if pasted == "" && len(req.Files) == 0 {
		wrong["text"] = errEmpty.In(req.Lang)
	}
	idea := ideaDay(req, wrong)
	if len(wrong) > 0 {
		return commands.Reply{Errors: wrong}, nil
	}
	return f.draft(ctx, req, Source{Files: req.Files, Text: pasted}, extra{construction: oneLine(value(req, "construction")), ideaOn: idea})
}

// ideaDay is when the idea was first heard of; today where it is not said.
func ideaDay(req commands.Request, wrong map[string]string) when.Date {
	s := value(req, "idea")
	if s == "" {
		return today(req)
	}
	d, err := when.ParseISO(s)
	switch {
	case err != nil:
		wrong["idea"] = errDay.In(req.Lang)
	case d.After(today(req)):
		wrong["idea"] = errFuture.In(req.Lang)
	case d.Year < firstYear:
		wrong["idea"] = errLongAgo.In(req.Lang, firstYear)
	}
	return d
}

// firstYear and lastYear bound the days of projects; what lies outside is a slip of the pen.
const (
	firstYear = 1990
	lastYear  = 2100
)

func value(req commands.Request, field string) string {
	return strings.TrimSpace(strings.Join(req.Values[field], ""))
}

// commentForm opens the form in which a comment is written.
func commentForm(req commands.Request, p crm.Proposal) commands.Reply {
	lang := req.Lang
	form := commands.Form{ID: "proposal.commented", Title: titleComment.In(lang), Submit: buttonComment.In(lang), Metadata: strconv.FormatInt(p.ID, 10),
		Intro:  textHeading.In(lang, p.ID, text.Cut(oneLine(p.Title), titleRunes)) + "\n" + whoReads(lang, p),
		Fields: []commands.Field{{Name: "text", Label: labelComment.In(lang), Kind: commands.FieldLong, Required: true}}}
	return form.Reply(lang)
}

// whoReads says who will see a comment.
func whoReads(lang text.Lang, p crm.Proposal) string {
	if p.SharedAt.IsZero() {
		return textReadOwn.In(lang, p.Org.Name(lang))
	}
	return textReadAll.In(lang)
}

func (f *feature) commentButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := pressed(req)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.comment(ctx, req, id, "")
}

func (f *feature) submitComment(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := strconv.ParseInt(req.Metadata, 10, 64)
	if err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	words := value(req, "text")
	if words == "" {
		return commands.Reply{Errors: map[string]string{"text": errNoWords.In(req.Lang)}}, nil
	}
	return f.comment(ctx, req, id, words)
}
