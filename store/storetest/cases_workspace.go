package storetest

import (
	"sync"
	"time"

	"samspil/internal/crm"
)

var workspaceCases = map[string]func(w world){
	"SaveWorkspace": func(w world) {
		got, err := w.s.SaveWorkspace(w.ctx, crm.Workspace{Team: "T1", Name: "Lolland", Org: crm.Org{Code: "JC-360"}, BotUser: "UBOT"}, Noon)
		w.ok(err)
		org := crm.Org{ID: w.Jobcentre.ID, Code: "JC-360", NameDA: "Jobcenter Lolland", NameEN: "Job Centre Lolland", Public: true}
		w.same(got, crm.Workspace{Team: "T1", Name: "Lolland", Org: org, BotUser: "UBOT"})
		got, err = w.s.SaveWorkspace(w.ctx, crm.Workspace{Team: "T1", Name: "Lolland", Gone: true}, Noon)
		w.ok(err)
		w.same(got, crm.Workspace{Team: "T1", Name: "Lolland", Gone: true})
		_, err = w.s.SaveWorkspace(w.ctx, crm.Workspace{Team: "T2", Org: crm.Org{Code: "NOBODY"}}, Noon)
		w.kind(err, crm.NotFound)
		_, err = w.s.SaveWorkspace(w.ctx, crm.Workspace{}, Noon)
		w.kind(err, crm.Invalid)
	},
	"Workspace": func(w world) {
		saved, err := w.s.SaveWorkspace(w.ctx, crm.Workspace{Team: "T1", Name: "Lolland"}, Noon)
		w.ok(err)
		got, err := w.s.Workspace(w.ctx, "T1")
		w.ok(err)
		w.same(got, saved)
		_, err = w.s.Workspace(w.ctx, "T2")
		w.kind(err, crm.NotFound)
	},
	"Workspaces": func(w world) {
		for _, team := range []string{"T2", "T1"} {
			_, err := w.s.SaveWorkspace(w.ctx, crm.Workspace{Team: team}, Noon)
			w.ok(err)
		}
		got, err := w.s.Workspaces(w.ctx)
		w.ok(err)
		w.same(got, []crm.Workspace{{Team: "T1"}, {Team: "T2"}})
	},
	"AskAccess": func(w world) {
		got, fresh, err := w.s.AskAccess(w.ctx, "T0DEMO", "UNEW", "Nina Ny", Noon)
		w.ok(err)
		w.same([]any{got.Team, got.User, got.Name, got.AskedAt, got.State, fresh}, []any{"T0DEMO", "UNEW", "Nina Ny", Noon, crm.AccessOpen, true})
		again, fresh, err := w.s.AskAccess(w.ctx, "T0DEMO", "UNEW", "Nina", Noon.Add(time.Hour))
		w.ok(err)
		w.same([]any{again, fresh}, []any{got, false})
		for range 2 { // the second is not fresh, and causes nothing
			_, _, err = w.s.AskAccess(w.ctx, "T0DEMO", "UOTHER", "Ole", Noon, crm.Job{Kind: "test.job"})
			w.ok(err)
		}
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
	},
	"AccessRequests": func(w world) {
		second, _, err := w.s.AskAccess(w.ctx, "T0DEMO", "U2", "", Noon.Add(time.Minute))
		w.ok(err)
		first, _, err := w.s.AskAccess(w.ctx, "T0DEMO", "U1", "", Noon)
		w.ok(err)
		_, _, err = w.s.AskAccess(w.ctx, "TOTHER", "U1", "", Noon)
		w.ok(err)
		got, err := w.s.AccessRequests(w.ctx, "T0DEMO")
		w.ok(err)
		w.same(got, []crm.AccessRequest{first, second})
	},
	"DecideAccess": decidesAccess,
	"MoveChannel": func(w world) {
		for _, move := range [][2]string{{"C1", "C2"}, {"C2", "C3"}, {"C1", "C2"}} { // events come late and twice
			w.ok(w.s.MoveChannel(w.ctx, "T0DEMO", move[0], move[1], Noon))
		}
		w.ok(w.s.MoveChannel(w.ctx, "T0DEMO", "C3", "C3", Noon))
	},
	"CurrentChannel": func(w world) {
		w.ok(w.s.MoveChannel(w.ctx, "T0DEMO", "C2", "C3", Noon))
		w.ok(w.s.MoveChannel(w.ctx, "T0DEMO", "C1", "C2", Noon))
		w.ok(w.s.MoveChannel(w.ctx, "T0DEMO", "CA", "CB", Noon))
		w.ok(w.s.MoveChannel(w.ctx, "T0DEMO", "CB", "CA", Noon)) // there and back
		for id, want := range map[string]string{"C1": "C3", "C2": "C3", "C3": "C3", "C9": "C9", "CB": "CA", "CA": "CA"} {
			got, err := w.s.CurrentChannel(w.ctx, "T0DEMO", id)
			w.ok(err)
			w.same(got, want)
		}
		got, err := w.s.CurrentChannel(w.ctx, "TOTHER", "C1")
		w.ok(err)
		w.same(got, "C1")
	},
	"Answered": func(w world) {
		got, err := w.s.Answered(w.ctx, "E1")
		w.ok(err)
		w.same(got, false)
		e := Entry(w.Anna)
		e.Delivery = "E1"
		_, err = w.s.LogContact(w.ctx, e, w.Plain("2026-11-20"), nil)
		w.ok(err)
		got, err = w.s.Answered(w.ctx, "E1") // done, but nobody has been told
		w.ok(err)
		w.same(got, false)
	},
	"MarkAnswered": func(w world) {
		w.ok(w.s.MarkAnswered(w.ctx, []string{"E1", "E2", "E1"}, Noon))
		for id, want := range map[string]bool{"E1": true, "E2": true, "E3": false} {
			got, err := w.s.Answered(w.ctx, id)
			w.ok(err)
			w.same(got, want)
		}
		e := Entry(w.Anna)
		e.Delivery = "E1" // answered without having logged anything
		first, err := w.s.LogContact(w.ctx, e, w.Plain("2026-11-20"), nil)
		w.ok(err)
		second, err := w.s.LogContact(w.ctx, e, w.Plain("2026-11-20"), nil)
		w.ok(err)
		w.same(second, first)
	},
	"ForgetDeliveries": func(w world) {
		w.ok(w.s.MarkAnswered(w.ctx, []string{"old"}, Noon))
		w.ok(w.s.MarkAnswered(w.ctx, []string{"new"}, Noon.Add(time.Hour)))
		n, err := w.s.ForgetDeliveries(w.ctx, Noon.Add(time.Minute))
		w.ok(err)
		w.same(n, int64(1))
		got, err := w.s.Answered(w.ctx, "new")
		w.ok(err)
		w.same(got, true)
	},
}

func decidesAccess(w world) {
	admin := w.Anna
	admin.Role = crm.Administrator
	ask := func(user string) int64 {
		a, _, err := w.s.AskAccess(w.ctx, admin.Team, user, "Nina Ny", Noon)
		w.ok(err)
		return a.ID
	}
	yes, no := ask("UYES"), ask("UNO")
	got, err := w.s.DecideAccess(w.ctx, Entry(admin), yes, true, crm.Caseworker)
	w.ok(err)
	w.same(got.State, crm.AccessAccepted)
	p, err := w.s.Person(w.ctx, admin.Team, "UYES")
	w.ok(err)
	w.same([]any{p.Name, p.Org.ID, p.Role, p.Active}, []any{"Nina Ny", w.Jobcentre.ID, crm.Caseworker, true})
	_, err = w.s.DecideAccess(w.ctx, Entry(admin), yes, false, "")
	w.kind(err, crm.Conflict)
	_, err = w.s.DecideAccess(w.ctx, Entry(admin), no, false, "")
	w.ok(err)
	_, err = w.s.Person(w.ctx, admin.Team, "UNO")
	w.kind(err, crm.NotFound)
	late, bos := ask("UYES"), ask(w.Bo.User) // one has access meanwhile, the other belongs elsewhere
	_, err = w.s.DecideAccess(w.ctx, Entry(admin), late, true, crm.Caseworker)
	w.kind(err, crm.Conflict)
	_, err = w.s.DecideAccess(w.ctx, Entry(admin), bos, true, crm.Caseworker)
	w.kind(err, crm.Forbidden)
	for _, id := range []int64{late, bos} {
		_, err = w.s.DecideAccess(w.ctx, Entry(admin), id, false, "")
		w.ok(err)
	}
	bo, err := w.s.Person(w.ctx, admin.Team, w.Bo.User)
	w.ok(err)
	w.same(bo, w.Bo)
	again := ask("UNO") // who was declined may ask again
	elsewhere := admin
	elsewhere.Team = "TOTHER"
	_, err = w.s.DecideAccess(w.ctx, Entry(elsewhere), again, true, crm.Caseworker)
	w.kind(err, crm.NotFound)
	_, err = w.s.DecideAccess(w.ctx, Entry(admin), again, true, "king")
	w.kind(err, crm.Invalid)
	open, err := w.s.AccessRequests(w.ctx, admin.Team)
	w.ok(err)
	w.same(len(open), 1)
}

// deliversOnce: a delivery that comes again, also at the same moment, logs and changes once.
func deliversOnce(w world) {
	e := Entry(w.Anna)
	e.Delivery = "E1"
	var group sync.WaitGroup
	logged := make([]crm.Contact, 8)
	for i := range logged {
		group.Go(func() {
			var err error
			if logged[i], err = w.s.LogContact(w.ctx, e, w.Plain("2026-11-20"), nil); err != nil {
				w.Error(err)
			}
		})
	}
	group.Wait()
	for _, k := range logged {
		w.same(k.ID, logged[0].ID)
	}
	e.Delivery = "E2"
	off, err := w.s.SetStatus(w.ctx, e, logged[0].ID, 1, crm.Cancelled)
	w.ok(err)
	again, err := w.s.SetStatus(w.ctx, e, logged[0].ID, 1, crm.Cancelled)
	w.ok(err)
	w.same(again, off)
	history, err := w.s.History(w.ctx, logged[0].ID)
	w.ok(err)
	w.same(len(history), 2)
	e.Delivery = "" // no name, no protection
	_, err = w.s.SetStatus(w.ctx, e, logged[0].ID, 1, crm.Cancelled)
	w.kind(err, crm.Conflict)
}
