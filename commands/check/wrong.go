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

// correction parts a company's number from the words for which another was found first: "99000007|lolland beton".
const correction = "|"

// wordsKept is how many characters of the words a correction keeps.
const wordsKept = 100

// wrong offers the other companies that the words may mean. The button carries the wrong one and the words.
func (f *feature) wrong(ctx context.Context, req commands.Request) (commands.Reply, error) {
	cvr, words, _ := strings.Cut(req.Value, correction)
	entry := crm.Entry{RequestID: req.ID, Now: req.Now, Person: req.Person}
	if err := f.store.Audit(ctx, entry, "company.wrong", cvr, map[string]string{"words": words}); err != nil {
		return commands.Reply{}, err
	}
	found, err := dossier.Find(ctx, f.store, f.finder, words, "", req.Person.Org)
	if err != nil {
		return commands.Reply{}, err
	}
	others := slices.DeleteFunc(found, func(c register.Candidate) bool { return c.Company.CVR == cvr })
	reply := showOthers(req, words, others)
	reply.Replace = true
	return reply, nil
}

// correct notes which company was meant by words that had found another.
func (f *feature) correct(ctx context.Context, req commands.Request, cvr, words string) error {
	entry := crm.Entry{RequestID: req.ID, Now: req.Now, Person: req.Person}
	return f.store.Audit(ctx, entry, "company.correct", cvr, map[string]string{"words": text.Cut(words, wordsKept)})
}

// wrongValue is what the button of a wrong company carries.
func wrongValue(c crm.Company, words string) string {
	return c.CVR + correction + text.Cut(strings.ReplaceAll(words, correction, " "), wordsKept)
}
