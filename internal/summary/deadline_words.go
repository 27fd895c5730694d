package summary

import (
	"regexp"
	"slices"
	"strings"
)

// purpose is the words of the sentence that tell what the deadline is for: those before it, or behind it.
func (d *document) purpose(s, at span) string {
	before, after := strings.TrimSpace(d.words(span{s.from, at.from})), strings.TrimSpace(d.words(span{at.to, s.to}))
	all := d.days(s)
	earlier, _ := slices.BinarySearchFunc(all, at.from, func(o day, from int) int { return o.to - from })
	for _, o := range slices.Backward(all[:earlier]) { // what follows another day is for this one: "…, statusrapport 2 senest den 3. marts"
		if o.to < at.from-purposeReach {
			break
		}
		if own := strings.TrimLeft(d.words(span{o.to, at.from}), " ,;."); len(dayWords.ReplaceAllString(own, "")) > leastPurpose {
			before, after = own, ""
			break
		}
	}
	before = strings.TrimSpace(dayWords.ReplaceAllString(before, ""))
	if len(before) < 25 && len(after) > len(before) {
		return headOf(after, 90)
	}
	return tailWords(before, 90)
}

const (
	// leastPurpose is the fewest bytes that say what a day is for.
	leastPurpose = 8
	// purposeReach is the bytes before a deadline in which another day is looked for.
	purposeReach = 200
)

// dayWords lead to a date and say nothing of what it is for.
var dayWords = regexp.MustCompile(`(?i)(?:[ ,]+(?:senest|inden|den|d\.|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|no later than|not later than|by|the|er|is|,|:))+\s*$`)

// headOf is the first whole words of s, at most n bytes of them.
func headOf(s string, n int) string {
	if len(s) > n {
		s = s[:n]
		if i := strings.LastIndexByte(s, ' '); i >= 0 {
			s = s[:i]
		}
	}
	return strings.Trim(s, " ,:;.")
}

// words is the page's own words on one line.
func (d *document) words(s span) string {
	if s.to <= s.from {
		return ""
	}
	quote, _ := d.quote(span{s.from, min(s.to, s.from+longestQuote)}, span{s.from, s.from + 1})
	return strings.Join(strings.Fields(quote), " ")
}

// tailWords is the last whole words of s, at most n bytes of them.
func tailWords(s string, n int) string {
	if len(s) <= n {
		return strings.Trim(s, " ,:;.")
	}
	s = s[len(s)-n:]
	if i := strings.IndexByte(s, ' '); i >= 0 {
		s = s[i:]
	}
	return strings.Trim(s, " ,:;.")
}
