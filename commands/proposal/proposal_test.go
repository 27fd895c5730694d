package proposal_test

import (
	"strings"
	"testing"

	"samspil/commands"
	"samspil/commands/proposal"
	"samspil/internal/crm"
	"samspil/internal/text"
)

func TestDraft(t *testing.T) {
	d := newDesk(t, "bo")
	reply := d.says(bridge)
	wants(t, reply.Text, "The draft is saved as no. 1. Only Business Hub Zealand can see it", "Hænder til broen", "Applicant: Fiktiv Teknisk Skole",
		"Amount applied for: DKK 1,500,000", "Total budget: DKK 3,000,000", "Period: 1 Jan 2027 – 31 Dec 2028", "Municipality: Lolland",
		"Applicant: “Ansøger: Fiktiv Teknisk Skole” (page 1)", "Jobs: not stated", "Is upskilling thought in: yes", "Suggestions for who could be heard:", "fixed rules")
	if got := buttons(t, reply); got != "proposal.register proposal.edit proposal.comment" {
		t.Error(got)
	}
	d.lang = text.Danish
	reply = d.says("vis 1")
	wants(t, reply.Text, "kladde", "Ansøger: Fiktiv Teknisk Skole", "Job: ikke oplyst", "kun I kan se det")
}

func TestDraftOnce(t *testing.T) {
	d := newDesk(t, "bo")
	for range 2 {
		req := d.request()
		req.Text, req.Delivery = bridge, "T1/1"
		if _, err := d.feature.Handle(ctx, req); err != nil {
			t.Fatal(err)
		}
	}
	d.refused("show 2", crm.NotFound)
}

func TestFiles(t *testing.T) {
	d := newDesk(t, "bo")
	req := d.request()
	req.Files = []commands.File{{ID: bridge, Name: "bro.pdf"}, {ID: "x", Name: "alt.zip"}}
	reply, err := d.feature.Handle(ctx, req) // as in a direct message
	if err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, `The file "alt.zip" was not read: an archive`, "Hænder til broen")
	req.Action, req.Text = "summarise", bridge
	if reply, err = d.feature.Actions["summarise"](ctx, req); err != nil || !strings.Contains(reply.Text, "saved as no. 2") {
		t.Error(err, reply.Text)
	}
	reply = d.says("")
	if wrong, err := d.submits(reply, nil); err != nil || wrong.Errors["text"] == "" {
		t.Error(err, wrong)
	}
	if wrong, err := d.submits(reply, map[string]string{"text": bridge, "idea": "2026-12-24"}); err != nil || wrong.Errors["idea"] == "" {
		t.Error(err, wrong)
	}
	reply, err = d.submits(reply, map[string]string{"text": bridge, "idea": "2026-11-02", "construction": "Storstrømsbroen"})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "idea from 2 Nov 2026", "#1 Hænder til broen", "same applicant")
}

// What stands inside another field of the card has a field of its own in the form.
func TestCorrectInside(t *testing.T) {
	d := newDesk(t, "bo")
	d.says(bridge + "\nKontaktperson: Ida Prøve, ida@example.dk\nAntal virksomheder: 12")
	values := entered(t, d.says("edit 1"))
	if values["contact"] != "Ida Prøve, ida@example.dk" || values["companies"] != "12" || values["employment"] != "yes" {
		t.Error(values)
	}
}

func TestCorrect(t *testing.T) {
	d := newDesk(t, "bo")
	d.says(bridge)
	form := d.says("edit 1")
	values := entered(t, form)
	if values["applied"] != "1500000" || values["from"] != "2027-01-01" || values["municipalities"] != "Lolland" {
		t.Fatal(values)
	}
	if values["upskilling"] != "yes" || values["trades"] != "svejser" {
		t.Fatal(values)
	}
	for field, wrong := range map[string]string{"trades": "trylleri", "title": "", "applied": "-5", "municipalities": "Atlantis", "participants": "mange", "to": "2026-01-01"} {
		bad := entered(t, form)
		bad[field] = wrong
		if reply, err := d.submits(form, bad); err != nil || reply.Errors[field] == "" {
			t.Error(field, err, reply.Text)
		}
	}
	values["applied"], values["applicant"] = "1750000", ""
	values["participants"], values["contact"], values["funds"] = "45, 1200", "Nina Prøve, tlf. 54 00 00 00", "Regionalfonden"
	values["trades"], values["employment"] = "smed"+chosenEnd+"svejser", "no"
	reply, err := d.submits(form, values)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "DKK 1,750,000 (corrected by Bo Krogsgård; read in the document: DKK 1,500,000)",
		"Applicant: not stated (corrected by Bo Krogsgård; read in the document: Fiktiv Teknisk Skole)")
	wants(t, reply.Text, "Participants: 45, 1,200 (corrected by", "Contact: Nina Prøve, tlf. 54 00 00 00 (corrected by", "Funding from: Regionalfonden (corrected by")
	wants(t, reply.Text, "Trades and skills: smith, welder (corrected by Bo Krogsgård; read in the document: welder)",
		"Are employment considerations thought in: nothing was found about it (corrected by Bo Krogsgård; read in the document: yes, it is mentioned)")
	again := entered(t, d.says("edit 1"))
	if again["participants"] != "45, 1200" || again["funds"] != "Regionalfonden" || again["trades"] != "smed"+chosenEnd+"svejser" || again["employment"] != "no" {
		t.Error(again)
	}
	delete(again, "trades") // a form that was opened before there was such a field
	delete(again, "upskilling")
	again["total"] = "3100000"
	if reply, err = d.submits(d.says("edit 1"), again); err != nil {
		t.Fatal(err)
	}
	wants(t, reply.Text, "smith, welder (corrected", "Is upskilling thought in: yes, it is mentioned\n")
	if strings.Count(reply.Text, "corrected by") != 8 {
		t.Error("what was not changed is not a correction:\n" + reply.Text)
	}
	// The form was opened before that.
	if _, err := d.submits(form, values); !crm.IsKind(err, crm.Conflict) || !strings.Contains(err.Error(), "Bo Krogsgård changed proposal no. 1") {
		t.Error(err)
	}
}

func TestEarlyNotice(t *testing.T) {
	d := newDesk(t, "mette") // of the employment council, with the right to choose its channel
	d.lang, d.channel = text.Danish, "CRBR"
	wants(t, d.says("kanal").Text, "bliver nu orienteret og hørt")
	d.is("bo")
	d.lang = text.English
	form := d.says("")
	if _, err := d.submits(form, map[string]string{"text": bridge, "idea": "2026-11-02"}); err != nil {
		t.Fatal(err)
	}
	d.says(bridge)
	if reply, err := d.types("register 1"); err != nil {
		t.Fatal(err)
	} else {
		wants(t, reply.Text, "is registered", "Told now: Regional Employment Council Zealand. It is 21 days", "tell them yourself: Demo School VEU Zealand", "21 days from idea to notice")
		if got := buttons(t, reply); !strings.HasPrefix(got, "proposal.edit ") { // a caseworker starts no consultation
			t.Error(got)
		}
	}
	sent := d.sent()
	if len(sent) != 1 || sent[0].Channel != "CRBR" || sent[0].Lang != text.Danish {
		t.Fatalf("%+v", sent)
	}
	wants(t, sent[0].Text, "Tidlig orientering: projektforslag nr. 1", "Erhvervshus Sjælland (Bo Krogsgård)", "21 dage efter", "Ansøgt beløb: 1.500.000 kr.")
	if strings.Contains(sent[0].Text, "#2") {
		t.Error("a draft of another organisation is named in a notice")
	}
	d.refused("register 1", crm.Conflict)
	d.is("mette")
	wants(t, d.says("show 1").Text, "told: Regional Employment Council Zealand")

	d.is("bo")
	form = d.says("edit 1")
	values := entered(t, form)
	values["applied"] = "1750000"
	if _, err := d.submits(form, values); err != nil {
		t.Fatal(err)
	}
	sent = d.sent()
	if len(sent) != 2 || sent[0].Key == "" || sent[1].Key != sent[0].Key || sent[1].Channel != "CRBR" {
		t.Fatalf("the notice is changed where it stands: %+v", sent)
	}
	wants(t, sent[1].Text, "Ansøgt beløb: 1.750.000 kr.", "Rettet", "af Bo Krogsgård")
	if _, err := d.submits(form, values); !crm.IsKind(err, crm.Conflict) {
		t.Fatal(err)
	}
	if n := len(d.sent()); n != 2 {
		t.Error("a correction that was too late told of itself", n)
	}
}

func TestDecideAndStage(t *testing.T) {
	d := newDesk(t, "lis")
	d.says(bridge)
	wants(t, d.refused("stage 1 recommendation", crm.Invalid), "only before it is registered")
	if got := buttons(t, d.says("register 1")); !strings.HasPrefix(got, "consultation.start ") {
		t.Error(got)
	}
	wants(t, d.says("fase 1 indstilling").Text, "now stands as: recommendation")
	wants(t, d.refused("stage 1 decided", crm.Invalid), "You can choose")
	wants(t, d.refused("decide 1", crm.Invalid), "approved, approved with comments, rejected or withdrawn")
	d.refused("decide 1 godkendtnæsten", crm.Invalid)
	d.is("anna") // a caseworker of the same organisation
	d.refused("decide 1 approved", crm.Forbidden)
	d.is("lis")
	wants(t, d.says("afgør 1 godkendt med bemærkninger: husk lærlinge").Text, "decided: approved with comments")
	wants(t, d.says("show 1").Text, "approved with comments on 23 Nov 2026", "husk lærlinge")
	d.refused("afgør 1 godkendt med bemærkninger", crm.Conflict)
	wants(t, d.refused("stage 1 recommendation", crm.Conflict), "approved with comments")
	wants(t, d.says("stage 1 running").Text, "now stands as: running", "running (approved with comments)")
	later := button(t, d.says("decide 1 rejected: another board"), "proposal.undo")
	wants(t, d.says("show 1").Text, "rejected on 23 Nov 2026")
	wants(t, d.refused("stage 1 running", crm.Conflict), "not approved")
	req := d.request()
	req.Action, req.Value = "undo", later
	undone, err := d.feature.Actions["undo"](ctx, req)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, undone.Text, "stands again as: running (approved with comments)", "still stands as a comment")
	wants(t, d.says("show 1").Text, "another board")
}

// Nobody decides what nobody knows.
func TestDecideDraft(t *testing.T) {
	d := newDesk(t, "lis")
	d.says(bridge)
	wants(t, d.refused("decide 1 approved", crm.Conflict), "still a draft")
	wants(t, d.refused("stage 1 running", crm.Invalid), "only before it is registered")
}

// Without a title the first sentence that says something stands for it, and what was read is suggested and summed up.
func TestTitleless(t *testing.T) {
	d := newDesk(t, "bo")
	wants(t, d.says("Ansøgning\nAnsøger: Test ApS\nVi søger 100.000 kr. til kurser for 20 ledige i Vordingborg Kommune. Egenfinansieringen er 40.000 kr.").Text,
		"Vi søger 100.000 kr. til kurser for 20 ledige i Vordingborg Kommune\n", "Test ApS applies for DKK 100,000.", "Vordingborg Municipality",
		"Other amounts: DKK 40,000 (own contribution)")
	wants(t, d.says("Broen. Ansøger: Demo Skole. Der søges\n100.000 kr.").Text, ": Broen\n")
	wants(t, d.says("Ansøgning\nAnsøger: Test ApS").Text, "Ansøgning\n")
}

func TestDecided(t *testing.T) {
	for line, want := range map[string]struct {
		is    crm.Decision
		words string
	}{
		"godkendt":                                   {crm.Approved, ""},
		"Godkendt. Husk lærlinge":                    {crm.Approved, "Husk lærlinge"},
		"approved: fine":                             {crm.Approved, "fine"},
		"godkendt m. bemærkninger: mere AMU":         {crm.ApprovedWithComments, "mere AMU"},
		"godkendt med forbehold for budgettet":       {crm.ApprovedWithComments, "for budgettet"},
		"godkendt på betingelse af flere lærlinge":   {crm.ApprovedWithComments, "flere lærlinge"},
		"approved with conditions: more apprentices": {crm.ApprovedWithComments, "more apprentices"},
		"bevilget med følgende bemærkninger: flere":  {crm.ApprovedWithComments, "flere"},
		"godkendt, med bemærkninger: mere AMU":       {crm.ApprovedWithComments, "mere AMU"},
		"godkendt – med forbehold for budgettet":     {crm.ApprovedWithComments, "for budgettet"},
		"approved, with conditions: more":            {crm.ApprovedWithComments, "more"},
		"trukket: ansøgeren fortrød":                 {crm.Withdrawn, "ansøgeren fortrød"},
		"afvist pga. økonomien":                      {crm.Rejected, "pga. økonomien"},
		"afvist med henvisning til økonomien":        {crm.Rejected, "med henvisning til økonomien"},
		"afvist: ikke nok lærlinge":                  {crm.Rejected, "ikke nok lærlinge"},
		"trukket tilbage":                            {crm.Withdrawn, ""},
		"withdrawn by the applicant":                 {crm.Withdrawn, "by the applicant"},
	} {
		if is, words := proposal.Decided(line); is != want.is || words != want.words {
			t.Errorf("%q is read as %q %q", line, is, words)
		}
	}
	for _, line := range []string{"godkendt ikke", "godkendt delvist", "godkendt, men kun fase 1", "godkendt, hvis der kommer flere", "approved partly", "ikke godkendt", "afvist ikke", "godkendtnæsten", "godkendt, bortset fra fase 2", "godkendt, undtagen fase 2", "godkendt, medmindre", "approved, except phase 2", "trukket af dagsordenen", "trukket i langdrag", "trukket tilbage fra dagsordenen", "bevilgetx", ""} {
		if is, words := proposal.Decided(line); is != "" {
			t.Errorf("%q is taken for %q with %q", line, is, words)
		}
	}
}

func TestSettings(t *testing.T) {
	d := newDesk(t, "anna")
	d.refused("channel", crm.Forbidden)
	d.refused("model on", crm.Forbidden)
	d.is("lis")
	d.channel = "D1"
	d.refused("channel", crm.Invalid)
	d.channel = "C9"
	wants(t, d.says("channel").Text, "in this channel")
	wants(t, d.says("kanal fra").Text, "no longer")
	if all, err := d.store.OrgChannels(ctx); err != nil || len(all) != 0 {
		t.Error(all, err)
	}
	wants(t, d.says("model til").Text, "none is set up here")
	d.feature = proposal.New(d.store, rules{drafts: true}, d.readers)
	wants(t, d.says("model on").Text, "may now draft")
	wants(t, d.says("model off").Text, "fixed rules")
}

func TestList(t *testing.T) {
	d := newDesk(t, "bo")
	wants(t, d.says("list").Text, "There are no proposals")
	d.says(bridge)
	for _, line := range []string{"list", "list region sjælland", "region sjælland", "lolland", "mine", "åbne", "kladde", "list open lolland mine", "fiktiv skole", "hænder"} {
		if reply := d.says(line); !strings.Contains(reply.Text, "#1 Hænder til broen") {
			t.Errorf("%s: %s", line, reply.Text)
		}
	}
	for _, line := range []string{"list region nordjylland", "aalborg", "høring", "afgjort", "vrøvl", "100% _"} {
		if reply := d.says(line); strings.Contains(reply.Text, "#1") && line != "100% _" {
			t.Errorf("%s: %s", line, reply.Text)
		}
	}
}

func TestDelete(t *testing.T) {
	d := newDesk(t, "bo")
	d.says(bridge)
	d.is("mette") // of another organisation
	d.refused("delete 1", crm.NotFound)
	d.is("bo")
	reply := d.says("slet 1")
	wants(t, reply.Text, "Proposal no. 1 is deleted: ")
	d.refused("show 1", crm.NotFound)
	if said := d.says("mine").Text; strings.Contains(said, "#1") {
		t.Error(said)
	}
	restore := func() (commands.Reply, error) {
		req := d.request()
		req.Action, req.Value = "restore", "1"
		return d.feature.Actions["restore"](ctx, req)
	}
	d.is("mette")
	if _, err := restore(); !crm.IsKind(err, crm.NotFound) {
		t.Error(err)
	}
	d.is("bo")
	if back, err := restore(); err != nil || !back.Replace {
		t.Error(err, back.Text)
	}
	wants(t, d.says("show 1").Text, "no. 1")
	d.says("register 1")
	wants(t, d.refused("delete 1", crm.Conflict), "others have seen it")
}

// TestPastedLine: a line with the labels of a form is a proposal, a few words are looked for.
func TestPastedLine(t *testing.T) {
	d := newDesk(t, "bo")
	wants(t, d.says("Projekttitel: Flere svejsere. Ansøger: Lolland Kommune. Vi søger 2 mio. kr. til 50 ledige.").Text, "Flere svejsere", "Lolland Kommune", "2,000,000")
	wants(t, d.says("svejsere lolland").Text, "Flere svejsere")
}

// The list finds what it prints: stages and decisions of several words, and short words of a title.
func TestListFindsWhatItPrints(t *testing.T) {
	d := newDesk(t, "mette")
	d.says(strings.Replace(bridge, "Hænder til broen", "Broen til job", 1))
	d.says("register 1")
	for _, line := range []string{"list broen til job", "list job", "list early notice", "list tidlig orientering", "list åbne"} {
		wants(t, d.says(line).Text, "#1 Broen til job")
	}
	for _, line := range []string{"list godkendt", "list i gang", "list trukket tilbage", "list broen til kajen"} {
		wants(t, d.says(line).Text, "There are no proposals")
	}
	d.says("decide 1 approved with comments")
	for _, line := range []string{"list godkendt", "list approved", "list approved with comments", "list godkendt med bemærkninger broen"} {
		wants(t, d.says(line).Text, "#1 Broen til job")
	}
	for _, line := range []string{"list åbne", "list afvist", "list withdrawn"} {
		wants(t, d.says(line).Text, "There are no proposals")
	}
	d.says("stage 1 running")
	wants(t, d.says("list i gang").Text, "running (approved with comments)")
	// A corrected approval leaves the project running, and closed stays closed.
	wants(t, d.says("decide 1 approved").Text, "running (approved)")
	d.says("stage 1 closed")
	wants(t, d.says("decide 1 approved with comments: more").Text, "closed (approved with comments)")
	// What is short, or written with letters of its own, is found too.
	d.says(strings.Replace(bridge, "Hænder til broen", "Råd til små øer", 1))
	d.says("register 2")
	for _, line := range []string{"list råd", "list øer", "list små"} {
		wants(t, d.says(line).Text, "#2 Råd til små øer")
	}
}
