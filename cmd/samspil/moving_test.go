package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samspil/internal/crm"
	"samspil/internal/moving"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// quiet is a terminal nobody sees.
func quiet(t *testing.T) (*terminal, *bytes.Buffer) {
	var out bytes.Buffer
	return &terminal{ctx: t.Context(), lang: text.English, in: strings.NewReader(""), out: &out, err: io.Discard}, &out
}

// TestContactsThereAndBack: random contacts come out of one database and into an empty one the same as they were, in both
// formats and between both kinds of database.
func TestContactsThereAndBack(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		sample := storetest.Fill(t, st)
		seed := rand.Uint64()
		t.Logf("seed %d", seed)
		fillRandom(t, st, sample, rand.New(rand.NewPCG(seed, 0)), 300)
		want := wholeOf(t, st, "JC-360")
		for _, format := range []string{"csv", "xlsx"} {
			name := filepath.Join(t.TempDir(), "contacts."+format)
			term, _ := quiet(t)
			c := exportContactsCmd{Org: "JC-360", CSV: format == "csv", XLSX: format == "xlsx", Out: name, DB: url}
			if err := c.Run(term); err != nil {
				t.Fatal(err)
			}
			storetest.EachDatabase(t, func(t *testing.T, other *store.Store, otherURL string) {
				storetest.Fill(t, other)
				term, out := quiet(t)
				in := importContactsCmd{File: name, Org: "JC-360", Channel: "visit", Told: true, Write: true, DB: otherURL}
				if err := in.Run(term); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, wholeOf(t, other, "JC-360")); diff != "" {
					t.Errorf("%s: %s\n%s", format, diff, out)
				}
			})
		}
	})
}

// fillRandom logs contacts of Anna's with whatever a contact may hold.
func fillRandom(t *testing.T, st *store.Store, s storetest.Sample, rng *rand.Rand, n int) {
	t.Helper()
	words := []string{"Mangler smede", "=1+1", "'+x", "linje\nto", "; \"citat\"", "æøå", "sygemeldt", "tab", "-", "@mail", "køb & salg <b>"}
	some := func(list []crm.Term) string { return list[rng.IntN(len(list))].Code }
	for i := range n {
		k := crm.Contact{Company: []crm.Company{s.Crane, s.Bakery}[rng.IntN(2)], Channel: crm.Channel(some(crm.Channels)), Status: crm.Status(some(crm.Statuses)),
			Date: when.MustISO("2023-01-01").AddDays(rng.IntN(700)), Start: crm.NoClock, End: crm.NoClock, Source: "import",
			Share: []crm.Share{crm.ShareDefault, crm.ShareNothing, crm.ShareMonth, crm.ShareFact, crm.ShareNote}[rng.IntN(5)]}
		if rng.IntN(2) == 0 {
			k.Start = when.Clock(1 + rng.IntN(1000))
			k.End = k.Start + when.Clock(rng.IntN(300))
			k.Minutes = rng.IntN(200)
		}
		if rng.IntN(2) == 0 {
			k.Note = strings.TrimSpace(fmt.Sprint(words[rng.IntN(len(words))], i%7, words[rng.IntN(len(words))]))
			k.NoteHeld = strings.Contains(k.Note, "syg")
		}
		for range rng.IntN(3) {
			if p := crm.Purpose(some(crm.Purposes)); !slices.Contains(k.Purposes, p) {
				k.Purposes = append(k.Purposes, p)
			}
		}
		if rng.IntN(3) == 0 {
			k.With = []crm.Participant{{OrgID: s.Hub.ID, Name: "Erhvervshus Sjælland", Public: true}, {Name: "Mette; fra =VEU"}}
			k.ContactName, k.ContactTel, k.ContactMail = "Mette Holm", "+45 12 34 56 78", "mette@example.com"
			k.Outcome, k.Trade, k.OverlapWhy = crm.Outcome(some(crm.Outcomes)), some(crm.Trades), some(crm.OverlapReasons)
			k.Headcount, k.NeedFrom = 1+rng.IntN(9), k.Date.AddDays(rng.IntN(90))
		}
		if len(k.Company.Sites) > 0 && rng.IntN(3) == 0 {
			k.SiteID = k.Company.Sites[0].ID
		}
		if rng.IntN(4) == 0 {
			k.Company.Name = "Navn den dag " + fmt.Sprint(i)
		}
		var promises []crm.FollowUp
		for range rng.IntN(3) {
			promises = append(promises, crm.FollowUp{Due: k.Date.AddDays(1 + rng.IntN(60)), DueText: []string{"", "uge 50"}[rng.IntN(2)], Text: words[rng.IntN(len(words)-2)] + "x"})
		}
		if _, err := st.LogContact(t.Context(), storetest.Entry(s.Anna), k, promises); err != nil {
			t.Fatal(err)
		}
	}
	all := wholeOf(t, st, "JC-360")
	if len(all) != n {
		t.Fatal(len(all))
	}
}

// wholeOf is what an export tells, without what differs between two databases: numbers and moments of logging.
func wholeOf(t *testing.T, st *store.Store, code string) (all []crm.WholeContact) {
	t.Helper()
	org, err := st.OrgByCode(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	people, _, err := namesOf(t.Context(), st)
	if err != nil {
		t.Fatal(err)
	}
	err = st.ExportContacts(t.Context(), org.ID, when.Date{}, when.Date{}, func(int) error { return nil }, func(k crm.WholeContact) error {
		clean := crm.Contact{}
		k.CreatedAt, k.UpdatedAt, k.ID, k.Version = clean.CreatedAt, clean.UpdatedAt, 0, 0
		k.Company.ID, k.SiteID, k.Org.ID = 0, 0, 0
		k.Person = crm.Person{Team: people[k.Person.ID].Team, User: people[k.Person.ID].User}
		for i := range k.With {
			k.With[i].OrgID = min(k.With[i].OrgID, 1)
		}
		for i := range k.FollowUps {
			k.FollowUps[i].ID, k.FollowUps[i].Owner.ID = 0, 0
			k.FollowUps[i].Text = strings.TrimSpace(k.FollowUps[i].Text)
		}
		all = append(all, k)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(all, func(a, b crm.WholeContact) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return all
}

// TestEveryRowIsAccountedFor reads files of random rows, good and bad: the parts of the account make up the whole, as many
// contacts are stored as it says, a second reading adds none, and the file of the rest has the rest.
func TestEveryRowIsAccountedFor(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, st *store.Store, url string) {
		storetest.Fill(t, st)
		seed := rand.Uint64()
		t.Logf("seed %d", seed)
		rng := rand.New(rand.NewPCG(seed, 0))
		stored := 0
		for round := range 2 {
			const rows = 1300 // more than are taken at once
			name := filepath.Join(t.TempDir(), fmt.Sprint(round, ".csv"))
			if err := os.WriteFile(name, []byte(randomFile(rng, rows)), 0o600); err != nil {
				t.Fatal(err)
			}
			dry, written, again := accountOf(t, url, name, false), accountOf(t, url, name, true), accountOf(t, url, name, true)
			// A company that the import adds by its number can be what a later row names: a dry run cannot know.
			if farther(dry.Verdicts[:], written.Verdicts[:], 3) {
				t.Errorf("said %v, did %v", dry.Verdicts, written.Verdicts)
			}
			stored += written.Verdicts[moving.Added]
			if got := len(wholeOf(t, st, "JC-360")); got != stored {
				t.Errorf("%d contacts are stored, not %d", got, stored)
			}
			if again.Verdicts[moving.Added] != 0 || again.Verdicts[moving.There] < written.Verdicts[moving.Added] {
				t.Errorf("the second time: %v after %v", again.Verdicts, written.Verdicts)
			}
			for _, a := range []moving.Account{dry, written, again} {
				sum := 0
				for _, n := range a.Verdicts {
					sum += n
				}
				if sum != rows || a.Rows != rows {
					t.Errorf("%d of %d rows are accounted for: %v", sum, rows, a.Verdicts)
				}
			}
			rest := accountOf(t, url, name+".rest.csv", false)
			if rest.Rows != again.NotTaken() || rest.Verdicts[moving.Added] > 0 {
				t.Errorf("the rest has %d rows, not %d: %v", rest.Rows, again.NotTaken(), rest.Verdicts)
			}
		}
	})
}

// randomFile is a file as another program may write it.
func randomFile(rng *rand.Rand, rows int) string {
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	var b strings.Builder
	b.WriteString("Firma;CVR;P-nr;Dato;Type;Konsulent;Emne;Referat;Opfølgningsdato\n")
	for range rows {
		day := fmt.Sprintf("%02d-%02d-%d", 1+rng.IntN(28), 1+rng.IntN(12), 2023+rng.IntN(2))
		firm := []string{pick("Lolland Kran A/S", "kran", "Nogen", "", "Sundby Brød ApS"), pick("", "", "99000007", "99000015", "99000008"), pick("", "", "", "1001", "1003407806")}
		if rng.IntN(20) == 0 {
			firm = []string{"Helt Nyt Foretagende ApS", "98000003", ""} // which the register does not have
		}
		cells := []string{firm[0], firm[1], firm[2], pick(day, day, day, day, "", "i går", "31-02-2024", "45601"), pick("besøg", "tlf", "mail", "røgsignal", ""), pick("Anna Holm", "Anna Holm", "anna  holm", "Kurt", ""),
			pick("rekruttering", "AMU", "kage", ""), pick("", "010190-1234", "sygemeldt", "en note", strings.Repeat("x", 5001)), pick("", "1/12/2024", "snart")}
		b.WriteString(strings.Join(cells, ";") + pick("\n", "\n", "\r\n", ";;\n", ";for meget\n"))
	}
	return b.String()
}

// accountOf reads a file and gives the account.
func accountOf(t *testing.T, url, name string, write bool) moving.Account {
	t.Helper()
	term, _ := quiet(t)
	c := &importContactsCmd{File: name, Org: "JC-360", Channel: "visit", Write: write, DB: url}
	account, err := c.read(term)
	if err != nil {
		t.Fatal(err)
	}
	return account
}

// plainRows is a file of rows that can all be read.
func plainRows(n int, cvr string) string {
	var b strings.Builder
	b.WriteString("cvr;dato;medarbejder;note\n")
	for i := range n {
		fmt.Fprintf(&b, "%s;%s;Anna Holm;nr. %d\n", cvr, when.MustISO("2023-01-01").AddDays(i%600), i)
	}
	return b.String()
}

// farther reports two accounts that differ by more than that in a verdict.
func farther(a, b []int, most int) bool {
	for i := range a {
		if max(a[i]-b[i], b[i]-a[i]) > most {
			return true
		}
	}
	return false
}
