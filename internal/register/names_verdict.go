package register

import (
	"cmp"
	"slices"
)

// hit is a company the index found for a query.
type hit struct {
	match
	from    *nameIndex
	cvr     uint32
	core    string // folded name without the owner's
	verdict Verdict
	reason  Reason
	chance  float64 // that it is the one that is meant
}

// hits makes one hit of each company among the matches, best first; skip, if not nil, leaves companies out.
func (x *nameIndex) hits(list []match, most int, skip func(cvr uint32) bool) []hit {
	var hits []hit
	for _, m := range list {
		if len(hits) == most {
			break
		}
		cvr := x.cvr[m.entry]
		if skip != nil && skip(cvr) {
			continue
		}
		if !slices.ContainsFunc(hits, func(h hit) bool { return h.cvr == cvr }) {
			hits = append(hits, hit{match: m, from: x, cvr: cvr, core: x.coreOf(m.entry)})
		}
	}
	return hits
}

// Limits of the verdicts.
const (
	sameChance   = 0.92
	likelyChance = 0.25
	placeChance  = 0.95
	leastSure    = 0.72 // likeness of the least like words
)

// decide gives each of the hits its chance, verdict and reason. Only the first may be Same.
func decide(hits []hit, q *question) {
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	for i := range hits {
		h := &hits[i]
		h.reason = h.because(q)
		f := h.features(hits, i, q)
		h.chance = chance(f)
		if h.whole() && h.from.agreesInPlace(h.entry, q) && h.sharing(hits) > 0 && h.singled(hits, q) {
			h.chance = max(h.chance, placeChance) // a second piece of evidence, which the queries of the fit did not have
		}
		h.verdict = None
		if h.whole() || chance(f.unshared()) >= likelyChance {
			h.verdict = Likely
		}
		if i == 0 && h.chance >= sameChance && h.sure(hits, q) {
			h.verdict = Same
		} else {
			h.chance = min(h.chance, sameChance-0.01)
		}
		if h.verdict == Likely && h.reason == ByName && h.sharing(hits) > 0 {
			h.reason = ByShared
		}
	}
}

// sure reports whether nothing speaks against taking the first hit for the one that is meant: numbers in the name
// that differ, another legal form, or another living company of that name that no second piece of evidence rules out.
func (h *hit) sure(hits []hit, q *question) bool {
	lacks := float64(h.missing) > 0.08*float64(h.from.most) && (h.lacks || !h.from.agreesInPlace(h.entry, q))
	if lacks || h.odd || h.contradicts(q) || h.least < leastSure || h.from.marks[h.entry]&markFormer != 0 {
		return false
	}
	return h.sharing(hits) == 0 || h.singled(hits, q)
}

func (h *hit) formOf() string { return h.from.forms[h.from.form[h.entry]] }

func (h *hit) contradicts(q *question) bool {
	form := h.formOf()
	return q.form != "" && form != "" && form != q.form && form != "ENK"
}

func (h *hit) ended() bool { return h.from.marks[h.entry]&markEnded != 0 }

// rivals are the other companies that the query fits as well by its words.
func (h *hit) rivals(hits []hit) []*hit {
	var list []*hit
	for i := range hits {
		r := &hits[i]
		if r.cvr != h.cvr && r.core == h.core && r.asked >= h.asked-0.03 && (!r.ended() || h.ended()) {
			list = append(list, r)
		}
	}
	return list
}

func (h *hit) sharing(hits []hit) int { return len(h.rivals(hits)) }

// singled reports whether the legal form or the place in the query fits this company alone among its rivals.
func (h *hit) singled(hits []hit, q *question) bool {
	fits := func(h *hit) (form, place bool) {
		return q.form != "" && h.formOf() == q.form, h.from.agreesInPlace(h.entry, q)
	}
	form, place := fits(h)
	if !form && !place {
		return false
	}
	for _, r := range h.rivals(hits) {
		if f, p := fits(r); (!form || f) && (!place || p) {
			return false
		}
	}
	return true
}

// whole reports whether the query has exactly the name's words, but for places and fillers.
func (h *hit) whole() bool { return h.least >= 1 && !h.lacks && h.over == 0 }

// because says in which way name and query agree.
func (h *hit) because(q *question) Reason {
	marks := h.from.marks[h.entry]
	whole := h.whole()
	switch {
	case marks&markFormer != 0:
		return ByFormer
	case marks&markSecondary != 0:
		return BySecondary
	case whole && h.contradicts(q):
		return ByOtherForm
	case h.asked > 0.6 && (len(q.towns) > 0 || len(q.places) > 0) && h.from.agreesInPlace(h.entry, q):
		return ByNameAndPlace
	case whole:
		return ByName
	case h.least >= 1 && h.begins && !h.lacks:
		return ByBeginning
	case h.least >= 1 && !h.lacks:
		return ByPart
	}
	return BySpelling
}

// mostAlike is how many companies of one name stand before those of other names.
const mostAlike = 3

// mixed puts companies behind whose name several before them have, so that other names show too, and last those that
// are too unlike to be offered.
func mixed(hits []hit) []hit {
	count := map[string]int{}
	var first, rest, unlike []hit
	for _, h := range hits {
		key := h.from.keyOf(h.entry)
		switch count[key]++; {
		case h.verdict == None:
			unlike = append(unlike, h)
		case count[key] <= mostAlike:
			first = append(first, h)
		default:
			rest = append(rest, h)
		}
	}
	return append(append(first, rest...), unlike...)
}
