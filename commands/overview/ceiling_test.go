package overview_test

import (
	"strings"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// boss is the person as an administrator.
func (d *desk) boss(who string) string {
	p := d.people[who]
	p.Role = crm.Administrator
	d.people["boss of "+who] = p
	return "boss of " + who
}

func TestAnAdministratorSetsTheRegionsCeiling(t *testing.T) {
	d := newDesk(t)
	d.wants(d.says("anna", "loft"), "Loft for kontakter med én virksomhed i en periode: 6. Ingen region har sat sit eget.", "loft region sjælland 4")
	boss := d.boss("lis")
	for line, want := range map[string]crm.Kind{"loft region nordjylland 4": crm.Forbidden, "loft sjælland": crm.Invalid, "loft sjælland 0": crm.Invalid, "loft sjælland 1001": crm.Invalid,
		"loft sjælland -4": crm.Invalid, "loft lolland 4": crm.Invalid, "ceiling 4": crm.Invalid} {
		if _, err := d.types(boss, line); !crm.IsKind(err, want) {
			t.Errorf("%s: %v", line, err)
		}
	}
	for _, who := range []string{"lis", d.boss("per")} { // a manager; an administrator of a private partner
		if _, err := d.types(who, "loft region sjælland 4"); !crm.IsKind(err, crm.Forbidden) {
			t.Errorf("%s: %v", who, err)
		}
	}
	d.wants(d.says(boss, "Loft region sjælland 4"), "Loftet i Region Sjælland er nu 4 kontakter")
	d.wants(d.says(boss, "ceiling østdanmark 9"), "Loftet i Region Østdanmark er nu 9 kontakter")
	d.wants(d.says("anna", "loft"), "Region Sjælland 4, ellers 6.")
	d.now = when.MustISO("2027-01-02").At(10, 0) // the region's successor has its own
	d.wants(d.says("anna", "loft"), "Region Østdanmark 9, ellers 6.")
	d.now = now
	d.wants(d.says(boss, "loft sjælland standard"), "I Region Sjælland gælder programmets eget loft igen: 6.")
	d.wants(d.says("anna", "loft"), "Ingen region har sat sit eget.")
}

// Each company is measured by the ceiling of its own region, wherever those asked about lie.
func TestTheListKeepsToEachRegionsCeiling(t *testing.T) {
	d := newDesk(t)
	lists := func(line string) string {
		reply, err := d.feature.Actions["lists"](ctx, d.request("anna", line))
		d.ok(err)
		return reply.Text
	}
	if said := lists("2026"); strings.Contains(said, "Kontaktet oftere") {
		t.Error(said)
	}
	d.ok(d.store.SetCeiling(ctx, crm.Entry{Now: now}, "1085", 1))
	d.ok(d.store.SetCeiling(ctx, crm.Entry{Now: now}, "1081", 3))
	for _, line := range []string{"2026", "lolland guldborgsund 2026", "østdanmark 2026"} {
		d.wants(lists(line), "Kontaktet oftere end loftet på 1 i perioden, Region Sjælland\n• ", "Region Nordjylland 3 og Region Sjælland 1, ellers 6.")
	}
	if said := lists("region nordjylland 2026"); strings.Contains(said, "loftet på 1") {
		t.Error(said)
	}
	// A company of a region without its own, and one of no municipality, are measured by the program's.
	d.ok(d.store.SaveCompanies(ctx, []crm.Company{{CVR: "99099999", Name: "Odense Kran", Key: "odense kran", Municipality: "461", Status: crm.CompanyActive},
		{CVR: "99099980", Name: "Ukendt Sted", Key: "ukendt sted", Status: crm.CompanyActive}}, now))
	for _, cvr := range []string{"99099999", "99099980"} {
		company, err := d.store.CompanyByCVR(ctx, cvr)
		d.ok(err)
		for day := range 7 {
			_, err := d.store.LogContact(ctx, crm.Entry{Person: d.people["anna"], Now: now}, crm.Contact{Company: company, Org: d.people["anna"].Org, Person: d.people["anna"],
				Status: crm.Done, Channel: crm.Phone, Date: when.MustISO("2026-11-01").AddDays(day), Source: "form"}, nil)
			d.ok(err)
		}
	}
	d.wants(lists("2026"), "Kontaktet oftere end loftet på 6 i perioden\n• Ukendt Sted, CVR 99099980: 1 aktør, 7 kontakter\n• Odense Kran")
	if said := lists("region sjælland 2026"); strings.Contains(said, "loftet på 6") {
		t.Error(said)
	}
}
