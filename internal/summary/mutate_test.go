package summary

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"samspil/internal/text"
)

// A mutation alters one thing of a true summary; ok is false where there is nothing of its kind.
type mutation struct {
	name  string
	alter func(r *rand.Rand, s string, lang text.Lang) (string, bool)
}

var mutations = []mutation{
	{"digit", func(r *rand.Rand, s string, _ text.Lang) (string, bool) {
		at := positions(s, func(c byte) bool { return c >= '0' && c <= '9' })
		if len(at) == 0 {
			return s, false
		}
		i := at[r.IntN(len(at))]
		return s[:i] + string('0'+(s[i]-'0'+byte(1+r.IntN(9)))%10) + s[i+1:], true
	}},
	{"month", func(r *rand.Rand, s string, lang text.Lang) (string, bool) {
		from := months12(lang)
		for _, k := range r.Perm(12) {
			if strings.Contains(s, " "+from[k]+" ") {
				return strings.Replace(s, " "+from[k]+" ", " "+from[(k+1+r.IntN(11))%12]+" ", 1), true
			}
		}
		return s, false
	}},
	{"unit", func(r *rand.Rand, s string, lang text.Lang) (string, bool) {
		pairs := [][2]string{{" mio.", " mia."}, {" mio.", " t."}, {" kr.", " euro"}, {"DKK ", "EUR "}, {" ledige", " virksomheder"}, {" arbejdspladser", " virksomheder"}, {" jobs", " companies"},
			{" deltagere", " arbejdspladser"}, {" virksomheder", " arbejdspladser"}, {" ufaglærte", " virksomheder"}, {" companies", " jobs"}, {" unge", " arbejdspladser"}, {"kr. ", "euro "}}
		for _, k := range r.Perm(len(pairs)) {
			if at := strings.Index(s, pairs[k][0]); at >= 0 && strings.ContainsAny(s[max(0, at-4):min(len(s), at+8)], "0123456789") {
				return s[:at] + pairs[k][1] + s[at+len(pairs[k][0]):], true
			}
		}
		return s, false
	}},
	{"name", func(r *rand.Rand, s string, _ text.Lang) (string, bool) {
		words := nameWords(s)
		if len(words) == 0 {
			return s, false
		}
		others := []string{"Ringkøbing", "Opdigtet", "Møllebjerg", "Kvistgaard", "Thorshavn", "Bækmark"}
		return strings.Replace(s, words[r.IntN(len(words))], others[r.IntN(len(others))], 1), true
	}},
	{"letter", func(r *rand.Rand, s string, _ text.Lang) (string, bool) {
		words := nameWords(s)
		if len(words) == 0 {
			return s, false
		}
		w := words[r.IntN(len(words))]
		i := 1 + r.IntN(2)
		return strings.Replace(s, w, w[:i]+"x"+w[i:], 1), true
	}},
}

func positions(s string, ok func(byte) bool) []int {
	var list []int
	for i := range len(s) {
		if ok(s[i]) {
			list = append(list, i)
		}
	}
	return list
}

func months12(lang text.Lang) []string {
	var list []string
	for _, m := range monthTexts {
		list = append(list, m.In(lang))
	}
	return list
}

// nameWords are the capitalised words of a summary that are neither its own words nor months.
func nameWords(s string) []string {
	var list []string
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, `.,:()»«“”"`)
		if len(w) > 4 && w[0] >= 'A' && w[0] <= 'Z' && !slices.Contains(openers, strings.ToLower(w)) && !slices.Contains(months12(text.English), w) && w != "Dokumentet" {
			list = append(list, w)
		}
	}
	return list
}

// A thousand altered summaries: the proof catches every one.
func TestMutatedSummaries(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	list := every(t)
	proofs := make([]func(Card) []Finding, len(list))
	cards := make([]Card, len(list))
	for i, e := range list {
		pages := []Page{{1, e.text}}
		cards[i] = e.card()
		extract, d := cards[i], read(pages)
		proofs[i] = func(c Card) []Finding { return check(c, extract, d) }
	}
	done, missed := map[string]int{}, 0
	for n := 0; n < 1000; {
		i, m, lang := r.IntN(len(list)), mutations[r.IntN(len(mutations))], []text.Lang{text.Danish, text.English}[r.IntN(2)]
		c := Card{SummaryDA: cards[i].SummaryDA}
		if lang == text.English {
			c = Card{SummaryEN: cards[i].SummaryEN}
		}
		altered, ok := m.alter(r, c.Summary(lang), lang)
		if !ok || altered == c.Summary(lang) {
			continue
		}
		if c.SummaryDA != "" {
			c.SummaryDA = altered
		} else {
			c.SummaryEN = altered
		}
		n++
		done[m.name]++
		if len(proofs[i](c)) == 0 {
			missed++
			t.Errorf("%s of %s is not caught: %s", m.name, list[i].id, altered)
		}
	}
	t.Logf("%d missed of %v", missed, done)
}
