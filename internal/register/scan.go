package register

import (
	"regexp"
	"strings"
	"time"

	"samspil/internal/when"
)

// scanner goes through a text one group of digits at a time.
type scanner struct {
	text   string
	groups []group
}

// ScanNumbers finds company and phone numbers in a text, left to right, in time linear in its length. What the
// writer says a number is ("CVR", "P-nr", "tlf", "+45") decides. Without that:
//   - eight digits in one piece are a CVR number, valid or not; behind "ring til" they are a phone number when
//     they fail the check or begin with 5–8, where no company number does;
//   - eight digits in pairs or fours are a phone number, and KindUnsure when they pass the check;
//   - ten digits that begin with 10 are a P-number unless they could be somebody's CPR number, also behind another
//     P-number and "og".
//
// Amounts, foreign phone numbers and digits that belong to a longer number (an account, an EAN) are none.
func ScanNumbers(s string) []Number {
	sc := scanner{s, groupsOf(s)}
	links := telLinks.FindAllStringSubmatchIndex(s, -1)
	var found []Number
	for i := 0; i < len(sc.groups); {
		for len(links) > 0 && links[0][1] <= sc.groups[i].start {
			links = links[1:]
		}
		var n Number
		var used int
		if len(links) > 0 && links[0][0] < sc.groups[i].start {
			n, used = sc.link(i, links[0])
		} else {
			n, used = sc.read(i)
		}
		if n.Kind == 0 && len(found) > 0 && sc.another(found[len(found)-1], i) {
			g := sc.groups[i]
			n = Number{Kind: KindPNumber, Value: s[g.start:g.end], Valid: true, Labelled: true, Start: g.start, End: g.end}
		}
		if n.Kind != 0 {
			n.Text = s[n.Start:n.End]
			found = append(found, n)
		}
		i += max(used, 1)
	}
	return found
}

// read reads the number that begins with group i, and says how many groups are dealt with; Kind is 0 for none.
func (sc scanner) read(i int) (n Number, used int) {
	before := sc.before(i)
	kind, at := label(before)
	at += sc.groups[i].start - len(before)
	if n, used := sc.dialled(i, kind == KindPhone); used > 0 {
		if kind == KindPhone && n.Kind == KindPhone {
			n.Start = at
		}
		return n, used
	}
	if kind != 0 && !sc.gluedBefore(i, at) {
		length := 8
		if kind == KindPNumber {
			length = 10
		}
		if n, used = sc.collect(i, length); used > 0 {
			n.Kind, n.Start, n.Labelled = kind, at, true
			n.Valid = kind == KindCVR && CheckDigit(n.Value) || kind == KindPNumber && ValidPNumber(n.Value)
			return n, used
		}
	}
	return sc.unlabelled(i, softCue.MatchString(before))
}

// listed stands between the numbers of a list.
var listed = regexp.MustCompile(`^(?: ?[,;/&] ?| (?:og|and|samt) )$`)

// another reports whether group i goes on a list of labelled P-numbers: "P-numre 1003407806 og 1005408410".
func (sc scanner) another(last Number, i int) bool {
	g := sc.groups[i]
	return last.Kind == KindPNumber && last.Labelled && last.End < g.start && ValidPNumber(sc.text[g.start:g.end]) && !sc.gluedAfter(i) && listed.MatchString(sc.text[last.End:min(g.start, last.End+10)])
}

// unlabelled reads a number by its form alone; call says that words such as "ring til" stand before it.
func (sc scanner) unlabelled(i int, call bool) (Number, int) {
	g := sc.groups[i]
	if g.len() >= 8 && filedUnder.MatchString(sc.before(i)) {
		return Number{}, 1
	}
	if g.len() == 2 || g.len() == 4 {
		return sc.row(i, call)
	}
	n, used := sc.collect(i, g.len())
	if used == 0 || sc.gluedBefore(i, g.start) {
		return Number{}, 1
	}
	switch {
	case g.len() == 10 && strings.HasPrefix(n.Value, "10") && !couldBeCPR(n.Value):
		n.Kind, n.Valid = KindPNumber, true
	case g.len() == 8 && !sc.amount(n):
		n.Kind, n.Valid = KindCVR, CheckDigit(n.Value)
		if call && (!n.Valid || n.Value[0] >= '5' && n.Value[0] <= '8') {
			n.Kind, n.Valid = KindPhone, false
		}
	}
	return n, 1
}

// row reads eight digits in pairs or fours with the same sign between them. A row of another length (an account,
// an EAN, a list of weeks) is passed over as a whole.
func (sc scanner) row(i int, call bool) (n Number, used int) {
	length, count := sc.groups[i].len(), 1
	for j := i + 1; j < len(sc.groups) && sc.groups[j].len() == length && sc.joined(j); j++ {
		if count > 1 && sc.gap(j) != sc.gap(j-1) {
			break
		}
		count++
	}
	from := i
	if length == 2 && count == 5 && sc.text[sc.groups[i].start:sc.groups[i].end] == "45" { // a plus left out
		from, call, count = i+1, true, 4
	}
	if count == 0 || count*length%8 != 0 || length == 4 && count != 2 {
		return Number{}, count
	}
	n, used = sc.collect(from, 8)
	if used == 0 || sc.gluedBefore(i, sc.groups[i].start) || sc.amount(n) {
		return Number{}, count
	}
	n.Kind, n.Start = KindPhone, sc.groups[i].start
	if CheckDigit(n.Value) && !call {
		n.Kind, n.Valid = KindUnsure, true
	}
	return n, used + from - i
}

// amount reports whether a currency or a per cent sign stands beside the number.
func (sc scanner) amount(n Number) bool {
	before, after := sc.text[max(0, n.Start-10):n.Start], sc.text[n.End:min(len(sc.text), n.End+12)]
	return moneyBefore.MatchString(before) || moneyAfter.MatchString(after)
}

// couldBeCPR reports whether ten digits begin with a day and month, so that they may be a person's number.
func couldBeCPR(d string) bool {
	day, month := int(d[0]-'0')*10+int(d[1]-'0'), int(d[2]-'0')*10+int(d[3]-'0')
	_, ok := when.NewDate(2000, time.Month(month), day)
	return ok
}
