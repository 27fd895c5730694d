package storetest

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store"
)

var consultationCases = map[string]func(w world){
	"StartConsultation": func(w world) {
		id := Propose(w, w.url, w.Anna, "Struktører til Femern", `{}`)
		GiveChannel(w, w.url, w.Bo, "C0HUB", "en")
		given := w.asking(id)
		e := Entry(w.Anna)
		e.Delivery = "d:1"
		for range 2 { // a delivery that comes twice opens one
			k, err := w.s.StartConsultation(w.ctx, e, given, oneJob)
			w.ok(err)
			w.same(said(k), "open v1: Erhvervshus Sjælland@C0HUB/en -; Femern Byg@/ -")
			w.same([]any{k.ProposalID, k.Org.Code, k.Person.Name, k.Question, k.OpenedAt, k.Deadline.String(), k.Team, k.Channel},
				[]any{id, "JC-360", "Anna Holm", "Er der pladser?", Noon, "2026-12-07", "T0DEMO", "C0ASK"})
		}
		w.jobs(1)
		p, err := w.s.ConsultedProposal(w.ctx, id)
		w.ok(err)
		w.same([]any{p.Stage, p.SharedAt, p.Version}, []any{crm.StageConsultation, Noon, 2})
		_, err = w.s.StartConsultation(w.ctx, Entry(w.Anna), given, oneJob)
		w.kind(err, crm.Conflict)
		w.contains(err, "in consultation already")
		w.ok(Exec(w, w.url, `UPDATE consultation SET state = 'cancelled', ended_at = 0`))
		w.ok(Exec(w, w.url, `UPDATE proposal SET stage = 'decided'`))
		_, err = w.s.StartConsultation(w.ctx, Entry(w.Anna), given, oneJob)
		w.kind(err, crm.Conflict)
		given.ProposalID = 999999
		_, err = w.s.StartConsultation(w.ctx, Entry(w.Anna), given, oneJob)
		w.kind(err, crm.NotFound)
		// What cannot be told is not begun.
		given.ProposalID = Propose(w, w.url, w.Anna, "b", `{}`)
		_, err = w.s.StartConsultation(w.ctx, Entry(w.Anna), given, func(crm.Consultation) ([]crm.Job, error) { return nil, errors.New("no") })
		if err == nil {
			w.Error("begun")
		}
		_, err = w.s.LatestConsultation(w.ctx, given.ProposalID)
		w.kind(err, crm.NotFound)
	},
	"Consultation": func(w world) {
		k := w.consulting()
		got, err := w.s.Consultation(w.ctx, k.ID)
		w.ok(err)
		w.same(got, k)
		_, err = w.s.Consultation(w.ctx, 999999)
		w.kind(err, crm.NotFound)
	},
	"LatestConsultation": func(w world) {
		k := w.consulting()
		_, err := w.s.EndConsultation(w.ctx, Entry(w.Anna), k.ID, plainNote, noJobs)
		w.ok(err)
		next, err := w.s.StartConsultation(w.ctx, Entry(w.Anna), w.asking(k.ProposalID), noJobs)
		w.ok(err)
		got, err := w.s.LatestConsultation(w.ctx, k.ProposalID)
		w.ok(err)
		w.same(got, next)
	},
	"ConsultationsOf": func(w world) {
		k := w.consulting()
		for _, org := range []crm.Org{w.Jobcentre, w.Hub, w.Partner} {
			got, err := w.s.ConsultationsOf(w.ctx, org.ID, 5)
			w.ok(err)
			w.same(got, []crm.Consultation{k})
		}
		_, err := w.s.EndConsultation(w.ctx, Entry(w.Anna), k.ID, plainNote, noJobs)
		w.ok(err)
		for org, want := range map[int64]int{w.Jobcentre.ID: 1, w.Hub.ID: 0} { // the asker has a note to sign
			got, err := w.s.ConsultationsOf(w.ctx, org, 5)
			w.ok(err)
			w.same(len(got), want)
		}
		_, err = w.s.SignNote(w.ctx, Entry(w.Anna), k.ID)
		w.ok(err)
		got, err := w.s.ConsultationsOf(w.ctx, w.Jobcentre.ID, 5)
		w.ok(err)
		w.same(len(got), 0)
	},
	"ConsultedProposal": func(w world) {
		id := Propose(w, w.url, w.Anna, "O'Neill & <b>", `{"a": 1}`)
		p, err := w.s.ConsultedProposal(w.ctx, id)
		w.ok(err)
		w.same(p, crm.Proposal{ID: id, Org: bare(w.Jobcentre), Title: "O'Neill & <b>", Applicant: "Kursuscenter Øst", Stage: crm.StageIdea, Applied: 1250000, Total: -1,
			From: when.MustISO("2027-01-01"), To: when.MustISO("2028-06-30"), Construction: "Femern", Card: json.RawMessage(`{"a": 1}`), Version: 1})
		w.ok(Exec(w, w.url, fmt.Sprintf(`INSERT INTO proposal_field (proposal_id, version, field, value, person_id, at) VALUES (%d, 1, 'upskilling', 'false', %d, 0)`, id, w.Bo.ID)))
		p, err = w.s.ConsultedProposal(w.ctx, id)
		w.ok(err)
		w.same([]any{len(p.Fields), p.Fields[0].Field, string(p.Fields[0].Value), p.Fields[0].Person}, []any{1, "upskilling", "false", "Bo Lund"})
		w.ok(Exec(w, w.url, `UPDATE proposal SET deleted_at = 1`))
		_, err = w.s.ConsultedProposal(w.ctx, id)
		w.kind(err, crm.NotFound)
	},
	"HearingChannels": func(w world) {
		GiveChannel(w, w.url, w.Bo, "C0HUB", "en")
		got, err := w.s.HearingChannels(w.ctx)
		w.ok(err)
		w.same(got, []crm.Heard{{Org: bare(w.Hub), Team: "T0DEMO", Channel: "C0HUB", Lang: "en"}})
	},
	"AnswerConsultation": func(w world) {
		k := w.consulting()
		e := Entry(w.Bo)
		e.Delivery = "d:1"
		for range 2 {
			after, err := w.s.AnswerConsultation(w.ctx, e, k.ID, 0, crm.Heard{Position: crm.Supports}, oneJob)
			w.ok(err)
			w.same(said(after), "open v1: Erhvervshus Sjælland@C0HUB/ supports:  by Bo Lund v1; Femern Byg@/ -")
		}
		w.jobs(1)
		_, err := w.s.AnswerConsultation(w.ctx, Entry(w.Bo), k.ID, 0, crm.Heard{Position: crm.NotRelevant}, oneJob)
		w.kind(err, crm.Conflict)
		w.contains(err, "Bo Lund answered first for you: supports, 23 Nov 2026 12:00")
		later := Entry(w.Bo)
		later.Now = Noon.Add(time.Hour)
		_, err = w.s.AnswerConsultation(w.ctx, later, k.ID, store.AnyVersion, crm.Heard{Position: crm.Concerns, Words: "for dyrt"}, oneJob)
		w.ok(err)
		_, err = w.s.AnswerConsultation(w.ctx, Entry(w.Anna), k.ID, 0, crm.Heard{Position: crm.Supports}, oneJob)
		w.kind(err, crm.Forbidden) // asks, and is not heard
		_, err = w.s.AnswerConsultation(w.ctx, Entry(w.Bo), 999999, 0, crm.Heard{Position: crm.Supports}, oneJob)
		w.kind(err, crm.NotFound)
		_, err = w.s.EndConsultation(w.ctx, Entry(w.Anna), k.ID, plainNote, noJobs)
		w.ok(err)
		_, err = w.s.AnswerConsultation(w.ctx, Entry(w.Bo), k.ID, 2, crm.Heard{Position: crm.Supports}, oneJob)
		w.kind(err, crm.Conflict)
	},
	"ConsultationAnswers": func(w world) {
		k := w.consulting()
		for i, p := range []crm.Position{crm.Supports, crm.Concerns} {
			_, err := w.s.AnswerConsultation(w.ctx, Entry(w.Bo), k.ID, i, crm.Heard{Position: p, Words: "x"}, noJobs)
			w.ok(err)
		}
		got, err := w.s.ConsultationAnswers(w.ctx, k.ID, w.Hub.ID)
		w.ok(err)
		bo := crm.Person{ID: w.Bo.ID, Name: "Bo Lund"}
		w.same(got, []crm.Heard{{Org: crm.Org{ID: w.Hub.ID}, Version: 1, Position: crm.Supports, Words: "x", Person: bo, AnsweredAt: Noon},
			{Org: crm.Org{ID: w.Hub.ID}, Version: 2, Position: crm.Concerns, Words: "x", Person: bo, AnsweredAt: Noon}})
		err = Exec(w, w.url, `UPDATE consultation_answer SET position = 'supports'`)
		if err == nil {
			w.Error("an answer that was given can be changed")
		}
	},
	"CommentConsultation": func(w world) {
		k := w.consulting()
		c := crm.ConsultationComment{Author: "Per", Text: "plads fra uge 8", Source: "s1"}
		after, err := w.s.CommentConsultation(w.ctx, Entry(w.Bo), k.ID, c, oneJob)
		w.ok(err)
		c.Org, c.Person, c.At = bare(w.Hub), "Bo Lund", Noon
		w.same(after.Comments, []crm.ConsultationComment{c})
		_, err = w.s.CommentConsultation(w.ctx, Entry(w.Anna), k.ID, c, oneJob)
		w.kind(err, crm.Conflict)
		w.jobs(1)
		_, err = w.s.EndConsultation(w.ctx, Entry(w.Anna), k.ID, plainNote, noJobs)
		w.ok(err)
		c.Source = "s2"
		_, err = w.s.CommentConsultation(w.ctx, Entry(w.Bo), k.ID, c, oneJob)
		w.kind(err, crm.Conflict)
	},
	"EndConsultation": func(w world) {
		const many = 8
		var all []crm.Consultation
		for i := range many {
			k, err := w.s.StartConsultation(w.ctx, Entry(w.Anna), w.asking(Propose(w, w.url, w.Anna, fmt.Sprint("p", i), `{}`)), noJobs)
			w.ok(err)
			all = append(all, k)
		}
		// All at once, and each twice: the numbers are 1 to 8.
		var ends sync.WaitGroup
		var mu sync.Mutex
		numbers, refused := map[int]bool{}, 0
		for _, k := range all {
			for range 2 {
				ends.Go(func() {
					ended, err := w.s.EndConsultation(w.ctx, Entry(w.Anna), k.ID, plainNote, oneJob)
					mu.Lock()
					defer mu.Unlock()
					if crm.IsKind(err, crm.Conflict) {
						refused++
					} else if err != nil {
						w.Error(err)
					}
					if err == nil {
						numbers[ended.NoteNumber] = true
					}
				})
			}
		}
		ends.Wait()
		w.same([]int{len(numbers), refused}, []int{many, many})
		for n := range many {
			w.same(numbers[n+1], true)
		}
		w.jobs(many)
		k, err := w.s.Consultation(w.ctx, all[0].ID)
		w.ok(err)
		w.same([]any{k.State, k.EndedBy, k.EndedAt, k.NoteYear, string(k.Note), k.NoteHash},
			[]any{crm.ConsultationEnded, "Anna Holm", Noon, 2026, fmt.Sprintf(`{"n": %d, "w":  "æ"}`, k.NoteNumber), "h"})
		p, err := w.s.ConsultedProposal(w.ctx, k.ProposalID)
		w.ok(err)
		w.same(p.Stage, crm.StageRecommendation)
		// One that cannot be written takes no number, and the year begins at 1.
		k, err = w.s.StartConsultation(w.ctx, Entry(w.Anna), w.asking(k.ProposalID), noJobs)
		w.ok(err)
		broken := func(crm.Consultation, crm.Proposal) (json.RawMessage, string, error) {
			return nil, "", errors.New("no")
		}
		if _, err = w.s.EndConsultation(w.ctx, Entry(w.Anna), k.ID, broken, noJobs); err == nil {
			w.Error("ended without a note")
		}
		e := Entry(w.Anna)
		e.Now = when.MustISO("2027-01-01").At(0, 0)
		k, err = w.s.EndConsultation(w.ctx, e, k.ID, plainNote, noJobs)
		w.ok(err)
		w.same([]int{k.NoteYear, k.NoteNumber}, []int{2027, 1})
	},
	"MoveDeadline": func(w world) {
		c := w.consulting()
		was := c.Deadline
		_, err := w.s.RemindHeard(w.ctx, c.ID, c.Heard[0].Org.ID, was, nil)
		w.ok(err)
		e := Entry(w.Anna)
		e.Delivery = "d:move"
		for range 2 { // a delivery that comes twice moves it once
			after, err := w.s.MoveDeadline(w.ctx, e, c.ID, c.Version, was.AddDays(7), oneJob)
			w.ok(err)
			w.same([]any{after.Deadline, after.First, after.Version, after.Heard[0].Reminded, after.State}, []any{was.AddDays(7), was, c.Version + 1, 0, crm.ConsultationOpen})
		}
		again, err := w.s.MoveDeadline(w.ctx, Entry(w.Anna), c.ID, c.Version+1, was.AddDays(14), oneJob)
		w.ok(err)
		w.same(again.First, was)
		_, err = w.s.MoveDeadline(w.ctx, Entry(w.Anna), c.ID, c.Version, was, oneJob)
		w.kind(err, crm.Conflict)
		_, err = w.s.MoveDeadline(w.ctx, Entry(w.Anna), 999999, 1, was, oneJob)
		w.kind(err, crm.NotFound)
	},
	"CancelConsultation": func(w world) {
		c := w.consulting()
		_, err := w.s.CancelConsultation(w.ctx, Entry(w.Anna), c.ID, c.Version+1, "x", oneJob)
		w.kind(err, crm.Conflict)
		after, err := w.s.CancelConsultation(w.ctx, Entry(w.Anna), c.ID, c.Version, "forslaget er trukket", oneJob)
		w.ok(err)
		w.same([]any{after.State, after.EndedBy, after.EndedWhy, after.NoteNumber, after.EndedAt}, []any{crm.ConsultationCancelled, w.Anna.Name, "forslaget er trukket", 0, Noon})
		p, err := w.s.ConsultedProposal(w.ctx, c.ProposalID)
		w.ok(err)
		w.same(p.Stage, crm.StageEarlyNotice)
		_, err = w.s.CancelConsultation(w.ctx, Entry(w.Anna), c.ID, after.Version, "x", oneJob)
		w.kind(err, crm.Conflict)
		_, err = w.s.AnswerConsultation(w.ctx, Entry(w.Bo), c.ID, 0, crm.Heard{Position: crm.Supports}, oneJob)
		w.kind(err, crm.Conflict)
		_, err = w.s.StartConsultation(w.ctx, Entry(w.Anna), w.asking(c.ProposalID), noJobs) // it can be sent out again
		w.ok(err)
	},
	"MarkUndelivered": func(w world) {
		c := w.consulting()
		org := c.Heard[0].Org.ID
		for i := range 2 {
			first, err := w.s.MarkUndelivered(w.ctx, c.ID, org, "is_archived", Noon, oneJob)
			w.ok(err)
			w.same(first, i == 0)
			first, err = w.s.MarkUndelivered(w.ctx, c.ID, 0, "is_archived", Noon, oneJob)
			w.ok(err)
			w.same(first, i == 0)
		}
		after, err := w.s.Consultation(w.ctx, c.ID)
		w.ok(err)
		w.same([]any{after.Heard[0].Undelivered, after.Channel}, []any{"is_archived", ""})
	},
	"SignNote": func(w world) {
		k := w.consulting()
		_, err := w.s.SignNote(w.ctx, Entry(w.Anna), k.ID)
		w.kind(err, crm.NotFound)
		ended, err := w.s.EndConsultation(w.ctx, Entry(w.Anna), k.ID, plainNote, noJobs)
		w.ok(err)
		signed, err := w.s.SignNote(w.ctx, Entry(w.Anna), k.ID)
		w.ok(err)
		w.same([]any{signed.SignedBy, signed.SignedAt, string(signed.Note), signed.NoteHash}, []any{"Anna Holm", Noon, string(ended.Note), ended.NoteHash})
		_, err = w.s.SignNote(w.ctx, Entry(w.Bo), k.ID)
		w.kind(err, crm.Conflict)
		w.contains(err, "by Anna Holm")
	},
	"UnansweredConsultations": func(w world) {
		k := w.consulting()
		for day, want := range map[string]int{"2026-12-07": 1, "2026-12-08": 0} {
			got, err := w.s.UnansweredConsultations(w.ctx, when.MustISO(day), 5)
			w.ok(err)
			w.same(len(got), want)
		}
		w.ok(Exec(w, w.url, fmt.Sprintf(`UPDATE consultation_org SET position = 'supports', answered_at = 1 WHERE consultation_id = %d`, k.ID)))
		got, err := w.s.UnansweredConsultations(w.ctx, when.MustISO("2026-12-01"), 5)
		w.ok(err)
		w.same(len(got), 0)
	},
	"WaitingConsultations": func(w world) {
		k := w.consulting()
		waits := func(org crm.Org, day string) int {
			got, err := w.s.WaitingConsultations(w.ctx, org.ID, when.MustISO(day), 5)
			w.ok(err)
			if len(got) == 1 {
				w.same(got[0], k)
			}
			return len(got)
		}
		w.same([]int{waits(w.Hub, "2026-12-07"), waits(w.Hub, "2026-12-08"), waits(w.Jobcentre, "2026-12-01")}, []int{1, 0, 0}) // the last one asks
		w.ok(Exec(w, w.url, `UPDATE proposal SET deleted_at = 1`))
		w.same(waits(w.Hub, "2026-12-01"), 0)
		w.ok(Exec(w, w.url, `UPDATE proposal SET deleted_at = NULL`))
		w.ok(Exec(w, w.url, fmt.Sprintf(`UPDATE consultation_org SET position = 'supports', answered_at = 1 WHERE org_id = %d`, w.Hub.ID)))
		w.same([]int{waits(w.Hub, "2026-12-01"), len(k.Heard)}, []int{0, 2})
	},
	"RemindHeard": func(w world) {
		k := w.consulting()
		jobs := []crm.Job{{Kind: "test.job"}}
		for _, c := range []struct {
			day  string
			want bool
		}{{"2026-11-30", true}, {"2026-11-30", false}, {"2026-12-01", true}, {"2026-12-08", false}, {"2026-12-02", true}, {"2026-12-03", false}} {
			first, err := w.s.RemindHeard(w.ctx, k.ID, w.Hub.ID, when.MustISO(c.day), jobs)
			w.ok(err)
			w.same(first, c.want)
		}
		w.jobs(3)
		_, err := w.s.EndConsultation(w.ctx, Entry(w.Anna), k.ID, plainNote, noJobs)
		w.ok(err)
		first, err := w.s.RemindHeard(w.ctx, k.ID, w.Partner.ID, when.MustISO("2026-12-01"), jobs)
		w.ok(err)
		w.same(first, false)
	},
}

// asking is a consultation of Anna's that hears the hub and the partner.
func (w world) asking(proposalID int64) crm.Consultation {
	return crm.Consultation{ProposalID: proposalID, Question: "Er der pladser?", Deadline: when.MustISO("2026-12-07"), Team: "T0DEMO", Channel: "C0ASK",
		Heard: []crm.Heard{{Org: w.Hub}, {Org: w.Partner}}}
}

// consulting is one that has begun; the hub has a channel.
func (w world) consulting() crm.Consultation {
	w.Helper()
	GiveChannel(w, w.url, w.Bo, "C0HUB", "")
	k, err := w.s.StartConsultation(w.ctx, Entry(w.Anna), w.asking(Propose(w, w.url, w.Anna, "Struktører til Femern", `{}`)), noJobs)
	w.ok(err)
	return k
}

func noJobs(crm.Consultation) ([]crm.Job, error) { return nil, nil }

func oneJob(crm.Consultation) ([]crm.Job, error) { return []crm.Job{{Kind: "test.job"}}, nil }

// plainNote is spaced as no program writes JSON, so that one who rewrites it is seen.
func plainNote(c crm.Consultation, p crm.Proposal) (json.RawMessage, string, error) {
	if c.State != crm.ConsultationEnded || p.ID != c.ProposalID {
		return nil, "", errors.New("not as it ended")
	}
	return json.RawMessage(fmt.Sprintf(`{"n": %d, "w":  "æ"}`, c.NoteNumber)), "h", nil
}

// bare is the organisation without the words that are kept beside it.
func bare(o crm.Org) crm.Org {
	o.Aliases, o.Successors = nil, nil
	return o
}

// jobs fails the case unless so many wait.
func (w world) jobs(want int) {
	w.Helper()
	counts, err := w.s.JobCounts(w.ctx)
	w.ok(err)
	w.same(counts.Waiting, want)
}

// said is where a consultation stands and what each says.
func said(k crm.Consultation) string {
	all := fmt.Sprintf("%s v%d:", k.State, k.Version)
	for i, h := range k.Heard {
		if i > 0 {
			all += ";"
		}
		all += fmt.Sprintf(" %s@%s/%s ", h.Org.NameDA, h.Channel, h.Lang)
		if h.Position == "" {
			all += "-"
		} else {
			all += fmt.Sprintf("%s: %s by %s v%d", h.Position, h.Words, h.Person.Name, h.Version)
		}
	}
	return all
}
