package when

import (
	"slices"
	"strings"
	"time"
)

// Scan finds the dates, times of day and lengths of time in a free sentence, from left to right and not
// overlapping; where two readings start at the same word the longer wins. Offsets are bytes of s. hint is what
// the caller knows from the verbs; words such as "i fredags" or "senest" count for more.
func Scan(s string, now time.Time, hint Direction) []Expr {
	return newParser(s, now, hint).scan()
}

// Parse reads s, white space and closing punctuation aside, as one expression. Leading words such as "senest" or
// "frist:" may stand before it and stay outside Text. Short forms that Scan leaves alone because they are also
// other words ("ons", "maj", "0930") are accepted here.
func Parse(s string, now time.Time, hint Direction) (Expr, bool) {
	p := newParser(s, now, hint)
	p.whole = true
	for i := range min(len(p.toks), 4) {
		m := p.best(i)
		if m.next > 0 && p.onlyPunctuation(m.next) {
			return m.Expr, true
		}
		if !cueFiller[p.tok(i).norm] && !p.isCue(i) {
			break
		}
	}
	return Expr{}, false
}

// Day is the single certain day of the expression; ok is false for weeks and other spans, for ambiguous dates and
// for what is no date.
func (e Expr) Day() (d Date, ok bool) {
	if e.Kind != KindDate || e.Precision != PrecisionDay || e.Ambiguous {
		return Date{}, false
	}
	return e.From, true
}

// parser holds one text. Every matcher looks at a fixed number of tokens, so that the time is linear in the text.
type parser struct {
	src    string
	toks   []token
	now    time.Time
	today  Date
	hint   Direction
	whole  bool // the text is meant to be one expression
	period bool // the text is about periods: years may stand alone
	cue    Direction
	last   int // index after the last token of the previous match
}

// match is an expression and the index of the token after it; next is 0 when nothing matched.
type match struct {
	Expr
	next int
}

func newParser(s string, now time.Time, hint Direction) *parser {
	return &parser{src: s, toks: tokenize(s), now: now.In(Copenhagen), today: DateOf(now), hint: hint}
}

func (p *parser) scan() []Expr {
	var found []Expr
	for i := 0; i < len(p.toks); {
		m := p.best(i)
		if m.next == 0 {
			i++
			continue
		}
		found = append(found, m.Expr)
		i, p.last = m.next, m.next
	}
	return found
}

// best is the longest expression that starts with token i.
func (p *parser) best(i int) match {
	k := p.tok(i).kind
	if k != tokWord && k != tokNumber && !isFraction(p.tok(i).norm) || !p.leftFree(i) {
		return match{}
	}
	p.cue = p.cueBefore(i)
	var found match
	try := func(m match) {
		if m.next > found.next && p.rightFree(m.next) && m.sound() {
			found = m
		}
	}
	for _, f := range wholeMatchers {
		try(f(p, i))
	}
	pre, j := p.prefix(i)
	for _, f := range dateMatchers {
		try(f(p, j, pre))
	}
	if j > i { // the words may not have been prefixes after all
		for _, f := range dateMatchers {
			try(f(p, i, prefix{}))
		}
	}
	if found.next == 0 {
		return match{}
	}
	found.Start, found.End = p.toks[i].start, p.toks[found.next-1].end
	found.Text = p.src[found.Start:found.End]
	if found.Kind == KindDate && found.Direction == Nearest {
		found.Direction = p.cue
	}
	return found
}

// wholeMatchers know their own first words; dateMatchers may have "i", "på", "den" and the like before them.
var wholeMatchers = []func(*parser, int) match{
	(*parser).periodForm, (*parser).dayPhrase, (*parser).relative, (*parser).ago, (*parser).within, (*parser).rest,
	(*parser).pastWeekday, (*parser).weekWeekday, (*parser).feast, (*parser).part,
	(*parser).cuedClock, (*parser).bareClock, (*parser).spokenClock, (*parser).length,
}

var dateMatchers = []func(*parser, int, prefix) match{
	(*parser).calendarDay, (*parser).dayOfMonth, (*parser).weekday, (*parser).week, (*parser).month,
	(*parser).quarter, (*parser).season, (*parser).year, (*parser).weekend, (*parser).unit,
}

// sound drops what calendar arithmetic has carried outside the years 1 to 9999.
func (m match) sound() bool {
	if m.Kind != KindDate {
		return true
	}
	outside := func(d Date) bool { _, ok := NewDate(d.Year, d.Month, d.Day); return !ok }
	return !outside(m.From) && !outside(m.To) && !m.To.Before(m.From) && !slices.ContainsFunc(m.Candidates, outside)
}

func (p *parser) onlyPunctuation(i int) bool {
	for ; i < len(p.toks); i++ {
		if t := p.toks[i]; t.kind != tokBreak && !(t.kind == tokMark && strings.Contains(".,;:!?", t.norm)) {
			return false
		}
	}
	return true
}

// direction is the direction to resolve with: what the words say, or a cue before them, or the caller's hint.
func (p *parser) direction(own Direction) Direction {
	switch {
	case own != Nearest:
		return own
	case p.cue != Nearest:
		return p.cue
	}
	return p.hint
}

// found makes a match of a resolved span.
func found(s span, precision Precision, own Direction, next int) match {
	return match{Expr{Kind: KindDate, From: s.from, To: s.to, Precision: precision, Direction: own, ClockEnd: -1}, next}
}

// choose resolves among occurrences and marks the match ambiguous when pick says so.
func (p *parser) choose(spans []span, precision Precision, own Direction, next int) match {
	s, candidates := pick(p.direction(own), p.today, spans)
	if s.from.IsZero() {
		return match{}
	}
	if own == Nearest && p.cue == Nearest && p.hint == Past && !p.period {
		candidates = nearerAhead(p.today, s, spans)
	}
	return found(s, precision, own, next).among(candidates...)
}

// among marks a match ambiguous when there are at least two candidates.
func (m match) among(candidates ...Date) match {
	if len(candidates) > 1 {
		m.Ambiguous, m.Candidates = true, candidates
	}
	return m
}
