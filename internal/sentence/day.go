package sentence

import (
	"cmp"
	"slices"
	"strings"

	"samspil/internal/when"
)

var (
	// deadlines stand before a day on which something else happens, or by which it must have.
	deadlines = patterns("frist", "frist~", "*frist", "*fristen", "deadline~", "inden", "senest", "before", "by", "until", "indtil", "due", "starter", "start", "*start", "starts", "starting", "åbner", "opens", "lukker", "closes", "udløber", "expires", "flytter", "moves", "moving", "gælder", "valid", "siden", "since", "født")
	// hands are the words that may stand between such a word and the day.
	hands = wordSet("er den d de på til for med af on the is to of and og om")
)

// theDay settles the day of the contact. Of several days the one that stands beside a word for the contact is
// meant, or one in words ("i går"); where that leaves more than one, none is taken and all are candidates.
func (r *reader) theDay() {
	days := r.days()
	if r.todayIsMeant(days) || len(days) == 0 {
		return
	}
	best := r.alternatives(r.best(days), days)
	switch {
	case len(days) == 1 && r.elsewhere(best[0]), len(best) == 1 && r.spokenOf(best[0]):
		r.out.Stated = &best[0].Expr
	case len(best) == 1 || sameDay(best):
		for _, p := range best {
			r.take(p)
		}
	default:
		e := severalDays(best)
		r.out.Stated = &e
	}
}

// best are the days that tell of the contact; without any, those that come before a week or a month, and before what
// is told of later.
func (r *reader) best(days []place) (list []place) {
	most := -1
	for _, p := range days {
		switch score := r.score(p); {
		case score > most:
			list, most = []place{p}, score
		case score == most:
			list = append(list, p)
		}
	}
	return list
}

// days are the dates left that may be the contact's.
func (r *reader) days() (list []place) {
	for _, p := range r.places {
		if p.Kind == when.KindDate && r.free(p.i, p.n) && !r.isDeadline(p) {
			list = append(list, p)
		}
	}
	return list
}

// isDeadline reports whether the date stands behind "frist", "inden", "starter" and the like.
func (r *reader) isDeadline(p place) bool {
	for k := p.i - 1; k >= 0 && k >= p.i-4 && !r.breaks(k); k-- {
		town := r.tokens[k].key == "by" && k > 0 && r.tokens[k-1].capital() // "Køge by"
		if (longestAt(deadlines, r.tokens, k) > 0 || longestAt(startCues, r.tokens, k) > 0) && !town && !p.pair {
			return true
		}
		if t := r.tokens[k]; !hands[t.key] && t.text != "." && t.text != ":" {
			return false
		}
	}
	return longestAt(deadlines, r.tokens, p.i) > 0
}

// score is how well a date fits as the contact's day: 3 where it tells of the contact.
func (r *reader) score(p place) int {
	from, to := r.clauseAt(p.i)
	bare, single := !r.anyPlain(from, to), p.Precision == when.PrecisionDay
	withCompany := false
	for k := from; k < to; k++ {
		withCompany = withCompany || r.marks[k] == taken
	}
	switch {
	case r.besideVisit(p), bare && single && (p.relative() || withCompany):
		return 3
	case single && (p.relative() || withCompany):
		return 2
	case single:
		return 1
	}
	return 0
}

// besideVisit reports whether a word for the contact stands in the date's clause shortly before it, or right after.
func (r *reader) besideVisit(p place) bool {
	const reach = 4
	for k, left := p.i-1, reach; k >= 0 && left > 0 && !r.breaks(k) && !r.isDate(k); k-- {
		if r.visitWordAt(k) > 0 {
			return true
		}
		if r.marks[k] != taken { // a long name may stand between
			left--
		}
	}
	for k := p.end(); k < len(r.tokens) && k < p.end()+2 && !r.breaks(k); k++ {
		if r.visitWordAt(k) > 0 {
			return true
		}
	}
	return false
}

func (r *reader) isDate(i int) bool {
	return slices.ContainsFunc(r.places, func(p place) bool { return p.Kind == when.KindDate && i >= p.i && i < p.end() })
}

// elsewhere reports whether the only date stands in a clause of its own that tells of something else: "telefon, de
// flytter 1/12" does not say when the call was.
func (r *reader) elsewhere(p place) bool {
	from, to := r.clauseAt(p.i)
	if r.besideVisit(p) || p.relative() && p.Direction != when.Future || !r.anyPlain(from, to) || from == 0 {
		return false
	}
	for k := from; k < to; k++ {
		if r.marks[k] == taken || r.visitWordAt(k) > 0 {
			return false
		}
	}
	return true
}

var (
	made   = patterns("ringede", "ringet", "talte", "talt", "snakkede", "snakket", "mødte", "besøgte", "mailede", "called", "phoned", "spoke", "talked", "met", "visited", "emailed")
	agreed = patterns("aftalt", "aftalte", "aftaler", "planlagt", "planlagde", "booket", "bookede", "agreed", "arranged", "scheduled", "booked", "planned", "skal", "shall", "will")
)

// spokenOf reports whether a day ahead was only spoken of in a contact already made: "ringede, vil mødes på fredag"
// is no plan yet, and does not say when the call was.
func (r *reader) spokenOf(p place) bool {
	from, to := r.clauseAt(p.i)
	day, certain := p.Day()
	return r.out.Intent == LogVisit && certain && day.After(r.today()) && r.holds(made, 0, len(r.tokens)) && !r.holds(agreed, from, to)
}

// alternatives adds to the best day those that "eller" joins to it.
func (r *reader) alternatives(best, days []place) []place {
	for k := 0; len(best) == 1 && k+1 < len(days); k++ {
		a, b := days[k], days[k+1]
		either := b.i == a.end()+1 && (r.tokens[a.end()].key == "eller" || r.tokens[a.end()].key == "or")
		if either && (a.i == best[0].i || b.i == best[0].i) {
			return []place{a, b}
		}
	}
	return best
}

func sameDay(list []place) bool {
	for _, p := range list {
		day, certain := p.Day()
		if first, ok := list[0].Day(); !certain || !ok || day != first {
			return false
		}
	}
	return true
}

// severalDays is one expression for several: its candidates are all their days.
func severalDays(list []place) when.Expr {
	e := list[0].Expr
	var days []when.Date
	var texts []string
	for _, p := range list {
		days = append(days, p.Candidates...)
		if len(p.Candidates) == 0 {
			days = append(days, p.From)
		}
		texts = append(texts, p.Text)
	}
	slices.SortFunc(days, func(a, b when.Date) int { return cmp.Compare(a.Sub(b), 0) })
	e.Candidates = slices.Compact(days)
	e.Ambiguous = len(e.Candidates) > 1
	e.Text = strings.Join(texts, " / ")
	return e
}

// take makes the date the contact's.
func (r *reader) take(p place) {
	if day, certain := p.Day(); certain {
		r.out.Date = day
	} else {
		r.out.Stated = &p.Expr
	}
	r.day = p.i
	r.set(p.i, p.n, taken)
	if p.i > 0 && r.tokens[p.i-1].key == "d" {
		r.set(p.i-1, 1, taken)
	}
}
