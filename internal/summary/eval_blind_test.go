package summary

import (
	"flag"
	"fmt"
	"slices"
	"testing"
)

var batchFlag = flag.String("batch", "", "print the differences of this batch of the blind texts (j, k …)")

// blindFloors are what the figures on the blind texts must not fall under. Each batch was written, with its gold, before
// the rules were run on it; docs/performance.md has what they got right at first sight.
var blindFloors = map[string]float64{
	"amounts": 0.99, "applied": 0.97, "total": 0.95, "period": 0.95, "deadlines": 0.98, "applicant": 0.96,
	"title": 0.92, "places": 0.88, "jobs": 0.90, "participants": 0.95, "construction": 0.93, "upskilling": 0.87,
}

// TestBlind is part of make eval-proposals: one column for each batch.
func TestBlind(t *testing.T) {
	all := examples(t, "blind")
	var batches []string
	for _, e := range all {
		if b := e.id[:1]; !slices.Contains(batches, b) {
			batches = append(batches, b)
		}
	}
	whole := score(t, nil, false)
	columns, head := []map[string]*tally{whole}, fmt.Sprintf("%-14s %9s", "F1, blind", fmt.Sprint("all ", len(all)/2))
	for _, b := range batches {
		list := slices.DeleteFunc(slices.Clone(all), func(e example) bool { return e.id[:1] != b })
		part := score(t, list, *batchFlag == b)
		for m, one := range part {
			whole[m].right, whole[m].wrong, whole[m].missed = whole[m].right+one.right, whole[m].wrong+one.wrong, whole[m].missed+one.missed
		}
		columns, head = append(columns, part), head+fmt.Sprintf(" %9s", fmt.Sprint(b, " ", len(list)/2))
	}
	if *evalFlag {
		fmt.Println(head)
	}
	for _, m := range metrics {
		row := fmt.Sprintf("%-14s", m)
		for _, c := range columns {
			row += fmt.Sprintf(" %9.3f", c[m].f1())
		}
		if *evalFlag {
			fmt.Println(row)
		}
		if got := columns[0][m].f1(); got < blindFloors[m] {
			t.Errorf("%s fell to %.3f, under %.2f", m, got, blindFloors[m])
		}
	}
	for _, e := range all {
		for _, w := range groundless(e.card(), e.text) {
			t.Errorf("%s: %s is not in the document", e.id, w)
		}
	}
}
