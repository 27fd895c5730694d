package register

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// askedFor is a query of the development set: what somebody might write, and the CVR number they mean; "" where no
// company of the register is right.
type askedFor struct{ query, cvr, kind string }

// namedCompany is a line of a register.
type namedCompany struct{ cvr, name, town string }

// misspeller makes queries of names as people hear, type, remember and scan them. The same seed gives the same.
type misspeller struct {
	*rand.Rand
	list []namedCompany
	keys map[string]bool
}

func newMisspeller(list []namedCompany, seed uint64) *misspeller {
	m := &misspeller{rand.New(rand.NewPCG(seed, 7)), list, map[string]bool{}}
	for _, c := range list {
		m.keys[Fold(c.name)] = true
	}
	return m
}

// heard are letters that are written for one another when a name was only heard.
var heard = [][2]string{{"d", "t"}, {"b", "p"}, {"g", "k"}, {"kn", "n"}, {"hj", "j"}, {"hv", "v"}, {"æ", "e"}, {"å", "o"}, {"ø", "y"}, {"nd", "nn"}, {"ld", "ll"},
	{"c", "k"}, {"x", "ks"}, {"z", "s"}, {"ch", "sh"}, {"ph", "f"}, {"th", "t"}, {"w", "v"}, {"ei", "aj"}, {"ej", "aj"}, {"eu", "øj"}, {"øj", "oj"}, {"dt", "t"}, {"ie", "i"}, {"ou", "u"}}

var seen = [][2]string{{"rn", "m"}, {"m", "rn"}, {"l", "1"}, {"o", "0"}, {"i", "l"}, {"e", "c"}, {"ø", "o"}, {"å", "a"}, {"h", "b"}, {"u", "v"}, {"cl", "d"}, {"S", "5"}, {"æ", "ae"}}

var keyboard = []string{"qwertyuiopå", "asdfghjklæø", "zxcvbnm"}

var spoken = [][2]string{{"entreprenør", "entr."}, {"maskinfabrik", "maskinf."}, {"maskinstation", "maskinst."}, {"søndre", "sdr."}, {"nørre", "nr."}, {"københavn", "kbh."},
	{"ejendomsselskabet", "ejd."}, {"ejendomme", "ejd."}, {"holding", "hold."}, {"restaurant", "rest."}, {"service", "serv."}, {"transport", "transp."}, {"murermester", "murerm."},
	{"tømrer", "tømr."}, {"advokat", "adv."}, {"investeringsselskabet", "invest"}, {"andelsboligforeningen", "A/B"}, {"rådgivende", "rådg."}, {"gruppen", "gr."}, {"brødrene", "brdr."}}

// kinds are the ways of asking, each with how it changes a name.
func (m *misspeller) kinds() map[string]func(namedCompany) string {
	return map[string]func(namedCompany) string{
		"heard":      func(c namedCompany) string { return m.replace(m.bare(c), heard, 1+m.IntN(2)) },
		"seen":       func(c namedCompany) string { return m.replace(c.name, seen, 1+m.IntN(2)) },
		"keys":       func(c namedCompany) string { return m.slip(c.name, 1) },
		"keys twice": func(c namedCompany) string { return m.slip(m.slip(m.bare(c), 1), 1) },
		"dropped":    func(c namedCompany) string { return m.drop(m.bare(c)) },
		"doubled":    func(c namedCompany) string { return m.double(c.name) },
		"spoken":     func(c namedCompany) string { return m.shorten(m.bare(c)) },
		"wordy": func(c namedCompany) string {
			return m.pick("firmaet ", "virksomheden ", "hos ", "vist nok ") + m.bare(c)
		},
		"other form": func(c namedCompany) string { return m.bare(c) + m.pick(" aps", " a/s", " I/S", " ApS.") },
		"initials":   func(c namedCompany) string { return m.initials(m.bare(c)) },
		"merged":     func(c namedCompany) string { return m.merge(m.bare(c)) },
		"cut apart":  func(c namedCompany) string { return m.cut(m.bare(c)) },
		"place":      func(c namedCompany) string { return m.bare(c) + m.pick(" i ", ", ", " ") + m.town(c.town) },
		"wrong place": func(c namedCompany) string {
			return m.bare(c) + m.pick(" i ", ", ") + m.town(m.list[m.IntN(len(m.list))].town)
		},
		"first words": func(c namedCompany) string {
			w := strings.Fields(m.bare(c))
			return strings.Join(w[:min(len(w), max(2, len(w)-1))], " ")
		},
		"whole": func(c namedCompany) string { return strings.ToUpper(c.name) },
	}
}

// queries are n of each kind, and as many without a right answer as of two kinds.
func (m *misspeller) queries(n int) []askedFor {
	var all []askedFor
	kinds := m.kinds()
	var names []string
	for name := range kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, kind := range names {
		for made := 0; made < n; {
			c := m.list[m.IntN(len(m.list))]
			query := strings.TrimSpace(kinds[kind](c))
			if len(Words(Fold(query))) < 2 || query == c.name {
				continue
			}
			all = append(all, askedFor{query, c.cvr, kind})
			made++
		}
	}
	for made := 0; made < 2*n; {
		if query := m.invent(); query != "" {
			all = append(all, askedFor{query, "", "no-such"})
			made++
		}
	}
	return all
}

// invent gives a name like those of the register that is not in it, and not just one of them misspelt.
func (m *misspeller) invent() string {
	a, b := m.list[m.IntN(len(m.list))], m.list[m.IntN(len(m.list))]
	wa, wb := strings.Fields(a.name), strings.Fields(b.name)
	i, with := m.IntN(len(wa)), wb[m.IntN(len(wb))]
	switch m.IntN(3) {
	case 1:
		i, with = 0, m.compound(wa[0], wb[0])
	case 2:
		i, with = 0, m.compound(wb[0], wa[0])
	}
	old, fresh := Glue(Fold(wa[i])), Glue(Fold(with))
	if len(old) < 4 || len(fresh) < 4 || LegalForm("x "+wa[i]) != "" || LegalForm("x "+with) != "" ||
		likeness(old, fresh, letterMask(old), letterMask(fresh)) >= 70 {
		return ""
	}
	wa[i] = with
	name := strings.Join(wa, " ")
	if m.keys[Fold(name)] || len(Words(Fold(name))) < 2 {
		return ""
	}
	return name
}

func (m *misspeller) compound(a, b string) string {
	ra, rb := []rune(a), []rune(strings.ToLower(b))
	return string(ra[:min(len(ra), 3+m.IntN(4))]) + string(rb[max(0, len(rb)-3-m.IntN(4)):])
}

func (m *misspeller) pick(list ...string) string { return list[m.IntN(len(list))] }

func (m *misspeller) town(code string) string {
	for line := range strings.Lines(placesTSV) {
		if name, codes, _ := strings.Cut(strings.TrimSpace(line), "\t"); codes == code {
			return name
		}
	}
	return "Odense"
}

// bare is the name without form and owner, as people say it.
func (m *misspeller) bare(c namedCompany) string {
	name, _, _ := strings.Cut(c.name, " v/")
	var kept []string
	for _, w := range strings.Fields(name) {
		if LegalForm("x "+w) == "" {
			kept = append(kept, w)
		}
	}
	if m.IntN(2) == 0 {
		return strings.ToLower(strings.Join(kept, " "))
	}
	return strings.Join(kept, " ")
}

func (m *misspeller) replace(s string, pairs [][2]string, n int) string {
	for _, i := range m.Perm(len(pairs)) {
		from, to := pairs[i][0], pairs[i][1]
		if m.IntN(2) == 0 {
			from, to = to, from
		}
		if n > 0 && strings.Contains(s, from) {
			s = strings.Replace(s, from, to, 1)
			n--
		}
	}
	return s
}

// letter is the place of a random letter, not the first.
func (m *misspeller) letter(r []rune) int { return 1 + m.IntN(max(1, len(r)-1)) }

func (m *misspeller) slip(s string, n int) string {
	r := []rune(s)
	for range min(n, len(r)) {
		i := min(m.letter(r), len(r)-1)
		for _, row := range keyboard {
			keys := []rune(row)
			if at := slices.Index(keys, r[i]); at >= 0 {
				r[i] = keys[max(0, min(len(keys)-1, at+1-2*m.IntN(2)))]
				break
			}
		}
	}
	return string(r)
}

func (m *misspeller) drop(s string) string {
	r := []rune(s)
	if len(r) < 2 {
		return s
	}
	i := min(m.letter(r), len(r)-1)
	return string(slices.Delete(r, i, i+1))
}

func (m *misspeller) double(s string) string {
	r := []rune(s)
	if len(r) < 2 {
		return s
	}
	i := min(m.letter(r), len(r)-1)
	return string(slices.Insert(r, i, r[i]))
}

func (m *misspeller) shorten(s string) string {
	low := strings.ToLower(s)
	for _, p := range spoken {
		if strings.Contains(low, p[0]) {
			return strings.Replace(low, p[0], p[1], 1)
		}
	}
	words := strings.Fields(low)
	if len(words) == 0 {
		return s
	}
	i := m.IntN(len(words))
	if r := []rune(words[i]); len(r) > 6 {
		words[i] = string(r[:4]) + "."
	}
	return strings.Join(words, " ")
}

func (m *misspeller) initials(s string) string {
	words := strings.Fields(s)
	if len(words) > 2 {
		words[0] = string([]rune(words[0])[:1]) + "."
	}
	return strings.Join(words, " ")
}

func (m *misspeller) merge(s string) string {
	words := strings.Fields(s)
	if len(words) < 3 {
		return s
	}
	i := m.IntN(len(words) - 1)
	return strings.Join(words[:i+1], " ") + strings.Join(words[i+1:], " ")
}

func (m *misspeller) cut(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if r := []rune(w); len(r) > 8 {
			at := 4 + m.IntN(len(r)-7)
			words[i] = string(r[:at]) + " " + string(r[at:])
			break
		}
	}
	return strings.Join(words, " ")
}
