package crm

import (
	"math/rand/v2"
	"slices"
	"testing"

	"samspil/internal/when"
)

var (
	shareCentre  = Org{ID: 1, NameDA: "Jobcenter", Public: true}
	shareHub     = Org{ID: 2, NameDA: "Erhvervshus", Public: true}
	sharePartner = Org{ID: 3, NameDA: "A-kasse"}
	shareToday   = when.MustISO("2026-11-23")
)

func sharedContact(id int64, org Org, days int) Contact {
	c := Contact{ID: id, Org: org, Status: Done, Date: shareToday.AddDays(days), Start: NoClock, End: NoClock, Channel: Visit,
		Person: Person{Name: "Anna"}, Note: "hemmeligt", ContactName: "Ib", Share: ShareDefault}
	if days > 0 {
		c.Status = Planned
	}
	return c
}

func TestShareWithTakesTheLowestTier(t *testing.T) {
	in := ShareInput{Today: shareToday, Viewers: []Org{shareCentre, shareHub}, Contacts: []Contact{
		sharedContact(1, shareCentre, -3), sharedContact(2, shareHub, -9), sharedContact(3, shareHub, 4), sharedContact(4, sharePartner, -1)}}
	got := ShareWith(in)
	if got.Last == nil || got.Last.ID != 1 || len(got.Earlier) != 1 || got.Earlier[0].ID != 2 || len(got.Planned) != 1 || got.Planned[0].ID != 3 {
		t.Errorf("%+v", got)
	}
	if got.Last.Own || got.Last.Extra.Note != "" || got.Last.Extra.ContactName != "" {
		t.Errorf("the note is shared: %+v", got.Last)
	}
	in.Viewers = append(in.Viewers, sharePartner)
	if got := ShareWith(in); got.Last != nil || len(got.Earlier)+len(got.Planned) != 0 {
		t.Errorf("a private partner in the channel is shown %+v", got)
	}
	in.Agreed = Agreements{{1, 3}: TierMonth}
	if got := ShareWith(in); got.Last == nil || got.Last.Tier != TierMonth || got.Last.Person != "" || !got.Last.Date.IsZero() || len(got.Planned) != 0 {
		t.Errorf("at the month: %+v", got)
	}
	in.Viewers = nil
	if got := ShareWith(in); got.Last != nil {
		t.Errorf("nobody is shown %+v", got.Last)
	}
}

func TestShareWithHidesWhoWasTold(t *testing.T) {
	notice := Notice{Kind: NoticeOptOut, From: shareToday.AddDays(-5), Org: shareCentre}
	in := ShareInput{Today: shareToday, Viewers: []Org{shareCentre, shareHub}, Notices: []Notice{notice, {Kind: NoticeOptOut, From: shareToday.AddDays(5)}}}
	if got := ShareWith(in).Notices; len(got) != 1 || got[0].Org.ID != shareCentre.ID {
		t.Errorf("%+v", got)
	}
	in.Viewers = append(in.Viewers, sharePartner)
	if got := ShareWith(in).Notices; len(got) != 1 || got[0].Org.ID != 0 {
		t.Errorf("a private partner is told by whom: %+v", got)
	}
}

// TestDiscloseToAllIsNobodysMore compares what is shared with what each viewer may see, for many made-up contacts.
func TestDiscloseToAllIsNobodysMore(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	orgs := []Org{shareCentre, shareHub, sharePartner, {ID: 4, Public: true}, {ID: 5}}
	shares := []Share{ShareDefault, ShareNothing, ShareMonth, ShareFact, ShareNote}
	shown := 0
	for range 20_000 {
		c := sharedContact(1, orgs[r.IntN(5)], r.IntN(40)-20)
		c.Share, c.NoteHeld = shares[r.IntN(5)], r.IntN(2) == 0
		c.With = append(c.With, Participant{Name: "Mette (sygemeldt)"})
		for _, o := range orgs {
			if r.IntN(3) == 0 {
				c.With = append(c.With, Participant{OrgID: o.ID, Name: "org" + string(rune('0'+o.ID)), Public: o.Public})
			}
		}
		agreed := Agreements{}
		for range r.IntN(6) {
			agreed[[2]int64{orgs[r.IntN(5)].ID, orgs[r.IntN(5)].ID}] = Tier(r.IntN(4))
		}
		viewers := slices.Clone(orgs)
		r.Shuffle(len(viewers), func(i, j int) { viewers[i], viewers[j] = viewers[j], viewers[i] })
		viewers = viewers[:1+r.IntN(4)]
		got, ok := DiscloseToAll(c, viewers, agreed)
		for _, v := range viewers {
			may, seen := Disclose(c, v, agreed)
			if ok && (!seen || got.Tier > may.Tier || got.Tier < TierFact && got.ID != 0) {
				t.Fatalf("%+v is shared with %d, who may see %+v", got, v.ID, may)
			}
			for _, name := range got.With {
				if !slices.Contains(may.With, name) {
					t.Fatalf("%s is named to %d", name, v.ID)
				}
			}
		}
		if slices.Contains(got.With, "Mette (sygemeldt)") || got.Tier > TierFact || got.Extra != (Extra{}) {
			t.Fatalf("more than the fact: %+v", got)
		}
		if ok {
			shown++
		}
	}
	if shown < 1000 {
		t.Errorf("only %d were shared at all", shown)
	}
}
