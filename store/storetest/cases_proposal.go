package storetest

import (
	"encoding/json"
	"time"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

var proposalCases = map[string]func(w world){
	"AddProposal": func(w world) {
		e := Entry(w.Bo)
		e.Delivery, e.Jobs = "d:p1", []crm.Job{{Kind: "test.job"}}
		got, err := w.s.AddProposal(w.ctx, e, w.sampleProposal(), nil)
		w.ok(err)
		again, err := w.s.AddProposal(w.ctx, e, w.sampleProposal(), nil)
		w.ok(err)
		w.same(again, got)
		want := w.sampleProposal()
		want.ID, want.Org, want.Person, want.Stage = got.ID, w.Hub, w.Bo, crm.StageDraft
		want.CreatedAt, want.UpdatedAt, want.Version = Noon, Noon, 1
		want.Person.Org = crm.Org{}
		w.same(got, want)
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
		said := w.sampleProposal()
		said.Fields = []crm.ProposalField{{Field: "construction", Value: json.RawMessage(`"Femern"`)}}
		with, err := w.s.AddProposal(w.ctx, Entry(w.Bo), said, nil)
		w.ok(err)
		w.same(with.Fields, []crm.ProposalField{{Field: "construction", Value: json.RawMessage(`"Femern"`), PersonID: w.Bo.ID, Person: "Bo Lund", At: Noon}})
		nameless := w.sampleProposal()
		nameless.Title = ""
		_, err = w.s.AddProposal(w.ctx, Entry(w.Bo), nameless, nil)
		w.kind(err, crm.Invalid)
	},
	"Proposal": func(w world) {
		added := w.proposal()
		got, err := w.s.Proposal(w.ctx, added.ID)
		w.ok(err)
		w.same(got, added)
		_, err = w.s.Proposal(w.ctx, 999999)
		w.kind(err, crm.NotFound)
	},
	"ProposalDocuments": func(w world) {
		docs := []crm.ProposalDocument{
			{Name: "a.pdf", Kind: "pdf", Size: 7, Sum: "abc", Pages: []string{"en", "to"}}, {Name: "b.txt", Kind: "text", Pages: []string{}}}
		p, err := w.s.AddProposal(w.ctx, Entry(w.Bo), w.sampleProposal(), docs)
		w.ok(err)
		got, err := w.s.ProposalDocuments(w.ctx, p.ID)
		w.ok(err)
		w.same(got, docs)
		got, err = w.s.ProposalDocuments(w.ctx, 999999)
		w.ok(err)
		w.same(len(got), 0)
	},
	"Proposals": func(w world) {
		draft, shared := w.proposal(), w.proposal()
		_, err := w.s.ShareProposal(w.ctx, Entry(w.Bo), shared.ID, 0, nil)
		w.ok(err)
		find := func(f crm.ProposalFilter) (ids []int64) {
			f.Limit = 10
			all, err := w.s.Proposals(w.ctx, f)
			w.ok(err)
			for _, p := range all {
				ids = append(ids, p.ID)
			}
			return ids
		}
		both, one, none := []int64{shared.ID, draft.ID}, []int64{shared.ID}, []int64(nil)
		w.same(find(crm.ProposalFilter{Viewer: w.Hub}), both)
		w.same(find(crm.ProposalFilter{Viewer: w.Jobcentre}), one) // a draft is its own organisation's
		w.same(find(crm.ProposalFilter{Viewer: w.Partner}), none)  // a private partner that is not heard sees none
		w.same(find(crm.ProposalFilter{Viewer: w.Hub, Stage: crm.StageDraft}), []int64{draft.ID})
		w.same(find(crm.ProposalFilter{Viewer: w.Hub, OrgID: w.Jobcentre.ID}), none)
		w.same(find(crm.ProposalFilter{Viewer: w.Jobcentre, Region: "1085", Municipality: "360"}), one)
		w.same(find(crm.ProposalFilter{Viewer: w.Hub, Region: "1081"}), none)
		w.same(find(crm.ProposalFilter{Viewer: w.Jobcentre, Words: []string{"loll", "kompetencer", "celf"}}), one)
		w.same(find(crm.ProposalFilter{Viewer: w.Hub, Words: []string{"aalborg"}}), none)
		w.same(find(crm.ProposalFilter{Viewer: w.Hub, Words: []string{"%"}, OpenOnly: true}), both)
		_, err = w.s.DecideProposal(w.ctx, Entry(w.Bo), shared.ID, 0, crm.Approved, when.MustISO("2026-11-23"), "")
		w.ok(err)
		w.same(find(crm.ProposalFilter{Viewer: w.Jobcentre, OpenOnly: true}), none)
		w.same(find(crm.ProposalFilter{Viewer: w.Jobcentre, Decisions: []crm.Decision{crm.Approved, crm.ApprovedWithComments, crm.Withdrawn}}), one)
		w.same(find(crm.ProposalFilter{Viewer: w.Jobcentre, Decisions: []crm.Decision{crm.Rejected}}), none)
	},
	"CorrectProposal": func(w world) {
		p := w.proposal()
		edit := p
		edit.Title, edit.Applied, edit.Marks.Municipalities = "Nyt navn", 7, nil
		e := Entry(w.Bo)
		e.Delivery = "d:p2"
		fields := []crm.ProposalField{{Field: "title", Value: json.RawMessage(`"Nyt navn"`)}, {Field: "amount_applied_dkk", Value: json.RawMessage(`7`)}}
		got, err := w.s.CorrectProposal(w.ctx, e, edit, fields)
		w.ok(err)
		again, err := w.s.CorrectProposal(w.ctx, e, edit, fields)
		w.ok(err)
		w.same(again, got)
		w.same([]any{got.Title, got.Applied, got.Version, len(got.Marks.Municipalities), string(got.Card)}, []any{"Nyt navn", int64(7), 2, 0, string(p.Card)})
		w.same(got.Fields, []crm.ProposalField{
			{Field: "amount_applied_dkk", Value: json.RawMessage(`7`), PersonID: w.Bo.ID, Person: "Bo Lund", At: Noon},
			{Field: "title", Value: json.RawMessage(`"Nyt navn"`), PersonID: w.Bo.ID, Person: "Bo Lund", At: Noon}})
		_, err = w.s.CorrectProposal(w.ctx, Entry(w.Bo), edit, fields) // seen before the change
		w.kind(err, crm.Conflict)
		w.contains(err, "Bo Lund changed proposal")
	},
	"SetProposalStage": func(w world) {
		p := w.proposal()
		got, err := w.s.SetProposalStage(w.ctx, Entry(w.Bo), p.ID, 1, crm.StageRecommendation)
		w.ok(err)
		w.same([]any{got.Stage, got.Version}, []any{crm.StageRecommendation, 2})
		_, err = w.s.SetProposalStage(w.ctx, Entry(w.Bo), p.ID, 1, crm.StageClosed)
		w.kind(err, crm.Conflict)
		_, err = w.s.SetProposalStage(w.ctx, Entry(w.Bo), p.ID, 0, "limbo")
		w.kind(err, crm.Invalid)
		_, err = w.s.SetProposalStage(w.ctx, Entry(w.Bo), 999999, 0, crm.StageClosed)
		w.kind(err, crm.NotFound)
	},
	"DeleteProposal": func(w world) {
		p := w.proposal()
		_, err := w.s.DeleteProposal(w.ctx, Entry(w.Bo), p.ID, p.Version+1)
		w.kind(err, crm.Conflict)
		e := Entry(w.Bo)
		e.Delivery = "d:delete"
		for range 2 {
			gone, err := w.s.DeleteProposal(w.ctx, e, p.ID, p.Version)
			w.ok(err)
			w.same([]any{gone.DeletedAt, gone.Version}, []any{Noon, p.Version + 1})
		}
		_, err = w.s.Proposal(w.ctx, p.ID)
		w.kind(err, crm.NotFound)
		found, err := w.s.Proposals(w.ctx, crm.ProposalFilter{Viewer: w.Hub, Limit: 100})
		w.ok(err)
		for _, o := range found {
			if o.ID == p.ID {
				w.Error("a deleted proposal is listed")
			}
		}
		_, err = w.s.DecideProposal(w.ctx, Entry(w.Bo), p.ID, 0, crm.Approved, when.MustISO("2026-11-23"), "")
		w.kind(err, crm.NotFound)
		_, err = w.s.DeleteProposal(w.ctx, Entry(w.Bo), p.ID, 0)
		w.kind(err, crm.NotFound)
		shared := w.proposal()
		_, err = w.s.ShareProposal(w.ctx, Entry(w.Bo), shared.ID, 0, nil)
		w.ok(err)
		_, err = w.s.DeleteProposal(w.ctx, Entry(w.Bo), shared.ID, 0)
		w.kind(err, crm.Conflict)
		w.contains(err, "others have seen it")
	},
	"RestoreProposal": func(w world) {
		p := w.proposal()
		_, err := w.s.RestoreProposal(w.ctx, Entry(w.Bo), p.ID, Noon) // is not deleted
		w.kind(err, crm.NotFound)
		_, err = w.s.DeleteProposal(w.ctx, Entry(w.Bo), p.ID, 0)
		w.ok(err)
		_, err = w.s.RestoreProposal(w.ctx, Entry(w.Anna), p.ID, Noon) // of another organisation
		w.kind(err, crm.NotFound)
		_, err = w.s.RestoreProposal(w.ctx, Entry(w.Bo), p.ID, Noon.Add(time.Second))
		w.kind(err, crm.Invalid)
		back, err := w.s.RestoreProposal(w.ctx, Entry(w.Bo), p.ID, Noon)
		w.ok(err)
		w.same([]any{back.Title, back.DeletedAt.IsZero(), back.Version}, []any{p.Title, true, p.Version + 2})
	},
	"UndoProposal": func(w world) {
		p, day := w.proposal(), when.MustISO("2026-11-23")
		was := p.Stage
		moved, err := w.s.SetProposalStage(w.ctx, Entry(w.Bo), p.ID, 0, crm.StageRecommendation)
		w.ok(err)
		decided, err := w.s.DecideProposal(w.ctx, Entry(w.Bo), p.ID, 0, crm.Rejected, day, "nej")
		w.ok(err)
		_, err = w.s.UndoProposal(w.ctx, Entry(w.Bo), p.ID, moved.Version, Noon) // not the last thing any more
		w.kind(err, crm.Conflict)
		_, err = w.s.UndoProposal(w.ctx, Entry(w.Anna), p.ID, decided.Version, Noon) // another's
		w.kind(err, crm.Invalid)
		_, err = w.s.UndoProposal(w.ctx, Entry(w.Bo), p.ID, decided.Version, Noon.Add(time.Second))
		w.kind(err, crm.Invalid)
		e := Entry(w.Bo)
		e.Delivery = "d:undo"
		for range 2 {
			undone, err := w.s.UndoProposal(w.ctx, e, p.ID, decided.Version, Noon)
			w.ok(err)
			w.same([]any{undone.Stage, undone.Decision, undone.DecidedOn.IsZero(), undone.Version}, []any{crm.StageRecommendation, crm.Decision(""), true, decided.Version + 1})
		}
		_, err = w.s.UndoProposal(w.ctx, Entry(w.Bo), p.ID, decided.Version+1, Noon) // an undo is not undone
		w.kind(err, crm.Invalid)
		again, err := w.s.DecideProposal(w.ctx, Entry(w.Bo), p.ID, 0, crm.Approved, day, "")
		w.ok(err)
		w.same(again.Decision, crm.Approved)
		other := w.proposal()
		moved, err = w.s.SetProposalStage(w.ctx, Entry(w.Bo), other.ID, 0, crm.StageClosed)
		w.ok(err)
		back, err := w.s.UndoProposal(w.ctx, Entry(w.Bo), other.ID, moved.Version, Noon)
		w.ok(err)
		w.same(back.Stage, was)
	},
	"DecideProposal": func(w world) {
		p, day := w.proposal(), when.MustISO("2026-11-23")
		got, err := w.s.DecideProposal(w.ctx, Entry(w.Bo), p.ID, 0, crm.ApprovedWithComments, day, "med forbehold")
		w.ok(err)
		w.same([]any{got.Stage, got.Decision, got.DecidedOn}, []any{crm.StageDecided, crm.ApprovedWithComments, day})
		said, err := w.s.ProposalComments(w.ctx, p.ID)
		w.ok(err)
		w.same(said[0].Text, "med forbehold")
		_, err = w.s.DecideProposal(w.ctx, Entry(w.Bo), p.ID, 0, crm.ApprovedWithComments, day, "")
		w.kind(err, crm.Conflict)
		// Another one takes its place; taking that back brings the first one back, with its day.
		next := day.AddDays(3)
		got, err = w.s.DecideProposal(w.ctx, Entry(w.Bo), p.ID, 0, crm.Rejected, next, "")
		w.ok(err)
		w.same([]any{got.Stage, got.Decision, got.DecidedOn}, []any{crm.StageDecided, crm.Rejected, next})
		got, err = w.s.UndoProposal(w.ctx, Entry(w.Bo), p.ID, got.Version, Noon)
		w.ok(err)
		w.same([]any{got.Stage, got.Decision, got.DecidedOn}, []any{crm.StageDecided, crm.ApprovedWithComments, day})
	},
	"ShareProposal": func(w world) {
		p, e := w.proposal(), Entry(w.Bo)
		e.Now, e.Delivery, e.Jobs = Noon.Add(time.Hour), "d:p3", []crm.Job{{Kind: "test.job"}}
		got, err := w.s.ShareProposal(w.ctx, e, p.ID, 1, []int64{w.Jobcentre.ID})
		w.ok(err)
		again, err := w.s.ShareProposal(w.ctx, e, p.ID, 1, []int64{w.Jobcentre.ID})
		w.ok(err)
		w.same(again, got)
		w.same([]any{got.Stage, got.SharedAt, got.Version}, []any{crm.StageEarlyNotice, Noon.Add(time.Hour), 2})
		counts, err := w.s.JobCounts(w.ctx)
		w.ok(err)
		w.same(counts.Waiting, 1)
		_, err = w.s.ShareProposal(w.ctx, Entry(w.Bo), p.ID, 0, nil)
		w.kind(err, crm.Conflict)
		// Told is somebody who does not exist: nothing of it is kept.
		other := w.proposal()
		_, err = w.s.ShareProposal(w.ctx, Entry(w.Bo), other.ID, 0, []int64{999999})
		w.kind(err, crm.Invalid)
		other, err = w.s.Proposal(w.ctx, other.ID)
		w.ok(err)
		w.same(other.SharedAt.IsZero(), true)
	},
	"ProposalNotices": func(w world) {
		p := w.proposal()
		_, err := w.s.ShareProposal(w.ctx, Entry(w.Bo), p.ID, 0, []int64{w.Jobcentre.ID})
		w.ok(err)
		got, err := w.s.ProposalNotices(w.ctx, p.ID)
		w.ok(err)
		w.same([]any{len(got), got[0].Org.Code, got[0].At}, []any{1, "JC-360", Noon})
	},
	"AddProposalComment": func(w world) {
		p, e := w.proposal(), Entry(w.Anna)
		e.Delivery = "d:p4"
		for range 2 { // a delivery that comes twice says it once
			got, err := w.s.AddProposalComment(w.ctx, e, p.ID, "tal med os")
			w.ok(err)
			w.same([]any{got.ProposalID, got.Org.Code, got.Person.Name, got.At, got.Text}, []any{p.ID, "JC-360", "Anna Holm", Noon, "tal med os"})
		}
		all, err := w.s.ProposalComments(w.ctx, p.ID)
		w.ok(err)
		w.same(len(all), 1)
		_, err = w.s.AddProposalComment(w.ctx, Entry(w.Anna), 999999, "x")
		w.kind(err, crm.NotFound)
		_, err = w.s.AddProposalComment(w.ctx, Entry(w.Anna), p.ID, "")
		w.kind(err, crm.Invalid)
	},
	"ProposalComments": func(w world) {
		p := w.proposal()
		for _, words := range []string{"først", "så"} {
			_, err := w.s.AddProposalComment(w.ctx, Entry(w.Bo), p.ID, words)
			w.ok(err)
		}
		got, err := w.s.ProposalComments(w.ctx, p.ID)
		w.ok(err)
		w.same([]string{got[0].Text, got[1].Text}, []string{"først", "så"})
	},
	"SimilarProposals": func(w world) {
		p, draft := w.proposal(), w.proposal()
		lone := w.sampleProposal()
		lone.Construction, lone.ApplicantKey, lone.Marks = "", "", crm.Marks{Words: []string{"andet"}}
		_, err := w.s.AddProposal(w.ctx, Entry(w.Bo), lone, nil)
		w.ok(err)
		got, err := w.s.SimilarProposals(w.ctx, p, w.Hub, 5)
		w.ok(err)
		w.same([]any{len(got), got[0].ID, got[0].Why[0]}, []any{1, draft.ID, crm.SameApplicant})
		got, err = w.s.SimilarProposals(w.ctx, p, w.Jobcentre, 5) // who may not see a draft
		w.ok(err)
		w.same(len(got), 0)
	},
	"SetOrgChannel": func(w world) {
		for _, channel := range []string{"C1", "C2", ""} {
			w.ok(w.s.SetOrgChannel(w.ctx, Entry(w.Bo), crm.OrgChannel{Org: w.Hub, Team: "T0DEMO", Channel: channel, Lang: text.English}))
			got, err := w.s.OrgChannel(w.ctx, w.Hub.ID)
			w.ok(err)
			w.same(got.Channel, channel)
		}
	},
	"OrgChannel": func(w world) {
		got, err := w.s.OrgChannel(w.ctx, w.Hub.ID)
		w.ok(err)
		w.same(got, crm.OrgChannel{})
		want := crm.OrgChannel{Org: w.Hub, Team: "T0DEMO", Channel: "C1", Lang: text.English}
		w.ok(w.s.SetOrgChannel(w.ctx, Entry(w.Bo), want))
		got, err = w.s.OrgChannel(w.ctx, w.Hub.ID)
		w.ok(err)
		w.same(got, want)
	},
	"OrgChannels": func(w world) {
		w.ok(w.s.SetOrgChannel(w.ctx, Entry(w.Anna), crm.OrgChannel{Org: w.Jobcentre, Team: "T0DEMO", Channel: "C2"}))
		w.ok(w.s.SetOrgChannel(w.ctx, Entry(w.Bo), crm.OrgChannel{Org: w.Hub, Team: "T0DEMO", Channel: "C1"}))
		got, err := w.s.OrgChannels(w.ctx)
		w.ok(err)
		w.same([]string{got[0].Channel, got[1].Channel}, []string{"C1", "C2"})
	},
	"SetOrgModel": func(w world) {
		for _, on := range []bool{true, true, false} {
			w.ok(w.s.SetOrgModel(w.ctx, Entry(w.Bo), w.Hub.ID, on))
			got, err := w.s.OrgUsesModel(w.ctx, w.Hub.ID)
			w.ok(err)
			w.same(got, on)
		}
	},
	"OrgUsesModel": func(w world) {
		got, err := w.s.OrgUsesModel(w.ctx, w.Hub.ID)
		w.ok(err)
		w.same(got, false)
	},
	"OrgUsers": func(w world) {
		got, err := w.s.OrgUsers(w.ctx, w.Hub.ID)
		w.ok(err)
		w.same(got, []crm.Person{w.Bo})
		got, err = w.s.OrgUsers(w.ctx, w.Jobcentre.ID) // Anna is a caseworker
		w.ok(err)
		w.same(len(got), 0)
	},
}

// sampleProposal is a proposal with every field set, of the hub's.
func (w world) sampleProposal() crm.Proposal {
	day := when.MustISO
	return crm.Proposal{Title: "Kompetencer til Femern", Applicant: "Lolland Kommune", ApplicantKey: "lolland kommune", IdeaOn: day("2026-11-02"),
		Applied: 1_250_000, Total: -1, From: day("2027-01-01"), To: day("2028-12-31"), Deadline: day("2026-12-15"), Construction: "femern",
		Marks: crm.Marks{Regions: []string{"1085"}, Municipalities: []string{"360", "376"}, Trades: []string{"svejser"}, Partners: []string{"celf"}, Words: []string{"femern", "kompetencer"}},
		Made:  "extract", Card: json.RawMessage(`{"title":"Kompetencer til Femern"}`)}
}

// proposal stores one as a draft of Bo's.
func (w world) proposal() crm.Proposal {
	w.Helper()
	p, err := w.s.AddProposal(w.ctx, Entry(w.Bo), w.sampleProposal(), nil)
	w.ok(err)
	return p
}
