package sentence

import (
	"slices"

	"samspil/internal/crm"
	"samspil/internal/when"
)

var (
	// wishes stand before a contact that is wanted or promised, not made: "vil have en mail", "send brev".
	wishes = patterns("vil", "ville", "gerne", "ønsker", "ønskede", "skal", "send", "sende", "sender", "sendt", "skriver", "kommer", "lovede", "beder om", "bad om", "have en", "have et", "want", "wants", "wanted", "would", "will", "send", "sends", "promised", "asked for")
	// alone are the channels' words that are only one where their clause says nothing else: "online shop".
	alone = patterns("online", "mail", "mails", "mailen", "brev", "brevet", "letter", "teams", "zoom")
	// channelNouns may stand right before "med" and a participant.
	channelNouns = patterns("onlinemøde~", "teamsmøde~", "telefonmøde~", "webinar~", "jobmesse~", "messe~", "rundvisning", "virksomhedsbesøg~", "videomøde~")
)

// channel takes the way of contact from the clause of the day, or from a clause that says nothing else. "besøg" is
// also the name of the command and of the record, so any other way beats it there. Ways that are not chosen, wished
// for, promised or talked about stay where they are.
func (r *reader) channel() {
	r.out.Channel = crm.Visit
	var best *hit
	most := 0
	for _, h := range hits(channelWords, r.tokens) {
		score := r.channelScore(h)
		if score > most {
			best, most = &h, score
		}
	}
	if best != nil {
		r.out.Channel = crm.Channel(best.code)
		r.set(best.i, best.n, taken)
	}
}

func (r *reader) channelScore(h hit) int {
	if !r.free(h.i, h.n) || r.inFollowUp(h) || h.i > 0 && aboutWords[r.tokens[h.i-1].key] {
		return 0
	}
	from, to := r.clauseAt(h.i)
	dated := r.day >= from && r.day < to
	ahead := dated && r.out.Date.After(r.today())
	bare := !r.anyPlain(from, to)
	if r.day >= 0 && !dated && r.otherDay(from, to) {
		return 0
	}
	planned := longestAt(futureVerbs, r.tokens, h.i) > 0 || h.i > 0 && longestAt(futureVerbs, r.tokens, h.i-1) > 0
	switch {
	case longestAt(alone, r.tokens, h.i) == h.n && !bare && !dated:
		return 0
	case !planned && !ahead && r.out.Intent != PlanVisit && r.holds(wishes, from, h.i):
		return 0
	}
	score := 1
	if dated {
		score += 4
	} else if bare && !r.aheadElsewhere() {
		score += 4
	}
	if h.code != string(crm.Visit) {
		score += 2
	}
	return score
}

// otherDay reports whether a date stands in [from, to).
func (r *reader) otherDay(from, to int) bool {
	return slices.ContainsFunc(r.places, func(p place) bool { return p.Kind == when.KindDate && p.i >= from && p.i < to })
}

// aheadElsewhere reports whether the day lies ahead: then only the words of its own clause say how.
func (r *reader) aheadElsewhere() bool {
	return r.out.Date.After(r.today()) && r.holds(pastVerbs, 0, len(r.tokens))
}

// inFollowUp reports whether the words belong to a promise such as "ringer igen".
func (r *reader) inFollowUp(h hit) bool {
	for k := max(0, h.i-2); k <= h.i; k++ {
		if n := longestAt(followUpCues, r.tokens, k); k+n > h.i {
			return true
		}
	}
	return false
}
