package register

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"samspil/internal/crm"
)

// tally counts how queries were answered.
type tally struct {
	right, wrong          int // queries with and without an answer
	first, five           int // right name first, or among five
	same, sameRight       int // verdict Same, and those that are right
	falseSame, falseMaybe int // without an answer: Same, Likely
}

// count takes in the answer to one query. A company whose name has the same words counts as right for first and five,
// as in shared register tests: the query cannot tell them apart. Same must be the very company.
func (c *tally) count(q askedFor, key string, found []Candidate) {
	verdict := None
	if len(found) > 0 {
		verdict = found[0].Verdict
	}
	if q.cvr == "" {
		c.wrong++
		c.falseSame += int(one(verdict == Same))
		c.falseMaybe += int(one(verdict == Likely))
		return
	}
	c.right++
	for i, f := range found[:min(5, len(found))] {
		if f.Company.CVR == q.cvr || f.Company.Key == key {
			c.five++
			c.first += int(one(i == 0))
			break
		}
	}
	if verdict == Same {
		c.same++
		c.sameRight += int(one(found[0].Company.CVR == q.cvr))
	}
}

func share(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

func (c *tally) String() string {
	f := func(v float64) string { return strconv.FormatFloat(v, 'f', 3, 64) }
	return "R@1 " + f(share(c.first, c.right)) + "  R@5 " + f(share(c.five, c.right)) + "  same: precision " + f(share(c.sameRight, c.same+c.falseSame)) +
		", given " + f(share(c.sameRight, c.right)) + "; without answer: same " + f(share(c.falseSame, c.wrong)) + ", likely " + f(share(c.falseMaybe, c.wrong))
}

// asNamed are the companies as the misspeller takes them.
func asNamed(list []crm.Company) (named []namedCompany) {
	for _, c := range list {
		named = append(named, namedCompany{c.CVR, c.Name, c.Municipality})
	}
	return named
}

// answers asks all queries.
func answers(t testing.TB, s *Search, list Companies, queries []askedFor) (all tally, kinds map[string]*tally) {
	t.Helper()
	kinds = map[string]*tally{}
	for _, q := range queries {
		found, err := s.Match(t.Context(), q.query, Evidence{}, 5, nil)
		if err != nil {
			t.Fatal(err)
		}
		key := ""
		if i, ok := list.at(q.cvr); ok {
			key = list[i].Key
		}
		if kinds[q.kind] == nil {
			kinds[q.kind] = new(tally)
		}
		all.count(q, key, found)
		if len(found) > 0 && found[0].Verdict == Same && found[0].Company.CVR != q.cvr {
			t.Logf("%s: %q is not %q", q.kind, q.query, found[0].Company.Name)
		}
		kinds[q.kind].count(q, key, found)
	}
	return all, kinds
}

// TestFindsWhatIsMisspelt holds the search to what it can do on three thousand names of a made-up register.
func TestFindsWhatIsMisspelt(t *testing.T) {
	list, err := ReadCompanies(t.Context(), "testdata/names.csv.gz")
	if err != nil {
		t.Fatal(err)
	}
	each := 60
	if testing.Short() {
		each = 15
	}
	all, kinds := answers(t, started(t, list, ""), list, newMisspeller(asNamed(list), 41).queries(each))
	t.Log(all.String())
	for kind, k := range kinds {
		if k.right > 0 && share(k.five, k.right) < 0.85 {
			t.Errorf("%s: %s", kind, k)
		}
	}
	if share(all.first, all.right) < 0.96 || share(all.five, all.right) < 0.98 {
		t.Error("too few are found")
	}
	if share(all.sameRight, all.same+all.falseSame) < 0.985 || share(all.falseSame, all.wrong) > 0.01 {
		t.Error("Same is given too lightly")
	}
	if share(all.sameRight, all.right) < 0.5 {
		t.Error("Same is given too seldom")
	}
}

func TestMisspellerIsDeterministic(t *testing.T) {
	list := asNamed([]crm.Company(newShelf("Køge Kran ApS", "Jensen Byg & Tømrer A/S", "Brødrene Schmidt Maskinfabrik ApS", "Nordlund Transport v/Ida Bak")))
	var once []string
	for range 2 {
		var lines []string
		for _, q := range newMisspeller(list, 3).queries(3) {
			lines = append(lines, q.query+"|"+q.cvr+"|"+q.kind)
		}
		if once != nil && strings.Join(once, "\n") != strings.Join(lines, "\n") {
			t.Error("two runs differ")
		}
		once = lines
	}
}

func FuzzSearch(f *testing.F) {
	list, err := ReadCompanies(f.Context(), "testdata/names.csv.gz")
	if err != nil {
		f.Fatal(err)
	}
	b := newIndexer()
	for _, c := range list {
		b.add(c)
	}
	x, mem := b.index(), new(scratch)
	for _, s := range []string{"", "køge kran", "A/S", "v/", "\xff\xfe", "a a a a a a a a a a a a", "1 2 3 4", "ejd.selsk. holst i køge", strings.Repeat("å", 5000), "ﷺ ﷺ", "\x00"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, text string, typing bool) {
		q := x.ask(text, Evidence{Place: text}, typing)
		hits := x.hits(x.rank(&q, mem), mostHits, nil)
		decide(hits, &q)
		for i, h := range hits {
			if h.chance < 0 || h.chance > 1 || i > 0 && h.verdict == Same || h.score > hits[0].score {
				t.Fatalf("%q: hit %d has chance %f, verdict %d, score %f", text, i, h.chance, h.verdict, h.score)
			}
		}
		if slices.ContainsFunc(mem.acc[:], func(n uint16) bool { return n != 0 }) {
			t.Fatalf("%q leaves a score behind", text)
		}
	})
}
