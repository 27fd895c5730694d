package summary

import (
	"os"
	"testing"
)

func every(t *testing.T) []example {
	t.Helper()
	list := append(examples(t, "proposals"), examples(t, "invented")...)
	memo, err := os.ReadFile("testdata/memo.txt")
	if err != nil {
		t.Fatal(err)
	}
	return append(list, example{id: "memo", text: string(memo)})
}

// cards are those of the examples: several tests look at each, and none changes it.
var cards = map[string]Card{}

func (e example) card() Card {
	c, ok := cards[e.text]
	if !ok {
		c = Extract([]Page{{1, e.text}}, evalDay)
		cards[e.text] = c
	}
	return c
}

// The rules say nothing that the document does not say: the proof finds nothing in their cards.
func TestExtractIsProved(t *testing.T) {
	for _, e := range every(t) {
		pages := []Page{{1, e.text}}
		for _, f := range Check(e.card(), pages) {
			t.Errorf("%s: %+v", e.id, f)
		}
	}
}
