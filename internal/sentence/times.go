package sentence

import (
	"strconv"

	"samspil/internal/when"
)

// maxGap is how many words may stand between "følger op" and the date it belongs to.
const maxGap = 4

// place is a date, clock or length with the tokens it covers.
type place struct {
	when.Expr
	i, n int
}

// times finds the follow-up, the start of a need, the day, the clock and the length.
func (r *reader) times() {
	var places []place
	for _, e := range when.Scan(r.text, r.now, r.hint()) {
		if i, n := r.span(e.Start, e.End); n > 0 && r.free(i, n) {
			places = append(places, place{e, i, n})
		}
	}
	places = r.followUp(places)
	places = r.needFrom(places)
	for _, p := range places {
		r.take(p)
	}
	if r.out.Date.IsZero() && r.out.Stated == nil {
		if i, n := find(justNow, r.tokens); n > 0 {
			r.out.Date = when.DateOf(r.now)
			r.set(i, n, taken)
		}
	}
}

// take gives the expression its role; one whose role is filled stays in the note.
func (r *reader) take(p place) {
	switch p.Kind {
	case when.KindClock:
		if r.out.Start >= 0 {
			return
		}
		r.out.Start, r.out.End = p.Clock, p.ClockEnd
	case when.KindLength:
		if r.out.Minutes > 0 {
			return
		}
		r.out.Minutes = p.Minutes
	default:
		day, certain := p.Day()
		if !r.out.Date.IsZero() || r.out.Stated != nil && !certain {
			return
		}
		if certain {
			r.out.Date, r.out.Stated = day, nil
		} else {
			r.out.Stated = &p.Expr
		}
	}
	r.set(p.i, p.n, taken)
	if p.i > 0 && (r.tokens[p.i-1].key == "kl" || r.tokens[p.i-1].key == "d") {
		r.set(p.i-1, 1, taken)
	}
}

// followUp gives the follow-up cue its date: the first one that begins within maxGap words after it, or else the
// one right before it; the rest is returned.
func (r *reader) followUp(places []place) []place {
	at, n := find(followUpCues, r.tokens)
	if n == 0 {
		return places
	}
	chosen := -1
	for k, p := range places {
		if p.Kind == when.KindDate && p.i >= at+n && p.i-(at+n) <= maxGap && !r.clauseEnds(at+n, p.i) {
			chosen = k
			break
		}
	}
	if chosen < 0 && len(places) > 1 {
		for k, p := range places {
			if p.Kind == when.KindDate && p.i+p.n <= at && at-(p.i+p.n) <= 1 {
				chosen = k
			}
		}
	}
	if chosen < 0 {
		return places
	}
	p := places[chosen]
	due := r.again(p, when.Future)
	r.out.FollowUp = &due
	from, to := min(at, p.i), max(at+n, p.i+p.n)
	r.set(from, to-from, taken)
	return append(places[:chosen:chosen], places[chosen+1:]...)
}

// again reads an expression in another direction than the sentence's verbs give: a follow-up lies ahead although
// the visit was yesterday.
func (r *reader) again(p place, hint when.Direction) when.Expr {
	e, ok := when.Parse(p.Text, r.now, hint)
	if !ok {
		return p.Expr
	}
	return e
}

func (r *reader) clauseEnds(from, to int) bool {
	for k := from; k < to; k++ {
		if r.tokens[k].ends() {
			return true
		}
	}
	return false
}

// needFrom takes a date right behind "fra" or "from" as the start of the need.
func (r *reader) needFrom(places []place) []place {
	for k, p := range places {
		day, certain := p.Day()
		if p.Kind != when.KindDate || !certain || p.i == 0 {
			continue
		}
		for back := 1; back <= min(3, p.i); back++ {
			if longestAt(startCues, r.tokens[:p.i], p.i-back) == back {
				r.out.NeedFrom = day
				if again, ok := r.again(p, when.Nearest).Day(); ok {
					r.out.NeedFrom = again
				}
				r.set(p.i-back, back, taken)
				r.set(p.i, p.n, taken)
				return append(places[:k:k], places[k+1:]...)
			}
		}
	}
	return places
}

var numberWords = map[string]int{"en": 1, "et": 1, "a": 1, "an": 1, "one": 1, "to": 2, "two": 2, "tre": 3, "three": 3,
	"fire": 4, "four": 4, "fem": 5, "five": 5, "seks": 6, "six": 6, "syv": 7, "seven": 7, "otte": 8, "eight": 8,
	"ni": 9, "nine": 9, "ti": 10, "ten": 10, "elleve": 11, "eleven": 11, "tolv": 12, "twelve": 12}

// count reads a headcount: digits or a number word.
func count(key string) (int, bool) {
	if n, ok := numberWords[key]; ok {
		return n, true
	}
	n, err := strconv.Atoi(key)
	return n, err == nil && n > 0 && n < 100_000
}
