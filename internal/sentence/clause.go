package sentence

// abbreviations may have a point behind them that ends no clause.
var abbreviations = wordSet("d kl nr sm pr ca tlf inkl ekskl bl evt mv vedr ang osv fx hhv max min st no incl approx adr att")

// breaks reports whether token i ends a clause: a comma and the like, a point that is none of an abbreviation, a
// dash with room around it.
func (r *reader) breaks(i int) bool {
	t := r.tokens[i]
	switch t.text {
	case ".":
		closely := i+1 < len(r.tokens) && r.tokens[i+1].start == t.end
		return !closely && (i == 0 || !abbreviations[r.tokens[i-1].key])
	case "-", "–", "—":
		return i > 0 && i+1 < len(r.tokens) && r.tokens[i-1].end < t.start && r.tokens[i+1].start > t.end
	}
	return t.ends()
}

// maxClause is how many tokens on each side of one are looked at for its clause, so that the time stays linear in
// the length of a text without commas.
const maxClause = 60

// clauseAt is the clause that token i stands in: tokens [from, to).
func (r *reader) clauseAt(i int) (from, to int) {
	from, to = i, i
	for from > max(0, i-maxClause) && !r.breaks(from-1) {
		from--
	}
	for to < min(len(r.tokens), i+maxClause) && !r.breaks(to) {
		to++
	}
	return from, to
}

// broken reports whether a clause ends between tokens from and to.
func (r *reader) broken(from, to int) bool {
	for k := from; k < to; k++ {
		if r.breaks(k) {
			return true
		}
	}
	return false
}

// holds reports whether any of the patterns begins at a token of [from, to).
func (r *reader) holds(list []pattern, from, to int) bool {
	_, n := find(list, r.tokens[from:to])
	return n > 0
}

// cover marks the tokens that the patterns match, in the table.
func cover(table []bool, tokens []token, list []pattern) {
	for i := range tokens {
		for k := i; k < i+longestAt(list, tokens, i); k++ {
			table[k] = true
		}
	}
}

// survey finds out, before anything is taken, which tokens have a meaning for some part of the reader: what is
// left is somebody's name or belongs to the note.
func (r *reader) survey() {
	r.meant = make([]bool, len(r.tokens))
	for _, list := range [][]entry{channelWords, purposeWords, outcomeWords, tradeWords} {
		for _, h := range hits(list, r.tokens) {
			for k := h.i; k < h.i+h.n; k++ {
				r.meant[k] = true
			}
		}
	}
	for _, list := range [][]pattern{contactVerbs, pastVerbs, futureVerbs, planVerbs, withCues, needWords, followUpCues, justNow} {
		cover(r.meant, r.tokens, list)
	}
	for _, p := range r.places {
		for k := p.i; k < p.i+p.n; k++ {
			r.meant[k] = true
		}
	}
}

// plain reports whether token i is a word that says something of its own and is not understood.
func (r *reader) plain(i int) bool {
	return r.tokens[i].isWord() && r.marks[i] == open && !r.meant[i] && !fillers[r.tokens[i].key]
}

// anyPlain reports whether a plain word stands in [from, to).
func (r *reader) anyPlain(from, to int) bool {
	for k := from; k < to; k++ {
		if r.plain(k) {
			return true
		}
	}
	return false
}

// visitWords name a contact or tell of one.
var visitWords = patterns("besøg~", "besøgt", "besøgte", "besøger", "mødte", "mødtes", "mødes", "møde", "mødet", "ringede", "ringet", "ringer", "telefon~", "tlf", "opkald~", "talte", "talt", "snakkede", "snakket", "mailede", "mailet", "mail", "mødt", "kontakt", "kontaktet",
	"var ude", "været ude", "var forbi", "tager ud", "kører ud", "tog ud", "onlinemøde~", "teams", "teamsmøde~", "visit~", "visited", "visiting", "met", "meet", "meeting~", "called", "call", "phoned", "phone", "spoke", "spoken", "talked", "emailed", "e-mailed", "dropped by")

// otherOnes stand before a contact that is not the one the sentence is about: "sidste besøg", "next meeting".
var otherOnes = patterns("sidste", "seneste", "forrige", "tidligere", "næste", "nyt", "nye", "ny", "last", "latest", "previous", "earlier", "next", "new", "another")

// visitWordAt is how many tokens a word for this contact covers from i.
func (r *reader) visitWordAt(i int) int {
	n := longestAt(visitWords, r.tokens, i)
	if n > 0 && i > 0 && longestAt(otherOnes, r.tokens, i-1) > 0 {
		return 0
	}
	return n
}

// tellsOfVisit reports whether a word for a contact, this one or another, stands in [from, to).
func (r *reader) tellsOfVisit(from, to int) bool { return r.holds(visitWords, from, to) }
