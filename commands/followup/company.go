package followup

import (
	"context"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/register"
	"samspil/internal/sentence"
)

// company finds the one the words name, or says what is doubtful about it.
func (f *feature) company(ctx context.Context, req commands.Request, d *draft, words string, slots map[string]any) error {
	read := sentence.ReadContact(words, req.Now, f.known(ctx, req))
	named := read.Company
	if len(read.Numbers) > 0 {
		named = read.Numbers[0].Value
	}
	d.named = named
	if named == "" {
		d.doubts = append(d.doubts, textWhichCompany.In(req.Lang))
		return nil
	}
	slots["company"] = named
	found, sure, err := f.find(ctx, req, named)
	if err != nil {
		return err
	}
	if !sure || len(read.Others) > 0 || len(read.Numbers) > 1 || len(read.Numbers) == 1 && read.Numbers[0].Kind == register.KindUnsure {
		d.doubts = append(d.doubts, textUnsureCompany.In(req.Lang, named))
		return nil
	}
	d.company = found
	return nil
}

// find gives the company that the words mean; sure is false unless there is exactly one.
func (f *feature) find(ctx context.Context, req commands.Request, words string) (c crm.Company, sure bool, err error) {
	found, err := dossier.Find(ctx, f.store, f.finder, words, "", req.Person.Org)
	if crm.IsKind(err, crm.NotFound) { // a number that no company has
		return c, false, nil
	}
	if err != nil || !dossier.Sure(words, found) {
		return c, false, err
	}
	return found[0].Company, true, nil
}

// known tells the reader which words are the name of a company.
func (f *feature) known(ctx context.Context, req commands.Request) sentence.Known {
	return func(name string) bool { return dossier.Named(ctx, f.store, f.finder, name, req.Person.Org) }
}
