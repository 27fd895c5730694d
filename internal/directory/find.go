package directory

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// Hit is the one organisation that typed words name.
type Hit struct {
	Org        crm.Org
	Exact      bool      // a whole name or alias was typed; false: a part that only this organisation has
	Historical bool      // it no longer existed that day
	Successors []crm.Org // who does its work that day, when it is historical; none where nobody took over
}

// Find reads the name of an organisation as people type it, on a day. Capitals, accents and æøå against ae, oe, aa
// do not matter, nor do words such as "sekretariatet". Organisations that exist that day go before those that do
// not. When the words fit several, ok is false and the second value holds them; when they fit none it is empty.
// hit.Exact is set in either case.
func Find(words string, on when.Date) (hit Hit, candidates []crm.Org, ok bool) {
	k := key(words)
	if k == "" {
		return Hit{}, nil, false
	}
	exact := index()[k]
	found := exact
	if len(found) == 0 {
		found = withWords(strings.Fields(k))
	}
	list := livingFirst(found, on)
	if len(list) != 1 {
		return Hit{Exact: len(exact) > 0}, list, false
	}
	hit = Hit{Org: list[0], Exact: len(exact) > 0, Historical: endedBefore(list[0], on)}
	if hit.Historical {
		hit.Successors = successors(hit.Org, on)
	}
	return hit, nil, true
}

func endedBefore(o crm.Org, d when.Date) bool { return !o.ValidTo.IsZero() && d.After(o.ValidTo) }

// livingFirst gives those that exist that day; all of them when none does.
func livingFirst(positions []int, on when.Date) []crm.Org {
	var all, living []crm.Org
	for _, i := range positions {
		o := load()[i]
		all = append(all, o)
		if o.ExistsOn(on) {
			living = append(living, o)
		}
	}
	if len(living) > 0 {
		return living
	}
	return all
}

// successors follows the chain to those that do the work that day: RAR Fyn came after Beskæftigelsesregion
// Syddanmark, and RBR Syddanmark after RAR Fyn.
func successors(o crm.Org, on when.Date) []crm.Org {
	var list []crm.Org
	for _, code := range o.Successors {
		next, _ := byCode(code)
		chain := []crm.Org{next}
		if endedBefore(next, on) {
			chain = successors(next, on)
		}
		for _, s := range chain {
			if !slices.ContainsFunc(list, func(have crm.Org) bool { return have.Code == s.Code }) {
				list = append(list, s)
			}
		}
	}
	return list
}

// names is everything the organisation is called.
func names(o crm.Org) []string { return append([]string{o.Code, o.NameDA, o.NameEN}, o.Aliases...) }

// keys holds the keys of every name, by position in Orgs.
var keys = sync.OnceValue(func() [][]string {
	out := make([][]string, len(load()))
	for i, o := range load() {
		for _, n := range names(o) {
			if k := key(n); !slices.Contains(out[i], k) {
				out[i] = append(out[i], k)
			}
		}
	}
	return out
})

// index holds the positions in Orgs by key.
var index = sync.OnceValue(func() map[string][]int {
	out := map[string][]int{}
	for i, list := range keys() {
		for _, k := range list {
			out[k] = append(out[k], i)
		}
	}
	return out
})

// minPart is the fewest letters that count as the beginning of a word.
const minPart = 3

// withWords gives the organisations of which one name has every word, or a word that begins with it.
func withWords(words []string) []int {
	var list []int
	for i, ks := range keys() {
		if slices.ContainsFunc(ks, func(k string) bool { return hasAll(strings.Fields(k), words) }) {
			list = append(list, i)
		}
	}
	return list
}

func hasAll(have, wanted []string) bool {
	for _, w := range wanted {
		fits := func(h string) bool { return h == w || len(w) >= minPart && strings.HasPrefix(h, w) }
		if !slices.ContainsFunc(have, fits) {
			return false
		}
	}
	return true
}

// letters brings the spellings of the Danish and neighbouring letters together: Køge, Koege, Koge; Århus, Aarhus.
var letters = strings.NewReplacer("æ", "ae", "ä", "ae", "ø", "o", "ö", "o", "oe", "o", "å", "a", "aa", "a", "é", "e", "ü", "u")

// sameWord maps a folded word to the one it stands for; "" drops a word that names nobody.
var sameWord = map[string]string{
	"jobcentre": "jobcenter", "jobcentret": "jobcenter", "jobcenteret": "jobcenter",
	"centre": "center", "centret": "center", "centeret": "center",
	"cph": "kobenhavn", "kbh": "kobenhavn", "copenhagen": "kobenhavn",
	"zealand": "sjaelland", "funen": "fyn",
	"og": "", "and": "", "det": "", "den": "", "the": "", "of": "", "i": "",
	"sekretariat": "", "sekretariatet": "", "secretariat": "",
}

// key is the form by which names are compared: small letters, one spelling, single spaces, no filling words.
func key(s string) string {
	s = letters.Replace(strings.ToLower(norm.NFC.String(s)))
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if same, ok := sameWord[w]; ok {
			w = same
		}
		switch last := len(out) - 1; {
		case w == "":
		case w == "center" && last >= 0 && out[last] == "job": // "job centre"
			out[last] = "jobcenter"
		default:
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}
