package sentence

import "samspil/internal/crm"

// refusals turn what follows them, or what they follow, around: "intet aftalt", "aftalt intet".
var refusals = wordSet("ikke ingen intet ingenting aldrig uden næppe not no nothing never without hardly didn't don't doesn't wasn't isn't haven't")

// outcome takes the first outcome that no negation turns around. "aftalt møde" is the next contact, no outcome.
func (r *reader) outcome() {
	for _, h := range hits(outcomeWords, r.tokens) {
		if r.out.Outcome != "" || !r.free(h.i, h.n) || r.refused(h) || longestAt(visitNouns, r.tokens, h.i+h.n) > 0 {
			continue
		}
		r.out.Outcome = crm.Outcome(h.code)
		r.set(h.i, h.n, soft)
	}
}

// refused reports whether a negation stands shortly before the words, or right behind them, in their clause.
func (r *reader) refused(h hit) bool {
	for k := h.i - 1; k >= 0 && k >= h.i-4 && !r.breaks(k); k-- {
		if refusals[r.tokens[k].key] {
			return true
		}
	}
	next := h.i + h.n
	return h.code == string(crm.OutcomeAgreement) && next < len(r.tokens) && refusals[r.tokens[next].key]
}
