// Package privacy keeps personal data out of what is stored, shown and logged: it masks CPR numbers and finds
// words that tell of health, union membership or crime.
package privacy

import (
	"regexp"
	"strings"
	"time"

	"samspil/internal/when"
)

// Masked stands in the place of a CPR number.
const Masked = "[CPR]"

// Mask replaces every CPR number by "[CPR]" and says how many there were. Ten digits that begin with a possible
// day (also 61–91, the replacement numbers) and month are one, whatever the check digit says: numbers since 2007
// need not pass it (cpr.dk). The digits may be of any script and have spaces, dashes, points or invisible
// characters between them (see written). Where in doubt it masks; what it keeps is
//   - ten digits beginning with 10 behind "P-nr" or its like, or a list of such: P-numbers (unlabelled are masked);
//   - ten digits in one piece before kr., DKK or ",-" and not behind "CPR": an amount;
//   - eight digits behind "CVR", "DK", "tlf" or "+45" and a count after them;
//   - two dates with a dash between them ("01.08.19 - 31.07.22");
//   - a date with a time of day ("23.11.26 10.30", and "23.11.26 0930" in the years 2020 to 2039 and not behind
//     "CPR"), and parts of longer runs of digits (EAN, account).
//
// A year of four digits makes no difference ("01.01.1990-1234").
//
// Mask(Mask(s)) is Mask(s), and the time is linear in the length of s.
func Mask(s string) (masked string, n int) {
	var b strings.Builder
	from := 0
	digits := digitsOf(s)
	for i := 0; i+cprLen <= len(digits); i++ {
		length := cprAt(s, digits, i)
		if length == 0 {
			continue
		}
		b.WriteString(s[from:digits[i].start])
		b.WriteString(Masked)
		from = digits[i+length-1].end
		n++
		i += length - 1
	}
	if n == 0 {
		return s, 0
	}
	return b.String() + s[from:], n
}

// cprAt is how many digits from i are a CPR number that stands by itself: ten, twelve where the year has four, 0
// for none.
func cprAt(s string, digits []place, i int) int {
	switch {
	case !dated(digits[i:]) || touches(digits, i):
		return 0
	case isFull(s, digits, i):
		return fullLen
	case isCPR(s, digits, i):
		return cprLen
	}
	return 0
}

// isCPR reports whether the ten digits from i are a CPR number.
func isCPR(s string, digits []place, i int) bool {
	if touches(digits, i+cprLen) {
		return false
	}
	ten := digits[i : i+cprLen]
	gaps, ok := gapsOf(s, ten)
	if !ok || !gaps.written() || gaps.timed() && isTime(ten[6:]) {
		return false
	}
	if gaps.stamped() && isTime(ten[6:]) && isRecent(number(ten[4:])) && !cprBefore(s, ten) {
		return false
	}
	return !ranged(s, digits[i:], gaps) && !otherwise(s, ten, gaps)
}

// ranged reports whether ten digits begin the dates of a stretch of time, with years of two digits: "01.08.19 - 31.07.22".
func ranged(s string, digits []place, g gaps) bool {
	sign := g[afterDay]
	if strings.TrimSpace(sign) == "" || cprBefore(s, digits) || sign != g[afterMonth] || sign != g[amidLast] || sign == g[afterYear] || !strings.Contains(g[afterYear], "-") {
		return false
	}
	if len(digits) < fullLen || !dated(digits[6:]) || touches(digits, fullLen) || !touches(digits, cprLen+1) {
		return false
	}
	gap, ok := gapBefore(s, digits[cprLen-1], digits[cprLen], false)
	return ok && gap == sign
}

// isFull reports whether the twelve digits from i are a CPR number whose year has four: "01.01.1990-1234".
func isFull(s string, digits []place, i int) bool {
	if i+fullLen > len(digits) || touches(digits, i+fullLen) {
		return false
	}
	twelve := digits[i : i+fullLen]
	century, year := number(twelve[4:]), number(twelve[6:])
	gaps, ok := fullGaps(s, twelve)
	if century < 18 || century > 20 || !ok || !gaps.written() {
		return false
	}
	return !(century == 20 && isRecent(year) && gaps.stamped() && isTime(twelve[8:])) || cprBefore(s, twelve)
}

// isRecent reports whether a year of two digits is one in which a contact may have been: of those born from 2020 to
// 2039 nobody is written about here.
func isRecent(year int) bool { return year >= 20 && year < 40 }

// cprBefore reports whether the digits stand behind "CPR".
func cprBefore(s string, digits []place) bool {
	start := digits[0].start
	return cprLabel.MatchString(s[max(0, start-context):start])
}

// dated reports whether the digits begin with a day, or a day and 60, and a month; 29 February always is one.
func dated(digits []place) bool {
	day, month := number(digits), number(digits[2:])
	if day > 60 {
		day -= 60
	}
	_, ok := when.NewDate(2000, time.Month(month), day)
	return ok
}

// isTime reports whether four digits can be a time of day.
func isTime(digits []place) bool { return number(digits) < 24 && number(digits[2:]) < 60 }

// number reads two digits.
func number(digits []place) int { return int(digits[0].digit)*10 + int(digits[1].digit) }

// touches reports whether nothing stands between digit i and the one before it.
func touches(digits []place, i int) bool {
	return i > 0 && i < len(digits) && digits[i-1].end == digits[i].start
}

// context is how many bytes around a number are looked at; the longest label fits twice.
const context = 96

var (
	// pLabel before ten digits says that they are a P-number, which may look like a CPR number.
	pLabel = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:p[ .-]?(?:nr|nummer(?:et)?|numre|number|no|enhed(?:en)?)|produktionsenhed(?:en|snummer)?)(?:[ .:]+(?:er|is))?[ .:#()\x{00A0}-]{0,4}(?:10\d{8}(?: ?[,;/&] ?| (?:og|and|samt) )){0,4}$`)
	// eightLabel before ten digits in loose pairs says that the first eight are a number of another kind.
	eightLabel = regexp.MustCompile(`(?i)(?:(?:^|[^\pL])(?:(?:cvr|se|vat|telefon|tlf|mobil|mob|tel|phone)(?:[ .-]?(?:nummer(?:et)?|nr|no))?|dk)|\+45|0045)[ .:#()\x{00A0}-]{0,4}$`)
	cprLabel   = regexp.MustCompile(`(?i)(?:cpr|personn)[\pL .:-]{0,20}$`)
	money      = regexp.MustCompile(`(?i)^(?:,-|(?:,\d\d)?[ \x{00A0}]?(?:kr|kroner|dkk)(?:[^\pL\d]|$))`)
)

// otherwise reports whether what stands around ten digits says that they are something else.
func otherwise(s string, digits []place, gaps gaps) bool {
	start, end := digits[0].start, digits[cprLen-1].end
	before, after := s[max(0, start-context):start], s[end:min(len(s), end+context)]
	switch {
	case gaps.none():
		return number(digits) == 10 && pLabel.MatchString(before) || money.MatchString(after) && !cprLabel.MatchString(before)
	case gaps.onlySpaces() && number(digits) == 10 && pLabel.MatchString(before):
		return true
	}
	return gaps.pairs() && gaps.onlySpaces() && eightLabel.MatchString(before)
}
