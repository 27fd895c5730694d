package sentence

import (
	"strings"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// place is a date, clock or length with the tokens it covers.
type place struct {
	when.Expr
	i, n int
	pair bool // "fra … til …"
}

func (p place) end() int { return p.i + p.n }

// relative reports a single day in words: "i går", "på fredag".
func (p place) relative() bool {
	return p.Precision == when.PrecisionDay && !strings.ContainsAny(p.Text, "0123456789")
}

// scan finds the dates, clocks and lengths, and joins "fra 3/12 til 5/12" to one.
func (r *reader) scan() {
	for _, e := range when.Scan(r.text, r.now, r.hint()) {
		if i, n := r.span(e.Start, e.End); n > 0 && r.free(i, n) {
			r.places = append(r.places, place{e, i, n, false})
		}
	}
	for k := 0; k+1 < len(r.places); k++ {
		if joined, ok := r.fromTo(r.places[k], r.places[k+1]); ok {
			r.places[k] = joined
			r.places = append(r.places[:k+1], r.places[k+2:]...)
		}
	}
}

var (
	fromWords = patterns("fra", "fra den", "fra d", "mellem", "from", "between")
	tilWords  = wordSet("til to until og and")
)

// fromTo joins two dates with "fra … til …" around them.
func (r *reader) fromTo(a, b place) (place, bool) {
	if a.Kind != when.KindDate || b.Kind != when.KindDate || b.i != a.end()+1 || !tilWords[r.tokens[a.end()].key] || b.To.Before(a.From) {
		return a, false
	}
	for back := 1; back <= min(2, a.i); back++ {
		if longestAt(fromWords, r.tokens[:a.i], a.i-back) == back {
			e := when.Expr{Start: a.Start, End: b.End, Text: r.text[a.Start:b.End], Kind: when.KindDate, From: a.From, To: b.To, Precision: when.PrecisionSpan, ClockEnd: crm.NoClock}
			return place{e, a.i, b.end() - a.i, true}, true
		}
	}
	return a, false
}

// times finds the follow-up, the start of a need, the day, the clock and the length.
func (r *reader) times() {
	r.followUp()
	r.needFrom()
	r.theDay()
	r.clock()
	for _, p := range r.places {
		if p.Kind == when.KindLength && r.out.Minutes == 0 && r.free(p.i, p.n) && r.isVisitLength(p) {
			r.out.Minutes = p.Minutes
			r.set(p.i, p.n, taken)
		}
	}
}

// maxVisit is the longest visit in minutes: more is somebody's working time.
const maxVisit = 8 * 60

// each says that a length is so much in every week or day.
var each = patterns("om ugen", "om dagen", "pr uge", "pr dag", "ugentlig~", "dagligt", "daglig", "i ugen", "a week", "a day", "per week", "per day", "weekly", "daily")

// isVisitLength tells the length of a visit from hours of work: "fleksjob 12 timer", "12 timer om ugen".
func (r *reader) isVisitLength(p place) bool {
	if p.Minutes > maxVisit || longestAt(each, r.tokens, p.end()) > 0 {
		return false
	}
	from := max(0, p.i-3)
	for _, h := range hits(purposeWords, r.tokens[from:p.i]) {
		if peoplePurposes[h.code] && !r.broken(from+h.i, p.i) {
			return false
		}
	}
	return true
}

// clock takes the time that stands beside the day, or alone. One beside another date is that date's.
func (r *reader) clock() {
	for k, p := range r.places {
		if p.Kind != when.KindClock || r.out.Start >= 0 || !r.free(p.i, p.n) {
			continue
		}
		date, beside := r.dateBeside(k)
		if beside && date.i != r.day || !beside && !r.clockAlone(p) {
			continue
		}
		r.out.Start, r.out.End = p.Clock, p.ClockEnd
		r.set(p.i, p.n, taken)
		if p.i > 0 && r.tokens[p.i-1].key == "kl" {
			r.set(p.i-1, 1, taken)
		}
	}
}

// dateBeside is the date right before the k-th place, or else right after it.
func (r *reader) dateBeside(k int) (date place, ok bool) {
	p := r.places[k]
	if k > 0 && r.places[k-1].Kind == when.KindDate && r.near(r.places[k-1].end(), p.i) {
		return r.places[k-1], true
	}
	if k+1 < len(r.places) && r.places[k+1].Kind == when.KindDate && r.near(p.end(), r.places[k+1].i) {
		return r.places[k+1], true
	}
	return place{}, false
}

// near reports whether at most a small word or mark stands between two tokens.
func (r *reader) near(from, to int) bool {
	if to-from > 1 {
		return false
	}
	return to == from || fillers[r.tokens[from].key] || r.tokens[from].text == "," || r.tokens[from].text == "."
}

// clockAlone reports whether a clock without a date beside it is the contact's: its clause holds the day, the company
// or a word for the contact, or says nothing else.
func (r *reader) clockAlone(p place) bool {
	from, to := r.clauseAt(p.i)
	if r.day >= from && r.day < to || r.holds(visitWords, from, to) || !r.anyPlain(from, to) {
		return true
	}
	for k := from; k < to; k++ {
		if r.marks[k] == taken {
			return true
		}
	}
	return false
}
