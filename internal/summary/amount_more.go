package summary

import (
	"cmp"
	"slices"
	"strings"
)

// numberBefore reads the number that "og", "til", "eller" or a dash joins to the one at i.
func numberBefore(low string, i int) (figure, bool) {
	j := i
	for j > 0 && low[j-1] == ' ' {
		j--
	}
	joined := false
	switch {
	case j > 0 && low[j-1] == '-':
		j, joined = j-1, true
	default:
		w, at := wordBefore(low, j)
		joined = slices.Contains([]string{"og", "til", "eller", "to", "and", "or"}, w)
		j = at
	}
	for j > 0 && low[j-1] == ' ' {
		j--
	}
	from := j
	for from > 0 && strings.IndexByte("0123456789.,", low[from-1]) >= 0 {
		from--
	}
	if !joined || from == j || low[from] == '.' || low[from] == ',' || letterBefore(low, from) {
		return figure{}, false
	}
	f, ok := figureAt(low, from)
	return f, ok && f.to == j
}

// countedBefore reports whether the number is that of a project, a year, a paragraph …
func countedBefore(low string, i int) bool {
	w, _ := wordBefore(low, i)
	return slices.Contains([]string{"projekt", "hold", "nr", "fase", "side", "kapitel", "tema", "punkt", "bilag", "artikel", "etape", "runde", "uge", "år",
		"i", "siden", "ultimo", "primo", "medio", "phase", "page", "annex", "kl", "januar", "februar", "marts", "april", "maj", "juni", "juli", "august",
		"september", "oktober", "november", "december"}, w) || i > 0 && strings.HasSuffix(low[:i], "§ ")
}

func overlaps(list []sum, s span) bool {
	return slices.ContainsFunc(list, func(a sum) bool { return a.from < s.to && s.from < a.to })
}

func inOrder(list []sum) []sum {
	slices.SortStableFunc(list, func(a, b sum) int { return cmp.Compare(a.from, b.from) })
	return list
}

// numberWords are the numbers people spell out before "millioner", in halves.
var numberWords = map[string]int64{
	"en": 2, "én": 2, "et": 2, "to": 4, "tre": 6, "fire": 8, "fem": 10, "seks": 12, "syv": 14, "otte": 16, "ni": 18, "ti": 20, "elleve": 22,
	"tolv": 24, "femten": 30, "tyve": 40, "tredive": 60, "fyrre": 80, "halvtreds": 100, "hundrede": 200, "halvanden": 3, "fem hundrede": 1000,
	"one": 2, "two": 4, "three": 6, "four": 8, "five": 10, "six": 12, "seven": 14, "eight": 16, "nine": 18, "ten": 20, "eleven": 22, "twelve": 24,
	"fifteen": 30, "twenty": 40, "thirty": 60, "forty": 80, "fifty": 100, "half a": 1, "en halv": 1, "hundred": 200,
}

// spelled finds amounts in words: "tre millioner kroner", "en halv million", "halvanden million kr.", "to og en halv
// mio. kr.".
func (d *document) spelled(low string) []sum {
	var list []sum
	for _, stem := range []string{"million", "milliard", "billion", "mio", "mia", "tusind", "thousand"} {
		for at, end := find(low, stem, 0); at >= 0; at, end = find(low, stem, end) {
			w, to := word(low, at)
			times, known := multipliers[w]
			halves, from := halvesBefore(low, at)
			if !known || halves == 0 || from > 0 && low[from-1] == '(' { // a figure once more in words
				continue
			}
			cur, currencyEnd := currencyAt(low, spaces(low, dot(low, to)))
			confidence := 0.9
			if cur == "" {
				if times < 1e6 || startsWithAny(low[spaces(low, to):], notMoney) {
					continue
				}
				cur, currencyEnd, confidence = "DKK", to, 0.6
			}
			list = append(list, sum{span: span{from, currencyEnd}, Amount: Amount{Minor: halves * times * 50, Currency: cur}, confidence: confidence})
		}
	}
	return list
}

// halvesBefore reads the number word that ends before at.
func halvesBefore(low string, at int) (halves int64, from int) {
	w, from := wordBefore(low, at)
	before, start := wordBefore(low, from)
	switch {
	case w == "halv" && (before == "en" || before == "et"):
		og, next := wordBefore(low, start)
		if n, from := wordBefore(low, next); og == "og" && numberWords[n] > 0 {
			return numberWords[n] + 1, from
		}
		return 1, start
	case numberWords[before+" "+w] > 0:
		return numberWords[before+" "+w], start
	}
	return numberWords[w], from
}
