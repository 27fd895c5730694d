package check_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"samspil/commands"
	"samspil/commands/check"
	"samspil/internal/crm"
	"samspil/internal/demo"
	"samspil/internal/register"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var now = time.Date(2026, 11, 23, 10, 0, 0, 0, when.Copenhagen)

type desk struct {
	*testing.T
	store   *store.Store
	feature commands.Feature
	people  map[string]crm.Person // by first name in lower case
	readers []string              // whose organisations read every channel
	unknown int                   // how many others do
}

// Audience implements commands.Channels.
func (d *desk) Audience(context.Context, crm.Person, string) (crm.Audience, error) {
	a := crm.Audience{Unknown: d.unknown}
	for _, who := range d.readers {
		a.Orgs = append(a.Orgs, d.people[who].Org)
	}
	return a, nil
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

func newDesk(t *testing.T) *desk {
	st, _ := storetest.SQLite(t)
	if err := demo.Seed(context.Background(), st, now); err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, store: st, people: map[string]crm.Person{}}
	d.feature = check.New(st, names(t, st), d)
	list, err := st.People(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		first, _, _ := strings.Cut(p.Name, " ")
		d.people[strings.ToLower(first)] = p
	}
	return d
}

func (d *desk) asks(who, words string) commands.Reply {
	d.Helper()
	req := commands.Request{ID: "r1", Now: now, Person: d.people[who], Lang: text.English, Command: "check", Text: words}
	reply, err := d.feature.Handle(context.Background(), req)
	if err != nil {
		d.Fatalf("%s asks %q: %v", who, words, err)
	}
	return reply
}

// order fails unless the words occur in the text in this order.
func (d *desk) order(said string, words ...string) {
	d.Helper()
	at := 0
	for _, w := range words {
		i := strings.Index(said[at:], w)
		if i < 0 {
			d.Errorf("%q is missing, or not where it belongs:\n%s", w, said)
			return
		}
		at += i + len(w)
	}
}

func TestAnswerInOrder(t *testing.T) {
	d := newDesk(t)
	reply := d.asks("anna", "lolland betonelementer")
	d.order(reply.Text, "Lolland Betonelementer A/S, Rødby, CVR 99000007", "📅 Someone is about to go",
		"Latest, 6 days ago: Tuesday 17 November 2026", "visit", "Bo Krogsgård", "recruitment and upskilling", "Talk to Karin Elmelund",
		"Planned", "Thursday 3 December 2026", "Your own", "Wednesday 7 October 2026", "Cancelled or no-show", "Disclosure:")
	if strings.Count(reply.Text, "17 November") != 1 {
		t.Error("the latest contact is told twice")
	}
}

func TestVerdicts(t *testing.T) {
	d := newDesk(t)
	for words, want := range map[string]string{
		"ærø maskinfabrik":       "🟢 Clear",
		"sørensen & søn vvs":     "🟠 Recently contacted",
		"grøn logistik":          "",
		"køge kranservice":       "🟢 Clear", // only the private partner was there
		"metrobyg jv":            "🟢 Clear", // a joint contact that his own organisation takes part in
		"lolland betonelementer": "📅 Someone is about to go",
	} {
		if said := d.asks("bo", words).Text; !strings.Contains(said, want) {
			t.Errorf("%s: want %q\n%s", words, want, said)
		}
	}
	asked := demo.Notices(now)[0].CVR
	d.order(d.asks("bo", asked).Text, "🔴 The company has asked not to be contacted", "does not want to be contacted before 29 Dec 2026 (told to Jobcentre Lolland")
	d.order(d.asks("per", asked).Text, "🔴 The company has asked not to be contacted", "does not want to be contacted before 29 Dec 2026\n")
}

// TestNothingAboveTheTier lets everybody check every company, and looks for what each may not see in the text and in
// the blocks.
func TestNothingAboveTheTier(t *testing.T) {
	d := newDesk(t)
	ctx := context.Background()
	agreed, err := d.store.Agreements(ctx)
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for _, company := range demo.Companies() {
		stored, err := d.store.CompanyByCVR(ctx, company.CVR)
		if err != nil {
			t.Fatal(err)
		}
		contacts, err := d.store.ContactsOfCompany(ctx, stored.ID, crm.Cursor{}, 100)
		if err != nil {
			t.Fatal(err)
		}
		for who, viewer := range d.people {
			raw, err := json.Marshal(d.asks(who, company.CVR))
			if err != nil {
				t.Fatal(err)
			}
			said := strings.ReplaceAll(string(raw), `\n`, " ")
			for _, c := range contacts {
				looked++
				tier := crm.TierOf(c, viewer.Org, agreed)
				for _, secret := range secrets(c, tier) {
					if strings.Contains(said, secret) {
						t.Errorf("%s at tier %d is shown %q of contact %d with %s", who, tier, secret, c.ID, company.Name)
					}
				}
			}
		}
	}
	if looked < 200 {
		t.Errorf("only %d contacts looked at", looked)
	}
}

// secrets are words of the contact that the tier hides. Names of people and organisations are told by other
// contacts too, so below the fact the time of day and the day stand for it.
func secrets(c crm.Contact, tier crm.Tier) []string {
	var list []string
	if tier < crm.TierNote {
		for _, s := range []string{c.ContactName, c.ContactMail, c.ContactTel} {
			if s != "" {
				list = append(list, s)
			}
		}
		if len(c.Note) > 20 {
			list = append(list, strings.TrimSpace(string([]rune(c.Note)[:18])))
		}
	}
	if tier < crm.TierFact {
		list = append(list, text.Date(text.English, c.Date))
	}
	return list
}

// TestPrivatePartner sees nobody's name but his own organisation's.
func TestPrivatePartner(t *testing.T) {
	d := newDesk(t)
	for _, company := range demo.Companies() {
		raw, err := json.Marshal(d.asks("per", company.CVR))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Anna", "Krogsgård", "Elmelund", "Ravnholm", "Jobcent", "Business Hub", "is not shown"} {
			if strings.Contains(string(raw), name) && !strings.Contains(string(raw), "together with") {
				t.Errorf("per is shown %q at %s: %s", name, company.Name, raw)
			}
		}
	}
}

// TestReducedIsSaid narrows a contact to its month: the answer says that something is not shown.
func TestReducedIsSaid(t *testing.T) {
	d := newDesk(t)
	company, err := d.store.CompanyByCVR(context.Background(), "99001941")
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.store.LogContact(context.Background(), crm.Entry{RequestID: "x", Now: now, Person: d.people["anna"]},
		crm.Contact{Company: company, Org: d.people["anna"].Org, Person: d.people["anna"], Status: crm.Done, Channel: crm.Phone, Date: when.MustISO("2026-11-12"),
			Start: crm.NoClock, End: crm.NoClock, Note: "fortroligt", Share: crm.ShareMonth, Source: "command", Purposes: []crm.Purpose{"layoffs"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	said := d.asks("bo", "99001941").Text
	d.order(said, "🟠 Recently contacted", "Latest: another organisation · in November 2026", "1 contact is not shown to you", "only that there was a contact, and its month")
	for _, secret := range []string{"Anna", "Jobcent", "12 November", "phone", "layoffs", "fortroligt"} {
		if strings.Contains(said, secret) {
			t.Errorf("%q shows at tier 1:\n%s", secret, said)
		}
	}
}

func TestNotFound(t *testing.T) {
	d := newDesk(t)
	for words, want := range map[string]string{
		"24256791":           "CVR number 24256791 is not valid",
		"99031018":           "I know no company with CVR number 99031018",
		"P-nr 1029999999":    "I know no P-number 1029999999",
		"grundfest":          "I know no company called \"grundfest\"",
		"+45 99 00 77 61":    "99007761 is a phone number",
		"jensen byg":         "do you mean one of these?",
		"?":                  "Which company should I check?",
		"has anyone been at": "Which company should I check?",
	} {
		if said := d.asks("anna", words).Text; !strings.Contains(said, want) {
			t.Errorf("%q: want %q\n%s", words, want, said)
		}
	}
}

func TestSeveralAtOnce(t *testing.T) {
	d := newDesk(t)
	d.order(d.asks("anna", "99010673, jensen byg, 99012617").Text, "99010673", "99012617")
	d.order(d.asks("anna", "køge kran, jensen byg, grundfest").Text, "Køge Kran ApS", "do you mean one of these?", "I know no company called \"grundfest\"")
	many := strings.Repeat("99010673 ", 40)
	if said := d.asks("anna", many).Text; !strings.Contains(said, "at most 25 companies") {
		t.Error(said)
	}
}

// TestLookUpIsOnRecord finds the audit line of a check, and none for a company that was not shown.
func TestLookUpIsOnRecord(t *testing.T) {
	st := &recorder{Store: newDesk(t).store}
	feature := check.New(st, names(t, st.Store), nil)
	for _, words := range []string{"99000007", "jensen byg", "24256791"} {
		if _, err := feature.Handle(context.Background(), commands.Request{Now: now, Lang: text.Danish, Text: words}); err != nil {
			t.Fatal(err)
		}
	}
	if strings.Join(st.seen, " ") != "company.check/99000007" {
		t.Errorf("on record: %v", st.seen)
	}
}

type recorder struct {
	*store.Store
	seen []string
}

func (r *recorder) Audit(_ context.Context, _ crm.Entry, action, subject string, _ map[string]string) error {
	r.seen = append(r.seen, action+"/"+subject)
	return nil
}

func TestFormChecks(t *testing.T) {
	d := newDesk(t)
	if form := d.asks("anna", ""); form.View == nil {
		t.Fatal("no form")
	}
	req := commands.Request{Now: now, Person: d.people["anna"], Lang: text.English, Form: "form", Values: map[string][]string{"company": {"99000007"}}}
	reply, err := d.feature.Forms["form"](context.Background(), req)
	if err != nil || !strings.Contains(reply.Text, "Lolland Betonelementer") {
		t.Errorf("%v %s", err, reply.Text)
	}
}

// TestManyCompaniesFitOneMessage keeps an answer inside what Slack takes: 50 blocks, and some 13,000 characters.
func TestManyCompaniesFitOneMessage(t *testing.T) {
	d := newDesk(t)
	numbers := []string{"99000007", "99001941", "99002913", "99004851", "99005823", "99007761", "99010673", "99011645", "99012617", "99013583"}
	for n := 1; n <= len(numbers); n++ {
		reply := d.asks("anna", strings.Join(numbers[:n], " "))
		if len(reply.Blocks) > 50 || len([]rune(reply.Text)) > 12000 {
			t.Errorf("%d companies: %d blocks, %d characters", n, len(reply.Blocks), len(reply.Text))
		}
		for _, cvr := range numbers[:n] {
			if !strings.Contains(reply.Text, "CVR "+cvr) {
				t.Errorf("of %d companies, %s is missing", n, cvr)
			}
		}
	}
}

// TestNamesWithinOneClause takes a clause apart only where no company has the whole of it.
func TestNamesWithinOneClause(t *testing.T) {
	d := newDesk(t)
	d.order(d.asks("anna", "Køge Kran, Køge Korn og Aabenraa Anlæg").Text, "Køge Kran ApS", "Køge Korn A/S", "Aabenraa Anlæg A/S")
	d.order(d.asks("anna", "sørensen og søn vvs").Text, "Sørensen & Søn VVS I/S, ")
	said := d.asks("anna", "er der nogen der har talt med Jensen Byg i Maribo").Text
	d.order(said, "Jensen Byg ApS, Maribo, CVR 99017465")
	if strings.Contains(said, "do you mean") {
		t.Error(said)
	}
	d.order(d.asks("anna", "Jensen Byg i Aalborg").Text, "do you mean", "99017465", "99018437")
}
