package sentence

import (
	"samspil/internal/when"
)

// maxGap is how many words may stand between "følger op" and the date it belongs to.
const maxGap = 4

// mostAhead is how many days ahead a follow-up may be due when its words leave the year open: further on, "20/11"
// on 23 November means the day just past.
const mostAhead = 270

// followUp gives the follow-up cue its date: the first one that begins within maxGap words after it, or else the
// one right before it.
func (r *reader) followUp() {
	at, n := r.followUpCue()
	if n == 0 {
		return
	}
	p, ok := r.dueDate(at, n)
	if !ok {
		return
	}
	from, to := min(at, p.i), max(at+n, p.end())
	due, certain := r.due(p)
	switch {
	case longestAt(backward, r.tokens, at) > 0, !certain && r.ofVisit(at, p):
		r.purpose("follow_up")
		r.set(from, to-from, kept)
		return
	case !certain:
		r.out.FollowUpAsk = &due
		r.set(from, to-from, kept)
		return
	}
	r.out.FollowUp = &due
	keep := taken
	if end := r.clockEnd(p); end > to { // the field holds no time of day
		to, keep = end, kept
	}
	r.set(from, to-from, keep)
}

// followUpCue is the first cue with a date in reach, else the first.
func (r *reader) followUpCue() (at, n int) {
	for i := range r.tokens {
		m := longestAt(followUpCues, r.tokens, i)
		if m == 0 {
			continue
		}
		if _, ok := r.dueDate(i, m); ok {
			return i, m
		}
		if n == 0 {
			at, n = i, m
		}
	}
	return at, n
}

func (r *reader) dueDate(at, n int) (due place, ok bool) {
	for _, p := range r.places {
		if p.Kind == when.KindDate && p.i > at && p.end() > at+n && p.i-(at+n) <= maxGap && !r.broken(at+n, p.i) && r.free(p.i, p.n) {
			return p, true
		}
	}
	dates := 0
	for _, p := range r.places {
		if p.Kind != when.KindDate {
			continue
		}
		if dates++; p.end() <= at && at-p.end() <= 1 && !r.broken(p.end(), at) {
			due, ok = p, true
		}
	}
	return due, ok && dates > 1
}

// clockEnd is the token after the clock that stands right behind the date; 0 without one.
func (r *reader) clockEnd(p place) int {
	for _, c := range r.places {
		if c.Kind == when.KindClock && c.i >= p.end() && r.near(p.end(), c.i) {
			return c.end()
		}
	}
	return 0
}

var (
	// backward are the cues that tell of a follow-up made: "fulgt op på mødet 20/11".
	backward  = patterns("fulgt op", "fulgte op", "followed up")
	objectCue = patterns("på", "on", "efter", "after", "from", "fra", "to", "til")
)

// ofVisit reports whether the date is that of the contact which is followed up: "opfølgning på besøg 20/11".
func (r *reader) ofVisit(at int, p place) bool {
	for k := at; k < p.i; k++ {
		if longestAt(objectCue, r.tokens, k) > 0 && r.tellsOfVisit(k, p.i) {
			return true
		}
	}
	return false
}

// due reads the date as one that lies ahead although the visit was yesterday. It is not certain when it is past, or
// when only the missing year puts it far ahead. Behind "senest", "inden" or "by" the end of it is meant.
func (r *reader) due(p place) (e when.Expr, certain bool) {
	e = r.again(p, when.Future)
	if from, ok := r.byCue(p); ok {
		e.From = e.To
		e.Text = r.text[r.tokens[from].start:p.End]
		e.Start = r.tokens[from].start
	}
	today := when.DateOf(r.now)
	back := r.again(p, when.Past)
	openYear := back.From != r.again(p, when.Future).From
	certain = !e.To.Before(today) && (!openYear || e.From.Sub(today) <= mostAhead)
	return e, certain && !e.Ambiguous
}

// again reads an expression in another direction than the sentence's verbs give.
func (r *reader) again(p place, hint when.Direction) when.Expr {
	e, ok := when.Parse(p.Text, r.now, hint)
	if !ok {
		return p.Expr
	}
	return e
}

var (
	byWords  = patterns("senest", "inden", "indenfor", "inden for", "før", "by", "before", "within", "no later than", "ikke senere end", "udgangen")
	byFiller = wordSet("den d udgangen af i på slutningen end of the for med er")
)

// byCue is the token of the word before or in the date that says it is a limit.
func (r *reader) byCue(p place) (from int, ok bool) {
	if first := longestAt(byWords, r.tokens, p.i); first > 0 {
		return p.i, true
	}
	from = -1
	for k := p.i - 1; k >= 0 && k >= p.i-5; k-- {
		if longestAt(byWords, r.tokens, k) > 0 {
			from = k
		} else if !byFiller[r.tokens[k].key] {
			break
		}
	}
	return from, from >= 0
}

// needFrom takes a date right behind "fra" or "from" as the start of the need.
func (r *reader) needFrom() {
	for _, p := range r.places {
		if p.Kind != when.KindDate || p.i == 0 || !r.free(p.i, p.n) {
			continue
		}
		day, certain := r.needDay(p)
		if !certain {
			continue
		}
		for back := 1; back <= min(3, p.i); back++ {
			if longestAt(startCues, r.tokens[:p.i], p.i-back) == back {
				r.out.NeedFrom = day
				r.set(p.i-back, back, taken)
				r.set(p.i, p.n, taken)
				return
			}
		}
	}
}

// needDay reads a date whatever the verbs of the sentence say: the need may lie behind or ahead.
func (r *reader) needDay(p place) (when.Date, bool) {
	if day, ok := r.again(p, when.Nearest).Day(); ok {
		return day, true
	}
	return p.Day()
}
