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

// The rules say nothing that the document does not say: the proof finds nothing in their cards.
func TestExtractIsProved(t *testing.T) {
	for _, e := range every(t) {
		pages := []Page{{1, e.text}}
		for _, f := range Check(Extract(pages, evalDay), pages) {
			t.Errorf("%s: %+v", e.id, f)
		}
	}
}
