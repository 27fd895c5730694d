package sentence

import (
	"slices"
	"strconv"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/when"
)

func (r *reader) today() when.Date { return when.DateOf(r.now) }

// vocabulary recognises channel, outcome, trade, headcount and purposes.
func (r *reader) vocabulary() {
	r.channel()
	r.outcome()
	r.purposes(r.trade())
}

// purpose adds a purpose once.
func (r *reader) purpose(p crm.Purpose) {
	if !slices.Contains(r.out.Purposes, p) {
		r.out.Purposes = append(r.out.Purposes, p)
	}
}

// trade finds the first trade that is needed and how many; at is its first token, -1 when none.
func (r *reader) trade() (at int) {
	for _, h := range hits(tradeWords, r.tokens) {
		if r.free(h.i, h.n) && r.isNeed(h.i, h.n) {
			r.out.Trade = h.code
			r.set(h.i, h.n, soft)
			r.headcountBefore(h.i)
			return h.i
		}
	}
	return -1
}

func (r *reader) purposes(tradeAt int) {
	if need, n := find(needWords, r.tokens); n > 0 && tradeAt > need {
		r.purpose("recruitment")
	}
	for _, h := range r.purposeHits() {
		if !r.free(h.i, h.n) {
			continue
		}
		r.set(h.i, h.n, soft)
		r.purpose(crm.Purpose(h.code))
		if peoplePurposes[h.code] && r.isNeed(h.i, h.n) {
			r.headcountBefore(h.i)
		}
	}
	for i := range r.tokens {
		if n := longestAt(headNouns, r.tokens, i); n > 0 && r.free(i, n) && r.isNeed(i, n) && r.headcountBefore(i) {
			r.set(i, n, soft)
		}
	}
}

// purposeHits is where the words name a purpose; it is looked for once, since every need asks.
func (r *reader) purposeHits() []hit {
	if r.purposed == nil {
		r.purposed = append([]hit{}, hits(purposeWords, r.tokens)...)
	}
	return r.purposed
}

var (
	// owned stand before people that the company has already, or lets go.
	owned = patterns("har", "har allerede", "have", "has", "med", "with", "fyre", "fyrer", "fyret", "afskedige", "afskediger", "opsige", "opsiger", "beskæftiger", "employ", "employs", "er", "are", "var", "havde", "had")
	// needPurposes in a clause say that the people in it are wanted.
	needPurposes = map[string]bool{"recruitment": true, "upskilling": true, "job_rotation": true, "sheltered_job": true,
		"adult_apprentice": true, "apprenticeship": true, "work_placement": true, "wage_subsidy": true, "flex_job": true}
)

// isNeed reports whether the people at token i are wanted by the company: the clause says that it needs somebody, or
// names a purpose of that kind, or says nothing but them ("2 smede"). "har 40 ansatte" and "de maler selv" do not.
func (r *reader) isNeed(i, n int) bool {
	from, to := r.clauseAt(i)
	if r.holds(needWords, from, i) {
		return true
	}
	count := i
	if i > from {
		if _, ok := r.countAt(i - 1); ok {
			count = i - 1
		}
	}
	if count > from && longestAt(owned, r.tokens, count-1) > 0 {
		return false
	}
	for _, h := range r.purposeHits() {
		if h.i >= from && h.i < to && needPurposes[h.code] {
			return true
		}
	}
	for k := from; k < to; k++ {
		counted := r.tokens[k].key != "" && strings.Trim(r.tokens[k].key, "0123456789") == ""
		if (k < i || k >= i+n) && r.plain(k) && !counted && longestAt(headNouns, r.tokens, k) == 0 {
			return false
		}
	}
	return count < i || count == from || r.marks[count-1] == taken || !fillers[r.tokens[count-1].key]
}

// headcountBefore takes the number that stands right before token i as the headcount, when there is none yet.
func (r *reader) headcountBefore(i int) bool {
	if i == 0 || r.out.Headcount > 0 || r.marks[i-1] != open {
		return false
	}
	count, ok := r.countAt(i - 1)
	if ok {
		r.out.Headcount = count
		r.set(i-1, 1, soft)
	}
	return ok
}

// countAt reads the headcount at token i: digits or a number word. "to" is two in Danish only, whose plurals do not
// end in s: "introduction to candidates".
func (r *reader) countAt(i int) (int, bool) {
	if i+1 < len(r.tokens) && r.tokens[i].key == "to" && (strings.HasSuffix(r.tokens[i+1].key, "s") || r.tokens[i+1].key == "people") {
		return 0, false
	}
	return count(r.tokens[i].key)
}

var numberWords = map[string]int{"en": 1, "et": 1, "a": 1, "an": 1, "one": 1, "to": 2, "two": 2, "tre": 3, "three": 3,
	"fire": 4, "four": 4, "fem": 5, "five": 5, "seks": 6, "six": 6, "syv": 7, "seven": 7, "otte": 8, "eight": 8,
	"ni": 9, "nine": 9, "ti": 10, "ten": 10, "elleve": 11, "eleven": 11, "tolv": 12, "twelve": 12}

// count reads digits or a number word.
func count(key string) (int, bool) {
	if n, ok := numberWords[key]; ok {
		return n, true
	}
	n, err := strconv.Atoi(key)
	return n, err == nil && n > 0 && n < 100_000
}
