package store_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

// tried is a proposal with a diary of its own, beside what the store writes.
type tried struct {
	crm.Proposal
	stood   []crm.Stage // on each day of the trial
	deleted bool
	round   *round
}

// round is a consultation with what was said, and on which day of the trial.
type round struct {
	asker    int64
	deadline when.Date
	heard    []int64
	answered map[int64]int // first answer, by organisation
	ended    int           // -1 while it is open
	gone     bool          // cancelled
}

const trialDays = 120

var trialBegins = when.MustISO("2026-08-01")

// trial lets the organisations propose, be heard and decide for some months.
func trial(t *testing.T, s *store.Store, url string) (orgs []crm.Org, all []*tried) {
	t.Helper()
	sample := storetest.Fill(t, s)
	rnd := rand.New(rand.NewPCG(3, 5))
	people := []crm.Person{sample.Anna, sample.Bo, sample.Carla}
	none := func(crm.Consultation) ([]crm.Job, error) { return nil, nil }
	ok := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for day := range trialDays {
		date := trialBegins.AddDays(day)
		e := func(p crm.Person) crm.Entry { return crm.Entry{Person: p, Now: date.At(23, 30)} }
		for range 2 {
			p := crm.Proposal{Title: "x", IdeaOn: trialBegins, Made: "extract", Card: []byte(`{}`), Marks: [...]crm.Marks{{}, {Municipalities: []string{"360"}, Regions: []string{"1085"}},
				{Municipalities: []string{"376"}}, {Regions: []string{"1085"}}, {Regions: []string{"1081"}}}[rnd.IntN(5)]}
			p, err := s.AddProposal(ctx, e(people[rnd.IntN(3)]), p, nil)
			ok(err)
			all = append(all, &tried{Proposal: p})
		}
		for _, p := range all {
			who := people[slices.IndexFunc(people, func(x crm.Person) bool { return x.Org.ID == p.Org.ID })]
			var err error
			switch n := rnd.IntN(40); {
			case p.deleted || p.Stage == crm.StageClosed:
			case p.Stage == crm.StageDraft && n < 4:
				p.Proposal, err = s.SetProposalStage(ctx, e(who), p.ID, 0, crm.StageIdea)
			case p.SharedAt.IsZero() && n < 8:
				p.Proposal, err = s.ShareProposal(ctx, e(who), p.ID, 0, nil)
			case p.CanBeHeard() && p.round == nil && n < 12:
				r := &round{asker: who.Org.ID, deadline: date.AddDays(rnd.IntN(20)), answered: map[int64]int{}, ended: -1}
				k := crm.Consultation{ProposalID: p.ID, Deadline: r.deadline, Team: "T", Channel: "C"}
				for _, o := range rnd.Perm(3)[:1+rnd.IntN(3)] {
					r.heard, k.Heard = append(r.heard, people[o].Org.ID), append(k.Heard, crm.Heard{Org: people[o].Org})
				}
				_, err = s.StartConsultation(ctx, e(who), k, none)
				p.round = r
			case p.round != nil && p.round.ended < 0 && n < 8:
				k, err := s.LatestConsultation(ctx, p.ID)
				ok(err)
				_, err = s.EndConsultation(ctx, e(who), k.ID, func(crm.Consultation, crm.Proposal) (json.RawMessage, string, error) { return []byte(`{}`), "h", nil }, none)
				ok(err)
				p.round.ended = day
			case p.round != nil && p.round.ended < 0 && n < 20:
				other := people[rnd.IntN(3)]
				if k, err := s.LatestConsultation(ctx, p.ID); slices.Contains(p.round.heard, other.Org.ID) {
					ok(err)
					_, err = s.AnswerConsultation(ctx, e(other), k.ID, store.AnyVersion, crm.Heard{Position: crm.Supports}, none)
					ok(err)
					if _, before := p.round.answered[other.Org.ID]; !before {
						p.round.answered[other.Org.ID] = day
					}
				}
			case p.Stage == crm.StageRecommendation && n < 12:
				p.Proposal, err = s.DecideProposal(ctx, e(who), p.ID, 0, crm.Approved, date, "")
			case p.Stage == crm.StageDecided && n < 8:
				p.Proposal, err = s.SetProposalStage(ctx, e(who), p.ID, 0, crm.StageClosed)
			case n == 39:
				ok(storetest.Exec(t, url, fmt.Sprintf(`UPDATE proposal SET deleted_at = 1 WHERE id = %d`, p.ID)))
				p.deleted = true
			}
			ok(err)
			if !p.deleted {
				p.Proposal, err = s.Proposal(ctx, p.ID)
				ok(err)
			}
			for len(p.stood) < day {
				p.stood = append(p.stood, "")
			}
			p.stood = append(p.stood, p.Stage)
		}
	}
	for i, p := range all {
		if p.round != nil && p.round.ended < 0 && i%9 == 0 {
			ok(storetest.Exec(t, url, fmt.Sprintf(`UPDATE consultation SET state = 'cancelled', ended_at = 1 WHERE proposal_id = %d`, p.ID)))
			p.round.gone = true
		}
	}
	return []crm.Org{sample.Jobcentre, sample.Hub, sample.Partner}, all
}

// countProposals is what ProposalFigures should be, by the diaries.
func countProposals(all []*tried, q crm.FiguresQuery, period crm.Period) *crm.ProposalFigures {
	out, byStage := &crm.ProposalFigures{}, map[string]crm.Count{}
	one := func(org int64) crm.Count {
		if org == q.Viewer.ID {
			return crm.Count{N: 1, Own: 1}
		}
		return crm.Count{N: 1}
	}
	wanted := func(org int64) bool {
		return len(q.Scope.Orgs) == 0 || slices.ContainsFunc(q.Scope.Orgs, func(o crm.Org) bool { return o.ID == org })
	}
	for _, p := range all {
		here := len(q.Scope.Municipalities) == 0 || slices.ContainsFunc(p.Marks.Municipalities, func(m string) bool { return slices.Contains(q.Scope.Municipalities, m) }) ||
			slices.ContainsFunc(p.Marks.Regions, func(r string) bool { return slices.Contains(q.Scope.Regions, r) })
		if p.deleted || !here {
			continue
		}
		end := min(period.To.Sub(trialBegins), trialDays-1)
		if stood := p.stood[end]; stood != "" && stood != crm.StageDraft && wanted(p.Org.ID) && p.CanSee(crm.Person{Org: q.Viewer, Active: true}) {
			out.Registered = out.Registered.Add(one(p.Org.ID))
			byStage[string(stood)] = byStage[string(stood)].Add(one(p.Org.ID))
		}
		r := p.round
		if r == nil || r.gone || r.deadline.Before(period.From) || r.deadline.After(period.To) || !r.deadline.Before(q.Today) || r.asker != q.Viewer.ID && !slices.Contains(r.heard, q.Viewer.ID) {
			continue
		}
		for _, org := range r.heard {
			last := r.deadline.Sub(trialBegins)
			day, said := r.answered[org]
			inTime := said && day <= last
			if !wanted(org) || !inTime && r.ended >= 0 && r.ended <= last {
				continue
			}
			out.Asked = out.Asked.Add(one(org))
			if inTime {
				out.InTime = out.InTime.Add(one(org))
			}
		}
	}
	out.ByStage = cells(byStage)
	return out
}

// Some months of proposals and consultations, counted twice: in the database, and by loops over the diaries.
func TestProposalFiguresAgainstLoops(t *testing.T) {
	storetest.EachDatabase(t, func(t *testing.T, s *store.Store, url string) {
		orgs, all := trial(t, s, url)
		span := func(from, to string) crm.Period { return crm.Period{From: when.MustISO(from), To: when.MustISO(to)} }
		periods := []crm.Period{span("2026-10-01", "2026-10-31"), span("2026-09-01", "2026-09-30"), span("2026-09-28", "2026-10-04"), span("2026-08-01", "2026-11-30")}
		seen := map[string]bool{}
		for _, viewer := range orgs {
			for name, scope := range map[string]crm.Scope{
				"own": {Orgs: []crm.Org{viewer}}, "hub": {Orgs: orgs[1:2]}, "everything": {},
				"lolland": {Municipalities: []string{"360"}}, "region": {Municipalities: []string{"360", "376"}, Regions: []string{"1085", "1081"}},
				"both": {Orgs: orgs[:2], Municipalities: []string{"360"}},
			} {
				q := crm.FiguresQuery{Scope: scope, Viewer: viewer, Periods: periods, Today: trialBegins.AddDays(trialDays - 1)}
				got, err := s.Figures(ctx, q)
				if err != nil {
					t.Fatal(err)
				}
				for i, p := range periods {
					want := countProposals(all, q, p)
					if diff := cmp.Diff(want, got[i].Proposals); diff != "" {
						t.Errorf("%s sees %s in %v (-loops +database):\n%s", viewer.Code, name, p, diff)
					}
					seen["registered"] = seen["registered"] || want.Registered.Others() > 3
					seen["late"] = seen["late"] || want.InTime.N > 0 && want.Asked.N > want.InTime.N+1
					seen["stages"] = seen["stages"] || len(want.ByStage) == 6
				}
			}
		}
		if len(seen) != 3 || !seen["registered"] || !seen["late"] || !seen["stages"] {
			t.Errorf("the trial tries too little: %v", seen)
		}
		for name, scope := range map[string]crm.Scope{"purpose": {Purpose: "upskilling"}, "person": {Orgs: orgs[:1], Person: crm.Person{ID: 1}}} {
			got, err := s.Figures(ctx, crm.FiguresQuery{Scope: scope, Viewer: orgs[0], Periods: periods[:1], Today: when.MustISO("2026-11-23")})
			if err != nil || got[0].Proposals != nil {
				t.Errorf("%s: %v %v", name, got[0].Proposals, err)
			}
		}
	})
}
