package visit_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"samspil/commands/visit"
	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/when"
)

// TestNeverTheWrongContact refuses to delete, cancel or undo what the words do not name.
func TestNeverTheWrongContact(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 yesterday phone")
	older := d.last()
	d.says("99002913 yesterday phone")
	newer := d.last()
	jensen := map[string]int64{}
	for _, cvr := range []string{"99017465", "99018437"} {
		d.says(cvr + " yesterday phone")
		jensen[cvr] = d.last().ID
	}
	for line, kind := range map[string]crm.Kind{
		"delete": crm.Invalid, "slet": crm.Invalid, "cancel": crm.Invalid, "aflys besøget": crm.Invalid,
		"delete 99999999999": crm.NotFound, fmt.Sprintf("delete %d %d", older.ID, newer.ID): crm.Invalid,
		"slet besøget hos Jensen Byg": crm.Invalid, "undo jensen byg": crm.Invalid, "undo 1": crm.NotFound, "fortryd 999": crm.NotFound,
	} {
		if _, err := d.types(line); !crm.IsKind(err, kind) {
			t.Errorf("%q: %v, want kind %d", line, err, kind)
		}
	}
	for _, id := range []int64{older.ID, newer.ID, jensen["99017465"], jensen["99018437"]} {
		if c, err := d.store.Contact(context.Background(), id); err != nil || !c.DeletedAt.IsZero() {
			t.Errorf("contact %d: %v, deleted %v", id, err, c.DeletedAt)
		}
	}
	if said := d.says(fmt.Sprintf("undo %d", older.ID)); !strings.Contains(said, "Ærø") {
		t.Error(said)
	}
	if said := d.says("delete my last visit"); !strings.Contains(said, "Jensen Byg") {
		t.Error(said)
	}
}

func TestACompanyMayBeginLikeAWord(t *testing.T) {
	d := newDesk(t, "anna")
	for _, line := range []string{"Vis Byg ApS yesterday phone", "mine penge yesterday phone"} {
		reply, err := d.types(line)
		if err != nil || reply.View == nil {
			t.Errorf("%q opened no form: %v\n%s", line, err, reply.Text)
		}
	}
}

// TestWhoMovesOn leaves the old organisation's contacts behind.
func TestWhoMovesOn(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 3/12 10am phone, a secret note")
	c := d.last()
	moved := d.person
	moved.Org = crm.Org{Code: "AK-3F"}
	saved, err := d.store.SavePerson(context.Background(), moved)
	if err != nil {
		t.Fatal(err)
	}
	d.person = saved
	if said := d.says("list"); strings.Contains(said, "Ærø") {
		t.Error(said)
	}
	for _, line := range []string{"edit ærø", "cancel ærø", "delete ærø", "undo", fmt.Sprintf("undo %d", c.ID)} {
		if _, err := d.types(line); !crm.IsKind(err, crm.NotFound) {
			t.Errorf("%s: %v", line, err)
		}
	}
	if _, err := d.presses("undo", fmt.Sprint(c.ID)); !crm.IsKind(err, crm.NotFound) {
		t.Errorf("undo button: %v", err)
	}
}

// blind is a store in which the other contacts of a company cannot be read.
type blind struct{ visit.Store }

func (blind) ContactsOfCompany(context.Context, int64, crm.Cursor, int) ([]crm.Contact, error) {
	return nil, errors.New("the disk is slow")
}

func TestSavedIsSaidAlsoWhenOverlapsCannotBeRead(t *testing.T) {
	d := newDesk(t, "anna")
	noOrg := func(context.Context, string, when.Date, crm.Org) (crm.Org, bool) { return crm.Org{}, false }
	d.feature = visit.New(blind{d.store}, names(t, d.store), noOrg)
	reply, err := d.types("99001941 yesterday phone")
	if err != nil || reply.Trouble == nil || !strings.Contains(reply.Text, "Logged") || !strings.Contains(reply.Text, "could not look") {
		t.Errorf("%v %v\n%s", err, reply.Trouble, reply.Text)
	}
}

func TestOverlapIsMeasuredFromTheDayOfTheContact(t *testing.T) {
	d := newDesk(t, "bo")
	d.says("plan 99001941 15/3 2027 phone")
	d.as("anna")
	if said := d.says("plan 99001941 16/3 2027 phone"); !strings.Contains(said, "Overlap") {
		t.Error(said)
	}
	if said := d.says("plan 99001941 20/7 2027 phone"); strings.Contains(said, "Overlap") {
		t.Error(said)
	}
}

func TestAPlanForTodayStaysAPlan(t *testing.T) {
	d := newDesk(t, "anna")
	form, err := d.types("plan Jensen Byg today 15:00 visit")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, map[string]string{"company": "99018437"}); err != nil || d.last().Status != crm.Planned {
		t.Errorf("%v, status %s", err, d.last().Status)
	}
}

// TestNewCompanies are stored with the contact or not at all, and are known only to those who may know of it.
func TestNewCompanies(t *testing.T) {
	d := newDesk(t, "per")
	form, err := d.types("99031018 yesterday")
	if err != nil {
		t.Fatal(err)
	}
	name := "99031018 Privat Kunde 311299-0000 ApS"
	if reply, err := d.submits(form, map[string]string{"company": name, "contact_name": "Jens"}); err != nil || reply.Errors["told"] == "" {
		t.Fatal(err, reply.Errors)
	}
	if _, err := d.submits(form, map[string]string{"company": name, "note": strings.Repeat("x", crm.NoteLimit+1)}); !crm.IsKind(err, crm.Invalid) {
		t.Fatal(err)
	}
	if _, err := d.store.CompanyByCVR(context.Background(), "99031018"); !crm.IsKind(err, crm.NotFound) {
		t.Fatalf("a company of a refused form: %v", err)
	}
	if _, err := d.submits(form, map[string]string{"company": name}); err != nil {
		t.Fatal(err)
	}
	if c := d.last(); strings.Contains(c.Company.Name, "311299") || c.Company.CVR != "99031018" {
		t.Errorf("stored %+v", c.Company)
	}
	d.as("anna")
	if reply, _ := d.types("99031018 yesterday"); !strings.Contains(reply.Text, "do not know CVR number 99031018") {
		t.Error(reply.Text)
	}
}

func TestMaskedWhenFieldsMeet(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 yesterday phone, " + strings.Repeat("æøå ", 900) + "slut")
	form, err := d.presses("edit", fmt.Sprint(d.last().ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, map[string]string{"note": "kort note 311299", "note_more": "-0000 mere", "with": "Hans 311299 , 0000"}); err != nil {
		t.Fatal(err)
	}
	if c := d.last(); strings.Contains(c.Note, "0000") || !strings.Contains(c.Note, "[CPR]") {
		t.Errorf("note %q", c.Note)
	}
}

// TestTheTickSpeaksForOnePerson asks again when the contact person is somebody else.
func TestTheTickSpeaksForOnePerson(t *testing.T) {
	d := newDesk(t, "anna")
	reply, err := d.types("99001941 yesterday phone talked to Mette Holm")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.presses("told", button(t, reply, "visit.told")); err != nil {
		t.Fatal(err)
	}
	form, err := d.presses("edit", fmt.Sprint(d.last().ID))
	if err != nil {
		t.Fatal(err)
	}
	changed, err := d.submits(form, map[string]string{"contact_name": "Jens Olsen"})
	if err != nil || d.last().ContactName != "" {
		t.Errorf("%v, stored %q", err, d.last().ContactName)
	}
	if _, err := d.presses("told", button(t, changed, "visit.told")); err != nil || d.last().ContactName != "Jens Olsen" {
		t.Errorf("%v, stored %q", err, d.last().ContactName)
	}
}

func TestFollowUpsAreKept(t *testing.T) {
	d := newDesk(t, "anna")
	form, err := d.types("99001941")
	if err != nil {
		t.Fatal(err)
	}
	if reply, err := d.submits(form, map[string]string{"date": "2026-11-20", "follow_text": "send candidates"}); err != nil || reply.Errors["follow_up"] == "" {
		t.Errorf("words without a day: %v %v", err, reply.Errors)
	}
	if _, err := d.submits(form, map[string]string{"date": "2026-11-20", "follow_up": "2026-12-01", "follow_text": "send candidates"}); err != nil {
		t.Fatal(err)
	}
	c, anna := d.last(), d.person
	d.as("lis")
	form, err = d.types(fmt.Sprintf("edit %d follow up week 51", c.ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, nil); err != nil {
		t.Fatal(err)
	}
	list, err := d.store.FollowUpsOfContact(context.Background(), c.ID)
	if err != nil || len(list) != 1 || list[0].OwnerID != anna.ID || list[0].Text != "send candidates" || list[0].DueText != "week 51" {
		t.Errorf("%v %+v", err, list)
	}
}

func TestAnEditKeepsNamesAndSite(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 yesterday phone together with erhvervshuset")
	c := d.last()
	renamed := crm.Company{CVR: "99001941", Name: "Euro Maskiner A/S", Key: register.Fold("Euro Maskiner A/S"), Status: crm.CompanyActive}
	if err := d.store.SaveCompanies(context.Background(), []crm.Company{renamed}, now); err != nil {
		t.Fatal(err)
	}
	form, err := d.presses("edit", fmt.Sprint(c.ID))
	if err != nil {
		t.Fatal(err)
	}
	if reply, err := d.submits(form, map[string]string{"headcount": "3"}); err != nil || len(reply.Errors) > 0 {
		t.Fatal(err, reply.Errors)
	}
	if after := d.last(); after.Company.Name != c.Company.Name || after.Headcount != 3 {
		t.Errorf("stored %+v", after)
	}
	d.says("P-nr 1014000017 yesterday phone")
	site := d.last()
	if site.SiteID == 0 {
		t.Fatal("no site")
	}
	form, err = d.presses("edit", fmt.Sprint(site.ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, map[string]string{"company": "99002913"}); err != nil {
		t.Fatal(err)
	}
	if after := d.last(); after.SiteID != 0 || after.Company.CVR != "99002913" {
		t.Errorf("site %d stands on %s", after.SiteID, after.Company.CVR)
	}
}

func TestParticipantsWithACommaSurviveAnEdit(t *testing.T) {
	d := newDesk(t, "anna")
	ministry := crm.Participant{Name: "Ministry of Industry, Business and Financial Affairs"}
	d.says("99001941 yesterday phone")
	c := d.last()
	c.With = []crm.Participant{ministry, {Name: "Hus"}}
	if _, err := d.store.UpdateContact(context.Background(), crm.Entry{RequestID: "r", Now: now, Person: d.person}, c, nil); err != nil {
		t.Fatal(err)
	}
	form, err := d.presses("edit", fmt.Sprint(c.ID))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, nil); err != nil {
		t.Fatal(err)
	}
	if with := d.last().With; len(with) != 2 || with[0].Name != ministry.Name {
		t.Errorf("stored %+v", with)
	}
}

func TestPlansDoNotFallOutOfTheList(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("plan 99002913 10/12 10am recruitment")
	for range 20 {
		d.says("99001941 yesterday phone")
	}
	if said := d.says("list"); !strings.Contains(said, "Aabenraa") {
		t.Error(said)
	}
}

func TestAPurposeNoLongerInUse(t *testing.T) {
	d := newDesk(t, "anna")
	reply, err := d.types("99001941 yesterday jobrotation")
	if err != nil || reply.View == nil || !strings.Contains(reply.Text, "not in use") {
		t.Errorf("%v\n%s", err, reply.Text)
	}
}

func TestWhatDidNotComeAbout(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 i går mødte ikke op")
	if c := d.last(); c.Status != crm.NoShow {
		t.Errorf("status %s", c.Status)
	}
	for line, want := range map[string]string{"besøgte dem ikke i går 99001941": "did not come about", "99001941 i går, opfølgning 20/11": "When is it to be followed up"} {
		reply, err := d.types(line)
		if err != nil || reply.View == nil || !strings.Contains(reply.Text, want) {
			t.Errorf("%q: %v\n%s", line, err, reply.Text)
		}
	}
	form, err := d.types("Jensen Byg i går kom ikke til mødet")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, map[string]string{"company": "99018437"}); err != nil || d.last().Status != crm.NoShow {
		t.Errorf("%v, status %s", err, d.last().Status)
	}
}

func TestTwoCompaniesInOneLine(t *testing.T) {
	d := newDesk(t, "anna")
	if reply, err := d.types("Køge Kran ApS og Køge Korn A/S i går"); err != nil || reply.View == nil || !strings.Contains(reply.Text, "one contact at a time") {
		t.Errorf("%v\n%s", err, reply.Text)
	}
	d.says("Køge Kran ApS besøg i går, har fået ordre fra Lolland Betonelementer")
	if c := d.last(); c.Company.Name != "Køge Kran ApS" || !strings.Contains(c.Note, "Lolland Betonelementer") {
		t.Errorf("stored %+v", c)
	}
}

func TestEditByAPartOfTheName(t *testing.T) {
	d := newDesk(t, "anna")
	d.says("99001941 yesterday phone")
	form, err := d.types("ret ærø 1½ time")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.submits(form, nil); err != nil || d.last().Minutes != 90 {
		t.Errorf("%v, %d minutes", err, d.last().Minutes)
	}
}

func TestNumberAndNameMustAgree(t *testing.T) {
	d := newDesk(t, "anna")
	if reply, err := d.types("99001941 Køge Korn A/S i går telefon"); err != nil || reply.View == nil || !strings.Contains(reply.Text, "but the name beside it is Køge Korn") {
		t.Errorf("%v\n%s", err, reply.Text)
	}
	d.says("99017465 Jensen Byg ApS i går telefon") // one of the two of that name
	d.says("99001941 Ærø Maskinfabrik i går telefon")
}
