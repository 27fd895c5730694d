package proposal_test

import (
	"strings"
	"testing"

	"samspil/internal/directory"
	"samspil/internal/text"
)

// Where a person corrected the places, those are told and suggested that are there, and nobody of where it was read to be.
func TestCorrectedPlaces(t *testing.T) {
	d := newDesk(t, "mette")
	d.lang, d.channel = text.Danish, "CRBR"
	d.says("kanal") // of the employment council of Zealand
	d.is("lis")
	wants(t, d.says(bridge).Text, "Region: ikke oplyst\nKommune: Lolland", "Regionalt beskæftigelsesråd Sjælland")
	form := d.says("ret 1")
	values := entered(t, form)
	values["municipalities"] = "aalborg kommune"
	reply, err := d.submits(form, values)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "Kommune: Aalborg (rettet af", "læst i dokumentet: Lolland)", "Regionalt beskæftigelsesråd Nordjylland")
	if strings.Contains(reply.Text, "Sjælland") {
		t.Error("a body of the place that was wrong is suggested:\n" + reply.Text)
	}
	p, err := d.store.Proposal(ctx, 1)
	if err != nil || strings.Join(p.Marks.Regions, " ") != "1081" || strings.Join(p.Marks.Municipalities, " ") != "851" {
		t.Fatal(p.Marks, err)
	}
	form = d.says("ret 1")
	values = entered(t, form)
	values["regions"] = "9999"
	if reply, err := d.submits(form, values); err != nil || !strings.Contains(reply.Errors["regions"], "9999") {
		t.Error(reply.Errors, err)
	}
	values["regions"] = "1083"
	if reply, err = d.submits(form, values); err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "Region: Region Syddanmark (rettet af", "Regionalt beskæftigelsesråd Syddanmark")
	if again := entered(t, d.says("ret 1")); again["regions"] != "1083" || again["municipalities"] != "Aalborg" {
		t.Error(again)
	}
	// The region to come is one of its own, not the two it is made of; a municipality is there once.
	east, ok := directory.RegionNamed("Region Østdanmark")
	if !ok {
		t.Fatal("no Region Østdanmark")
	}
	form = d.says("ret 1")
	values = entered(t, form)
	values["regions"], values["municipalities"] = east.Code, "Rødby, Lolland, lolland"
	if reply, err = d.submits(form, values); err != nil || strings.Contains(reply.Text, "Lolland, Lolland") {
		t.Fatal(reply.Text, err)
	}
	form = d.says("ret 1")
	if values = entered(t, form); values["regions"] != east.Code || values["municipalities"] != "Lolland" {
		t.Error(values)
	}
	values["regions"], values["municipalities"] = "1083", "Aalborg"
	if _, err = d.submits(form, values); err != nil {
		t.Fatal(err)
	}
	reply = d.says("registrér 1")
	if len(d.sent()) != 0 || strings.Contains(reply.Text, "Sjælland") {
		t.Error("somebody of another region is told:\n" + reply.Text)
	}
}

// A construction project that was said beside the document stands on the card, with who said it.
func TestSaidConstruction(t *testing.T) {
	d := newDesk(t, "bo")
	reply, err := d.submits(d.says(""), map[string]string{"text": strings.Replace(bridge, " ved Femern-forbindelsen", "", 1), "idea": "2026-11-02", "construction": "Femern"})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "Construction project: Femern (corrected by Bo Krogsgård; read in the document: not stated)", "applies for") // and the summary
	if again := entered(t, d.says("edit 1")); again["construction"] != "Femern" {
		t.Error(again)
	}
}

// Said as it was read, it is no correction.
func TestSaidConstructionAsRead(t *testing.T) {
	d := newDesk(t, "bo")
	read := d.says(bridge)
	p, err := d.store.Proposal(ctx, 1)
	if err != nil || p.Construction == "" {
		t.Fatal(p.Construction, err, read.Text)
	}
	reply, err := d.submits(d.says(""), map[string]string{"text": bridge, "idea": "2026-11-02", "construction": p.Construction})
	if err != nil || strings.Contains(reply.Text, "corrected by") {
		t.Error(reply.Text, err)
	}
}

// A town leads to its municipality: there it is found, and those are told that are there.
func TestTownOnCard(t *testing.T) {
	d := newDesk(t, "bo")
	wants(t, d.says(strings.NewReplacer("Partnere: Lolland Kommune og Demo Byg A/S\n", "", "80 ledige i Lolland Kommune", "80 ledige i Rødby").Replace(bridge)).Text, "Municipality: Rødby (Lolland)", "Lolland Municipality")
	p, err := d.store.Proposal(ctx, 1)
	if err != nil || strings.Join(p.Marks.Municipalities, " ") != "360" || strings.Join(p.Marks.Regions, " ") != "1085" {
		t.Error(p.Marks, err)
	}
	if entered(t, d.says("edit 1"))["municipalities"] != "Lolland" {
		t.Error("the form does not have the municipality of the town")
	}
}
