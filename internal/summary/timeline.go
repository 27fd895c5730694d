package summary

import (
	"regexp"
	"strings"
)

// A timeline has a day to a line, with what happens then behind a colon or on the next line: "1. august 2021: Ordningen træder i
// kraft", "26. oktober 2023, kl. 12 / Frist for ansøgning".

var (
	timeOfDay  = regexp.MustCompile(`^[, ]*kl\.? ?\d{1,2}(?:[.:]\d\d)?[. ]*`)
	startsThen = regexp.MustCompile(`(?:træder i kraft|begynder|starter|projektstart|opstart|går i gang|starts|begins)`)
	endsThen   = regexp.MustCompile(`(?:ordningen|projektet|indsatsen|perioden|project|scheme) (?:slutter|afsluttes|ophører|er slut|ends)|projektafslutning|projektslut`)
	endsApply  = regexp.MustCompile(`^(?:sidste |endelig )?(?:ansøgnings|høring\w*)?frist(?:en)?(?: for| til|$)|^deadline|^puljen lukker|^sidste dag`)
)

// event is a day of a timeline with its words.
type event struct {
	day
	words span
}

// timeline is the days that begin a line, or fill one, with the words that belong to them.
func (d *document) timeline() (list []event) {
	for i, l := range d.lines {
		if l.joined || d.aside(l.from) || !startsWithDate(d.low[l.from:l.to]) {
			continue
		}
		all := d.days(l.span)
		if len(all) != 1 || all[0].from != l.from || all[0].year == 0 || all[0].month == 0 {
			continue
		}
		at := all[0].to
		at += len(timeOfDay.FindString(d.low[at:l.to]))
		rest := span{at, l.to}
		switch words := d.low[at:l.to]; {
		case strings.HasPrefix(words, ":"):
			rest.from = spaces(d.low, at+1)
		case len(l.cells) > 1:
			rest.from = l.cells[1].from
		case strings.TrimSpace(words) == "" && i+1 < len(d.lines) && len(d.lines[i+1].cells) == 1 && d.lines[i+1].to-d.lines[i+1].from < mostHeading:
			rest = d.lines[i+1].span
		default:
			continue
		}
		if rest.from < rest.to {
			list = append(list, event{all[0], rest})
		}
	}
	return list
}

// timelinePeriod is the project's period by the days on which it starts and ends; nothing where one of them is missing.
func (d *document) timelinePeriod() Field[Period] {
	var from, to event
	for _, e := range d.timeline() {
		words := d.low[e.words.from:e.words.to]
		switch {
		case from.year == 0 && startsThen.MatchString(words):
			from = e
		case from.year > 0 && from.before(e.day) && endsThen.MatchString(words):
			to = e
		}
	}
	around := span{from.from, to.words.to}
	if to.year == 0 || around.to-around.from > longestQuote {
		return Field[Period]{}
	}
	return says(d, Period{from.iso(), to.iso()}, "", around, from.span, 0.7)
}

// timelineDeadlines are its days by which one must apply or answer.
func (d *document) timelineDeadlines() (list []Field[string]) {
	for _, e := range d.timeline() {
		if e.exact() && endsApply.MatchString(d.low[e.words.from:e.words.to]) {
			list = append(list, says(d, e.iso(), d.words(e.words), span{e.from, max(e.to, e.words.to)}, e.span, 0.85))
		}
	}
	return list
}
