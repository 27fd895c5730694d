package summary

import (
	"regexp"
	"slices"
	"strings"
)

// asideHead is the heading of a part of the paper that is about something else than the project: earlier ones, the other
// applications of the round, what others say of it, what a website offers besides.
var asideHead = regexp.MustCompile(`(?:^|[^\pL])(?:tidligere (?:og andre |lignende |støttede )?(?:projekter|indsatser|erfaringer|bevillinger)|(?:øvrige|andre|lignende|modtagne|indkomne) (?:ansøgninger|projekter|indsatser|byggerier)|rundens (?:øvrige )?ansøgninger|oversigt over (?:de |alle )?(?:øvrige )?(?:ansøgninger|bevillinger)|status på bevillinger|` +
	`(?:hensigts|støtte|samarbejds)erklæringer|udtalelser|høringssvar|arbejdsmarkedsbalancen|pointskema|scorekort|(?:regne|beregnings)?eksempel(?: på (?:beregning|budget))?$|previous projects|other (?:projects|applications)|letters of (?:intent|support))|(?:byggerier|projekter|bevillinger) siden (?:19|20)\d\d$|^(?:mest læste|læs også|se også|relaterede? |related )`)

// siteTail heads what a website lists below a page, with numbers or without.
var siteTail = regexp.MustCompile(`^(?:mest læste|læs også|se også|relaterede? |related )`)

// annexHead begins an annex, whose parts are none of the paper's own.
var annexHead = regexp.MustCompile(`^(?:bilag|annex|appendix|appendiks) (?:\d+|[a-z])(?:[ .:]|$)`)

// mostHeading is the most bytes of a heading.
const mostHeading = 100

// The kinds of headings; a higher one ends the part below a lower one.
const (
	noHeading = iota
	plainHeading
	numberedHeading
	annexHeading
)

// headingKind tells whether line i is a heading.
func (d *document) headingKind(i int) int {
	l := d.lines[i]
	low := d.low[l.from:l.to]
	if l.joined || l.bullet || len(l.cells) > 1 || len(low) > mostHeading || strings.ContainsAny(low[len(low)-1:], ".,;") && !strings.HasSuffix(low, "kr.") {
		return noHeading
	}
	switch {
	case annexHead.MatchString(low):
		return annexHeading
	case numbering.MatchString(d.text[l.from:l.to]) && !monthAfter(d.text[l.from:l.to]):
		return numberedHeading
	case l.blank && !endsInDigit(low) && !strings.Contains(low, ": "):
		return plainHeading
	}
	return noHeading
}

// findAsides marks those parts: from their heading to the next of its kind, or of a higher one.
func (d *document) findAsides() {
	for i := 0; i < len(d.lines); i++ {
		kind, head := d.headingKind(i), d.lines[i].span
		if kind == annexHeading && i+1 < len(d.lines) && d.lines[i+1].to-d.lines[i+1].from < shortLine && !d.lines[i+1].bullet {
			head.to = d.lines[i+1].to // it may be broken in two
		}
		if kind == noHeading || !asideHead.MatchString(strings.ReplaceAll(d.low[head.from:head.to], "\n", " ")) {
			continue
		}
		tail := siteTail.MatchString(d.low[d.lines[i].from:d.lines[i].to])
		j := i + 1
		for j < len(d.lines) && (d.headingKind(j) < kind || tail && d.headingKind(j) == numberedHeading) {
			j++
		}
		d.asides = append(d.asides, span{d.lines[i].from, d.lines[j-1].to})
		i = j - 1
	}
}

// aside reports whether the byte lies in such a part.
func (d *document) aside(at int) bool {
	i, _ := slices.BinarySearchFunc(d.asides, at, func(s span, at int) int { return s.to - 1 - at })
	return i < len(d.asides) && d.asides[i].from <= at
}
