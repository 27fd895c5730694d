package summary

import (
	"regexp"
	"strings"
)

// unitMark ends a heading: "Beløb (kr.)", "i 1.000 kr.", "DKK", "t.kr.".
var unitMark = regexp.MustCompile(`(?:^|[\s(,/])(?:(?:i|in) )?(1[. ]?000 ?|t\.? ?|tusinde? |mio\.? ?|mill\.? ?|million |hele )?(danske kroner|danish kroner|kr|dkk|kroner|tkr|mkr|tdkk|eur|euro|€)\.?:?(?:(?:,? (?:inkl|ekskl|ex|uden|med|excl|incl)\.?|[,;]) [^()]{3,70})?\)?:?$`)

// columnWords are headings of columns behind the unit, where the conversion kept no gaps.
var columnWords = regexp.MustCompile(`(?: +(?:(?:19|20)\d\d|i alt|ialt|total|sum|år \d|year \d))+$`)

// markOf reads the unit that a heading ends in; ok is false when it holds an amount instead.
func (d *document) markOf(s span) (unit, bool) {
	low := columnWords.ReplaceAllString(d.low[s.from:s.to], "")
	if len(low) > 160 {
		return unit{}, false
	}
	m := unitMark.FindStringSubmatchIndex(low)
	if m == nil || m[2] < 0 && m[0] > 0 && endsInDigit(low[:m[0]]) {
		return unit{}, false
	}
	u := unit{times: 1, currency: currencies[low[m[4]:m[5]]]}
	switch w := low[m[4]:m[5]]; {
	case strings.HasPrefix(w, "dan"):
		u.currency = "DKK"
	case w == "€":
		u.currency = "EUR"
	case glued[w].times > 0:
		u.times, u.currency = glued[w].times, glued[w].currency
	}
	if m[2] >= 0 {
		switch scale := strings.Trim(low[m[2]:m[3]], " ."); scale {
		case "1.000", "1 000", "1000":
			u.times = 1e3
			if low[:m[0]] == "" && m[2] == 0 {
				return unit{}, false // "1.000 kr." alone is an amount
			}
		case "hele":
		default:
			if m[2] > 0 && endsInDigit(low[:m[2]]) {
				return unit{}, false
			}
			u.times = multipliers[scale]
		}
	}
	return u, true
}

func endsInDigit(s string) bool {
	s = strings.TrimRight(s, " .-,(")
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' && !yearAtEnd.MatchString(s)
}

var yearAtEnd = regexp.MustCompile(`(?:^|\D)(?:19|20)\d\d$`)

// headingWords are the cells of a line of headings in which the conversion kept no gaps: each begins with a capital. nil
// when the line is none.
func (d *document) headingWords(l line) []span {
	raw := d.text[l.from:l.to]
	if len(l.cells) != 1 || len(raw) > 70 || strings.ContainsAny(raw, ".:!?") && !strings.HasSuffix(raw, "ct.") && !strings.HasSuffix(raw, "r.") {
		return nil
	}
	var cells []span
	at := l.from
	for _, w := range strings.Fields(raw) {
		at += strings.Index(d.text[at:l.to], w)
		if r := first(w); len(cells) == 0 || r >= 'A' && r <= 'Z' || r == 'Å' || r == 'Ø' || r == 'Æ' {
			cells = append(cells, span{at, at + len(w)})
		}
		at += len(w)
		cells[len(cells)-1].to = at
	}
	if len(cells) < 3 {
		return nil
	}
	return cells
}

// headsColumns reports a row of words: the headings of the columns below a caption.
func (d *document) headsColumns(l line) bool {
	cells, _ := d.numbers(l)
	return len(l.cells) > 1 && (len(cells) == 0 || len(cells) > 1 && d.yearRow(cells)) && !strings.Contains(d.low[l.from:l.to], ":")
}

func (d *document) tableHead(l line) *tableUnit {
	t := &tableUnit{header: l}
	for i, c := range l.cells {
		if u, ok := d.markOf(c); ok {
			t.unit, t.columns = u, append(t.columns, len(l.cells)-1-i)
		}
	}
	if t.columns == nil {
		return nil
	}
	if t.columns[0] == len(l.cells)-1 { // the caption stands in the first cell
		t.columns = nil
	}
	return t
}
