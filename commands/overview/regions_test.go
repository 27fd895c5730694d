package overview_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/when"
)

// crossing logs a contact on each of those days with a company in each of those municipalities.
func (d *desk) crossing(municipalities, days []string) {
	d.Helper()
	anna := d.people["anna"]
	for i, place := range municipalities {
		cvr := fmt.Sprintf("9908%04d", i)
		d.ok(d.store.SaveCompanies(ctx, []crm.Company{{CVR: cvr, Name: "Firma " + place, Key: "firma " + place, Municipality: place, Status: crm.CompanyActive}}, now))
		company, err := d.store.CompanyByCVR(ctx, cvr)
		d.ok(err)
		for _, day := range days {
			_, err := d.store.LogContact(ctx, crm.Entry{Person: anna, Now: d.now}, crm.Contact{Company: company, Org: anna.Org, Person: anna,
				Status: crm.Done, Channel: crm.Phone, Date: when.MustISO(day), Source: "form"}, nil)
			d.ok(err)
		}
	}
}

// Figures of 2026 and of 2027 can be rolled up by the regions there were and by those there are: the new region is its two
// predecessors, in both years and on both sides of the night between them.
func TestFiguresAcrossTheRegionChange(t *testing.T) {
	full := newDesk(t)
	d := full.empty()
	d.now = when.MustISO("2027-02-01").At(10, 0)
	// Lolland and Køge lie in Sjælland, København in Hovedstaden, Odense in neither.
	d.crossing([]string{"360", "259", "101", "461"}, []string{"2026-12-30", "2026-12-31", "2027-01-01"})
	const west, east, both = 4, 2, 6 // contacts of 2026: Sjælland, Hovedstaden, and together
	for line, want := range map[string]string{
		"region sjælland 2026":                                      fmt.Sprintf("Kontakter · %d · 0", west),
		"region hovedstaden 2026":                                   fmt.Sprintf("Kontakter · %d · 0", east),
		"region østdanmark 2026":                                    fmt.Sprintf("Kontakter · %d · 0", both),
		"region sjælland 2027 vs 2026":                              fmt.Sprintf("Kontakter · %d · %d", west/2, west),
		"region hovedstaden 2027 vs 2026":                           fmt.Sprintf("Kontakter · %d · %d", east/2, east),
		"region østdanmark 2027 vs 2026":                            fmt.Sprintf("Kontakter · %d · %d", both/2, both),
		"østdanmark 1.1.2027":                                       fmt.Sprintf("Kontakter · %d · %d", both/2, both/2),
		"østdanmark 30.12.2026-1.1.2027":                            fmt.Sprintf("Kontakter · %d · 0", both+both/2),
		"region sjælland og region hovedstaden 30.12.2026-1.1.2027": fmt.Sprintf("Kontakter · %d · 0", both+both/2),
		"østdanmark sjælland 30.12.2026-1.1.2027":                   fmt.Sprintf("Kontakter · %d · 0", both+both/2), // one lies in the other
		"region syddanmark 30.12.2026-1.1.2027":                     "Kontakter · 3 · 0",
		"jobcenter lolland 30.12.2026-1.1.2027":                     "Kontakter · 12 · 0",
		"lolland og københavn 30.12.2026-1.1.2027":                  "Kontakter · 6 · 0",
		"region østdanmark uge 53 2026 vs uge 52 2026":              fmt.Sprintf("Kontakter · %d · 0", both+both/2), // 1 January lies in week 53
	} {
		said := d.says("anna", line)
		d.wants(said, want)
		gone := strings.HasPrefix(line, "region sjælland 2027") || strings.HasPrefix(line, "region østdanmark 2026")
		if gone && !strings.Contains(said, "fandtes ikke i hele perioden") {
			t.Errorf("%s does not say that the region was not there:\n%s", line, said)
		}
	}
	// Nobody's municipality changes: by it the two years lie side by side.
	d.wants(d.says("anna", "østdanmark 2027 vs 2026"), "• København: 1 (2)", "• Køge: 1 (2)", "• Lolland: 1 (2)")
}

// Proposals are marked with the regions of their day: those of both schemes are found by either.
func TestProposalsAcrossTheRegionChange(t *testing.T) {
	d := newDesk(t).empty()
	d.now = when.MustISO("2027-02-01").At(10, 0)
	for _, p := range []struct {
		day   string
		marks crm.Marks
	}{
		{"2026-12-01", crm.Marks{Regions: []string{"1085"}}}, {"2026-12-02", crm.Marks{Regions: []string{"1084"}}},
		{"2027-01-04", crm.Marks{Regions: []string{directory.EastDenmark}}}, {"2027-01-05", crm.Marks{Municipalities: []string{"360"}, Regions: []string{"1085", directory.EastDenmark}}},
		{"2027-01-06", crm.Marks{Regions: []string{"1083"}}},
	} {
		e := crm.Entry{Person: d.people["lis"], Now: when.MustISO(p.day).At(10, 0)}
		_, err := d.store.AddProposal(ctx, e, crm.Proposal{Title: "Kran", Stage: crm.StageIdea, IdeaOn: when.DateOf(e.Now), Made: "person", Card: json.RawMessage(`{}`), Marks: p.marks}, nil)
		d.ok(err)
	}
	for line, want := range map[string]string{
		"østdanmark 2027 vs 2026": "Projektforslag · 4 · 2", "sjælland 2027 vs 2026": "Projektforslag · 2 · 1", "hovedstaden 2027 vs 2026": "Projektforslag · 1 · 1",
		"lolland 2027 vs 2026": "Projektforslag · 1 · 0", "jobcenter lolland 2027 vs 2026": "Projektforslag · 5 · 2",
	} {
		d.wants(d.says("lis", line), want)
	}
}
