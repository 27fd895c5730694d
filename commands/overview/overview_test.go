package overview_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"samspil/commands"
	"samspil/commands/overview"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/directory"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)
)

type desk struct {
	*testing.T
	store   *store.Store
	feature commands.Feature
	people  map[string]crm.Person // by first name
	now     time.Time
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	st, _ := storetest.SQLite(t)
	if err := demo.Seed(ctx, st, now); err != nil {
		t.Fatal(err)
	}
	d := &desk{t, st, overview.New(st, byWords(st)), map[string]crm.Person{}, now}
	all, err := st.People(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		first, _, _ := strings.Cut(strings.ToLower(p.Name), " ")
		d.people[first] = p
	}
	return d
}

// byWords finds organisations by the directory, as the program does.
func byWords(st *store.Store) overview.Orgs {
	return func(ctx context.Context, words string, on when.Date, _ crm.Org) (crm.Org, bool) {
		hit, _, ok := directory.Find(words, on)
		if !ok {
			return crm.Org{}, false
		}
		if len(hit.Successors) == 1 {
			hit.Org = hit.Successors[0]
		}
		o, err := st.OrgByCode(ctx, hit.Org.Code)
		return o, err == nil
	}
}

func (d *desk) types(who, line string) (commands.Reply, error) {
	return d.feature.Handle(ctx, d.request(who, line))
}

// request is the line typed, or what a pressed button carries.
func (d *desk) request(who, line string) commands.Request {
	return commands.Request{Now: d.now, Person: d.people[who], Lang: text.Danish, Text: line, Value: line}
}

func (d *desk) says(who, line string) string {
	d.Helper()
	reply, err := d.types(who, line)
	if err != nil {
		d.Fatalf("%s: %v", line, err)
	}
	return reply.Text
}

func (d *desk) wants(said string, wants ...string) {
	d.Helper()
	for _, want := range wants {
		if !strings.Contains(said, want) {
			d.Errorf("lacks %q:\n%s", want, said)
		}
	}
}

func TestOwnMonthIsShownWithoutWords(t *testing.T) {
	d := newDesk(t)
	d.wants(d.says("anna", ""), "Overblik: Jobcenter Lolland", "november 2026 mod oktober 2026", "4 kontakter med 4 forskellige virksomheder", "Åbne opfølgninger")
}

func TestTheRegionIsTheSameMunicipalitiesInBothSchemes(t *testing.T) {
	d := newDesk(t)
	said := d.says("anna", "region sjælland sidste kvartal")
	d.wants(said, "Overblik: Region Sjælland", "Kontakter efter aktør", "skjult")
	if strings.Contains(said, "fandtes ikke") {
		t.Error(said)
	}
	d.wants(d.says("anna", "region østdanmark 2026"), "46 kommuner")
	d.now = when.MustISO("2027-02-01").At(10, 0)
	before := d.says("anna", "region sjælland 2026")
	d.wants(d.says("anna", "region sjælland 2027"), "Region Sjælland fandtes ikke i hele perioden", "17 kommuner")
	if strings.Contains(before, "fandtes ikke") {
		t.Error(before)
	}
	if said := d.says("anna", "region østdanmark 2027"); strings.Contains(said, "fandtes ikke") {
		t.Error(said)
	}
}

// The fund is a private partner: it sees nothing of the others, and they nothing of it.
func TestPrivatePartnersAreNotCountedForOutsiders(t *testing.T) {
	d := newDesk(t)
	for _, line := range []string{"region sjælland 2026", "lolland 2026"} {
		said := d.says("per", line)
		for _, name := range []string{"Jobcenter Lolland", "Erhvervshus", "Demoskolen"} {
			if strings.Contains(said, name) {
				t.Errorf("%s tells a private partner of %s:\n%s", line, name, said)
			}
		}
		if strings.Contains(d.says("anna", line), d.people["per"].Org.NameDA) {
			t.Errorf("%s tells of a private partner", line)
		}
	}
}

func TestWordsThatAreNotUnderstoodAreSaid(t *testing.T) {
	d := newDesk(t)
	for line, want := range map[string]string{
		"banan":                        "\"banan\"",
		"lolland banan 2026":           "\"banan\"",
		"2024 vs 2025 vs 2026":         "two periods",
		"2027":                         "only begins",
		"person Anna":                  "Only managers",
		strings.Repeat("lolland ", 50): "too long",
	} {
		if _, err := d.types("anna", line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: %v", line, err)
		}
	}
}

func TestManagersMayAskForTheirOwnColleagues(t *testing.T) {
	d := newDesk(t)
	d.wants(d.says("lis", "person Anna i år"), "Overblik: Anna Lindqvist")
	d.wants(d.says("anna", "mig i år"), "Overblik: Anna Lindqvist")
	if _, err := d.types("lis", "person Bo i år"); !crm.IsKind(err, crm.NotFound) {
		t.Error(err)
	}
}

func TestHomeIsForManagers(t *testing.T) {
	d := newDesk(t)
	home := func(who string) string {
		reply, err := d.feature.Home(ctx, commands.Request{Now: now, Person: d.people[who], Lang: text.Danish})
		if err != nil {
			t.Fatal(err)
		}
		return reply.Text
	}
	d.wants(home("lis"), "Månedens tal for Jobcenter Lolland", "2 opfølgninger er forfaldne")
	if said := home("anna"); said != "" {
		t.Error(said)
	}
}

func TestButtonsExplainListAndExport(t *testing.T) {
	d := newDesk(t)
	press := func(action string) commands.Reply {
		reply, err := d.feature.Actions[action](ctx, commands.Request{Now: now, Person: d.people["anna"], Lang: text.Danish, Value: "lolland 2026"})
		if err != nil {
			t.Fatal(action, err)
		}
		return reply
	}
	d.wants(press("explain").Text, "Kontaktgrad", "Det er ikke STAR's måling", "kun i hele måneder")
	d.wants(press("lists").Text, "Kontaktet af flest aktører", "Uden kontakt i 12 måneder")
	csv := press("csv").Files[0]
	if !strings.HasSuffix(csv.Name, ".csv") || !bytes.HasPrefix(csv.Data, []byte("\ufeffOpdeling;Hvad;Antal")) {
		t.Errorf("%s: %.80q", csv.Name, csv.Data)
	}
	d.wants(string(csv.Data), "Alt;Kontakter;15;0;", ";skjult\r\n")
	if xlsx := press("xlsx").Files[0]; !bytes.HasPrefix(xlsx.Data, []byte("PK")) {
		t.Errorf("%.20q", xlsx.Data)
	}
}

func TestTheContactRateNeedsADenominator(t *testing.T) {
	d := newDesk(t)
	if said := d.says("anna", "lolland 2026"); strings.Contains(said, "Kontaktgrad") {
		t.Error(said)
	}
	if err := d.store.SaveDenominator(ctx, "360", crm.Denominator{Companies: 1000, Year: 2026, Source: "prøve", AsOf: when.MustISO("2026-01-01")}); err != nil {
		t.Fatal(err)
	}
	d.wants(d.says("anna", "lolland 2026"), "Virksomheder med ansatte · 1.000 · –", "Kilde til virksomheder med ansatte i 2026: prøve, optalt 1. jan. 2026")
	csv, err := d.feature.Actions["csv"](ctx, d.request("anna", "lolland 2026"))
	d.ok(err)
	d.wants(string(csv.Files[0].Data), "Alt;Virksomheder med ansatte (Kilde til virksomheder med ansatte i 2026: prøve, optalt 1. jan. 2026);1000;;")
	said := d.says("anna", "guldborgsund lolland 2026")
	if strings.Contains(said, "Kontaktgrad") { // one of the two lacks it
		t.Error(said)
	}
	for _, c := range []struct {
		place, source string
		year          int
	}{{"376", "register", 2026}, {"360", "prøve", 2025}} {
		d.ok(d.store.SaveDenominator(ctx, c.place, crm.Denominator{Companies: 2000, Year: c.year, Source: c.source, AsOf: when.MustISO("2025-06-01")}))
	}
	d.wants(d.says("anna", "guldborgsund lolland 2026"), "Kilde til virksomheder med ansatte i 2026: register m.fl., ældste optælling 1. juni 2025")
	zealand, _ := directory.FindRegion("sjælland")
	for _, code := range zealand.Municipalities {
		d.ok(d.store.SaveDenominator(ctx, code, crm.Denominator{Companies: 100, Year: 2026, Source: "prøve", AsOf: when.MustISO("2026-01-01")}))
	}
	d.wants(d.says("anna", "region sjælland 2026"), "Virksomheder · 18 · 0", "Virksomheder med ansatte · 1.700 · –", "Kontaktgrad · 1,1 % · –")
	d.ok(d.store.SaveDenominator(ctx, "360", crm.Denominator{Companies: 1000, Year: 2026, Source: "prøve", AsOf: when.MustISO("2026-01-01")}))
	d.wants(d.says("anna", "lolland lolland 2026 vs 2025"), "1.000 · 2.000", "i 2026: prøve, optalt 1. jan. 2026", "i 2025: prøve, optalt 1. juni 2025")
}

// What a button carries asks the same again.
func TestAButtonAsksTheSameAgain(t *testing.T) {
	d := newDesk(t)
	for _, line := range []string{"region sjælland sidste kvartal", "lolland 2026 vs 2025", "opkvalificering uge 40-48", "", "i går"} {
		first, err := d.types("anna", line)
		if err != nil {
			t.Fatal(line, err)
		}
		var value string
		for _, block := range first.Blocks {
			if row, ok := block.(*slack.ActionBlock); ok {
				value = row.Elements.ElementSet[0].(*slack.ButtonBlockElement).Value
			}
		}
		if again := d.says("anna", value); again != first.Text {
			t.Errorf("%q, and again as %q:\n%s\n%s", line, value, first.Text, again)
		}
	}
}

func TestClaims(t *testing.T) {
	f := overview.New(nil, nil)
	for sentence, want := range map[string]float64{"hvordan går det i region sjælland?": 0.9, "how many joint visits did we do in Q3": 0.85, "besøg hos Køge Kran i går": 0} {
		if got := f.Claims(sentence); got != want {
			t.Errorf("%s: %v", sentence, got)
		}
	}
}
