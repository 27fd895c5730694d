package dossier

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/text"
)

// Suggestion is one choice in a field that searches for a company.
type Suggestion struct {
	Value string // the CVR number, or the words as they were typed
	Label string
}

const (
	// offered is how many companies a field offers: more are not read.
	offered = 20
	// valueLimit is how many characters Slack lets a choice carry unseen.
	valueLimit = 75
)

var (
	asTyped = text.New("Brug som skrevet: %s", "Use as written: %s")
	newHere = text.New("Ny virksomhed: %s", "New company: %s")
)

// Suggest gives what a field offers for the words typed so far: the companies they may mean, and at the end the words
// themselves, so that a company nobody knows yet can be named too.
func Suggest(ctx context.Context, rec Records, finder Finder, words string, viewer crm.Org, lang text.Lang) ([]Suggestion, error) {
	words = strings.TrimSpace(words)
	if words == "" {
		return nil, nil
	}
	k := knower{ctx: ctx, rec: rec, viewer: viewer}
	found, err := finder.Suggest(ctx, words, offered, k.knows)
	if err == nil {
		err = k.err
	}
	if err != nil && !crm.IsKind(err, crm.NotFound) {
		return nil, err
	}
	var list []Suggestion
	for _, c := range likely(found) {
		list = append(list, Suggestion{c.Company.CVR, Choice(c.Company)})
	}
	if numbers := register.ScanNumbers(words); utf8.RuneCountInString(words) <= valueLimit && (len(found) == 0 || len(numbers) == 0) {
		label := asTyped
		if len(numbers) > 0 && len(words) > numbers[0].End {
			label = newHere
		}
		list = append(list, Suggestion{words, label.In(lang, words)})
	}
	return list, nil
}

// Choice names a company so that two of the same name can be told apart: "Jensen Byg ApS · Nakskov · 99003901".
func Choice(c crm.Company) string {
	if c.Place == "" {
		return fmt.Sprintf("%s · %s", text.Cut(c.Name, 60), c.CVR)
	}
	return fmt.Sprintf("%s · %s · %s", text.Cut(c.Name, 40), text.Cut(c.Place, 18), c.CVR)
}
