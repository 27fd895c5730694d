package summary

import (
	"slices"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/directory"
)

func TestTradesAreAllOfCRM(t *testing.T) {
	for _, trade := range crm.Trades {
		if !slices.ContainsFunc(tradeRows, func(row []string) bool { return row[0] == trade.Code }) {
			t.Errorf("trades.tsv lacks %s", trade.Code)
		}
	}
}

func TestTablesAreWhole(t *testing.T) {
	for name, table := range map[string]struct {
		text    string
		columns int
	}{"labels": {labelTable, 2}, "cues": {cueTable, 3}, "nouns": {nounTable, 2}, "trades": {tradeTable, 4}, "construction": {constructionTable, 3}, "funds": {fundTable, 2}, "actors": {actorTable, 5}} {
		for _, row := range rows(table.text) {
			if len(row) != table.columns {
				t.Errorf("%s.tsv: %q has %d columns, not %d", name, row[0], len(row), table.columns)
			}
			if low := strings.ToLower(row[len(row)-1]); name != "actors" && low != row[len(row)-1] {
				t.Errorf("%s.tsv: the words of %q are not in small letters", name, row[0])
			}
		}
	}
	for _, row := range rows(cueTable) {
		if _, ok := roleTexts[row[0]]; !ok {
			t.Errorf("cues.tsv: the role %q has no words", row[0])
		}
	}
}

// A word with two fields would belong to whichever row comes last.
func TestLabelsHaveOneField(t *testing.T) {
	seen := map[string]string{}
	for _, row := range rows(labelTable) {
		for _, w := range listed(row[1]) {
			if f, ok := seen[w]; ok && f != row[0] {
				t.Errorf("labels.tsv: %q is of %s and of %s", w, f, row[0])
			}
			seen[w] = row[0]
		}
	}
}

func TestActorTypesAreOfTheDirectory(t *testing.T) {
	for _, row := range actorRows {
		if row[2] == "" {
			continue
		}
		known := false
		for _, o := range directory.Orgs() {
			known = known || o.Type == row[2]
		}
		if !known {
			t.Errorf("actors.tsv: no organisation of the type %q", row[2])
		}
	}
}
