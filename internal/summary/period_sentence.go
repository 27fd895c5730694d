package summary

import (
	"regexp"
	"slices"
	"strings"
)

// Words in a sentence that tell whether a stretch of time is the project's.
var (
	projectTime = []string{"i perioden", "for perioden", "perioden er", "projektperiode", "in the period", "løber", "gennemføres", "løber fra", "project period", "forløber", "projektet", "project runs",
		"indsatsen", "tilskuddet skal", "bruges over", "*årigt", "*årig$", "two-year", "three-year", "four-year", "pengene", "gennemført", "skal bruges", "projekterne", "the project", "programme", "fra den", "program", "varer", "afvikles", "projektets", "begynde", "starte", "søger", "måneder", "months", "gælder", "aftalen", "bevillingsperiode", "forløb", "udmøntes", "hold$", "kursister", "deltagere", "løbetid"}
	otherTime = []string{"ledighed", "faldt", "steg", "stiget", "faldet", "var$", "blev", "statistik", "analyse", "evaluering", "møde", "høring", "høringsperiode", "strategi",
		"vækstplan", "tidligere", "sidste projekt", "fase", "unemployment", "åbent", "ferie", "budgetloft", "finanslov", "udstationer", "undersøgelse", "regnskab", "pilot", "gennemførte",
		"kunne", "forlig", "undervisning", "uddannet", "ansat", "konjunktur", "fremskriv", "prognose", "beskæftigelsen", "årsværk", "udviklingsstrategi", "programperiode"}
	ends = regexp.MustCompile(`(?:afslutte[ts]?|slutter|færdig|gennemført|afsluttes|ends|completed|anvendt|brugt|forbrugt|forlænget|løber|varer|fortsætter)[^.]{0,40}(?:senest|inden|til|by|frem til|until|med|på|den|in|i)[^.\d]{0,30}$`)
)

// pairIn is the period that a sentence states, with the weight of its being the project's.
func (d *document) pairIn(s span) pair {
	all := d.days(s)
	var best pair
	joined := false // to the day before
	for i := range all {
		p, ok := pair{}, false
		if i+1 < len(all) {
			if p, ok = d.join(all[i], all[i+1]); !ok {
				p, ok = d.yearsOf(all[i:])
			}
		}
		second := joined
		joined = ok
		if !ok && second {
			continue
		}
		if !ok {
			if p = d.onlyEnd(s, all[i]); p.weight == 0 {
				continue
			}
		}
		low := d.low[max(s.from, p.from-150):min(s.to, p.to+100)]
		p.weight += weightOf(low, projectTime, 1.2) - weightOf(low, otherTime, 1.5)
		if has(d.low[max(s.from, p.from-60):p.from], "i perioden", "perioden er", "projektperiode", "løber", "in the period") || overYears.MatchString(d.low[max(s.from, p.from-20):p.from]) {
			p.weight++
		}
		if f, _, _ := d.onLine(d.lines[d.lineAt(p.from)]); f == "deadline" || d.underDeadline(p.span) || has(d.low[max(s.from, p.from-60):p.from], "ansøgningsperiode", "åbent for ansøgninger") {
			continue
		}
		if ofProgramme.MatchString(d.low[max(s.from, p.from-40):p.from]) {
			continue
		}
		if history.MatchString(d.low[d.lines[d.lineAt(p.from)].from:s.to]) {
			continue
		}
		if d.opens(s, p.span) || d.closesTitle(p.span) {
			p.weight += 1.6
		}
		if has(d.low[max(s.from, p.from-14):p.from], "start:", "startdato", "periode:", "period:") {
			p.weight += 2
		}
		if all[i].day > 0 || all[i].month > 0 {
			p.weight += 0.6
		}
		if p.From != "" && len(p.From) == 10 && p.From[:7] == p.To[:min(7, len(p.To))] {
			p.weight -= 3 // a stretch within one month is a campaign, a hearing or a holiday
		}
		if p.weight > best.weight {
			best = p
		}
	}
	return best
}

var overYears = regexp.MustCompile(`(?:over|på|i|for) (?:\d|to|tre|fire|fem|two|three|four) (?:år|years),? ?\(?$`)

// ofProgramme is "Socialfondsprogrammet for" or "programperioden" before its years: the time of the fund's programme.
var ofProgramme = regexp.MustCompile(`(?:socialfonds?|regionalfonds?|landdistrikts|eu-|struktur\pL*)(?:program\pL*|en plus|en)?(?: for| i)?(?: perioden)? ?\(?$|programperiode\pL*(?: for| i)? ?\(?$`)

// opens reports a stretch of time that is all a line or a sentence says: "Tid: 9. august - 24. juni", "Fra 1. maj til …".
func (d *document) opens(s span, at span) bool {
	before := d.low[max(s.from, d.lines[d.lineAt(at.from)].from):at.from]
	return opening.MatchString(before)
}

// closesTitle reports the years at the end of the first line: "Flere lærlinge (2018-2020)".
func (d *document) closesTitle(at span) bool {
	first := d.lines[0]
	return at.from > first.from && at.to <= first.to && strings.TrimSpace(d.text[at.to:first.to]) == ")"
}

var opening = regexp.MustCompile(`^(?:[^:.\d]{2,40}[:\t] ?)?(?:fra |from |start |hele |skoleåret [\d/ ]+)?\(?(?:den |d\. )?$`)

// underDeadline reports a stretch of time below a label such as "Ansøgningsperiode".
func (d *document) underDeadline(s span) bool {
	return slices.ContainsFunc(d.with("deadline"), func(l labelled) bool { return l.value.from <= s.from && s.from < l.value.to })
}

// weightOf counts the words that stand in the sentence, two at most.
func weightOf(low string, words []string, each float64) float64 {
	n := 0.0
	for _, w := range words {
		if has(low, w) {
			if n += each; n >= 2*each {
				break
			}
		}
	}
	return n
}

// onlyEnd reads "skal være afsluttet senest den 31. december 2021".
func (d *document) onlyEnd(s span, at day) pair {
	if at.year == 0 || at.month == 0 || at.words || !ends.MatchString(d.low[max(s.from, at.from-110):at.from]) {
		return pair{}
	}
	return pair{Period{To: at.iso()}, at.span, 0.4}
}
