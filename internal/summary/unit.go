package summary

import "strings"

// multipliers are the words between a number and its currency.
var multipliers = map[string]int64{
	"t": 1e3, "tusind": 1e3, "tusinde": 1e3, "thousand": 1e3,
	"mio": 1e6, "mill": 1e6, "million": 1e6, "millioner": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6,
	"mia": 1e9, "milliard": 1e9, "milliarder": 1e9, "billion": 1e9, "bn": 1e9,
}

var currencies = map[string]string{
	"kr": "DKK", "kroner": "DKK", "krone": "DKK", "dkk": "DKK", "dkr": "DKK", "ddk": "DKK",
	"eur": "EUR", "euro": "EUR", "euros": "EUR", "usd": "USD", "sek": "SEK", "nok": "NOK", "gbp": "GBP", "dollars": "USD", "dollar": "USD",
}

// glued are words that hold both.
var glued = map[string]struct {
	times    int64
	currency string
}{
	"tkr": {1e3, "DKK"}, "kkr": {1e3, "DKK"}, "tdkk": {1e3, "DKK"}, "kdkk": {1e3, "DKK"}, "mkr": {1e6, "DKK"}, "mdkk": {1e6, "DKK"},
	"dkkm": {1e6, "DKK"}, "miokr": {1e6, "DKK"}, "teur": {1e3, "EUR"}, "keur": {1e3, "EUR"}, "meur": {1e6, "EUR"},
}

// unit is what stands behind a number, or before it.
type unit struct {
	times    int64
	currency string // "" when only "mio." is said
	to       int
}

// unitAt reads the unit behind a number that ends at i of s, which is in small letters. After a currency in front of
// the number only a multiplier is looked for.
func unitAt(s string, i int, currency string) (u unit, ok bool) {
	u = unit{1, currency, i}
	if strings.HasPrefix(s[i:], ",-") || strings.HasPrefix(s[i:], ".-") {
		i += 2
		for i < len(s) && s[i] == '-' {
			i++
		}
		u.to = i
	}
	at := spaces(s, i)
	w, end := word(s, at)
	if g, known := glued[w]; known && currency == "" {
		return unit{g.times, g.currency, dot(s, end)}, true
	}
	if times, known := multipliers[w]; known {
		next := spaces(s, dot(s, end))
		cur, to := currencyAt(s, next)
		switch {
		case cur != "" && currency == "":
			return unit{times, cur, to}, true
		case times >= 1e6 && w != "m" || currency != "" && times > 1:
			return unit{times, currency, dot(s, end)}, currency != ""
		}
	}
	if currency != "" {
		return u, true
	}
	cur, to := currencyAt(s, at)
	return unit{1, cur, to}, cur != ""
}

// currencyAt reads a currency; "danske" and "danish" may stand before it.
func currencyAt(s string, i int) (currency string, to int) {
	if sign, ok := strings.CutPrefix(s[i:], "€"); ok {
		return "EUR", len(s) - len(sign)
	}
	w, end := word(s, i)
	if w == "danske" || w == "danish" {
		w, end = word(s, spaces(s, end))
	}
	c := currencies[w]
	if c == "" {
		return "", i
	}
	return c, dot(s, end)
}

func dot(s string, i int) int {
	if i < len(s) && s[i] == '.' {
		return i + 1
	}
	return i
}

// currencyBefore reads the currency in front of the number that begins at i: "kr. 500.000", "DKK 4.2 million", "€ 5".
// from is where it begins.
func currencyBefore(s string, i int) (u unit, from int) {
	j := i
	for j > 0 && i-j < 3 && (s[j-1] == ' ' || s[j-1] == '.' || s[j-1] == ':') {
		j--
	}
	if strings.HasSuffix(s[:j], "€") {
		return unit{times: 1, currency: "EUR"}, j - len("€")
	}
	w, from := wordBefore(s, j)
	if g, known := glued[w]; known {
		return unit{g.times, g.currency, 0}, from
	}
	if c := currencies[w]; c != "" {
		if times, known := multipliers[firstOf(wordBefore(s, from))]; known && times >= 1e3 {
			return unit{}, i // the unit of the number before it
		}
		return unit{times: 1, currency: c}, from
	}
	return unit{}, i
}

func firstOf(w string, _ int) string { return w }
