package dossier

import (
	"context"
	"slices"

	"samspil/internal/crm"
	"samspil/internal/register"
)

// choices is how many companies a person is asked to choose from.
const choices = 5

// Find gives the companies that the words may mean and that the viewer may know of, best first.
func Find(ctx context.Context, rec Records, finder register.Finder, words string, viewer crm.Org) ([]register.Candidate, error) {
	return find(ctx, rec, finder, words, viewer, choices)
}

func find(ctx context.Context, rec Records, finder register.Finder, words string, viewer crm.Org, limit int) ([]register.Candidate, error) {
	found, err := finder.Find(ctx, words, limit)
	if err != nil || !slices.ContainsFunc(found, written) {
		return found, err
	}
	agreed, err := rec.Agreements(ctx)
	return slices.DeleteFunc(found, func(c register.Candidate) bool { return !c.Company.KnownTo(viewer, agreed) }), err
}

// written reports whether people wrote the company, and no register has it.
func written(c register.Candidate) bool { return c.Company.AddedBy.ID != 0 }
