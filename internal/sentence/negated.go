package sentence

var (
	// absences say that the company did not turn up; lapses say so where their clause says nothing more.
	absences = patterns("mødte ikke op", "mødte aldrig op", "dukkede ikke op", "dukkede aldrig op", "kom ikke til mødet", "kom ikke til besøget", "kom ikke til aftalen", "kom ikke til aftalt", "udeblev", "did not show", "didn't show", "did not turn up", "didn't turn up", "no show", "no-show")
	lapses   = patterns("mødte ikke", "kom ikke", "kom aldrig", "did not come", "didn't come")
	// notDone are words for the contact, as they stand beside a negation.
	notDone = patterns("besøgt", "besøgte", "besøge", "ringet", "ringede", "ringe", "mødt", "mødte", "talt", "talte", "snakket", "snakkede", "været ude", "været forbi", "været hos", "været på besøg", "haft besøg", "haft kontakt", "haft møde",
		"mailet", "mailede", "nåede", "nåede at", "kontaktet", "visit", "visited", "call", "called", "meet", "met", "speak", "spoken", "talk", "talked", "phone", "phoned", "been", "reach")
	notCues   = patterns("ikke", "aldrig", "not", "never", "didn't", "haven't", "hasn't", "couldn't", "wasn't")
	calledOff = patterns("aflyst", "aflyste", "udskudt", "cancelled", "canceled", "called off", "postponed")
)

// negated finds a contact that did not come about, and keeps its clause whole in the note. What the company itself
// did not do ("de har ikke talt med banken") is no such thing.
func (r *reader) negated() {
	if r.out.Intent != LogVisit {
		return
	}
	said := make([]bool, len(r.tokens)) // by an outcome: "ikke interesseret", "svarede ikke"
	for _, h := range hits(outcomeWords, r.tokens) {
		for k := h.i; k < h.i+h.n; k++ {
			said[k] = true
		}
	}
	for i := 0; i < len(r.tokens); i++ {
		from, to := r.clauseAt(i)
		lapse := longestAt(lapses, r.tokens, i)
		switch {
		case longestAt(absences, r.tokens, i) > 0, lapse > 0 && !r.anyPlain(i+lapse, to):
			r.out.NoShow = true
		case !said[i] && r.notMade(i, from), longestAt(calledOff, r.tokens, i) > 0 && r.meetingBefore(from, i):
			r.out.Doubtful = true
		default:
			continue
		}
		for k := from; k < to; k++ {
			r.marks[k] = kept
		}
		i = to
	}
}

// notMade reports whether token i is a negation of a word for the contact within two tokens, of which the writer is
// the subject.
func (r *reader) notMade(i, from int) bool {
	if longestAt(notCues, r.tokens, i) == 0 {
		return false
	}
	for k := max(from, i-3); k < i; k++ {
		if outsiders[r.tokens[k].key] {
			return false
		}
	}
	for k := max(from, i-2); k <= i+2; k++ {
		if n := longestAt(notDone, r.tokens, k); k != i && n > 0 {
			return true
		}
	}
	return false
}

// meetingBefore reports whether the contact is what was called off: "mødet blev aflyst", not "har aflyst ordren".
func (r *reader) meetingBefore(from, i int) bool {
	for k := max(from, i-3); k < i; k++ {
		if longestAt(visitNouns, r.tokens, k) > 0 {
			return true
		}
		if outsiders[r.tokens[k].key] {
			return false
		}
	}
	return longestAt(visitNouns, r.tokens, i+1) > 0 || longestAt(determiners, r.tokens, i+1) > 0 && longestAt(visitNouns, r.tokens, i+2) > 0
}
