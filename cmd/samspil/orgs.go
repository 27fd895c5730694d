package main

import (
	"context"
	"slices"
	"strings"

	"samspil/commands/visit"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/when"
	"samspil/store"
)

// orgs finds an organisation by the words people type. Where the words fit several, the one that works where the
// asker does is meant ("erhvervshuset"); where it is gone, the one that took over.
func orgs(st *store.Store) visit.Orgs {
	return func(ctx context.Context, words string, on when.Date, near crm.Org) (crm.Org, bool) {
		code, ok := codeOf(words, on, near)
		if !ok {
			return stored(ctx, st, words)
		}
		found, err := st.OrgByCode(ctx, code)
		return found, err == nil
	}
}

func codeOf(words string, on when.Date, near crm.Org) (code string, ok bool) {
	hit, candidates, ok := directory.Find(words, on)
	switch {
	case ok && !hit.Exact: // "VEU" is a part of one name here, and many things in the field
		return "", false
	case ok && len(hit.Successors) == 1:
		return hit.Successors[0].Code, true
	case ok:
		return hit.Org.Code, true
	}
	if !hit.Exact {
		return "", false
	}
	candidates = slices.DeleteFunc(candidates, func(o crm.Org) bool { return o.Region == "" || o.Region != near.Region })
	if len(candidates) != 1 {
		return "", false
	}
	return candidates[0].Code, true
}

// stored finds organisations that are in no public list, by their whole name.
func stored(ctx context.Context, st *store.Store, words string) (crm.Org, bool) {
	all, err := st.Orgs(ctx)
	if err != nil {
		return crm.Org{}, false
	}
	var found []crm.Org
	for _, o := range all {
		names := append([]string{o.Code, o.NameDA, o.NameEN}, o.Aliases...)
		if slices.ContainsFunc(names, func(n string) bool { return n != "" && strings.EqualFold(n, words) }) {
			found = append(found, o)
		}
	}
	if len(found) != 1 {
		return crm.Org{}, false
	}
	return found[0], true
}
