package crm

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"samspil/internal/text"
	"samspil/internal/when"
)

var (
	jobCentre = Org{ID: 1, Code: "JC-360", NameDA: "Jobcenter Lolland", Public: true}
	hub       = Org{ID: 2, Code: "EH-SJ", NameDA: "Erhvervshus Sjælland", Public: true}
	fund      = Org{ID: 3, Code: "AK-3F", NameDA: "3F A-kasse"}
	today     = when.MustISO("2026-11-23")
)

func contact(id int64, org Org, date string, edit ...func(*Contact)) Contact {
	c := Contact{ID: id, Company: Company{ID: 7, CVR: "99000007"}, Org: org, Person: Person{Name: "Bo"}, Status: Done,
		Channel: Visit, Date: when.MustISO(date), Start: NoClock, End: NoClock, Purposes: []Purpose{"recruitment"},
		Note: "hemmelig", ContactName: "Mette", Share: ShareDefault}
	for _, e := range edit {
		e(&c)
	}
	return c
}

func share(s Share) func(*Contact)   { return func(c *Contact) { c.Share = s } }
func status(s Status) func(*Contact) { return func(c *Contact) { c.Status = s } }
func held(c *Contact)                { c.NoteHeld = true }
func joinedBy(o Org) func(*Contact) {
	return func(c *Contact) { c.With = []Participant{{OrgID: o.ID}} }
}
func agree(t Tier, a, b Org) Agreements { return Agreements{{a.ID, b.ID}: t} }

func TestTierOf(t *testing.T) {
	for _, tt := range []struct {
		name   string
		c      Contact
		viewer Org
		agreed Agreements
		want   Tier
	}{
		{"own organisation sees all", contact(1, hub, "2026-11-17"), hub, nil, TierNote},
		{"own organisation sees all, even held and narrowed", contact(1, hub, "2026-11-17", held, share(ShareNothing)), hub, nil, TierNote},
		{"between authorities the fact", contact(1, hub, "2026-11-17"), jobCentre, nil, TierFact},
		{"to a private partner nothing", contact(1, hub, "2026-11-17"), fund, nil, TierNothing},
		{"from a private partner nothing", contact(1, fund, "2026-11-17"), hub, nil, TierNothing},
		{"a pair agrees on the month", contact(1, hub, "2026-11-17"), fund, agree(TierMonth, hub, fund), TierMonth},
		{"an agreement holds in one direction", contact(1, fund, "2026-11-17"), hub, agree(TierMonth, hub, fund), TierNothing},
		{"authorities can agree on less", contact(1, hub, "2026-11-17"), jobCentre, agree(TierNothing, hub, jobCentre), TierNothing},
		{"writer narrows to the month", contact(1, hub, "2026-11-17", share(ShareMonth)), jobCentre, nil, TierMonth},
		{"writer keeps it inside", contact(1, hub, "2026-11-17", share(ShareNothing)), jobCentre, nil, TierNothing},
		{"writer widens to the note", contact(1, hub, "2026-11-17", share(ShareNote)), jobCentre, nil, TierNote},
		{"widening does not lift a pair without agreement", contact(1, hub, "2026-11-17", share(ShareNote)), fund, nil, TierNothing},
		{"a held note stays although widened", contact(1, hub, "2026-11-17", share(ShareNote), held), jobCentre, nil, TierFact},
		{"a held note stays although agreed", contact(1, hub, "2026-11-17", held), jobCentre, agree(TierNote, hub, jobCentre), TierFact},
		{"who took part knows the fact", contact(1, hub, "2026-11-17", joinedBy(fund)), fund, nil, TierFact},
		{"unless the writer keeps it inside", contact(1, hub, "2026-11-17", joinedBy(fund), share(ShareNothing)), fund, nil, TierNothing},
	} {
		if got := TierOf(tt.c, tt.viewer, tt.agreed); got != tt.want {
			t.Errorf("%s: tier %d, want %d", tt.name, got, tt.want)
		}
	}
}

// TestDiscloseHoldsNothingAboveItsTier looks at every field, so that a field added later is noticed.
func TestDiscloseHoldsNothingAboveItsTier(t *testing.T) {
	c := contact(1, hub, "2026-11-17", joinedBy(fund))
	if _, ok := Disclose(c, Org{ID: 9}, nil); ok {
		t.Error("a contact was disclosed at tier 0")
	}
	month, ok := Disclose(contact(1, hub, "2026-11-17", share(ShareMonth)), jobCentre, nil)
	want := Disclosed{Tier: TierMonth, Month: when.MustISO("2026-11-01"), Start: NoClock, End: NoClock}
	if !ok || !equal(month, want) {
		t.Errorf("tier 1 holds %+v", month)
	}
	fact, _ := Disclose(contact(1, hub, "2026-11-17"), jobCentre, nil)
	if fact.Extra != (Extra{}) || fact.Person != "Bo" || fact.Date != c.Date {
		t.Errorf("tier 2 holds %+v", fact)
	}
	if _, ok := Disclose(contact(1, hub, "2026-11-17", share(ShareMonth), status(Cancelled)), jobCentre, nil); ok {
		t.Error("the month tells that a contact was cancelled")
	}
	own, _ := Disclose(c, hub, nil)
	if own.Extra.Note != "hemmelig" || own.Extra.ContactName != "Mette" || !own.Own {
		t.Errorf("tier 3 holds %+v", own)
	}
}

// TestWhoTookPart shows a participant only to those who may know of that organisation's contacts, and free text, which
// may name a person, only with the note.
func TestWhoTookPart(t *testing.T) {
	joint := contact(1, hub, "2026-11-17", func(c *Contact) {
		c.With = []Participant{{OrgID: jobCentre.ID, Name: "Jobcenter", Public: true}, {OrgID: fund.ID, Name: "A-kasse"}, {Name: "Hans, sygemeldt"}}
	})
	for _, tt := range []struct {
		name   string
		viewer Org
		edit   func(*Contact)
		want   string
	}{
		{"own organisation", hub, func(*Contact) {}, "Jobcenter|A-kasse|Hans, sygemeldt"},
		{"an authority", Org{ID: 8, Public: true}, func(*Contact) {}, "Jobcenter"},
		{"an authority, with the note", Org{ID: 8, Public: true}, share(ShareNote), "Jobcenter|Hans, sygemeldt"},
		{"the partner itself", fund, func(*Contact) {}, "A-kasse"},
	} {
		c := joint
		tt.edit(&c)
		d, _ := Disclose(c, tt.viewer, nil)
		if got := strings.Join(d.With, "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCompanyKnownTo(t *testing.T) {
	written := Company{AddedBy: hub}
	for _, tt := range []struct {
		c      Company
		viewer Org
		agreed Agreements
		want   bool
	}{
		{Company{}, fund, nil, true}, {written, hub, nil, true}, {written, jobCentre, nil, true}, {written, fund, nil, false},
		{written, fund, agree(TierFact, hub, fund), true}, {written, fund, agree(TierMonth, hub, fund), false},
	} {
		if got := tt.c.KnownTo(tt.viewer, tt.agreed); got != tt.want {
			t.Errorf("added by %d, seen by %d, agreed %v: %v", tt.c.AddedBy.ID, tt.viewer.ID, tt.agreed, got)
		}
	}
}

func equal(a, b Disclosed) bool {
	return a.Tier == b.Tier && a.Own == b.Own && a.Month == b.Month && a.Status == b.Status && a.ID == b.ID &&
		a.Org.ID == b.Org.ID && a.Org.NameDA == b.Org.NameDA && a.Person == b.Person && a.Title == b.Title && a.Date == b.Date && a.Start == b.Start && a.End == b.End &&
		a.Channel == b.Channel && len(a.Purposes) == len(b.Purposes) && len(a.With) == len(b.With) && a.Extra == b.Extra
}

func TestOverlap(t *testing.T) {
	w := Windows{ByPurpose: map[Purpose]int{"recruitment": 30, "export": 120}}
	for _, tt := range []struct {
		name string
		c    Contact
		w    Windows
		want bool
	}{
		{"90 days ago is inside", contact(1, hub, "2026-08-25"), Windows{}, true},
		{"91 days ago is outside", contact(1, hub, "2026-08-24"), Windows{}, false},
		{"planned in 90 days is inside", contact(1, hub, "2027-02-21", status(Planned)), Windows{}, true},
		{"planned in 91 days is outside", contact(1, hub, "2027-02-22", status(Planned)), Windows{}, false},
		{"own contact is none", contact(1, jobCentre, "2026-11-20"), Windows{}, false},
		{"a joint contact is none for who took part", contact(1, hub, "2026-11-20", joinedBy(jobCentre)), Windows{}, false},
		{"cancelled is none", contact(1, hub, "2026-11-20", status(Cancelled)), Windows{}, false},
		{"no-show is none", contact(1, hub, "2026-11-20", status(NoShow)), Windows{}, false},
		{"deleted is none", contact(1, hub, "2026-11-20", func(c *Contact) { c.DeletedAt = time.Unix(1, 0) }), Windows{}, false},
		{"a purpose's own window, 31 days ago", contact(1, hub, "2026-10-23"), w, false},
		{"a purpose's own window, 30 days ago", contact(1, hub, "2026-10-24"), w, true},
		{"the longest named window counts", contact(1, hub, "2026-08-01", func(c *Contact) { c.Purposes = []Purpose{"recruitment", "export"} }), w, true},
	} {
		if got := Overlap(tt.c, jobCentre.ID, today, tt.w); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestCheckStanding(t *testing.T) {
	notBefore := Notice{Kind: NoticeNotBefore, From: when.MustISO("2026-11-01"), Until: when.MustISO("2026-12-01")}
	for _, tt := range []struct {
		name     string
		contacts []Contact
		notices  []Notice
		viewer   Org
		want     Standing
	}{
		{"nobody", nil, nil, jobCentre, Clear},
		{"only our own", []Contact{contact(1, jobCentre, "2026-11-20")}, nil, jobCentre, Clear},
		{"another one lately", []Contact{contact(1, hub, "2026-11-20")}, nil, jobCentre, Recent},
		{"another one long ago", []Contact{contact(1, hub, "2026-01-20")}, nil, jobCentre, Clear},
		{"someone goes beats someone was", []Contact{contact(1, hub, "2026-11-20"), contact(2, hub, "2026-11-25", status(Planned))}, nil, jobCentre, SomeGoes},
		{"someone goes today", []Contact{contact(2, hub, "2026-11-23", status(Planned))}, nil, jobCentre, SomeGoes},
		{"a plan whose day is past is only recent", []Contact{contact(2, hub, "2026-11-20", status(Planned))}, nil, jobCentre, Recent},
		{"the company's wish beats all", []Contact{contact(2, hub, "2026-11-25", status(Planned))}, []Notice{notBefore}, jobCentre, AskedNot},
		{"a wish that has run out", nil, []Notice{{Kind: NoticeOptOut, From: when.MustISO("2026-01-01"), Until: when.MustISO("2026-11-22")}}, jobCentre, Clear},
		{"an industrial conflict is a warning, no wish", nil, []Notice{{Kind: NoticeConflict, From: today}}, jobCentre, Clear},
		{"the hidden does not show through", []Contact{contact(1, hub, "2026-11-20")}, nil, fund, Clear},
		{"a month only is still recent", []Contact{contact(1, hub, "2026-11-20", share(ShareMonth))}, nil, jobCentre, Recent},
	} {
		got := Check(CheckInput{Contacts: tt.contacts, Notices: tt.notices, Viewer: tt.viewer, Today: today})
		if got.Standing != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got.Standing, tt.want)
		}
	}
}

// TestMonthHidesTheDay moves a contact of which only the month may be known through its month, and its status and the
// day of the check with it: nothing of the answer may change.
func TestMonthHidesTheDay(t *testing.T) {
	hidden := func(day string, s Status) Contact {
		return contact(7, hub, day, share(ShareMonth), status(s), func(c *Contact) { c.Start = 600 })
	}
	for _, day := range []string{"2026-11-23", "2027-01-17", "2027-02-10", "2027-02-28", "2027-03-01"} {
		answers := map[string]bool{}
		for _, c := range []Contact{hidden("2026-11-01", Done), hidden("2026-11-30", Planned), hidden("2026-11-15", Done)} {
			got := Check(CheckInput{Viewer: jobCentre, Today: when.MustISO(day), Contacts: []Contact{
				c, contact(1, hub, "2026-11-10"), contact(2, hub, "2026-11-20"), contact(3, hub, "2026-10-30")}})
			raw, err := json.Marshal(got)
			if err != nil {
				t.Fatal(err)
			}
			answers[string(raw)] = true
		}
		if len(answers) != 1 {
			t.Errorf("on %s the day or status shows through:\n%v", day, answers)
		}
	}
	// What was cancelled is no contact.
	if got := Check(CheckInput{Viewer: jobCentre, Today: today, Contacts: []Contact{hidden("2026-11-15", Cancelled)}}); got.Reduced != 0 || got.Standing != Clear {
		t.Errorf("a cancelled contact shows: %+v", got)
	}
}

func TestStandingOnTheDayOfTheContact(t *testing.T) {
	for _, tt := range []struct {
		day  string
		want Standing
		over int
	}{{"", Clear, 0}, {"2027-03-16", SomeGoes, 1}, {"2027-07-01", Clear, 0}} {
		in := CheckInput{Viewer: jobCentre, Today: today, Contacts: []Contact{contact(1, hub, "2027-03-15", status(Planned))}}
		if tt.day != "" {
			in.Day = when.MustISO(tt.day)
		}
		if got := Check(in); got.Standing != tt.want || len(got.Overlaps) != tt.over {
			t.Errorf("on %q: %s, %d overlaps", tt.day, got.Standing, len(got.Overlaps))
		}
	}
}

func TestCheckSortsContacts(t *testing.T) {
	got := Check(CheckInput{Viewer: jobCentre, Today: today, Contacts: []Contact{
		contact(1, hub, "2026-11-10"), contact(2, jobCentre, "2026-11-18"), contact(3, hub, "2026-11-17"),
		contact(4, hub, "2026-12-10", status(Planned)), contact(5, jobCentre, "2026-11-30", status(Planned)),
		contact(6, hub, "2026-11-16", status(Cancelled)), contact(7, hub, "2026-10-01", share(ShareMonth)),
		contact(8, hub, "2026-11-19", func(c *Contact) { c.DeletedAt = time.Unix(1, 0) }),
	}, FollowUps: []FollowUp{
		{ID: 1, OrgID: jobCentre.ID, State: FollowUpOpen, Due: when.MustISO("2026-12-10")},
		{ID: 2, OrgID: jobCentre.ID, State: FollowUpOpen, Due: when.MustISO("2026-12-01")},
		{ID: 3, OrgID: hub.ID, State: FollowUpOpen, Due: when.MustISO("2026-12-01")},
		{ID: 4, OrgID: jobCentre.ID, State: FollowUpDone, Due: when.MustISO("2026-12-01")},
	}})
	ids := func(list []Disclosed) string {
		var b strings.Builder
		for _, d := range list {
			b.WriteString(string(rune('0' + d.ID)))
		}
		return b.String()
	}
	for _, tt := range []struct{ name, got, want string }{
		{"latest", ids([]Disclosed{*got.Last}), "2"}, {"planned, soonest first", ids(got.Planned), "54"},
		{"others, newest first; a month has no number", ids(got.Others), "310"}, {"own, without the latest", ids(got.Own), ""},
		{"off", ids(got.Off), "6"}, {"overlaps", ids(got.Overlaps), "4310"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	if got.Reduced != 1 {
		t.Errorf("reduced %d, want 1", got.Reduced)
	}
	if len(got.FollowUps) != 2 || got.FollowUps[0].ID != 2 {
		t.Errorf("follow-ups %+v", got.FollowUps)
	}
}

func TestValidate(t *testing.T) {
	for _, tt := range []struct {
		name string
		edit func(*Contact)
		want string
	}{
		{"fine", func(*Contact) {}, ""},
		{"no company", func(c *Contact) { c.Company.ID = 0 }, "The company is missing"},
		{"no date", func(c *Contact) { c.Date = when.Date{} }, "The date is missing"},
		{"done in the future", func(c *Contact) { c.Date = when.MustISO("2026-11-24") }, "is in the future"},
		{"planned in the future", func(c *Contact) { c.Date, c.Status = when.MustISO("2026-11-24"), Planned }, ""},
		{"note at the limit, in letters", func(c *Contact) { c.Note = strings.Repeat("ø", NoteLimit) }, ""},
		{"note over the limit", func(c *Contact) { c.Note = strings.Repeat("ø", NoteLimit+1) }, "has 5,001 characters and there is room for 5,000"},
		{"ends before it starts", func(c *Contact) { c.Start, c.End = 600, 540 }, "end time is before"},
		{"job rotation after it ended", func(c *Contact) { c.Purposes = []Purpose{"job_rotation"} }, "\"job rotation\" did not apply"},
		{"job rotation while it lasted", func(c *Contact) { c.Purposes, c.Date = []Purpose{"job_rotation"}, when.MustISO("2026-01-31") }, ""},
		{"unknown purpose", func(c *Contact) { c.Purposes = []Purpose{"golf"} }, "did not apply"},
		{"too many people", func(c *Contact) { c.Headcount = MaxHeadcount + 1 }, "between 0 and 99,999"},
	} {
		c := contact(1, hub, "2026-11-17", tt.edit)
		got := ""
		if err := c.Validate(text.English, today); err != nil {
			got = err.(*Error).In(text.English)
		}
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCanUndo(t *testing.T) {
	logged := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	c := contact(1, hub, "2026-11-17", func(c *Contact) { c.CreatedAt, c.Person.ID = logged, 4 })
	for _, tt := range []struct {
		who   int64
		org   Org
		after time.Duration
		want  bool
	}{{4, hub, UndoWindow, true}, {4, hub, UndoWindow + time.Second, false}, {5, hub, time.Second, false}, {4, jobCentre, time.Second, false}} {
		if got := c.CanUndo(Person{ID: tt.who, Org: tt.org}, logged.Add(tt.after)); got != tt.want {
			t.Errorf("person %d after %v: %v", tt.who, tt.after, got)
		}
	}
}

// TestVocabulary keeps codes unique and every term named in both languages.
func TestVocabulary(t *testing.T) {
	for _, list := range [][]Term{Channels, Purposes, Outcomes, Statuses, Trades, OverlapReasons} {
		seen := map[string]bool{}
		for _, term := range list {
			if seen[term.Code] || term.Name(text.Danish) == "" || term.Name(text.English) == "" {
				t.Errorf("term %q is double or unnamed", term.Code)
			}
			seen[term.Code] = true
		}
	}
}
