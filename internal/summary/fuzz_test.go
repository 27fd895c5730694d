package summary

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"samspil/internal/text"
	"samspil/internal/timing"
)

// Whatever the text, there is a card, its JSON is JSON, and it has no amount, date, number or quote that the document
// has not.
func FuzzExtract(f *testing.F) {
	for _, folder := range []string{"proposals", "invented"} {
		paths, _ := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
		for _, p := range paths {
			if b, err := os.ReadFile(p); err == nil {
				f.Add(string(b))
			}
		}
	}
	for _, s := range []string{"", "\n", "kr.", "12 mio", "Ansøger:", "I alt (kr.)\n1", "-€", "1.000 kr.", "0,5 mio. kr.", "i\u00a0alt 1\u00a0200\u00a0000 kr.", "A\u030arhus Kommune", "\xff\xfe", "Frist\n31.2.2020",
		"Projektperiode\n1/1 - 2/2 2020", "ﬁ ﬂ €€ 1'000 kr.", "Titel: \"", strings.Repeat("1.", 50) + " kr.", "»»«« Ansøgning: \"\"", "99999999999999999999 mia. kr."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		pages := []Page{{1, s}, {2, s}}
		c := Extract(pages, evalDay)
		for _, lang := range []text.Lang{text.Danish, text.English} {
			b, err := c.JSON(lang)
			if err != nil || !json.Valid(b) {
				t.Fatalf("no JSON: %v %s", err, b)
			}
			if !utf8.ValidString(c.Text(lang)) {
				t.Fatal("the card is not UTF-8")
			}
		}
		for _, x := range Check(c, pages) {
			if x.What != "role" && x.What != "name" { // garbage within a name can read like a statement of its own
				t.Errorf("not in the document: %+v", x)
			}
		}
	})
}

// slowTexts are shapes that are slow where the time is not linear.
func slowTexts() map[string]string {
	all := map[string]string{}
	for name, unit := range map[string]string{
		"amounts": "der ansøges om 1.234.567 kr. og ", "digits": "1 ", "names": "Fiktivt Center Og ", "dates": "1. maj 2014 til ", "labels": "Ansøger: X\n", "rows": "Løn\t1.000\t2.000\n",
		"places": "Lolland, ", "words": "og ", "one line": "projektet skal give 12 job ", "bullets": "• 12 ledige\n", "spaces": " ", "heads": "Budget (kr.)\n1.000\n", "quotes": "\"Projektet ", "million": "tre millioner kroner ",
		"brackets": "((((", "dots": "1.", "capital": "A", "ø": "ø", "tabs": "1\t", "deadline": "senest den 1. maj 2014 ", "and": "Jobcentrene i Lolland og ", "regions": "Region Sjælland ", "trigger": "når a ", "kr": "kr. 1 kr. ",
		"asides": "Bilag 1. Tidligere projekter\nA\n", "stacks": "Løn\n1.000\n2.000\n", "pairs": "Navn\n1.000\n", "towns": "Nykøbing Falster i Rødby ", "country": "dækker hele landet mangler ", "listed": "kommuner:\nLolland\nFaxe\n", "crumbs": "a / b / c / d\n",
	} {
		all[name] = strings.Repeat(unit, timing.Some(20_000)/len(unit))
	}
	return all
}

// At most 50 ms for 10,000 characters, here with twice as many and the slack of the race detector on a shared machine.
func TestTimeIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, s := range slowTexts() {
		const most = time.Second // a tenth would do, but for the race detector and a shared machine
		if took := timing.Best(most, func() { Extract([]Page{{1, s}}, evalDay) }); took > most {
			t.Errorf("%s: %v for %d bytes", name, took, len(s))
		} else {
			t.Logf("%-10s %v", name, took)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	words, err := os.ReadFile("testdata/proposals/90-syn-broen-til-job.txt")
	if err != nil {
		b.Fatal(err)
	}
	pages := []Page{{1, strings.Repeat(string(words), 4)}}
	b.SetBytes(int64(len(pages[0].Text)))
	for b.Loop() {
		Extract(pages, evalDay)
	}
}
