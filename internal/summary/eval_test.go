package summary

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samspil/internal/when"
)

var evalDay = when.MustISO("2026-11-23")

// gold is what people read out of a text.
type gold struct {
	Title        *string      `json:"title"`
	Applicant    *string      `json:"applicant"`
	Applied      *json.Number `json:"amount_applied_dkk"`
	Total        *json.Number `json:"total_budget_dkk"`
	Others       []any        `json:"other_amounts"`
	Period       []string     `json:"period"`
	Regions      []string     `json:"regions"`
	Jobs         []int        `json:"jobs"`
	Participants []int        `json:"participants"`
	Deadlines    []string     `json:"deadlines"`
	Construction bool         `json:"construction"`
	Upskilling   bool         `json:"upskilling"`

	dkkOnly bool // whoever wrote it left other currencies out
}

type example struct {
	id   string
	text string
	gold gold
}

// heldOut were left out of what the rules were developed on. One error in them was mended later: an amount applied for
// read out of 19.
var heldOut = []string{"04", "08", "13", "19", "25", "91"}

func examples(t *testing.T, folder string) []example {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if len(paths) == 0 {
		t.Fatal("no texts in testdata/" + folder)
	}
	var list []example
	for _, path := range paths {
		base := strings.TrimSuffix(path, ".txt")
		words, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(base + ".gold.json")
		if err != nil {
			t.Fatal(err)
		}
		var g struct {
			Gold    gold
			DKKOnly bool `json:"dkk_only"`
		}
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatal(path, err)
		}
		g.Gold.dkkOnly = g.DKKOnly
		list = append(list, example{filepath.Base(base), string(words), g.Gold}, example{filepath.Base(base) + " (no empty lines)", compact(string(words)), g.Gold})
	}
	return list
}

// compact leaves out empty lines, as the package document does.
func compact(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), "\n")
}

// tally counts what was found rightly, wrongly and not at all.
type tally struct{ right, wrong, missed int }

func (t tally) f1() float64 {
	if t.right+t.wrong+t.missed == 0 {
		return 1
	}
	return 2 * float64(t.right) / float64(2*t.right+t.wrong+t.missed)
}

func (t *tally) sets(got, want []string) (diff string) {
	got, want = distinct(got), distinct(want)
	for _, g := range got {
		if slices.Contains(want, g) {
			t.right++
		} else {
			t.wrong++
			diff += " +" + g
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.missed++
			diff += " -" + w
		}
	}
	return diff
}

func distinct(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// one counts a single value right when it is equal, or when both sides say nothing.
func (t *tally) one(got, want string, fuzzy bool) string {
	same := got == want
	if fuzzy {
		g, w := letterForm(got), letterForm(want)
		same = g == w || g != "" && w != "" && (strings.Contains(g, w) || strings.Contains(w, g))
	}
	if same {
		t.right++
		return ""
	}
	t.missed++
	t.wrong++
	return fmt.Sprintf(" %q≠%q", got, want)
}

func letterForm(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" -–,.\"'()«»“”", r) }), " ")
}

func amountsOf(c Card) []string {
	var list []string
	for _, f := range append(List[Amount]{c.Applied, c.Total}, c.Others...) {
		if f.Stated() {
			list = append(list, strings.TrimPrefix(f.Value.Currency+" "+f.Value.number(), "DKK "))
		}
	}
	return list
}

func (g gold) amounts() []string {
	var list []string
	for _, p := range []*json.Number{g.Applied, g.Total} {
		if p != nil {
			list = append(list, fmt.Sprint(*p))
		}
	}
	for _, o := range g.Others {
		switch o := o.(type) {
		case float64:
			list = append(list, Amount{Minor: int64(math.Round(o * 100))}.number())
		case string:
			if !strings.Contains(o, "(") {
				list = append(list, o)
			}
		}
	}
	return list
}

func amountOf(f Field[Amount]) string {
	if !f.Stated() {
		return ""
	}
	return f.Value.number()
}

func str[T any](p *T) string {
	if p == nil {
		return ""
	}
	return fmt.Sprint(*p)
}

func places(list []string) []string {
	var out []string
	for _, p := range list {
		p = strings.TrimSuffix(strings.TrimPrefix(p, "Region "), " Kommune")
		if p == "Copenhagen" {
			p = "København"
		}
		out = append(out, p)
	}
	return out
}

func ints(list []int) []string {
	var out []string
	for _, n := range list {
		out = append(out, fmt.Sprint(n))
	}
	return out
}
