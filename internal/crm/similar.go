package crm

import (
	"cmp"
	"slices"
	"strings"
)

// Likeness is why two proposals look alike.
type Likeness string

// The reasons, the weightiest first.
const (
	SameApplicant    Likeness = "applicant"
	SameConstruction Likeness = "construction"
	SamePlaceTrade   Likeness = "municipality_trade"
	SameTitle        Likeness = "title"
	SameRegionTrade  Likeness = "region_trade"
	SamePartner      Likeness = "partner"
)

// likenessPoints are what each reason weighs. fewestPoints say that two proposals are worth a look beside each other: a
// shared partner alone is not, as a school is the partner of many.
var likenessPoints = map[Likeness]int{SameApplicant: 4, SameConstruction: 3, SamePlaceTrade: 3, SameTitle: 3, SameRegionTrade: 2, SamePartner: 1}

const fewestPoints = 2

// SimilarProposal is a proposal that looks like another, and why.
type SimilarProposal struct {
	Proposal
	Points int
	Why    []Likeness
}

// Similar gives those of the candidates that look like p, the most alike first and the newest of those first, at most
// limit. p itself is none of them.
func Similar(p Proposal, candidates []Proposal, limit int) []SimilarProposal {
	var found []SimilarProposal
	for _, other := range candidates {
		if other.ID == p.ID {
			continue
		}
		s := SimilarProposal{Proposal: other, Why: alike(p, other)}
		for _, why := range s.Why {
			s.Points += likenessPoints[why]
		}
		if s.Points >= fewestPoints {
			found = append(found, s)
		}
	}
	slices.SortFunc(found, func(a, b SimilarProposal) int {
		return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(b.ID, a.ID))
	})
	return found[:min(len(found), limit)]
}

func alike(p, o Proposal) []Likeness {
	trade := shared(p.Marks.Trades, o.Marks.Trades) > 0
	place := shared(p.Marks.Municipalities, o.Marks.Municipalities) > 0
	var why []Likeness
	for _, r := range []struct {
		why Likeness
		is  bool
	}{
		{SameApplicant, p.ApplicantKey != "" && p.ApplicantKey == o.ApplicantKey},
		{SameConstruction, p.Construction != "" && strings.EqualFold(p.Construction, o.Construction)},
		{SamePlaceTrade, place && trade},
		{SameTitle, sameTitle(p.Marks.Words, o.Marks.Words)},
		{SameRegionTrade, !place && trade && shared(p.Marks.Regions, o.Marks.Regions) > 0},
		{SamePartner, shared(p.Marks.Partners, o.Marks.Partners) > 0},
	} {
		if r.is {
			why = append(why, r.why)
		}
	}
	return why
}

// sameTitle reports whether two titles have two words or more in common, and half of the shorter one's.
func sameTitle(a, b []string) bool {
	n := shared(a, b)
	return n >= 2 && 2*n >= min(len(a), len(b))
}

func shared(a, b []string) int {
	n := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}
