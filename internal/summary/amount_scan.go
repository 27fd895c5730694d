package summary

import (
	"regexp"
	"slices"
	"strings"

	"samspil/internal/text"
)

// sum is an amount found, with its place in the document.
type sum struct {
	span
	Amount
	row        span    // the label that a table, a form or the line above gives it
	column     span    // the heading of its column
	rows       span    // what the rows of its table are, by the heading over their labels: "Partner", "Ansøger"
	whole      bool    // the other cells of its row add up to it
	confidence float64 // that it is an amount at all
}

// notMoney are the words behind "3 mio." that count something else.
var notMoney = []string{"person", "mennesker", "dansker", "tons", "ton$", "m2", "m²", "kvadratmeter", "kubikmeter", "passager", "rejsende", "liter",
	"indbygger", "biler", "timer", "visninger", "år$", "arbejdsplads", "people", "tonnes", "jobs", "inhabitants", "euro", "km", "kwh", "besøg", "brugere",
	"borgere", "ansatte", "ledige", "virksomheder", "users", "workers", "visitors"}

// moneyGoesOn are words in e that may stand behind "3 mio." without naming what is counted.
var moneyGoesOn = []string{"danske", "ekstra", "endnu", "mindre", "større", "inklusive", "eksklusive", "næste", "første", "ligge", "skulle", "kunne", "ville", "fordele", "mere"}

// scanSums finds the amounts of a text that names its currency. base is added to the offsets.
func (d *document) scanSums(s span) []sum {
	low := d.low[s.from:s.to]
	var list []sum
	taken := 0 // the end of what the amounts so far are made of
	for i := 0; i < len(low); i++ {
		if low[i] < '0' || low[i] > '9' {
			continue
		}
		f, ok := figureAt(low, i)
		if ok && !letterBefore(low, i) && !partOfNumber(low, i) {
			if a, found := d.sumAt(low, f, taken); found {
				taken = a.to
				list = append(list, a)
				i = a.to - 1
				continue
			}
		}
		i = max(i, f.to-1)
	}
	list = append(list, d.spelled(low)...)
	list = d.shared(low, list)
	for i := range list {
		list[i].from, list[i].to = list[i].from+s.from, list[i].to+s.from
		list[i].Text = d.text[list[i].from:list[i].to]
	}
	return list
}

// partOfNumber reports whether the digits go on from something that is no amount: "17.46.41.50", "1/9 2015", "#12".
func partOfNumber(s string, i int) bool {
	if i == 0 {
		return false
	}
	c := s[i-1]
	return (c == '.' || c == ',' || c == '/' || c == '-' || c == ':') && i > 1 && s[i-2] >= '0' && s[i-2] <= '9' && c != '-' && c != '/' || c == '#' || c == '_'
}

// sumAt makes an amount of a figure with a currency before or behind it.
func (d *document) sumAt(low string, f figure, taken int) (sum, bool) {
	before, from := currencyBefore(low, f.from)
	behind, named := unitAt(low, f.to, "")
	if from < taken || from == f.from || before.currency == "NOK" && named && behind.currency != "NOK" { // "giver nok 400.000 kr."
		before, from = unit{}, f.from
	}
	if f.digits >= 1990 && f.digits <= 2060 && !f.groups && from == f.from && krAndNumber.MatchString(low[f.to:min(len(low), f.to+60)]) {
		return sum{}, false // "2019 kr. 6.450.000": the year of the amount
	}
	u, ok := unitAt(low, f.to, before.currency)
	if ok && before.times > 1 {
		u.times = before.times
	}
	confidence := 0.95
	if !ok {
		if u.times < 1e6 || d.lang != text.Danish || has(firstBytes(low[spaces(low, u.to):], 24), notMoney...) && startsWithAny(low[spaces(low, u.to):], notMoney) {
			return sum{}, false
		}
		if w, _ := word(low, spaces(low, u.to)); strings.HasSuffix(w, "e") && len(w) > 4 && !slices.Contains(moneyGoesOn, w) {
			return sum{}, false // "5 millioner grunde"
		}
		u.currency, confidence = "DKK", 0.6 // "124 mio. skal …"
	}
	f.minus = negative(low, from)
	minor, ok := f.times(u.times, separator(low, f), d.lang == text.English)
	if !ok || u.times == 1 && f.digits == 1000 && header(low, from, u.to) {
		return sum{}, false
	}
	if f.minus {
		from--
	}
	return sum{span: span{from, u.to}, Amount: Amount{Minor: minor, Currency: u.currency}, confidence: confidence}, true
}

// krAndNumber is a currency that belongs to the number behind it.
var krAndNumber = regexp.MustCompile(`^ +(?:kr\.?|dkk) ?\d{1,3}[.,\d]`)

// separator is the one between the figure's only two parts.
func separator(low string, f figure) byte {
	for i := f.from; i < f.to; i++ {
		if low[i] == ',' || low[i] == '.' {
			return low[i]
		}
	}
	return 0
}

// negative reports a minus sign straight before the amount; a dash between two numbers or before a space is none.
func negative(low string, from int) bool {
	if from == 0 || low[from-1] != '-' {
		return false
	}
	return from == 1 || low[from-2] == ' ' || low[from-2] == '(' || low[from-2] == '\t' || low[from-2] == '\n'
}

// header reports whether "1.000 kr." only says the unit of a table: "(1.000 kr.)", "i 1.000 kr.", "alle tal i 1000 kr".
func header(low string, from, to int) bool {
	w, _ := wordBefore(low, from)
	return w == "i" || w == "in" || from > 0 && low[from-1] == '(' && to < len(low) && strings.IndexByte("),;", low[to]) >= 0 || w == "hele"
}
