package sentence

import (
	"slices"

	"samspil/internal/when"
)

var (
	justNow = patterns("har lige", "har netop", "lige", "netop", "just", "have just", "i just", "i have just")
	// doings are what one has "lige" done, besides the words for a contact.
	doings = patterns("haft", "været", "had", "been", "got off", "fået fat i")
	// outsiders are who else may have done "lige" something.
	outsiders = wordSet("de den det hun han virksomheden firmaet chefen direktøren ejeren they it he she who der som")
)

// todayIsMeant takes today where "har lige talt med" says so, whatever days follow, unless a day in words stands in
// the same clause. "har lige" alone is enough where no day is named.
func (r *reader) todayIsMeant(days []place) bool {
	for i := 0; i < len(r.tokens); i++ {
		n := longestAt(justNow, r.tokens, i)
		if n == 0 {
			continue
		}
		if !r.free(i, n) || i > 0 && outsiders[r.tokens[i-1].key] || r.inWords(days, i) || !r.doneNow(i+n) && !(n > 1 && len(days) == 0) {
			i += n - 1
			continue
		}
		r.out.Date, r.day = when.DateOf(r.now), i
		r.set(i, n, taken)
		return true
	}
	return false
}

// inWords reports whether a day in words stands in the clause of token i: "har lige ringet i går" names it.
func (r *reader) inWords(days []place, i int) bool {
	return slices.ContainsFunc(days, func(p place) bool { return p.relative() && !r.broken(min(i, p.i), max(i, p.i)) })
}

// doneNow reports whether a word for a contact follows within two tokens; not "lige nu", which tells of a state.
func (r *reader) doneNow(i int) bool {
	if i < len(r.tokens) && (r.tokens[i].key == "nu" || r.tokens[i].key == "now") {
		return false
	}
	to := min(len(r.tokens), i+2)
	for k := i; k < to; k++ {
		if longestAt(visitWords, r.tokens, k) > 0 || longestAt(doings, r.tokens, k) > 0 {
			return true
		}
	}
	return false
}
