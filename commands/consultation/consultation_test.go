package consultation_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/slack-go/slack"

	"samspil/internal/crm"
	"samspil/internal/document"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// The whole round: asked in their channel, answered by button and by line, changed, and kept visible where nobody answers.
func TestRound(t *testing.T) {
	d := newDesk(t)
	form := d.says("start N")
	raw, err := json.Marshal(form.View)
	d.ok(err)
	wants(t, string(raw), "Femern Byg (no channel)", "Job Centre Lolland", `"initial_date":"2026-12-07"`)
	reply, err := d.submits(form, map[string][]string{"heard": {"JC-360"}, "further": {"PP-1"}, "deadline": {"2026-12-07"}, "question": {"Er der pladser?"}})
	d.ok(err)
	wants(t, reply.Text, "is out for consultation. Deadline: Monday 7 December 2026.", "Asked in their channel:\n• Job Centre Lolland", "have not been told:\n• Femern Byg", fmt.Sprintf("answer %d supports", d.proposal))
	c := d.is()
	status, cardKey := fmt.Sprintf("consultation.%d.status", c.ID), fmt.Sprintf("consultation.%d.%d", c.ID, d.Jobcentre.ID)
	last, times := d.living()
	if len(last) != 2 || last[status].Channel != "C0ASK" || last[cardKey].Channel != "C0JC" || times[cardKey] != 1 {
		t.Fatalf("%v %+v", times, last)
	}
	wants(t, last[cardKey].Text, "Erhvervshus Sjælland beder om en holdning fra Jobcenter Lolland.", "Der spørges om: Er der pladser?", "Jeres organisation har ikke svaret endnu.", "ansøgt beløb: 1.250.000 kr.")
	wants(t, last[status].Text, "0 af 2 har svaret", "Jobcenter Lolland: har ikke svaret", "Femern Byg: har ikke svaret")

	d.person = d.Anna
	pressed := d.buttons(last[cardKey].Blocks)
	if _, err := d.presses("supports", pressed["consultation.supports"]); err != nil {
		t.Fatal(err)
	}
	d.person = d.lis // presses the card as it was before
	_, err = d.presses("not_relevant", pressed["consultation.not_relevant"])
	if !crm.IsKind(err, crm.Conflict) || !strings.Contains(err.Error(), "Anna Holm answered first for you: supports") {
		t.Fatal(err)
	}
	last, _ = d.living()
	words, err := d.presses("concerns", d.buttons(last[cardKey].Blocks)["consultation.concerns"])
	d.ok(err)
	if wrong, err := d.submits(words, map[string][]string{"words": {" "}}); err != nil || wrong.Errors["words"] == "" {
		t.Error(wrong, err)
	}
	reply, err = d.submits(words, map[string][]string{"words": {"Der mangler <@U1> undervisere"}})
	d.ok(err)
	wants(t, reply.Text, "has concerns", "can be changed until the end of Monday 7 December 2026")
	last, times = d.living()
	wants(t, last[status].Text, "1 af 2 har svaret", "Jobcenter Lolland: har betænkeligheder (Lis Toft). Der mangler", "Femern Byg: har ikke svaret")
	wants(t, last[cardKey].Text, "Jeres svar: har betænkeligheder (Lis Toft, 23. nov. 2026 kl. 10.00).")
	if times[status] != 3 || times[cardKey] != 3 || len(last) != 2 {
		t.Errorf("%v", times)
	}
	answers, err := d.store.ConsultationAnswers(ctx, c.ID, d.Jobcentre.ID)
	if err != nil || len(answers) != 2 || answers[0].Position != crm.Supports {
		t.Errorf("%+v %v", answers, err)
	}

	d.person, d.lang = d.Bo, text.Danish
	d.says("bemærkning N: der er plads fra uge 8")
	if said := d.refused("bemærkning N der er plads fra uge 8", crm.Conflict); !strings.Contains(said, "attached already") {
		t.Error(said)
	}
	early := d.says("afslut N")
	wants(t, early.Text, "er først mandag d. 7. december 2026", "Har ikke svaret: Femern Byg.")
	if wrong, err := d.submits(early, nil); err != nil || wrong.Errors["sure"] == "" {
		t.Error(wrong, err)
	}
	d.now = when.MustISO("2026-12-08").At(9, 0)
	end := d.says("afslut N")
	wants(t, end.Text, "Høringsnotat H-2026-1", "Uenighed\n• har betænkeligheder: Jobcenter Lolland\n    Der mangler <@U1> undervisere", "1 aktør har ikke svaret, og det er ikke regnet som støtte: Femern Byg.",
		"Er opkvalificering tænkt ind? Det er nævnt", "\"20 ledige opkvalificeres\" (side 2)", "Er beskæftigelseshensyn tænkt ind? Det fremgår ikke", "der er plads fra uge 8", "ikke godkendt endnu")
	if len(end.Files) != 1 || end.Files[0].Name != "H-2026-1.docx" {
		t.Fatalf("%+v", end.Files)
	}
	read, err := document.Extract(ctx, end.Files[0].Data, document.DefaultLimits, nil)
	d.ok(err)
	wants(t, read.Pages[0].Text, title, "Femern Byg: har ikke svaret")
	p, err := d.store.ConsultedProposal(ctx, d.proposal)
	if err != nil || p.Stage != crm.StageRecommendation {
		t.Error(p.Stage, err)
	}
	last, _ = d.living()
	wants(t, last[cardKey].Text, "Høringen blev afsluttet 8. dec. 2026 kl. 09.00 af Bo Lund. Notat: H-2026-1.")
	if left := d.buttons(last[cardKey].Blocks); len(left) != 0 {
		t.Errorf("an ended consultation still takes answers: %v", left)
	}
	d.person = d.Anna
	wants(t, d.refused("svar N støtter", crm.Conflict), "was ended by Bo Lund", "H-2026-1")
	d.refused("godkend N", crm.Forbidden)
	before := d.says("notat N")
	d.person = d.vera
	wants(t, d.says("godkend N").Text, "Godkendt af Vera Krogh, 8. dec. 2026 kl. 09.00.")
	wants(t, d.refused("godkend N", crm.Conflict), "signed off already by Vera Krogh")
	cut := func(s string) string { return strings.Split(s, "Underskrift")[0] }
	if after := d.says("notat N"); cut(after.Text) != cut(before.Text) {
		t.Error("the note changed when it was signed")
	}
}

// What people write can mention or link nobody.
func TestHostileText(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.person = d.Anna
	d.says("answer N has concerns: <!channel> <@U1> *fed* <https://x.example|bank>")
	d.says("comment N <!here> & <@U2>")
	for _, m := range d.sent() {
		for _, b := range m.Blocks.BlockSet {
			if s, ok := b.(*slack.SectionBlock); ok && strings.ContainsAny(s.Text.Text, "<>") {
				t.Errorf("can mention or link: %q", s.Text.Text)
			}
		}
	}
}

// To those who neither ask nor are heard there is no consultation, whatever they type, press or send.
func TestOthersSeeNothing(t *testing.T) {
	d := newDesk(t)
	c := d.starts()
	d.person = d.Anna
	d.says("answer N has concerns: hemmelige ord")
	d.ok(storetest.Exec(t, d.url, `DELETE FROM consultation_org WHERE position = ''`)) // the partner is heard no more
	d.person = d.Carla
	for _, line := range []string{"", "show N", "N", "answer N supports", "comment N x", "end N", "note N", "sign N", "start N", "svar N har betænkeligheder: x"} {
		reply, err := d.types(line)
		nothing(t, line, reply, err)
	}
	for action := range d.feature.Actions {
		for _, v := range []string{fmt.Sprint(c.ID), fmt.Sprintf("%d|%d|1", c.ID, d.Partner.ID), fmt.Sprintf("%d|%d|1", c.ID, d.Jobcentre.ID), "", "x", "1|2", "-1|-1|-1", "99999999999999999999"} {
			reply, err := d.presses(action, v)
			nothing(t, action+" "+v, reply, err)
		}
	}
	for form := range d.feature.Forms {
		for _, carried := range []string{"", "x", fmt.Sprint(c.ID), fmt.Sprintf(`{"id":%d,"v":1,"p":"concerns"}`, c.ID), fmt.Sprintf(`{"p":%d}`, d.proposal)} {
			req := d.request()
			req.Form, req.Metadata = form, carried
			req.Values = map[string][]string{"words": {"x"}, "sure": {"yes"}, "consultation": {fmt.Sprint(c.ID)}, "text": {"x"}, "heard": {"JC-360"}, "deadline": {"2026-12-07"}}
			reply, err := d.feature.Forms[form](ctx, req)
			nothing(t, form+" "+carried, reply, err)
		}
	}
	after := d.is()
	if after.State != crm.ConsultationOpen || len(after.Comments) != 0 || after.Heard[0].Version != 1 {
		t.Errorf("changed: %+v", after)
	}
}

func nothing(t *testing.T, what string, reply any, err error) {
	t.Helper()
	raw, marshal := json.Marshal(reply)
	if marshal != nil {
		t.Fatal(marshal)
	}
	if said := string(raw) + fmt.Sprint(err); strings.Contains(said, "hemmelige ord") || strings.Contains(said, "Anna Holm") || strings.Contains(said, "Struktører") {
		t.Errorf("%s: %s", what, said)
	}
}

// Only the secretariat, managers and administrators of the proposal's own organisation start and end.
func TestWhoStarts(t *testing.T) {
	d := newDesk(t)
	caseworker := d.hire(crm.Person{Team: "T0DEMO", User: "U09", Name: "Kim", Org: d.Hub, Role: crm.Caseworker, Active: true})
	d.person = caseworker
	wants(t, d.refused("start N", crm.Forbidden), "Only the secretariat, managers and administrators of Business Hub Zealand")
	d.person = d.Anna
	d.refused("start N", crm.NotFound) // it is not shared yet
	d.person = d.Bo
	form := d.says("start N")
	d.starts()
	d.person = d.Anna
	d.refused("start N", crm.Forbidden)
	d.refused("end N", crm.Forbidden)
	d.person = d.Bo
	wants(t, d.refused("start N", crm.Conflict), "out for consultation already")
	if _, err := d.submits(form, map[string][]string{"heard": {"JC-360"}, "deadline": {"2026-12-07"}}); !crm.IsKind(err, crm.Conflict) {
		t.Error(err)
	}
	wants(t, d.refused("answer N supports", crm.Forbidden), "not among those heard")
}

func TestStartFormSaysWhatIsWrong(t *testing.T) {
	d := newDesk(t)
	form := d.says("start N")
	for values, want := range map[[2]string]string{
		{"", "2026-12-07"}: "further: Choose at least one to be heard.", {"EHB-SJ", "2026-12-07"}: "further: Choose at least one to be heard.", // its own
		{"JC-360", ""}: "deadline: Choose a day.", {"JC-360", "2026-11-22"}: "deadline: The deadline 22 Nov 2026 has passed. Choose today or a later day.",
		{"JC-360", "2026-12-24"}: "deadline: Offices are closed on 24 Dec 2026. The next workday is 28 Dec 2026.",
	} {
		reply, err := d.submits(form, map[string][]string{"heard": {values[0]}, "deadline": {values[1]}})
		d.ok(err)
		got := ""
		for field, sentence := range reply.Errors {
			got += field + ": " + sentence
		}
		if got != want {
			t.Errorf("%v: %q, want %q", values, got, want)
		}
	}
}

// Answers count until midnight in Copenhagen.
func TestDeadlineDay(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.person, d.now = d.Anna, when.MustISO("2026-12-08").At(0, 0).Add(-1)
	d.says("answer N not relevant")
	d.now = d.now.Add(1)
	wants(t, d.refused("answer N supports", crm.Conflict), "The deadline was 7 Dec 2026")
	d.person = d.Carla // without a channel, by line
	d.now = now
	d.says("svar N: støtter, der er brug for det")
	c := d.is()
	if h, _ := c.Of(d.Partner.ID); h.Position != crm.Supports || h.Words != "der er brug for det" {
		t.Errorf("%+v", h)
	}
	for _, line := range []string{"answer N", "answer N maybe", "svar N støtter ikke", "svar N støttende", "answer N concernsx"} {
		d.refused(line, crm.Invalid)
	}
}

// A message becomes a comment through the shortcut's form.
func TestAttach(t *testing.T) {
	d := newDesk(t)
	d.person = d.Anna
	req := d.request()
	req.Action, req.Text = "attach", "Der er plads fra uge 8"
	none, err := d.feature.Actions["attach"](ctx, req)
	d.ok(err)
	wants(t, none.Text, "takes part in no open consultation")
	c := d.starts()
	d.person = d.Anna
	form, err := d.feature.Actions["attach"](ctx, req)
	d.ok(err)
	reply, err := d.submits(form, map[string][]string{"consultation": {fmt.Sprint(c.ID)}, "text": {"Der er plads fra uge 8"}, "author": {"Per fra skolen"}})
	d.ok(err)
	wants(t, reply.Text, "is attached", "Der er plads fra uge 8")
	wants(t, d.says("show N").Text, "Comment from Per fra skolen (Job Centre Lolland): Der er plads fra uge 8")
}

// A note that was touched in the database is not shown as if it were the one that was made.
func TestTouchedNote(t *testing.T) {
	d := newDesk(t)
	d.starts()
	d.now = when.MustISO("2026-12-08").At(9, 0)
	d.says("end N")
	d.ok(storetest.Exec(t, d.url, `UPDATE consultation SET note = replace(CAST(note AS TEXT), 'Femern', 'Fehmarn')`))
	wants(t, d.refused("note N", crm.Unavailable), "H-2026-1 is no longer as it was made")
}

// Of eight colleagues who answer in the same moment one does, and the others are told who was first.
func TestAnsweredAtOnce(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		d := deskOf(t, st, url)
		c := d.starts()
		errs := make(chan error, 8)
		var ready sync.WaitGroup
		ready.Add(1)
		for i := range 8 {
			req := d.request()
			req.Person = d.hire(crm.Person{Team: "T0DEMO", User: fmt.Sprint("U1", i), Name: fmt.Sprint("Colleague ", i), Org: d.Jobcentre, Role: crm.Caseworker, Active: true})
			req.Action, req.Value = "supports", fmt.Sprintf("%d|%d|0", c.ID, d.Jobcentre.ID)
			go func() {
				ready.Wait()
				_, err := d.feature.Actions["supports"](ctx, req)
				errs <- err
			}()
		}
		ready.Done()
		first := 0
		for range 8 {
			if err := <-errs; err == nil {
				first++
			} else if !crm.IsKind(err, crm.Conflict) || !strings.Contains(err.Error(), "answered first for you: supports") {
				t.Error(err)
			}
		}
		answers, err := st.ConsultationAnswers(ctx, c.ID, d.Jobcentre.ID)
		if first != 1 || len(answers) != 1 || err != nil {
			t.Errorf("%d answered: %v %v", first, answers, err)
		}
	})
}

// A button that stands elsewhere leads each reader to the card of their own organisation, and nobody else to any.
func TestPositionButton(t *testing.T) {
	d := newDesk(t)
	c := d.starts()
	d.person = d.Anna
	reply, err := d.presses("position", fmt.Sprint(c.ID))
	d.ok(err)
	raw, err := json.Marshal(reply.Blocks)
	d.ok(err)
	if want := fmt.Sprintf(`"value":"%d|%d|0"`, c.ID, d.Jobcentre.ID); !strings.Contains(string(raw), want) || reply.Public {
		t.Errorf("%s is missing in %s", want, raw)
	}
	for who, person := range map[string]crm.Person{"who asks": d.Bo, "a stranger": {ID: 99, Org: crm.Org{ID: 99}, Active: true}} {
		d.person = person
		if _, err := d.presses("position", fmt.Sprint(c.ID)); err == nil {
			t.Errorf("%s got a card", who)
		}
	}
	d.person = d.Anna
	if _, err := d.presses("position", "x"); !crm.IsKind(err, crm.Invalid) {
		t.Error(err)
	}
}
