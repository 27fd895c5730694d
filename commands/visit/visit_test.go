package visit_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/visit"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/register"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var now = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)

// desk is one person at work with the feature, on the demo's companies and colleagues.
type desk struct {
	*testing.T
	store   *store.Store
	url     string
	feature commands.Feature
	person  crm.Person
	now     time.Time
}

// names is the name search over the store's companies.
func names(t *testing.T, st *store.Store) *register.Search {
	t.Helper()
	search := register.Start(t.Context(), register.Options{Source: st})
	if err := search.WaitReady(t.Context()); err != nil {
		t.Fatal(err)
	}
	return search
}

func newDesk(t *testing.T, user string) *desk {
	st, url := storetest.SQLite(t)
	if err := demo.Seed(context.Background(), st, now); err != nil {
		t.Fatal(err)
	}
	noOrg := func(context.Context, string, when.Date, crm.Org) (crm.Org, bool) { return crm.Org{}, false }
	d := &desk{T: t, store: st, url: url, feature: visit.New(st, names(t, st), noOrg), now: now}
	d.as(user)
	return d
}

func (d *desk) as(name string) {
	d.Helper()
	people, err := d.store.People(context.Background())
	if err != nil {
		d.Fatal(err)
	}
	for _, p := range people {
		if strings.HasPrefix(strings.ToLower(p.Name), name) {
			d.person = p
			return
		}
	}
	d.Fatalf("nobody is called %s", name)
}

func (d *desk) request() commands.Request {
	return commands.Request{ID: "r1", Now: d.now, Person: d.person, Lang: text.English, Command: "visit"}
}

func (d *desk) types(line string) (commands.Reply, error) {
	req := d.request()
	req.Text = line
	return d.feature.Handle(context.Background(), req)
}

// says types a line that must succeed and gives the reply's text.
func (d *desk) says(line string) string {
	d.Helper()
	reply, err := d.types(line)
	if err != nil {
		d.Fatalf("%s: %v", line, err)
	}
	return reply.Text
}

// last is the contact the person logged last.
func (d *desk) last() crm.Contact {
	d.Helper()
	list, err := d.store.ContactsOfPerson(context.Background(), d.person, 1)
	if err != nil || len(list) == 0 {
		d.Fatalf("no contact: %v", err)
	}
	return list[0]
}

func (d *desk) presses(action, value string) (commands.Reply, error) {
	req := d.request()
	req.Action, req.Value = action, value
	return d.feature.Actions[action](context.Background(), req)
}

// submits sends the form of a reply, with some values changed.
func (d *desk) submits(form commands.Reply, values map[string]string) (commands.Reply, error) {
	d.Helper()
	if form.View == nil {
		d.Fatalf("no form was opened: %s", form.Text)
	}
	req := d.request()
	req.Form, req.Metadata, req.Values = "form", form.View.PrivateMetadata, initial(d.T, form)
	for field, value := range values {
		if _, ok := req.Values[field]; !ok {
			d.Fatalf("the form has no field %s", field)
		}
		req.Values[field] = []string{value}
	}
	return d.feature.Forms["form"](context.Background(), req)
}

// initial reads a form's initial values out of Slack's JSON, as a submission of the untouched form would hold them.
func initial(t *testing.T, form commands.Reply) map[string][]string {
	t.Helper()
	raw, err := json.Marshal(form.View)
	if err != nil {
		t.Fatal(err)
	}
	type option struct {
		Value string `json:"value"`
	}
	var view struct {
		Blocks []struct {
			BlockID string `json:"block_id"`
			Type    string `json:"type"`
			Element struct {
				Value   string   `json:"initial_value"`
				Date    string   `json:"initial_date"`
				Time    string   `json:"initial_time"`
				Option  option   `json:"initial_option"`
				Options []option `json:"initial_options"`
			} `json:"element"`
		} `json:"blocks"`
	}
	if err := json.Unmarshal(raw, &view); err != nil {
		t.Fatal(err)
	}
	values := map[string][]string{}
	for _, b := range view.Blocks {
		if b.Type != "input" {
			continue
		}
		e := b.Element
		values[b.BlockID] = nil
		for _, v := range append([]option{{e.Value}, {e.Date}, {e.Time}, e.Option}, e.Options...) {
			if v.Value != "" {
				values[b.BlockID] = append(values[b.BlockID], v.Value)
			}
		}
	}
	return values
}

func TestLogInOneLine(t *testing.T) {
	d := newDesk(t, "anna")
	said := d.says("99001941 yesterday 9:30 phone upskilling 3 welders, follow up week 50, they were friendly")
	for _, want := range []string{"Logged: phone · Ærø Maskinfabrik ApS · Sunday 22 November 2026 09:30", "Purpose: upskilling", "week 50 (Monday 7 December 2026)", "Note: they were friendly"} {
		if !strings.Contains(said, want) {
			t.Errorf("the receipt lacks %q:\n%s", want, said)
		}
	}
	c := d.last()
	if c.Channel != crm.Phone || c.Date.String() != "2026-11-22" || c.Start != 570 || c.Trade != "svejser" || c.Headcount != 3 || c.Status != crm.Done || c.Note != "they were friendly" {
		t.Errorf("stored %+v", c)
	}
	follow, err := d.store.FollowUpsOfContact(context.Background(), c.ID)
	if err != nil || len(follow) != 1 || follow[0].Due.String() != "2026-12-07" || follow[0].DueText != "week 50" || follow[0].OwnerID != d.person.ID {
		t.Errorf("follow-up %+v %v", follow, err)
	}
}

// TestSureOrAsk opens the form, and saves nothing, whenever company or day is not certain.
func TestSureOrAsk(t *testing.T) {
	d := newDesk(t, "anna")
	before := d.last().ID
	for line, want := range map[string]string{
		"99001941 phone":                         "Which day was it?",
		"99001941 Monday":                        "can be Monday 23 November 2026 or Monday 30 November 2026",
		"yesterday phone":                        "Which company is it about?",
		"jensen byg yesterday":                   "Several companies fit",
		"køge kr yesterday":                      "do you mean Køge Kran ApS",
		"hjørring høvl yesterday":                "do you mean Hjørring Høvleri A/S",
		"99000008 yesterday":                     "its check digit is wrong",
		"99031018 yesterday":                     "do not know CVR number 99031018",
		"Grundfest og Co yesterday":              "I know no company called",
		"99001941 99002913 yesterday":            "Log one contact at a time",
		"plan 99001941 20/11":                    "is far ahead",
		"plan 99001941 20/11 2026":               "has already passed",
		"99001941 1/3 2024":                      "more than two years ago",
		"99 00 77 61 yesterday":                  "can be a CVR number or a phone number",
		"P-nr 1029999999 yesterday":              "do not know P-number 1029999999",
		"99001941 in week 47":                    "Which day is",
		"99001941 sometime soon, they liked us!": "Which day was it?",
	} {
		reply, err := d.types(line)
		if err != nil || reply.View == nil || !strings.Contains(reply.Text, want) {
			t.Errorf("%q: %v, form %v\n%s\nwant %q", line, err, reply.View != nil, reply.Text, want)
		}
	}
	if d.last().ID != before {
		t.Error("something was saved")
	}
}

func TestFormSaves(t *testing.T) {
	d := newDesk(t, "anna")
	form, err := d.types("jensen byg Monday phone upskilling, a long talk")
	if err != nil {
		t.Fatal(err)
	}
	refused, err := d.submits(form, nil)
	if err != nil || refused.Errors["company"] == "" || refused.Errors["date"] == "" {
		t.Fatalf("an unfinished form was taken: %v %+v", err, refused)
	}
	saved, err := d.submits(form, map[string]string{"company": "99018437", "date": "2026-11-23", "share": "nothing"})
	if err != nil || len(saved.Errors) > 0 {
		t.Fatal(err, saved.Errors)
	}
	c := d.last()
	if c.Company.CVR != "99018437" || c.Channel != crm.Phone || c.Note != "a long talk" || c.Share != crm.ShareNothing || len(c.Purposes) != 1 {
		t.Errorf("stored %+v", c)
	}
}

// TestFormNamesTheField gives each mistake its sentence at the field where it was made.
func TestFormNamesTheField(t *testing.T) {
	d := newDesk(t, "anna")
	form, err := d.types("99001941")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ field, value, at string }{
		{"company", "", "company"}, {"company", "Grundfest", "company"}, {"company", "Jensen Byg", "company"}, {"company", "99000008", "company"},
		{"company", "P-nr 1029999999 Ny Site ApS", "company"}, {"date", "", "date"}, {"date", "yesterday-ish", "date"},
		{"contact_name", "Mette Holm", "told"}, {"headcount", "many", "headcount"}, {"minutes", "-5", "minutes"}, {"time_end", "10:00", "time"},
	} {
		values := map[string]string{"date": "2026-11-20"}
		values[tt.field] = tt.value
		reply, err := d.submits(form, values)
		if err != nil || reply.Errors[tt.at] == "" {
			t.Errorf("%s=%q: %v, errors %v", tt.field, tt.value, err, reply.Errors)
		}
	}
	if _, err := d.submits(form, map[string]string{"date": "2026-11-20", "note": strings.Repeat("ø", crm.NoteLimit+1)}); !crm.IsKind(err, crm.Invalid) {
		t.Errorf("a note over the limit: %v", err)
	}
}

func TestNewCompanyFromTheForm(t *testing.T) {
	d := newDesk(t, "anna")
	for i, number := range []string{"99031018", "99000008"} { // the second fails the check: warned, not blocked
		form, err := d.types(number + " yesterday")
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("Nyt Firma %d ApS", i)
		if _, err := d.submits(form, map[string]string{"company": number + " " + name}); err != nil {
			t.Fatal(err)
		}
		if c := d.last(); c.Company.CVR != number || c.Company.Name != name {
			t.Errorf("stored %+v", c.Company)
		}
	}
}

func TestUndoWithinTenMinutes(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 yesterday phone")
	c := d.last()
	d.now = now.Add(11 * time.Minute)
	if _, err := d.types("undo"); !crm.IsKind(err, crm.Invalid) || !strings.Contains(err.Error(), "/visit delete") {
		t.Errorf("undo after eleven minutes: %v", err)
	}
	d.now = now.Add(9 * time.Minute)
	if said := d.says("undo"); !strings.Contains(said, "Deleted") {
		t.Error(said)
	}
	if _, err := d.presses("undo", fmt.Sprint(c.ID)); !crm.IsKind(err, crm.Conflict) {
		t.Errorf("undone twice: %v", err)
	}
	if _, err := d.presses("restore", fmt.Sprint(c.ID)); err != nil {
		t.Fatal(err)
	}
	if back := d.last(); back.ID != c.ID || !back.DeletedAt.IsZero() {
		t.Errorf("not back: %+v", back)
	}
}

// TestOthersCannotTouch shows that a contact of another organisation does not exist for whoever may not change it.
func TestOthersCannotTouch(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 yesterday phone")
	c := d.last()
	for _, other := range []string{"bo", "per"} {
		d.as(other)
		for _, action := range []string{"undo", "edit", "restore", "cancel", "reason", "told"} {
			if _, err := d.presses(action, fmt.Sprint(c.ID)+":agreed"); !crm.IsKind(err, crm.NotFound) {
				t.Errorf("%s pressed %s: %v", other, action, err)
			}
		}
		for _, line := range []string{"delete", "cancel", "edit"} {
			if _, err := d.types(fmt.Sprintf("%s %d", line, c.ID)); !crm.IsKind(err, crm.NotFound) {
				t.Errorf("%s typed %s: %v", other, line, err)
			}
		}
	}
	d.as("lis") // a colleague may
	if _, err := d.types(fmt.Sprintf("delete %d", c.ID)); err != nil {
		t.Errorf("a colleague could not delete: %v", err)
	}
}

func TestEditKeepsHistory(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 yesterday phone upskilling, first words, follow up week 50")
	first := d.last()
	form, err := d.types(fmt.Sprintf("edit %d 2½ hours export", first.ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, map[string]string{"note": "second words"}); err != nil {
		t.Fatal(err)
	}
	c, err := d.store.Contact(context.Background(), first.ID)
	if err != nil || c.Minutes != 150 || c.Note != "second words" || c.Purposes[0] != "export" || c.Channel != crm.Phone || c.Version <= first.Version {
		t.Errorf("stored %+v %v", c, err)
	}
	if follow, _ := d.store.FollowUpsOfContact(context.Background(), first.ID); !openIn(follow, "week 50") {
		t.Errorf("the follow-up lost its words: %+v", follow)
	}
	history, err := d.store.History(context.Background(), first.ID)
	if err != nil || len(history) < 2 {
		t.Fatalf("history %+v %v", history, err)
	}
	kept, _ := json.Marshal(history)
	if !strings.Contains(string(kept), "first words") {
		t.Error("the first version is not in the history")
	}
	if _, err := d.submits(form, nil); !crm.IsKind(err, crm.Conflict) {
		t.Errorf("an old form overwrote a newer version: %v", err)
	}
}

func openIn(list []crm.FollowUp, words string) bool {
	for _, f := range list {
		if f.State == crm.FollowUpOpen && f.DueText == words {
			return true
		}
	}
	return false
}

func TestCorrection(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("Køge Korn yesterday phone")
	form, err := d.types("logged wrong, it was Køge Kran not Køge Korn, pls change")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, nil); err != nil {
		t.Fatal(err)
	}
	if c := d.last(); c.Company.Name != "Køge Kran ApS" {
		t.Errorf("it is still %s", c.Company.Name)
	}
}

// TestContactPersonIsStoredOnceTold follows a name from the line to the database.
func TestContactPersonIsStoredOnceTold(t *testing.T) {
	d := newDesk(t, "anna")
	reply, err := d.types("99001941 yesterday phone snakkede med Mette Holm, mh@example.dk")
	if err != nil {
		t.Fatal(err)
	}
	if c := d.last(); c.ContactName != "" || strings.Contains(c.Note, "Mette") {
		t.Errorf("stored before being told: %+v", c)
	}
	if _, err := d.presses("told", button(t, reply, "visit.told")); err != nil {
		t.Fatal(err)
	}
	if c := d.last(); c.ContactName != "Mette Holm" || c.ContactMail != "mh@example.dk" {
		t.Errorf("not stored: %+v", c)
	}
}

// button is the value of the button with that id.
func button(t *testing.T, reply commands.Reply, id string) string {
	t.Helper()
	raw, _ := json.Marshal(reply.Blocks)
	var blocks []struct {
		Elements []struct {
			ActionID string `json:"action_id"`
			Value    string `json:"value"`
		} `json:"elements"`
	}
	_ = json.Unmarshal(raw, &blocks) // context blocks have elements of another shape
	for _, b := range blocks {
		for _, e := range b.Elements {
			if e.ActionID == id && e.Value != "" {
				return e.Value
			}
		}
	}
	t.Fatalf("no button %s in %s", id, raw)
	return ""
}

func TestOverlapWarnsAndAsksWhy(t *testing.T) {
	d := newDesk(t, "anna")
	reply, err := d.types("lolland betonelementer yesterday phone snakkede med Mette Holm")
	if err != nil || !strings.Contains(reply.Text, "Overlap") || !strings.Contains(reply.Text, "Bo Krogsgård") {
		t.Fatalf("%v\n%s", err, reply.Text)
	}
	reply, err = d.presses("reason", fmt.Sprintf("%d:agreed", d.last().ID)+strings.TrimPrefix(button(t, reply, "visit.reason"), fmt.Sprintf("%d:other_purpose", d.last().ID)))
	if err != nil || !reply.Replace || !strings.Contains(reply.Text, "You go ahead because: Agreed with them. That is on record now.") || !strings.Contains(reply.Text, "Bo Krogsgård") {
		t.Fatalf("%v\n%s", err, reply.Text)
	}
	if button(t, reply, "visit.undo") == "" || strings.Contains(reply.Text, "Why do you go ahead") || !strings.Contains(button(t, reply, "visit.told"), "Mette Holm") {
		t.Errorf("the receipt has the wrong buttons: %+v", reply.Blocks)
	}
	if why := d.last().OverlapWhy; why != "agreed" {
		t.Errorf("reason %q", why)
	}
	d.as("per") // a private partner sees no overlap with what he may not see
	if said := d.says("lolland betonelementer yesterday phone"); strings.Contains(said, "Overlap") || strings.Contains(said, "Bo") || strings.Contains(said, "Anna") {
		t.Error(said)
	}
}

func TestHeldNote(t *testing.T) {
	d := newDesk(t, "anna")
	if said := d.says("99001941 yesterday phone, hun er sygemeldt med depression"); !strings.Contains(said, "words about health") {
		t.Error(said)
	}
	if !d.last().NoteHeld {
		t.Error("the note is not held")
	}
}

func TestPlanAndCancel(t *testing.T) {
	d := newDesk(t, "anna")
	if said := d.says("99001941 3/12 10am recruitment"); !strings.Contains(said, "Planned: visit · Ærø Maskinfabrik ApS · Thursday 3 December 2026 10:00") {
		t.Error(said)
	}
	c := d.last()
	if c.Status != crm.Planned {
		t.Errorf("status %s", c.Status)
	}
	if said := d.says("cancel ærø"); !strings.Contains(said, "Cancelled") || d.last().Status != crm.Cancelled {
		t.Error(said)
	}
	if _, err := d.types("cancel ærø"); !crm.IsKind(err, crm.Invalid) {
		t.Errorf("cancelled twice: %v", err)
	}
}

func TestLongNoteInTheForm(t *testing.T) {
	d := newDesk(t, "anna")
	note := strings.Repeat("æøå ", 1200) + "slut" // 4,804 characters: over Slack's field, within the note
	d.says("99001941 yesterday phone, " + note)
	c := d.last()
	if c.Note != note {
		t.Fatalf("note of %d bytes, want %d", len(c.Note), len(note))
	}
	form, err := d.presses("edit", fmt.Sprint(c.ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, map[string]string{"headcount": "4"}); err != nil {
		t.Fatal(err)
	}
	if c = d.last(); c.Headcount != 4 || c.Note != note {
		t.Errorf("the edit changed the note: %d bytes, want %d", len(c.Note), len(note))
	}
}
