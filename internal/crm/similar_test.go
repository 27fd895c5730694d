package crm

import (
	"slices"
	"testing"
)

func TestSimilar(t *testing.T) {
	p := Proposal{ID: 1, ApplicantKey: "lolland kommune", Construction: "femern", Marks: Marks{Regions: []string{"1085"}, Municipalities: []string{"360"},
		Trades: []string{"svejser"}, Partners: []string{"celf"}, Words: []string{"kompetencer", "femern", "byggeri"}}}
	for _, c := range []struct {
		name  string
		other Proposal
		why   []Likeness // nil: not alike
	}{
		{"itself", p, nil},
		{"nothing stated", Proposal{ID: 2}, nil},
		{"applicant", Proposal{ID: 2, ApplicantKey: "lolland kommune"}, []Likeness{SameApplicant}},
		{"construction", Proposal{ID: 2, Construction: "femern"}, []Likeness{SameConstruction}},
		{"municipality alone", Proposal{ID: 2, Marks: Marks{Municipalities: []string{"360"}, Regions: []string{"1085"}}}, nil},
		{"municipality and trade", Proposal{ID: 2, Marks: Marks{Municipalities: []string{"360"}, Regions: []string{"1085"}, Trades: []string{"svejser"}}}, []Likeness{SamePlaceTrade}},
		{"region and trade", Proposal{ID: 2, Marks: Marks{Municipalities: []string{"376"}, Regions: []string{"1085"}, Trades: []string{"svejser"}}}, []Likeness{SameRegionTrade}},
		{"title", Proposal{ID: 2, Marks: Marks{Words: []string{"femern", "kompetencer", "nye", "veje"}}}, []Likeness{SameTitle}},
		{"a word of the title", Proposal{ID: 2, Marks: Marks{Words: []string{"femern"}}}, nil},
		{"partner alone", Proposal{ID: 2, Marks: Marks{Partners: []string{"celf"}}}, nil},
	} {
		got := Similar(p, []Proposal{c.other}, 5)
		if len(got) == 0 && c.why == nil {
			continue
		}
		if len(got) != 1 || !slices.Equal(got[0].Why, c.why) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	list := []Proposal{{ID: 2, Construction: "femern"}, {ID: 3, Construction: "femern"}, {ID: 4, Construction: "femern", ApplicantKey: "lolland kommune"}}
	got := Similar(p, list, 2)
	if len(got) != 2 || got[0].ID != 4 || got[0].Points != 7 || got[1].ID != 3 {
		t.Errorf("order: %+v", got)
	}
}
