package check

import (
	"context"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/register"
	"samspil/internal/text"
)

// correction parts the companies' numbers from the words for which one was found: "99000007|lolland beton".
const correction = "|"

// wordsKept is how many characters of the words a correction keeps.
const wordsKept = 100

// wrong offers the other companies that the words may mean. The button carries the wrong one and the words.
func (f *feature) wrong(ctx context.Context, req commands.Request) (commands.Reply, error) {
	cvr, words, ok := strings.Cut(req.Value, correction)
	if !ok || words == "" {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldShare)
	}
	if err := f.store.SaveCorrection(ctx, crm.Correction{At: req.Now, Words: words, Wrong: cvr}); err != nil {
		return commands.Reply{}, err
	}
	found, err := dossier.Find(ctx, f.store, f.finder, words, "", req.Person.Org)
	if err != nil {
		return commands.Reply{}, err
	}
	others := slices.DeleteFunc(found, func(c register.Candidate) bool { return c.Company.CVR == cvr })
	reply := showOthers(req, cvr, words, others)
	reply.Replace = true
	return reply, nil
}

// choose answers the button of one of several companies that were meant, in the place of the question.
func (f *feature) choose(ctx context.Context, req commands.Request) (commands.Reply, error) {
	meant, found, corrects := strings.Cut(req.Value, correction)
	req.Value = meant
	reply, err := f.show(ctx, req)
	if wrong, words, ok := strings.Cut(found, correction); err == nil && corrects && ok {
		reply.Trouble = f.store.SaveCorrection(ctx, crm.Correction{At: req.Now, Words: words, Wrong: wrong, Meant: meant})
	}
	reply.Replace = true
	return reply, err
}

// wrongValue is what the button of a wrong company carries.
func wrongValue(c crm.Company, words string) string {
	return c.CVR + correction + text.Cut(strings.ReplaceAll(words, correction, " "), wordsKept)
}
