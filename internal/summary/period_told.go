package summary

import "regexp"

var (
	begins = regexp.MustCompile(`(?:begynde[rs]?|begyndte|starte[rs]?|startede|går i gang|gik i gang|sat i gang|igangsat|(?:med )?start|opstart|igangsættes|sættes i gang|påbegyndes|gælder|løber|træder i kraft|projektstart|startende|starting|begins?|starts?|will start|runs?)[^.\d]{0,30}$`)
	stops  = regexp.MustCompile(`(?:slutter|afsluttet|fortsætter|afsluttes|afslutning|forlænget|slut|er færdige?t?|er slut|ophører|sidste hold|løber|varer|gælder|ends?|is completed|runs)[^.\d]{0,40}$`)
	begun  = regexp.MustCompile(`blev (?:igangsat|sat i gang|startet|påbegyndt)`)              // no time of something else
	itself = regexp.MustCompile(`^(?:da |siden )?(?:det|projektet|indsatsen|the project|it) `) // whose start a bare year tells
	lasts  = regexp.MustCompile(`(?:^|[^\pL])(?:varer|løber|over|varighed|lasts|runs for|kan opsiges|måneder|months|(?:to|tre|fire|\d)-?årigt?|(?:two|three|four)-year)(?:$|[^\pL])`)
)

// mostApart is how many bytes may lie between the sentence that tells the start and the one that tells the end.
const mostApart = 500

// told is the period that the sentences tell in two steps, "Hold 1 begynder den … Sidste hold er færdigt den …", or of
// which they tell the start and how long it lasts. Only the days that are stated are given.
func (d *document) told() Field[Period] {
	var from, to day
	var in span
	for _, s := range d.sents {
		if d.aside(s.from) || instructs(d.low[s.from:s.to]) || weightOf(begun.ReplaceAllString(d.low[s.from:s.to], ""), otherTime, 1) > 0 {
			continue
		}
		for _, at := range d.days(s) {
			before := d.low[max(s.from, at.from-60):at.from]
			switch {
			case at.year == 0:
			case from.year == 0 && (at.month > 0 || itself.MatchString(d.low[s.from:at.from]) && !at.words && !has(before, "til", "senest")) && begins.MatchString(before):
				from, in = at, s
				if lasts.MatchString(d.low[s.from:s.to]) && len(d.days(span{at.to, s.to})) == 0 {
					return says(d, Period{From: at.iso()}, "", s, at.span, 0.6)
				}
			case from.year > 0 && at.from-from.to < mostApart && from.before(at) && stops.MatchString(before):
				to = at
			case from.year == 0 && (has(before, "til og med", "forlænget til", "frem til", "i løbet af", "until") || has(d.low[at.from:at.to], "udgangen af", "end of")) && stops.MatchString(before):
				return says(d, Period{To: at.iso()}, "", s, at.span, 0.55)
			}
		}
		if to.year > 0 {
			around := span{in.from, to.to}
			if around.to-around.from > longestQuote {
				return Field[Period]{}
			}
			return says(d, Period{from.iso(), to.iso()}, "", around, span{from.from, to.to}, 0.6)
		}
	}
	if from.year > 0 && has(d.low[in.from:in.to], "projekt", "project", "indsatsen", "forløbet") {
		return says(d, Period{From: from.iso()}, "", in, from.span, 0.5)
	}
	return Field[Period]{}
}
