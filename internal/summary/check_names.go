package summary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samspil/internal/text"
)

// otherNumber is a number of the sentence, in figures or words, that the document does not have as a number of its own.
func (p *proof) otherNumber(d *document, s span, used []span) string {
	for i := s.from; i < s.to; i++ {
		if c := d.low[i]; c < '0' || c > '9' {
			continue
		}
		end := numberEnd(d.low, i)
		if at := (span{i, end}); !within(at, used) && !p.numbersOfOwn().knows(d.low, at) {
			return d.low[i:end]
		}
		i = end
	}
	return p.otherWord(d, s, used)
}

func numberEnd(s string, i int) int {
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || (s[i] == '.' || s[i] == ',') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9') {
		i++
	}
	return i
}

// openers are words that begin sentences about proposals and name nothing.
var openers = strings.Fields(`der det den de dokumentet frist projektet her i på til ansøgningen budgettet herudover desuden it the there is deadline document this project
	fristen perioden formålet målet kurserne deltagerne kommunen kommunerne foreningen midlerne støtten beløbet tilskuddet indsatsen hertil derudover
	samlet mindst omkring efter med når som også ledige unge virksomheder virksomhederne ansøgeren ansøger dertil heraf desuden dokumentet målgruppen
	funding grant participants applicant a around at least with when companies training upskilling total partners after
	applications in on an a its dkk eur for runs begins ends covers mentions total`)

// otherName is a capitalised word, or a run of them, that the document does not have in that order.
func (p *proof) otherName(d *document, s span, used []span) string {
	words := []byte(d.text[s.from:s.to])
	for _, u := range used {
		for i := u.from; i < u.to; i++ {
			words[i-s.from] = '|'
		}
	}
	for _, m := range nameRun.FindAllIndex(words, -1) {
		at := span{s.from + m[0], s.from + m[1]}
		name := d.words(at)
		if opener := firstWord(strings.ToLower(name)); at.from == s.from && slices.Contains(openers, opener) {
			name = strings.TrimSpace(name[len(firstWord(name)):])
		}
		if at.from == s.from && p.inflects(name) {
			continue
		}
		if name = strings.Trim(name, ".,:;() \"'"); name == "" || p.known(name, d.lang) {
			continue
		}
		return name
	}
	return ""
}

// leastStem is the fewest letters of a word that tell it from others.
const leastStem = 6

// inflects reports whether a single word that opens a sentence is another form of one of the document's.
func (p *proof) inflects(name string) bool {
	low := strings.ToLower(name)
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(low, e); ok && utf8.RuneCountInString(stem) >= leastStem && firstWord(stem) == stem && has(p.d.low, stem+"$") {
			return true
		}
	}
	return false
}

// known reports whether the document has the name, or each of its parts when small words join several names; the months
// and the currency of the sentence's own language are no names.
func (p *proof) known(name string, lang text.Lang) bool {
	if p.stands(name) || p.stands(strings.TrimSuffix(name, "s")) {
		return true
	}
	for _, part := range joining.Split(name, -1) {
		low := strings.ToLower(part)
		month := slices.ContainsFunc(monthTexts, func(t text.Text) bool { return strings.ToLower(t.In(lang)) == low })
		if part != "" && !month && low != "dkk" && low != "eur" && low != "i" && !p.stands(part) && strings.IndexFunc(part, unicode.IsLetter) >= 0 {
			return false
		}
	}
	return true
}
