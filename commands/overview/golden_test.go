package overview_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samspil/commands"
	"samspil/commands/overview"
	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// The overview with its figures explained, its lists and the Home tab, of the demo with some proposals, and of a database
// with nothing in it but people. SAMSPIL_UPDATE=1 writes the files anew.
func TestGolden(t *testing.T) {
	full := newDesk(t)
	full.propose()
	empty := full.empty()
	for _, lang := range []text.Lang{text.Danish, text.English} {
		for name, d := range map[string]*desk{"demo": full, "empty": empty} {
			req := commands.Request{Now: now, Person: d.people["lis"], Lang: lang}
			var said []string
			add := func(h commands.Handler, line string) {
				req.Text, req.Value = line, line
				reply, err := h(ctx, req)
				if err != nil {
					t.Fatal(line, err)
				}
				said = append(said, reply.Text)
			}
			add(d.feature.Handle, "")
			add(d.feature.Handle, "region sjælland 1.9.2026-30.11.2026")
			add(d.feature.Actions["explain"], "")
			add(d.feature.Actions["lists"], "lolland jobcenter lolland i år")
			add(d.feature.Home, "")
			golden(t, filepath.Join("testdata", name+"."+string(lang)+".txt"), strings.Join(said, "\n\n---\n\n")+"\n")
		}
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("SAMSPIL_UPDATE") != "" {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(got), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s: %v\n%s", path, err, got)
	}
}

// empty is a desk of the same people with a database in which nothing was done.
func (d *desk) empty() *desk {
	d.Helper()
	st, _ := storetest.SQLite(d.T)
	orgs, err := d.store.Orgs(ctx)
	d.ok(err)
	d.ok(st.SaveOrgs(ctx, orgs))
	people := map[string]crm.Person{}
	for name, p := range d.people {
		p.ID, p.Org = 0, crm.Org{Code: p.Org.Code}
		people[name], err = st.SavePerson(ctx, p)
		d.ok(err)
	}
	return &desk{d.T, st, overview.New(st, byWords(st)), people, d.now}
}

func (d *desk) ok(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// propose registers proposals of the council and of the job centre. The council has three heard: the first was answered by
// all in time, the second too late by the job centre, the third waits.
func (d *desk) propose() {
	d.Helper()
	none := func(crm.Consultation) ([]crm.Job, error) { return nil, nil }
	consult := func(p crm.Proposal, day, deadline string, answers map[string]string) {
		e := crm.Entry{Person: d.people["mette"], Now: when.MustISO(day).At(12, 0)}
		k, err := d.store.StartConsultation(ctx, e, crm.Consultation{ProposalID: p.ID, Deadline: when.MustISO(deadline),
			Heard: []crm.Heard{{Org: d.people["lis"].Org}, {Org: d.people["bo"].Org}, {Org: d.people["karin"].Org}}}, none)
		d.ok(err)
		for who, on := range answers {
			e := crm.Entry{Person: d.people[who], Now: when.MustISO(on).At(15, 0)}
			_, err := d.store.AnswerConsultation(ctx, e, k.ID, store.AnyVersion, crm.Heard{Position: crm.Supports}, none)
			d.ok(err)
		}
	}
	consult(d.register("mette", "Struktører til Femern", "2026-08-20"), "2026-09-01", "2026-09-15", map[string]string{"lis": "2026-09-15", "bo": "2026-09-02", "karin": "2026-09-03"})
	consult(d.register("mette", "Kranførere <@U1>", "2026-09-20"), "2026-10-01", "2026-10-15", map[string]string{"lis": "2026-10-16", "bo": "2026-10-15", "karin": "2026-10-09"})
	consult(d.register("mette", "Svejsere i Nakskov", "2026-10-20"), "2026-11-16", "2026-11-30", map[string]string{"bo": "2026-11-18"})
	d.register("lis", "Fra ledig til buschauffør", "2026-11-02")
	d.register("lis", "Elever i plejen", "2026-08-03")
	for range 3 {
		d.register("bo", "Grøn omstilling i byggeriet", "2026-08-04")
	}
}

// register is a proposal for Lolland that the person registered on that day.
func (d *desk) register(who, title, day string) crm.Proposal {
	d.Helper()
	e := crm.Entry{Person: d.people[who], Now: when.MustISO(day).At(10, 0)}
	p, err := d.store.AddProposal(ctx, e, crm.Proposal{Title: title, IdeaOn: when.DateOf(e.Now), Applied: -1, Total: -1, Made: "person", Card: json.RawMessage(`{}`),
		Marks: crm.Marks{Regions: []string{"1085"}, Municipalities: []string{"360"}}}, nil)
	d.ok(err)
	p, err = d.store.ShareProposal(ctx, e, p.ID, 0, nil)
	d.ok(err)
	return p
}
